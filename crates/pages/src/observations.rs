//! Observations: a lesson is written down beside the descriptors, read as the teacher will read it, and shared; then it
//! stands on the record and the teacher answers it.

mod answers;
mod coverage;
mod draft;
mod lesson;
mod share;
mod shared;
mod write;

pub use lesson::{kind_label, level};
pub use write::level_bands;

use crate::fault::Fault;
use crate::form::Form;
use crate::routes::Routes;
use crate::visitor::Visitor;
use access::{Action, may};
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use domain::observations::TEACHER_FIELD;
use domain::{Kind, PersonId, Stream};
use maud::Markup;
use record::Colleague;
use serde::Deserialize;

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/teachers/{teacher}/observations/new", begin)
        .page("/teachers/{teacher}/observations/{id}/draft", show)
        .post("/teachers/{teacher}/observations/{id}/draft", share::act)
        .page("/observations/{id}", shared::show)
        .post("/observations/{id}/answers", answers::act)
}

/// A lesson that its observer writes down, with the year in which it stands.
pub struct Observing<'a> {
    pub visitor: &'a Visitor,
    pub record: domain::YearRecord,
    pub teacher: Colleague,
    pub form: Form<'a>,
}

/// Where an address leads: to the draft, or on to the lesson that was shared meanwhile.
pub enum Found<'a> {
    Draft(Box<Observing<'a>>),
    Shared(String),
}

/// The teacher's year, for whoever may observe there.
async fn year_to_observe(visitor: &Visitor, teacher: &str) -> Result<domain::YearRecord, Fault> {
    let teacher: PersonId = teacher.parse().map_err(|_| Fault::NotFound)?;
    let record = visitor.year_of(teacher).await?;
    let subject = visitor
        .app
        .record()
        .subject(&Stream::of_year(Kind::Rating, teacher, &visitor.year))
        .await?;
    if !may(&visitor.actor, Action::ShareObservation, &subject).is_allowed() {
        return Err(Fault::Forbidden);
    }
    Ok(record)
}

/// Makes the address of a new lesson; nothing is kept until a word is written.
async fn begin(visitor: Visitor, Path(teacher): Path<String>) -> Result<Redirect, Fault> {
    let record = year_to_observe(&visitor, &teacher).await?;
    visitor.open_year()?;
    Ok(Redirect::to(&draft_address(
        record.teacher,
        &uuid::Uuid::now_v7().to_string(),
    )))
}

/// Where a lesson is written.
pub fn draft_address(teacher: PersonId, key: &str) -> String {
    format!("/teachers/{teacher}/observations/{key}/draft")
}

impl<'a> Observing<'a> {
    /// Opens a draft. What another teacher's lesson is, or another observer's, is not found.
    pub async fn find(visitor: &'a Visitor, teacher: &str, key: &str) -> Result<Found<'a>, Fault> {
        let record = year_to_observe(visitor, teacher).await?;
        visitor.open_year()?;
        let id: uuid::Uuid = key.parse().map_err(|_| Fault::NotFound)?;
        let thing = Stream::of(Kind::Observation, id);
        if record.has(&thing) {
            return Ok(Found::Shared(format!("/observations/{id}")));
        }
        if visitor.app.record().subject(&thing).await?.owner.is_some() {
            return Err(Fault::NotFound);
        }
        let form = Form::of(visitor, &thing).await?.about(record.teacher);
        let written_for = form.value(TEACHER_FIELD);
        if !written_for.is_empty() && written_for != record.teacher.to_string() {
            return Err(Fault::NotFound);
        }
        let teacher = visitor
            .colleagues([record.teacher])
            .await?
            .remove(&record.teacher)
            .ok_or(Fault::NotFound)?;
        Ok(Found::Draft(Box::new(Self {
            visitor,
            record,
            teacher,
            form,
        })))
    }

    pub fn address(&self) -> String {
        draft_address(self.record.teacher, &self.form.thing.key)
    }

    /// How the observer speaks of the teacher.
    pub fn teacher_said(&self) -> String {
        crate::address::address(
            self.visitor.words,
            &self.teacher.name,
            &self.teacher.pronouns,
        )
    }

    /// Whose lesson it is, so that Today finds the draft.
    async fn keep_beginning(&mut self) -> Result<(), Fault> {
        if self.form.value(TEACHER_FIELD).is_empty() {
            let teacher = self.record.teacher.to_string();
            crate::drafts::note(self.visitor, &self.form.thing, TEACHER_FIELD, &teacher).await?;
            self.form = Form::of(self.visitor, &self.form.thing)
                .await?
                .about(self.record.teacher);
        }
        Ok(())
    }
}

#[derive(Deserialize, Default)]
struct Wanted {
    /// The lesson as the teacher will read it.
    read: Option<String>,
    /// What throwing it away means.
    discard: Option<String>,
}

async fn show(
    visitor: Visitor,
    Path((teacher, key)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Fault> {
    let mut observing = match Observing::find(&visitor, &teacher, &key).await? {
        Found::Draft(observing) => observing,
        Found::Shared(address) => return Ok(Redirect::to(&address).into_response()),
    };
    let page: Markup = if wanted.discard.is_some() {
        share::discard_page(&observing)
    } else if wanted.read.is_some() {
        return share::read_page(&mut observing, None);
    } else {
        write::page(&observing)?
    };
    Ok(page.into_response())
}
