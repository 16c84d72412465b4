//! What was just done, said once, and the way back.

use maud::{Markup, Render, html};
use words::Words;

use super::{FormKey, Shape, Tone, form, state};

/// A confirmation at the top of the next page.
pub fn flash(text: impl Render) -> Markup {
    html! { div.flash role="status" { p { (state(Shape::Disc, Tone::Plain, text)) } } }
}

/// A confirmation that can be taken back.
pub fn undo(words: Words, text: impl Render, action: &str, key: &FormKey) -> Markup {
    html! {
        div.flash.undo role="status" {
            p { (state(Shape::Disc, Tone::Plain, text)) }
            (form(action, key, super::button(words.say("undo-button"))))
        }
    }
}
