//! Finding and ordering a list; everything stands in the address.

use maud::{Markup, html};
use words::Words;

use super::{Field, hidden};

/// One order of the list; without an address it is the one in force.
pub type Order = (String, Option<String>);

/// A search above a table.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The address of the list.
    pub action: String,
    /// "Find a teacher".
    pub label: String,
    /// What was looked for; sent as `q`.
    pub value: String,
    /// Other choices in the address that a new search keeps.
    pub kept: Vec<(String, String)>,
    /// Further fields, such as a filter by school.
    pub filters: Option<Markup>,
    /// Orders that may be chosen.
    pub orders: Vec<Order>,
}

/// The search; a GET form that works without scripts.
pub fn search(words: Words, search: &Search) -> Markup {
    html! {
        form.find role="search" method="get" action=(search.action) {
            @for (name, value) in &search.kept { (hidden(name, value)) }
            (Field::text("q", &search.label).value(search.value.as_str()).autocomplete("off").quiet().markup(words))
            @if let Some(filters) = &search.filters { (filters) }
            button.btn type="submit" { (words.say("search-button")) }
            @if !search.value.is_empty() { a href=(search.action) { (words.say("search-clear")) } }
            @if !search.orders.is_empty() {
                p.sorts role="group" {
                    (words.say("search-order")) " "
                    @for (at, (label, href)) in search.orders.iter().enumerate() {
                        @if at > 0 { " · " }
                        @match href {
                            Some(href) => { a href=(href) { (label) } }
                            None => { strong { (label) } }
                        }
                    }
                }
            }
        }
    }
}
