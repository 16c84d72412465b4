//! The measures that make up a rating: their weights, scales, and what the survey, goals and collective rules say.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::{Section, ruled};
use crate::{Exact, Fault, Known, Ruled, Text};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Measures {
    /// In the order in which the sum is shown.
    #[schemars(rename = "measure")]
    pub list: Vec<Measure>,
    pub survey: Survey,
    pub goals: Goals,
    pub collective: Collective,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Measure {
    /// `obs`, `prof`, `sps`, `slo`, `coll`.
    pub id: String,
    pub kind: MeasureKind,
    pub label: Text,
    pub group: MeasureGroup,
    /// Points of 100 where the survey counts.
    pub with_survey: Exact,
    /// Points of 100 where it does not; zero for the survey itself.
    pub without_survey: Exact,
    pub known: Known,
    pub source: String,
    #[schemars(with = "crate::schema::ScaleTable")]
    pub scale: Ruled<Scale>,
}

/// What a measure is computed from.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum MeasureKind {
    Observation,
    Professionalism,
    Survey,
    Goals,
    Collective,
}

/// The halves that the law weighs: professional practice and student growth (1 CCR 301-87).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum MeasureGroup {
    Practice,
    Growth,
}

/// How a raw value becomes a fraction between 0 and 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// `(x − min) / (max − min)` on the indicator scale.
    Indicator,
    /// Straight lines between these raw values and the rule's anchors: floor, a cut for each rating but the lowest,
    /// ceiling.
    Cuts(Vec<Exact>),
}

/// The student perception survey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Survey {
    /// Fewer respondents, and the weights without a survey apply.
    pub respondents_min: Ruled<u32>,
    /// First and last grade in which it counts, inclusive.
    pub grades: Ruled<[u8; 2]>,
}

/// Individual growth goals (student learning objectives).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Goals {
    /// Goals that a full-time teacher sets in a year; they count equally.
    pub count: Ruled<u32>,
    /// Preparedness at the start, from the lowest.
    #[schemars(rename = "baseline")]
    pub baseline_levels: Vec<LabelledLevel>,
    /// Level reached at the end, from the lowest.
    #[schemars(rename = "end")]
    pub end_levels: Vec<LabelledLevel>,
    /// Points for each baseline level (row) and end level (column), 0 to 3.
    pub matrix: Ruled<Vec<Vec<u8>>>,
    /// Share of the interval for which a pupil must have been present to count, 0 to 1.
    pub presence_min: Ruled<Exact>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LabelledLevel {
    /// Counted from 1.
    pub level: u8,
    pub label: Text,
}

impl Goals {
    /// Points for a pupil; `None` where the matrix has no such level. Levels count from 1.
    pub fn points(&self, baseline: u8, end: u8) -> Option<u8> {
        let row = self
            .matrix
            .value
            .get(usize::from(baseline.checked_sub(1)?))?;
        row.get(usize::from(end.checked_sub(1)?)).copied()
    }
}

/// The collective measure of a school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Collective {
    /// Most points that the law allows it.
    pub points_max: Ruled<Exact>,
}

impl Measures {
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.list.iter().find(|measure| measure.id == id)
    }

    pub fn of_kind(&self, kind: MeasureKind) -> Option<&Measure> {
        self.list.iter().find(|measure| measure.kind == kind)
    }
}

impl Measures {
    /// Reads `measures.toml`.
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let list = section.list("measure").iter().map(Measure::read).collect();
        Self {
            list,
            survey: Survey::read(section.table("survey").as_ref()),
            goals: Goals::read(section.table("goals").as_ref()),
            collective: Collective::read(section.table("collective").as_ref()),
        }
    }
}

impl Measure {
    fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        for key in ["id", "with_survey", "without_survey"] {
            section.mark(format!("measure {id} {key}"), key);
        }
        let scale = section.ruled("scale", Scale::Indicator, |scale| {
            scale.mark(format!("measure {id} cuts"), "cuts");
            if scale.has("cuts") {
                return Scale::Cuts(scale.exacts("cuts"));
            }
            scale.choice("value", &[("indicator", ())]);
            Scale::Indicator
        });
        Self {
            kind: section.choice(
                "kind",
                &[
                    ("observation", MeasureKind::Observation),
                    ("professionalism", MeasureKind::Professionalism),
                    ("survey", MeasureKind::Survey),
                    ("goals", MeasureKind::Goals),
                    ("collective", MeasureKind::Collective),
                ],
            ),
            label: section.text("label"),
            group: section.choice(
                "group",
                &[
                    ("practice", MeasureGroup::Practice),
                    ("growth", MeasureGroup::Growth),
                ],
            ),
            with_survey: section.exact("with_survey"),
            without_survey: section.exact("without_survey"),
            id,
            known,
            source,
            scale,
        }
    }
}

impl Survey {
    fn read(section: Option<&Section<'_>>) -> Self {
        Self {
            respondents_min: ruled(section, "respondents_min", 0, |value| value.number("value")),
            grades: ruled(section, "grades", [0, 0], |value| {
                <[u8; 2]>::try_from(value.levels("value")).unwrap_or_else(|levels| {
                    value.note_key("value", count("survey grades", levels.len(), 2));
                    [0, 0]
                })
            }),
        }
    }
}

impl Goals {
    fn read(section: Option<&Section<'_>>) -> Self {
        let levels = |key| {
            let each = |item: &Section<'_>| LabelledLevel {
                level: item.level("level"),
                label: item.text("label"),
            };
            section
                .map(|section| section.list(key).iter().map(each).collect())
                .unwrap_or_default()
        };
        Self {
            count: ruled(section, "count", 0, |value| value.number("value")),
            baseline_levels: levels("baseline"),
            end_levels: levels("end"),
            matrix: ruled(section, "matrix", Vec::new(), |value| {
                value.mark("goals matrix", "value");
                value.rows("value")
            }),
            presence_min: ruled(section, "presence_min", Exact::zero(), |value| {
                value.exact("value")
            }),
        }
    }
}

impl Collective {
    fn read(section: Option<&Section<'_>>) -> Self {
        Self {
            points_max: ruled(section, "points_max", Exact::zero(), |value| {
                value.exact("value")
            }),
        }
    }
}

fn count(what: &str, is: usize, wanted: usize) -> Fault {
    Fault::Count {
        what: what.to_owned(),
        is,
        wanted,
    }
}
