//! The laws that hold in every year.

use super::wishes::{Step, Wish, a_draft, steps};
use super::{Beginning, Moment, beginning, cases, live};
use crate::acts::{talk, we_met};
use crate::larkspur::*;
use domain::conversations::{Event as Talk, NOTE_FIELD, PROMISE_FIELD};
use domain::messages::{Fitting, fitting};
use domain::professionalism::{Event as Professionalism, Moment as Rated, Side};
use domain::ratings::Event as Rating;
use domain::ratings::calculation::outcome;
use domain::rationale::About;
use domain::situations::{Situation, situations};
use domain::thing::EVENT_VERSION;
use domain::today::{Need, What, needs};
use domain::{Event, Happened, State, Stream};
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestCaseResult, TestRunner};
use std::collections::{BTreeMap, BTreeSet};

fn owed(larkspur: &Larkspur) -> Vec<Need> {
    needs(
        &larkspur.record(),
        adopted().pack().unwrap(),
        &calendar(),
        larkspur.today,
    )
}

fn text(event: &Event) -> String {
    event.write().unwrap().1.to_string()
}

/// Everything that a shared rating rests on, and what it gives. A visit that never counts is no part of it.
fn basis(larkspur: &Larkspur) -> impl PartialEq + use<> {
    let (record, pack) = (larkspur.record(), adopted().pack().unwrap());
    let texts = About::ALL.map(|about| record.rationale(about).cloned());
    let mut inputs = record.rating_inputs(pack);
    let outcome = outcome(&inputs, pack);
    let counts = |kind: &str| {
        pack.framework
            .observation_kind(kind)
            .is_some_and(|kind| kind.scored)
    };
    inputs
        .observations
        .retain(|observed| counts(&observed.kind));
    (record.rating.released, inputs, outcome, texts)
}

/// What is owed, apart from its date, which a move may change; each learning cycle is a thing of its own.
type Owed = (What, Side, Option<Stream>, Option<Date>);

fn late(larkspur: &Larkspur) -> BTreeSet<Owed> {
    let late = owed(larkspur)
        .into_iter()
        .filter(|need| need.is_late(larkspur.today));
    late.map(identity).collect()
}

fn identity(need: Need) -> Owed {
    let cycle = (need.what == What::Observe).then_some(need.due);
    (need.what, need.who, need.thing, cycle)
}

/// Whether an event can have settled what was owed.
fn settles(event: &Event, what: &What, who: Side) -> bool {
    let rated = matches!(event, Event::Rating(Rating::Shared { .. }));
    let off = matches!(
        event,
        Event::Conversation(Talk::Cancelled { .. } | Talk::Moved { .. })
    );
    let held = matches!(event, Event::Conversation(Talk::Held { .. }));
    let sent = |moment: Rated, side| match event {
        Event::Professionalism(Professionalism::Rated { sent, .. }) => {
            (sent.moment, sent.side) == (moment, side)
        }
        _ => false,
    };
    match what {
        What::ReceiveRating => {
            matches!(
                event,
                Event::Rating(Rating::Acknowledged { .. } | Rating::Declined { .. })
            )
        }
        What::ConfirmMet(_) => {
            off || matches!(event, Event::Conversation(Talk::WeMet { side, .. }) if *side == who)
        }
        What::SendFollowUp(_) => matches!(event, Event::Message(_)),
        What::Meet(_) => false,
        What::Prepare(_) => off || matches!(event, Event::Conversation(Talk::PreparationShared(_))),
        What::RateSelf(moment) => off || held || rated || sent(*moment, Side::Teacher),
        What::RateProfessionalism(Rated::MidYear) => {
            off || held || rated || sent(Rated::MidYear, Side::Evaluator)
        }
        What::RateProfessionalism(Rated::EndOfYear) => {
            off || rated || sent(Rated::EndOfYear, Side::Evaluator)
        }
        What::KeepPromise { .. } => matches!(
            event,
            Event::Conversation(Talk::PromiseKept { .. } | Talk::PromiseMoved { .. })
        ),
        What::WriteRationale(_) => matches!(event, Event::Rationale(_)) || rated,
        // What moves the points may bring them near a cut, and then a person decides first.
        What::ShareRating => {
            rated
                || matches!(
                    event,
                    Event::Measures(_) | Event::Observation(_) | Event::Professionalism(_)
                )
        }
        What::Decide | What::ConfirmDecision => false,
        What::Recommend => matches!(event, Event::Recommendation(_)),
        What::Schedule(_) => rated || matches!(event, Event::Conversation(Talk::Scheduled { .. })),
        What::Observe => rated || matches!(event, Event::Observation(_)),
    }
}

fn waits_for_hr(larkspur: &Larkspur, talk: &Stream) -> bool {
    let record = larkspur.record();
    match fitting(&record, adopted().pack().unwrap(), talk) {
        Fitting::Message(letter) => letter.hr_review,
        _ => false,
    }
}

/// Working texts carry markers; one stands in an event only where a party left it as a note or promise of that talk.
fn keeps_private_words(moment: &Moment<'_>) -> TestCaseResult {
    for Happened { stream, event } in moment.happened() {
        let written = text(event);
        let held = matches!(event, Event::Conversation(Talk::Held { .. }));
        let State::Conversation(talk) = moment.after.state(stream) else {
            prop_assert!(!written.contains("DRAFT-"), "{written}");
            continue;
        };
        for draft in moment
            .before
            .drafts
            .iter()
            .filter(|draft| draft.text.contains("DRAFT-"))
        {
            let from = draft.text.find("DRAFT-").unwrap();
            let marker = draft.text[from..].split_inclusive('.').next().unwrap();
            let shared = held
                && draft.thing == *stream
                && (draft.field.starts_with(NOTE_FIELD) || draft.field.starts_with(PROMISE_FIELD))
                && [talk.teacher, talk.evaluator].contains(&Some(draft.author));
            prop_assert_eq!(
                written.contains(marker),
                shared,
                "{:?} in {}",
                draft,
                written
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_year_read_back_from_its_journal_is_the_year_that_was_lived(begins in beginning(), steps in steps()) {
        let lived = live(begins, &steps, |_| Ok(()))?;
        let mut again = Larkspur { directory: directory(), ..larkspur() };
        again.directory.people.get_mut(&IMANI).unwrap().prior_ratings =
            lived.directory.person(IMANI).unwrap().prior_ratings.clone();
        for Happened { stream, event } in &lived.journal {
            let (event_type, payload) = event.write().unwrap();
            let payload = serde_json::from_str(&payload.to_string()).unwrap();
            again.apply(stream, &Event::read(&event_type, EVENT_VERSION, payload).unwrap());
        }
        prop_assert_eq!(&again.states, &lived.states);
        prop_assert_eq!(&again.directory.people, &lived.directory.people);
        prop_assert_eq!(again.record(), lived.record());
    }

    #[test]
    fn a_refused_command_changes_nothing(begins in beginning(), steps in steps()) {
        live(begins, &steps, |moment| {
            if let Some(Err(_)) = &moment.answer {
                prop_assert_eq!(&moment.before.states, &moment.after.states);
                prop_assert_eq!(&moment.before.directory.people, &moment.after.directory.people);
                prop_assert_eq!(moment.before.journal.len(), moment.after.journal.len());
            }
            Ok(())
        })?;
    }

    #[test]
    fn once_a_rating_is_shared_nothing_moves_that_it_rests_on(begins in beginning(), steps in steps()) {
        let mut kept = None;
        live(begins, &steps, |moment| {
            if moment.after.record().rating_is_shared() {
                let now = basis(moment.after);
                let then = kept.get_or_insert_with(|| basis(moment.after));
                prop_assert!(*then == now, "the basis moved with {:?}", moment.answer);
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_shared_rating_follows_from_its_trace_and_from_the_year(begins in beginning(), steps in steps()) {
        let lived = live(begins, &steps, |_| Ok(()))?;
        if let Some(released) = lived.record().rating.released {
            prop_assert!(released.trace.verify().is_ok());
            let placement = &released.trace.placement;
            match &released.trace.decision {
                // Near a cut it is what a person chose between the two ratings.
                Some(decided) => {
                    prop_assert_eq!(placement.open.as_ref(), Some(&decided.candidates));
                    prop_assert!(decided.candidates.contains(&released.rating));
                    prop_assert_eq!(&released.rating, &decided.rating);
                }
                None => {
                    prop_assert!(placement.open.is_none());
                    prop_assert_eq!(&released.rating, &placement.calculated);
                }
            }
        }
    }

    #[test]
    fn there_is_always_a_situation_and_on_track_stands_alone(begins in beginning(), steps in steps()) {
        live(begins, &steps, |moment| {
            let found = situations(&moment.after.record(), adopted().pack().unwrap());
            let names: Vec<_> = found.iter().map(|found| found.situation).collect();
            prop_assert!(!names.is_empty());
            prop_assert!(!names.contains(&Situation::OnTrack) || names.len() == 1, "{:?}", names);
            prop_assert!(names.is_sorted() && BTreeSet::from_iter(&names).len() == names.len(), "{:?}", names);
            for found in &found {
                let without = found.reasons.is_empty();
                prop_assert_eq!(without, found.situation == Situation::OnTrack, "{:?}", found);
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_is_owed_has_a_day_of_this_year_and_a_thing_of_this_record(begins in beginning(), steps in steps()) {
        live(begins, &steps, |moment| {
            let owed = owed(moment.after);
            prop_assert!(owed.is_sorted_by_key(|need| need.due));
            for need in &owed {
                // From the first staff day to a promise made on the last day on which anybody meets.
                let within = date(2026, 8, 3) <= need.due && need.due <= date(2028, 12, 31);
                prop_assert!(within, "{:?}", need);
                let (teacher, year) = (IMANI, year());
                let about = need.thing.as_ref().map(|thing| moment.after.state(thing).belongs_to());
                prop_assert!(about.flatten().is_none_or(|about| about == (teacher, year)), "{:?}", need);
            }
            let each: BTreeSet<_> = owed.iter().cloned().map(identity).collect();
            prop_assert_eq!(each.len(), owed.len(), "owed twice: {:?}", owed);
            Ok(())
        })?;
    }

    #[test]
    fn what_is_late_stays_until_it_is_done(begins in beginning(), steps in steps()) {
        live(begins, &steps, |moment| {
            let still: BTreeSet<_> = owed(moment.after).into_iter().map(identity).collect();
            for (what, who, thing, cycle) in late(moment.before) {
                // On the day of the meeting there is nothing left to prepare: confirming it takes the place.
                let met = matches!(what, What::Prepare(_)) && moment.before.today < moment.after.today;
                // New facts can ask for another letter, one that HR reads first and that nobody can send yet.
                let waits = matches!(what, What::SendFollowUp(_))
                    && thing.as_ref().is_some_and(|talk| waits_for_hr(moment.after, talk));
                let done = moment.happened().iter().any(|happened| settles(&happened.event, &what, who));
                let stays = still.contains(&(what.clone(), who, thing, cycle));
                prop_assert!(stays || done || met || waits, "{:?} of {:?} is gone after {:?}", what, who, moment.answer);
            }
            Ok(())
        })?;
    }

    #[test]
    fn no_working_text_reaches_the_record_unless_a_party_left_it_as_a_note_or_promise(
        begins in beginning(),
        steps in steps(),
    ) {
        live(begins, &steps, keeps_private_words)?;
    }

    #[test]
    fn whatever_lies_in_drafts_when_both_have_met_only_theirs_goes_on_the_record(mut steps in vec(a_draft(), 1..12)) {
        steps.push(Step::Ask { actor: IMANI, stream: talk(2), wish: Wish::Ready(we_met()) });
        live(Beginning::HalfMet, &steps, keeps_private_words)?;
    }

    #[test]
    fn a_thing_stays_with_its_teacher_and_its_year(begins in beginning(), steps in steps()) {
        let mut first: BTreeMap<Stream, _> = BTreeMap::new();
        live(begins, &steps, |moment| {
            for (stream, (_, state)) in &moment.after.states {
                let about = state.belongs_to();
                let then = first.entry(stream.clone()).or_insert_with(|| about.clone());
                prop_assert_eq!(&*then, &about, "{}", stream);
            }
            Ok(())
        })?;
    }

    #[test]
    fn nothing_that_a_keyboard_cannot_type_is_kept(begins in beginning(), steps in steps()) {
        // PostgreSQL cannot store a NUL in JSON, and no reader can see one.
        fn clean(value: &serde_json::Value) -> bool {
            let plain = |text: &str| !text.chars().any(|c| c.is_control() && c != '\n' && c != '\t');
            match value {
                serde_json::Value::String(text) => plain(text),
                serde_json::Value::Array(all) => all.iter().all(clean),
                serde_json::Value::Object(all) => all.iter().all(|(key, value)| plain(key) && clean(value)),
                _ => true,
            }
        }
        let lived = live(begins, &steps, |_| Ok(()))?;
        for Happened { event, .. } in &lived.journal {
            let (event_type, payload) = event.write().unwrap();
            prop_assert!(clean(&payload), "{}: {}", event_type, payload);
        }
    }

    #[test]
    fn what_was_said_stays_for_good(begins in beginning(), steps in steps()) {
        // Answers, letters, held talks and receipts are only added to.
        live(begins, &steps, |moment| {
            let (before, after) = (moment.before.record(), moment.after.record());
            for (stream, lesson) in &before.observations {
                let now = &after.observations[stream];
                prop_assert_eq!(&now.lesson, &lesson.lesson);
                prop_assert!(now.answers.starts_with(&lesson.answers));
            }
            for (stream, letter) in &before.messages {
                prop_assert_eq!(&after.messages[stream], letter);
            }
            for (stream, talk) in before.conversations.iter().filter(|(_, talk)| talk.is_held()) {
                let now = &after.conversations[stream];
                prop_assert_eq!((now.held_on, &now.notes), (talk.held_on, &talk.notes));
                prop_assert_eq!(now.promises.len(), talk.promises.len());
            }
            for (stream, rationale) in &before.rationales {
                prop_assert!(after.rationales[stream].versions.starts_with(&rationale.versions));
            }
            prop_assert!(before.rating.receipt.is_none() || before.rating.receipt == after.rating.receipt);
            prop_assert!(after.rating.answers.starts_with(&before.rating.answers));
            Ok(())
        })?;
    }
}

#[test]
fn random_years_are_full_of_life() {
    // Without this the laws above could hold because nothing ever happens.
    let mut runner = TestRunner::deterministic();
    let (mut happened, mut refused) = (BTreeSet::new(), BTreeSet::new());
    for _ in 0..400 {
        let begins = beginning().new_tree(&mut runner).unwrap().current();
        let steps = steps().new_tree(&mut runner).unwrap().current();
        live(begins, &steps, |moment: &Moment<'_>| {
            happened.extend(
                moment
                    .happened()
                    .iter()
                    .map(|happened| happened.event.write().unwrap().0),
            );
            refused.extend(
                moment
                    .answer
                    .iter()
                    .filter_map(|answer| Some(answer.as_ref().err()?.key())),
            );
            Ok(())
        })
        .unwrap();
    }
    let of_a_year: BTreeSet<String> = crate::events::names()
        .filter(|name| {
            let of_no_year = ["school", "roster", "library", "question", "contacts"];
            !of_no_year.iter().any(|room| name.starts_with(room))
        })
        .filter(|name| {
            ![
                "person.entered",
                "person.changed",
                "person.ended",
                "person.returned",
                "person.prior_ratings",
                // A round and a file of ratings belong to no teacher's year.
                "feedback.published",
                "earlier_ratings.applied",
            ]
            .contains(name)
        })
        .map(str::to_owned)
        .collect();
    let never: Vec<_> = of_a_year.difference(&happened).collect();
    assert!(never.is_empty(), "never happened: {never:?}");
    assert!(refused.len() >= 30, "only these were refused: {refused:?}");
}
