//! Refusals about rationales, the rating, its receipt and the recommendation.

use super::{Case, too_long};
use crate::acts::*;
use crate::castellano::*;
use crate::larkspur::*;
use domain::professionalism::{Moment, Side};
use domain::rationale::{About, Command as Rationale};
use domain::text::{Field, LONGEST};
use domain::{Command, Happened, Kind, Refusal, Stream};
use jiff::civil::date;

fn explaining(evidence: &[Stream]) -> Result<Vec<Happened>, Refusal> {
    january().when(
        DESMOND,
        &basis(About::Instruction),
        explain(About::Instruction, evidence),
    )
}

fn explained_with(text: String) -> Result<Vec<Happened>, Refusal> {
    let (about, evidence) = (About::Instruction, vec![lesson_stream(1)]);
    let command = Rationale::Share {
        teacher: IMANI,
        year: year(),
        about,
        text,
        evidence,
    };
    january().when(
        DESMOND,
        &basis(About::Instruction),
        Command::Rationale(command),
    )
}

pub fn cases() -> Vec<Case> {
    vec![
        (
            "a rationale without words",
            Refusal::Empty {
                field: Field::Rationale,
            },
            || explained_with(" ".into()),
        ),
        (
            "a rationale longer than a book",
            Refusal::TooLong {
                field: Field::Rationale,
                longest: LONGEST,
            },
            || explained_with(too_long()),
        ),
        (
            "a rationale that rests on nothing",
            Refusal::NoEvidenceLinked,
            || explaining(&[]),
        ),
        (
            "a rationale on a lesson that was never shared",
            Refusal::EvidenceNotShared,
            || explaining(&[lesson_stream(1), lesson_stream(9)]),
        ),
        (
            "a rationale on a talk that is still to come",
            Refusal::EvidenceNotShared,
            || explaining(&[talk(2)]),
        ),
        (
            "a rationale on a letter",
            Refusal::EvidenceNotShared,
            || explaining(&[letter(1)]),
        ),
        (
            "the basis of professionalism under the name of instruction",
            Refusal::NoSuchThing,
            || {
                january().when(
                    DESMOND,
                    &basis(About::Instruction),
                    explain(About::Professionalism, &[lesson_stream(1)]),
                )
            },
        ),
        (
            "a rationale after the rating",
            Refusal::RatingShared,
            || {
                rated().when(
                    DESMOND,
                    &basis(About::Instruction),
                    explain(About::Instruction, &[lesson_stream(1)]),
                )
            },
        ),
        (
            "a rating before any rationale",
            Refusal::RationaleMissing {
                about: About::Instruction,
            },
            || january().when(DESMOND, &hers(Kind::Rating), share_rating()),
        ),
        (
            "a rating before the rationale of professionalism",
            Refusal::RationaleMissing {
                about: About::Professionalism,
            },
            || {
                january()
                    .given(
                        DESMOND,
                        &basis(About::Instruction),
                        explain(About::Instruction, &[lesson_stream(1)]),
                    )
                    .when(DESMOND, &hers(Kind::Rating), share_rating())
            },
        ),
        (
            "a rating while measures are missing",
            Refusal::NotCalculable,
            || {
                let evidence = [lesson_stream(1)];
                january()
                    .given(
                        DESMOND,
                        &basis(About::Instruction),
                        explain(About::Instruction, &evidence),
                    )
                    .given(
                        DESMOND,
                        &basis(About::Professionalism),
                        explain(About::Professionalism, &evidence),
                    )
                    .when(DESMOND, &hers(Kind::Rating), share_rating())
            },
        ),
        (
            "a rating near the cut",
            Refusal::DecisionRequired {
                lower: "A".into(),
                upper: "E".into(),
            },
            || may("37.5").when(DESMOND, &hers(Kind::Rating), share_rating()),
        ),
        ("sharing the rating twice", Refusal::RatingShared, || {
            rated().when(DESMOND, &hers(Kind::Rating), share_rating())
        }),
        (
            "a scored lesson after the rating",
            Refusal::RatingShared,
            || {
                let lesson = short_lesson(date(2027, 5, 20), &[("I.5", 7)]);
                rated().when(DESMOND, &lesson_stream(9), share_lesson(lesson))
            },
        ),
        (
            "professionalism after the rating",
            Refusal::RatingShared,
            || {
                let change = rate(Moment::EndOfYear, Side::Evaluator, levels([7; 7]));
                rated().when(DESMOND, &hers(Kind::Professionalism), change)
            },
        ),
        ("a measure after the rating", Refusal::RatingShared, || {
            rated().when(DESMOND, &hers(Kind::Measures), enter(collective("100")))
        }),
        (
            "acknowledging a rating that nobody shared",
            Refusal::NoSuchThing,
            || may("87.5").when(IMANI, &hers(Kind::Rating), acknowledge()),
        ),
        (
            "answering a rating that nobody shared",
            Refusal::NoSuchThing,
            || {
                may("87.5").when(
                    IMANI,
                    &hers(Kind::Rating),
                    answer_rating("I see it otherwise."),
                )
            },
        ),
        (
            "an answer to the rating without words",
            Refusal::Empty {
                field: Field::Answer,
            },
            || rated().when(IMANI, &hers(Kind::Rating), answer_rating("")),
        ),
        ("acknowledging twice", Refusal::AlreadyReceived, || {
            rated()
                .given(IMANI, &hers(Kind::Rating), acknowledge())
                .when(IMANI, &hers(Kind::Rating), acknowledge())
        }),
        (
            "declining after acknowledging",
            Refusal::AlreadyReceived,
            || {
                rated()
                    .given(IMANI, &hers(Kind::Rating), acknowledge())
                    .when(IMANI, &hers(Kind::Rating), decline())
            },
        ),
        (
            "recommending without reasons",
            Refusal::Empty {
                field: Field::Reason,
            },
            || january().when(DESMOND, &hers(Kind::Recommendation), renew(" ")),
        ),
        ("recommending twice", Refusal::AlreadyRecommended, || {
            rated().when(DESMOND, &hers(Kind::Recommendation), renew("Again."))
        }),
    ]
}
