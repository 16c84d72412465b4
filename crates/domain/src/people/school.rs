//! A school or a department, as the roster gives it.

use crate::Refusal;
use crate::id::SchoolId;
use crate::thing::Context;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What an organisation of the roster is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchoolKind {
    #[default]
    School,
    Department,
    District,
}

/// What the roster says about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolParticulars {
    pub name: String,
    pub kind: SchoolKind,
    /// The roster's sourcedId.
    pub source_id: String,
    /// The district's or state's number for it; may be empty.
    #[serde(default)]
    pub identifier: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct School {
    pub id: Option<SchoolId>,
    pub particulars: SchoolParticulars,
    pub ended: Option<Date>,
}

/// Schools come from the roster alone; there is no command of their own yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Entered {
        id: SchoolId,
        particulars: SchoolParticulars,
    },
    Changed {
        particulars: SchoolParticulars,
    },
    Ended {
        on: Date,
    },
}

impl School {
    pub fn decide(&self, command: Command, _: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        match command {}
    }

    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Entered { id, particulars } => {
                self.id = Some(*id);
                self.particulars = particulars.clone();
                self.ended = None;
            }
            Event::Changed { particulars } => {
                self.particulars = particulars.clone();
                self.ended = None;
            }
            Event::Ended { on } => self.ended = Some(*on),
        }
    }
}
