//! Importing a roster: files are sent, read and compared; the administrator looks at what they would change, and applies
//! them in one transaction or not at all. Rows of students are refused by the parser and never kept.

mod changes;
mod dry_run;
mod last;
pub mod problems;
mod readings;
pub mod sent;
mod start;
mod values;

pub use readings::{Applied, Kept, Readings};

use crate::components::FormKey;
use crate::fault::Fault;
use crate::people::keeper;
use crate::refusals;
use crate::routes::Routes;
use crate::typed::Typed;
use crate::visitor::Visitor;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::people::roster::{Command, Event as RosterEvent, Plan, RosterFile, plan};
use domain::people::{Directory, Event as PersonEvent};
use domain::thing::Event;
use domain::{Happened, PersonId};
use jiff::civil::Date;
use maud::Markup;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::Arc;

/// The largest upload, in bytes; a district of 90,000 students sends about 20 MB, and zips are smaller.
pub const LARGEST_UPLOAD: usize = 64 * 1024 * 1024;

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/roster/import", show)
        .upload("/roster/import", LARGEST_UPLOAD, upload)
        .page("/roster/import/{reading}", look)
        .post("/roster/import/apply", apply)
}

/// What a file would do to the record as it stands now.
struct Compared {
    file: Arc<RosterFile>,
    plan: Plan,
    before: Directory,
    /// Of everything that would happen: a record that changed meanwhile gives another.
    finger: String,
}

impl Compared {
    async fn of(visitor: &Visitor, file: Arc<RosterFile>) -> Result<Self, Fault> {
        let directory = visitor.app.record().directory(&keeper(visitor)?).await?;
        let today = visitor.today;
        off_the_road(move || Self::now(file, directory, today)).await
    }

    fn now(file: Arc<RosterFile>, before: Directory, today: Date) -> Self {
        let plan = plan(&file, &before, today);
        let mut hash = Sha256::new();
        for happened in &plan.events {
            hash.update(format!("{happened:?}"));
        }
        let finger = hash
            .finalize()
            .iter()
            .fold(String::new(), |mut text, byte| {
                let _ = write!(text, "{byte:02x}");
                text
            });
        Self {
            file,
            plan,
            before,
            finger,
        }
    }
}

/// Long arithmetic beside the threads that answer everybody else.
pub async fn off_the_road<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| Fault::Broken(error.to_string()))
}

async fn show(visitor: Visitor) -> Result<Markup, Fault> {
    start::page(&visitor, None).await
}

async fn upload(
    visitor: Visitor,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response, Fault> {
    let scope = keeper(&visitor)?;
    let files = match sent::files(multipart).await {
        Ok(files) => files,
        Err(wrong) => {
            return Ok((wrong.status(), start::page(&visitor, Some(wrong)).await?).into_response());
        }
    };
    let directory = visitor.app.record().directory(&scope).await?;
    let file = off_the_road(move || exchange::roster::read(&files.open(), &directory)).await?;
    let token = visitor.app.readings().keep(visitor.id(), file);
    Ok(Redirect::to(&format!("/roster/import/{token}")).into_response())
}

/// Which list of the dry run is shown, and from which row on.
#[derive(Deserialize, Default)]
struct Wanted {
    #[serde(default)]
    list: String,
    #[serde(default)]
    from: usize,
}

async fn look(
    visitor: Visitor,
    Path(reading): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Fault> {
    keeper(&visitor)?;
    match visitor.app.readings().find(&reading, visitor.id()) {
        None => gone(&visitor).await,
        Some(Kept::Applied(applied)) => Ok(dry_run::applied(&visitor, &applied).into_response()),
        Some(Kept::Waiting(file)) => {
            let compared = Compared::of(&visitor, file).await?;
            let page = if wanted.list.is_empty() {
                dry_run::page(&visitor, &reading, &compared, None)
            } else {
                dry_run::list(&visitor, &reading, &compared, &wanted.list, wanted.from)
                    .ok_or(Fault::NotFound)?
            };
            Ok(page.into_response())
        }
    }
}

/// A reading that nobody kept, or that is older than an hour: the files have to be sent again.
async fn gone(visitor: &Visitor) -> Result<Response, Fault> {
    let page = start::page(visitor, Some(sent::Wrong::Forgotten)).await?;
    Ok((sent::Wrong::Forgotten.status(), page).into_response())
}

async fn apply(visitor: Visitor, typed: Typed) -> Result<Response, Fault> {
    keeper(&visitor)?;
    let reading = typed.get("reading");
    let file = match visitor.app.readings().find(reading, visitor.id()) {
        None => return gone(&visitor).await,
        Some(Kept::Applied(_)) => return Ok(back(reading)),
        Some(Kept::Waiting(file)) => file,
    };
    let compared = Compared::of(&visitor, Arc::clone(&file)).await?;
    let again = |status: StatusCode, compared: &Compared, text: String| {
        (
            status,
            dry_run::page(&visitor, reading, compared, Some(text)),
        )
            .into_response()
    };
    if compared.finger != typed.get("finger") {
        // What would happen is no longer what the page showed.
        return Ok(again(
            StatusCode::CONFLICT,
            &compared,
            visitor.words.say("roster-import-changed"),
        ));
    }
    let confirmed_removals = typed.get("confirmed") == "yes";
    let command = Command::Apply {
        file: Box::new(RosterFile::clone(&file)),
        confirmed_removals,
    };
    let key = FormKey {
        token: typed.token().unwrap_or_default(),
        version: None,
    };
    match visitor
        .carry_out(file.stream(), key, domain::Command::Roster(command), vec![])
        .await
    {
        Ok(done) => {
            let applied = Applied::of(&file, &done.events);
            for person in shut_out(&done.events) {
                visitor.app.record().sessions_end(person).await?;
            }
            visitor
                .app
                .readings()
                .applied(reading, visitor.id(), applied);
            Ok(back(reading))
        }
        Err(record::Fault::Refused(refusal)) => {
            let text = refusals::sentence(visitor.words, &refusal);
            Ok(again(StatusCode::UNPROCESSABLE_ENTITY, &compared, text))
        }
        Err(fault) => Err(fault.into()),
    }
}

fn back(reading: &str) -> Response {
    Redirect::to(&format!("/roster/import/{reading}")).into_response()
}

/// Whoever has no access after these events: ended, or disabled.
fn shut_out(events: &[Happened]) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = events
        .iter()
        .filter(|happened| match &happened.event {
            Event::Person(PersonEvent::Ended { .. }) => true,
            Event::Person(
                PersonEvent::Changed { particulars } | PersonEvent::Returned { particulars },
            ) => !particulars.enabled,
            _ => false,
        })
        .filter_map(|happened| happened.stream.key.parse().ok())
        .collect();
    people.sort();
    people.dedup();
    people
}

impl Applied {
    fn of(file: &RosterFile, events: &[Happened]) -> Self {
        let counts = events
            .iter()
            .rev()
            .find_map(|happened| match &happened.event {
                Event::Roster(RosterEvent::Applied(applied)) => Some(applied.counts),
                _ => None,
            });
        Self {
            fingerprint: file.fingerprint.clone(),
            counts,
            shut_out: shut_out(events).len(),
        }
    }
}
