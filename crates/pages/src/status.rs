//! The status over the years: where a teacher stands and how it came about, stated by HR's partner or the performance
//! office, answered by the teacher. A school's standings on one page, and ratings of earlier years from a spreadsheet.

mod import;
mod school;
mod spoken;
mod statements;
mod trace;
mod view;

pub use school::doors;
pub use view::door;

use crate::components::FormKey;
use crate::fault::Fault;
use crate::form::{For, Form, wording};
use crate::notices::{Announced, announce};
use crate::routes::Routes;
use crate::typed::Typed;
use crate::visitor::{Colleagues, Visitor};
use access::Action;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::status::{Command, Course, Trace};
use domain::{Command as Any, Kind, PersonId, SchoolId, Stream};
use maud::Markup;
use policy::Pack;
use record::Notice;
use words::Words;

/// Words to the teacher beside a statement, and the teacher's answer, while they are written.
const NOTE: &str = "note";
const ANSWER: &str = record::ANSWER_FIELD;

pub fn routes(routes: Routes) -> Routes {
    let routes = routes
        .page("/teachers/{teacher}/status", show)
        .post("/teachers/{teacher}/status", state)
        .post("/teachers/{teacher}/status/answers", answer)
        .page("/schools/{school}/status", school::show);
    import::routes(routes)
}

/// The address of a teacher's status.
pub fn address(teacher: PersonId) -> String {
    format!("/teachers/{teacher}/status")
}

/// What every part of the page rests on.
struct Basis<'a> {
    visitor: &'a Visitor,
    words: Words,
    pack: &'a Pack,
    course: Course,
    /// As far as ratings are shared today.
    trace: Trace,
    people: Colleagues,
    /// Where the teacher works today.
    schools: Vec<SchoolId>,
    /// The reader states it.
    states: bool,
    /// The reader is the teacher.
    own: bool,
}

impl<'a> Basis<'a> {
    async fn of(visitor: &'a Visitor, teacher: &str) -> Result<Self, Fault> {
        let teacher: PersonId = teacher.parse().map_err(|_| Fault::NotFound)?;
        let record = visitor.app.record();
        let course = record
            .course(&visitor.actor, teacher, &visitor.year)
            .await?;
        let (_, pack) = visitor.open_year()?;
        let mut named = vec![teacher];
        named.extend(course.taken.values().map(|taken| taken.by));
        named.extend(course.status.stated.iter().map(|it| it.by));
        named.extend(course.status.answers.iter().map(|it| it.by));
        let states = record
            .may_status(&visitor.actor, Action::StateStatus, &course)
            .await?;
        let subject = record.subject(&stream(&course)).await?;
        Ok(Self {
            visitor,
            words: visitor.words,
            pack,
            trace: course.trace(pack),
            people: visitor.colleagues(named).await?,
            schools: subject.owner_schools,
            states,
            own: teacher == visitor.id(),
            course,
        })
    }

    fn teacher(&self) -> PersonId {
        self.course.teacher
    }

    /// The full name; what no person did, the command line did.
    fn full(&self, person: PersonId) -> String {
        self.people.get(&person).map_or_else(
            || self.words.say("status-command-line"),
            |it| it.name.full(),
        )
    }

    /// The reader leads one of the teacher's schools, and so reads the whole year.
    fn leads(&self) -> bool {
        let mut led = self.visitor.actor.leads();
        led.any(|school| self.schools.contains(&school))
    }

    fn address(&self) -> String {
        address(self.teacher())
    }

    fn notice(&self, to: PersonId, what: Announced) -> Option<Notice> {
        let to = self.people.get(&to)?;
        Some(announce(self.visitor.writer(), to, what, &self.address()))
    }
}

fn stream(course: &Course) -> Stream {
    Stream::of_year(Kind::Status, course.teacher, &course.year)
}

fn key(typed: &Typed) -> FormKey {
    FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    }
}

async fn show(visitor: Visitor, Path(teacher): Path<String>) -> Result<Markup, Fault> {
    let basis = Basis::of(&visitor, &teacher).await?;
    let form = Form::of(&visitor, &stream(&basis.course)).await?;
    view::show(&basis, &form).await
}

async fn state(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let basis = Basis::of(&visitor, &teacher).await?;
    if !basis.states {
        return Err(Fault::Forbidden);
    }
    let mut form = Form::of(&visitor, &stream(&basis.course)).await?;
    let why = For::of(&typed);
    form.save(&typed, why, |field| field == NOTE).await?;
    if form.is_wrong() {
        return Ok((form.status(), view::show(&basis, &form).await?).into_response());
    }
    if why == For::Later {
        return Ok(Redirect::to(&basis.address()).into_response());
    }
    if typed.get("wording") != wording(&basis.trace) {
        // What would be stated is no longer what the page showed.
        return changed(&basis, form, NOTE).await;
    }
    let command = Command::State {
        teacher: basis.teacher(),
        year: basis.course.year.clone(),
        note: typed.get(NOTE).to_owned(),
    };
    let told = basis.notice(basis.teacher(), Announced::Shared);
    carry_out(&basis, form, NOTE, &typed, command, told).await
}

async fn answer(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let basis = Basis::of(&visitor, &teacher).await?;
    if !basis.own {
        return Err(Fault::Forbidden);
    }
    let mut form = Form::of(&visitor, &stream(&basis.course)).await?;
    let why = For::of(&typed);
    form.save(&typed, why, |field| field == ANSWER).await?;
    if form.is_wrong() {
        return Ok((form.status(), view::show(&basis, &form).await?).into_response());
    }
    if why == For::Later {
        return Ok(Redirect::to(&format!("{}#answer", basis.address())).into_response());
    }
    let command = Command::Answer {
        text: typed.get(ANSWER).to_owned(),
    };
    let by = basis.course.status.latest().map(|it| it.by);
    let told = by.and_then(|by| basis.notice(by, Announced::Answered));
    carry_out(&basis, form, ANSWER, &typed, command, told).await
}

/// Does it and leads back to the page; what is refused, or changed meanwhile, comes back with everything typed.
async fn carry_out(
    basis: &Basis<'_>,
    mut form: Form<'_>,
    field: &str,
    typed: &Typed,
    command: Command,
    told: Option<Notice>,
) -> Result<Response, Fault> {
    let visitor = basis.visitor;
    let stream = stream(&basis.course);
    let notices = told.into_iter().collect();
    match visitor
        .carry_out(stream, key(typed), Any::Status(command), notices)
        .await
    {
        Ok(_) => {
            form.forget().await?;
            Ok(Redirect::to(&format!("{}#stated", basis.address())).into_response())
        }
        Err(record::Fault::Refused(refusal)) => {
            form.refused(field, &refusal);
            let page = view::show(basis, &form).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(record::Fault::Changed(_)) => {
            let now = Basis::of(visitor, &basis.teacher().to_string()).await?;
            changed(&now, form, field).await
        }
        Err(fault) => Err(fault.into()),
    }
}

/// The page as it is now, with what was typed still in it.
async fn changed(basis: &Basis<'_>, mut form: Form<'_>, field: &str) -> Result<Response, Fault> {
    form.wrong(field, basis.words.say("status-changed"));
    let page = view::show(basis, &form).await?;
    Ok((StatusCode::CONFLICT, page).into_response())
}
