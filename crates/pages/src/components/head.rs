//! The head of a page: where one is, the title, one lead sentence, and jumps if there are many sections.

use maud::{Markup, html};
use words::Words;

/// One part of the path above the title; without an address it is plain text.
#[derive(Clone, Debug, Default)]
pub struct Crumb {
    /// What the part is called.
    pub label: String,
    /// Where it leads.
    pub href: Option<String>,
}

impl Crumb {
    /// A part that leads somewhere.
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: Some(href.into()),
        }
    }

    /// A part that is only named.
    pub fn here(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: None,
        }
    }
}

/// A jump to a section: its id and its label.
pub type Jump = (String, String);

/// The head of a page.
#[derive(Clone, Debug, Default)]
pub struct PageHead {
    /// The path above the title.
    pub crumbs: Vec<Crumb>,
    /// The thing or the question of the page.
    pub title: String,
    /// One or two sentences that say how things stand.
    pub lead: Option<Markup>,
    /// Sections of the page; given when there are more than six.
    pub jumps: Vec<Jump>,
}

/// The head of a page, with its only `h1`.
pub fn page_head(words: Words, head: &PageHead) -> Markup {
    html! {
        header.head {
            @if !head.crumbs.is_empty() {
                nav.crumb aria-label=(words.say("where-you-are")) {
                    @for (at, crumb) in head.crumbs.iter().enumerate() {
                        @if at > 0 { " / " }
                        @match &crumb.href {
                            Some(href) => { a href=(href) { (crumb.label) } }
                            None => { (crumb.label) }
                        }
                    }
                }
            }
            h1 { (head.title) }
            @if let Some(lead) = &head.lead { p.stand { (lead) } }
            @if !head.jumps.is_empty() {
                nav.jump aria-label=(words.say("on-this-page")) {
                    ul { @for (id, label) in &head.jumps { li { a href={ "#" (id) } { (label) } } } }
                }
            }
        }
    }
}
