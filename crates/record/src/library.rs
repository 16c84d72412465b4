//! The toolkit library on the record: the pages of a year as they are shown, what is proposed, and beside them the search
//! index, the files and what each reader saw last.

mod files;
pub(crate) mod index;
mod reading;
mod search;

pub(crate) use files::{are_kept as files_are_kept, faults as file_faults};
pub use reading::Earlier;
pub use search::Found;

use crate::Record;
use crate::district::DISTRICT;
use crate::engine::{Tx, values};
use crate::fault::{Fault, Result};
use crate::people::allowed;
use crate::relations;
use crate::sql::statements;
use crate::states::{self, Versioned};
use access::{Action, Actor, Denied, Scope, Subject, may};
use domain::library::{Entry, Shelf, Shown, shelf};
use domain::people::Relation;
use domain::{Kind, PersonId, State, Stream, YearId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};

statements! {
    /// Grows with every event of any page.
    CHANGES: Keyed = "select cast(coalesce(sum(version), 0) as bigint) from state where district = $1 and kind = $2";
}

/// Every fixed statement of this room.
#[cfg(test)]
pub(crate) fn statements() -> Vec<&'static crate::engine::Statement> {
    [
        STATEMENTS,
        files::STATEMENTS,
        index::STATEMENTS,
        reading::STATEMENTS,
        search::STATEMENTS,
    ]
    .concat()
}

/// The shelf of a year with what it was made from: the version of the year, and all changes of pages.
pub(crate) struct Kept {
    made_from: (u64, u64),
    shelf: Arc<Shelf>,
}

/// The pages of one year for one reader.
#[derive(Clone)]
pub struct Library {
    shelf: Arc<Shelf>,
    scope: Scope,
}

impl Library {
    /// The pages for this reader, in the order of the shelf.
    pub fn pages(&self) -> impl Iterator<Item = &Shown> {
        self.shelf
            .pages
            .iter()
            .filter(|shown| self.scope.reads(&shown.page.audience))
    }

    /// A page for this reader.
    pub fn page(&self, id: &str) -> Option<&Shown> {
        self.shelf
            .page(id)
            .filter(|shown| self.scope.reads(&shown.page.audience))
    }

    /// Whether the reader may propose and review.
    pub fn is_keeper(&self) -> bool {
        matches!(self.scope, Scope::Library { keeps: true, .. })
    }

    pub(crate) fn scope(&self) -> &Scope {
        &self.scope
    }
}

fn library_scope(scope: &Scope) -> Result<(), Fault> {
    match scope {
        Scope::Library { .. } => Ok(()),
        _ => Err(Fault::Denied(Denied::NotKnown)),
    }
}

/// What happened to the pages of a year, by the page's id, with the version of each stream.
pub(crate) async fn entries(tx: &Tx, year: &YearId) -> Result<BTreeMap<String, (u64, Entry)>> {
    let found = states::of_kind(tx, Kind::Library).await?;
    Ok(found
        .into_iter()
        .filter_map(|(stream, Versioned { version, state })| {
            let (of, page) = stream.library_page()?;
            match state {
                State::Library(entry) if of == *year => Some((page.to_owned(), (version, entry))),
                _ => None,
            }
        })
        .collect())
}

impl Record {
    /// The pages of a year as they are shown now; empty while no pack is adopted. Made anew only when it changed.
    ///
    /// # Errors
    /// [`Fault::Denied`] for a scope of another list.
    pub async fn library(&self, scope: &Scope, year: &YearId) -> Result<Library, Fault> {
        library_scope(scope)?;
        let school_year = self.school_year(year).await?;
        let tx = self.lease().await?;
        let changes = tx
            .row(&CHANGES, &values![DISTRICT, Kind::Library])
            .await?
            .map_or(Ok(0), |row| row.count(0))?;
        let made_from = (school_year.version, changes);
        let kept = {
            let shelves = self
                .0
                .shelves
                .read()
                .unwrap_or_else(PoisonError::into_inner);
            shelves
                .get(year)
                .filter(|kept| kept.made_from == made_from)
                .map(|kept| Arc::clone(&kept.shelf))
        };
        let shelf = match (kept, school_year.year.pack()) {
            (Some(kept), _) => kept,
            (None, None) => Arc::default(),
            (None, Some(pack)) => {
                let entries = entries(&tx, year).await?;
                let entries = entries.into_iter().map(|(id, (_, entry))| (id, entry));
                let shelf = Arc::new(shelf(pack, &entries.collect()));
                let kept = Kept {
                    made_from,
                    shelf: Arc::clone(&shelf),
                };
                self.0
                    .shelves
                    .write()
                    .unwrap_or_else(PoisonError::into_inner)
                    .insert(year.clone(), kept);
                shelf
            }
        };
        Ok(Library {
            shelf,
            scope: scope.clone(),
        })
    }

    /// What happened to a page with the version of its stream: everything for whoever keeps the library, the published
    /// versions for its readers.
    ///
    /// # Errors
    /// [`Fault::Denied`] for a page that is not there or not for this reader.
    pub async fn library_entry(
        &self,
        library: &Library,
        year: &YearId,
        page: &str,
    ) -> Result<(Entry, u64), Fault> {
        let found = states::load(&self.lease().await?, &Stream::library(year, page)).await?;
        let (version, mut entry) = match found {
            Some(Versioned {
                version,
                state: State::Library(entry),
            }) => (version, entry),
            _ => (0, Entry::default()),
        };
        if !library.is_keeper() {
            library.page(page).ok_or(Fault::Denied(Denied::NotKnown))?;
            (entry.proposal, entry.declined) = (None, None);
        }
        Ok((entry, version))
    }

    /// Pages of the year that wait for somebody to read and publish them, the longest waiting first.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever does not keep the library.
    pub async fn library_proposals(
        &self,
        library: &Library,
        year: &YearId,
    ) -> Result<Vec<Entry>, Fault> {
        if !library.is_keeper() {
            return Err(Fault::Denied(Denied::NotAllowed));
        }
        let entries = entries(&self.lease().await?, year).await?;
        let mut waiting: Vec<Entry> = entries
            .into_values()
            .map(|(_, entry)| entry)
            .filter(|entry| entry.proposal.is_some())
            .collect();
        waiting.sort_by_key(|entry| entry.proposal.as_ref().map(|proposal| proposal.at));
        Ok(waiting)
    }

    /// Everybody else who may read what the actor proposes, and publish it.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not propose this page.
    pub async fn library_reviewers(
        &self,
        actor: &Actor,
        stream: &Stream,
    ) -> Result<Vec<PersonId>, Fault> {
        let subject = subject(stream);
        allowed(&may(actor, Action::ProposePage, &subject))?;
        let tx = self.lease().await?;
        let mut holders = BTreeSet::new();
        for office in [Relation::PerformanceOffice, Relation::Administrator] {
            holders.extend(relations::holders(&tx, office, self.today()).await?);
        }
        drop(tx);
        holders.remove(&actor.person);
        let mut reviewers = vec![];
        for holder in holders {
            let holder = self.actor(holder).await?;
            if may(&holder, Action::ReviewPage, &subject).is_allowed() {
                reviewers.push(holder.person);
            }
        }
        Ok(reviewers)
    }
}

/// What `access` is asked about for a page.
fn subject(stream: &Stream) -> Subject {
    Subject {
        stream: stream.clone(),
        owner: None,
        owner_schools: vec![],
        parties: vec![],
    }
}
