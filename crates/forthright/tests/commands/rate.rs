//! Rating outside of any record, and published examples.

use crate::program::{json, refusal, run, said};
use std::path::{Path, PathBuf};

fn packs(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../packs")
        .join(inside)
}

/// Writes inputs and gives the arguments that rate them.
fn rate(folder: &Path, rules: &str, inputs: &str, more: &[&str]) -> Vec<String> {
    let file = folder.join("inputs.json");
    std::fs::write(&file, inputs).unwrap();
    let mut arguments = vec!["rate".to_owned()];
    arguments.push(packs(rules).display().to_string());
    arguments.push(file.display().to_string());
    arguments.extend(more.iter().map(ToString::to_string));
    arguments
}

fn words(arguments: &[String]) -> Vec<&str> {
    arguments.iter().map(String::as_str).collect()
}

#[test]
fn a_rating_comes_with_the_way_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let inputs = r#"{"growth": 2.4, "practice": 3.1}"#;
    let said = said(&words(&rate(
        folder.path(),
        "systems/louisiana.toml",
        inputs,
        &[],
    )));
    for line in [
        "rating: Effective: Proficient",
        "composite: 2.75",
        "rating = Effective: Proficient [band]",
        "composite = 2.75 [mean]",
        "growth = 2.4",
    ] {
        assert!(said.contains(line), "{line:?} is not in\n{said}");
    }
    let arguments = rate(folder.path(), "systems/louisiana.toml", inputs, &["--json"]);
    let report = json(&words(&arguments));
    assert_eq!(
        (
            report["outcome"].as_str(),
            report["outputs"]["composite"].as_str()
        ),
        (Some("rated"), Some("11/4"))
    );
    let rating = &report["trace"]["outputs"][0]["step"];
    assert_eq!(
        (rating["step"].as_str(), rating["value"]["label"].as_str()),
        (Some("rating"), Some("Effective: Proficient"))
    );
}

#[test]
fn no_rating_and_a_persons_choice_are_answers() {
    let folder = tempfile::tempdir().unwrap();
    let missing = rate(
        folder.path(),
        "systems",
        r#"{"growth": 2.4, "practice": null}"#,
        &["--rule", "louisiana-parts"],
    );
    assert!(said(&words(&missing)).contains("No rating: practice is missing."));
    let corner = rate(
        folder.path(),
        "systems",
        r#"{"teacher_practice": 4, "student_outcomes": 1}"#,
        &["--json"],
    );
    let report = json(&words(&corner));
    assert_eq!(
        report["outcome"]["judgement_required"]["why"].as_str(),
        Some("GATHER_FURTHER_INFORMATION")
    );
}

#[test]
fn what_cannot_be_rated_is_said_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let strange = rate(
        folder.path(),
        "systems/louisiana.toml",
        r#"{"grwoth": 2}"#,
        &[],
    );
    assert!(refusal(&words(&strange)).starts_with("No rule has the inputs grwoth"));
    let several = rate(
        folder.path(),
        "systems",
        r#"{"any_component_is_1": true}"#,
        &[],
    );
    assert!(refusal(&words(&several)).ends_with("Name one with --rule."));
    let broken = rate(folder.path(), "systems", "{", &[]);
    assert!(refusal(&words(&broken)).contains("is not JSON"));
}

#[test]
fn every_published_example_passes_and_a_changed_one_is_told() {
    for file in ["systems/vectors.json", "systems/derived.json"] {
        let path = packs(file).display().to_string();
        let report = json(&["pack", "vectors", &path, "--json"]);
        assert_eq!(report["examples"], report["passed"], "{file}");
    }
    let folder = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string(packs("systems/vectors.json")).unwrap();
    let changed =
        text.replacen("131.25", "131.26", 1)
            .replacen("Alachua County", "Another County", 1);
    let file = folder.path().join("changed.json");
    std::fs::write(&file, changed).unwrap();
    let output = run(&["pack", "vectors", file.to_str().unwrap()]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    for line in [
        "differed co-std1-L4 (colorado-standard)",
        "weighted_standard_score: 525/4, not 6563/50",
        "no rule  fl-alachua-2012",
        "115 of 117 passed.",
    ] {
        assert!(told.contains(line), "{line:?} is not in\n{told}");
    }
}
