//! The people of the district as the administrator keeps them: everybody and every school, one person in full, and what
//! is given by hand because no roster says it. Nothing of anybody's evaluation is here.

mod evaluators;
mod find;
mod list;
mod offices;
mod person;
mod spoken;

use crate::components::{FieldError, FormKey};
use crate::fault::Fault;
use crate::refusals;
use crate::routes::Routes;
use crate::typed::Typed;
use crate::visitor::Visitor;
use access::{List, Scope, scope};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use domain::people::school::School;
use domain::people::{Command, Person};
use domain::{Kind, PersonId, Refusal, SchoolId, Stream};
use maud::Markup;
use std::collections::BTreeMap;

pub use spoken::{employment, office, post};

pub fn routes(routes: Routes) -> Routes {
    let routes = routes
        .page("/people", show)
        .page("/people/{person}", show_one);
    let routes = offices::routes(routes);
    evaluators::routes(routes)
}

/// Only whoever keeps the roster; nobody else may know these pages.
pub fn keeper(visitor: &Visitor) -> Result<Scope, Fault> {
    scope(&visitor.actor, List::Roster).ok_or(Fault::NotFound)
}

async fn show(visitor: Visitor, Query(wanted): Query<find::Wanted>) -> Result<Markup, Fault> {
    let scope = keeper(&visitor)?;
    let found = find::find(&visitor, &scope, &wanted).await?;
    list::list(&visitor, &scope, &wanted, found).await
}

/// One person with the version that a form sends back.
struct One {
    id: PersonId,
    person: Person,
    version: u64,
    schools: BTreeMap<SchoolId, School>,
}

impl One {
    /// The person of an address; unknown ones are not there.
    async fn of(visitor: &Visitor, id: &str) -> Result<Self, Fault> {
        keeper(visitor)?;
        let id: PersonId = id.parse().map_err(|_| Fault::NotFound)?;
        let record = visitor.app.record();
        let (person, version) = record.person(&visitor.actor, id).await?;
        Ok(Self {
            id,
            person,
            version,
            schools: record.schools().await?,
        })
    }

    fn name(&self) -> String {
        self.person.particulars.name.full()
    }

    fn path(&self) -> String {
        format!("/people/{}", self.id)
    }

    fn school_name(&self, school: SchoolId) -> String {
        self.schools
            .get(&school)
            .map(|school| school.particulars.name.clone())
            .unwrap_or_default()
    }
}

async fn show_one(visitor: Visitor, Path(id): Path<String>) -> Result<Markup, Fault> {
    let one = One::of(&visitor, &id).await?;
    person::show(&visitor, &one).await
}

/// Why a form comes back: the status, the field and the sentence.
#[derive(Clone, Debug)]
struct Wrong {
    status: StatusCode,
    field: &'static str,
    text: String,
}

impl Wrong {
    fn new(field: &'static str, text: String) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            field,
            text,
        }
    }

    fn summary(wrong: Option<&Self>) -> Vec<FieldError> {
        wrong
            .iter()
            .map(|wrong| FieldError {
                field: wrong.field.to_owned(),
                text: wrong.text.clone(),
            })
            .collect()
    }

    fn at(wrong: Option<&Self>, field: &str) -> Option<String> {
        wrong
            .filter(|wrong| wrong.field == field)
            .map(|wrong| wrong.text.clone())
    }
}

/// Carries out a command about a person. What the rules refuse, and what somebody changed since, is said at a field of
/// the form, which comes back with everything typed.
async fn carry_out(
    visitor: &Visitor,
    id: PersonId,
    typed: &Typed,
    command: Command,
    field: fn(&Refusal) -> &'static str,
) -> Result<Option<Wrong>, Fault> {
    let key = FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    };
    let done = visitor
        .carry_out(
            Stream::of(Kind::Person, id),
            key,
            domain::Command::Person(command),
            vec![],
        )
        .await;
    match done {
        Ok(_) => Ok(None),
        Err(record::Fault::Refused(refusal)) => Ok(Some(Wrong::new(
            field(&refusal),
            refusals::sentence(visitor.words, &refusal),
        ))),
        Err(record::Fault::Changed(_)) => Ok(Some(Wrong {
            status: StatusCode::CONFLICT,
            field: "reason",
            text: visitor.words.say("people-changed"),
        })),
        Err(fault) => Err(fault.into()),
    }
}
