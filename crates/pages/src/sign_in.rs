//! Signing in by a single-use e-mail link: asking for one, the button that uses it, signing out, the language, and the
//! sign of life that typing gives. No passwords, and nobody learns here whether an address is known.

pub mod again;
mod mail;
mod view;

use crate::app::App;
use crate::fault::Fault;
use crate::routes::Routes;
use crate::typed::Typed;
use crate::visitor::{Guest, Visitor, cookie_name, language_cookie};
use axum::Extension;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use domain::{Command, Kind, Stream};
use jiff::{SignedDuration, Timestamp};
use record::Order;
use serde::Deserialize;
use std::net::{IpAddr, SocketAddr};
use words::Language;

/// The longest address to come back to, in bytes; it stands in a mail.
const LONGEST_PATH: usize = 2000;

/// How long a link works.
pub const LINK_MINUTES: i64 = 15;

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/sign-in", ask)
        .post("/sign-in", send)
        .page("/sign-in/{token}", show)
        .post("/sign-in/{token}", use_up)
        .post("/sign-out", sign_out)
        .post("/language", choose_language)
        .post("/session/alive", alive)
}

#[derive(Deserialize, Default)]
pub struct Back {
    #[serde(default)]
    back: String,
}

/// A path of our own, never another site's. Browsers read `\` as `/` and leave tabs and line ends out of an address (URL
/// standard 4.4), so that `/<tab>/host` would be another host.
fn our_path(path: &str) -> &str {
    let plain = |letter: char| letter != '\\' && !letter.is_control();
    let fits = path.len() <= LONGEST_PATH;
    if fits && path.starts_with('/') && !path.starts_with("//") && path.chars().all(plain) {
        path
    } else {
        "/"
    }
}

async fn ask(State(app): State<App>, guest: Guest, Query(back): Query<Back>) -> Response {
    if guest.id().is_some() {
        return Redirect::to(our_path(&back.back)).into_response();
    }
    view::ask(&app, &guest, our_path(&back.back), "", None).into_response()
}

async fn send(
    State(app): State<App>,
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
    guest: Guest,
    typed: Typed,
) -> Result<Response, Fault> {
    let address = typed.get("email").trim().to_lowercase();
    let back = our_path(typed.get("back")).to_owned();
    if !address.contains('@') || address.len() > 254 {
        let page = view::ask(&app, &guest, &back, &address, Some("sign-in-error-address"));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let window = SignedDuration::from_mins(LINK_MINUTES);
    let network = peer
        .map(|Extension(ConnectInfo(peer))| network(peer.ip()))
        .unwrap_or_default();
    let settings = app.settings();
    let within = app
        .record()
        .count_attempt(
            &format!("network {network}"),
            window,
            settings.links_per_network.into(),
        )
        .await?
        && app
            .record()
            .count_attempt(
                &format!("address {address}"),
                window,
                settings.links_per_address.into(),
            )
            .await?;
    if !within {
        let page = view::ask(&app, &guest, &back, &address, Some("sign-in-error-limit"));
        return Ok((StatusCode::TOO_MANY_REQUESTS, page).into_response());
    }
    // The same answer, after the same time, whether the address is known or not: whose it is, is looked up meanwhile.
    if settings.sends_mail {
        let (app, words) = (app.clone(), guest.words);
        tokio::spawn(async move {
            if let Err(error) = mail_link(&app, words, &address, &back, window).await {
                tracing::error!(%error, "a sign-in mail could not be written");
            }
        });
    }
    Ok(view::sent(&app, &guest).into_response())
}

/// Writes the mail with the link, if the address is one person's.
async fn mail_link(
    app: &App,
    words: words::Words,
    address: &str,
    back: &str,
    window: SignedDuration,
) -> record::Result<()> {
    let record = app.record();
    let Some(person) = record.person_by_address(address).await? else {
        return Ok(());
    };
    let token = record.link_for(person, "sign-in", window).await?;
    let until = Timestamp::now()
        .saturating_add(window)
        .unwrap_or(Timestamp::MAX);
    let until = words.time(record.zone().to_datetime(until).time());
    let mail = mail::sign_in(app, words, person, address, &token, back, &until);
    record.enqueue(mail).await
}

/// What counts as one network address: of IPv6 the /64, which is what one household or server is given (RFC 6177).
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

async fn show(
    State(app): State<App>,
    guest: Guest,
    Path(token): Path<String>,
    Query(back): Query<Back>,
) -> Result<Response, Fault> {
    let there = app.record().look_at_link(&token).await?.is_some();
    let status = if there {
        StatusCode::OK
    } else {
        StatusCode::GONE
    };
    Ok((
        status,
        view::button(&guest, &token, our_path(&back.back), there),
    )
        .into_response())
}

async fn use_up(
    State(app): State<App>,
    guest: Guest,
    Path(token): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let Some(link) = app.record().use_link(&token).await? else {
        return Ok((StatusCode::GONE, view::button(&guest, &token, "/", false)).into_response());
    };
    enter(&app, link.person, our_path(typed.get("back"))).await
}

/// Begins a session and goes on to a page.
pub async fn enter(app: &App, person: domain::PersonId, then: &str) -> Result<Response, Fault> {
    let token = app.record().session_begin(person).await?;
    let secure = if app.settings().loopback {
        ""
    } else {
        "; Secure"
    };
    let hours = app.settings().absolute_hours;
    let cookie = format!(
        "{}={token}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{secure}",
        cookie_name(app),
        hours.saturating_mul(3600)
    );
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), Redirect::to(then)).into_response())
}

async fn sign_out(State(app): State<App>, guest: Guest) -> Result<Response, Fault> {
    if let Some(token) = &guest.token {
        app.record().session_end(token).await?;
    }
    let gone = format!(
        "{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
        cookie_name(&app)
    );
    let gone = if app.settings().loopback {
        gone
    } else {
        format!("{gone}; Secure")
    };
    let headers = AppendHeaders([(SET_COOKIE, gone)]);
    Ok((
        headers,
        [("clear-site-data", "\"cache\", \"storage\"")],
        Redirect::to("/sign-in"),
    )
        .into_response())
}

async fn choose_language(
    State(app): State<App>,
    visitor: Option<Visitor>,
    typed: Typed,
) -> Result<Response, Fault> {
    let Some(language) = Language::from_tag(typed.get("language")) else {
        return Err(Fault::Unreadable);
    };
    if let Some(visitor) = visitor {
        let command = domain::people::Command::ChooseLanguage {
            language: language.tag().to_owned(),
        };
        let order = Order::new(
            visitor.id(),
            Stream::of(Kind::Person, visitor.id()),
            Command::Person(command),
        );
        app.record().carry_out(order).await?;
    }
    let headers = AppendHeaders([(SET_COOKIE, language_cookie(&app, language))]);
    Ok((headers, Redirect::to(our_path(typed.get("back")))).into_response())
}

/// Typing counts as activity: the session was just seen by [`crate::visitor::greet`].
async fn alive(_: Visitor) -> StatusCode {
    StatusCode::NO_CONTENT
}
