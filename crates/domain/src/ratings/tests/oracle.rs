//! An oracle of plain fractions that shares nothing with the program, over random years.

use super::super::calculation::so_far;
use super::*;
use proptest::prelude::*;

/// A fraction in lowest terms with a positive denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct F(i128, i128);

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

fn f(numerator: i128, denominator: i128) -> F {
    let g = gcd(numerator, denominator) * denominator.signum();
    F(numerator / g, denominator / g)
}

impl F {
    fn plus(self, o: F) -> F {
        f(self.0 * o.1 + o.0 * self.1, self.1 * o.1)
    }
    fn minus(self, o: F) -> F {
        self.plus(F(-o.0, o.1))
    }
    fn times(self, o: F) -> F {
        f(self.0 * o.0, self.1 * o.1)
    }
    fn over(self, o: F) -> F {
        f(self.0 * o.1, self.1 * o.0)
    }
    fn at_least(self, o: F) -> bool {
        self.minus(o).0 >= 0
    }
    fn exact(self) -> Exact {
        exact(&format!("{}/{}", self.0, self.1))
    }
}

fn mean(values: &[F]) -> F {
    values
        .iter()
        .fold(f(0, 1), |sum, value| sum.plus(*value))
        .over(f(values.len() as i128, 1))
}

/// Between the cuts, written out case by case.
fn between(x: F, cuts: [F; 5]) -> F {
    let [floor, a, e, d, top] = cuts;
    let line = |from: F, to: F, low: F, high: F| {
        low.plus(x.minus(from).over(to.minus(from)).times(high.minus(low)))
    };
    if x.at_least(top) {
        f(1, 1)
    } else if x.at_least(d) {
        line(d, top, f(5, 6), f(1, 1))
    } else if x.at_least(e) {
        line(e, d, f(7, 12), f(5, 6))
    } else if x.at_least(a) {
        line(a, e, f(1, 4), f(7, 12))
    } else if x.at_least(floor) {
        line(floor, a, f(0, 1), f(1, 4))
    } else {
        f(0, 1)
    }
}

fn level(score: u8) -> F {
    f(i128::from(score), 1)
}

fn composite(inputs: &Inputs) -> F {
    let mut means = Vec::new();
    for indicator in OBSERVED {
        let scores: Vec<F> = inputs
            .observations
            .iter()
            .filter_map(|it| it.scores.get(indicator))
            .map(|score| level(*score))
            .collect();
        if !scores.is_empty() {
            means.push(mean(&scores));
        }
    }
    let scale = |x: F| x.minus(f(1, 1)).over(f(6, 1));
    let professionalism: Vec<F> = inputs
        .professionalism
        .as_ref()
        .unwrap()
        .values()
        .map(|score| level(*score))
        .collect();
    let goals: Vec<F> = inputs
        .goals
        .iter()
        .map(|goal| {
            let [none, one, two, three] = goal.points.map(i128::from);
            f(one + 2 * two + 3 * three, none + one + two + three)
        })
        .collect();
    let percent = |value: &Exact| {
        let text = value.to_string();
        let (p, q) = text.split_once('/').unwrap_or((&text, "1"));
        f(p.parse().unwrap(), q.parse().unwrap())
    };
    let survey = inputs
        .survey
        .as_ref()
        .filter(|survey| inputs.survey_applies && survey.respondents >= 10);
    let [obs, prof, sps] = if survey.is_some() {
        [42, 14, 14]
    } else {
        [47, 23, 0]
    };
    let mut sum = f(obs, 1)
        .times(scale(mean(&means)))
        .plus(f(prof, 1).times(scale(mean(&professionalism))));
    if let Some(survey) = survey {
        let cuts = [f(0, 1), f(60, 1), f(72, 1), f(88, 1), f(100, 1)];
        sum = sum.plus(f(sps, 1).times(between(percent(&survey.percent), cuts)));
    }
    let cuts = [f(0, 1), f(3, 4), f(3, 2), f(9, 4), f(3, 1)];
    sum = sum.plus(f(20, 1).times(between(mean(&goals), cuts)));
    let cuts = [f(0, 1), f(75, 2), f(125, 2), f(175, 2), f(100, 1)];
    sum.plus(f(10, 1).times(between(percent(inputs.collective.as_ref().unwrap()), cuts)))
}

/// The rating, or the two that are left open.
fn verdict(c: F) -> Vec<&'static str> {
    for (cut, pair) in [
        (f(25, 1), ["NM", "A"]),
        (f(175, 3), ["A", "E"]),
        (f(250, 3), ["E", "D"]),
    ] {
        if c.minus(cut).plus(f(2, 1)).0 >= 0 && cut.minus(c).plus(f(2, 1)).0 >= 0 {
            return pair.to_vec();
        }
    }
    let rating = if c.at_least(f(250, 3)) {
        "D"
    } else if c.at_least(f(175, 3)) {
        "E"
    } else if c.at_least(f(25, 1)) {
        "A"
    } else {
        "NM"
    };
    vec![rating]
}

fn lesson(number: u32) -> impl Strategy<Value = Observed> {
    (
        1..=7_u8,
        proptest::collection::vec(1..=7_u8, 12),
        proptest::bool::ANY,
        1..=28_i8,
    )
        .prop_map(move |(first, scores, full, day)| {
            let all = full || number == 0;
            let (kind, indicators): (_, &[&str]) = if all {
                ("full", &OBSERVED)
            } else {
                ("short", &GATEWAY)
            };
            let mut scores = scores[..indicators.len()].to_vec();
            scores[0] = first;
            observed(
                &format!("lesson-{number}"),
                date(2026, 10, day),
                kind,
                indicators,
                &scores,
            )
        })
}

prop_compose! {
    pub(super) fn year()(
        first in lesson(0), second in lesson(1), third in lesson(2), count in 1..=3_usize,
        professionalism in proptest::collection::vec(1..=7_u8, 7),
        percent in 0..=1000_i64, respondents in 0..40_u32, survey_applies in proptest::bool::ANY,
        one in [0..9_u32, 0..9_u32, 0..9_u32, 1..9_u32], two in [1..9_u32, 0..9_u32, 0..9_u32, 0..9_u32],
        collective in 0..=1000_i64,
    ) -> Inputs {
        let mut observations = vec![first, second, third];
        observations.truncate(count);
        Inputs {
            observations,
            professionalism: Some(scored(&PROFESSIONALISM, &professionalism)),
            professionalism_is_final: true,
            survey: Some(Survey { percent: Exact::ratio(percent, 10).unwrap(), respondents }),
            survey_applies,
            goals: vec![Goal { title: "One".to_owned(), points: one }, Goal { title: "Two".to_owned(), points: two }],
            collective: Some(Exact::ratio(collective, 10).unwrap()),
            probationary: false,
        }
    }
}

proptest! {
    #[test]
    fn the_program_and_the_oracle_agree(inputs in year()) {
        let pack = pack_once();
        let expected = composite(&inputs);
        let (ratings, trace) = match outcome(&inputs, pack) {
            Outcome::Rated { rating, trace } => (vec![rating], trace),
            Outcome::DecisionRequired { lower, upper, trace } => (vec![lower, upper], trace),
            Outcome::NotCalculable { missing } => panic!("{missing:?}"),
        };
        prop_assert_eq!(&trace.composite.value, &expected.exact());
        prop_assert_eq!(ratings, verdict(expected));
        prop_assert!(trace.verify().is_ok());
    }

    #[test]
    fn the_order_of_inputs_changes_nothing(inputs in year(), turn in 0..3_usize) {
        let pack = pack_once();
        let mut turned = inputs.clone();
        let count = turned.observations.len();
        turned.observations.rotate_left(turn % count);
        turned.observations.reverse();
        turned.goals.reverse();
        prop_assert_eq!(outcome(&inputs, pack), outcome(&turned, pack));
    }

    #[test]
    fn a_better_score_never_gives_a_worse_result(inputs in year(), place in 0..7_usize) {
        let pack = pack_once();
        let mut better = inputs.clone();
        let scores = better.professionalism.as_mut().unwrap();
        let score = scores.get_mut(PROFESSIONALISM[place]).unwrap();
        *score = (*score + 1).min(7);
        let (before, after) = (so_far(&inputs, pack), so_far(&better, pack));
        prop_assert!(before.low <= after.low);
    }
}

/// Loading the pack takes longer than a case.
pub(super) fn pack_once() -> &'static Pack {
    static PACK: std::sync::OnceLock<Pack> = std::sync::OnceLock::new();
    PACK.get_or_init(pack)
}
