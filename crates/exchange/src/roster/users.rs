//! `users.csv`: the records of the staff. Whoever has no role of the staff is refused before their row is looked at.

use super::hr;
use super::roles::{RoleWord, Staff, role_word};
use super::sheet::{Cells, Columns, Row, Sheet, Standing};
use super::values;
use domain::people::Directory;
use domain::people::roster::{
    Gone, Mode, PersonRow, ProblemKind, RoleRow, RosterFile, Said, Table,
};
use std::collections::BTreeSet;

pub(super) const COLUMNS: Columns = Columns {
    all: &[
        "sourcedId",
        "status",
        "dateLastModified",
        "enabledUser",
        "username",
        "userIds",
        "givenName",
        "familyName",
        "middleName",
        "identifier",
        "email",
        "sms",
        "phone",
        "agentSourcedIds",
        "grades",
        "password",
        "userMasterIdentifier",
        "preferredGivenName",
        "preferredMiddleName",
        "preferredFamilyName",
        "primaryOrgSourcedId",
        "pronouns",
    ],
    required: &[
        "sourcedId",
        "enabledUser",
        "username",
        "givenName",
        "familyName",
    ],
    dropped: &["sms", "phone", "agentSourcedIds", "grades", "password"],
    oneroster: true,
};

/// 1.1 has role and organisations in the person's row (`interchange.md` 1.2).
pub(super) const COLUMNS_V1P1: Columns = Columns {
    all: &[
        "sourcedId",
        "status",
        "dateLastModified",
        "enabledUser",
        "orgSourcedIds",
        "role",
        "username",
        "userIds",
        "givenName",
        "familyName",
        "middleName",
        "identifier",
        "email",
        "sms",
        "phone",
        "agentSourcedIds",
        "grades",
        "password",
    ],
    required: &[
        "sourcedId",
        "enabledUser",
        "orgSourcedIds",
        "role",
        "username",
        "givenName",
        "familyName",
    ],
    dropped: &["sms", "phone", "agentSourcedIds", "grades", "password"],
    oneroster: true,
};

/// Staff whom the record knows already: their rows are read also where a file gives them no role.
pub(super) struct KnownStaff<'d> {
    records: BTreeSet<&'d str>,
    numbers: BTreeSet<&'d str>,
}

impl<'d> KnownStaff<'d> {
    pub fn of(directory: &'d Directory) -> Self {
        let people = || directory.people.values().map(|person| &person.particulars);
        Self {
            records: people()
                .flat_map(|says| &says.source_ids)
                .map(String::as_str)
                .collect(),
            numbers: people()
                .map(|says| says.employee.as_str())
                .filter(|number| !number.is_empty())
                .collect(),
        }
    }
}

pub(super) fn read(sheet: &Sheet, staff: &Staff, known: &KnownStaff<'_>, file: &mut RosterFile) {
    let mut table = Table {
        mode: sheet.mode,
        rows: vec![],
        gone: vec![],
    };
    let mut seen = BTreeSet::new();
    for row in &sheet.rows {
        let record = sheet.raw(row, "sourcedId");
        let is_known =
            known.records.contains(record) || known.numbers.contains(employee(sheet, row).as_str());
        if !staff.staff.contains(record) && !is_known {
            refuse(sheet, row, staff, file);
            continue;
        }
        let Some(person) = person(sheet, row, &mut seen, &mut table.gone, file) else {
            continue;
        };
        table.rows.push(person);
    }
    told_once(file);
    file.people = table;
}

/// Not staff, as far as anybody knows: counted; nothing of the row is kept or shown.
fn refuse(sheet: &Sheet, row: &Row, staff: &Staff, file: &mut RosterFile) {
    if staff.others.contains(sheet.raw(row, "sourcedId")) {
        file.refused.students += 1;
        return;
    }
    let deleted =
        sheet.mode == Mode::Delta && sheet.raw(row, "status").eq_ignore_ascii_case("tobedeleted");
    file.refused.without_role += u32::from(!deleted);
    let kind = if deleted {
        ProblemKind::DeletedUnknown
    } else {
        ProblemKind::WithoutRole
    };
    file.problems
        .tell(kind, &sheet.file, row.line, "sourcedId", "");
}

fn told_once(file: &mut RosterFile) {
    let refused = file.refused.students.max(file.refused.student_roles);
    if refused > 0 {
        file.problems.tell(
            ProblemKind::StudentsRefused,
            "users.csv",
            0,
            "",
            &refused.to_string(),
        );
    }
}

fn employee(sheet: &Sheet, row: &Row) -> String {
    match sheet.raw(row, "identifier") {
        "" => values::employee_of(sheet.raw(row, "userIds")).unwrap_or_default(),
        number => number.to_owned(),
    }
}

fn person(
    sheet: &Sheet,
    row: &Row,
    seen: &mut BTreeSet<String>,
    gone: &mut Vec<Gone>,
    file: &mut RosterFile,
) -> Option<PersonRow> {
    let mut cells = sheet.cells(row, &mut file.problems);
    let source_id = cells.required("sourcedId");
    let standing = cells.standing();
    if !source_id.is_empty() && !seen.insert(source_id.clone()) {
        cells.tell(ProblemKind::SourcedIdRepeated, "sourcedId", &source_id);
        return None;
    }
    if standing == Standing::ToBeDeleted {
        gone.extend((sheet.mode == Mode::Delta).then_some(Gone {
            line: row.line,
            source_id,
        }));
        return None;
    }
    let enabled = cells.boolean("enabledUser");
    cells.required("username");
    let (given, family) = (
        name(&mut cells, "givenName"),
        name(&mut cells, "familyName"),
    );
    let employee = employee(sheet, row);
    if employee.is_empty() {
        cells.tell(ProblemKind::NumberMissing, "identifier", "");
    }
    let (email, email_unreadable) = email(&mut cells);
    Some(PersonRow {
        line: cells.line(),
        source_id,
        enabled,
        given,
        family,
        preferred_given: cells.said("preferredGivenName"),
        preferred_family: cells.said("preferredFamilyName"),
        employee,
        email,
        email_unreadable,
        pronouns: cells.said("pronouns"),
        home: cells.said("primaryOrgSourcedId"),
        hr: hr::words(&mut cells, "metadata."),
    })
}

fn name(cells: &mut Cells<'_>, column: &str) -> String {
    let name = cells.name(column);
    if name.is_empty() {
        cells.tell(ProblemKind::ValueMissing, column, "");
    }
    name
}

/// In lower case, because no mail server in use tells cases apart and rosters mix them.
fn email(cells: &mut Cells<'_>) -> (Said<String>, bool) {
    match cells.said("email") {
        Said::This(text) if !text.is_empty() && !values::is_email(&text) => {
            cells.tell(ProblemKind::EmailUnreadable, "email", &text);
            (Said::This(String::new()), true)
        }
        Said::This(text) => (Said::This(text.to_lowercase()), false),
        Said::Nothing => (Said::Nothing, false),
    }
}

/// 1.1: one role for each person, at one or more organisations; the first is taken for the home school.
pub(super) fn read_v1p1(sheet: &Sheet, known: &KnownStaff<'_>, file: &mut RosterFile) {
    let mut people = Table {
        mode: sheet.mode,
        rows: vec![],
        gone: vec![],
    };
    let mut roles = Table {
        mode: sheet.mode,
        rows: vec![],
        gone: vec![],
    };
    let mut seen = BTreeSet::new();
    file.roles_whole = true;
    for row in &sheet.rows {
        let role = match role_word(sheet.raw(row, "role")) {
            RoleWord::NotStaff => {
                file.refused.students += 1;
                continue;
            }
            RoleWord::Staff(role) => role.to_owned(),
            RoleWord::Extension(role) => role,
            RoleWord::Unknown => {
                let word = sheet.raw(row, "role");
                let kind = if word.is_empty() {
                    ProblemKind::ValueMissing
                } else {
                    ProblemKind::ValueUnknown
                };
                file.problems
                    .tell(kind, &sheet.file, row.line, "role", word);
                continue;
            }
        };
        let gone = sheet.mode == Mode::Delta
            && sheet.raw(row, "status").eq_ignore_ascii_case("tobedeleted");
        if gone && !known.records.contains(sheet.raw(row, "sourcedId")) {
            file.problems.tell(
                ProblemKind::DeletedUnknown,
                &sheet.file,
                row.line,
                "sourcedId",
                "",
            );
            continue;
        }
        let Some(mut person) = person(sheet, row, &mut seen, &mut people.gone, file) else {
            continue;
        };
        let schools = sheet
            .cells(row, &mut file.problems)
            .required("orgSourcedIds");
        let schools: Vec<&str> = schools
            .split(',')
            .map(str::trim)
            .filter(|school| !school.is_empty())
            .collect();
        if let Some(home) = schools.first() {
            person.home = Said::This((*home).to_owned());
        }
        roles.rows.extend(schools.iter().map(|school| RoleRow {
            line: row.line,
            source_id: format!("{}@{school}", person.source_id),
            record: person.source_id.clone(),
            role: role.clone(),
            school: (*school).to_owned(),
            begins: None,
            ends: None,
        }));
        people.rows.push(person);
    }
    told_once(file);
    (file.people, file.roles) = (people, roles);
}
