//! Pages for what went wrong: what happened, what was kept, what to do. Bodies only; the handler
//! chooses the frame and sets the status.

use maud::{Markup, html};
use words::Words;

use crate::components::{PageHead, acts, facts, link_main, page_head, said, section};

/// 404: there is nothing, or one may not know of it.
pub fn not_found(words: Words) -> Markup {
    plain(words, "error-404-title", words.say("error-404-text"), None)
}

/// 403: one may know that it exists. The reason is the refusal's own sentence, if there is one.
pub fn forbidden(words: Words, reason: Option<&str>) -> Markup {
    let text = reason.map_or_else(|| words.say("error-403-text"), ToOwned::to_owned);
    plain(words, "error-403-title", text, None)
}

/// 422 and 400: a rule stands in the way, and the handler has no form to say it in.
pub fn refused(words: Words, sentence: &str) -> Markup {
    plain(words, "error-422-title", sentence.to_owned(), None)
}

/// 409 without a text of one's own: the thing is not as the page showed it.
pub fn changed(words: Words) -> Markup {
    plain(
        words,
        "error-409-title",
        words.say("error-409-look-again"),
        None,
    )
}

/// 413: a form is larger than `largest` bytes. What is too large for a file is said where files are sent.
pub fn too_large(words: Words, largest: usize) -> Markup {
    let size = format!("{} MB", largest / (1024 * 1024));
    let text = words.with("error-413-text", &[("size", size.into())]);
    plain(words, "error-413-title", text, None)
}

/// 500: `number` finds the event in the log.
pub fn broken(words: Words, number: &str) -> Markup {
    let number = facts([(words.say("error-500-number"), html! { code { (number) } })]);
    plain(
        words,
        "error-500-title",
        words.say("error-500-text"),
        Some(number),
    )
}

/// 409: two people saved the same thing.
#[derive(Clone, Debug, Default)]
pub struct Conflict {
    /// What was sent: label and text of each field.
    pub yours: Vec<(String, String)>,
    /// What is saved: label and text of each field.
    pub theirs: Vec<(String, String)>,
    /// Who saved it.
    pub name: String,
    /// When, as it is said.
    pub moment: String,
    /// A form with the texts in it, so that a person can choose and go on.
    pub again: Markup,
}

/// 409: both texts, and a form to go on with.
pub fn conflict(words: Words, conflict: &Conflict) -> Markup {
    let who = words.with(
        "error-409-who",
        &[
            ("name", (&conflict.name).into()),
            ("moment", (&conflict.moment).into()),
        ],
    );
    html! {
        (page_head(words, &PageHead {
            title: words.say("error-409-title"),
            lead: Some(html! { (words.say("error-409-text")) }),
            ..PageHead::default()
        }))
        (section("yours", words.say("error-409-yours"), None, texts(&conflict.yours)))
        (section("theirs", words.say("error-409-theirs"), Some(&who), texts(&conflict.theirs)))
        (conflict.again)
    }
}

fn texts(texts: &[(String, String)]) -> Markup {
    html! { @for (label, text) in texts { div { h3 { (label) } (said(text)) } } }
}

fn plain(words: Words, title: &str, text: String, more: Option<Markup>) -> Markup {
    html! {
        (page_head(words, &PageHead {
            title: words.say(title),
            lead: Some(html! { (text) }),
            ..PageHead::default()
        }))
        div.after {
            @if let Some(more) = more { (more) }
            (acts([link_main("/", words.say("error-back"))]))
        }
    }
}
