//! The record as people see it: the history of a thing or of a teacher's whole year, who has looked, who can see it and
//! why, and the copy that the teacher takes. Other rooms end their record pages with [`who_can_see`].

mod copy;
pub mod line;
pub mod press;
mod print;
pub mod things;
mod view;
mod who;

pub use who::who_can_see;

use crate::fault::Fault;
use crate::routes::Routes;
use crate::visitor::Visitor;
use axum::extract::{Path, Query};
use domain::{Kind, PersonId, Stream};
use maud::Markup;
use record::{Line, Of};
use serde::Deserialize;
use std::collections::BTreeSet;

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/teachers/{teacher}/history", of_year)
        .page("/history/{kind}/{key}", of_thing)
        .file("/my-year/copy.json", copy::data)
        .file("/my-year/copy.pdf", print::year)
}

/// What stands in the address of a history: words to look for, and the line before which it goes on.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    q: String,
    before: Option<u64>,
}

async fn of_year(
    visitor: Visitor,
    Path(teacher): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Fault> {
    let teacher: PersonId = teacher.parse().map_err(|_| Fault::NotFound)?;
    let of = Of::Year(teacher, visitor.year.clone());
    let lines = visitor.app.record().history(&visitor.actor, &of).await?;
    let record = visitor.year_of(teacher).await?;
    let names = names(&visitor, &lines).await?;
    let receipts = if teacher == visitor.id() {
        Some(
            visitor
                .app
                .record()
                .receipts(&visitor.actor, teacher, &visitor.year)
                .await?,
        )
    } else {
        None
    };
    view::of_year(&visitor, &record, &lines, &names, receipts, &wanted).await
}

async fn of_thing(
    visitor: Visitor,
    Path((kind, key)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Fault> {
    let stream: Stream = format!("{kind}/{key}")
        .parse()
        .map_err(|_| Fault::NotFound)?;
    let lines = visitor
        .app
        .record()
        .history(&visitor.actor, &Of::Thing(stream.clone()))
        .await?;
    if lines.is_empty() {
        return Err(Fault::NotFound);
    }
    let record = match lines
        .iter()
        .find_map(|line| line.event.as_ref().and_then(things::teacher_of))
    {
        Some(teacher) => match visitor.year_of(teacher).await {
            // Who keeps the status may read nothing else of the year.
            Err(Fault::NotFound) if stream.kind == Kind::Status => None,
            year => Some(year?),
        },
        None => None,
    };
    let names = names(&visitor, &lines).await?;
    view::of_thing(&visitor, record.as_ref(), &stream, &lines, &names, &wanted).await
}

/// Everybody whom the lines name.
async fn names(visitor: &Visitor, lines: &[Line]) -> Result<line::Names, Fault> {
    let people: BTreeSet<PersonId> = lines.iter().flat_map(line::people).collect();
    Ok(line::Names::new(visitor.colleagues(people).await?))
}
