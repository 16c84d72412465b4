//! The rules ST1 to ST10 (`leap.md` 4), each worked by hand.

use super::*;
use domain::people::Employment::{Annual, AtWill, NonProbationary, Probationary};
use domain::status::{Finding, Rule};
use policy::NoScore;

#[test]
fn st1_three_effective_years_in_a_row_gain_the_status() {
    let trace = trace(Probationary, &["E", "D", "E"]);
    assert_eq!(
        effects(&trace),
        [Effect::Counted, Effect::Counted, Effect::Gained]
    );
    assert_eq!(trace.standing, Standing::NonProbationary);
    assert_eq!(trace.lines[2].rule, Some(Rule::Gain));
    // HR's list still says probationary: a person makes the change.
    let says = Finding::ClassDiffers { says: Probationary };
    assert_eq!(trace.findings, [says]);
    assert_eq!(
        super::trace(Probationary, &["E", "D"]).standing,
        probationary(2)
    );
}

#[test]
fn st1_an_interruption_of_service_takes_the_years_before_it_out_of_the_count() {
    let mut history = years(&["E", "E", "E", "E"]);
    history[2].service = Service::Interrupted;
    let trace = course(Probationary, history).trace(pack());
    assert_eq!(trace.lines[2].effect, Effect::Interrupted);
    assert_eq!(trace.standing, probationary(1));
}

#[test]
fn st2_a_low_year_while_probationary_restarts_the_count() {
    for low in ["A", "NM"] {
        let trace = trace(Probationary, &["E", "E", low, "E"]);
        assert_eq!(trace.lines[2].effect, Effect::Restarted);
        assert_eq!(trace.lines[2].rule, Some(Rule::Restart));
        assert_eq!(trace.standing, probationary(1));
    }
    // However many there are: there is nothing to lose.
    assert_eq!(
        trace(Probationary, &["A", "NM", "A"]).standing,
        probationary(0)
    );
}

#[test]
fn st3_ratings_of_another_district_do_not_add_up() {
    let mut history = years(&["E", "E", "E"]);
    history[0].district = "Aurora".into();
    history[1].district = "Aurora".into();
    let trace = course(Probationary, history).trace(pack());
    assert_eq!(
        effects(&trace),
        [Effect::Elsewhere, Effect::Elsewhere, Effect::Counted]
    );
    assert_eq!(trace.standing, probationary(1));
    assert_eq!(trace.began_by, None);
}

#[test]
fn st4_two_low_years_in_a_row_lose_the_status_in_any_mix() {
    for [first, second] in [["A", "A"], ["A", "NM"], ["NM", "A"], ["NM", "NM"]] {
        let trace = trace(NonProbationary, &["E", first, second]);
        assert_eq!(
            effects(&trace),
            [Effect::Kept, Effect::AtRisk, Effect::Lost]
        );
        let year = YearId::beginning_in(2025);
        assert_eq!(trace.standing, Standing::Lost { year });
        assert_eq!(trace.lines[2].rule, Some(Rule::Loss));
        let says = Finding::ClassDiffers {
            says: NonProbationary,
        };
        assert_eq!(trace.findings, [says]);
    }
    // Low, effective, low are not in a row.
    assert_eq!(
        trace(NonProbationary, &["A", "E", "A"]).standing,
        at_risk(2025)
    );
}

#[test]
fn st4_after_the_loss_the_count_begins_at_nothing_and_can_gain_again() {
    let lost = trace(NonProbationary, &["A", "A", "E", "E"]);
    assert_eq!(lost.standing, probationary(2));
    let regained = trace(NonProbationary, &["A", "A", "E", "E", "D"]);
    assert_eq!(regained.standing, Standing::NonProbationary);
    assert_eq!(regained.findings, []);
    assert_eq!(
        trace(Probationary, &["E", "E", "E", "A", "NM"]).standing,
        Standing::Lost {
            year: YearId::beginning_in(2025)
        }
    );
}

#[test]
fn st5_the_first_low_year_keeps_the_status_and_puts_it_at_risk() {
    let risk = trace(NonProbationary, &["E", "A"]);
    assert_eq!(risk.standing, at_risk(2025));
    assert_eq!(risk.lines[1].rule, Some(Rule::Risk));
    assert!(risk.standing.is_non_probationary());
    assert_eq!(risk.findings, []);
    let cleared = trace(NonProbationary, &["A", "E"]);
    assert_eq!(cleared.lines[1].effect, Effect::Cleared);
    assert_eq!(cleared.standing, Standing::NonProbationary);
}

#[test]
fn st6_a_year_without_a_score_is_a_bridge_in_both_directions() {
    let low = trace(NonProbationary, &["A", "-", "NM"]);
    assert_eq!(
        effects(&low),
        [Effect::AtRisk, Effect::Bridged, Effect::Lost]
    );
    assert_eq!(low.lines[1].rule, Some(Rule::NoScore));
    assert_eq!(trace(NonProbationary, &["A", "-"]).standing, at_risk(2024));
    let effective = trace(Probationary, &["E", "-", "E", "E"]);
    assert_eq!(effective.standing, Standing::NonProbationary);
    assert_eq!(
        trace(NonProbationary, &["-", "-"]).standing,
        Standing::NonProbationary
    );
}

#[test]
fn st6_a_pack_may_let_it_break_the_chain() {
    let mut breaks = pack().clone();
    breaks.rating.status.no_score.value = NoScore::Break;
    let of = |class, ratings| course(class, years(ratings)).trace(&breaks).standing;
    assert_eq!(of(NonProbationary, &["A", "-", "NM"]), at_risk(2025));
    assert_eq!(of(Probationary, &["E", "E", "-", "E"]), probationary(1));
}

#[test]
fn st7_a_late_hire_with_continuous_service_counts_as_a_full_year() {
    let mut history = years(&["E", "E"]);
    history[0].service = Service::Late;
    let trace = course(Probationary, history).trace(pack());
    assert_eq!(trace.standing, probationary(2));
    assert_eq!(trace.lines[0].rule, Some(Rule::LateHire));
    assert!(!trace.lines[0].settled, "the cut-off was not read");
    assert!(!trace.is_settled());
}

#[test]
fn st8_the_status_is_carried_over_from_another_district() {
    let mut history = years(&["E", "A", "E"]);
    history[0].district = "Aurora".into();
    history[1].district = "Aurora".into();
    history[2].class = Some(NonProbationary);
    let trace = course(NonProbationary, history).trace(pack());
    assert_eq!(trace.began, Some(NonProbationary));
    assert_eq!(trace.began_by, Some(Rule::Carried));
    assert_eq!(trace.standing, Standing::NonProbationary);
    // A low year elsewhere is not the first of two here.
    let mut history = years(&["A", "A"]);
    history[0].district = "Aurora".into();
    history[1].class = Some(NonProbationary);
    let trace = course(NonProbationary, history).trace(pack());
    assert_eq!(trace.standing, at_risk(2025));
}

#[test]
fn st10_ratings_do_nothing_to_at_will_and_annual_staff() {
    for class in [AtWill, Annual] {
        for ratings in [&["A", "NM"][..], &["E", "E", "E"], &[]] {
            let trace = trace(class, ratings);
            assert_eq!(trace.standing, Standing::Outside);
            assert_eq!(trace.findings, []);
            assert!(
                trace
                    .lines
                    .iter()
                    .all(|line| line.effect == Effect::Outside)
            );
        }
    }
}

#[test]
fn st10_a_year_at_will_between_others_has_no_consequence() {
    let mut history = years(&["E", "E", "NM", "E"]);
    history[0].class = Some(Probationary);
    history[2].class = Some(AtWill);
    let trace = course(Probationary, history).trace(pack());
    assert_eq!(trace.lines[2].effect, Effect::Outside);
    assert_eq!(trace.standing, Standing::NonProbationary);
    // That the count reaches across such a year no source settles.
    assert!(!trace.lines[2].settled);
}

#[test]
fn the_numbers_are_the_packs_and_the_trace_names_their_sources() {
    let mut strict = pack().clone();
    strict.rating.status.gain.value = 2;
    strict.rating.status.lose.value = 3;
    let of = |class, ratings| course(class, years(ratings)).trace(&strict);
    assert_eq!(
        of(Probationary, &["E", "E"]).standing,
        Standing::NonProbationary
    );
    let since = YearId::beginning_in(2025);
    assert_eq!(
        of(NonProbationary, &["A", "A"]).standing,
        Standing::AtRisk { since, left: 1 }
    );
    let trace = trace(Probationary, &["E"]);
    assert_eq!((trace.gain.value, trace.lose.value), (3, 2));
    assert_eq!(trace.gain.source, "C.R.S. 22-63-203 (S203)");
    assert!(trace.is_settled());
}

#[test]
fn no_chain_reaches_across_a_year_of_which_nothing_is_known() {
    let gap = |class, ratings: [&str; 2]| {
        course(class, vec![year(2023, ratings[0]), year(2025, ratings[1])]).trace(pack())
    };
    let low = gap(NonProbationary, ["A", "A"]);
    assert_eq!(low.standing, at_risk(2025));
    assert_eq!(low.missing(), [YearId::beginning_in(2024)]);
    assert!(!low.is_settled());
    assert_eq!(gap(Probationary, ["E", "E"]).standing, probationary(1));
    // Last year is missing as well when the file ends before it.
    let old = course(NonProbationary, vec![year(2023, "A")]).trace(pack());
    assert_eq!(old.missing().len(), 2);
    assert_eq!(old.standing, Standing::NonProbationary);
}

#[test]
fn whoever_was_here_before_and_has_no_year_is_told_apart_from_the_newly_hired() {
    let unknown = trace(NonProbationary, &[]);
    assert_eq!(unknown.findings, [Finding::NothingKnown]);
    let mut new = course(Probationary, vec![]);
    new.hired = Some(jiff::civil::date(2026, 8, 3));
    assert_eq!(new.trace(pack()).findings, []);
    assert_eq!(new.trace(pack()).standing, probationary(0));
}

#[test]
fn without_a_class_nothing_is_computed() {
    let mut course = course(Probationary, years(&["E", "E", "E"]));
    course.class = None;
    let trace = course.trace(pack());
    assert_eq!(trace.standing, Standing::Unknown);
    assert_eq!(trace.lines, []);
}

#[test]
fn the_records_own_rating_counts_before_a_files() {
    let mut history = years(&["E", "A"]);
    let mut own = year(2025, "E");
    own.origin = Origin::Record;
    history.push(own);
    let trace = course(NonProbationary, history).trace(pack());
    assert_eq!(trace.standing, Standing::NonProbationary);
    let year = YearId::beginning_in(2025);
    assert_eq!(trace.findings, [Finding::RatingDiffers { year }]);
}

#[test]
fn a_rating_that_the_pack_does_not_know_counts_for_nothing() {
    let trace = trace(NonProbationary, &["A", "Proficient"]);
    assert_eq!(trace.standing, Standing::NonProbationary);
    assert_eq!(trace.lines[1].effect, Effect::Unknown);
    assert!(matches!(
        trace.findings.as_slice(),
        [Finding::RatingUnknown { .. }]
    ));
}

#[test]
fn what_this_year_would_do_is_said_before_it_is_rated() {
    let course = course(NonProbationary, years(&["E", "A"]));
    let lost = course.if_rated("A", pack());
    assert_eq!(
        lost.standing,
        Standing::Lost {
            year: YearId::beginning_in(2026)
        }
    );
    assert_eq!(
        course.if_rated("E", pack()).standing,
        Standing::NonProbationary
    );
    assert_eq!(course.at_start(pack()).standing, at_risk(2025));
}

#[test]
fn every_rule_has_an_id_of_its_own_and_a_source() {
    let ids: Vec<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    let ten: Vec<String> = (1..=10).map(|n| format!("ST{n}")).collect();
    assert_eq!(ids, ten);
    assert!(Rule::ALL.iter().all(|rule| !rule.source().is_empty()));
}
