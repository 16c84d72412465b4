//! Conversations: what is said in them reaches the record when both have met; promises and letters follow.

use crate::acts::*;
use crate::castellano::*;
use crate::larkspur::*;
use domain::conversations::ConversationKind::MidYear;
use domain::professionalism::Side;
use domain::today::What;
use domain::{Event, Happened, Refusal, State, conversations, today};
use jiff::civil::{Date, date};

#[test]
fn notes_and_promises_reach_the_record_only_with_the_second_we_met() {
    let larkspur = january()
        .on(date(2027, 1, 14))
        .draft(DESMOND, &talk(2), "note.1", "  Strength: I.5.  ")
        .draft(IMANI, &talk(2), "note.2", " ")
        .given(DESMOND, &talk(2), we_met());
    let first = larkspur.talk(2);
    assert!(!first.is_held() && first.notes.is_empty() && first.promises.is_empty());
    assert_eq!(
        larkspur.owes(&What::ConfirmMet(MidYear), Side::Teacher),
        Some(date(2027, 1, 14))
    );
    assert_eq!(
        larkspur.owes(&What::ConfirmMet(MidYear), Side::Evaluator),
        None
    );

    let both = larkspur.given(IMANI, &talk(2), we_met()).talk(2);
    let notes: Vec<_> = both
        .notes
        .iter()
        .map(|note| (note.by, note.text.as_str()))
        .collect();
    assert_eq!(notes, [(DESMOND, "Strength: I.5.")]);
    assert_eq!(both.held_on, Some(date(2027, 1, 14)));
}

#[test]
fn saying_we_met_twice_changes_nothing() {
    let larkspur = january()
        .on(date(2027, 1, 14))
        .given(DESMOND, &talk(2), we_met());
    assert_eq!(larkspur.when(DESMOND, &talk(2), we_met()), Ok(vec![]));
}

#[test]
fn a_talk_confirmed_a_week_later_was_held_on_its_own_day() {
    let larkspur = january()
        .without_earlier_years()
        .on(date(2027, 1, 14))
        .given(DESMOND, &talk(2), we_met())
        .on(date(2027, 1, 21));
    assert_eq!(
        larkspur.owes(&What::ConfirmMet(MidYear), Side::Teacher),
        Some(date(2027, 1, 14))
    );
    let held = larkspur.given(IMANI, &talk(2), we_met());
    assert_eq!(held.talk(2).held_on, Some(date(2027, 1, 14)));
    assert_eq!(
        held.owes(&What::SendFollowUp(MidYear), Side::Evaluator),
        Some(date(2027, 1, 15))
    );
}

#[test]
fn what_is_neither_a_note_nor_a_promise_stays_private() {
    let held = after_mid_year();
    let written = serde_json::to_string(&held.state(&talk(2))).unwrap();
    assert!(written.contains("To change: I.6"));
    assert!(!written.contains("Ask HR"));
}

#[test]
fn notes_of_another_talk_or_of_somebody_else_stay_out() {
    let held = january()
        .on(date(2027, 1, 14))
        .draft(DESMOND, &talk(9), "note.1", "About somebody else.")
        .draft(RUTH, &talk(2), "note.1", "The principal's own.")
        .draft(
            RUTH,
            &talk(2),
            "promise.1",
            &promise(
                conversations::Whose::Teacher,
                "Not agreed.",
                date(2027, 2, 1),
            ),
        )
        .given(DESMOND, &talk(2), we_met())
        .given(IMANI, &talk(2), we_met())
        .talk(2);
    assert_eq!((held.notes, held.promises), (vec![], vec![]));
}

#[test]
fn a_promise_begins_open_whatever_its_working_text_says() {
    let kept = r#"{"whose":"both","what":"Plan a unit","by":"2027-02-12","kept":"2027-01-01"}"#;
    let held = january()
        .on(date(2027, 1, 14))
        .draft(IMANI, &talk(2), "promise.1", kept)
        .given(DESMOND, &talk(2), we_met())
        .given(IMANI, &talk(2), we_met());
    assert_eq!(held.talk(2).promises[0].kept, None);
    let promise = What::KeepPromise {
        number: 0,
        what: "Plan a unit".into(),
    };
    assert_eq!(held.owes(&promise, Side::Teacher), Some(date(2027, 2, 12)));
    assert_eq!(
        held.owes(&promise, Side::Evaluator),
        Some(date(2027, 2, 12))
    );
}

#[test]
fn open_promises_are_carried_from_talk_to_talk_until_kept_or_moved() {
    let open = |larkspur: &Larkspur| -> Vec<(u128, usize, Date)> {
        let record = larkspur.record();
        let number = |stream: &domain::Stream| if *stream == talk(1) { 1 } else { 2 };
        record
            .open_promises()
            .into_iter()
            .map(|(stream, n, promise)| (number(stream), n, promise.by))
            .collect()
    };
    let after = after_mid_year();
    let (coach, tasks, unit) = (date(2026, 12, 18), date(2027, 1, 14), date(2027, 2, 12));
    assert_eq!(open(&after), [(1, 0, coach), (1, 1, tasks), (2, 0, unit)]);

    let moved = after.given(DESMOND, &talk(1), postpone(0, date(2027, 3, 5)));
    assert_eq!(
        open(&moved),
        [(1, 1, tasks), (2, 0, unit), (1, 0, date(2027, 3, 5))]
    );
    let kept = moved.given(IMANI, &talk(2), keep(0));
    assert_eq!(open(&kept), [(1, 1, tasks), (1, 0, date(2027, 3, 5))]);
}

#[test]
fn a_letter_that_hr_must_read_first_is_owed_by_nobody_yet() {
    // Her status is in question, so M10 fits (`leap.md` 8), and its review is not part of the program yet.
    let held = after_mid_year();
    assert_eq!(
        held.owes(&What::SendFollowUp(MidYear), Side::Evaluator),
        None
    );
}

#[test]
fn the_invitation_is_not_the_follow_up() {
    let held = after_mid_year().without_earlier_years();
    // At risk: one school day (`leap.md` 6.3).
    assert_eq!(
        held.owes(&What::SendFollowUp(MidYear), Side::Evaluator),
        Some(date(2027, 1, 15))
    );
    let sent = held
        .on(date(2027, 1, 15))
        .given(DESMOND, &letter(3), send("M08", &talk(2)));
    assert_eq!(
        sent.owes(&What::SendFollowUp(MidYear), Side::Evaluator),
        None
    );
}

#[test]
fn a_second_talk_of_the_kind_does_not_settle_the_letter_that_the_first_one_owes() {
    let again = after_mid_year().without_earlier_years().given(
        DESMOND,
        &talk(4),
        schedule(MidYear, slot(date(2027, 1, 28))),
    );
    let owed = again.owes(&What::SendFollowUp(MidYear), Side::Evaluator);
    assert_eq!(owed, Some(date(2027, 1, 15)));
}

#[test]
fn a_letter_goes_out_once() {
    let sent = after_mid_year().given(DESMOND, &letter(3), send("M08", &talk(2)));
    assert_eq!(
        sent.when(DESMOND, &letter(3), send("M08", &talk(2))),
        Err(Refusal::AlreadySent)
    );
    assert_eq!(
        sent.when(DESMOND, &letter(4), send("M08", &talk(2))),
        Err(Refusal::AlreadySent)
    );
    let kept = match sent.state(&letter(3)) {
        State::Message(message) => message.sent.unwrap(),
        other => panic!("not a message: {other:?}"),
    };
    assert_eq!(
        (kept.template.as_str(), kept.body.as_str()),
        ("M08", "What we agreed, in full.")
    );
}

#[test]
fn moving_a_talk_raises_its_number_and_a_cancelled_one_can_be_scheduled_anew() {
    let moved = january().given(DESMOND, &talk(2), move_to(slot(date(2027, 1, 20))));
    assert_eq!(moved.talk(2).sequence, 1);
    let cancelled = moved.given(DESMOND, &talk(2), cancel());
    assert_eq!(cancelled.talk(2).sequence, 2);
    assert_eq!(
        cancelled.owes(&What::Schedule(MidYear), Side::Evaluator),
        Some(date(2027, 2, 26))
    );
    let again = cancelled.given(
        DESMOND,
        &talk(4),
        schedule(MidYear, slot(date(2027, 1, 21))),
    );
    assert_eq!(
        again.owes(&What::Meet(MidYear), Side::Teacher),
        Some(date(2027, 1, 21))
    );
}

#[test]
fn the_second_we_met_is_two_events_and_the_first_is_one() {
    let kinds = |happened: Vec<Happened>| -> Vec<String> {
        happened
            .into_iter()
            .map(|happened| happened.event.write().unwrap().0)
            .collect()
    };
    let day = january().on(date(2027, 1, 14));
    assert_eq!(
        kinds(day.when(IMANI, &talk(2), we_met()).unwrap()),
        ["conversation.we_met"]
    );
    assert_eq!(today::said(&day.talk(2), Side::Teacher), None);
    let second = day
        .given(IMANI, &talk(2), we_met())
        .when(DESMOND, &talk(2), we_met())
        .unwrap();
    assert!(matches!(
        second[0].event,
        Event::Conversation(conversations::Event::WeMet { .. })
    ));
    assert_eq!(kinds(second), ["conversation.we_met", "conversation.held"]);
}
