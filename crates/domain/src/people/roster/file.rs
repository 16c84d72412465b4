//! A roster as it was read, in our words, before anything is compared: what `exchange` hands over. Students,
//! passwords, telephone numbers, agents and grades never get here; the parser drops them.

use super::problem::Problems;
use crate::people::school::SchoolKind;
use crate::people::{Employment, PriorRating};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whether a file is the whole truth, or what changed (`interchange.md` 1.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    #[default]
    Absent,
    Bulk,
    Delta,
}

/// What the file says about a value: nothing at all (no such column), or this, which may be blank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said<T> {
    #[default]
    Nothing,
    This(T),
}

impl<T: Clone> Said<T> {
    /// Writes what is said over what was known.
    pub fn over(&self, known: &mut T) {
        if let Self::This(value) = self {
            known.clone_from(value);
        }
    }

    /// What is said, if anything is.
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::This(value) => Some(value),
            Self::Nothing => None,
        }
    }
}

/// The rows of one file, and the sourcedIds that a delta takes away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table<R> {
    pub mode: Mode,
    pub rows: Vec<R>,
    pub gone: Vec<Gone>,
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self {
            mode: Mode::Absent,
            rows: vec![],
            gone: vec![],
        }
    }
}

/// A row marked `tobedeleted`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    pub line: u32,
    pub source_id: String,
}

/// A row of `orgs.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolRow {
    pub line: u32,
    pub source_id: String,
    pub name: String,
    pub kind: SchoolKind,
    pub identifier: String,
    pub parent: String,
}

/// What HR says about a person, in the supplement or in `metadata.` columns of `users.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HrWords {
    pub job_title: Said<String>,
    pub content_area: Said<String>,
    pub hired: Said<Option<Date>>,
    pub fte: Said<String>,
    pub employment: Said<Option<Employment>>,
    pub probationary_year: Said<Option<u8>>,
}

/// A row of `users.csv`: one record of a person of the staff. A human may have several.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRow {
    pub line: u32,
    pub source_id: String,
    pub enabled: bool,
    pub given: String,
    pub family: String,
    pub preferred_given: Said<String>,
    pub preferred_family: Said<String>,
    /// From `identifier`, else from `userIds`; empty where neither has one.
    pub employee: String,
    /// In lower case; blank where it is missing or no address.
    pub email: Said<String>,
    /// There was an e-mail, and it was no address; the parser has told so.
    pub email_unreadable: bool,
    pub pronouns: Said<String>,
    /// The sourcedId of the home school.
    pub home: Said<String>,
    pub hr: HrWords,
}

impl PersonRow {
    /// The name as the roster writes it, to show where a row is spoken of.
    pub fn name(&self) -> String {
        format!("{} {}", self.given, self.family).trim().to_owned()
    }
}

/// A row of `roles.csv`; of 1.1's `users.csv` one for each organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleRow {
    pub line: u32,
    pub source_id: String,
    /// The sourcedId of the person's record.
    pub record: String,
    /// In the roster's words, such as `teacher`.
    pub role: String,
    /// The sourcedId of the school.
    pub school: String,
    pub begins: Option<Date>,
    pub ends: Option<Date>,
}

/// A row of `staff_supplement.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HrRow {
    pub line: u32,
    pub employee: String,
    pub source_id: String,
    pub says: HrWords,
}

/// A row of `prior_ratings.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingRow {
    pub line: u32,
    pub teacher: String,
    pub rating: PriorRating,
}

/// A row of `evaluator_assignments.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentRow {
    pub line: u32,
    pub teacher: String,
    pub evaluator: String,
    pub school: String,
    pub begins: Date,
}

/// Rows that were not read, only counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// People's rows of students, guardians, parents and relatives.
    pub students: u32,
    /// Their rows in `roles.csv`.
    pub student_roles: u32,
    /// Rows of `users.csv` whose person has no role at all, and may be a student.
    pub without_role: u32,
}

/// One package, read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterFile {
    /// SHA-256 of the files as they came, in hexadecimal.
    pub fingerprint: String,
    /// Each person's row lists all their roles, as 1.1 does, also in a delta.
    pub roles_whole: bool,
    pub schools: Table<SchoolRow>,
    pub people: Table<PersonRow>,
    pub roles: Table<RoleRow>,
    pub hr: Vec<HrRow>,
    pub ratings: Vec<RatingRow>,
    /// `None` when there is no such file; an empty one takes every assignment of the file away.
    pub assignments: Option<Vec<AssignmentRow>>,
    /// Data rows by file name without ending, such as `users`, refused ones included.
    pub counts: BTreeMap<String, u32>,
    pub refused: Refused,
    pub problems: Problems,
}

impl RosterFile {
    /// Whether it says what changed, not how everything is.
    pub fn is_delta(&self) -> bool {
        [self.schools.mode, self.people.mode, self.roles.mode].contains(&Mode::Delta)
    }
}
