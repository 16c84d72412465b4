//! The situations of a year follow from facts, and each says which.

use crate::acts::*;
use crate::castellano::*;
use crate::larkspur::*;
use domain::people::{Employment, PriorRating};
use domain::professionalism::{Moment, Side};
use domain::situations::{Found, Reason, Situation, at_risk, situations};
use domain::{Kind, YearId};
use jiff::civil::date;
use policy::Exact;

fn found(larkspur: &Larkspur) -> Vec<Found> {
    situations(&larkspur.record(), adopted().pack().unwrap())
}

fn names(larkspur: &Larkspur) -> Vec<Situation> {
    found(larkspur)
        .into_iter()
        .map(|found| found.situation)
        .collect()
}

fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

/// Imani with another class of employment and other ratings of earlier years.
fn employed(mut larkspur: Larkspur, employment: Employment, prior: &[(i16, &str)]) -> Larkspur {
    let imani = larkspur.directory.people.get_mut(&IMANI).unwrap();
    imani.particulars.employment = Some(employment);
    imani.prior_ratings = prior
        .iter()
        .map(|(begins, rating)| PriorRating::new(YearId::beginning_in(*begins), *rating))
        .collect();
    larkspur
}

/// One full lesson at the same level throughout, and nothing else.
fn lesson_at(level: u8) -> Larkspur {
    let larkspur = employed(larkspur(), Employment::NonProbationary, &[(2025, "E")]);
    larkspur.lesson(1, date(2026, 10, 13), [level; 12])
}

#[test]
fn on_12_january_her_status_is_in_question_and_the_page_can_say_why() {
    let larkspur = january();
    let so_far = vec![
        // 115/3 of the 70 points that have a value.
        Reason::Provisional {
            points: exact("1150/21"),
            rating: "A".into(),
        },
        // my-year-teacher.html: together 38.33 to 68.33.
        Reason::Range {
            low: exact("115/3"),
            high: exact("205/3"),
            ratings: vec!["A".into(), "E".into()],
        },
    ];
    let mut losing = vec![Reason::PriorRating {
        year: "2025-26".into(),
        rating: "A".into(),
    }];
    losing.extend(so_far.clone());
    assert_eq!(
        found(&larkspur),
        [
            Found {
                situation: Situation::LosingStatus,
                reasons: losing
            },
            Found {
                situation: Situation::AtRiskOfRating,
                reasons: so_far
            },
        ]
    );
    assert!(at_risk(&larkspur.record(), adopted().pack().unwrap()));
}

#[test]
fn what_moved_since_october_is_le_3_and_i_5() {
    let moved = domain::situations::moved_up(&january().record());
    let up = |indicator: &str| Reason::MovedUp {
        indicator: indicator.into(),
        from: 4,
        to: 5,
    };
    assert_eq!(moved, [up("I.5"), up("LE.3")]);
}

#[test]
fn before_the_first_scored_lesson_everybody_is_on_track() {
    assert_eq!(
        found(&september()),
        [Found {
            situation: Situation::OnTrack,
            reasons: vec![]
        }]
    );
}

#[test]
fn a_low_rating_last_year_alone_puts_no_status_in_question() {
    let larkspur = employed(lesson_at(5), Employment::NonProbationary, &[(2025, "A")]);
    assert_eq!(names(&larkspur), [Situation::OnTrack]);
}

#[test]
fn a_probationary_teacher_has_no_status_to_lose() {
    let larkspur = employed(january(), Employment::Probationary, &[(2025, "A")]);
    assert_eq!(names(&larkspur), [Situation::AtRiskOfRating]);
}

#[test]
fn two_effective_years_behind_a_probationary_teacher_gain_status_with_the_third() {
    let larkspur = employed(
        lesson_at(5),
        Employment::Probationary,
        &[(2024, "E"), (2025, "D")],
    );
    let behind = |year: &str, rating: &str| Reason::PriorRating {
        year: year.into(),
        rating: rating.into(),
    };
    let reasons = vec![behind("2025-26", "D"), behind("2024-25", "E")];
    assert_eq!(
        found(&larkspur),
        [Found {
            situation: Situation::GainingStatus,
            reasons
        }]
    );
    let one = employed(
        lesson_at(5),
        Employment::Probationary,
        &[(2024, "A"), (2025, "E")],
    );
    assert_eq!(names(&one), [Situation::OnTrack]);
}

#[test]
fn two_levels_apart_is_a_disagreement_and_one_is_not() {
    let professionalism = hers(Kind::Professionalism);
    let apart = |own| {
        lesson_at(5)
            .given(
                DESMOND,
                &professionalism,
                rate(Moment::MidYear, Side::Evaluator, levels([5; 7])),
            )
            .given(
                IMANI,
                &professionalism,
                rate(
                    Moment::MidYear,
                    Side::Teacher,
                    levels([5, own, 5, 5, 5, 5, 5]),
                ),
            )
    };
    assert_eq!(names(&apart(6)), [Situation::OnTrack]);
    let reasons = vec![Reason::RatingsDiffer {
        indicator: "P.2".into(),
        teacher: 7,
        evaluator: 5,
    }];
    assert_eq!(
        found(&apart(7)),
        [Found {
            situation: Situation::Disagreement,
            reasons
        }]
    );
}

#[test]
fn the_latest_moment_decides_whether_they_disagree() {
    let professionalism = hers(Kind::Professionalism);
    let larkspur = lesson_at(5)
        .given(
            DESMOND,
            &professionalism,
            rate(Moment::MidYear, Side::Evaluator, levels([4; 7])),
        )
        .given(
            IMANI,
            &professionalism,
            rate(Moment::MidYear, Side::Teacher, levels([6; 7])),
        )
        .given(
            DESMOND,
            &professionalism,
            rate(Moment::EndOfYear, Side::Evaluator, levels([6; 7])),
        )
        .given(
            IMANI,
            &professionalism,
            rate(Moment::EndOfYear, Side::Teacher, levels([6; 7])),
        );
    assert!(!names(&larkspur).contains(&Situation::Disagreement));
}

#[test]
fn the_upper_half_of_effective_is_strong_and_an_indicator_that_rose_is_growing() {
    // 6 of 7 is 83 1/3 points, 5 of 7 is 66 2/3, and the half lies at 70 5/6.
    assert_eq!(names(&lesson_at(6)), [Situation::Strong]);
    assert_eq!(names(&lesson_at(5)), [Situation::OnTrack]);
    let rose = lesson_at(5).given(
        DESMOND,
        &lesson_stream(2),
        share_lesson(short_lesson(date(2026, 12, 8), &[("I.5", 6)])),
    );
    let reasons = vec![Reason::MovedUp {
        indicator: "I.5".into(),
        from: 5,
        to: 6,
    }];
    assert_eq!(
        found(&rose),
        [Found {
            situation: Situation::Growing,
            reasons
        }]
    );
}

#[test]
fn praise_does_not_stand_beside_a_risk() {
    let risen = lesson_at(3).given(
        DESMOND,
        &lesson_stream(2),
        share_lesson(short_lesson(date(2026, 12, 8), &[("I.5", 4)])),
    );
    assert_eq!(names(&risen), [Situation::AtRiskOfRating]);
}
