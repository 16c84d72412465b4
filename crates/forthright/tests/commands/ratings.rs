//! Taking over ratings of earlier years from the command line.

use crate::program::{Place, json, refusal, run, said};
use access::Actor;
use domain::school_year::{Adopted, Command};
use domain::{Kind, Stream, YearId};
use record::{Clock, Order, Record};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A district whose year has the pack that names the ratings.
async fn ready() -> Place {
    let place = Place::new().with_people();
    let record = Record::open(&place.database, Clock::system())
        .await
        .unwrap();
    let year = YearId::on(record.today());
    let files = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/leap/2026-27"));
    let command = Command::AdoptPack {
        year: year.clone(),
        adopted: Adopted::new("leap/2026-27".into(), 1, files),
        reason: String::new(),
    };
    let order = Order::new(
        Actor::COMMAND_LINE,
        Stream::of(Kind::SchoolYear, year),
        domain::Command::SchoolYear(command),
    );
    record.carry_out(order).await.unwrap();
    place
}

/// The pack's files by their paths within it.
fn files(root: &Path) -> Vec<(String, String)> {
    let read = |folder: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().path()).collect()
    };
    let (folders, mut paths): (Vec<_>, Vec<_>) = read(root).into_iter().partition(|it| it.is_dir());
    paths.extend(folders.iter().flat_map(|folder| read(folder)));
    let named = |path: PathBuf| {
        let name = path
            .strip_prefix(root)
            .unwrap()
            .to_string_lossy()
            .into_owned();
        (name, std::fs::read_to_string(path).unwrap())
    };
    paths.into_iter().map(named).collect()
}

fn file(place: &Place, rows: &str) -> PathBuf {
    let path = place.path().join("ratings.csv");
    std::fs::write(&path, format!("{}{rows}", said(&["ratings", "template"]))).unwrap();
    path
}

fn import(place: &Place, file: &Path, more: &[&str]) -> Value {
    let mut arguments = vec![
        "ratings",
        "import",
        file.to_str().unwrap(),
        "--database",
        &place.database,
        "--json",
    ];
    arguments.extend(more);
    json(&arguments)
}

fn entries(place: &Place) -> Value {
    json(&["verify", "--database", &place.database, "--json"])["entries"].clone()
}

/// The employee number of the first teacher of the HR file.
fn somebody(place: &Place) -> String {
    let hr = std::fs::read_to_string(place.path().join("hr/staff_supplement.csv")).unwrap();
    hr.lines()
        .nth(1)
        .unwrap()
        .split(',')
        .next()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn a_dry_run_says_what_the_import_then_does_and_twice_changes_nothing() {
    let place = ready().await;
    let number = somebody(&place);
    let rows = format!(
        "{number},,2019-20,Effective,late,probationary,\r\n{number},,2020-21,no score,,,\r\n"
    );
    let file = file(&place, &rows);
    let before = entries(&place);
    let dry = import(&place, &file, &["--dry-run"]);
    assert_eq!(
        (&dry["added"], &dry["teachers"], &dry["applied"]),
        (&2.into(), &1.into(), &false.into())
    );
    assert_eq!(entries(&place), before);
    assert_eq!(import(&place, &file, &[])["applied"], true);
    let after = entries(&place);
    assert_eq!(after.as_u64(), before.as_u64().map(|entries| entries + 2));
    let again = import(&place, &file, &[]);
    assert_eq!(
        (&again["added"], &again["unchanged"]),
        (&0.into(), &2.into())
    );
    assert_eq!(entries(&place), after);
}

#[tokio::test]
async fn an_error_is_told_with_its_place_and_its_mend_and_nothing_is_taken_over() {
    let place = ready().await;
    let number = somebody(&place);
    let file = file(
        &place,
        &format!("{number},,2019-20,E,,,\r\nnobody,,2019-20,E,,,\r\n"),
    );
    let before = entries(&place);
    let output = run(&[
        "ratings",
        "import",
        file.to_str().unwrap(),
        "--database",
        &place.database,
    ]);
    assert_eq!(output.status.code(), Some(1));
    let printed = String::from_utf8(output.stdout).unwrap();
    let line = printed
        .lines()
        .find(|line| line.contains("error ratings.csv:3 employeeId"));
    assert!(
        line.is_some_and(|line| line.contains("nobody")),
        "{printed}"
    );
    assert!(printed.contains("Nothing was applied."), "{printed}");
    assert_eq!(entries(&place), before);
}

#[tokio::test]
async fn a_contradiction_must_be_meant() {
    let place = ready().await;
    let number = somebody(&place);
    import(
        &place,
        &file(&place, &format!("{number},,2019-20,E,,,\r\n")),
        &[],
    );
    let other = file(&place, &format!("{number},,2019-20,A,,,\r\n"));
    let path = other.to_str().unwrap();
    let why = refusal(&["ratings", "import", path, "--database", &place.database]);
    assert!(why.contains("--confirm-replacing"), "{why}");
    let meant = import(&place, &other, &["--confirm-replacing"]);
    assert_eq!(
        (&meant["replaced"], &meant["applied"]),
        (&1.into(), &true.into())
    );
}

#[test]
fn without_a_policy_no_rating_has_a_name() {
    let place = Place::new().with_people();
    let file = file(&place, "1,,2019-20,E,,,\r\n");
    let path = file.to_str().unwrap();
    let why = refusal(&["ratings", "import", path, "--database", &place.database]);
    assert!(why.contains("pack"), "{why}");
}
