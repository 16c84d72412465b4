//! What a person's record says about who stands to whom, with dates: the rows that access rests on.
//! `record` keeps them; `access` reads them.

use super::{Office, Person, Post};
use crate::id::{PersonId, SchoolId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A dated relation of a person to a school or to another person: what access rests on. `record` keeps them as rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Relation {
    TeachesAt(SchoolId),
    Leads(SchoolId),
    /// Evaluates this teacher.
    Evaluates(PersonId),
    HrPartnerOf(SchoolId),
    PerformanceOffice,
    Administrator,
}

/// A relation with its holder and its dates (inclusive).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedRelation {
    pub holder: PersonId,
    pub relation: Relation,
    pub begins: Option<Date>,
    pub ends: Option<Date>,
}

impl Person {
    /// Every relation that this person's record says, its evaluators' included. Whoever ended has none from that day
    /// on. A disabled person leads nothing and holds no office, but still teaches: the evaluator and the leader keep
    /// the record, and the person has no access anyway ([`Person::has_access`]).
    pub fn relations(&self) -> Vec<DatedRelation> {
        let Some(id) = self.id else { return vec![] };
        let last_day = self.ended.and_then(|ended| ended.yesterday().ok());
        let until = |ends: Option<Date>| match (ends, last_day) {
            (Some(ends), Some(last)) => Some(ends.min(last)),
            (ends, last) => ends.or(last),
        };
        let mut rows = vec![];
        for position in &self.particulars.positions {
            let relation = match position.post {
                Post::Teacher => Relation::TeachesAt(position.school),
                Post::SchoolLeader if self.particulars.enabled => Relation::Leads(position.school),
                Post::SchoolLeader | Post::Other => continue,
            };
            rows.push(DatedRelation {
                holder: id,
                relation,
                begins: position.begins,
                ends: until(position.ends),
            });
        }
        if self.particulars.enabled {
            for grant in &self.grants {
                let relation = match (grant.office, grant.school) {
                    (Office::HrPartner, Some(school)) => Relation::HrPartnerOf(school),
                    (Office::HrPartner, None) => continue,
                    (Office::PerformanceOffice, _) => Relation::PerformanceOffice,
                    (Office::Administrator, _) => Relation::Administrator,
                };
                rows.push(DatedRelation {
                    holder: id,
                    relation,
                    begins: Some(grant.begins),
                    ends: until(grant.ends),
                });
            }
        }
        for assignment in &self.evaluators {
            rows.push(DatedRelation {
                holder: assignment.evaluator,
                relation: Relation::Evaluates(id),
                begins: Some(assignment.begins),
                ends: until(assignment.ends),
            });
        }
        rows
    }
}
