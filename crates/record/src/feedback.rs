//! Feedback beside the journal: what people say unnamed, and apart from it who has taken part. An answer is durable
//! before it is acknowledged. That its author has taken part is written later, together with enough others that nobody
//! can tell whose answer came when: until then it is known to this server alone, and forgotten if the server ends
//! (docs/decisions/0007-anonymous-feedback.md).

use crate::Record;
use crate::district::DISTRICT;
use crate::engine::{Statement, Tx, Value, values};
use crate::fault::{Error, Fault, Result};
use crate::people::allowed;
use crate::sql::statements;
use crate::states;
use access::{Action, Actor, Decision, Denied, Ground, Subject, may};
use domain::feedback::{self, Answer, Feedback, Gathered, Names, Round, Stage};
use domain::{Event, PersonId, Refusal, State, Stream, YearId};
use futures::FutureExt;
use policy::Audience;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

statements! {
    GATHERED: Keyed = "select audience, json from feedback_gathered where district = $1 and round = $2";
    GATHER: Keyed = "insert into feedback_gathered (district, round, audience, json) values ($1, $2, $3, $4) on conflict (district, round, audience) do update set json = excluded.json";
    FORGET_GATHERED: Keyed = "delete from feedback_gathered where district = $1 and round = $2";
    TOOK_PART: Keyed = "select person from feedback_participation where district = $1 and round = $2 and person = $3";
    TAKE_PART: Keyed = "insert into feedback_participation (district, round, person) values ($1, $2, $3) on conflict (district, round, person) do nothing";
    FORGET_PARTICIPATION: Keyed = "delete from feedback_participation where district = $1 and round = $2";
}

/// Who has answered and is not written down yet, by round.
pub(crate) type Waiting = tokio::sync::Mutex<BTreeMap<String, BTreeSet<PersonId>>>;

/// What came of an answer inside the transaction.
enum Taken {
    Counted,
    /// Its form was taken before; whether its author is written down.
    Again {
        written: bool,
    },
    Refused(Refusal),
}

/// What a round has gathered so far, by audience.
pub(crate) async fn gathered(tx: &Tx, round: &str) -> Result<BTreeMap<Audience, Gathered>> {
    let mut found = BTreeMap::new();
    for row in tx.rows(&GATHERED, &values![DISTRICT, round]).await? {
        let damaged = || Error::Damaged(format!("what was gathered in {round}"));
        let word = row.text(0)?;
        let audience = Audience::ALL
            .into_iter()
            .find(|audience| audience.as_str() == word)
            .ok_or_else(damaged)?;
        let gathered = serde_json::from_str(row.text(1)?).map_err(|_| damaged())?;
        found.insert(audience, gathered);
    }
    Ok(found)
}

async fn took_part(tx: &Tx, round: &str, person: PersonId) -> Result<bool> {
    let row = tx
        .row(&TOOK_PART, &values![DISTRICT, round, person])
        .await?;
    Ok(row.is_some())
}

/// What goes when a round is published: everything but the page.
pub(crate) fn consumed(stream: &Stream, event: &Event) -> Vec<(&'static Statement, Vec<Value>)> {
    match event {
        Event::Feedback(feedback::Event::Published { .. }) => vec![
            (&FORGET_GATHERED, values![DISTRICT, &stream.key]),
            (&FORGET_PARTICIPATION, values![DISTRICT, &stream.key]),
        ],
        _ => vec![],
    }
}

/// What is asked about a round: nobody's record.
fn subject(stream: &Stream) -> Subject {
    Subject {
        stream: stream.clone(),
        owner: None,
        owner_schools: vec![],
        parties: vec![],
    }
}

/// As what somebody is asked.
///
/// # Errors
/// The denial, for whoever neither teaches nor evaluates.
pub fn audience_of(actor: &Actor, year: &YearId, round: &str) -> Result<Audience, Denied> {
    let stream = feedback::stream(year, round);
    match may(actor, Action::GiveFeedback, &subject(&stream)) {
        Decision::Allowed(Ground::Teaching) => Ok(Audience::Teachers),
        Decision::Allowed(_) => Ok(Audience::Evaluators),
        Decision::Denied(denied) => Err(denied),
    }
}

impl Record {
    /// Takes an answer, whose author is kept nowhere beside it. The same form sent twice counts once. `seen_names`: the
    /// author has seen which words of the text may be names.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever is not asked; [`Fault::Refused`] as [`feedback::accept`] does.
    pub async fn give_feedback(
        &self,
        actor: &Actor,
        (year, round): (&YearId, &str),
        token: &str,
        answer: Answer,
        seen_names: bool,
    ) -> Result<(), Fault> {
        let audience = audience_of(actor, year, round)?;
        let school_year = self.school_year(year).await?;
        let smallest = feedback::round(&school_year.year, round)?.smallest;
        let names = if seen_names || answer.text.trim().is_empty() {
            None
        } else {
            Some(Arc::new(self.names_of_the_district().await?))
        };
        let key = feedback::stream(year, round).key;
        let form = fingerprint(token);
        let (person, today, id) = (actor.person, self.today(), round.to_owned());

        // One answer at a time, so that whoever waits is known to the next.
        let mut waiting = self.0.waiting.lock().await;
        let known = waiting.entry(key.clone()).or_default();
        let waits = known.contains(&person);
        let together: Vec<PersonId> = if known.len() as u64 + 1 >= smallest && !waits {
            known
                .iter()
                .copied()
                .chain([person])
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect()
        } else {
            vec![]
        };
        let writes_down = !together.is_empty();
        let taken = self
            .write_locked(move |tx, _| {
                let (answer, form, key) = (answer.clone(), form.clone(), key.clone());
                let (names, together, id) = (names.clone(), together.clone(), id.clone());
                let school_year = Arc::clone(&school_year);
                async move {
                    let mut all = gathered(tx, &key).await?;
                    let mut of = all.remove(&audience).unwrap_or_default();
                    let written = took_part(tx, &key, person).await?;
                    if of.forms.contains(&form) {
                        return Ok(Taken::Again { written });
                    }
                    let accepted = feedback::round(&school_year.year, &id).and_then(|round| {
                        let answered = waits || written;
                        feedback::accept(
                            &round,
                            audience,
                            today,
                            answered,
                            answer,
                            names.as_deref(),
                        )
                    });
                    let answer = match accepted {
                        Ok(answer) => answer,
                        Err(refusal) => return Ok(Taken::Refused(refusal)),
                    };
                    of.take(form, answer);
                    let json = serde_json::to_string(&of)
                        .map_err(|error| Error::Damaged(error.to_string()))?;
                    tx.run(&GATHER, &values![DISTRICT, &key, audience.as_str(), json])
                        .await?;
                    for person in together {
                        tx.run(&TAKE_PART, &values![DISTRICT, &key, person]).await?;
                    }
                    Ok(Taken::Counted)
                }
                .boxed()
            })
            .await?;
        match taken {
            Taken::Refused(refusal) => return Err(Fault::Refused(refusal)),
            Taken::Counted if writes_down => known.clear(),
            Taken::Counted | Taken::Again { written: false } => drop(known.insert(person)),
            Taken::Again { written: true } => return Ok(()),
        }
        drop(waiting);
        self.wipe_feedback().await;
        Ok(())
    }

    /// Whether somebody has answered in a round, as far as this server knows.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn has_given_feedback(
        &self,
        actor: &Actor,
        year: &YearId,
        round: &str,
    ) -> Result<bool> {
        let key = feedback::stream(year, round).key;
        if self
            .0
            .waiting
            .lock()
            .await
            .get(&key)
            .is_some_and(|known| known.contains(&actor.person))
        {
            return Ok(true);
        }
        took_part(&self.lease().await?, &key, actor.person).await
    }

    /// A round with its version: what was published of it, which everybody of the district may read.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever has no access.
    pub async fn feedback(
        &self,
        actor: &Actor,
        year: &YearId,
        round: &str,
    ) -> Result<(Feedback, u64), Fault> {
        let stream = feedback::stream(year, round);
        allowed(&may(actor, Action::ReadFeedback, &subject(&stream)))?;
        match states::load(&self.lease().await?, &stream).await? {
            Some(states::Versioned {
                version,
                state: State::Feedback(found),
            }) => Ok((found, version)),
            _ => Ok((Feedback::default(), 0)),
        }
    }

    /// The texts of a round that has closed and is not published, by audience, for whoever screens them; those of an
    /// audience that is too small to be shown are left out. While a round is open nobody reads anything.
    ///
    /// # Errors
    /// [`Fault::Denied`] for everybody else, [`Fault::Refused`] while the round is open.
    pub async fn texts_to_screen(
        &self,
        actor: &Actor,
        year: &YearId,
        round: &str,
    ) -> Result<BTreeMap<Audience, Vec<String>>, Fault> {
        let stream = feedback::stream(year, round);
        allowed(&may(actor, Action::ScreenFeedback, &subject(&stream)))?;
        let school_year = self.school_year(year).await?;
        let round: Round<'_> = feedback::round(&school_year.year, round)?;
        if round.stage(self.today()) != Stage::Closed {
            return Err(Refusal::FeedbackNotClosed { date: round.closes }.into());
        }
        let found = gathered(&self.lease().await?, &stream.key).await?;
        Ok(found
            .into_iter()
            .filter(|(_, gathered)| gathered.answers >= round.smallest)
            .map(|(audience, gathered)| (audience, gathered.texts))
            .collect())
    }

    /// The names of the district's people and schools, to be found in texts.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn names_of_the_district(&self) -> Result<Names> {
        Ok(Names::of(&states::directory(&self.lease().await?).await?))
    }

    /// Nobody waits for a round that is published.
    pub(crate) async fn end_feedback(&self, stream: &Stream) {
        self.0.waiting.lock().await.remove(&stream.key);
        self.wipe_feedback().await;
    }

    /// Takes what was overwritten or deleted out of the database's own files, as far as they let go of it: SQLite's log,
    /// PostgreSQL's dead rows. What cannot be done now is done with the next answer.
    async fn wipe_feedback(&self) {
        let wiped = async {
            let tx = self.lease().await?;
            let script = if tx.is_postgres() {
                "vacuum (skip_locked) feedback_gathered, feedback_participation"
            } else {
                "pragma busy_timeout = 200; pragma wal_checkpoint(truncate); pragma busy_timeout = 5000"
            };
            tx.script(script).await
        };
        if let Err(error) = wiped.await {
            tracing::debug!(%error, "overwritten feedback stays in the files for now");
        }
    }
}

/// A form's token as it is kept: it leads back to no form.
fn fingerprint(token: &str) -> String {
    let hash = Sha256::digest(token);
    hash.iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
