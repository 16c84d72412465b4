//! The schemas of a pack's files: as they are committed, and against the packs themselves.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{files, files_of};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/pack.schema")
}

/// `UPDATE_SCHEMA=1` writes them anew.
#[test]
fn the_committed_schemas_are_those_of_the_types() {
    for (name, schema) in policy::schemas() {
        let path = folder().join(format!("{name}.json"));
        let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &text).unwrap();
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            committed == text,
            "{name}: write it anew with UPDATE_SCHEMA=1"
        );
    }
}

#[test]
fn every_file_of_our_packs_fits_its_schema() {
    let schemas = policy::schemas();
    for (files, below) in [(files(), ""), (files_of("leap/2023-24"), "extending/")] {
        for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".toml")) {
            let name = format!("{below}{}", path.trim_end_matches(".toml"));
            let Some((_, schema)) = schemas.iter().find(|(other, _)| *other == name) else {
                continue;
            };
            assert!(
                text.starts_with(&format!("#:schema ../../../docs/pack.schema/{name}.json\n")),
                "{path} does not name its schema"
            );
            let value: toml::Value = toml::from_str(text).unwrap();
            let wrong = faults(schema, schema, &serde_json::to_value(value).unwrap(), "");
            assert!(wrong.is_empty(), "{path}:\n{}", wrong.join("\n"));
        }
    }
}

#[test]
fn a_schema_refuses_what_the_loader_refuses() {
    let schemas = policy::schemas();
    let windows = &schemas
        .iter()
        .find(|(name, _)| name == "windows")
        .unwrap()
        .1;
    for (text, wrong) in [
        (
            "[[date]]\nid = \"A\"\nlabel = { en = \"a\", es = \"b\" }\ndate = 2027-01-01\nknown = \"D\"\nsource = \"x\"\n[[window]]",
            "opens",
        ),
        (
            "[[date]]\nid = \"A\"\nlabel = { en = \"a\", es = \"b\" }\nknown = \"D\"\nsource = \"x\"",
            "one of",
        ),
        (
            "[[date]]\nid = \"A\"\nlabel = { en = \"a\" }\ndate = 2027-01-01\nknown = \"D\"\nsource = \"x\"",
            "es",
        ),
        (
            "[[date]]\nid = \"A\"\nlabel = { en = \"a\", es = \"b\" }\nanchor = \"FSD\"\ndays = 1\nunit = \"weeks\"\nknown = \"D\"\nsource = \"x\"",
            "weeks",
        ),
        ("colour = 1", "colour"),
    ] {
        let value: toml::Value = toml::from_str(text).unwrap();
        let told = faults(windows, windows, &serde_json::to_value(value).unwrap(), "").join("\n");
        assert!(told.contains(wrong), "{text}: {told}");
    }
}

/// What of `value` does not fit, for the words that our schemas use.
fn faults(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(&reference[1..]).unwrap();
        return faults(root, target, value, place);
    }
    let mut found = vec![];
    for (word, all) in [("allOf", true), ("anyOf", false), ("oneOf", false)] {
        let Some(parts) = schema.get(word).and_then(Value::as_array) else {
            continue;
        };
        let results: Vec<_> = parts
            .iter()
            .map(|part| faults(root, part, value, place))
            .collect();
        if all {
            found.extend(results.into_iter().flatten());
        } else if results.iter().all(|wrong| !wrong.is_empty()) {
            found.push(format!("{place}: {value} is not one of {parts:?}"));
        }
    }
    let kinds: Vec<&str> = match schema.get("type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => vec![],
    };
    let is = |kind: &&str| match *kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string() || value.is_object(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("{other}"),
    };
    if !kinds.is_empty() && !kinds.iter().any(is) {
        found.push(format!("{place}: {value} is not {kinds:?}"));
    }
    let one_of = |word: &str| schema.get(word).and_then(Value::as_array);
    if one_of("enum").is_some_and(|allowed| !allowed.contains(value))
        || schema.get("const").is_some_and(|only| only != value)
    {
        found.push(format!("{place}: {value} is not one of the words"));
    }
    if let Some(items) = value.as_array()
        && let Some(each) = schema.get("items")
    {
        found.extend(
            items
                .iter()
                .enumerate()
                .flat_map(|(at, item)| faults(root, each, item, &format!("{place}[{at}]"))),
        );
    }
    let Some(object) = value.as_object() else {
        return found;
    };
    for key in one_of("required")
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
    {
        if !object.contains_key(key) {
            found.push(format!("{place}: {key} is missing"));
        }
    }
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        for (key, value) in object {
            match properties.get(key) {
                Some(property) => {
                    found.extend(faults(root, property, value, &format!("{place}.{key}")))
                }
                None if schema.get("additionalProperties") == Some(&Value::Bool(false)) => {
                    found.push(format!("{place}: {key} means nothing"));
                }
                None => {}
            }
        }
    }
    found
}
