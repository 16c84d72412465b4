//! The decision near a cut: the desk of the school leader who decides, the page of the second reader who confirms or
//! sends back, and what everybody else who may know of it reads. The teacher sees it with the rating, never before.

mod view;

pub use view::{decided, standing_line};

use super::{Basis, Loaded};
use crate::components::FormKey;
use crate::fault::Fault;
use crate::form::{For, Form};
use crate::layout::{Conflict, conflict};
use crate::notices::{Announced, announce};
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor, form_key};
use access::{Action, may};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ratings::calculation::{self, Outcome};
use domain::ratings::decision::Command;
use domain::{Command as Any, Kind, PersonId, Refusal, Stream};
use maud::Markup;
use record::Notice;

/// The chosen rating, the text, the ticked evidence and the reader while they are written.
pub const RATING: &str = "rating";
pub const TEXT: &str = "text";
pub const EVIDENCE: &str = "evidence";
pub const READER: &str = "reader";
/// The reason of sending back or withdrawing.
pub const REASON: &str = "reason";
const FIELDS: [&str; 5] = [RATING, TEXT, EVIDENCE, READER, REASON];

/// The page with everything that it rests on.
pub struct Desk<'a> {
    pub basis: Basis<'a>,
    pub outcome: Outcome,
    pub stream: Stream,
    pub version: u64,
    /// Leads a school of the teacher's.
    pub leads: bool,
    /// Was asked to be the second reader of what waits.
    pub reads: bool,
    /// May read the teacher's whole year, not this decision alone.
    pub whole_year: bool,
    /// Who may be asked, for whoever leads.
    pub readers: Vec<PersonId>,
    pub form: Form<'a>,
}

impl Desk<'_> {
    /// What the reader of the page decided last: where the next decision begins that must be made anew.
    pub fn latest(&self, field: &str) -> String {
        let made = self.basis.record.decision.made.last();
        let Some(made) = made.filter(|made| made.choice.by == self.basis.visitor.id()) else {
            return String::new();
        };
        let choice = &made.choice;
        match field {
            RATING => choice.rating.clone(),
            TEXT => choice.reasons.clone(),
            READER => choice.reader.to_string(),
            EVIDENCE => {
                let linked: Vec<String> = choice.evidence.iter().map(ToString::to_string).collect();
                linked.join("\n")
            }
            _ => String::new(),
        }
    }
}

/// The address of the page, or of an act on it.
pub fn address(teacher: PersonId, act: &str) -> String {
    super::address(teacher, &format!("/decision{act}"))
}

struct Read {
    loaded: Loaded,
    readers: Vec<PersonId>,
    version: u64,
    stream: Stream,
}

async fn read(visitor: &Visitor, teacher: &str) -> Result<Read, Fault> {
    let teacher: PersonId = teacher.parse().map_err(|_| Fault::NotFound)?;
    let store = visitor.app.record();
    if teacher == visitor.id() {
        // The same answer whether there is one or not.
        return Err(Fault::NotFound);
    }
    let record = store
        .year_to_decide(&visitor.actor, teacher, &visitor.year)
        .await?;
    let leads = may(&visitor.actor, Action::Decide, &store.deciding(&record)).is_allowed();
    let readers = if leads {
        store.second_readers(&visitor.actor, &record).await?
    } else {
        vec![]
    };
    let mut people = crate::my_year::everybody(&record, visitor.today);
    people.extend(readers.iter().copied());
    let (stream, version) = record.one(Kind::Decision);
    Ok(Read {
        loaded: Loaded {
            people: visitor.colleagues(people).await?,
            record,
        },
        readers,
        version,
        stream,
    })
}

async fn desk<'a>(visitor: &'a Visitor, read: &'a Read) -> Result<Desk<'a>, Fault> {
    let basis = Basis::of(visitor, &read.loaded)?;
    let subject = visitor.app.record().deciding(basis.record);
    let allowed = |action| may(&visitor.actor, action, &subject).is_allowed();
    Ok(Desk {
        outcome: calculation::outcome(&basis.record.rating_inputs(basis.pack), basis.pack),
        stream: read.stream.clone(),
        version: read.version,
        leads: allowed(Action::Decide),
        reads: allowed(Action::ConfirmDecision),
        whole_year: super::allowed(visitor, basis.record, Action::ReadRecord),
        readers: read.readers.clone(),
        form: Form::of(visitor, &read.stream).await?,
        basis,
    })
}

pub async fn show(visitor: Visitor, Path(teacher): Path<String>) -> Result<Response, Fault> {
    let read = read(&visitor, &teacher).await?;
    // Once the rating is shared, its page says what was decided.
    let shared = read.loaded.record.rating_is_shared();
    let desk = desk(&visitor, &read).await?;
    let nothing = desk.basis.record.decision.made.is_empty()
        && !matches!(desk.outcome, Outcome::DecisionRequired { .. });
    if shared || nothing {
        let rating = super::address(desk.basis.record.teacher, "");
        return Ok(Redirect::to(&rating).into_response());
    }
    Ok(view::page(&desk).await?.into_response())
}

fn streams(names: &str) -> Vec<Stream> {
    names
        .lines()
        .filter_map(|name| name.trim().parse().ok())
        .collect()
}

/// What the act is that a form asks for, made of the form that was saved.
type Asks = fn(&Desk<'_>) -> Command;

/// Deciding and withdrawing are the leader's; confirming and sending back are the second reader's.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Leader,
    Reader,
}

pub async fn decide(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    act(&visitor, &teacher, &typed, Whose::Leader, |desk| {
        let value = |field| desk.form.value(field).to_owned();
        Command::Decide {
            teacher: desk.basis.record.teacher,
            year: desk.basis.record.year.clone(),
            rating: value(RATING),
            reasons: value(TEXT),
            evidence: streams(desk.form.value(EVIDENCE)),
            reader: reader(desk),
        }
    })
    .await
}

pub async fn confirm(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    act(&visitor, &teacher, &typed, Whose::Reader, |_| {
        Command::Confirm
    })
    .await
}

pub async fn send_back(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    act(&visitor, &teacher, &typed, Whose::Reader, |desk| {
        Command::SendBack {
            reason: desk.form.value(REASON).to_owned(),
        }
    })
    .await
}

pub async fn withdraw(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    act(&visitor, &teacher, &typed, Whose::Leader, |desk| {
        Command::Withdraw {
            reason: desk.form.value(REASON).to_owned(),
        }
    })
    .await
}

/// The chosen second reader; nobody chosen is nobody who may be asked.
fn reader(desk: &Desk<'_>) -> PersonId {
    let chosen = desk.form.value(READER).parse();
    chosen.unwrap_or(access::Actor::COMMAND_LINE)
}

fn tell(
    visitor: &Visitor,
    read: &Read,
    people: impl IntoIterator<Item = PersonId>,
    what: Announced,
) -> Vec<Notice> {
    let path = address(read.loaded.record.teacher, "");
    people
        .into_iter()
        .filter(|person| *person != visitor.id())
        .filter_map(|person| {
            let colleague = read.loaded.people.get(&person)?;
            Some(announce(visitor.writer(), colleague, what, &path))
        })
        .collect()
}

/// Saves what was typed and carries it out; a refusal is said on the page with everything that was typed.
async fn act(
    visitor: &Visitor,
    teacher: &str,
    typed: &Typed,
    whose: Whose,
    asks: Asks,
) -> Result<Response, Fault> {
    let read = read(visitor, teacher).await?;
    let mut desk = desk(visitor, &read).await?;
    if !(if whose == Whose::Leader {
        desk.leads
    } else {
        desk.reads
    }) {
        return Err(Fault::Forbidden);
    }
    let teacher = desk.basis.record.teacher;
    // The forms that carry one act alone name none.
    let why = match typed.get("act") {
        "" => For::Others,
        _ => For::of(typed),
    };
    desk.form
        .save(typed, why, |field| FIELDS.contains(&field))
        .await?;
    if desk.form.is_wrong() {
        let page = view::page(&desk).await?;
        return Ok((desk.form.status(), page).into_response());
    }
    if why == For::Later {
        return Ok(Redirect::to(&address(teacher, "")).into_response());
    }
    let command = asks(&desk);
    let notices = match &command {
        Command::Decide { reader, .. } => tell(visitor, &read, [*reader], Announced::Asked),
        Command::Confirm | Command::SendBack { .. } => {
            let decider = desk.basis.record.decision.waiting().map(|choice| choice.by);
            tell(visitor, &read, decider, Announced::Answered)
        }
        Command::Withdraw { .. } => vec![],
    };
    let key = FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    };
    match visitor
        .carry_out(read.stream.clone(), key, Any::Decision(command), notices)
        .await
    {
        Ok(_) => {
            desk.form.forget().await?;
            // Whoever was asked for this alone has no part in it any more.
            let next = if desk.whole_year {
                address(teacher, "")
            } else {
                "/".to_owned()
            };
            Ok(Redirect::to(&next).into_response())
        }
        Err(record::Fault::Refused(refusal)) => {
            let named = match refusal {
                Refusal::NotACandidate { lower, upper } => Refusal::NotACandidate {
                    lower: desk.basis.rating(&lower),
                    upper: desk.basis.rating(&upper),
                },
                other => other,
            };
            let field = view::field_of(&named, &desk);
            desk.form.refused(field, &named);
            let page = view::page(&desk).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(record::Fault::Changed(changed)) => {
            Ok((StatusCode::CONFLICT, meanwhile(&desk, &changed)).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Somebody decided, confirmed or sent back since the page was made: what was written stands beside what is there now.
fn meanwhile(desk: &Desk<'_>, changed: &record::Changed) -> Markup {
    let visitor = desk.basis.visitor;
    let words = visitor.words;
    let label = words.say("decision-text");
    let theirs = desk.basis.record.decision.made.last();
    let body = conflict(
        words,
        &Conflict {
            yours: [TEXT, REASON]
                .into_iter()
                .map(|field| desk.form.value(field))
                .filter(|text| !text.is_empty())
                .map(|text| (label.clone(), text.to_owned()))
                .collect(),
            theirs: theirs
                .map(|made| (label.clone(), made.choice.reasons.clone()))
                .into_iter()
                .collect(),
            name: desk.basis.full(changed.by),
            moment: words.moment(visitor.local(changed.at)),
            again: view::again(desk, &form_key(Some(desk.version))),
        },
    );
    visitor.page(Sheet {
        room: "today",
        title: words.say("error-409-title"),
        body,
        footer: None,
    })
}
