//! A pack that extends another by key.

use jiff::civil::date;
use policy::{Exact, Fault, Known, Pack, Problem};

use crate::{files, files_of};

fn extending() -> Vec<(String, String)> {
    policy::with_base(files_of("leap/2023-24"), &files())
}

fn loaded(files: &[(String, String)]) -> Pack {
    policy::load(files).unwrap_or_else(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("the pack does not load:\n{}", lines.join("\n"))
    })
}

#[test]
fn the_year_before_is_the_later_one_with_its_own_dates() {
    let own = files_of("leap/2023-24");
    assert_eq!(policy::extends(&own).as_deref(), Some("leap/2026-27"));
    let (pack, base) = (loaded(&extending()), loaded(&files()));
    assert_eq!((pack.id.as_str(), pack.year.as_str()), ("leap", "2023-24"));
    for (id, fixed) in [
        ("CAL-BOY", date(2023, 9, 29)),
        ("CAL-SP1", date(2024, 1, 19)),
        ("CAL-SP3", date(2024, 1, 31)),
        ("CAL-SP4", date(2024, 3, 29)),
        ("CAL-REC", date(2024, 4, 12)),
        ("CAL-BOARD", date(2024, 5, 16)),
        ("CAL-RPT", date(2024, 5, 21)),
        ("CAL-NR", date(2024, 6, 1)),
    ] {
        assert_eq!(pack.date(id).unwrap().fixed(), Some(fixed), "{id}");
    }
    // No date or window of the later year is left.
    let dates = pack.dates.iter().filter_map(policy::Deadline::fixed);
    let windows = pack.windows.iter().flat_map(|it| [it.opens, it.closes]);
    for day in dates.chain(windows) {
        assert!(
            (date(2023, 8, 21)..=date(2024, 10, 15)).contains(&day),
            "{day}"
        );
    }
    assert_eq!(pack.dates.len(), base.dates.len());
    let goals = pack.measures.measure("slo").unwrap();
    assert_eq!(
        (&goals.with_survey, goals.known),
        (&Exact::from(20), Known::I)
    );
    assert_eq!(pack.rating.cuts, base.rating.cuts);
    assert_eq!(pack.messages, base.messages);
}

#[test]
fn every_note_of_the_extending_pack_reads_in_spanish() {
    let sources = loaded(&extending()).sources;
    for (path, text) in files_of("leap/2023-24") {
        let notes = text
            .lines()
            .filter_map(|line| line.split_once("source = \"")?.1.split('"').next());
        for note in notes {
            assert_eq!(sources.unworded(note), Vec::<&str>::new(), "{path}");
        }
    }
}

/// The extending pack with one file changed, and what the loader says.
fn told(file: &str, text: &str) -> Vec<Problem> {
    let mut files = extending();
    files.retain(|(path, _)| path != file);
    files.push((file.to_owned(), text.to_owned()));
    policy::load(&files).unwrap_err()
}

fn one(file: &str, line: usize, what: Fault) -> [Problem; 1] {
    [Problem {
        file: file.to_owned(),
        line: Some(line),
        what,
    }]
}

#[test]
fn a_key_that_extends_nothing_is_told_with_its_place() {
    let key = "CAL-XX".to_owned();
    let problems = told(
        "windows.toml",
        "\n[[date]]\nid = \"CAL-XX\"\ndate = 2024-01-01\n",
    );
    assert_eq!(
        problems,
        one("windows.toml", 2, Fault::ExtendsNothing { key })
    );
    let problems = told(
        "rating.toml",
        "[cuts]\nvalue = [25, 50, 75]\nknown = \"D\"\nsource = \"JEO\"\n[cut]\nvalue = 1\n",
    );
    assert_eq!(
        problems,
        one("rating.toml", 5, Fault::UnknownKey { key: "cut".into() })
    );
    let problems = told(
        "guides.toml",
        "[[guide]]\nkind = \"mid_year\"\nwithout = [\"coffee\"]\n",
    );
    let what = Fault::ExtendsNothing {
        key: "coffee".into(),
    };
    assert_eq!(problems, one("guides.toml", 3, what));
}

#[test]
fn a_changed_value_brings_its_own_source() {
    let problems = told(
        "windows.toml",
        "[[window]]\nid = \"beginning\"\ncloses = 2026-10-03\n",
    );
    let key = "beginning".to_owned();
    assert_eq!(
        problems,
        one("windows.toml", 1, Fault::SourceNotTold { key })
    );
}

#[test]
fn a_new_item_says_so_and_a_removed_one_is_gone() {
    let problems = told(
        "options.toml",
        "[[option]]\nid = \"O1\"\nnew = true\nside = \"teacher\"\nlabel = { en = \"a\", es = \"b\" }\ntext = { en = \"a\", es = \"b\" }\n",
    );
    assert_eq!(
        problems,
        one("options.toml", 1, Fault::Duplicate { id: "O1".into() })
    );
    let mut files = extending();
    files.push((
        "options.toml".into(),
        "[[option]]\nid = \"O3\"\nremoved = true\n[[option]]\nid = \"O99\"\nnew = true\nside = \"teacher\"\nlabel = { en = \"Ask\", es = \"Preguntar\" }\ntext = { en = \"Ask.\", es = \"Pregunte.\" }\n".into(),
    ));
    let options = loaded(&files).options;
    assert!(!options.iter().any(|it| it.id == "O3"));
    assert_eq!(options.last().map(|it| it.id.as_str()), Some("O99"));
}

#[test]
fn a_fault_below_is_told_where_it_stands() {
    let mut base = files();
    let (_, text) = base
        .iter_mut()
        .find(|(path, _)| path == "measures.toml")
        .unwrap();
    *text = text.replacen("with_survey = 42", "with_survey = 43", 1);
    let problems = policy::load(&policy::with_base(files_of("leap/2023-24"), &base)).unwrap_err();
    assert_eq!(
        (problems[0].file.as_str(), problems[0].line),
        ("base/measures.toml", Some(11))
    );
}

#[test]
fn the_pack_below_must_be_the_one_that_is_named() {
    let alone = policy::load(&files_of("leap/2023-24")).unwrap_err();
    let missing = Fault::MissingBase {
        wanted: "leap/2026-27".into(),
        found: String::new(),
    };
    assert!(
        alone
            .iter()
            .any(|problem| problem.what == missing && problem.line == Some(5)),
        "{alone:?}"
    );
    let other =
        policy::load(&policy::with_base(files_of("leap/2023-24"), &extending())).unwrap_err();
    let what = Fault::MissingBase {
        wanted: "leap/2026-27".into(),
        found: "leap/2023-24".into(),
    };
    assert!(
        other.iter().any(|problem| problem.what == what),
        "{other:?}"
    );
}
