//! A section: its label hangs in the margin column, its matter stands right of it under a hairline.

use maud::{Markup, Render, html};

/// A section. `id` is its anchor on the page; the hint is at most one sentence.
pub fn section(id: &str, label: impl Render, hint: Option<&str>, body: Markup) -> Markup {
    ruled("sec", id, &html! { (label) }, hint, &body)
}

/// A section that never prints: private notes.
pub fn section_private(id: &str, label: impl Render, hint: Option<&str>, body: Markup) -> Markup {
    ruled("sec no-print", id, &html! { (label) }, hint, &body)
}

/// The whole width for one wide table.
pub fn full(label: &str, body: Markup) -> Markup {
    html! { section.full aria-label=(label) { (body) } }
}

fn ruled(class: &str, id: &str, label: &Markup, hint: Option<&str>, body: &Markup) -> Markup {
    html! {
        section class=(class) aria-labelledby=(id) {
            div.hang {
                h2 id=(id) { (label) }
                @if let Some(hint) = hint { p { (hint) } }
            }
            div.body { (body) }
        }
    }
}
