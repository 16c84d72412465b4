//! Read receipts: who but the two parties has looked at a teacher's year. Durable before the page is sent, shown to
//! the teacher alone.

use crate::Record;
use crate::district::DISTRICT;
use crate::engine::{Tx, values};
use crate::fault::{Fault, Result};
use crate::sql::statements;
use access::{Action, Actor, Subject, may};
use domain::{PersonId, YearId};
use jiff::{Timestamp, civil::Date};

statements! {
    NOTE: Keyed = "insert into receipt (district, teacher, year, reader, thing, day, at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (district, teacher, year, reader, thing, day) do nothing";
    NOTED: Keyed = "select at from receipt where district = $1 and teacher = $2 and year = $3 and reader = $4 and thing = $5 and day = $6";
    OF_YEAR: Keyed = "select reader, thing, day, at from receipt where district = $1 and teacher = $2 and year = $3 order by at desc, reader, thing";
}

/// One reader on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadReceipt {
    pub reader: PersonId,
    /// What was read.
    pub thing: Read,
    pub day: Date,
    /// The first time that day.
    pub at: Timestamp,
}

/// What of a teacher's year was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Read {
    Record,
    History,
    /// The status over the years.
    Status,
}

impl Read {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::History => "history",
            Self::Status => "status",
        }
    }
}

impl Record {
    /// Writes down that the actor read a teacher's year, unless the actor is a party to it: the teacher or whoever
    /// evaluates the teacher today. Once a day and reader.
    pub(crate) async fn note_reading(
        &self,
        actor: &Actor,
        teacher: PersonId,
        year: &YearId,
        read: Read,
    ) -> Result<()> {
        if actor.person == teacher || actor.caseload().any(|own| own == teacher) {
            return Ok(());
        }
        let (now, today) = (self.clock().now(), self.today());
        let key = values![DISTRICT, teacher, year, actor.person, read.as_str(), today];
        if self.lease().await?.row(&NOTED, &key).await?.is_none() {
            self.run(
                &NOTE,
                values![
                    DISTRICT,
                    teacher,
                    year,
                    actor.person,
                    read.as_str(),
                    today,
                    now
                ],
            )
            .await?;
        }
        Ok(())
    }

    /// Who has looked at a teacher's year, the latest first.
    ///
    /// # Errors
    /// [`Fault::Denied`] for everybody but the teacher.
    pub async fn receipts(
        &self,
        actor: &Actor,
        teacher: PersonId,
        year: &YearId,
    ) -> Result<Vec<ReadReceipt>, Fault> {
        let tx = self.lease().await?;
        let subject: Subject = self.subject_of_year(&tx, teacher, year).await?;
        if let access::Decision::Denied(denied) = may(actor, Action::ReadReceipts, &subject) {
            return Err(Fault::Denied(denied));
        }
        Ok(every(&tx, teacher, year).await?)
    }
}

async fn every(tx: &Tx, teacher: PersonId, year: &YearId) -> Result<Vec<ReadReceipt>> {
    tx.rows(&OF_YEAR, &values![DISTRICT, teacher, year])
        .await?
        .iter()
        .map(|row| {
            let word = row.text(1)?;
            let thing = [Read::History, Read::Status]
                .into_iter()
                .find(|thing| thing.as_str() == word)
                .unwrap_or(Read::Record);
            Ok(ReadReceipt {
                reader: row.parsed(0)?,
                thing,
                day: row.parsed(2)?,
                at: row.instant(3)?,
            })
        })
        .collect()
}
