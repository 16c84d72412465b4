//! A district confirms the values of its pack, one after another, until the pack counts.

use crate::acts::*;
use crate::larkspur::*;
use domain::school_year::{Adopted, SchoolYear};
use domain::thing::State;
use policy::{Known, Pack, Weighed};

fn adopting() -> Larkspur {
    larkspur().given(RUTH, &the_year(), adopt(adopted().clone(), ""))
}

fn state(larkspur: &Larkspur) -> SchoolYear {
    match larkspur.state(&the_year()) {
        State::SchoolYear(year) => year,
        other => panic!("{other:?}"),
    }
}

fn names(pack: &Pack) -> Vec<String> {
    pack.unsettled().map(|value| value.name.clone()).collect()
}

#[test]
fn a_confirmed_value_is_settled_and_its_source_is_where_the_district_has_it() {
    let larkspur = adopting().given(
        RUTH,
        &the_year(),
        confirm_values(&["cuts"], "Handbook, page 14"),
    );
    let year = state(&larkspur);
    let (before, after) = (adopted().pack().unwrap(), year.pack().unwrap());
    let cuts = &after.rating.cuts;
    assert_eq!(
        (cuts.known, cuts.source.as_str()),
        (Known::D, "Handbook, page 14")
    );
    assert_eq!(cuts.value, before.rating.cuts.value);
    let mut left = names(before);
    left.retain(|name| name != "cuts");
    assert_eq!(names(after), left);
    assert!(after.is_demo());
    let confirmation = year.confirmation(after.weighed("cuts").unwrap()).unwrap();
    assert_eq!((confirmation.by, confirmation.on), (RUTH, larkspur.today));
}

#[test]
fn a_pack_of_which_everything_is_confirmed_is_no_demo() {
    let mut larkspur = adopting();
    for name in names(adopted().pack().unwrap()) {
        larkspur = larkspur.given(RUTH, &the_year(), confirm_values(&[&name], "Handbook"));
    }
    assert!(!state(&larkspur).pack().unwrap().is_demo());
    let larkspur = larkspur.given(RUTH, &the_year(), take_back("aggregate", "Flat, it says."));
    assert_eq!(names(state(&larkspur).pack().unwrap()), ["aggregate"]);
}

/// Another version keeps what was confirmed of the values that it does not change.
#[test]
fn a_changed_value_is_asked_again() {
    let mut files = adopted().files.as_ref().clone();
    let (_, rating) = files
        .iter_mut()
        .find(|(path, _)| path == "rating.toml")
        .unwrap();
    let ours = "[decision_half_width]\nvalue = 2";
    assert!(rating.contains(ours));
    *rating = rating.replace(ours, "[decision_half_width]\nvalue = 1");
    let next = Adopted::new("leap/2026-27".into(), 2, files);
    let both = ["anchors", "decision_half_width"];
    let larkspur = adopting()
        .given(
            RUTH,
            &the_year(),
            confirm_values(&both, "Handbook, page 14"),
        )
        .given(
            RUTH,
            &the_year(),
            adopt(next, "The board narrowed the band."),
        );
    let year = state(&larkspur);
    let pack = year.pack().unwrap();
    let settled = |name: &str| pack.weighed(name).is_some_and(Weighed::settled);
    assert!(settled("anchors") && !settled("decision_half_width"));
    let again = larkspur.given(
        RUTH,
        &the_year(),
        confirm_values(&["decision_half_width"], "Minutes"),
    );
    assert!(
        state(&again)
            .pack()
            .unwrap()
            .weighed("decision_half_width")
            .unwrap()
            .settled()
    );
}
