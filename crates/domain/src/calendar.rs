//! Day counting: school days, working days and calendar days of one year. Every deadline comes from here.

use jiff::civil::{Date, Weekday};
use policy::Unit;
use serde::{Deserialize, Serialize};

/// Days on which no school is held: a break, a holiday or a closure, both ends inclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaysOff {
    pub from: Date,
    pub to: Date,
    /// As the district calls it.
    pub label: String,
}

/// The days of one school year, as the administrator entered them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// First student day.
    pub first: Date,
    /// Last student contact day.
    pub last: Date,
    pub days_off: Vec<DaysOff>,
}

impl Calendar {
    fn is_off(&self, day: Date) -> bool {
        self.days_off
            .iter()
            .any(|off| off.from <= day && day <= off.to)
    }

    /// Monday to Friday, not a day off; also before the first and after the last student day.
    pub fn is_working_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.is_off(day)
    }

    /// A working day between the first and the last student day.
    pub fn is_school_day(&self, day: Date) -> bool {
        self.first <= day && day <= self.last && self.is_working_day(day)
    }

    /// School days after `from` up to and with `to`; negative when `to` lies before `from`.
    pub fn school_days(&self, from: Date, to: Date) -> i64 {
        count(from, to, |day| self.is_school_day(day))
    }

    /// Working days after `from` up to and with `to`; negative when `to` lies before `from`.
    pub fn working_days(&self, from: Date, to: Date) -> i64 {
        count(from, to, |day| self.is_working_day(day))
    }

    /// The `n`th school day after `from`; past the last student day it goes on by working days,
    /// so that an owed answer is still due after the year.
    pub fn add_school_days(&self, from: Date, n: u32) -> Date {
        add(from, n, |day| {
            if day <= self.last {
                self.is_school_day(day)
            } else {
                self.is_working_day(day)
            }
        })
    }

    /// The `n`th working day after `from`.
    pub fn add_working_days(&self, from: Date, n: u32) -> Date {
        add(from, n, |day| self.is_working_day(day))
    }

    /// The `n`th school day before `from`, never before the first student day.
    pub fn subtract_school_days(&self, from: Date, n: u32) -> Date {
        let mut day = from;
        let mut left = n;
        while left > 0 && day > self.first {
            let Ok(before) = day.yesterday() else { break };
            day = before;
            if self.is_school_day(day) {
                left -= 1;
            }
        }
        day
    }
}

impl Calendar {
    /// The day on which a count of `days` ends that begins after `from`, its day 0; before it where `days` is negative.
    /// Calendar days move off nothing.
    pub fn count_on(&self, from: Date, days: i32, unit: Unit) -> Date {
        let n = days.unsigned_abs();
        match unit {
            Unit::Calendar => from.saturating_add(jiff::Span::new().days(days)),
            Unit::Working if days < 0 => subtract(from, n, |day| self.is_working_day(day)),
            Unit::School if days < 0 => self.subtract_school_days(from, n),
            Unit::Working => self.add_working_days(from, n),
            Unit::School => self.add_school_days(from, n),
        }
    }

    /// Days off from Monday to Friday after `from` and before `to`, which a count of working or school days leaves out.
    pub fn left_out(&self, from: Date, to: Date) -> Vec<(Date, &DaysOff)> {
        let mut left_out = vec![];
        let mut day = from;
        while let Ok(next) = day.tomorrow()
            && next < to
        {
            day = next;
            let off = self
                .days_off
                .iter()
                .find(|off| off.from <= day && day <= off.to);
            if let Some(off) =
                off.filter(|_| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday))
            {
                left_out.push((day, off));
            }
        }
        left_out
    }
}

fn subtract(from: Date, n: u32, counts: impl Fn(Date) -> bool) -> Date {
    let mut day = from;
    let mut left = n;
    while left > 0 {
        let Ok(before) = day.yesterday() else { break };
        day = before;
        if counts(day) {
            left -= 1;
        }
    }
    day
}

fn count(from: Date, to: Date, counts: impl Fn(Date) -> bool) -> i64 {
    if to < from {
        return -count(to, from, counts);
    }
    let mut days = 0;
    let mut day = from;
    while day < to {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        if counts(day) {
            days += 1;
        }
    }
    days
}

fn add(from: Date, n: u32, counts: impl Fn(Date) -> bool) -> Date {
    let mut day = from;
    let mut left = n;
    while left > 0 {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        if counts(day) {
            left -= 1;
        }
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn larkspur() -> Calendar {
        let off = |from, to, label: &str| DaysOff {
            from,
            to,
            label: label.into(),
        };
        Calendar {
            first: date(2026, 8, 24),
            last: date(2027, 6, 4),
            days_off: vec![
                off(date(2026, 12, 21), date(2027, 1, 1), "Winter break"),
                off(date(2027, 1, 18), date(2027, 1, 18), "Holiday"),
                off(date(2027, 3, 22), date(2027, 3, 26), "Spring break"),
                off(date(2027, 5, 31), date(2027, 5, 31), "Memorial Day"),
            ],
        }
    }

    #[test]
    fn ten_working_days_from_4_january_skip_the_holiday() {
        // my-year-teacher.html counts it so: day 0 Mon 4 Jan, day 10 Tue 19 Jan.
        assert_eq!(
            larkspur().add_working_days(date(2027, 1, 4), 10),
            date(2027, 1, 19)
        );
    }

    #[test]
    fn ten_working_days_from_21_may_end_after_the_school_year() {
        // rating-trace.html: Mon 31 May is a holiday and is not counted.
        assert_eq!(
            larkspur().add_working_days(date(2027, 5, 21), 10),
            date(2027, 6, 7)
        );
    }

    #[test]
    fn a_count_says_what_it_left_out() {
        let calendar = larkspur();
        let (shared, due) = (date(2027, 5, 21), date(2027, 6, 7));
        assert_eq!(calendar.count_on(shared, 10, Unit::Working), due);
        let left_out: Vec<_> = calendar.left_out(shared, due);
        assert_eq!(left_out.len(), 1);
        assert_eq!(
            (left_out[0].0, left_out[0].1.label.as_str()),
            (date(2027, 5, 31), "Memorial Day")
        );
        assert_eq!(
            calendar.count_on(shared, 15, Unit::Calendar),
            date(2027, 6, 5)
        );
        assert_eq!(
            calendar.count_on(shared, 2, Unit::School),
            date(2027, 5, 25)
        );
        assert_eq!(calendar.count_on(due, -1, Unit::Working), date(2027, 6, 4));
        assert_eq!(
            calendar.count_on(date(2027, 6, 1), -1, Unit::School),
            date(2027, 5, 28)
        );
    }

    #[test]
    fn distances_in_school_days_are_those_of_the_drawn_pages() {
        let calendar = larkspur();
        assert_eq!(
            calendar.school_days(date(2027, 1, 12), date(2027, 1, 14)),
            2
        );
        assert_eq!(
            calendar.school_days(date(2027, 1, 12), date(2027, 1, 11)),
            -1
        );
        assert_eq!(
            calendar.school_days(date(2026, 12, 8), date(2026, 12, 18)),
            8
        );
        assert_eq!(
            calendar.add_school_days(date(2027, 5, 21), 2),
            date(2027, 5, 25)
        );
    }
}
