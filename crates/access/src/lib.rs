//! Who may do what with which thing, and why. The one place that says so: a write needs a [`Permit`], a list a
//! [`Scope`], and only this floor makes either. Knows no SQL and no HTTP.
//!
//! Readers of a named record are those of C.R.S. 22-9-109: the educator and those who supervise the work. There is no
//! "HR sees all": partners and the office read suppressed counts until a case of theirs is open.

mod action;
mod decision;
mod matrix;
mod scope;

pub use action::Action;
pub use decision::{Decision, Denied, Ground, Permit, may};
pub use matrix::matrix;
pub use scope::{List, Scope, questions, scope};

use domain::people::Relation;
use domain::{PersonId, SchoolId, Stream};

/// Who asks, with the relations that hold today. `record` loads it inside the transaction that uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    pub person: PersonId,
    /// On the roster (or entered by hand), enabled, not ended.
    pub has_access: bool,
    pub relations: Vec<Relation>,
}

impl Actor {
    /// Whoever runs the program on the district's own machine, before and beside the pages.
    pub const COMMAND_LINE: PersonId = PersonId(uuid_nil());

    /// The command line as an actor.
    pub fn command_line() -> Self {
        Self {
            person: Self::COMMAND_LINE,
            has_access: true,
            relations: vec![],
        }
    }

    pub fn is_command_line(&self) -> bool {
        self.person == Self::COMMAND_LINE
    }

    pub fn has(&self, relation: Relation) -> bool {
        self.relations.contains(&relation)
    }

    /// Schools that the person leads today.
    pub fn leads(&self) -> impl Iterator<Item = SchoolId> {
        self.relations.iter().filter_map(|relation| match relation {
            Relation::Leads(school) => Some(*school),
            _ => None,
        })
    }

    /// Schools whose HR partner the person is today.
    pub fn partners(&self) -> impl Iterator<Item = SchoolId> {
        self.relations.iter().filter_map(|relation| match relation {
            Relation::HrPartnerOf(school) => Some(*school),
            _ => None,
        })
    }

    /// Teachers on the person's caseload today.
    pub fn caseload(&self) -> impl Iterator<Item = PersonId> {
        self.relations.iter().filter_map(|relation| match relation {
            Relation::Evaluates(teacher) => Some(*teacher),
            _ => None,
        })
    }

    pub fn teaches(&self) -> bool {
        self.relations
            .iter()
            .any(|relation| matches!(relation, Relation::TeachesAt(_)))
    }
}

const fn uuid_nil() -> uuid::Uuid {
    uuid::Uuid::nil()
}

/// What is asked about: the thing, whose year it belongs to, and the people bound to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    pub stream: Stream,
    /// The teacher whose year it is, the person that a people-room command is about, or who asked a question.
    pub owner: Option<PersonId>,
    /// Where the owner teaches today.
    pub owner_schools: Vec<SchoolId>,
    /// Who took part: the two sides of a conversation, the observer of a lesson, the second reader of a decision that
    /// waits; of a question those who may answer it today, its asker being the owner.
    pub parties: Vec<PersonId>,
}
