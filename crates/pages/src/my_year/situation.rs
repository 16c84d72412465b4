//! The situation of a year and why the program says so: the same words for the teacher and for whoever evaluates.

use super::rating_so_far::{points, rating_name};
use crate::components::{Shape, Tone, disclosure, rows, small, state};
use domain::situations::{Found, Reason, Situation, situations};
use domain::{YearId, YearRecord};
use maud::{Markup, html};
use policy::Pack;
use words::Words;

/// The mark of a situation: a shape and its word.
pub fn mark(words: Words, situation: Situation) -> Markup {
    let (shape, tone) = match situation {
        Situation::LosingStatus => (Shape::HalfDiamond, Tone::Soon),
        Situation::AtRiskOfRating => (Shape::Diamond, Tone::Soon),
        Situation::Disagreement => (Shape::Half, Tone::Plain),
        Situation::GainingStatus | Situation::Growing => (Shape::Rising, Tone::Plain),
        Situation::Strong => (Shape::Dotted, Tone::Plain),
        Situation::OnTrack => (Shape::Disc, Tone::Plain),
    };
    state(
        shape,
        tone,
        words.say(&format!("situation-{}", situation.as_str())),
    )
}

/// The situations that still say something: what was possible is not said any more once the rating is shared.
pub fn today(record: &YearRecord, pack: &Pack) -> Vec<Found> {
    let mut found = situations(record, pack);
    if record.rating.released.is_some() {
        found.retain(|it| it.situation != Situation::AtRiskOfRating);
    }
    found
}

/// Every situation with its reasons behind a disclosure.
pub fn with_reasons(words: Words, record: &YearRecord, pack: &Pack) -> Markup {
    let found = today(record, pack);
    html! {
        @for found in &found {
            div {
                p { (mark(words, found.situation)) }
                (reasons(words, pack, found))
            }
        }
        (small(words.say("situation-computed")))
    }
}

fn reasons(words: Words, pack: &Pack, found: &Found) -> Markup {
    if found.reasons.is_empty() {
        return html! {};
    }
    disclosure(
        words.say("situation-why"),
        rows(
            found
                .reasons
                .iter()
                .map(|reason| html! { (sentence(words, pack, reason)) }),
        ),
    )
}

/// A reason as a sentence.
pub fn sentence(words: Words, pack: &Pack, reason: &Reason) -> String {
    match reason {
        Reason::PriorRating { year, rating } => {
            let year = year
                .parse::<YearId>()
                .map_or_else(|_| year.clone(), |year| year.to_string());
            words.with(
                "reason-prior-rating",
                &[
                    ("year", year.into()),
                    ("rating", rating_name(words, pack, rating).into()),
                ],
            )
        }
        Reason::Provisional {
            points: value,
            rating,
        } => words.with(
            "reason-provisional",
            &[
                ("points", points(pack, value).into()),
                ("rating", rating_name(words, pack, rating).into()),
            ],
        ),
        Reason::Range { low, high, ratings } if low == high => {
            let names: Vec<String> = ratings
                .iter()
                .map(|rating| rating_name(words, pack, rating))
                .collect();
            words.with(
                "reason-complete",
                &[
                    ("points", points(pack, low).into()),
                    ("ratings", words.list_or(&names).into()),
                ],
            )
        }
        Reason::Range { low, high, ratings } => {
            let names: Vec<String> = ratings
                .iter()
                .map(|rating| rating_name(words, pack, rating))
                .collect();
            words.with(
                "reason-range",
                &[
                    ("low", points(pack, low).into()),
                    ("high", points(pack, high).into()),
                    ("ratings", words.list_or(&names).into()),
                ],
            )
        }
        Reason::RatingsDiffer {
            indicator,
            teacher,
            evaluator,
        } => words.with(
            "reason-ratings-differ",
            &[
                ("indicator", indicator.into()),
                ("teacher", u32::from(*teacher).into()),
                ("evaluator", u32::from(*evaluator).into()),
            ],
        ),
        Reason::MovedUp {
            indicator,
            from,
            to,
        } => words.with(
            "reason-moved-up",
            &[
                ("indicator", indicator.into()),
                ("from", u32::from(*from).into()),
                ("to", u32::from(*to).into()),
            ],
        ),
    }
}
