//! The sign-in mail.

use crate::app::App;
use crate::faults::escape;
use domain::PersonId;
use record::Notice;
use serde_json::json;
use words::Words;

/// A mail with one link; it says nothing about the person.
pub fn sign_in(
    app: &App,
    words: Words,
    person: PersonId,
    address: &str,
    token: &str,
    back: &str,
    until: &str,
) -> Notice {
    let link = app
        .settings()
        .address_of(&format!("/sign-in/{token}?back={}", escape(back)));
    let closing = [
        words.with("mail-sign-in-until", &[("time", until.into())]),
        words.say("mail-sign-in-not-you"),
    ];
    Notice {
        to: person,
        address: address.to_owned(),
        kind: "link".to_owned(),
        subject: words.say("mail-sign-in-subject"),
        body: [
            words.say("mail-sign-in-asked"),
            words.say("mail-sign-in-open"),
        ]
        .join("\n"),
        parts: json!({
            "language": words.language().tag(),
            "link": link,
            "closing": closing.join("\n"),
        }),
    }
}
