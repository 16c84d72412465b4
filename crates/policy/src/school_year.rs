//! The school year as the district fixed it: employment classes, windows and dates. School days are not here;
//! they come from the district's calendar.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::Section;
use crate::{Known, Text};

/// An employment class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Class {
    /// `probationary`, `non_probationary`, `at_will`, `annual`.
    pub id: String,
    pub label: Text,
    /// Ratings gain and lose status in this class (1 CCR 301-87: not for at-will employees).
    pub status_applies: bool,
    pub known: Known,
    pub source: String,
}

/// A named span of dates, both ends inclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Window {
    /// `beginning`, `mid_year`, `end_of_year`, `observations`, `observations_1` to `_3`, `survey_autumn`,
    /// `survey_spring`.
    pub id: String,
    pub label: Text,
    #[schemars(with = "crate::schema::Day")]
    pub opens: Date,
    #[schemars(with = "crate::schema::Day")]
    pub closes: Date,
    pub known: Known,
    pub source: String,
}

/// A date by which something is due, fixed or counted from another date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Deadline {
    /// Such as `CAL-NR`.
    pub id: String,
    pub label: Text,
    #[schemars(flatten)]
    pub when: When,
    pub known: Known,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    On(Date),
    /// Counted from an anchor, which the district or the record supplies and which is day 0.
    Counted {
        /// Such as `FSD`, `LSD`, `MYC`, `EOYC`, `RD`.
        anchor: String,
        /// Negative: before the anchor.
        days: i32,
        unit: Unit,
    },
}

#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Calendar,
    Working,
    School,
}

impl Deadline {
    /// The date, where the pack fixes one.
    pub fn fixed(&self) -> Option<Date> {
        match self.when {
            When::On(date) => Some(date),
            When::Counted { .. } => None,
        }
    }
}

impl Window {
    /// Whether a date lies within the window, ends included.
    pub fn holds(&self, date: Date) -> bool {
        (self.opens..=self.closes).contains(&date)
    }
}

/// Dates that offsets may count from: the district or the record supplies each.
/// `FSD`, `LSD`: first and last student day. `BOYC`, `MYC`, `EOYC`: the conversation's date. `MY`, `EOY`: its
/// window opens. `OBSERVED`: the lesson. `SHARED`: feedback or evidence was shared. `RD`: the final report was
/// received. `DELIVERED`: it was delivered. `SPD`: a support plan starts. `REQUEST`: a request was received.
/// `EVENT`: what a concern is about happened, or became known. `FILED`: a written step was filed. `ANSWERED`: its answer
/// was received. `NOTICE`: a notice reached the teacher. `BOARD`: the board meets on it. `CHOSEN`: the hearing officer
/// was chosen. `HEARD`: the hearing ended. `MEETING`: the two sides met about it. An offset may also count from another
/// date that the pack fixes, by its id.
pub(crate) const ANCHORS: [&str; 21] = [
    "FSD",
    "LSD",
    "BOYC",
    "MYC",
    "EOYC",
    "MY",
    "EOY",
    "OBSERVED",
    "SHARED",
    "RD",
    "DELIVERED",
    "SPD",
    "REQUEST",
    "EVENT",
    "FILED",
    "ANSWERED",
    "NOTICE",
    "BOARD",
    "CHOSEN",
    "HEARD",
    "MEETING",
];

impl Class {
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        section.mark(format!("class {id}"), "id");
        Self {
            label: section.text("label"),
            status_applies: section.flag("status_applies", true),
            id,
            known,
            source,
        }
    }
}

impl Window {
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        section.mark(format!("window {id}"), "opens");
        Self {
            label: section.text("label"),
            opens: section.date("opens"),
            closes: section.date("closes"),
            id,
            known,
            source,
        }
    }
}

impl Deadline {
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        let when = if section.has("date") {
            section.mark(format!("date {id}"), "date");
            When::On(section.date("date"))
        } else {
            section.mark(format!("date {id}"), "anchor");
            section.mark(format!("date {id} days"), "days");
            let anchor = section.string("anchor");
            let unit = section.choice(
                "unit",
                &[
                    ("calendar", Unit::Calendar),
                    ("working", Unit::Working),
                    ("school", Unit::School),
                ],
            );
            When::Counted {
                anchor,
                days: section.days("days"),
                unit,
            }
        };
        Self {
            label: section.text("label"),
            id,
            when,
            known,
            source,
        }
    }
}
