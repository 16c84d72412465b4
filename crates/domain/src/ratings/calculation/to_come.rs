//! Whatever may still come: later observations, ratings of professionalism not yet final, results not yet entered. The
//! final rating always lies in this range, whatever anybody does until then; the narrower one is [`super::so_far`].

use super::Inputs;
use super::measured::Measured;
use super::so_far::{Standing, goal_ends, possible, standing};
use policy::{Exact, Measure, MeasureKind, Pack};

/// The range of a rating that is not shared yet.
#[derive(Clone, Debug, PartialEq)]
pub struct ToCome {
    /// Measures that can count, in the pack's order.
    pub measures: Vec<MeasureToCome>,
    /// Points of 100.
    pub low: Exact,
    pub high: Exact,
    /// Ids of the ratings that are still possible, from the lowest.
    pub ratings: Vec<String>,
}

/// Points of 100 that a measure can end with, from `low` to `high`.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureToCome {
    pub id: String,
    /// Something may still come that changes it.
    pub open: bool,
    pub low: Exact,
    pub high: Exact,
}

/// The range over everything that may still be recorded. Any number of lessons may be seen until a rating is shared, so
/// that their mean can end anywhere on the scale; a survey of which nothing is known may count or have too few answers.
pub fn to_come(inputs: &Inputs, pack: &Pack) -> ToCome {
    let unknown = inputs.survey_applies && inputs.survey.is_none();
    let applies: &[bool] = if unknown {
        &[true, false]
    } else {
        &[inputs.survey_applies]
    };
    let each: Vec<ToCome> = applies
        .iter()
        .map(|applies| {
            let inputs = Inputs {
                survey_applies: *applies,
                ..inputs.clone()
            };
            with_columns(&inputs, pack)
        })
        .collect();
    let mut each = each.into_iter();
    let first = each.next().unwrap_or_else(|| with_columns(inputs, pack));
    each.fold(first, |all, other| either(all, other, pack))
}

/// The range where it is settled which column of weights holds.
fn with_columns(inputs: &Inputs, pack: &Pack) -> ToCome {
    let measured = Measured::of(inputs, pack);
    let measures: Vec<_> = pack
        .measures
        .list
        .iter()
        .map(|measure| one(measure, inputs, &measured, pack))
        .collect();
    let low: Exact = measures.iter().map(|measure| &measure.low).sum();
    let high: Exact = measures.iter().map(|measure| &measure.high).sum();
    ToCome {
        ratings: possible(&low, &high, pack),
        measures,
        low,
        high,
    }
}

fn one(measure: &Measure, inputs: &Inputs, measured: &Measured<'_>, pack: &Pack) -> MeasureToCome {
    let weight = measured.weight(measure).clone();
    let node = measured.node(measure);
    let state = standing(measure, node.is_some(), inputs, measured, pack);
    let whole = || (Exact::zero(), weight.clone());
    let (open, (low, high)) = match (measure.kind, &node) {
        _ if weight.is_zero() => (false, whole()),
        (MeasureKind::Observation, _) | (_, None) => (true, whole()),
        (MeasureKind::Professionalism, _) if state != Standing::Final => (true, whole()),
        (_, Some(node)) => match goal_ends(measure, state, measured) {
            Some(ends) => (true, ends),
            None => (false, (node.value.clone(), node.value.clone())),
        },
    };
    MeasureToCome {
        id: measure.id.clone(),
        open,
        low,
        high,
    }
}

/// What holds if either may be.
fn either(one: ToCome, other: ToCome, pack: &Pack) -> ToCome {
    let measures = one
        .measures
        .into_iter()
        .zip(other.measures)
        .map(|(a, b)| MeasureToCome {
            id: a.id,
            open: a.open || b.open,
            low: a.low.min(b.low),
            high: a.high.max(b.high),
        })
        .collect();
    let (low, high) = (one.low.min(other.low), one.high.max(other.high));
    ToCome {
        ratings: possible(&low, &high, pack),
        measures,
        low,
        high,
    }
}
