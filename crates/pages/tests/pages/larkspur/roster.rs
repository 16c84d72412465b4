//! Larkspur's people and the roster file that brings them in.

use domain::people::Employment;
use domain::people::roster::{
    AssignmentRow, Mode, PersonRow, RoleRow, RosterFile, Said, SchoolRow, Table,
};
use domain::people::school::SchoolKind;
use jiff::civil::date;

/// Employee number, given name, family name, pronouns, the roster's role, job title, grade or subject, school.
pub type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

pub const PEOPLE: &[Row] = &[
    (
        "1001",
        "Ruth",
        "Okonkwo-Lane",
        "she/her",
        "principal",
        "Principal",
        "",
        "larkspur",
    ),
    (
        "1002",
        "Desmond",
        "Achterberg",
        "he/him",
        "principal",
        "Assistant Principal",
        "",
        "larkspur",
    ),
    (
        "1003",
        "Mei-Lin",
        "Harrow",
        "she/her",
        "aide",
        "Teacher Leader",
        "",
        "larkspur",
    ),
    (
        "1004",
        "Imani",
        "Castellano",
        "she/her",
        "teacher",
        "Teacher",
        "grade 5",
        "larkspur",
    ),
    (
        "1005",
        "Katarzyna",
        "Mazur",
        "she/her",
        "teacher",
        "Teacher",
        "grade 1",
        "larkspur",
    ),
    (
        "1006", "Thanh", "Vo", "he/him", "teacher", "Teacher", "grade 2", "larkspur",
    ),
    (
        "1007", "Beatriz", "Ferreira", "she/her", "teacher", "Teacher", "grade 4", "larkspur",
    ),
    (
        "1008",
        "Owen",
        "Lindqvist",
        "he/him",
        "teacher",
        "Teacher",
        "grade 3",
        "larkspur",
    ),
    (
        "1009", "Samuel", "Adeyemi", "he/him", "teacher", "Teacher", "grade 5", "larkspur",
    ),
    (
        "1010", "Marcus", "Bell", "he/him", "teacher", "Teacher", "grade 3", "larkspur",
    ),
    (
        "1011",
        "Gloria",
        "Etienne",
        "she/her",
        "teacher",
        "Teacher",
        "kindergarten",
        "larkspur",
    ),
    (
        "1012",
        "Hana",
        "Dvořák",
        "she/her",
        "teacher",
        "Teacher",
        "special education",
        "larkspur",
    ),
    (
        "1013",
        "Luis",
        "Barragán",
        "he/him",
        "teacher",
        "Teacher",
        "PE",
        "larkspur",
    ),
    (
        "1014", "Anneke", "de Wit", "she/her", "teacher", "Teacher", "ELD", "larkspur",
    ),
    (
        "1015", "Rashid", "Karimi", "he/him", "teacher", "Teacher", "grade 4", "larkspur",
    ),
    (
        "1016", "Joy", "Nakamura", "she/her", "teacher", "Teacher", "music", "elm",
    ),
    (
        "1017", "Petra", "Solheim", "she/her", "teacher", "Teacher", "grade 2", "larkspur",
    ),
    (
        "1018",
        "Hollis",
        "Brand",
        "they/them",
        "principal",
        "Principal",
        "",
        "elm",
    ),
    (
        "1019",
        "Tomasz",
        "Wielgosz",
        "he/him",
        "aide",
        "HR School Partner",
        "",
        "larkspur",
    ),
];

/// Employee numbers of the probationary, with the year that they are in.
const PROBATIONARY: [(&str, u8); 4] = [("1007", 2), ("1008", 1), ("1009", 3), ("1010", 1)];

/// Evaluated by Mei-Lin Harrow; every other teacher by Desmond Achterberg.
const HARROWS: [&str; 2] = ["1016", "1017"];

/// The file of everybody.
pub fn file() -> RosterFile {
    let school = |id: &str, name: &str| SchoolRow {
        line: 2,
        source_id: id.into(),
        name: name.into(),
        kind: SchoolKind::School,
        identifier: id.into(),
        parent: String::new(),
    };
    let schools = vec![
        school("larkspur", "Larkspur Elementary"),
        school("elm", "Elm Street Elementary"),
    ];
    let rows: Vec<_> = (2..).zip(PEOPLE).collect();
    let assigned = PEOPLE.iter().filter(|row| row.4 == "teacher");
    RosterFile {
        fingerprint: "larkspur".into(),
        schools: whole(schools),
        people: whole(rows.iter().map(|(line, row)| person(*line, row)).collect()),
        roles: whole(rows.iter().map(|(line, row)| role(*line, row)).collect()),
        assignments: Some(assigned.map(assignment).collect()),
        ..RosterFile::default()
    }
}

/// The roster's row of a person.
pub fn person(line: u32, row: &Row) -> PersonRow {
    let (number, given, family, pronouns, post, title, area, school) = *row;
    let mut person = PersonRow {
        line,
        source_id: format!("p-{number}"),
        enabled: true,
        given: given.into(),
        family: family.into(),
        employee: number.into(),
        email: Said::This(format!("{number}@district.example")),
        pronouns: Said::This(pronouns.into()),
        home: Said::This(school.into()),
        ..PersonRow::default()
    };
    person.hr.job_title = Said::This(title.into());
    person.hr.content_area = Said::This(area.into());
    if post == "teacher" {
        let year = PROBATIONARY
            .iter()
            .find(|(of, _)| *of == number)
            .map(|(_, year)| *year);
        let class = if year.is_some() {
            Employment::Probationary
        } else {
            Employment::NonProbationary
        };
        person.hr.employment = Said::This(Some(class));
        person.hr.probationary_year = Said::This(year);
    }
    person
}

/// The roster's row of a person's post.
pub fn role(line: u32, row: &Row) -> RoleRow {
    RoleRow {
        line,
        source_id: format!("r-{}", row.0),
        record: format!("p-{}", row.0),
        role: row.4.into(),
        school: row.7.into(),
        begins: Some(date(2026, 8, 1)),
        ends: None,
    }
}

fn assignment(row: &Row) -> AssignmentRow {
    let evaluator = if HARROWS.contains(&row.0) {
        "p-1003"
    } else {
        "p-1002"
    };
    AssignmentRow {
        line: 2,
        teacher: format!("p-{}", row.0),
        evaluator: evaluator.into(),
        school: row.7.into(),
        begins: date(2026, 8, 1),
    }
}

fn whole<R>(rows: Vec<R>) -> Table<R> {
    Table {
        mode: Mode::Bulk,
        rows,
        gone: vec![],
    }
}
