//! Conversations: a mid-year talk from finding its time to the letter that follows, as both sides live it.

pub mod steps;

use crate::browser::Form;
use crate::larkspur::{Larkspur, new_id, year};
use crate::lived::{Day, Lived, Role};
use crate::messages::locked_letter;
use crate::pictures::keep;
use axum::http::StatusCode;
use domain::conversations::{self, ConversationKind, Length, Slot};
use domain::{Command, Kind, Stream};
use jiff::civil::{date, time};
use record::testing::Database;
use steps::{lesson, moment, schedule, subjects, submit};

#[tokio::test]
async fn a_mid_year_talk_at_risk_on_sqlite() {
    at_risk(Database::sqlite()).await;
}

#[tokio::test]
async fn a_mid_year_talk_at_risk_on_postgres() {
    at_risk(Database::postgres()).await;
}

/// Imani Castellano stands below Effective in January: the longer form, the locked letter.
async fn at_risk(database: Database) {
    let larkspur = Larkspur::on(database).await;
    lesson(
        &larkspur,
        "Castellano",
        date(2026, 10, 13),
        [5, 5, 4, 5, 4, 4, 4, 4, 4, 3, 4, 4],
    )
    .await;
    larkspur.day(date(2027, 1, 7));

    let list = larkspur.get("Achterberg", "/conversations").await;
    keep("conversations-none", &list.text());
    assert!(
        list.read()
            .contains("Imani Castellano: mid-year conversation"),
        "{}",
        list.read()
    );
    let new = format!(
        "/teachers/{}/conversations/mid-year/new",
        larkspur.person("Castellano")
    );
    let form = larkspur.get("Achterberg", &new).await;
    keep("schedule", &form.text());
    assert!(form.read().contains(
        "Longer form, 60 minutes Proposed, because a low rating or a status is in question."
    ));
    assert!(!form.read().contains("Short form"));

    // What is wrong is named beside its field, and what was typed stays.
    let wrong = submit(
        &larkspur,
        "Achterberg",
        &form,
        &new,
        &[
            ("id", &form.value_of("id").unwrap()),
            ("length", "extended"),
            ("place", "Room 118"),
            ("on", ""),
            ("begins", "09:00"),
        ],
    )
    .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.read().contains("Choose a day.") && wrong.text().contains("value=\"Room 118\""));
    let past = submit(
        &larkspur,
        "Achterberg",
        &form,
        &new,
        &[
            ("id", &form.value_of("id").unwrap()),
            ("length", "extended"),
            ("place", "Room 118"),
            ("on", "2027-01-04"),
            ("begins", "09:00"),
        ],
    )
    .await;
    assert!(
        past.read()
            .contains("is over. Choose today or a later day."),
        "{}",
        past.read()
    );

    let talk = schedule(
        &larkspur,
        "Castellano",
        &[
            ("length", "extended"),
            ("place", "room 118"),
            ("on", "2027-01-13"),
            ("begins", "08:30"),
        ],
    )
    .await;
    assert_eq!(
        subjects(&larkspur, "Castellano").await,
        ["Invitation: conversation on Wed 13 Jan 2027"]
    );
    assert_eq!(subjects(&larkspur, "Achterberg").await.len(), 1);

    // Another day: the same meeting in both calendars, one sequence later.
    let moving = larkspur.get("Achterberg", &format!("{talk}/move")).await;
    assert_eq!(moving.status, StatusCode::OK);
    let moved = submit(
        &larkspur,
        "Achterberg",
        &moving,
        &format!("{talk}/move"),
        &[
            ("length", "extended"),
            ("place", "room 118"),
            ("on", "2027-01-14"),
            ("begins", "08:45"),
        ],
    )
    .await;
    assert_eq!(moved.location, talk);
    let outbox = larkspur.record.outbox(None, 1).await.unwrap();
    assert_eq!(outbox[0].notice.parts["invite"]["sequence"], 1);

    keep("conversation-move", &moving.text());
    keep(
        "conversations",
        &larkspur.get("Achterberg", "/conversations").await.text(),
    );
    prepares(&larkspur, &talk).await;
    only_the_two(&larkspur, &talk).await;
    meets(&larkspur, &talk).await;
    locked_letter(&larkspur, &talk).await;
}

/// She writes, he does not see it, she shares it, he does.
async fn prepares(larkspur: &Larkspur, talk: &str) {
    larkspur.day(date(2027, 1, 12));
    let hers = larkspur.get("Castellano", talk).await;
    keep("conversation-teacher", &hers.text());
    assert!(
        hers.read().contains(
            "You and Mr Achterberg talk on Thu 14 Jan, 8:45 am, room 118, for 60 minutes."
        ),
        "{}",
        hers.read()
    );
    assert!(
        hers.read().contains("A rating below Effective is possible")
            && !hers.read().contains("Just a few tweaks")
    );
    let field = "preparation.m.prepare.t4";
    let empty = submit(
        larkspur,
        "Castellano",
        &hers,
        &format!("{talk}/preparation"),
        &[("act", "share"), (field, "")],
    )
    .await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let draft = format!(
        "/drafts/conversation/{}/{field}",
        talk.rsplit('/').next().unwrap()
    );
    let saved = larkspur
        .put(
            "Castellano",
            &draft,
            &[
                (field, "Leading the team’s cycle in three years."),
                ("version", "0"),
            ],
        )
        .await;
    assert_eq!(saved.status, StatusCode::OK);
    let his = larkspur.get("Achterberg", talk).await;
    assert!(
        !his.read().contains("Leading the team")
            && his
                .read()
                .contains("Ms Castellano has not shared a preparation.")
    );

    let page = larkspur.get("Castellano", talk).await;
    let shared = submit(
        larkspur,
        "Castellano",
        &page,
        &format!("{talk}/preparation"),
        &[
            ("act", "share"),
            (field, "Leading the team’s cycle in three years."),
        ],
    )
    .await;
    assert_eq!(
        shared.location,
        format!("{talk}#preparation"),
        "{}",
        shared.read()
    );
    let his = larkspur.get("Achterberg", talk).await;
    assert!(
        his.read()
            .contains("Leading the team’s cycle in three years.")
    );
    assert!(
        subjects(larkspur, "Achterberg")
            .await
            .contains(&"Something was shared with you".to_owned())
    );

    keep("conversation-evaluator", &his.text());
    // Her own facts stand in what he could say.
    assert!(
        his.read().contains("What lies lowest is I.6"),
        "{}",
        his.read()
    );
    assert!(his.read().contains("“Just a few tweaks.”"));
}

/// A stranger does not learn that it exists; a leader reads and does not write.
async fn only_the_two(larkspur: &Larkspur, talk: &str) {
    assert_eq!(larkspur.get("Vo", talk).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        larkspur.get("Vo", &format!("{talk}/move")).await.status,
        StatusCode::NOT_FOUND
    );
    let new = format!(
        "/teachers/{}/conversations/beginning/new",
        larkspur.person("Castellano")
    );
    assert_eq!(
        larkspur.get("Harrow", &new).await.status,
        StatusCode::NOT_FOUND
    );
    let leader = larkspur.get("Okonkwo-Lane", talk).await;
    assert_eq!(leader.status, StatusCode::OK);
    assert!(
        !leader.text().contains("id=\"talking-points\"")
            && !leader.read().contains("Your next shared note")
    );
    for path in ["notes", "promises", "preparation", "met"] {
        let denied = larkspur
            .post(
                "Okonkwo-Lane",
                &format!("{talk}/{path}"),
                &[("act", "add"), ("note", "Mine")],
            )
            .await;
        assert_eq!(denied.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(
            larkspur
                .post("Vo", &format!("{talk}/{path}"), &[])
                .await
                .status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    assert_eq!(
        larkspur
            .get("Okonkwo-Lane", &format!("{talk}/cancel"))
            .await
            .status,
        StatusCode::FORBIDDEN
    );
    let early = larkspur.get("Achterberg", talk).await;
    let early = submit(larkspur, "Achterberg", &early, &format!("{talk}/met"), &[]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn meets(larkspur: &Larkspur, talk: &str) {
    // Nine minutes into a talk that began at 8:45.
    larkspur.clock.move_to(moment(date(2027, 1, 14), -6));
    let his = larkspur.get("Achterberg", talk).await;
    assert!(
        his.read().contains("Now 8:54 am") && his.read().contains("3 minutes left for this"),
        "{}",
        his.read()
    );
    let note = |text: &'static str| [("act", "add"), ("note", text), ("note_id", "")];
    for (who, text) in [
        (
            "Achterberg",
            "Second coach visit did not happen; mine to arrange.",
        ),
        ("Castellano", "Word problems <have> not moved."),
    ] {
        let page = larkspur.get(who, talk).await;
        let done = submit(larkspur, who, &page, &format!("{talk}/notes"), &note(text)).await;
        assert_eq!(done.location, format!("{talk}#notes"));
    }
    let private = format!(
        "/drafts/conversation/{}/private",
        talk.rsplit('/').next().unwrap()
    );
    larkspur
        .put(
            "Achterberg",
            &private,
            &[("private", "Ask Ruth about Thursday."), ("version", "0")],
        )
        .await;
    let nothing = submit(
        larkspur,
        "Castellano",
        &his,
        &format!("{talk}/notes"),
        &note(" "),
    )
    .await;
    assert!(nothing.read().contains("Please write the note."));

    let late = larkspur
        .post(
            "Castellano",
            &format!("{talk}/promises"),
            &[
                ("act", "add"),
                ("what", "A lesson with two levels of task"),
                ("whose", "both"),
                ("by", "2027-01-02"),
            ],
        )
        .await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        late.text()
            .contains("value=\"A lesson with two levels of task\"")
    );
    for (who, whose, what) in [
        ("Castellano", "both", "A lesson with two levels of task"),
        ("Achterberg", "evaluator", "Second visit of the maths coach"),
    ] {
        let made = larkspur
            .post(
                who,
                &format!("{talk}/promises"),
                &[
                    ("act", "add"),
                    ("what", what),
                    ("whose", whose),
                    ("by", "2027-02-12"),
                ],
            )
            .await;
        assert_eq!(made.location, format!("{talk}#promises"), "{}", made.read());
    }
    let hers = larkspur.get("Castellano", talk).await;
    keep(
        "conversation-running",
        &larkspur.get("Achterberg", talk).await.text(),
    );
    assert!(
        hers.read().contains("Second coach visit did not happen")
            && hers.read().contains("New: Second visit of the maths coach")
    );
    assert!(
        hers.text()
            .contains("Word problems &lt;have&gt; not moved.")
    );
    assert!(!hers.read().contains("Ask Ruth"));

    // A promise that was begun and not added holds "we met" back.
    let working = format!(
        "/drafts/conversation/{}/working.what",
        talk.rsplit('/').next().unwrap()
    );
    larkspur
        .put(
            "Achterberg",
            &working,
            &[("what", "Half a promise"), ("version", "2")],
        )
        .await;
    larkspur
        .put(
            "Achterberg",
            &working,
            &[("what", "Half a promise"), ("version", "0")],
        )
        .await;
    let held_back = submit(larkspur, "Achterberg", &his, &format!("{talk}/met"), &[]).await;
    assert!(
        held_back
            .read()
            .contains("You began a promise and have not added it."),
        "{} {}",
        held_back.status,
        held_back.read()
    );
    submit(
        larkspur,
        "Achterberg",
        &held_back,
        &format!("{talk}/promises"),
        &[("act", "save"), ("what", ""), ("whose", ""), ("by", "")],
    )
    .await;

    larkspur.clock.move_to(moment(date(2027, 1, 14), 60));
    for who in ["Achterberg", "Castellano"] {
        let page = larkspur.get(who, talk).await;
        let met = submit(larkspur, who, &page, &format!("{talk}/met"), &[]).await;
        assert_eq!(met.status, StatusCode::SEE_OTHER, "{}", met.read());
    }
    let held = larkspur.get("Achterberg", talk).await;
    keep("conversation-held", &held.text());
    assert!(
        held.read().contains("Both have said so.")
            && held.read().contains("Word problems <have> not moved."),
        "{}",
        held.read()
    );
    assert!(
        held.read()
            .contains("You read the follow-up letter and send it by Fri 15 Jan."),
        "{}",
        held.read()
    );
    assert!(
        larkspur
            .get("Okonkwo-Lane", talk)
            .await
            .read()
            .contains("Second coach visit did not happen")
    );
    let over = larkspur
        .post(
            "Castellano",
            &format!("{talk}/notes"),
            &[("act", "add"), ("note", "Too late")],
        )
        .await;
    assert_eq!(over.status, StatusCode::UNPROCESSABLE_ENTITY);

    // A promise of the record is given a new date, and kept.
    let moved = submit(
        larkspur,
        "Achterberg",
        &held,
        &format!("{talk}/promises/1"),
        &[("act", "move"), ("by", "2027-02-19"), ("back", talk)],
    )
    .await;
    assert_eq!(
        moved.location,
        format!("{talk}#promises"),
        "{}",
        moved.read()
    );
    let page = larkspur.get("Achterberg", talk).await;
    assert!(
        page.read().contains("Mr Achterberg, by Fri 19 Feb 2027."),
        "{}",
        page.read()
    );
}

#[tokio::test]
async fn a_check_in_has_no_agenda_and_still_its_notes_and_promises() {
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2026, 10, 14));
    let slot = Slot {
        on: date(2026, 10, 14),
        begins: time(8, 50, 0, 0),
        minutes: 20,
        place: "room 110".into(),
    };
    let check_in = conversations::Command::Schedule {
        teacher: larkspur.person("Vo"),
        year: year(),
        guide: ConversationKind::CheckIn,
        length: Length::Standard,
        slot,
    };
    let stream = Stream::of(Kind::Conversation, new_id());
    larkspur
        .order("Achterberg", &stream, Command::Conversation(check_in))
        .await
        .unwrap();
    let path = format!("/conversations/{}", stream.key);
    let page = larkspur.get("Achterberg", &path).await.read();
    assert!(
        page.contains("Check-in with Thanh Vo") && page.contains("You are talking, until 9:10 am."),
        "{page}"
    );
    assert!(
        page.contains("Your next shared note")
            && !page.contains("Talking points")
            && !page.contains("Preparation")
    );
    let moving = larkspur.get("Achterberg", &format!("{path}/move")).await;
    let moved = submit(
        &larkspur,
        "Achterberg",
        &moving,
        &format!("{path}/move"),
        &[
            ("place", "room 110"),
            ("on", "2026-10-15"),
            ("begins", "09:00"),
        ],
    )
    .await;
    assert_eq!(moved.location, path);
    assert!(
        larkspur.get("Vo", &path).await.read().contains(
            "You and Mr Achterberg talk on Thu 15 Oct, 9:00 am, room 110, for 20 minutes."
        )
    );
}

#[tokio::test]
async fn what_the_teacher_said_is_not_called_off() {
    let lived = Lived::on(Day::January).await;
    let talk = format!("/conversations/{}", lived.records[0].mid_year);
    let press = async |role, page: &str, to: &str, reason: &str| {
        let page = lived.get(role, page).await;
        let mut form = Form::to(&page.text(), to).unwrap();
        form.fill("reason", reason);
        lived.send(role, "POST", to, &form.fields()).await
    };
    let met = press(Role::Teacher, &talk, &format!("{talk}/met"), "").await;
    assert_eq!(met.status, StatusCode::SEE_OTHER, "{}", met.read());
    let workspace = lived.get(Role::Evaluator, &talk).await;
    assert!(!workspace.text().contains(&format!("{talk}/cancel")));
    let cancel = format!("{talk}/cancel");
    let refused = press(Role::Evaluator, &cancel, &cancel, "It snowed.").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in ["The teacher has said that you met", "It snowed."] {
        assert!(refused.read().contains(said), "{said}: {}", refused.read());
    }
}
