//! A whole pack.

use serde::Serialize;

use crate::questions::OTHER;
use crate::{
    Characteristics, ChecklistItem, ChoiceOfWay, Class, ConversationKind, Deadline,
    DecisionGuidance, Feedback, Framework, Guide, Library, Measures, Message, Procedure,
    RatingRule, RationaleGuidance, Sources, Supports, TalkingPoint, Text, ToConfirm, Topic,
    Weighed, Window,
};

/// Everything that a district decided for one school year. [`crate::load`] makes one, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pack {
    /// Such as `leap`.
    pub id: String,
    /// Such as `2026-27`.
    pub year: String,
    pub version: u32,
    pub title: Text,
    pub classes: Vec<Class>,
    pub framework: Framework,
    pub measures: Measures,
    pub rating: RatingRule,
    pub windows: Vec<Window>,
    pub dates: Vec<Deadline>,
    pub guides: Vec<Guide>,
    pub talking_points: Vec<TalkingPoint>,
    pub messages: Vec<Message>,
    pub rationale: RationaleGuidance,
    /// What short names in `source` values stand for; empty where the pack has no `sources.toml`.
    pub sources: Sources,
    /// Empty, as the sections that follow, in packs from before these sections.
    pub checklists: Vec<ChecklistItem>,
    pub characteristics: Characteristics,
    pub decisions: Option<DecisionGuidance>,
    pub supports: Option<Supports>,
    pub procedures: Vec<Procedure>,
    pub options: Vec<ChoiceOfWay>,
    /// `None` where the pack asks nothing.
    pub feedback: Option<Feedback>,
    pub library: Library,
    /// Empty in packs that were written before questions were: then nobody can be asked under them.
    pub topics: Vec<Topic>,
    /// What the district is asked to confirm.
    pub confirmations: Vec<ToConfirm>,
    /// Listed by [`crate::load`]; see [`Pack::values`].
    #[serde(skip)]
    pub(crate) values: Vec<Weighed>,
}

impl Pack {
    pub fn class(&self, id: &str) -> Option<&Class> {
        self.classes.iter().find(|class| class.id == id)
    }

    pub fn window(&self, id: &str) -> Option<&Window> {
        self.windows.iter().find(|window| window.id == id)
    }

    pub fn date(&self, id: &str) -> Option<&Deadline> {
        self.dates.iter().find(|date| date.id == id)
    }

    pub fn guide(&self, kind: ConversationKind) -> Option<&Guide> {
        self.guides.iter().find(|guide| guide.kind == kind)
    }

    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// The topic to which a page belongs, by the word in its address: `other` where no topic claims it.
    pub fn topic_of_page(&self, page: &str) -> Option<&Topic> {
        self.topics
            .iter()
            .find(|topic| topic.pages.iter().any(|claimed| claimed == page))
            .or_else(|| self.topic(OTHER))
    }

    pub fn message(&self, id: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.id == id)
    }

    /// Talking points for a situation in a conversation of this kind, in the pack's order.
    pub fn talking_points<'a>(
        &'a self,
        situation: &'a str,
        kind: ConversationKind,
    ) -> impl Iterator<Item = &'a TalkingPoint> {
        self.talking_points
            .iter()
            .filter(move |point| point.situation == situation && point.kinds.contains(&kind))
    }
}
