//! Refusals about the status and about ratings of earlier years.

use super::{Case, too_long};
use crate::acts::*;
use crate::castellano::january;
use crate::larkspur::*;
use crate::status::import::{apply, file, row};
use domain::people::Service;
use domain::text::{Field, LONGEST};
use domain::{Happened, Kind, Refusal};

fn stating(larkspur: &Larkspur, note: &str) -> Result<Vec<Happened>, Refusal> {
    larkspur.when(ANA, &hers(Kind::Status), state_status(note))
}

pub fn cases() -> Vec<Case> {
    vec![
        (
            "a status of somebody whose class HR never gave",
            Refusal::StatusClassUnknown,
            || {
                let mut larkspur = january();
                let imani = larkspur.directory.people.get_mut(&IMANI).unwrap();
                imani.particulars.employment = None;
                stating(&larkspur, "")
            },
        ),
        (
            "a status over a year of which nothing is known",
            Refusal::StatusYearsMissing {
                years: "2023-24, 2024-25".into(),
            },
            || {
                let mut larkspur = january();
                let imani = larkspur.directory.people.get_mut(&IMANI).unwrap();
                imani.prior_ratings.push(domain::people::PriorRating::new(
                    "2022-23".parse().unwrap(),
                    "E",
                ));
                stating(&larkspur, "")
            },
        ),
        (
            "the same status stated twice",
            Refusal::StatusAlreadyStated,
            || {
                let stated = january().given(ANA, &hers(Kind::Status), state_status(""));
                stating(&stated, "Once more.")
            },
        ),
        (
            "a statement with a note longer than a book",
            Refusal::TooLong {
                field: Field::Note,
                longest: LONGEST,
            },
            || stating(&january(), &too_long()),
        ),
        (
            "an answer to a status that nobody stated",
            Refusal::NoSuchThing,
            || {
                january().when(
                    IMANI,
                    &hers(Kind::Status),
                    answer_status("I see it otherwise."),
                )
            },
        ),
        (
            "an answer to the status without words",
            Refusal::Empty {
                field: Field::Answer,
            },
            || {
                january()
                    .given(ANA, &hers(Kind::Status), state_status(""))
                    .when(IMANI, &hers(Kind::Status), answer_status(" "))
            },
        ),
        (
            "ratings of a file that names a stranger",
            Refusal::EarlierRatingsHaveErrors { errors: 1 },
            || {
                apply(
                    &january(),
                    file(vec![row("E-99", "2024-25", Some("E"))]),
                    false,
                )
            },
        ),
        (
            "ratings of a file that contradicts an earlier one",
            Refusal::EarlierRatingsReplace { count: 1 },
            || {
                apply(
                    &january(),
                    file(vec![row("E-1", "2025-26", Some("E"))]),
                    false,
                )
            },
        ),
        (
            "ratings of a file under another file's name",
            Refusal::NoSuchThing,
            || {
                let mut sent = file(vec![row("E-1", "2024-25", Some("E"))]);
                sent.rows[0].service = Service::Late;
                let stream = sent.stream();
                sent.fingerprint = "another".into();
                january().when(
                    ANA,
                    &stream,
                    domain::Command::EarlierRatings(domain::status::earlier::Command::Apply {
                        file: Box::new(sent),
                        confirmed: false,
                    }),
                )
            },
        ),
    ]
}
