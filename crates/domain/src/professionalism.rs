//! Professionalism: the teacher's self-rating and the evaluator's rating side by side, at mid-year and at the end of
//! the year. Only the evaluator's end-of-year ratings count (`leap.md` 3.3); everything is seen by both when sent.

use crate::Refusal;
use crate::id::{PersonId, YearId};
use crate::observations::{Seen, check_score};
use crate::text::{self, Field};
use crate::thing::Context;
use jiff::{Timestamp, civil::Date};
pub use policy::Side;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The two moments at which professionalism is rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    MidYear,
    EndOfYear,
}

/// One side's ratings at one moment, as last sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    pub moment: Moment,
    pub side: Side,
    pub by: PersonId,
    pub at: Timestamp,
    pub on: Date,
    /// By indicator id.
    pub seen: BTreeMap<String, Seen>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Professionalism {
    pub teacher: Option<PersonId>,
    pub year: Option<YearId>,
    /// The latest of each moment and side.
    pub sent: Vec<Sent>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    Rate {
        teacher: PersonId,
        year: YearId,
        moment: Moment,
        side: Side,
        seen: BTreeMap<String, Seen>,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Rated {
        teacher: PersonId,
        year: YearId,
        sent: Sent,
    },
}

impl Command {
    pub fn opens(&self) -> Option<(PersonId, YearId)> {
        let Self::Rate { teacher, year, .. } = self;
        Some((*teacher, year.clone()))
    }
}

impl Professionalism {
    pub fn about(&self) -> Option<(PersonId, YearId)> {
        self.teacher.zip(self.year.clone())
    }

    /// What one side last sent at a moment.
    pub fn sent(&self, moment: Moment, side: Side) -> Option<&Sent> {
        self.sent
            .iter()
            .find(|sent| sent.moment == moment && sent.side == side)
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        let Command::Rate {
            teacher,
            year,
            moment,
            side,
            mut seen,
        } = command;
        let (_, pack) = cx.adopted()?;
        if cx.record()?.rating_is_shared() {
            return Err(Refusal::RatingShared);
        }
        let active: Vec<&str> = pack
            .framework
            .professionalism()
            .map(|indicator| indicator.id.as_str())
            .collect();
        for (indicator, seen) in &mut seen {
            if !active.contains(&indicator.as_str()) {
                return Err(Refusal::NoSuchIndicator {
                    indicator: indicator.clone(),
                });
            }
            seen.text = text::optional(Field::Evidence, &seen.text)?;
            check_score(indicator, seen.score, pack)?;
        }
        for indicator in active {
            let Some(Seen {
                score: Some(score),
                text,
            }) = seen.get(indicator)
            else {
                return Err(Refusal::IndicatorNotScored {
                    indicator: indicator.to_owned(),
                });
            };
            if side == Side::Evaluator && needs_reasons(*score, moment, pack) && text.is_empty() {
                return Err(Refusal::ScoreWithoutText {
                    indicator: indicator.to_owned(),
                });
            }
        }
        let sent = Sent {
            moment,
            side,
            by: cx.actor,
            at: cx.now,
            on: cx.today,
            seen,
        };
        Ok(vec![Event::Rated {
            teacher,
            year,
            sent,
        }])
    }

    pub fn apply(&mut self, event: &Event) {
        let Event::Rated {
            teacher,
            year,
            sent,
        } = event;
        self.teacher = Some(*teacher);
        self.year = Some(year.clone());
        self.sent
            .retain(|old| (old.moment, old.side) != (sent.moment, sent.side));
        self.sent.push(sent.clone());
    }
}

/// At mid-year a rating below Effective or at Distinguished needs reasons, at the end of the year every one does
/// (`leap.md` 7.2, E06 and E15).
pub fn needs_reasons(score: u8, moment: Moment, pack: &policy::Pack) -> bool {
    moment == Moment::EndOfYear
        || pack
            .framework
            .band(score)
            .is_none_or(|band| band.rating != "E")
}
