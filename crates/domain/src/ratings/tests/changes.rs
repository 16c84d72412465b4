//! What would change a rating, by hand for the worked example and by trial over random years.

use super::super::calculation::{Change, Step, changes};
use super::oracle::{pack_once, year};
use super::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

fn points(inputs: &Inputs) -> Exact {
    match outcome(inputs, pack_once()) {
        Outcome::Rated { trace, .. } | Outcome::DecisionRequired { trace, .. } => {
            trace.composite.value
        }
        Outcome::NotCalculable { missing } => panic!("{missing:?}"),
    }
}

fn crosses(inputs: &Inputs, change: &Change) -> bool {
    (points(inputs) >= change.cut) == change.upward
}

/// The year with the change made; `less`: one step less than it says.
fn made(inputs: &Inputs, change: &Change, less: bool) -> Inputs {
    let mut inputs = inputs.clone();
    let nearer = |from: u8, to: u8| match (less, to > from) {
        (false, _) => to,
        (true, true) => to - 1,
        (true, false) => to + 1,
    };
    match &change.step {
        Step::Lesson {
            observation,
            indicator,
            from,
            to,
        } => {
            let lesson = inputs
                .observations
                .iter_mut()
                .find(|lesson| lesson.id == *observation)
                .unwrap();
            assert_eq!(
                lesson.scores.insert(indicator.clone(), nearer(*from, *to)),
                Some(*from)
            );
        }
        Step::Professionalism {
            indicator,
            from,
            to,
        } => {
            let scores = inputs.professionalism.as_mut().unwrap();
            scores.insert(indicator.clone(), nearer(*from, *to));
        }
        Step::Percent { to, .. } => {
            // Upward the edge is enough; downward the edge is not yet below.
            let hair = Exact::ratio(1, 1_000_000).unwrap();
            let to = if change.upward == less {
                to - hair
            } else {
                to.clone()
            };
            match change.measure.as_str() {
                "sps" => inputs.survey.as_mut().unwrap().percent = to,
                _ => inputs.collective = Some(to),
            }
        }
        Step::Pupils { goal, points } => {
            let goal = inputs
                .goals
                .iter_mut()
                .find(|one| one.title == *goal)
                .unwrap();
            for _ in 0..(points - u32::from(less)) {
                let from = if change.upward {
                    (0..3).find(|p| goal.points[*p] > 0).unwrap()
                } else {
                    (1..4).find(|p| goal.points[*p] > 0).unwrap()
                };
                goal.points[from] -= 1;
                goal.points[if change.upward { from + 1 } else { from - 1 }] += 1;
            }
        }
    }
    inputs
}

#[test]
fn near_the_cut_each_measure_says_what_alone_would_carry_across() {
    // 317/180 points are lacking to Effective (leap.md 14).
    let found = changes(&near_the_cut(), pack_once()).unwrap();
    let upward: Vec<_> = found
        .iter()
        .filter(|change| change.rating == "E" && change.upward)
        .collect();
    let of = |measure: &str| {
        upward
            .iter()
            .find(|change| change.measure == measure)
            .map(|change| &change.step)
    };
    // Collective: 5/2 + 317/180 = 767/180 of 10 points is 767/1800, a third of the way up to 62.5 for each 1/9 beyond 1/4.
    let to = exact("37.5") + (exact("767/1800") - exact("1/4")) * exact("75");
    let from = exact("37.5");
    assert_eq!(of("coll"), Some(&Step::Percent { from, to }));
    // Survey: 35/6 + 317/180 = 1367/180 of 14 is 1367/2520, between 60 and 72.
    let to = exact("60") + (exact("1367/2520") - exact("1/4")) * exact("36");
    let from = exact("66");
    assert_eq!(of("sps"), Some(&Step::Percent { from, to }));
    // One level of one lesson moves the mean of twelve indicators by at most 1/24 a level, and 42 points by 7/24.
    assert_eq!(of("obs"), None);
    // One level of professionalism is a third of a point: 14 ÷ 6 ÷ 7. From 4 to 7 that is one point.
    assert_eq!(of("prof"), None);
}

#[test]
fn every_kind_of_step_is_found_somewhere() {
    let mut runner = TestRunner::deterministic();
    let mut kinds = [false; 4];
    for _ in 0..60 {
        let inputs = year().new_tree(&mut runner).unwrap().current();
        for change in changes(&inputs, pack_once()).unwrap() {
            kinds[match change.step {
                Step::Lesson { .. } => 0,
                Step::Professionalism { .. } => 1,
                Step::Percent { .. } => 2,
                Step::Pupils { .. } => 3,
            }] = true;
        }
    }
    assert_eq!(kinds, [true; 4]);
}

#[test]
fn while_something_is_missing_nothing_is_said_of_changes() {
    assert_eq!(changes(&january(), pack_once()), None);
}

proptest! {
    #[test]
    fn a_change_crosses_its_cut_and_one_step_less_does_not(inputs in year()) {
        for change in changes(&inputs, pack_once()).unwrap() {
            prop_assert_eq!(crosses(&inputs, &change), false, "{:?} is crossed already", change);
            prop_assert!(crosses(&made(&inputs, &change, false), &change), "{:?}", change);
            prop_assert!(!crosses(&made(&inputs, &change, true), &change), "{:?} is too large", change);
        }
    }

    #[test]
    fn whatever_comes_the_rating_lies_in_the_range_of_the_days_before(
        inputs in year(), seen in 0..3_usize, professionalism in 0..3_u8, goals in 0..3_usize, survey: bool, collective: bool,
    ) {
        let mut before = inputs.clone();
        before.observations.truncate(seen);
        before.goals.truncate(goals);
        match professionalism {
            0 => { before.professionalism = None; before.professionalism_is_final = false; }
            1 => { before.professionalism = Some(scored(&PROFESSIONALISM, &[4; 7])); before.professionalism_is_final = false; }
            _ => {}
        }
        if !survey { before.survey = None; }
        if !collective { before.collective = None; }
        let range = super::super::calculation::to_come(&before, pack_once());
        let (ratings, trace) = match outcome(&inputs, pack_once()) {
            Outcome::Rated { rating, trace } => (vec![rating], trace),
            Outcome::DecisionRequired { lower, upper, trace } => (vec![lower, upper], trace),
            Outcome::NotCalculable { missing } => panic!("{missing:?}"),
        };
        prop_assert!(range.low <= trace.composite.value && trace.composite.value <= range.high);
        for rating in ratings {
            prop_assert!(range.ratings.contains(&rating), "{rating} not in {:?}", range.ratings);
        }
        let sum: Exact = range.measures.iter().map(|measure| &measure.high).sum();
        prop_assert!(range.high <= sum);
    }
}
