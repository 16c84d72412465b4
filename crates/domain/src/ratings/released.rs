//! A rating on its way to the teacher: shared with its trace, acknowledged or declined (received, not agreed), answered.

use super::calculation::{self, Outcome};
use super::decision::Standing;
use super::trace::Trace;
use crate::Refusal;
use crate::id::{PersonId, YearId};
use crate::observations::Answer;
use crate::rationale::About;
use crate::text::{self, Field};
use crate::thing::Context;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// What was shared. The trace is kept as it was computed then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Released {
    /// The pack's rating id, such as `E`.
    pub rating: String,
    pub trace: Box<Trace>,
    /// Name, version and fingerprint of the pack by which it was computed.
    pub pack: String,
    pub pack_version: u32,
    pub pack_fingerprint: String,
    /// Whether the pack holds values that the district has not confirmed.
    pub demo_pack: bool,
    pub by: PersonId,
    pub at: Timestamp,
    pub on: Date,
}

/// How the teacher received it. A signature means received, not agreed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Receipt {
    Acknowledged { at: Timestamp, on: Date },
    Declined { at: Timestamp, on: Date },
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rating {
    pub teacher: Option<PersonId>,
    pub year: Option<YearId>,
    pub released: Option<Released>,
    pub receipt: Option<Receipt>,
    pub answers: Vec<Answer>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    Share { teacher: PersonId, year: YearId },
    Acknowledge,
    Decline,
    Answer { text: String },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Shared {
        teacher: PersonId,
        year: YearId,
        released: Released,
    },
    Acknowledged {
        at: Timestamp,
        on: Date,
    },
    Declined {
        at: Timestamp,
        on: Date,
    },
    Answered(Answer),
}

impl Command {
    pub fn opens(&self) -> Option<(PersonId, YearId)> {
        match self {
            Self::Share { teacher, year } => Some((*teacher, year.clone())),
            _ => None,
        }
    }
}

impl Rating {
    pub fn about(&self) -> Option<(PersonId, YearId)> {
        self.teacher.zip(self.year.clone())
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        match (command, &self.released) {
            (Command::Share { .. }, Some(_)) => Err(Refusal::RatingShared),
            (Command::Share { teacher, year }, None) => self.share(teacher, year, cx),
            (_, None) => Err(Refusal::NoSuchThing),
            (Command::Acknowledge | Command::Decline, Some(_)) if self.receipt.is_some() => {
                Err(Refusal::AlreadyReceived)
            }
            (Command::Acknowledge, Some(_)) => Ok(vec![Event::Acknowledged {
                at: cx.now,
                on: cx.today,
            }]),
            (Command::Decline, Some(_)) => Ok(vec![Event::Declined {
                at: cx.now,
                on: cx.today,
            }]),
            (Command::Answer { text }, Some(_)) => {
                let text = text::required(Field::Answer, &text)?;
                Ok(vec![Event::Answered(Answer {
                    by: cx.actor,
                    at: cx.now,
                    text,
                })])
            }
        }
    }

    fn share(
        &self,
        teacher: PersonId,
        year: YearId,
        cx: &Context<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        let (school_year, pack) = cx.adopted()?;
        let record = cx.record()?;
        for about in About::ALL {
            if record.rationale(about).is_none() {
                return Err(Refusal::RationaleMissing { about });
            }
        }
        let outcome = calculation::outcome(&record.rating_inputs(pack), pack);
        let standing = record.decision.standing(&outcome);
        let (rating, trace) = match (outcome, standing) {
            (Outcome::Rated { rating, trace }, _) => (rating, trace),
            (Outcome::DecisionRequired { mut trace, .. }, Standing::Confirmed(_, decided)) => {
                let rating = decided.rating.clone();
                trace.decision = Some(Box::new(decided));
                (rating, trace)
            }
            (Outcome::DecisionRequired { .. }, Standing::Waiting(_)) => {
                return Err(Refusal::DecisionWaits);
            }
            (Outcome::DecisionRequired { .. }, Standing::Void(..)) => {
                return Err(Refusal::DecisionVoid);
            }
            (Outcome::DecisionRequired { lower, upper, .. }, Standing::Open(_)) => {
                return Err(Refusal::DecisionRequired { lower, upper });
            }
            (Outcome::NotCalculable { .. }, _) => return Err(Refusal::NotCalculable),
        };
        let adopted = school_year.adopted.as_ref().ok_or(Refusal::NoPack)?;
        let released = Released {
            rating,
            trace: Box::new(trace),
            pack: adopted.name.clone(),
            pack_version: adopted.version,
            pack_fingerprint: adopted.fingerprint.clone(),
            demo_pack: pack.is_demo(),
            by: cx.actor,
            at: cx.now,
            on: cx.today,
        };
        Ok(vec![Event::Shared {
            teacher,
            year,
            released,
        }])
    }

    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Shared {
                teacher,
                year,
                released,
            } => {
                self.teacher = Some(*teacher);
                self.year = Some(year.clone());
                self.released = Some(released.clone());
            }
            Event::Acknowledged { at, on } => {
                self.receipt = Some(Receipt::Acknowledged { at: *at, on: *on })
            }
            Event::Declined { at, on } => {
                self.receipt = Some(Receipt::Declined { at: *at, on: *on })
            }
            Event::Answered(answer) => self.answers.push(answer.clone()),
        }
    }
}
