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

fn packs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")
}

#[test]
fn a_difference_is_told_in_words_of_each_language() {
    let (old, new) = (packs().join("leap/2023-24"), packs().join("leap/2026-27"));
    let (old, new) = (old.to_str().unwrap(), new.to_str().unwrap());
    let english = said(&["pack", "diff", old, new]);
    for line in [
        "From “LEAP growth and performance, 2023-24” to “LEAP growth and performance, 2026-27”",
        "\nWindows\n",
        "  Mid-year conversations (mid_year) › opens: ",
        "  Notice of non-renewal in hand (CAL-NR) › on: ",
        "  Appeal: day 0 (CAL-APP0) › counts from: LSD became RD.",
        "  Growth goals (slo): its source changed, from “C3545 (2024-25), a year later",
        "inferred became read in a source.",
    ] {
        assert!(english.contains(line), "{line}\n{english}");
    }
    let spanish = said(&["pack", "diff", old, new, "--language", "es"]);
    for line in [
        "De «LEAP, crecimiento y desempeño, 2023-24»",
        "\nPeríodos\n",
        "se abre: ",
        " pasó a ",
    ] {
        assert!(spanish.contains(line), "{line}\n{spanish}");
    }
    assert!(said(&["pack", "diff", new, new]).contains("Both say the same."));
    assert_eq!(
        refusal(&["pack", "diff", new, new, "--language", "fr"]),
        "There is no language fr: en or es."
    );
}

#[test]
fn a_new_pack_passes_its_check_and_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("larkspur/2027-28");
    let path = pack.to_str().unwrap();
    assert!(said(&["pack", "new", path]).contains("passes every check"));
    let report = json(&["pack", "check", path, "--json"]);
    assert_eq!(
        (report["pack"].as_str(), report["sound"].as_bool()),
        (Some("larkspur/2027-28"), Some(true))
    );
    assert!(refusal(&["pack", "new", path]).ends_with("is there already."));
    let odd = folder.path().join("larkspur/next");
    assert_eq!(
        refusal(&["pack", "new", odd.to_str().unwrap()]),
        "next is not a school year such as 2027-28."
    );
    let unknown = folder.path().join("larkspur/2028-29");
    let unknown = unknown.to_str().unwrap();
    assert!(
        refusal(&["pack", "new", unknown, "--extends", "nobody/2020-21"])
            .ends_with("does not load.")
    );
    assert!(!Path::new(unknown).exists());
}

#[test]
fn the_schemas_are_written_where_they_are_wanted() {
    let folder = tempfile::tempdir().unwrap();
    said(&["pack", "schema", folder.path().to_str().unwrap()]);
    for name in ["windows.json", "extending/windows.json"] {
        let committed = packs().join("../docs/pack.schema").join(name);
        let written = std::fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(
            written,
            std::fs::read_to_string(committed).unwrap(),
            "{name}"
        );
    }
}

#[test]
fn a_pack_that_extends_another_is_checked_with_it() {
    let report = json(&[
        "pack",
        "check",
        packs().join("leap/2023-24").to_str().unwrap(),
        "--json",
    ]);
    assert_eq!(
        (report["pack"].as_str(), report["sound"].as_bool()),
        (Some("leap/2023-24"), Some(true))
    );
}

#[test]
fn a_packs_situations_say_which_came_out_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    copy(&leap(), folder.path());
    assert!(said(&["pack", "test", path]).contains("situations came out as they should."));
    let rating = folder.path().join("rating.toml");
    let text = std::fs::read_to_string(&rating).unwrap();
    std::fs::write(&rating, text.replace("\"175/3\"", "60")).unwrap();
    let output = run(&["pack", "test", path]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("DIFFERS: Cuts\n    value: expected \"[25, 175/3, 250/3]\", came out \"[25, 60, 250/3]\""), "{told}");
    std::fs::remove_file(folder.path().join("situations.toml")).unwrap();
    assert!(refusal(&["pack", "test", path]).starts_with("There is no situations.toml"));
}
