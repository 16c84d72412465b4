//! People: who works where, what they may do because of it, and who evaluates whom. Filled by the roster
//! (`people/roster.rs`) and by hand; everything is dated, because evaluators change and teachers move.

pub mod directory;
pub mod particulars;
pub mod relations;
pub mod roster;
pub mod school;

pub use directory::Directory;
pub use particulars::{Employment, Name, Particulars, Position, Post, Role, Service};
pub use relations::{DatedRelation, Relation};

use crate::Refusal;
use crate::id::{PersonId, SchoolId, YearId};
use crate::text;
use crate::thing::Context;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Who evaluates this teacher, at which school, from when until when (inclusive).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    pub evaluator: PersonId,
    pub school: SchoolId,
    pub begins: Date,
    pub ends: Option<Date>,
}

/// A rating of an earlier year, taken over from a file and marked so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorRating {
    pub year: YearId,
    /// The pack's rating id, such as `A`; `None` for a year without a score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<String>,
    #[serde(default, skip_serializing_if = "Service::is_full")]
    pub service: Service,
    /// HR's class in that year, where the file says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Employment>,
    /// The district that gave the rating, where it was another one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub district: String,
    /// How it came in; `None` where it came with a roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<Taken>,
}

/// From which file something was taken over, by whom and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The file's name, as it was sent.
    pub file: String,
    pub by: PersonId,
    pub on: Date,
}

impl PriorRating {
    /// A rating of this district of a full year, as a roster gives it.
    pub fn new(year: YearId, rating: impl Into<String>) -> Self {
        Self {
            year,
            rating: Some(rating.into()),
            service: Service::Full,
            class: None,
            district: String::new(),
            taken: None,
        }
    }

    /// Whether another one says the same of the year, from whatever file.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let taken = other.taken.clone();
        Self {
            taken,
            ..self.clone()
        } == *other
    }
}

/// What is given by hand, on the record, because no roster says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    HrPartner,
    PerformanceOffice,
    Administrator,
}

/// A granted office; an HR partner's is for one school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    pub office: Office,
    pub school: Option<SchoolId>,
    pub begins: Date,
    pub ends: Option<Date>,
    pub by: PersonId,
    pub reason: String,
}

/// One person of the district.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Person {
    pub id: Option<PersonId>,
    pub particulars: Particulars,
    pub evaluators: Vec<Assignment>,
    pub prior_ratings: Vec<PriorRating>,
    pub grants: Vec<Grant>,
    /// `en` or `es`; the browser's where unset.
    pub language: Option<String>,
    /// The day on which the roster no longer had the person.
    pub ended: Option<Date>,
    /// Which assignments the HR file gave, so that it never takes back what was done by hand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from_file: Vec<FileAssignment>,
}

/// An assignment that came from the HR file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileAssignment {
    pub evaluator: PersonId,
    pub school: SchoolId,
    pub begins: Date,
    /// Ended because a later file no longer had it, not by hand; the file may open it again.
    pub ended_by_file: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// The first person of an empty district, from the command line.
    EnterAdministrator {
        id: PersonId,
        name: Name,
        email: String,
    },
    Grant {
        office: Office,
        school: Option<SchoolId>,
        reason: String,
    },
    EndGrant {
        office: Office,
        school: Option<SchoolId>,
        reason: String,
    },
    AssignEvaluator {
        evaluator: PersonId,
        school: SchoolId,
        begins: Date,
        reason: String,
    },
    EndEvaluator {
        evaluator: PersonId,
        last_day: Date,
        reason: String,
    },
    ChooseLanguage {
        language: String,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The roster or the command line brought the person in.
    Entered {
        id: PersonId,
        particulars: Particulars,
    },
    /// The roster says something else than before; the whole of it is kept.
    Changed {
        particulars: Particulars,
    },
    /// The roster no longer has the person.
    Ended {
        on: Date,
    },
    /// The roster has the person again.
    Returned {
        particulars: Particulars,
    },
    Granted(Grant),
    GrantEnded {
        office: Office,
        school: Option<SchoolId>,
        on: Date,
        reason: String,
    },
    /// By hand with a reason; an empty reason says that the HR file did it.
    EvaluatorAssigned {
        assignment: Assignment,
        reason: String,
    },
    EvaluatorEnded {
        evaluator: PersonId,
        /// All schools where none is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        school: Option<SchoolId>,
        on: Date,
        reason: String,
    },
    PriorRatings {
        ratings: Vec<PriorRating>,
    },
    LanguageChosen {
        language: String,
    },
}

impl Person {
    /// Whether the person may use the system on that day.
    pub fn has_access(&self, today: Date) -> bool {
        self.id.is_some()
            && self.particulars.enabled
            && self.ended.is_none_or(|ended| today < ended)
    }

    /// Posts held on that day.
    pub fn posts_on(&self, day: Date) -> impl Iterator<Item = &Position> {
        let gone = self.ended.is_some_and(|ended| day >= ended);
        self.particulars
            .positions
            .iter()
            .filter(move |position| !gone && covers(position.begins, position.ends, day))
    }

    /// Schools where the person teaches on that day.
    pub fn teaches_at(&self, day: Date) -> impl Iterator<Item = SchoolId> {
        self.posts_on(day)
            .filter(|position| position.post == Post::Teacher)
            .map(|position| position.school)
    }

    pub fn is_teacher_on(&self, day: Date) -> bool {
        self.teaches_at(day).next().is_some()
    }

    /// Whoever evaluates the person on that day.
    pub fn evaluators_on(&self, day: Date) -> impl Iterator<Item = &Assignment> {
        self.evaluators
            .iter()
            .filter(move |assignment| covers(Some(assignment.begins), assignment.ends, day))
    }

    /// Offices granted by hand and still held on that day.
    pub fn grants_on(&self, day: Date) -> impl Iterator<Item = &Grant> {
        self.grants
            .iter()
            .filter(move |grant| covers(Some(grant.begins), grant.ends, day))
    }

    /// The rating of an earlier year, if a file or the record has one.
    pub fn prior_rating(&self, year: &YearId) -> Option<&str> {
        self.prior_ratings
            .iter()
            .rev()
            .find(|prior| prior.year == *year)?
            .rating
            .as_deref()
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        if let Command::EnterAdministrator { id, name, email } = command {
            return self.enter_administrator(id, name, email, cx);
        }
        let Some(_) = self.id else {
            return Err(Refusal::NoSuchPerson);
        };
        match command {
            Command::EnterAdministrator { .. } => Err(Refusal::NoSuchThing),
            Command::Grant {
                office,
                school,
                reason,
            } => {
                let reason = text::required(text::Field::Reason, &reason)?;
                if (office == Office::HrPartner) != school.is_some() {
                    return Err(Refusal::HrPartnerNeedsSchool);
                }
                if self
                    .grants_on(cx.today)
                    .any(|grant| grant.office == office && grant.school == school)
                {
                    return Err(Refusal::AlreadyGranted);
                }
                Ok(vec![Event::Granted(Grant {
                    office,
                    school,
                    begins: cx.today,
                    ends: None,
                    by: cx.actor,
                    reason,
                })])
            }
            Command::EndGrant {
                office,
                school,
                reason,
            } => {
                let reason = text::required(text::Field::Reason, &reason)?;
                if !self
                    .grants_on(cx.today)
                    .any(|grant| grant.office == office && grant.school == school)
                {
                    return Err(Refusal::NotGranted);
                }
                if office == Office::Administrator && self.id == Some(cx.actor) {
                    return Err(Refusal::OwnGrant);
                }
                Ok(vec![Event::GrantEnded {
                    office,
                    school,
                    on: cx.today,
                    reason,
                }])
            }
            Command::AssignEvaluator {
                evaluator,
                school,
                begins,
                reason,
            } => self.assign_evaluator(evaluator, school, begins, &reason, cx),
            Command::EndEvaluator {
                evaluator,
                last_day,
                reason,
            } => {
                let reason = text::required(text::Field::Reason, &reason)?;
                if !self
                    .evaluators_on(last_day)
                    .any(|assignment| assignment.evaluator == evaluator)
                {
                    return Err(Refusal::NotTheEvaluator);
                }
                Ok(vec![Event::EvaluatorEnded {
                    evaluator,
                    school: None,
                    on: last_day,
                    reason,
                }])
            }
            Command::ChooseLanguage { language } => match language.as_str() {
                _ if self.language.as_deref() == Some(&language) => Ok(vec![]),
                "en" | "es" => Ok(vec![Event::LanguageChosen { language }]),
                _ => Err(Refusal::NoSuchLanguage),
            },
        }
    }

    fn enter_administrator(
        &self,
        id: PersonId,
        name: Name,
        email: String,
        cx: &Context<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        let everybody = cx.directory.ok_or(Refusal::NoSuchThing)?;
        if self.id.is_some() || !everybody.is_empty() {
            return Err(Refusal::DistrictNotEmpty);
        }
        let particulars = Particulars {
            name,
            email,
            enabled: true,
            ..Default::default()
        };
        let grant = Grant {
            office: Office::Administrator,
            school: None,
            begins: cx.today,
            ends: None,
            by: id,
            reason: String::new(),
        };
        Ok(vec![
            Event::Entered { id, particulars },
            Event::Granted(grant),
        ])
    }

    fn assign_evaluator(
        &self,
        evaluator: PersonId,
        school: SchoolId,
        begins: Date,
        reason: &str,
        cx: &Context<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        let reason = text::required(text::Field::Reason, reason)?;
        let everybody = cx.directory.ok_or(Refusal::NoSuchThing)?;
        if self.id == Some(evaluator) {
            return Err(Refusal::OwnEvaluator);
        }
        if !self.teaches_at(begins).any(|at| at == school) {
            return Err(Refusal::NotTeachingThere);
        }
        if !everybody
            .person(evaluator)
            .is_some_and(|person| person.has_access(cx.today))
        {
            return Err(Refusal::NoSuchPerson);
        }
        let day_before = begins.yesterday().unwrap_or(begins);
        let mut events: Vec<Event> = self
            .evaluators
            .iter()
            .filter(|old| {
                old.school == school
                    && old.begins < begins
                    && covers(Some(old.begins), old.ends, begins)
            })
            .map(|old| Event::EvaluatorEnded {
                evaluator: old.evaluator,
                school: Some(school),
                on: day_before,
                reason: reason.clone(),
            })
            .collect();
        let assignment = Assignment {
            evaluator,
            school,
            begins,
            ends: None,
        };
        if self.evaluators.contains(&assignment) {
            return Err(Refusal::AlreadyTheEvaluator);
        }
        events.push(Event::EvaluatorAssigned { assignment, reason });
        Ok(events)
    }

    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Entered { id, particulars } => {
                self.id = Some(*id);
                self.particulars = particulars.clone();
            }
            Event::Changed { particulars } => self.particulars = particulars.clone(),
            Event::Ended { on } => self.ended = Some(*on),
            Event::Returned { particulars } => {
                self.ended = None;
                self.particulars = particulars.clone();
            }
            Event::Granted(grant) => self.grants.push(grant.clone()),
            Event::GrantEnded {
                office, school, on, ..
            } => {
                for grant in &mut self.grants {
                    if grant.office == *office && grant.school == *school && grant.ends.is_none() {
                        // The day of the withdrawal itself gives no access any more.
                        grant.ends = on.yesterday().ok();
                    }
                }
            }
            Event::EvaluatorAssigned { assignment, reason } => {
                if reason.is_empty() {
                    self.from_file.push(FileAssignment {
                        evaluator: assignment.evaluator,
                        school: assignment.school,
                        begins: assignment.begins,
                        ended_by_file: false,
                    });
                }
                self.evaluators.push(assignment.clone());
            }
            Event::EvaluatorEnded {
                evaluator,
                school,
                on,
                reason,
            } => {
                let here = |at: SchoolId| school.is_none_or(|school| school == at);
                for assignment in &mut self.evaluators {
                    if assignment.evaluator == *evaluator
                        && here(assignment.school)
                        && assignment.ends.is_none_or(|ends| ends > *on)
                    {
                        assignment.ends = Some(*on);
                    }
                }
                for given in &mut self.from_file {
                    if given.evaluator == *evaluator && here(given.school) {
                        given.ended_by_file = reason.is_empty();
                    }
                }
            }
            Event::PriorRatings { ratings } => self.prior_ratings.clone_from(ratings),
            Event::LanguageChosen { language } => self.language = Some(language.clone()),
        }
    }
}

/// Whether a day lies in a dated span; an open end has no limit, both ends are inclusive.
pub fn covers(begins: Option<Date>, ends: Option<Date>, day: Date) -> bool {
    begins.is_none_or(|begins| begins <= day) && ends.is_none_or(|ends| day <= ends)
}
