//! Names of things: typed ids that never mix. Used by every room.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map(Self)
            }
        }
    };
}

uuid_id!(
    /// A person of the district: teacher, evaluator, leader, partner or administrator.
    PersonId
);
uuid_id!(
    /// A school or a department of the district.
    SchoolId
);

/// A school year by its usual name, such as `2026-27`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct YearId(String);

impl YearId {
    /// The year's name as people write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The year that begins in the summer of `begins`, e.g. 2026 gives `2026-27`.
    pub fn beginning_in(begins: i16) -> Self {
        Self(format!("{begins}-{:02}", (begins + 1).rem_euclid(100)))
    }

    /// The year that a day belongs to; a year turns on 1 July, as contracts do.
    pub fn on(day: jiff::civil::Date) -> Self {
        Self::beginning_in(if day.month() >= 7 {
            day.year()
        } else {
            day.year() - 1
        })
    }

    /// The calendar year in which it begins.
    pub fn begins(&self) -> i16 {
        self.0[..4].parse().unwrap_or(0)
    }

    /// The year before this one.
    pub fn before(&self) -> Self {
        Self::beginning_in(self.begins() - 1)
    }
}

impl fmt::Display for YearId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A name that is not of the form `2026-27`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a school year is written like 2026-27")]
pub struct NotAYear;

impl FromStr for YearId {
    type Err = NotAYear;
    fn from_str(text: &str) -> Result<Self, NotAYear> {
        let begins = text
            .get(..4)
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))
            .and_then(|digits| digits.parse().ok())
            .ok_or(NotAYear)?;
        let year = Self::beginning_in(begins);
        if year.0 == text {
            Ok(year)
        } else {
            Err(NotAYear)
        }
    }
}

impl TryFrom<String> for YearId {
    type Error = NotAYear;
    fn try_from(text: String) -> Result<Self, NotAYear> {
        text.parse()
    }
}

impl From<YearId> for String {
    fn from(year: YearId) -> Self {
        year.0
    }
}

/// What kind of thing a stream of the journal is about. One kind is one room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Person,
    School,
    Roster,
    SchoolYear,
    Observation,
    Professionalism,
    Measures,
    Conversation,
    Message,
    Rationale,
    Decision,
    Rating,
    Status,
    Recommendation,
    EarlierRatings,
    Feedback,
    Library,
    Question,
    Contacts,
}

impl Kind {
    /// Every kind, in the order of the year.
    pub const ALL: [Self; 19] = [
        Self::Person,
        Self::School,
        Self::Roster,
        Self::SchoolYear,
        Self::Observation,
        Self::Professionalism,
        Self::Measures,
        Self::Conversation,
        Self::Message,
        Self::Rationale,
        Self::Decision,
        Self::Rating,
        Self::Status,
        Self::Recommendation,
        Self::EarlierRatings,
        Self::Feedback,
        Self::Library,
        Self::Question,
        Self::Contacts,
    ];

    /// The word used in stream names, addresses and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::School => "school",
            Self::Roster => "roster",
            Self::SchoolYear => "school_year",
            Self::Observation => "observation",
            Self::Professionalism => "professionalism",
            Self::Measures => "measures",
            Self::Conversation => "conversation",
            Self::Message => "message",
            Self::Rationale => "rationale",
            Self::Decision => "decision",
            Self::Rating => "rating",
            Self::Status => "status",
            Self::Recommendation => "recommendation",
            Self::EarlierRatings => "earlier_ratings",
            Self::Feedback => "feedback",
            Self::Library => "library",
            Self::Question => "question",
            Self::Contacts => "contacts",
        }
    }
}

/// One thing on the record: its kind and its key, written `observation/0198…`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stream {
    pub kind: Kind,
    pub key: String,
}

impl Stream {
    /// A thing that has an id of its own (observation, conversation, message, person, school).
    pub fn of(kind: Kind, id: impl fmt::Display) -> Self {
        Self {
            kind,
            key: id.to_string(),
        }
    }

    /// A thing of which each teacher has one in each year (professionalism, measures, decision, rating …).
    pub fn of_year(kind: Kind, teacher: PersonId, year: &YearId) -> Self {
        Self {
            kind,
            key: format!("{teacher}.{year}"),
        }
    }

    /// A page of the library in one year.
    pub fn library(year: &YearId, page: &str) -> Self {
        Self {
            kind: Kind::Library,
            key: format!("{year}.{page}"),
        }
    }

    /// The year and the page's id that a stream of the library is named after.
    pub fn library_page(&self) -> Option<(YearId, &str)> {
        let (year, page) = self.key.split_once('.')?;
        (self.kind == Kind::Library).then_some(())?;
        Some((year.parse().ok()?, page))
    }

    /// The basis of one rating: each teacher has two in each year.
    pub fn rationale(teacher: PersonId, year: &YearId, about: crate::rationale::About) -> Self {
        Self {
            kind: Kind::Rationale,
            key: format!("{teacher}.{year}.{}", about.as_str()),
        }
    }
}

impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.as_str(), self.key)
    }
}

/// A text that names no stream.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a thing on the record")]
pub struct NotAStream;

impl FromStr for Stream {
    type Err = NotAStream;
    fn from_str(text: &str) -> Result<Self, NotAStream> {
        let (word, key) = text.split_once('/').ok_or(NotAStream)?;
        let kind = Kind::ALL
            .into_iter()
            .find(|kind| kind.as_str() == word)
            .ok_or(NotAStream)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
        if key.is_empty() || key.len() > 120 || !key.chars().all(plain) {
            return Err(NotAStream);
        }
        Ok(Self {
            kind,
            key: key.to_owned(),
        })
    }
}

impl Serialize for Stream {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stream {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
