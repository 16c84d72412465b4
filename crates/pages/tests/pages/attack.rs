//! What somebody tries who means no good: requests from elsewhere, links used twice, sessions that should have ended, and
//! what every answer carries against it (`interchange.md` 6.2).

pub mod headers;
mod origin;
mod sessions;
mod sign_in;

use crate::larkspur::ORIGIN;
use crate::lived::Lived;
use axum::http::Request;
use axum::http::header;
use pages::Settings;

/// The program as a district serves it, with a mail server and TLS.
const SERVED: &str = "https://growth.example.org";

fn served() -> Settings {
    Settings {
        sends_mail: true,
        ..Settings::at(SERVED)
    }
}

/// On this machine, with a mail server.
fn mailing() -> Settings {
    Settings {
        sends_mail: true,
        ..Settings::at(ORIGIN)
    }
}

/// A form that nobody signed in sends from our own page.
fn form(path: &str, body: &str) -> Request<axum::body::Body> {
    form_from(ORIGIN, path, body)
}

fn form_from(origin: &str, path: &str, body: &str) -> Request<axum::body::Body> {
    Request::post(path)
        .header(header::ORIGIN, origin)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(axum::body::Body::from(body.to_owned()))
        .unwrap()
}

/// The cookie of an answer, as a browser would send it back.
fn cookie(answer: &crate::larkspur::Answer) -> String {
    let set = answer
        .headers
        .get(header::SET_COOKIE)
        .map(|value| value.to_str().unwrap())
        .unwrap_or_default();
    set.split(';').next().unwrap_or_default().to_owned()
}

/// A link for somebody, as their mail would have it.
async fn link(lived: &Lived, family: &str, minutes: i64) -> String {
    let token = lived
        .record
        .link_for(
            lived.named(family),
            "sign-in",
            jiff::SignedDuration::from_mins(minutes),
        )
        .await
        .unwrap();
    format!("/sign-in/{token}")
}
