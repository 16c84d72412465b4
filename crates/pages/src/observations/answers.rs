//! The teacher's answer to a lesson: beside it for good, in the teacher's own words.

use super::shared::{Shared, answer_form, page};
use crate::fault::Fault;
use crate::form::For;
use crate::layout::{Conflict, conflict};
use crate::notices::{Announced, announce};
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor, form_key};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Command;
use domain::observations::Command as Lessons;
use record::ANSWER_FIELD;

/// Saves an answer or puts it on the record.
pub async fn act(
    visitor: Visitor,
    Path(key): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let mut shared = Shared::find(&visitor, &key).await?;
    if !shared.page.own {
        return Err(Fault::Forbidden);
    }
    let address = shared.address();
    let why = For::of(&typed);
    shared
        .form
        .save(&typed, why, |field| field == ANSWER_FIELD)
        .await?;
    if shared.form.is_wrong() {
        return again(&shared).await;
    }
    if why == For::Later {
        return Ok(Redirect::to(&format!("{address}#answer")).into_response());
    }
    let command = Lessons::Answer {
        text: typed.get(ANSWER_FIELD).to_owned(),
    };
    let observer = shared
        .it
        .observer
        .and_then(|observer| shared.page.people.get(&observer));
    let notices = observer
        .map(|observer| announce(visitor.writer(), observer, Announced::Answered, &address))
        .into_iter()
        .collect();
    let mut key = form_key(typed.version());
    key.token = typed.token().unwrap_or_default();
    match visitor
        .carry_out(
            shared.stream.clone(),
            key,
            Command::Observation(command),
            notices,
        )
        .await
    {
        Ok(_) => {
            shared.form.forget().await?;
            Ok(Redirect::to(&format!("{address}?answered=1#answers")).into_response())
        }
        Err(record::Fault::Refused(refusal)) => {
            shared.form.take(typed);
            shared.form.refused(ANSWER_FIELD, &refusal);
            again(&shared).await
        }
        Err(record::Fault::Changed(_)) => {
            shared.form.take(typed);
            Ok((StatusCode::CONFLICT, both(&shared)).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

async fn again(shared: &Shared<'_>) -> Result<Response, Fault> {
    Ok((shared.form.status(), page(shared, None).await?).into_response())
}

/// The teacher answered from another page meanwhile: both texts, and the form to go on with.
fn both(shared: &Shared<'_>) -> maud::Markup {
    let visitor = shared.visitor;
    let words = visitor.words;
    let label = || words.say("observations-answer");
    let last = shared.it.answers.last();
    let body = conflict(
        words,
        &Conflict {
            yours: vec![(label(), shared.form.value(ANSWER_FIELD).to_owned())],
            theirs: last
                .map(|answer| (label(), answer.text.clone()))
                .into_iter()
                .collect(),
            name: last
                .and_then(|answer| shared.page.people.get(&answer.by))
                .map(|it| it.name.full())
                .unwrap_or_default(),
            moment: last
                .map(|answer| words.moment(visitor.local(answer.at)))
                .unwrap_or_default(),
            again: answer_form(shared),
        },
    );
    visitor.page(Sheet {
        room: crate::way::room(visitor, shared.page.record.teacher),
        title: words.say("error-409-title"),
        body,
        footer: None,
    })
}
