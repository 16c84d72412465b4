//! The one door for writes: orders, refusals, tokens, versions, many at once, and permissions that cannot go stale.

use crate::district::{District, at, lesson, order, year};
use crate::on_both_engines;
use access::Denied;
use domain::conversations::Command as Talk;
use domain::observations::Command as Observation;
use domain::people::Command as Person;
use domain::{Command, Kind, Refusal, Stream};
use jiff::civil::date;
use record::testing::Database;
use record::{Fault, Notice, Order};

on_both_engines! {
    an_order_is_carried_out_and_read_back,
    who_may_not_is_denied_by_what_they_may_know,
    a_rule_refuses_and_nothing_is_written,
    a_form_sent_twice_is_carried_out_once,
    a_changed_thing_is_not_overwritten,
    two_hundred_at_once_all_count_once,
    a_withdrawn_permission_is_gone_for_orders_that_wait,
    who_gave_up_the_caseload_takes_no_part_any_more,
    two_servers_share_one_record,
    what_is_so_already_tells_nobody,
    a_stream_takes_only_commands_of_its_own,
}

async fn an_order_is_carried_out_and_read_back(database: Database) {
    let district = District::new(database).await;
    let (stream, share) = district.observation("Castellano");
    let done = district
        .order("Achterberg", stream.clone(), share)
        .await
        .unwrap();
    assert_eq!(done.version, 1);
    assert_eq!(done.events.len(), 1);
    let teacher = district.actor("Castellano").await;
    let record = district
        .record
        .year_record(&teacher, teacher.person, &year())
        .await
        .unwrap();
    assert_eq!(
        record.observations[&stream].lesson.as_ref().unwrap().focus,
        "Fractions"
    );
    assert_eq!(record.versions[&stream], 1);
    assert_eq!(
        record.observations[&stream].shared_on,
        Some(date(2026, 10, 15))
    );
}

async fn who_may_not_is_denied_by_what_they_may_know(database: Database) {
    let district = District::new(database).await;
    for (actor, denied) in [
        ("Harrow", Denied::NotKnown),
        ("Vo", Denied::NotKnown),
        ("Brand", Denied::NotKnown),
        ("Castellano", Denied::NotAllowed),
    ] {
        let (stream, share) = district.observation("Castellano");
        let fault = district
            .order(actor, stream.clone(), share)
            .await
            .unwrap_err();
        assert_eq!(fault, Fault::Denied(denied), "{actor}");
    }
    let (stream, _) = district.observation("Castellano");
    let answer = Command::Observation(Observation::Answer {
        text: "Mine".into(),
    });
    assert_eq!(
        district
            .order("Castellano", stream, answer)
            .await
            .unwrap_err(),
        Fault::Denied(Denied::NotKnown)
    );
}

async fn a_rule_refuses_and_nothing_is_written(database: Database) {
    let district = District::new(database).await;
    let before = district.record.verify().await.unwrap();
    let mut early = lesson();
    early.on = date(2026, 8, 20);
    let (stream, _) = district.observation("Castellano");
    let share = Observation::Share {
        teacher: district.person("Castellano"),
        year: year(),
        lesson: early,
    };
    let fault = district
        .order("Achterberg", stream, Command::Observation(share))
        .await
        .unwrap_err();
    assert_eq!(
        fault,
        Fault::Refused(Refusal::DateOutsideYear {
            date: date(2026, 8, 20)
        })
    );
    assert_eq!(district.record.verify().await.unwrap(), before);
}

async fn a_form_sent_twice_is_carried_out_once(database: Database) {
    let district = District::new(database).await;
    let (stream, share) = district.observation("Castellano");
    let form = Order::new(district.person("Achterberg"), stream.clone(), share)
        .token("form-1")
        .notice(Notice {
            to: district.person("Castellano"),
            address: "1004@district.example".into(),
            kind: "announcement".into(),
            subject: "Something was shared with you".into(),
            body: "Sign in to read it.".into(),
            parts: serde_json::Value::Null,
        });
    let (first, second) = tokio::join!(
        district.record.carry_out(form.clone()),
        district.record.carry_out(form.clone())
    );
    assert_eq!(first.unwrap(), second.unwrap());
    let third = district.record.carry_out(form.clone()).await.unwrap();
    assert_eq!(third.version, 1);
    let due = district.record.outbox_due(10).await.unwrap();
    assert_eq!(due.len(), 1);
    // Written on the record's day, and due on the machine's.
    let day = |at: jiff::Timestamp| district.record.zone().to_datetime(at).date();
    assert_eq!(day(due[0].created_at), district.record.today());
    assert_ne!(day(due[0].due_at), district.record.today());
    let last = district.record.last_written().await.unwrap().unwrap();
    assert_eq!(day(last), district.record.today());
    // The token is the first actor's: another one's form with the same token is another form.
    let (other, share) = district.observation("Lindqvist");
    let theirs = Order::new(district.person("Harrow"), other.clone(), share).token("form-1");
    let done = district.record.carry_out(theirs).await.unwrap();
    assert_eq!(done.events[0].stream, other);
    // With another text in it the same form is no repetition, and the room's rule speaks.
    let mut changed = form;
    changed.command = Command::Observation(Observation::Share {
        teacher: district.person("Castellano"),
        year: year(),
        lesson: domain::observations::Lesson {
            focus: "Decimals".into(),
            ..lesson()
        },
    });
    assert_eq!(
        district.record.carry_out(changed).await.unwrap_err(),
        Fault::Refused(Refusal::AlreadyShared)
    );
}

async fn a_changed_thing_is_not_overwritten(database: Database) {
    let district = District::new(database).await;
    let (stream, share) = district.observation("Castellano");
    district
        .order("Achterberg", stream.clone(), share)
        .await
        .unwrap();
    let answer = |text: &str| Command::Observation(Observation::Answer { text: text.into() });
    let teacher = district.person("Castellano");
    let seen = |text: &str| Order::new(teacher, stream.clone(), answer(text)).seen(1);
    district
        .record
        .carry_out(seen("From the first tab"))
        .await
        .unwrap();
    let Fault::Changed(changed) = district
        .record
        .carry_out(seen("From the second tab"))
        .await
        .unwrap_err()
    else {
        panic!("the second tab overwrote the first");
    };
    assert_eq!((changed.by, changed.current_version), (teacher, 2));
    assert_eq!(changed.events, ["observation.answered"]);
    assert_eq!(
        changed.at.as_second() / 60,
        at(date(2026, 10, 15)).as_second() / 60
    );
    let future = Order::new(teacher, stream.clone(), answer("From nowhere")).seen(9);
    assert_eq!(
        district.record.carry_out(future).await.unwrap_err(),
        Fault::Denied(Denied::NotKnown)
    );
}

async fn two_hundred_at_once_all_count_once(database: Database) {
    let district = District::new(database).await;
    let mut waiting = tokio::task::JoinSet::new();
    for number in 0..200 {
        let (stream, share) =
            district.observation(if number % 2 == 0 { "Castellano" } else { "Vo" });
        let record = district.record.clone();
        // Every tenth order is somebody's who may not, in the middle of the others.
        let actor = district.person(if number % 10 == 9 {
            "Harrow"
        } else {
            "Achterberg"
        });
        waiting.spawn(async move { order(&record, actor, stream, share).await });
    }
    let outcomes = waiting.join_all().await;
    assert_eq!(
        outcomes.iter().filter(|outcome| outcome.is_ok()).count(),
        180
    );
    let denied = outcomes
        .iter()
        .filter(|outcome| **outcome == Err(Fault::Denied(Denied::NotKnown)));
    assert_eq!(denied.count(), 20);
    let leader = district.actor("Okonkwo-Lane").await;
    let mut shared = 0;
    for teacher in ["Castellano", "Vo"] {
        shared += district
            .record
            .year_record(&leader, district.person(teacher), &year())
            .await
            .unwrap()
            .observations
            .len();
    }
    assert_eq!(shared, 180);
    let report = district.record.verify().await.unwrap();
    assert_eq!(report.findings, Vec::<String>::new());
}

async fn a_withdrawn_permission_is_gone_for_orders_that_wait(database: Database) {
    let district = District::new(database).await;
    let mut waiting = tokio::task::JoinSet::new();
    let withdrawn = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let (teacher, evaluator) = (district.person("Castellano"), district.person("Achterberg"));
    let withdraw = async {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        let end = Person::EndEvaluator {
            evaluator,
            last_day: date(2026, 10, 14),
            reason: "Moved to another school".into(),
        };
        order(
            &district.record,
            district.administrator,
            Stream::of(Kind::Person, teacher),
            Command::Person(end),
        )
        .await
        .unwrap();
        withdrawn.store(true, std::sync::atomic::Ordering::SeqCst);
    };
    for _ in 0..4 {
        let (record, withdrawn) = (district.record.clone(), withdrawn.clone());
        let orders: Vec<_> = (0..200)
            .map(|_| district.observation("Castellano"))
            .collect();
        waiting.spawn(async move {
            let (mut before, mut after) = (0, 0);
            for (stream, share) in orders {
                let was_withdrawn = withdrawn.load(std::sync::atomic::Ordering::SeqCst);
                let outcome = order(&record, evaluator, stream, share).await;
                match (was_withdrawn, outcome) {
                    (true, outcome) => {
                        assert_eq!(
                            outcome,
                            Err(Fault::Denied(Denied::NotKnown)),
                            "an order after the withdrawal was acknowledged"
                        );
                        after += 1;
                    }
                    (false, Ok(_)) => before += 1,
                    (false, Err(Fault::Denied(_))) => {}
                    (false, Err(other)) => panic!("{other:?}"),
                }
            }
            (before, after)
        });
    }
    withdraw.await;
    let counts = waiting.join_all().await;
    let (before, after) = counts
        .iter()
        .fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    assert!(
        before > 0 && after > 0,
        "the race was not run: {before} orders before, {after} after"
    );
}

async fn who_gave_up_the_caseload_takes_no_part_any_more(database: Database) {
    let district = District::new(database).await;
    let stream = district.talk().await;
    let (teacher, record) = (district.actor("Castellano").await, &district.record);
    record
        .save_draft(&teacher, &stream, "note.1", 0, "We spoke of fractions.")
        .await
        .unwrap();
    let we_met = || Command::Conversation(Talk::SayWeMet);
    district
        .order("Castellano", stream.clone(), we_met())
        .await
        .unwrap();
    let end = Person::EndEvaluator {
        evaluator: district.person("Achterberg"),
        last_day: date(2026, 10, 14),
        reason: "Moved to another school".into(),
    };
    let person = Stream::of(Kind::Person, teacher.person);
    order(record, district.administrator, person, Command::Person(end))
        .await
        .unwrap();
    let former = district.actor("Achterberg").await;
    assert_eq!(record.drafts(&former, &stream).await.unwrap(), []);
    let note = record
        .save_draft(&former, &stream, "note.2", 0, "Late.")
        .await;
    assert_eq!(note.unwrap_err(), Fault::Denied(Denied::NotKnown));
    let answers = [("m.prepare.e1".to_owned(), "Late.".to_owned())].into();
    for late in [
        we_met(),
        Command::Conversation(Talk::SharePreparation { answers }),
    ] {
        let refused = district.order("Achterberg", stream.clone(), late).await;
        assert_eq!(refused.unwrap_err(), Fault::Denied(Denied::NotKnown));
    }
    // The teacher's side goes on.
    let note = record
        .save_draft(&teacher, &stream, "note.1", 1, "Fractions.")
        .await;
    assert!(matches!(note, Ok(record::Saved::Saved { .. })), "{note:?}");
}

async fn two_servers_share_one_record(database: Database) {
    let district = District::new(database).await;
    let second = district.another_server().await;
    let (stream, share) = district.observation("Castellano");
    district
        .order("Achterberg", stream.clone(), share)
        .await
        .unwrap();
    let answer = |text: &str| Command::Observation(Observation::Answer { text: text.into() });
    let teacher = district.person("Castellano");
    // Each server's shelf must notice what the other wrote.
    for (number, server) in [
        &second,
        &district.record,
        &second,
        &second,
        &district.record,
    ]
    .into_iter()
    .enumerate()
    {
        let done = server
            .carry_out(Order::new(teacher, stream.clone(), answer("More")).seen(number as u64 + 1))
            .await
            .unwrap();
        assert_eq!(done.version, number as u64 + 2);
    }
    let mut waiting = tokio::task::JoinSet::new();
    for number in 0..60 {
        let server = if number % 2 == 0 {
            second.clone()
        } else {
            district.record.clone()
        };
        let order = Order::new(teacher, stream.clone(), answer("At once"));
        waiting.spawn(async move { server.carry_out(order).await });
    }
    assert!(
        waiting
            .join_all()
            .await
            .into_iter()
            .all(|outcome| outcome.is_ok())
    );
    let report = second.verify().await.unwrap();
    assert_eq!(report.findings, Vec::<String>::new());
    let actor = second.actor(teacher).await.unwrap();
    assert_eq!(
        second
            .year_record(&actor, teacher, &year())
            .await
            .unwrap()
            .versions[&stream],
        66
    );
}

async fn a_stream_takes_only_commands_of_its_own(database: Database) {
    let district = District::new(database).await;
    let (castellano, lindqvist) = (district.person("Castellano"), district.person("Lindqvist"));
    // Harrow evaluates Lindqvist; the stream is Castellano's.
    let rate = domain::recommendations::Command::Renew {
        teacher: lindqvist,
        year: year(),
        reasons: "Good".into(),
    };
    let theirs = Stream::of_year(Kind::Recommendation, castellano, &year());
    let fault = district
        .order("Harrow", theirs, Command::Recommendation(rate.clone()))
        .await
        .unwrap_err();
    assert_eq!(fault, Fault::Denied(Denied::NotKnown));
    let (observation, _) = district.observation("Lindqvist");
    let fault = district
        .order("Harrow", observation, Command::Recommendation(rate.clone()))
        .await
        .unwrap_err();
    assert_eq!(fault, Fault::Denied(Denied::NotKnown));
    let own = Stream::of_year(Kind::Recommendation, lindqvist, &year());
    let done = district
        .order("Harrow", own, Command::Recommendation(rate))
        .await
        .unwrap();
    assert_eq!(done.version, 1);
    // A thing that is Castellano's is not opened a second time for somebody else.
    let (stream, share) = district.observation("Castellano");
    district
        .order("Achterberg", stream.clone(), share)
        .await
        .unwrap();
    let again = Observation::Share {
        teacher: lindqvist,
        year: year(),
        lesson: lesson(),
    };
    let fault = district
        .order("Harrow", stream, Command::Observation(again))
        .await
        .unwrap_err();
    assert_eq!(fault, Fault::Denied(Denied::NotKnown));
}

async fn what_is_so_already_tells_nobody(database: Database) {
    let district = District::new(database).await;
    let person = district.person("Castellano");
    let choose = Person::ChooseLanguage {
        language: "es".into(),
    };
    let stream = Stream::of(Kind::Person, person);
    let ask = Order::new(person, stream, Command::Person(choose)).notice(Notice {
        to: person,
        address: String::new(),
        kind: "announcement".into(),
        subject: "Your language".into(),
        body: "It is Spanish now.".into(),
        parts: serde_json::Value::Null,
    });
    let first = district.record.carry_out(ask.clone()).await.unwrap();
    assert_eq!(first.events.len(), 1);
    let second = district.record.carry_out(ask).await.unwrap();
    assert_eq!((second.version, second.events.len()), (first.version, 0));
    assert_eq!(district.record.outbox_waiting().await.unwrap().notices, 1);
}
