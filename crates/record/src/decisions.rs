//! Readings around the decision near a cut: who may be asked to be its second reader, what waits for one, and the
//! teacher's year for whoever was asked and reads it for that alone.

use crate::Record;
use crate::district::DISTRICT;
use crate::engine::{Purpose, values};
use crate::fault::Fault;
use crate::people::allowed;
use crate::receipts::Read;
use crate::sql::statements;
use crate::states;
use access::{Action, Actor, Subject, may};
use domain::ratings::decision::second_readers;
use domain::{Kind, PersonId, Stream, YearId, YearRecord};

statements! {
    WAITING: Keyed = "select stream from summary where district = $1 and kind = 'decision' and word = $2 and open = 1 order by sort, stream";
}

impl Record {
    /// The year of a teacher about whom a decision is open: for evaluator and leader, and for the second reader who was
    /// asked, while the decision waits. Who does not evaluate the teacher leaves a read receipt.
    ///
    /// # Errors
    /// [`Fault::Denied`] for everybody else.
    pub async fn year_to_decide(
        &self,
        actor: &Actor,
        teacher: PersonId,
        year: &YearId,
    ) -> Result<YearRecord, Fault> {
        let record = self.whole_year(teacher, year).await?;
        allowed(&may(actor, Action::ReadDecision, &self.deciding(&record)))?;
        if record.person.id.is_none() {
            return Err(Fault::Denied(access::Denied::NotKnown));
        }
        self.note_reading(actor, teacher, year, Read::Record)
            .await?;
        Ok(record)
    }

    /// What `access` is asked about for the decision of a year.
    pub fn deciding(&self, record: &YearRecord) -> Subject {
        Subject {
            stream: Stream::of_year(Kind::Decision, record.teacher, &record.year),
            owner: Some(record.teacher),
            owner_schools: record.person.teaches_at(self.today()).collect(),
            parties: record
                .decision
                .waiting()
                .filter(|_| !record.rating_is_shared())
                .map(|choice| choice.reader)
                .into_iter()
                .collect(),
        }
    }

    /// Who may be asked to be the second reader, for whoever decides.
    ///
    /// # Errors
    /// [`Fault::Denied`] for everybody who may not decide about this teacher.
    pub async fn second_readers(
        &self,
        actor: &Actor,
        record: &YearRecord,
    ) -> Result<Vec<PersonId>, Fault> {
        allowed(&may(actor, Action::Decide, &self.deciding(record)))?;
        let tx = self.lease().await?;
        tx.begin(Purpose::Read).await?;
        let everybody = states::directory(&tx).await?;
        tx.commit().await?;
        Ok(second_readers(
            &everybody,
            &record.person,
            actor.person,
            self.today(),
        ))
    }

    /// The years whose decision waits for this reader, for facts of them: it leaves no read receipts.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn decisions_waiting(&self, actor: &Actor) -> Result<Vec<YearRecord>, Fault> {
        let tx = self.lease().await?;
        tx.begin(Purpose::Read).await?;
        let mut waiting = vec![];
        for row in tx.rows(&WAITING, &values![DISTRICT, actor.person]).await? {
            let stream: Stream = row.parsed(0)?;
            let about = states::load(&tx, &stream)
                .await?
                .and_then(|found| found.state.belongs_to());
            if let Some((teacher, year)) = about {
                let record = states::year_record(&tx, teacher, &year).await?;
                if may(actor, Action::ConfirmDecision, &self.deciding(&record)).is_allowed() {
                    waiting.push(record);
                }
            }
        }
        tx.commit().await?;
        Ok(waiting)
    }
}
