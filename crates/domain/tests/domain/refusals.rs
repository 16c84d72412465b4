//! Every refusal: given what happened, when somebody asks for what a rule forbids, then the rule answers by name.

mod conversations;
mod decision;
mod district;
mod end_of_year;
mod evidence;
mod feedback;
mod library;
mod questions;
mod status;

use domain::text::LONGEST;
use domain::{Happened, Refusal};
use std::collections::BTreeSet;

/// When somebody asks for this, that rule stands in the way.
type Case = (
    &'static str,
    Refusal,
    fn() -> Result<Vec<Happened>, Refusal>,
);

/// Refused by the roster room, which compares a whole file with the record and tests these two itself.
const ROSTER: [&str; 2] = ["roster-has-errors", "roster-too-many-ended"];

fn cases() -> Vec<Case> {
    [
        district::cases(),
        evidence::cases(),
        conversations::cases(),
        decision::cases(),
        end_of_year::cases(),
        feedback::cases(),
        library::cases(),
        questions::cases(),
        status::cases(),
    ]
    .concat()
}

fn too_long() -> String {
    "a".repeat(LONGEST + 1)
}

#[test]
fn every_rule_refuses_by_its_own_name() {
    let wrong: Vec<String> = cases()
        .into_iter()
        .filter_map(|(name, expected, ask)| {
            let answer = ask();
            (answer.as_ref() != Err(&expected))
                .then(|| format!("{name}: expected {expected:?}, got {answer:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_rule_is_left_without_a_case() {
    let tested: BTreeSet<_> = cases()
        .iter()
        .map(|(_, refusal, _)| refusal.key())
        .chain(ROSTER)
        .chain(library::FILES)
        .collect();
    let known: BTreeSet<_> = Refusal::examples().iter().map(Refusal::key).collect();
    assert_eq!(tested, known);
}

#[test]
fn every_case_has_a_name_of_its_own() {
    let cases = cases();
    let names: BTreeSet<_> = cases.iter().map(|(name, ..)| name).collect();
    assert_eq!(names.len(), cases.len());
}
