//! What the district is asked to confirm before a pack counts: each value that no source settles, with what else it could
//! be and what it decides.

use schemars::JsonSchema;
use serde::Serialize;

use crate::reading::Section;
use crate::{Pack, Text, Weighed};

/// One question to the district, about values that are confirmed together or one by one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ToConfirm {
    /// Such as `cuts`; part of an address.
    pub id: String,
    pub question: Text,
    /// What hangs on the answer.
    pub decides: Text,
    /// Names of the values, such as `cuts` or `date CAL-BOARD`; `indicator` stands for all of that kind.
    pub values: Vec<String>,
    /// What else it could be, where something else is known or thinkable.
    #[serde(rename = "alternative")]
    pub alternatives: Vec<Text>,
}

impl ToConfirm {
    /// Reads `confirmations.toml`.
    pub(crate) fn read_all(section: &Section<'_>) -> Vec<Self> {
        let read = |section: &Section<'_>| {
            let id = section.string("id");
            section.mark(format!("question {id}"), "id");
            Self {
                question: section.text("question"),
                decides: section.text("decides"),
                values: section.strings("values"),
                alternatives: section.texts("alternative"),
                id,
            }
        };
        section.list("question").iter().map(read).collect()
    }

    /// Whether it names a value itself.
    pub(crate) fn names(&self, value: &Weighed) -> bool {
        self.values.contains(&value.name)
    }

    /// Whether it names the value's kind.
    pub(crate) fn names_kind(&self, value: &Weighed) -> bool {
        let kind = value.name.split_once(' ').map(|(kind, _)| kind);
        kind.is_some_and(|kind| self.values.iter().any(|name| name == kind))
    }
}

impl Pack {
    /// The question that asks about a value: one that names it, else one that names its kind.
    pub fn question(&self, value: &Weighed) -> Option<&ToConfirm> {
        let questions = &self.confirmations;
        let itself = questions.iter().find(|question| question.names(value));
        itself.or_else(|| questions.iter().find(|question| question.names_kind(value)))
    }
}
