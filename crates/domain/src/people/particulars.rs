//! What the roster says about a person, in our words: name, posts, employment. Kept whole in every event,
//! so that the record shows what was known at each time.

use crate::id::SchoolId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A person's name as the roster gives it, in any script.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    pub given: String,
    pub family: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub preferred_given: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub preferred_family: String,
}

impl Name {
    /// The name that colleagues use: preferred parts where there are any.
    pub fn full(&self) -> String {
        let given = if self.preferred_given.is_empty() {
            &self.given
        } else {
            &self.preferred_given
        };
        let family = self.family_used();
        [given.as_str(), family]
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The family name in use.
    pub fn family_used(&self) -> &str {
        if self.preferred_family.is_empty() {
            &self.family
        } else {
            &self.preferred_family
        }
    }
}

/// What a position is, as the roster gives it. Grants by hand are [`Grant`]s.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Post {
    /// Evaluated under the pack.
    Teacher,
    /// `principal` whose job title is Principal: sees the school's teachers.
    SchoolLeader,
    /// Works at the school in another post; gives no access of its own.
    Other,
}

/// A dated post at a school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    pub post: Post,
    pub school: SchoolId,
    pub begins: Option<Date>,
    /// The last day, inclusive.
    pub ends: Option<Date>,
}

/// One role row as the roster gives it; rows that a later file no longer has stay with their end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Role {
    /// The role row's own sourcedId.
    pub source_id: String,
    /// The sourcedId of the user record that it is for.
    pub record: String,
    /// The roster's word, such as `teacher` or `principal`.
    pub role: String,
    pub school: SchoolId,
    pub begins: Option<Date>,
    /// The last day, inclusive.
    pub ends: Option<Date>,
}

/// The law's employment classes of the pack (`leap.md` 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Employment {
    Probationary,
    NonProbationary,
    AtWill,
    Annual,
}

impl Employment {
    /// The pack's id of the class, such as `non_probationary`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Probationary => "probationary",
            Self::NonProbationary => "non_probationary",
            Self::AtWill => "at_will",
            Self::Annual => "annual",
        }
    }

    /// Whether ratings gain and lose status in it, by the law (`leap.md` ST10).
    pub fn has_status(self) -> bool {
        matches!(self, Self::Probationary | Self::NonProbationary)
    }
}

/// How a teacher served in a year (`leap.md` ST1, ST7).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Service {
    /// The whole year, without a break since the year before.
    #[default]
    Full,
    /// Hired late in the year and employed since without a break.
    Late,
    /// Employment was interrupted before or in this year.
    Interrupted,
}

impl Service {
    /// The part of its key in the texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Late => "late",
            Self::Interrupted => "interrupted",
        }
    }

    /// Whether nothing is to be said of it.
    pub fn is_full(&self) -> bool {
        *self == Self::Full
    }
}

/// Everything the roster says about a person, in our words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particulars {
    pub name: Name,
    /// Empty where the roster has none.
    #[serde(default)]
    pub email: String,
    /// Employee number; the key on which files are matched.
    #[serde(default)]
    pub employee: String,
    /// Every sourcedId under which rosters have known the person.
    #[serde(default)]
    pub source_ids: BTreeSet<String>,
    /// A disabled person keeps the record and has no access.
    pub enabled: bool,
    #[serde(default)]
    pub pronouns: String,
    #[serde(default)]
    pub job_title: String,
    /// Subject or grade, as HR writes it.
    #[serde(default)]
    pub content_area: String,
    #[serde(default)]
    pub home_school: Option<SchoolId>,
    #[serde(default)]
    pub hired: Option<Date>,
    /// Full-time equivalent as HR writes it, such as `0.8`.
    #[serde(default)]
    pub fte: String,
    #[serde(default)]
    pub employment: Option<Employment>,
    #[serde(default)]
    pub probationary_year: Option<u8>,
    #[serde(default)]
    pub positions: Vec<Position>,
    /// The roster's live records of this person, the leading one (whose words the particulars are) first.
    /// Empty for a person entered by hand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<String>,
    /// The roster's role rows, from which `positions` follow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
}
