//! When lessons are seen and ratings are shared: within the pack's windows, on school days, one lesson a day for each
//! observer.

use crate::year::acts::at;
use crate::year::chance::Chance;
use crate::year::days::{Diaries, school_days};
use crate::year::larkspur::{Fixed, GATEWAY, OBSERVED};
use crate::year::lives::Visit;
use crate::year::plan::Talk;
use crate::year::staff::Teacher;
use domain::calendar::Calendar;
use jiff::civil::{Date, DateTime, date};

/// The three learning cycles, and within each the days from which a lesson is chosen.
const CYCLES: [[Date; 4]; 3] = [
    [
        date(2026, 9, 8),
        date(2026, 11, 13),
        date(2026, 9, 14),
        date(2026, 11, 6),
    ],
    [
        date(2026, 11, 14),
        date(2027, 2, 12),
        date(2026, 11, 16),
        date(2027, 2, 9),
    ],
    [
        date(2027, 2, 15),
        date(2027, 5, 7),
        date(2027, 2, 16),
        date(2027, 4, 14),
    ],
];
/// On the drawn morning of 12 January nothing is known but what is drawn.
const AFTER_THE_DRAWING: Date = date(2027, 1, 20);

/// Each lesson that is seen, in the order of the year; one of them covers every indicator.
pub fn visits(
    teacher: &Teacher,
    fixed: Option<&Fixed>,
    calendar: &Calendar,
    chance: &mut Chance,
    diaries: &mut Diaries,
) -> Vec<Visit> {
    let drawn = fixed.map_or(&[][..], |fixed| fixed.lessons);
    let mut visits: Vec<Visit> = drawn
        .iter()
        .map(|seen| Visit {
            kind: seen.kind,
            on: seen.on,
            shared_on: seen.shared_on,
            indicators: seen.indicators(),
        })
        .collect();
    let full_first = chance.happens(60);
    for (number, [opens, closes, mut from, to]) in CYCLES.into_iter().enumerate() {
        if visits
            .iter()
            .any(|visit| opens <= visit.on && visit.on <= closes)
            || (number == 1 && away(teacher))
        {
            continue;
        }
        if number == 1 && !drawn.is_empty() {
            from = AFTER_THE_DRAWING;
        }
        // Whoever has only short visits behind gets a full one in the last cycle.
        let full = number == 2 || (number == 0) == full_first;
        let Some(on) = day(teacher, calendar, from, to, chance, diaries) else {
            continue;
        };
        let pause = u32::try_from(chance.between(1, 4)).unwrap_or(2);
        visits.push(Visit {
            kind: if full { "full" } else { "short" },
            on,
            shared_on: calendar.add_school_days(on, pause),
            indicators: if full { &OBSERVED[..] } else { &GATEWAY[..] }
                .iter()
                .map(|id| (*id).to_owned())
                .collect(),
        });
    }
    visits.sort_by_key(|visit| visit.on);
    for visit in &visits {
        diaries.take(teacher.evaluator, at(visit.on, 12, 0));
    }
    visits
}

/// Petra Solheim is on leave through the second cycle.
fn away(teacher: &Teacher) -> bool {
    teacher.name == "Petra Solheim"
}

fn day(
    teacher: &Teacher,
    calendar: &Calendar,
    opens: Date,
    closes: Date,
    chance: &mut Chance,
    diaries: &Diaries,
) -> Option<Date> {
    let days = school_days(calendar, opens, closes);
    let free: Vec<Date> = days
        .iter()
        .copied()
        .filter(|day| diaries.is_free(teacher.evaluator, at(*day, 12, 0)))
        .collect();
    chance.pick(&free).or_else(|| days.first()).copied()
}

/// When the rating is shared: after the conversation, from Mon 3 May to Thu 20 May; some on the last day, Fri 21 May.
pub fn rated(
    talk: &Talk,
    fixed: Option<&Fixed>,
    calendar: &Calendar,
    chance: &mut Chance,
) -> DateTime {
    let after = u32::try_from(chance.between(1, 3)).unwrap_or(2);
    let day = calendar
        .add_school_days(talk.slot.on, after)
        .max(date(2027, 5, 3))
        .min(date(2027, 5, 21));
    let day = fixed.and_then(|fixed| fixed.rated_on).unwrap_or(day);
    at(day, 15, [10, 25, 40, 50][chance.below(4)])
}
