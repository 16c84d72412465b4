//! How a rating came about, as a tree that can be shown line by line and recomputed by anyone. Keys and exact values
//! only: words come from the texts and the pack.

use policy::{Aggregate, Exact, Known, MeasureGroup, MeasureKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The whole way from what was entered to the rating.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trace {
    pub pack: String,
    pub year: String,
    pub version: u32,
    /// Name of the pack's rating rule.
    pub rule: String,
    /// The composite: points of 100, and below it everything that makes them.
    pub composite: Node,
    pub placement: Placement,
    /// Which of the two adjacent ratings a person chose, where the composite lies near a cut.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Box<super::Decided>>,
    /// What the other ways of averaging observations would have given.
    pub alternatives: Vec<Alternative>,
    pub findings: Vec<Finding>,
}

/// One line: a value, the rule that gave it, and what it was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// Such as `obs`, `obs/mean`, `obs/LE.3`; unique in its trace.
    pub id: String,
    pub kind: NodeKind,
    pub rule: Rule,
    /// Plain facts of the line: where a score was given, how many pupils earned what.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub inputs: BTreeMap<String, String>,
    /// Points of 100 that this line can reach, where it is weighed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Exact>,
    pub value: Exact,
    /// The value for reading, rounded as `rounding` says; nothing is computed from it.
    pub shown: String,
    pub rounding: Rounding,
    /// The two cuts between which the value below lies, where the rule is [`Rule::BetweenCuts`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<Between>,
    pub known: Known,
    /// Source of the rule or of its numbers; `record` for what was entered.
    pub source: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Node>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NodeKind {
    Composite,
    Group(MeasureGroup),
    Measure(MeasureKind),
    /// A measure on the common scale from 0 to 1.
    Fraction,
    /// A measure on its own scale.
    Raw,
    /// One indicator over its observations.
    Indicator,
    /// One observation over its indicators.
    Lesson,
    /// One indicator score.
    Score,
    Goal,
    Percent,
}

/// How a value follows from the lines below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    Sum,
    /// The weight times the line below.
    Weighted,
    /// `(x − min) / (max − min)`, with `min` and `max` among the inputs.
    IndicatorScale,
    /// A straight line between the anchors of two cuts; beyond floor and ceiling it stays at their anchors.
    BetweenCuts,
    /// Means, by the pack's way of averaging observations.
    IndicatorMean,
    Flat,
    PerObservation,
    Mean,
    /// Mean points of pupils, from the inputs `points_0` to `points_3`.
    PointsMean,
    /// Entered by a person.
    Entered,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rounding {
    pub mode: RoundingMode,
    /// Digits after the point.
    pub places: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundingMode {
    HalfUp,
}

/// Two neighbouring cuts of a measure and the anchors at which they stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Between {
    pub lower: Exact,
    pub upper: Exact,
    pub lower_anchor: Exact,
    pub upper_anchor: Exact,
}

/// Where the composite falls among the cuts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placement {
    /// The rating in whose points the composite lies.
    pub calculated: String,
    pub cuts: Vec<Cut>,
    /// The cut that is nearest to the composite.
    pub nearest: Cut,
    /// Points between the composite and that cut, never negative.
    pub distance: Exact,
    pub half_width: Exact,
    /// Lower and upper rating, where the distance is not more than the half width: a person decides.
    pub open: Option<[String; 2]>,
    pub cuts_known: Known,
    pub cuts_source: String,
    pub half_width_known: Known,
    pub half_width_source: String,
}

/// A rating and the points at which it begins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cut {
    pub rating: String,
    pub begins: Exact,
}

/// The observation measure under another way of averaging.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    pub aggregate: Aggregate,
    pub fraction: Exact,
    /// Points of the observation measure.
    pub points: Exact,
    pub shown: String,
    pub composite: Exact,
}

/// Something that does not change the calculation and that a reader should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// No counted observation scored this indicator; the mean leaves it out.
    IndicatorNeverScored {
        indicator: String,
    },
    ObservationsBelowTarget {
        have: u32,
        target: u32,
    },
    /// Too few answers: the weights without a survey hold.
    SurveyTooFew {
        respondents: u32,
        minimum: u32,
    },
    /// Scored, though the framework does not count it there.
    IndicatorNotCounted {
        indicator: String,
    },
}

/// A line whose value does not follow from the lines below it.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{id} says {says}, and does not follow from what lies below it")]
pub struct Mismatch {
    pub id: String,
    pub says: Exact,
}

impl Trace {
    /// Recomputes every line from the lines below it, and the placement from the composite.
    ///
    /// # Errors
    /// The first line that does not follow.
    pub fn verify(&self) -> Result<(), Mismatch> {
        self.composite.verify()?;
        let composite = &self.composite.value;
        let placement = &self.placement;
        let reached = placement.cuts.iter().rfind(|cut| cut.begins <= *composite);
        let near = !placement.half_width.is_zero() && placement.distance <= placement.half_width;
        let distance = (composite - &placement.nearest.begins).abs();
        let nearest = placement
            .cuts
            .iter()
            .all(|cut| (composite - &cut.begins).abs() >= distance);
        let lowest = !placement
            .cuts
            .iter()
            .any(|cut| cut.rating == placement.calculated);
        let calculated = reached.map_or(lowest, |cut| cut.rating == placement.calculated);
        let decided = self.decision.as_ref().is_none_or(|it| {
            Some(&it.candidates) == placement.open.as_ref() && it.candidates.contains(&it.rating)
        });
        if distance == placement.distance
            && nearest
            && decided
            && calculated
            && near == placement.open.is_some()
        {
            Ok(())
        } else {
            Err(Mismatch {
                id: "placement".to_owned(),
                says: placement.distance.clone(),
            })
        }
    }

    /// The line with this id.
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.composite.find(id)
    }
}

impl Node {
    /// The line with this id, in or below this one.
    pub fn find(&self, id: &str) -> Option<&Self> {
        if self.id == id {
            Some(self)
        } else {
            self.children.iter().find_map(|child| child.find(id))
        }
    }

    /// Recomputes this line and all below it from what was entered.
    ///
    /// # Errors
    /// The first line that does not follow.
    pub fn verify(&self) -> Result<(), Mismatch> {
        for child in &self.children {
            child.verify()?;
        }
        if self.recomputed().as_ref() == Some(&self.value)
            && self.shown == self.value.to_decimal(self.rounding.places)
        {
            Ok(())
        } else {
            Err(Mismatch {
                id: self.id.clone(),
                says: self.value.clone(),
            })
        }
    }

    /// The value that the lines below give; `None` where the rule cannot be followed.
    pub(super) fn recomputed(&self) -> Option<Exact> {
        let below = self.children.iter().map(|child| &child.value);
        match self.rule {
            Rule::Sum => Some(below.sum()),
            Rule::Weighted => Some(self.weight.as_ref()? * self.only_child()?),
            Rule::IndicatorScale => {
                indicator_fraction(self.only_child()?, &self.input("min")?, &self.input("max")?)
            }
            Rule::BetweenCuts => self.cut.as_ref()?.fraction(self.only_child()?),
            Rule::IndicatorMean | Rule::Flat | Rule::PerObservation | Rule::Mean => {
                Exact::mean(below)
            }
            Rule::PointsMean => {
                let pupils = [0, 1, 2, 3].map(|points| self.input(&format!("points_{points}")));
                let [none, one, two, three] = pupils;
                points_mean(&[none?, one?, two?, three?])
            }
            Rule::Entered => self.children.is_empty().then(|| self.value.clone()),
        }
    }

    fn only_child(&self) -> Option<&Exact> {
        match self.children.as_slice() {
            [child] => Some(&child.value),
            _ => None,
        }
    }

    fn input(&self, key: &str) -> Option<Exact> {
        self.inputs.get(key)?.parse().ok()
    }
}

impl Between {
    /// Where a raw value stands between the two anchors; at an anchor where it lies beyond its cut.
    pub(super) fn fraction(&self, raw: &Exact) -> Option<Exact> {
        let raw = raw.clamp(&self.lower, &self.upper);
        let share = (raw - &self.lower).checked_div(&(&self.upper - &self.lower))?;
        Some(&self.lower_anchor + share * (&self.upper_anchor - &self.lower_anchor))
    }
}

/// `(x − min) / (max − min)`; `None` where the scale has one level only.
pub(super) fn indicator_fraction(mean: &Exact, min: &Exact, max: &Exact) -> Option<Exact> {
    (mean - min).checked_div(&(max - min))
}

/// Mean points of pupils, from how many earned 0, 1, 2 and 3; `None` of no pupil.
pub(super) fn points_mean(pupils: &[Exact; 4]) -> Option<Exact> {
    let [_, one, two, three] = pupils;
    let points = one + two * Exact::from(2) + three * Exact::from(3);
    points.checked_div(&pupils.iter().sum())
}
