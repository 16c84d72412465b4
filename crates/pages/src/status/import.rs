//! Ratings of earlier years from a spreadsheet: sent, compared with what is on the record, and applied as a whole or not
//! at all. How a file is sent, kept for an hour and its problems are shown is the roster's way.

mod dry_run;
mod start;

use crate::components::FormKey;
use crate::fault::Fault;
use crate::form::wording;
use crate::refusals;
use crate::roster::sent::{self, Wrong};
use crate::roster::{Kept, LARGEST_UPLOAD, off_the_road};
use crate::routes::Routes;
use crate::typed::Typed;
use crate::visitor::Visitor;
use access::{Action, Subject, may};
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Command as Any;
use domain::status::earlier::{Command, Counts, Event, File, Plan, rating_named};
use domain::thing;
use maud::Markup;
use std::sync::Arc;

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/status/import", show)
        .upload("/status/import", LARGEST_UPLOAD, upload)
        .file("/status/import/template.csv", template)
        .page("/status/import/{reading}", look)
        .post("/status/import/apply", apply)
}

/// Whether the visitor may take over earlier ratings.
pub fn is_open(visitor: &Visitor) -> bool {
    let subject = Subject {
        stream: File::default().stream(),
        owner: None,
        owner_schools: vec![],
        parties: vec![],
    };
    may(&visitor.actor, Action::ImportEarlierRatings, &subject).is_allowed()
}

/// Nobody else may know these pages.
fn importer(visitor: &Visitor) -> Result<(), Fault> {
    is_open(visitor).then_some(()).ok_or(Fault::NotFound)
}

/// What a file would do to the record as it stands now.
struct Compared {
    file: Arc<File>,
    plan: Plan,
    /// Of everything that would happen: a record that changed meanwhile gives another.
    finger: String,
}

impl Compared {
    async fn of(visitor: &Visitor, file: Arc<File>) -> Result<Self, Fault> {
        let record = visitor.app.record();
        let plan = record.earlier_plan(&visitor.actor, &file).await?;
        let finger = wording(&format!("{:?}", plan.events));
        Ok(Self { file, plan, finger })
    }
}

async fn show(visitor: Visitor) -> Result<Markup, Fault> {
    start::page(&visitor, None).await
}

async fn template(visitor: Visitor) -> Result<Response, Fault> {
    importer(&visitor)?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"ratings.csv\"",
        ),
    ];
    Ok((headers, exchange::status::template()).into_response())
}

async fn upload(
    visitor: Visitor,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response, Fault> {
    importer(&visitor)?;
    let (_, pack) = visitor.open_year()?;
    let ratings = pack.rating.ratings.clone();
    let (name, bytes) = match sent::one(multipart, start::FILE).await {
        Ok(sent) => sent,
        Err(wrong) => return again(&visitor, wrong).await,
    };
    let file = off_the_road(move || {
        exchange::status::read(&name, bytes, |said| rating_named(&ratings, said))
    })
    .await?;
    let token = visitor.app.ratings().keep(visitor.id(), file);
    Ok(back(&token))
}

/// The first page with what is wrong: nothing was sent, too much, or it is not kept any more.
async fn again(visitor: &Visitor, wrong: Wrong) -> Result<Response, Fault> {
    let page = start::page(visitor, Some(wrong)).await?;
    Ok((wrong.status(), page).into_response())
}

async fn look(visitor: Visitor, Path(reading): Path<String>) -> Result<Response, Fault> {
    importer(&visitor)?;
    match visitor.app.ratings().find(&reading, visitor.id()) {
        None => again(&visitor, Wrong::Forgotten).await,
        Some(Kept::Applied(counts)) => Ok(dry_run::applied(&visitor, counts).into_response()),
        Some(Kept::Waiting(file)) => {
            let compared = Compared::of(&visitor, file).await?;
            Ok(dry_run::page(&visitor, &reading, &compared, None)?.into_response())
        }
    }
}

async fn apply(visitor: Visitor, typed: Typed) -> Result<Response, Fault> {
    importer(&visitor)?;
    let reading = typed.get("reading");
    let file = match visitor.app.ratings().find(reading, visitor.id()) {
        None => return again(&visitor, Wrong::Forgotten).await,
        Some(Kept::Applied(_)) => return Ok(back(reading)),
        Some(Kept::Waiting(file)) => file,
    };
    let compared = Compared::of(&visitor, Arc::clone(&file)).await?;
    if compared.finger != typed.get("finger") {
        let text = visitor.words.say("status-import-changed");
        let page = dry_run::page(&visitor, reading, &compared, Some(text))?;
        return Ok((StatusCode::CONFLICT, page).into_response());
    }
    let command = Command::Apply {
        file: Box::new(File::clone(&file)),
        confirmed: typed.get("confirmed") == "yes",
    };
    let key = FormKey {
        token: typed.token().unwrap_or_default(),
        version: None,
    };
    let done = visitor
        .carry_out(file.stream(), key, Any::EarlierRatings(command), vec![])
        .await;
    match done {
        Ok(done) => {
            let counts = done
                .events
                .iter()
                .find_map(|happened| match &happened.event {
                    thing::Event::EarlierRatings(Event::Applied(applied)) => Some(applied.counts),
                    _ => None,
                });
            let counts = counts.unwrap_or(Counts {
                unchanged: compared.plan.counts.unchanged,
                ..Counts::default()
            });
            visitor.app.ratings().applied(reading, visitor.id(), counts);
            Ok(back(reading))
        }
        Err(record::Fault::Refused(refusal)) => {
            let text = refusals::sentence(visitor.words, &refusal);
            let page = dry_run::page(&visitor, reading, &compared, Some(text))?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

fn back(reading: &str) -> Response {
    Redirect::to(&format!("/status/import/{reading}")).into_response()
}
