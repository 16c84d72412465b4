//! The next version of a pack from typed values.

use crate::files;
use policy::{Fault, Known, Pack, Takes, Untyped, What, When, differences, load};
use std::collections::BTreeMap;

fn pack() -> Pack {
    load(&files()).unwrap()
}

fn typed(values: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
    let texts = |fields: &[&str]| fields.iter().map(|it| (*it).to_owned()).collect();
    values
        .iter()
        .map(|(name, fields)| ((*name).to_owned(), texts(fields)))
        .collect()
}

fn next(values: &[(&str, &[&str])]) -> Pack {
    let files = pack()
        .proposed(&files(), &typed(values), "Minutes of May")
        .unwrap();
    load(&files).unwrap()
}

#[test]
fn typed_values_make_the_next_version_and_nothing_else_changes() {
    let next = next(&[
        ("cuts", &["75/4", "50", "81.25"]),
        ("measure_scale sps", &["0", "50", "70", "90", "100"]),
        ("date CAL-FEEDBACK", &["10"]),
        ("date CAL-BOARD", &["2027-05-13"]),
        ("window beginning", &["2026-08-24", "2026-10-09"]),
        ("survey_grades", &["4", "12"]),
        ("aggregate", &["flat"]),
        ("plan_delivered_min", &["0.9"]),
        ("status_lose", &["3"]),
    ]);
    assert_eq!((next.version, next.id.as_str()), (2, "leap"));
    let cuts: Vec<String> = next
        .rating
        .cuts
        .value
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(cuts, ["75/4", "50", "325/4"]);
    assert_eq!(next.rating.cuts.known, Known::OWN);
    assert_eq!(next.rating.cuts.source, "Minutes of May");
    let feedback = &next.date("CAL-FEEDBACK").unwrap().when;
    assert!(matches!(feedback, When::Counted { days: 10, anchor, .. } if anchor == "OBSERVED"));
    let before = pack();
    assert_eq!(
        next.measures.measure("sps").unwrap().known,
        before.measures.measure("sps").unwrap().known
    );
    let changed = differences(&before, &next);
    let values = changed
        .iter()
        .filter(|it| !matches!(it.what, What::Source { .. } | What::Known { .. }));
    // The version, and one for each field that was typed otherwise.
    assert_eq!(values.count(), 10, "{changed:#?}");
}

#[test]
fn weights_move_together() {
    let lone = pack()
        .proposed(
            &files(),
            &typed(&[("weights obs", &["40", "47"])]),
            "Minutes",
        )
        .unwrap();
    let problems = load(&lone).unwrap_err();
    assert!(
        problems
            .iter()
            .any(|it| matches!(&it.what, Fault::WeightsSum { .. })),
        "{problems:?}"
    );
    let both = next(&[
        ("weights obs", &["40", "47"]),
        ("weights prof", &["16", "23"]),
    ]);
    assert_eq!(
        both.measures
            .measure("prof")
            .unwrap()
            .with_survey
            .to_string(),
        "16"
    );
}

#[test]
fn every_value_that_can_be_typed_stays_itself_when_typed_again() {
    let pack = pack();
    let mut typable = 0;
    for value in pack.values() {
        let Some(found) = pack.typable(&value.name) else {
            continue;
        };
        typable += 1;
        let again: BTreeMap<_, _> = [(value.name.clone(), found.fields)].into();
        let files = pack.proposed(&files(), &again, "Minutes").unwrap();
        let same = load(&files).unwrap_or_else(|faults| panic!("{}: {faults:?}", value.name));
        assert_eq!(
            same.weighed(&value.name).unwrap().is,
            value.is,
            "{}",
            value.name
        );
    }
    assert!(typable > 100, "{typable}");
}

#[test]
fn what_cannot_be_read_is_named_with_its_field() {
    let pack = pack();
    let endless = "9".repeat(10_000);
    for (name, fields, field) in [
        ("decision_half_width", &[endless.as_str()][..], 0),
        ("cuts", &["25", "half", "83"], 1),
        ("cuts", &["25", "50"], 0),
        ("date CAL-BOARD", &["May"], 0),
        ("status_lose", &["two"], 0),
        ("indicator LE.1", &["Other"], 0),
        ("nothing", &["1"], 0),
    ] {
        let untyped = pack
            .proposed(&files(), &typed(&[(name, fields)]), "Minutes")
            .unwrap_err();
        assert_eq!(
            untyped,
            Untyped {
                name: name.into(),
                field
            }
        );
    }
    assert_eq!(pack.typable("date CAL-BOARD").unwrap().takes, Takes::Date);
}

/// A proposal upon a proposal.
#[test]
fn versions_lie_upon_each_other() {
    let first = pack()
        .proposed(&files(), &typed(&[("status_lose", &["3"])]), "Minutes")
        .unwrap();
    let pack = load(&first).unwrap();
    let second = pack
        .proposed(&first, &typed(&[("status_gain", &["4"])]), "Minutes")
        .unwrap();
    let pack = load(&second).unwrap();
    assert_eq!(
        (
            pack.version,
            pack.rating.status.lose.value,
            pack.rating.status.gain.value
        ),
        (3, 3, 4)
    );
}
