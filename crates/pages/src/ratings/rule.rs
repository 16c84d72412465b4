//! Words for what a trace consists of: kinds of lines, rules, findings, other ways of averaging, and what is missing.

use domain::ratings::calculation::Missing;
use domain::ratings::trace::{Finding, NodeKind, Rule};
use domain::{PersonId, Stream};
use policy::{Aggregate, Exact, MeasureGroup, Pack};
use words::Words;

/// What a line of this kind is called where the pack has no name of its own for it.
pub fn kind_key(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Composite => "rating-kind-composite",
        NodeKind::Group(MeasureGroup::Practice) => "rating-kind-practice",
        NodeKind::Group(MeasureGroup::Growth) => "rating-kind-growth",
        NodeKind::Measure(_) => "rating-kind-measure",
        NodeKind::Fraction => "rating-kind-fraction",
        NodeKind::Raw => "rating-kind-raw",
        NodeKind::Indicator => "rating-kind-indicator",
        NodeKind::Lesson => "rating-kind-lesson",
        NodeKind::Score => "rating-kind-score",
        NodeKind::Goal => "rating-kind-goal",
        NodeKind::Percent => "rating-kind-percent",
    }
}

/// How a value follows from the lines below it.
pub fn rule_key(rule: Rule) -> &'static str {
    match rule {
        Rule::Sum => "rating-rule-sum",
        Rule::Weighted => "rating-rule-weighted",
        Rule::IndicatorScale => "rating-rule-indicator-scale",
        Rule::BetweenCuts => "rating-rule-between-cuts",
        Rule::IndicatorMean => "rating-rule-indicator-mean",
        Rule::Flat => "rating-rule-flat",
        Rule::PerObservation => "rating-rule-per-observation",
        Rule::Mean => "rating-rule-mean",
        Rule::PointsMean => "rating-rule-points-mean",
        Rule::Entered => "rating-rule-entered",
    }
}

/// Another way of averaging observations, as part of a list.
pub fn aggregate_key(aggregate: Aggregate) -> &'static str {
    match aggregate {
        Aggregate::IndicatorMean => "rating-average-indicator-mean",
        Aggregate::Flat => "rating-average-flat",
        Aggregate::PerObservation => "rating-average-per-observation",
    }
}

/// Something that does not change the calculation and that a reader should know.
pub fn finding(words: Words, finding: &Finding) -> String {
    match finding {
        Finding::IndicatorNeverScored { indicator } => words.with(
            "rating-finding-never-scored",
            &[("indicator", indicator.into())],
        ),
        Finding::ObservationsBelowTarget { have, target } => words.with(
            "rating-finding-below-target",
            &[("have", (*have).into()), ("target", (*target).into())],
        ),
        Finding::SurveyTooFew {
            respondents,
            minimum,
        } => words.with(
            "rating-finding-survey-too-few",
            &[
                ("respondents", (*respondents).into()),
                ("minimum", (*minimum).into()),
            ],
        ),
        Finding::IndicatorNotCounted { indicator } => words.with(
            "rating-finding-not-counted",
            &[("indicator", indicator.into())],
        ),
    }
}

/// What stands in the way of a rating.
pub fn missing(words: Words, missing: &Missing) -> String {
    let of = |key: &str, have: u32, needed: u32| {
        words.with(key, &[("have", have.into()), ("needed", needed.into())])
    };
    match missing {
        Missing::Observations { have, needed } => of("rating-missing-observations", *have, *needed),
        Missing::FullObservations { have, needed } => {
            of("rating-missing-full-observations", *have, *needed)
        }
        Missing::Professionalism => words.say("rating-missing-professionalism"),
        Missing::ProfessionalismIndicator { indicator } => words.with(
            "rating-missing-professionalism-indicator",
            &[("indicator", indicator.into())],
        ),
        Missing::Survey => words.say("rating-missing-survey"),
        Missing::Goals { have, needed } => of("rating-missing-goals", *have, *needed),
        Missing::GoalWithoutPupils { title } => words.with(
            "rating-missing-goal-without-pupils",
            &[("title", title.into())],
        ),
        Missing::Collective => words.say("rating-missing-collective"),
        Missing::OutOfScale {
            indicator, score, ..
        } => words.with(
            "rating-missing-out-of-scale",
            &[("indicator", indicator.into()), ("score", (*score).into())],
        ),
    }
}

/// Where what is missing is entered.
pub fn entered_at(missing: &Missing, teacher: PersonId) -> String {
    match missing {
        Missing::Observations { .. } | Missing::FullObservations { .. } => {
            format!("/teachers/{teacher}/observations/new")
        }
        Missing::Professionalism | Missing::ProfessionalismIndicator { .. } => {
            format!("/teachers/{teacher}/professionalism/end-of-year")
        }
        Missing::Survey
        | Missing::Goals { .. }
        | Missing::GoalWithoutPupils { .. }
        | Missing::Collective => {
            format!("/teachers/{teacher}/measures")
        }
        Missing::OutOfScale { id, .. } => id
            .parse::<Stream>()
            .ok()
            .and_then(|stream| crate::history::things::address(&stream))
            .unwrap_or_else(|| format!("/teachers/{teacher}/professionalism/end-of-year")),
    }
}

/// The pack's name of a measure.
pub fn measure_name(words: Words, pack: &Pack, id: &str) -> String {
    pack.measures.measure(id).map_or_else(
        || id.to_owned(),
        |it| it.label.get(words.language().tag()).to_owned(),
    )
}

/// A number as people read it where that loses nothing: `37.5`; else the fraction, `175/3`.
pub fn plain(value: &Exact) -> String {
    (0..=3)
        .map(|places| value.to_decimal(places))
        .find(|decimal| decimal.parse::<Exact>().as_ref() == Ok(value))
        .unwrap_or_else(|| value.to_string())
}

/// Two fractions over one denominator, as `22313/360` and `21000/360`; as they are where that would not be readable.
pub fn over_one(first: &Exact, second: &Exact) -> (String, String) {
    over_common(&first.to_string(), &second.to_string())
        .unwrap_or_else(|| (first.to_string(), second.to_string()))
}

fn over_common(first: &str, second: &str) -> Option<(String, String)> {
    let parts = |text: &str| -> Option<(i128, i128)> {
        match text.split_once('/') {
            Some((top, bottom)) => Some((top.parse().ok()?, bottom.parse().ok()?)),
            None => Some((text.parse().ok()?, 1)),
        }
    };
    let ((a, b), (c, d)) = (parts(first)?, parts(second)?);
    let common = b.checked_div(greatest(b, d))?.checked_mul(d)?;
    let over = |top: i128, bottom: i128| top.checked_mul(common / bottom);
    if common == 1 {
        return None;
    }
    Some((
        format!("{}/{common}", over(a, b)?),
        format!("{}/{common}", over(c, d)?),
    ))
}

/// The greatest common divisor of two positive numbers.
fn greatest(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use policy::MeasureKind;
    use words::Language;

    const KINDS: [NodeKind; 12] = [
        NodeKind::Composite,
        NodeKind::Group(MeasureGroup::Practice),
        NodeKind::Group(MeasureGroup::Growth),
        NodeKind::Measure(MeasureKind::Observation),
        NodeKind::Fraction,
        NodeKind::Raw,
        NodeKind::Indicator,
        NodeKind::Lesson,
        NodeKind::Score,
        NodeKind::Goal,
        NodeKind::Percent,
        NodeKind::Measure(MeasureKind::Goals),
    ];
    const RULES: [Rule; 10] = [
        Rule::Sum,
        Rule::Weighted,
        Rule::IndicatorScale,
        Rule::BetweenCuts,
        Rule::IndicatorMean,
        Rule::Flat,
        Rule::PerObservation,
        Rule::Mean,
        Rule::PointsMean,
        Rule::Entered,
    ];

    fn everything_missing() -> Vec<Missing> {
        let indicator = || "I.5".to_owned();
        vec![
            Missing::Observations { have: 1, needed: 2 },
            Missing::FullObservations { have: 0, needed: 1 },
            Missing::Professionalism,
            Missing::ProfessionalismIndicator {
                indicator: indicator(),
            },
            Missing::Survey,
            Missing::Goals { have: 1, needed: 2 },
            Missing::GoalWithoutPupils {
                title: "Reading".into(),
            },
            Missing::Collective,
            Missing::OutOfScale {
                id: "observation/0198".into(),
                indicator: indicator(),
                score: 9,
            },
        ]
    }

    #[test]
    fn every_kind_rule_and_way_of_averaging_has_words_in_both_languages() {
        for language in Language::ALL {
            let words = Words::new(language);
            for key in KINDS
                .map(kind_key)
                .into_iter()
                .chain(RULES.map(rule_key))
                .chain(Aggregate::ALL.map(aggregate_key))
            {
                assert!(words.knows(key), "{key} in {}", language.tag());
            }
        }
    }

    #[test]
    fn everything_that_can_be_missing_is_said_and_leads_somewhere() {
        let teacher = PersonId(uuid::Uuid::from_u128(1));
        for language in Language::ALL {
            for what in everything_missing() {
                let said = missing(Words::new(language), &what);
                assert!(
                    said.ends_with('.') && !said.contains('{'),
                    "{what:?}: {said}"
                );
                assert!(entered_at(&what, teacher).starts_with('/'));
            }
        }
    }

    #[test]
    fn every_finding_is_said_in_both_languages() {
        let indicator = || "I.5".to_owned();
        let findings = [
            Finding::IndicatorNeverScored {
                indicator: indicator(),
            },
            Finding::ObservationsBelowTarget { have: 2, target: 3 },
            Finding::SurveyTooFew {
                respondents: 7,
                minimum: 10,
            },
            Finding::IndicatorNotCounted {
                indicator: indicator(),
            },
        ];
        for language in Language::ALL {
            for what in &findings {
                let said = finding(Words::new(language), what);
                assert!(
                    said.ends_with('.') && !said.contains('{'),
                    "{what:?}: {said}"
                );
            }
        }
    }

    #[test]
    fn fractions_are_compared_over_one_denominator() {
        let exact = |text: &str| text.parse::<Exact>().unwrap();
        let both = over_one(&exact("10500/180"), &exact("10183/180"));
        assert_eq!(both, ("10500/180".to_owned(), "10183/180".to_owned()));
        assert_eq!(
            over_one(&exact("22313/360"), &exact("175/3")).1,
            "21000/360"
        );
        assert_eq!(
            over_one(&exact("60"), &exact("58")),
            ("60".to_owned(), "58".to_owned())
        );
    }

    #[test]
    fn numbers_are_decimal_where_that_loses_nothing() {
        for (text, said) in [
            ("75/2", "37.5"),
            ("42", "42"),
            ("175/3", "175/3"),
            ("0.125", "0.125"),
        ] {
            assert_eq!(plain(&text.parse().unwrap()), said);
        }
    }
}
