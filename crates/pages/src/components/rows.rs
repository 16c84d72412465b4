//! Short items under hairlines, state first, source under it. More than 25: a table with search.

use maud::{Markup, html};

/// The list; each item is the inside of a line.
pub fn rows(items: impl IntoIterator<Item = Markup>) -> Markup {
    html! { ul.rows { @for item in items { li { (item) } } } }
}

/// An item of a state, a source under it and a link under that.
pub fn row(state: Markup, source: Option<Markup>, link: Option<Markup>) -> Markup {
    html! {
        (state)
        @if let Some(source) = source { span.by { (source) } }
        @if let Some(link) = link { (link) }
    }
}
