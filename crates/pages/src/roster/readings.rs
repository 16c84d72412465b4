//! Files that were read and wait to be applied: in memory alone, for an hour, for whoever sent them. A reading is the
//! staff, or their earlier ratings, in our own terms; the files as they were sent are gone by then, and students' rows
//! never came so far.

use domain::PersonId;
use domain::people::roster::Counts;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Readings kept at once; a reading of 6,000 people takes a few megabytes.
const MOST: usize = 6;
/// How long an administrator may look at a dry run.
const KEPT_FOR: Duration = Duration::from_secs(60 * 60);

/// The readings of one kind of file `F` on this server; `A` is what came of applying one.
pub struct Readings<F, A>(Mutex<Vec<Reading<F, A>>>);

struct Reading<F, A> {
    token: String,
    person: PersonId,
    since: Instant,
    kept: Kept<F, A>,
}

impl<F, A> Default for Readings<F, A> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

/// What is behind a token.
#[derive(Clone, Debug)]
pub enum Kept<F, A> {
    Waiting(Arc<F>),
    Applied(A),
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    pub fingerprint: String,
    /// `None` where the record said all of it already.
    pub counts: Option<Counts>,
    /// People who lost their access by it.
    pub shut_out: usize,
}

impl<F: Clone, A: Clone> Readings<F, A> {
    /// Keeps a reading; the oldest one goes where there are too many.
    pub fn keep(&self, person: PersonId, file: F) -> String {
        let token = uuid::Uuid::new_v4().simple().to_string();
        let mut all = self.fresh();
        if all.len() == MOST {
            all.remove(0);
        }
        all.push(Reading {
            token: token.clone(),
            person,
            since: Instant::now(),
            kept: Kept::Waiting(Arc::new(file)),
        });
        token
    }

    /// What this person sent under this token; nobody else's.
    pub fn find(&self, token: &str, person: PersonId) -> Option<Kept<F, A>> {
        self.fresh()
            .iter()
            .find(|it| it.token == token && it.person == person)
            .map(|it| it.kept.clone())
    }

    /// Drops the file of a reading, and keeps what came of it.
    pub fn applied(&self, token: &str, person: PersonId, applied: A) {
        if let Some(it) = self
            .fresh()
            .iter_mut()
            .find(|it| it.token == token && it.person == person)
        {
            it.kept = Kept::Applied(applied);
        }
    }

    fn fresh(&self) -> MutexGuard<'_, Vec<Reading<F, A>>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|it| it.since.elapsed() < KEPT_FOR);
        all
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use domain::people::roster::RosterFile;

    type Readings = super::Readings<RosterFile, Applied>;

    fn person(n: u128) -> PersonId {
        PersonId(uuid::Uuid::from_u128(n))
    }

    #[test]
    fn a_reading_is_its_senders_alone() {
        let readings = Readings::default();
        let token = readings.keep(person(1), RosterFile::default());
        assert!(readings.find(&token, person(1)).is_some());
        assert!(readings.find(&token, person(2)).is_none());
        assert!(readings.find("another", person(1)).is_none());
    }

    #[test]
    fn the_oldest_goes_where_there_are_too_many() {
        let readings = Readings::default();
        let first = readings.keep(person(1), RosterFile::default());
        let others: Vec<String> = (0..MOST)
            .map(|_| readings.keep(person(1), RosterFile::default()))
            .collect();
        assert!(readings.find(&first, person(1)).is_none());
        assert!(
            others
                .iter()
                .all(|token| readings.find(token, person(1)).is_some())
        );
    }

    #[test]
    fn after_an_hour_it_is_gone() {
        let readings = Readings::default();
        let token = readings.keep(person(1), RosterFile::default());
        let Some(long_ago) = Instant::now().checked_sub(KEPT_FOR) else {
            return;
        };
        readings.0.lock().unwrap()[0].since = long_ago;
        assert!(readings.find(&token, person(1)).is_none());
    }

    #[test]
    fn what_was_applied_keeps_no_people() {
        let readings = Readings::default();
        let token = readings.keep(person(1), RosterFile::default());
        let applied = Applied {
            fingerprint: "f".into(),
            counts: None,
            shut_out: 0,
        };
        readings.applied(&token, person(2), applied.clone());
        assert!(
            matches!(readings.find(&token, person(1)), Some(Kept::Waiting(_))),
            "another person's"
        );
        readings.applied(&token, person(1), applied);
        assert!(matches!(
            readings.find(&token, person(1)),
            Some(Kept::Applied(_))
        ));
    }
}
