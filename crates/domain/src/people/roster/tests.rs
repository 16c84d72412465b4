#![allow(clippy::unwrap_used)]

mod applying;
mod identity;
mod property;
mod texts;

use super::*;
use crate::people::school::SchoolKind;
use crate::people::{Command as PersonCommand, Directory, Name, Office, Person, Post};
use crate::{Context, PersonId, Refusal};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 8, 10);
const LATER: Date = date(2027, 1, 11);

/// A file with two schools and whoever the test adds.
fn file() -> RosterFile {
    let school = |line, source_id: &str, name: &str, kind, parent: &str| SchoolRow {
        line,
        source_id: source_id.into(),
        name: name.into(),
        kind,
        identifier: String::new(),
        parent: parent.into(),
    };
    let schools = Table {
        mode: Mode::Bulk,
        rows: vec![
            school(2, "d", "Larkspur Valley", SchoolKind::District, ""),
            school(
                3,
                "larkspur",
                "Larkspur Elementary",
                SchoolKind::School,
                "d",
            ),
            school(4, "elm", "Elm Street", SchoolKind::School, "d"),
        ],
        gone: vec![],
    };
    let empty = |mode| Table {
        mode,
        rows: vec![],
        gone: vec![],
    };
    let people = empty(Mode::Bulk);
    let roles = Table {
        mode: Mode::Bulk,
        rows: vec![],
        gone: vec![],
    };
    RosterFile {
        fingerprint: "f".repeat(64),
        schools,
        people,
        roles,
        ..RosterFile::default()
    }
}

fn delta() -> RosterFile {
    let mut file = RosterFile {
        fingerprint: "d".repeat(64),
        ..RosterFile::default()
    };
    (file.schools.mode, file.people.mode, file.roles.mode) =
        (Mode::Delta, Mode::Delta, Mode::Delta);
    file
}

impl RosterFile {
    /// Adds a teacher: a record `u<number>` with the employee number, and a role `r<number>`.
    fn teacher(mut self, number: &str, name: &str, school: &str) -> Self {
        let (given, family) = name.split_once(' ').unwrap();
        let line = u32::try_from(self.people.rows.len()).unwrap() + 2;
        self.people.rows.push(PersonRow {
            line,
            source_id: format!("u{number}"),
            enabled: true,
            given: given.into(),
            family: family.into(),
            employee: number.into(),
            email: Said::This(format!("{}@lvps.example.org", family.to_lowercase())),
            home: Said::This(school.into()),
            ..PersonRow::default()
        });
        self.role(
            &format!("r{number}"),
            &format!("u{number}"),
            "teacher",
            school,
        )
    }

    fn role(mut self, id: &str, record: &str, role: &str, school: &str) -> Self {
        let line = u32::try_from(self.roles.rows.len()).unwrap() + 2;
        let (source_id, record, role, school) =
            (id.into(), record.into(), role.into(), school.into());
        self.roles.rows.push(RoleRow {
            line,
            source_id,
            record,
            role,
            school,
            begins: Some(date(2026, 8, 3)),
            ends: None,
        });
        self
    }

    fn evaluator(mut self, teacher: &str, evaluator: &str, school: &str) -> Self {
        let (teacher, evaluator, school) = (teacher.into(), evaluator.into(), school.into());
        let row = AssignmentRow {
            line: 2,
            teacher,
            evaluator,
            school,
            begins: date(2026, 8, 17),
        };
        self.assignments.get_or_insert_default().push(row);
        self
    }

    fn titled(mut self, record: &str, title: &str) -> Self {
        let says = HrWords {
            job_title: Said::This(title.into()),
            ..HrWords::default()
        };
        self.hr.push(HrRow {
            line: 2,
            employee: String::new(),
            source_id: record.into(),
            says,
        });
        self
    }

    fn row(&mut self, record: &str) -> &mut PersonRow {
        self.people
            .rows
            .iter_mut()
            .find(|row| row.source_id == record)
            .unwrap()
    }

    fn without(mut self, record: &str) -> Self {
        self.people.rows.retain(|row| row.source_id != record);
        self.roles.rows.retain(|row| row.record != record);
        self
    }
}

fn context<'a>(directory: &'a Directory, today: Date) -> Context<'a> {
    Context {
        actor: PersonId(uuid::Uuid::nil()),
        now: "2026-08-10T15:00:00Z".parse().unwrap(),
        today,
        year: None,
        record: None,
        directory: Some(directory),
        answering: None,
        drafts: &[],
        gathered: None,
    }
}

fn apply(file: &RosterFile, directory: &Directory, today: Date) -> Result<Vec<Happened>, Refusal> {
    let command = Command::Apply {
        file: Box::new(file.clone()),
        confirmed_removals: false,
    };
    Roster::default().decide(&file.stream(), command, &context(directory, today))
}

/// Applies a file, and gives the directory that follows from its events alone.
fn after(file: &RosterFile, directory: &Directory, today: Date) -> Directory {
    let mut after = directory.clone();
    for happened in apply(file, directory, today).unwrap() {
        after.apply(&happened.stream, &happened.event);
    }
    after
}

fn named<'d>(directory: &'d Directory, name: &str) -> &'d Person {
    directory
        .people
        .values()
        .find(|person| person.particulars.name.full() == name)
        .unwrap()
}

fn keys(plan: &Plan) -> Vec<&'static str> {
    plan.problems.list.iter().map(Problem::key).collect()
}
