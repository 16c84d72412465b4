//! Many like parts of a form, folded on a small screen to a line with what was chosen, one open at a time. On a wide one
//! all stand open.

use maud::{Markup, html};

use super::{Shape, shape};

/// One part. `group` names those of which one is open; `chosen` is what stands on the line, and a script keeps it at
/// what is chosen.
pub struct Fold {
    pub group: &'static str,
    pub summary: Markup,
    pub chosen: Markup,
    /// Something in it was refused.
    pub wrong: bool,
    pub open: bool,
}

pub fn fold(part: &Fold, body: Markup) -> Markup {
    html! {
        details.fold name=(part.group) open[part.open] {
            summary {
                @if part.wrong { (shape(Shape::FullDiamond)) }
                span { (part.summary) }
                span.chosen { (part.chosen) }
            }
            (body)
        }
    }
}
