//! Random years: whatever three people ask for in whatever order, these laws hold.

mod laws;
mod wishes;

use crate::acts::{talk, we_met};
use crate::castellano::{after_mid_year, august, decided, january, may, rated};
use crate::larkspur::{DESMOND, Larkspur};
use domain::{Draft, Happened, Refusal};
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseResult;
use std::sync::OnceLock;
use wishes::{Step, typed};

/// Fewer than the default, because a case is a whole year; `PROPTEST_CASES` asks for more.
fn cases() -> ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig::default(),
        None => ProptestConfig::with_cases(96),
    }
}

/// Where a random year begins: a day of a year that was lived up to then.
#[derive(Clone, Copy, Debug)]
enum Beginning {
    August,
    January,
    /// The evaluator has said "we met", the teacher has not.
    HalfMet,
    AfterMidYear,
    MayNearTheCut,
    /// The leader has decided, the second reader has not answered.
    Decided,
    May,
    Rated,
}

impl Beginning {
    const ALL: [Self; 8] = [
        Self::August,
        Self::January,
        Self::HalfMet,
        Self::AfterMidYear,
        Self::MayNearTheCut,
        Self::Decided,
        Self::May,
        Self::Rated,
    ];

    fn year(self) -> Larkspur {
        static YEARS: OnceLock<Vec<Larkspur>> = OnceLock::new();
        let half_met = || {
            january()
                .on(date(2027, 1, 14))
                .given(DESMOND, &talk(2), we_met())
        };
        let years = || {
            vec![
                august(),
                january(),
                half_met(),
                after_mid_year(),
                may("37.5"),
                decided(),
                may("87.5"),
                rated(),
            ]
        };
        YEARS.get_or_init(years)[self as usize].clone()
    }
}

fn beginning() -> impl Strategy<Value = Beginning> {
    select(&Beginning::ALL[..])
}

/// One step as it went.
struct Moment<'a> {
    before: &'a Larkspur,
    /// `None` where nobody asked: days went by, or somebody typed.
    answer: Option<Result<Vec<Happened>, Refusal>>,
    after: &'a Larkspur,
}

impl Moment<'_> {
    fn happened(&self) -> &[Happened] {
        match &self.answer {
            Some(Ok(happened)) => happened,
            _ => &[],
        }
    }
}

/// Lives a year and shows each of its steps.
fn live(
    begins: Beginning,
    steps: &[Step],
    mut look: impl FnMut(&Moment<'_>) -> TestCaseResult,
) -> Result<Larkspur, TestCaseError> {
    let mut larkspur = begins.year();
    for (marker, step) in steps.iter().enumerate() {
        let before = larkspur.clone();
        let mut answer = None;
        match step {
            Step::Wait(days) => {
                larkspur.today = larkspur.today.checked_add(i64::from(*days).days()).unwrap()
            }
            Step::Type {
                author,
                thing,
                field,
                text,
            } => {
                let same = |draft: &Draft| {
                    draft.author == *author && draft.thing == *thing && draft.field == *field
                };
                larkspur.drafts.retain(|draft| !same(draft));
                let text = typed(text, marker, larkspur.today);
                larkspur = larkspur.draft(*author, thing, field, &text);
            }
            Step::Ask {
                actor,
                stream,
                wish,
            } => {
                let asked = larkspur.when(*actor, stream, wish.command(larkspur.today));
                for Happened { stream, event } in asked.iter().flatten() {
                    larkspur.apply(stream, event);
                }
                answer = Some(asked);
            }
        }
        look(&Moment {
            before: &before,
            answer,
            after: &larkspur,
        })?;
    }
    Ok(larkspur)
}
