//! Every event ever written has a sentence in both languages: the golden files are walked.
#![allow(clippy::unwrap_used)]

use super::{Names, key, told};
use domain::{Event, Kind, PersonId, Stream};
use record::Line;
use words::{Language, Words};

fn line(event_type: &str, event: Option<Event>) -> Line {
    Line {
        sequence: 1,
        at: "2027-01-14T22:45:00Z".parse().unwrap(),
        actor: PersonId(uuid::Uuid::from_u128(7)),
        stream: Stream::of(Kind::Person, PersonId(uuid::Uuid::from_u128(7))),
        version: 1,
        event_type: event_type.to_owned(),
        event,
    }
}

/// Type, version and payload of each golden file of the domain.
fn golden() -> Vec<(String, u16, serde_json::Value)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../domain/tests/golden");
    let mut found = vec![];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let (event_type, version) = name.rsplit_once(".v").unwrap();
        let payload = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        found.push((event_type.to_owned(), version.parse().unwrap(), payload));
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

#[test]
fn every_event_ever_written_is_told_in_both_languages() {
    let golden = golden();
    assert!(
        golden.len() >= 30,
        "only {} golden files were found",
        golden.len()
    );
    for language in Language::ALL {
        let words = Words::new(language);
        for (event_type, version, payload) in &golden {
            assert!(
                words.knows(&key(event_type)),
                "{} has no sentence in {}",
                event_type,
                language.tag()
            );
            let event = Event::read(event_type, *version, payload.clone()).unwrap();
            let told = told(
                words,
                None,
                &Names::default(),
                &line(event_type, Some(event)),
            );
            assert!(
                told.sentence.ends_with('.') && !told.sentence.contains('{'),
                "{event_type}: {}",
                told.sentence
            );
        }
    }
}

#[test]
fn what_was_erased_is_told_without_what_it_said() {
    for language in Language::ALL {
        let words = Words::new(language);
        for event_type in ["erased", "observation.shared"] {
            let told = told(words, None, &Names::default(), &line(event_type, None));
            assert!(
                told.sentence.ends_with('.') && told.said.is_none(),
                "{}",
                told.sentence
            );
        }
    }
}
