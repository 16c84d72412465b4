//! The one shape of everything on the record: a command is decided into events, events are applied to a state.
//! `record` is the only caller of [`decide`]; it passes everything that a rule may look at in [`Context`].

use crate::id::{Kind, PersonId, Stream, YearId};
use crate::people::Directory;
use crate::questions::{self, Answering, contacts};
use crate::ratings::decision;
use crate::school_year::SchoolYear;
use crate::year_record::YearRecord;
use crate::{
    Refusal, conversations, feedback, library, measures, messages, observations, people,
    professionalism, ratings, rationale, recommendations, school_year, status,
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Everything that a rule may look at besides the thing itself, read in the same transaction.
pub struct Context<'a> {
    /// Who asks.
    pub actor: PersonId,
    /// The record's one clock.
    pub now: Timestamp,
    /// The date in the district's zone.
    pub today: Date,
    /// The school year that the command is about, with its calendar and its pack.
    pub year: Option<&'a SchoolYear>,
    /// The states of everything that belongs to the teacher's year concerned; `None` for things of the district.
    pub record: Option<&'a YearRecord>,
    /// Everybody and every school; only loaded for commands of the people room.
    pub directory: Option<&'a Directory>,
    /// Who answers what today; only loaded for commands of the questions room.
    pub answering: Option<&'a Answering>,
    /// The working texts that the thing's participants share (notes, promises) and those of the actor.
    pub drafts: &'a [Draft],
    /// What the round that the command is about has gathered; only loaded for the feedback room.
    pub gathered: Option<&'a BTreeMap<policy::Audience, feedback::Gathered>>,
}

impl Context<'_> {
    /// The year with its pack, or the refusal that says that none is adopted yet.
    pub fn adopted(&self) -> Result<(&SchoolYear, &policy::Pack), Refusal> {
        let year = self.year.ok_or(Refusal::NoSchoolYear)?;
        let pack = year.pack().ok_or(Refusal::NoPack)?;
        Ok((year, pack))
    }

    /// The teacher's year, which every command about a teacher has.
    pub fn record(&self) -> Result<&YearRecord, Refusal> {
        self.record.ok_or(Refusal::NoSuchTeacher)
    }
}

/// Working text beside a thing: its author's alone, or shared by the participants of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub author: PersonId,
    pub thing: Stream,
    /// Which field of the page, e.g. `body`, `note.3`, `score.I.5`.
    pub field: String,
    pub text: String,
    pub version: u64,
    pub at: Timestamp,
}

/// An event and the stream in which it happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Happened {
    pub stream: Stream,
    pub event: Event,
}

macro_rules! rooms {
    ($($kind:ident => $module:ident :: $state:ident),* $(,)?) => {
        /// What a person or a job asks for.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum Command { $($kind($module::Command),)* Roster(people::roster::Command), School(people::school::Command), EarlierRatings(status::earlier::Command), Feedback(feedback::Command) }

        /// What happened. Never edited; old versions are lifted by [`Event::read`].
        #[derive(Clone, Debug, PartialEq)]
        pub enum Event { $($kind($module::Event),)* Roster(people::roster::Event), School(people::school::Event), EarlierRatings(status::earlier::Event), Feedback(feedback::Event) }

        /// The current state of one stream.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum State { $($kind($module::$state),)* Roster(people::roster::Roster), School(people::school::School), EarlierRatings(status::earlier::EarlierRatings), Feedback(feedback::Feedback) }

        impl Command {
            /// The kind of stream that this command is for.
            pub fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind,)* Self::Roster(_) => Kind::Roster, Self::School(_) => Kind::School, Self::EarlierRatings(_) => Kind::EarlierRatings, Self::Feedback(_) => Kind::Feedback }
            }
        }

        impl State {
            /// The state before anything happened.
            pub fn new(kind: Kind) -> Self {
                match kind { $(Kind::$kind => Self::$kind(Default::default()),)* Kind::Roster => Self::Roster(Default::default()), Kind::School => Self::School(Default::default()), Kind::EarlierRatings => Self::EarlierRatings(Default::default()), Kind::Feedback => Self::Feedback(Default::default()) }
            }

            /// Lets an event happen. An event of another room is a fault of the caller and changes nothing.
            pub fn apply(&mut self, event: &Event) {
                match (self, event) {
                    $((Self::$kind(state), Event::$kind(event)) => state.apply(event),)*
                    (Self::Roster(state), Event::Roster(event)) => state.apply(event),
                    (Self::School(state), Event::School(event)) => state.apply(event),
                    (Self::EarlierRatings(state), Event::EarlierRatings(event)) => state.apply(event),
                    (Self::Feedback(state), Event::Feedback(event)) => state.apply(event),
                    _ => debug_assert!(false, "an event of another room"),
                }
            }
        }

        impl Event {
            pub fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind,)* Self::Roster(_) => Kind::Roster, Self::School(_) => Kind::School, Self::EarlierRatings(_) => Kind::EarlierRatings, Self::Feedback(_) => Kind::Feedback }
            }

            fn value(&self) -> serde_json::Result<Value> {
                match self { $(Self::$kind(event) => serde_json::to_value(event),)* Self::Roster(event) => serde_json::to_value(event), Self::School(event) => serde_json::to_value(event), Self::EarlierRatings(event) => serde_json::to_value(event), Self::Feedback(event) => serde_json::to_value(event) }
            }

            fn from_value(kind: Kind, value: Value) -> serde_json::Result<Self> {
                Ok(match kind { $(Kind::$kind => Self::$kind(serde_json::from_value(value)?),)* Kind::Roster => Self::Roster(serde_json::from_value(value)?), Kind::School => Self::School(serde_json::from_value(value)?), Kind::EarlierRatings => Self::EarlierRatings(serde_json::from_value(value)?), Kind::Feedback => Self::Feedback(serde_json::from_value(value)?) })
            }
        }

        fn decide_room(stream: &Stream, state: &State, command: Command, cx: &Context<'_>) -> Result<Vec<Happened>, Refusal> {
            match (state, command) {
                $((State::$kind(state), Command::$kind(command)) => Ok(state.decide(command, cx)?.into_iter()
                    .map(|event| Happened { stream: stream.clone(), event: Event::$kind(event) }).collect()),)*
                (State::School(state), Command::School(command)) => Ok(state.decide(command, cx)?.into_iter()
                    .map(|event| Happened { stream: stream.clone(), event: Event::School(event) }).collect()),
                (State::Roster(state), Command::Roster(command)) => state.decide(stream, command, cx),
                (State::EarlierRatings(state), Command::EarlierRatings(command)) => state.decide(stream, command, cx),
                (State::Feedback(state), Command::Feedback(command)) => Ok(state.decide(stream, command, cx)?.into_iter()
                    .map(|event| Happened { stream: stream.clone(), event: Event::Feedback(event) }).collect()),
                _ => Err(Refusal::NoSuchThing),
            }
        }
    };
}

rooms! {
    Person => people::Person,
    SchoolYear => school_year::SchoolYear,
    Observation => observations::Observation,
    Professionalism => professionalism::Professionalism,
    Measures => measures::Measures,
    Conversation => conversations::Conversation,
    Message => messages::Message,
    Rationale => rationale::Rationale,
    Decision => decision::Decision,
    Rating => ratings::Rating,
    Status => status::Status,
    Recommendation => recommendations::Recommendation,
    Library => library::Entry,
    Question => questions::Question,
    Contacts => contacts::Contacts,
}

/// Decides a command: the events that follow, or the typed reason why nothing does. A refusal changes nothing.
///
/// # Errors
/// The [`Refusal`] names the rule and what the person can do.
pub fn decide(
    stream: &Stream,
    state: &State,
    command: Command,
    cx: &Context<'_>,
) -> Result<Vec<Happened>, Refusal> {
    if !command.is_for(stream, state) {
        return Err(Refusal::NoSuchThing);
    }
    let drafts: Vec<Draft> = cx
        .drafts
        .iter()
        .filter(|draft| draft.thing == *stream)
        .cloned()
        .collect();
    let cx = Context {
        drafts: &drafts,
        ..*cx
    };
    decide_room(stream, state, command, &cx)
}

/// The version in which events are written today. Older ones are lifted in [`Event::read`].
pub const EVENT_VERSION: u16 = 1;

/// An event of the journal that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    #[error("event version {0} is newer than this program")]
    Newer(u16),
    #[error("event type {0} is unknown")]
    Type(String),
    #[error("event payload: {0}")]
    Payload(#[from] serde_json::Error),
}

impl Event {
    /// Its type for the journal, such as `observation.shared`, and its payload.
    ///
    /// # Errors
    /// Only if a value cannot be written as JSON, which no event type allows.
    pub fn write(&self) -> Result<(String, Value), Unreadable> {
        match self.value()? {
            Value::Object(fields) if fields.len() == 1 => {
                let (name, payload) = fields
                    .into_iter()
                    .next()
                    .ok_or_else(|| Unreadable::Type(String::new()))?;
                Ok((format!("{}.{}", self.kind().as_str(), name), payload))
            }
            Value::String(name) => Ok((format!("{}.{}", self.kind().as_str(), name), Value::Null)),
            _ => Err(Unreadable::Type(self.kind().as_str().to_owned())),
        }
    }

    /// Reads an event of any version ever written. This is the one place where old versions are lifted.
    ///
    /// # Errors
    /// [`Unreadable`] when the journal was written by a newer program or is damaged.
    pub fn read(event_type: &str, version: u16, payload: Value) -> Result<Self, Unreadable> {
        if version > EVENT_VERSION {
            return Err(Unreadable::Newer(version));
        }
        let unknown = || Unreadable::Type(event_type.to_owned());
        let (word, name) = event_type.split_once('.').ok_or_else(unknown)?;
        let kind = Kind::ALL
            .into_iter()
            .find(|kind| kind.as_str() == word)
            .ok_or_else(unknown)?;
        let value = match payload {
            Value::Null => Value::String(name.to_owned()),
            payload => Value::Object([(name.to_owned(), payload)].into_iter().collect()),
        };
        Ok(Self::from_value(kind, value)?)
    }
}

impl State {
    /// The teacher's year to which this thing belongs, if it belongs to one.
    pub fn belongs_to(&self) -> Option<(PersonId, YearId)> {
        match self {
            Self::Person(_)
            | Self::SchoolYear(_)
            | Self::Roster(_)
            | Self::School(_)
            | Self::EarlierRatings(_)
            | Self::Feedback(_)
            | Self::Library(_)
            // Asked by a teacher, and yet no part of the year that evaluators and leaders read.
            | Self::Question(_)
            | Self::Contacts(_) => None,
            Self::Observation(it) => it.about(),
            Self::Professionalism(it) => it.about(),
            Self::Measures(it) => it.about(),
            Self::Conversation(it) => it.about(),
            Self::Message(it) => it.about(),
            Self::Rationale(it) => it.about(),
            Self::Decision(it) => it.about(),
            Self::Rating(it) => it.about(),
            Self::Status(it) => it.about(),
            Self::Recommendation(it) => it.about(),
        }
    }
}

impl Command {
    /// Whether a command may happen to this stream: a thing stays with the teacher and the year in which it was opened,
    /// and what a year has once has one name.
    fn is_for(&self, stream: &Stream, state: &State) -> bool {
        let Some((teacher, year)) = self.opens() else {
            return stream.kind == self.kind();
        };
        let name = match self {
            Self::Professionalism(_)
            | Self::Measures(_)
            | Self::Decision(_)
            | Self::Rating(_)
            | Self::Status(_)
            | Self::Recommendation(_) => Stream::of_year(self.kind(), teacher, &year),
            Self::Rationale(rationale::Command::Share { about, .. }) => {
                Stream::rationale(teacher, &year, *about)
            }
            _ => stream.clone(),
        };
        let stays = state
            .belongs_to()
            .is_none_or(|about| about == (teacher, year));
        stream.kind == self.kind() && *stream == name && stays
    }

    /// The teacher's year that a command opens a new thing in; later commands find it in the state.
    pub fn opens(&self) -> Option<(PersonId, YearId)> {
        match self {
            Self::Observation(command) => command.opens(),
            Self::Professionalism(command) => command.opens(),
            Self::Measures(command) => command.opens(),
            Self::Conversation(command) => command.opens(),
            Self::Message(command) => command.opens(),
            Self::Rationale(command) => command.opens(),
            Self::Decision(command) => command.opens(),
            Self::Rating(command) => command.opens(),
            Self::Status(command) => command.opens(),
            Self::Recommendation(command) => command.opens(),
            Self::Person(_)
            | Self::SchoolYear(_)
            | Self::Roster(_)
            | Self::School(_)
            | Self::EarlierRatings(_)
            | Self::Feedback(_)
            | Self::Library(_)
            | Self::Question(_)
            | Self::Contacts(_) => None,
        }
    }
}
