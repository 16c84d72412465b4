//! What each reader saw last of each page, so that the next visit can say what changed since. Nobody else sees it.

use crate::Record;
use crate::district::DISTRICT;
use crate::engine::values;
use crate::fault::{Error, Result};
use crate::sql::statements;
use access::Actor;
use futures::FutureExt;
use jiff::Timestamp;
use std::collections::BTreeMap;

statements! {
    KEEP_TEXT: Keyed = "insert into library_text (district, digest, text) values ($1, $2, $3) on conflict (district, digest) do nothing";
    TEXT: Keyed = "select text from library_text where district = $1 and digest = $2";
    LAST: Keyed = "select digest, first_at, last_at, before, before_at from library_read where district = $1 and person = $2 and entry = $3 and language = $4";
    ALL: Keyed = "select entry, digest, last_at from library_read where district = $1 and person = $2 and language = $3";
    NOTE: Keyed = "insert into library_read (district, person, entry, language, digest, first_at, last_at, before, before_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (district, person, entry, language) do update set digest = excluded.digest, first_at = excluded.first_at, last_at = excluded.last_at, before = excluded.before, before_at = excluded.before_at";
}

/// Another text of the same page that the reader saw before the present one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    pub text: String,
    /// When it was read last.
    pub read_at: Timestamp,
    /// When the present text was read first.
    pub changed_seen_at: Timestamp,
}

impl Record {
    /// Notes that the actor reads a page with this text in this language, and gives the text that it had before.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn note_library_reading(
        &self,
        actor: &Actor,
        page: &str,
        language: &str,
        text: &str,
    ) -> Result<Option<Earlier>> {
        let digest = domain::library::digest(text.as_bytes());
        let now = self.clock().now();
        let tx = self.lease().await?;
        let last = tx
            .row(&LAST, &values![DISTRICT, actor.person, page, language])
            .await?;
        let (first_at, before, before_at) = match &last {
            None => (now, String::new(), now),
            Some(row) if row.text(0)? == digest => {
                (row.instant(1)?, row.text(3)?.to_owned(), row.instant(4)?)
            }
            Some(row) => (now, row.text(0)?.to_owned(), row.instant(2)?),
        };
        let same_day = |row: &crate::engine::Row| -> Result<bool> {
            let day = |at: Timestamp| self.zone().to_datetime(at).date();
            Ok(row.text(0)? == digest && day(row.instant(2)?) == day(now))
        };
        let is_noted = last.as_ref().map(same_day).transpose()?.unwrap_or(false);
        let earlier = if before.is_empty() {
            None
        } else {
            let row = tx.row(&TEXT, &values![DISTRICT, &before]).await?;
            let row = row.ok_or_else(|| Error::Damaged(format!("the text {before} is missing")))?;
            Some(Earlier {
                text: row.text(0)?.to_owned(),
                read_at: before_at,
                changed_seen_at: first_at,
            })
        };
        drop(tx);
        if !is_noted {
            let kept = values![DISTRICT, &digest, text];
            let noted = values![
                DISTRICT,
                actor.person,
                page,
                language,
                &digest,
                first_at,
                now,
                before,
                before_at
            ];
            self.write(move |tx| {
                let writes = [(&KEEP_TEXT, kept.clone()), (&NOTE, noted.clone())];
                async move { tx.run_all(&writes).await }.boxed()
            })
            .await?;
        }
        Ok(earlier)
    }

    /// What the actor saw last of each page in a language: the digest of its text, and when.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn library_readings(
        &self,
        actor: &Actor,
        language: &str,
    ) -> Result<BTreeMap<String, (String, Timestamp)>> {
        let tx = self.lease().await?;
        tx.rows(&ALL, &values![DISTRICT, actor.person, language])
            .await?
            .iter()
            .map(|row| {
                let seen = (row.text(1)?.to_owned(), row.instant(2)?);
                Ok((row.text(0)?.to_owned(), seen))
            })
            .collect()
    }
}
