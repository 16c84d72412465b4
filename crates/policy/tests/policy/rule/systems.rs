//! The published systems give what was published.

use super::{folder, rules};
use policy::rule::{Verdict, vectors};
use std::fs;

/// Runs a file of examples; every one must pass.
fn all_pass(file: &str) -> usize {
    let rules = rules();
    let vectors = vectors(&fs::read_to_string(folder().join(file)).unwrap()).unwrap();
    let failed: Vec<String> = vectors
        .iter()
        .filter_map(|vector| match vector.run(&rules) {
            Verdict::Passed { .. } => None,
            verdict => Some(format!("{}: {verdict:?}", vector.id)),
        })
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    vectors.len()
}

#[test]
fn every_published_example_passes_with_its_intermediates() {
    assert_eq!(all_pass("vectors.json"), 117);
}

/// Derived by hand from the printed rules: each edge at, below and above; every cell; missing and wrong inputs; limits.
#[test]
fn every_example_that_follows_from_the_printed_rules_passes() {
    assert!(all_pass("derived.json") > 250);
}
