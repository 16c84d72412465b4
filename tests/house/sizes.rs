//! A file of code fits into a head.

use crate::fault::{Fault, none};
use crate::tree::{File, files};

/// More lines than this are two things.
const LINES: usize = 600;

fn check(files: &[File]) -> Vec<Fault> {
    files
        .iter()
        .filter(|file| file.path.ends_with(".rs") && file.text.lines().count() > LINES)
        .map(|file| Fault {
            path: file.path.clone(),
            line: LINES + 1,
            what: format!("{} lines, of {LINES}", file.text.lines().count()),
            mend: "cut it by its nouns: room.rs and room/part.rs",
        })
        .collect()
}

#[test]
fn no_file_of_code_is_too_long() {
    none(&check(&files()));
}

#[test]
fn a_long_file_is_found() {
    let long = "//\n".repeat(LINES + 1);
    assert_eq!(
        check(&[File::sample("crates/a/src/lib.rs", &long)]).len(),
        1
    );
    assert!(check(&[File::sample("crates/a/src/lib.rs", &long[3..])]).is_empty());
}
