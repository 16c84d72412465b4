//! Who gets what at which address: every route of the program in every role, towards two teachers' records, walked in
//! full and compared with what `access` says. The outcome is printed in `docs/access.txt`.

pub mod lines;
mod lists;
pub mod table;
mod unknown;
pub mod walk;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Compares a printed file with the one in git; `UPDATE_MATRIX=1` writes it anew after a change that was meant.
pub fn compare(path: &Path, printed: &str) {
    if std::env::var_os("UPDATE_MATRIX").is_some() {
        std::fs::write(path, printed).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(
        kept,
        printed,
        "{} changed; if that was meant: UPDATE_MATRIX=1 cargo test -p pages",
        path.display()
    );
}

/// A path from the root of the repository.
pub fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

#[test]
fn the_printed_routes_are_those_of_the_program() {
    let routes = pages::routes();
    let lines: Vec<String> = routes
        .iter()
        .map(|route| {
            format!(
                "{:<5}{:<7}{}\n",
                route.method,
                format!("{:?}", route.kind).to_lowercase(),
                route.path
            )
        })
        .collect();
    compare(
        &in_repository("crates/pages/tests/pages/routes.txt"),
        &lines.concat(),
    );
}

#[test]
fn every_route_has_a_line_in_the_walk() {
    let walked: BTreeSet<_> = lines::lines()
        .map(|line| (line.method, line.route))
        .collect();
    let there: BTreeSet<_> = pages::routes()
        .iter()
        .map(|route| (route.method, route.path))
        .collect();
    let without: Vec<String> = there
        .difference(&walked)
        .map(|(method, path)| format!("{method} {path}\n"))
        .collect();
    let kept = std::fs::read_to_string(in_repository(
        "crates/pages/tests/pages/access/without_test.txt",
    ))
    .unwrap();
    assert_eq!(
        without.concat(),
        kept,
        "routes without access test; add lines in access/lines.rs or under it"
    );
    let gone: Vec<_> = walked.difference(&there).collect();
    assert!(
        gone.is_empty(),
        "lines of routes that are not there: {gone:?}"
    );
}
