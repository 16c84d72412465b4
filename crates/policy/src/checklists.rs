//! Checklists of the year: what is to be done, the fact on the record that ticks it, and by when.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::Section;
use crate::{Fault, Known, Text};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChecklistItem {
    /// Such as `L01`.
    pub id: String,
    pub list: Checklist,
    pub text: Text,
    /// One of [`FACTS`]: once it holds, the item is ticked. Nobody ticks an item by hand.
    pub fact: String,
    /// The same fact in words.
    pub when: Text,
    /// How many of the fact are wanted where one is not enough.
    pub at_least: u32,
    pub each: Each,
    /// Ids of dates, or of windows, which mean their last day.
    pub due: Vec<String>,
    /// May stay open without being late.
    pub optional: bool,
    pub known: Known,
    pub source: String,
}

/// Whose checklist.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Checklist {
    SchoolLeader,
    Evaluator,
    Teacher,
}

impl Checklist {
    pub const ALL: [Self; 3] = [Self::SchoolLeader, Self::Evaluator, Self::Teacher];

    /// The name in packs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SchoolLeader => "school_leader",
            Self::Evaluator => "evaluator",
            Self::Teacher => "teacher",
        }
    }
}

/// How often an item comes up.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Each {
    /// Once in the year.
    Year,
    /// Once for each teacher of a caseload.
    Teacher,
    /// Once for each observation.
    Observation,
    /// Once for each of its due dates.
    Due,
}

/// Facts that tick an item: names of what the record can answer about a school, a caseload or a teacher's year.
pub const FACTS: [&str; 52] = [
    "beginning_held",
    "caseload_read",
    "caseloads_complete",
    "data_read",
    "decisions_second_read",
    "draft_report_shared",
    "end_of_year_held",
    "end_of_year_message_sent",
    "end_of_year_self_rated",
    "evaluators_certified",
    "evidence_chosen",
    "feedback_read",
    "feedback_shared_in_time",
    "follow_ups_sent",
    "framework_read",
    "goals_approved",
    "goals_baseline_entered",
    "goals_final",
    "goals_results_entered",
    "goals_submitted",
    "hr_told",
    "improvement_written",
    "mid_year_confirmed",
    "mid_year_held",
    "mid_year_invited",
    "mid_year_message_sent",
    "mid_year_self_rated",
    "norming_observation_closed",
    "norming_professionalism_closed",
    "notes_written",
    "notices_delivered",
    "observations_shared",
    "options_seen",
    "plan_active",
    "plan_exists",
    "plan_outcomes_decided",
    "probationary_conferences_held",
    "professionalism_end_of_year_rated",
    "professionalism_mid_year_rated",
    "rationales_sampled",
    "reasons_confirmed",
    "recommendations_entered",
    "reflection_sent",
    "renewal_reviewed",
    "report_delivered",
    "report_received",
    "response_filed",
    "risks_reviewed",
    "superior_visited",
    "survey_given",
    "year_closed",
    "year_plan_shared",
];

impl ChecklistItem {
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        section.mark(format!("checklist item {id}"), "id");
        section.mark(format!("checklist item {id} due"), "due");
        let fact = section.string("fact");
        if !fact.is_empty() && !FACTS.contains(&fact.as_str()) {
            let what = Fault::UnknownChoice {
                key: "fact".to_owned(),
                value: fact.clone(),
                allowed: FACTS.map(str::to_owned).to_vec(),
            };
            section.note_key("fact", what);
        }
        Self {
            list: section.choice("list", &Checklist::ALL.map(|list| (list.as_str(), list))),
            text: section.text("text"),
            when: section.text("when"),
            at_least: if section.has("at_least") {
                section.number("at_least")
            } else {
                1
            },
            each: if section.has("each") {
                section.choice(
                    "each",
                    &[
                        ("year", Each::Year),
                        ("teacher", Each::Teacher),
                        ("observation", Each::Observation),
                        ("due", Each::Due),
                    ],
                )
            } else {
                Each::Year
            },
            due: section.strings("due"),
            optional: section.flag("optional", false),
            id,
            fact,
            known,
            source,
        }
    }
}
