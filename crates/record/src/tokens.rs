//! Form tokens: a form that is sent twice is carried out once, and both senders get the same answer.

use crate::district::DISTRICT;
use crate::engine::{Statement, Tx, Value, values};
use crate::fault::Result;
use crate::sql::statements;
use domain::{Command, PersonId, Stream};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

statements! {
    KNOWN: Keyed = "select fingerprint, stream_version, first_sequence, events from form_token where district = $1 and actor = $2 and token = $3";
    REMEMBER: Keyed = "insert into form_token (district, actor, token, fingerprint, stream, stream_version, first_sequence, events, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    FORGET: Keyed = "delete from form_token where district = $1 and at < $2";
}

/// What an earlier order with the same token came to.
pub(crate) struct Known {
    pub fingerprint: Vec<u8>,
    pub version: u64,
    pub first_sequence: u64,
    pub events: u64,
}

/// What was asked for, so that a token used again for something else is noticed.
pub(crate) fn fingerprint(stream: &Stream, command: &Command) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(stream.to_string());
    hash.update([0]);
    // A command that cannot be written as JSON has no fingerprint of its own; none is known.
    hash.update(serde_json::to_vec(command).unwrap_or_default());
    hash.finalize().into()
}

pub(crate) async fn known(tx: &Tx, actor: PersonId, token: &str) -> Result<Option<Known>> {
    let Some(row) = tx.row(&KNOWN, &values![DISTRICT, actor, token]).await? else {
        return Ok(None);
    };
    Ok(Some(Known {
        fingerprint: row.bytes(0)?.to_vec(),
        version: row.count(1)?,
        first_sequence: row.count(2)?,
        events: row.count(3)?,
    }))
}

pub(crate) struct Remembered<'a> {
    pub actor: PersonId,
    pub token: &'a str,
    pub fingerprint: [u8; 32],
    pub stream: &'a Stream,
    pub version: u64,
    pub first_sequence: u64,
    pub events: u64,
    /// The machine's time.
    pub at: Timestamp,
}

pub(crate) fn remember(it: &Remembered<'_>) -> (&'static Statement, Vec<Value>) {
    let values = values![
        DISTRICT,
        it.actor,
        it.token,
        it.fingerprint,
        it.stream,
        it.version,
        it.first_sequence,
        it.events,
        it.at
    ];
    (&REMEMBER, values)
}

/// Forgets the tokens of forms that nobody sends again.
pub(crate) async fn forget(tx: &Tx, before: Timestamp) -> Result<u64> {
    tx.run(&FORGET, &values![DISTRICT, before]).await
}
