use super::*;
use std::collections::BTreeSet;

fn texts(language: &str) -> BTreeSet<String> {
    let path = format!(
        "{}/../../text/{language}/roster.ftl",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(path).unwrap();
    let keys = text
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .filter(|(_, words)| !words.trim().is_empty());
    keys.map(|(key, _)| key.to_owned()).collect()
}

#[test]
fn every_problem_has_its_sentence_and_its_mend_in_both_languages() {
    for language in ["en", "es"] {
        let texts = texts(language);
        let mut missing = vec![];
        for kind in ProblemKind::ALL {
            for key in [
                format!("roster-problem-{}", kind.key()),
                format!("roster-mend-{}", kind.key()),
            ] {
                missing.extend((!texts.contains(&key)).then_some(key));
            }
            let severity = format!("roster-severity-{}", kind.severity().as_str());
            assert!(texts.contains(&severity), "{severity} ({language})");
        }
        for field in ParticularsField::ALL {
            let key = format!("roster-field-{}", field.as_str());
            missing.extend((!texts.contains(&key)).then_some(key));
        }
        assert_eq!(missing, Vec::<String>::new(), "{language}");
        let known = |key: &String| {
            ProblemKind::ALL
                .iter()
                .any(|kind| key.ends_with(&format!("-{}", kind.key())))
        };
        let left: Vec<_> = texts
            .iter()
            .filter(|key| key.starts_with("roster-problem-") && !known(key))
            .collect();
        assert!(left.is_empty(), "no problem has these texts: {left:?}");
    }
}

#[test]
fn what_is_shown_of_a_value_is_short_and_on_one_line() {
    assert_eq!(shown("Two\nLines"), "Two Lines");
    assert_eq!(shown("a\u{202e}b"), "a b");
    assert_eq!(shown(&"x".repeat(500)).chars().count(), 61);
    assert_eq!(
        Problem::new(ProblemKind::EmailMissing, "users.csv", 7, "email", "")
            .arguments()
            .len(),
        5
    );
}

#[test]
fn notes_are_told_once_for_each_column_and_errors_one_by_one() {
    let mut problems = Problems::default();
    for line in 0..MOST_LISTED + 5 {
        problems.tell(
            ProblemKind::DateSpelling,
            "roles.csv",
            line,
            "beginDate",
            "8/03/2026",
        );
        problems.tell(
            ProblemKind::RolePersonUnknown,
            "roles.csv",
            line,
            "userSourcedId",
            "x",
        );
    }
    assert_eq!((problems.errors, problems.notes), (MOST_LISTED + 5, 1));
    assert_eq!(problems.list.len() as u32, MOST_LISTED + 1);
    assert_eq!(problems.list[0].times, MOST_LISTED + 5);
}
