//! The pages of signing in.

use crate::app::App;
use crate::components::{
    Field, FieldError, PageHead, button_main, error_summary, form, hidden, link_main, page_head,
};
use crate::layout::bare;
use crate::visitor::{Guest, form_key};
use maud::{Markup, html};

/// Asks for an address.
pub fn ask(app: &App, guest: &Guest, then: &str, address: &str, error: Option<&str>) -> Markup {
    let words = guest.words;
    let error = error.map(|key| words.say(key));
    let errors: Vec<FieldError> = error
        .iter()
        .map(|text| FieldError {
            field: "email".to_owned(),
            text: text.clone(),
        })
        .collect();
    let lead = if app.settings().sends_mail {
        "sign-in-lead"
    } else {
        "sign-in-lead-no-mail"
    };
    let body = html! {
        (error_summary(words, &errors))
        (page_head(words, &PageHead { title: words.say("sign-in-title"), lead: Some(html! { (words.say(lead)) }), ..PageHead::default() }))
        @if app.settings().sends_mail {
            (form("/sign-in", &form_key(None), html! {
                (hidden("back", then))
                (Field::email("email", words.say("sign-in-email")).hint(words.say("sign-in-email-hint")).value(address).error(error.clone()).markup(words))
                (button_main(words.say("sign-in-send")))
            }))
        }
        @if let Some(bar) = app.demo_bar(words, &guest.here, None) { (bar) }
    };
    bare(words, &words.say("sign-in-title"), &guest.here, body)
}

/// Says that a link is under way, if the address is known.
pub fn sent(_: &App, guest: &Guest) -> Markup {
    let words = guest.words;
    let head = PageHead {
        title: words.say("sign-in-sent-title"),
        lead: Some(html! { (words.say("sign-in-sent-text")) }),
        ..PageHead::default()
    };
    bare(
        words,
        &words.say("sign-in-sent-title"),
        "/sign-in",
        page_head(words, &head),
    )
}

/// The button that uses a link up, or the word that it no longer works. Mail scanners follow links; they press nothing.
pub fn button(guest: &Guest, token: &str, then: &str, there: bool) -> Markup {
    let words = guest.words;
    let (title, text) = if there {
        ("sign-in-button-title", "sign-in-button-text")
    } else {
        ("sign-in-gone-title", "sign-in-gone-text")
    };
    let head = PageHead {
        title: words.say(title),
        lead: Some(html! { (words.say(text)) }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        @if there {
            (form(&format!("/sign-in/{token}"), &form_key(None), html! {
                (hidden("back", then))
                (button_main(words.say("sign-in-enter")))
            }))
        } @else {
            (link_main("/sign-in", words.say("sign-in-ask-again")))
        }
    };
    bare(words, &words.say(title), "/sign-in", body)
}
