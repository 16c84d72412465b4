//! The script of a year: what each person does at which minute. Made beforehand, carried out in its order.

use super::feedback::Say;
use super::letters::Letter;
use domain::{Command, PersonId, Stream};
use jiff::civil::{Date, DateTime, Time};

/// One thing that one person does.
pub struct Act {
    pub at: DateTime,
    pub by: PersonId,
    pub what: What,
}

pub enum What {
    Order(Stream, Box<Command>),
    /// Working text beside a thing.
    Draft {
        thing: Stream,
        field: String,
        text: String,
    },
    /// Feedback, unnamed.
    Say(Say),
    /// A message whose words follow from what the year holds at that minute.
    Letter(Letter),
}

/// Acts of one span, in the order in which they were thought of.
#[derive(Default)]
pub struct Script(Vec<Act>);

impl Script {
    pub fn order(&mut self, at: DateTime, by: PersonId, stream: &Stream, command: Command) {
        self.0.push(Act {
            at,
            by,
            what: What::Order(stream.clone(), Box::new(command)),
        });
    }

    pub fn draft(
        &mut self,
        at: DateTime,
        by: PersonId,
        thing: &Stream,
        field: impl Into<String>,
        text: impl Into<String>,
    ) {
        self.0.push(Act {
            at,
            by,
            what: What::Draft {
                thing: thing.clone(),
                field: field.into(),
                text: text.into(),
            },
        });
    }

    pub fn say(&mut self, at: DateTime, by: PersonId, say: Say) {
        self.0.push(Act {
            at,
            by,
            what: What::Say(say),
        });
    }

    pub fn letter(&mut self, at: DateTime, by: PersonId, letter: Letter) {
        self.0.push(Act {
            at,
            by,
            what: What::Letter(letter),
        });
    }

    /// In the order of the minutes; what was thought of first comes first within one.
    pub fn sorted(mut self) -> Vec<Act> {
        self.0.sort_by_key(|act| act.at);
        self.0
    }
}

/// A minute of a day.
pub fn at(day: Date, hour: i8, minute: i8) -> DateTime {
    day.to_datetime(Time::constant(hour, minute, 0, 0))
}
