//! Runs the programs of others.

use std::io::Write as _;
use std::process::{Command, Stdio};

/// The output of `python3 -c script` with `input` on its standard input; `None`, and a sentence,
/// where Python or one of its packages is missing.
pub fn python(script: &str, packages: &[&str], input: &[u8]) -> Option<serde_json::Value> {
    for package in packages {
        let there = Command::new("python3")
            .args(["-c", &format!("import {package}")])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        if !there {
            println!("skipped: python3 with the package {package} is not installed");
            return None;
        }
    }
    let output = run("python3", &["-c", script], input)?;
    Some(serde_json::from_slice(&output).unwrap())
}

/// The output of a program; `None`, and a sentence, where it is missing.
pub fn run(program: &str, arguments: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let started = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = started else {
        println!("skipped: {program} is not installed");
        return None;
    };
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(
        output.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Some(output.stdout)
}
