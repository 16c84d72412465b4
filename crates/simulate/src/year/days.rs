//! The days of 2026-27 as the drawn pages have them, and diaries, so that nobody is in two places at once.

use domain::PersonId;
use domain::calendar::{Calendar, DaysOff};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};
use std::collections::BTreeSet;

/// First student day Mon 24 Aug 2026, last Fri 4 June 2027.
pub fn calendar() -> Calendar {
    let off = |from, to, label: &str| DaysOff {
        from,
        to,
        label: label.to_owned(),
    };
    let one = |day, label: &str| off(day, day, label);
    Calendar {
        first: date(2026, 8, 24),
        last: date(2027, 6, 4),
        days_off: vec![
            one(date(2026, 9, 7), "Labor Day"),
            off(date(2026, 11, 23), date(2026, 11, 27), "Thanksgiving break"),
            off(date(2026, 12, 21), date(2027, 1, 1), "Winter break"),
            one(date(2027, 1, 18), "Martin Luther King Jr. Day"),
            one(date(2027, 2, 15), "Presidents’ Day"),
            off(date(2027, 3, 22), date(2027, 3, 26), "Spring break"),
            one(date(2027, 5, 31), "Memorial Day"),
        ],
    }
}

/// School days of a span, both ends included.
pub fn school_days(calendar: &Calendar, from: Date, to: Date) -> Vec<Date> {
    let mut days = vec![];
    let mut day = from;
    while day <= to {
        if calendar.is_school_day(day) {
            days.push(day);
        }
        day = day.saturating_add(1.day());
    }
    days
}

/// The day itself, or the next one on which there is school.
pub fn on_or_after(calendar: &Calendar, day: Date) -> Date {
    if calendar.is_school_day(day) {
        day
    } else {
        calendar.add_school_days(day, 1)
    }
}

/// Who is taken when.
#[derive(Default)]
pub struct Diaries(BTreeSet<(PersonId, DateTime)>);

impl Diaries {
    pub fn take(&mut self, person: PersonId, at: DateTime) {
        self.0.insert((person, at));
    }

    pub fn is_free(&self, person: PersonId, at: DateTime) -> bool {
        !self.0.contains(&(person, at))
    }
}
