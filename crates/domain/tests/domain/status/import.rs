//! Ratings of earlier years come in from a file: whole or not at all, and once.

use crate::castellano::january;
use crate::larkspur::*;
use domain::people::roster::{ProblemKind, Severity};
use domain::people::{Employment, PriorRating, Service};
use domain::status::earlier::{Command, Counts, File, Plan, Row, plan};
use domain::{Event, Happened, Refusal, people};

/// A row that names the teacher by employee number; Imani's is E-1.
pub fn row(employee: &str, year: &str, rating: Option<&str>) -> Row {
    Row {
        line: 2,
        employee: employee.into(),
        source_id: String::new(),
        year: year.parse().unwrap(),
        rating: rating.map(str::to_owned),
        service: Service::Full,
        class: None,
        district: String::new(),
    }
}

pub fn file(rows: Vec<Row>) -> File {
    let lines = (2..).zip(rows);
    File {
        fingerprint: "f1".into(),
        name: "ratings.csv".into(),
        rows: lines.map(|(line, row)| Row { line, ..row }).collect(),
        ..File::default()
    }
}

/// With the employee numbers and sourcedIds that files name people by.
fn numbered(mut larkspur: Larkspur) -> Larkspur {
    for (id, number) in [(IMANI, "E-1"), (DESMOND, "E-2")] {
        let says = &mut larkspur.directory.people.get_mut(&id).unwrap().particulars;
        says.employee = number.into();
        says.records = vec![format!("u-{number}")];
    }
    larkspur
}

pub fn apply(larkspur: &Larkspur, file: File, confirmed: bool) -> Result<Vec<Happened>, Refusal> {
    let command = Command::Apply {
        file: Box::new(file.clone()),
        confirmed,
    };
    numbered(larkspur.clone()).when(
        ANA,
        &file.stream(),
        domain::Command::EarlierRatings(command),
    )
}

fn planned(rows: Vec<Row>) -> Plan {
    let larkspur = numbered(january());
    plan(&file(rows), &larkspur.directory, ANA, larkspur.today)
}

fn problems(plan: &Plan) -> Vec<(ProblemKind, u32)> {
    let told = plan.problems.list.iter();
    told.map(|problem| (problem.kind, problem.line)).collect()
}

fn ratings(happened: &[Happened]) -> Vec<PriorRating> {
    happened
        .iter()
        .find_map(|one| match &one.event {
            Event::Person(people::Event::PriorRatings { ratings }) => Some(ratings.clone()),
            _ => None,
        })
        .unwrap()
}

#[test]
fn new_years_stand_beside_the_known_ones_with_their_file_and_who_took_them_over() {
    let mut late = row("E-1", "2023-24", None);
    late.service = Service::Late;
    late.class = Some(Employment::Probationary);
    let happened = apply(
        &january(),
        file(vec![late, row("E-1", "2024-25", Some("E"))]),
        false,
    )
    .unwrap();
    let told = ratings(&happened);
    let years: Vec<&str> = told.iter().map(|one| one.year.as_str()).collect();
    assert_eq!(years, ["2023-24", "2024-25", "2025-26"]);
    assert_eq!(told[0].rating, None);
    assert_eq!(told[0].service, Service::Late);
    let taken = told[1].taken.as_ref().unwrap();
    assert_eq!((taken.file.as_str(), taken.by), ("ratings.csv", ANA));
    assert_eq!(told[2], PriorRating::new("2025-26".parse().unwrap(), "A"));
    let Some(Event::EarlierRatings(domain::status::earlier::Event::Applied(applied))) =
        happened.last().map(|one| &one.event)
    else {
        panic!("{happened:?}");
    };
    let counts = Counts {
        added: 2,
        teachers: 1,
        ..Counts::default()
    };
    assert_eq!(applied.counts, counts);
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let sent = file(vec![row("E-1", "2024-25", Some("E"))]);
    let mut larkspur = numbered(january());
    for Happened { stream, event } in apply(&larkspur, sent.clone(), false).unwrap() {
        larkspur.apply(&stream, &event);
    }
    assert_eq!(apply(&larkspur, sent.clone(), false).unwrap(), []);
    // Also another file that says the same.
    let again = File {
        name: "again.csv".into(),
        fingerprint: "f2".into(),
        ..sent
    };
    assert_eq!(apply(&larkspur, again, false).unwrap(), []);
}

#[test]
fn another_rating_than_an_earlier_file_gave_is_named_and_must_be_meant() {
    let rows = || vec![row("E-1", "2025-26", Some("E"))];
    let plan = planned(rows());
    assert_eq!(problems(&plan), [(ProblemKind::RatingReplaces, 2)]);
    let replaced = &plan.replaced[0];
    assert_eq!(
        replaced.before.as_ref().unwrap().rating.as_deref(),
        Some("A")
    );
    assert_eq!(replaced.now.rating.as_deref(), Some("E"));
    let happened = apply(&january(), file(rows()), true).unwrap();
    assert_eq!(ratings(&happened)[0].rating.as_deref(), Some("E"));
}

#[test]
fn what_stands_in_the_way_is_told_line_by_line_and_nothing_is_applied() {
    let mut two = row("E-1", "2024-25", Some("E"));
    two.source_id = "u-E-2".into();
    let mut other = row("", "2024-25", Some("E"));
    other.source_id = "u-9".into();
    let plan = planned(vec![
        row("E-99", "2024-25", Some("E")),
        other,
        two,
        row("E-1", "2026-27", Some("E")),
        row("E-2", "2024-25", Some("E")),
        row("E-2", "2024-25", Some("A")),
        row("E-2", "2023-24", Some("A")),
        row("E-2", "2023-24", Some("A")),
    ]);
    assert_eq!(
        problems(&plan),
        [
            (ProblemKind::RatingTeacherUnknown, 2),
            (ProblemKind::RatingTeacherUnknown, 3),
            (ProblemKind::RatingOfTwo, 4),
            (ProblemKind::RatingYearNotOver, 5),
            (ProblemKind::RatingTwice, 7),
            (ProblemKind::RatingRepeated, 9),
        ]
    );
    assert_eq!(plan.problems.errors, 5);
    assert_eq!(ProblemKind::RatingRepeated.severity(), Severity::Note);
    // A contradiction names the line of the first.
    assert_eq!(plan.problems.list[4].value, "6");
}

#[test]
fn a_roster_that_says_the_same_rating_keeps_what_the_file_said_beside_it() {
    let mut known = PriorRating::new("2025-26".parse().unwrap(), "A");
    known.class = Some(Employment::NonProbationary);
    assert!(!known.says_the_same(&PriorRating::new("2025-26".parse().unwrap(), "A")));
    let mut again = known.clone();
    again.taken = Some(people::Taken {
        file: "x.csv".into(),
        by: ANA,
        on: january().today,
    });
    assert!(known.says_the_same(&again));
}
