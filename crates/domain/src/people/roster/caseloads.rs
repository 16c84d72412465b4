//! Who evaluates whom by the HR file (`interchange.md` 1.5). Only differences become events, and what was done by
//! hand stays: the file ends what the file gave, and a row that was ended by hand is not opened again.

use super::file::{AssignmentRow, RosterFile};
use super::identity::Known;
use super::persons::ByRecord;
use super::plan::Work;
use super::problem::ProblemKind;
use super::schools::BySource;
use crate::id::{Kind, PersonId, SchoolId, Stream};
use crate::people::{Assignment, Event, Person, Post};
use crate::thing;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

const FILE: &str = "evaluator_assignments.csv";

struct Wanted<'a> {
    row: &'a AssignmentRow,
    evaluator: PersonId,
    school: SchoolId,
}

/// Plans the caseloads: the file's rows first, then whatever no longer has a teacher or an evaluator.
pub(super) fn plan(
    file: &RosterFile,
    known: &Known<'_>,
    people: &ByRecord,
    schools: &BySource,
    work: &mut Work<'_>,
) {
    if let Some(rows) = &file.assignments {
        let wanted = resolve(rows, known, people, schools, work);
        let with_file = |person: &Person| !person.from_file.is_empty();
        let teachers: BTreeSet<PersonId> = work
            .before
            .people
            .iter()
            .filter(|(_, person)| with_file(person))
            .map(|(id, _)| *id)
            .chain(wanted.keys().copied())
            .collect();
        for teacher in teachers {
            one(
                teacher,
                wanted.get(&teacher).map(Vec::as_slice).unwrap_or_default(),
                work,
            );
        }
    }
    loose_ends(work);
}

fn resolve<'a>(
    rows: &'a [AssignmentRow],
    known: &Known<'_>,
    people: &ByRecord,
    schools: &BySource,
    work: &mut Work<'_>,
) -> BTreeMap<PersonId, Vec<Wanted<'a>>> {
    let who = |record: &str| people.get(record).copied().or_else(|| known.record(record));
    let mut wanted: BTreeMap<PersonId, Vec<Wanted<'_>>> = BTreeMap::new();
    for row in rows {
        let mut tell =
            |kind, column, value: &str| work.problems.tell(kind, FILE, row.line, column, value);
        let (teacher, evaluator) = (who(&row.teacher), who(&row.evaluator));
        let school = schools.get(&row.school).copied();
        if teacher.is_none() {
            tell(
                ProblemKind::AssignmentTeacherUnknown,
                "teacherSourcedId",
                &row.teacher,
            );
        }
        if evaluator.is_none() {
            tell(
                ProblemKind::AssignmentEvaluatorUnknown,
                "evaluatorSourcedId",
                &row.evaluator,
            );
        }
        if school.is_none() {
            tell(
                ProblemKind::AssignmentSchoolUnknown,
                "orgSourcedId",
                &row.school,
            );
        }
        let (Some(teacher), Some(evaluator), Some(school)) = (teacher, evaluator, school) else {
            continue;
        };
        if teacher == evaluator {
            tell(
                ProblemKind::AssignmentOwnEvaluator,
                "evaluatorSourcedId",
                &row.evaluator,
            );
            continue;
        }
        wanted.entry(teacher).or_default().push(Wanted {
            row,
            evaluator,
            school,
        });
    }
    wanted
}

fn happen(work: &mut Work<'_>, teacher: PersonId, event: Event) {
    match &event {
        Event::EvaluatorAssigned { .. } => work.plan.assigned += 1,
        _ => work.plan.unassigned += 1,
    }
    work.happen(
        Stream::of(Kind::Person, teacher),
        thing::Event::Person(event),
    );
}

fn is_open(assignment: &Assignment, today: Date) -> bool {
    assignment.ends.is_none_or(|ends| ends >= today)
}

fn came_from_file(person: &Person, assignment: &Assignment) -> bool {
    let same = |given: &&crate::people::FileAssignment| {
        (given.evaluator, given.school, given.begins)
            == (assignment.evaluator, assignment.school, assignment.begins)
    };
    person.from_file.iter().any(|given| same(&given))
}

fn one(teacher: PersonId, wanted: &[Wanted<'_>], work: &mut Work<'_>) {
    let Some(person) = work.after.person(teacher).cloned() else {
        return;
    };
    let today = work.today;
    let new: Vec<(&Wanted<'_>, Assignment)> = wanted
        .iter()
        .filter_map(|wanted| Some((wanted, begin(&person, wanted, work)?)))
        .collect();
    let said = |evaluator, school| {
        wanted
            .iter()
            .any(|one| one.evaluator == evaluator && one.school == school)
    };
    let new_at = |school| {
        new.iter()
            .filter(move |(_, new)| new.school == school)
            .map(|(_, new)| new.begins)
            .min()
    };
    for old in person
        .evaluators
        .iter()
        .filter(|old| is_open(old, today) && !said(old.evaluator, old.school))
    {
        let followed_by = new_at(old.school).filter(|begins| *begins > old.begins);
        if came_from_file(&person, old) || followed_by.is_some() {
            let on = followed_by.unwrap_or(today).yesterday().unwrap_or(today);
            end(teacher, old, on, work);
        }
    }
    for (_, assignment) in new {
        happen(
            work,
            teacher,
            Event::EvaluatorAssigned {
                assignment,
                reason: String::new(),
            },
        );
    }
}

fn end(teacher: PersonId, old: &Assignment, on: Date, work: &mut Work<'_>) {
    let (evaluator, school) = (old.evaluator, Some(old.school));
    happen(
        work,
        teacher,
        Event::EvaluatorEnded {
            evaluator,
            school,
            on,
            reason: String::new(),
        },
    );
}

/// The assignment that a row begins, if it begins one.
fn begin(person: &Person, wanted: &Wanted<'_>, work: &mut Work<'_>) -> Option<Assignment> {
    let (row, today) = (wanted.row, work.today);
    let here = |old: &&Assignment| old.school == wanted.school;
    let of_them = |old: &&Assignment| here(old) && old.evaluator == wanted.evaluator;
    if person
        .evaluators
        .iter()
        .filter(of_them)
        .any(|old| is_open(old, today))
    {
        return None;
    }
    let mut begins = row.begins;
    if person
        .evaluators
        .iter()
        .filter(of_them)
        .any(|old| old.begins == row.begins)
    {
        let given = |given: &&crate::people::FileAssignment| {
            given.evaluator == wanted.evaluator && given.school == wanted.school
        };
        // Ended by hand stays ended; ended because a file lacked the row begins again now.
        if !person
            .from_file
            .iter()
            .filter(given)
            .any(|given| given.ended_by_file)
        {
            return None;
        }
        begins = today;
    }
    if person.ended.is_some() {
        return None;
    }
    let evaluator = work.after.person(wanted.evaluator);
    if evaluator.is_none_or(|evaluator| evaluator.ended.is_some()) {
        let column = "evaluatorSourcedId";
        work.problems.tell(
            ProblemKind::AssignmentEvaluatorLeft,
            FILE,
            row.line,
            column,
            &row.evaluator,
        );
        return None;
    }
    let Some(last_day) = last_day(person, wanted.school, begins) else {
        work.problems.tell(
            ProblemKind::AssignmentNotTeachingThere,
            FILE,
            row.line,
            "orgSourcedId",
            &row.school,
        );
        return None;
    };
    let by_hand =
        |old: &&Assignment| here(old) && is_open(old, today) && !came_from_file(person, old);
    if person
        .evaluators
        .iter()
        .filter(by_hand)
        .any(|old| old.begins >= begins)
    {
        work.problems.tell(
            ProblemKind::AssignmentByHand,
            FILE,
            row.line,
            "teacherSourcedId",
            &row.teacher,
        );
        return None;
    }
    Some(Assignment {
        evaluator: wanted.evaluator,
        school: wanted.school,
        begins,
        ends: last_day.filter(|last| *last < today),
    })
}

/// The last day on which the person teaches at the school, from `begins` on: `None` if never, `Some(None)` if open.
fn last_day(person: &Person, school: SchoolId, begins: Date) -> Option<Option<Date>> {
    let teaching = person
        .particulars
        .positions
        .iter()
        .filter(|one| one.post == Post::Teacher && one.school == school);
    let ends: Vec<Option<Date>> = teaching
        .map(|one| one.ends)
        .filter(|ends| ends.is_none_or(|ends| ends >= begins))
        .collect();
    if ends.contains(&None) {
        Some(None)
    } else {
        ends.into_iter().max()
    }
}

/// Assignments whose teacher no longer teaches there, or whose evaluator has left, end.
fn loose_ends(work: &mut Work<'_>) {
    let today = work.today;
    let yesterday = today.yesterday().unwrap_or(today);
    let mut ends: Vec<(PersonId, Assignment, Date)> = vec![];
    for (id, person) in &work.plan.after.people {
        for old in person.evaluators.iter().filter(|old| is_open(old, today)) {
            let teaches = last_day(person, old.school, old.begins.max(yesterday));
            let evaluator_left = work
                .plan
                .after
                .person(old.evaluator)
                .is_none_or(|one| one.ended.is_some());
            if person.ended.is_some() || evaluator_left {
                ends.push((*id, old.clone(), yesterday));
            } else if teaches.is_none() || teaches == Some(Some(yesterday)) {
                let ended = person
                    .particulars
                    .positions
                    .iter()
                    .filter(|one| one.post == Post::Teacher && one.school == old.school);
                let on = ended.filter_map(|one| one.ends).max().unwrap_or(yesterday);
                ends.push((*id, old.clone(), on));
            }
        }
    }
    for (teacher, old, on) in ends {
        end(teacher, &old, on, work);
    }
}
