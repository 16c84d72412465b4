//! A status is stated by a person, kept as it was computed then, and answered; it is a record of its own (ST9).

use super::at_risk;
use crate::acts::*;
use crate::castellano::{january, rated};
use crate::larkspur::*;
use domain::status::{Standing, Status};
use domain::{Kind, State, YearId};

fn status(larkspur: &Larkspur) -> Status {
    larkspur.record().status
}

#[test]
fn the_statement_keeps_trace_note_and_pack_and_the_teacher_may_answer() {
    let stated = january().given(
        ANA,
        &hers(Kind::Status),
        state_status(" Call me any time. "),
    );
    let statement = status(&stated).latest().unwrap().clone();
    assert_eq!(statement.trace.standing, at_risk(2025));
    assert_eq!(statement.note, "Call me any time.");
    assert_eq!(statement.pack_fingerprint, adopted().fingerprint);
    assert_eq!((statement.by, statement.on), (ANA, stated.today));
    let answered = stated.given(IMANI, &hers(Kind::Status), answer_status("I was on leave."));
    assert_eq!(status(&answered).answers[0].text, "I was on leave.");
    assert_eq!(status(&answered).about(), Some((IMANI, year())));
}

#[test]
fn a_new_fact_allows_a_new_statement_and_the_first_one_stays() {
    let mut larkspur = january().given(ANA, &hers(Kind::Status), state_status(""));
    let imani = larkspur.directory.people.get_mut(&IMANI).unwrap();
    imani.prior_ratings[0].rating = Some("E".into());
    let corrected = larkspur.given(
        ANA,
        &hers(Kind::Status),
        state_status("HR's file was wrong."),
    );
    let status = status(&corrected);
    assert_eq!(status.stated[0].trace.standing, at_risk(2025));
    assert_eq!(
        status.latest().unwrap().trace.standing,
        Standing::NonProbationary
    );
}

#[test]
fn nothing_flips_by_itself_rating_status_and_recommendation_are_three_records() {
    // A shared rating changes what the status comes to, and states nothing.
    let shared = rated();
    assert_eq!(status(&shared), Status::default());
    let (rating, recommendation) = (
        shared.state(&hers(Kind::Rating)),
        shared.state(&hers(Kind::Recommendation)),
    );
    let stated = shared.given(ANA, &hers(Kind::Status), state_status(""));
    assert_eq!(stated.state(&hers(Kind::Rating)), rating);
    assert_eq!(stated.state(&hers(Kind::Recommendation)), recommendation);
    let person = stated.directory.person(IMANI).unwrap();
    assert_eq!(
        person.particulars.employment,
        Some(domain::people::Employment::NonProbationary),
        "HR's class stays HR's"
    );
}

#[test]
fn a_rating_shared_in_an_earlier_year_counts_as_the_records_own() {
    let State::Rating(mut rating) = rated().state(&hers(Kind::Rating)) else {
        panic!("no rating");
    };
    let before = YearId::beginning_in(2025);
    rating.year = Some(before.clone());
    rating.released.as_mut().unwrap().rating = "E".into();
    let mut record = january().record();
    let stream = domain::Stream::of_year(Kind::Rating, IMANI, &before);
    record.add(stream, 1, State::Rating(rating));
    assert_eq!(record.prior_rating(), Some("E"), "the file said A");
    assert!(record.rating.released.is_none());
    let trace = domain::status::Course::of(&record).trace(super::pack());
    assert_eq!(trace.standing, Standing::NonProbationary);
}
