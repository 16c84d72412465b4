//! SQL is in `record` alone, so that every statement is run on both engines by one test.

use crate::fault::{Fault, none};
use crate::reading::read;
use crate::tree::{File, files};

/// Whether a text is SQL: a statement's first words, in one case, with the word that must follow. Sentences for
/// people ("Select a person from the list") start otherwise.
fn is_sql(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let Some(first) = words.first() else {
        return false;
    };
    let one_case = *first == first.to_lowercase() || *first == first.to_uppercase();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let second = lower.get(1).map_or("", String::as_str);
    let later = |wanted: &str| lower.iter().skip(2).any(|word| word == wanted);
    one_case
        && match lower[0].as_str() {
            "select" => later("from") || second.ends_with(')') || second == "1",
            "insert" => ["into", "or"].contains(&second),
            "update" => later("set"),
            "delete" => second == "from",
            "create" | "alter" | "drop" => {
                ["table", "index", "unique", "view", "trigger", "schema"].contains(&second)
            }
            "with" => later("as") && later("select"),
            "pragma" => words.len() > 1,
            "begin" => ["immediate", "transaction"].contains(&second),
            "savepoint" | "truncate" => words.len() > 1,
            _ => false,
        }
}

fn check(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut add = |file: &File, line, what: String| {
        faults.push(Fault {
            path: file.path.clone(),
            line,
            what,
            mend: "ask record for what you need; the statement stands there, beside its room",
        });
    };
    for file in files {
        if file.floor() == Some("record") {
            continue;
        }
        if file.path.ends_with(".sql") {
            add(file, 1, "a file of SQL outside record".to_owned());
        }
        if file.floor().is_none() || !file.path.ends_with(".rs") {
            continue;
        }
        for text in read(&file.text).texts {
            if !text.around.attribute && is_sql(&text.value) {
                let start: String = text.value.chars().take(40).collect();
                add(file, text.line, format!("SQL outside record: {start:?}"));
            }
        }
    }
    faults
}

#[test]
fn sql_stands_in_record_alone() {
    none(&check(&files()));
}

#[test]
fn a_statement_is_told_from_a_sentence() {
    for statement in [
        "select name from person where id = ?1",
        "SELECT count(*) FROM journal",
        "\n  insert into person (id)\n values (?1)",
        "update person set name = ?1",
        "delete from session",
        "create unique index by_name on person (name)",
        "with recent as (select 1) select * from recent",
        "pragma journal_mode = wal",
    ] {
        assert!(is_sql(statement), "{statement}");
    }
    for other in [
        "select",
        "update",
        "Select a person from the list",
        "with",
        "create the year",
        "delete",
        "update-failed",
        "insert a page",
    ] {
        assert!(!is_sql(other), "{other}");
    }
    let sample = "fn a() { db.get(\"select name from person\"); }";
    assert_eq!(
        check(&[File::sample("crates/pages/src/people.rs", sample)]).len(),
        1
    );
    assert!(check(&[File::sample("crates/record/src/people.rs", sample)]).is_empty());
}
