//! A recommendation about next year. Rating, status and employment are three decisions (`leap.md` ST9); this room holds
//! the recommendation alone. Non-renewal is a case with clocks of its own and comes with the cases.

use crate::Refusal;
use crate::id::{PersonId, YearId};
use crate::text::{self, Field};
use crate::thing::Context;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Recommendation {
    pub teacher: Option<PersonId>,
    pub year: Option<YearId>,
    pub renewal: Option<Renewal>,
}

/// Renewal recommended, with reasons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Renewal {
    pub reasons: String,
    pub by: PersonId,
    pub at: Timestamp,
    pub on: Date,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    Renew {
        teacher: PersonId,
        year: YearId,
        reasons: String,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    RenewalRecommended {
        teacher: PersonId,
        year: YearId,
        renewal: Renewal,
    },
}

impl Command {
    pub fn opens(&self) -> Option<(PersonId, YearId)> {
        let Self::Renew { teacher, year, .. } = self;
        Some((*teacher, year.clone()))
    }
}

impl Recommendation {
    pub fn about(&self) -> Option<(PersonId, YearId)> {
        self.teacher.zip(self.year.clone())
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        let Command::Renew {
            teacher,
            year,
            reasons,
        } = command;
        cx.adopted()?;
        if self.renewal.is_some() {
            return Err(Refusal::AlreadyRecommended);
        }
        let reasons = text::required(Field::Reason, &reasons)?;
        Ok(vec![Event::RenewalRecommended {
            teacher,
            year,
            renewal: Renewal {
                reasons,
                by: cx.actor,
                at: cx.now,
                on: cx.today,
            },
        }])
    }

    pub fn apply(&mut self, event: &Event) {
        let Event::RenewalRecommended {
            teacher,
            year,
            renewal,
        } = event;
        self.teacher = Some(*teacher);
        self.year = Some(year.clone());
        self.renewal = Some(renewal.clone());
    }
}
