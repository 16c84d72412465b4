//! Faulty feedback sections.

use super::{key, one};
use crate::files;
use policy::{Audience, Fault};

const FILE: &str = "feedback.toml";

#[test]
fn the_smallest_cell_hides_people() {
    let what = Fault::OutOfRange {
        what: "the smallest cell".into(),
        is: 4,
        least: 5,
        most: 100,
    };
    one(FILE, "value = 10", "value = 4", "value = 4", what);
}

#[test]
fn a_round_follows_a_window_that_exists_and_closes_after_it_opened() {
    let what = Fault::UnknownId {
        key: key("window"),
        value: key("autumn"),
    };
    one(
        FILE,
        "window = \"beginning\"",
        "window = \"autumn\"",
        "window = \"autumn\"",
        what,
    );
    let what = Fault::WindowTurned {
        window: key("round beginning"),
    };
    one(
        FILE,
        "closes_after = 14",
        "closes_after = 1",
        "closes_after = 1",
        what,
    );
    let what = Fault::WindowOrder {
        earlier: key("round beginning"),
        later: key("round mid_year"),
    };
    one(
        FILE,
        "closes_after = 14",
        "closes_after = 400",
        "id = \"mid_year\"",
        what,
    );
}

#[test]
fn sheets_are_short_and_each_audience_has_one() {
    let what = Fault::OutOfRange {
        what: "the sheet of teachers".into(),
        is: 2,
        least: 3,
        most: 5,
    };
    let from = "[\"clear\", \"useful\", \"next_step\", \"time_teacher\"]";
    one(
        FILE,
        from,
        "[\"clear\", \"useful\"]",
        "[\"clear\", \"useful\"]",
        what,
    );
    let what = Fault::Duplicate { id: key("useful") };
    let twice = "[\"clear\", \"useful\", \"useful\"]";
    one(FILE, from, twice, twice, what);
    let what = Fault::UnknownId {
        key: key("questions"),
        value: key("salary"),
    };
    // The unknown question is empty, and so is its scale.
    let text = "[\"clear\", \"useful\", \"next_step\", \"salary\"]";
    one(FILE, from, text, text, what);
    let what = Fault::Duplicate {
        id: key("beginning teachers"),
    };
    one(
        FILE,
        "audience = \"evaluators\", questions = [\"prepared\"",
        "audience = \"teachers\", questions = [\"prepared\"",
        "audience = \"teachers\", questions = [\"prepared\"",
        what,
    );
}

#[test]
fn scales_have_four_or_five_answers_in_both_languages() {
    let what = Fault::MissingText {
        key: key("labels"),
        language: "es",
    };
    one(
        FILE,
        "en = \"Rather no\", es = \"Más bien no\"",
        "en = \"Rather no\"",
        "en = \"Rather no\"",
        what,
    );
    let mut files = files();
    let (_, text) = files.iter_mut().find(|(path, _)| path == FILE).unwrap();
    let label = "  { id = \"enough\", en = \"Enough\", es = \"Suficiente\" },\n";
    assert!(text.contains(label));
    *text = text.replace(label, "");
    let problems = policy::load(&files).unwrap_err();
    assert!(
        problems.iter().all(|problem| matches!(
            problem.what,
            Fault::OutOfRange {
                is: 3,
                least: 4,
                most: 5,
                ..
            }
        )),
        "{problems:?}"
    );
}

#[test]
fn a_pack_without_the_section_asks_nothing() {
    let files: Vec<_> = files()
        .into_iter()
        .filter(|(path, _)| path != FILE)
        .collect();
    assert_eq!(policy::load(&files).unwrap().feedback, None);
}

#[test]
fn the_pack_asks_after_each_conversation_window() {
    let pack = policy::load(&files()).unwrap();
    let feedback = pack.feedback.as_ref().unwrap();
    assert!(!feedback.smallest_cell.known.settled());
    let days: Vec<_> = feedback
        .rounds
        .iter()
        .map(|round| {
            let (opens, closes) = round.days(pack.window(&round.window).unwrap());
            (round.id.as_str(), opens.to_string(), closes.to_string())
        })
        .collect();
    let said = |id, opens: &str, closes: &str| (id, opens.to_owned(), closes.to_owned());
    assert_eq!(
        days,
        [
            said("beginning", "2026-10-03", "2026-10-16"),
            said("mid_year", "2027-02-27", "2027-03-12"),
            said("end_of_year", "2027-05-22", "2027-06-04"),
        ]
    );
    for round in &feedback.rounds {
        assert!(
            Audience::ALL
                .iter()
                .all(|audience| round.sheet(*audience).is_some())
        );
    }
}
