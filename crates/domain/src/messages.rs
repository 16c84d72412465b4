//! A message of the pack, personalised and sent: kept in full on the record. What leaves the house by e-mail is only a
//! neutral notice with an address that asks for sign-in.

use crate::id::{Kind, PersonId, Stream, YearId};
use crate::situations::{self, Situation};
use crate::status::{Course, Standing};
use crate::text::{self, Field};
use crate::thing::Context;
use crate::{Refusal, YearRecord};
use jiff::{Timestamp, civil::Date};
use policy::{About, ConversationKind, Pack};
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
        if needs_hr_review(template) {
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

/// What there is to write about a thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fitting<'p> {
    Message(&'p policy::Message),
    /// The end-of-year letter names the rating, which is not shared yet.
    WaitsForRating,
    /// The pack has nothing for it, or it was called off.
    Nothing,
}

/// The message that fits: an invitation before a conversation, and after a thing the one that its situations choose, the
/// gravest first (`leap.md` 8). After the end-of-year conversation the rating itself decides between M14, M15 and M16.
pub fn fitting<'p>(record: &YearRecord, pack: &'p Pack, follows: &Stream) -> Fitting<'p> {
    let talk = record.conversations.get(follows);
    if !record.has(follows) || talk.is_some_and(|talk| talk.cancelled.is_some()) {
        return Fitting::Nothing;
    }
    let before = talk.is_some_and(|talk| talk.is_open());
    let rated = !before && talk.is_some_and(|talk| talk.guide == Some(ConversationKind::EndOfYear));
    if rated && !record.rating_is_shared() {
        return Fitting::WaitsForRating;
    }
    let found: Vec<Situation> = if rated {
        of_rating(record, pack)
    } else if talk.is_some() {
        let found = situations::situations(record, pack);
        found.into_iter().map(|found| found.situation).collect()
    } else {
        vec![]
    };
    let candidates: Vec<_> = pack
        .messages
        .iter()
        .filter(|message| fits(message, follows, record) && is_invitation(message) == before)
        .collect();
    let named = |situation: &Situation| {
        let id = situation.as_str();
        let names = |message: &&&policy::Message| message.situations.iter().any(|name| name == id);
        candidates.iter().find(names)
    };
    let any = || {
        candidates
            .iter()
            .find(|message| message.situations.is_empty())
    };
    found
        .iter()
        .find_map(named)
        .or_else(any)
        .map_or(Fitting::Nothing, |message| Fitting::Message(message))
}

/// What the shared rating says, in place of what the year pointed to before it.
fn of_rating(record: &YearRecord, pack: &Pack) -> Vec<Situation> {
    let released = record.rating.released.as_ref();
    if !released.is_some_and(|released| situations::is_low(&released.rating, pack)) {
        return vec![];
    }
    let before = Course::of(record).at_start(pack).standing;
    if matches!(before, Standing::AtRisk { left: 1, .. }) {
        vec![Situation::LosingStatus, Situation::AtRiskOfRating]
    } else {
        vec![Situation::AtRiskOfRating]
    }
}

/// Whether it invites to a meeting that is still to come: it then names the agenda.
pub fn is_invitation(message: &policy::Message) -> bool {
    message.fields.iter().any(|field| field.name == "agenda")
}

/// Whether the HR school partner reads it first, so that nothing can be drafted or sent yet (`leap.md` 8).
pub fn needs_hr_review(message: &policy::Message) -> bool {
    message.later || message.hr_review
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
