//! A roster import: what a file would change against what is on the record, and the one transaction that does it.
//! `exchange` reads files into [`RosterFile`]; the dry run shows [`plan()`]; [`Command::Apply`] does the same.

mod caseloads;
mod changes;
mod checks;
mod file;
mod hr;
mod identity;
mod persons;
mod plan;
mod posts;
mod problem;
mod report;
mod schools;
#[cfg(test)]
mod tests;

pub use changes::{Change, FieldValue, ParticularsField};
pub use file::{
    AssignmentRow, Gone, HrRow, HrWords, Mode, PersonRow, RatingRow, Refused, RoleRow, RosterFile,
    Said, SchoolRow, Table,
};
pub(crate) use identity::Known;
pub use identity::NAMESPACE;
pub use plan::{ChangedPerson, Merge, PersonLine, Plan, SchoolLine, plan};
pub use posts::post;
pub use problem::{MOST_LISTED, Problem, ProblemKind, Problems, Severity, shown};
pub use report::{PeopleCounts, Report, ReportedProblem};

use crate::Refusal;
use crate::id::{Kind, PersonId, Stream};
use crate::thing::{self, Context, Happened};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The imports of one file. A file may be applied again after others; each time is one entry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Roster {
    pub applied: Vec<Applied>,
}

/// One import that was applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    pub by: PersonId,
    pub on: Date,
    pub delta: bool,
    pub counts: Counts,
}

/// How much an import changed, in people unless it says otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub added: u32,
    pub changed: u32,
    pub ended: u32,
    pub returned: u32,
    pub unchanged: u32,
    /// Schools added, changed or ended.
    pub schools: u32,
    /// Evaluators of teachers that began and ended.
    pub assigned: u32,
    pub unassigned: u32,
    /// Rows that were refused unread.
    pub students_refused: u32,
    pub warnings: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Applies a file as a whole, or not at all.
    Apply {
        file: Box<RosterFile>,
        /// The administrator has seen that more than a quarter of the people would end, and means it.
        confirmed_removals: bool,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Applied(Applied),
}

impl RosterFile {
    /// The stream of this file's imports.
    pub fn stream(&self) -> Stream {
        Stream::of(Kind::Roster, &self.fingerprint)
    }
}

impl Plan {
    /// How much it would change.
    pub fn counts(&self, file: &RosterFile) -> Counts {
        let count = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
        Counts {
            added: count(self.added.len()),
            changed: count(self.changed.len()),
            ended: count(self.ended.len()),
            returned: count(self.returned.len()),
            unchanged: self.unchanged,
            schools: count(self.schools_added.len() + self.schools_ended.len())
                + self.schools_changed,
            assigned: self.assigned,
            unassigned: self.unassigned,
            students_refused: file.refused.students,
            warnings: self.problems.warnings,
        }
    }
}

impl Roster {
    /// Decides an import. No events follow when the record already says all that the file says.
    ///
    /// # Errors
    /// [`Refusal::RosterHasErrors`] while one stands; [`Refusal::RosterTooManyEnded`] until it is confirmed.
    pub fn decide(
        &self,
        stream: &Stream,
        command: Command,
        cx: &Context<'_>,
    ) -> Result<Vec<Happened>, Refusal> {
        let Command::Apply {
            file,
            confirmed_removals,
        } = command;
        let directory = cx.directory.ok_or(Refusal::NoSuchThing)?;
        if *stream != file.stream() {
            return Err(Refusal::NoSuchThing);
        }
        let plan = plan(&file, directory, cx.today);
        if plan.problems.errors > 0 {
            return Err(Refusal::RosterHasErrors {
                errors: plan.problems.errors,
            });
        }
        if plan.ends_too_many() && !confirmed_removals {
            let (ended, of) = plan.removal;
            return Err(Refusal::RosterTooManyEnded { ended, of });
        }
        if plan.changes_nothing() {
            return Ok(vec![]);
        }
        let counts = plan.counts(&file);
        let applied = Applied {
            by: cx.actor,
            on: cx.today,
            delta: file.is_delta(),
            counts,
        };
        let mut events = plan.events;
        events.push(Happened {
            stream: stream.clone(),
            event: thing::Event::Roster(Event::Applied(applied)),
        });
        Ok(events)
    }

    pub fn apply(&mut self, event: &Event) {
        let Event::Applied(applied) = event;
        self.applied.push(applied.clone());
    }
}
