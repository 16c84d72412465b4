//! The outbox as the administrator sees it: what leaves the house, when, and what became of it. Neutral notices only;
//! sign-in mails are never shown.

use crate::components::{
    Column, PageHead, Paging, Shape, Table, TableShape, Tone, empty, full, moment, notice,
    page_head, paging, state, sub, table,
};
use crate::fault::Fault;
use crate::routes::Routes;
use crate::visitor::{Sheet, Visitor};
use access::{Action, may};
use axum::extract::Query;
use domain::{Kind, Stream};
use maud::{Markup, html};
use record::Queued;
use serde::Deserialize;

/// Rows of one page.
const ROWS: u64 = 50;

pub fn routes(routes: Routes) -> Routes {
    routes.page("/outbox", outbox)
}

#[derive(Deserialize, Default)]
struct After {
    after: Option<String>,
}

async fn outbox(visitor: Visitor, Query(after): Query<After>) -> Result<Markup, Fault> {
    let subject = visitor
        .app
        .record()
        .subject(&Stream::of(Kind::SchoolYear, &visitor.year))
        .await?;
    if !may(&visitor.actor, Action::ReadOutbox, &subject).is_allowed() {
        return Err(Fault::NotFound);
    }
    let words = visitor.words;
    let queued = visitor
        .app
        .record()
        .outbox(after.after.as_deref(), ROWS)
        .await?;
    let later = (u64::try_from(queued.len()).unwrap_or(0) == ROWS)
        .then(|| {
            queued
                .last()
                .map(|last| format!("/outbox?after={}", last.id))
        })
        .flatten();
    let shown: Vec<&Queued> = queued
        .iter()
        .filter(|queued| queued.notice.kind != "link")
        .collect();
    let lead = if visitor.app.settings().sends_mail {
        "outbox-lead"
    } else {
        "outbox-lead-no-mail"
    };
    let body = html! {
        (page_head(words, &PageHead { title: words.say("outbox-title"), lead: Some(html! { (words.say(lead)) }), ..PageHead::default() }))
        @if visitor.app.record().is_demo() { (notice(Tone::Plain, Shape::Ring, words.say("outbox-demo"), html! { p { (words.say("outbox-demo-text")) } })) }
        @else if !visitor.app.settings().sends_mail { (notice(Tone::Soon, Shape::Diamond, words.say("outbox-no-mail"), html! { p { (words.say("outbox-no-mail-text")) } })) }
        (full(&words.say("nav-outbox"), html! {
            @if shown.is_empty() { (empty(words.say("outbox-empty"), None)) }
            @else {
                (table(&Table {
                    caption: Some(words.say("outbox-caption")),
                    shape: TableShape::Stack,
                    columns: ["outbox-when", "outbox-to", "outbox-what", "outbox-state"].map(|key| Column::words(words.say(key))).to_vec(),
                    rows: shown.iter().map(|queued| row(&visitor, queued)).collect(),
                    foot: None,
                    class: "",
                }))
            }
            (paging(words, &words.say("nav-outbox"), &Paging { earlier: after.after.map(|_| "/outbox".to_owned()), later, shown: None }))
        }))
    };
    Ok(visitor.page(Sheet {
        room: "outbox",
        title: words.say("nav-outbox"),
        body,
        footer: None,
    }))
}

fn row(visitor: &Visitor, queued: &Queued) -> Vec<Markup> {
    let words = visitor.words;
    let notice = &queued.notice;
    let to_name = notice
        .parts
        .get("to_name")
        .and_then(|name| name.as_str())
        .unwrap_or_default();
    let link = notice
        .parts
        .get("link")
        .and_then(|link| link.as_str())
        .unwrap_or_default();
    let mark = match (queued.sent_at, queued.failed_at, notice.address.is_empty()) {
        (Some(at), ..) => state(
            Shape::Disc,
            Tone::Plain,
            words.with(
                "outbox-sent",
                &[("when", words.moment(visitor.local(at)).into())],
            ),
        ),
        (None, _, true) => state(Shape::Diamond, Tone::Soon, words.say("outbox-no-address")),
        (None, Some(_), false) => state(Shape::Triangle, Tone::Grave, words.say("outbox-failed")),
        (None, None, false) if queued.tries > 0 => state(
            Shape::Half,
            Tone::Soon,
            words.with("outbox-again", &[("tries", queued.tries.into())]),
        ),
        (None, None, false) if visitor.app.record().is_demo() => {
            state(Shape::Ring, Tone::Plain, words.say("outbox-never-sent"))
        }
        (None, None, false) => state(Shape::Ring, Tone::Plain, words.say("outbox-waiting")),
    };
    let own_words = format!("outbox-error-{}", queued.error);
    let error = if words.knows(&own_words) {
        words.say(&own_words)
    } else {
        queued.error.clone()
    };
    vec![
        moment(words, visitor.local(queued.created_at)),
        html! { (to_name) (sub(&notice.address)) },
        html! { (notice.subject) @for line in notice.body.lines() { (sub(line)) } @if !link.is_empty() { (sub(link)) } },
        html! { (mark) @if !error.is_empty() { (sub(&error)) } },
    ]
}
