//! Which person a record of the roster is. The employee number decides, then a sourcedId that the number does not
//! contradict, then an e-mail that one person alone has; never a sourcedId alone against the number, because
//! systems of record are replaced and their sourcedIds are given out anew (`interchange.md` 1.3).

use super::file::{Mode, PersonRow, RosterFile};
use super::problem::{ProblemKind, Problems};
use crate::id::PersonId;
use crate::people::{Directory, Person};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The namespace of ids made from a roster's keys, so that one roster gives the same ids in every database.
pub const NAMESPACE: Uuid = Uuid::from_u128(0x6b1f_0d5e_2c4a_5d7b_9f3e_8a61_c07d_42e9);

/// The people of the record by the keys that rosters use.
pub(crate) struct Known<'a> {
    people: &'a BTreeMap<PersonId, Person>,
    by_employee: BTreeMap<&'a str, PersonId>,
    by_record: BTreeMap<&'a str, PersonId>,
    /// `None` when several people have it.
    by_email: BTreeMap<String, Option<PersonId>>,
}

impl<'a> Known<'a> {
    pub fn of(directory: &'a Directory) -> Self {
        let mut known = Self {
            people: &directory.people,
            by_employee: BTreeMap::new(),
            by_record: BTreeMap::new(),
            by_email: BTreeMap::new(),
        };
        // Whoever left comes last, so that a key given to somebody else leads to who has it now.
        let (here, left): (Vec<_>, Vec<_>) = directory
            .people
            .iter()
            .partition(|(_, person)| person.ended.is_none());
        for (id, person) in here.iter().chain(&left) {
            let says = &person.particulars;
            if !says.employee.is_empty() {
                known.by_employee.entry(&says.employee).or_insert(**id);
            }
            for record in &says.records {
                known.by_record.entry(record).or_insert(**id);
            }
            if !says.email.is_empty() {
                known
                    .by_email
                    .entry(says.email.to_lowercase())
                    .and_modify(|one| *one = None)
                    .or_insert(Some(**id));
            }
        }
        for (id, person) in here.iter().chain(&left) {
            for record in &person.particulars.source_ids {
                known.by_record.entry(record).or_insert(**id);
            }
        }
        known
    }

    /// Who is known under this sourcedId.
    pub fn record(&self, source_id: &str) -> Option<PersonId> {
        self.by_record.get(source_id).copied()
    }

    /// Who is known under this employee number.
    pub fn employee(&self, number: &str) -> Option<PersonId> {
        self.by_employee.get(number).copied()
    }
}

/// A human of the file: who it is, and the rows of `file.people.rows` that speak of them.
pub(super) struct Found {
    pub id: PersonId,
    pub rows: Vec<usize>,
    /// Empty where the number belongs to another record.
    pub employee: String,
}

/// Finds who each record of the file is.
pub(super) fn find(file: &RosterFile, known: &Known<'_>, problems: &mut Problems) -> Vec<Found> {
    let rows = &file.people.rows;
    let mut groups = together(rows, known, problems);
    let mut claimed = BTreeSet::new();
    let mut ids: Vec<Option<PersonId>> = vec![None; groups.len()];
    for (group, id) in groups.iter().zip(&mut ids) {
        *id = known
            .employee(&group.employee)
            .filter(|id| claimed.insert(*id));
    }
    for (group, id) in groups.iter().zip(&mut ids).filter(|(_, id)| id.is_none()) {
        *id = by_record(group, rows, known, &claimed, problems);
        claimed.extend(*id);
    }
    let mut holders: BTreeMap<&str, u32> = BTreeMap::new();
    for group in &groups {
        for email in group.emails(rows) {
            *holders.entry(email).or_default() += 1;
        }
    }
    for (group, id) in groups.iter().zip(&mut ids).filter(|(_, id)| id.is_none()) {
        let alone = |email: &&str| holders.get(email) == Some(&1);
        let emails = group.emails(rows).into_iter().filter(alone);
        let free =
            |id: &PersonId| !claimed.contains(id) && by_email(&known.people[id], group, file);
        *id = emails
            .filter_map(|email| known.by_email.get(email).copied().flatten())
            .find(free);
        claimed.extend(*id);
    }
    for (group, id) in groups.iter_mut().zip(ids) {
        group.id = id.unwrap_or_else(|| new_id(group, rows, known, &claimed));
        claimed.insert(group.id);
    }
    groups
}

impl Found {
    fn emails<'r>(&self, rows: &'r [PersonRow]) -> BTreeSet<&'r str> {
        let said = |at: &usize| rows[*at].email.get().map(String::as_str);
        self.rows
            .iter()
            .filter_map(said)
            .filter(|email| !email.is_empty())
            .collect()
    }
}

fn contradicts(person: &Person, employee: &str) -> bool {
    let known = &person.particulars.employee;
    !known.is_empty() && !employee.is_empty() && known != employee
}

fn folded(given: &str, family: &str) -> String {
    let words = given.split_whitespace().chain(family.split_whitespace());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether an e-mail may decide. Mailboxes are shared and handed on, so that besides it either the person was entered
/// by hand, or has the same name and no record left in the roster.
fn by_email(person: &Person, group: &Found, file: &RosterFile) -> bool {
    let says = &person.particulars;
    let gone = |record: &String| {
        file.people
            .gone
            .iter()
            .any(|gone| gone.source_id == *record)
    };
    let replaced = file.people.mode == Mode::Bulk || says.records.iter().all(gone);
    let same_name = |row: &PersonRow| {
        folded(&says.name.given, &says.name.family) == folded(&row.given, &row.family)
    };
    let named = group
        .rows
        .iter()
        .any(|at| same_name(&file.people.rows[*at]));
    !contradicts(person, &group.employee) && (says.records.is_empty() || (replaced && named))
}

/// Rows that are one human: of one employee number, or known as one person before. A row that shares nothing but the
/// number stands apart.
fn together(rows: &[PersonRow], known: &Known<'_>, problems: &mut Problems) -> Vec<Found> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let holds_it = |row: &PersonRow| {
        let id = known.employee(&row.employee);
        id.is_some() && id == known.record(&row.source_id)
    };
    order.sort_by_key(|at| {
        let row = &rows[*at];
        (row.employee.is_empty(), !holds_it(row), &row.source_id)
    });
    let mut groups: Vec<Found> = vec![];
    let mut by_employee: BTreeMap<&str, usize> = BTreeMap::new();
    let mut by_person: BTreeMap<PersonId, usize> = BTreeMap::new();
    for at in order {
        let row = &rows[at];
        let mut tell =
            |kind| problems.tell(kind, "users.csv", row.line, "identifier", &row.employee);
        let same_number = by_employee.get(row.employee.as_str()).copied();
        let taken = same_number.is_some_and(|group| {
            !groups[group]
                .rows
                .iter()
                .any(|other| alike(&rows[*other], row, known))
        });
        let employee = if taken { "" } else { row.employee.as_str() };
        let before = known.record(&row.source_id);
        let same_person = before
            .and_then(|id| by_person.get(&id).copied())
            .filter(|_| employee.is_empty());
        if taken {
            tell(ProblemKind::NumberOfTwo);
        }
        let group = same_number.filter(|_| !taken).or(same_person);
        match group {
            Some(group) => {
                if !taken {
                    tell(ProblemKind::TwoRecords);
                }
                groups[group].rows.push(at);
            }
            None => {
                groups.push(Found {
                    id: PersonId(Uuid::nil()),
                    rows: vec![at],
                    employee: employee.to_owned(),
                });
            }
        }
        let group = group.unwrap_or(groups.len() - 1);
        if !employee.is_empty() {
            by_employee.entry(&row.employee).or_insert(group);
        }
        // Whoever the number leads to counts as well: a record without a number may be known as theirs.
        for id in before.into_iter().chain(known.employee(employee)) {
            by_person.entry(id).or_insert(group);
        }
    }
    groups
}

fn alike(a: &PersonRow, b: &PersonRow, known: &Known<'_>) -> bool {
    let email = |row: &PersonRow| row.email.get().filter(|email| !email.is_empty()).cloned();
    let already = known
        .record(&a.source_id)
        .is_some_and(|id| known.record(&b.source_id) == Some(id));
    already
        || email(a).is_some_and(|one| email(b) == Some(one))
        || folded(&a.given, &a.family) == folded(&b.given, &b.family)
}

fn by_record(
    group: &Found,
    rows: &[PersonRow],
    known: &Known<'_>,
    claimed: &BTreeSet<PersonId>,
    problems: &mut Problems,
) -> Option<PersonId> {
    for row in group.rows.iter().map(|at| &rows[*at]) {
        let Some(id) = known
            .record(&row.source_id)
            .filter(|id| !claimed.contains(id))
        else {
            continue;
        };
        let person = &known.people[&id];
        if !contradicts(person, &group.employee) {
            return Some(id);
        }
        let says = &person.particulars;
        let same_name =
            folded(&says.name.given, &says.name.family) == folded(&row.given, &row.family);
        let same_email =
            !says.email.is_empty() && row.email.get().is_some_and(|email| *email == says.email);
        let corrected = same_name || same_email;
        let kind = if corrected {
            ProblemKind::NumberChanged
        } else {
            ProblemKind::SourcedIdReused
        };
        problems.tell(kind, "users.csv", row.line, "identifier", &group.employee);
        if corrected {
            return Some(id);
        }
    }
    None
}

fn new_id(
    group: &Found,
    rows: &[PersonRow],
    known: &Known<'_>,
    claimed: &BTreeSet<PersonId>,
) -> PersonId {
    let record = group
        .rows
        .iter()
        .map(|at| rows[*at].source_id.as_str())
        .min()
        .unwrap_or_default();
    let mut key = match group.employee.as_str() {
        "" => format!("record:{record}"),
        number => format!("employee:{number}"),
    };
    loop {
        let id = PersonId(Uuid::new_v5(&NAMESPACE, key.as_bytes()));
        if !known.people.contains_key(&id) && !claimed.contains(&id) {
            return id;
        }
        // Somebody else was entered under this key before.
        key = format!("{key}/{record}");
    }
}
