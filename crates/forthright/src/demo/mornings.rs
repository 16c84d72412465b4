//! The mornings that the bar walks between.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// Key and date of each, in the order of the year.
pub const ALL: [(&str, Date); 5] = simulate::year::DAYS;

/// Where a newcomer begins: mid-year, when most is under way.
pub const FIRST_SEEN: &str = "january";

/// The demo's moment on a morning: the machine's time of day, but not before people are up, and not before what was
/// done there last.
pub fn now(day: Date, zone: &TimeZone, machine: Timestamp, last: Option<Timestamp>) -> Timestamp {
    let time = zone
        .to_datetime(machine)
        .time()
        .max(simulate::year::MORNING);
    let now = zone.to_timestamp(day.to_datetime(time)).unwrap_or(machine);
    last.map_or(now, |last| now.max(last))
}

/// When a morning's day is over; the demo stays before it.
pub fn ends(day: Date, zone: &TimeZone) -> Timestamp {
    let midnight = day.saturating_add(1.day()).to_datetime(Time::midnight());
    zone.to_timestamp(midnight).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_morning_shows_the_machines_time_of_day_but_not_the_night() {
        let zone = TimeZone::get("America/Denver").unwrap();
        let at = |machine: &str| {
            now(date(2027, 1, 14), &zone, machine.parse().unwrap(), None).to_string()
        };
        // Summer time on the machine's day, none in January.
        assert_eq!(at("2026-07-01T20:15:00Z"), "2027-01-14T21:15:00Z");
        assert_eq!(at("2026-07-01T08:00:00Z"), "2027-01-14T14:40:00Z");
    }

    #[test]
    fn started_again_in_the_evening_or_at_night_it_is_still_that_day_and_no_earlier() {
        let zone = TimeZone::get("America/Denver").unwrap();
        let day = date(2027, 1, 14);
        let last = "2027-01-14T23:30:00Z".parse().unwrap();
        for machine in [
            "2026-07-01T20:15:00Z",
            "2026-07-02T05:59:00Z",
            "2026-07-02T06:01:00Z",
        ] {
            let clock = record::Clock::moved(Timestamp::UNIX_EPOCH);
            assert!(clock.hold_before(ends(day, &zone)));
            clock.move_to(now(day, &zone, machine.parse().unwrap(), Some(last)));
            assert_eq!(clock.today(&zone), day, "{machine}");
            assert!(clock.now() >= last, "{machine}");
        }
    }
}
