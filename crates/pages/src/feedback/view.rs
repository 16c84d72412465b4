//! The room's first page, its line on Today, the thanks, and "not now".

use super::{Standing, key, round_of, standing};
use crate::components::{
    Crumb, PageHead, Shape, Tone, acts, button_plain, date, empty, link_button, link_main,
    link_plain, page_head, section, state,
};
use crate::fault::Fault;
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor};
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::response::{IntoResponse, Redirect, Response};
use domain::feedback::{Stage, rounds};
use maud::{Markup, html};

/// Keeps on the visitor's own device that a round need not be named on Today any more: it was answered, or "not now".
/// Which of the two is not said.
const COOKIE_NAME: &str = "forthright_feedback";
/// Longer than any round.
const COOKIE_SECONDS: u32 = 90 * 24 * 3600;

pub async fn list(visitor: Visitor) -> Result<Markup, Fault> {
    let words = visitor.words;
    let mut standings = vec![];
    for round in rounds(&visitor.school_year.year) {
        standings.push(standing(&visitor, round).await?);
    }
    let mut main_used = false;
    let head = PageHead {
        title: words.say("feedback-title"),
        lead: Some(html! { (words.say("feedback-lead")) }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        @if standings.is_empty() {
            (section("rounds", words.say("feedback-rounds"), None, empty(words.say("feedback-none"), None)))
        }
        @for one in &standings {
            (section(&one.round.of.id, title(&visitor, one.window()), None, line(&visitor, one, &mut main_used)))
        }
    };
    Ok(visitor.page(Sheet {
        room: "feedback",
        title: words.say("feedback-title"),
        body,
        footer: None,
    }))
}

/// "After the mid-year conversations".
pub fn title(visitor: &Visitor, window: &str) -> String {
    let words = visitor.words;
    let label = visitor
        .school_year
        .year
        .pack()
        .and_then(|pack| pack.window(window))
        .map_or(window, |window| window.label.get(words.language().tag()));
    words.with("feedback-after", &[("window", label.into())])
}

fn line(visitor: &Visitor, one: &Standing<'_>, main_used: &mut bool) -> Markup {
    let words = visitor.words;
    let key = key(&visitor.year, &one.round.of.id);
    let dated = |text: &str, day| words.with(text, &[("date", words.date(day).into())]);
    let office = super::screens(visitor, &one.round.of.id).is_ok();
    match one.stage {
        Stage::NotYet => html! { p { (dated("feedback-opens", one.round.opens)) } },
        Stage::Open if one.is_owed() => {
            let link = if std::mem::replace(main_used, true) {
                link_button
            } else {
                link_main
            };
            html! {
                p { (dated("feedback-open-until", one.round.closes)) }
                (acts([link(&format!("/feedback/{key}"), words.say("feedback-answer"))]))
            }
        }
        Stage::Open if one.answered => html! {
            p { (state(Shape::Disc, Tone::Plain, words.say("feedback-answered"))) }
            p { (dated("feedback-published-after", one.round.closes)) }
        },
        Stage::Open => html! { p { (dated("feedback-not-asked", one.round.closes)) } },
        Stage::Closed if one.published => html! {
            p { (link_button(&format!("/feedback/{key}/results"), words.say("feedback-results"))) }
        },
        Stage::Closed => html! {
            p { (dated("feedback-being-screened", one.round.closes)) }
            @if office { p { (link_button(&format!("/feedback/{key}/screening"), words.say("feedback-screen"))) } }
        },
    }
}

/// The one line on Today while a round is open to the visitor, and the office's while one waits for it.
pub async fn on_today(visitor: &Visitor, headers: &HeaderMap) -> Result<Option<Markup>, Fault> {
    let words = visitor.words;
    for round in rounds(&visitor.school_year.year) {
        let id = &round.of.id;
        let key = key(&visitor.year, id);
        let one = standing(visitor, round).await?;
        if one.is_owed() && !is_put_off(headers, &key) {
            return Ok(Some(section(
                "feedback",
                words.say("feedback-title"),
                None,
                html! {
                    p {
                        (words.with("feedback-today", &[("date", words.date(one.round.closes).into())])) " "
                        a href={ "/feedback/" (key) } { (words.say("feedback-answer")) }
                    }
                    form method="post" action={ "/feedback/" (key) "/later" } { (button_plain(words.say("feedback-later"))) }
                },
            )));
        }
        if one.waits_for_the_office() && super::screens(visitor, id).is_ok() {
            return Ok(Some(section(
                "feedback",
                words.say("feedback-title"),
                None,
                html! {
                    p { (words.with("feedback-today-office", &[("date", words.date(one.round.closes).into())])) }
                    p { (link_button(&format!("/feedback/{key}/screening"), words.say("feedback-screen"))) }
                },
            )));
        }
    }
    Ok(None)
}

fn is_put_off(headers: &HeaderMap, key: &str) -> bool {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .any(|pair| pair.trim().split_once('=') == Some((COOKIE_NAME, key)))
}

/// A redirect after which this device does not name the round on Today any more.
pub fn put_off(visitor: &Visitor, key: &str, to: &str) -> Response {
    let secure = if visitor.app.settings().loopback {
        ""
    } else {
        "; Secure"
    };
    let cookie = format!(
        "{COOKIE_NAME}={key}; Path=/; Max-Age={COOKIE_SECONDS}; HttpOnly; SameSite=Lax{secure}"
    );
    ([(SET_COOKIE, cookie)], Redirect::to(to)).into_response()
}

/// The form has no field; that it is one is asked all the same.
pub async fn later(
    visitor: Visitor,
    Path(round): Path<String>,
    _: Typed,
) -> Result<Response, Fault> {
    let of = round_of(&visitor, &round)?;
    record::audience_of(&visitor.actor, &visitor.year, &of.of.id)?;
    Ok(put_off(&visitor, &round, "/"))
}

pub async fn thanks(visitor: Visitor, Path(round): Path<String>) -> Result<Markup, Fault> {
    let of = round_of(&visitor, &round)?;
    record::audience_of(&visitor.actor, &visitor.year, &of.of.id)?;
    let words = visitor.words;
    let head = PageHead {
        crumbs: vec![Crumb::link(words.say("feedback-title"), "/feedback")],
        title: words.say("feedback-thanks-title"),
        lead: Some(html! { (words.say("feedback-thanks")) }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        (section("next", words.say("feedback-thanks-next"), None, html! {
            p { (words.say("feedback-thanks-published")) " " (date(words, of.closes)) "." }
            p { (words.say("feedback-thanks-forgets")) }
            (acts([link_main("/", words.say("feedback-back-today")), link_plain("/feedback", words.say("feedback-title"))]))
        }))
    };
    Ok(visitor.page(Sheet {
        room: "feedback",
        title: words.say("feedback-thanks-title"),
        body,
        footer: None,
    }))
}
