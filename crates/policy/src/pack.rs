//! A whole pack.

use serde::Serialize;

use crate::{
    Class, ConversationKind, Deadline, Framework, Guide, Measures, Message, RatingRule,
    RationaleGuidance, TalkingPoint, Text, Window,
};

/// Everything that a district decided for one school year. Only [`crate::load`] makes one, so it is checked.
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
