//! Things with a date and one action each: the date hangs, the matter stands, the action ends the line.
//! Without an action use `rows`, without a date `facts`.

use maud::{Markup, html};

/// One line.
#[derive(Clone, Debug, Default)]
pub struct LedgerRow {
    /// The date, or the number of a choice.
    pub when: Markup,
    /// Under the date: the distance ("in 3 school days") or a state.
    pub distance: Option<Markup>,
    /// Who and what.
    pub title: Markup,
    /// Why it is due, or what it costs.
    pub why: Option<Markup>,
    /// Anything below, such as a disclosure of how a date was counted.
    pub more: Option<Markup>,
    /// One button or link button.
    pub action: Option<Markup>,
}

/// The list, in the order in which it is given.
pub fn ledger(rows: &[LedgerRow]) -> Markup {
    html! {
        ol.ledger {
            @for row in rows {
                li {
                    p.when { b { (row.when) } @if let Some(distance) = &row.distance { span { (distance) } } }
                    div {
                        h3 { (row.title) }
                        @if let Some(why) = &row.why { p.why { (why) } }
                        @if let Some(more) = &row.more { (more) }
                    }
                    @if let Some(action) = &row.action { div.act { (action) } }
                }
            }
        }
    }
}
