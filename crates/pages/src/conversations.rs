//! Conversations: the list, finding a time, and the workspace in which both sides prepare, meet, note and promise.
//! Beginning, mid-year and end of year are one room with different guides of the pack.

mod agenda;
mod facts;
mod list;
mod met;
mod next;
mod notes;
mod preparation;
mod promises;
mod schedule;
mod talking_points;
mod time;
mod workspace;

use crate::components::FieldError;
use crate::fault::Fault;
use crate::form::{Asked, Form};
use crate::my_year::{YearPage, everybody};
use crate::refusals;
use crate::routes::Routes;
use crate::typed::Typed;
use crate::visitor::Visitor;
use access::{Action, may};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::conversations::{Conversation, ConversationKind, Slot};
use domain::{Draft, Kind, PersonId, Refusal, Stream};
use maud::Markup;
use policy::{Guide, Pack, Side};

pub use time::{begins_at, ends};

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/conversations", list::list)
        .page(
            "/teachers/{teacher}/conversations/{kind}/new",
            schedule::ask,
        )
        .post(
            "/teachers/{teacher}/conversations/{kind}/new",
            schedule::schedule,
        )
        .page("/conversations/{id}", show)
        .page("/conversations/{id}/move", schedule::ask_move)
        .post("/conversations/{id}/move", schedule::move_it)
        .page("/conversations/{id}/cancel", schedule::ask_cancel)
        .post("/conversations/{id}/cancel", schedule::cancel)
        .post("/conversations/{id}/preparation", preparation::save)
        .post("/conversations/{id}/notes", notes::save)
        .post("/conversations/{id}/promises", promises::save)
        .post("/conversations/{id}/promises/{number}", promises::settle)
        .post("/conversations/{id}/met", met::say)
}

/// How the reader takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    Teacher,
    Evaluator,
    /// Reads without taking part: the school leader, or whoever evaluates the teacher since.
    Reader,
}

impl Seat {
    fn side(self) -> Option<Side> {
        match self {
            Self::Teacher => Some(Side::Teacher),
            Self::Evaluator => Some(Side::Evaluator),
            Self::Reader => None,
        }
    }
}

/// One conversation with the year around it, as its reader may see it.
pub struct Talk {
    pub stream: Stream,
    pub version: u64,
    pub it: Conversation,
    pub kind: ConversationKind,
    pub slot: Slot,
    pub page: YearPage,
    /// The reader's own, and the other side's notes and promises.
    pub drafts: Vec<Draft>,
    pub seat: Seat,
}

impl Talk {
    /// What its reader writes here.
    fn work<'v>(&self, visitor: &'v Visitor) -> Form<'v> {
        Form::with(visitor, &self.stream, self.drafts.clone())
    }

    async fn load(visitor: &Visitor, key: &str) -> Result<Self, Fault> {
        let id: uuid::Uuid = key.parse().map_err(|_| Fault::NotFound)?;
        let stream = Stream::of(Kind::Conversation, id);
        let subject = visitor.app.record().subject(&stream).await?;
        let record = visitor
            .year_of(subject.owner.ok_or(Fault::NotFound)?)
            .await?;
        let it = record
            .conversations
            .get(&stream)
            .cloned()
            .ok_or(Fault::NotFound)?;
        let (kind, slot) = it.guide.zip(it.slot.clone()).ok_or(Fault::NotFound)?;
        let seat = match it.side_of(visitor.id()) {
            Some(Side::Teacher) => Seat::Teacher,
            Some(Side::Evaluator) => Seat::Evaluator,
            None => Seat::Reader,
        };
        let people = visitor
            .colleagues(everybody(&record, visitor.today))
            .await?;
        let drafts = visitor.app.record().drafts(&visitor.actor, &stream).await?;
        let version = record.version(&stream);
        let page = YearPage {
            own: record.teacher == visitor.id(),
            record,
            people,
        };
        Ok(Self {
            stream,
            version,
            it,
            kind,
            slot,
            page,
            drafts,
            seat,
        })
    }

    /// Only the two sides write here; whoever else may read it gets 403.
    fn side(&self) -> Result<Side, Fault> {
        self.seat.side().ok_or(Fault::Forbidden)
    }

    fn path(&self) -> String {
        format!("/conversations/{}", self.stream.key)
    }

    fn back_to(&self, anchor: &str) -> Response {
        Redirect::to(&format!("{}#{anchor}", self.path())).into_response()
    }

    /// A check-in has none: it is noted and promised in, without an agenda.
    fn guide<'p>(&self, pack: &'p Pack) -> Option<&'p Guide> {
        pack.guide(self.kind)
    }

    /// What it is called, as a title begins.
    fn title(&self, visitor: &Visitor, pack: &Pack) -> String {
        let unguided = || {
            visitor
                .words
                .say(&format!("conversation-kind-{}", self.kind.as_str()))
        };
        self.guide(pack).map_or_else(unguided, |guide| {
            guide.title.get(visitor.words.language().tag()).to_owned()
        })
    }

    fn person(&self, side: Side) -> Option<PersonId> {
        match side {
            Side::Teacher => self.it.teacher,
            Side::Evaluator => self.it.evaluator,
        }
    }

    /// The full name of a side.
    fn name(&self, side: Side) -> String {
        self.person(side)
            .and_then(|person| self.page.people.get(&person))
            .map_or_else(String::new, |it| it.name.full())
    }

    /// How the reader speaks of a side: "Ms Castellano".
    fn address(&self, visitor: &Visitor, side: Side) -> String {
        self.person(side)
            .map_or_else(String::new, |person| self.page.address(visitor, person))
    }

    /// How the reader speaks of the side across the table.
    fn other(&self, visitor: &Visitor) -> String {
        self.address(
            visitor,
            other_side(self.seat.side().unwrap_or(Side::Evaluator)),
        )
    }

    fn colleague(&self, side: Side) -> Result<&record::Colleague, Fault> {
        self.person(side)
            .and_then(|person| self.page.people.get(&person))
            .ok_or(Fault::NotFound)
    }

    /// Whether the reader may move it or call it off.
    async fn may_schedule(&self, visitor: &Visitor) -> Result<bool, Fault> {
        let subject = visitor.app.record().subject(&self.stream).await?;
        Ok(may(&visitor.actor, Action::Schedule, &subject).is_allowed())
    }
}

/// A kind of conversation as it stands in addresses: `mid-year`.
pub fn in_address(kind: ConversationKind) -> String {
    kind.as_str().replace('_', "-")
}

pub(crate) fn other_side(side: Side) -> Side {
    match side {
        Side::Teacher => Side::Evaluator,
        Side::Evaluator => Side::Teacher,
    }
}

/// What was typed into a form that was not taken, and why.
#[derive(Default)]
pub struct Again {
    pub typed: Typed,
    pub errors: Vec<FieldError>,
    /// Drafts that another page saved otherwise meanwhile.
    asked: Asked,
}

impl Again {
    fn one(typed: &Typed, field: &str, text: String) -> Self {
        Self {
            typed: typed.clone(),
            errors: vec![FieldError {
                field: field.to_owned(),
                text,
            }],
            asked: Asked::new(),
        }
    }

    /// What is wrong with drafted texts, each by the name of its control and of its draft.
    fn drafted(typed: &Typed, work: &Form<'_>, names: &[(&str, &str)]) -> Self {
        let wrong = names.iter().filter_map(|(control, draft)| {
            Some(FieldError {
                field: (*control).to_owned(),
                text: work.error(draft)?,
            })
        });
        Self {
            typed: typed.clone(),
            errors: wrong.collect(),
            asked: work.asked().clone(),
        }
    }

    fn status(&self) -> StatusCode {
        if self.asked.is_empty() {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::CONFLICT
        }
    }

    fn refused(visitor: &Visitor, typed: &Typed, field: &str, refusal: &Refusal) -> Self {
        Self::one(typed, field, refusals::sentence(visitor.words, refusal))
    }

    fn error(&self, field: &str) -> Option<String> {
        self.errors
            .iter()
            .find(|error| error.field == field)
            .map(|error| error.text.clone())
    }

    /// What stands in a field: what was typed into the refused form, else what is kept.
    fn value<'a>(&'a self, field: &str, kept: &'a str) -> &'a str {
        if self.typed.fields().iter().any(|(name, _)| name == field) {
            self.typed.get(field)
        } else {
            kept
        }
    }
}

async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Markup, Fault> {
    let talk = Talk::load(&visitor, &id).await?;
    workspace::page(&visitor, &talk, &Again::default()).await
}

/// The page again after texts were saved, with those that were not.
async fn show_unsaved(visitor: &Visitor, key: &str, again: &Again) -> Result<Response, Fault> {
    show_again(visitor, &Talk::load(visitor, key).await?, again).await
}

/// The page again, with everything typed and the sentence beside its field.
async fn show_again(visitor: &Visitor, talk: &Talk, again: &Again) -> Result<Response, Fault> {
    let page = workspace::page(visitor, talk, again).await?;
    Ok((again.status(), page).into_response())
}
