//! A school year as a line: windows, conversations, lessons, today. Its list stands in its place on
//! narrow screens.

use jiff::civil::Date;
use maud::{Markup, html};
use words::Words;

use super::geometry::Tenths;
use super::{Progress, Step, steps};

/// A span in which something is to happen.
#[derive(Clone, Debug)]
pub struct Window {
    /// "Mid-year".
    pub label: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// Which line a mark stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearRow {
    /// On the axis: a round mark.
    Conversation,
    /// Under the axis: a square mark.
    Lesson,
}

/// Something on a day.
#[derive(Clone, Debug)]
pub struct YearMark {
    /// Its day.
    pub date: Date,
    /// "held 29 Sep", "about 16 Mar".
    pub label: String,
    /// Conversation or lesson.
    pub row: YearRow,
    /// Held, next or planned.
    pub progress: Progress,
}

/// A year.
#[derive(Clone, Debug)]
pub struct YearLine {
    /// The spoken summary, in full.
    pub summary: String,
    /// First day of the school year.
    pub from: Date,
    /// Last day of the school year.
    pub to: Date,
    /// Today, if it lies in the year.
    pub today: Option<Date>,
    /// Windows, in order.
    pub windows: Vec<Window>,
    /// Marks, in order of their days.
    pub marks: Vec<YearMark>,
    /// "Lessons seen".
    pub lessons: String,
    /// What the year ends with, and when: "Your report, by Fri 21 May".
    pub end: Option<(Date, String)>,
    /// The same as a list, for narrow screens.
    pub list: Vec<Step>,
}

const WIDTH: i64 = 900;
/// A letter at 12 px, in tenths; generous, so that labels never touch.
const LETTER: i64 = 66;

/// The line, and its list.
pub fn year_line(words: Words, year: &YearLine) -> Markup {
    let days = days(year.from, year.to).max(1);
    let x = |date: Date| self::days(year.from, date).clamp(0, days) * WIDTH * 10 / days;
    let rows = lesson_rows(year, &x);
    let lowest = rows.iter().copied().max().unwrap_or(0);
    let height = 146 + lowest * 20;
    html! {
        figure.year.wide-only {
            svg width=(WIDTH) height=(height) viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-label=(year.summary) {
                @for window in &year.windows {
                    @let from = x(window.from);
                    rect.win x=(Tenths(from)) y="52" width=(Tenths(x(window.to) - from)) height="28" {}
                    text.b x=(Tenths(from)) y="44" { (window.label) }
                }
                @for first in months(year.from, year.to) {
                    path.tickm d={ "M" (Tenths(x(first))) " 80V88" } {}
                    text.mut x=(Tenths(x(first) + 30)) y="96" { (words.month_name(first)) }
                }
                @if let Some(today) = year.today {
                    // A gap where the names of windows stand.
                    path.nowl d={ "M" (Tenths(x(today))) " 18V30M" (Tenths(x(today))) " 50V124" } {}
                    text.nowt x=(Tenths(x(today).clamp(200, WIDTH * 10 - 200))) y="12" text-anchor="middle" { (words.say("year-today")) }
                }
                path.axis d={ "M0 80H" (WIDTH) } {}
                @for mark in year.marks.iter().filter(|mark| mark.row == YearRow::Conversation) {
                    @let at = x(mark.date);
                    circle class=(class(mark)) cx=(Tenths(at)) cy="66" r="6.5" {}
                    @if stands_left(year, mark, &x) {
                        text x=(Tenths(at - 110)) y="70" text-anchor="end" { (mark.label) }
                    } @else {
                        text x=(Tenths(at + 120)) y="70" { (mark.label) }
                    }
                }
                @if !rows.is_empty() { text.mut x="0" y="118" { (year.lessons) } }
                @for (mark, row) in year.marks.iter().filter(|mark| mark.row == YearRow::Lesson).zip(&rows) {
                    @let at = x(mark.date);
                    rect class=(class(mark)) x=(Tenths(at - 50)) y=(108 + row * 20) width="10" height="10" {}
                    @if crossed(year, mark, &x) {
                        text x=(Tenths(at - 90)) y=(118 + row * 20) text-anchor="end" { (mark.label) }
                    } @else {
                        text x=(Tenths(at + 100)) y=(118 + row * 20) { (mark.label) }
                    }
                }
                @if let Some((date, label)) = &year.end {
                    path.axis d={ "M" (Tenths(x(*date))) " 80V" (height - 6) } {}
                    text x=(Tenths(x(*date) - 50)) y=(height - 6) text-anchor="end" { (label) }
                }
            }
        }
        div.narrow-only { (steps(&year.list)) }
    }
}

fn class(mark: &YearMark) -> &'static str {
    match mark.progress {
        Progress::Done => "held",
        Progress::Now => "nx",
        Progress::Ahead => "todo",
    }
}

fn width_of(label: &str) -> i64 {
    i64::try_from(label.chars().count()).unwrap_or(0) * LETTER
}

/// A label stands on the side where its window is longer, and never outside the drawing.
fn stands_left(year: &YearLine, mark: &YearMark, x: &impl Fn(Date) -> i64) -> bool {
    let at = x(mark.date);
    let width = width_of(&mark.label) + 120;
    if at < width {
        return false;
    }
    if at + width > WIDTH * 10 {
        return true;
    }
    // Nor across today's line, where the other side is free of it.
    if let Some(today) = year.today.map(x) {
        let left = at - width < today && today < at;
        let right = at < today && today < at + width;
        if left != right {
            return right;
        }
    }
    year.windows
        .iter()
        .find(|window| window.from <= mark.date && mark.date <= window.to)
        .is_some_and(|window| at - x(window.from) > x(window.to) - at)
}

/// Whether today's line would go through a lesson's label on its right; then it stands on the left.
fn crossed(year: &YearLine, mark: &YearMark, x: &impl Fn(Date) -> i64) -> bool {
    let at = x(mark.date);
    let label = at..at + 110 + width_of(&mark.label);
    year.today.is_some_and(|today| label.contains(&x(today)))
}

/// Lessons close to each other go to lines of their own, so that their labels never touch.
fn lesson_rows(year: &YearLine, x: &impl Fn(Date) -> i64) -> Vec<i64> {
    let mut free_from = vec![width_of(&year.lessons)];
    year.marks
        .iter()
        .filter(|mark| mark.row == YearRow::Lesson)
        .map(|mark| {
            let (left, right) = (
                x(mark.date)
                    - 60
                    - if crossed(year, mark, x) {
                        width_of(&mark.label)
                    } else {
                        0
                    },
                x(mark.date)
                    + 140
                    + if crossed(year, mark, x) {
                        0
                    } else {
                        width_of(&mark.label)
                    },
            );
            let row = free_from.iter().position(|free| *free <= left);
            let row = row.unwrap_or_else(|| {
                free_from.push(0);
                free_from.len() - 1
            });
            free_from[row] = right;
            i64::try_from(row).unwrap_or(0)
        })
        .collect()
}

fn days(from: Date, to: Date) -> i64 {
    i64::from(from.until(to).map_or(0, |span| span.get_days()))
}

/// The first day of each month that begins inside the year.
fn months(from: Date, to: Date) -> Vec<Date> {
    let mut firsts = Vec::new();
    let mut first = from.first_of_month();
    while first <= to {
        if first > from {
            firsts.push(first);
        }
        match first.last_of_month().tomorrow() {
            Ok(next) => first = next,
            Err(_) => break,
        }
    }
    firsts
}
