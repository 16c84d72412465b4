//! Guidance for writing a rationale: what a good one has, and examples of both kinds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::Section;
use crate::{Known, Text};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RationaleGuidance {
    #[schemars(rename = "point")]
    pub points: Vec<RationalePoint>,
    #[schemars(rename = "example")]
    pub examples: Vec<RationaleExample>,
    /// Fewest and most words of a good one, inclusive.
    pub words_from: u32,
    pub words_to: u32,
    pub known: Known,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RationalePoint {
    /// `R1` to `R10`.
    pub id: String,
    pub text: Text,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RationaleExample {
    pub about: Concern,
    pub good: bool,
    /// `None` where a bad example names none.
    pub indicator: Option<String>,
    pub score: Option<u8>,
    pub text: Text,
    /// What is wrong with a bad one.
    pub fault: Option<Text>,
}

#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Concern {
    Instruction,
    Professionalism,
}

impl RationaleGuidance {
    /// Reads `rationale.toml`.
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.rule_words();
        let point = |item: &Section<'_>| {
            let id = item.string("id");
            item.mark(format!("rationale point {id}"), "id");
            RationalePoint {
                id,
                text: item.text("text"),
            }
        };
        Self {
            points: section.list("point").iter().map(point).collect(),
            examples: section
                .list("example")
                .iter()
                .map(RationaleExample::read)
                .collect(),
            words_from: section.number("words_from"),
            words_to: section.number("words_to"),
            known,
            source,
        }
    }
}

impl RationaleExample {
    fn read(section: &Section<'_>) -> Self {
        let indicator = section
            .has("indicator")
            .then(|| section.string("indicator"));
        if let Some(indicator) = &indicator {
            section.mark(format!("example {indicator}"), "indicator");
        }
        Self {
            about: section.choice(
                "about",
                &[
                    ("instruction", Concern::Instruction),
                    ("professionalism", Concern::Professionalism),
                ],
            ),
            good: section.flag("good", true),
            score: section.has("score").then(|| section.level("score")),
            text: section.text("text"),
            fault: section.text_if_any("fault"),
            indicator,
        }
    }
}
