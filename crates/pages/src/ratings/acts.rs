//! What is done with a rating: shared by whoever evaluates, acknowledged or declined and answered by the teacher.

use super::confirm::{Act, page as confirm};
use super::page::{ANSWER, released};
use super::{Basis, Loaded, address, allowed, load};
use crate::components::FormKey;
use crate::fault::Fault;
use crate::form::{For, Form};
use crate::layout::{Conflict, conflict};
use crate::notices::{Announced, announce};
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor};
use access::Action;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ratings::Command;
use domain::{Command as Any, Kind, PersonId, Refusal};
use maud::Markup;
use record::Notice;
use std::collections::BTreeSet;

fn key(typed: &Typed) -> FormKey {
    FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    }
}

/// The form only for whoever may; others who may read the year get 403.
fn needs(visitor: &Visitor, loaded: &Loaded, action: Action) -> Result<(), Fault> {
    if allowed(visitor, &loaded.record, action) {
        Ok(())
    } else {
        Err(Fault::Forbidden)
    }
}

async fn ask(
    visitor: &Visitor,
    teacher: &str,
    action: Action,
    act: Act,
) -> Result<Response, Fault> {
    let loaded = load(visitor, teacher).await?;
    needs(visitor, &loaded, action)?;
    let rating = &loaded.record.rating;
    // What is done already is shown, not asked again.
    let done = match act {
        Act::Share => rating.released.is_some(),
        Act::Acknowledge | Act::Decline => rating.receipt.is_some() || rating.released.is_none(),
    };
    if done {
        return Ok(Redirect::to(&address(loaded.record.teacher, "")).into_response());
    }
    Ok(confirm(&Basis::of(visitor, &loaded)?, act, None).into_response())
}

pub async fn ask_to_share(
    visitor: Visitor,
    Path(teacher): Path<String>,
) -> Result<Response, Fault> {
    ask(&visitor, &teacher, Action::ShareRating, Act::Share).await
}

pub async fn ask_to_acknowledge(
    visitor: Visitor,
    Path(teacher): Path<String>,
) -> Result<Response, Fault> {
    ask(&visitor, &teacher, Action::Receive, Act::Acknowledge).await
}

pub async fn ask_to_decline(
    visitor: Visitor,
    Path(teacher): Path<String>,
) -> Result<Response, Fault> {
    ask(&visitor, &teacher, Action::Receive, Act::Decline).await
}

pub async fn share(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let loaded = load(&visitor, &teacher).await?;
    needs(&visitor, &loaded, Action::ShareRating)?;
    let (teacher, year) = (loaded.record.teacher, loaded.record.year.clone());
    let notices = to(&visitor, &loaded, [teacher], Announced::Shared);
    act(
        &visitor,
        &loaded,
        &typed,
        Command::Share { teacher, year },
        notices,
        Act::Share,
    )
    .await
}

pub async fn acknowledge(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let loaded = load(&visitor, &teacher).await?;
    needs(&visitor, &loaded, Action::Receive)?;
    let notices = to(
        &visitor,
        &loaded,
        evaluators(&visitor, &loaded),
        Announced::Received,
    );
    act(
        &visitor,
        &loaded,
        &typed,
        Command::Acknowledge,
        notices,
        Act::Acknowledge,
    )
    .await
}

pub async fn decline(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let loaded = load(&visitor, &teacher).await?;
    needs(&visitor, &loaded, Action::Receive)?;
    // The mail says only that there is an answer; what it is stands behind the sign-in.
    let notices = to(
        &visitor,
        &loaded,
        evaluators(&visitor, &loaded),
        Announced::Answered,
    );
    act(
        &visitor,
        &loaded,
        &typed,
        Command::Decline,
        notices,
        Act::Decline,
    )
    .await
}

/// Carries it out and goes back to the rating; a refusal is said on the page that asked.
async fn act(
    visitor: &Visitor,
    loaded: &Loaded,
    typed: &Typed,
    command: Command,
    notices: Vec<Notice>,
    act: Act,
) -> Result<Response, Fault> {
    let (stream, _) = loaded.record.one(Kind::Rating);
    match visitor
        .carry_out(stream, key(typed), Any::Rating(command), notices)
        .await
    {
        Ok(_) => Ok(Redirect::to(&address(loaded.record.teacher, "")).into_response()),
        Err(record::Fault::Refused(refusal)) => refused(visitor, loaded, act, &refusal),
        Err(fault) => Err(fault.into()),
    }
}

fn refused(
    visitor: &Visitor,
    loaded: &Loaded,
    act: Act,
    refusal: &Refusal,
) -> Result<Response, Fault> {
    let basis = Basis::of(visitor, loaded)?;
    // The refusal carries the pack's ids; a reader knows the names.
    let named = match refusal {
        Refusal::DecisionRequired { lower, upper } => Refusal::DecisionRequired {
            lower: basis.rating(lower),
            upper: basis.rating(upper),
        },
        other => other.clone(),
    };
    Ok((
        StatusCode::UNPROCESSABLE_ENTITY,
        confirm(&basis, act, Some(&named)),
    )
        .into_response())
}

/// The teacher's answer; without scripts it is saved by the same form.
pub async fn answer(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let loaded = load(&visitor, &teacher).await?;
    needs(&visitor, &loaded, Action::AnswerRating)?;
    let Some(shared) = &loaded.record.rating.released else {
        return Err(Fault::NotFound);
    };
    let (stream, _) = loaded.record.one(Kind::Rating);
    let back = address(loaded.record.teacher, "#answer");
    let text = typed.get(ANSWER);
    let mut form = Form::of(&visitor, &stream).await?;
    let why = For::of(&typed);
    form.save(&typed, why, |field| field == ANSWER).await?;
    if form.is_wrong() {
        let page = released(&Basis::of(&visitor, &loaded)?, shared, &form).await?;
        return Ok((form.status(), page).into_response());
    }
    if why == For::Later {
        return Ok(Redirect::to(&back).into_response());
    }
    let command = Any::Rating(Command::Answer {
        text: text.to_owned(),
    });
    let notices = to(
        &visitor,
        &loaded,
        evaluators(&visitor, &loaded),
        Announced::Answered,
    );
    match visitor
        .carry_out(stream, key(&typed), command, notices)
        .await
    {
        Ok(_) => {
            form.forget().await?;
            Ok(Redirect::to(&back).into_response())
        }
        Err(record::Fault::Refused(refusal)) => {
            form.refused(ANSWER, &refusal);
            let page = released(&Basis::of(&visitor, &loaded)?, shared, &form).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(record::Fault::Changed(changed)) => {
            let page = changed_meanwhile(&visitor, &loaded, text, &changed)?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Somebody acted on the rating since the page was made: what was written stands beside what is there now.
fn changed_meanwhile(
    visitor: &Visitor,
    loaded: &Loaded,
    text: &str,
    changed: &record::Changed,
) -> Result<Markup, Fault> {
    use crate::components::{Field, acts, button_named, form};
    let basis = Basis::of(visitor, loaded)?;
    let words = visitor.words;
    let label = words.say("rating-answer-label");
    let theirs = loaded
        .record
        .rating
        .answers
        .iter()
        .map(|it| (label.clone(), it.text.clone()))
        .collect();
    let (_, version) = loaded.record.one(Kind::Rating);
    let again = form(
        &address(loaded.record.teacher, "/answers"),
        &crate::visitor::form_key(Some(version)),
        maud::html! {
            (Field::area(ANSWER, label.clone()).value(text).lines(6).markup(words))
            (acts([button_named("act", "share", words.say("rating-answer-share"))]))
        },
    );
    let body = conflict(
        words,
        &Conflict {
            yours: vec![(label.clone(), text.to_owned())],
            theirs,
            name: basis.full(changed.by),
            moment: words.moment(visitor.local(changed.at)),
            again,
        },
    );
    Ok(visitor.page(Sheet {
        room: "my-year",
        title: words.say("error-409-title"),
        body,
        footer: None,
    }))
}

/// Whoever evaluates today, and whoever shared the rating.
fn evaluators(visitor: &Visitor, loaded: &Loaded) -> Vec<PersonId> {
    let mut people: BTreeSet<PersonId> = loaded
        .record
        .person
        .evaluators_on(visitor.today)
        .map(|assignment| assignment.evaluator)
        .collect();
    people.extend(
        loaded
            .record
            .rating
            .released
            .iter()
            .map(|released| released.by),
    );
    people.remove(&visitor.id());
    people.into_iter().collect()
}

fn to(
    visitor: &Visitor,
    loaded: &Loaded,
    people: impl IntoIterator<Item = PersonId>,
    what: Announced,
) -> Vec<Notice> {
    let path = address(loaded.record.teacher, "");
    people
        .into_iter()
        .filter_map(|person| {
            Some(announce(
                visitor.writer(),
                loaded.people.get(&person)?,
                what,
                &path,
            ))
        })
        .collect()
}
