//! Whether a text is kept. The scripts change this line as a person types; without scripts it says
//! when the text was last saved, and a button saves.

use jiff::civil::Time;
use maud::{Markup, html};
use words::Words;

use super::{Shape, Tone, state};

/// How a field saves itself.
#[derive(Clone, Debug, Default)]
pub struct Autosave {
    /// Where the fields are put: `PUT`, form-encoded, with `version`.
    pub url: String,
    /// The version that the page shows.
    pub version: u64,
    /// When it was last saved, in the school's zone.
    pub saved: Option<Time>,
}

/// The state of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// On its way.
    Saving,
    /// Saved at a time, in the school's zone.
    Saved(Time),
    /// The server did not take it; the text is still in the page.
    Unsaved,
    /// No connection; kept in the browser.
    Offline,
}

/// The line under a field.
pub fn kept(words: Words, kept: Kept) -> Markup {
    html! { span.kept { (said_state(words, kept)) } }
}

/// The line under a field that saves itself; empty until it was saved once.
pub(super) fn kept_line(words: Words, autosave: &Autosave) -> Markup {
    html! {
        span.kept role="status" data-kept {
            @if let Some(time) = autosave.saved { (said_state(words, Kept::Saved(time))) }
        }
    }
}

/// What a saving field says about itself to the scripts.
pub(super) fn save_button(words: Words) -> Markup {
    html! { button.btn type="submit" name="act" value="save" data-without-script { (words.say("save-button")) } }
}

/// The states and sentences that the scripts show, rendered once a page.
pub fn said_states(words: Words) -> Markup {
    html! {
        div hidden data-said
            data-restored=(words.say("kept-restored"))
            data-conflict=(words.say("kept-conflict"))
            data-conflict-theirs=(words.say("kept-conflict-theirs"))
            data-conflict-keep=(words.say("kept-conflict-keep"))
            data-conflict-take=(words.say("kept-conflict-take"))
            data-busy=(words.say("submit-busy"))
        {
            span data-state="saving" { (state(Shape::Half, Tone::Plain, words.say("kept-saving"))) }
            span data-state="saved" { (state(Shape::Disc, Tone::Plain, "")) }
            span data-state="unsaved" { (state(Shape::Diamond, Tone::Soon, words.say("kept-unsaved"))) }
            span data-state="offline" { (state(Shape::Diamond, Tone::Soon, words.say("kept-offline"))) }
            span data-state="signed-out" {
                (state(Shape::Diamond, Tone::Soon, html! {
                    (words.say("kept-signed-out")) " "
                    a href="/sign-in" { (words.say("kept-sign-in")) }
                }))
            }
        }
    }
}

fn said_state(words: Words, kept: Kept) -> Markup {
    match kept {
        Kept::Saving => state(Shape::Half, Tone::Plain, words.say("kept-saving")),
        Kept::Saved(time) => state(
            Shape::Disc,
            Tone::Plain,
            words.with("kept-saved", &[("time", words.time(time).into())]),
        ),
        Kept::Unsaved => state(Shape::Diamond, Tone::Soon, words.say("kept-unsaved")),
        Kept::Offline => state(Shape::Diamond, Tone::Soon, words.say("kept-offline")),
    }
}
