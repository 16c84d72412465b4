//! The outbox: what leaves the house. Notices are written with the events that cause them; a sender takes what is due,
//! and says what became of it. A notice is written when its event happens, by the record's clock; sending and trying
//! again run on the machine's.

use crate::Record;
use crate::clock::machine_now;
use crate::district::DISTRICT;
use crate::engine::{Row, Statement, Tx, Value, values};
use crate::fault::{Error, Result};
use crate::sql::statements;
use domain::PersonId;
use futures::FutureExt;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

statements! {
    ENQUEUE: Keyed = "insert into outbox (district, id, person, address, kind, subject, body, parts, created_at, due_at, tries, error) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, '')";
    TAKE: Keyed = "update outbox set tries = tries + 1, due_at = $3 where district = $1 and id in (select id from outbox where district = $1 and due_at <= $2 and sent_at is null and failed_at is null order by due_at limit $4 for update skip locked) returning id, person, address, kind, subject, body, parts, created_at, due_at, tries, sent_at, failed_at, error";
    SENT: Keyed = "update outbox set sent_at = $3, error = '' where district = $1 and id = $2";
    AGAIN: Keyed = "update outbox set due_at = $3, error = $4 where district = $1 and id = $2 and sent_at is null";
    FAILED: Keyed = "update outbox set failed_at = $3, error = $4 where district = $1 and id = $2 and sent_at is null";
    NEWEST: Keyed = "select id, person, address, kind, subject, body, parts, created_at, due_at, tries, sent_at, failed_at, error from outbox where district = $1 and id < $2 order by id desc limit $3";
    WAITING: Keyed = "select count(*), min(created_at) from outbox where district = $1 and due_at >= 0 and sent_at is null and failed_at is null";
}

/// While a sender has a notice no other takes it; a sender that dies leaves it for the next one.
const LEASE: SignedDuration = SignedDuration::from_mins(5);

/// Something to send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub to: PersonId,
    /// The e-mail address; empty where the person has none, and then the outbox only shows it.
    pub address: String,
    /// What it is for, such as `announcement` or `invite`; `link` for sign-in.
    pub kind: String,
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// Further parts (HTML, calendar file) as the sender understands them.
    #[serde(default)]
    pub parts: serde_json::Value,
}

/// A notice in the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    /// Sorts by time; also the left part of its Message-ID.
    pub id: String,
    pub notice: Notice,
    pub created_at: Timestamp,
    pub due_at: Timestamp,
    /// How often a sender has taken it.
    pub tries: u64,
    pub sent_at: Option<Timestamp>,
    /// When it was given up.
    pub failed_at: Option<Timestamp>,
    /// What the last try said.
    pub error: String,
}

/// How full the outbox is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub notices: u64,
    pub oldest: Option<Timestamp>,
}

/// The rows of one notice, written at a moment and due at once.
pub(crate) fn enqueue(
    notice: &Notice,
    written: Timestamp,
) -> Result<(&'static Statement, Vec<Value>)> {
    let parts =
        serde_json::to_string(&notice.parts).map_err(|error| Error::Damaged(error.to_string()))?;
    let values = values![
        DISTRICT,
        id(written)?,
        notice.to,
        &notice.address,
        &notice.kind,
        &notice.subject,
        &notice.body,
        parts,
        written,
        machine_now()
    ];
    Ok((&ENQUEUE, values))
}

/// A version 7 UUID: sorts by time.
fn id(written: Timestamp) -> Result<String> {
    let millis = u64::try_from(written.as_millisecond()).unwrap_or_default();
    Ok(
        uuid::Builder::from_unix_timestamp_millis(millis, &crate::district::random()?)
            .into_uuid()
            .to_string(),
    )
}

fn queued(row: &Row) -> Result<Queued> {
    Ok(Queued {
        id: row.text(0)?.to_owned(),
        notice: Notice {
            to: row.parsed(1)?,
            address: row.text(2)?.to_owned(),
            kind: row.text(3)?.to_owned(),
            subject: row.text(4)?.to_owned(),
            body: row.text(5)?.to_owned(),
            parts: serde_json::from_str(row.text(6)?)
                .map_err(|error| Error::Damaged(error.to_string()))?,
        },
        created_at: row.instant(7)?,
        due_at: row.instant(8)?,
        tries: row.count(9)?,
        sent_at: row.maybe_instant(10)?,
        failed_at: row.maybe_instant(11)?,
        error: row.text(12)?.to_owned(),
    })
}

impl Record {
    /// Puts a notice into the outbox that follows from no event: a sign-in mail.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn enqueue(&self, notice: Notice) -> Result<()> {
        let (statement, values) = enqueue(&notice, machine_now())?;
        self.run(statement, values).await.map(drop)
    }

    /// Takes up to `limit` notices that are due. Each must be answered by [`Record::outbox_sent`],
    /// [`Record::outbox_again`] or [`Record::outbox_failed`] within five minutes, else another sender takes it.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn outbox_due(&self, limit: u64) -> Result<Vec<Queued>> {
        self.write(move |tx| {
            async move {
                let now = machine_now();
                let mut taken = take(tx, now, limit).await?;
                taken.sort_by(|a, b| a.id.cmp(&b.id));
                Ok(taken)
            }
            .boxed()
        })
        .await
    }

    /// # Errors
    /// Only the database's.
    pub async fn outbox_sent(&self, id: &str) -> Result<()> {
        self.run(&SENT, values![DISTRICT, id, machine_now()])
            .await
            .map(drop)
    }

    /// The sending failed and is tried again after a while.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn outbox_again(&self, id: &str, after: SignedDuration, error: &str) -> Result<()> {
        let due = machine_now()
            .saturating_add(after)
            .unwrap_or(Timestamp::MAX);
        self.run(&AGAIN, values![DISTRICT, id, due, error])
            .await
            .map(drop)
    }

    /// The sending failed for good.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn outbox_failed(&self, id: &str, error: &str) -> Result<()> {
        self.run(&FAILED, values![DISTRICT, id, machine_now(), error])
            .await
            .map(drop)
    }

    /// The outbox as its page shows it: newest first, after an id, at most `limit`. The page asks `access` for
    /// `ReadOutbox`; sign-in mails are among them (kind `link`) and never shown.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn outbox(&self, after: Option<&str>, limit: u64) -> Result<Vec<Queued>> {
        let tx = self.lease().await?;
        tx.rows(&NEWEST, &values![DISTRICT, after.unwrap_or("~"), limit])
            .await?
            .iter()
            .map(queued)
            .collect()
    }

    /// What waits, for the health page and the metrics.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn outbox_waiting(&self) -> Result<Waiting> {
        let tx = self.lease().await?;
        let row = tx
            .row(&WAITING, &values![DISTRICT])
            .await?
            .ok_or(Error::Stopped)?;
        Ok(Waiting {
            notices: row.count(0)?,
            oldest: row.maybe_instant(1)?,
        })
    }
}

async fn take(tx: &Tx, now: Timestamp, limit: u64) -> Result<Vec<Queued>> {
    let until = now.saturating_add(LEASE).unwrap_or(Timestamp::MAX);
    tx.rows(&TAKE, &values![DISTRICT, now, until, limit])
        .await?
        .iter()
        .map(queued)
        .collect()
}
