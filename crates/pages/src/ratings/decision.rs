//! The decision near a cut: the desk of the school leader who decides, the page of the second reader who confirms or
//! sends back, and what everybody else who may know of it reads. The teacher sees it with the rating, never before.

mod view;

pub use view::{decided, standing_line};

use super::{Basis, Loaded};
use crate::components::FormKey;
use crate::drafts;
use crate::fault::Fault;
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

/// What stands in the form of whoever decides.
#[derive(Clone, Debug, Default)]
pub struct Written {
    pub rating: String,
    pub text: String,
    pub evidence: Vec<Stream>,
    pub reader: String,
    pub reason: String,
    pub refusal: Option<Refusal>,
}

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
            drafts: store.drafts(&visitor.actor, &stream).await?,
            record,
        },
        readers,
        version,
        stream,
    })
}

fn desk<'a>(visitor: &'a Visitor, read: &'a Read) -> Result<Desk<'a>, Fault> {
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
        basis,
    })
}

pub async fn show(visitor: Visitor, Path(teacher): Path<String>) -> Result<Response, Fault> {
    let read = read(&visitor, &teacher).await?;
    // Once the rating is shared, its page says what was decided.
    let shared = read.loaded.record.rating_is_shared();
    let desk = desk(&visitor, &read)?;
    let nothing = desk.basis.record.decision.made.is_empty()
        && !matches!(desk.outcome, Outcome::DecisionRequired { .. });
    if shared || nothing {
        let rating = super::address(desk.basis.record.teacher, "");
        return Ok(Redirect::to(&rating).into_response());
    }
    Ok(view::page(&desk, &drafted(&desk)).await?.into_response())
}

fn drafted(desk: &Desk<'_>) -> Written {
    let (all, author) = (desk.basis.drafts, desk.basis.visitor.id());
    let text = |field| drafts::text_of(all, author, field).to_owned();
    // What was sent back or is void is where the next one begins.
    let last = desk.basis.record.decision.made.last();
    let begun = [RATING, TEXT, EVIDENCE, READER]
        .iter()
        .any(|field| drafts::own(all, author, field).is_some());
    match last.filter(|made| !begun && made.choice.by == author) {
        Some(made) => Written {
            rating: made.choice.rating.clone(),
            text: made.choice.reasons.clone(),
            evidence: made.choice.evidence.clone(),
            reader: made.choice.reader.to_string(),
            reason: text(REASON),
            refusal: None,
        },
        None => Written {
            rating: text(RATING),
            text: text(TEXT),
            evidence: streams(&text(EVIDENCE)),
            reader: text(READER),
            reason: text(REASON),
            refusal: None,
        },
    }
}

fn streams(names: &str) -> Vec<Stream> {
    names
        .lines()
        .filter_map(|name| name.trim().parse().ok())
        .collect()
}

fn key(typed: &Typed) -> FormKey {
    FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    }
}

fn typed_in(typed: &Typed) -> Written {
    let ticked = typed.all(EVIDENCE).collect::<Vec<_>>().join("\n");
    Written {
        rating: typed.get(RATING).to_owned(),
        text: typed.get(TEXT).to_owned(),
        evidence: streams(&ticked),
        reader: typed.get(READER).to_owned(),
        reason: typed.get(REASON).to_owned(),
        refusal: None,
    }
}

pub async fn decide(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let read = read(&visitor, &teacher).await?;
    if !desk(&visitor, &read)?.leads {
        return Err(Fault::Forbidden);
    }
    let teacher = read.loaded.record.teacher;
    let written = typed_in(&typed);
    if typed.get("act") == "save" {
        let ticked: Vec<String> = written.evidence.iter().map(ToString::to_string).collect();
        let fields = [
            (RATING, written.rating.as_str()),
            (TEXT, &written.text),
            (EVIDENCE, &ticked.join("\n")),
            (READER, &written.reader),
        ];
        drafts::save_typed(&visitor, &read.stream, fields).await?;
        return Ok(Redirect::to(&address(teacher, "")).into_response());
    }
    // Nobody chosen is nobody who may be asked.
    let reader = written
        .reader
        .parse()
        .unwrap_or(access::Actor::COMMAND_LINE);
    let command = Command::Decide {
        teacher,
        year: read.loaded.record.year.clone(),
        rating: written.rating.clone(),
        reasons: written.text.clone(),
        evidence: written.evidence.clone(),
        reader,
    };
    let notices = tell(&visitor, &read, [reader], Announced::Asked);
    act(&visitor, &read, key(&typed), command, notices, written).await
}

pub async fn confirm(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    answered(&visitor, &teacher, &typed, |_| Command::Confirm).await
}

pub async fn send_back(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    answered(&visitor, &teacher, &typed, |reason| Command::SendBack {
        reason,
    })
    .await
}

async fn answered(
    visitor: &Visitor,
    teacher: &str,
    typed: &Typed,
    command: fn(String) -> Command,
) -> Result<Response, Fault> {
    let read = read(visitor, teacher).await?;
    if !desk(visitor, &read)?.reads {
        return Err(Fault::Forbidden);
    }
    let written = typed_in(typed);
    let decider = read
        .loaded
        .record
        .decision
        .waiting()
        .map(|choice| choice.by);
    let notices = tell(visitor, &read, decider, Announced::Answered);
    let command = command(written.reason.clone());
    act(visitor, &read, key(typed), command, notices, written).await
}

pub async fn withdraw(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let read = read(&visitor, &teacher).await?;
    if !desk(&visitor, &read)?.leads {
        return Err(Fault::Forbidden);
    }
    let written = typed_in(&typed);
    let command = Command::Withdraw {
        reason: written.reason.clone(),
    };
    act(&visitor, &read, key(&typed), command, vec![], written).await
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
            Some(announce(visitor, colleague, what, &path))
        })
        .collect()
}

/// Carries it out; a refusal is said on the page with everything that was typed.
async fn act(
    visitor: &Visitor,
    read: &Read,
    key: FormKey,
    command: Command,
    notices: Vec<Notice>,
    written: Written,
) -> Result<Response, Fault> {
    let teacher = read.loaded.record.teacher;
    match visitor
        .carry_out(read.stream.clone(), key, Any::Decision(command), notices)
        .await
    {
        Ok(_) => {
            // Whoever was asked for this alone has no part in it any more.
            let stays = super::allowed(visitor, &read.loaded.record, Action::ReadRecord);
            let next = if stays {
                address(teacher, "")
            } else {
                "/".to_owned()
            };
            Ok(Redirect::to(&next).into_response())
        }
        Err(record::Fault::Refused(refusal)) => {
            let desk = desk(visitor, read)?;
            let named = match refusal {
                Refusal::NotACandidate { lower, upper } => Refusal::NotACandidate {
                    lower: desk.basis.rating(&lower),
                    upper: desk.basis.rating(&upper),
                },
                other => other,
            };
            let written = Written {
                refusal: Some(named),
                ..written
            };
            let page = view::page(&desk, &written).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(record::Fault::Changed(changed)) => {
            let page = meanwhile(visitor, read, &written, &changed)?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Somebody decided, confirmed or sent back since the page was made: what was written stands beside what is there now.
fn meanwhile(
    visitor: &Visitor,
    read: &Read,
    written: &Written,
    changed: &record::Changed,
) -> Result<Markup, Fault> {
    let desk = desk(visitor, read)?;
    let words = visitor.words;
    let label = words.say("decision-text");
    let theirs = desk.basis.record.decision.made.last();
    let body = conflict(
        words,
        &Conflict {
            yours: [&written.text, &written.reason]
                .into_iter()
                .filter(|text| !text.is_empty())
                .map(|text| (label.clone(), text.clone()))
                .collect(),
            theirs: theirs
                .map(|made| (label.clone(), made.choice.reasons.clone()))
                .into_iter()
                .collect(),
            name: desk.basis.full(changed.by),
            moment: words.moment(visitor.local(changed.at)),
            again: view::again(&desk, written, &form_key(Some(desk.version))),
        },
    );
    Ok(visitor.page(Sheet {
        room: "today",
        title: words.say("error-409-title"),
        body,
        footer: None,
    }))
}
