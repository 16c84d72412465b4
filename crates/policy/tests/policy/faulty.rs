//! The real pack with one thing changed: one typed problem, with its file and its line.

mod confirmations;
mod feedback;
mod told;
mod year;

use policy::{Exact, Fault, Problem};

use crate::files;

/// Changes the first `from` of a file into `to` and loads the pack.
fn problems(file: &str, from: &str, to: &str) -> (Vec<Problem>, String) {
    let mut files = files();
    let (_, text) = files.iter_mut().find(|(path, _)| path == file).unwrap();
    assert!(text.contains(from), "{file} has no {from:?}");
    *text = text.replacen(from, to, 1);
    let text = text.clone();
    (policy::load(&files).unwrap_err(), text)
}

/// One change gives one problem, in `file` at the line where `at` first stands.
fn one(file: &str, from: &str, to: &str, at: &str, what: Fault) {
    let (problems, text) = problems(file, from, to);
    let place = text
        .find(at)
        .unwrap_or_else(|| panic!("{file} has no {at:?}"));
    let line = text[..place].matches('\n').count() + 1;
    assert_eq!(
        problems,
        [Problem {
            file: file.to_owned(),
            line: Some(line),
            what
        }]
    );
}

fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

fn key(key: &str) -> String {
    key.to_owned()
}

#[test]
fn a_file_that_is_missing_is_named() {
    let files: Vec<_> = files()
        .into_iter()
        .filter(|(path, _)| path != "rating.toml")
        .collect();
    let problem = Problem {
        file: "rating.toml".into(),
        line: None,
        what: Fault::MissingFile,
    };
    assert_eq!(policy::load(&files).unwrap_err(), [problem]);
}

#[test]
fn a_file_that_is_not_toml_is_named_with_its_line() {
    let (problems, _) = problems("pack.toml", "version = 1", "version = = 1");
    let [
        Problem {
            file,
            line,
            what: Fault::Syntax(_),
        },
    ] = problems.as_slice()
    else {
        panic!("{problems:?}")
    };
    assert_eq!((file.as_str(), *line), ("pack.toml", Some(8)));
}

#[test]
fn keys_and_values_are_read_strictly() {
    one(
        "pack.toml",
        "version = 1\n",
        "",
        "#:schema",
        Fault::MissingKey {
            key: key("version"),
        },
    );
    one(
        "pack.toml",
        "version = 1",
        "version = 1\nversoin = 2",
        "versoin",
        Fault::UnknownKey {
            key: key("versoin"),
        },
    );
    let wanted = "a whole number, 0 or more";
    one(
        "pack.toml",
        "version = 1",
        "version = -1",
        "version = -1",
        Fault::WrongType {
            key: key("version"),
            wanted,
        },
    );
    let wanted = "a list of exact numbers such as \"175/3\"";
    one(
        "rating.toml",
        "\"175/3\"",
        "\"175/0\"",
        "value = [25,",
        Fault::WrongType {
            key: key("value"),
            wanted,
        },
    );
    let wanted = "a date such as 2027-06-01";
    one(
        "windows.toml",
        "date = 2027-06-01",
        "date = \"1 June\"",
        "date = \"1 June\"",
        Fault::WrongType {
            key: key("date"),
            wanted,
        },
    );
    let allowed = ["indicator_mean", "flat", "per_observation"]
        .map(str::to_owned)
        .to_vec();
    let what = Fault::UnknownChoice {
        key: key("value"),
        value: "latest".into(),
        allowed,
    };
    one(
        "rating.toml",
        "value = \"indicator_mean\"",
        "value = \"latest\"",
        "value = \"latest\"",
        what,
    );
}

#[test]
fn a_value_without_a_source_is_refused() {
    one(
        "rating.toml",
        "source = \"leap-composite-v1, step 3\"\n",
        "",
        "[cuts]",
        Fault::MissingKey { key: key("source") },
    );
}

#[test]
fn a_text_in_one_language_is_refused() {
    let what = Fault::MissingText {
        key: key("label"),
        language: "es",
    };
    one(
        "rating.toml",
        ", es = \"Eficaz\"",
        "",
        "label = { en = \"Effective\" }",
        what,
    );
}

#[test]
fn ids_are_unique_and_exist() {
    let what = Fault::Duplicate {
        id: "CAL-PRE".into(),
    };
    one(
        "windows.toml",
        "id = \"CAL-IS\"",
        "id = \"CAL-PRE\"",
        "date = 2027-04-02\nknown = \"Dw\"",
        what,
    );
    let what = Fault::UnknownId {
        key: key("domain"),
        value: "X".into(),
    };
    one(
        "framework.toml",
        "domain = \"LE\"",
        "domain = \"X\"",
        "domain = \"X\"",
        what,
    );
    let what = Fault::UnknownId {
        key: key("anchor"),
        value: "EASTER".into(),
    };
    one(
        "windows.toml",
        "anchor = \"FSD\"",
        "anchor = \"EASTER\"",
        "EASTER",
        what,
    );
}

#[test]
fn weights_make_a_hundred_and_growth_thirty() {
    let what = Fault::WeightsSum {
        column: "with_survey",
        is: exact("101"),
    };
    one(
        "measures.toml",
        "with_survey = 42",
        "with_survey = 43",
        "with_survey = 43",
        what,
    );
    let what = Fault::WeightsSum {
        column: "without_survey",
        is: exact("199/2"),
    };
    one(
        "measures.toml",
        "without_survey = 47",
        "without_survey = 46.5",
        "without_survey = 46.5",
        what,
    );
    let what = Fault::GrowthSum {
        column: "with_survey",
        is: exact("29"),
    };
    one(
        "measures.toml",
        "with_survey = 20",
        "with_survey = 19",
        "with_survey = 19",
        what,
    );
}

#[test]
fn every_measure_of_practice_has_influence() {
    let mut files = files();
    let (_, text) = files
        .iter_mut()
        .find(|(path, _)| path == "measures.toml")
        .unwrap();
    *text = text
        .replace("without_survey = 47", "without_survey = 70")
        .replace("without_survey = 23", "without_survey = 0");
    let problems = policy::load(&files).unwrap_err();
    let what = Fault::NoInfluence {
        measure: "prof".into(),
        column: "without_survey",
    };
    assert_eq!(
        problems
            .iter()
            .map(|problem| &problem.what)
            .collect::<Vec<_>>(),
        [&what]
    );
}

#[test]
fn the_collective_measure_stays_within_the_law() {
    let mut files = files();
    let (_, text) = files
        .iter_mut()
        .find(|(path, _)| path == "measures.toml")
        .unwrap();
    *text = text
        .replace("\nwith_survey = 20", "\nwith_survey = 18")
        .replace("\nwith_survey = 10", "\nwith_survey = 12");
    let problems = policy::load(&files).unwrap_err();
    let what = Fault::CollectiveTooHeavy {
        is: exact("12"),
        most: exact("10"),
    };
    assert_eq!(
        problems
            .iter()
            .map(|problem| &problem.what)
            .collect::<Vec<_>>(),
        [&what]
    );
}

#[test]
fn bands_cover_the_scale_once() {
    let band = |from, to| format!("{{ rating = \"A\", from = {from}, to = {to} }}");
    one(
        "framework.toml",
        &band(3, 4),
        &band(4, 4),
        "max = 7",
        Fault::BandHole { level: 3 },
    );
    one(
        "framework.toml",
        &band(3, 4),
        &band(3, 5),
        "{ rating = \"E\"",
        Fault::BandOverlap { level: 5 },
    );
}

#[test]
fn every_active_indicator_has_a_descriptor_in_each_band() {
    let what = Fault::MissingDescriptor {
        indicator: "LE.1".into(),
        band: "NM".into(),
    };
    let (problems, _) = problems(
        "descriptors.toml",
        "[[descriptor]]\nindicator = \"LE.1\"\nband = \"NM\"",
        "[[unread]]",
    );
    assert!(
        problems
            .iter()
            .any(|problem| problem.what == Fault::UnknownKey { key: key("unread") })
    );
    let mut files = files();
    let (_, text) = files
        .iter_mut()
        .find(|(path, _)| path == "descriptors.toml")
        .unwrap();
    let start = text.find("[[descriptor]]").unwrap();
    let end = start + 1 + text[start + 1..].find("[[descriptor]]").unwrap();
    text.replace_range(start..end, "");
    let problems = policy::load(&files).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(
        (problems[0].file.as_str(), &problems[0].what),
        ("framework.toml", &what)
    );
    assert!(problems[0].line.is_some());
}

#[test]
fn cuts_and_anchors_increase() {
    let increase = |what: &str| Fault::NotIncreasing {
        what: what.to_owned(),
    };
    one(
        "rating.toml",
        "value = [25, \"175/3\",",
        "value = [25, 25,",
        "value = [25, 25,",
        increase("cuts"),
    );
    one(
        "rating.toml",
        "\"1/4\", \"7/12\"",
        "\"7/12\", \"1/4\"",
        "value = [0, \"7/12\"",
        increase("anchors"),
    );
    one(
        "measures.toml",
        "[0, 60, 72,",
        "[0, 72, 60,",
        "cuts = [0, 72",
        increase("cuts of sps"),
    );
    let what = Fault::Count {
        what: "cuts of sps".into(),
        is: 4,
        wanted: 5,
    };
    one(
        "measures.toml",
        "[0, 60, 72, 88, 100]",
        "[0, 60, 72, 88]",
        "cuts = [0, 60",
        what,
    );
    one(
        "rating.toml",
        "\"5/6\", 1]",
        "\"5/6\", 2]",
        "value = [0, \"1/4\"",
        Fault::AnchorEnds,
    );
    one(
        "rating.toml",
        "value = 2\nknown = \"OWN\"",
        "value = \"25/2\"\nknown = \"OWN\"",
        "value = \"25/2\"",
        Fault::DecisionBandsMeet {
            cut: exact("250/3"),
        },
    );
    one(
        "rating.toml",
        "value = 2\nknown = \"OWN\"",
        "value = -1\nknown = \"OWN\"",
        "value = -1",
        Fault::Negative {
            what: "the decision half width".into(),
        },
    );
}

#[test]
fn the_goal_matrix_fits_its_levels() {
    let what = Fault::Count {
        what: "row 5 of the goal matrix".into(),
        is: 3,
        wanted: 4,
    };
    one(
        "measures.toml",
        "[0, 0, 1, 3]",
        "[0, 0, 1]",
        "value = [\n",
        what,
    );
    let what = Fault::NotIncreasing {
        what: "row 5 of the goal matrix".into(),
    };
    one(
        "measures.toml",
        "[0, 0, 1, 3]",
        "[0, 1, 0, 3]",
        "value = [\n",
        what,
    );
}
