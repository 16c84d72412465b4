//! The ladder of support, from a first concern to the end of a contract, and what makes a plan count.

use schemars::JsonSchema;
use serde::Serialize;

use crate::reading::{Section, ruled};
use crate::{Exact, Known, Ruled, Text};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Supports {
    /// From the first concern on.
    #[schemars(rename = "step")]
    pub steps: Vec<SupportStep>,
    pub plan: PlanRule,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SupportStep {
    /// Such as `concern`, `support_plan`.
    pub id: String,
    /// How far up the ladder, from 1. Steps of one rung are alternatives.
    pub rung: u32,
    pub label: Text,
    pub trigger: Text,
    /// Who decides, in words.
    pub decides: Text,
    pub documents: Vec<Text>,
    /// Ids of dates.
    pub clocks: Vec<String>,
    /// Ids of steps that may follow.
    pub leads_to: Vec<String>,
    /// Ids of employment classes; empty: all.
    pub classes: Vec<String>,
    /// Id of the procedure that it opens, if any.
    pub procedure: Option<String>,
    /// Both sides must agree to it.
    pub by_agreement: bool,
    pub active: bool,
    pub known: Known,
    pub source: String,
}

/// What a support plan must have been for its outcome to count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanRule {
    /// Indicators that a plan rests on, at most.
    pub reasons_max: Ruled<u32>,
    /// Calendar days from start to outcome, at least.
    pub days_min: Ruled<u32>,
    /// School days from one checkpoint to the next.
    pub checkpoint_every: Ruled<u32>,
    /// Checkpoints held, at least.
    pub checkpoints_min: Ruled<u32>,
    /// Share of the booked support that was given, 0 to 1, at least.
    pub delivered_min: Ruled<Exact>,
    #[schemars(rename = "outcome")]
    pub outcomes: Vec<PlanOutcome>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanOutcome {
    /// `met`, `partly`, `not_met`.
    pub id: String,
    pub label: Text,
    pub meaning: Text,
}

impl Supports {
    pub fn step(&self, id: &str) -> Option<&SupportStep> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// Reads `supports.toml`.
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let _ = section.rule_words();
        Self {
            steps: section.list("step").iter().map(SupportStep::read).collect(),
            plan: PlanRule::read(section.table("plan").as_ref()),
        }
    }
}

impl SupportStep {
    fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        for key in ["id", "clocks", "leads_to", "classes", "procedure"] {
            section.mark(format!("support step {id} {key}"), key);
        }
        Self {
            rung: section.number("rung"),
            label: section.text("label"),
            trigger: section.text("trigger"),
            decides: section.text("decides"),
            documents: section.texts("documents"),
            clocks: section.strings("clocks"),
            leads_to: section.strings("leads_to"),
            classes: section.strings("classes"),
            procedure: section
                .has("procedure")
                .then(|| section.string("procedure")),
            by_agreement: section.flag("by_agreement", false),
            active: section.flag("active", true),
            id,
            known,
            source,
        }
    }
}

impl PlanRule {
    fn read(section: Option<&Section<'_>>) -> Self {
        let number = |key| ruled(section, key, 0, |value| value.number("value"));
        let outcome = |item: &Section<'_>| {
            let id = item.string("id");
            item.mark(format!("plan outcome {id}"), "id");
            PlanOutcome {
                label: item.text("label"),
                meaning: item.text("meaning"),
                id,
            }
        };
        Self {
            reasons_max: number("reasons_max"),
            days_min: ruled(section, "days_min", 0, |value| {
                value.mark("plan days", "value");
                value.number("value")
            }),
            checkpoint_every: number("checkpoint_every"),
            checkpoints_min: number("checkpoints_min"),
            delivered_min: ruled(section, "delivered_min", Exact::zero(), |value| {
                value.mark("plan delivered", "value");
                value.exact("value")
            }),
            outcomes: section
                .map(|plan| plan.list("outcome").iter().map(outcome).collect())
                .unwrap_or_default(),
        }
    }
}
