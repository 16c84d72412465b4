//! Sharing a lesson: saving what the form holds, reading it as the teacher will, and putting it on the record; or throwing
//! the draft away.

use super::draft::is_field;
use super::{Found, Observing, lesson, write};
use crate::components::{
    NextLabel, NextStep, PageHead, Shape, Tone, acts, button_main_named, form, hidden, link_plain,
    next_step, notice, page_head, rows, section,
};
use crate::fault::Fault;
use crate::form::{For, wording};
use crate::notices::{Announced, announce};
use crate::typed::Typed;
use crate::visitor::Visitor;
use crate::visitor::{Sheet, form_key};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Command;
use domain::observations::{Command as Lessons, Lesson};
use maud::{Markup, html};

/// What a form of the draft's pages asks for.
pub async fn act(
    visitor: Visitor,
    Path((teacher, key)): Path<(String, String)>,
    typed: Typed,
) -> Result<Response, Fault> {
    let mut observing = match Observing::find(&visitor, &teacher, &key).await? {
        Found::Draft(observing) => observing,
        Found::Shared(address) => return Ok(Redirect::to(&address).into_response()),
    };
    observing.keep_beginning().await?;
    match typed.get("act") {
        "share" => share(&mut observing, &typed).await,
        "discard" => {
            visitor
                .app
                .record()
                .discard(&visitor.actor, &observing.form.thing, None)
                .await?;
            Ok(Redirect::to(&format!("/teachers/{}", observing.record.teacher)).into_response())
        }
        act => {
            let (_, pack) = visitor.open_year()?;
            observing
                .form
                .save(&typed, For::Later, |field| is_field(&pack.framework, field))
                .await?;
            if act == "read" && observing.lesson()?.is_some() {
                return Ok(Redirect::to(&format!("{}?read=1", observing.address())).into_response());
            }
            if act == "read" || observing.form.is_wrong() {
                let page = write::page(&observing)?;
                return Ok((observing.form.status(), page).into_response());
            }
            Ok(Redirect::to(&observing.address()).into_response())
        }
    }
}

async fn share(observing: &mut Observing<'_>, typed: &Typed) -> Result<Response, Fault> {
    let visitor = observing.visitor;
    let (_, pack) = visitor.open_year()?;
    let Some(lesson) = observing.lesson()? else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, write::page(observing)?).into_response());
    };
    if typed.get("wording") != wording(&lesson) {
        return read_page(observing, Some("observations-changed-since"));
    }
    let thing = observing.form.thing.clone();
    let address = format!("/observations/{}", thing.key);
    let command = Lessons::Share {
        teacher: observing.record.teacher,
        year: observing.record.year.clone(),
        lesson,
    };
    let notices = vec![announce(
        visitor.writer(),
        &observing.teacher,
        Announced::Shared,
        &address,
    )];
    let mut key = form_key(typed.version());
    key.token = typed.token().unwrap_or_default();
    match visitor
        .carry_out(thing, key, Command::Observation(command), notices)
        .await
    {
        Ok(_) => Ok(Redirect::to(&format!("{address}?shared=1")).into_response()),
        // The same page sent twice, or from a second tab: it is on the record, and stays as it is.
        Err(record::Fault::Refused(domain::Refusal::AlreadyShared) | record::Fault::Changed(_)) => {
            Ok(Redirect::to(&address).into_response())
        }
        Err(record::Fault::Refused(refusal)) => {
            let field = observing.field_of(&pack.framework, &refusal);
            observing.form.refused(&field, &refusal);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, write::page(observing)?).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// The lesson exactly as the teacher will read it, with the button that shares it. What is not ready goes back to the
/// form. `changed` is the sentence for a wording that is not the one that was read.
pub fn read_page(observing: &mut Observing<'_>, changed: Option<&str>) -> Result<Response, Fault> {
    let Some(lesson) = observing.lesson()? else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, write::page(observing)?).into_response());
    };
    let visitor = observing.visitor;
    let words = visitor.words;
    let (_, pack) = visitor.open_year()?;
    let name = observing.teacher_said();
    let said = |key: &str| words.with(key, &[("name", (&name).into())]);
    let title = said("observations-read-title");
    let head = PageHead {
        crumbs: crate::way::to(
            visitor,
            observing.record.teacher,
            &observing.teacher.name.full(),
            words.say("observations-draft-here"),
        ),
        title: title.clone(),
        lead: Some(html! { (said("observations-read-lead")) }),
        jumps: vec![],
    };
    let next = NextStep {
        label: NextLabel::Next,
        what: html! { (said("observations-read-next")) },
        why: Some(html! { (words.say("observations-read-next-why")) }),
        action: None,
    };
    let body = html! {
        (page_head(words, &head))
        @if let Some(changed) = changed { (notice(Tone::Soon, Shape::Diamond, words.say("observations-changed"), html! { p { (words.say(changed)) } })) }
        @else { (next_step(words, &next)) }
        (section("lesson", words.say("observations-lesson"), None, lesson::head(words, pack, &lesson, visitor.person.particulars.name.full())))
        (lesson::seen(words, pack, &observing.record, &lesson, None))
        (section("share", words.say("observations-share"), None, html! {
            (consequences(observing, &lesson))
            (form(&observing.address(), &form_key(Some(0)), html! {
                (hidden("wording", &wording(&lesson)))
                (acts([button_main_named("act", "share", said("observations-share-act")), link_plain(&observing.address(), words.say("observations-back"))]))
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
            room: crate::way::room(visitor, observing.record.teacher),
            title,
            body,
            footer: None,
        }),
    )
        .into_response())
}

/// What sharing means.
fn consequences(observing: &Observing<'_>, lesson: &Lesson) -> Markup {
    let words = observing.visitor.words;
    let name = observing.teacher_said();
    let said = |key: &str| words.with(key, &[("name", (&name).into())]);
    let (_, pack) = match observing.visitor.open_year() {
        Ok(open) => open,
        Err(_) => return html! {},
    };
    let counts = pack
        .framework
        .observation_kind(&lesson.kind)
        .is_some_and(|kind| kind.scored);
    rows([
        html! { (said("observations-means-seen")) },
        html! { (words.say("observations-means-stays")) },
        html! { (said("observations-means-answer")) },
        html! { (words.say(if counts { "observations-means-counts" } else { "observations-means-counts-not" })) },
        html! { (said(if observing.teacher.email.is_empty() { "observations-means-no-mail" } else { "observations-means-mail" })) },
    ])
}

/// What throwing the draft away means, with the button that does it.
pub fn discard_page(observing: &Observing<'_>) -> Markup {
    let visitor = observing.visitor;
    let words = visitor.words;
    let title = words.say("observations-discard-title");
    let head = PageHead {
        crumbs: crate::way::to(
            visitor,
            observing.record.teacher,
            &observing.teacher.name.full(),
            words.say("observations-draft-here"),
        ),
        title: title.clone(),
        lead: Some(
            html! { (words.with("observations-discard-lead", &[("name", observing.teacher_said().into())])) },
        ),
        jumps: vec![],
    };
    let body = html! {
        (page_head(words, &head))
        div.after {
            (form(&observing.address(), &form_key(None), acts([button_main_named("act", "discard", words.say("observations-discard-act")), link_plain(&observing.address(), words.say("observations-back"))])))
        }
    };
    visitor.page(Sheet {
        room: crate::way::room(visitor, observing.record.teacher),
        title,
        body,
        footer: None,
    })
}
