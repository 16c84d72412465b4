//! The journal: every event in one order, never edited. A row's leaf commits to its header and, with a salt, to its
//! payload, which is kept apart so that it can be erased.

use crate::Record;
use crate::district::{DISTRICT, Place, random};
use crate::engine::{Row, Statement, Tx, Value, values};
use crate::fault::{Changed, Error, Result};
use crate::sql::statements;
use crate::tree::{self, Hash};
use domain::thing::EVENT_VERSION;
use domain::{Event, Happened, PersonId, Stream};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

statements! {
    APPEND: Keyed = "insert into journal (district, sequence, at, actor, on_behalf, stream, stream_version, type, version, leaf) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    PAYLOAD: Keyed = "insert into journal_payload (district, sequence, salt, payload) values ($1, $2, $3, $4)";
    SINCE: Keyed = "select actor, at, type from journal where district = $1 and stream = $2 and stream_version > $3 order by stream_version";
    LAST_AT: Keyed = "select at from journal where district = $1 and sequence = (select next - 1 from district where district = $1)";
    LEAF: Keyed = "select leaf from journal where district = $1 and sequence = $2";
    RANGE: Keyed = "select j.sequence, j.at, j.actor, j.on_behalf, j.stream, j.stream_version, j.type, j.version, j.leaf, p.salt, p.payload from journal j left join journal_payload p on p.district = j.district and p.sequence = j.sequence where j.district = $1 and j.sequence >= $2 order by j.sequence limit $3";
    BY_STREAM: Keyed = "select j.sequence, j.at, j.actor, j.on_behalf, j.stream, j.stream_version, j.type, j.version, j.leaf, p.salt, p.payload from journal j left join journal_payload p on p.district = j.district and p.sequence = j.sequence where j.district = $1 and (j.stream, j.stream_version) > ($2, $3) order by j.stream, j.stream_version limit $4";
    ONE_STREAM: Keyed = "select j.sequence, j.at, j.actor, j.on_behalf, j.stream, j.stream_version, j.type, j.version, j.leaf, p.salt, p.payload from journal j left join journal_payload p on p.district = j.district and p.sequence = j.sequence where j.district = $1 and j.stream = $2 and j.stream_version > $3 order by j.stream_version limit $4";
}

impl Record {
    /// When the journal was written last, by the record's clock; none while it is empty.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn last_written(&self) -> Result<Option<Timestamp>> {
        let tx = self.lease().await?;
        let row = tx.row(&LAST_AT, &values![DISTRICT]).await?;
        row.map(|row| row.instant(0)).transpose()
    }
}

/// The type of the entry that stays when a stream was erased. No room has such a type.
pub(crate) const ERASED: &str = "erased";
/// The first bytes of every commitment; another layout takes another word.
const LAYOUT: &[u8] = b"forthright-journal-1";

/// What an entry says apart from its payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub sequence: u64,
    pub at: Timestamp,
    pub actor: PersonId,
    /// For whom the actor acted, empty for oneself.
    pub on_behalf: String,
    pub stream: Stream,
    pub stream_version: u64,
    pub event_type: String,
    pub version: u16,
}

impl Header {
    /// The leaf's entry: SHA-256 over salt, payload and header (docs/decisions/0002-journal-leaf.md).
    pub fn commitment(&self, log: &str, salt: &Hash, payload: &str) -> Hash {
        let mut hash = Sha256::new();
        hash.update(salt);
        let mut field = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        field(payload.as_bytes());
        field(LAYOUT);
        field(log.as_bytes());
        field(&self.sequence.to_be_bytes());
        field(&self.at.as_microsecond().to_be_bytes());
        field(self.actor.to_string().as_bytes());
        field(self.on_behalf.as_bytes());
        field(self.stream.to_string().as_bytes());
        field(&self.stream_version.to_be_bytes());
        field(self.event_type.as_bytes());
        field(&self.version.to_be_bytes());
        hash.finalize().into()
    }
}

/// A row of the journal as it was found.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub header: Header,
    pub leaf: Vec<u8>,
    /// `None` after an erasure.
    pub content: Option<(Vec<u8>, String)>,
}

impl Entry {
    /// The event; `None` where its payload was erased, and for the entry that says so.
    pub fn event(&self) -> Result<Option<Event>> {
        match &self.content {
            Some((_, payload)) if self.header.event_type != ERASED => {
                let payload =
                    serde_json::from_str(payload).map_err(|error| self.damaged(&error))?;
                Event::read(&self.header.event_type, self.header.version, payload)
                    .map(Some)
                    .map_err(|error| self.damaged(&error))
            }
            _ => Ok(None),
        }
    }

    fn damaged(&self, error: &dyn std::fmt::Display) -> Error {
        Error::Damaged(format!("journal entry {}: {error}", self.header.sequence))
    }
}

/// Sets entries one after another, moving the district's place; the rows are written by the caller.
pub(crate) struct Pen<'a> {
    pub place: &'a mut Place,
    pub at: Timestamp,
    pub actor: PersonId,
}

impl Pen<'_> {
    /// The rows of one event.
    pub fn set(
        &mut self,
        happened: &Happened,
        stream_version: u64,
    ) -> Result<[(&'static Statement, Vec<Value>); 2]> {
        let (event_type, payload) = happened
            .event
            .write()
            .map_err(|error| Error::Damaged(error.to_string()))?;
        self.set_raw(
            &happened.stream,
            stream_version,
            event_type,
            &payload.to_string(),
        )
    }

    pub fn set_raw(
        &mut self,
        stream: &Stream,
        stream_version: u64,
        event_type: String,
        payload: &str,
    ) -> Result<[(&'static Statement, Vec<Value>); 2]> {
        let salt: Hash = random()?;
        let header = Header {
            sequence: self.place.next,
            at: self.at,
            actor: self.actor,
            on_behalf: String::new(),
            stream: stream.clone(),
            stream_version,
            event_type,
            version: EVENT_VERSION,
        };
        let leaf = tree::leaf(&header.commitment(&self.place.log, &salt, payload));
        self.place.frontier.push(leaf);
        self.place.last_leaf = Some(leaf);
        self.place.next += 1;
        let row = values![
            DISTRICT,
            header.sequence,
            header.at,
            header.actor,
            header.on_behalf,
            stream,
            stream_version,
            header.event_type,
            u64::from(header.version),
            leaf
        ];
        Ok([
            (&APPEND, row),
            (&PAYLOAD, values![DISTRICT, header.sequence, salt, payload]),
        ])
    }
}

/// What happened to a stream after a version.
pub(crate) async fn since(
    tx: &Tx,
    stream: &Stream,
    version: u64,
    current_version: u64,
) -> Result<Changed> {
    let rows = tx.rows(&SINCE, &values![DISTRICT, stream, version]).await?;
    let last = rows
        .last()
        .ok_or_else(|| Error::Damaged(format!("{stream} has no event after {version}")))?;
    Ok(Changed {
        by: last.parsed(0)?,
        at: last.instant(1)?,
        events: rows
            .iter()
            .map(|row| Ok(row.text(2)?.to_owned()))
            .collect::<Result<_>>()?,
        current_version,
    })
}

/// The leaf at a place in the journal, if there is one.
pub(crate) async fn leaf_at(tx: &Tx, sequence: u64) -> Result<Option<Vec<u8>>> {
    tx.row(&LEAF, &values![DISTRICT, sequence])
        .await?
        .map(|row| Ok(row.bytes(0)?.to_vec()))
        .transpose()
}

/// Up to `limit` entries from a sequence on.
pub(crate) async fn from_sequence(tx: &Tx, sequence: u64, limit: u64) -> Result<Vec<Entry>> {
    entries(&tx.rows(&RANGE, &values![DISTRICT, sequence, limit]).await?)
}

/// Up to `limit` entries by stream and version, after a stream's version.
pub(crate) async fn by_stream(
    tx: &Tx,
    stream: &str,
    version: u64,
    limit: u64,
) -> Result<Vec<Entry>> {
    entries(
        &tx.rows(&BY_STREAM, &values![DISTRICT, stream, version, limit])
            .await?,
    )
}

/// Up to `limit` entries of one stream after a version.
pub(crate) async fn of_stream(
    tx: &Tx,
    stream: &Stream,
    version: u64,
    limit: u64,
) -> Result<Vec<Entry>> {
    entries(
        &tx.rows(&ONE_STREAM, &values![DISTRICT, stream, version, limit])
            .await?,
    )
}

pub(crate) fn entries(rows: &[Row]) -> Result<Vec<Entry>> {
    rows.iter()
        .map(|row| {
            let version = u16::try_from(row.count(7)?)
                .map_err(|_| Error::Damaged("an event version".to_owned()))?;
            Ok(Entry {
                header: Header {
                    sequence: row.count(0)?,
                    at: row.instant(1)?,
                    actor: row.parsed(2)?,
                    on_behalf: row.text(3)?.to_owned(),
                    stream: row.parsed(4)?,
                    stream_version: row.count(5)?,
                    event_type: row.text(6)?.to_owned(),
                    version,
                },
                leaf: row.bytes(8)?.to_vec(),
                content: if row.is_null(9)? {
                    None
                } else {
                    Some((row.bytes(9)?.to_vec(), row.text(10)?.to_owned()))
                },
            })
        })
        .collect()
}
