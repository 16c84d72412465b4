//! Formal procedures with their steps and clocks, and the options that somebody has: leaders with a concern, teachers
//! who disagree.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::Section;
use crate::{Known, Pack, Text};

/// A formal way from a first act to a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Procedure {
    /// Such as `nonrenewal`, `grievance`, `appeal`.
    pub id: String,
    pub label: Text,
    pub about: Text,
    /// Ids of employment classes; empty: all.
    pub classes: Vec<String>,
    #[schemars(rename = "step")]
    pub steps: Vec<ProcedureStep>,
    /// The closed list of grounds; empty where there is none.
    #[schemars(rename = "ground")]
    pub grounds: Vec<Ground>,
    /// How it may end.
    #[schemars(rename = "outcome")]
    pub outcomes: Vec<Ground>,
    pub active: bool,
    pub known: Known,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProcedureStep {
    /// Such as `g1`.
    pub id: String,
    pub who: Actor,
    pub text: Text,
    /// Ids of dates.
    pub clocks: Vec<String>,
    /// What follows when the clock runs out.
    pub if_missed: Option<Text>,
    pub known: Known,
    pub source: String,
}

/// A ground or an outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Ground {
    pub id: String,
    pub text: Text,
    pub known: Known,
    pub source: String,
}

/// Who acts in a step.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    Teacher,
    Evaluator,
    SchoolLeader,
    Superior,
    HumanResources,
    Panel,
    Superintendent,
    Board,
    HearingOfficer,
    Arbitrator,
    Court,
    Both,
}

impl Actor {
    pub const ALL: [Self; 12] = [
        Self::Teacher,
        Self::Evaluator,
        Self::SchoolLeader,
        Self::Superior,
        Self::HumanResources,
        Self::Panel,
        Self::Superintendent,
        Self::Board,
        Self::HearingOfficer,
        Self::Arbitrator,
        Self::Court,
        Self::Both,
    ];

    /// The name in packs and texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Teacher => "teacher",
            Self::Evaluator => "evaluator",
            Self::SchoolLeader => "school_leader",
            Self::Superior => "superior",
            Self::HumanResources => "human_resources",
            Self::Panel => "panel",
            Self::Superintendent => "superintendent",
            Self::Board => "board",
            Self::HearingOfficer => "hearing_officer",
            Self::Arbitrator => "arbitrator",
            Self::Court => "court",
            Self::Both => "both",
        }
    }
}

/// Something that a person may do about a concern or a disagreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChoiceOfWay {
    /// Such as `O6`.
    pub id: String,
    pub side: OptionSide,
    pub label: Text,
    pub text: Text,
    /// When it is open.
    pub case: Case,
    /// Ids of employment classes; empty: all.
    pub classes: Vec<String>,
    /// Ids of dates.
    pub clocks: Vec<String>,
    /// Id of the procedure that it opens, if any.
    pub procedure: Option<String>,
    pub known: Known,
    pub source: String,
}

#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum OptionSide {
    /// A teacher who disagrees.
    Teacher,
    /// A leader with a concern.
    Leader,
}

/// What must be the case for an option to be open.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Case {
    Always,
    /// So many years below Effective in a row that status is lost.
    StatusInQuestion,
    /// The contract is not renewed.
    NonRenewal,
    /// Dismissal is recommended.
    Dismissal,
}

impl Pack {
    pub fn procedure(&self, id: &str) -> Option<&Procedure> {
        self.procedures.iter().find(|procedure| procedure.id == id)
    }

    /// The options open to one side in an employment class, given what is the case; in the pack's order.
    pub fn options_for<'a>(
        &'a self,
        side: OptionSide,
        class: &'a str,
        cases: &'a [Case],
    ) -> impl Iterator<Item = &'a ChoiceOfWay> {
        self.options.iter().filter(move |option| {
            option.side == side
                && (option.classes.is_empty() || option.classes.iter().any(|id| id == class))
                && (option.case == Case::Always || cases.contains(&option.case))
        })
    }
}

impl Procedure {
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.rule_all();
        let id = section.string("id");
        section.mark(format!("procedure {id}"), "id");
        section.mark(format!("procedure {id} classes"), "classes");
        let step = |item: &Section<'_>| ProcedureStep::read(item, &id);
        let ground = |item: &Section<'_>| Ground::read(item, &id);
        Self {
            label: section.text("label"),
            about: section.text("about"),
            classes: section.strings("classes"),
            steps: section.list("step").iter().map(step).collect(),
            grounds: section.list("ground").iter().map(ground).collect(),
            outcomes: section.list("outcome").iter().map(ground).collect(),
            active: section.flag("active", true),
            id,
            known,
            source,
        }
    }
}

impl ProcedureStep {
    fn read(section: &Section<'_>, procedure: &str) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        section.mark(format!("procedure step {procedure} {id}"), "id");
        section.mark(format!("procedure step {procedure} {id} clocks"), "clocks");
        Self {
            who: section.choice("who", &Actor::ALL.map(|actor| (actor.as_str(), actor))),
            text: section.text("text"),
            clocks: section.strings("clocks"),
            if_missed: section.text_if_any("if_missed"),
            id,
            known,
            source,
        }
    }
}

impl Ground {
    fn read(section: &Section<'_>, procedure: &str) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        section.mark(format!("procedure ground {procedure} {id}"), "id");
        Self {
            text: section.text("text"),
            id,
            known,
            source,
        }
    }
}

impl ChoiceOfWay {
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        for key in ["id", "clocks", "classes", "procedure"] {
            section.mark(format!("option {id} {key}"), key);
        }
        Self {
            side: section.choice(
                "side",
                &[
                    ("teacher", OptionSide::Teacher),
                    ("leader", OptionSide::Leader),
                ],
            ),
            label: section.text("label"),
            text: section.text("text"),
            case: if section.has("case") {
                section.choice(
                    "case",
                    &[
                        ("always", Case::Always),
                        ("status_in_question", Case::StatusInQuestion),
                        ("non_renewal", Case::NonRenewal),
                        ("dismissal", Case::Dismissal),
                    ],
                )
            } else {
                Case::Always
            },
            classes: section.strings("classes"),
            clocks: section.strings("clocks"),
            procedure: section
                .has("procedure")
                .then(|| section.string("procedure")),
            id,
            known,
            source,
        }
    }
}
