//! An observation: a lesson that somebody saw, with indicator scores and what was seen. It reaches the record when
//! its observer shares it; until then it is a draft. The teacher answers it in her own words.

use crate::Refusal;
use crate::id::{PersonId, YearId};
use crate::text::{self, Field};
use crate::thing::Context;
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
                let (_, pack) = cx.adopted()?;
                let counts = pack
                    .framework
                    .observation_kind(&lesson.kind)
                    .is_some_and(|kind| kind.scored);
                if counts && cx.record()?.rating_is_shared() {
                    return Err(Refusal::RatingShared);
                }
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
    let (year, pack) = cx.adopted()?;
    let calendar = year.days()?;
    let kind = pack
        .framework
        .observation_kind(&lesson.kind)
        .ok_or(Refusal::NoSuchObservationKind)?;
    if lesson.on > cx.today {
        return Err(Refusal::DateInFuture { date: lesson.on });
    }
    if lesson.on < calendar.first || lesson.on > calendar.last {
        return Err(Refusal::DateOutsideYear { date: lesson.on });
    }
    if lesson.ends <= lesson.begins {
        return Err(Refusal::EndsBeforeBegins);
    }
    lesson.focus = text::required(Field::Focus, &lesson.focus)?;
    for (indicator, seen) in &mut lesson.seen {
        if !pack
            .framework
            .observed()
            .any(|known| known.id == *indicator)
        {
            return Err(Refusal::NoSuchIndicator {
                indicator: indicator.clone(),
            });
        }
        seen.text = text::optional(Field::Evidence, &seen.text)?;
        check_score(indicator, seen.score, pack)?;
        if seen.score.is_some() && seen.text.is_empty() {
            return Err(Refusal::ScoreWithoutText {
                indicator: indicator.clone(),
            });
        }
    }
    lesson
        .seen
        .retain(|_, seen| seen.score.is_some() || !seen.text.is_empty());
    let scored = lesson
        .seen
        .values()
        .filter(|seen| seen.score.is_some())
        .count();
    if kind.scored && scored == 0 {
        return Err(Refusal::NothingScored);
    }
    if kind.scored && kind.all_indicators {
        let missing = pack.framework.observed().find(|indicator| {
            lesson
                .seen
                .get(&indicator.id)
                .is_none_or(|seen| seen.score.is_none())
        });
        if let Some(missing) = missing {
            return Err(Refusal::IndicatorNotScored {
                indicator: missing.id.clone(),
            });
        }
    }
    Ok(lesson)
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
