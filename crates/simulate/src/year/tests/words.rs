//! What people write reads as written by people: filled, varied, long enough to follow and short enough to be read.

use super::*;
use domain::State;
use std::collections::{BTreeMap, BTreeSet};

/// Every text of the year, with where it stands.
fn texts() -> Vec<(String, String)> {
    let mut texts = vec![];
    for (stream, (_, state)) in village().paper.states() {
        // The pack's own files, and pages of the toolkit that call its values by name.
        if matches!(
            stream.kind,
            domain::Kind::SchoolYear | domain::Kind::Library
        ) {
            continue;
        }
        let value = serde_json::to_value(state).unwrap();
        collect(&stream.to_string(), &value, &mut texts);
    }
    texts
}

fn collect(path: &str, value: &serde_json::Value, texts: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::String(text) => texts.push((path.to_owned(), text.clone())),
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(path, item, texts)),
        serde_json::Value::Object(fields) => fields
            .iter()
            .for_each(|(name, item)| collect(&format!("{path}.{name}"), item, texts)),
        _ => {}
    }
}

#[test]
fn no_field_stands_empty_in_a_text() {
    for (path, text) in texts() {
        assert!(
            !text.contains('{') && !text.contains("  "),
            "{path}: {text}"
        );
        assert!(
            !text.contains(" .") && !text.contains("..") && !text.contains(": ."),
            "{path}: {text}"
        );
    }
}

#[test]
fn every_subject_and_every_band_has_words() {
    let bank = Bank::open().unwrap();
    for indicator in larkspur::OBSERVED {
        for band in ["nm", "low", "sound", "high"] {
            let texts = &bank.lessons[indicator][band];
            assert!(!texts.is_empty(), "{indicator} {band}");
            // Subjects without pupils' work on the table need a text, too.
            assert!(
                texts.iter().any(|(text, _)| !text.contains("{work")),
                "{indicator} {band}"
            );
        }
        assert!(bank.levels.contains_key(indicator));
    }
    for (area, subject) in [
        ("grade 1", "early"),
        ("grade 5, dual language", "upper"),
        ("language arts", "english"),
        ("visual arts", "art"),
        ("English language development", "language"),
        ("career and technical education", "projects"),
    ] {
        assert_eq!(bank.subject(area).unwrap().id, subject, "{area}");
    }
}

#[test]
fn rationales_have_the_length_that_the_pack_asks_for() {
    let guidance = &village().pack().rationale;
    for (stream, (_, state)) in village().paper.states() {
        let State::Rationale(rationale) = state else {
            continue;
        };
        let text = &rationale.latest().unwrap().text;
        let words = u32::try_from(text.split_whitespace().count()).unwrap();
        assert!(
            guidance.words_from <= words && words <= guidance.words_to,
            "{stream}, {words} words: {text}"
        );
    }
}

#[test]
fn lessons_are_told_in_many_ways() {
    let mut by_text: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all = 0;
    for (_, state) in village().paper.states().values() {
        let State::Observation(observation) = state else {
            continue;
        };
        for seen in observation
            .lesson
            .iter()
            .flat_map(|lesson| lesson.seen.values())
        {
            *by_text.entry(&seen.text).or_default() += 1;
            all += 1;
        }
    }
    assert!(
        by_text.len() * 10 >= all * 7,
        "{} of {all} differ",
        by_text.len()
    );
    assert!(
        by_text.values().all(|count| *count <= 12),
        "{:?}",
        by_text.iter().max_by_key(|(_, count)| **count)
    );
}

#[test]
fn some_write_in_spanish_and_are_answered_in_it() {
    let spanish: BTreeSet<String> = village()
        .evaluated()
        .iter()
        .filter(|record| record.person.language.as_deref() == Some("es"))
        .map(|record| record.person.particulars.name.full())
        .collect();
    assert!(
        spanish.contains("Luis Barragán") && spanish.len() >= 4,
        "{spanish:?}"
    );
    let luis = village().record_named("Luis Barragán");
    assert!(
        luis.messages
            .values()
            .all(|message| message.sent.as_ref().unwrap().language == "es")
    );
}
