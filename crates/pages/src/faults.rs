//! Turns a [`Fault`] of any handler into a page in the reader's language, or into a short JSON for our scripts.

use crate::app::App;
use crate::fault::Fault;
use crate::layout;
use crate::refusals;
use crate::typed::LARGEST_FORM;
use crate::visitor::{Guest, Sheet, Visitor};
use axum::Json;
use axum::extract::{OptionalFromRequestParts, Request, State};
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde_json::json;

/// No handler has this address.
pub async fn nowhere() -> Fault {
    Fault::NotFound
}

/// A handler that panicked broke something of ours; the reader gets the same page as for any other such fault.
pub fn panicked(cause: Box<dyn std::any::Any + Send>) -> Response {
    let cause = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or_default();
    Fault::Broken(format!("a handler panicked: {cause}")).into_response()
}

/// The frame around all handlers.
pub async fn in_words(
    State(app): State<App>,
    guest: Guest,
    request: Request,
    next: Next,
) -> Response {
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let for_script = request
        .headers()
        .get(ACCEPT)
        .is_some_and(|accept| accept == "application/json");
    let (mut parts, body) = request.into_parts();
    // Asked before the handler runs, because the page of a fault stands in the reader's own frame.
    let visitor =
        <Visitor as OptionalFromRequestParts<App>>::from_request_parts(&mut parts, &app).await;
    let response = next.run(Request::from_parts(parts, body)).await;
    let Some(fault) = fault_of(&response) else {
        return response;
    };
    // The number by which the help desk finds the line in the log.
    let number = uuid::Uuid::new_v4().to_string();
    note(&fault, &method, &loggable(&path), &guest, &number);
    if for_script {
        return (fault.status(), Json(script_answer(&fault, &guest))).into_response();
    }
    if matches!(fault, Fault::SignedOut) {
        let then = if method == Method::GET {
            guest.here.as_str()
        } else {
            "/"
        };
        return Redirect::to(&format!("/sign-in?back={}", escape(then))).into_response();
    }
    let (title, body) = page(&fault, &guest, &number);
    let page = match visitor {
        Ok(Some(visitor)) => visitor.page(Sheet {
            room: "",
            title,
            body,
            footer: None,
        }),
        _ => layout::bare(guest.words, &title, &guest.here, body),
    };
    (fault.status(), page).into_response()
}

fn fault_of(response: &Response) -> Option<Fault> {
    if let Some(fault) = response.extensions().get::<Fault>() {
        return Some(fault.clone());
    }
    // What axum refuses by itself, before a handler: bodies over the limit, forms that are none.
    let has_page = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    match response.status() {
        StatusCode::PAYLOAD_TOO_LARGE if !has_page => Some(Fault::TooLarge),
        StatusCode::METHOD_NOT_ALLOWED => Some(Fault::NotFound),
        StatusCode::BAD_REQUEST
        | StatusCode::UNSUPPORTED_MEDIA_TYPE
        | StatusCode::UNPROCESSABLE_ENTITY
            if !has_page =>
        {
            Some(Fault::Unreadable)
        }
        _ => None,
    }
}

/// The path as the log keeps it: without a sign-in token, which may still be good, and without words that somebody
/// typed into an address. Ids stay, because they name nobody to a stranger.
fn loggable(path: &str) -> String {
    const TOKENS: &str = "/sign-in/";
    if path.starts_with(TOKENS) {
        return TOKENS.to_owned();
    }
    let known = |part: &&str| {
        part.len() <= 64
            && part.bytes().all(|byte| {
                byte.is_ascii_lowercase()
                    || byte.is_ascii_digit()
                    || matches!(byte, b'-' | b'_' | b'.')
            })
    };
    let parts: Vec<&str> = path
        .split('/')
        .map(|part| if known(&part) { part } else { "\u{2026}" })
        .collect();
    parts.join("/")
}

fn note(fault: &Fault, method: &Method, path: &str, guest: &Guest, number: &str) {
    let person = guest.id().map(|id| id.to_string()).unwrap_or_default();
    match fault {
        Fault::Broken(error) => tracing::error!(%method, path, %error, number, "broken"),
        Fault::OtherOrigin => tracing::warn!(%method, path, person, "sent by another site"),
        Fault::NotFound | Fault::Forbidden => {
            tracing::warn!(%method, path, person, status = fault.status().as_u16(), "not allowed or not there")
        }
        // When somebody was answering unnamed is nobody's business.
        _ if crate::feedback::is_silent(path) => {}
        _ => tracing::info!(%method, path, status = fault.status().as_u16(), "refused"),
    }
}

fn script_answer(fault: &Fault, guest: &Guest) -> serde_json::Value {
    match fault {
        Fault::Refused(refusal) => json!({ "message": refusals::sentence(guest.words, refusal) }),
        _ => json!({}),
    }
}

fn page(fault: &Fault, guest: &Guest, number: &str) -> (String, Markup) {
    let words = guest.words;
    match fault {
        Fault::NotFound => (words.say("error-404-title"), layout::not_found(words)),
        Fault::Forbidden => (words.say("error-403-title"), layout::forbidden(words, None)),
        Fault::OtherOrigin => (
            words.say("error-403-title"),
            layout::forbidden(words, Some(&words.say("error-origin-text"))),
        ),
        Fault::Refused(refusal) => (
            words.say("error-422-title"),
            layout::refused(words, &refusals::sentence(words, refusal)),
        ),
        Fault::Changed(_) => (words.say("error-409-title"), layout::changed(words)),
        Fault::TooLarge => (
            words.say("error-413-title"),
            layout::too_large(words, LARGEST_FORM),
        ),
        Fault::Unreadable => (
            words.say("error-400-title"),
            layout::refused(words, &words.say("error-400-text")),
        ),
        Fault::TooBusy => (
            words.say("error-503-title"),
            layout::refused(words, &words.say("error-503-text")),
        ),
        Fault::SignedOut | Fault::Broken(_) => {
            (words.say("error-500-title"), layout::broken(words, number))
        }
    }
}

/// Percent-encodes a path with its query as the value of another query.
pub fn escape(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}
