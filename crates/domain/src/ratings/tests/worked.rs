//! `leap.md` section 14, every step.

use super::super::calculation::{Missing, Outcome, SoFar, Standing, outcome, provisional, so_far};
use super::super::trace::{Finding, Mismatch, Trace};
use super::*;

/// Lines of a trace with their exact values.
fn lines(trace: &Trace, expected: &[(&str, &str)]) {
    for (id, value) in expected {
        let node = trace.node(id).unwrap_or_else(|| panic!("no line {id}"));
        assert_eq!(node.value, exact(value), "{id}");
    }
}

#[test]
fn every_step_of_the_example_is_exact() {
    let (rating, trace) = rated(&castellano(), &pack());
    assert_eq!(rating, "E");
    for (indicator, mean) in OBSERVED.iter().zip([
        "11/2", "5", "14/3", "5", "5", "9/2", "5", "4", "14/3", "7/2", "9/2", "5",
    ]) {
        lines(&trace, &[(&format!("obs/{indicator}"), mean)]);
    }
    lines(
        &trace,
        &[
            ("obs/mean", "169/36"),
            ("obs/fraction", "133/216"),
            ("obs", "931/36"),
            ("prof/mean", "34/7"),
            ("prof/fraction", "9/14"),
            ("prof", "9"),
            ("sps/percent", "76"),
            ("sps/fraction", "31/48"),
            ("sps", "217/24"),
            // Goals stand by title: Fractions, then Reading for claims.
            ("slo/1", "11/6"),
            ("slo/2", "42/25"),
            ("slo/mean", "527/300"),
            ("slo/fraction", "301/450"),
            ("slo", "602/45"),
            ("coll/percent", "54"),
            ("coll/fraction", "47/100"),
            ("coll", "47/10"),
            ("practice", "15805/360"),
            ("growth", "6508/360"),
            ("composite", "22313/360"),
        ],
    );
    assert_eq!(trace.composite.shown, "61.98");
    assert_eq!(trace.placement.nearest.begins, exact("175/3"));
    assert_eq!(trace.placement.distance, exact("1313/360"));
    assert_eq!(trace.placement.open, None);
    assert_eq!(trace.findings, []);
    trace.verify().unwrap();
}

#[test]
fn a_survey_lies_between_its_cuts() {
    let (_, trace) = rated(&castellano(), &pack());
    let cut = trace.node("sps/fraction").unwrap().cut.clone().unwrap();
    assert_eq!(
        [cut.lower, cut.upper, cut.lower_anchor, cut.upper_anchor],
        ["72", "88", "7/12", "5/6"].map(exact)
    );
}

#[test]
fn other_ways_of_averaging_give_other_points() {
    for (aggregate, mean, fraction) in [
        (Aggregate::Flat, "33/7", "13/21"),
        (Aggregate::PerObservation, "43/9", "17/27"),
    ] {
        let (_, trace) = rated(&castellano(), &with_aggregate(aggregate));
        lines(&trace, &[("obs/mean", mean), ("obs/fraction", fraction)]);
        trace.verify().unwrap();
    }
    let Outcome::DecisionRequired { trace, .. } = outcome(&near_the_cut(), &pack()) else {
        panic!("decided")
    };
    let alternatives: Vec<_> = trace
        .alternatives
        .iter()
        .map(|it| (it.aggregate, it.shown.as_str(), it.composite.to_string()))
        .collect();
    assert_eq!(
        alternatives,
        [
            (Aggregate::Flat, "26.00", "2552/45".to_owned()),
            (Aggregate::PerObservation, "26.44", "2572/45".to_owned()),
        ]
    );
    for (aggregate, composite) in [
        (Aggregate::Flat, "2552/45"),
        (Aggregate::PerObservation, "2572/45"),
    ] {
        let Outcome::DecisionRequired {
            lower,
            upper,
            trace,
        } = outcome(&near_the_cut(), &with_aggregate(aggregate))
        else {
            panic!("decided");
        };
        assert_eq!((lower.as_str(), upper.as_str()), ("A", "E"));
        lines(&trace, &[("composite", composite)]);
    }
}

#[test]
fn grade_two_has_no_survey() {
    let inputs = Inputs {
        survey: None,
        survey_applies: false,
        ..castellano()
    };
    let (rating, trace) = rated(&inputs, &pack());
    assert_eq!(rating, "E");
    lines(
        &trace,
        &[
            ("obs", "6251/216"),
            ("prof", "207/14"),
            ("slo", "602/45"),
            ("coll", "47/10"),
            ("composite", "467233/7560"),
        ],
    );
    assert!(trace.node("sps").is_none());
    assert_eq!(trace.node("practice").unwrap().weight, Some(70.into()));
    trace.verify().unwrap();
}

#[test]
fn too_few_answers_weigh_as_no_survey() {
    let inputs = Inputs {
        survey: Some(Survey {
            percent: 76.into(),
            respondents: 9,
        }),
        ..castellano()
    };
    let (_, trace) = rated(&inputs, &pack());
    lines(&trace, &[("composite", "467233/7560")]);
    assert_eq!(
        trace.findings,
        [Finding::SurveyTooFew {
            respondents: 9,
            minimum: 10
        }]
    );
}

#[test]
fn near_the_cut_a_person_decides() {
    let Outcome::DecisionRequired {
        lower,
        upper,
        trace,
    } = outcome(&near_the_cut(), &pack())
    else {
        panic!("decided")
    };
    assert_eq!((lower.as_str(), upper.as_str()), ("A", "E"));
    lines(
        &trace,
        &[
            ("sps/fraction", "5/12"),
            ("sps", "35/6"),
            ("coll/fraction", "1/4"),
            ("coll", "5/2"),
            ("practice", "1465/36"),
            ("growth", "1429/90"),
            ("composite", "10183/180"),
        ],
    );
    assert_eq!(trace.placement.calculated, "A");
    assert_eq!(trace.placement.distance, exact("317/180"));
    assert_eq!(trace.composite.shown, "56.57");
    trace.verify().unwrap();
}

#[test]
fn the_half_width_itself_is_near_and_zero_switches_it_off() {
    let mut pack = pack();
    let open = |pack: &Pack| {
        matches!(
            outcome(&near_the_cut(), pack),
            Outcome::DecisionRequired { .. }
        )
    };
    for (half_width, near) in [("317/180", true), ("316/180", false), ("0", false)] {
        pack.rating.decision_half_width.value = exact(half_width);
        assert_eq!(open(&pack), near, "{half_width}");
    }
    pack.rating.decision_half_width.value = Exact::zero();
    pack.rating.cuts.value[1] = exact("10183/180");
    assert_eq!(
        rated(&near_the_cut(), &pack).0,
        "E",
        "a cut belongs to the higher rating, and nobody decides"
    );
}

#[test]
fn under_the_state_fractions_both_would_be_effective() {
    let mut pack = pack();
    pack.rating.cuts.value = ["75/4", "50", "325/4"].map(exact).to_vec();
    assert_eq!(rated(&castellano(), &pack).0, "E");
    assert_eq!(rated(&near_the_cut(), &pack).0, "E");
}

#[test]
fn in_january_the_rating_is_a_range() {
    let SoFar {
        measures,
        low,
        high,
        ratings,
        needed,
        ..
    } = so_far(&january(), &pack());
    let points: Vec<_> = measures
        .iter()
        .map(|it| {
            (
                it.id.as_str(),
                it.state,
                it.low.to_decimal(2),
                it.high.to_decimal(2),
            )
        })
        .collect();
    let line = |id, state, low: &str, high: &str| (id, state, low.to_owned(), high.to_owned());
    assert_eq!(
        points,
        [
            line("obs", Standing::SoFar, "24.50", "24.50"),
            line("prof", Standing::SoFar, "8.00", "8.00"),
            line("sps", Standing::Final, "5.83", "5.83"),
            line("slo", Standing::Missing, "0.00", "20.00"),
            line("coll", Standing::Missing, "0.00", "10.00"),
        ]
    );
    assert_eq!((low, high), (exact("115/3"), exact("205/3")));
    assert_eq!(ratings, ["A", "E"]);
    let needed: Vec<_> = needed
        .iter()
        .map(|it| (it.rating.as_str(), it.points.to_string(), it.of.to_string()))
        .collect();
    assert_eq!(needed, [("E", "20".to_owned(), "30".to_owned())]);
    for measure in measures.iter().filter_map(|measure| measure.trace.as_ref()) {
        measure.verify().unwrap();
    }
}

#[test]
fn the_provisional_value_rests_on_what_has_a_value() {
    // 38 1/3 of 70 points.
    let points = provisional(&january(), &pack()).unwrap();
    assert_eq!(
        (points.to_string().as_str(), points.to_decimal(2).as_str()),
        ("1150/21", "54.76")
    );
    assert_eq!(pack().rating.rating_at(&points).unwrap().id, "A");
    assert_eq!(
        provisional(
            &Inputs {
                observations: Vec::new(),
                ..january()
            },
            &pack()
        ),
        None
    );
    let informal = Inputs {
        observations: vec![observed(
            "visit",
            date(2026, 9, 20),
            "informal",
            &GATEWAY,
            &[5, 5, 5, 5],
        )],
        ..january()
    };
    assert_eq!(
        provisional(&informal, &pack()),
        None,
        "an informal visit never counts"
    );
}

#[test]
fn before_anything_every_rating_is_possible() {
    let SoFar {
        low, high, ratings, ..
    } = so_far(
        &Inputs {
            survey_applies: true,
            ..Inputs::default()
        },
        &pack(),
    );
    assert_eq!((low, high), (Exact::zero(), 100.into()));
    assert_eq!(ratings, ["NM", "A", "E", "D"]);
}

#[test]
fn an_end_near_a_cut_opens_the_rating_beyond() {
    let full = so_far(&near_the_cut(), &pack());
    assert_eq!(full.low, full.high);
    assert_eq!(full.ratings, ["A", "E"]);
    assert_eq!(full.missing, []);
    assert_eq!(so_far(&castellano(), &pack()).ratings, ["E"]);
}

#[test]
fn of_two_goals_one_leaves_a_range() {
    let mut inputs = castellano();
    inputs.goals.truncate(1);
    let SoFar {
        measures, missing, ..
    } = so_far(&inputs, &pack());
    let goals = measures
        .into_iter()
        .find(|measure| measure.id == "slo")
        .unwrap();
    assert_eq!(goals.state, Standing::SoFar);
    // (42/25 + 0)/2 = 21/25 and (42/25 + 3)/2 = 117/50 on the cuts 3/4, 3/2, 9/4, 3.
    assert_eq!((goals.low, goals.high), (exact("29/5"), exact("256/15")));
    assert_eq!(missing, [Missing::Goals { have: 1, needed: 2 }]);
}

#[test]
fn what_is_missing_gives_no_score() {
    let missing = |inputs: &Inputs| match outcome(inputs, &pack()) {
        Outcome::NotCalculable { missing } => missing,
        other => panic!("calculated: {other:?}"),
    };
    assert_eq!(
        missing(&Inputs {
            survey_applies: true,
            ..Inputs::default()
        }),
        [
            Missing::Observations { have: 0, needed: 1 },
            Missing::FullObservations { have: 0, needed: 1 },
            Missing::Professionalism,
            Missing::Survey,
            Missing::Goals { have: 0, needed: 2 },
            Missing::Collective,
        ]
    );
    assert_eq!(
        missing(&Inputs {
            professionalism_is_final: false,
            ..castellano()
        }),
        [Missing::Professionalism]
    );
    let mut inputs = castellano();
    inputs.professionalism.as_mut().unwrap().remove("P.7");
    assert_eq!(
        missing(&inputs),
        [Missing::ProfessionalismIndicator {
            indicator: "P.7".to_owned()
        }]
    );
    let mut inputs = Inputs {
        probationary: true,
        ..castellano()
    };
    inputs.observations.truncate(1);
    assert_eq!(
        missing(&inputs),
        [Missing::Observations { have: 1, needed: 2 }]
    );
    inputs.probationary = false;
    assert!(matches!(
        outcome(&inputs, &pack()),
        Outcome::DecisionRequired { .. }
    ));
    assert_eq!(
        so_far(&inputs, &pack()).findings,
        [Finding::ObservationsBelowTarget { have: 1, target: 3 }],
        "one full observation is enough for a non-probationary teacher, and below the target"
    );
    let mut inputs = castellano();
    inputs.observations[0].scores.insert("I.6".to_owned(), 8);
    let out_of_scale = Missing::OutOfScale {
        id: "lesson-1".to_owned(),
        indicator: "I.6".to_owned(),
        score: 8,
    };
    assert_eq!(missing(&inputs), [out_of_scale]);
    let mut inputs = castellano();
    inputs.goals[1].points = [0; 4];
    assert_eq!(
        missing(&inputs),
        [Missing::GoalWithoutPupils {
            title: "Fractions".to_owned()
        }]
    );
}

#[test]
fn an_indicator_that_was_never_scored_is_left_out_and_named() {
    let mut inputs = castellano();
    for observed in &mut inputs.observations {
        observed.scores.remove("I.6");
    }
    let (_, trace) = rated(&inputs, &pack());
    // (169/3 − 7/2) / 11
    lines(&trace, &[("obs/mean", "317/66")]);
    assert_eq!(
        trace.findings,
        [Finding::IndicatorNeverScored {
            indicator: "I.6".to_owned()
        }]
    );
}

#[test]
fn an_indicator_that_is_switched_off_does_not_count() {
    let mut pack = pack();
    pack.framework
        .indicators
        .iter_mut()
        .find(|indicator| indicator.id == "P.7")
        .unwrap()
        .active = false;
    let (_, trace) = rated(&castellano(), &pack);
    lines(&trace, &[("prof/mean", "5")]);
    assert_eq!(
        trace.findings,
        [Finding::IndicatorNotCounted {
            indicator: "P.7".to_owned()
        }]
    );
}

#[test]
fn a_changed_line_is_found() {
    let (_, trace) = rated(&castellano(), &pack());
    let mut changed = trace.clone();
    changed.composite.children[0].children[0].children[0].value = exact("134/216");
    assert_eq!(
        changed.verify(),
        Err(Mismatch {
            id: "obs/fraction".to_owned(),
            says: exact("134/216")
        })
    );
    let mut changed = trace.clone();
    changed.placement.calculated = "D".to_owned();
    assert!(changed.verify().is_err());
    let mut changed = trace;
    changed.composite.shown = "62.00".to_owned();
    assert!(changed.verify().is_err());
}

#[test]
fn a_trace_survives_being_written_and_read() {
    let (_, trace) = rated(&castellano(), &pack());
    let text = serde_json::to_string(&trace).unwrap();
    assert_eq!(serde_json::from_str::<Trace>(&text).unwrap(), trace);
}

#[test]
fn the_trace_of_the_example() {
    let (_, trace) = rated(&castellano(), &pack());
    insta::assert_json_snapshot!("trace_of_leap_section_14", trace);
}
