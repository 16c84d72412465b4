//! Dated relations and sign-in addresses as rows: what access and lists rest on. Both follow from a person's state and
//! are written with it.

use crate::district::DISTRICT;
use crate::engine::{Row, Statement, Tx, Value, values};
use crate::fault::{Error, Result};
use crate::sql::statements;
use domain::people::{Person, Relation};
use domain::{Kind, PersonId, Stream};
use jiff::civil::Date;

statements! {
    CLEAR: Keyed = "delete from relation where district = $1 and source = $2";
    ADD: Keyed = "insert into relation (district, source, place, holder, kind, other, begins, ends) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    HELD: Keyed = "select kind, other from relation where district = $1 and holder = $2 and begins <= $3 and ends >= $3 order by kind, other";
    HOLDERS: Keyed = "select holder from relation where district = $1 and kind = $2 and other = $3 and begins <= $4 and ends >= $4 order by holder";
    EVERY: Whole = "select source, place, holder, kind, other, begins, ends from relation where district = $1 order by source, place";
    EVERY_ADDRESS: Whole = "select person, address from address where district = $1 order by person";
    FORGET_ADDRESS: Keyed = "delete from address where district = $1 and person = $2";
    SET_ADDRESS: Keyed = "insert into address (district, person, address) values ($1, $2, $3)";
    BY_ADDRESS: Keyed = "select person from address where district = $1 and address = $2";
}

/// An end that never comes; dates are compared as texts.
const NEVER: &str = "9999-12-31";

fn word(relation: Relation) -> (&'static str, String) {
    match relation {
        Relation::TeachesAt(school) => ("teaches_at", school.to_string()),
        Relation::Leads(school) => ("leads", school.to_string()),
        Relation::Evaluates(teacher) => ("evaluates", teacher.to_string()),
        Relation::HrPartnerOf(school) => ("hr_partner_of", school.to_string()),
        Relation::PerformanceOffice => ("performance_office", String::new()),
        Relation::Administrator => ("administrator", String::new()),
    }
}

/// The relation of a row that begins with its kind and the other.
pub(crate) fn relation(row: &Row) -> Result<Relation> {
    Ok(match row.text(0)? {
        "teaches_at" => Relation::TeachesAt(row.parsed(1)?),
        "leads" => Relation::Leads(row.parsed(1)?),
        "evaluates" => Relation::Evaluates(row.parsed(1)?),
        "hr_partner_of" => Relation::HrPartnerOf(row.parsed(1)?),
        "performance_office" => Relation::PerformanceOffice,
        "administrator" => Relation::Administrator,
        other => return Err(Error::Damaged(format!("relation {other}"))),
    })
}

/// One relation as it lies in its row, for writing and for comparing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kept {
    pub source: String,
    pub place: u64,
    pub holder: String,
    pub kind: String,
    pub other: String,
    pub begins: String,
    pub ends: String,
}

/// The rows that a person's state gives.
pub(crate) fn of(stream: &Stream, person: &Person) -> Vec<Kept> {
    let mut relations = person.relations();
    // A person's years outside four digits would not compare as texts; no roster has any.
    relations.retain(|relation| {
        relation.begins.is_none_or(|begins| begins.year() >= 0)
            && relation.ends.is_none_or(|ends| ends.year() >= 0)
    });
    relations
        .into_iter()
        .enumerate()
        .map(|(place, dated)| {
            let (kind, other) = word(dated.relation);
            Kept {
                source: stream.to_string(),
                place: place as u64,
                holder: dated.holder.to_string(),
                kind: kind.to_owned(),
                other,
                begins: dated
                    .begins
                    .map(|begins| begins.to_string())
                    .unwrap_or_default(),
                ends: dated
                    .ends
                    .map_or_else(|| NEVER.to_owned(), |ends| ends.to_string()),
            }
        })
        .collect()
}

/// The address that a person's state gives, folded as people type it; a person who is gone has none.
pub(crate) fn address(person: &Person) -> Option<String> {
    let address = fold_address(&person.particulars.email);
    (!address.is_empty() && person.ended.is_none()).then_some(address)
}

pub(crate) fn fold_address(address: &str) -> String {
    address.trim().to_lowercase()
}

/// The statements that bring the rows of one person up to date.
pub(crate) fn write(
    stream: &Stream,
    id: PersonId,
    person: &Person,
) -> Vec<(&'static Statement, Vec<Value>)> {
    let mut writes: Vec<(&'static Statement, Vec<Value>)> = clear(stream, id);
    for kept in of(stream, person) {
        writes.push((
            &ADD,
            values![
                DISTRICT,
                kept.source,
                kept.place,
                kept.holder,
                kept.kind,
                kept.other,
                kept.begins,
                kept.ends
            ],
        ));
    }
    if let Some(address) = address(person) {
        writes.push((&SET_ADDRESS, values![DISTRICT, id, address]));
    }
    writes
}

/// The statements that take the rows of one person away.
pub(crate) fn clear(stream: &Stream, id: PersonId) -> Vec<(&'static Statement, Vec<Value>)> {
    vec![
        (&CLEAR, values![DISTRICT, stream]),
        (&FORGET_ADDRESS, values![DISTRICT, id]),
    ]
}

/// What a person holds on a day.
pub(crate) async fn held(tx: &Tx, holder: PersonId, today: Date) -> Result<Vec<Relation>> {
    let mut held = tx
        .rows(&HELD, &values![DISTRICT, holder, today])
        .await?
        .iter()
        .map(relation)
        .collect::<Result<Vec<_>>>()?;
    held.dedup();
    Ok(held)
}

/// Everybody who holds a relation on a day.
pub(crate) async fn holders(tx: &Tx, relation: Relation, today: Date) -> Result<Vec<PersonId>> {
    let (kind, other) = word(relation);
    let mut holders = tx
        .rows(&HOLDERS, &values![DISTRICT, kind, other, today])
        .await?
        .iter()
        .map(|row| row.parsed(0))
        .collect::<Result<Vec<PersonId>>>()?;
    holders.dedup();
    Ok(holders)
}

/// Everybody who has this address.
pub(crate) async fn by_address(tx: &Tx, address: &str) -> Result<Vec<PersonId>> {
    tx.rows(&BY_ADDRESS, &values![DISTRICT, fold_address(address)])
        .await?
        .iter()
        .map(|row| row.parsed(0))
        .collect()
}

/// Every relation row, for verification.
pub(crate) async fn every(tx: &Tx) -> Result<Vec<Kept>> {
    tx.rows(&EVERY, &values![DISTRICT])
        .await?
        .iter()
        .map(|row| {
            Ok(Kept {
                source: row.text(0)?.to_owned(),
                place: row.count(1)?,
                holder: row.text(2)?.to_owned(),
                kind: row.text(3)?.to_owned(),
                other: row.text(4)?.to_owned(),
                begins: row.text(5)?.to_owned(),
                ends: row.text(6)?.to_owned(),
            })
        })
        .collect()
}

/// Every address with its person, for verification.
pub(crate) async fn every_address(tx: &Tx) -> Result<Vec<(String, String)>> {
    tx.rows(&EVERY_ADDRESS, &values![DISTRICT])
        .await?
        .iter()
        .map(|row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned())))
        .collect()
}

/// The person that a stream of the people room is about.
pub(crate) fn person_of(stream: &Stream) -> Option<PersonId> {
    if stream.kind == Kind::Person {
        stream.key.parse().ok()
    } else {
        None
    }
}

/// Whose a thing is by its name alone: a person, or what a teacher has once in each year, which may be asked about before
/// anything of it is on the record.
pub(crate) fn named_in(stream: &Stream) -> Option<PersonId> {
    match stream.kind {
        Kind::Professionalism
        | Kind::Measures
        | Kind::Rationale
        | Kind::Decision
        | Kind::Rating
        | Kind::Status
        | Kind::Recommendation => stream.key.split('.').next()?.parse().ok(),
        _ => person_of(stream),
    }
}
