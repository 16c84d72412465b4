//! Student measures of a teacher's year, entered by hand with their source: what is on the record, by whom, and what it
//! gives; and the form of each. The teacher reads the same page.

mod entry;
mod fill;
mod gives;
mod overview;

use crate::drafts;
use crate::fault::Fault;
use crate::form::{For, Form};
use crate::my_year::{YearPage, everybody};
use crate::routes::Routes;
use crate::typed::Typed;
use crate::visitor::{Visitor, form_key};
use access::{Action, may};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::measures::{Command as Measures, Entry};
use domain::{Command, Kind, PersonId, Stream};
use entry::Which;
use serde::Deserialize;

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/teachers/{teacher}/measures", show)
        .post("/teachers/{teacher}/measures", act)
}

/// The measures of one year, as their reader may use them.
pub struct Entering<'a> {
    pub visitor: &'a Visitor,
    pub page: YearPage,
    pub version: u64,
    /// The reader may enter and correct, and the year's rating is not shared.
    pub enters: bool,
    pub form: Form<'a>,
}

#[derive(Deserialize, Default)]
struct Wanted {
    /// The word of the measure whose form is wanted.
    enter: Option<String>,
    /// One was entered just now.
    entered: Option<String>,
}

async fn show(
    visitor: Visitor,
    Path(teacher): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Fault> {
    let entering = Entering::find(&visitor, &teacher).await?;
    if let Some(word) = wanted.enter {
        let which = Which::from_word(&word).ok_or(Fault::NotFound)?;
        entering.may_enter()?;
        return Ok(fill::page(&entering, which, None)?.into_response());
    }
    Ok(overview::page(&entering, wanted.entered.is_some())
        .await?
        .into_response())
}

impl<'a> Entering<'a> {
    async fn find(visitor: &'a Visitor, teacher: &str) -> Result<Self, Fault> {
        let teacher: PersonId = teacher.parse().map_err(|_| Fault::NotFound)?;
        let record = visitor.year_of(teacher).await?;
        let (stream, version) = record.one(Kind::Measures);
        let subject = visitor
            .app
            .record()
            .subject(&Stream::of_year(Kind::Rating, teacher, &record.year))
            .await?;
        let enters = may(&visitor.actor, Action::EnterMeasure, &subject).is_allowed()
            && !record.rating_is_shared();
        let mut people = everybody(&record, visitor.today);
        people.extend(
            Which::ALL
                .into_iter()
                .filter_map(|which| which.of(&record.measures))
                .map(|entry| entry.by),
        );
        let people = visitor.colleagues(people).await?;
        let form = Form::of(visitor, &stream).await?;
        Ok(Self {
            visitor,
            page: YearPage {
                own: teacher == visitor.id(),
                record,
                people,
            },
            version,
            enters,
            form,
        })
    }

    pub fn address(&self) -> String {
        format!("/teachers/{}/measures", self.page.record.teacher)
    }

    pub fn form_address(&self, which: Which) -> String {
        format!("{}?enter={}", self.address(), which.word())
    }

    /// What is on the record of one measure.
    pub fn recorded(&self, which: Which) -> Option<&Entry> {
        which.of(&self.page.record.measures)
    }

    fn may_enter(&self) -> Result<(), Fault> {
        if self.enters {
            Ok(())
        } else if self.page.record.rating_is_shared() {
            Err(domain::Refusal::RatingShared.into())
        } else {
            Err(Fault::Forbidden)
        }
    }
}

async fn act(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let mut entering = Entering::find(&visitor, &teacher).await?;
    let which = Which::from_word(typed.get("measure")).ok_or(Fault::NotFound)?;
    // A form that was sent twice finds the rating as it was; the record judges one that comes too late.
    if !entering.enters && !entering.page.record.rating_is_shared() {
        return Err(Fault::Forbidden);
    }
    let act = typed.get("act");
    let mut fields = typed.clone();
    if which == Which::Goals {
        let (rows, moved) = entry::rows(&entering, act, &typed);
        fields = moved;
        if rows != entering.rows() {
            let thing = &entering.form.thing;
            drafts::note(&visitor, thing, &which.field("rows"), &rows.to_string()).await?;
        }
    }
    let why = if act == "enter" {
        For::Others
    } else {
        For::Later
    };
    entering
        .form
        .save(&fields, why, |field| which.is_field(field))
        .await?;
    if entering.form.is_wrong() {
        let page = fill::page(&entering, which, None)?;
        return Ok((entering.form.status(), page).into_response());
    }
    if why == For::Later {
        return Ok(Redirect::to(&entering.form_address(which)).into_response());
    }
    let Some((measure, source)) = entry::measure(&mut entering, which) else {
        return Ok((
            StatusCode::UNPROCESSABLE_ENTITY,
            fill::page(&entering, which, None)?,
        )
            .into_response());
    };
    let (teacher, year) = (
        entering.page.record.teacher,
        entering.page.record.year.clone(),
    );
    let command = Measures::Enter {
        teacher,
        year,
        measure,
        source,
    };
    let mut key = form_key(typed.version());
    key.token = typed.token().unwrap_or_default();
    let stream = entering.form.thing.clone();
    match visitor
        .carry_out(stream, key, Command::Measures(command), vec![])
        .await
    {
        Ok(_) => {
            entering.form.forget().await?;
            let (thing, rows) = (&entering.form.thing, which.field("rows"));
            let record = visitor.app.record();
            record.discard(&visitor.actor, thing, Some(&rows)).await?;
            Ok(Redirect::to(&format!(
                "{}?entered=1#{}",
                entering.address(),
                which.word()
            ))
            .into_response())
        }
        Err(record::Fault::Changed(_)) => Ok((
            StatusCode::CONFLICT,
            fill::page(&entering, which, Some("measures-changed-since"))?,
        )
            .into_response()),
        Err(record::Fault::Refused(refusal)) => {
            let field = entry::field_of(&entering, which, &refusal);
            entering.form.refused(&field, &refusal);
            Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                fill::page(&entering, which, None)?,
            )
                .into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}
