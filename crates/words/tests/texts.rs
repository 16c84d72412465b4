//! Every text exists in every language, once, with the same arguments.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use words::{Key, Language, Words, keys};

fn of(language: Language) -> Vec<Key> {
    keys(language).unwrap_or_else(|(path, error)| panic!("{path}: {error}"))
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_arguments() {
    let by_name = |language| -> BTreeMap<String, Key> {
        of(language)
            .into_iter()
            .map(|key| (key.name.clone(), key))
            .collect()
    };
    let (english, spanish) = (by_name(Language::En), by_name(Language::Es));
    let mut differences = Vec::new();
    for (name, key) in &english {
        match spanish.get(name) {
            None => differences.push(format!("{}.ftl: {name} is not in Spanish", key.room)),
            Some(other) if other != key => differences.push(format!(
                "{}.ftl: {name} takes {:?}, in Spanish ({}.ftl) {:?}",
                key.room, key.arguments, other.room, other.arguments
            )),
            Some(_) => {}
        }
    }
    for (name, key) in &spanish {
        if !english.contains_key(name) {
            differences.push(format!("{}.ftl: {name} is not in English", key.room));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(english.contains_key("date-full"));
}

#[test]
fn no_text_stands_twice() {
    for language in Language::ALL {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for key in of(language) {
            if let Some(room) = seen.insert(key.name.clone(), key.room.clone()) {
                panic!(
                    "{} stands in {room}.ftl and in {}.ftl ({})",
                    key.name,
                    key.room,
                    language.tag()
                );
            }
        }
    }
}

#[test]
fn plural_forms_follow_the_number() {
    for (language, one, many) in [
        (Language::En, "1 word", "2 words"),
        (Language::Es, "1 palabra", "2 palabras"),
    ] {
        let words = Words::new(language);
        assert_eq!(words.with("count-words", &[("count", 1.into())]), one);
        assert_eq!(words.with("count-words", &[("count", 2.into())]), many);
    }
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "there is no such text")]
fn a_text_that_does_not_exist_stops_a_test() {
    Words::new(Language::En).say("no-such-text");
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "weekday")]
fn an_argument_that_is_missing_stops_a_test() {
    Words::new(Language::Es).with("date-day", &[("day", 3.into()), ("month", "may".into())]);
}

#[test]
fn the_language_travels_as_its_tag() {
    let json = serde_json::to_string(&Language::Es).unwrap();
    assert_eq!(json, "\"es\"");
    assert_eq!(
        serde_json::from_str::<Language>("\"en\"").unwrap(),
        Language::En
    );
}
