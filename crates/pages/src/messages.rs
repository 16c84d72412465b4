//! Messages: the letter that fits is drafted from the pack with its fields filled in, personalised, sent, and kept in
//! full on the record. What leaves the house is a neutral notice.

mod compare;
mod drafted;
pub mod fields;
mod view;

use crate::components::{FieldError, FormKey};
use crate::conversations::teacher_for;
use crate::drafts;
use crate::fault::Fault;
use crate::my_year::{YearPage, everybody};
use crate::notices::{Announced, announce, language_of};
use crate::refusals;
use crate::router::Routes;
use crate::typed::Typed;
use crate::visitor::Visitor;
use access::Action;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::messages::{Command as Message, Fitting, Sent, fitting, needs_hr_review};
use domain::{Command, Draft, Kind, PersonId, Stream};
use drafted::{BODY, CLOSING, Drafted, FIELD, OPENING};
use fields::{Facts, Letter};
use maud::Markup;
use serde::Deserialize;

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/teachers/{teacher}/messages/new", write)
        .post("/teachers/{teacher}/messages/new", save)
        .page("/messages/{id}", read)
}

/// Where the letter about a thing is drafted.
pub fn new_address(teacher: PersonId, follows: &Stream) -> String {
    format!("/teachers/{teacher}/messages/new?follows={follows}")
}

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    follows: String,
}

/// What a letter is written about, for whom and in which language.
pub(super) struct Desk {
    page: YearPage,
    follows: Stream,
    school: String,
    colleague: record::Colleague,
}

impl Desk {
    async fn open(visitor: &Visitor, teacher: &str, follows: &str) -> Result<Self, Fault> {
        let teacher: PersonId = teacher.parse().map_err(|_| Fault::NotFound)?;
        let record = visitor.year_of(teacher).await?;
        teacher_for(visitor, teacher, Action::SendMessage)?;
        let follows: Stream = follows.parse().map_err(|_| Fault::NotFound)?;
        if !record.has(&follows) {
            return Err(Fault::NotFound);
        }
        let here = record
            .person
            .evaluators_on(visitor.today)
            .find(|it| it.evaluator == visitor.id())
            .map(|it| it.school);
        let school = match here {
            Some(school) => visitor.app.record().school_name(school).await?,
            None => visitor.school.clone(),
        };
        let people = visitor
            .colleagues(everybody(&record, visitor.today))
            .await?;
        let colleague = people.get(&teacher).cloned().ok_or(Fault::NotFound)?;
        Ok(Self {
            page: YearPage {
                own: false,
                record,
                people,
            },
            follows,
            school,
            colleague,
        })
    }

    /// The letter with what its sender wrote so far.
    fn letter<'a>(
        &'a self,
        visitor: &'a Visitor,
        message: &'a policy::Message,
        drafts: &[Draft],
    ) -> Result<Drafted<'a>, Fault> {
        let (year, pack) = visitor.open_year()?;
        let facts = Facts::of_year(
            visitor,
            language_of(&self.colleague),
            &self.page,
            pack,
            year.days()?,
        );
        let own = &visitor.person.particulars;
        let sender = (own.name.full(), own.job_title.clone());
        let letter = Letter {
            facts,
            message,
            follows: &self.follows,
            sender,
            school: self.school.clone(),
        };
        Drafted::of(&letter, drafts, visitor.id()).map_err(Fault::Broken)
    }

    /// The same letter, if it was sent before.
    fn sent(&self, template: &str) -> Option<&Stream> {
        let same = |sent: &Sent| sent.template == template && sent.follows == self.follows;
        self.page
            .record
            .messages
            .iter()
            .find(|(_, message)| message.sent.as_ref().is_some_and(same))
            .map(|(stream, _)| stream)
    }
}

async fn write(
    visitor: Visitor,
    Path(teacher): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let desk = Desk::open(&visitor, &teacher, &asked.follows).await?;
    let (_, pack) = visitor.open_year()?;
    let message = match fitting(&desk.page.record, pack, &desk.follows) {
        Fitting::Message(message) => message,
        Fitting::WaitsForRating => return Ok(view::waits(&visitor, &desk).into_response()),
        Fitting::Nothing => return Ok(view::nothing(&visitor, &desk).into_response()),
    };
    if let Some(sent) = desk.sent(&message.id) {
        return Ok(Redirect::to(&format!("/messages/{}", sent.key)).into_response());
    }
    if needs_hr_review(message) {
        return Ok(view::needs_review(&visitor, &desk, message).into_response());
    }
    let stream = drafted::stream(&desk.follows, &message.id);
    let drafts = visitor.app.record().drafts(&visitor.actor, &stream).await?;
    let letter = desk.letter(&visitor, message, &drafts)?;
    Ok(view::write(&visitor, &desk, &letter, &stream, &drafts, &[]).into_response())
}

/// `act`: `send`, `again` to begin anew from the template, or `save`, which also fills the letter with what was written.
async fn save(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let desk = Desk::open(&visitor, &teacher, typed.get("follows")).await?;
    let (_, pack) = visitor.open_year()?;
    let Fitting::Message(message) = fitting(&desk.page.record, pack, &desk.follows) else {
        return Err(Fault::NotFound);
    };
    if let Some(sent) = desk.sent(&message.id) {
        return Ok(Redirect::to(&format!("/messages/{}", sent.key)).into_response());
    }
    if needs_hr_review(message) {
        return Err(domain::Refusal::NeedsHrReview {
            message: message.id.clone(),
        }
        .into());
    }
    let stream = drafted::stream(&desk.follows, &message.id);
    keep(&visitor, &desk, message, &stream, &typed).await?;
    let drafts = visitor.app.record().drafts(&visitor.actor, &stream).await?;
    let letter = desk.letter(&visitor, message, &drafts)?;
    if typed.get("act") != "send" {
        return Ok(Redirect::to(&format!(
            "{}#letter",
            new_address(desk.page.record.teacher, &desk.follows)
        ))
        .into_response());
    }
    let errors = errors(&visitor, &letter, &typed);
    if !errors.is_empty() {
        let page = view::write(&visitor, &desk, &letter, &stream, &drafts, &errors);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    send(&visitor, &desk, &letter, &stream, &drafts, &typed).await
}

/// Everything typed is kept first, so that nothing is lost whatever follows. An open letter that stands as drafted stays
/// without a text of its own, so that it follows the facts.
async fn keep(
    visitor: &Visitor,
    desk: &Desk,
    message: &policy::Message,
    stream: &Stream,
    typed: &Typed,
) -> Result<(), Fault> {
    let record = visitor.app.record();
    let ours = |name: &str| name.starts_with(FIELD) || [OPENING, CLOSING].contains(&name);
    let fields: Vec<(&str, &str)> = typed
        .fields()
        .iter()
        .filter(|(name, _)| ours(name))
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    drafts::save_typed(visitor, stream, fields).await?;
    if typed.get("act") == "again" {
        return drafts::save_typed(visitor, stream, [(BODY, ""), (OPENING, ""), (CLOSING, "")])
            .await;
    }
    if message.locked || !typed.fields().iter().any(|(name, _)| name == BODY) {
        return Ok(());
    }
    let drafts = record.drafts(&visitor.actor, stream).await?;
    let letter = desk.letter(visitor, message, &drafts)?;
    let text = compare::plain(typed.get(BODY));
    // Exactly what the page had filled in is nobody's own text, also where the facts have moved on since.
    let as_drafted = text == letter.template || drafted::fingerprint(&text) == typed.get("read");
    let kept = if as_drafted { "" } else { typed.get(BODY) };
    drafts::save_typed(visitor, stream, [(BODY, kept)]).await
}

fn errors(visitor: &Visitor, letter: &Drafted<'_>, typed: &Typed) -> Vec<FieldError> {
    let words = visitor.words;
    let mut errors: Vec<FieldError> = letter
        .open()
        .map(|gap| FieldError {
            field: gap.name(),
            text: words.with(
                "letter-error-gap",
                &[("field", drafted::name_of(words, &gap.field.name).into())],
            ),
        })
        .collect();
    // A text of one's own is sent as it stands; the pack's words only as they were read.
    let own = letter.personalised && !letter.message.locked;
    if errors.is_empty() && !own && typed.get("read") != drafted::fingerprint(&letter.template) {
        errors.push(FieldError {
            field: "send".to_owned(),
            text: words.say("letter-error-changed"),
        });
    }
    errors
}

async fn send(
    visitor: &Visitor,
    desk: &Desk,
    letter: &Drafted<'_>,
    stream: &Stream,
    drafts: &[Draft],
    typed: &Typed,
) -> Result<Response, Fault> {
    let sent = Sent {
        template: letter.message.id.clone(),
        follows: desk.follows.clone(),
        language: letter.words.language().tag().to_owned(),
        subject: letter.subject.clone(),
        body: letter.body.clone(),
        personalised: letter.personalised,
    };
    let command = Command::Message(Message::Send {
        teacher: desk.page.record.teacher,
        year: visitor.year.clone(),
        sent,
    });
    let address = format!("/messages/{}", stream.key);
    let notice = announce(visitor, &desk.colleague, Announced::Message, &address);
    let key = FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    };
    match visitor
        .carry_out(stream.clone(), key, command, vec![notice])
        .await
    {
        Ok(_) => Ok(Redirect::to(&address).into_response()),
        Err(record::Fault::Refused(refusal)) => {
            let error = FieldError {
                field: "send".to_owned(),
                text: refusals::sentence(visitor.words, &refusal),
            };
            let page = view::write(visitor, desk, letter, stream, drafts, &[error]);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// A message as it was sent.
async fn read(visitor: Visitor, Path(id): Path<String>) -> Result<Markup, Fault> {
    let id: uuid::Uuid = id.parse().map_err(|_| Fault::NotFound)?;
    let stream = Stream::of(Kind::Message, id);
    let subject = visitor.app.record().subject(&stream).await?;
    let record = visitor
        .year_of(subject.owner.ok_or(Fault::NotFound)?)
        .await?;
    let message = record
        .messages
        .get(&stream)
        .cloned()
        .ok_or(Fault::NotFound)?;
    let people = visitor
        .colleagues(everybody(&record, visitor.today))
        .await?;
    let page = YearPage {
        own: record.teacher == visitor.id(),
        record,
        people,
    };
    view::read(&visitor, &page, &message)
}
