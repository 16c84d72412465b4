//! The record's one clock: the machine's, or for a demo one that was moved to another day and ticks on from there. A demo
//! may hold it to its day.
//! Sessions, links, rate limits and retries do not use it; they run on [`machine_now`].

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Cheap to clone; every clone of a moved clock moves with it.
#[derive(Clone, Debug)]
pub struct Clock(Kind);

#[derive(Clone, Debug)]
enum Kind {
    System,
    Moved(Arc<Moved>),
}

#[derive(Debug)]
struct Moved {
    /// Microseconds to add to the machine's time.
    offset: AtomicI64,
    /// What it never reaches, in microseconds; the largest number where nothing holds it.
    ends: AtomicI64,
}

/// In its last hour a held clock slows down.
const LAST: i64 = 3_600_000_000;

impl Moved {
    fn shows(&self, machine: i64) -> i64 {
        let at = machine.saturating_add(self.offset.load(Ordering::SeqCst));
        let slow = self.ends.load(Ordering::SeqCst).saturating_sub(LAST);
        let over = i128::from(at) - i128::from(slow);
        if over <= 0 {
            return at;
        }
        // Half of the hour after one hour, three quarters after three: always later than before, and never its end.
        let last = i128::from(LAST);
        slow.saturating_add(i64::try_from(last * over / (last + over)).unwrap_or(LAST - 1))
    }
}

impl Clock {
    /// The machine's clock: what `serve` uses.
    pub fn system() -> Self {
        Self(Kind::System)
    }

    /// A clock that shows `at` now and ticks on; only for demos and tests.
    pub fn moved(at: Timestamp) -> Self {
        let clock = Self(Kind::Moved(Arc::new(Moved {
            offset: AtomicI64::new(0),
            ends: AtomicI64::new(i64::MAX),
        })));
        clock.move_to(at);
        clock
    }

    /// Moves a moved clock to another moment. The system's clock cannot be moved: `false`.
    pub fn move_to(&self, at: Timestamp) -> bool {
        match &self.0 {
            Kind::System => false,
            Kind::Moved(moved) => {
                moved.offset.store(
                    at.as_microsecond() - machine_now().as_microsecond(),
                    Ordering::SeqCst,
                );
                true
            }
        }
    }

    /// Keeps a moved clock before a moment, such as the midnight after a demo's day: towards it time goes ever slower.
    /// The system's clock cannot be held: `false`.
    pub fn hold_before(&self, ends: Timestamp) -> bool {
        match &self.0 {
            Kind::System => false,
            Kind::Moved(moved) => {
                moved.ends.store(ends.as_microsecond(), Ordering::SeqCst);
                true
            }
        }
    }

    /// Whether this clock may show another time than the machine's.
    pub fn is_moved(&self) -> bool {
        matches!(self.0, Kind::Moved(_))
    }

    /// The record's time, in whole microseconds, as both engines keep it.
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Kind::System => machine_now(),
            Kind::Moved(moved) => {
                let at = moved.shows(machine_now().as_microsecond());
                Timestamp::from_microsecond(at).unwrap_or(Timestamp::MAX)
            }
        }
    }

    /// The date in a zone.
    pub fn today(&self, zone: &TimeZone) -> Date {
        zone.to_datetime(self.now()).date()
    }
}

/// The machine's time in whole microseconds.
pub(crate) fn machine_now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moved_clock_and_its_clones_show_the_other_day_and_tick_on() {
        let at: Timestamp = "2027-01-20T15:00:00Z".parse().expect("a timestamp");
        let clock = Clock::moved(at);
        let clone = clock.clone();
        assert!(clone.now() >= at && clone.now().as_second() - at.as_second() < 5);
        let later: Timestamp = "2027-05-10T15:00:00Z".parse().expect("a timestamp");
        assert!(clock.move_to(later));
        assert_eq!(clone.today(&TimeZone::UTC), jiff::civil::date(2027, 5, 10));
    }

    #[test]
    fn a_held_clock_goes_on_and_never_comes_to_the_next_day() {
        let midnight: Timestamp = "2027-01-13T00:00:00Z".parse().expect("a timestamp");
        let clock = Clock::moved("2027-01-12T20:00:00Z".parse().expect("a timestamp"));
        assert!(clock.hold_before(midnight));
        let mut before = clock.now();
        for machine in [
            "2027-01-12T22:59:00Z",
            "2027-01-12T23:30:00Z",
            "2027-01-13T00:00:00Z",
            "2027-01-13T09:00:00Z",
            "2027-01-31T09:00:00Z",
        ] {
            clock.move_to(machine.parse().expect("a timestamp"));
            let shown = clock.now();
            assert!(before < shown && shown < midnight, "{machine}: {shown}");
            before = shown;
        }
        assert_eq!(clock.today(&TimeZone::UTC), jiff::civil::date(2027, 1, 12));
    }

    #[test]
    fn the_systems_clock_cannot_be_moved() {
        let clock = Clock::system();
        assert!(!clock.hold_before(Timestamp::UNIX_EPOCH));
        assert!(!clock.move_to(Timestamp::UNIX_EPOCH));
        assert!(clock.now() > Timestamp::UNIX_EPOCH);
    }
}
