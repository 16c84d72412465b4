//! The rating from what was entered, by the pack's rule and in exact numbers: what it is, or what is missing, or
//! between which two ratings a person must decide (`outcome`); where it can still fall while the year runs (`so_far`,
//! `to_come`, `provisional`); and what alone would change it (`changes`). The year record supplies [`Inputs`]; pages show the [`Trace`].

mod changes;
mod measured;
mod so_far;
mod to_come;

use super::trace::{
    Alternative, Cut, Node, NodeKind, Placement, Rounding, RoundingMode, Rule, Trace,
};
use jiff::civil::Date;
use measured::Measured;
use policy::{Aggregate, Exact, Known, Measure, MeasureGroup, MeasureKind, Pack};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use changes::{Change, Step, changes};
pub use so_far::{MeasureSoFar, Needed, SoFar, Standing, provisional, so_far};
pub use to_come::{MeasureToCome, ToCome, to_come};

/// What the rating rule looks at. The order of lists changes nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inputs {
    /// Shared observations of any kind; only scored kinds count.
    pub observations: Vec<Observed>,
    /// The evaluator's latest ratings of professionalism, by indicator.
    pub professionalism: Option<BTreeMap<String, u8>>,
    /// They are those of the end of the year; only these make a rating.
    pub professionalism_is_final: bool,
    pub survey: Option<Survey>,
    /// The survey is taken in this teacher's grades.
    pub survey_applies: bool,
    /// Approved results.
    pub goals: Vec<Goal>,
    /// Percent of the school's growth points, 0 to 100.
    pub collective: Option<Exact>,
    pub probationary: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Observed {
    /// The stream, which the trace cites.
    pub id: String,
    pub on: Date,
    /// Id of the pack's observation kind.
    pub kind: String,
    /// By indicator id.
    pub scores: BTreeMap<String, u8>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// Percent positive, 0 to 100.
    pub percent: Exact,
    pub respondents: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    pub title: String,
    /// How many pupils earned 0, 1, 2 and 3 points.
    pub points: [u32; 4],
}

#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Rated {
        rating: String,
        trace: Trace,
    },
    /// Near a cut: a person decides between two neighbouring ratings, with reasons.
    DecisionRequired {
        lower: String,
        upper: String,
        trace: Trace,
    },
    /// Something is missing: there is no score, which is not a low score.
    NotCalculable {
        missing: Vec<Missing>,
    },
}

/// What stands in the way of a rating.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    Observations {
        have: u32,
        needed: u32,
    },
    FullObservations {
        have: u32,
        needed: u32,
    },
    /// The evaluator's ratings at the end of the year.
    Professionalism,
    ProfessionalismIndicator {
        indicator: String,
    },
    Survey,
    Goals {
        have: u32,
        needed: u32,
    },
    /// A goal without a single pupil.
    GoalWithoutPupils {
        title: String,
    },
    Collective,
    /// A score that the scale does not have.
    OutOfScale {
        id: String,
        indicator: String,
        score: u8,
    },
}

/// The rating of a year.
pub fn outcome(inputs: &Inputs, pack: &Pack) -> Outcome {
    let measured = Measured::of(inputs, pack);
    let missing = missing(inputs, &measured, pack);
    if !missing.is_empty() {
        return Outcome::NotCalculable { missing };
    }
    let Some(trace) = trace(&measured, pack) else {
        // Every measure has a value, so only a pack without measures or cuts comes here, and `policy::load` refuses it.
        return Outcome::NotCalculable { missing };
    };
    match &trace.placement.open {
        Some([lower, upper]) => Outcome::DecisionRequired {
            lower: lower.clone(),
            upper: upper.clone(),
            trace,
        },
        None => Outcome::Rated {
            rating: trace.placement.calculated.clone(),
            trace,
        },
    }
}

fn missing(inputs: &Inputs, measured: &Measured<'_>, pack: &Pack) -> Vec<Missing> {
    let mut missing = measured.out_of_scale.clone();
    let floors = &pack.rating.floors;
    let needed = if inputs.probationary {
        floors.probationary.value
    } else {
        floors.non_probationary.value
    };
    let have = measured.observation_count();
    if have < needed {
        missing.push(Missing::Observations { have, needed });
    }
    let full = measured.full_count();
    if full < floors.full_min.value {
        missing.push(Missing::FullObservations {
            have: full,
            needed: floors.full_min.value,
        });
    }
    match &inputs.professionalism {
        Some(scores) if inputs.professionalism_is_final => {
            for indicator in pack
                .framework
                .professionalism()
                .filter(|indicator| !scores.contains_key(&indicator.id))
            {
                missing.push(Missing::ProfessionalismIndicator {
                    indicator: indicator.id.clone(),
                });
            }
        }
        _ => missing.push(Missing::Professionalism),
    }
    if measured.survey_counts && inputs.survey.is_none() {
        missing.push(Missing::Survey);
    }
    for goal in inputs
        .goals
        .iter()
        .filter(|goal| goal.points.iter().all(|&pupils| pupils == 0))
    {
        missing.push(Missing::GoalWithoutPupils {
            title: goal.title.clone(),
        });
    }
    let have = u32::try_from(inputs.goals.len()).unwrap_or(u32::MAX);
    let needed = pack.measures.goals.count.value;
    if have < needed {
        missing.push(Missing::Goals { have, needed });
    }
    if inputs.collective.is_none() {
        missing.push(Missing::Collective);
    }
    missing.sort();
    missing
}

/// The tree of all measures; `None` unless each has a value.
fn trace(measured: &Measured<'_>, pack: &Pack) -> Option<Trace> {
    let mut groups = Vec::new();
    for (group, id) in [
        (MeasureGroup::Practice, "practice"),
        (MeasureGroup::Growth, "growth"),
    ] {
        let members: Vec<&Measure> = pack
            .measures
            .list
            .iter()
            .filter(|measure| measure.group == group)
            .collect();
        let children: Option<Vec<Node>> = members
            .into_iter()
            .filter(|measure| !measured.weight(measure).is_zero())
            .map(|measure| measured.node(measure))
            .collect();
        groups.push(sum(id, NodeKind::Group(group), children?, pack));
    }
    let composite = sum("composite", NodeKind::Composite, groups, pack);
    let placement = placement(&composite.value, pack)?;
    Some(Trace {
        pack: pack.id.clone(),
        year: pack.year.clone(),
        version: pack.version,
        rule: pack.rating.id.clone(),
        alternatives: alternatives(measured, &composite.value, pack),
        findings: measured.findings.clone(),
        composite,
        placement,
        decision: None,
    })
}

/// A subtotal or total of points, which is arithmetic on values that carry their own sources.
fn sum(id: &str, kind: NodeKind, children: Vec<Node>, pack: &Pack) -> Node {
    let weight = children
        .iter()
        .filter_map(|child| child.weight.as_ref())
        .sum();
    let value = children.iter().map(|child| &child.value).sum();
    let (known, source) = (Known::I, pack.rating.id.clone());
    Node {
        weight: Some(weight),
        children,
        ..line(id, kind, Rule::Sum, value, known, source, pack)
    }
}

/// A line without inputs, weight, cuts and lines below.
fn line(
    id: &str,
    kind: NodeKind,
    rule: Rule,
    value: Exact,
    known: Known,
    source: String,
    pack: &Pack,
) -> Node {
    let places = pack.rating.shown_places.value;
    Node {
        id: id.to_owned(),
        kind,
        rule,
        inputs: BTreeMap::new(),
        weight: None,
        shown: value.to_decimal(places),
        rounding: Rounding {
            mode: RoundingMode::HalfUp,
            places,
        },
        value,
        cut: None,
        known,
        source,
        children: Vec::new(),
    }
}

/// Where a composite falls. Within the half width of a cut, ends included, a person decides; a half width of 0 switches
/// that off.
fn placement(composite: &Exact, pack: &Pack) -> Option<Placement> {
    let rule = &pack.rating;
    let begins = rule.cuts.value.iter().zip(rule.ratings.iter().skip(1));
    let cuts: Vec<Cut> = begins
        .map(|(begins, rating)| Cut {
            rating: rating.id.clone(),
            begins: begins.clone(),
        })
        .collect();
    let distance = |cut: &Cut| (composite - &cut.begins).abs();
    let place = (0..cuts.len()).min_by_key(|&place| distance(&cuts[place]))?;
    let nearest = cuts[place].clone();
    let distance = distance(&nearest);
    let half_width = rule.decision_half_width.value.clone();
    let near = !half_width.is_zero() && distance <= half_width;
    Some(Placement {
        calculated: rule.rating_at(composite)?.id.clone(),
        open: near.then(|| [rule.ratings[place].id.clone(), nearest.rating.clone()]),
        cuts,
        nearest,
        distance,
        half_width,
        cuts_known: rule.cuts.known,
        cuts_source: rule.cuts.source.clone(),
        half_width_known: rule.decision_half_width.known,
        half_width_source: rule.decision_half_width.source.clone(),
    })
}

fn alternatives(measured: &Measured<'_>, composite: &Exact, pack: &Pack) -> Vec<Alternative> {
    let Some(measure) = pack.measures.of_kind(MeasureKind::Observation) else {
        return Vec::new();
    };
    let Some(counted) = measured.node(measure) else {
        return Vec::new();
    };
    let others = Aggregate::ALL
        .into_iter()
        .filter(|aggregate| *aggregate != pack.rating.aggregate.value);
    others
        .filter_map(|aggregate| {
            let fraction = measured.fraction_by(measure, aggregate)?;
            let points = measured.weight(measure) * &fraction;
            Some(Alternative {
                aggregate,
                fraction,
                shown: points.to_decimal(pack.rating.shown_places.value),
                composite: composite - &counted.value + &points,
                points,
            })
        })
        .collect()
}
