//! A message of the pack, personalised and sent: kept in full on the record. What leaves the house by e-mail is only a
//! neutral notice with an address that asks for sign-in.

use crate::id::{Kind, PersonId, Stream, YearId};
use crate::text::{self, Field};
use crate::thing::Context;
use crate::{Refusal, YearRecord};
use jiff::{Timestamp, civil::Date};
use policy::About;
use serde::{Deserialize, Serialize};

/// A message as it was sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    /// The pack's message id, such as `M08`.
    pub template: String,
    /// The thing that it follows: a conversation, an observation, a rating.
    pub follows: Stream,
    /// `en` or `es`.
    pub language: String,
    pub subject: String,
    /// Markdown.
    pub body: String,
    /// Whether the sender changed the drafted text.
    pub personalised: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Message {
    pub teacher: Option<PersonId>,
    pub year: Option<YearId>,
    pub sent: Option<Sent>,
    pub by: Option<PersonId>,
    pub at: Option<Timestamp>,
    pub on: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    Send {
        teacher: PersonId,
        year: YearId,
        sent: Sent,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Sent {
        teacher: PersonId,
        year: YearId,
        sent: Sent,
        by: PersonId,
        at: Timestamp,
        on: Date,
    },
}

impl Command {
    pub fn opens(&self) -> Option<(PersonId, YearId)> {
        let Self::Send { teacher, year, .. } = self;
        Some((*teacher, year.clone()))
    }
}

impl Message {
    pub fn about(&self) -> Option<(PersonId, YearId)> {
        self.teacher.zip(self.year.clone())
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        let Command::Send {
            teacher,
            year,
            mut sent,
        } = command;
        if self.sent.is_some() {
            return Err(Refusal::AlreadySent);
        }
        let (_, pack) = cx.adopted()?;
        let template = pack.message(&sent.template).ok_or(Refusal::NoSuchMessage)?;
        if template.later || template.hr_review {
            return Err(Refusal::NeedsHrReview {
                message: sent.template,
            });
        }
        if !cx.record()?.has(&sent.follows) || !fits(template, &sent.follows, cx.record()?) {
            return Err(Refusal::NoSuchThing);
        }
        if !matches!(sent.language.as_str(), "en" | "es") {
            return Err(Refusal::NoSuchLanguage);
        }
        let already = cx
            .record()?
            .messages
            .values()
            .filter_map(|message| message.sent.as_ref());
        if already
            .into_iter()
            .any(|other| other.template == sent.template && other.follows == sent.follows)
        {
            return Err(Refusal::AlreadySent);
        }
        sent.subject = text::required(Field::Subject, &sent.subject)?;
        sent.body = text::required(Field::Message, &sent.body)?;
        Ok(vec![Event::Sent {
            teacher,
            year,
            sent,
            by: cx.actor,
            at: cx.now,
            on: cx.today,
        }])
    }

    pub fn apply(&mut self, event: &Event) {
        let Event::Sent {
            teacher,
            year,
            sent,
            by,
            at,
            on,
        } = event;
        self.teacher = Some(*teacher);
        self.year = Some(year.clone());
        self.sent = Some(sent.clone());
        self.by = Some(*by);
        self.at = Some(*at);
        self.on = Some(*on);
    }
}

/// Whether a message of the pack is about a thing of this kind; one about conversations, about those of its guides.
fn fits(template: &policy::Message, thing: &Stream, record: &YearRecord) -> bool {
    match (template.about, thing.kind) {
        (About::Conversation, Kind::Conversation) => {
            let guide = record.conversations.get(thing).and_then(|talk| talk.guide);
            template.kinds.is_empty() || guide.is_some_and(|guide| template.kinds.contains(&guide))
        }
        (About::Observation, Kind::Observation)
        | (About::Rating, Kind::Rating)
        | (About::Recommendation, Kind::Recommendation) => true,
        _ => false,
    }
}
