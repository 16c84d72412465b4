//! The key of a picture.

use maud::{Markup, html};

/// Each item is a shape with its word, or a sentence.
pub fn key(items: impl IntoIterator<Item = Markup>) -> Markup {
    html! { ul.key { @for item in items { li { (item) } } } }
}
