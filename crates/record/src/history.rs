//! The history of a thing or of a teacher's whole year: who did what when, from the journal itself.

use crate::Record;
use crate::district::DISTRICT;
use crate::engine::values;
use crate::fault::{Fault, Result};
use crate::journal::{self, Entry};
use crate::people::allowed;
use crate::receipts::Read;
use crate::sql::statements;
use crate::states;
use access::{Action, Actor, Denied, may};
use domain::{Event, Kind, PersonId, State, Stream, YearId};
use jiff::Timestamp;

statements! {
    /// `cross join` keeps SQLite from walking the whole journal for the sake of its order.
    OF_YEAR: Keyed = "select j.sequence, j.at, j.actor, j.on_behalf, j.stream, j.stream_version, j.type, j.version, j.leaf, p.salt, p.payload from state s cross join journal j left join journal_payload p on p.district = j.district and p.sequence = j.sequence where s.district = $1 and s.teacher = $2 and s.year = $3 and j.district = s.district and j.stream = s.stream order by j.sequence";
}

/// What of the record a history is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    Thing(Stream),
    Year(PersonId, YearId),
}

/// One line of a history.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub sequence: u64,
    pub at: Timestamp,
    /// The nil id is the command line ([`Actor::COMMAND_LINE`]).
    pub actor: PersonId,
    pub stream: Stream,
    /// The version of the stream after it.
    pub version: u64,
    /// Such as `observation.shared`, or `erased`.
    pub event_type: String,
    /// `None` where the payload was erased, and for the entry that says so.
    pub event: Option<Event>,
}

fn line(entry: Entry) -> Result<Line> {
    let event = entry.event()?;
    let header = entry.header;
    Ok(Line {
        sequence: header.sequence,
        at: header.at,
        actor: header.actor,
        stream: header.stream,
        version: header.stream_version,
        event_type: header.event_type,
        event,
    })
}

impl Record {
    /// The history of a thing or of a teacher's year, oldest first. A reader who is no party leaves a read receipt.
    ///
    /// # Errors
    /// [`Fault::Denied`] where `access` does not let the actor read it.
    pub async fn history(&self, actor: &Actor, of: &Of) -> Result<Vec<Line>, Fault> {
        let (entries, concerned) = match of {
            Of::Thing(stream) => {
                let (action, subject) = (reading(stream.kind), self.subject(stream).await?);
                let tx = self.lease().await?;
                let concerned = states::load(&tx, stream)
                    .await?
                    .and_then(|found| found.state.belongs_to());
                if matches!(action, Action::ReadHistory | Action::ReadStatus) && concerned.is_none()
                {
                    return Err(Fault::Denied(Denied::NotKnown));
                }
                let own = stream.kind == Kind::Person
                    && subject.owner == Some(actor.person)
                    && actor.has_access;
                if !own {
                    allowed(&may(actor, action, &subject))?;
                }
                (
                    journal::of_stream(&tx, stream, 0, u64::from(u32::MAX)).await?,
                    concerned,
                )
            }
            Of::Year(teacher, year) => {
                let tx = self.lease().await?;
                let subject = self.subject_of_year(&tx, *teacher, year).await?;
                allowed(&may(actor, Action::ReadHistory, &subject))?;
                let rows = tx
                    .rows(&OF_YEAR, &values![DISTRICT, *teacher, year])
                    .await?;
                (journal::entries(&rows)?, Some((*teacher, year.clone())))
            }
        };
        let mut entries = entries;
        if let Some((teacher, year)) = concerned {
            // The teacher learns of a decision near a cut with the rating that it became, never before (`leap.md` 3.6).
            if actor.person == teacher && !self.rating_is_shared(teacher, &year).await? {
                entries.retain(|entry| entry.header.stream.kind != Kind::Decision);
                if matches!(of, Of::Thing(_)) && entries.is_empty() {
                    return Err(Fault::Denied(Denied::NotKnown));
                }
            }
            // Whoever evaluates reads the year, and not what was stated over all of them.
            let status = Stream::of_year(Kind::Status, teacher, &year);
            let reads = may(actor, Action::ReadStatus, &self.subject(&status).await?);
            if !reads.is_allowed() {
                entries.retain(|entry| entry.header.stream.kind != Kind::Status);
            }
            self.note_reading(actor, teacher, &year, Read::History)
                .await?;
        }
        Ok(entries.into_iter().map(line).collect::<Result<_>>()?)
    }
}

impl Record {
    async fn rating_is_shared(&self, teacher: PersonId, year: &YearId) -> Result<bool> {
        let rating = Stream::of_year(Kind::Rating, teacher, year);
        let found = states::load(&self.lease().await?, &rating).await?;
        Ok(found.is_some_and(
            |found| matches!(found.state, State::Rating(rating) if rating.released.is_some()),
        ))
    }
}

/// What one must be allowed to read to see a thing's history.
fn reading(kind: Kind) -> Action {
    match kind {
        Kind::Person | Kind::School | Kind::Roster => Action::ReadRoster,
        Kind::SchoolYear => Action::ReadSchoolYear,
        Kind::Feedback => Action::ReadFeedback,
        Kind::Library => Action::ProposePage,
        Kind::Contacts => Action::KeepContacts,
        Kind::EarlierRatings => Action::ImportEarlierRatings,
        Kind::Status => Action::ReadStatus,
        _ => Action::ReadHistory,
    }
}
