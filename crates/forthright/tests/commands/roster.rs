//! Importing a roster from the command line.

use crate::program::{Place, json, refusal, run, said};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn import(place: &Place, roster: &Path, hr: Option<&Path>, more: &[&str]) -> Value {
    let mut arguments = vec![
        "roster",
        "import",
        roster.to_str().unwrap(),
        "--database",
        &place.database,
        "--json",
    ];
    if let Some(hr) = hr {
        arguments.extend(["--hr", hr.to_str().unwrap()]);
    }
    arguments.extend(more);
    json(&arguments)
}

#[test]
fn a_dry_run_says_what_the_import_then_does_and_twice_changes_nothing() {
    let place = Place::new();
    let (roster, hr) = place.roster();
    let dry = import(&place, &roster, Some(&hr), &["--dry-run"]);
    assert_eq!(dry["applied"], false);
    assert_eq!(dry["teachers"], 60);
    assert_eq!(
        json(&["verify", "--database", &place.database, "--json"])["entries"],
        0
    );
    let mut applied = import(&place, &roster, Some(&hr), &[]);
    assert_eq!(applied["applied"], true);
    applied["applied"] = false.into();
    assert_eq!(applied, dry);
    let entries = json(&["verify", "--database", &place.database, "--json"])["entries"].clone();
    let again = import(&place, &roster, Some(&hr), &[]);
    assert_eq!(again["people"]["unchanged"], dry["people"]["added"]);
    assert_eq!(
        (
            &again["people"]["added"],
            &again["people"]["changed"],
            &again["people"]["ended"]
        ),
        (&0.into(), &0.into(), &0.into())
    );
    assert_eq!(
        json(&["verify", "--database", &place.database, "--json"])["entries"],
        entries
    );
}

#[test]
fn a_zip_is_taken_like_its_folder() {
    let place = Place::new();
    let zip = place.path().join("roster.zip");
    std::fs::write(&zip, simulate::roster::Package::demo().zip().unwrap()).unwrap();
    let (roster, _) = place.roster();
    assert_eq!(
        import(&place, &zip, None, &["--dry-run"]),
        import(&place, &roster, None, &["--dry-run"])
    );
}

#[test]
fn while_an_error_stands_nothing_is_applied_and_each_problem_has_its_place_and_mend() {
    let place = Place::new();
    let (roster, _) = place.roster();
    let roles = roster.join("roles.csv");
    let text = std::fs::read_to_string(&roles).unwrap();
    let second = text.lines().nth(1).unwrap().to_owned();
    std::fs::write(&roles, format!("{text}{second}\n")).unwrap();
    let output = run(&[
        "roster",
        "import",
        roster.to_str().unwrap(),
        "--database",
        &place.database,
    ]);
    assert_eq!(output.status.code(), Some(1));
    let printed = String::from_utf8(output.stdout).unwrap();
    let line = printed
        .lines()
        .find(|line| line.trim_start().starts_with("error roles.csv:"))
        .unwrap_or_else(|| panic!("{printed}"));
    assert!(
        line.contains(&format!("roles.csv:{}", text.lines().count() + 1)),
        "{line}"
    );
    assert!(
        line.ends_with('.') && line.matches(". ").count() >= 1,
        "a problem and its mend: {line}"
    );
    assert!(printed.contains("Nothing was applied."), "{printed}");
    assert_eq!(
        String::from_utf8(output.stderr).unwrap().trim(),
        "The files have 1 error: nothing can be applied until they are mended."
    );
    assert_eq!(
        json(&["verify", "--database", &place.database, "--json"])["entries"],
        0
    );
}

#[test]
fn a_file_without_most_of_the_people_needs_a_confirmation() {
    let place = Place::new();
    let (roster, _) = place.roster();
    import(&place, &roster, None, &[]);
    for name in ["users.csv", "roles.csv"] {
        let path = roster.join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        let few: Vec<&str> = text.lines().take(11).collect();
        std::fs::write(&path, few.join("\n") + "\n").unwrap();
    }
    // Roles of people who are no longer in the file would be errors.
    let users = std::fs::read_to_string(roster.join("users.csv")).unwrap();
    let ids: BTreeSet<&str> = users
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').next())
        .collect();
    let roles = std::fs::read_to_string(roster.join("roles.csv")).unwrap();
    let own = roles
        .lines()
        .enumerate()
        .filter(|(number, line)| *number == 0 || line.split(',').any(|value| ids.contains(value)));
    std::fs::write(
        roster.join("roles.csv"),
        own.map(|(_, line)| format!("{line}\n")).collect::<String>(),
    )
    .unwrap();
    let sentence = refusal(&[
        "roster",
        "import",
        roster.to_str().unwrap(),
        "--database",
        &place.database,
    ]);
    assert!(
        sentence.starts_with("Nothing was applied: the file would end"),
        "{sentence}"
    );
    let applied = import(&place, &roster, None, &["--confirm-removals"]);
    assert_eq!(
        (
            applied["applied"].as_bool(),
            applied["needs_confirmation"].as_bool()
        ),
        (Some(true), Some(true))
    );
}

#[test]
fn what_cannot_be_read_is_said() {
    let place = Place::new();
    assert!(
        refusal(&[
            "roster",
            "import",
            "/nowhere.zip",
            "--database",
            &place.database
        ])
        .starts_with("/nowhere.zip cannot be read")
    );
}

/// The outside oracle: a roster of another program, with its own account of what is in it.
#[test]
fn a_real_sized_roster_is_counted_as_its_maker_counted_it() {
    let Some(folder) = std::env::var_os("FORTHRIGHT_ROSTER").map(PathBuf::from) else {
        eprintln!("skipped: FORTHRIGHT_ROSTER names no folder made by make_roster.py");
        return;
    };
    let expected: Value =
        serde_json::from_slice(&std::fs::read(folder.join("expected.json")).unwrap()).unwrap();
    let place = Place::new();
    let report = import(
        &place,
        &folder.join("bulk-1"),
        Some(&folder.join("hr")),
        &[],
    );
    for (name, rows) in expected["bulk-1"].as_object().unwrap() {
        assert_eq!(
            report["files"]
                .get(name)
                .and_then(Value::as_u64)
                .unwrap_or(0),
            rows.as_u64().unwrap(),
            "{name}"
        );
    }
    assert_eq!(
        (&report["teachers"], &report["evaluators"]),
        (&expected["teachers"], &expected["evaluators"])
    );
    assert_eq!(
        (report["applied"].as_bool(), report["errors"].as_u64()),
        (Some(true), Some(0))
    );
    let dirty = run(&[
        "roster",
        "import",
        folder.join("dirty-1").to_str().unwrap(),
        "--database",
        &place.database,
        "--dry-run",
        "--json",
    ]);
    assert_eq!(dirty.status.code(), Some(1));
    let dirty: Value = serde_json::from_slice(&dirty.stdout).unwrap();
    let keys: BTreeSet<&str> = dirty["problems"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|problem| problem["key"].as_str())
        .collect();
    assert!(
        keys.contains("role-school-unknown") && keys.contains("sourced-id-repeated"),
        "{keys:?}"
    );
    assert!(said(&["verify", "--database", &place.database]).contains("entries"));
}
