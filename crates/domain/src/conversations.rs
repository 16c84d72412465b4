//! A conversation is a meeting: scheduled, prepared by both sides, held when both have said "we met". Notes and promises
//! are working text until then and go on the record with the second "we met".

use crate::Refusal;
use crate::id::{PersonId, YearId};
use crate::text::{self, Field};
use crate::thing::{Context, Draft};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
pub use policy::{ConversationKind, Length, Side};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// When and where, in the district's zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    pub on: Date,
    pub begins: Time,
    /// 5 to 240.
    pub minutes: u16,
    pub place: String,
}

/// What one side wrote in its guide and showed to the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Preparation {
    pub side: Side,
    pub at: Timestamp,
    pub on: Date,
    /// By the guide's prompt id.
    pub answers: BTreeMap<String, String>,
}

/// Who does what by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    pub whose: Whose,
    pub what: String,
    pub by: Date,
    #[serde(default)]
    pub kept: Option<Date>,
}

impl Promise {
    /// A promise as it is made in a conversation.
    ///
    /// # Errors
    /// [`Refusal::Empty`] or [`Refusal::TooLong`] for what is promised, [`Refusal::DateInPast`] for its date.
    pub fn made(whose: Whose, what: &str, by: Date, today: Date) -> Result<Self, Refusal> {
        let what = text::required(Field::Promise, what)?;
        if by < today {
            return Err(Refusal::DateInPast { date: by });
        }
        Ok(Self {
            whose,
            what,
            by,
            kept: None,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    Teacher,
    Evaluator,
    Both,
}

/// A shared note, as it stood when both had said "we met".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub by: PersonId,
    pub at: Timestamp,
    pub text: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Conversation {
    pub teacher: Option<PersonId>,
    pub year: Option<YearId>,
    pub evaluator: Option<PersonId>,
    pub guide: Option<ConversationKind>,
    pub length: Option<Length>,
    pub slot: Option<Slot>,
    /// Raised by each move; the calendar invite's SEQUENCE.
    pub sequence: u32,
    pub scheduled_on: Option<Date>,
    pub preparations: Vec<Preparation>,
    pub met_teacher: Option<Timestamp>,
    pub met_evaluator: Option<Timestamp>,
    /// The day on which it counts as held: when both have said so, the day of the slot.
    pub held_on: Option<Date>,
    pub notes: Vec<Note>,
    pub promises: Vec<Promise>,
    pub cancelled: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    Schedule {
        teacher: PersonId,
        year: YearId,
        guide: ConversationKind,
        length: Length,
        slot: Slot,
    },
    Move {
        slot: Slot,
        length: Length,
    },
    Cancel {
        reason: String,
    },
    SharePreparation {
        answers: BTreeMap<String, String>,
    },
    SayWeMet,
    KeepPromise {
        number: usize,
    },
    MovePromise {
        number: usize,
        by: Date,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Scheduled {
        teacher: PersonId,
        year: YearId,
        evaluator: PersonId,
        guide: ConversationKind,
        length: Length,
        slot: Slot,
        on: Date,
    },
    Moved {
        slot: Slot,
        length: Length,
    },
    Cancelled {
        reason: String,
    },
    PreparationShared(Preparation),
    WeMet {
        side: Side,
        at: Timestamp,
    },
    Held {
        on: Date,
        notes: Vec<Note>,
        promises: Vec<Promise>,
    },
    PromiseKept {
        number: usize,
        on: Date,
    },
    PromiseMoved {
        number: usize,
        by: Date,
    },
}

impl Command {
    pub fn opens(&self) -> Option<(PersonId, YearId)> {
        match self {
            Self::Schedule { teacher, year, .. } => Some((*teacher, year.clone())),
            _ => None,
        }
    }
}

/// Working notes are drafts of the conversation whose field begins so.
pub const NOTE_FIELD: &str = "note.";
/// Working promises are drafts whose field begins so; their text is a [`Promise`] as JSON.
pub const PROMISE_FIELD: &str = "promise.";

impl Conversation {
    pub fn about(&self) -> Option<(PersonId, YearId)> {
        self.teacher.zip(self.year.clone())
    }

    pub fn is_held(&self) -> bool {
        self.held_on.is_some()
    }

    /// Still to come or under way.
    pub fn is_open(&self) -> bool {
        self.slot.is_some() && self.cancelled.is_none() && !self.is_held()
    }

    /// Which party a person is, if any.
    pub fn side_of(&self, person: PersonId) -> Option<Side> {
        if self.teacher == Some(person) {
            Some(Side::Teacher)
        } else if self.evaluator == Some(person) {
            Some(Side::Evaluator)
        } else {
            None
        }
    }

    /// What a side has shown of its preparation, the latest.
    pub fn preparation(&self, side: Side) -> Option<&Preparation> {
        self.preparations
            .iter()
            .rev()
            .find(|preparation| preparation.side == side)
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        if let Command::Schedule {
            teacher,
            year,
            guide,
            length,
            slot,
        } = command
        {
            if self.slot.is_some() {
                return Err(Refusal::AlreadyScheduled);
            }
            let slot = checked(slot, cx)?;
            let another = cx
                .record()?
                .conversations
                .values()
                .any(|other| other.guide == Some(guide) && other.is_open());
            if another {
                return Err(Refusal::AlreadyScheduled);
            }
            return Ok(vec![Event::Scheduled {
                teacher,
                year,
                evaluator: cx.actor,
                guide,
                length,
                slot,
                on: cx.today,
            }]);
        }
        let Some(slot) = &self.slot else {
            return Err(Refusal::NoSuchThing);
        };
        match command {
            Command::Schedule { .. } => Err(Refusal::AlreadyScheduled),
            Command::KeepPromise { number } => {
                let promise = self.promises.get(number).ok_or(Refusal::NoSuchPromise)?;
                if promise.kept.is_some() {
                    return Err(Refusal::PromiseKept);
                }
                Ok(vec![Event::PromiseKept {
                    number,
                    on: cx.today,
                }])
            }
            Command::MovePromise { number, by } => {
                let promise = self.promises.get(number).ok_or(Refusal::NoSuchPromise)?;
                if promise.kept.is_some() {
                    return Err(Refusal::PromiseKept);
                }
                if by < cx.today {
                    return Err(Refusal::DateInPast { date: by });
                }
                Ok(vec![Event::PromiseMoved { number, by }])
            }
            _ if self.cancelled.is_some() => Err(Refusal::ConversationCancelled),
            _ if self.is_held() => Err(Refusal::ConversationHeld),
            Command::Move { slot, length } => {
                if self.met_teacher.is_some() || self.met_evaluator.is_some() {
                    return Err(Refusal::ConversationHeld);
                }
                Ok(vec![Event::Moved {
                    slot: checked(slot, cx)?,
                    length,
                }])
            }
            Command::Cancel { reason } => {
                // What the teacher said is answered by the other side, not undone. Whoever evaluates since was not there
                // and cannot say that they met: for them calling it off is the way to close it.
                if self.met_teacher.is_some() && self.side_of(cx.actor).is_some() {
                    return Err(Refusal::TeacherSaidWeMet);
                }
                Ok(vec![Event::Cancelled {
                    reason: text::required(Field::Reason, &reason)?,
                }])
            }
            Command::SharePreparation { answers } => {
                let side = self.side_of(cx.actor).ok_or(Refusal::NotAParty)?;
                let mut kept = BTreeMap::new();
                for (prompt, answer) in answers {
                    if !is_prompt(&prompt) {
                        return Err(Refusal::NoSuchThing);
                    }
                    let answer = text::optional(Field::Preparation, &answer)?;
                    if !answer.is_empty() {
                        kept.insert(prompt, answer);
                    }
                }
                if kept.is_empty() {
                    return Err(Refusal::Empty {
                        field: Field::Preparation,
                    });
                }
                Ok(vec![Event::PreparationShared(Preparation {
                    side,
                    at: cx.now,
                    on: cx.today,
                    answers: kept,
                })])
            }
            Command::SayWeMet => {
                let side = self.side_of(cx.actor).ok_or(Refusal::NotAParty)?;
                if cx.today < slot.on {
                    return Err(Refusal::NotYetMet { on: slot.on });
                }
                let (mine, other) = match side {
                    Side::Teacher => (self.met_teacher, self.met_evaluator),
                    Side::Evaluator => (self.met_evaluator, self.met_teacher),
                };
                if mine.is_some() {
                    return Ok(vec![]);
                }
                let mut events = vec![Event::WeMet { side, at: cx.now }];
                if other.is_some() {
                    events.push(Event::Held {
                        on: slot.on,
                        notes: self.notes_from(cx.drafts)?,
                        promises: self.promises_from(cx.drafts)?,
                    });
                }
                Ok(events)
            }
        }
    }

    /// Working texts of one kind that a party wrote, oldest first. What anybody else wrote stays a draft.
    fn written<'a>(&self, drafts: &'a [Draft], field: &str) -> Vec<&'a Draft> {
        let mut written: Vec<_> = drafts
            .iter()
            .filter(|draft| draft.field.starts_with(field) && self.side_of(draft.author).is_some())
            .collect();
        written.sort_by_key(|draft| draft.at);
        written
    }

    fn notes_from(&self, drafts: &[Draft]) -> Result<Vec<Note>, Refusal> {
        let mut notes = vec![];
        for draft in self.written(drafts, NOTE_FIELD) {
            let text = text::optional(Field::Note, &draft.text)?;
            if !text.is_empty() {
                notes.push(Note {
                    by: draft.author,
                    at: draft.at,
                    text,
                });
            }
        }
        Ok(notes)
    }

    fn promises_from(&self, drafts: &[Draft]) -> Result<Vec<Promise>, Refusal> {
        self.written(drafts, PROMISE_FIELD)
            .into_iter()
            .filter(|draft| !draft.text.is_empty())
            .map(|draft| {
                let promise: Promise =
                    serde_json::from_str(&draft.text).map_err(|_| Refusal::NoSuchPromise)?;
                Ok(Promise {
                    what: text::required(Field::Promise, &promise.what)?,
                    kept: None,
                    ..promise
                })
            })
            .collect()
    }

    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Scheduled {
                teacher,
                year,
                evaluator,
                guide,
                length,
                slot,
                on,
            } => {
                self.teacher = Some(*teacher);
                self.year = Some(year.clone());
                self.evaluator = Some(*evaluator);
                self.guide = Some(*guide);
                self.length = Some(*length);
                self.slot = Some(slot.clone());
                self.scheduled_on = Some(*on);
            }
            Event::Moved { slot, length } => {
                self.slot = Some(slot.clone());
                self.length = Some(*length);
                self.sequence += 1;
            }
            Event::Cancelled { reason } => {
                self.cancelled = Some(reason.clone());
                self.sequence += 1;
            }
            Event::PreparationShared(preparation) => self.preparations.push(preparation.clone()),
            Event::WeMet {
                side: Side::Teacher,
                at,
            } => self.met_teacher = Some(*at),
            Event::WeMet {
                side: Side::Evaluator,
                at,
            } => self.met_evaluator = Some(*at),
            Event::Held {
                on,
                notes,
                promises,
            } => {
                self.held_on = Some(*on);
                self.notes.clone_from(notes);
                self.promises.clone_from(promises);
            }
            Event::PromiseKept { number, on } => {
                if let Some(promise) = self.promises.get_mut(*number) {
                    promise.kept = Some(*on);
                }
            }
            Event::PromiseMoved { number, by } => {
                if let Some(promise) = self.promises.get_mut(*number) {
                    promise.by = *by;
                }
            }
        }
    }
}

/// Whether a text can be the id of a prompt, which the form sends back: short, letters, digits and `.-_` only.
fn is_prompt(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    !id.is_empty() && id.len() <= 60 && id.chars().all(plain)
}

fn checked(mut slot: Slot, cx: &Context<'_>) -> Result<Slot, Refusal> {
    let (year, _) = cx.adopted()?;
    let calendar = year.days()?;
    slot.place = text::required(Field::Place, &slot.place)?;
    if !(5..=240).contains(&slot.minutes) {
        return Err(Refusal::MinutesOutOfRange {
            least: 5,
            most: 240,
        });
    }
    if slot.on < cx.today {
        return Err(Refusal::DateInPast { date: slot.on });
    }
    // Staff come about a week before the students; conversations may be held until the end of June.
    let (earliest, latest) = (
        calendar.first.saturating_sub(jiff::Span::new().days(21)),
        calendar.last.saturating_add(jiff::Span::new().days(26)),
    );
    if slot.on < earliest || slot.on > latest {
        return Err(Refusal::DateOutsideYear { date: slot.on });
    }
    Ok(slot)
}
