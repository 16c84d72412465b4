//! Dates that are counted from the day on which the rating was shared, each with its arithmetic.

use crate::components::{arithmetic, disclosure, unconfirmed};
use domain::calendar::Calendar;
use jiff::civil::Date;
use maud::{Markup, html};
use policy::{Known, Pack, Unit, When};
use words::Words;

/// A counted date of the pack.
#[derive(Clone, Debug)]
pub struct Counted {
    pub due: Date,
    /// Day 0.
    from: Date,
    days: i32,
    unit: Unit,
    /// Weekdays that the count leaves out, with what the district calls them.
    left_out: Vec<(Date, String)>,
    known: Known,
}

/// The report acknowledged, or declined.
pub const ACKNOWLEDGE: &str = "CAL-ACK";
/// The written answer attached to the report.
pub const ANSWER: &str = "CAL-ANSWER";

/// A date of the pack counted from a day; `None` where the pack does not count it.
pub fn counted(pack: &Pack, calendar: &Calendar, id: &str, from: Date) -> Option<Counted> {
    let deadline = pack.date(id)?;
    let When::Counted { days, unit, .. } = &deadline.when else {
        return None;
    };
    let due = calendar.count_on(from, *days, *unit);
    let left_out = match unit {
        Unit::Calendar => vec![],
        Unit::Working | Unit::School => calendar
            .left_out(from, due)
            .into_iter()
            .map(|(day, off)| (day, off.label.clone()))
            .collect(),
    };
    Some(Counted {
        due,
        from,
        days: *days,
        unit: *unit,
        left_out,
        known: deadline.known,
    })
}

/// "in 2 school days", "today", "3 working days ago": the distance in the unit of the count.
pub fn distance(words: Words, calendar: &Calendar, today: Date, counted: &Counted) -> String {
    let days = match counted.unit {
        Unit::School if counted.due <= calendar.last => calendar.school_days(today, counted.due),
        Unit::School | Unit::Working => calendar.working_days(today, counted.due),
        Unit::Calendar => i64::from(today.until(counted.due).map_or(0, |span| span.get_days())),
    };
    let unit = unit_word(counted.unit);
    match days {
        _ if today == counted.due => words.say("rating-due-today"),
        0.. => words.with(
            "rating-due-in",
            &[("days", days.into()), ("unit", unit.into())],
        ),
        _ => words.with(
            "rating-due-past",
            &[
                ("days", days.saturating_abs().into()),
                ("unit", unit.into()),
            ],
        ),
    }
}

/// How the date was counted, to be opened.
pub fn opened(words: Words, counted: &Counted) -> Markup {
    let day_zero = words.with(
        "rating-count-day-zero",
        &[("date", words.date(counted.from).into())],
    );
    let ends = words.with(
        "rating-count-ends",
        &[
            ("days", i64::from(counted.days).into()),
            ("unit", unit_word(counted.unit).into()),
            ("date", words.date(counted.due).into()),
        ],
    );
    disclosure(
        words.say("rating-count-opened"),
        arithmetic(html! {
            (day_zero) " "
            @if counted.known.settled() { (ends) } @else { (unconfirmed(words, ends)) }
            @for (day, label) in &counted.left_out {
                " " (words.with("rating-count-left-out", &[("date", words.day(*day).into()), ("label", label.into())]))
            }
        }),
    )
}

/// How texts ask for the unit of a count.
pub fn unit_word(unit: Unit) -> &'static str {
    match unit {
        Unit::School => "school",
        Unit::Working => "working",
        Unit::Calendar => "calendar",
    }
}
