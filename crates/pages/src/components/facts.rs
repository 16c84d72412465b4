//! Named values about one thing. Comparisons belong in a table.

use maud::{Markup, html};

/// Terms hang, values stand.
pub fn facts(items: impl IntoIterator<Item = (String, Markup)>) -> Markup {
    html! { dl.facts { @for (term, value) in items { dt { (term) } dd { (value) } } } }
}
