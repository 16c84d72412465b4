//! The teacher's copy as data: everything of the year, in a shape with a version of its own (`docs/copy.md`).

use super::{line, press};
use crate::fault::Fault;
use crate::visitor::Visitor;
use access::{Action, Decision, Subject, may};
use axum::response::Response;
use domain::{Event, Kind, PersonId, Stream, YearRecord};
use record::{Line, Of, ReadReceipt};
use serde::Serialize;
use serde_json::Value;

/// Raised when the meaning of a field changes; a new field alone does not raise it.
const VERSION: u32 = 1;

/// Everything that a copy is made of, read as the teacher.
pub struct Taken {
    pub record: YearRecord,
    pub lines: Vec<Line>,
    pub receipts: Vec<ReadReceipt>,
    pub names: line::Names,
}

/// Reads the teacher's own year.
///
/// # Errors
/// [`Fault::NotFound`] for people who have no year, and whatever `access` says.
pub async fn take(visitor: &Visitor) -> Result<Taken, Fault> {
    if !visitor.actor.teaches() {
        return Err(Fault::NotFound);
    }
    let teacher = visitor.id();
    let record = visitor.year_of(teacher).await?;
    let subject = Subject {
        stream: Stream::of_year(Kind::Rating, teacher, &visitor.year),
        owner: Some(teacher),
        owner_schools: record.person.teaches_at(visitor.today).collect(),
        parties: vec![],
    };
    if let Decision::Denied(denied) = may(&visitor.actor, Action::TakeCopy, &subject) {
        return Err(denied.into());
    }
    let store = visitor.app.record();
    let lines = store
        .history(&visitor.actor, &Of::Year(teacher, visitor.year.clone()))
        .await?;
    let receipts = store
        .receipts(&visitor.actor, teacher, &visitor.year)
        .await?;
    let mut people: Vec<PersonId> = lines.iter().flat_map(line::people).collect();
    people.extend(receipts.iter().map(|receipt| receipt.reader));
    people.extend(crate::my_year::everybody(&record, visitor.today));
    let names = line::Names::new(visitor.colleagues(people).await?);
    Ok(Taken {
        record,
        lines,
        receipts,
        names,
    })
}

#[derive(Serialize)]
struct Copy<'a> {
    format: &'static str,
    version: u32,
    made_at: String,
    teacher: Somebody,
    person: &'a domain::people::Person,
    year: &'a str,
    pack: Option<PackUsed<'a>>,
    things: Vec<Thing>,
    events: Vec<Happened>,
    read_by: Vec<Reader>,
}

#[derive(Serialize)]
struct Somebody {
    id: PersonId,
    name: String,
}

#[derive(Serialize)]
struct PackUsed<'a> {
    name: &'a str,
    version: u32,
    fingerprint: &'a str,
}

#[derive(Serialize)]
struct Thing {
    thing: Stream,
    /// How many events it has.
    version: u64,
    state: Value,
}

#[derive(Serialize)]
struct Happened {
    sequence: u64,
    at: String,
    actor: Somebody,
    thing: Stream,
    version: u64,
    r#type: String,
    /// `null` where the payload was erased.
    payload: Value,
}

#[derive(Serialize)]
struct Reader {
    reader: Somebody,
    what: &'static str,
    day: String,
    at: String,
}

/// `/my-year/copy.json`.
pub async fn data(visitor: Visitor) -> Result<Response, Fault> {
    let taken = take(&visitor).await?;
    let somebody = |id: PersonId| Somebody {
        id,
        name: taken.names.full(visitor.words, id),
    };
    let adopted = visitor.school_year.year.adopted.as_ref();
    let copy = Copy {
        format: "forthright.copy",
        version: VERSION,
        made_at: visitor.app.record().now().to_string(),
        teacher: Somebody {
            id: taken.record.teacher,
            name: taken.record.person.particulars.name.full(),
        },
        person: &taken.record.person,
        year: taken.record.year.as_str(),
        pack: adopted.map(|it| PackUsed {
            name: &it.name,
            version: it.version,
            fingerprint: &it.fingerprint,
        }),
        things: things(&taken.record)?,
        events: taken
            .lines
            .iter()
            .map(|line| {
                Ok(Happened {
                    sequence: line.sequence,
                    at: line.at.to_string(),
                    actor: somebody(line.actor),
                    thing: line.stream.clone(),
                    version: line.version,
                    r#type: line.event_type.clone(),
                    payload: line.event.as_ref().map_or(Ok(Value::Null), payload)?,
                })
            })
            .collect::<Result<_, Fault>>()?,
        read_by: taken
            .receipts
            .iter()
            .map(|receipt| Reader {
                reader: somebody(receipt.reader),
                what: receipt.thing.as_str(),
                day: receipt.day.to_string(),
                at: receipt.at.to_string(),
            })
            .collect(),
    };
    let json =
        serde_json::to_vec_pretty(&copy).map_err(|error| Fault::Broken(error.to_string()))?;
    tracing::info!(bytes = json.len(), "a copy was taken");
    let name = press::name_of(
        taken.record.person.particulars.name.family_used(),
        taken.record.year.as_str(),
    );
    Ok(press::file(
        "application/json",
        &format!("{name}.json"),
        json,
    ))
}

fn payload(event: &Event) -> Result<Value, Fault> {
    event
        .write()
        .map(|(_, payload)| payload)
        .map_err(|error| Fault::Broken(error.to_string()))
}

/// The current states, in the order of their names.
fn things(record: &YearRecord) -> Result<Vec<Thing>, Fault> {
    let mut things = vec![];
    for (stream, version) in &record.versions {
        let state = state(record, stream).map_err(|error| Fault::Broken(error.to_string()))?;
        if !state.is_null() {
            things.push(Thing {
                thing: stream.clone(),
                version: *version,
                state,
            });
        }
    }
    Ok(things)
}

fn state(record: &YearRecord, stream: &Stream) -> serde_json::Result<Value> {
    match stream.kind {
        Kind::Observation => serde_json::to_value(record.observations.get(stream)),
        Kind::Professionalism => serde_json::to_value(&record.professionalism),
        Kind::Measures => serde_json::to_value(&record.measures),
        Kind::Conversation => serde_json::to_value(record.conversations.get(stream)),
        Kind::Message => serde_json::to_value(record.messages.get(stream)),
        Kind::Rationale => serde_json::to_value(record.rationales.get(stream)),
        // The teacher learns of a decision with the rating that it became.
        Kind::Decision if record.rating_is_shared() => serde_json::to_value(&record.decision),
        Kind::Decision => Ok(Value::Null),
        Kind::Rating => serde_json::to_value(&record.rating),
        Kind::Status => serde_json::to_value(&record.status),
        Kind::Recommendation => serde_json::to_value(&record.recommendation),
        Kind::Person
        | Kind::School
        | Kind::Roster
        | Kind::SchoolYear
        | Kind::EarlierRatings
        | Kind::Feedback
        | Kind::Library
        | Kind::Question
        | Kind::Contacts => Ok(Value::Null),
    }
}
