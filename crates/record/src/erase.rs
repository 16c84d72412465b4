//! Erasure of a whole stream, where law demands it: payloads, salts, state, summary and drafts go; the headers and
//! leaves stay, and an entry says that it was done. The hole can be proved, and nobody can fill it.

use crate::Record;
use crate::district::{DISTRICT, Place};
use crate::engine::{Tx, values};
use crate::fault::{Error, Fault, Result};
use crate::journal::{ERASED, Pen};
use crate::sql::statements;
use crate::{drafts, states};
use access::{Actor, Denied};
use domain::{PersonId, Refusal, Stream, text};
use futures::FutureExt;
use jiff::Timestamp;

statements! {
    FORGET_PAYLOADS: Keyed = "delete from journal_payload where district = $1 and sequence in (select j.sequence from journal j where j.district = $1 and j.stream = $2)";
    LAST: Keyed = "select max(stream_version) from journal where district = $1 and stream = $2";
    NOTE: Keyed = "insert into erasure (district, stream, sequence, at) values ($1, $2, $3, $4)";
    FORGET_TOKENS: Keyed = "delete from form_token where district = $1 and stream = $2";
}

impl Record {
    /// Erases a stream for good. Only the command line may, with a reason, which stays on the record.
    ///
    /// # Errors
    /// [`Fault::Denied`] for everybody else and for a stream that is not there; [`Fault::Refused`] without a reason.
    pub async fn erase(&self, actor: &Actor, stream: &Stream, reason: &str) -> Result<(), Fault> {
        if !actor.is_command_line() {
            return Err(Fault::Denied(Denied::NotKnown));
        }
        let reason = text::required(text::Field::Reason, reason)
            .map_err(|refusal: Refusal| Fault::Refused(refusal))?;
        let (stream, person, at) = (stream.clone(), actor.person, self.clock().now());
        let payload = serde_json::json!({ "reason": reason }).to_string();
        let found = self
            .write_locked(move |tx, place| {
                let (stream, payload) = (stream.clone(), payload.clone());
                async move { erase(tx, place, &stream, person, at, &payload).await }.boxed()
            })
            .await?;
        if found {
            Ok(())
        } else {
            Err(Fault::Denied(Denied::NotKnown))
        }
    }
}

async fn erase(
    tx: &Tx,
    place: &mut Place,
    stream: &Stream,
    actor: PersonId,
    at: Timestamp,
    payload: &str,
) -> Result<bool> {
    let row = tx
        .row(&LAST, &values![DISTRICT, stream])
        .await?
        .ok_or(Error::Stopped)?;
    if row.is_null(0)? || states::is_erased(tx, stream).await? {
        return Ok(false);
    }
    tx.run(&FORGET_PAYLOADS, &values![DISTRICT, stream]).await?;
    let sequence = place.next;
    let entry =
        Pen { place, at, actor }.set_raw(stream, row.count(0)? + 1, ERASED.to_owned(), payload)?;
    let mut writes = entry.to_vec();
    writes.push((&NOTE, values![DISTRICT, stream, sequence, at]));
    writes.push((&FORGET_TOKENS, values![DISTRICT, stream]));
    writes.push(drafts::discard_thing(stream));
    writes.extend(states::clear(stream));
    tx.run_all(&writes).await?;
    Ok(true)
}
