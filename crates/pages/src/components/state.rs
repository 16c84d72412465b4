//! A state: a word and a shape. The colour only repeats what the word says.

use maud::{Markup, Render, html};

use super::{Shape, shape};

/// How urgent a state is. Ratings and levels have no tone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Ink.
    #[default]
    Plain,
    /// Due, near a cut, not yet confirmed.
    Soon,
    /// Late, does not fit, a right or a job at stake.
    Grave,
    /// Second ink: over, or not the point.
    Quiet,
}

impl Tone {
    pub(super) const fn class(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Soon => Some("soon"),
            Self::Grave => Some("grave"),
            Self::Quiet => Some("quiet"),
        }
    }
}

/// The shape and its word.
pub fn state(kind: Shape, tone: Tone, text: impl Render) -> Markup {
    html! { span class={ "st" @if let Some(class) = tone.class() { " " (class) } } { (shape(kind)) span { (text) } } }
}
