//! The writer's shelf: states, years and the directory as they stand inside the running batch. It is kept from batch
//! to batch as long as the district's row says that nobody else wrote in between, and thrown away on any error.

use crate::engine::Tx;
use crate::fault::Result;
use crate::states;
use domain::people::Directory;
use domain::school_year::SchoolYear;
use domain::{Event, Kind, PersonId, State, Stream, YearId, YearRecord};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

/// More than this and the shelf is cleared between two batches.
const STREAMS: usize = 50_000;
const YEARS: usize = 5_000;

/// A stream as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Shelved {
    pub version: u64,
    pub state: Arc<State>,
    pub erased: bool,
}

#[derive(Default)]
pub(crate) struct Shelf {
    /// The count of batches after which this shelf is right.
    batches: Option<u64>,
    streams: HashMap<Stream, Shelved>,
    years: HashMap<(PersonId, YearId), YearRecord>,
    directory: Option<Directory>,
}

impl Shelf {
    /// Keeps what is on it only if exactly `batches` were committed since it was filled.
    pub fn check(&mut self, batches: u64) {
        if self.batches != Some(batches) || self.streams.len() > STREAMS || self.years.len() > YEARS
        {
            self.clear();
        }
    }

    /// Everything on it is right after this many batches.
    pub fn is_right_after(&mut self, batches: u64) {
        self.batches = Some(batches);
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// A stream, read if it is not here yet.
    pub async fn stream(&mut self, tx: &Tx, stream: &Stream) -> Result<&Shelved> {
        if !self.streams.contains_key(stream) {
            let found = match states::load(tx, stream).await? {
                Some(found) => Shelved {
                    version: found.version,
                    state: Arc::new(found.state),
                    erased: false,
                },
                None => {
                    let erased = states::is_erased(tx, stream).await?;
                    Shelved {
                        version: 0,
                        state: Arc::new(State::new(stream.kind)),
                        erased,
                    }
                }
            };
            self.streams.insert(stream.clone(), found);
        }
        Ok(&self.streams[stream])
    }

    pub async fn load_year(&mut self, tx: &Tx, teacher: PersonId, year: &YearId) -> Result<()> {
        let key = (teacher, year.clone());
        if let Entry::Vacant(place) = self.years.entry(key) {
            // Every change is written before the next order is decided, so the tables are up to date here.
            place.insert(states::year_record(tx, teacher, year).await?);
        }
        Ok(())
    }

    pub fn year(&self, teacher: PersonId, year: &YearId) -> Option<&YearRecord> {
        self.years.get(&(teacher, year.clone()))
    }

    /// A school year that was put here by [`Shelf::stream`].
    pub fn school_year(&self, year: &YearId) -> Option<&SchoolYear> {
        match &*self.streams.get(&Stream::of(Kind::SchoolYear, year))?.state {
            State::SchoolYear(found) if found.year.is_some() => Some(found),
            _ => None,
        }
    }

    pub async fn load_directory(&mut self, tx: &Tx) -> Result<()> {
        if self.directory.is_some() {
            return Ok(());
        }
        let mut directory = Directory::default();
        for kind in [Kind::Person, Kind::School] {
            for (stream, found) in states::of_kind(tx, kind).await? {
                states::note(&mut directory, found.state.clone());
                self.streams.entry(stream).or_insert_with(|| Shelved {
                    version: found.version,
                    state: Arc::new(found.state),
                    erased: false,
                });
            }
        }
        self.directory = Some(directory);
        Ok(())
    }

    pub fn directory(&self) -> Option<&Directory> {
        self.directory.as_ref()
    }

    /// Lets an event happen to a stream that is here.
    pub fn apply(&mut self, stream: &Stream, version: u64, event: &Event) {
        if let Some(shelved) = self.streams.get_mut(stream) {
            Arc::make_mut(&mut shelved.state).apply(event);
            shelved.version = version;
        }
    }

    /// Carries a stream's new state into the years and the directory that hold it too.
    pub fn settle(&mut self, stream: &Stream) {
        let Some(shelved) = self.streams.get(stream) else {
            return;
        };
        match &*shelved.state {
            State::Person(person) => {
                if let Some(id) = person.id {
                    for ((teacher, _), record) in &mut self.years {
                        if *teacher == id {
                            record.person = person.clone();
                        }
                    }
                }
            }
            state => {
                if let Some(key) = state.belongs_to()
                    && let Some(record) = self.years.get_mut(&key)
                {
                    record.add(stream.clone(), shelved.version, state.clone());
                }
                // Later years of the teacher know the rating of this one.
                if let (State::Rating(_), Some((teacher, year))) = (state, state.belongs_to()) {
                    for ((of, later), record) in &mut self.years {
                        if *of != teacher || *later <= year {
                            continue;
                        }
                        record.add(stream.clone(), shelved.version, state.clone());
                    }
                }
            }
        }
        if let Some(directory) = &mut self.directory {
            states::note(directory, State::clone(&shelved.state));
        }
    }
}
