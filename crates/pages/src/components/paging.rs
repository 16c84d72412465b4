//! The way through a long list, by key and not by number of page.

use maud::{Markup, html};
use words::Words;

/// Where the list goes on.
#[derive(Clone, Debug, Default)]
pub struct Paging {
    /// The address of the part before.
    pub earlier: Option<String>,
    /// The address of the part after.
    pub later: Option<String>,
    /// "26 to 50 of 312", if it is known.
    pub shown: Option<(u64, u64, u64)>,
}

/// Two links and where one is; nothing if everything is on the page.
pub fn paging(words: Words, label: &str, paging: &Paging) -> Markup {
    html! {
        @if paging.earlier.is_some() || paging.later.is_some() {
            nav.paging aria-label=(label) {
                @if let Some(href) = &paging.earlier { a.btn href=(href) rel="prev" { (words.say("page-earlier")) } }
                @if let Some((from, to, all)) = paging.shown {
                    span.by { (words.with("page-range", &[("from", from.into()), ("to", to.into()), ("all", all.into())])) }
                }
                @if let Some(href) = &paging.later { a.btn href=(href) rel="next" { (words.say("page-later")) } }
            }
        }
    }
}
