//! The record's health for the administrator: whether everything on it follows from the journal, and what waits.

use crate::components::{
    PageHead, Shape, Tone, acts, button_main, facts, form, moment, page_head, rows, section, state,
};
use crate::fault::Fault;
use crate::routes::Routes;
use crate::visitor::{Sheet, Visitor, form_key};
use access::{Action, may};
use domain::{Kind, Stream};
use maud::{Markup, html};
use record::Report;

pub fn routes(routes: Routes) -> Routes {
    routes.page("/record", show).post("/record", verify)
}

async fn keeper(visitor: &Visitor) -> Result<(), Fault> {
    let subject = visitor
        .app
        .record()
        .subject(&Stream::of(Kind::SchoolYear, &visitor.year))
        .await?;
    if may(&visitor.actor, Action::ReadHealth, &subject).is_allowed() {
        Ok(())
    } else {
        Err(Fault::NotFound)
    }
}

async fn show(visitor: Visitor) -> Result<Markup, Fault> {
    keeper(&visitor).await?;
    page(&visitor, None).await
}

/// Replays the whole journal; in a large district this takes a while, so it is asked for.
async fn verify(visitor: Visitor) -> Result<Markup, Fault> {
    keeper(&visitor).await?;
    let report = visitor.app.record().verify().await?;
    page(&visitor, Some(&report)).await
}

async fn page(visitor: &Visitor, report: Option<&Report>) -> Result<Markup, Fault> {
    let words = visitor.words;
    let waiting = visitor.app.record().outbox_waiting().await?;
    let body = html! {
        (page_head(words, &PageHead { title: words.say("record-title"), lead: Some(html! { (words.say("record-lead")) }), ..PageHead::default() }))
        (section("verify", words.say("record-verify"), Some(&words.say("record-verify-hint")), html! {
            @if let Some(report) = report {
                @if report.is_sound() { (state(Shape::Disc, Tone::Plain, words.say("record-sound"))) }
                @else {
                    (state(Shape::Triangle, Tone::Grave, words.with("record-not-sound", &[("count", report.findings.len().into())])))
                    (rows(report.findings.iter().map(|finding| html! { (finding) })))
                }
                (facts([
                    (words.say("record-entries"), html! { (report.entries) }),
                    (words.say("record-streams"), html! { (report.streams) }),
                    (words.say("record-erased"), html! { (report.erased) }),
                    (words.say("record-root"), html! { span.finger { (report.root.get(..32).unwrap_or(&report.root)) } }),
                ]))
            }
            (form("/record", &form_key(None), html! { (acts([button_main(words.say("record-verify-now"))])) }))
        }))
        (section("outbox", words.say("nav-outbox"), None, html! {
            @if visitor.app.record().is_demo() { p { (words.say("outbox-demo-text")) } }
            @else { p { (words.with("record-outbox", &[("count", waiting.notices.into())])) @if let Some(oldest) = waiting.oldest { " " (words.say("record-outbox-oldest")) " " (moment(words, visitor.local(oldest))) } } }
        }))
    };
    Ok(visitor.page(Sheet {
        room: "health",
        title: words.say("nav-health"),
        body,
        footer: None,
    }))
}
