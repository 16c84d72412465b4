//! A teacher's year on one page: the teacher's own *My year*, and the same year as the evaluator and the leader see it.

pub mod evidence;
mod line;
pub mod rating_so_far;
pub mod situation;
pub mod standing;
mod view;

pub use view::pack_line;

use crate::fault::Fault;
use crate::routes::Routes;
use crate::visitor::Visitor;
use axum::extract::Path;
use axum::response::Redirect;
use domain::{PersonId, YearRecord};
use maud::Markup;
use record::Colleague;
use std::collections::{BTreeMap, BTreeSet};

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/my-year", mine)
        .page("/teachers/{teacher}", of_teacher)
}

/// The year with the names of everybody in it.
pub struct YearPage {
    pub record: YearRecord,
    pub people: BTreeMap<PersonId, Colleague>,
    /// The reader is the teacher.
    pub own: bool,
}

impl YearPage {
    /// How the reader speaks of somebody: by form of address, by full name where none is known.
    pub fn address(&self, visitor: &Visitor, person: PersonId) -> String {
        self.people.get(&person).map_or_else(String::new, |it| {
            crate::address::address(visitor.words, &it.name, &it.pronouns)
        })
    }
}

async fn mine(visitor: Visitor) -> Result<Markup, Fault> {
    if !visitor.actor.teaches() {
        return Err(Fault::NotFound);
    }
    let id = visitor.id();
    show(visitor, id).await
}

async fn of_teacher(
    visitor: Visitor,
    Path(teacher): Path<String>,
) -> Result<Result<Markup, Redirect>, Fault> {
    let teacher = teacher.parse().map_err(|_| Fault::NotFound)?;
    if teacher == visitor.id() {
        return Ok(Err(Redirect::to("/my-year")));
    }
    show(visitor, teacher).await.map(Ok)
}

async fn show(visitor: Visitor, teacher: PersonId) -> Result<Markup, Fault> {
    let record = visitor.year_of(teacher).await?;
    let people = visitor
        .colleagues(everybody(&record, visitor.today))
        .await?;
    let page = YearPage {
        own: record.teacher == visitor.id(),
        record,
        people,
    };
    let receipts = if page.own {
        visitor
            .app
            .record()
            .receipts(&visitor.actor, teacher, &visitor.year)
            .await?
    } else {
        vec![]
    };
    let readers = visitor
        .colleagues(receipts.iter().map(|receipt| receipt.reader))
        .await?;
    view::show(&visitor, &page, &receipts, &readers).await
}

/// Everybody whose name stands on the pages of a year.
pub fn everybody(record: &YearRecord, today: jiff::civil::Date) -> BTreeSet<PersonId> {
    let mut people: BTreeSet<PersonId> = [record.teacher].into();
    people.extend(
        record
            .person
            .evaluators_on(today)
            .map(|assignment| assignment.evaluator),
    );
    people.extend(record.observations.values().filter_map(|it| it.observer));
    people.extend(record.conversations.values().filter_map(|it| it.evaluator));
    people.extend(record.messages.values().filter_map(|it| it.by));
    people.extend(record.professionalism.sent.iter().map(|sent| sent.by));
    people.extend(
        record
            .rationales
            .values()
            .flat_map(|it| it.versions.iter().map(|version| version.by)),
    );
    people.extend(
        [
            &record.measures.survey,
            &record.measures.goals,
            &record.measures.collective,
        ]
        .into_iter()
        .flatten()
        .map(|entry| entry.by),
    );
    for made in &record.decision.made {
        people.extend([made.choice.by, made.choice.reader]);
    }
    people.extend(record.rating.released.iter().map(|released| released.by));
    people.extend(
        record
            .recommendation
            .renewal
            .iter()
            .map(|renewal| renewal.by),
    );
    people
}
