//! Guidance for decisions that a person takes: between two ratings near a cut, on the overall rating, on renewal.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::{Section, ruled};
use crate::{Known, Ruled, Text};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DecisionGuidance {
    /// Pieces of evidence that a decision near a cut links to, at least.
    pub evidence_min: Ruled<u32>,
    /// Somebody who is not the decider reads and confirms it: always, the pack says from where that is known.
    pub second_reader: Ruled<bool>,
    pub points: Vec<DecisionPoint>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DecisionPoint {
    /// Such as `dec.band.1`.
    pub id: String,
    pub about: Decision,
    /// Something to weigh; otherwise something that must not count.
    pub weigh: bool,
    pub text: Text,
    pub known: Known,
    pub source: String,
}

/// What is decided.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// One of two neighbouring ratings near a cut.
    Band,
    /// The overall rating and its basis in instruction.
    Instruction,
    /// Its basis in professionalism.
    Professionalism,
    /// Whether to recommend renewal.
    Renewal,
}

impl DecisionGuidance {
    /// Reads `decisions.toml`.
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let _ = section.rule_words();
        let band = section.table("band");
        Self {
            evidence_min: ruled(band.as_ref(), "evidence_min", 0, |value| {
                value.number("value")
            }),
            second_reader: ruled(band.as_ref(), "second_reader", true, |value| {
                value.mark("second reader", "value");
                value.flag("value", true)
            }),
            points: section
                .list("point")
                .iter()
                .map(DecisionPoint::read)
                .collect(),
        }
    }
}

impl DecisionPoint {
    fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        section.mark(format!("decision point {id}"), "id");
        Self {
            about: section.choice(
                "about",
                &[
                    ("band", Decision::Band),
                    ("instruction", Decision::Instruction),
                    ("professionalism", Decision::Professionalism),
                    ("renewal", Decision::Renewal),
                ],
            ),
            weigh: section.flag("weigh", true),
            text: section.text("text"),
            id,
            known,
            source,
        }
    }
}
