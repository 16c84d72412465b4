//! Messages: the letter that fits is drafted from the pack with its fields filled in, personalised, sent, and kept in
//! full on the record. What leaves the house is a neutral notice.

pub mod compare;
mod drafted;
pub mod fields;
mod view;

use crate::components::FormKey;
use crate::fault::Fault;
use crate::form::{For, Form};
use crate::my_year::{YearPage, everybody};
use crate::notices::{Announced, announce, language_of};
use crate::routes::Routes;
use crate::typed::Typed;
use crate::visitor::Visitor;
use access::Action;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::messages::{Command as Message, Fitting, Sent, fitting, needs_hr_review};
use domain::{Command, Kind, PersonId, Stream};
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
        visitor.may_for(teacher, Action::SendMessage)?;
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
        form: &Form<'_>,
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
        Drafted::of(&letter, form).map_err(Fault::Broken)
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
    let form = Form::of(&visitor, &drafted::stream(&desk.follows, &message.id)).await?;
    let letter = desk.letter(&visitor, message, &form)?;
    Ok(view::write(&visitor, &desk, &letter, &form).into_response())
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
        return already(&visitor, &desk, message, sent, &typed).await;
    }
    if needs_hr_review(message) {
        return Err(domain::Refusal::NeedsHrReview {
            message: message.id.clone(),
        }
        .into());
    }
    let mut form = keep(&visitor, &desk, message, &typed).await?;
    let letter = desk.letter(&visitor, message, &form)?;
    let asked = !form.asked().is_empty();
    if typed.get("act") != "send" && !form.is_wrong() {
        return Ok(Redirect::to(&format!(
            "{}#letter",
            new_address(desk.page.record.teacher, &desk.follows)
        ))
        .into_response());
    }
    if !asked {
        check(&visitor, &letter, &typed, &mut form);
    }
    if form.is_wrong() {
        let page = view::write(&visitor, &desk, &letter, &form);
        return Ok((form.status(), page).into_response());
    }
    send(&visitor, &desk, &letter, form, &typed).await
}

/// Everything typed is kept first, so that nothing is lost whatever follows. An open letter that stands as drafted stays
/// without a text of its own, so that it follows the facts.
async fn keep<'v>(
    visitor: &'v Visitor,
    desk: &Desk,
    message: &policy::Message,
    typed: &Typed,
) -> Result<Form<'v>, Fault> {
    let stream = drafted::stream(&desk.follows, &message.id);
    let mut form = Form::of(visitor, &stream).await?;
    let own = [BODY, OPENING, CLOSING];
    if typed.get("act") == "again" {
        let none = own
            .iter()
            .fold(typed.clone(), |typed, name| typed.with(name, ""));
        form.save(&none, For::Later, |name| own.contains(&name))
            .await?;
        return Ok(form);
    }
    let why = For::of(typed);
    form.save(typed, why, |name| name.starts_with(FIELD))
        .await?;
    let letter = desk.letter(visitor, message, &form)?;
    let text = compare::plain(typed.get(BODY));
    // Exactly what the page had filled in is nobody's own text, also where the facts have moved on since.
    let untouched = text == letter.template || drafted::fingerprint(&text) == typed.get("read");
    let typed = if untouched {
        typed.with(BODY, "")
    } else {
        typed.clone()
    };
    form.save(&typed, why, |name| {
        name.starts_with(FIELD) || own.contains(&name)
    })
    .await?;
    Ok(form)
}

/// Names each gap, and a letter whose facts have moved on since it was read.
fn check(visitor: &Visitor, letter: &Drafted<'_>, typed: &Typed, form: &mut Form<'_>) {
    let words = visitor.words;
    for gap in letter.open() {
        let field = drafted::name_of(words, &gap.field.name);
        form.wrong(
            &gap.name(),
            words.with("letter-error-gap", &[("field", field.into())]),
        );
    }
    // A text of one's own is sent as it stands; the pack's words only as they were read.
    let own = letter.personalised && !letter.message.locked;
    if !form.is_wrong() && !own && typed.get("read") != drafted::fingerprint(&letter.template) {
        form.wrong(SEND, words.say("letter-error-changed"));
    }
}

/// The button that sends; what stands in the way of sending stands beside it.
const SEND: &str = "send";

/// It was sent before, by this very form or by another page: other words than those that went out are not lost.
async fn already(
    visitor: &Visitor,
    desk: &Desk,
    message: &policy::Message,
    sent: &Stream,
    typed: &Typed,
) -> Result<Response, Fault> {
    let mut form = Form::of(visitor, &drafted::stream(&desk.follows, &message.id)).await?;
    form.take(typed.clone());
    let written = desk.letter(visitor, message, &form)?.body;
    let message = &desk.page.record.messages[sent];
    let there = message.sent.as_ref().map_or("", |it| &it.body);
    if compare::plain(&written) == compare::plain(there) {
        return Ok(Redirect::to(&format!("/messages/{}", sent.key)).into_response());
    }
    let page = view::both(visitor, desk, message, sent, &written);
    Ok((StatusCode::CONFLICT, page).into_response())
}

async fn send(
    visitor: &Visitor,
    desk: &Desk,
    letter: &Drafted<'_>,
    mut form: Form<'_>,
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
    let address = format!("/messages/{}", form.thing.key);
    let notice = announce(
        visitor.writer(),
        &desk.colleague,
        Announced::Message,
        &address,
    );
    let key = FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    };
    match visitor
        .carry_out(form.thing.clone(), key, command, vec![notice])
        .await
    {
        Ok(_) => Ok(Redirect::to(&address).into_response()),
        Err(record::Fault::Refused(refusal)) => {
            form.refused(SEND, &refusal);
            Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                view::write(visitor, desk, letter, &form),
            )
                .into_response())
        }
        // Another page sent it in between.
        Err(record::Fault::Changed(_)) => {
            let desk = Desk::open(
                visitor,
                &desk.page.record.teacher.to_string(),
                &desk.follows.to_string(),
            )
            .await?;
            already(visitor, &desk, letter.message, &form.thing, typed).await
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
