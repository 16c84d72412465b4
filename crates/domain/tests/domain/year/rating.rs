//! The end of the year: rationales, the rating, its receipt and the recommendation.

use crate::acts::*;
use crate::castellano::*;
use crate::larkspur::*;
use domain::conversations::ConversationKind::EndOfYear;
use domain::professionalism::{Moment, Side};
use domain::ratings::Receipt;
use domain::ratings::calculation::{self, Missing, Outcome};
use domain::rationale::About;
use domain::today::What;
use domain::{Kind, Refusal, State};
use jiff::civil::date;
use policy::Exact;

#[test]
fn before_the_report_rationales_then_the_rating_are_owed() {
    let april = after_mid_year().on(date(2027, 4, 28)).given(
        DESMOND,
        &talk(3),
        schedule(EndOfYear, slot(date(2027, 5, 12))),
    );
    for about in About::ALL {
        assert_eq!(
            april.owes(&What::WriteRationale(about), Side::Evaluator),
            Some(date(2027, 5, 7))
        );
    }
    assert_eq!(april.owes(&What::ShareRating, Side::Evaluator), None);
    let written = may("87.5");
    assert_eq!(
        written.owes(&What::WriteRationale(About::Instruction), Side::Evaluator),
        None
    );
    assert_eq!(
        written.owes(&What::ShareRating, Side::Evaluator),
        Some(date(2027, 5, 21))
    );
}

#[test]
fn ratings_of_professionalism_stay_owed_after_the_talk_because_there_is_no_rating_without_them() {
    let held = after_mid_year()
        .on(date(2027, 4, 28))
        .given(
            DESMOND,
            &talk(3),
            schedule(EndOfYear, slot(date(2027, 5, 12))),
        )
        .on(date(2027, 5, 12))
        .given(DESMOND, &talk(3), we_met())
        .given(IMANI, &talk(3), we_met());
    let rate = What::RateProfessionalism(Moment::EndOfYear);
    assert_eq!(held.owes(&rate, Side::Evaluator), Some(date(2027, 5, 7)));
    assert_eq!(may("87.5").owes(&rate, Side::Evaluator), None);
}

#[test]
fn without_the_ratings_of_may_there_is_no_score_and_not_a_low_one() {
    let pack = adopted().pack().unwrap();
    let outcome = calculation::outcome(&january().record().rating_inputs(pack), pack);
    let Outcome::NotCalculable { missing } = outcome else {
        panic!("{outcome:?}")
    };
    assert!(missing.contains(&Missing::Professionalism));
    assert!(missing.contains(&Missing::Goals { have: 0, needed: 2 }));
    assert!(missing.contains(&Missing::Collective));
}

#[test]
fn within_two_points_of_a_cut_a_person_decides_and_nothing_can_be_shared() {
    // rating-trace.html: 10183/180 points lie 317/180 below Effective.
    let larkspur = may("37.5");
    let pack = adopted().pack().unwrap();
    let outcome = calculation::outcome(&larkspur.record().rating_inputs(pack), pack);
    let Outcome::DecisionRequired { trace, .. } = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(trace.composite.value, "10183/180".parse::<Exact>().unwrap());
    let refused = larkspur.when(DESMOND, &hers(Kind::Rating), share_rating());
    assert_eq!(
        refused,
        Err(Refusal::DecisionRequired {
            lower: "A".into(),
            upper: "E".into()
        })
    );
}

#[test]
fn the_rating_is_shared_with_every_step_and_the_pack_that_gave_it() {
    let released = rated().rating().released.unwrap();
    assert_eq!(released.rating, "E");
    // 10183/180 with 5/6 instead of 1/4 of the ten points for growth.
    assert_eq!(
        released.trace.composite.value,
        "11233/180".parse::<Exact>().unwrap()
    );
    released.trace.verify().unwrap();
    assert_eq!(released.pack_fingerprint, adopted().fingerprint);
    assert!(
        released.demo_pack,
        "the pack has values that no district confirmed"
    );
    assert_eq!((released.by, released.on), (DESMOND, date(2027, 5, 21)));
}

#[test]
fn the_teacher_receives_the_rating_within_two_school_days() {
    let rated = rated();
    assert_eq!(
        rated.owes(&What::ReceiveRating, Side::Teacher),
        Some(date(2027, 5, 25))
    );
    let received = rated
        .on(date(2027, 5, 24))
        .given(IMANI, &hers(Kind::Rating), acknowledge());
    assert_eq!(received.owes(&What::ReceiveRating, Side::Teacher), None);
    assert!(
        matches!(received.rating().receipt, Some(Receipt::Acknowledged { on, .. }) if on == date(2027, 5, 24))
    );
}

#[test]
fn declining_to_sign_is_a_receipt_too_and_the_first_one_holds() {
    let declined = rated().given(IMANI, &hers(Kind::Rating), decline());
    assert_eq!(declined.owes(&What::ReceiveRating, Side::Teacher), None);
    assert_eq!(
        declined.when(IMANI, &hers(Kind::Rating), acknowledge()),
        Err(Refusal::AlreadyReceived)
    );
    assert!(matches!(
        declined.rating().receipt,
        Some(Receipt::Declined { .. })
    ));
}

#[test]
fn an_answer_stays_beside_the_rating_before_and_after_the_receipt() {
    let answered = rated()
        .given(
            IMANI,
            &hers(Kind::Rating),
            answer_rating("I see I.6 otherwise."),
        )
        .given(IMANI, &hers(Kind::Rating), acknowledge())
        .given(
            IMANI,
            &hers(Kind::Rating),
            answer_rating("My unit plans of May are attached."),
        );
    let words: Vec<_> = answered
        .rating()
        .answers
        .into_iter()
        .map(|answer| answer.text)
        .collect();
    assert_eq!(
        words,
        ["I see I.6 otherwise.", "My unit plans of May are attached."]
    );
}

#[test]
fn the_letter_of_may_waits_for_the_rating_that_it_names_and_then_has_its_full_time() {
    let follow_up = What::SendFollowUp(EndOfYear);
    assert_eq!(may("87.5").owes(&follow_up, Side::Evaluator), None);
    // Held on 12 May, rated on Friday 21 May: two school days from then.
    let rated = rated();
    assert_eq!(
        rated.owes(&follow_up, Side::Evaluator),
        Some(date(2027, 5, 25))
    );
    let sent = rated.given(DESMOND, &letter(4), send("M14", &talk(3)));
    assert_eq!(sent.owes(&follow_up, Side::Evaluator), None);
}

#[test]
fn under_a_shared_rating_nothing_moves_that_it_rests_on() {
    let rated = rated();
    let refused = [
        rated.when(
            DESMOND,
            &lesson_stream(8),
            share_lesson(full_lesson(date(2027, 5, 20), [7; 12])),
        ),
        rated.when(DESMOND, &hers(Kind::Measures), enter(collective("100"))),
        rated.when(
            DESMOND,
            &hers(Kind::Professionalism),
            rate(Moment::EndOfYear, Side::Evaluator, levels([7; 7])),
        ),
        rated.when(
            DESMOND,
            &basis(About::Instruction),
            explain(About::Instruction, &[lesson_stream(1)]),
        ),
        rated.when(DESMOND, &hers(Kind::Rating), share_rating()),
    ];
    assert!(
        refused
            .iter()
            .all(|answer| *answer == Err(Refusal::RatingShared)),
        "{refused:?}"
    );
}

#[test]
fn a_visit_that_never_counts_is_still_welcome_after_the_rating() {
    let mut visit = short_lesson(date(2027, 5, 20), &[]);
    visit.kind = kind(false, false);
    assert!(
        rated()
            .when(DESMOND, &lesson_stream(8), share_lesson(visit))
            .is_ok()
    );
}

#[test]
fn renewal_is_owed_by_16_april_and_recommended_once_with_reasons() {
    let march = after_mid_year().on(date(2027, 3, 18));
    assert_eq!(
        march.owes(&What::Recommend, Side::Evaluator),
        Some(date(2027, 4, 16))
    );
    let recommended = march.given(
        DESMOND,
        &hers(Kind::Recommendation),
        renew("  Tasks at two levels.\r\n"),
    );
    assert_eq!(recommended.owes(&What::Recommend, Side::Evaluator), None);
    let State::Recommendation(state) = recommended.state(&hers(Kind::Recommendation)) else {
        panic!()
    };
    assert_eq!(state.renewal.unwrap().reasons, "Tasks at two levels.");
}

#[test]
fn when_all_is_done_only_what_was_promised_is_still_owed() {
    let done = rated()
        .given(IMANI, &hers(Kind::Rating), acknowledge())
        .given(DESMOND, &letter(4), send("M14", &talk(3)))
        .on(date(2027, 6, 4));
    let left: Vec<_> = done.owed().into_iter().map(|(what, ..)| what).collect();
    assert!(
        !left.is_empty()
            && left
                .iter()
                .all(|what| matches!(what, What::KeepPromise { .. })),
        "{left:?}"
    );
}
