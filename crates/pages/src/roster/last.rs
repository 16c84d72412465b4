//! The roster that was applied last.

use crate::fault::Fault;
use crate::people::keeper;
use crate::visitor::Visitor;
use domain::people::roster::{Applied, Event as RosterEvent};
use domain::{Event, Kind, Stream};
use jiff::Timestamp;
use record::Of;

/// An import and its moment.
pub struct Last {
    pub applied: Applied,
    pub at: Timestamp,
    pub fingerprint: String,
}

/// The last of all; several on one day are told apart by the journal's moments.
pub async fn last(visitor: &Visitor) -> Result<Option<Last>, Fault> {
    let record = visitor.app.record();
    let rosters = record.rosters(&keeper(visitor)?).await?;
    let Some(day) = rosters
        .values()
        .flat_map(|roster| roster.applied.iter().map(|it| it.on))
        .max()
    else {
        return Ok(None);
    };
    let mut found: Vec<Last> = vec![];
    for (fingerprint, _) in rosters
        .iter()
        .filter(|(_, roster)| roster.applied.iter().any(|it| it.on == day))
    {
        let lines = record
            .history(
                &visitor.actor,
                &Of::Thing(Stream::of(Kind::Roster, fingerprint)),
            )
            .await?;
        found.extend(lines.into_iter().filter_map(|line| match line.event {
            Some(Event::Roster(RosterEvent::Applied(applied))) => Some(Last {
                applied,
                at: line.at,
                fingerprint: fingerprint.clone(),
            }),
            _ => None,
        }));
    }
    Ok(found.into_iter().max_by_key(|it| it.at))
}
