//! The mornings that the bar walks between.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Key and date of each, in the order of the year.
pub const ALL: [(&str, Date); 5] = simulate::year::DAYS;

/// Where a newcomer begins: mid-year, when most is under way.
pub const FIRST_SEEN: &str = "january";

/// The demo's moment on a morning: the machine's time of day, but not before people are up.
pub fn now(day: Date, zone: &TimeZone, machine: Timestamp) -> Timestamp {
    let time = zone
        .to_datetime(machine)
        .time()
        .max(simulate::year::MORNING);
    zone.to_timestamp(day.to_datetime(time)).unwrap_or(machine)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_morning_shows_the_machines_time_of_day_but_not_the_night() {
        let zone = TimeZone::get("America/Denver").unwrap();
        let at =
            |machine: &str| now(date(2027, 1, 14), &zone, machine.parse().unwrap()).to_string();
        // Summer time on the machine's day, none in January.
        assert_eq!(at("2026-07-01T20:15:00Z"), "2027-01-14T21:15:00Z");
        assert_eq!(at("2026-07-01T08:00:00Z"), "2027-01-14T14:40:00Z");
    }
}
