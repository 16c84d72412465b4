//! Where a rating can still fall while the year runs: what is known stays, what is missing may earn nothing or all.

use super::measured::Measured;
use super::{Inputs, missing};
use crate::ratings::calculation::Missing;
use crate::ratings::trace::{Cut, Finding, Node};
use policy::{Exact, Measure, MeasureGroup, MeasureKind, Pack};

/// The range of a rating, and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct SoFar {
    /// Measures with a weight, in the pack's order.
    pub measures: Vec<MeasureSoFar>,
    /// Points of 100 if everything missing earned nothing.
    pub low: Exact,
    /// Points of 100 if everything missing earned all.
    pub high: Exact,
    /// Ids of the ratings that are still possible, from the lowest; near a cut, also the one that a person could choose.
    pub ratings: Vec<String>,
    /// What each higher rating still needs from what is missing.
    pub needed: Vec<Needed>,
    pub cuts: Vec<Cut>,
    /// What a rating still lacks, in the order of [`Missing`].
    pub missing: Vec<Missing>,
    pub findings: Vec<Finding>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MeasureSoFar {
    pub id: String,
    pub kind: MeasureKind,
    pub group: MeasureGroup,
    /// Points of 100 that it can reach.
    pub weight: Exact,
    pub state: Standing,
    pub low: Exact,
    pub high: Exact,
    /// How the points so far come about; `None` while the measure is missing.
    pub trace: Option<Node>,
    /// Id of the rating in whose band the measure's own value lies, by the anchors of its scale.
    pub band: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Missing,
    /// Has a value that more may change.
    SoFar,
    Final,
}

/// Points that a rating needs beyond what is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Needed {
    pub rating: String,
    pub points: Exact,
    /// Points that are still to be had.
    pub of: Exact,
}

/// The range at this moment.
pub fn so_far(inputs: &Inputs, pack: &Pack) -> SoFar {
    let measured = Measured::of(inputs, pack);
    let weighed = pack
        .measures
        .list
        .iter()
        .filter(|measure| !measured.weight(measure).is_zero());
    let measures: Vec<_> = weighed
        .map(|measure| one(measure, inputs, &measured, pack))
        .collect();
    let low: Exact = measures.iter().map(|measure| &measure.low).sum();
    let high: Exact = measures.iter().map(|measure| &measure.high).sum();
    let begins = pack
        .rating
        .cuts
        .value
        .iter()
        .zip(pack.rating.ratings.iter().skip(1));
    let cuts: Vec<Cut> = begins
        .map(|(begins, rating)| Cut {
            rating: rating.id.clone(),
            begins: begins.clone(),
        })
        .collect();
    let to_come = cuts
        .iter()
        .filter(|cut| cut.begins > low && cut.begins <= high);
    let needed = to_come.map(|cut| Needed {
        rating: cut.rating.clone(),
        points: &cut.begins - &low,
        of: &high - &low,
    });
    SoFar {
        needed: needed.collect(),
        ratings: possible(&low, &high, pack),
        missing: missing(inputs, &measured, pack),
        findings: measured.findings,
        measures,
        low,
        high,
        cuts,
    }
}

fn one(measure: &Measure, inputs: &Inputs, measured: &Measured<'_>, pack: &Pack) -> MeasureSoFar {
    let weight = measured.weight(measure).clone();
    let trace = measured.node(measure);
    let state = standing(measure, trace.is_some(), inputs, measured, pack);
    let (low, high) = match &trace {
        None => (Exact::zero(), weight.clone()),
        Some(node) => goal_ends(measure, state, measured)
            .unwrap_or_else(|| (node.value.clone(), node.value.clone())),
    };
    MeasureSoFar {
        id: measure.id.clone(),
        kind: measure.kind,
        group: measure.group,
        weight,
        state,
        low,
        high,
        band: trace.as_ref().and_then(|node| band(node, pack)),
        trace,
    }
}

/// The edges of the bands are the rule's anchors between its floor and its ceiling, lower edges included.
fn band(node: &Node, pack: &Pack) -> Option<String> {
    let fraction = &node.children.first()?.value;
    let anchors = &pack.rating.anchors.value;
    let inner = anchors.get(1..anchors.len().checked_sub(1)?)?;
    let reached = inner.iter().filter(|anchor| *anchor <= fraction).count();
    Some(pack.rating.ratings.get(reached)?.id.clone())
}

/// Whether a measure has a value, and whether more may change it. `known`: it has one.
pub(super) fn standing(
    measure: &Measure,
    known: bool,
    inputs: &Inputs,
    measured: &Measured<'_>,
    pack: &Pack,
) -> Standing {
    match measure.kind {
        _ if !known => Standing::Missing,
        MeasureKind::Observation
            if measured.observation_count() < pack.rating.floors.target.value =>
        {
            Standing::SoFar
        }
        MeasureKind::Professionalism if !inputs.professionalism_is_final => Standing::SoFar,
        MeasureKind::Goals if measured.goal_count() < pack.measures.goals.count.value => {
            Standing::SoFar
        }
        _ => Standing::Final,
    }
}

/// While some goals have results and others not, the others may still earn nothing or all.
pub(super) fn goal_ends(
    measure: &Measure,
    state: Standing,
    measured: &Measured<'_>,
) -> Option<(Exact, Exact)> {
    if measure.kind != MeasureKind::Goals || state != Standing::SoFar {
        return None;
    }
    let [low, high] = measured.goal_range()?;
    let points = |raw| Some(measured.weight(measure) * measured.fraction_of(measure, raw)?);
    Some((points(low)?, points(high)?))
}

/// Ratings between the two ends. Near a cut a person decides, so that an end within the half width opens the rating
/// on the other side.
pub(super) fn possible(low: &Exact, high: &Exact, pack: &Pack) -> Vec<String> {
    let rule = &pack.rating;
    let half_width = &rule.decision_half_width.value;
    let near = |from: &Exact, to: &Exact| !half_width.is_zero() && from - to <= *half_width;
    let lowest = rule
        .cuts
        .value
        .iter()
        .filter(|cut| *cut <= low && !near(low, cut))
        .count();
    let highest = rule
        .cuts
        .value
        .iter()
        .filter(|cut| *cut <= high || near(cut, high))
        .count();
    let ratings = rule.ratings.iter().skip(lowest).take(highest + 1 - lowest);
    ratings.map(|rating| rating.id.clone()).collect()
}

/// 100 × points ÷ weights over the measures that have a value, 0 to 100; `None` before the first shared scored
/// observation. For situations only, never shown as a rating.
pub fn provisional(inputs: &Inputs, pack: &Pack) -> Option<Exact> {
    let measured = Measured::of(inputs, pack);
    if measured.observation_count() == 0 {
        return None;
    }
    let mut points = Exact::zero();
    let mut weights = Exact::zero();
    for measure in &pack.measures.list {
        if let Some(node) = measured.node(measure) {
            points = points + node.value;
            weights = weights + measured.weight(measure);
        }
    }
    (points * Exact::from(100)).checked_div(&weights)
}
