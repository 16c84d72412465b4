//! Questions: who answers what today, one question for those who may read it, and the list of them.

use crate::Record;
use crate::district::{DISTRICT, place};
use crate::engine::{Purpose, Row, Tx, values};
use crate::fault::{Fault, Result};
use crate::lists::{Filter, Page};
use crate::people::{Year, allowed};
use crate::sql::statements;
use crate::{relations, states};
use access::{Action, Actor, Denied, may};
use domain::people::{Name, Relation};
use domain::questions::answering::{Answering, school_of, topics};
use domain::questions::{Contacts, Question};
use domain::school_year::SchoolYear;
use domain::{Kind, PersonId, State, Stream, YearId};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};

statements! {
    /// What was written since, the latest first, up to [`MOST_WRITTEN`].
    WRITTEN: Keyed = "select sequence, stream from journal where district = $1 and sequence > $2 order by sequence desc limit 100";
    OFFICES: Keyed = "select kind, other, holder from relation where district = $1 and kind in ('hr_partner_of', 'performance_office', 'administrator') and begins <= $2 and ends >= $2 order by begins, holder, kind, other";
}

/// After more than this who answers is read anew without looking at what it was.
const MOST_WRITTEN: usize = 100;

/// A question with its version.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub stream: Stream,
    pub version: u64,
    pub question: Question,
}

/// Who answers what on one day, for whoever asks from no school, with the names of everybody who answers or is away.
#[derive(Clone, Debug, PartialEq)]
pub struct Answerers {
    pub answering: Answering,
    pub names: BTreeMap<PersonId, Name>,
}

/// [`Answerers`] as they were read last: every page names somebody, and hardly ever is anybody another.
pub(crate) struct Kept {
    /// Up to here the journal says nothing that would change them.
    sequence: u64,
    year: (YearId, u64),
    answerers: Arc<Answerers>,
}

/// Who answers what, as it is in this transaction.
pub(crate) async fn answering(
    tx: &Tx,
    actor: PersonId,
    year: Option<&SchoolYear>,
    on: Date,
) -> Result<Answering> {
    Ok(Answering {
        school: school_of(&states::person(tx, actor).await?, on),
        ..read(tx, year, on).await?.answering
    })
}

/// Whether anything was written about people or contacts.
fn is_about_them(written: &[Row]) -> Result<bool> {
    for row in written {
        let stream: Stream = row.parsed(1)?;
        if matches!(stream.kind, Kind::Person | Kind::Contacts) {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn read(tx: &Tx, year: Option<&SchoolYear>, on: Date) -> Result<Answerers> {
    let contacts = match states::load(tx, &Contacts::stream()).await? {
        Some(states::Versioned {
            state: State::Contacts(contacts),
            ..
        }) => contacts,
        _ => Contacts::default(),
    };
    let offices = tx
        .rows(&OFFICES, &values![DISTRICT, on])
        .await?
        .iter()
        .map(|row| Ok((row.parsed(2)?, relations::relation(row)?)))
        .collect::<Result<Vec<(PersonId, Relation)>>>()?;
    let (mut here, mut names) = (BTreeSet::new(), BTreeMap::new());
    let named: BTreeSet<PersonId> = contacts.people().collect();
    let holders = offices.iter().map(|(holder, _)| *holder);
    for id in named.iter().copied().chain(holders) {
        if names.contains_key(&id) {
            continue;
        }
        let person = states::person(tx, id).await?;
        if named.contains(&id) && person.has_access(on) {
            here.insert(id);
        }
        names.insert(id, person.particulars.name);
    }
    Ok(Answerers {
        answering: Answering {
            on,
            school: None,
            topics: topics(year),
            contacts,
            offices,
            here,
        },
        names,
    })
}

impl Record {
    /// Who answers what today, in the year of today's date. One statement while nothing was written about people,
    /// contacts or the year.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn answerers(&self, year: &YearId, now: &Year) -> Result<Arc<Answerers>> {
        let (today, of) = (self.today(), (year.clone(), now.version));
        let tx = self.lease().await?;
        let kept = {
            let kept = self.0.answerers.read();
            let kept = kept.unwrap_or_else(PoisonError::into_inner);
            kept.as_ref()
                .filter(|kept| kept.year == of && kept.answerers.answering.on == today)
                .map(|kept| (kept.sequence, Arc::clone(&kept.answerers)))
        };
        let mut sequence = None;
        if let Some((since, answerers)) = &kept {
            let written = tx.rows(&WRITTEN, &values![DISTRICT, *since]).await?;
            let Some(last) = written.first() else {
                return Ok(Arc::clone(answerers));
            };
            if written.len() < MOST_WRITTEN && !is_about_them(&written)? {
                sequence = Some(last.count(0)?);
            }
        }
        let (sequence, answerers) = match (sequence, kept) {
            (Some(sequence), Some((_, answerers))) => (sequence, answerers),
            _ => {
                tx.begin(Purpose::Read).await?;
                let sequence = place(&tx).await?.next - 1;
                let found = read(&tx, Some(&now.year), today).await?;
                tx.commit().await?;
                (sequence, Arc::new(found))
            }
        };
        let kept = Kept {
            sequence,
            year: of,
            answerers: Arc::clone(&answerers),
        };
        *self
            .0
            .answerers
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Some(kept);
        Ok(answerers)
    }

    /// Who answers what today, for somebody who asks or answers.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn answering(&self, actor: &Actor) -> Result<Answering> {
        let today = self.today();
        let year = YearId::on(today);
        let now = self.school_year(&year).await?;
        let answerers = self.answerers(&year, &now).await?;
        let asker = states::person(&self.lease().await?, actor.person).await?;
        Ok(Answering {
            school: school_of(&asker, today),
            ..answerers.answering.clone()
        })
    }

    /// The contacts with their version, for whoever keeps them.
    ///
    /// # Errors
    /// [`Fault::Denied`] for everybody else.
    pub async fn contacts(&self, actor: &Actor) -> Result<(Contacts, u64), Fault> {
        let stream = Contacts::stream();
        let subject = self.subject(&stream).await?;
        allowed(&may(actor, Action::KeepContacts, &subject))?;
        match states::load(&self.lease().await?, &stream).await? {
            Some(states::Versioned {
                version,
                state: State::Contacts(contacts),
            }) => Ok((contacts, version)),
            _ => Ok((Contacts::default(), 0)),
        }
    }

    /// Everybody who has this e-mail address, for whoever names those who answer.
    ///
    /// # Errors
    /// [`Fault::Denied`] for everybody else.
    pub async fn answerer_at(&self, actor: &Actor, address: &str) -> Result<Vec<PersonId>, Fault> {
        let subject = self.subject(&Contacts::stream()).await?;
        allowed(&may(actor, Action::KeepContacts, &subject))?;
        Ok(relations::by_address(&self.lease().await?, address).await?)
    }

    /// One question.
    ///
    /// # Errors
    /// [`Fault::Denied`] for everybody but its asker and those who may answer it today.
    pub async fn question(&self, actor: &Actor, stream: &Stream) -> Result<Asked, Fault> {
        let subject = self.subject(stream).await?;
        allowed(&may(actor, Action::ReadQuestion, &subject))?;
        match states::load(&self.lease().await?, stream).await? {
            Some(states::Versioned {
                version,
                state: State::Question(question),
            }) if question.asker.is_some() => Ok(Asked {
                stream: stream.clone(),
                version,
                question,
            }),
            _ => Err(Fault::Denied(Denied::NotKnown)),
        }
    }

    /// A page of the list of questions that the actor may read, with the questions themselves.
    ///
    /// # Errors
    /// [`Fault::Denied`] without access.
    pub async fn questions(
        &self,
        actor: &Actor,
        answering: &Answering,
        filter: &Filter,
    ) -> Result<(Page, Vec<Asked>), Fault> {
        let scope = access::questions(actor, answering).ok_or(Fault::Denied(Denied::NotKnown))?;
        let page = self.list(&scope, filter).await?;
        let tx = self.lease().await?;
        tx.begin(Purpose::Read).await?;
        let mut asked = vec![];
        for row in &page.rows {
            if let Some(states::Versioned {
                version,
                state: State::Question(question),
            }) = states::load(&tx, &row.stream).await?
            {
                asked.push(Asked {
                    stream: row.stream.clone(),
                    version,
                    question,
                });
            }
        }
        tx.commit().await?;
        Ok((page, asked))
    }
}

/// Who may answer a question today, and who asked it: the people bound to it.
pub(crate) async fn bound(
    tx: &Tx,
    question: &Question,
    year: Option<&SchoolYear>,
    today: Date,
) -> Result<(Option<PersonId>, Vec<PersonId>)> {
    let Some(asker) = question.asker else {
        return Ok((None, vec![]));
    };
    let answering = answering(tx, asker, year, today).await?;
    let others = answering
        .answerers(question)
        .into_iter()
        .filter(|person| *person != asker);
    Ok((Some(asker), others.collect()))
}
