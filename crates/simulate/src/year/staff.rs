//! Who is on the record when the year begins: the teachers with those who evaluate and lead them, and the people of the
//! printed list.

use super::Stop;
use domain::people::{Directory, Employment, Person, Post};
use domain::ratings::decision::second_readers;
use domain::{PersonId, SchoolId, YearId};
use jiff::civil::Date;

/// A teacher and the people around.
#[derive(Clone, Debug)]
pub struct Teacher {
    pub id: PersonId,
    pub name: String,
    pub family: String,
    pub evaluator: PersonId,
    pub evaluator_name: String,
    pub evaluator_title: String,
    /// Whoever enters what belongs to the whole school.
    pub leader: PersonId,
    /// Who is asked to be the second reader of a decision near a cut.
    pub reader: Option<PersonId>,
    pub school_name: String,
    pub content_area: String,
    pub employment: Option<Employment>,
    /// The rating of the year before.
    pub prior: Option<String>,
}

impl Teacher {
    pub fn is_probationary(&self) -> bool {
        !matches!(self.employment, Some(Employment::NonProbationary))
    }
}

/// Everybody who is evaluated on that day, by school and name.
pub fn teachers(everybody: &Directory, year: &YearId, day: Date) -> Vec<Teacher> {
    let mut teachers: Vec<Teacher> = everybody
        .people
        .iter()
        .filter_map(|(id, person)| teacher(*id, person, everybody, year, day))
        .collect();
    teachers.sort_by(|a, b| (&a.school_name, &a.name).cmp(&(&b.school_name, &b.name)));
    teachers
}

fn teacher(
    id: PersonId,
    person: &Person,
    everybody: &Directory,
    year: &YearId,
    day: Date,
) -> Option<Teacher> {
    let schools: Vec<SchoolId> = person.teaches_at(day).collect();
    let school = person
        .particulars
        .home_school
        .filter(|home| schools.contains(home))
        .or_else(|| schools.first().copied())?;
    let here = person
        .evaluators_on(day)
        .find(|assignment| assignment.school == school);
    let evaluator = here.or_else(|| person.evaluators_on(day).next())?.evaluator;
    let writes = everybody.person(evaluator)?;
    let leader = leader(everybody, school, day)
        .filter(|leader| *leader != id)
        .unwrap_or(evaluator);
    Some(Teacher {
        id,
        name: person.particulars.name.full(),
        family: person.particulars.name.family_used().to_owned(),
        evaluator,
        evaluator_name: writes.particulars.name.full(),
        evaluator_title: writes.particulars.job_title.clone(),
        reader: second_readers(everybody, person, leader, day)
            .first()
            .copied(),
        leader,
        school_name: everybody
            .school(school)
            .map(|school| school.particulars.name.clone())
            .unwrap_or_default(),
        content_area: person.particulars.content_area.clone(),
        employment: person.particulars.employment,
        prior: person.prior_rating(&year.before()).map(str::to_owned),
    })
}

fn leader(everybody: &Directory, school: SchoolId, day: Date) -> Option<PersonId> {
    let leads = |person: &&Person| {
        person
            .posts_on(day)
            .any(|position| position.post == Post::SchoolLeader && position.school == school)
    };
    everybody
        .people
        .values()
        .find(leads)
        .and_then(|person| person.id)
}

/// The person of this name.
///
/// # Errors
/// The roster has nobody of this name.
pub fn named(everybody: &Directory, name: &str) -> Result<PersonId, Stop> {
    let found = everybody
        .people
        .iter()
        .find(|(_, person)| person.particulars.name.full() == name);
    found
        .map(|(id, _)| *id)
        .ok_or_else(|| Stop::Plan(format!("the roster has no {name}")))
}
