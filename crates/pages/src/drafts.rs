//! Saving drafts as they are typed: one address for the autosave of every page.

use crate::components::Autosave;
use crate::fault::Fault;
use crate::router::Routes;
use crate::typed::Typed;
use crate::visitor::Visitor;
use access::{Action, Decision, may};
use axum::Json;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::observations::TEACHER_FIELD;
use domain::{Kind, PersonId, Stream};
use record::Saved;
use serde::Deserialize;
use serde_json::json;

pub fn routes(routes: Routes) -> Routes {
    routes.put("/drafts/{kind}/{key}/{field}", save)
}

/// The autosave's address of one field.
pub fn address(thing: &Stream, field: &str) -> String {
    format!("/drafts/{thing}/{field}")
}

/// The field as the components draw it: where it saves itself, from which version on.
pub fn autosave(
    drafts: &[domain::Draft],
    visitor: &Visitor,
    thing: &Stream,
    field: &str,
) -> Autosave {
    let draft = own(drafts, visitor.id(), field);
    Autosave {
        url: address(thing, field),
        version: draft.map_or(0, |draft| draft.version),
        saved: draft.map(|draft| visitor.local(draft.at).time()),
    }
}

/// The latest draft of one field by one author.
pub fn own<'a>(
    drafts: &'a [domain::Draft],
    author: PersonId,
    field: &str,
) -> Option<&'a domain::Draft> {
    drafts
        .iter()
        .find(|draft| draft.author == author && draft.field == field)
}

/// The text of a draft, empty where nothing is drafted.
pub fn text_of<'a>(drafts: &'a [domain::Draft], author: PersonId, field: &str) -> &'a str {
    own(drafts, author, field).map_or("", |draft| &draft.text)
}

/// Saves the fields of a form that was sent without scripts, each as the draft of its name. What another page saved in
/// between is kept as a revision below it: the form that was sent last is what its author meant.
pub async fn save_typed(
    visitor: &Visitor,
    thing: &Stream,
    fields: impl IntoIterator<Item = (&str, &str)>,
) -> Result<(), Fault> {
    let record = visitor.app.record();
    let drafts = record.drafts(&visitor.actor, thing).await?;
    for (field, text) in fields {
        let (mut version, before) =
            own(&drafts, visitor.id(), field).map_or((0, ""), |draft| (draft.version, &draft.text));
        if before == text {
            continue;
        }
        // A text that saved itself may come in between.
        while let Saved::Conflict { version: now, .. } = record
            .save_draft(&visitor.actor, thing, field, version, text)
            .await?
        {
            version = now;
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct Beside {
    /// Whose lesson it is, while it is not shared.
    of: Option<PersonId>,
}

/// A browser sends the control's name with its value, and the version on which the typing began (0 for none).
async fn save(
    visitor: Visitor,
    Path((kind, key, field)): Path<(String, String, String)>,
    Query(beside): Query<Beside>,
    typed: Typed,
) -> Result<Response, Fault> {
    let thing: Stream = format!("{kind}/{key}")
        .parse()
        .map_err(|_| Fault::NotFound)?;
    if let Some(teacher) = beside.of.filter(|_| thing.kind == Kind::Observation) {
        keep_whose(&visitor, &thing, teacher).await?;
    }
    // Several ticked boxes of one name come as several values; they are kept one a line.
    let name = typed
        .fields()
        .iter()
        .find(|(name, _)| name != "version")
        .map_or("", |(name, _)| name);
    let text = typed.all(name).collect::<Vec<_>>().join("\n");
    let saved = visitor
        .app
        .record()
        .save_draft(
            &visitor.actor,
            &thing,
            &field,
            typed.version().unwrap_or(0),
            &text,
        )
        .await?;
    Ok(match saved {
        Saved::Saved { version, at } => {
            let said = visitor
                .words
                .with("kept-saved", &[("time", visitor.clock_time(at).into())]);
            Json(json!({ "version": version, "saved": said })).into_response()
        }
        Saved::Conflict { theirs, version } => {
            let by = visitor.words.say("kept-elsewhere");
            let name = typed
                .fields()
                .iter()
                .find(|(name, _)| name != "version")
                .map_or("text", |(name, _)| name);
            (
                StatusCode::CONFLICT,
                Json(json!({ "version": version, "theirs": { name: theirs }, "by": by })),
            )
                .into_response()
        }
    })
}

/// With the first word of a lesson, so that Today finds it: opening the page alone keeps nothing.
async fn keep_whose(visitor: &Visitor, thing: &Stream, teacher: PersonId) -> Result<(), Fault> {
    let record = visitor.app.record();
    let drafts = record.drafts(&visitor.actor, thing).await?;
    if !text_of(&drafts, visitor.id(), TEACHER_FIELD).is_empty()
        || record.subject(thing).await?.owner.is_some()
    {
        return Ok(());
    }
    let subject = record
        .subject(&Stream::of_year(Kind::Rating, teacher, &visitor.year))
        .await?;
    if let Decision::Denied(denied) = may(&visitor.actor, Action::ShareObservation, &subject) {
        return Err(denied.into());
    }
    save_typed(
        visitor,
        thing,
        [(TEACHER_FIELD, teacher.to_string().as_str())],
    )
    .await
}
