//! The record's one clock: the machine's, or for a demo one that was moved to another day and ticks on from there.
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
    /// Microseconds to add to the machine's time.
    Moved(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock: what `serve` uses.
    pub fn system() -> Self {
        Self(Kind::System)
    }

    /// A clock that shows `at` now and ticks on; only for demos and tests.
    pub fn moved(at: Timestamp) -> Self {
        let clock = Self(Kind::Moved(Arc::new(AtomicI64::new(0))));
        clock.move_to(at);
        clock
    }

    /// Moves a moved clock to another moment. The system's clock cannot be moved: `false`.
    pub fn move_to(&self, at: Timestamp) -> bool {
        match &self.0 {
            Kind::System => false,
            Kind::Moved(offset) => {
                offset.store(
                    at.as_microsecond() - machine_now().as_microsecond(),
                    Ordering::SeqCst,
                );
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
            Kind::Moved(offset) => {
                let at = machine_now()
                    .as_microsecond()
                    .saturating_add(offset.load(Ordering::SeqCst));
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
    fn the_systems_clock_cannot_be_moved() {
        let clock = Clock::system();
        assert!(!clock.move_to(Timestamp::UNIX_EPOCH));
        assert!(clock.now() > Timestamp::UNIX_EPOCH);
    }
}
