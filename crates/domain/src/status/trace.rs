//! How a status came about: one line a year with the rule, what it did to the count, and where the rating is from.
//! Kept with a statement as it was computed then.

use crate::id::YearId;
use crate::people::{Employment, Service};
use policy::{Known, Ruled};
use serde::{Deserialize, Serialize};

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident => $id:literal, $source:literal;)*) => {
        /// A rule of the status (`leap.md` 4). Its sentence is `status-rule-<id>` in the texts.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Rule { $($(#[$doc])* #[serde(rename = $id)] $name,)* }

        impl Rule {
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its id, such as `ST1`.
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// The law, case or paper that says so.
            pub fn source(self) -> &'static str {
                match self { $(Self::$name => $source,)* }
            }
        }
    };
}

rules! {
    /// Gained after consecutive effective years of continuous employment in the district.
    Gain => "ST1", "C.R.S. 22-63-203";
    /// A year below Effective while probationary restarts the count.
    Restart => "ST2", "CDE fact sheet (paperzz.com/doc/7883439)";
    /// Ratings of other districts do not add up for a probationary teacher.
    Elsewhere => "ST3", "CDE fact sheet (paperzz.com/doc/7883439)";
    /// Lost after consecutive years below Effective; the teacher returns to probationary and is not dismissed.
    Loss => "ST4", "2025 COA 56; Chalkbeat 2017; appeal sheet 2015-16";
    /// The first year below Effective of a non-probationary teacher keeps the status.
    Risk => "ST5", "inferred from ST4";
    /// A year without a score neither breaks nor makes a chain.
    NoScore => "ST6", "a Colorado district's policy 4170 that mirrors the state's rule";
    /// A late hire counts as a full year where service is continuous; the cut-off was not read.
    LateHire => "ST7", "C.R.S. 22-63-203";
    /// Non-probationary status is carried to a new district on the teacher's request.
    Carried => "ST8", "2020 COA 27";
    /// Employment decision, rating and status are three records.
    Apart => "ST9", "appeal sheet 2015-16";
    /// Ratings do nothing to the status of at-will and annual-contract staff.
    Outside => "ST10", "1 CCR 301-87 section 3";
}

/// Where a year's rating is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Shared in this record.
    Record,
    /// Taken over from a file.
    Imported,
}

/// What a year did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// One more effective year of a probationary teacher.
    Counted,
    /// The last one that was needed.
    Gained,
    /// Below Effective while probationary: the count starts anew.
    Restarted,
    /// Effective, and nothing was in question.
    Kept,
    /// Effective: the low year before no longer counts.
    Cleared,
    /// Below Effective and not yet lost.
    AtRisk,
    Lost,
    /// No score, which neither breaks nor makes a chain.
    Bridged,
    /// No score, where the pack lets that start every chain anew.
    Broken,
    /// Service was interrupted: effective years before it no longer count.
    Interrupted,
    /// Rated in another district.
    Elsewhere,
    /// The class of that year has no status consequences.
    Outside,
    /// Nothing is known of that year: no chain reaches across it.
    Unknown,
}

impl Effect {
    /// The part of its key in the texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::Gained => "gained",
            Self::Restarted => "restarted",
            Self::Kept => "kept",
            Self::Cleared => "cleared",
            Self::AtRisk => "at-risk",
            Self::Lost => "lost",
            Self::Bridged => "bridged",
            Self::Broken => "broken",
            Self::Interrupted => "interrupted",
            Self::Elsewhere => "elsewhere",
            Self::Outside => "outside",
            Self::Unknown => "unknown",
        }
    }
}

/// One year of the trace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub year: YearId,
    /// The pack's rating id; `None` for no score and for a year of which nothing is known.
    pub rating: Option<String>,
    /// `None` for a year of which nothing is known.
    pub origin: Option<Origin>,
    pub service: Service,
    /// Another district's name; empty for this one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub district: String,
    pub effect: Effect,
    pub rule: Option<Rule>,
    /// Effective years in a row that count towards non-probationary status, after this year.
    pub counted: u32,
    /// Years below Effective in a row that count towards losing it, after this year.
    pub low: u32,
    /// Whether a source settles it; where not, it is our own reading until the district confirms it.
    pub settled: bool,
}

/// What the status comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// HR's class is not known, so nothing is computed.
    Unknown,
    Probationary {
        /// Effective years in a row so far.
        counted: u32,
        /// So many gain non-probationary status.
        of: u32,
    },
    NonProbationary,
    /// Non-probationary, with years below Effective behind that could become enough to lose it (ST5).
    AtRisk {
        /// The last year below Effective.
        since: YearId,
        /// So many more in a row lose it.
        left: u32,
    },
    /// The latest year lost it: probationary again.
    Lost {
        year: YearId,
    },
    /// No consequences for status in this class (ST10).
    Outside,
}

impl Standing {
    /// The part of its key in the texts.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Probationary { .. } => "probationary",
            Self::NonProbationary => "non-probationary",
            Self::AtRisk { .. } => "at-risk",
            Self::Lost { .. } => "lost",
            Self::Outside => "outside",
        }
    }

    /// Whether the teacher holds non-probationary status.
    pub fn is_non_probationary(&self) -> bool {
        matches!(self, Self::NonProbationary | Self::AtRisk { .. })
    }
}

/// Something that whoever states the status should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// HR's class says otherwise than the years.
    ClassDiffers { says: Employment },
    /// Nothing is known of these years, between known ones or up to last year.
    YearsMissing { years: Vec<YearId> },
    /// No year is known at all, of somebody who was here before.
    NothingKnown,
    /// The file said another rating than the record; the record's counts.
    RatingDiffers { year: YearId },
    /// The pack has no rating of this name.
    RatingUnknown { year: YearId, rating: String },
}

/// A number of the pack as it was used, with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    pub value: u32,
    pub known: Known,
    pub source: String,
}

impl From<&Ruled<u32>> for Number {
    fn from(ruled: &Ruled<u32>) -> Self {
        Self {
            value: ruled.value,
            known: ruled.known,
            source: ruled.source.clone(),
        }
    }
}

/// The whole way to a standing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// HR's class today.
    pub class: Option<Employment>,
    /// The status before the first known year, and how it came to be where a rule says so (ST8).
    pub began: Option<Employment>,
    pub began_by: Option<Rule>,
    /// From the oldest year.
    pub lines: Vec<Line>,
    pub standing: Standing,
    pub gain: Number,
    pub lose: Number,
    pub findings: Vec<Finding>,
}

impl Trace {
    /// The years of which nothing is known.
    pub fn missing(&self) -> &[YearId] {
        self.findings
            .iter()
            .find_map(|finding| match finding {
                Finding::YearsMissing { years } => Some(years.as_slice()),
                _ => None,
            })
            .unwrap_or_default()
    }

    /// The line of a year.
    pub fn line(&self, year: &YearId) -> Option<&Line> {
        self.lines.iter().find(|line| line.year == *year)
    }

    /// Whether a source settles every value and line on which it rests.
    pub fn is_settled(&self) -> bool {
        self.gain.known.settled()
            && self.lose.known.settled()
            && self.lines.iter().all(|line| line.settled)
    }
}
