//! An observation: a lesson that somebody saw, with indicator scores and what was seen. It reaches the record when
//! its observer shares it; until then it is a draft. The teacher answers it in her own words.

use crate::id::{PersonId, YearId};
use crate::text::{self, Field};
use crate::thing::Context;
use crate::{Refusal, YearRecord};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Fields of the draft of an observation, before it is shared: whose lesson it was.
pub const TEACHER_FIELD: &str = "teacher";
/// The pack's observation kind.
pub const KIND_FIELD: &str = "kind";
/// The date of the lesson, `2027-01-08`.
pub const ON_FIELD: &str = "on";
/// `09:00`.
pub const BEGINS_FIELD: &str = "begins";
/// `09:45`.
pub const ENDS_FIELD: &str = "ends";
pub const FOCUS_FIELD: &str = "focus";
/// The score of one indicator: `score.I.5`.
pub const SCORE_FIELD: &str = "score.";
/// What was seen for one indicator: `text.I.5`.
pub const TEXT_FIELD: &str = "text.";

/// What was seen for one indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// On the pack's indicator scale (1 to 7 for LEAP); `None` where only text was written.
    pub score: Option<u8>,
    #[serde(default)]
    pub text: String,
}

/// What an observer writes down and shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// The pack's observation kind, such as `formal_full`.
    pub kind: String,
    pub on: Date,
    pub begins: Time,
    pub ends: Time,
    /// What the lesson was about, in a few words.
    pub focus: String,
    /// By indicator id.
    pub seen: BTreeMap<String, Seen>,
}

/// Words that the teacher set beside a piece of evidence. They stay for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub by: PersonId,
    pub at: Timestamp,
    pub text: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    pub teacher: Option<PersonId>,
    pub year: Option<YearId>,
    pub observer: Option<PersonId>,
    pub lesson: Option<Lesson>,
    pub shared_at: Option<Timestamp>,
    /// The date of sharing in the district's zone.
    pub shared_on: Option<Date>,
    pub answers: Vec<Answer>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    Share {
        teacher: PersonId,
        year: YearId,
        lesson: Lesson,
    },
    Answer {
        text: String,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Shared {
        teacher: PersonId,
        year: YearId,
        observer: PersonId,
        lesson: Lesson,
        at: Timestamp,
        on: Date,
    },
    Answered(Answer),
}

impl Command {
    pub fn opens(&self) -> Option<(PersonId, YearId)> {
        match self {
            Self::Share { teacher, year, .. } => Some((*teacher, year.clone())),
            Self::Answer { .. } => None,
        }
    }
}

impl Observation {
    pub fn about(&self) -> Option<(PersonId, YearId)> {
        self.teacher.zip(self.year.clone())
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::Share {
                teacher,
                year,
                lesson,
            } => {
                if self.lesson.is_some() {
                    return Err(Refusal::AlreadyShared);
                }
                let lesson = checked(lesson, cx)?;
                Ok(vec![Event::Shared {
                    teacher,
                    year,
                    observer: cx.actor,
                    lesson,
                    at: cx.now,
                    on: cx.today,
                }])
            }
            Command::Answer { text } => {
                if self.lesson.is_none() {
                    return Err(Refusal::NoSuchThing);
                }
                let text = text::required(Field::Answer, &text)?;
                Ok(vec![Event::Answered(Answer {
                    by: cx.actor,
                    at: cx.now,
                    text,
                })])
            }
        }
    }

    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Shared {
                teacher,
                year,
                observer,
                lesson,
                at,
                on,
            } => {
                self.teacher = Some(*teacher);
                self.year = Some(year.clone());
                self.observer = Some(*observer);
                self.lesson = Some(lesson.clone());
                self.shared_at = Some(*at);
                self.shared_on = Some(*on);
            }
            Event::Answered(answer) => self.answers.push(answer.clone()),
        }
    }
}

/// The lesson as it goes on the record, or the first thing that is wrong with it.
pub fn checked(mut lesson: Lesson, cx: &Context<'_>) -> Result<Lesson, Refusal> {
    let first = examine(&mut lesson, cx).into_iter().next();
    first.map_or(Ok(lesson), Err)
}

/// Everything that keeps a lesson from being shared, for a page that names all of it at once.
pub fn faults(lesson: &Lesson, cx: &Context<'_>) -> Vec<Refusal> {
    examine(&mut lesson.clone(), cx)
}

/// Cleans the texts, takes out what says nothing, and gives everything that is wrong.
fn examine(lesson: &mut Lesson, cx: &Context<'_>) -> Vec<Refusal> {
    let adopted = cx
        .adopted()
        .and_then(|(year, pack)| Ok((year.days()?, pack)));
    let (calendar, pack) = match adopted {
        Ok(adopted) => adopted,
        Err(refusal) => return vec![refusal],
    };
    let mut faults = vec![];
    let kind = pack.framework.observation_kind(&lesson.kind);
    if kind.is_none() {
        faults.push(Refusal::NoSuchObservationKind);
    }
    if lesson.on > cx.today {
        faults.push(Refusal::DateInFuture { date: lesson.on });
    } else if lesson.on < calendar.first || lesson.on > calendar.last {
        faults.push(Refusal::DateOutsideYear { date: lesson.on });
    }
    if lesson.ends <= lesson.begins {
        faults.push(Refusal::EndsBeforeBegins);
    }
    match text::required(Field::Focus, &lesson.focus) {
        Ok(focus) => lesson.focus = focus,
        Err(refusal) => faults.push(refusal),
    }
    for (indicator, seen) in &mut lesson.seen {
        faults.extend(examine_seen(indicator, seen, pack).err());
    }
    lesson
        .seen
        .retain(|_, seen| seen.score.is_some() || !seen.text.is_empty());
    if let Some(kind) = kind.filter(|kind| kind.scored) {
        faults.extend(unscored(lesson, kind, pack));
        if cx.record.is_some_and(YearRecord::rating_is_shared) {
            faults.push(Refusal::RatingShared);
        }
    }
    faults
}

fn examine_seen(indicator: &str, seen: &mut Seen, pack: &policy::Pack) -> Result<(), Refusal> {
    if !pack.framework.observed().any(|known| known.id == indicator) {
        return Err(Refusal::NoSuchIndicator {
            indicator: indicator.to_owned(),
        });
    }
    seen.text = text::optional(Field::Evidence, &seen.text)?;
    check_score(indicator, seen.score, pack)?;
    if seen.score.is_some() && seen.text.is_empty() {
        return Err(Refusal::ScoreWithoutText {
            indicator: indicator.to_owned(),
        });
    }
    Ok(())
}

/// A scored kind needs a score, a full one the score of every observed indicator.
fn unscored(lesson: &Lesson, kind: &policy::ObservationKind, pack: &policy::Pack) -> Vec<Refusal> {
    let is_scored = |id: &str| lesson.seen.get(id).is_some_and(|seen| seen.score.is_some());
    if !lesson.seen.keys().any(|id| is_scored(id)) {
        return vec![Refusal::NothingScored];
    }
    let open = pack
        .framework
        .observed()
        .filter(|indicator| kind.all_indicators && !is_scored(&indicator.id));
    open.map(|indicator| Refusal::IndicatorNotScored {
        indicator: indicator.id.clone(),
    })
    .collect()
}

/// A score must lie on the pack's indicator scale.
pub fn check_score(indicator: &str, score: Option<u8>, pack: &policy::Pack) -> Result<(), Refusal> {
    let (lowest, highest) = (pack.framework.min, pack.framework.max);
    match score {
        Some(score) if score < lowest || score > highest => Err(Refusal::ScoreOutOfRange {
            indicator: indicator.to_owned(),
            lowest,
            highest,
        }),
        _ => Ok(()),
    }
}
