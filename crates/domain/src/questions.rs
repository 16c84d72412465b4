//! Questions: asked from any page, answered by whoever is responsible for the topic at the asker's school, due by the
//! school calendar, and private to the asker and those who answer.

pub mod answering;
pub mod contacts;

pub use answering::{Answering, Responsible, Why};
pub use contacts::Contacts;

use crate::Refusal;
use crate::id::{PersonId, SchoolId};
use crate::text::{self, Field};
use crate::thing::Context;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// One question with everything that was said about it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub asker: Option<PersonId>,
    /// The pack's id of the topic.
    pub topic: String,
    /// Where the asker worked on the day of asking.
    pub school: Option<SchoolId>,
    /// The path of the page from which it was asked, if the asker let it go along.
    pub page: Option<String>,
    pub turns: Vec<Turn>,
    /// To whom it went, the latest last.
    pub assigned: Vec<Assigned>,
    /// School days in which an answer is owed.
    pub days: u32,
    /// When the answer that is awaited is due.
    pub due: Option<Date>,
    pub closed: Option<Closed>,
}

/// Something that one of the two said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    pub by: PersonId,
    pub at: Timestamp,
    pub on: Date,
    pub text: String,
    pub said: Said,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    Question,
    Answer,
    FollowUp,
}

/// A question goes to somebody: by the contacts when it is asked, else by a person with a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assigned {
    pub owner: PersonId,
    /// Who was away that day.
    pub instead_of: Option<PersonId>,
    pub topic: String,
    pub by: PersonId,
    pub on: Date,
    /// Empty where the contacts decided.
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    pub by: PersonId,
    pub on: Date,
}

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// An answer is owed.
    Waiting,
    /// Answered; the asker may ask on or close it.
    Answered,
    Closed,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    Ask {
        topic: String,
        page: Option<String>,
        text: String,
    },
    /// To somebody else who answers, perhaps under another topic.
    PassOn {
        to: PersonId,
        topic: String,
        reason: String,
    },
    Answer {
        text: String,
    },
    FollowUp {
        text: String,
    },
    Close,
    Reopen {
        text: String,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Asked {
        asker: PersonId,
        topic: String,
        school: Option<SchoolId>,
        page: Option<String>,
        text: String,
        at: Timestamp,
        on: Date,
        days: u32,
        due: Date,
    },
    Assigned(Assigned),
    Answered {
        by: PersonId,
        text: String,
        at: Timestamp,
        on: Date,
    },
    FollowedUp {
        text: String,
        at: Timestamp,
        on: Date,
        due: Date,
    },
    Closed(Closed),
    Reopened {
        text: String,
        at: Timestamp,
        on: Date,
        due: Date,
    },
}

/// Longest path of a page that goes along, in bytes.
const LONGEST_PAGE: usize = 200;

/// The page's path as it may go along: of this program, without what stands after `?`.
pub fn page(path: &str) -> Option<String> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.');
    let ours = path.starts_with('/') && !path.starts_with("//") && path.len() <= LONGEST_PAGE;
    (ours && path.chars().all(plain)).then(|| path.to_owned())
}

/// The word of a path by which the pack claims pages: `/teachers/{id}/rating` gives `rating`, `/schools/{id}/status` gives
/// `status`.
pub fn page_word(path: &str) -> &str {
    let path = path.split(['?', '#', '.']).next().unwrap_or_default();
    let mut parts = path.trim_start_matches('/').split('/');
    match (parts.next().unwrap_or_default(), parts.nth(1)) {
        ("teachers" | "schools", Some(word)) => word,
        (word, _) => word,
    }
}

impl Question {
    pub fn owner(&self) -> Option<PersonId> {
        self.assigned.last().map(|assigned| assigned.owner)
    }

    pub fn standing(&self) -> Standing {
        match (&self.closed, self.turns.last()) {
            (Some(_), _) => Standing::Closed,
            (None, Some(turn)) if turn.said == Said::Answer => Standing::Answered,
            (None, _) => Standing::Waiting,
        }
    }

    pub fn last_answer(&self) -> Option<&Turn> {
        self.turns
            .iter()
            .rev()
            .find(|turn| turn.said == Said::Answer)
    }

    pub fn is_late(&self, today: Date) -> bool {
        self.standing() == Standing::Waiting && self.due.is_some_and(|due| due < today)
    }

    /// The day on which anything was said last.
    pub fn last_day(&self) -> Option<Date> {
        self.turns.last().map(|turn| turn.on)
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        let (at, on) = (cx.now, cx.today);
        if let Command::Ask { topic, page, text } = command {
            return self.ask(topic, page, &text, cx);
        }
        let asker = self.asker.ok_or(Refusal::NoSuchThing)?;
        let own = cx.actor == asker;
        let closed = self.closed.is_some();
        match command {
            Command::Ask { .. } => Err(Refusal::AlreadyAsked),
            Command::Reopen { .. } if !closed => Err(Refusal::QuestionNotClosed),
            Command::Reopen { text } if own => Ok(vec![Event::Reopened {
                text: text::required(Field::Question, &text)?,
                at,
                on,
                due: due(self.days, cx)?,
            }]),
            Command::FollowUp { .. } | Command::Reopen { .. } if !own => Err(Refusal::NotAParty),
            _ if closed => Err(Refusal::QuestionClosed),
            Command::FollowUp { text } | Command::Reopen { text } => Ok(vec![Event::FollowedUp {
                text: text::required(Field::Question, &text)?,
                at,
                on,
                due: due(self.days, cx)?,
            }]),
            Command::Answer { .. } if own => Err(Refusal::OwnQuestion),
            Command::Answer { text } => Ok(vec![Event::Answered {
                by: cx.actor,
                text: text::required(Field::Answer, &text)?,
                at,
                on,
            }]),
            Command::PassOn { to, topic, reason } => {
                let (_, pack) = cx.adopted()?;
                pack.topic(&topic).ok_or(Refusal::NoSuchTopic)?;
                let answering = cx.answering.ok_or(Refusal::NoSuchThing)?;
                if to == asker || !answering.everybody().contains(&to) {
                    return Err(Refusal::NotAnAnswerer);
                }
                if self.owner() == Some(to) && self.topic == topic {
                    return Err(Refusal::AlreadyTheirs);
                }
                Ok(vec![Event::Assigned(Assigned {
                    owner: to,
                    instead_of: None,
                    topic,
                    by: cx.actor,
                    on,
                    reason: text::required(Field::Reason, &reason)?,
                })])
            }
            Command::Close if !own && self.standing() != Standing::Answered => {
                Err(Refusal::NotAnswered)
            }
            Command::Close => Ok(vec![Event::Closed(Closed { by: cx.actor, on })]),
        }
    }

    fn ask(
        &self,
        topic: String,
        path: Option<String>,
        text: &str,
        cx: &Context<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        if self.asker.is_some() {
            return Err(Refusal::AlreadyAsked);
        }
        let (_, pack) = cx.adopted()?;
        let days = pack.topic(&topic).ok_or(Refusal::NoSuchTopic)?.due;
        let answering = cx.answering.ok_or(Refusal::NoSuchThing)?;
        let text = text::required(Field::Question, text)?;
        let school = answering.school;
        let responsible = answering
            .responsible(&topic, school)
            .ok_or(Refusal::NobodyAnswers)?;
        if responsible.person == cx.actor {
            return Err(Refusal::OwnQuestion);
        }
        Ok(vec![
            Event::Asked {
                asker: cx.actor,
                topic: topic.clone(),
                school,
                page: path.as_deref().and_then(page),
                text,
                at: cx.now,
                on: cx.today,
                days,
                due: due(days, cx)?,
            },
            Event::Assigned(Assigned {
                owner: responsible.person,
                instead_of: responsible.instead_of.map(|(away, _)| away),
                topic,
                by: cx.actor,
                on: cx.today,
                reason: String::new(),
            }),
        ])
    }

    pub fn apply(&mut self, event: &Event) {
        let mut turn = |by: Option<PersonId>, at: Timestamp, on: Date, text: &str, said: Said| {
            if let Some(by) = by {
                self.turns.push(Turn {
                    by,
                    at,
                    on,
                    text: text.to_owned(),
                    said,
                });
            }
        };
        match event {
            Event::Asked {
                asker,
                topic,
                school,
                page,
                text,
                at,
                on,
                days,
                due,
            } => {
                turn(Some(*asker), *at, *on, text, Said::Question);
                self.asker = Some(*asker);
                self.topic.clone_from(topic);
                self.school = *school;
                self.page.clone_from(page);
                self.days = *days;
                self.due = Some(*due);
            }
            Event::Assigned(assigned) => {
                self.topic.clone_from(&assigned.topic);
                self.assigned.push(assigned.clone());
            }
            Event::Answered { by, text, at, on } => {
                turn(Some(*by), *at, *on, text, Said::Answer);
            }
            Event::FollowedUp { text, at, on, due } | Event::Reopened { text, at, on, due } => {
                turn(self.asker, *at, *on, text, Said::FollowUp);
                self.closed = None;
                self.due = Some(*due);
            }
            Event::Closed(closed) => self.closed = Some(closed.clone()),
        }
    }
}

/// When an answer to something said today is due.
fn due(days: u32, cx: &Context<'_>) -> Result<Date, Refusal> {
    let (year, _) = cx.adopted()?;
    Ok(year.days()?.add_school_days(cx.today, days))
}

#[cfg(test)]
mod tests {
    use super::{page, page_word};

    #[test]
    fn only_a_plain_path_of_the_program_goes_along() {
        let id = "0198c5a0-0000-7000-8000-000000000001";
        let rating = format!("/teachers/{id}/rating");
        assert_eq!(page(&format!("{rating}?typed=words#x")), Some(rating));
        for wrong in [
            "",
            "rating",
            "//elsewhere.example/a",
            "https://elsewhere.example",
            "/a b",
            "/é",
        ] {
            assert_eq!(page(wrong), None, "{wrong}");
        }
        assert_eq!(page(&format!("/{}", "a".repeat(200))), None);
    }

    #[test]
    fn a_page_is_known_by_the_word_in_its_address() {
        for (path, word) in [
            ("/teachers/0198/rating", "rating"),
            ("/teachers/0198/rating.pdf", "rating"),
            ("/teachers/0198", "teachers"),
            ("/conversations/0198/move", "conversations"),
            ("/my-year", "my-year"),
            ("/", ""),
        ] {
            assert_eq!(page_word(path), word, "{path}");
        }
    }
}
