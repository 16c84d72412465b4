//! Every command explains itself.

use crate::program::{refusal, run, said};

const COMMANDS: [&[&str]; 17] = [
    &[],
    &["serve"],
    &["demo"],
    &["link"],
    &["roster"],
    &["roster", "import"],
    &["ratings"],
    &["ratings", "import"],
    &["ratings", "template"],
    &["pack", "check"],
    &["pack", "vectors"],
    &["pack", "simulate"],
    &["rate"],
    &["recompute"],
    &["verify"],
    &["rebuild"],
    &["routes"],
];

#[test]
fn the_help_of_each_command_has_an_example_of_it() {
    for command in COMMANDS {
        let mut arguments = command.to_vec();
        arguments.push("--help");
        let help = said(&arguments);
        let (_, example) = help
            .split_once("\nExample")
            .unwrap_or_else(|| panic!("{command:?} has no example:\n{help}"));
        assert!(
            example.contains(format!("forthright {}", command.join(" ")).trim_end()),
            "{command:?}: {example}"
        );
    }
}

#[test]
fn the_help_lists_every_command() {
    let help = said(&["--help"]);
    for command in COMMANDS.iter().filter_map(|command| command.first()) {
        assert!(
            help.contains(&format!("  {command}")),
            "{command} is not in\n{help}"
        );
    }
}

#[test]
fn settings_name_their_environment_variables() {
    let help = said(&["serve", "--help"]);
    for name in [
        "DATABASE",
        "LISTEN",
        "PUBLIC_URL",
        "MAIL",
        "MAIL_FROM",
        "PACKS",
        "BEHIND_PROXY",
        "IDLE_MINUTES",
        "SESSION_HOURS",
    ] {
        assert!(
            help.contains(&format!("FORTHRIGHT_{name}")),
            "FORTHRIGHT_{name} is not in\n{help}"
        );
    }
}

#[test]
fn passwords_of_settings_are_not_shown_by_the_help() {
    let mut command = crate::program::command(&["serve", "--help"]);
    command
        .env("FORTHRIGHT_DATABASE", "postgres://a:secret@db/x")
        .env("FORTHRIGHT_MAIL", "smtps://a:secret@mail");
    let help = String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert!(
        help.contains("FORTHRIGHT_MAIL") && !help.contains("secret"),
        "{help}"
    );
}

#[test]
fn what_is_no_command_is_a_misuse() {
    assert_eq!(run(&["walk"]).status.code(), Some(2));
    assert_eq!(run(&["link"]).status.code(), Some(2));
    assert_eq!(run(&[]).status.code(), Some(2));
}

#[test]
fn a_database_that_is_not_there_is_not_made_by_a_mistyped_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recrod.db");
    let database = format!("sqlite:{}", path.display());
    for command in [vec!["verify"], vec!["rebuild"], vec!["link", "1001"]] {
        let mut arguments = command.clone();
        arguments.extend(["--database", &database]);
        let sentence = refusal(&arguments);
        assert!(
            sentence.starts_with("There is no database at ") && sentence.ends_with('.'),
            "{sentence}"
        );
        assert!(!path.exists(), "{command:?} made it");
    }
    assert!(refusal(&["verify", "--database", "mysql://x"]).contains("sqlite:PATH or postgres://"));
}
