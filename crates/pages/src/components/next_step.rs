//! The next step at the top of a record or work page: what, who, by when, and one button.
//! Not on Today, whose list is the next steps; never twice on a page.

use maud::{Markup, html};
use words::Words;

/// What stands in the margin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NextLabel {
    /// Something comes next.
    #[default]
    Next,
    /// Something is running.
    Now,
}

/// One step with its owner and its date.
#[derive(Clone, Debug, Default)]
pub struct NextStep {
    /// Next or now.
    pub label: NextLabel,
    /// "You write the rationale for I.3 by Fri 14 May."
    pub what: Markup,
    /// The distance and whatever else helps.
    pub why: Option<Markup>,
    /// The one button, or several small ones.
    pub action: Option<Markup>,
}

/// The step, under the accent's rule.
pub fn next_step(words: Words, step: &NextStep) -> Markup {
    let label = words.say(match step.label {
        NextLabel::Next => "next-label",
        NextLabel::Now => "now-label",
    });
    html! {
        section.next aria-label=(label) {
            p.next-label aria-hidden="true" { (label) }
            div {
                p.next-what { (step.what) }
                @if let Some(why) = &step.why { p.next-why { (why) } }
            }
            @if let Some(action) = &step.action { div.acts { (action) } }
        }
    }
}
