//! The rating language, and the published systems that are written in it.

mod faulty;
mod leap;
mod naive;
mod properties;
mod random;
mod systems;

use policy::rule::{Rule, Rules};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/systems")
}

/// The rules of every published system, by file.
fn systems() -> Vec<(String, Rules)> {
    let mut systems = Vec::new();
    let mut faults = Vec::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "toml") {
            continue;
        }
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        match policy::rule::read(&name, &fs::read_to_string(&path).unwrap()) {
            Ok(rules) => systems.push((name, rules)),
            Err(problems) => faults.extend(problems.iter().map(ToString::to_string)),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    systems.sort_by(|a, b| a.0.cmp(&b.0));
    systems
}

fn rules() -> Vec<Rule> {
    systems()
        .into_iter()
        .flat_map(|(_, rules)| rules.rules)
        .collect()
}
