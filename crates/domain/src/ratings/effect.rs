//! What another pack would make of the same records: compared and counted, never applied. A rating that was shared keeps
//! the pack that it was made with; this only says what would have come out.

use super::calculation::{Outcome, outcome};
use crate::YearRecord;
use policy::Pack;
use std::collections::BTreeMap;

/// What a pack makes of a record, without the sum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Something is missing: no score, which is not a low one.
    NoScore,
    /// Id of the rating.
    Rated(String),
    /// Ids of the two ratings between which a person decides.
    Decision([String; 2]),
}

impl Verdict {
    fn of(record: &YearRecord, pack: &Pack) -> Self {
        match outcome(&record.rating_inputs(pack), pack) {
            Outcome::Rated { rating, .. } => Self::Rated(rating),
            Outcome::DecisionRequired { lower, upper, .. } => Self::Decision([lower, upper]),
            Outcome::NotCalculable { .. } => Self::NoScore,
        }
    }

    /// Where it stands among the pack's ratings, in half steps from the lowest; `None` without a score, and for a rating
    /// that the pack does not have.
    fn height(&self, pack: &Pack) -> Option<usize> {
        let place = |id: &String| pack.rating.ratings.iter().position(|it| it.id == *id);
        match self {
            Self::NoScore => None,
            Self::Rated(id) => Some(2 * place(id)?),
            Self::Decision([lower, _]) => Some(2 * place(lower)? + 1),
        }
    }
}

/// The same record under two packs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Compared {
    pub before: Verdict,
    pub after: Verdict,
    /// The rating is shared already, and stays as it is whatever the pack says.
    pub shared: bool,
}

/// What `before` and `after` make of a record.
pub fn compare(record: &YearRecord, before: &Pack, after: &Pack) -> Compared {
    Compared {
        before: Verdict::of(record, before),
        after: Verdict::of(record, after),
        shared: record.rating_is_shared(),
    }
}

/// Which way a record goes under the other pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    Same,
    Higher,
    Lower,
    /// From a score to none, from none to one, or to a rating that the old pack does not have.
    Other,
}

impl Compared {
    /// `after`: the pack whose order of ratings holds.
    pub fn way(&self, after: &Pack) -> Way {
        if self.before == self.after {
            return Way::Same;
        }
        match (self.before.height(after), self.after.height(after)) {
            (Some(before), Some(now)) if before < now => Way::Higher,
            (Some(before), Some(now)) if before > now => Way::Lower,
            _ => Way::Other,
        }
    }
}

/// How many records of a year another pack would change, which way, and across which cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    pub records: u64,
    /// Records by way.
    pub ways: BTreeMap<Way, u64>,
    /// Changed records by what they were and would be.
    pub changes: BTreeMap<(Verdict, Verdict), u64>,
    /// Changed records whose rating is shared already and stays.
    pub shared: u64,
}

impl Effect {
    /// Adds up compared records; `after`: the pack that would hold.
    pub fn of(compared: &BTreeMap<Compared, u64>, after: &Pack) -> Self {
        let mut effect = Self {
            records: 0,
            ways: BTreeMap::new(),
            changes: BTreeMap::new(),
            shared: 0,
        };
        for (one, count) in compared {
            let way = one.way(after);
            effect.records += count;
            *effect.ways.entry(way).or_default() += count;
            if way != Way::Same {
                let change = (one.before.clone(), one.after.clone());
                *effect.changes.entry(change).or_default() += count;
                if one.shared {
                    effect.shared += count;
                }
            }
        }
        effect
    }

    /// Records that would come out otherwise.
    pub fn changed(&self) -> u64 {
        self.changes.values().sum()
    }
}
