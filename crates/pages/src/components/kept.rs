//! Whether a text is kept. The scripts change this line as a person types; without scripts it says
//! when the text was last saved, and a button saves.

use jiff::civil::Time;
use maud::{Markup, html};
use words::Words;

use super::{Shape, Tone, button_named, state};

/// The choice between two texts, before the field's name: the one that was saved, or both to write on from.
pub const TAKE: &str = "take.";
pub const BOTH: &str = "both.";
/// What was saved elsewhere, beside the choice.
pub const THEIRS: &str = "theirs.";

/// How a field saves itself.
#[derive(Clone, Debug, Default)]
pub struct Autosave {
    /// Where the fields are put: `PUT`, form-encoded, with `version`.
    pub url: String,
    /// What the text is kept as.
    pub field: String,
    /// What the page shows of it, as the server knows it again; sent with every save and with the form.
    pub shown: String,
    /// When it was last saved, in the school's zone.
    pub saved: Option<Time>,
    /// What another page saved meanwhile, between which and the text in the field a person chooses.
    pub elsewhere: Option<String>,
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
            @if let Some(time) = autosave.saved.filter(|_| autosave.elsewhere.is_none()) { (said_state(words, Kept::Saved(time))) }
        }
    }
}

/// What a saving field sends about itself, the choice where another page saved another text, and the button that saves
/// without scripts. `value` words a text that is not read as it is kept: a date, a choice. `is_prose`: both can be joined.
pub(super) fn saves(
    words: Words,
    autosave: &Autosave,
    is_prose: bool,
    value: impl Fn(&str) -> Markup,
) -> Markup {
    let field = &autosave.field;
    html! {
        input type="hidden" name="shown" value={ (field) "=" (autosave.shown) } data-shown=(field);
        @if let Some(theirs) = &autosave.elsewhere {
            div.conflict {
                p.by { (words.say("kept-elsewhere")) }
                p.by { (words.say("kept-conflict-theirs")) }
                p.said { @if theirs.is_empty() { (words.say("kept-conflict-empty")) } @else { (value(theirs)) } }
                input type="hidden" name={ (THEIRS) (field) } value=(theirs);
                div.acts {
                    (button_named("act", "save", words.say("kept-conflict-keep")))
                    (button_named("act", &format!("{TAKE}{field}"), words.say("kept-conflict-take")))
                    @if is_prose { (button_named("act", &format!("{BOTH}{field}"), words.say("kept-conflict-both"))) }
                }
            }
        } @else {
            button.btn type="submit" name="act" value="save" data-without-script { (words.say("save-button")) }
        }
    }
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
