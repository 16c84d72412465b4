//! The LEAP pack's own rule: the worked example of its documentation, to the last digit, and the pack's numbers.

use policy::rule::{Edge, End, Given, Operation, Outcome, Rule, Value, Weights, read};
use policy::{Exact, MeasureKind, Scale};

fn rule() -> Rule {
    let (_, text) = crate::files()
        .into_iter()
        .find(|(path, _)| path == "rule.toml")
        .unwrap();
    read("rule.toml", &text).unwrap().rules.remove(0)
}

/// Teacher X of the worked example: two full observations and a short one.
fn teacher(changes: &[(&str, &str)]) -> Given {
    let pupils = |counts: [usize; 4]| {
        let each = counts.iter().enumerate();
        let points: Vec<String> = each
            .flat_map(|(points, count)| vec![points.to_string(); *count])
            .collect();
        format!("[{}]", points.join(","))
    };
    let mut inputs = [
        (
            "observation",
            r#"{"LE.1": [5, 6], "LE.2": [5, 5], "LE.3": [4, 5, 5], "LE.4": [5, 5],
                "I.1": [5, 5, 5], "I.2": [4, 5], "I.3": [5, 5, 5], "I.4": [4, 4],
                "I.5": [4, 5, 5], "I.6": [3, 4], "I.7": [4, 5], "I.8": [5, 5]}"#
                .to_owned(),
        ),
        ("scored_observations", "3".to_owned()),
        ("full_observations", "2".to_owned()),
        ("probationary", "false".to_owned()),
        ("professionalism", "[5, 4, 5, 5, 6, 5, 4]".to_owned()),
        ("survey_taken", "true".to_owned()),
        ("survey_respondents", "22".to_owned()),
        ("survey_percent", "76".to_owned()),
        ("goal_1", pupils([3, 6, 12, 4])),
        ("goal_2", pupils([2, 6, 10, 6])),
        ("collective_percent", "54".to_owned()),
        ("decision", "null".to_owned()),
    ];
    for (name, value) in changes {
        let input = inputs.iter_mut().find(|(other, _)| other == name).unwrap();
        input.1 = (*value).to_owned();
    }
    let fields: Vec<String> = inputs
        .iter()
        .map(|(name, value)| format!("\"{name}\": {value}"))
        .collect();
    Given::json(&format!("{{{}}}", fields.join(","))).unwrap()
}

fn steps(changes: &[(&str, &str)], names: &[&str]) -> Vec<String> {
    let rule = rule();
    let inputs = rule.inputs(&teacher(changes));
    let rating = rule.rate(&inputs);
    assert_eq!(rating.trace().verify(), Ok(()));
    let told = |name: &&str| match rating.seen(name).unwrap() {
        Ok(value) => value.to_string(),
        Err(stop) => stop.to_string(),
    };
    names.iter().map(told).collect()
}

#[test]
fn the_worked_example_comes_out_exactly() {
    assert_eq!(
        steps(
            &[],
            &[
                "observation_mean",
                "observation_fraction",
                "professionalism_fraction",
                "survey_fraction",
                "goals_mean",
                "goals_fraction",
                "collective_fraction",
                "composite",
                "rating",
            ],
        ),
        [
            "169/36",
            "133/216",
            "9/14",
            "31/48",
            "527/300",
            "301/450",
            "47/100",
            "22313/360",
            "E"
        ]
    );
    let without = steps(&[("survey_taken", "false")], &["composite", "rating"]);
    assert_eq!(without, ["467233/7560", "E"]);
    let too_few = steps(&[("survey_respondents", "9")], &["composite", "rating"]);
    assert_eq!(too_few, ["467233/7560", "E"]);
}

#[test]
fn near_a_cut_the_school_leader_decides() {
    let near = [("survey_percent", "66"), ("collective_percent", "37.5")];
    let rule = rule();
    let inputs = rule.inputs(&teacher(&near));
    let rating = rule.rate(&inputs);
    assert_eq!(
        rating.seen("composite"),
        Some(&Ok(Value::Number("10183/180".parse().unwrap())))
    );
    let Outcome::JudgementRequired { allowed, .. } = rating.outcome() else {
        panic!("{:?}", rating.outcome())
    };
    assert_eq!(
        allowed.iter().map(|label| &**label).collect::<Vec<_>>(),
        ["A", "E"]
    );
    let decided = |decision| {
        let changes = [near[0], near[1], ("decision", decision)];
        steps(&changes, &["rating"]).remove(0)
    };
    assert_eq!(
        decided(r#"{"label": "A", "reason": "Lessons 2 and 3"}"#),
        "A"
    );
    assert_eq!(
        decided(r#"{"label": "E"}"#),
        "no rating: the choice at rating needs a reason"
    );
    assert_eq!(
        decided(r#"{"label": "D", "reason": "Lessons 2 and 3"}"#),
        "no rating: rating does not allow D"
    );
}

#[test]
fn too_little_evidence_is_no_score() {
    let few = |changes: &[(&str, &str)]| steps(changes, &["rating"]).remove(0);
    let no = "no rating: composite: too_few_observations";
    assert_eq!(few(&[("scored_observations", "0")]), no);
    assert_eq!(
        few(&[("scored_observations", "1"), ("probationary", "true")]),
        no
    );
    assert_eq!(
        few(&[("scored_observations", "1"), ("full_observations", "1")]),
        "E"
    );
    assert_eq!(
        few(&[("full_observations", "0")]),
        "no rating: composite: no_full_observation"
    );
    assert_eq!(
        few(&[("professionalism", "null")]),
        "no rating: professionalism is missing"
    );
}

/// Each number stands once with its source, in measures.toml and rating.toml, and here again.
#[test]
fn the_rule_has_the_numbers_of_the_pack() {
    let (rule, pack) = (rule(), crate::leap::pack());
    let operation = |name: &str| &rule.steps[rule.step(name).unwrap()].operation;
    for (name, kinds, column) in [
        (
            "with_survey",
            vec!["obs", "prof", "sps", "slo", "coll"],
            true,
        ),
        ("without_survey", vec!["obs", "prof", "slo", "coll"], false),
    ] {
        let Operation::WeightedSum {
            weights: Weights::Fixed(weights),
            ..
        } = operation(name)
        else {
            panic!("{name}")
        };
        let wanted = kinds.iter().map(|id| {
            let measure = pack.measures.measure(id).unwrap();
            if column {
                &measure.with_survey
            } else {
                &measure.without_survey
            }
        });
        assert!(weights.iter().eq(wanted), "{name}");
    }
    let fixed = |ends: &[End<usize>]| -> Vec<Exact> {
        let number = |end: &End<usize>| match end {
            End::Fixed(number) => number.clone(),
            End::Seen(_) => panic!("a number of the rule"),
        };
        ends.iter().map(number).collect()
    };
    for (name, kind) in [
        ("survey_fraction", MeasureKind::Survey),
        ("goals_fraction", MeasureKind::Goals),
        ("collective_fraction", MeasureKind::Collective),
    ] {
        let Operation::Scale { from, to, .. } = operation(name) else {
            panic!("{name}")
        };
        let measure = pack.measures.of_kind(kind).unwrap();
        assert_eq!(Scale::Cuts(fixed(from)), *measure.scale, "{name}");
        assert_eq!(fixed(to), *pack.rating.anchors, "{name}");
    }
    for name in ["observation_fraction", "professionalism_fraction"] {
        let Operation::Scale { from, .. } = operation(name) else {
            panic!("{name}")
        };
        let (min, max) = (pack.framework.min, pack.framework.max);
        assert_eq!(fixed(from), [i64::from(min).into(), i64::from(max).into()]);
    }
    let Operation::Band { edges, near, .. } = operation("rating") else {
        panic!("rating")
    };
    let cuts: Vec<End<usize>> = edges
        .iter()
        .skip(1)
        .map(|Edge { from, .. }| from.clone())
        .collect();
    assert_eq!(fixed(&cuts), *pack.rating.cuts);
    assert_eq!(
        near.as_ref().unwrap().within,
        *pack.rating.decision_half_width
    );
}
