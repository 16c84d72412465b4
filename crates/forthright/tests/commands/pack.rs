//! Checking a policy pack.

use crate::program::{json, refusal, run, said};
use std::path::{Path, PathBuf};

pub fn leap() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/leap/2026-27")
}

#[test]
fn our_pack_is_sound_and_says_what_is_not_settled() {
    let folder = leap();
    let report = json(&["pack", "check", folder.to_str().unwrap(), "--json"]);
    assert_eq!(
        (report["pack"].as_str(), report["sound"].as_bool()),
        (Some("leap/2026-27"), Some(true))
    );
    assert_eq!(
        report["demo"],
        !report["unsettled"].as_array().unwrap().is_empty()
    );
    assert!(said(&["pack", "check", folder.to_str().unwrap()]).contains("sound"));
}

#[test]
fn a_fault_is_told_with_file_line_and_mend() {
    let folder = tempfile::tempdir().unwrap();
    copy(&leap(), folder.path());
    let rating = folder.path().join("rating.toml");
    let text = std::fs::read_to_string(&rating).unwrap();
    std::fs::write(&rating, format!("nonsense = 1\n{text}")).unwrap();
    let output = run(&["pack", "check", folder.path().to_str().unwrap(), "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let problem = &report["problems"][0];
    assert_eq!(
        (
            report["sound"].as_bool(),
            problem["file"].as_str(),
            problem["line"].as_u64()
        ),
        (Some(false), Some("rating.toml"), Some(1))
    );
    assert!(
        problem["mend"].as_str().unwrap().contains("nonsense"),
        "{problem}"
    );
    let sentence = refusal(&["pack", "check", folder.path().to_str().unwrap()]);
    assert_eq!(sentence, "The pack does not load: one problem.");
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    assert!(
        refusal(&["pack", "check", "/nowhere/pack"])
            .starts_with("The folder /nowhere/pack cannot be read")
    );
}

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
