//! Who may depend on whom, as ARCHITECTURE.md draws it, and which outside crates stay on one floor.

use crate::fault::{Fault, none};
use crate::tree::{File, files};

/// Each floor with the floors that it may name, lowest first.
const FLOORS: [(&str, &[&str]); 10] = [
    ("policy", &[]),
    ("words", &[]),
    ("domain", &["policy"]),
    ("access", &["domain"]),
    ("record", &["access", "domain", "policy"]),
    ("letters", &["domain", "policy", "words"]),
    ("exchange", &["record", "access", "domain", "policy"]),
    (
        "pages",
        &[
            "record", "access", "domain", "policy", "letters", "exchange", "words",
        ],
    ),
    (
        "simulate",
        &[
            "exchange", "record", "letters", "access", "domain", "policy", "words",
        ],
    ),
    (
        "forthright",
        &[
            "pages", "exchange", "letters", "record", "access", "domain", "policy", "words",
            "simulate",
        ],
    ),
];

/// The floors whose tests may let simulated people live through a year.
const TESTED_BY_PEOPLE: [&str; 3] = ["record", "exchange", "pages"];

/// Outside crates that some floors must not know: the beginning of the name, and who may.
const OUTSIDE: [(&str, &[&str]); 10] = [
    ("rusqlite", &["record"]),
    ("tokio-postgres", &["record"]),
    ("deadpool", &["record"]),
    ("maud", &["pages"]),
    ("axum", &["pages", "forthright"]),
    ("lettre", &["letters", "forthright"]),
    ("typst", &["letters"]),
    ("clap", &["forthright"]),
    (
        "tokio",
        &["record", "exchange", "pages", "simulate", "forthright"],
    ),
    ("fluent", &["words"]),
];

fn check(manifests: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in manifests {
        let Some(floor) = file.floor() else { continue };
        if !file.path.ends_with("/Cargo.toml") {
            continue;
        }
        let fault = |name: &str, what: String, mend| Fault {
            path: file.path.clone(),
            line: line_of(&file.text, name),
            what,
            mend,
        };
        let Some((_, below)) = FLOORS.iter().find(|(name, _)| *name == floor) else {
            faults.push(fault(
                "name",
                format!("{floor} is not a floor of the drawing"),
                "a crate is a floor because it forbids something: draw it in ARCHITECTURE.md and add it to FLOORS",
            ));
            continue;
        };
        let manifest: toml::Table = match file.text.parse() {
            Ok(manifest) => manifest,
            Err(error) => {
                faults.push(fault("", error.to_string(), "a manifest must be TOML"));
                continue;
            }
        };
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let Some(named) = manifest.get(kind).and_then(toml::Value::as_table) else {
                continue;
            };
            for name in named.keys() {
                let of_ours = FLOORS.iter().any(|(other, _)| other == name);
                let for_tests = kind == "dev-dependencies"
                    && name == "simulate"
                    && TESTED_BY_PEOPLE.contains(&floor);
                // A crate names itself to give its own tests a feature.
                let itself = kind == "dev-dependencies" && name == floor;
                if of_ours && !itself && !below.contains(&name.as_str()) && !for_tests {
                    faults.push(fault(
                        name,
                        format!("{floor} must not know {name}; it may know {below:?}"),
                        "move the code to the floor that may, or hand the value in from above",
                    ));
                }
                let kept = OUTSIDE
                    .iter()
                    .find(|(start, _)| *start == name || name.starts_with(&format!("{start}-")));
                if let Some((_, may)) = kept
                    && !may.contains(&floor)
                {
                    faults.push(fault(
                        name,
                        format!("{floor} must not know {name}; only {may:?} may"),
                        "keep what this crate does behind the floor that owns it",
                    ));
                }
            }
        }
    }
    faults
}

fn line_of(text: &str, name: &str) -> usize {
    let found = text
        .lines()
        .position(|line| line.starts_with(name) || line.contains(&format!("dependencies.{name}]")));
    found.unwrap_or(0) + 1
}

#[test]
fn each_floor_knows_only_the_floors_below() {
    let files = files();
    for (floor, _) in FLOORS {
        let path = format!("crates/{floor}/Cargo.toml");
        assert!(files.iter().any(|file| file.path == path), "{path} is gone");
    }
    none(&check(&files));
}

#[test]
fn a_floor_that_looks_up_is_found() {
    let sample = |floor: &str, text: &str| {
        let path = format!("crates/{floor}/Cargo.toml");
        check(&[File::sample(&path, text)])
    };
    let up = "[package]\nname = \"domain\"\n[dependencies]\nrecord = { workspace = true }\n";
    assert_eq!(sample("domain", up)[0].line, 4);
    assert_eq!(sample("access", "[dependencies]\npolicy = \"*\"").len(), 1);
    assert_eq!(sample("pages", "[dependencies]\nrusqlite = \"1\"").len(), 1);
    assert_eq!(
        sample("domain", "[dependencies.tokio]\nversion = \"1\"").len(),
        1
    );
    assert_eq!(
        sample("pages", "[dependencies]\nsimulate = \"1\"").len(),
        1,
        "only its tests may"
    );
    assert_eq!(sample("helpers", "[package]").len(), 1);
    assert!(
        sample(
            "pages",
            "[dependencies]\nrecord = \"1\"\nmaud = \"1\"\n[dev-dependencies]\nsimulate = \"1\""
        )
        .is_empty()
    );
}
