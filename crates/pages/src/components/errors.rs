//! What keeps a form from being taken: a list at the top that leads to each field, and takes the focus.

use maud::{Markup, html};
use words::Words;

/// One problem: which field, what happened and what to do.
#[derive(Clone, Debug)]
pub struct FieldError {
    /// The id of the field's control.
    pub field: String,
    /// The sentence; the same one stands beside the field.
    pub text: String,
}

/// The list, above the form. Give nothing and it is not there.
pub fn error_summary(words: Words, errors: &[FieldError]) -> Markup {
    html! {
        @if !errors.is_empty() {
            div.errors role="alert" aria-labelledby="errors-title" tabindex="-1" autofocus data-focus {
                h2 #errors-title { (words.with("errors-title", &[("count", errors.len().into())])) }
                ul { @for error in errors { li { a href={ "#" (error.field) } { (error.text) } } } }
                p.by { (words.say("errors-kept")) }
            }
        }
    }
}
