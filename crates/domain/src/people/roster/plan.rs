//! What a file would change against what is on the record: pure, so that the dry run and the import are one.

use super::changes::Change;
use super::file::RosterFile;
use super::problem::Problems;
use super::{caseloads, identity, persons, schools};
use crate::id::{PersonId, SchoolId, Stream};
use crate::people::{Directory, Name};
use crate::thing::{self, Happened};
use jiff::civil::Date;

/// A person in the lists of the dry run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonLine {
    pub id: PersonId,
    pub name: Name,
    /// The sourcedId of the leading record.
    pub source_id: String,
}

/// A school in the lists of the dry run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolLine {
    pub id: SchoolId,
    pub name: String,
    pub source_id: String,
}

/// A person of whom the file says something else than the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedPerson {
    pub person: PersonLine,
    pub changes: Vec<Change>,
}

/// One human with several records in the roster: taken for one person, and listed so that HR merges them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    pub person: PersonLine,
    pub employee: String,
    /// The records' sourcedIds, the leading one first.
    pub records: Vec<String>,
}

/// What would happen, and what stands in the way.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub added: Vec<PersonLine>,
    pub changed: Vec<ChangedPerson>,
    /// People whom the file no longer has.
    pub ended: Vec<PersonLine>,
    /// People who had ended and whom the file has again, with what changed meanwhile.
    pub returned: Vec<ChangedPerson>,
    pub unchanged: u32,
    pub merges: Vec<Merge>,
    pub schools_added: Vec<SchoolLine>,
    pub schools_renamed: Vec<SchoolLine>,
    /// Schools of which anything changed, the renamed ones included.
    pub schools_changed: u32,
    pub schools_ended: Vec<SchoolLine>,
    /// Teachers' evaluators that begin and end.
    pub assigned: u32,
    pub unassigned: u32,
    /// Teachers whose ratings of earlier years are new or different.
    pub ratings: u32,
    /// Ended people of the roster, and how many of them there were; see [`Plan::ends_too_many`].
    pub removal: (u32, u32),
    pub problems: Problems,
    /// Records (sourcedIds) without an e-mail, with one that another person has too, and disabled with a role.
    pub without_email: Vec<String>,
    pub shared_email: Vec<String>,
    pub disabled_with_role: Vec<String>,
    pub events: Vec<Happened>,
    /// Everybody and every school once the events have happened.
    pub after: Directory,
}

/// A file that would end more than this share of the people is only applied when that is confirmed.
const LARGEST_REMOVAL_PERCENT: u32 = 25;

impl Plan {
    /// More than a quarter of the people would end: rather a broken export than a quarter of the staff gone.
    pub fn ends_too_many(&self) -> bool {
        let (ended, of) = self.removal;
        u64::from(ended) * 100 > u64::from(of) * u64::from(LARGEST_REMOVAL_PERCENT)
    }

    /// Whether the record already says all that the file says.
    pub fn changes_nothing(&self) -> bool {
        self.events.is_empty()
    }
}

/// The plan while it grows: everything that happens is applied at once, so that later steps see it.
pub(super) struct Work<'a> {
    pub before: &'a Directory,
    pub today: Date,
    pub plan: Plan,
}

impl std::ops::Deref for Work<'_> {
    type Target = Plan;
    fn deref(&self) -> &Plan {
        &self.plan
    }
}

impl std::ops::DerefMut for Work<'_> {
    fn deref_mut(&mut self) -> &mut Plan {
        &mut self.plan
    }
}

impl Work<'_> {
    pub fn happen(&mut self, stream: Stream, event: thing::Event) {
        self.plan.after.apply(&stream, &event);
        self.plan.events.push(Happened { stream, event });
    }
}

/// Compares a file with the record.
pub fn plan(file: &RosterFile, directory: &Directory, today: Date) -> Plan {
    let plan = Plan {
        problems: file.problems.clone(),
        after: directory.clone(),
        ..Plan::default()
    };
    let mut work = Work {
        before: directory,
        today,
        plan,
    };
    let schools = schools::plan(file, &mut work);
    let known = identity::Known::of(directory);
    let found = identity::find(file, &known, &mut work.plan.problems);
    let people = persons::plan(file, &known, &found, &schools, &mut work);
    caseloads::plan(file, &known, &people, &schools, &mut work);
    work.plan.problems.sort();
    work.plan
}
