//! Saving drafts as they are typed: one address for the autosave of every page, and what a page remembers of the texts
//! that it showed.

use crate::fault::Fault;
use crate::form::wording;
use crate::routes::Routes;
use crate::typed::Typed;
use crate::visitor::Visitor;
use access::{Action, Decision, may};
use axum::Json;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::observations::TEACHER_FIELD;
use domain::{Draft, Kind, PersonId, Stream};
use record::Saved;
use serde::Deserialize;
use serde_json::json;
use std::fmt;
use std::str::FromStr;

pub fn routes(routes: Routes) -> Routes {
    routes.put("/drafts/{kind}/{key}/{field}", save)
}

/// The autosave's address of one field.
pub fn address(thing: &Stream, field: &str) -> String {
    format!("/drafts/{thing}/{field}")
}

/// What a page showed of one field, as the page sends it back with every save: the revision, and a word for the text that
/// stood there. So a field that nobody touched is known from one that was, also when its revision is gone since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    version: u64,
    /// Not sent by a program that keeps the number alone.
    text: Option<String>,
}

impl Shown {
    /// Of a field with this draft; `otherwise` stands there while nothing is drafted.
    pub fn of(draft: Option<&Draft>, otherwise: &str) -> Self {
        let text = draft.map_or(otherwise, |draft| &draft.text);
        Self {
            version: draft.map_or(0, |draft| draft.version),
            text: Some(wording(&text)),
        }
    }

    /// Whether another page has saved the field since. What is drafted anew after the old draft was shared or thrown away
    /// is another text, whatever its number.
    pub fn is_behind(&self, now: Option<&Draft>) -> bool {
        let same = |now: &Draft| {
            let text = self.text.as_ref();
            now.version == self.version && text.is_none_or(|text| *text == wording(&now.text))
        };
        now.map_or(self.version != 0, |now| !same(now))
    }

    /// Whether this is the text that stood there: nobody touched the field.
    pub fn stood(&self, text: &str) -> bool {
        self.text
            .as_ref()
            .map_or(text.is_empty(), |shown| *shown == wording(&text))
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text.as_deref().unwrap_or_default();
        write!(to, "{}.{text}", self.version)
    }
}

impl FromStr for Shown {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (version, text) = text.split_once('.').unwrap_or((text, ""));
        Ok(Self {
            version: version.parse()?,
            text: Some(text.to_owned()).filter(|text| !text.is_empty()),
        })
    }
}

/// The latest draft of one field by one author.
pub fn own<'a>(drafts: &'a [Draft], author: PersonId, field: &str) -> Option<&'a Draft> {
    drafts
        .iter()
        .find(|draft| draft.author == author && draft.field == field)
}

/// The text of a draft, empty where nothing is drafted.
pub fn text_of<'a>(drafts: &'a [Draft], author: PersonId, field: &str) -> &'a str {
    own(drafts, author, field).map_or("", |draft| &draft.text)
}

/// Notes what the program itself keeps beside a thing, which no control of a page holds: whose lesson it is, how many
/// rows a form has. Nobody typed it, so nobody is asked; words of a page are saved by [`crate::form::Form::save`].
pub async fn note(visitor: &Visitor, thing: &Stream, field: &str, text: &str) -> Result<(), Fault> {
    let record = visitor.app.record();
    let drafts = record.drafts(&visitor.actor, thing).await?;
    let mut version = own(&drafts, visitor.id(), field).map_or(0, |draft| draft.version);
    while let Saved::Conflict { version: now, .. } = record
        .save_draft(&visitor.actor, thing, field, version, text)
        .await?
    {
        version = now;
    }
    Ok(())
}

#[derive(Deserialize)]
struct Beside {
    /// Whose lesson it is, while it is not shared.
    of: Option<PersonId>,
}

/// A browser sends the control's name with its value, and as `version` what its page shows of the field.
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
    let name = typed
        .fields()
        .iter()
        .find(|(name, _)| name != "version")
        .map_or("text", |(name, _)| name);
    let text = typed.lines(name);
    let record = visitor.app.record();
    let shown: Shown = typed.get("version").parse().unwrap_or_default();
    let drafts = record.drafts(&visitor.actor, &thing).await?;
    let now = own(&drafts, visitor.id(), &field);
    // A number that is the latest again, of a text that was begun anew, is behind it.
    let base = if now.is_some_and(|now| now.version == shown.version) && shown.is_behind(now) {
        0
    } else {
        shown.version
    };
    let saved = record
        .save_draft(&visitor.actor, &thing, &field, base, &text)
        .await?;
    let version = |version, text: &str| {
        let text = Some(wording(&text));
        Shown { version, text }.to_string()
    };
    Ok(match saved {
        Saved::Saved { version: now, at } => {
            let said = visitor
                .words
                .with("kept-saved", &[("time", visitor.clock_time(at).into())]);
            Json(json!({ "version": version(now, &text), "saved": said })).into_response()
        }
        Saved::Conflict {
            theirs,
            version: now,
        } => {
            let by = visitor.words.say("kept-elsewhere");
            let version = version(now, &theirs);
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
    note(visitor, thing, TEACHER_FIELD, &teacher.to_string()).await
}
