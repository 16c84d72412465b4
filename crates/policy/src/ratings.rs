//! The ratings, the rule that computes one from the measures, and what ratings do to status.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::Section;
use crate::{Exact, Known, Ruled, Text};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Rating {
    /// `NM`, `A`, `E`, `D`.
    pub id: String,
    /// 0 for the lowest.
    pub code: u8,
    pub label: Text,
    /// The state's name for it, which reports to the state use.
    pub state: Text,
    /// Counts as demonstrated effectiveness.
    pub effective: bool,
    pub known: Known,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RatingRule {
    /// Name of the rule, which a trace cites.
    pub id: String,
    /// From the lowest to the highest.
    #[schemars(rename = "rating")]
    pub ratings: Vec<Rating>,
    /// Fractions at floor, cuts and ceiling of each measure's scale; increasing from 0 to 1.
    pub anchors: Ruled<Vec<Exact>>,
    /// Points of 100 at which each rating but the lowest begins; the cut belongs to the higher rating.
    pub cuts: Ruled<Vec<Exact>>,
    /// Within this many points of a cut a person decides between the two ratings; 0 switches that off.
    pub decision_half_width: Ruled<Exact>,
    pub aggregate: Ruled<Aggregate>,
    pub floors: Floors,
    /// Digits after the point where points are shown; halves go up. Nothing is computed from a rounded value.
    pub shown_places: Ruled<u32>,
    pub status: StatusRule,
}

/// How the scores of several observations become one mean. The ways differ as soon as one observation scores only
/// some indicators.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Aggregate {
    /// The mean of each indicator over its observations, then the mean of those.
    IndicatorMean,
    /// All scores pooled.
    Flat,
    /// The mean of each observation, then the mean of those.
    PerObservation,
}

impl Aggregate {
    pub const ALL: [Self; 3] = [Self::IndicatorMean, Self::Flat, Self::PerObservation];

    /// The name in packs and traces.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::IndicatorMean => "indicator_mean",
            Self::Flat => "flat",
            Self::PerObservation => "per_observation",
        }
    }
}

/// Fewest scored observations of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Floors {
    /// Below this a probationary teacher has no rating.
    pub probationary: Ruled<u32>,
    /// Below this any other teacher has no rating.
    pub non_probationary: Ruled<u32>,
    /// What is planned for; missing it is a finding, not a bar.
    pub target: Ruled<u32>,
    /// Of these, so many must score every indicator.
    pub full_min: Ruled<u32>,
}

/// When non-probationary status is gained and lost (C.R.S. 22-63-203).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatusRule {
    /// Consecutive effective years that gain it.
    pub gain: Ruled<u32>,
    /// Consecutive years below effective that lose it.
    pub lose: Ruled<u32>,
    /// What a year without a score does to a chain of low years.
    pub no_score: Ruled<NoScore>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoScore {
    /// The next year counts as if it followed directly.
    Bridge,
    /// The chain starts anew.
    Break,
}

impl RatingRule {
    pub fn rating(&self, id: &str) -> Option<&Rating> {
        self.ratings.iter().find(|rating| rating.id == id)
    }

    /// The rating at a composite of 0 to 100 points; a cut belongs to the higher rating. Says nothing about the
    /// decision band.
    pub fn rating_at(&self, composite: &Exact) -> Option<&Rating> {
        let reached = self
            .cuts
            .value
            .iter()
            .filter(|cut| *cut <= composite)
            .count();
        self.ratings.get(reached)
    }

    /// Where a rating begins, in points; `None` for the lowest and for unknown ids.
    pub fn begins(&self, id: &str) -> Option<&Exact> {
        let place = self.ratings.iter().position(|rating| rating.id == id)?;
        self.cuts.value.get(place.checked_sub(1)?)
    }
}

impl RatingRule {
    /// Reads `rating.toml`.
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let number =
            |section: &Section<'_>, key: &str| section.ruled(key, 0, |value| value.number("value"));
        let floors = section.table("floors");
        let status = section.table("status");
        let nothing = || Ruled {
            value: 0,
            known: Known::OWN,
            source: String::new(),
        };
        let floor = |key| {
            floors
                .as_ref()
                .map_or_else(nothing, |floors| number(floors, key))
        };
        let years = |key| {
            status
                .as_ref()
                .map_or_else(nothing, |status| number(status, key))
        };
        Self {
            id: section.string("id"),
            ratings: section.list("rating").iter().map(Rating::read).collect(),
            anchors: section.ruled("anchors", Vec::new(), |value| {
                value.mark("anchors", "value");
                value.exacts("value")
            }),
            cuts: section.ruled("cuts", Vec::new(), |value| {
                value.mark("cuts", "value");
                value.exacts("value")
            }),
            decision_half_width: section.ruled("decision_half_width", Exact::zero(), |value| {
                value.mark("decision half width", "value");
                value.exact("value")
            }),
            aggregate: section.ruled("aggregate", Aggregate::IndicatorMean, |value| {
                value.choice(
                    "value",
                    &Aggregate::ALL.map(|aggregate| (aggregate.as_str(), aggregate)),
                )
            }),
            floors: Floors {
                probationary: floor("probationary"),
                non_probationary: floor("non_probationary"),
                target: floor("target"),
                full_min: floor("full_min"),
            },
            shown_places: number(section, "shown_places"),
            status: StatusRule {
                gain: years("gain"),
                lose: years("lose"),
                no_score: status.as_ref().map_or_else(
                    || Ruled {
                        value: NoScore::Bridge,
                        known: Known::OWN,
                        source: String::new(),
                    },
                    |status| {
                        status.ruled("no_score", NoScore::Bridge, |value| {
                            value.choice(
                                "value",
                                &[("bridge", NoScore::Bridge), ("break", NoScore::Break)],
                            )
                        })
                    },
                ),
            },
        }
    }
}

impl Rating {
    fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        section.mark(format!("rating {id}"), "id");
        Self {
            code: section.level("code"),
            label: section.text("label"),
            state: section.text("state"),
            effective: section.flag("effective", false),
            id,
            known,
            source,
        }
    }
}
