//! Professionalism: the teacher's self-rating and the evaluator's rating side by side, at mid-year and at the end of
//! the year. Only the evaluator's end-of-year ratings count (`leap.md` 3.3); everything is seen by both when sent.

use crate::id::{PersonId, YearId};
use crate::observations::{Seen, check_score};
use crate::text::{self, Field};
use crate::thing::Context;
use crate::{Refusal, YearRecord};
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

impl Moment {
    pub const ALL: [Self; 2] = [Self::MidYear, Self::EndOfYear];

    /// Its word in addresses, texts and the names of drafted fields: `mid-year`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MidYear => "mid-year",
            Self::EndOfYear => "end-of-year",
        }
    }

    /// The moment with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|moment| moment.as_str() == word)
    }
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
        cx.record()?;
        if let Some(refusal) = examine(moment, side, &mut seen, cx).into_iter().next() {
            return Err(refusal);
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

/// Everything that keeps a rating from being sent, for a page that names all of it at once.
pub fn faults(
    moment: Moment,
    side: Side,
    seen: &BTreeMap<String, Seen>,
    cx: &Context<'_>,
) -> Vec<Refusal> {
    examine(moment, side, &mut seen.clone(), cx)
}

/// Cleans the texts and gives everything that is wrong.
fn examine(
    moment: Moment,
    side: Side,
    seen: &mut BTreeMap<String, Seen>,
    cx: &Context<'_>,
) -> Vec<Refusal> {
    let pack = match cx.adopted() {
        Ok((_, pack)) => pack,
        Err(refusal) => return vec![refusal],
    };
    if cx.record.is_some_and(YearRecord::rating_is_shared) {
        return vec![Refusal::RatingShared];
    }
    let active: Vec<&str> = pack
        .framework
        .professionalism()
        .map(|indicator| indicator.id.as_str())
        .collect();
    let mut faults = vec![];
    for (indicator, seen) in seen.iter_mut() {
        if !active.contains(&indicator.as_str()) {
            faults.push(Refusal::NoSuchIndicator {
                indicator: indicator.clone(),
            });
            continue;
        }
        match text::optional(Field::Evidence, &seen.text) {
            Ok(text) => seen.text = text,
            Err(refusal) => faults.push(refusal),
        }
        faults.extend(check_score(indicator, seen.score, pack).err());
    }
    for indicator in active {
        let seen = seen.get(indicator);
        let indicator = indicator.to_owned();
        match seen.and_then(|seen| Some((seen.score?, seen.text.is_empty()))) {
            None => faults.push(Refusal::IndicatorNotScored { indicator }),
            Some((score, true))
                if side == Side::Evaluator && needs_reasons(score, moment, pack) =>
            {
                faults.push(Refusal::ScoreWithoutText { indicator });
            }
            Some(_) => {}
        }
    }
    faults
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
