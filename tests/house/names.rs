//! Names that say nothing are nowhere in the tree.

use crate::fault::{Fault, none};
use crate::tree::{File, files};

/// A room of this name would hold whatever nobody found a noun for.
const EMPTY: [&str; 8] = [
    "util", "utils", "helper", "helpers", "common", "misc", "manager", "managers",
];

fn check(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files {
        let empty = file
            .path
            .split(['/', '.', '_', '-'])
            .find(|part| EMPTY.contains(&part.to_lowercase().as_str()));
        if let Some(part) = empty {
            faults.push(Fault {
                path: file.path.clone(),
                line: 1,
                what: format!("\"{part}\" does not say what is inside"),
                mend: "name the file by what it holds, in the trade's words",
            });
        }
    }
    faults
}

#[test]
fn no_file_or_folder_has_an_empty_name() {
    none(&check(&files()));
}

#[test]
fn an_empty_name_is_found() {
    let found = |path: &str| check(&[File::sample(path, "")]).len();
    assert_eq!(found("crates/pages/src/date_utils.rs"), 1);
    assert_eq!(found("tests/browser/helpers/page.ts"), 1);
    assert_eq!(found("docs/common.md"), 1);
    assert_eq!(found("crates/domain/src/commonplace.rs"), 0);
}
