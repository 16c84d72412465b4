//! One year of one teacher, from the first talk to an acknowledged rating, as the people of Larkspur live it.

use crate::acts::*;
use crate::castellano::*;
use crate::larkspur::*;
use domain::conversations::ConversationKind::{Beginning, EndOfYear, MidYear};
use domain::professionalism::{Moment, Side};
use domain::ratings::Receipt;
use domain::ratings::calculation::{self, Missing, Outcome};
use domain::rationale::About;
use domain::today::{Need, What, needs};
use domain::{Event, Happened, Kind, Refusal, State, conversations, today};
use jiff::civil::{Date, date};
use policy::Exact;

impl Larkspur {
    fn needs(&self) -> Vec<Need> {
        needs(
            &self.record(),
            adopted().pack().unwrap(),
            &calendar(),
            self.today,
        )
    }

    /// What is owed, by whom and when, without the things.
    fn owed(&self) -> Vec<(What, Side, Date)> {
        self.needs()
            .into_iter()
            .map(|need| (need.what, need.who, need.due))
            .collect()
    }

    fn owes(&self, what: &What, who: Side) -> Option<Date> {
        self.owed()
            .into_iter()
            .find(|(owed, by, _)| owed == what && *by == who)
            .map(|(.., due)| due)
    }

    fn rating(&self) -> domain::ratings::Rating {
        match self.state(&hers(Kind::Rating)) {
            State::Rating(rating) => rating,
            other => panic!("not a rating: {other:?}"),
        }
    }

    fn talk(&self, n: u128) -> conversations::Conversation {
        match self.state(&talk(n)) {
            State::Conversation(talk) => talk,
            other => panic!("not a conversation: {other:?}"),
        }
    }
}

#[test]
fn in_august_the_beginning_conversation_is_owed_by_2_october_and_nothing_else() {
    let owed = august().owed();
    assert_eq!(
        owed,
        [(
            What::Schedule(Beginning),
            Side::Evaluator,
            date(2026, 10, 2)
        )]
    );
}

#[test]
fn before_its_window_opens_a_conversation_is_not_owed() {
    let larkspur = september();
    assert_eq!(
        larkspur.owes(&What::Schedule(MidYear), Side::Evaluator),
        None
    );
    let december = larkspur.on(date(2026, 12, 14));
    assert_eq!(
        december.owes(&What::Schedule(MidYear), Side::Evaluator),
        Some(date(2027, 2, 26))
    );
}

#[test]
fn a_cycle_without_a_scored_lesson_is_owed_and_stays_when_late() {
    let september = september();
    assert_eq!(
        september.owes(&What::Observe, Side::Evaluator),
        Some(date(2026, 11, 13))
    );
    let late = september.on(date(2027, 1, 12));
    let observe: Vec<_> = late
        .needs()
        .into_iter()
        .filter(|need| need.what == What::Observe)
        .collect();
    let due: Vec<_> = observe
        .iter()
        .map(|need| (need.due, need.is_late(late.today)))
        .collect();
    assert_eq!(
        due,
        [(date(2026, 11, 13), true), (date(2027, 2, 12), false)]
    );
}

#[test]
fn an_informal_visit_does_not_settle_a_cycle() {
    let mut visit = short_lesson(date(2026, 9, 29), &[]);
    visit.kind = kind(false, false);
    let larkspur = september().given(DESMOND, &lesson_stream(9), share_lesson(visit));
    assert_eq!(
        larkspur.owes(&What::Observe, Side::Evaluator),
        Some(date(2026, 11, 13))
    );
}

#[test]
fn on_12_january_everybody_knows_what_is_owed_by_when() {
    let promise = |number, what: &str| What::KeepPromise {
        number,
        what: what.into(),
    };
    let owed = january().owed();
    assert_eq!(
        owed,
        [
            (
                promise(0, "Two visits of the maths coach"),
                Side::Evaluator,
                date(2026, 12, 18)
            ),
            (What::Prepare(MidYear), Side::Teacher, date(2027, 1, 12)),
            (What::Meet(MidYear), Side::Evaluator, date(2027, 1, 14)),
            (What::Meet(MidYear), Side::Teacher, date(2027, 1, 14)),
            (
                promise(1, "Two tasks at different levels in each unit plan"),
                Side::Teacher,
                date(2027, 1, 14)
            ),
        ]
    );
}

#[test]
fn a_need_names_the_thing_that_it_is_about() {
    let larkspur = january();
    for need in larkspur.needs() {
        let expected = match need.what {
            What::KeepPromise { .. } => talk(1),
            _ => talk(2),
        };
        assert_eq!(need.thing, Some(expected), "{:?}", need.what);
    }
}

#[test]
fn professionalism_is_owed_by_both_sides_three_school_days_before_the_talk() {
    let larkspur = september().on(date(2027, 1, 4)).given(
        DESMOND,
        &talk(2),
        schedule(MidYear, slot(date(2027, 1, 14))),
    );
    assert_eq!(
        larkspur.owes(&What::RateSelf(Moment::MidYear), Side::Teacher),
        Some(date(2027, 1, 11))
    );
    assert_eq!(
        larkspur.owes(&What::RateProfessionalism(Moment::MidYear), Side::Evaluator),
        Some(date(2027, 1, 11))
    );
}

#[test]
fn each_indicator_stands_where_its_last_lesson_left_it() {
    let record = january().record();
    let standing = record.standing();
    let latest: Vec<u8> = standing
        .values()
        .filter_map(|levels| Some(levels.last()?.score))
        .collect();
    // In the order of the ids: I.1 to I.8, LE.1 to LE.4.
    assert_eq!(latest, [5, 4, 5, 4, 5, 3, 4, 5, 5, 5, 5, 5]);
    let i5: Vec<_> = standing["I.5"]
        .iter()
        .map(|level| (level.on, level.score))
        .collect();
    assert_eq!(i5, [(date(2026, 10, 13), 4), (date(2026, 12, 8), 5)]);
}

#[test]
fn the_last_contact_is_the_latest_lesson_talk_or_letter() {
    let contact = |larkspur: Larkspur| larkspur.record().last_contact();
    assert_eq!(contact(august()), None);
    assert_eq!(
        contact(september()),
        Some((date(2026, 9, 30), Kind::Message))
    );
    assert_eq!(contact(january()), Some((date(2027, 1, 7), Kind::Message)));
    assert_eq!(
        contact(after_mid_year()),
        Some((date(2027, 1, 14), Kind::Conversation))
    );
    // Held and written on one day is one contact; the lesson of 16 March counts on its own day, not on that of sharing.
    let march = may("87.5").record();
    assert_eq!(
        march.last_contact(),
        Some((date(2027, 5, 12), Kind::Conversation))
    );
}

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
fn the_invitation_is_not_the_follow_up() {
    let held = after_mid_year();
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
