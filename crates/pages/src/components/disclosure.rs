//! Arithmetic, reasons and the table twins of pictures. Never what a person must see before acting.

use maud::{Markup, Render, html};

/// Closed until it is opened; prints open.
pub fn disclosure(summary: impl Render, body: Markup) -> Markup {
    html! { details { summary { (summary) } div.inside { (body) } } }
}

/// Open from the start.
pub fn disclosure_open(summary: impl Render, body: Markup) -> Markup {
    html! { details open { summary { (summary) } div.inside { (body) } } }
}
