//! What a list may show. `record` has one function from a scope to a WHERE clause; a property test holds that a list
//! shows exactly what [`crate::may`] would allow one by one.

use crate::Actor;
use domain::library::Readers;
use domain::people::Relation;
use domain::questions::answering::{Answering, Charge};
use domain::{PersonId, SchoolId};
use std::collections::BTreeSet;

/// Which list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Everybody and every school, for the people room.
    Roster,
    /// Teachers and what belongs to their years, one's own included.
    Records,
    /// Teachers of one's caseload.
    Caseload,
    /// Teachers of the schools that one leads.
    School,
    /// Rows to be counted and suppressed, never shown.
    Counts,
    /// Every teacher's year, to count what another pack would change; never shown.
    Effect,
    /// Pages of the toolkit library.
    Library,
    /// Teachers of one school with the status to which their years come.
    Status(SchoolId),
}

/// Rows that may be listed, by indexed columns. Only [`scope`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scope {
    /// Every person and school; nothing of a teacher's year.
    Roster,
    /// Rows whose owner is this person, is on this person's caseload today, or teaches today at one of the schools.
    Records {
        person: PersonId,
        caseload: bool,
        own: bool,
        schools: Vec<SchoolId>,
    },
    /// Questions that this person asked, that went to one of `selves`, or of a topic and school in `charges`.
    Questions {
        person: PersonId,
        /// The person and those for whom the person stands in today.
        selves: BTreeSet<PersonId>,
        charges: Vec<Charge>,
    },
    /// Rows of these schools (all where `None`), for counting only.
    Counts { schools: Option<Vec<SchoolId>> },
    /// Every teacher's year, of which only numbers leave the record.
    Effect,
    /// Pages for one of these readers; `keeps` where the actor may propose any page and so reads all.
    Library { readers: Vec<Readers>, keeps: bool },
    /// Everybody who teaches at this school today but the reader: the years' ratings and the status, nothing else.
    Status { person: PersonId, school: SchoolId },
}

impl Scope {
    /// Whether a page of the library with this audience is shown.
    pub fn reads(&self, audience: &[Readers]) -> bool {
        match self {
            Self::Library { readers, keeps } => {
                *keeps || audience.iter().any(|one| readers.contains(one))
            }
            _ => false,
        }
    }
}

/// The readers to whom an actor belongs today. Whoever leads a school answers for its evaluators and reads what they read.
fn readers(actor: &Actor) -> Vec<Readers> {
    let leads = actor.leads().next().is_some();
    let office = actor.partners().next().is_some() || keeps_library(actor);
    [
        (Readers::Everybody, true),
        (Readers::Teachers, actor.teaches()),
        (
            Readers::Evaluators,
            leads || actor.caseload().next().is_some(),
        ),
        (Readers::Leaders, leads),
        (Readers::Office, office),
    ]
    .into_iter()
    .filter_map(|(audience, belongs)| belongs.then_some(audience))
    .collect()
}

fn keeps_library(actor: &Actor) -> bool {
    actor.has(Relation::PerformanceOffice) || actor.has(Relation::Administrator)
}

/// The scope of the list of questions, by who answers what today; `None` without access.
pub fn questions(actor: &Actor, answering: &Answering) -> Option<Scope> {
    (actor.has_access && !actor.is_command_line()).then(|| Scope::Questions {
        person: actor.person,
        selves: answering.selves(actor.person),
        charges: answering.charges(actor.person),
    })
}

/// The scope of a list for an actor; `None` where the actor has no such list at all.
pub fn scope(actor: &Actor, list: List) -> Option<Scope> {
    if !actor.has_access {
        return None;
    }
    if actor.is_command_line() {
        return match list {
            List::Roster => Some(Scope::Roster),
            List::Effect => Some(Scope::Effect),
            _ => None,
        };
    }
    let schools: Vec<SchoolId> = actor.leads().collect();
    let evaluates = actor.caseload().next().is_some();
    let person = actor.person;
    match list {
        List::Roster => actor.has(Relation::Administrator).then_some(Scope::Roster),
        // Whoever adopts a pack answers for what it does.
        List::Effect => actor.has(Relation::Administrator).then_some(Scope::Effect),
        List::Records => Some(Scope::Records {
            person,
            caseload: true,
            own: true,
            schools,
        }),
        List::Caseload => evaluates.then_some(Scope::Records {
            person,
            caseload: true,
            own: false,
            schools: vec![],
        }),
        List::School => (!schools.is_empty()).then_some(Scope::Records {
            person,
            caseload: false,
            own: false,
            schools,
        }),
        List::Status(school) => {
            let may = actor.has(Relation::PerformanceOffice)
                || actor.has(Relation::HrPartnerOf(school))
                || actor.has(Relation::Leads(school));
            may.then_some(Scope::Status { person, school })
        }
        List::Counts if actor.has(Relation::PerformanceOffice) => {
            Some(Scope::Counts { schools: None })
        }
        List::Counts => {
            let schools: Vec<SchoolId> = actor.partners().collect();
            (!schools.is_empty()).then_some(Scope::Counts {
                schools: Some(schools),
            })
        }
        List::Library => Some(Scope::Library {
            readers: readers(actor),
            keeps: keeps_library(actor),
        }),
    }
}
