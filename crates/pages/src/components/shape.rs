//! The shapes of states. One shape has one meaning on a page and always stands beside its word.

use maud::{Markup, html};

/// A shape, named by what it looks like; what it says is written beside each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Done or held.
    Disc,
    /// Begun or running.
    Half,
    /// Not begun.
    Ring,
    /// Near or due.
    Diamond,
    /// Status at risk.
    HalfDiamond,
    /// Renewal in question.
    FullDiamond,
    /// Late or impossible, and only that.
    Triangle,
    /// Growing.
    Rising,
    /// Strong.
    Dotted,
    /// Seeking leadership.
    Plus,
    /// Paused.
    Bar,
    /// A person's own rating, on staves and their keys.
    Square,
}

/// The shape alone, hidden from screen readers: its word says the same.
pub fn shape(kind: Shape) -> Markup {
    html! {
        svg viewBox="0 0 12 12" aria-hidden="true" {
            @match kind {
                Shape::Disc => { circle.shape cx="6" cy="6" r="5" {} }
                Shape::Half => {
                    circle.shape.hollow cx="6" cy="6" r="5" {}
                    path.shape d="M6 1a5 5 0 0 1 0 10z" {}
                }
                Shape::Ring => { circle.shape.hollow cx="6" cy="6" r="5" {} }
                Shape::Diamond => { path.shape.hollow d="M6 .8 11.2 6 6 11.2 .8 6z" {} }
                Shape::HalfDiamond => {
                    path.shape.hollow d="M6 .8 11.2 6 6 11.2 .8 6z" {}
                    path.shape d="M6 .8 11.2 6 6 11.2z" {}
                }
                Shape::FullDiamond => { path.shape d="M6 .8 11.2 6 6 11.2 .8 6z" {} }
                Shape::Triangle => { path.shape d="M6 1.5 11 10.5H1z" {} }
                Shape::Rising => { path.shape.hollow d="M1 10 5 6l2 2 4-6" {} }
                Shape::Dotted => {
                    circle.shape.hollow cx="6" cy="6" r="5" {}
                    circle.shape cx="6" cy="6" r="1.8" {}
                }
                Shape::Plus => { path.shape.hollow d="M6 .5v11M.5 6h11" stroke-width="2.2" {} }
                Shape::Bar => { path.shape d="M1 6h10" stroke-width="2.5" {} }
                Shape::Square => { rect.shape.hollow x="1.5" y="1.5" width="9" height="9" {} }
            }
        }
    }
}
