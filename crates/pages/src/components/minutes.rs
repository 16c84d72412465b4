//! The minutes of a conversation as a bar: what is over, what runs, where now is.

use jiff::Timestamp;
use maud::{Markup, html};

use super::geometry::Tenths;

/// The bar.
#[derive(Clone, Debug, Default)]
pub struct Minutes {
    /// The spoken summary: "16 of 60 minutes have passed; the third of nine items is running."
    pub summary: String,
    /// Minutes of each item, in order.
    pub items: Vec<u32>,
    /// The item that runs, counted from 0; nothing before and after.
    pub running: Option<usize>,
    /// Minutes that have passed.
    pub passed: u32,
    /// When it began, and the server's clock, if the line is to move.
    pub clock: Option<(Timestamp, Timestamp)>,
}

const WIDTH: i64 = 600;

/// The bar. The timer script moves the line by its data.
pub fn minutes(minutes: &Minutes) -> Markup {
    let all: i64 = minutes.items.iter().map(|item| i64::from(*item)).sum();
    let at = |minute: i64| Tenths(minute * WIDTH * 10 / all.max(1));
    let mut start = 0;
    let mut placed = Vec::with_capacity(minutes.items.len());
    for item in &minutes.items {
        let item = i64::from(*item);
        placed.push((at(start), at(start + item)));
        start += item;
    }
    let class = |index: usize| match minutes.running {
        Some(running) if index < running => Some("past"),
        Some(running) if index == running => Some("on"),
        None if at(i64::from(minutes.passed)) >= at(all) => Some("past"),
        _ => None,
    };
    html! {
        svg.minutes viewBox={ "0 0 " (WIDTH) " 14" } preserveAspectRatio="none" role="img" aria-label=(minutes.summary)
            data-begins=[minutes.clock.map(|(began, _)| began.as_second())]
            data-ends=[minutes.clock.map(|(began, _)| began.as_second() + all * 60)]
            data-now=[minutes.clock.map(|(_, now)| now.as_second())]
        {
            @for (index, (from, to)) in placed.iter().enumerate() {
                rect class=[class(index)] x=(Tenths(from.0 + 10)) y="2" width=(Tenths((to.0 - from.0 - 20).max(5))) height="10" {}
            }
            @if minutes.passed > 0 || minutes.clock.is_some() {
                path d={ "M" (at(i64::from(minutes.passed).min(all))) " 0V14" } vector-effect="non-scaling-stroke" data-minutes-now {}
            }
        }
    }
}
