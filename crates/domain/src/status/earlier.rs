//! Ratings of earlier years, taken over from a file: what it would change against what is on the record, and the one
//! transaction that does it. `exchange` reads the file; the dry run shows [`plan()`]; [`Command::Apply`] does the same.

use crate::Refusal;
use crate::id::{Kind, PersonId, Stream, YearId};
use crate::people::roster::{Known, ProblemKind, Problems};
use crate::people::{self, Directory, Employment, Name, PriorRating, Service, Taken};
use crate::text::folded;
use crate::thing::{self, Context, Happened};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One row of the file: a teacher's year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub line: u32,
    /// Empty where the file names the teacher by the other key.
    pub employee: String,
    pub source_id: String,
    pub year: YearId,
    /// The pack's rating id; `None` for no score.
    pub rating: Option<String>,
    pub service: Service,
    pub class: Option<Employment>,
    pub district: String,
}

/// A file of ratings as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// SHA-256 of its bytes in hexadecimal.
    pub fingerprint: String,
    /// Its name, as it was sent.
    pub name: String,
    pub rows: Vec<Row>,
    /// Data rows, unreadable ones included.
    pub count: u32,
    pub problems: Problems,
}

impl File {
    /// The stream of this file's imports.
    pub fn stream(&self) -> Stream {
        Stream::of(Kind::EarlierRatings, &self.fingerprint)
    }
}

/// What a cell of a file's rating column means: a rating of the pack, by its id or its name in either language, or no
/// score. `None` for what is neither.
pub fn rating_named(ratings: &[policy::Rating], said: &str) -> Option<Option<String>> {
    let said = folded(said.trim());
    if ["no score", "no rating", "sin calificacion"].contains(&said.as_str()) {
        return Some(None);
    }
    let named = |rating: &&policy::Rating| {
        [&rating.id, &rating.label.en, &rating.label.es]
            .into_iter()
            .any(|name| folded(name) == said)
    };
    ratings
        .iter()
        .find(named)
        .map(|rating| Some(rating.id.clone()))
}

/// How many ratings an import brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub added: u32,
    /// Ratings that an earlier file had told otherwise.
    pub replaced: u32,
    pub unchanged: u32,
    /// Teachers of whom anything changed.
    pub teachers: u32,
}

/// One import that was applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    pub by: PersonId,
    pub on: Date,
    /// The file's name.
    pub file: String,
    pub counts: Counts,
}

/// The imports of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierRatings {
    pub applied: Vec<Applied>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Applies a file as a whole, or not at all.
    Apply {
        file: Box<File>,
        /// Whoever applies it has seen which ratings would be replaced, and means it.
        confirmed: bool,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Applied(Applied),
}

/// A rating that the file brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    pub teacher: PersonId,
    pub name: Name,
    pub now: PriorRating,
    /// What an earlier file said of the year.
    pub before: Option<PriorRating>,
}

/// What would happen, and what stands in the way.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub added: Vec<Brought>,
    pub replaced: Vec<Brought>,
    pub counts: Counts,
    pub problems: Problems,
    pub events: Vec<Happened>,
}

/// Compares a file with what is on the record.
pub fn plan(file: &File, directory: &Directory, actor: PersonId, today: Date) -> Plan {
    let known = Known::of(directory);
    let mut plan = Plan {
        problems: file.problems.clone(),
        ..Plan::default()
    };
    let mut said: BTreeMap<(PersonId, YearId), (&Row, PriorRating)> = BTreeMap::new();
    for row in &file.rows {
        let Some(teacher) = teacher(row, &known, file, &mut plan.problems) else {
            continue;
        };
        if row.year >= YearId::on(today) {
            plan.problems.tell(
                ProblemKind::RatingYearNotOver,
                &file.name,
                row.line,
                "schoolYear",
                row.year.as_str(),
            );
            continue;
        }
        let rating = PriorRating {
            year: row.year.clone(),
            rating: row.rating.clone(),
            service: row.service,
            class: row.class,
            district: row.district.clone(),
            taken: Some(Taken {
                file: file.name.clone(),
                by: actor,
                on: today,
            }),
        };
        match said.get(&(teacher, row.year.clone())) {
            None => drop(said.insert((teacher, row.year.clone()), (row, rating))),
            Some((first, before)) => {
                let same = before.says_the_same(&rating);
                let kind = if same {
                    ProblemKind::RatingRepeated
                } else {
                    ProblemKind::RatingTwice
                };
                let line = first.line.to_string();
                plan.problems
                    .tell(kind, &file.name, row.line, "schoolYear", &line);
            }
        }
    }
    let mut changed: BTreeMap<PersonId, Vec<PriorRating>> = BTreeMap::new();
    for ((teacher, year), (row, now)) in said {
        let Some(person) = directory.person(teacher) else {
            continue;
        };
        let before = person.prior_ratings.iter().rev().find(|it| it.year == year);
        if before.is_some_and(|before| before.says_the_same(&now)) {
            plan.counts.unchanged += 1;
            continue;
        }
        let brought = Brought {
            teacher,
            name: person.particulars.name.clone(),
            now: now.clone(),
            before: before.cloned(),
        };
        if before.is_some() {
            let value = row.rating.clone().unwrap_or_default();
            plan.problems.tell(
                ProblemKind::RatingReplaces,
                &file.name,
                row.line,
                "rating",
                &value,
            );
            plan.counts.replaced += 1;
            plan.replaced.push(brought);
        } else {
            plan.counts.added += 1;
            plan.added.push(brought);
        }
        let all = changed
            .entry(teacher)
            .or_insert_with(|| person.prior_ratings.clone());
        all.retain(|it| it.year != year);
        all.push(now);
    }
    plan.counts.teachers = u32::try_from(changed.len()).unwrap_or(u32::MAX);
    plan.events = changed
        .into_iter()
        .map(|(teacher, mut ratings)| {
            ratings.sort_by(|a, b| a.year.cmp(&b.year));
            Happened {
                stream: Stream::of(Kind::Person, teacher),
                event: thing::Event::Person(people::Event::PriorRatings { ratings }),
            }
        })
        .collect();
    plan.problems.sort();
    plan
}

/// Whom a row speaks of; both keys must name the same person.
fn teacher(row: &Row, known: &Known<'_>, file: &File, problems: &mut Problems) -> Option<PersonId> {
    let number = known
        .employee(&row.employee)
        .filter(|_| !row.employee.is_empty());
    let record = known
        .record(&row.source_id)
        .filter(|_| !row.source_id.is_empty());
    let mut tell = |kind, column, value: &str| {
        problems.tell(kind, &file.name, row.line, column, value);
        None
    };
    match (number, record) {
        (Some(a), Some(b)) if a != b => tell(ProblemKind::RatingOfTwo, "employeeId", &row.employee),
        (None, _) if !row.employee.is_empty() => tell(
            ProblemKind::RatingTeacherUnknown,
            "employeeId",
            &row.employee,
        ),
        (_, None) if !row.source_id.is_empty() => tell(
            ProblemKind::RatingTeacherUnknown,
            "teacherSourcedId",
            &row.source_id,
        ),
        (number, record) => number.or(record),
    }
}

impl EarlierRatings {
    /// Decides an import. No events follow when the record already says all that the file says.
    ///
    /// # Errors
    /// [`Refusal::EarlierRatingsHaveErrors`] while one stands; [`Refusal::EarlierRatingsReplace`] until it is confirmed.
    pub fn decide(
        &self,
        stream: &Stream,
        command: Command,
        cx: &Context<'_>,
    ) -> Result<Vec<Happened>, Refusal> {
        let Command::Apply { file, confirmed } = command;
        let directory = cx.directory.ok_or(Refusal::NoSuchThing)?;
        if *stream != file.stream() {
            return Err(Refusal::NoSuchThing);
        }
        let plan = plan(&file, directory, cx.actor, cx.today);
        if plan.problems.errors > 0 {
            return Err(Refusal::EarlierRatingsHaveErrors {
                errors: plan.problems.errors,
            });
        }
        if plan.counts.replaced > 0 && !confirmed {
            return Err(Refusal::EarlierRatingsReplace {
                count: plan.counts.replaced,
            });
        }
        let mut events = plan.events;
        if !events.is_empty() {
            events.push(Happened {
                stream: stream.clone(),
                event: thing::Event::EarlierRatings(Event::Applied(Applied {
                    by: cx.actor,
                    on: cx.today,
                    file: file.name.clone(),
                    counts: plan.counts,
                })),
            });
        }
        Ok(events)
    }

    pub fn apply(&mut self, event: &Event) {
        let Event::Applied(applied) = event;
        self.applied.push(applied.clone());
    }
}
