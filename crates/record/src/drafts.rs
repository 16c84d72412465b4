//! Drafts: working text beside a thing, its author's alone. Notes and promises of a conversation are seen by both of
//! its sides. The latest revisions are kept until the text is shared or thrown away; none of it is on the record.

use crate::Record;
use crate::district::DISTRICT;
use crate::engine::{Row, Statement, Tx, Value, values};
use crate::fault::{Error, Fault, Result};
use crate::people;
use crate::sql::statements;
use crate::states;
use access::{Action, Actor, Denied, may};
use domain::conversations::{NOTE_FIELD, PROMISE_FIELD, Promise};
use domain::ratings::decision;
use domain::text::{self, Field};
use domain::{Draft, Event, Kind, PersonId, Refusal, State, Stream};
use domain::{
    conversations, library, measures, messages, observations, professionalism, ratings, rationale,
    recommendations, status,
};
use futures::FutureExt;
use jiff::Timestamp;

statements! {
    LATEST: Keyed = "select d.author, d.thing, d.field, d.text, d.version, d.at from draft d where d.district = $1 and d.thing = $2 and d.author = $3 and d.version = (select max(n.version) from draft n where n.district = d.district and n.thing = d.thing and n.author = d.author and n.field = d.field) order by d.field";
    ONE: Keyed = "select author, thing, field, text, version, at from draft where district = $1 and thing = $2 and author = $3 and field = $4 order by version desc limit 1";
    REVISIONS: Keyed = "select author, thing, field, text, version, at from draft where district = $1 and thing = $2 and author = $3 and field = $4 order by version";
    SAVE: Keyed = "insert into draft (district, thing, author, field, version, text, at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (district, thing, author, field, version) do nothing";
    FORGET_OLD: Keyed = "delete from draft where district = $1 and thing = $2 and author = $3 and field = $4 and version <= $5";
    DISCARD: Keyed = "delete from draft where district = $1 and thing = $2 and author = $3";
    DISCARD_FIELD: Keyed = "delete from draft where district = $1 and thing = $2 and author = $3 and field = $4";
    DISCARD_PREFIX: Keyed = "delete from draft where district = $1 and thing = $2 and author = $3 and field >= $4 and field < $5";
    DISCARD_PREFIX_OF_ALL: Keyed = "delete from draft where district = $1 and thing = $2 and field >= $3 and field < $4";
    DISCARD_THING: Keyed = "delete from draft where district = $1 and thing = $2";
    /// Waits for the batch under way on PostgreSQL; on SQLite every write is in one line already.
    BETWEEN_BATCHES: Keyed = "select district from district where district = $1 for share";
    OF_AUTHOR: Keyed = "select thing, max(at) from draft where district = $1 and author = $2 group by thing order by max(at) desc, thing limit $3";
}

/// What both sides write into their guide before a conversation, by prompt: its author's alone until it is shared.
pub const PREPARATION_FIELD: &str = "preparation.";
/// The teacher's answer to a thing while it is written.
pub const ANSWER_FIELD: &str = "answer";
/// Longest text of one draft, in bytes; nothing on the record may be longer.
pub const LONGEST_DRAFT: usize = 64 * 1024;
const LONGEST_FIELD: usize = 80;
/// Revisions of one field that are kept; with the next one the oldest goes. An autosave makes one every few seconds of
/// typing, so this is the last half hour of writing: enough to find a text again that its author overwrote. A page says
/// itself what it showed, so that nothing depends on a revision that is gone.
pub const MOST_REVISIONS: u64 = 50;

/// What came of saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    Saved {
        version: u64,
        /// By the record's clock.
        at: Timestamp,
    },
    /// Another page of the same author saved in between; nothing was overwritten.
    Conflict { theirs: String, version: u64 },
}

/// A thing beside which an author has drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    pub thing: Stream,
    /// When its latest draft was saved.
    pub at: Timestamp,
}

/// Whether both sides of a conversation see this field.
fn is_common(field: &str) -> bool {
    field.starts_with(NOTE_FIELD) || field.starts_with(PROMISE_FIELD)
}

fn draft(row: &Row) -> Result<Draft> {
    Ok(Draft {
        author: row.parsed(0)?,
        thing: row.parsed(1)?,
        field: row.text(2)?.to_owned(),
        text: row.text(3)?.to_owned(),
        version: row.count(4)?,
        at: row.instant(5)?,
    })
}

async fn latest(tx: &Tx, thing: &Stream, author: PersonId) -> Result<Vec<Draft>> {
    tx.rows(&LATEST, &values![DISTRICT, thing, author])
        .await?
        .iter()
        .map(draft)
        .collect()
}

/// The actor's drafts beside a thing and, where the actor is one of a conversation's sides, the other's notes and
/// promises.
pub(crate) async fn beside(
    tx: &Tx,
    thing: &Stream,
    actor: PersonId,
    parties: &[PersonId],
) -> Result<Vec<Draft>> {
    let mut found = latest(tx, thing, actor).await?;
    if thing.kind == Kind::Conversation && parties.contains(&actor) {
        for other in parties.iter().filter(|party| **party != actor) {
            found.extend(
                latest(tx, thing, *other)
                    .await?
                    .into_iter()
                    .filter(|draft| is_common(&draft.field)),
            );
        }
    }
    Ok(found)
}

/// The drafts that an event puts on the record or outdates, as deletions. `author` is who caused it.
pub(crate) fn consumed(
    thing: &Stream,
    event: &Event,
    author: PersonId,
) -> Vec<(&'static Statement, Vec<Value>)> {
    let all = || vec![(&DISCARD, values![DISTRICT, thing, author])];
    let begun = |prefix: &str| {
        let values = values![DISTRICT, thing, author, prefix, after(prefix)];
        vec![(&DISCARD_PREFIX, values)]
    };
    let answer = || {
        vec![(
            &DISCARD_FIELD,
            values![DISTRICT, thing, author, ANSWER_FIELD],
        )]
    };
    match event {
        Event::Observation(observations::Event::Shared { .. })
        | Event::Message(messages::Event::Sent { .. })
        | Event::Rationale(rationale::Event::Shared { .. })
        | Event::Decision(decision::Event::Decided { .. } | decision::Event::SentBack { .. })
        | Event::Status(status::Event::Stated { .. })
        | Event::Recommendation(recommendations::Event::RenewalRecommended { .. })
        | Event::Library(library::Event::Proposed { .. })
        | Event::Question(_) => all(),
        // What was begun for the other moment, or of another measure, goes on.
        Event::Professionalism(professionalism::Event::Rated { sent, .. }) => {
            begun(&format!("{}.", sent.moment.as_str()))
        }
        Event::Measures(measures::Event::Entered { entry, .. }) => {
            begun(&format!("{}.", entry.measure.word()))
        }
        Event::Observation(observations::Event::Answered(_))
        | Event::Rating(ratings::Event::Answered(_))
        | Event::Status(status::Event::Answered(_)) => answer(),
        Event::Conversation(conversations::Event::PreparationShared(_)) => begun(PREPARATION_FIELD),
        Event::Conversation(conversations::Event::Held { .. }) => [NOTE_FIELD, PROMISE_FIELD]
            .into_iter()
            .map(|prefix| {
                (
                    &DISCARD_PREFIX_OF_ALL,
                    values![DISTRICT, thing, prefix, after(prefix)],
                )
            })
            .collect(),
        _ => vec![],
    }
}

/// The first text after all that begin so: a prefix ends with a dot, and `/` follows it.
fn after(prefix: &str) -> String {
    format!("{}/", prefix.trim_end_matches('.'))
}

/// The deletion of everything that anybody drafted beside a thing.
pub(crate) fn discard_thing(thing: &Stream) -> (&'static Statement, Vec<Value>) {
    (&DISCARD_THING, values![DISTRICT, thing])
}

impl Record {
    /// What the actor may see of the drafts beside a thing, the latest revision of each field.
    ///
    /// # Errors
    /// [`Fault::Denied`] for a person without access.
    pub async fn drafts(&self, actor: &Actor, thing: &Stream) -> Result<Vec<Draft>, Fault> {
        if !actor.has_access {
            return Err(Fault::Denied(Denied::NotKnown));
        }
        let mut parties = vec![];
        if thing.kind == Kind::Conversation {
            let subject = self.subject(thing).await?;
            if may(actor, Action::ReadRecord, &subject).is_allowed() {
                parties = subject.parties;
            }
        }
        let tx = self.lease().await?;
        Ok(beside(&tx, thing, actor.person, &parties).await?)
    }

    /// The revisions of one of the actor's own fields that are kept, at most [`MOST_REVISIONS`], oldest first.
    ///
    /// # Errors
    /// [`Fault::Denied`] for a person without access.
    pub async fn draft_revisions(
        &self,
        actor: &Actor,
        thing: &Stream,
        field: &str,
    ) -> Result<Vec<Draft>, Fault> {
        if !actor.has_access {
            return Err(Fault::Denied(Denied::NotKnown));
        }
        let rows = self
            .lease()
            .await?
            .rows(&REVISIONS, &values![DISTRICT, thing, actor.person, field])
            .await?;
        Ok(rows.iter().map(draft).collect::<Result<_>>()?)
    }

    /// The things beside which the actor has drafts, the latest first, at most `limit`.
    ///
    /// # Errors
    /// [`Fault::Denied`] for a person without access.
    pub async fn drafts_begun(&self, actor: &Actor, limit: u64) -> Result<Vec<Begun>, Fault> {
        if !actor.has_access {
            return Err(Fault::Denied(Denied::NotKnown));
        }
        let rows = self
            .lease()
            .await?
            .rows(&OF_AUTHOR, &values![DISTRICT, actor.person, limit])
            .await?;
        Ok(rows
            .iter()
            .map(|row| {
                Ok(Begun {
                    thing: row.parsed(0)?,
                    at: row.instant(1)?,
                })
            })
            .collect::<Result<_>>()?)
    }

    /// Saves a revision of one of the actor's own fields, if the latest is still `base_version` (0 for none).
    ///
    /// # Errors
    /// [`Fault::Denied`] for a person without access, beside a teacher's year that the actor may not read, and for notes
    /// and promises of a conversation in which the actor has no part; [`Fault::Refused`] for a conversation that is over,
    /// for a text over [`LONGEST_DRAFT`], and for a note or promise that could not go on the record.
    pub async fn save_draft(
        &self,
        actor: &Actor,
        thing: &Stream,
        field: &str,
        base_version: u64,
        text: &str,
    ) -> Result<Saved, Fault> {
        self.may_draft(actor, thing, field, text).await?;
        if text.len() > LONGEST_DRAFT {
            return Err(Fault::Refused(Refusal::TooLong {
                field: Field::Message,
                longest: LONGEST_DRAFT,
            }));
        }
        let (author, thing, field, text) = (
            actor.person,
            thing.clone(),
            field.to_owned(),
            text.to_owned(),
        );
        let at = self.clock().now();
        Ok(self
            .write(move |tx| {
                let (thing, field, text) = (thing.clone(), field.clone(), text.clone());
                async move {
                    // What both sides see goes on the record with the second "we met". A note that came between that
                    // order's reading and its commit would be nowhere.
                    if is_common(&field) {
                        tx.row(&BETWEEN_BATCHES, &values![DISTRICT]).await?;
                    }
                    let keys = values![DISTRICT, &thing, author, &field];
                    let now = tx
                        .row(&ONE, &keys)
                        .await?
                        .map(|row| draft(&row))
                        .transpose()?;
                    if let Some(now) = now.filter(|now| now.version != base_version) {
                        return Ok(conflict_or_same(now, &text));
                    }
                    let version = base_version + 1;
                    if tx
                        .run(
                            &SAVE,
                            &values![DISTRICT, &thing, author, &field, version, &text, at],
                        )
                        .await?
                        == 0
                    {
                        // Another server saved between the reading and the writing.
                        let now = tx
                            .row(&ONE, &keys)
                            .await?
                            .map(|row| draft(&row))
                            .transpose()?;
                        return now
                            .map(|now| conflict_or_same(now, &text))
                            .ok_or(Error::Busy);
                    }
                    if let Some(last) = version.checked_sub(MOST_REVISIONS) {
                        tx.run(
                            &FORGET_OLD,
                            &values![DISTRICT, &thing, author, &field, last],
                        )
                        .await?;
                    }
                    Ok(Saved::Saved { version, at })
                }
                .boxed()
            })
            .await?)
    }

    async fn may_draft(
        &self,
        actor: &Actor,
        thing: &Stream,
        field: &str,
        text: &str,
    ) -> Result<(), Fault> {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        if !actor.has_access
            || field.is_empty()
            || field.len() > LONGEST_FIELD
            || !field.chars().all(plain)
        {
            return Err(Fault::Denied(Denied::NotKnown));
        }
        let subject = self.subject(thing).await?;
        match subject.owner {
            Some(_) if thing.kind == Kind::Decision => {
                people::allowed(&may(actor, Action::ReadDecision, &subject))?;
            }
            Some(_) if thing.kind == Kind::Question => {
                people::allowed(&may(actor, Action::ReadQuestion, &subject))?;
            }
            // Who states a status may read nothing else of the year.
            Some(_) if thing.kind == Kind::Status => {
                people::allowed(&may(actor, Action::ReadStatus, &subject))?;
            }
            Some(_) => people::allowed(&may(actor, Action::ReadRecord, &subject))?,
            // What is not on the record yet is its author's alone.
            None if may_become(thing) => {}
            None if thing
                .library_page()
                .is_some_and(|(_, page)| policy::is_page_id(page)) =>
            {
                people::allowed(&may(actor, Action::ProposePage, &subject))?
            }
            None => return Err(Fault::Denied(Denied::NotKnown)),
        }
        if thing.kind == Kind::Conversation && is_common(field) {
            let found = states::load(&self.lease().await?, thing).await?;
            match found.map(|found| found.state) {
                Some(State::Conversation(it)) if it.side_of(actor.person).is_some() => {
                    if it.is_held() {
                        return Err(Fault::Refused(Refusal::ConversationHeld));
                    }
                    if it.cancelled.is_some() {
                        return Err(Fault::Refused(Refusal::ConversationCancelled));
                    }
                }
                Some(_) => return Err(Fault::Denied(Denied::NotAllowed)),
                None => return Err(Fault::Denied(Denied::NotKnown)),
            }
            may_stand(field, text)?;
        }
        Ok(())
    }

    /// Throws away every revision of one of the actor's own fields, or of all of them beside a thing.
    ///
    /// # Errors
    /// [`Fault::Denied`] for a person without access.
    pub async fn discard(
        &self,
        actor: &Actor,
        thing: &Stream,
        field: Option<&str>,
    ) -> Result<(), Fault> {
        if !actor.has_access {
            return Err(Fault::Denied(Denied::NotKnown));
        }
        let (statement, values) = match field {
            Some(field) => (
                &DISCARD_FIELD,
                values![DISTRICT, thing, actor.person, field],
            ),
            None => (&DISCARD, values![DISTRICT, thing, actor.person]),
        };
        self.write(move |tx| {
            let values = values.clone();
            async move { tx.run(statement, &values).await.map(drop) }.boxed()
        })
        .await?;
        Ok(())
    }
}

/// Whether a thing that is not on the record may still come there by this name.
fn may_become(thing: &Stream) -> bool {
    let has_own_id = matches!(
        thing.kind,
        Kind::Observation | Kind::Conversation | Kind::Message | Kind::Question
    );
    let id = thing.key.parse::<PersonId>();
    has_own_id && id.is_ok_and(|id| id.to_string() == thing.key)
}

/// Both sides' notes and promises go on the record with the second "we met", so one side's may not keep the other from
/// saying it.
fn may_stand(field: &str, text: &str) -> Result<(), Refusal> {
    if field.starts_with(PROMISE_FIELD) && !text.is_empty() {
        let promise: Promise = serde_json::from_str(text).map_err(|_| Refusal::NoSuchPromise)?;
        text::required(Field::Promise, &promise.what)?;
    } else {
        text::optional(Field::Note, text)?;
    }
    Ok(())
}

/// The same text saved twice is no conflict: an answer was lost on the way.
fn conflict_or_same(now: Draft, text: &str) -> Saved {
    if now.text == text {
        Saved::Saved {
            version: now.version,
            at: now.at,
        }
    } else {
        Saved::Conflict {
            theirs: now.text,
            version: now.version,
        }
    }
}
