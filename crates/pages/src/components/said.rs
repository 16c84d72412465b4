//! Words of people in the serif, and who said them; the program's small print.

use maud::{Markup, Render, html};

/// Written by a person: evidence, notes, reasons, answers.
pub fn said(text: impl Render) -> Markup {
    html! { p.said { (text) } }
}

/// Who, when, what it belongs to.
pub fn by(text: impl Render) -> Markup {
    html! { p.by { (text) } }
}

/// Small print.
pub fn small(text: impl Render) -> Markup {
    html! { p.small { (text) } }
}

/// How a figure or a date comes about.
pub fn arithmetic(text: impl Render) -> Markup {
    html! { p.arith { (text) } }
}
