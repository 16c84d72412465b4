//! Conversation guides and talking points.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::Section;
use crate::{Fault, Known, Text};

#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ConversationKind {
    Beginning,
    MidYear,
    EndOfYear,
    CheckIn,
    FollowUp,
}

impl ConversationKind {
    pub const ALL: [Self; 5] = [
        Self::Beginning,
        Self::MidYear,
        Self::EndOfYear,
        Self::CheckIn,
        Self::FollowUp,
    ];
    /// Those that the year demands; each has a guide.
    pub const GUIDED: [Self; 3] = [Self::Beginning, Self::MidYear, Self::EndOfYear];

    /// The name in packs, events and texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Beginning => "beginning",
            Self::MidYear => "mid_year",
            Self::EndOfYear => "end_of_year",
            Self::CheckIn => "check_in",
            Self::FollowUp => "follow_up",
        }
    }
}

/// Ids of the situations that need talking points.
pub const SITUATIONS: [&str; 12] = [
    "on_track",
    "strong",
    "growing",
    "at_risk_rating",
    "at_risk_nonrenewal",
    "losing_np",
    "gain_np",
    "aspirations",
    "disagree",
    "leaving",
    "on_plan",
    "seeking_leadership",
];

/// How long a conversation is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    Standard,
    /// The teacher is on track and both agree.
    Brief,
    /// A low rating or a job is in question.
    Extended,
}

impl Length {
    pub const ALL: [Self; 3] = [Self::Standard, Self::Brief, Self::Extended];

    /// The name in packs, events and texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Brief => "brief",
            Self::Extended => "extended",
        }
    }
}

/// Minutes for each length; 0 leaves an item out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Minutes {
    pub standard: u32,
    pub brief: u32,
    pub extended: u32,
}

impl Minutes {
    pub fn get(self, length: Length) -> u32 {
        match length {
            Length::Standard => self.standard,
            Length::Brief => self.brief,
            Length::Extended => self.extended,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Guide {
    pub kind: ConversationKind,
    pub title: Text,
    pub purpose: Text,
    /// The agenda's minutes sum to these.
    pub lengths: Minutes,
    pub agenda: Vec<AgendaItem>,
    pub before: Vec<Step>,
    /// Questions that each side answers in writing before the conversation.
    pub prepare: Vec<Step>,
    pub after: Vec<Step>,
    pub known: Known,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AgendaItem {
    pub id: String,
    pub title: Text,
    pub prompt: Text,
    pub minutes: Minutes,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Step {
    pub id: String,
    pub who: Side,
    pub text: Text,
    /// Asks what the teacher wishes for in the coming years; letters may repeat the answer.
    pub aspiration: bool,
}

#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Evaluator,
    Teacher,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TalkingPoint {
    /// Such as `tp.at_risk_rating.1`.
    pub id: String,
    /// One of [`SITUATIONS`].
    pub situation: String,
    pub kinds: Vec<ConversationKind>,
    /// Something to say; otherwise something to leave out.
    pub say: bool,
    /// May hold fields, `{{ indicator_low }}`.
    pub text: Text,
    pub known: Known,
    pub source: String,
}

impl ConversationKind {
    pub(crate) fn choices() -> [(&'static str, Self); 5] {
        Self::ALL.map(|kind| (kind.as_str(), kind))
    }
}

impl Minutes {
    fn read(section: Option<Section<'_>>) -> Self {
        match section {
            Some(minutes) => Self {
                standard: minutes.number("standard"),
                brief: minutes.number("brief"),
                extended: minutes.number("extended"),
            },
            None => Self {
                standard: 0,
                brief: 0,
                extended: 0,
            },
        }
    }
}

impl Guide {
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let kind = section.choice("kind", &ConversationKind::choices());
        section.mark(format!("guide {}", kind.as_str()), "kind");
        section.mark(format!("guide {} lengths", kind.as_str()), "lengths");
        let steps = |key| {
            section
                .list(key)
                .iter()
                .map(|step| Step::read(step, kind))
                .collect()
        };
        Self {
            kind,
            title: section.text("title"),
            purpose: section.text("purpose"),
            lengths: Minutes::read(section.table("lengths")),
            agenda: section
                .list("agenda")
                .iter()
                .map(|item| AgendaItem::read(item, kind))
                .collect(),
            before: steps("before"),
            prepare: steps("prepare"),
            after: steps("after"),
            known,
            source,
        }
    }
}

impl AgendaItem {
    fn read(section: &Section<'_>, kind: ConversationKind) -> Self {
        let id = section.string("id");
        section.mark(format!("agenda {} {id}", kind.as_str()), "id");
        Self {
            id,
            title: section.text("title"),
            prompt: section.text("prompt"),
            minutes: Minutes::read(section.table("minutes")),
        }
    }
}

impl Step {
    fn read(section: &Section<'_>, kind: ConversationKind) -> Self {
        let id = section.string("id");
        section.mark(format!("step {} {id}", kind.as_str()), "id");
        Self {
            id,
            who: section.choice(
                "who",
                &[("evaluator", Side::Evaluator), ("teacher", Side::Teacher)],
            ),
            text: section.text("text"),
            aspiration: section.flag("aspiration", false),
        }
    }
}

impl TalkingPoint {
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        section.mark(format!("point {id}"), "id");
        let situation = section.string("situation");
        if !situation.is_empty() && !SITUATIONS.contains(&situation.as_str()) {
            section.note_key(
                "situation",
                Fault::UnknownId {
                    key: "situation".to_owned(),
                    value: situation.clone(),
                },
            );
        }
        Self {
            id,
            situation,
            kinds: section.choices("kinds", &ConversationKind::choices()),
            say: section.flag("say", true),
            text: section.text("text"),
            known,
            source,
        }
    }
}
