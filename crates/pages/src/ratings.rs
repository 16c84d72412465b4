//! The overall rating: what it is before it is shared (for whoever evaluates and leads), its page with the whole sum
//! once it is, the acts on it (share, acknowledge, decline, answer), the decision
//! near a cut (`decision`), and its prints: on one page how it came about (`came_about`), and the whole sum.

mod acts;
mod came_about;
mod changes;
mod clock;
mod coming;
mod confirm;
pub mod decision;
pub mod evidence;
mod falls;
mod page;
mod preview;
pub mod print;
mod rule;
mod sum;
mod table;
mod taken;

pub use rule::plain;

use crate::fault::Fault;
use crate::form::Form;
use crate::routes::Routes;
use crate::visitor::Visitor;
use access::{Action, Subject, may};
use axum::extract::Path;
use domain::calendar::Calendar;
use domain::{Kind, PersonId, Stream, YearRecord};
use maud::Markup;
use policy::Pack;
use record::Colleague;
use std::collections::BTreeMap;
use words::Words;

/// The source of what a person entered, as the trace writes it.
const FROM_RECORD: &str = "record";

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/teachers/{teacher}/rating", show)
        .page("/teachers/{teacher}/rating/share", acts::ask_to_share)
        .post("/teachers/{teacher}/rating/share", acts::share)
        .page(
            "/teachers/{teacher}/rating/acknowledge",
            acts::ask_to_acknowledge,
        )
        .post("/teachers/{teacher}/rating/acknowledge", acts::acknowledge)
        .page("/teachers/{teacher}/rating/decline", acts::ask_to_decline)
        .post("/teachers/{teacher}/rating/decline", acts::decline)
        .post("/teachers/{teacher}/rating/answers", acts::answer)
        .page("/teachers/{teacher}/rating/decision", decision::show)
        .post("/teachers/{teacher}/rating/decision", decision::decide)
        .post(
            "/teachers/{teacher}/rating/decision/confirm",
            decision::confirm,
        )
        .post(
            "/teachers/{teacher}/rating/decision/send-back",
            decision::send_back,
        )
        .post(
            "/teachers/{teacher}/rating/decision/withdraw",
            decision::withdraw,
        )
        .file("/teachers/{teacher}/rating.pdf", taken::print)
        .file(
            "/teachers/{teacher}/rating/how-it-came-about.pdf",
            came_about::print,
        )
}

/// A teacher's year with everybody who is named in it.
pub struct Loaded {
    pub record: YearRecord,
    pub people: BTreeMap<PersonId, Colleague>,
}

/// Reads a teacher's year through access.
///
/// # Errors
/// [`Fault::NotFound`] for a year that the reader may not know of.
pub async fn load(visitor: &Visitor, teacher: &str) -> Result<Loaded, Fault> {
    let teacher: PersonId = teacher.parse().map_err(|_| Fault::NotFound)?;
    let record = visitor.year_of(teacher).await?;
    let people = visitor
        .colleagues(crate::my_year::everybody(&record, visitor.today))
        .await?;
    Ok(Loaded { record, people })
}

/// What the reader may do with this teacher's year today.
pub fn allowed(visitor: &Visitor, record: &YearRecord, action: Action) -> bool {
    let subject = Subject {
        stream: Stream::of_year(Kind::Rating, record.teacher, &record.year),
        owner: Some(record.teacher),
        owner_schools: record.person.teaches_at(visitor.today).collect(),
        parties: vec![],
    };
    may(&visitor.actor, action, &subject).is_allowed()
}

/// What every part of the pages rests on.
pub struct Basis<'a> {
    pub visitor: &'a Visitor,
    pub words: Words,
    pub pack: &'a Pack,
    pub calendar: &'a Calendar,
    pub record: &'a YearRecord,
    pub people: &'a BTreeMap<PersonId, Colleague>,
}

impl<'a> Basis<'a> {
    /// The year's days and the pack under which the rating was shared, or else the year's, with what was read of the
    /// teacher.
    ///
    /// # Errors
    /// A refusal where no pack is adopted or no days are entered.
    pub fn of(visitor: &'a Visitor, loaded: &'a Loaded) -> Result<Self, Fault> {
        let (year, pack) = visitor.open_year()?;
        Ok(Self {
            visitor,
            words: visitor.words,
            pack: year.pack_of(&loaded.record).unwrap_or(pack),
            calendar: year.days()?,
            record: &loaded.record,
            people: &loaded.people,
        })
    }

    /// The full name.
    pub fn full(&self, person: PersonId) -> String {
        self.people
            .get(&person)
            .map_or_else(|| self.words.say("history-somebody"), |it| it.name.full())
    }

    /// "Ms Castellano".
    pub fn address(&self, person: PersonId) -> String {
        self.people.get(&person).map_or_else(
            || self.words.say("history-somebody"),
            |it| crate::address::address(self.words, &it.name, &it.pronouns),
        )
    }

    /// The reader is the teacher.
    pub fn own(&self) -> bool {
        self.record.teacher == self.visitor.id()
    }

    /// A rating's name in the reader's language.
    pub fn rating(&self, id: &str) -> String {
        self.pack.rating.rating(id).map_or_else(
            || id.to_owned(),
            |it| it.label.get(self.words.language().tag()).to_owned(),
        )
    }

    /// The names of whoever evaluates the teacher today.
    pub fn evaluators(&self) -> Vec<String> {
        let today = self.visitor.today;
        self.record
            .person
            .evaluators_on(today)
            .map(|it| self.address(it.evaluator))
            .collect()
    }
}

/// The address of a teacher's rating, or of an act on it.
fn address(teacher: PersonId, act: &str) -> String {
    format!("/teachers/{teacher}/rating{act}")
}

async fn show(visitor: Visitor, Path(teacher): Path<String>) -> Result<Markup, Fault> {
    let loaded = load(&visitor, &teacher).await?;
    let basis = Basis::of(&visitor, &loaded)?;
    match &loaded.record.rating.released {
        Some(released) => {
            let form = Form::of(&visitor, &loaded.record.one(Kind::Rating).0).await?;
            page::released(&basis, released, &form).await
        }
        None if allowed(&visitor, &loaded.record, Action::PreviewRating) => {
            preview::show(&basis).await
        }
        None => page::not_yet(&basis).await,
    }
}
