//! What lies beside the record: drafts, the outbox, signing in.

use crate::district::{District, new_id, order, year};
use crate::on_both_engines;
use access::Denied;
use domain::conversations::{Command as Conversation, Promise, Whose};
use domain::{Command, Kind, Refusal, Stream, measures};
use jiff::SignedDuration;
use jiff::civil::date;
use record::testing::Database;
use record::{Ends, Fault, LONGEST_DRAFT, MOST_REVISIONS, Notice, Saved};

on_both_engines! {
    a_draft_is_its_authors_alone,
    nobody_drafts_beside_a_year_that_they_may_not_read,
    two_tabs_do_not_overwrite_each_other,
    the_latest_revisions_of_a_field_are_kept,
    sharing_takes_the_drafts_that_it_shares,
    what_was_begun_of_another_measure_goes_on,
    both_sides_see_notes_and_promises_until_they_have_met,
    a_notice_is_sent_once_and_a_lost_sender_is_replaced,
    a_link_works_once_and_a_session_ends,
    attempts_are_counted_within_their_window,
    an_address_leads_to_one_person_only,
}

async fn a_draft_is_its_authors_alone(database: Database) {
    let district = District::new(database).await;
    let (thing, _) = district.observation("Castellano");
    let (author, teacher) = (
        district.actor("Achterberg").await,
        district.actor("Castellano").await,
    );
    let saved = district
        .record
        .save_draft(&author, &thing, "score.I.5", 0, "5")
        .await
        .unwrap();
    assert!(matches!(saved, Saved::Saved { version: 1, .. }));
    assert_eq!(
        district.record.drafts(&author, &thing).await.unwrap()[0].text,
        "5"
    );
    assert_eq!(district.record.drafts(&teacher, &thing).await.unwrap(), []);
    assert_eq!(
        district.record.drafts_begun(&author, 10).await.unwrap()[0].thing,
        thing
    );
    assert_eq!(
        district.record.drafts_begun(&teacher, 10).await.unwrap(),
        []
    );
    let too_long = "x".repeat(LONGEST_DRAFT + 1);
    let refused = district
        .record
        .save_draft(&author, &thing, "focus", 0, &too_long)
        .await
        .unwrap_err();
    assert!(matches!(refused, Fault::Refused(Refusal::TooLong { .. })));
    let odd = district
        .record
        .save_draft(&author, &thing, "a'; drop table draft", 0, "x")
        .await
        .unwrap_err();
    assert_eq!(odd, Fault::Denied(Denied::NotKnown));
    district
        .record
        .discard(&author, &thing, None)
        .await
        .unwrap();
    assert_eq!(district.record.drafts(&author, &thing).await.unwrap(), []);
}

async fn nobody_drafts_beside_a_year_that_they_may_not_read(database: Database) {
    let district = District::new(database).await;
    let (lesson, share) = district.observation("Castellano");
    district
        .order("Achterberg", lesson.clone(), share)
        .await
        .unwrap();
    let teacher = district.person("Castellano");
    let rating = Stream::of_year(Kind::Rating, teacher, &year());
    let nobodys = Stream::of_year(Kind::Rating, new_id(), &year());
    let pack = Stream::of(Kind::SchoolYear, year());
    let save = async |family, thing| {
        let actor = district.actor(family).await;
        district
            .record
            .save_draft(&actor, thing, "answer", 0, "Words")
            .await
    };
    for thing in [&lesson, &rating] {
        assert_eq!(
            district.record.subject(thing).await.unwrap().owner,
            Some(teacher)
        );
        assert!(save("Castellano", thing).await.is_ok());
        assert!(save("Okonkwo-Lane", thing).await.is_ok());
        assert_eq!(
            save("Vo", thing).await,
            Err(Fault::Denied(Denied::NotKnown))
        );
    }
    for thing in [&nobodys, &pack] {
        assert_eq!(
            save("Castellano", thing).await,
            Err(Fault::Denied(Denied::NotKnown))
        );
    }
}

async fn two_tabs_do_not_overwrite_each_other(database: Database) {
    let district = District::new(database).await;
    let (thing, _) = district.observation("Castellano");
    let author = district.actor("Achterberg").await;
    let save = async |base, text| {
        district
            .record
            .save_draft(&author, &thing, "focus", base, text)
            .await
            .unwrap()
    };
    save(0, "Fractions").await;
    assert!(matches!(
        save(1, "Fractions and decimals").await,
        Saved::Saved { version: 2, .. }
    ));
    let lost = save(1, "Fractions, again").await;
    assert_eq!(
        lost,
        Saved::Conflict {
            theirs: "Fractions and decimals".into(),
            version: 2
        }
    );
    assert!(matches!(
        save(1, "Fractions and decimals").await,
        Saved::Saved { version: 2, .. }
    ));
    assert_eq!(
        save(7, "From nowhere").await,
        Saved::Conflict {
            theirs: "Fractions and decimals".into(),
            version: 2
        }
    );
    let revisions = district
        .record
        .draft_revisions(&author, &thing, "focus")
        .await
        .unwrap();
    assert_eq!(
        revisions
            .iter()
            .map(|draft| draft.text.as_str())
            .collect::<Vec<_>>(),
        ["Fractions", "Fractions and decimals"]
    );
}

async fn the_latest_revisions_of_a_field_are_kept(database: Database) {
    let district = District::new(database).await;
    let (thing, _) = district.observation("Castellano");
    let author = district.actor("Achterberg").await;
    let save = async |field, base: u64| {
        let text = (base + 1).to_string();
        let record = &district.record;
        record.save_draft(&author, &thing, field, base, &text).await
    };
    save("kind", 0).await.unwrap();
    for base in 0..MOST_REVISIONS + 5 {
        save("focus", base).await.unwrap();
    }
    let kept = async |field| {
        let record = &district.record;
        let revisions = record.draft_revisions(&author, &thing, field).await;
        revisions
            .unwrap()
            .into_iter()
            .map(|draft| draft.version)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        kept("focus").await,
        (6..=MOST_REVISIONS + 5).collect::<Vec<_>>()
    );
    assert_eq!(kept("kind").await, [1], "another field's stay");
    // A page that still shows a revision that is gone overwrites nothing.
    assert!(matches!(
        save("focus", 2).await.unwrap(),
        Saved::Conflict { .. }
    ));
}

async fn sharing_takes_the_drafts_that_it_shares(database: Database) {
    let district = District::new(database).await;
    let (thing, share) = district.observation("Castellano");
    let (other, _) = district.observation("Castellano");
    let author = district.actor("Achterberg").await;
    for thing in [&thing, &other] {
        district
            .record
            .save_draft(&author, thing, "focus", 0, "Fractions")
            .await
            .unwrap();
    }
    district
        .order("Achterberg", thing.clone(), share)
        .await
        .unwrap();
    assert_eq!(district.record.drafts(&author, &thing).await.unwrap(), []);
    assert_eq!(
        district.record.drafts(&author, &other).await.unwrap().len(),
        1
    );
}

async fn what_was_begun_of_another_measure_goes_on(database: Database) {
    let district = District::new(database).await;
    let (teacher, author) = (
        district.person("Castellano"),
        district.actor("Achterberg").await,
    );
    let stream = Stream::of_year(Kind::Measures, teacher, &year());
    for field in ["survey.percent", "survey-applies.source", "goals.title.1"] {
        district
            .record
            .save_draft(&author, &stream, field, 0, "66")
            .await
            .unwrap();
    }
    let survey = measures::Survey {
        percent: 66.into(),
        answers: 22,
    };
    let enter = measures::Command::Enter {
        teacher,
        year: year(),
        measure: measures::Measure::Survey(survey),
        source: "Survey report of 4 December".into(),
    };
    district
        .order("Achterberg", stream.clone(), Command::Measures(enter))
        .await
        .unwrap();
    let left = district.record.drafts(&author, &stream).await.unwrap();
    let fields: Vec<_> = left.iter().map(|draft| draft.field.as_str()).collect();
    assert_eq!(fields, ["goals.title.1", "survey-applies.source"]);
}

async fn both_sides_see_notes_and_promises_until_they_have_met(database: Database) {
    let district = District::new(database).await;
    let stream = district.talk().await;
    let (evaluator, teacher) = (
        district.actor("Achterberg").await,
        district.actor("Castellano").await,
    );
    let (leader, record) = (district.actor("Okonkwo-Lane").await, &district.record);
    let promise = Promise {
        whose: Whose::Teacher,
        what: "Try number talks".into(),
        by: date(2026, 11, 20),
        kept: None,
    };
    record
        .save_draft(&evaluator, &stream, "note.1", 0, "We spoke of fractions.")
        .await
        .unwrap();
    record
        .save_draft(&evaluator, &stream, "private.1", 0, "Ask again in May.")
        .await
        .unwrap();
    record
        .save_draft(
            &teacher,
            &stream,
            "promise.1",
            0,
            &serde_json::to_string(&promise).unwrap(),
        )
        .await
        .unwrap();
    let fields = |drafts: Vec<domain::Draft>| {
        drafts
            .into_iter()
            .map(|draft| draft.field)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        fields(record.drafts(&teacher, &stream).await.unwrap()),
        ["promise.1", "note.1"]
    );
    assert_eq!(
        fields(record.drafts(&evaluator, &stream).await.unwrap()),
        ["note.1", "private.1", "promise.1"]
    );
    assert_eq!(
        fields(record.drafts(&leader, &stream).await.unwrap()),
        Vec::<String>::new()
    );
    let stranger = record
        .save_draft(&leader, &stream, "note.1", 0, "I was not there.")
        .await
        .unwrap_err();
    assert_eq!(stranger, Fault::Denied(Denied::NotAllowed));
    for (field, text) in [
        ("promise.2", "no promise"),
        (
            "promise.2",
            "{\"whose\":\"both\",\"what\":\" \",\"by\":\"2026-11-20\"}",
        ),
        ("note.2", &"x".repeat(20_001)),
    ] {
        let refused = record
            .save_draft(&teacher, &stream, field, 0, text)
            .await
            .unwrap_err();
        assert!(matches!(refused, Fault::Refused(_)), "{field}: {refused:?}");
    }
    for side in ["Achterberg", "Castellano"] {
        district
            .order(
                side,
                stream.clone(),
                Command::Conversation(Conversation::SayWeMet),
            )
            .await
            .unwrap();
    }
    assert_eq!(
        fields(record.drafts(&evaluator, &stream).await.unwrap()),
        ["private.1"]
    );
    let held = record
        .year_record(&teacher, teacher.person, &year())
        .await
        .unwrap()
        .conversations[&stream]
        .clone();
    assert_eq!(held.notes[0].text, "We spoke of fractions.");
    assert_eq!(held.promises, [promise]);
    let late = record
        .save_draft(&teacher, &stream, "note.2", 0, "Too late")
        .await
        .unwrap_err();
    assert_eq!(late, Fault::Refused(Refusal::ConversationHeld));
}

async fn a_notice_is_sent_once_and_a_lost_sender_is_replaced(database: Database) {
    let district = District::new(database).await;
    let record = &district.record;
    let notice = |number: u32| Notice {
        to: district.person("Castellano"),
        address: "1004@district.example".into(),
        kind: "announcement".into(),
        subject: format!("Notice {number}"),
        body: "Sign in to read it.".into(),
        parts: serde_json::json!({ "calendar": "BEGIN:VCALENDAR" }),
    };
    for number in 0..3 {
        record.enqueue(notice(number)).await.unwrap();
    }
    assert_eq!(record.outbox_waiting().await.unwrap().notices, 3);
    let (one, two) = tokio::join!(record.outbox_due(2), record.outbox_due(2));
    let taken: Vec<_> = one.unwrap().into_iter().chain(two.unwrap()).collect();
    let mut subjects: Vec<_> = taken
        .iter()
        .map(|queued| queued.notice.subject.clone())
        .collect();
    subjects.sort();
    assert_eq!(subjects, ["Notice 0", "Notice 1", "Notice 2"]);
    assert_eq!(taken[0].notice.parts["calendar"], "BEGIN:VCALENDAR");
    assert_eq!(
        record.outbox_due(10).await.unwrap(),
        [],
        "a notice was given to two senders"
    );
    record.outbox_sent(&taken[0].id).await.unwrap();
    record
        .outbox_again(&taken[1].id, SignedDuration::ZERO, "the server was away")
        .await
        .unwrap();
    record
        .outbox_failed(&taken[2].id, "no such mailbox")
        .await
        .unwrap();
    let again = record.outbox_due(10).await.unwrap();
    assert_eq!(again.len(), 1);
    assert_eq!(
        (again[0].tries, again[0].error.as_str()),
        (2, "the server was away")
    );
    record.outbox_sent(&again[0].id).await.unwrap();
    assert_eq!(record.outbox_waiting().await.unwrap().notices, 0);
    let page = record.outbox(None, 2).await.unwrap();
    let rest = record.outbox(Some(&page[1].id), 2).await.unwrap();
    assert_eq!((page.len(), rest.len()), (2, 1));
    assert!(page[0].id > page[1].id && page[1].id > rest[0].id);
}

async fn a_link_works_once_and_a_session_ends(database: Database) {
    let district = District::new(database).await;
    let (record, person) = (&district.record, district.person("Castellano"));
    let link = record
        .link_for(person, "sign-in", SignedDuration::from_mins(15))
        .await
        .unwrap();
    assert_eq!(
        record.look_at_link(&link).await.unwrap().unwrap().person,
        person
    );
    let (one, two) = tokio::join!(record.use_link(&link), record.use_link(&link));
    assert_eq!(
        one.unwrap().into_iter().chain(two.unwrap()).count(),
        1,
        "a link was used twice"
    );
    assert_eq!(record.look_at_link(&link).await.unwrap(), None);
    let expired = record
        .link_for(person, "sign-in", SignedDuration::from_secs(-1))
        .await
        .unwrap();
    assert_eq!(record.use_link(&expired).await.unwrap(), None);
    assert_eq!(record.use_link("made up").await.unwrap(), None);

    let token = record.session_begin(person).await.unwrap();
    let ends = Ends::default();
    assert_eq!(
        record.session(&token, ends).await.unwrap().unwrap().person,
        person
    );
    assert_eq!(record.session("made up", ends).await.unwrap(), None);
    // The demo's clock is months away from the machine's; sessions do not care.
    district
        .clock
        .move_to("2027-05-20T15:00:00Z".parse().unwrap());
    assert!(record.session(&token, ends).await.unwrap().is_some());
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    let idle = Ends {
        idle: SignedDuration::from_millis(10),
        ..ends
    };
    assert_eq!(record.session(&token, idle).await.unwrap(), None);
    assert_eq!(
        record.session(&token, ends).await.unwrap(),
        None,
        "an ended session came back"
    );
    let token = record.session_begin(person).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    let short = Ends {
        absolute: SignedDuration::from_millis(10),
        ..ends
    };
    assert_eq!(record.session(&token, short).await.unwrap(), None);
    let tokens = [
        record.session_begin(person).await.unwrap(),
        record.session_begin(person).await.unwrap(),
    ];
    record.session_end(&tokens[0]).await.unwrap();
    assert_eq!(record.session(&tokens[0], ends).await.unwrap(), None);
    assert_eq!(record.sessions_end(person).await.unwrap(), 1);
    assert_eq!(record.session(&tokens[1], ends).await.unwrap(), None);
    record.tidy(ends).await.unwrap();
}

async fn attempts_are_counted_within_their_window(database: Database) {
    let district = District::new(database).await;
    let minute = SignedDuration::from_mins(1);
    let attempt = async |key, window, limit| {
        district
            .record
            .count_attempt(key, window, limit)
            .await
            .unwrap()
    };
    for _ in 0..5 {
        assert!(attempt("a@district.example", minute, 5).await);
    }
    assert!(!attempt("a@district.example", minute, 5).await);
    assert!(attempt("b@district.example", minute, 5).await);
    tokio::time::sleep(std::time::Duration::from_millis(30)).await;
    assert!(attempt("a@district.example", SignedDuration::from_millis(20), 5).await);
}

async fn an_address_leads_to_one_person_only(database: Database) {
    let district = District::new(database).await;
    let find = async |address| district.record.person_by_address(address).await.unwrap();
    assert_eq!(
        find(" 1004@District.example ").await,
        Some(district.person("Castellano"))
    );
    assert_eq!(find("nobody@district.example").await, None);
    let shared = domain::people::Name {
        given: "Two".into(),
        ..Default::default()
    };
    let enter = domain::people::Command::EnterAdministrator {
        id: new_id(),
        name: shared,
        email: "1004@district.example".into(),
    };
    // A second first administrator is refused; the roster is how a shared address comes in.
    let stream = Stream::of(Kind::Person, new_id());
    assert!(
        order(
            &district.record,
            access::Actor::COMMAND_LINE,
            stream,
            Command::Person(enter)
        )
        .await
        .is_err()
    );
    let people = [
        (
            "1004",
            "Imani",
            "Castellano",
            "teacher",
            "Teacher",
            "larkspur",
        ),
        ("1009", "Petra", "Solheim", "teacher", "Teacher", "larkspur"),
    ];
    let mut file = crate::district::file("second", &people);
    for row in &mut file.people.rows {
        row.email = domain::people::roster::Said::This("shared@district.example".into());
    }
    crate::district::import(&district.record, district.administrator, file)
        .await
        .unwrap();
    assert_eq!(find("shared@district.example").await, None);
    assert_eq!(
        find("1005@district.example").await,
        None,
        "whoever the roster no longer has does not sign in"
    );
}
