//! Refusals of the feedback room.

use super::Case;
use crate::feedback::{answer, publishing, publishing_twice, sent};
use domain::Refusal;
use domain::feedback::{Answer, LONGEST_TEXT};
use domain::text::Field;
use jiff::civil::{Date, date};
use policy::Audience::Teachers;

const OPEN: Date = date(2026, 10, 5);

pub fn cases() -> Vec<Case> {
    vec![
        (
            "an answer before the round",
            Refusal::FeedbackNotOpen,
            || sent(date(2026, 10, 2), Teachers, false, answer(Teachers, 1, "")),
        ),
        ("a second answer", Refusal::FeedbackAnswered, || {
            sent(OPEN, Teachers, true, answer(Teachers, 1, ""))
        }),
        (
            "an answer without a mark",
            Refusal::QuestionUnanswered,
            || sent(OPEN, Teachers, false, Answer::default()),
        ),
        (
            "an answer that tells a story",
            Refusal::TooLong {
                field: Field::Feedback,
                longest: LONGEST_TEXT,
            },
            || {
                sent(
                    OPEN,
                    Teachers,
                    false,
                    answer(Teachers, 1, &"a".repeat(LONGEST_TEXT + 1)),
                )
            },
        ),
        (
            "an answer that names somebody",
            Refusal::NamesInText {
                names: "Castellano".into(),
            },
            || {
                sent(
                    OPEN,
                    Teachers,
                    false,
                    answer(Teachers, 1, "Ms Castellano was late."),
                )
            },
        ),
        (
            "a round that the pack does not ask",
            Refusal::NoSuchRound,
            || publishing(OPEN, "summer"),
        ),
        (
            "a round that is still open",
            Refusal::FeedbackNotClosed {
                date: date(2026, 10, 16),
            },
            || publishing(OPEN, "beginning"),
        ),
        (
            "a round that is published",
            Refusal::FeedbackPublished,
            publishing_twice,
        ),
    ]
}
