//! Everybody and every school at one moment: what commands of the people room look at.

use super::Person;
use super::school::School;
use crate::id::{PersonId, SchoolId, Stream};
use crate::thing::Event;
use std::collections::BTreeMap;

/// A snapshot of the people and schools of the district, read in one transaction.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    pub people: BTreeMap<PersonId, Person>,
    pub schools: BTreeMap<SchoolId, School>,
}

impl Directory {
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id)
    }

    pub fn school(&self, id: SchoolId) -> Option<&School> {
        self.schools.get(&id)
    }
}

impl Directory {
    /// Lets an event of a person or a school happen; others are not about the directory.
    pub fn apply(&mut self, stream: &Stream, event: &Event) {
        let Ok(key) = stream.key.parse() else { return };
        match event {
            Event::Person(event) => self.people.entry(PersonId(key)).or_default().apply(event),
            Event::School(event) => self.schools.entry(SchoolId(key)).or_default().apply(event),
            _ => {}
        }
    }
}
