//! "From the toolkit": links to the pages that are needed in a place of the program.

use super::address;
use crate::visitor::Visitor;
use maud::{Markup, html};

/// The body of a page with the toolkit of its place at the end.
pub fn with_toolkit(visitor: &Visitor, place: &str, body: Markup) -> Markup {
    html! { (body) (toolkit(visitor, place)) }
}

/// The pages that a place leads to, for this reader; nothing where there are none.
fn toolkit(visitor: &Visitor, place: &str) -> Markup {
    let tag = visitor.words.language().tag();
    let pages: Vec<_> = visitor
        .library
        .pages()
        .filter(|shown| shown.needed_in.iter().any(|needed| needed == place))
        .collect();
    html! {
        @if !pages.is_empty() {
            @let topic = pages.first().map_or("", |shown| shown.page.topic.as_str());
            aside.toolkit aria-labelledby="toolkit" {
                h2 #toolkit { (visitor.words.say("library-toolkit")) }
                ul { @for shown in pages { li { a href=(address(&shown.id)) { (shown.page.title.get(tag)) } } } }
                p { a href={ "/library#topic-" (topic) } { (visitor.words.say("library-toolkit-more")) } }
            }
        }
    }
}
