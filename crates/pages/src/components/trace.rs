//! A computed figure, opened up: rounded value right, exact fraction before it, source and rule inside.
//! At most four levels.

use maud::{Markup, html};
use words::Words;

/// One line of the sum.
#[derive(Clone, Debug, Default)]
pub struct TraceLine {
    /// "Observation".
    pub name: String,
    /// "42 points × 133/216".
    pub sub: Option<String>,
    /// The exact fraction: "931/36".
    pub exact: Option<String>,
    /// The rounded value: "25.86".
    pub shown: String,
    /// Rule, source and arithmetic; a table of what went in.
    pub body: Option<Markup>,
    /// What it is made of.
    pub parts: Vec<TraceLine>,
    /// Open from the start.
    pub open: bool,
}

/// The sum as a tree, with its total.
pub fn trace(words: Words, lines: &[TraceLine], total: Option<&TraceLine>) -> Markup {
    html! {
        div.trace {
            @for line in lines { (one(line)) }
            @if let Some(total) = total {
                p.total {
                    span { @if total.name.is_empty() { (words.say("trace-together")) } @else { (total.name) } }
                    span.ex { @if let Some(exact) = &total.exact { (exact) } }
                    span.pt { (total.shown) }
                }
            }
        }
    }
}

fn one(line: &TraceLine) -> Markup {
    html! {
        @if line.body.is_none() && line.parts.is_empty() {
            div.leaf { p.ln { (figures(line)) } }
        } @else {
            details open[line.open] {
                summary { (figures(line)) }
                div.kids {
                    @if let Some(body) = &line.body { div.how { (body) } }
                    @for part in &line.parts { (one(part)) }
                }
            }
        }
    }
}

fn figures(line: &TraceLine) -> Markup {
    html! {
        span.nm { (line.name) @if let Some(sub) = &line.sub { span.sub { (sub) } } }
        span.ex { @if let Some(exact) = &line.exact { (exact) } }
        span.pt { (line.shown) }
    }
}
