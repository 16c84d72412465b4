//! Readings about people: who asks, whom it is about, and one teacher's year. Everything here asks `access` first.

use crate::Record;
use crate::engine::{Purpose, Tx};
use crate::fault::{Fault, Result};
use crate::questions;
use crate::receipts::Read;
use crate::relations;
use crate::states;
use access::{Action, Actor, Decision, Denied, Ground, Scope, Subject, may};
use domain::people::roster::Roster;
use domain::people::school::School;
use domain::people::{Directory, Name, Person, Relation};
use domain::school_year::SchoolYear;
use domain::{Kind, PersonId, SchoolId, State, Stream, YearId, YearRecord};
use std::collections::BTreeMap;

/// Who took part in a thing: the two sides of a conversation, the observer of a lesson, the second reader who
/// was asked while the decision waits.
pub(crate) fn parties(state: &State) -> Vec<PersonId> {
    match state {
        State::Conversation(it) => it.teacher.into_iter().chain(it.evaluator).collect(),
        State::Observation(it) => it.observer.into_iter().collect(),
        State::Decision(it) => it
            .waiting()
            .map(|choice| choice.reader)
            .into_iter()
            .collect(),
        _ => vec![],
    }
}

/// A school year with its version, for the page that sends it back.
#[derive(Clone, Debug, Default)]
pub struct Year {
    /// 0 while nobody entered anything.
    pub version: u64,
    pub year: SchoolYear,
}

/// A person as colleagues know one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    pub id: PersonId,
    pub name: Name,
    pub pronouns: String,
    pub job_title: String,
    pub content_area: String,
    /// Empty where the roster has none.
    pub email: String,
    pub language: Option<String>,
}

impl Record {
    /// Who asks, with the relations that hold today.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn actor(&self, person: PersonId) -> Result<Actor> {
        if person == Actor::COMMAND_LINE {
            return Ok(Actor::command_line());
        }
        let tx = self.lease().await?;
        let today = self.today();
        let has_access = states::person(&tx, person).await?.has_access(today);
        let relations = if has_access {
            relations::held(&tx, person, today).await?
        } else {
            vec![]
        };
        Ok(Actor {
            person,
            has_access,
            relations,
        })
    }

    /// What `access` is asked about for a thing, with the people bound to it today.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn subject(&self, stream: &Stream) -> Result<Subject> {
        let tx = self.lease().await?;
        let state = states::load(&tx, stream).await?.map(|found| found.state);
        if let Some(State::Question(question)) = &state {
            drop(tx);
            let today = self.today();
            let year = self.school_year(&YearId::on(today)).await?;
            let tx = self.lease().await?;
            let (owner, parties) = questions::bound(&tx, question, Some(&year.year), today).await?;
            return Ok(Subject {
                stream: stream.clone(),
                owner,
                owner_schools: vec![],
                parties,
            });
        }
        let owner = match &state {
            Some(state) => state.belongs_to().map(|(teacher, _)| teacher),
            None => None,
        };
        let owner = owner.or_else(|| relations::named_in(stream));
        let owner_schools = self.schools_of(&tx, owner).await?;
        Ok(Subject {
            stream: stream.clone(),
            owner,
            owner_schools,
            parties: state.as_ref().map(parties).unwrap_or_default(),
        })
    }

    /// The subject of a teacher's whole year.
    pub(crate) async fn subject_of_year(
        &self,
        tx: &Tx,
        teacher: PersonId,
        year: &YearId,
    ) -> Result<Subject> {
        let owner_schools = self.schools_of(tx, Some(teacher)).await?;
        Ok(Subject {
            stream: Stream::of_year(Kind::Rating, teacher, year),
            owner: Some(teacher),
            owner_schools,
            parties: vec![],
        })
    }

    async fn schools_of(&self, tx: &Tx, owner: Option<PersonId>) -> Result<Vec<SchoolId>> {
        let Some(owner) = owner else {
            return Ok(vec![]);
        };
        Ok(states::person(tx, owner)
            .await?
            .teaches_at(self.today())
            .collect())
    }

    /// Everything of one teacher's year, before anybody's right to read it was looked at.
    pub(crate) async fn whole_year(&self, teacher: PersonId, year: &YearId) -> Result<YearRecord> {
        let tx = self.lease().await?;
        tx.begin(Purpose::Read).await?;
        let record = states::year_record(&tx, teacher, year).await?;
        tx.commit().await?;
        Ok(record)
    }

    /// Everything of one teacher's year. Where the reader is neither the teacher nor whoever evaluates the teacher
    /// today, a read receipt is durable before this returns.
    ///
    /// # Errors
    /// [`Fault::Denied`] where `access` does not let the actor read it, and for a teacher who is not known.
    pub async fn year_record(
        &self,
        actor: &Actor,
        teacher: PersonId,
        year: &YearId,
    ) -> Result<YearRecord, Fault> {
        let record = self.whole_year(teacher, year).await?;
        let subject = Subject {
            stream: Stream::of_year(Kind::Rating, teacher, year),
            owner: Some(teacher),
            owner_schools: record.person.teaches_at(self.today()).collect(),
            parties: vec![],
        };
        allowed(&may(actor, Action::ReadRecord, &subject))?;
        if record.person.id.is_none() {
            return Err(Fault::Denied(Denied::NotKnown));
        }
        self.note_reading(actor, teacher, year, Read::Record)
            .await?;
        Ok(record)
    }

    /// Who may read a teacher's year today, and on which ground: the teacher first, then whoever evaluates, then whoever
    /// leads a school where the teacher works. `access` decides about each of them.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn readers(&self, record: &YearRecord) -> Result<Vec<(PersonId, Ground)>> {
        let today = self.today();
        let subject = Subject {
            stream: Stream::of_year(Kind::Rating, record.teacher, &record.year),
            owner: Some(record.teacher),
            owner_schools: record.person.teaches_at(today).collect(),
            parties: vec![],
        };
        let mut candidates = vec![record.teacher];
        {
            let tx = self.lease().await?;
            candidates
                .extend(relations::holders(&tx, Relation::Evaluates(record.teacher), today).await?);
            for school in &subject.owner_schools {
                candidates.extend(relations::holders(&tx, Relation::Leads(*school), today).await?);
            }
        }
        let mut readers: Vec<(PersonId, Ground)> = vec![];
        for candidate in candidates {
            let actor = self.actor(candidate).await?;
            if let Decision::Allowed(ground) = may(&actor, Action::ReadRecord, &subject)
                && !readers.iter().any(|(reader, _)| *reader == candidate)
            {
                readers.push((candidate, ground));
            }
        }
        Ok(readers)
    }

    /// The years of everybody whom a list of records shows, by the order of their ids: for facts over many teachers
    /// (no contact for twenty days). It leaves no read receipts, so a page shows facts of it and no texts.
    ///
    /// # Errors
    /// [`Fault::Denied`] for a scope of another list.
    pub async fn year_records(
        &self,
        scope: &Scope,
        year: &YearId,
    ) -> Result<Vec<YearRecord>, Fault> {
        let people = self.owners(scope).await?;
        let tx = self.lease().await?;
        tx.begin(Purpose::Read).await?;
        let mut records = Vec::with_capacity(people.len());
        for teacher in people {
            records.push(states::year_record(&tx, teacher, year).await?);
        }
        tx.commit().await?;
        Ok(records)
    }

    /// What `of` says of every teacher's year, counted: how many records another pack would change, and how. Only the
    /// counts leave the record; a page suppresses those that are small.
    ///
    /// # Errors
    /// [`Fault::Denied`] for a scope of another list.
    pub async fn tally<T: Ord>(
        &self,
        scope: &Scope,
        year: &YearId,
        of: impl Fn(&YearRecord) -> T,
    ) -> Result<BTreeMap<T, u64>, Fault> {
        let Scope::Effect = scope else {
            return Err(Fault::Denied(Denied::NotKnown));
        };
        let records = {
            let tx = self.lease().await?;
            tx.begin(Purpose::Read).await?;
            let records = states::rated_on(&tx, year).await?;
            tx.commit().await?;
            records
        };
        let mut counted = BTreeMap::new();
        for record in &records {
            *counted.entry(of(record)).or_default() += 1;
        }
        Ok(counted)
    }

    /// A school year: its pack and its days, which everybody of the district may read. Read anew only when it changed,
    /// because a pack is large.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn school_year(&self, year: &YearId) -> Result<std::sync::Arc<Year>> {
        let tx = self.lease().await?;
        let version = states::version(&tx, &Stream::of(Kind::SchoolYear, year)).await?;
        if let Some(kept) = self.kept_year(year).filter(|kept| kept.version == version) {
            return Ok(kept);
        }
        let (version, found) = states::school_year(&tx, year).await?;
        let found = std::sync::Arc::new(Year {
            version,
            year: found,
        });
        self.keep_year(year, &found);
        Ok(found)
    }

    /// Every school year that anything was entered for, oldest first.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn school_years(&self) -> Result<Vec<YearId>> {
        let tx = self.lease().await?;
        let mut years: Vec<YearId> = states::streams_of_kind(&tx, Kind::SchoolYear)
            .await?
            .iter()
            .filter_map(|stream| stream.key.parse().ok())
            .collect();
        years.sort();
        Ok(years)
    }

    /// Everybody and every school, for the people room and the roster.
    ///
    /// # Errors
    /// [`Fault::Denied`] unless the scope is the roster's.
    pub async fn directory(&self, scope: &Scope) -> Result<Directory, Fault> {
        let Scope::Roster = scope else {
            return Err(Fault::Denied(Denied::NotKnown));
        };
        let tx = self.lease().await?;
        tx.begin(Purpose::Read).await?;
        let directory = states::directory(&tx).await?;
        tx.commit().await?;
        Ok(directory)
    }

    /// One person in full with the version of the stream: oneself, a teacher whose record one may read, or anybody for
    /// whoever keeps the roster.
    ///
    /// # Errors
    /// [`Fault::Denied`] for everybody else and for a person who is not known.
    pub async fn person(&self, actor: &Actor, id: PersonId) -> Result<(Person, u64), Fault> {
        let tx = self.lease().await?;
        let stream = Stream::of(Kind::Person, id);
        let Some(states::Versioned {
            version,
            state: State::Person(person),
        }) = states::load(&tx, &stream).await?
        else {
            return Err(Fault::Denied(Denied::NotKnown));
        };
        let subject = Subject {
            stream,
            owner: Some(id),
            owner_schools: person.teaches_at(self.today()).collect(),
            parties: vec![],
        };
        if !may(actor, Action::ReadRoster, &subject).is_allowed() {
            allowed(&may(actor, Action::ReadRecord, &subject))?;
        }
        Ok((person, version))
    }

    /// The names of people as colleagues know them; unknown ids are left out. Names alone are no evaluation data.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn names(
        &self,
        people: impl IntoIterator<Item = PersonId>,
    ) -> Result<BTreeMap<PersonId, Name>> {
        let tx = self.lease().await?;
        let mut names = BTreeMap::new();
        for id in people {
            if let std::collections::btree_map::Entry::Vacant(entry) = names.entry(id) {
                let person = states::person(&tx, id).await?;
                if person.id.is_some() {
                    entry.insert(person.particulars.name);
                }
            }
        }
        Ok(names)
    }

    /// What colleagues may know of each other anyway: how to name and to write to one another. Unknown ids are left
    /// out.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn colleagues(
        &self,
        people: impl IntoIterator<Item = PersonId>,
    ) -> Result<BTreeMap<PersonId, Colleague>> {
        let tx = self.lease().await?;
        let mut found = BTreeMap::new();
        for id in people {
            if let std::collections::btree_map::Entry::Vacant(entry) = found.entry(id) {
                let person = states::person(&tx, id).await?;
                if person.id.is_some() {
                    entry.insert(Colleague {
                        id,
                        name: person.particulars.name,
                        pronouns: person.particulars.pronouns,
                        job_title: person.particulars.job_title,
                        content_area: person.particulars.content_area,
                        email: person.particulars.email,
                        language: person.language,
                    });
                }
            }
        }
        Ok(found)
    }

    /// The signed-in person's own particulars.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn signed_in(&self, session: &crate::Session) -> Result<Person> {
        states::person(&self.lease().await?, session.person).await
    }

    /// The language that a person chose; the browser's decides where there is none.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn language_of(&self, person: PersonId) -> Result<Option<String>> {
        Ok(states::person(&self.lease().await?, person).await?.language)
    }

    /// A school's or department's name; empty where it is not known.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn school_name(&self, school: SchoolId) -> Result<String> {
        let tx = self.lease().await?;
        let found = states::load(&tx, &Stream::of(Kind::School, school)).await?;
        Ok(match found.map(|found| found.state) {
            Some(State::School(school)) => school.particulars.name,
            _ => String::new(),
        })
    }

    /// Every school and department by its id, which everybody may know.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn schools(&self) -> Result<BTreeMap<SchoolId, School>> {
        let tx = self.lease().await?;
        let found = states::of_kind(&tx, Kind::School).await?;
        Ok(found
            .into_iter()
            .filter_map(|(_, found)| match found.state {
                State::School(school) => Some((school.id?, school)),
                _ => None,
            })
            .collect())
    }

    /// Everybody of the roster who has this e-mail address; where it is not one person alone, nobody signs in by it.
    ///
    /// # Errors
    /// [`Fault::Denied`] unless the scope is the roster's.
    pub async fn holders_of_address(
        &self,
        scope: &Scope,
        address: &str,
    ) -> Result<Vec<PersonId>, Fault> {
        let Scope::Roster = scope else {
            return Err(Fault::Denied(Denied::NotKnown));
        };
        Ok(relations::by_address(&self.lease().await?, address).await?)
    }

    /// Every roster that was applied, by the file's fingerprint.
    ///
    /// # Errors
    /// [`Fault::Denied`] unless the scope is the roster's.
    pub async fn rosters(&self, scope: &Scope) -> Result<BTreeMap<String, Roster>, Fault> {
        let Scope::Roster = scope else {
            return Err(Fault::Denied(Denied::NotKnown));
        };
        let tx = self.lease().await?;
        let found = states::of_kind(&tx, Kind::Roster).await?;
        Ok(found
            .into_iter()
            .filter_map(|(stream, found)| match found.state {
                State::Roster(roster) => Some((stream.key, roster)),
                _ => None,
            })
            .collect())
    }

    /// Whether nobody is on the record yet.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn is_empty(&self) -> Result<bool> {
        Ok(crate::district::place(&self.lease().await?).await?.next == 1)
    }
}

/// A denial as a fault.
pub(crate) fn allowed(decision: &Decision) -> Result<(), Fault> {
    match decision {
        Decision::Allowed(_) => Ok(()),
        Decision::Denied(denied) => Err(Fault::Denied(*denied)),
    }
}
