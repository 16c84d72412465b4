//! A rule that changes how the page must be read; one a page. Never a tip, never success.

use maud::{Markup, Render, html};

use super::{Shape, Tone, state};

/// A ruled paragraph that begins with its word and shape.
pub fn notice(tone: Tone, kind: Shape, title: impl Render, body: Markup) -> Markup {
    html! {
        div class={ "notice" @if let Some(class) = tone.class() { " " (class) } } {
            p { (state(kind, Tone::Plain, title)) }
            (body)
        }
    }
}
