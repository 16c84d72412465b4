//! The written basis of a rating, for instruction and for professionalism, with linked evidence. Everything linked was
//! shared before; the text may be replaced by a newer one until the rating is shared.

use crate::Refusal;
use crate::id::{PersonId, Stream, YearId};
use crate::text::{self, Field};
use crate::thing::Context;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    Instruction,
    Professionalism,
}

impl About {
    pub const ALL: [Self; 2] = [Self::Instruction, Self::Professionalism];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Instruction => "instruction",
            Self::Professionalism => "professionalism",
        }
    }
}

/// One shared wording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Version {
    pub text: String,
    pub evidence: Vec<Stream>,
    pub by: PersonId,
    pub at: Timestamp,
    pub on: Date,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rationale {
    pub teacher: Option<PersonId>,
    pub year: Option<YearId>,
    pub about: Option<About>,
    /// Oldest first; the last one holds.
    pub versions: Vec<Version>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    Share {
        teacher: PersonId,
        year: YearId,
        about: About,
        text: String,
        evidence: Vec<Stream>,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Shared {
        teacher: PersonId,
        year: YearId,
        about: About,
        version: Version,
    },
}

impl Command {
    pub fn opens(&self) -> Option<(PersonId, YearId)> {
        let Self::Share { teacher, year, .. } = self;
        Some((*teacher, year.clone()))
    }
}

impl Rationale {
    pub fn about(&self) -> Option<(PersonId, YearId)> {
        self.teacher.zip(self.year.clone())
    }

    /// The wording that holds.
    pub fn latest(&self) -> Option<&Version> {
        self.versions.last()
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        let Command::Share {
            teacher,
            year,
            about,
            text,
            mut evidence,
        } = command;
        cx.adopted()?;
        let record = cx.record()?;
        if record.rating_is_shared() {
            return Err(Refusal::RatingShared);
        }
        let text = text::required(Field::Rationale, &text)?;
        evidence.sort();
        evidence.dedup();
        if evidence.is_empty() {
            return Err(Refusal::NoEvidenceLinked);
        }
        if !evidence.iter().all(|linked| record.is_evidence(linked)) {
            return Err(Refusal::EvidenceNotShared);
        }
        let version = Version {
            text,
            evidence,
            by: cx.actor,
            at: cx.now,
            on: cx.today,
        };
        Ok(vec![Event::Shared {
            teacher,
            year,
            about,
            version,
        }])
    }

    pub fn apply(&mut self, event: &Event) {
        let Event::Shared {
            teacher,
            year,
            about,
            version,
        } = event;
        self.teacher = Some(*teacher);
        self.year = Some(year.clone());
        self.about = Some(*about);
        self.versions.push(version.clone());
    }
}
