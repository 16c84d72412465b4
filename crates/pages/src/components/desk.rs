//! A desk: the work in the middle, the facts beside it; on narrow screens the facts follow the work.

use maud::{Markup, Render, html};

/// Work with facts beside it. The label names the facts for screen readers.
pub fn desk(work: Markup, facts_label: &str, facts: Markup) -> Markup {
    html! { div.desk { div { (work) } aside aria-label=(facts_label) { (facts) } } }
}

/// One group of facts. `id` is the anchor that a link in the next step may lead to.
pub fn side(id: &str, label: impl Render, body: Markup) -> Markup {
    html! { section.side id=(id) { h2 { (label) } (body) } }
}
