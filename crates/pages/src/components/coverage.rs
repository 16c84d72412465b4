//! Which indicators have been seen: one cell each, in groups. Never levels.

use maud::{Markup, html};
use words::Words;

use super::geometry::Tenths;
use super::key;

/// What is known of one indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Seen and shared.
    Shared,
    /// In the viewer's own draft.
    Draft,
    /// Not seen yet.
    Not,
}

/// The strip with its words under it; screen readers get the words.
pub fn coverage(words: Words, groups: &[Vec<Seen>]) -> Markup {
    let cells: Vec<Seen> = groups.iter().flatten().copied().collect();
    let count = |wanted: Seen| cells.iter().filter(|seen| **seen == wanted).count();
    let (shared, drafted) = (count(Seen::Shared), count(Seen::Draft));
    let mut args = vec![("seen", shared.into()), ("all", cells.len().into())];
    let said = if drafted == 0 {
        words.with("coverage-count", &args)
    } else {
        args.push(("drafted", drafted.into()));
        words.with("coverage-count-drafted", &args)
    };
    let mut left = 0;
    let mut placed = Vec::with_capacity(cells.len());
    for group in groups {
        for seen in group {
            placed.push((left, *seen));
            left += CELL;
        }
        left += GAP;
    }
    let width = (left - GAP).max(0);
    html! {
        svg.cov width=(width) height="16" viewBox={ "0 0 " (width) " 16" } aria-hidden="true" {
            @for (left, seen) in placed { (cell(left, seen)) }
        }
        span.sub { (said) }
    }
}

/// What the cells mean.
pub fn coverage_key(words: Words) -> Markup {
    let item = |seen: Seen, text: &str| {
        html! {
            svg.cov width="8" height="16" viewBox="0 0 8 16" aria-hidden="true" { (cell(0, seen)) }
            " " (words.say(text))
        }
    };
    key([
        item(Seen::Shared, "coverage-shared"),
        item(Seen::Draft, "coverage-drafted"),
        item(Seen::Not, "coverage-unseen"),
    ])
}

/// Distance from one cell to the next, and between groups.
const CELL: i64 = 9;
const GAP: i64 = 5;

fn cell(left: i64, seen: Seen) -> Markup {
    let x = Tenths(left * 10 + 5);
    html! {
        rect.on[seen == Seen::Shared] x=(x) y="0.5" width="7" height="15" {}
        @if seen == Seen::Draft { rect.half x=(x) y="8" width="7" height="7.5" {} }
    }
}
