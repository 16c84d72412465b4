//! Somebody proposes other values, and they become the next version of the pack or do not.

use crate::acts::*;
use crate::larkspur::*;
use domain::school_year::SchoolYear;
use domain::thing::State;

fn adopting() -> Larkspur {
    larkspur().given(RUTH, &the_year(), adopt(adopted().clone(), ""))
}

fn state(larkspur: &Larkspur) -> SchoolYear {
    match larkspur.state(&the_year()) {
        State::SchoolYear(year) => year,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_adopted_proposal_is_the_next_version_and_keeps_what_was_confirmed() {
    let larkspur = adopting()
        .given(
            RUTH,
            &the_year(),
            confirm_values(&["cuts", "anchors"], "Handbook"),
        )
        .given(
            RUTH,
            &the_year(),
            propose_values(&[("cuts", &["75/4", "50", "325/4"]), ("status_lose", &["2"])]),
        );
    let proposal = &state(&larkspur).proposals[0];
    assert_eq!(
        proposal.values.keys().collect::<Vec<_>>(),
        ["cuts"],
        "what stays is not proposed"
    );
    assert_eq!(
        state(&larkspur).pack().unwrap().version,
        1,
        "nothing changes yet"
    );

    let larkspur = larkspur.given(RUTH, &the_year(), adopt_proposal(1, "Voted on 12 January."));
    let year = state(&larkspur);
    let pack = year.pack().unwrap();
    assert_eq!(
        (pack.version, year.adopted.as_ref().unwrap().version),
        (2, 2)
    );
    assert_eq!(pack.rating.cuts.value[1].to_string(), "50");
    let settled = |name| pack.weighed(name).unwrap().settled();
    assert!(settled("anchors") && !settled("cuts"));
    assert_eq!(year.earlier.len(), 1, "the version before is kept");
    let end = year.proposals[0].end.as_ref().unwrap();
    assert_eq!(
        (end.adopted, end.reason.as_str()),
        (true, "Voted on 12 January.")
    );
}

/// Two people propose; one is adopted, and the other still means what it says.
#[test]
fn proposals_wait_side_by_side() {
    let larkspur = adopting()
        .given(
            RUTH,
            &the_year(),
            propose_values(&[("status_lose", &["3"])]),
        )
        .given(
            RUTH,
            &the_year(),
            propose_values(&[("decision_half_width", &["1"])]),
        )
        .given(RUTH, &the_year(), adopt_proposal(2, "Voted."))
        .given(RUTH, &the_year(), adopt_proposal(1, "Voted, too."));
    let year = state(&larkspur);
    let rule = &year.pack().unwrap().rating;
    assert_eq!(
        (
            rule.status.lose.value,
            rule.decision_half_width.value.to_string()
        ),
        (3, "1".into())
    );
    assert_eq!(year.pack().unwrap().version, 3);
}
