//! Who answers which topic for which school, and who stands in while somebody is away: kept by the office, on the
//! record, once for the district.

use crate::Refusal;
use crate::id::{Kind, PersonId, SchoolId, Stream};
use crate::thing::Context;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A person named for a topic: at one school, or at every school for which nobody else is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub topic: String,
    pub school: Option<SchoolId>,
    pub person: PersonId,
    pub by: PersonId,
    pub on: Date,
}

/// Who answers instead of somebody who is away; both days inclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    pub away: PersonId,
    pub instead: PersonId,
    pub from: Date,
    pub to: Date,
    pub by: PersonId,
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Contacts {
    pub named: Vec<Contact>,
    pub covers: Vec<Cover>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    Name {
        topic: String,
        school: Option<SchoolId>,
        person: PersonId,
    },
    Unname {
        topic: String,
        school: Option<SchoolId>,
    },
    Cover {
        away: PersonId,
        instead: PersonId,
        from: Date,
        to: Date,
    },
    EndCover {
        away: PersonId,
        from: Date,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Named(Contact),
    Unnamed {
        topic: String,
        school: Option<SchoolId>,
        on: Date,
    },
    Covered(Cover),
    CoverEnded {
        away: PersonId,
        from: Date,
        on: Date,
    },
}

impl Contacts {
    /// The one stream of them.
    pub fn stream() -> Stream {
        Stream::of(Kind::Contacts, "district")
    }

    /// Who is named for exactly this topic and school.
    pub fn named(&self, topic: &str, school: Option<SchoolId>) -> Option<&Contact> {
        self.named
            .iter()
            .find(|contact| contact.topic == topic && contact.school == school)
    }

    /// The cover that holds on a day for somebody who is away.
    pub fn cover(&self, away: PersonId, on: Date) -> Option<&Cover> {
        self.covers
            .iter()
            .find(|cover| cover.away == away && cover.from <= on && on <= cover.to)
    }

    /// Everybody whom they name, as answering or as standing in; some twice.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        let named = self.named.iter().map(|contact| contact.person);
        let covers = self
            .covers
            .iter()
            .flat_map(|cover| [cover.away, cover.instead]);
        named.chain(covers)
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        let directory = cx.directory.ok_or(Refusal::NoSuchThing)?;
        let is_here = |person: PersonId| {
            directory
                .person(person)
                .filter(|person| person.has_access(cx.today))
                .map(|_| person)
                .ok_or(Refusal::NoSuchPerson)
        };
        match command {
            Command::Name {
                topic,
                school,
                person,
            } => {
                let (_, pack) = cx.adopted()?;
                pack.topic(&topic).ok_or(Refusal::NoSuchTopic)?;
                if school.is_some_and(|school| directory.school(school).is_none()) {
                    return Err(Refusal::NoSuchThing);
                }
                let person = is_here(person)?;
                if self
                    .named(&topic, school)
                    .is_some_and(|contact| contact.person == person)
                {
                    return Err(Refusal::AlreadyNamed);
                }
                Ok(vec![Event::Named(Contact {
                    topic,
                    school,
                    person,
                    by: cx.actor,
                    on: cx.today,
                })])
            }
            Command::Unname { topic, school } => {
                self.named(&topic, school).ok_or(Refusal::NotNamed)?;
                Ok(vec![Event::Unnamed {
                    topic,
                    school,
                    on: cx.today,
                }])
            }
            Command::Cover {
                away,
                instead,
                from,
                to,
            } => {
                let cover = Cover {
                    away: is_here(away)?,
                    instead: is_here(instead)?,
                    from,
                    to,
                    by: cx.actor,
                };
                if away == instead {
                    return Err(Refusal::OwnCover);
                }
                if to < from {
                    return Err(Refusal::LastBeforeFirst);
                }
                if to < cx.today {
                    return Err(Refusal::DateInPast { date: to });
                }
                let overlaps =
                    |other: &Cover| other.away == away && other.from <= to && from <= other.to;
                if self.covers.iter().any(overlaps) {
                    return Err(Refusal::CoverOverlaps);
                }
                Ok(vec![Event::Covered(cover)])
            }
            Command::EndCover { away, from } => {
                let there = |cover: &Cover| cover.away == away && cover.from == from;
                if !self.covers.iter().any(there) {
                    return Err(Refusal::NoSuchCover);
                }
                Ok(vec![Event::CoverEnded {
                    away,
                    from,
                    on: cx.today,
                }])
            }
        }
    }

    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Named(contact) => {
                self.forget(&contact.topic, contact.school);
                self.named.push(contact.clone());
            }
            Event::Unnamed { topic, school, .. } => self.forget(topic, *school),
            Event::Covered(cover) => self.covers.push(cover.clone()),
            Event::CoverEnded { away, from, .. } => self
                .covers
                .retain(|cover| cover.away != *away || cover.from != *from),
        }
    }

    fn forget(&mut self, topic: &str, school: Option<SchoolId>) {
        self.named
            .retain(|contact| contact.topic != topic || contact.school != school);
    }
}
