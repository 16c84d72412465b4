//! Who answers: from the contacts that the office named, the offices that people hold, and who is away today. A topic
//! for which nobody is named goes to its office, and one without an office to the administrator, never nowhere.

use super::contacts::Contacts;
use crate::id::{PersonId, SchoolId};
use crate::people::{Directory, Person, Relation};
use crate::school_year::SchoolYear;
use jiff::civil::Date;
use policy::Desk;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that routing looks at, as it is on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Answering {
    pub on: Date,
    /// Where the asking person works.
    pub school: Option<SchoolId>,
    /// The topics of the year's pack with the office of each.
    pub topics: BTreeMap<String, Desk>,
    pub contacts: Contacts,
    /// Who holds an office today, the longest first; only offices are here.
    pub offices: Vec<(PersonId, Relation)>,
    /// Of the people whom the contacts name, those who may sign in today.
    pub here: BTreeSet<PersonId>,
}

/// Why somebody is in charge of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    NamedForSchool,
    NamedForAll,
    Office,
    /// Nobody is named and nobody holds the office: a finding, and the administrator's.
    Nobody,
}

/// The one person to whom a question goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Responsible {
    pub person: PersonId,
    /// Who is away, where the person stands in, and until when.
    pub instead_of: Option<(PersonId, Date)>,
    pub why: Why,
}

/// Questions of one topic that a person is in charge of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    pub topic: String,
    pub schools: Schools,
}

/// Asked from which schools; `None` among them is a question of somebody without a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schools {
    Only(BTreeSet<Option<SchoolId>>),
    AllBut(BTreeSet<Option<SchoolId>>),
}

impl Schools {
    pub fn contain(&self, school: Option<SchoolId>) -> bool {
        match self {
            Self::Only(schools) => schools.contains(&school),
            Self::AllBut(schools) => !schools.contains(&school),
        }
    }
}

/// Where somebody works: the home school, else the first school of a post.
pub fn school_of(person: &Person, today: Date) -> Option<SchoolId> {
    person
        .particulars
        .home_school
        .or_else(|| person.posts_on(today).map(|post| post.school).next())
}

/// The topics of a year's pack with their offices.
pub fn topics(year: Option<&SchoolYear>) -> BTreeMap<String, Desk> {
    let pack = year.and_then(SchoolYear::pack);
    pack.into_iter()
        .flat_map(|pack| &pack.topics)
        .map(|topic| (topic.id.clone(), topic.desk))
        .collect()
}

impl Answering {
    /// Read from a whole directory, for somebody who asks.
    pub fn of(
        directory: &Directory,
        contacts: &Contacts,
        year: Option<&SchoolYear>,
        actor: PersonId,
        on: Date,
    ) -> Self {
        let holds = |relation: &Relation| {
            matches!(
                relation,
                Relation::HrPartnerOf(_) | Relation::PerformanceOffice | Relation::Administrator
            )
        };
        let mut offices: Vec<_> = directory
            .people
            .values()
            .filter(|person| person.has_access(on))
            .flat_map(Person::relations)
            .filter(|dated| crate::people::covers(dated.begins, dated.ends, on))
            .filter(|dated| holds(&dated.relation))
            .map(|dated| (dated.begins, dated.holder, dated.relation))
            .collect();
        offices.sort();
        let is_here = |person: &PersonId| {
            directory
                .person(*person)
                .is_some_and(|person| person.has_access(on))
        };
        Self {
            on,
            school: directory
                .person(actor)
                .and_then(|person| school_of(person, on)),
            topics: topics(year),
            here: contacts.people().filter(is_here).collect(),
            contacts: contacts.clone(),
            offices: offices
                .into_iter()
                .map(|(_, holder, relation)| (holder, relation))
                .collect(),
        }
    }

    fn named(&self, topic: &str, school: Option<SchoolId>) -> Option<PersonId> {
        self.contacts
            .named(topic, school)
            .map(|contact| contact.person)
            .filter(|person| self.here.contains(person))
    }

    fn holders(&self, relation: Relation) -> Vec<PersonId> {
        let held = self.offices.iter().filter(|(_, held)| *held == relation);
        held.map(|(holder, _)| *holder).collect()
    }

    /// Who is in charge of a topic at a school, before anybody stands in, and why; nobody for a topic that the pack
    /// does not have.
    pub fn in_charge(&self, topic: &str, school: Option<SchoolId>) -> (Vec<PersonId>, Why) {
        let Some(desk) = self.topics.get(topic) else {
            return (vec![], Why::Nobody);
        };
        if let Some(person) = school.and_then(|_| self.named(topic, school)) {
            return (vec![person], Why::NamedForSchool);
        }
        if let Some(person) = self.named(topic, None) {
            return (vec![person], Why::NamedForAll);
        }
        let holders = match (desk, school) {
            (Desk::HrPartner, Some(school)) => self.holders(Relation::HrPartnerOf(school)),
            (Desk::HrPartner, None) => vec![],
            (Desk::PerformanceOffice, _) => self.holders(Relation::PerformanceOffice),
            (Desk::Administrator, _) => self.holders(Relation::Administrator),
        };
        if holders.is_empty() {
            (self.holders(Relation::Administrator), Why::Nobody)
        } else {
            (holders, Why::Office)
        }
    }

    /// To whom a question of this topic goes today; nobody only in a district without any administrator.
    pub fn responsible(&self, topic: &str, school: Option<SchoolId>) -> Option<Responsible> {
        let (people, why) = self.in_charge(topic, school);
        let first = people.first().copied()?;
        let instead = self.stands_in(first);
        Some(Responsible {
            person: instead.map_or(first, |(person, _)| person),
            instead_of: instead.map(|(_, until)| (first, until)),
            why,
        })
    }

    /// Who stands in for somebody today and until when; through others who are away too.
    pub fn stands_in(&self, away: PersonId) -> Option<(PersonId, Date)> {
        let mut seen = BTreeSet::from([away]);
        let (mut person, mut until) = (away, None);
        while let Some(cover) = self.contacts.cover(person, self.on)
            && self.here.contains(&cover.instead)
            && seen.insert(cover.instead)
        {
            person = cover.instead;
            until = Some(until.map_or(cover.to, |other: Date| other.min(cover.to)));
        }
        until.map(|until| (person, until))
    }

    /// Who may read and answer a question beside the asker: the owner, those in charge of the topic, and whoever stands
    /// in for one of them.
    pub fn answerers(&self, question: &super::Question) -> BTreeSet<PersonId> {
        let (charged, _) = self.in_charge(&question.topic, question.school);
        let own: Vec<PersonId> = question.owner().into_iter().chain(charged).collect();
        let instead = own
            .iter()
            .filter_map(|person| self.stands_in(*person))
            .map(|(person, _)| person);
        own.iter().copied().chain(instead).collect()
    }

    /// The person and those for whom the person stands in today.
    pub fn selves(&self, person: PersonId) -> BTreeSet<PersonId> {
        let away = self.contacts.covers.iter().map(|cover| cover.away);
        let stands_in = |away: &PersonId| {
            self.stands_in(*away)
                .is_some_and(|(instead, _)| instead == person)
        };
        away.filter(stands_in).chain([person]).collect()
    }

    /// What a person is in charge of today, for others who are away too: the same as [`Answering::in_charge`] says
    /// school by school.
    pub fn charges(&self, person: PersonId) -> Vec<Charge> {
        self.selves(person)
            .into_iter()
            .flat_map(|one| {
                self.topics
                    .iter()
                    .filter_map(move |(topic, desk)| self.charge(one, topic, *desk))
            })
            .collect()
    }

    fn charge(&self, person: PersonId, topic: &str, desk: Desk) -> Option<Charge> {
        let named: BTreeMap<Option<SchoolId>, PersonId> = self
            .contacts
            .named
            .iter()
            .filter(|contact| contact.topic == topic && contact.school.is_some())
            .filter(|contact| self.here.contains(&contact.person))
            .map(|contact| (contact.school, contact.person))
            .collect();
        let taken = || named.keys().copied().collect::<BTreeSet<_>>();
        let mut own: BTreeSet<_> = named
            .iter()
            .filter(|(_, named)| **named == person)
            .map(|(school, _)| *school)
            .collect();
        let holds = |relation| self.offices.contains(&(person, relation));
        let everywhere = match (self.named(topic, None), desk) {
            (Some(for_all), _) => (for_all == person).then(taken),
            (None, Desk::HrPartner) => {
                let partners = self.offices.iter().filter_map(|(holder, held)| match held {
                    Relation::HrPartnerOf(school) => Some((Some(*school), *holder)),
                    _ => None,
                });
                let partners: Vec<_> = partners
                    .filter(|(school, _)| !named.contains_key(school))
                    .collect();
                let mine = partners.iter().filter(|(_, holder)| *holder == person);
                own.extend(mine.map(|(school, _)| *school));
                holds(Relation::Administrator).then(|| {
                    let partnered = partners.iter().map(|(school, _)| *school);
                    taken().into_iter().chain(partnered).collect()
                })
            }
            (None, Desk::PerformanceOffice)
                if !self.holders(Relation::PerformanceOffice).is_empty() =>
            {
                holds(Relation::PerformanceOffice).then(taken)
            }
            (None, _) => holds(Relation::Administrator).then(taken),
        };
        let schools = match everywhere {
            Some(but) => Schools::AllBut(but.difference(&own).copied().collect()),
            None if own.is_empty() => return None,
            None => Schools::Only(own),
        };
        Some(Charge {
            topic: topic.to_owned(),
            schools,
        })
    }

    /// Everybody to whom a question may be passed on: who is named or stands in, and who holds an office.
    pub fn everybody(&self) -> BTreeSet<PersonId> {
        let holders = self.offices.iter().map(|(holder, _)| *holder);
        self.here.iter().copied().chain(holders).collect()
    }
}
