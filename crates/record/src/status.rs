//! Readings of the status over the years: one teacher's, a school's, and what a file of earlier ratings would change.
//! Nothing else of any year leaves the record here, because some who read it may read nothing else.

use crate::Record;
use crate::engine::Purpose;
use crate::fault::Fault;
use crate::people::allowed;
use crate::receipts::Read;
use crate::{relations, states};
use access::{Action, Actor, Denied, Scope, Subject, may};
use domain::people::Relation;
use domain::status::Course;
use domain::status::earlier::{self, File, Plan};
use domain::{Kind, PersonId, Stream, YearId, YearRecord};

/// What `access` is asked about for a teacher's status.
fn subject(record: &YearRecord, today: jiff::civil::Date) -> Subject {
    Subject {
        stream: Stream::of_year(Kind::Status, record.teacher, &record.year),
        owner: Some(record.teacher),
        owner_schools: record.person.teaches_at(today).collect(),
        parties: vec![],
    }
}

impl Record {
    /// A teacher's ratings over the years and what was stated about the status. Where the reader is neither the teacher
    /// nor whoever evaluates the teacher today, a read receipt is durable before this returns.
    ///
    /// # Errors
    /// [`Fault::Denied`] where `access` does not let the actor read it, and for a teacher who is not known.
    pub async fn course(
        &self,
        actor: &Actor,
        teacher: PersonId,
        year: &YearId,
    ) -> Result<Course, Fault> {
        let record = self.whole_year(teacher, year).await?;
        allowed(&may(
            actor,
            Action::ReadStatus,
            &subject(&record, self.today()),
        ))?;
        if record.person.id.is_none() {
            return Err(Fault::Denied(Denied::NotKnown));
        }
        self.note_reading(actor, teacher, year, Read::Status)
            .await?;
        Ok(Course::of(&record))
    }

    /// What the actor may do with a teacher's status today.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn may_status(
        &self,
        actor: &Actor,
        action: Action,
        course: &Course,
    ) -> Result<bool, Fault> {
        let stream = Stream::of_year(Kind::Status, course.teacher, &course.year);
        let subject = self.subject(&stream).await?;
        Ok(may(actor, action, &subject).is_allowed())
    }

    /// Everybody of a school with the status to which their years come, by the order of their ids. It leaves no read
    /// receipts, so a page shows standings of it and no ratings.
    ///
    /// # Errors
    /// [`Fault::Denied`] for a scope of another list.
    pub async fn courses(&self, scope: &Scope, year: &YearId) -> Result<Vec<Course>, Fault> {
        let Scope::Status { person, school } = scope else {
            return Err(Fault::Denied(Denied::NotKnown));
        };
        let tx = self.lease().await?;
        tx.begin(Purpose::Read).await?;
        let teaching = relations::holders(&tx, Relation::TeachesAt(*school), self.today()).await?;
        let mut courses = Vec::with_capacity(teaching.len());
        for teacher in teaching.into_iter().filter(|teacher| teacher != person) {
            courses.push(Course::of(&states::year_record(&tx, teacher, year).await?));
        }
        tx.commit().await?;
        Ok(courses)
    }

    /// What a file of earlier ratings would change if it were applied now.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not apply it.
    pub async fn earlier_plan(&self, actor: &Actor, file: &File) -> Result<Plan, Fault> {
        let subject = Subject {
            stream: file.stream(),
            owner: None,
            owner_schools: vec![],
            parties: vec![],
        };
        allowed(&may(actor, Action::ImportEarlierRatings, &subject))?;
        let tx = self.lease().await?;
        tx.begin(Purpose::Read).await?;
        let directory = states::directory(&tx).await?;
        tx.commit().await?;
        Ok(earlier::plan(file, &directory, actor.person, self.today()))
    }

    /// The import of earlier ratings that was applied last.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not apply one.
    pub async fn earlier_last(&self, actor: &Actor) -> Result<Option<earlier::Applied>, Fault> {
        let subject = Subject {
            stream: File::default().stream(),
            owner: None,
            owner_schools: vec![],
            parties: vec![],
        };
        allowed(&may(actor, Action::ImportEarlierRatings, &subject))?;
        let tx = self.lease().await?;
        let all = states::of_kind(&tx, Kind::EarlierRatings).await?;
        Ok(all
            .into_iter()
            .filter_map(|(_, found)| match found.state {
                domain::State::EarlierRatings(imports) => imports.applied.last().cloned(),
                _ => None,
            })
            .max_by_key(|applied| applied.on))
    }
}
