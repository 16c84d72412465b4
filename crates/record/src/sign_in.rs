//! Signing in: single-use links, sessions and the limits on asking. Only hashes of tokens are stored, and everything
//! runs on the machine's clock, so that a demo's moved clock opens nothing.

use crate::Record;
use crate::clock::machine_now;
use crate::district::{DISTRICT, random};
use crate::engine::values;
use crate::fault::{Error, Result};
use crate::relations;
use crate::sql::statements;
use crate::states;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::PersonId;
use futures::FutureExt;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

statements! {
    ADD_LINK: Keyed = "insert into link (district, token, person, kind, expires) values ($1, $2, $3, $4, $5)";
    LOOK_AT_LINK: Keyed = "select person, kind, expires from link where district = $1 and token = $2 and used_at is null and expires > $3";
    USE_LINK: Keyed = "update link set used_at = $3 where district = $1 and token = $2 and used_at is null and expires > $3 returning person, kind, expires";
    FORGET_LINKS: Keyed = "delete from link where district = $1 and expires < $2";
    BEGIN: Keyed = "insert into session (district, token, person, begun, last_seen) values ($1, $2, $3, $4, $4)";
    SESSION: Keyed = "select person, begun, last_seen from session where district = $1 and token = $2";
    SEEN: Keyed = "update session set last_seen = $3 where district = $1 and token = $2 and last_seen < $3";
    END: Keyed = "delete from session where district = $1 and token = $2";
    END_OF_PERSON: Keyed = "delete from session where district = $1 and person = $2";
    FORGET_SESSIONS: Keyed = "delete from session where district = $1 and begun < $2";
    COUNT: Keyed = "select count(*) from attempt where district = $1 and what = $2 and at > $3";
    ATTEMPT: Keyed = "insert into attempt (district, id, what, at) values ($1, $2, $3, $4)";
    FORGET_ATTEMPTS: Keyed = "delete from attempt where district = $1 and at < $2";
}

/// `last_seen` is written at most this often; a session's idle end is later by no more.
const SEEN_EVERY: SignedDuration = SignedDuration::from_secs(30);

/// A link that still works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub person: PersonId,
    pub kind: String,
    pub expires: Timestamp,
}

/// A session that still holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub person: PersonId,
    pub begun: Timestamp,
    pub last_seen: Timestamp,
}

/// When sessions end (issue 3: idle 60 minutes, absolute 12 hours; settable).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    pub idle: SignedDuration,
    pub absolute: SignedDuration,
}

impl Default for Ends {
    fn default() -> Self {
        Self {
            idle: SignedDuration::from_mins(60),
            absolute: SignedDuration::from_hours(12),
        }
    }
}

/// 256 bits of randomness as a URL's part.
fn token() -> Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(random::<32>()?))
}

fn hashed(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

impl Record {
    /// A single-use link's token for a person, valid for `ttl`; only its hash is kept.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn link_for(
        &self,
        person: PersonId,
        kind: &str,
        ttl: SignedDuration,
    ) -> Result<String> {
        let token = token()?;
        let expires = machine_now().saturating_add(ttl).unwrap_or(Timestamp::MAX);
        self.run(
            &ADD_LINK,
            values![DISTRICT, hashed(&token), person, kind, expires],
        )
        .await?;
        Ok(token)
    }

    /// Looks at a link without using it up: what the page with the button asks.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn look_at_link(&self, token: &str) -> Result<Option<Link>> {
        let tx = self.lease().await?;
        let row = tx
            .row(
                &LOOK_AT_LINK,
                &values![DISTRICT, hashed(token), machine_now()],
            )
            .await?;
        row.map(|row| {
            Ok(Link {
                person: row.parsed(0)?,
                kind: row.text(1)?.to_owned(),
                expires: row.instant(2)?,
            })
        })
        .transpose()
    }

    /// Uses a link up; of two that try at once only one gets it.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn use_link(&self, token: &str) -> Result<Option<Link>> {
        let values = values![DISTRICT, hashed(token), machine_now()];
        self.write(move |tx| {
            let values = values.clone();
            async move {
                let row = tx.row(&USE_LINK, &values).await?;
                row.map(|row| {
                    Ok(Link {
                        person: row.parsed(0)?,
                        kind: row.text(1)?.to_owned(),
                        expires: row.instant(2)?,
                    })
                })
                .transpose()
            }
            .boxed()
        })
        .await
    }

    /// The one person with access who signs in by this address; nobody where none or several hold it.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn person_by_address(&self, address: &str) -> Result<Option<PersonId>> {
        let tx = self.lease().await?;
        match relations::by_address(&tx, address).await?.as_slice() {
            [one] if states::person(&tx, *one).await?.has_access(self.today()) => Ok(Some(*one)),
            _ => Ok(None),
        }
    }

    /// Begins a session; the token is for the cookie alone.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn session_begin(&self, person: PersonId) -> Result<String> {
        let token = token()?;
        self.run(
            &BEGIN,
            values![DISTRICT, hashed(&token), person, machine_now()],
        )
        .await?;
        Ok(token)
    }

    /// The session behind a cookie, if it has not ended; notes that it was seen.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn session(&self, token: &str, ends: Ends) -> Result<Option<Session>> {
        self.session_behind(token, ends, true).await
    }

    /// The same without a note: what is asked in the feedback room leaves no time behind.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn session_unseen(&self, token: &str, ends: Ends) -> Result<Option<Session>> {
        self.session_behind(token, ends, false).await
    }

    async fn session_behind(&self, token: &str, ends: Ends, note: bool) -> Result<Option<Session>> {
        let key = hashed(token);
        let Some(row) = self
            .lease()
            .await?
            .row(&SESSION, &values![DISTRICT, key])
            .await?
        else {
            return Ok(None);
        };
        let session = Session {
            person: row.parsed(0)?,
            begun: row.instant(1)?,
            last_seen: row.instant(2)?,
        };
        let now = machine_now();
        if now.duration_since(session.last_seen) > ends.idle
            || now.duration_since(session.begun) > ends.absolute
        {
            self.run(&END, values![DISTRICT, key]).await?;
            return Ok(None);
        }
        if note && now.duration_since(session.last_seen) > SEEN_EVERY.min(ends.idle / 4) {
            self.run(&SEEN, values![DISTRICT, key, now]).await?;
        }
        Ok(Some(session))
    }

    /// # Errors
    /// Only the database's.
    pub async fn session_end(&self, token: &str) -> Result<()> {
        self.run(&END, values![DISTRICT, hashed(token)])
            .await
            .map(drop)
    }

    /// Ends every session of a person.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn sessions_end(&self, person: PersonId) -> Result<u64> {
        self.run(&END_OF_PERSON, values![DISTRICT, person]).await
    }

    /// Counts an attempt (a link asked for by an address, by a network address) and says whether it is within `limit`
    /// in the last `window`. What is over the limit is not counted, so nobody is locked out for longer by trying.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn count_attempt(
        &self,
        key: &str,
        window: SignedDuration,
        limit: u64,
    ) -> Result<bool> {
        let (what, now) = (hashed(key), machine_now());
        let since = now.saturating_sub(window).unwrap_or(Timestamp::MIN);
        let id = uuid::Builder::from_random_bytes(random()?)
            .into_uuid()
            .to_string();
        self.write(move |tx| {
            let id = id.clone();
            async move {
                let row = tx
                    .row(&COUNT, &values![DISTRICT, what, since])
                    .await?
                    .ok_or(Error::Stopped)?;
                if row.count(0)? >= limit {
                    return Ok(false);
                }
                tx.run(&ATTEMPT, &values![DISTRICT, id, what, now]).await?;
                Ok(true)
            }
            .boxed()
        })
        .await
    }

    /// Forgets what has ended: links, sessions, attempts and form tokens. A job calls it now and then.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn tidy(&self, ends: Ends) -> Result<()> {
        self.write(move |tx| {
            async move {
                let now = machine_now();
                let ago = |span: SignedDuration| now.saturating_sub(span).unwrap_or(Timestamp::MIN);
                let day = SignedDuration::from_hours(24);
                tx.run(&FORGET_LINKS, &values![DISTRICT, ago(day)]).await?;
                tx.run(&FORGET_SESSIONS, &values![DISTRICT, ago(ends.absolute)])
                    .await?;
                tx.run(&FORGET_ATTEMPTS, &values![DISTRICT, ago(day)])
                    .await?;
                crate::tokens::forget(tx, ago(day * 30)).await?;
                Ok(())
            }
            .boxed()
        })
        .await
    }
}
