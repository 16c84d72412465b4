//! Whether the record is sound, and making anew what follows from the journal.

use crate::program::{Place, json, run, said};
use record::{Clock, Record};
use std::path::Path;

#[test]
fn a_sound_record_is_said_to_be_sound() {
    let place = Place::new().with_people();
    let report = json(&["verify", "--database", &place.database, "--json"]);
    assert_eq!(report["sound"], true);
    assert_eq!(report["findings"], serde_json::json!([]));
    assert!(report["entries"].as_u64().unwrap() > 60, "{report}");
    let printed = said(&["verify", "--database", &place.database]);
    assert!(
        printed.contains(&format!("{} entries", report["entries"]))
            && printed.contains(report["root"].as_str().unwrap()),
        "{printed}"
    );
}

#[tokio::test]
async fn a_word_that_was_changed_in_the_file_is_found() {
    let place = Place::new().with_people();
    let record = Record::open(&place.database, Clock::system())
        .await
        .unwrap();
    // One file without a log beside it, so that what is changed in it is what is read.
    let path = place.path().join("changed.db");
    record.copy_to(&path).await.unwrap();
    exchange_bytes(&path, "Castellano", "Castellani");
    let database = format!("sqlite:{}", path.display());
    let output = run(&["verify", "--database", &database, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["sound"], false);
    assert!(!report["findings"].as_array().unwrap().is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("The record is not sound"));
    assert_eq!(
        json(&["verify", "--database", &place.database, "--json"])["sound"],
        true,
        "the record itself was not touched"
    );
}

#[test]
fn rebuilding_makes_the_same_record_again() {
    let place = Place::new().with_people();
    let before = json(&["verify", "--database", &place.database, "--json"]);
    let rebuilt = json(&["rebuild", "--database", &place.database, "--json"]);
    assert_eq!(rebuilt["streams"], before["streams"]);
    assert_eq!(
        json(&["verify", "--database", &place.database, "--json"]),
        before
    );
}

fn exchange_bytes(path: &Path, from: &str, to: &str) {
    let mut bytes = std::fs::read(path).unwrap();
    let mut found = 0;
    for at in 0..bytes.len() - from.len() {
        if bytes[at..].starts_with(from.as_bytes()) {
            bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
            found += 1;
        }
    }
    assert!(found > 0, "{from} is not in the file");
    std::fs::write(path, bytes).unwrap();
}
