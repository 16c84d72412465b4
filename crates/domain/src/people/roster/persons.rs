//! The people of a file: who is new, who changed, who left, who is back.

use super::changes::changes;
use super::file::{HrRow, Mode, PersonRow, RosterFile};
use super::identity::{Found, Known};
use super::plan::{ChangedPerson, Merge, PersonLine, Work};
use super::posts;
use super::problem::ProblemKind;
use super::schools::BySource;
use super::{checks, hr};
use crate::id::{Kind, PersonId, Stream};
use crate::people::{Event, Office, Particulars, Person, Role};
use crate::thing;
use std::collections::{BTreeMap, BTreeSet};

/// Who each sourcedId is, for the rows that come later.
pub(super) type ByRecord = BTreeMap<String, PersonId>;

struct Here<'a> {
    file: &'a RosterFile,
    rows: BTreeMap<PersonId, (Vec<&'a PersonRow>, &'a str)>,
    roles: BTreeMap<PersonId, Vec<Role>>,
    hr: BTreeMap<PersonId, Vec<&'a HrRow>>,
    schools: &'a BySource,
    gone: BTreeSet<&'a str>,
    roles_gone: BTreeSet<&'a str>,
    in_file: BTreeSet<&'a str>,
}

/// Plans the people, and says who each record is.
pub(super) fn plan(
    file: &RosterFile,
    known: &Known<'_>,
    found: &[Found],
    schools: &BySource,
    work: &mut Work<'_>,
) -> ByRecord {
    let by_record = records(file, known, found, work);
    let here = Here {
        file,
        rows: found
            .iter()
            .map(|one| {
                (
                    one.id,
                    (
                        one.rows.iter().map(|at| &file.people.rows[*at]).collect(),
                        one.employee.as_str(),
                    ),
                )
            })
            .collect(),
        roles: roles(file, &by_record, schools, work),
        hr: hr::supplement(file, known, found, &by_record, work),
        schools,
        gone: file
            .people
            .gone
            .iter()
            .map(|gone| gone.source_id.as_str())
            .collect(),
        roles_gone: file
            .roles
            .gone
            .iter()
            .map(|gone| gone.source_id.as_str())
            .collect(),
        in_file: file
            .people
            .rows
            .iter()
            .map(|row| row.source_id.as_str())
            .collect(),
    };
    checks::rows(file, schools, work);
    checks::deleted_unknown(file, known, work);
    let everybody: BTreeSet<PersonId> = work
        .before
        .people
        .keys()
        .copied()
        .chain(here.rows.keys().copied())
        .collect();
    let mut administrators: BTreeSet<PersonId> = work
        .before
        .people
        .iter()
        .filter(|(_, person)| administers(person, work))
        .map(|(id, _)| *id)
        .collect();
    work.plan.removal.1 = count(
        work.before
            .people
            .values()
            .filter(|person| person.ended.is_none() && !by_hand(person)),
    );
    for id in everybody {
        one(id, &here, &mut administrators, work);
    }
    hr::ratings(file, &by_record, work);
    checks::emails(file, &by_record, work);
    by_record
}

fn count<T>(these: impl Iterator<Item = T>) -> u32 {
    u32::try_from(these.count()).unwrap_or(u32::MAX)
}

fn by_hand(person: &Person) -> bool {
    person.particulars.source_ids.is_empty()
}

fn administers(person: &Person, work: &Work<'_>) -> bool {
    person.has_access(work.today)
        && person
            .grants_on(work.today)
            .any(|grant| grant.office == Office::Administrator)
}

/// In a bulk file only its own rows count; beside a delta, whom the record has.
fn records(file: &RosterFile, known: &Known<'_>, found: &[Found], work: &Work<'_>) -> ByRecord {
    let mut by_record = ByRecord::new();
    if file.people.mode != Mode::Bulk {
        for (id, person) in work
            .before
            .people
            .iter()
            .filter(|(_, person)| person.ended.is_none())
        {
            let ids = person
                .particulars
                .source_ids
                .iter()
                .filter(|record| known.record(record) == Some(*id));
            by_record.extend(ids.map(|record| (record.clone(), *id)));
        }
    }
    for one in found {
        by_record.extend(
            one.rows
                .iter()
                .map(|at| (file.people.rows[*at].source_id.clone(), one.id)),
        );
    }
    by_record
}

fn roles(
    file: &RosterFile,
    people: &ByRecord,
    schools: &BySource,
    work: &mut Work<'_>,
) -> BTreeMap<PersonId, Vec<Role>> {
    let name = if file.roles_whole {
        "users.csv"
    } else {
        "roles.csv"
    };
    let org = if file.roles_whole {
        "orgSourcedIds"
    } else {
        "orgSourcedId"
    };
    let mut roles: BTreeMap<PersonId, Vec<Role>> = BTreeMap::new();
    for row in &file.roles.rows {
        let person = people.get(&row.record).copied();
        if person.is_none() {
            work.problems.tell(
                ProblemKind::RolePersonUnknown,
                name,
                row.line,
                "userSourcedId",
                &row.record,
            );
        }
        let school = schools.get(&row.school).copied();
        if school.is_none() {
            work.problems.tell(
                ProblemKind::RoleSchoolUnknown,
                name,
                row.line,
                org,
                &row.school,
            );
        }
        if row
            .begins
            .zip(row.ends)
            .is_some_and(|(begins, ends)| ends < begins)
        {
            let ends = row.ends.map(|date| date.to_string()).unwrap_or_default();
            work.problems.tell(
                ProblemKind::RoleEndsBeforeItBegins,
                name,
                row.line,
                "endDate",
                &ends,
            );
        }
        let Some((person, school)) = person.zip(school) else {
            continue;
        };
        roles.entry(person).or_default().push(Role {
            source_id: row.source_id.clone(),
            record: row.record.clone(),
            role: row.role.clone(),
            school,
            begins: row.begins,
            ends: row.ends,
        });
    }
    roles
}

fn one(
    id: PersonId,
    here: &Here<'_>,
    administrators: &mut BTreeSet<PersonId>,
    work: &mut Work<'_>,
) {
    let before = work.before;
    let person = before.person(id);
    let rows = here
        .rows
        .get(&id)
        .map(|(rows, _)| rows.as_slice())
        .unwrap_or_default();
    let known = person
        .map(|person| person.particulars.clone())
        .unwrap_or_default();
    if let Some(person) = person.filter(|_| rows.is_empty()) {
        if person.ended.is_some() {
            return;
        }
        if leaves(person, here, work) {
            if administrators.contains(&id) && administrators.len() == 1 {
                work.problems.tell(
                    ProblemKind::LastAdministrator,
                    "users.csv",
                    0,
                    "",
                    &known.name.full(),
                );
                return;
            }
            administrators.remove(&id);
            if !by_hand(person) {
                work.plan.removal.0 += 1;
            }
            work.ended.push(line(id, &known));
            happen(work, id, Event::Ended { on: work.today });
            return;
        }
    }
    let mut says = particulars(id, &known, rows, here, work);
    if person.is_some() && !says.enabled && administrators.contains(&id) {
        if administrators.len() == 1 {
            work.problems.tell(
                ProblemKind::LastAdministrator,
                "users.csv",
                rows.first().map_or(0, |row| row.line),
                "enabledUser",
                &says.name.full(),
            );
            says.enabled = true;
        } else {
            administrators.remove(&id);
        }
    }
    if rows.len() > 1 {
        let merge = Merge {
            person: line(id, &says),
            employee: says.employee.clone(),
            records: says.records.clone(),
        };
        work.merges.push(merge);
    }
    let Some(person) = person else {
        work.added.push(line(id, &says));
        happen(
            work,
            id,
            Event::Entered {
                id,
                particulars: says,
            },
        );
        return;
    };
    let changed = ChangedPerson {
        person: line(id, &says),
        changes: changes(&known, &says),
    };
    if person.ended.is_some() {
        work.returned.push(changed);
        happen(work, id, Event::Returned { particulars: says });
    } else if known != says {
        work.changed.push(changed);
        happen(work, id, Event::Changed { particulars: says });
    } else if !rows.is_empty() {
        work.plan.unchanged += 1;
    }
}

/// Whether the file takes this person away, of whom it has no row.
fn leaves(person: &Person, here: &Here<'_>, work: &mut Work<'_>) -> bool {
    match here.file.people.mode {
        Mode::Absent => false,
        Mode::Delta => {
            let records = &person.particulars.records;
            !records.is_empty()
                && records
                    .iter()
                    .all(|record| here.gone.contains(record.as_str()))
        }
        Mode::Bulk if by_hand(person) && person.grants_on(work.today).next().is_some() => {
            work.problems.tell(
                ProblemKind::HandEnteredKept,
                "users.csv",
                0,
                "",
                &person.particulars.name.full(),
            );
            false
        }
        Mode::Bulk => true,
    }
}

fn line(id: PersonId, says: &Particulars) -> PersonLine {
    let source_id = says.records.first().cloned().unwrap_or_default();
    PersonLine {
        id,
        name: says.name.clone(),
        source_id,
    }
}

pub(super) fn happen(work: &mut Work<'_>, id: PersonId, event: Event) {
    work.happen(Stream::of(Kind::Person, id), thing::Event::Person(event));
}

/// What the record says about a person after the file.
fn particulars(
    id: PersonId,
    known: &Particulars,
    rows: &[&PersonRow],
    here: &Here<'_>,
    work: &mut Work<'_>,
) -> Particulars {
    let mut says = known.clone();
    says.source_ids
        .extend(rows.iter().map(|row| row.source_id.clone()));
    says.records = live_records(known, rows, here);
    let leading = says.records.first().cloned();
    if let Some(row) = rows
        .iter()
        .find(|row| Some(&row.source_id) == leading.as_ref())
    {
        says.name.given.clone_from(&row.given);
        says.name.family.clone_from(&row.family);
        row.preferred_given.over(&mut says.name.preferred_given);
        row.preferred_family.over(&mut says.name.preferred_family);
        row.email.over(&mut says.email);
        row.pronouns.over(&mut says.pronouns);
        says.enabled = row.enabled;
        let employee = here.rows.get(&id).map_or("", |(_, employee)| *employee);
        if !employee.is_empty() {
            employee.clone_into(&mut says.employee);
        }
        if let Some(home) = row.home.get() {
            says.home_school = here.schools.get(home).copied();
        }
        hr::over(&row.hr, &mut says);
    }
    let supplement = here.hr.get(&id).map(Vec::as_slice).unwrap_or_default();
    let of_leading = supplement
        .iter()
        .find(|row| Some(&row.source_id) == leading.as_ref());
    let of_number = || {
        supplement
            .iter()
            .find(|row| !row.employee.is_empty() && row.employee == says.employee)
    };
    if let Some(row) = of_leading.or_else(of_number).or(supplement.first()) {
        hr::over(&row.says, &mut says);
    }
    let said = here.roles.get(&id).cloned().unwrap_or_default();
    let elsewhere = |record: &str| {
        here.in_file.contains(record) && !rows.iter().any(|row| row.source_id == record)
    };
    let ended = |role: &Role| {
        here.roles_gone.contains(role.source_id.as_str())
            || here.gone.contains(role.record.as_str())
            || elsewhere(&role.record)
            || here.file.roles.mode == Mode::Bulk
            || (here.file.roles_whole && here.in_file.contains(role.record.as_str()))
    };
    says.roles = posts::merge(&known.roles, said, ended, work.today);
    says.positions = posts::positions(&says.roles, &says.job_title);
    checks::coded_otherwise(&says, rows, work);
    says
}

/// The roster's live records, the leading one first: it stays as long as it is there and enabled.
fn live_records(known: &Particulars, rows: &[&PersonRow], here: &Here<'_>) -> Vec<String> {
    let mut live: BTreeSet<&str> = rows.iter().map(|row| row.source_id.as_str()).collect();
    if here.file.people.mode != Mode::Bulk {
        live.extend(known.records.iter().map(String::as_str));
    }
    let row_of = |record: &str| rows.iter().find(|row| row.source_id == record);
    // A record that the file gives to somebody else is theirs.
    let elsewhere = |record: &str| here.in_file.contains(record) && row_of(record).is_none();
    live.retain(|record| !here.gone.contains(record) && !elsewhere(record));
    let enabled = rows
        .iter()
        .filter(|row| row.enabled)
        .map(|row| row.source_id.as_str())
        .min();
    let current = known
        .records
        .first()
        .map(String::as_str)
        .filter(|record| live.contains(record));
    let stays =
        current.filter(|record| enabled.is_none() || row_of(record).is_none_or(|row| row.enabled));
    let leading = stays
        .or(enabled)
        .or(current)
        .or_else(|| live.first().copied());
    leading
        .into_iter()
        .chain(
            live.iter()
                .copied()
                .filter(|record| Some(*record) != leading),
        )
        .map(str::to_owned)
        .collect()
}
