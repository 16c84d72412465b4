//! The year record: everything that belongs to one teacher in one year. Facts are plain functions over it.

use crate::conversations::{Conversation, ConversationKind, Promise};
use crate::id::{Kind, PersonId, Stream, YearId};
use crate::measures::Measures;
use crate::messages::Message;
use crate::observations::Observation;
use crate::people::{Employment, Person};
use crate::professionalism::{Moment, Professionalism, Side};
use crate::ratings::calculation::{self, Inputs};
use crate::ratings::{Decision, Rating};
use crate::rationale::{About, Rationale, Version};
use crate::recommendations::Recommendation;
use crate::status::Status;
use crate::thing::State;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The states of one teacher's year, by stream, with the teacher's own particulars.
#[derive(Clone, Debug, PartialEq)]
pub struct YearRecord {
    pub teacher: PersonId,
    pub year: YearId,
    pub person: Person,
    pub observations: BTreeMap<Stream, Observation>,
    pub professionalism: Professionalism,
    pub measures: Measures,
    pub conversations: BTreeMap<Stream, Conversation>,
    pub messages: BTreeMap<Stream, Message>,
    pub rationales: BTreeMap<Stream, Rationale>,
    pub decision: Decision,
    pub rating: Rating,
    /// Ratings of earlier years that were shared in this record, by the pack's ids.
    pub earlier: BTreeMap<YearId, String>,
    pub status: Status,
    pub recommendation: Recommendation,
    /// The version of every stream gathered, for pages that send it back.
    pub versions: BTreeMap<Stream, u64>,
}

impl YearRecord {
    /// A year in which nothing has happened yet.
    pub fn new(teacher: PersonId, year: YearId, person: Person) -> Self {
        Self {
            teacher,
            year,
            person,
            observations: BTreeMap::new(),
            professionalism: Professionalism::default(),
            measures: Measures::default(),
            conversations: BTreeMap::new(),
            messages: BTreeMap::new(),
            rationales: BTreeMap::new(),
            decision: Decision::default(),
            rating: Rating::default(),
            earlier: BTreeMap::new(),
            status: Status::default(),
            recommendation: Recommendation::default(),
            versions: BTreeMap::new(),
        }
    }

    /// Adds a state that belongs to this year, and of earlier years what the rating was; others are ignored.
    pub fn add(&mut self, stream: Stream, version: u64, state: State) {
        if let (State::Rating(rating), Some((teacher, year))) = (&state, state.belongs_to())
            && teacher == self.teacher
            && year < self.year
        {
            let shared = rating.released.as_ref();
            self.earlier
                .extend(shared.map(|released| (year, released.rating.clone())));
            return;
        }
        if state
            .belongs_to()
            .is_none_or(|(teacher, year)| teacher != self.teacher || year != self.year)
        {
            return;
        }
        self.versions.insert(stream.clone(), version);
        match state {
            State::Observation(it) => drop(self.observations.insert(stream, it)),
            State::Professionalism(it) => self.professionalism = it,
            State::Measures(it) => self.measures = it,
            State::Conversation(it) => drop(self.conversations.insert(stream, it)),
            State::Message(it) => drop(self.messages.insert(stream, it)),
            State::Rationale(it) => drop(self.rationales.insert(stream, it)),
            State::Decision(it) => self.decision = it,
            State::Rating(it) => self.rating = it,
            State::Status(it) => self.status = it,
            State::Recommendation(it) => self.recommendation = it,
            State::Person(_)
            | State::School(_)
            | State::Roster(_)
            | State::SchoolYear(_)
            | State::EarlierRatings(_)
            | State::Feedback(_)
            | State::Library(_)
            | State::Question(_)
            | State::Contacts(_) => {}
        }
    }

    /// The stream of a thing of which the year has one, and its version (0 while nothing happened).
    pub fn one(&self, kind: Kind) -> (Stream, u64) {
        let stream = Stream::of_year(kind, self.teacher, &self.year);
        let version = self.version(&stream);
        (stream, version)
    }

    /// How many events a stream has; 0 while nothing happened.
    pub fn version(&self, stream: &Stream) -> u64 {
        self.versions.get(stream).copied().unwrap_or(0)
    }

    /// Whether the year has this thing.
    pub fn has(&self, stream: &Stream) -> bool {
        self.versions.contains_key(stream)
    }

    /// Whether a rationale may rest on it: something shared in this year, a conversation once it is held.
    pub fn is_evidence(&self, stream: &Stream) -> bool {
        match stream.kind {
            Kind::Observation | Kind::Professionalism | Kind::Measures => self.has(stream),
            Kind::Conversation => self
                .conversations
                .get(stream)
                .is_some_and(Conversation::is_held),
            _ => false,
        }
    }

    pub fn rating_is_shared(&self) -> bool {
        self.rating.released.is_some()
    }

    /// Shared observations by the date of the lesson.
    pub fn lessons(&self) -> Vec<(&Stream, &Observation)> {
        let mut lessons: Vec<_> = self
            .observations
            .iter()
            .filter(|(_, observation)| observation.lesson.is_some())
            .collect();
        lessons.sort_by_key(|(stream, observation)| {
            (
                observation
                    .lesson
                    .as_ref()
                    .map(|lesson| (lesson.on, lesson.begins)),
                (*stream).clone(),
            )
        });
        lessons
    }

    /// The conversation that follows a guide: the open one, else the held one.
    pub fn conversation(&self, guide: ConversationKind) -> Option<(&Stream, &Conversation)> {
        let mut candidates: Vec<_> = self
            .conversations
            .iter()
            .filter(|(_, conversation)| {
                conversation.guide == Some(guide) && conversation.cancelled.is_none()
            })
            .collect();
        candidates.sort_by_key(|(_, conversation)| !conversation.is_open());
        candidates.into_iter().next()
    }

    /// The wording that holds for one rationale.
    pub fn rationale(&self, about: About) -> Option<&Version> {
        self.rationales
            .values()
            .find(|rationale| rationale.about == Some(about))
            .and_then(Rationale::latest)
    }

    /// The employment class; a teacher whom HR did not classify counts as probationary for floors, the stricter case.
    pub fn is_probationary(&self) -> bool {
        !matches!(
            self.person.particulars.employment,
            Some(Employment::NonProbationary)
        )
    }

    /// The rating of the year before.
    pub fn prior_rating(&self) -> Option<&str> {
        self.rating_of(&self.year.before())
    }

    /// The rating of an earlier year: the record's own, else the one that a file brought.
    pub fn rating_of(&self, year: &YearId) -> Option<&str> {
        let own = self.earlier.get(year).map(String::as_str);
        own.or_else(|| self.person.prior_rating(year))
    }

    /// What the rating rule looks at, drawn from the states.
    pub fn rating_inputs(&self, _: &policy::Pack) -> Inputs {
        let observations = self
            .lessons()
            .into_iter()
            .filter_map(|(stream, observation)| {
                let lesson = observation.lesson.as_ref()?;
                Some(calculation::Observed {
                    id: stream.to_string(),
                    on: lesson.on,
                    kind: lesson.kind.clone(),
                    scores: lesson
                        .seen
                        .iter()
                        .filter_map(|(id, seen)| Some((id.clone(), seen.score?)))
                        .collect(),
                })
            })
            .collect();
        let scores = |moment| {
            self.professionalism
                .sent(moment, Side::Evaluator)
                .map(|sent| {
                    sent.seen
                        .iter()
                        .filter_map(|(id, seen)| Some((id.clone(), seen.score?)))
                        .collect::<BTreeMap<_, _>>()
                })
        };
        let end = scores(Moment::EndOfYear);
        Inputs {
            observations,
            professionalism_is_final: end.is_some(),
            professionalism: end.or_else(|| scores(Moment::MidYear)),
            survey: self.measures.survey().map(|survey| calculation::Survey {
                percent: survey.percent.clone(),
                respondents: survey.answers,
            }),
            survey_applies: self.measures.survey_applies.unwrap_or(true),
            goals: self
                .measures
                .goals()
                .iter()
                .map(|goal| calculation::Goal {
                    title: goal.title.clone(),
                    points: goal.pupils,
                })
                .collect(),
            collective: self.measures.collective().cloned(),
            probationary: self.is_probationary(),
        }
    }
}

/// A level that an indicator was given, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    pub on: Date,
    pub score: u8,
    pub thing: Stream,
}

impl YearRecord {
    /// Levels of each observed indicator, oldest lesson first.
    pub fn standing(&self) -> BTreeMap<String, Vec<Level>> {
        let mut standing: BTreeMap<String, Vec<Level>> = BTreeMap::new();
        for (stream, observation) in self.lessons() {
            let Some(lesson) = &observation.lesson else {
                continue;
            };
            for (indicator, seen) in &lesson.seen {
                if let Some(score) = seen.score {
                    let level = Level {
                        on: lesson.on,
                        score,
                        thing: stream.clone(),
                    };
                    standing.entry(indicator.clone()).or_default().push(level);
                }
            }
        }
        standing
    }

    /// The last day on which teacher and evaluator had to do with each other, and through what.
    pub fn last_contact(&self) -> Option<(Date, Kind)> {
        let lessons = self
            .lessons()
            .into_iter()
            .filter_map(|(_, it)| Some((it.lesson.as_ref()?.on, Kind::Observation)));
        let talks = self
            .conversations
            .values()
            .filter_map(|it| Some((it.held_on?, Kind::Conversation)));
        let messages = self
            .messages
            .values()
            .filter_map(|it| Some((it.on?, Kind::Message)));
        lessons
            .chain(talks)
            .chain(messages)
            .max_by_key(|(on, _)| *on)
    }

    /// Promises not yet kept, with the conversation in which they were made and their number there.
    pub fn open_promises(&self) -> Vec<(&Stream, usize, &Promise)> {
        let mut open: Vec<_> = self
            .conversations
            .iter()
            .flat_map(|(stream, conversation)| {
                conversation
                    .promises
                    .iter()
                    .enumerate()
                    .map(move |(n, promise)| (stream, n, promise))
            })
            .filter(|(_, _, promise)| promise.kept.is_none())
            .collect();
        open.sort_by_key(|(_, _, promise)| promise.by);
        open
    }
}
