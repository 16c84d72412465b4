//! The district's row: its zone, whether it is a demo, the next sequence, and the lock behind which every batch stands.

use crate::engine::{Engine, Purpose, Tx, values};
use crate::fault::{Error, Result};
use crate::library;
use crate::sql::statements;
use crate::tree::{Frontier, Hash};
use jiff::tz::TimeZone;

/// The key of the one district of a database. Every key of every table starts with it.
pub(crate) const DISTRICT: i64 = 1;
/// Where a district's days begin and end unless it says otherwise.
const ZONE: &str = "America/Denver";

/// The schema's steps, applied once each and in order. A step is never edited after a release; a new one is added.
const STEPS: &[&str] = &[
    include_str!("../sql/0001.sql"),
    include_str!("../sql/0002.sql"),
    include_str!("../sql/0003.sql"),
    include_str!("../sql/0004.sql"),
];

statements! {
    READ: Keyed = "select log, zone, demo, next, frontier from district where district = $1";
    CREATE: Keyed = "insert into district (district, log, zone, demo, next, batches, frontier) values ($1, $2, $3, 0, 1, 0, $4) on conflict (district) do nothing";
    /// Takes the row lock before anything else is read, and counts the batch.
    LOCK: Keyed = "update district set batches = batches + 1 where district = $1 returning next, batches, frontier, log";
    ADVANCE: Keyed = "update district set next = $2, frontier = $3 where district = $1";
    MARK_DEMO: Keyed = "update district set demo = 1 where district = $1";
    SET_ZONE: Keyed = "update district set zone = $2 where district = $1";
    STEPS_DONE: Whole = "select step from schema_step order by step";
    STEP_DONE: Keyed = "insert into schema_step (step) values ($1)";
}

/// What is read once when the database is opened.
#[derive(Clone, Debug)]
pub(crate) struct District {
    pub zone: TimeZone,
    pub demo: bool,
    /// Whether mistyped words of the library are compared by the engine's own trigrams.
    pub trigrams: bool,
}

/// What the lock gives: where the journal stands.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub next: u64,
    pub batches: u64,
    pub frontier: Frontier,
    pub log: String,
    /// The leaf that this batch set last.
    pub last_leaf: Option<Hash>,
}

/// Creates or migrates the schema and reads the district's row.
pub(crate) async fn open(engine: &Engine) -> Result<District> {
    let tx = engine.lease().await?;
    if tx.is_postgres() {
        // Several servers may start together; the number is ours alone by convention.
        tx.script("select pg_advisory_lock(6070820261)").await?;
    }
    let migrated = match migrate(&tx).await {
        Ok(()) => library::index::prepare(&tx).await,
        Err(error) => Err(error),
    };
    if tx.is_postgres() {
        tx.script("select pg_advisory_unlock(6070820261)").await?;
    }
    let trigrams = migrated?;
    Ok(District {
        trigrams,
        ..read(&tx).await?
    })
}

async fn migrate(tx: &Tx) -> Result<()> {
    tx.begin(Purpose::Write).await?;
    tx.script("create table if not exists schema_step (step bigint not null primary key)")
        .await?;
    let done = tx.rows(&STEPS_DONE, &[]).await?;
    if done.len() > STEPS.len() {
        return Err(Error::Unusable(
            "this database was written by a newer program".to_owned(),
        ));
    }
    for (number, step) in STEPS.iter().enumerate().skip(done.len()) {
        tx.script(step).await?;
        tx.run(&STEP_DONE, &values![number as u64 + 1]).await?;
    }
    tx.run(
        &CREATE,
        &values![
            DISTRICT,
            uuid::Builder::from_random_bytes(random()?)
                .into_uuid()
                .to_string(),
            ZONE,
            Vec::<u8>::new()
        ],
    )
    .await?;
    tx.commit().await
}

/// Bytes from the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|error| Error::Unusable(format!("no randomness: {error}")))?;
    Ok(bytes)
}

pub(crate) async fn read(tx: &Tx) -> Result<District> {
    let row = tx
        .row(&READ, &values![DISTRICT])
        .await?
        .ok_or_else(|| Error::Damaged("no district".to_owned()))?;
    let zone = row.text(1)?;
    let zone =
        TimeZone::get(zone).map_err(|error| Error::Damaged(format!("zone {zone}: {error}")))?;
    Ok(District {
        zone,
        demo: row.int(2)? != 0,
        trigrams: false,
    })
}

/// The size, the frontier and the log's name as they stand, without the lock.
pub(crate) async fn place(tx: &Tx) -> Result<Place> {
    let row = tx
        .row(&READ, &values![DISTRICT])
        .await?
        .ok_or_else(|| Error::Damaged("no district".to_owned()))?;
    let next = row.count(3)?;
    Ok(Place {
        next,
        batches: 0,
        frontier: Frontier::from_bytes(next.saturating_sub(1), row.bytes(4)?)?,
        log: row.text(0)?.to_owned(),
        last_leaf: None,
    })
}

/// Waits for the district's row; from here to the commit nobody else writes to its journal.
pub(crate) async fn lock(tx: &Tx) -> Result<Place> {
    let row = tx
        .row(&LOCK, &values![DISTRICT])
        .await?
        .ok_or_else(|| Error::Damaged("no district".to_owned()))?;
    let next = row.count(0)?;
    Ok(Place {
        next,
        batches: row.count(1)?,
        frontier: Frontier::from_bytes(next.saturating_sub(1), row.bytes(2)?)?,
        log: row.text(3)?.to_owned(),
        last_leaf: None,
    })
}

pub(crate) async fn advance(tx: &Tx, place: &Place) -> Result<()> {
    tx.run(
        &ADVANCE,
        &values![DISTRICT, place.next, place.frontier.to_bytes()],
    )
    .await?;
    Ok(())
}

pub(crate) async fn mark_demo(tx: &Tx) -> Result<()> {
    tx.run(&MARK_DEMO, &values![DISTRICT]).await?;
    Ok(())
}

pub(crate) async fn set_zone(tx: &Tx, zone: &str) -> Result<()> {
    tx.run(&SET_ZONE, &values![DISTRICT, zone]).await?;
    Ok(())
}
