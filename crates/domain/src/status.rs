//! A teacher's status: computed over the years with a trace of its own (`course`), stated by a person of HR or the
//! performance office, shared with the teacher, and answered. Rating, status and employment decision are three records
//! (`leap.md` ST9): a statement changes neither of the others, and neither of them changes it.

mod course;
pub mod earlier;
mod trace;

pub use course::{Course, Year};
pub use trace::{Effect, Finding, Line, Number, Origin, Rule, Standing, Trace};

use crate::Refusal;
use crate::id::{PersonId, YearId};
use crate::observations::Answer;
use crate::text::{self, Field};
use crate::thing::Context;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// What the status was computed to be, as a person stated it. The trace is kept as it was computed then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    pub trace: Box<Trace>,
    /// Words to the teacher; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
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

/// What was stated about a teacher's status in a year, and the teacher's answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Status {
    pub teacher: Option<PersonId>,
    pub year: Option<YearId>,
    /// From the first; the last one holds.
    pub stated: Vec<Statement>,
    pub answers: Vec<Answer>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    State {
        teacher: PersonId,
        year: YearId,
        note: String,
    },
    Answer {
        text: String,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Stated {
        teacher: PersonId,
        year: YearId,
        statement: Statement,
    },
    Answered(Answer),
}

impl Command {
    pub fn opens(&self) -> Option<(PersonId, YearId)> {
        match self {
            Self::State { teacher, year, .. } => Some((*teacher, year.clone())),
            Self::Answer { .. } => None,
        }
    }
}

impl Status {
    pub fn about(&self) -> Option<(PersonId, YearId)> {
        self.teacher.zip(self.year.clone())
    }

    /// The statement that holds.
    pub fn latest(&self) -> Option<&Statement> {
        self.stated.last()
    }

    /// Why this cannot be stated now, if it cannot.
    pub fn objection(&self, trace: &Trace) -> Option<Refusal> {
        if trace.standing == Standing::Unknown {
            return Some(Refusal::StatusClassUnknown);
        }
        if let missing @ [_, ..] = trace.missing() {
            let years: Vec<&str> = missing.iter().map(YearId::as_str).collect();
            return Some(Refusal::StatusYearsMissing {
                years: years.join(", "),
            });
        }
        let same = |last: &Statement| *last.trace == *trace;
        self.latest()
            .is_some_and(same)
            .then_some(Refusal::StatusAlreadyStated)
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::State {
                teacher,
                year,
                note,
            } => self.state(teacher, year, &note, cx),
            Command::Answer { text } => {
                if self.stated.is_empty() {
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

    fn state(
        &self,
        teacher: PersonId,
        year: YearId,
        note: &str,
        cx: &Context<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        let (school_year, pack) = cx.adopted()?;
        let trace = Course::of(cx.record()?).trace(pack);
        if let Some(refusal) = self.objection(&trace) {
            return Err(refusal);
        }
        let adopted = school_year.adopted.as_ref().ok_or(Refusal::NoPack)?;
        let statement = Statement {
            trace: Box::new(trace),
            note: text::optional(Field::Note, note)?,
            pack: adopted.name.clone(),
            pack_version: adopted.version,
            pack_fingerprint: adopted.fingerprint.clone(),
            demo_pack: pack.is_demo(),
            by: cx.actor,
            at: cx.now,
            on: cx.today,
        };
        Ok(vec![Event::Stated {
            teacher,
            year,
            statement,
        }])
    }

    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Stated {
                teacher,
                year,
                statement,
            } => {
                self.teacher = Some(*teacher);
                self.year = Some(year.clone());
                self.stated.push(statement.clone());
            }
            Event::Answered(answer) => self.answers.push(answer.clone()),
        }
    }
}
