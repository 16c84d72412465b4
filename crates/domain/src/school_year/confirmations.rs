//! What the district confirmed of its pack: a named person says of a value that no source settles that it is so, and
//! where the district has it in writing. It holds for that value alone: in another version of the pack with another value
//! it is asked again.

use super::{Event, SchoolYear};
use crate::Refusal;
use crate::id::PersonId;
use crate::text::{self, Field};
use crate::thing::Context;
use jiff::{Timestamp, civil::Date};
use policy::Weighed;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// The value as [`Weighed::is`] has it.
    pub is: String,
    /// Where the district has it in writing.
    pub document: String,
    pub by: PersonId,
    pub at: Timestamp,
    pub on: Date,
}

impl SchoolYear {
    /// The confirmation that holds for a value as the pack has it.
    pub fn confirmation(&self, value: &Weighed) -> Option<&Confirmation> {
        let found = self.confirmations.get(&value.name)?;
        (found.is == value.is).then_some(found)
    }

    pub(super) fn confirm(
        &self,
        names: &[String],
        document: &str,
        cx: &Context<'_>,
    ) -> Result<Event, Refusal> {
        let pack = self.pack().ok_or(Refusal::NoPack)?;
        if names.is_empty() {
            return Err(Refusal::NothingTicked);
        }
        let document = text::required(Field::Label, document)?;
        let mut values = BTreeMap::new();
        for name in names {
            let open = pack.unsettled().find(|value| value.name == *name);
            let open = open.ok_or_else(|| Refusal::ValueNotOpen {
                value: name.clone(),
            })?;
            values.insert(name.clone(), open.is.clone());
        }
        Ok(Event::ValuesConfirmed {
            values,
            document,
            by: cx.actor,
            at: cx.now,
            on: cx.today,
        })
    }

    pub(super) fn take_back(&self, value: String, reason: &str) -> Result<Event, Refusal> {
        let reason = text::required(Field::Reason, reason)?;
        if !self.confirmations.contains_key(&value) {
            return Err(Refusal::ValueNotConfirmed { value });
        }
        Ok(Event::ConfirmationTakenBack { value, reason })
    }
}
