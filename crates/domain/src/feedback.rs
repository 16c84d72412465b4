//! Tell us how we are doing: a short round of questions after each window. What people say dissolves at once into counts
//! and texts ([`Gathered`]), which are kept beside the journal and go when the round is published; who has taken part is
//! kept apart. Only the published page, suppressed, is on the record ([decision 7]).
//!
//! [decision 7]: ../../../docs/decisions/0007-anonymous-feedback.md

pub mod gathered;
pub mod names;
pub mod published;

pub use gathered::{Answer, Gathered};
pub use names::Names;
pub use published::{Published, PublishedLabel, PublishedQuestion, PublishedSheet};

use crate::Refusal;
use crate::counts;
use crate::id::{Kind, Stream, YearId};
use crate::school_year::SchoolYear;
use crate::thing::Context;
use jiff::civil::Date;
use policy::{Audience, FeedbackRound};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The longest text of an answer, in characters: a paragraph, so that nobody tells a story by which one is known.
pub const LONGEST_TEXT: usize = 1_000;
/// What stands for each character that was blacked out.
pub const BLACK: char = '█';

/// A round of one school year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Feedback {
    /// Once, after it has closed.
    pub published: Option<Published>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Publishes the round. Texts for which nothing is said are held back.
    Publish {
        year: YearId,
        screened: Vec<Screened>,
    },
}

/// What becomes of one text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screened {
    pub audience: Audience,
    /// Its place among the texts of the audience, from 0; they have one order, whoever wrote them when.
    pub place: usize,
    pub verdict: Verdict,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Show,
    /// These words are blacked out wherever they stand in it.
    BlackOut(Vec<String>),
    HoldBack,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Published {
        year: YearId,
        round: String,
        published: Published,
    },
}

/// The stream of a round: `feedback/2026-27.mid_year`.
pub fn stream(year: &YearId, round: &str) -> Stream {
    Stream::of(Kind::Feedback, format_args!("{year}.{round}"))
}

/// The year and the round that a stream names.
pub fn named(stream: &Stream) -> Option<(YearId, &str)> {
    let (year, round) = stream.key.split_once('.')?;
    (stream.kind == Kind::Feedback).then_some((year.parse().ok()?, round))
}

/// Where a round stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    NotYet,
    Open,
    /// It waits to be published.
    Closed,
}

/// A round with its days in a year.
#[derive(Clone, Copy, Debug)]
pub struct Round<'a> {
    pub of: &'a FeedbackRound,
    pub opens: Date,
    /// The last day.
    pub closes: Date,
    /// The pack's, in people.
    pub smallest: u64,
}

impl Round<'_> {
    pub fn stage(&self, today: Date) -> Stage {
        if today < self.opens {
            Stage::NotYet
        } else if today <= self.closes {
            Stage::Open
        } else {
            Stage::Closed
        }
    }
}

/// The rounds of a year by its pack, in order; none where the pack asks nothing.
pub fn rounds(year: &SchoolYear) -> Vec<Round<'_>> {
    let Some((pack, feedback)) = year
        .pack()
        .and_then(|pack| Some((pack, pack.feedback.as_ref()?)))
    else {
        return vec![];
    };
    let smallest = counts::smallest_cell(Some(pack));
    feedback
        .rounds
        .iter()
        .filter_map(|of| {
            let (opens, closes) = of.days(pack.window(&of.window)?);
            Some(Round {
                of,
                opens,
                closes,
                smallest,
            })
        })
        .collect()
}

/// One round.
///
/// # Errors
/// [`Refusal::NoSuchRound`].
pub fn round<'a>(year: &'a SchoolYear, id: &str) -> Result<Round<'a>, Refusal> {
    rounds(year)
        .into_iter()
        .find(|round| round.of.id == id)
        .ok_or(Refusal::NoSuchRound)
}

/// An answer as it counts, once: what it says is whole, the round is open, and its author has seen the names in the text.
///
/// # Errors
/// [`Refusal::FeedbackNotOpen`], [`Refusal::NoSuchRound`] for an audience that is not asked,
/// [`Refusal::FeedbackAnswered`], [`Refusal::NamesInText`], and those of [`Answer::checked`].
pub fn accept(
    round: &Round<'_>,
    audience: Audience,
    today: Date,
    has_answered: bool,
    answer: Answer,
    unseen: Option<&Names>,
) -> Result<Answer, Refusal> {
    if round.stage(today) != Stage::Open {
        return Err(Refusal::FeedbackNotOpen);
    }
    let sheet = round.of.sheet(audience).ok_or(Refusal::NoSuchRound)?;
    if has_answered {
        return Err(Refusal::FeedbackAnswered);
    }
    let answer = answer.checked(sheet)?;
    let named = unseen
        .map(|names| names.find(&answer.text))
        .unwrap_or_default();
    if named.is_empty() {
        Ok(answer)
    } else {
        Err(Refusal::NamesInText {
            names: named.join(", "),
        })
    }
}

impl Feedback {
    pub fn decide(
        &self,
        stream: &Stream,
        command: Command,
        cx: &Context<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        let Command::Publish { year, screened } = command;
        let (school_year, _) = cx.adopted()?;
        let Some((_, id)) = named(stream).filter(|(named, _)| *named == year) else {
            return Err(Refusal::NoSuchRound);
        };
        let round = round(school_year, id)?;
        if self.published.is_some() {
            return Err(Refusal::FeedbackPublished);
        }
        if round.stage(cx.today) != Stage::Closed {
            return Err(Refusal::FeedbackNotClosed { date: round.closes });
        }
        let nothing = BTreeMap::new();
        let gathered = cx.gathered.unwrap_or(&nothing);
        let published = Published::of(&round, gathered, &screened, cx.today);
        Ok(vec![Event::Published {
            year,
            round: id.to_owned(),
            published,
        }])
    }

    pub fn apply(&mut self, event: &Event) {
        let Event::Published { published, .. } = event;
        self.published = Some(published.clone());
    }
}
