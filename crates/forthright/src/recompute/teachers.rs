//! A teacher's copy (`docs/copy.md`): its things are repeated from its events, then the rating.

use super::{Part, Repeated, parts};
use crate::packs::on_offer;
use anyhow::{Context, Result, bail};
use domain::people::Person;
use domain::ratings::repeated::Line;
use domain::school_year::Adopted;
use domain::thing::{EVENT_VERSION, State};
use domain::{Event, Kind, PersonId, Stream, YearId, YearRecord};
use serde::Deserialize;
use serde_json::Value;
use std::path::Path;

/// The shape that this program writes and reads.
const FORMAT: (&str, u32) = ("forthright.copy", 1);

#[derive(Deserialize)]
struct Copy {
    format: String,
    version: u32,
    teacher: Teacher,
    person: Person,
    year: YearId,
    things: Vec<Thing>,
    events: Vec<Happened>,
}

#[derive(Deserialize)]
struct Teacher {
    id: PersonId,
}

#[derive(Deserialize)]
struct Thing {
    thing: Stream,
    version: u64,
    state: Value,
}

#[derive(Deserialize)]
struct Happened {
    thing: Stream,
    r#type: String,
    payload: Value,
}

pub fn repeated(path: &Path, mut packs: Vec<Adopted>) -> Result<Repeated> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("The file {} cannot be read", path.display()))?;
    let copy: Copy = serde_json::from_str(&text)
        .with_context(|| format!("The file {} is no copy of a year", path.display()))?;
    if (copy.format.as_str(), copy.version) != FORMAT {
        bail!(
            "The copy has the shape {} {}; this program reads {} {}.",
            copy.format,
            copy.version,
            FORMAT.0,
            FORMAT.1
        );
    }
    let carried = on_offer(None)?.into_iter();
    packs.extend(carried.map(|pack| Adopted::new(pack.name, 0, pack.files)));
    let mut record = YearRecord::new(copy.teacher.id, copy.year.clone(), copy.person);
    let mut lines = vec![];
    for thing in &copy.things {
        let state = whole(thing.thing.kind, thing.state.clone())
            .with_context(|| format!("{} cannot be read", thing.thing))?;
        lines.push(line(thing, &state, &copy.events));
        record.add(thing.thing.clone(), thing.version, state);
    }
    let mut all = vec![Part {
        what: "Each thing, from its events".to_owned(),
        lines,
        not_done: None,
    }];
    all.extend(parts(&record, &packs));
    Ok(Repeated {
        thing: record.one(Kind::Rating).0.to_string(),
        rated: record.rating_is_shared(),
        parts: all,
    })
}

/// A state of the copy, which names its room by its thing.
fn whole(kind: Kind, state: Value) -> Result<State> {
    let Value::Object(mut room) = serde_json::to_value(State::new(kind))? else {
        bail!("{} has no state", kind.as_str());
    };
    room.values_mut().for_each(|value| *value = state.clone());
    Ok(serde_json::from_value(Value::Object(room))?)
}

/// Whether the events of a thing lead to its state.
fn line(thing: &Thing, state: &State, events: &[Happened]) -> Line {
    let mut again = State::new(thing.thing.kind);
    let mut count: u64 = 0;
    let mut unreadable = None;
    for event in events.iter().filter(|event| event.thing == thing.thing) {
        count += 1;
        match Event::read(&event.r#type, EVENT_VERSION, event.payload.clone()) {
            Ok(event) if event.kind() == thing.thing.kind => again.apply(&event),
            Ok(_) => unreadable = Some(format!("{} is an event of another room", event.r#type)),
            Err(why) => unreadable = Some(format!("{}: {why}", event.r#type)),
        }
    }
    let follows = match unreadable {
        Some(why) => why,
        None if again != *state => format!("another state after {count} events"),
        None => of(count),
    };
    Line {
        id: thing.thing.to_string(),
        depth: 0,
        stored: Some(of(thing.version)),
        follows: Some(follows),
    }
}

fn of(events: u64) -> String {
    format!("the state after {events} events")
}
