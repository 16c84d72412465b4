//! Faults in what the year says to people: guides, windows, dates, letters, talking points.

use super::{one, problems};
use crate::files;
use jiff::civil::date;
use policy::{Fault, Length, Problem};

#[test]
fn an_agenda_fills_its_length() {
    let what = Fault::AgendaSum {
        kind: "mid_year".into(),
        length: Length::Standard,
        is: 45,
        wanted: 50,
    };
    one(
        "guides.toml",
        "standard = 45, brief = 20",
        "standard = 50, brief = 20",
        "lengths = { standard = 50",
        what,
    );
}

#[test]
fn windows_follow_each_other() {
    let what = Fault::WindowTurned {
        window: "mid_year".into(),
    };
    one(
        "windows.toml",
        "closes = 2027-02-26",
        "closes = 2026-12-01",
        "opens = 2026-12-14",
        what,
    );
    let what = Fault::WindowOrder {
        earlier: "mid_year".into(),
        later: "end_of_year".into(),
    };
    one(
        "windows.toml",
        "closes = 2027-02-26",
        "closes = 2027-04-12",
        "opens = 2027-04-12",
        what,
    );
    let (problems, _) = problems("windows.toml", "id = \"mid_year\"", "id = \"middle\"");
    let what = Fault::MissingWindow {
        window: "mid_year".into(),
    };
    assert_eq!(
        problems,
        [Problem {
            file: "windows.toml".into(),
            line: None,
            what
        }]
    );
}

#[test]
fn dates_keep_later_dates_possible() {
    let order = |earlier: &str, later: &str, days, is| Fault::DateOrder {
        earlier: earlier.into(),
        later: later.into(),
        days,
        is,
    };
    // A plan that counts must run 30 days.
    let what = order(
        "CAL-SP3",
        "CAL-SP4",
        30,
        [date(2027, 3, 2), date(2027, 3, 31)],
    );
    one(
        "windows.toml",
        "date = 2027-01-29",
        "date = 2027-03-02",
        "date = 2027-03-31",
        what,
    );
    let what = order(
        "CAL-BOARD",
        "CAL-NR",
        1,
        [date(2027, 6, 1), date(2027, 6, 1)],
    );
    one(
        "windows.toml",
        "date = 2027-05-20",
        "date = 2027-06-01",
        "date = 2027-06-01\nknown = \"D\"",
        what,
    );
    let what = order(
        "CAL-SP5",
        "CAL-REC",
        0,
        [date(2027, 4, 17), date(2027, 4, 16)],
    );
    one(
        "windows.toml",
        "date = 2027-04-02",
        "date = 2027-04-17",
        "date = 2027-04-16",
        what,
    );
    let what = order(
        "end_of_year",
        "CAL-RPT",
        0,
        [date(2027, 5, 22), date(2027, 5, 21)],
    );
    let report = "date = 2027-05-21\nknown = \"I\"\nsource = \"C103";
    one(
        "windows.toml",
        "closes = 2027-05-21",
        "closes = 2027-05-22",
        report,
        what,
    );
}

#[test]
fn templates_use_what_their_message_declares() {
    let what = Fault::MissingSubject {
        message: "M03".into(),
        language: "es",
    };
    one("messages/M03.es.md", "Subject:", "Asunto:", "Asunto:", what);
    let (problems, text) = problems("messages/M03.en.md", "Subject: ", "Subject: {{ salary }} ");
    assert!(text.starts_with("Subject: {{ salary }}"));
    let what = Fault::UndeclaredField {
        message: "M03".into(),
        language: "en",
        field: "salary".into(),
    };
    assert_eq!(
        problems,
        [Problem {
            file: "messages/M03.en.md".into(),
            line: Some(1),
            what
        }]
    );
    let files: Vec<_> = files()
        .into_iter()
        .filter(|(path, _)| path != "messages/M04.es.md")
        .collect();
    let what = Fault::MissingTemplate {
        message: "M04".into(),
        language: "es",
    };
    let problem = Problem {
        file: "messages/M04.es.md".into(),
        line: None,
        what,
    };
    assert_eq!(policy::load(&files).unwrap_err(), [problem]);
}

#[test]
fn every_situation_has_something_to_say() {
    let mut files = files();
    let (_, text) = files
        .iter_mut()
        .find(|(path, _)| path == "talking_points.toml")
        .unwrap();
    *text = text.replace("situation = \"leaving\"", "situation = \"strong\"");
    let what = Fault::MissingSituation {
        situation: "leaving".into(),
    };
    let problem = Problem {
        file: "talking_points.toml".into(),
        line: None,
        what,
    };
    assert_eq!(policy::load(&files).unwrap_err(), [problem]);
}

#[test]
fn a_problem_reads_as_place_fault_and_mend() {
    let (problems, _) = problems("measures.toml", "with_survey = 42", "with_survey = 43");
    insta::assert_snapshot!(problems[0], @"measures.toml:11: the weights of with_survey sum to 101, not 100; change the weights of this column until they sum to 100");
}
