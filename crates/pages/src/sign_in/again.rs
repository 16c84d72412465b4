//! A form that arrives after the session ended comes back with everything that was typed in it: sign in, send again.

use crate::app::App;
use crate::components::{PageHead, button_main, hidden, link_plain, page_head};
use crate::fault::Fault;
use crate::layout::bare;
use crate::typed::LARGEST_FORM;
use crate::visitor::Guest;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::html;

/// Forms that need nobody signed in.
const OPEN: [&str; 3] = ["/sign-in", "/language", "/demo"];

pub async fn keep_what_was_typed(
    State(app): State<App>,
    guest: Guest,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    let is_form = request.headers().get(CONTENT_TYPE).is_some_and(|kind| {
        kind.as_bytes()
            .starts_with(b"application/x-www-form-urlencoded")
    });
    let open = OPEN.iter().any(|prefix| path.starts_with(prefix)) || path == "/sign-out";
    if request.method() != Method::POST || !is_form || guest.id().is_some() || open {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST_FORM).await else {
        return Fault::TooLarge.into_response();
    };
    let request = Request::from_parts(parts, Body::from(bytes));
    let Ok(typed) = crate::typed::Typed::from_request(request, &app).await else {
        return Fault::Unreadable.into_response();
    };
    let words = guest.words;
    let head = PageHead {
        title: words.say("again-title"),
        lead: Some(html! { (words.say("again-text")) }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        form method="post" action=(guest.here) {
            @for (name, value) in typed.fields() { (hidden(name, value)) }
            p { a href="/sign-in" target="_blank" rel="noopener" { (words.say("again-sign-in")) } }
            (button_main(words.say("again-send")))
        }
        @for (_, value) in typed.fields().iter().filter(|(name, value)| name != "form_token" && name != "version" && value.chars().count() > 20) {
            p.said { (value) }
        }
        (link_plain("/", words.say("error-back")))
    };
    (
        StatusCode::UNAUTHORIZED,
        bare(words, &words.say("again-title"), "/", body),
    )
        .into_response()
}
