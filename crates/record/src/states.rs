//! States and summaries: the current state of each stream and the row by which lists find it, written with its events.

use crate::district::DISTRICT;
use crate::engine::{Row, Statement, Tx, Value, values};
use crate::fault::{Error, Result};
use crate::relations;
use crate::sql::statements;
use domain::people::{Directory, Person};
use domain::school_year::SchoolYear;
use domain::summary::Summary;
use domain::{Kind, PersonId, State, Stream, YearId, YearRecord};
use std::collections::BTreeMap;

statements! {
    ONE: Keyed = "select version, json from state where district = $1 and stream = $2";
    VERSION: Keyed = "select version from state where district = $1 and stream = $2";
    OF_YEAR: Keyed = "select stream, version, json from state where district = $1 and teacher = $2 and (year = $3 or kind = 'rating')";
    RATED_ON: Whole = "select stream, version, json from state where district = $1 and year = $2 and kind in ('observation', 'professionalism', 'measures', 'rating') order by teacher";
    OF_KIND: Keyed = "select stream, version, json from state where district = $1 and kind = $2";
    STREAMS_OF_KIND: Keyed = "select stream from state where district = $1 and kind = $2";
    IS_ERASED: Keyed = "select sequence from erasure where district = $1 and stream = $2";
    PUT: Keyed = "insert into state (district, stream, version, kind, teacher, year, json) values ($1, $2, $3, $4, $5, $6, $7) on conflict (district, stream) do update set version = excluded.version, teacher = excluded.teacher, year = excluded.year, json = excluded.json";
    PUT_SUMMARY: Keyed = "insert into summary (district, stream, kind, owner, year, word, title, search, sort, held_on, open, asks, answers) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (district, stream) do update set owner = excluded.owner, year = excluded.year, word = excluded.word, title = excluded.title, search = excluded.search, sort = excluded.sort, held_on = excluded.held_on, open = excluded.open, asks = excluded.asks, answers = excluded.answers";
    DROP: Keyed = "delete from state where district = $1 and stream = $2";
    DROP_SUMMARY: Keyed = "delete from summary where district = $1 and stream = $2";
}

/// A state with the number of events that made it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Versioned {
    pub version: u64,
    pub state: State,
}

fn read(json: &str, stream: &Stream) -> Result<State> {
    serde_json::from_str(json)
        .map_err(|error| Error::Damaged(format!("state of {stream}: {error}")))
}

/// `None` while nothing has happened to the stream.
pub(crate) async fn load(tx: &Tx, stream: &Stream) -> Result<Option<Versioned>> {
    let Some(row) = tx.row(&ONE, &values![DISTRICT, stream]).await? else {
        return Ok(None);
    };
    Ok(Some(Versioned {
        version: row.count(0)?,
        state: read(row.text(1)?, stream)?,
    }))
}

/// The version alone, for whoever has the rest already.
pub(crate) async fn version(tx: &Tx, stream: &Stream) -> Result<u64> {
    tx.row(&VERSION, &values![DISTRICT, stream])
        .await?
        .map_or(Ok(0), |row| row.count(0))
}

pub(crate) async fn is_erased(tx: &Tx, stream: &Stream) -> Result<bool> {
    Ok(tx
        .row(&IS_ERASED, &values![DISTRICT, stream])
        .await?
        .is_some())
}

/// The states of one kind.
pub(crate) async fn of_kind(tx: &Tx, kind: Kind) -> Result<Vec<(Stream, Versioned)>> {
    tx.rows(&OF_KIND, &values![DISTRICT, kind])
        .await?
        .iter()
        .map(streamed)
        .collect()
}

/// The streams of one kind that anything happened to.
pub(crate) async fn streams_of_kind(tx: &Tx, kind: Kind) -> Result<Vec<Stream>> {
    tx.rows(&STREAMS_OF_KIND, &values![DISTRICT, kind])
        .await?
        .iter()
        .map(|row| row.parsed(0))
        .collect()
}

fn streamed(row: &Row) -> Result<(Stream, Versioned)> {
    let stream: Stream = row.parsed(0)?;
    let state = read(row.text(2)?, &stream)?;
    Ok((
        stream,
        Versioned {
            version: row.count(1)?,
            state,
        },
    ))
}

/// A person's state; nobody's where there is none.
pub(crate) async fn person(tx: &Tx, id: PersonId) -> Result<Person> {
    match load(tx, &Stream::of(Kind::Person, id)).await? {
        Some(Versioned {
            state: State::Person(person),
            ..
        }) => Ok(person),
        _ => Ok(Person::default()),
    }
}

/// A school year with its version; 0 and empty while nobody entered anything.
pub(crate) async fn school_year(tx: &Tx, year: &YearId) -> Result<(u64, SchoolYear)> {
    match load(tx, &Stream::of(Kind::SchoolYear, year)).await? {
        Some(Versioned {
            version,
            state: State::SchoolYear(year),
        }) => Ok((version, year)),
        _ => Ok((0, SchoolYear::default())),
    }
}

/// Everything of one teacher's year, and what the ratings of earlier years were.
pub(crate) async fn year_record(tx: &Tx, teacher: PersonId, year: &YearId) -> Result<YearRecord> {
    let person = person(tx, teacher).await?;
    let mut record = YearRecord::new(teacher, year.clone(), person);
    for row in tx.rows(&OF_YEAR, &values![DISTRICT, teacher, year]).await? {
        let (stream, Versioned { version, state }) = streamed(&row)?;
        record.add(stream, version, state);
    }
    Ok(record)
}

/// What the ratings of a year rest on, teacher by teacher; teachers of whom nothing is recorded are left out.
pub(crate) async fn rated_on(tx: &Tx, year: &YearId) -> Result<Vec<YearRecord>> {
    let mut people = BTreeMap::new();
    for (_, Versioned { state, .. }) in of_kind(tx, Kind::Person).await? {
        if let State::Person(person) = state {
            people.extend(person.id.map(|id| (id, person)));
        }
    }
    let mut records: Vec<YearRecord> = vec![];
    for row in tx.rows(&RATED_ON, &values![DISTRICT, year]).await? {
        let (stream, Versioned { version, state }) = streamed(&row)?;
        let Some((teacher, _)) = state.belongs_to() else {
            continue;
        };
        if records.last().is_none_or(|last| last.teacher != teacher) {
            let person = people.remove(&teacher).unwrap_or_default();
            records.push(YearRecord::new(teacher, year.clone(), person));
        }
        if let Some(last) = records.last_mut() {
            last.add(stream, version, state);
        }
    }
    Ok(records)
}

/// Everybody and every school.
pub(crate) async fn directory(tx: &Tx) -> Result<Directory> {
    let mut directory = Directory::default();
    for kind in [Kind::Person, Kind::School] {
        for (_, Versioned { state, .. }) in of_kind(tx, kind).await? {
            note(&mut directory, state);
        }
    }
    Ok(directory)
}

/// Brings a directory up to date with one state.
pub(crate) fn note(directory: &mut Directory, state: State) {
    match state {
        State::Person(person) => {
            if let Some(id) = person.id {
                directory.people.insert(id, person);
            }
        }
        State::School(school) => {
            if let Some(id) = school.id {
                directory.schools.insert(id, school);
            }
        }
        _ => {}
    }
}

/// The statements that bring state, summary, relations and address of one stream up to date.
pub(crate) fn write(
    stream: &Stream,
    version: u64,
    state: &State,
) -> Result<Vec<(&'static Statement, Vec<Value>)>> {
    let json = json(state)?;
    let (teacher, year) = belonging(state);
    let mut writes: Vec<(&'static Statement, Vec<Value>)> = vec![(
        &PUT,
        values![DISTRICT, stream, version, stream.kind, teacher, year, json],
    )];
    match domain::summary::summary(state) {
        Some(summary) => writes.push((&PUT_SUMMARY, summary_row(stream, &summary))),
        None => writes.push((&DROP_SUMMARY, values![DISTRICT, stream])),
    }
    if let (State::Person(person), Some(id)) = (state, relations::person_of(stream)) {
        writes.extend(relations::write(stream, id, person));
    }
    Ok(writes)
}

/// The statements that take a stream out of every list.
pub(crate) fn clear(stream: &Stream) -> Vec<(&'static Statement, Vec<Value>)> {
    let mut writes: Vec<(&'static Statement, Vec<Value>)> = vec![
        (&DROP, values![DISTRICT, stream]),
        (&DROP_SUMMARY, values![DISTRICT, stream]),
    ];
    if let Some(id) = relations::person_of(stream) {
        writes.extend(relations::clear(stream, id));
    }
    writes
}

pub(crate) fn json(state: &State) -> Result<String> {
    serde_json::to_string(state).map_err(|error| Error::Damaged(error.to_string()))
}

/// Teacher and year of a state as its columns say them; empty for things of the district.
pub(crate) fn belonging(state: &State) -> (String, String) {
    state
        .belongs_to()
        .map_or_else(Default::default, |(teacher, year)| {
            (teacher.to_string(), year.to_string())
        })
}

/// The columns of a summary, in the order of its table.
pub(crate) fn summary_row(stream: &Stream, summary: &Summary) -> Vec<Value> {
    let person = |id: Option<PersonId>| id.map(|id| id.to_string()).unwrap_or_default();
    values![
        DISTRICT,
        stream,
        stream.kind,
        person(summary.owner),
        summary
            .year
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        &summary.word,
        &summary.title,
        domain::text::folded(&summary.title),
        &summary.sort,
        summary.on.map(|on| on.to_string()).unwrap_or_default(),
        summary.open,
        person(summary.asks),
        person(summary.answers),
    ]
}
