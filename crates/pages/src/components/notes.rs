//! Notes of several people on one page, in the order in which they were written.

use maud::{Markup, Render, html};

/// One note.
#[derive(Clone, Debug, Default)]
pub struct Note {
    /// Who wrote it.
    pub who: String,
    /// When, as it is said.
    pub at: Markup,
    /// What was written.
    pub said: Markup,
    /// What belongs to it: an indicator, a link, a correction.
    pub more: Option<Markup>,
}

/// The notes.
pub fn notes(notes: &[Note]) -> Markup {
    html! {
        ol.notes {
            @for note in notes {
                li {
                    p.by { (note.who) br; (note.at.render()) }
                    div { p.said { (note.said) } @if let Some(more) = &note.more { (more) } }
                }
            }
        }
    }
}
