//! Which letter fits: by what it follows and by the situations, the gravest first.

use crate::acts::*;
use crate::castellano::*;
use crate::larkspur::*;
use domain::messages::{Fitting, fitting, needs_hr_review};
use domain::people::Employment;
use domain::situations::{may_be_brief, proposed_length};
use domain::{Kind, Stream};
use jiff::civil::date;
use policy::{ConversationKind, Length};

fn id(larkspur: &Larkspur, follows: &Stream) -> &'static str {
    match fitting(&larkspur.record(), adopted().pack().unwrap(), follows) {
        Fitting::Message(message) => &message.id,
        Fitting::WaitsForRating => "waits",
        Fitting::Nothing => "nothing",
    }
}

/// Imani without the low year behind her, or in another class of employment.
fn with_prior(mut larkspur: Larkspur, prior: &str) -> Larkspur {
    let imani = larkspur.directory.people.get_mut(&IMANI).unwrap();
    imani.prior_ratings[0].rating = Some(prior.into());
    larkspur
}

#[test]
fn before_a_conversation_its_invitation_fits_and_afterwards_the_follow_up() {
    let before = with_prior(january(), "E");
    assert_eq!(id(&before, &talk(2)), "M05");
    assert_eq!(id(&with_prior(after_mid_year(), "E"), &talk(2)), "M08");
    assert_eq!(id(&september(), &talk(1)), "M03");
}

#[test]
fn where_status_is_at_stake_the_letter_waits_for_the_hr_partner() {
    let larkspur = after_mid_year();
    assert_eq!(id(&larkspur, &talk(2)), "M10");
    let pack = adopted().pack().unwrap();
    assert!(needs_hr_review(pack.message("M10").unwrap()));
    assert!(!needs_hr_review(pack.message("M08").unwrap()));
}

#[test]
fn with_nothing_in_question_the_plain_follow_up_fits() {
    let larkspur = larkspur()
        .lesson(1, date(2026, 10, 13), [6; 12])
        .on(date(2027, 1, 8))
        .given(
            DESMOND,
            &talk(2),
            schedule(ConversationKind::MidYear, slot(date(2027, 1, 14))),
        )
        .on(date(2027, 1, 14))
        .given(DESMOND, &talk(2), we_met())
        .given(IMANI, &talk(2), we_met());
    assert_eq!(id(&larkspur, &talk(2)), "M07");
    assert_eq!(id(&larkspur, &lesson_stream(1)), "M04");
}

#[test]
fn what_is_not_there_or_was_called_off_has_no_letter() {
    let larkspur = january();
    assert_eq!(id(&larkspur, &talk(9)), "nothing");
    assert_eq!(id(&larkspur, &hers(Kind::Rating)), "nothing");
    assert_eq!(
        id(&larkspur.given(DESMOND, &talk(2), cancel()), &talk(2)),
        "nothing"
    );
}

#[test]
fn the_rating_chooses_the_end_of_year_letter() {
    let rated = |larkspur: Larkspur, rating: &str, employment| {
        let mut larkspur = larkspur;
        let imani = larkspur.directory.people.get_mut(&IMANI).unwrap();
        imani.particulars.employment = Some(employment);
        let (version, state) = larkspur.states[&hers(Kind::Rating)].clone();
        let domain::State::Rating(mut state) = state else {
            panic!("a rating")
        };
        state.released.as_mut().unwrap().rating = rating.into();
        larkspur
            .states
            .insert(hers(Kind::Rating), (version, domain::State::Rating(state)));
        larkspur
    };
    let may = crate::castellano::rated();
    let permanent = Employment::NonProbationary;
    assert_eq!(id(&rated(may.clone(), "E", permanent), &talk(3)), "M14");
    assert_eq!(id(&rated(may.clone(), "A", permanent), &talk(3)), "M16");
    assert_eq!(
        id(&rated(may.clone(), "A", Employment::Probationary), &talk(3)),
        "M15"
    );
    assert_eq!(
        id(
            &rated(with_prior(may.clone(), "E"), "NM", permanent),
            &talk(3)
        ),
        "M15"
    );
    assert_eq!(id(&may, &hers(Kind::Rating)), "M22");
    let mut unrated = may;
    unrated.states.remove(&hers(Kind::Rating));
    assert_eq!(id(&unrated, &talk(3)), "waits");
}

#[test]
fn the_longer_form_is_proposed_where_something_is_in_question_and_the_short_one_where_nothing_is() {
    let pack = adopted().pack().unwrap();
    let risk = january().record();
    assert_eq!(proposed_length(&risk, pack), Length::Extended);
    assert!(!may_be_brief(&risk, pack));
    let calm = larkspur().lesson(1, date(2026, 10, 13), [6; 12]).record();
    assert_eq!(proposed_length(&calm, pack), Length::Standard);
    assert!(may_be_brief(&calm, pack));
}
