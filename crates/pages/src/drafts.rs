//! Saving drafts as they are typed: one address for the autosave of every page.

use crate::components::Autosave;
use crate::fault::Fault;
use crate::router::Routes;
use crate::typed::Typed;
use crate::visitor::Visitor;
use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::{PersonId, Stream};
use record::Saved;
use serde_json::json;

pub fn routes(routes: Routes) -> Routes {
    routes.put("/drafts/{kind}/{key}/{field}", save)
}

/// The autosave's address of one field.
pub fn address(thing: &Stream, field: &str) -> String {
    format!("/drafts/{thing}/{field}")
}

/// The field as the components draw it: where it saves itself, from which version on.
pub fn autosave(drafts: &[domain::Draft], visitor: &Visitor, thing: &Stream, field: &str) -> Autosave {
    let draft = own(drafts, visitor.id(), field);
    Autosave {
        url: address(thing, field),
        version: draft.map_or(0, |draft| draft.version),
        saved: draft.map(|draft| visitor.local(draft.at).time()),
    }
}

/// The latest draft of one field by one author.
pub fn own<'a>(drafts: &'a [domain::Draft], author: PersonId, field: &str) -> Option<&'a domain::Draft> {
    drafts.iter().find(|draft| draft.author == author && draft.field == field)
}

/// The text of a draft, empty where nothing is drafted.
pub fn text_of<'a>(drafts: &'a [domain::Draft], author: PersonId, field: &str) -> &'a str {
    own(drafts, author, field).map_or("", |draft| &draft.text)
}

/// Saves the fields of a form that was sent without scripts, each as the draft of its name. What another page saved in
/// between is kept as a revision below it: the form that was sent last is what its author meant.
pub async fn save_typed(visitor: &Visitor, thing: &Stream, fields: impl IntoIterator<Item = (&str, &str)>) -> Result<(), Fault> {
    let record = visitor.app.record();
    let drafts = record.drafts(&visitor.actor, thing).await?;
    for (field, text) in fields {
        let (version, before) = own(&drafts, visitor.id(), field).map_or((0, ""), |draft| (draft.version, &draft.text));
        if before != text {
            record.save_draft(&visitor.actor, thing, field, version, text).await?;
        }
    }
    Ok(())
}

/// A browser sends the control's name with its value, and the version on which the typing began (0 for none).
async fn save(visitor: Visitor, Path((kind, key, field)): Path<(String, String, String)>, typed: Typed) -> Result<Response, Fault> {
    let thing: Stream = format!("{kind}/{key}").parse().map_err(|_| Fault::NotFound)?;
    // Several ticked boxes of one name come as several values; they are kept one a line.
    let name = typed.fields().iter().find(|(name, _)| name != "version").map_or("", |(name, _)| name);
    let text = typed.all(name).collect::<Vec<_>>().join("\n");
    let saved = visitor.app.record().save_draft(&visitor.actor, &thing, &field, typed.version().unwrap_or(0), &text).await?;
    Ok(match saved {
        Saved::Saved { version, at } => {
            let said = visitor.words.with("kept-saved", &[("time", visitor.clock_time(at).into())]);
            Json(json!({ "version": version, "saved": said })).into_response()
        }
        Saved::Conflict { theirs, version } => {
            let by = visitor.words.say("kept-elsewhere");
            let name = typed.fields().iter().find(|(name, _)| name != "version").map_or("text", |(name, _)| name);
            (StatusCode::CONFLICT, Json(json!({ "version": version, "theirs": { name: theirs }, "by": by }))).into_response()
        }
    })
}
