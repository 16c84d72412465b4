//! The journal's language: every event that was ever written can be read for good. One golden file for each type and
//! version; `UPDATE_GOLDEN=1 cargo test -p domain` writes those that are missing and never touches one that is there.

mod examples;

use crate::castellano::rated;
use domain::thing::{EVENT_VERSION, Unreadable};
use domain::{Event, State};
use examples::{examples, name};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Once;

/// The types of all events that are written today.
pub fn names() -> impl Iterator<Item = &'static str> {
    examples().into_iter().map(|(name, _)| name)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Type, version and payload of every golden file.
fn golden() -> Vec<(String, u16, Value)> {
    static UPDATE: Once = Once::new();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        UPDATE.call_once(write_missing);
    }
    std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let file = path.file_name().unwrap().to_str().unwrap();
            let (event_type, version) = file
                .strip_suffix(".json")
                .unwrap()
                .rsplit_once(".v")
                .unwrap();
            let payload = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            (event_type.to_owned(), version.parse().unwrap(), payload)
        })
        .collect()
}

fn write_missing() {
    std::fs::create_dir_all(folder()).unwrap();
    for (_, event) in examples() {
        let (event_type, payload) = event.write().unwrap();
        let path = folder().join(format!("{event_type}.v{EVENT_VERSION}.json"));
        if !path.exists() {
            std::fs::write(path, serde_json::to_string_pretty(&payload).unwrap() + "\n").unwrap();
        }
    }
}

#[test]
fn every_event_is_written_under_its_own_name_and_reads_back_as_it_was() {
    for (named, event) in examples() {
        let (event_type, payload) = event.write().unwrap();
        assert_eq!((event_type.as_str(), name(&event)), (named, named));
        let text = serde_json::to_string(&payload).unwrap();
        let again = Event::read(
            &event_type,
            EVENT_VERSION,
            serde_json::from_str(&text).unwrap(),
        );
        assert_eq!(again.unwrap(), event);
    }
}

#[test]
fn every_event_ever_written_still_loads() {
    let golden = golden();
    for (event_type, version, payload) in &golden {
        let event = Event::read(event_type, *version, payload.clone());
        let event = event.unwrap_or_else(|why| panic!("{event_type}.v{version}: {why}"));
        // Whatever it was, it can happen to a state of its kind.
        State::new(event.kind()).apply(&event);
    }
    let kept: BTreeSet<_> = golden
        .iter()
        .map(|(event_type, version, _)| (event_type.as_str(), *version))
        .collect();
    let today: BTreeSet<_> = examples()
        .iter()
        .map(|(name, _)| (*name, EVENT_VERSION))
        .collect();
    let missing: Vec<_> = today.difference(&kept).collect();
    assert!(
        missing.is_empty(),
        "without a golden file: {missing:?}; UPDATE_GOLDEN=1 writes them"
    );
}

#[test]
fn what_is_written_today_is_what_was_written_before() {
    // A field that changes its name or its form needs a new version, or old journals lose it.
    for (event_type, version, payload) in golden() {
        if version == EVENT_VERSION {
            let (again, written) = Event::read(&event_type, version, payload.clone())
                .unwrap()
                .write()
                .unwrap();
            assert_eq!(again, event_type);
            assert!(
                holds(&written, &payload),
                "{event_type}: {payload} is now {written}"
            );
        }
    }
}

/// Whether everything that was kept is still written; new fields may stand beside it.
fn holds(written: &Value, kept: &Value) -> bool {
    match (written, kept) {
        (Value::Object(written), Value::Object(kept)) => kept
            .iter()
            .all(|(key, kept)| written.get(key).is_some_and(|written| holds(written, kept))),
        (Value::Array(written), Value::Array(kept)) => {
            written.len() == kept.len()
                && written
                    .iter()
                    .zip(kept)
                    .all(|(written, kept)| holds(written, kept))
        }
        (written, kept) => written == kept,
    }
}

#[test]
fn every_measure_reads_back_as_it_was() {
    for event in examples::other_measures() {
        let (event_type, payload) = event.write().unwrap();
        assert_eq!(
            Event::read(&event_type, EVENT_VERSION, payload).unwrap(),
            event
        );
    }
}

#[test]
fn every_state_of_a_whole_year_reads_back_as_it_was() {
    for (stream, (_, state)) in rated().states {
        let text = serde_json::to_string(&state).unwrap();
        assert_eq!(
            serde_json::from_str::<State>(&text).unwrap(),
            state,
            "{stream}"
        );
    }
}

#[test]
fn a_journal_of_a_newer_program_is_not_guessed_at() {
    let newer = Event::read(
        "person.language_chosen",
        EVENT_VERSION + 1,
        json!({ "language": "es" }),
    );
    assert!(matches!(newer, Err(Unreadable::Newer(version)) if version == EVENT_VERSION + 1));
}

#[test]
fn damage_is_reported_and_never_read_over() {
    for event_type in ["language_chosen", "persons.language_chosen", "", "."] {
        let unknown = Event::read(event_type, 1, json!({ "language": "es" }));
        assert!(
            matches!(unknown, Err(Unreadable::Type(_))),
            "{event_type}: {unknown:?}"
        );
    }
    for (event_type, payload) in [
        ("person.language_lost", json!({ "language": "es" })),
        ("person.language_chosen", json!({ "tongue": "es" })),
        ("person.language_chosen", Value::Null),
        ("observation.shared", json!([])),
    ] {
        let damaged = Event::read(event_type, 1, payload);
        assert!(
            matches!(damaged, Err(Unreadable::Payload(_))),
            "{event_type}: {damaged:?}"
        );
    }
}

#[test]
fn a_year_that_is_none_is_damage_too() {
    let payload = json!({ "ratings": [{ "year": "26", "rating": "A" }] });
    assert!(matches!(
        Event::read("person.prior_ratings", 1, payload),
        Err(Unreadable::Payload(_))
    ));
}
