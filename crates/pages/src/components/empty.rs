//! An empty list: it says what would fill it, and leads there if one may.

use maud::{Markup, Render, html};

/// What would stand here, and the link or button that begins it.
pub fn empty(text: impl Render, action: Option<Markup>) -> Markup {
    html! { div.empty { p { (text) } @if let Some(action) = action { div.acts { (action) } } } }
}
