//! A value that the district has not confirmed yet.

use maud::{Markup, Render, html};
use words::Words;

/// The value with a dashed underline and hidden words that say the same.
pub fn unconfirmed(words: Words, text: impl Render) -> Markup {
    html! { span.unconf { (text) span.vh { " " (words.say("unconfirmed-mark")) } } }
}
