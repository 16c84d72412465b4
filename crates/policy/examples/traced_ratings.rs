//! How long 100,000 ratings by a published rule take, without and with their traces as trees (docs/performance.md):
//! `cargo run -p policy --release --example traced_ratings`.
#![allow(clippy::unwrap_used)]

use policy::rule::{read, vectors};
use std::path::Path;
use std::time::{Duration, Instant};

const RATINGS: u32 = 100_000;

fn timed(mut work: impl FnMut()) -> Duration {
    let start = Instant::now();
    (0..RATINGS).for_each(|_| work());
    start.elapsed()
}

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/systems");
    let text = |file: &str| std::fs::read_to_string(folder.join(file)).unwrap();
    let rules = read("colorado.toml", &text("colorado.toml")).unwrap().rules;
    let examples = vectors(&text("derived.json")).unwrap();
    let example = examples
        .iter()
        .find(|example| example.id == "co-final-hole")
        .unwrap();
    let rule = example.rule(&rules).unwrap();
    let inputs = rule.inputs(&example.inputs);
    let rated = timed(|| assert_eq!(rule.rate(&inputs).outputs().count(), 3));
    let traced = timed(|| assert_eq!(rule.rate(&inputs).trace().outputs.len(), 3));
    println!(
        "{RATINGS} ratings of {} steps: {rated:?}; with their traces as trees: {traced:?}",
        rule.steps.len()
    );
}
