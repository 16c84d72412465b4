//! A whole pack.

use serde::Serialize;

use crate::questions::OTHER;
use crate::{
    Characteristics, ChecklistItem, ChoiceOfWay, Class, ConversationKind, Deadline,
    DecisionGuidance, Feedback, Framework, Guide, Known, Library, Measures, Message, Procedure,
    RatingRule, RationaleGuidance, Sources, Supports, TalkingPoint, Text, Topic, Window,
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
}

impl Pack {
    /// Whether any value on the way to a rating, a status or a clock is not settled. Then the district must confirm
    /// it before the pack counts, and pages say so.
    pub fn is_demo(&self) -> bool {
        !self.unsettled().is_empty()
    }

    /// Names of the unsettled values on the way to a rating, a status or a clock, such as `cuts`, `indicator LE.1` or
    /// `date CAL-NR`.
    pub fn unsettled(&self) -> Vec<String> {
        let Self {
            framework,
            measures,
            rating,
            ..
        } = self;
        let mut values: Vec<(String, Known)> = vec![("scale".into(), framework.scale_known)];
        let mut add = |kind: &str, id: &str, known: Known| {
            values.push((format!("{kind} {id}").trim().into(), known))
        };
        for indicator in framework
            .indicators
            .iter()
            .filter(|indicator| indicator.active)
        {
            add("indicator", &indicator.id, indicator.known);
        }
        for kind in framework
            .observation_kinds
            .iter()
            .filter(|kind| kind.scored)
        {
            add("observation kind", &kind.id, kind.known);
        }
        for measure in &measures.list {
            add("weights", &measure.id, measure.known);
            add("scale", &measure.id, measure.scale.known);
        }
        add(
            "survey",
            "respondents_min",
            measures.survey.respondents_min.known,
        );
        add("survey", "grades", measures.survey.grades.known);
        add("goals", "count", measures.goals.count.known);
        add("goals", "matrix", measures.goals.matrix.known);
        add("goals", "presence_min", measures.goals.presence_min.known);
        for rating in &rating.ratings {
            add("rating", &rating.id, rating.known);
        }
        add("anchors", "", rating.anchors.known);
        add("cuts", "", rating.cuts.known);
        add("decision_half_width", "", rating.decision_half_width.known);
        add("aggregate", "", rating.aggregate.known);
        let floors = &rating.floors;
        add("floors", "probationary", floors.probationary.known);
        add("floors", "non_probationary", floors.non_probationary.known);
        add("floors", "full_min", floors.full_min.known);
        add("status", "gain", rating.status.gain.known);
        add("status", "lose", rating.status.lose.known);
        add("status", "no_score", rating.status.no_score.known);
        for class in &self.classes {
            add("class", &class.id, class.known);
        }
        for window in &self.windows {
            add("window", &window.id, window.known);
        }
        for date in &self.dates {
            add("date", &date.id, date.known);
        }
        if let Some(Supports { plan, .. }) = &self.supports {
            add("plan", "reasons_max", plan.reasons_max.known);
            add("plan", "days_min", plan.days_min.known);
            add("plan", "checkpoint_every", plan.checkpoint_every.known);
            add("plan", "checkpoints_min", plan.checkpoints_min.known);
            add("plan", "delivered_min", plan.delivered_min.known);
        }
        if let Some(decisions) = &self.decisions {
            add("decision", "evidence_min", decisions.evidence_min.known);
            add("decision", "second_reader", decisions.second_reader.known);
        }
        values
            .into_iter()
            .filter(|(_, known)| !known.settled())
            .map(|(name, _)| name)
            .collect()
    }

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
