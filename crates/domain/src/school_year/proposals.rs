//! Changes to the pack that somebody proposes by typing values anew: the next version of the pack, which shows what it
//! would change before the administrator adopts it with a reason, or declines it with one.

use super::{Adopted, Event, SchoolYear};
use crate::Refusal;
use crate::id::{PersonId, YearId};
use crate::text::{self, Field};
use crate::thing::Context;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// From the name of each value to its fields as they were typed.
    pub values: BTreeMap<String, Vec<String>>,
    /// Where the new values come from; stands beside them in the pack.
    pub source: String,
    pub reason: String,
    pub by: PersonId,
    pub at: Timestamp,
    pub on: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<End>,
}

/// What became of it; who said so and when stands in the year's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    pub adopted: bool,
    pub reason: String,
}

impl Proposal {
    /// The next version of the adopted pack with these values.
    ///
    /// # Errors
    /// [`Refusal::ValueNotRead`], or [`Refusal::ProposalDoesNotFit`] with the loader's first sentence.
    pub fn next(&self, adopted: &Adopted) -> Result<Adopted, Refusal> {
        let pack = adopted.pack().ok_or(Refusal::NoPack)?;
        let files = pack
            .proposed(&adopted.files, &self.values, &self.source)
            .map_err(|untyped| Refusal::ValueNotRead {
                value: untyped.name,
            })?;
        let next = policy::load(&files).map_err(|problems| Refusal::ProposalDoesNotFit {
            problem: problems
                .first()
                .map_or_else(String::new, |problem| problem.what.to_string()),
        })?;
        Ok(Adopted::new(adopted.name.clone(), next.version, files))
    }
}

impl SchoolYear {
    /// A proposal that nobody has adopted or declined, by its number, counted from 1.
    fn open_proposal(&self, number: usize) -> Result<&Proposal, Refusal> {
        let found = number.checked_sub(1).and_then(|at| self.proposals.get(at));
        match found {
            None => Err(Refusal::NoSuchThing),
            Some(found) if found.end.is_some() => Err(Refusal::NoProposal),
            Some(found) => Ok(found),
        }
    }

    pub(super) fn propose(
        &self,
        mut values: BTreeMap<String, Vec<String>>,
        source: &str,
        reason: &str,
        cx: &Context<'_>,
    ) -> Result<Event, Refusal> {
        let adopted = self.adopted.as_ref().ok_or(Refusal::NoPack)?;
        let pack = adopted.pack().ok_or(Refusal::NoPack)?;
        let source = text::required(Field::Label, source)?;
        let reason = text::required(Field::Reason, reason)?;
        let proposal = |values: &BTreeMap<String, Vec<String>>| Proposal {
            values: values.clone(),
            source: source.clone(),
            reason: reason.clone(),
            by: cx.actor,
            at: cx.now,
            on: cx.today,
            end: None,
        };
        let next = proposal(&values).next(adopted)?;
        let next = next.pack().ok_or(Refusal::PackDoesNotLoad)?;
        // Fields that were sent as they are say nothing.
        values.retain(|name, _| {
            let is = |pack: &policy::Pack| pack.weighed(name).map(|value| value.is.clone());
            is(pack) != is(next)
        });
        if values.is_empty() {
            return Err(Refusal::NothingChanged);
        }
        Ok(Event::Proposed {
            proposal: proposal(&values),
        })
    }

    pub(super) fn adopt_proposal(
        &self,
        year: YearId,
        number: usize,
        reason: &str,
    ) -> Result<Event, Refusal> {
        let proposal = self.open_proposal(number)?;
        let reason = text::required(Field::Reason, reason)?;
        let adopted = proposal.next(self.adopted.as_ref().ok_or(Refusal::NoPack)?)?;
        Ok(Event::PackAdopted {
            year,
            adopted,
            reason,
            proposal: Some(number),
        })
    }

    pub(super) fn decline(&self, number: usize, reason: &str) -> Result<Event, Refusal> {
        self.open_proposal(number)?;
        let reason = text::required(Field::Reason, reason)?;
        Ok(Event::ProposalDeclined {
            proposal: number,
            reason,
        })
    }

    pub(super) fn end(&mut self, number: usize, adopted: bool, reason: &str) {
        let found = number
            .checked_sub(1)
            .and_then(|at| self.proposals.get_mut(at));
        if let Some(proposal) = found {
            let reason = reason.to_owned();
            proposal.end = Some(End { adopted, reason });
        }
    }
}
