//! What the HR supplement says about people: employment beside the roster, and ratings of earlier years.

use super::file::{HrRow, HrWords, RosterFile};
use super::identity::{Found, Known};
use super::persons::{ByRecord, happen};
use super::plan::Work;
use super::problem::ProblemKind;
use crate::id::PersonId;
use crate::people::{Event, Particulars, PriorRating};
use std::collections::BTreeMap;

/// The rows of the supplement for each person; a human with several records may have several.
pub(super) fn supplement<'a>(
    file: &'a RosterFile,
    known: &Known<'_>,
    found: &[Found],
    people: &ByRecord,
    work: &mut Work<'_>,
) -> BTreeMap<PersonId, Vec<&'a HrRow>> {
    let by_number: BTreeMap<&str, PersonId> = found
        .iter()
        .filter(|one| !one.employee.is_empty())
        .map(|one| (one.employee.as_str(), one.id))
        .collect();
    let mut rows: BTreeMap<PersonId, Vec<&HrRow>> = BTreeMap::new();
    let mut employee_of: BTreeMap<PersonId, &str> = BTreeMap::new();
    for (id, person) in &work.before.people {
        employee_of.insert(*id, &person.particulars.employee);
    }
    employee_of.extend(found.iter().map(|one| (one.id, one.employee.as_str())));
    let mut told = vec![];
    for row in &file.hr {
        let record = people
            .get(&row.source_id)
            .copied()
            .or_else(|| known.record(&row.source_id));
        let number = by_number
            .get(row.employee.as_str())
            .copied()
            .or_else(|| known.employee(&row.employee));
        let Some(id) = record.or(number) else {
            told.push((ProblemKind::HrPersonUnknown, row));
            continue;
        };
        let differs = employee_of
            .get(&id)
            .is_some_and(|number| !number.is_empty() && *number != row.employee);
        if differs && !row.employee.is_empty() {
            told.push((ProblemKind::HrNumberDiffers, row));
        }
        rows.entry(id).or_default().push(row);
    }
    for (kind, row) in told {
        work.problems.tell(
            kind,
            "staff_supplement.csv",
            row.line,
            "employeeId",
            &row.employee,
        );
    }
    rows
}

/// Writes what HR says over what was known.
pub(super) fn over(words: &HrWords, says: &mut Particulars) {
    words.job_title.over(&mut says.job_title);
    words.content_area.over(&mut says.content_area);
    words.hired.over(&mut says.hired);
    words.fte.over(&mut says.fte);
    words.employment.over(&mut says.employment);
    words.probationary_year.over(&mut says.probationary_year);
}

/// Ratings of earlier years: a file's word replaces what was known of that year, and nothing else.
pub(super) fn ratings(file: &RosterFile, people: &ByRecord, work: &mut Work<'_>) {
    let mut by_teacher: BTreeMap<PersonId, Vec<&PriorRating>> = BTreeMap::new();
    for row in &file.ratings {
        match people.get(&row.teacher) {
            Some(id) => by_teacher.entry(*id).or_default().push(&row.rating),
            None => {
                let column = "teacherSourcedId";
                work.problems.tell(
                    ProblemKind::RatingPersonUnknown,
                    "prior_ratings.csv",
                    row.line,
                    column,
                    &row.teacher,
                );
            }
        }
    }
    for (id, said) in by_teacher {
        let Some(person) = work.after.person(id) else {
            continue;
        };
        let mut by_year: BTreeMap<_, _> = person
            .prior_ratings
            .iter()
            .map(|one| (one.year.clone(), one.clone()))
            .collect();
        for one in said {
            // A roster knows the rating alone; what a file of ratings said beside the same one stays.
            let known = by_year.get(&one.year);
            if known.is_none_or(|known| known.rating != one.rating) {
                by_year.insert(one.year.clone(), one.clone());
            }
        }
        let ratings: Vec<PriorRating> = by_year.into_values().collect();
        if ratings != person.prior_ratings {
            work.plan.ratings += 1;
            happen(work, id, Event::PriorRatings { ratings });
        }
    }
}
