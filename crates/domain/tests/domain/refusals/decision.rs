//! Refusals about the decision near a cut.

use super::{Case, too_long};
use crate::acts::*;
use crate::castellano::*;
use crate::larkspur::*;
use domain::text::{Field, LONGEST};
use domain::{Happened, Kind, PersonId, Refusal, Stream};

fn two() -> [Stream; 2] {
    [lesson_stream(1), lesson_stream(3)]
}

fn deciding(rating: &str, evidence: &[Stream], reader: PersonId) -> Result<Vec<Happened>, Refusal> {
    may("37.5").when(
        RUTH,
        &hers(Kind::Decision),
        decide(rating, evidence, reader),
    )
}

fn with_reasons(text: String) -> Result<Vec<Happened>, Refusal> {
    use domain::ratings::decision::Command;
    let command = Command::Decide {
        teacher: IMANI,
        year: year(),
        rating: "E".into(),
        reasons: text,
        evidence: two().to_vec(),
        reader: ANA,
    };
    may("37.5").when(
        RUTH,
        &hers(Kind::Decision),
        domain::Command::Decision(command),
    )
}

fn confirmed() -> Larkspur {
    decided().given(ANA, &hers(Kind::Decision), confirm())
}

/// A better survey came in after the decision; the points stay within the band.
fn with_another_survey(larkspur: Larkspur) -> Larkspur {
    larkspur.given(DESMOND, &hers(Kind::Measures), enter(survey("67", 22)))
}

pub fn cases() -> Vec<Case> {
    vec![
        (
            "deciding far from any cut",
            Refusal::NothingToDecide,
            || may("87.5").when(RUTH, &hers(Kind::Decision), decide("E", &two(), ANA)),
        ),
        (
            "a decision in January, when nothing is calculated",
            Refusal::NothingToDecide,
            || january().when(RUTH, &hers(Kind::Decision), decide("E", &two(), ANA)),
        ),
        (
            "a third rating",
            Refusal::NotACandidate {
                lower: "A".into(),
                upper: "E".into(),
            },
            || deciding("D", &two(), ANA),
        ),
        (
            "a decision without reasons",
            Refusal::Empty {
                field: Field::Rationale,
            },
            || with_reasons(" \n ".into()),
        ),
        (
            "a decision whose reasons fill a book",
            Refusal::TooLong {
                field: Field::Rationale,
                longest: LONGEST,
            },
            || with_reasons(too_long()),
        ),
        (
            "a decision on one lesson",
            Refusal::TooLittleEvidence { least: 2 },
            || deciding("E", &[lesson_stream(1), lesson_stream(1)], ANA),
        ),
        (
            "a decision on a lesson that was never shared",
            Refusal::EvidenceNotShared,
            || deciding("E", &[lesson_stream(1), lesson_stream(9)], ANA),
        ),
        (
            "a second reader who decided",
            Refusal::NotASecondReader,
            || deciding("E", &two(), RUTH),
        ),
        (
            "a second reader who alone evaluates the teacher",
            Refusal::NotASecondReader,
            || deciding("E", &two(), DESMOND),
        ),
        (
            "the teacher as second reader",
            Refusal::NotASecondReader,
            || deciding("E", &two(), IMANI),
        ),
        (
            "deciding again while a decision waits",
            Refusal::DecisionWaits,
            || decided().when(RUTH, &hers(Kind::Decision), decide("A", &two(), ANA)),
        ),
        (
            "deciding again after it was confirmed",
            Refusal::DecisionConfirmed,
            || confirmed().when(RUTH, &hers(Kind::Decision), decide("A", &two(), ANA)),
        ),
        (
            "confirming one's own decision",
            Refusal::NotASecondReader,
            || decided().when(RUTH, &hers(Kind::Decision), confirm()),
        ),
        ("confirming twice", Refusal::DecisionConfirmed, || {
            confirmed().when(ANA, &hers(Kind::Decision), confirm())
        }),
        (
            "confirming what no longer rests on the same figures",
            Refusal::DecisionVoid,
            || with_another_survey(decided()).when(ANA, &hers(Kind::Decision), confirm()),
        ),
        (
            "confirming what was withdrawn",
            Refusal::NothingToDecide,
            || {
                decided()
                    .given(RUTH, &hers(Kind::Decision), withdraw("Too early."))
                    .when(ANA, &hers(Kind::Decision), confirm())
            },
        ),
        (
            "sending back without a reason",
            Refusal::Empty {
                field: Field::Reason,
            },
            || decided().when(ANA, &hers(Kind::Decision), send_back(" ")),
        ),
        (
            "sending back what one was not asked to read",
            Refusal::NotASecondReader,
            || decided().when(DESMOND, &hers(Kind::Decision), send_back("No.")),
        ),
        (
            "sending back what is confirmed",
            Refusal::NothingToDecide,
            || confirmed().when(ANA, &hers(Kind::Decision), send_back("After all.")),
        ),
        (
            "withdrawing without a reason",
            Refusal::Empty {
                field: Field::Reason,
            },
            || decided().when(RUTH, &hers(Kind::Decision), withdraw("")),
        ),
        (
            "withdrawing what is confirmed",
            Refusal::NothingToDecide,
            || confirmed().when(RUTH, &hers(Kind::Decision), withdraw("After all.")),
        ),
        (
            "sharing before the second reader has confirmed",
            Refusal::DecisionWaits,
            || decided().when(DESMOND, &hers(Kind::Rating), share_rating()),
        ),
        (
            "sharing on a decision whose figures changed",
            Refusal::DecisionVoid,
            || with_another_survey(confirmed()).when(DESMOND, &hers(Kind::Rating), share_rating()),
        ),
        (
            "sharing after the decision was sent back",
            Refusal::DecisionRequired {
                lower: "A".into(),
                upper: "E".into(),
            },
            || {
                decided()
                    .given(ANA, &hers(Kind::Decision), send_back("Too thin."))
                    .when(DESMOND, &hers(Kind::Rating), share_rating())
            },
        ),
        (
            "deciding after the rating is shared",
            Refusal::RatingShared,
            || rated().when(RUTH, &hers(Kind::Decision), decide("E", &two(), ANA)),
        ),
    ]
}
