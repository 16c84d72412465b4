//! Sending one side's ratings: saving what the form holds, reading it as the other side will, and putting it on the
//! record.

use super::{Rating, compare, rate};
use crate::components::{
    Column, PageHead, Shape, Table, TableShape, Tone, acts, button_main_named, form, hidden,
    link_plain, notice, page_head, rows, section, sub, table,
};
use crate::fault::Fault;
use crate::form::{For, wording};
use crate::notices::{Announced, announce};
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor, form_key};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::professionalism::Command as Professionalism;
use domain::{Command, Kind};
use maud::{Markup, html};
use policy::Side;
use record::Notice;

/// What a form of the room's pages asks for.
pub async fn act(
    visitor: Visitor,
    Path((teacher, moment)): Path<(String, String)>,
    typed: Typed,
) -> Result<Response, Fault> {
    let mut rating = Rating::find(&visitor, &teacher, &moment).await?;
    if rating.side.is_none() {
        return Err(Fault::Forbidden);
    }
    let act = typed.get("act");
    if act == "send" {
        return send(&mut rating, &typed).await;
    }
    let (_, pack) = visitor.open_year()?;
    let fields: Vec<String> = pack
        .framework
        .professionalism()
        .flat_map(|it| [rating.score_field(&it.id), rating.text_field(&it.id)])
        .collect();
    rating
        .form
        .save(&typed, For::Later, |field| {
            fields.iter().any(|known| known == field)
        })
        .await?;
    if act == "read" && rating.seen()?.is_some() {
        return Ok(Redirect::to(&format!("{}?read=1", rating.address())).into_response());
    }
    if rating.form.is_wrong() {
        let page = rate::page(&rating, None).await?;
        return Ok((rating.form.status(), page).into_response());
    }
    Ok(Redirect::to(&format!("{}#own", rating.address())).into_response())
}

async fn send(rating: &mut Rating<'_>, typed: &Typed) -> Result<Response, Fault> {
    let visitor = rating.visitor;
    let (_, pack) = visitor.open_year()?;
    let side = rating.side.ok_or(Fault::Forbidden)?;
    let Some(seen) = rating.seen()? else {
        return Ok((
            StatusCode::UNPROCESSABLE_ENTITY,
            rate::page(rating, None).await?,
        )
            .into_response());
    };
    if typed.get("wording") != wording(&seen) {
        return read_page(rating, Some("professionalism-changed-since")).await;
    }
    let (teacher, year) = (rating.page.record.teacher, rating.page.record.year.clone());
    let command = Professionalism::Rate {
        teacher,
        year,
        moment: rating.moment,
        side,
        seen,
    };
    let mut key = form_key(typed.version());
    key.token = typed.token().unwrap_or_default();
    let stream = rating.form.thing.clone();
    match visitor
        .carry_out(
            stream,
            key,
            Command::Professionalism(command),
            notices(rating, side),
        )
        .await
    {
        Ok(_) => Ok(Redirect::to(&format!("{}?sent=1", rating.address())).into_response()),
        Err(record::Fault::Changed(_)) => {
            read_page(rating, Some("professionalism-other-sent")).await
        }
        Err(record::Fault::Refused(refusal)) => {
            let field = rating.field_of(&pack.framework, &refusal);
            rating.form.refused(&field, &refusal);
            Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                rate::page(rating, None).await?,
            )
                .into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// To the other side: the teacher, or everybody who evaluates the teacher today.
fn notices(rating: &Rating<'_>, side: Side) -> Vec<Notice> {
    let visitor = rating.visitor;
    let record = &rating.page.record;
    let others: Vec<_> = match side {
        Side::Evaluator => vec![record.teacher],
        Side::Teacher => record
            .person
            .evaluators_on(visitor.today)
            .map(|it| it.evaluator)
            .collect(),
    };
    let others = others
        .iter()
        .filter_map(|other| rating.page.people.get(other));
    others
        .map(|other| {
            announce(
                visitor.writer(),
                other,
                Announced::Shared,
                &rating.address(),
            )
        })
        .collect()
}

/// The ratings exactly as the other side will read them, with the button that sends them. `changed` is the sentence for
/// what changed since the page was opened.
pub async fn read_page(rating: &mut Rating<'_>, changed: Option<&str>) -> Result<Response, Fault> {
    let Some(seen) = rating.seen()? else {
        return Ok((
            StatusCode::UNPROCESSABLE_ENTITY,
            rate::page(rating, None).await?,
        )
            .into_response());
    };
    let visitor = rating.visitor;
    let words = visitor.words;
    let tag = words.language().tag();
    let (_, pack) = visitor.open_year()?;
    let record = &rating.page.record;
    let other = other(rating);
    let said = |key: &str| words.with(key, &[("name", (&other).into())]);
    let title = said("professionalism-read-title");
    let head = PageHead {
        crumbs: crate::way::to(
            visitor,
            record.teacher,
            &record.person.particulars.name.full(),
            words.say("professionalism-here"),
        ),
        title: title.clone(),
        lead: Some(html! { (said("professionalism-read-lead")) }),
        jumps: vec![],
    };
    let lines = pack.framework.professionalism().map(|indicator| {
        vec![
            html! { (indicator.id) " " (sub(indicator.short.get(tag))) },
            compare::one(rating, pack, seen.get(&indicator.id)),
        ]
    });
    let columns = ["indicator", "level-and-reasons"]
        .map(|key| Column::words(words.say(&format!("professionalism-{key}"))))
        .to_vec();
    let (_, version) = record.one(Kind::Professionalism);
    let body: Markup = html! {
        (page_head(words, &head))
        @if let Some(changed) = changed { (notice(Tone::Soon, Shape::Diamond, words.say("professionalism-changed"), html! { p { (words.say(changed)) } })) }
        (section("ratings", words.say("professionalism-own"), None, table(&Table { columns, rows: lines.collect(), shape: TableShape::Stack, ..Table::default() })))
        @if changed.is_some() { (section("sides", words.say("professionalism-sides"), None, compare::side_by_side(rating, pack))) }
        (section("send", words.say("professionalism-send"), None, html! {
            (rows([html! { (said("professionalism-means-seen")) }, html! { (words.say(&format!("professionalism-means-{}", means(rating)))) }, html! { (words.say("professionalism-means-again")) }]))
            (form(&rating.address(), &form_key(Some(version)), html! {
                (hidden("wording", &wording(&seen)))
                (acts([button_main_named("act", "send", said("professionalism-send-act")), link_plain(&format!("{}#own", rating.address()), words.say("professionalism-back"))]))
            }))
        }))
    };
    let status = if changed.is_some() {
        StatusCode::CONFLICT
    } else {
        StatusCode::OK
    };
    Ok((
        status,
        visitor.page(Sheet {
            room: crate::way::room(visitor, record.teacher),
            title,
            body,
            footer: None,
        }),
    )
        .into_response())
}

/// Only the evaluator's ratings at the end of the year count (`leap.md` 3.3).
fn means(rating: &Rating<'_>) -> &'static str {
    match (rating.side, rating.moment) {
        (Some(Side::Evaluator), domain::professionalism::Moment::EndOfYear) => "counts",
        _ => "counts-not",
    }
}

/// How the reader speaks of the other side.
fn other(rating: &Rating<'_>) -> String {
    let visitor = rating.visitor;
    let record = &rating.page.record;
    let other = match rating.side {
        Some(Side::Teacher) => record
            .person
            .evaluators_on(visitor.today)
            .map(|it| it.evaluator)
            .next(),
        _ => Some(record.teacher),
    };
    match other {
        Some(other) => rating.page.address(visitor, other),
        None => visitor.words.say("professionalism-your-evaluator"),
    }
}
