//! Two tabs, two devices, two people: nothing is silently overwritten, and who comes second sees both texts.

mod drafted;

use crate::access::walk::fill;
use crate::browser::{Form, plain};
use crate::larkspur::{Answer, year};
use crate::lived::{Day, Lived, Role};
use axum::http::StatusCode;
use domain::{Kind, Stream};
use serde_json::Value;

/// The form of a page that has a control of this name.
async fn form(lived: &Lived, role: Role, page: &str, to: &str, with: &str) -> Form {
    let answer = lived.get(role, page).await;
    let forms = Form::all(&answer.text());
    let found = forms.into_iter().find(|form| {
        form.action.split('?').next() == to.split('?').next()
            && (with.is_empty() || form.controls.iter().any(|control| control.name == with))
    });
    found.unwrap_or_else(|| {
        panic!(
            "{page} has no form to {to} ({}): {}",
            answer.status,
            answer.read()
        )
    })
}

async fn send(lived: &Lived, role: Role, form: &Form) -> Answer {
    lived.send(role, "POST", &form.action, &form.fields()).await
}

fn has(answer: &Answer, text: &str) -> bool {
    plain(&answer.text()).contains(text)
}

/// A form that two pages of one person show, and what each of them then says.
struct Twice {
    name: &'static str,
    day: Day,
    role: Role,
    page: &'static str,
    to: &'static str,
    /// The field that differs, and what else is filled in.
    field: &'static str,
    more: &'static [(&'static str, &'static str)],
    /// What the second one finds.
    second: Second,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Second {
    /// Both stand beside each other on the record.
    Both,
    /// 409 with one's own words and those that are there now.
    Conflict,
    /// 409 or 422 with one's own words; what is there already is no text.
    KeepsOwn,
}

const FIRST: &str = "The words of the first tab.";
const LATER: &str = "Other words, of the second tab.";

const FORMS: &[Twice] = &[
    Twice {
        name: "an answer to a lesson",
        day: Day::January,
        role: Role::Teacher,
        page: "/observations/{lesson}",
        to: "/observations/{lesson}/answers",
        field: "answer",
        more: &[("act", "share")],
        second: Second::Conflict,
    },
    Twice {
        name: "a rationale",
        day: Day::May,
        role: Role::Evaluator,
        page: "/teachers/{teacher}/rationale/instruction",
        to: "/teachers/{teacher}/rationale/instruction",
        field: "text",
        more: &[("act", "share")],
        second: Second::Conflict,
    },
    Twice {
        name: "an answer to the rating",
        day: Day::Rated,
        role: Role::Teacher,
        page: "/teachers/{teacher}/rating",
        to: "/teachers/{teacher}/rating/answers",
        field: "answer",
        more: &[("act", "share")],
        second: Second::Conflict,
    },
    Twice {
        name: "a recommendation",
        day: Day::Rated,
        role: Role::Evaluator,
        page: "/teachers/{teacher}/recommendation",
        to: "/teachers/{teacher}/recommendation",
        field: "reasons",
        more: &[("act", "share")],
        second: Second::Conflict,
    },
    Twice {
        name: "a letter",
        day: Day::January,
        role: Role::Evaluator,
        page: "/teachers/{teacher}/messages/new?follows=conversation/{mid_year}",
        to: "/teachers/{teacher}/messages/new",
        field: "body",
        more: &[("act", "send")],
        second: Second::Conflict,
    },
    Twice {
        name: "a measure",
        day: Day::January,
        role: Role::Evaluator,
        page: "/teachers/{teacher}/measures?enter=collective",
        to: "/teachers/{teacher}/measures",
        field: "collective.source",
        more: &[("collective.percent", "60"), ("act", "enter")],
        second: Second::Conflict,
    },
    Twice {
        name: "a preparation",
        day: Day::January,
        role: Role::Teacher,
        page: "/conversations/{mid_year}",
        to: "/conversations/{mid_year}/preparation",
        field: "preparation.m.prepare.t1",
        more: &[("act", "share")],
        second: Second::Both,
    },
    Twice {
        name: "a note",
        day: Day::January,
        role: Role::Teacher,
        page: "/conversations/{mid_year}",
        to: "/conversations/{mid_year}/notes",
        field: "note",
        more: &[("act", "add")],
        second: Second::Both,
    },
    Twice {
        name: "another place",
        day: Day::January,
        role: Role::Evaluator,
        page: "/conversations/{mid_year}/move",
        to: "/conversations/{mid_year}/move",
        field: "place",
        more: &[],
        second: Second::Conflict,
    },
    Twice {
        name: "calling off",
        day: Day::January,
        role: Role::Evaluator,
        page: "/conversations/{mid_year}/cancel",
        to: "/conversations/{mid_year}/cancel",
        field: "reason",
        more: &[],
        second: Second::Conflict,
    },
    Twice {
        name: "an office",
        day: Day::January,
        role: Role::Administrator,
        page: "/people/{teacher}/offices",
        to: "/people/{teacher}/offices",
        field: "reason",
        more: &[("office", "performance_office")],
        second: Second::KeepsOwn,
    },
    Twice {
        name: "the pack",
        day: Day::January,
        role: Role::Administrator,
        page: "/year/pack",
        to: "/year/pack",
        field: "reason",
        more: &[("pack", "leap/2027-28")],
        second: Second::KeepsOwn,
    },
    Twice {
        name: "the days",
        day: Day::January,
        role: Role::Administrator,
        page: "/year/days",
        to: "/year/days",
        field: "off_label",
        more: &[],
        second: Second::KeepsOwn,
    },
];

#[tokio::test]
async fn who_comes_second_sees_both_texts_and_overwrites_nothing() {
    let mut wrong = vec![];
    for twice in FORMS {
        let lived = Lived::on(twice.day).await;
        let things = &lived.records[0];
        let (page, to) = (
            fill(&lived, twice.page, things).await,
            fill(&lived, twice.to, things).await,
        );
        let mut tabs = vec![];
        for text in [FIRST, LATER] {
            let mut tab = form(&lived, twice.role, &page, &to, twice.field).await;
            tab.fill_first(twice.field, text);
            for (name, value) in twice.more {
                tab.fill_first(name, value);
            }
            tabs.push(tab);
        }
        let first = send(&lived, twice.role, &tabs[0]).await;
        assert_eq!(
            first.status,
            StatusCode::SEE_OTHER,
            "{}: {}",
            twice.name,
            first.read()
        );
        let between = lived.kept().await;
        let second = send(&lived, twice.role, &tabs[1]).await;
        let after = lived.kept().await;
        let what = format!("{}: {} {}", twice.name, second.status, second.location);
        match twice.second {
            Second::Both => {
                let shown = lived.get(twice.role, &page).await;
                if second.status != StatusCode::SEE_OTHER || !has(&shown, LATER) {
                    wrong.push(format!(
                        "{what}: the second text is not there: {}",
                        second.read()
                    ));
                }
            }
            Second::Conflict | Second::KeepsOwn => {
                let refused = matches!(
                    second.status,
                    StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY
                );
                if !refused || between.entries != after.entries {
                    wrong.push(format!("{what}: taken over the first one"));
                }
                if refused && !has(&second, LATER) {
                    wrong.push(format!(
                        "{what}: one's own words are lost: {}",
                        second.read().chars().take(200).collect::<String>()
                    ));
                }
                if twice.second == Second::Conflict
                    && (second.status != StatusCode::CONFLICT || !has(&second, FIRST))
                {
                    wrong.push(format!(
                        "{what}: what is there now is not shown: {}",
                        second.read().chars().take(200).collect::<String>()
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

/// What an autosave answers: status and body.
async fn autosave(
    lived: &Lived,
    role: Role,
    address: &str,
    text: &str,
    version: u64,
) -> (StatusCode, Value) {
    let name = address.rsplit('/').next().unwrap().to_owned();
    let answer = lived
        .send(
            role,
            "PUT",
            address,
            &[
                (name, text.to_owned()),
                ("version".to_owned(), version.to_string()),
            ],
        )
        .await;
    let mut said: Value = serde_json::from_slice(&answer.bytes).unwrap_or_default();
    // The number of the revision, before what the server knows its text by.
    if let Some((number, _)) = said["version"].as_str().and_then(|it| it.split_once('.')) {
        said["version"] = number.parse::<u64>().unwrap().into();
    }
    (answer.status, said)
}

#[tokio::test]
async fn drafts_of_two_tabs_conflict_and_nothing_is_lost() {
    let lived = Lived::on(Day::January).await;
    let things = lived.records[0].clone();
    for address in [
        format!("/drafts/observation/{}/text.I.6", things.begun),
        format!("/drafts/observation/{}/answer", things.lesson),
        format!("/drafts/conversation/{}/note.9", things.mid_year),
        format!(
            "/drafts/rationale/{}.2026-27.instruction/text",
            things.teacher
        ),
    ] {
        let role = if address.ends_with("answer") {
            Role::Teacher
        } else {
            Role::Evaluator
        };
        let (status, saved) = autosave(&lived, role, &address, FIRST, 0).await;
        assert_eq!(
            (status, &saved["version"]),
            (StatusCode::OK, &Value::from(1)),
            "{address}: {saved}"
        );
        let (status, conflict) = autosave(&lived, role, &address, LATER, 0).await;
        assert_eq!(status, StatusCode::CONFLICT, "{address}");
        let name = address.rsplit('/').next().unwrap();
        assert_eq!(
            (&conflict["version"], &conflict["theirs"][name]),
            (&Value::from(1), &Value::from(FIRST)),
            "{address}: {conflict}"
        );
        assert!(
            conflict["by"].as_str().is_some_and(|said| said.len() > 5),
            "{conflict}"
        );
        // The same words again are no conflict: an answer was lost on the way.
        assert_eq!(
            autosave(&lived, role, &address, FIRST, 0).await.0,
            StatusCode::OK
        );
        // Having seen both, the second tab goes on from what is there.
        let (status, saved) = autosave(&lived, role, &address, LATER, 1).await;
        assert_eq!(
            (status, &saved["version"]),
            (StatusCode::OK, &Value::from(2)),
            "{address}"
        );
        let actor = lived.actor(role).await.unwrap();
        let thing: Stream = address
            .trim_start_matches("/drafts/")
            .rsplit_once('/')
            .unwrap()
            .0
            .parse()
            .unwrap();
        let revisions = lived
            .record
            .draft_revisions(&actor, &thing, name)
            .await
            .unwrap();
        assert_eq!(
            revisions
                .iter()
                .map(|draft| draft.text.as_str())
                .collect::<Vec<_>>(),
            [FIRST, LATER],
            "every revision is kept"
        );
        // At the same moment one is saved and one is told.
        let (one, two) = tokio::join!(
            autosave(&lived, role, &address, "One", 2),
            autosave(&lived, role, &address, "Two", 2)
        );
        let mut statuses = [one.0, two.0];
        statuses.sort();
        assert_eq!(
            statuses,
            [StatusCode::OK, StatusCode::CONFLICT],
            "{address}"
        );
    }
}

#[tokio::test]
async fn both_say_we_met_at_the_same_moment_and_it_counts_once() {
    for _ in 0..5 {
        let lived = Lived::on(Day::January).await;
        let things = lived.records[0].clone();
        let talk = Stream::of(Kind::Conversation, things.mid_year);
        let page = format!("/conversations/{}", things.mid_year);
        let note = format!("/drafts/conversation/{}/note.2", things.mid_year);
        assert_eq!(
            autosave(&lived, Role::Teacher, &note, "My side of it.", 0)
                .await
                .0,
            StatusCode::OK
        );
        let before = lived.events(&talk).await.len();
        let met = format!("{page}/met");
        let teacher = form(&lived, Role::Teacher, &page, &met, "").await;
        let evaluator = form(&lived, Role::Evaluator, &page, &met, "").await;
        let (one, two) = tokio::join!(
            send(&lived, Role::Teacher, &teacher),
            send(&lived, Role::Evaluator, &evaluator)
        );
        // Neither learns of a conflict: both only said what is so.
        assert_eq!(
            (one.status, two.status),
            (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER),
            "{} {}",
            one.read(),
            two.read()
        );
        let events = lived.events(&talk).await;
        let count = |name: &str| events.iter().filter(|event| event.as_str() == name).count();
        assert_eq!(
            (count("conversation.we_met"), count("conversation.held")),
            (2, 1),
            "{events:?}"
        );
        assert_eq!(events.len(), before + 3);
        let shown = lived.get(Role::Teacher, &page).await;
        assert!(
            has(&shown, "My side of it.") && has(&shown, "To ask: which goal moved."),
            "both sides' notes stand: {}",
            shown.read()
        );
        // Either of them a second time changes nothing.
        for (role, form) in [(Role::Teacher, &teacher), (Role::Evaluator, &evaluator)] {
            send(&lived, role, form).await;
        }
        assert_eq!(lived.events(&talk).await.len(), before + 3);
    }
}

#[tokio::test]
async fn a_note_that_is_saved_while_both_say_we_met_is_either_on_the_record_or_still_its_authors() {
    for _ in 0..5 {
        let lived = Lived::on(Day::January).await;
        let things = lived.records[0].clone();
        let page = format!("/conversations/{}", things.mid_year);
        let met = format!("{page}/met");
        let teacher = form(&lived, Role::Teacher, &page, &met, "").await;
        send(&lived, Role::Teacher, &teacher).await;
        let evaluator = form(&lived, Role::Evaluator, &page, &met, "").await;
        let note = format!("/drafts/conversation/{}/note.7", things.mid_year);
        let (_, saved) = tokio::join!(
            send(&lived, Role::Evaluator, &evaluator),
            autosave(&lived, Role::Teacher, &note, "At the last moment.", 0)
        );
        let shown = lived.get(Role::Teacher, &page).await;
        let actor = lived.actor(Role::Teacher).await.unwrap();
        let stream = Stream::of(Kind::Conversation, things.mid_year);
        let begun = lived.record.drafts(&actor, &stream).await.unwrap();
        let kept = has(&shown, "At the last moment.")
            || begun
                .iter()
                .any(|draft| draft.text == "At the last moment.");
        // A text that was not taken stays in the page that sent it, which is told so.
        assert!(
            kept || saved.0 == StatusCode::UNPROCESSABLE_ENTITY,
            "{}: the note is nowhere",
            saved.0
        );
    }
}

#[tokio::test]
async fn two_shares_of_one_rating_at_the_same_moment_are_one() {
    let lived = Lived::on(Day::May).await;
    let teacher = lived.records[0].teacher;
    let page = format!("/teachers/{teacher}/rating/share");
    let one = form(&lived, Role::Evaluator, &page, &page, "").await;
    let two = form(&lived, Role::Evaluator, &page, &page, "").await;
    let before = lived.kept().await;
    let (first, second) = tokio::join!(
        send(&lived, Role::Evaluator, &one),
        send(&lived, Role::Evaluator, &two)
    );
    let mut statuses = [first.status, second.status];
    statuses.sort();
    assert_eq!(
        statuses[0],
        StatusCode::SEE_OTHER,
        "{} {}",
        first.read(),
        second.read()
    );
    assert!(matches!(
        statuses[1],
        StatusCode::SEE_OTHER | StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY
    ));
    let after = lived.kept().await;
    assert_eq!(
        (after.entries, after.outbox),
        (before.entries + 1, before.outbox + 1),
        "one event, one mail"
    );
}

#[tokio::test]
async fn acknowledging_and_declining_at_the_same_moment_is_one_of_them() {
    let lived = Lived::on(Day::Rated).await;
    let teacher = lived.records[0].teacher;
    let at = |act: &str| format!("/teachers/{teacher}/rating/{act}");
    let yes = form(
        &lived,
        Role::Teacher,
        &at("acknowledge"),
        &at("acknowledge"),
        "",
    )
    .await;
    let no = form(&lived, Role::Teacher, &at("decline"), &at("decline"), "").await;
    let rating = Stream::of_year(Kind::Rating, teacher, &year());
    let before = lived.events(&rating).await.len();
    let (yes, no) = tokio::join!(
        send(&lived, Role::Teacher, &yes),
        send(&lived, Role::Teacher, &no)
    );
    let taken = [yes.status, no.status]
        .iter()
        .filter(|status| **status == StatusCode::SEE_OTHER)
        .count();
    assert_eq!(
        (taken, lived.events(&rating).await.len()),
        (1, before + 1),
        "{} {}",
        yes.read(),
        no.read()
    );
}

#[tokio::test]
async fn a_page_made_before_an_evaluator_changed_writes_nothing_afterwards() {
    let lived = Lived::on(Day::January).await;
    let things = lived.records[0].clone();
    let page = format!("/teachers/{}/conversations/end-of-year/new", things.teacher);
    let mut schedule = form(&lived, Role::Evaluator, &page, &page, "place").await;
    for (name, value) in [
        ("place", "Room 12"),
        ("on", "2027-04-14"),
        ("begins", "14:00"),
        ("length", "standard"),
    ] {
        schedule.fill_first(name, value);
    }
    let people = format!("/people/{}/evaluators", things.teacher);
    let mut assign = form(&lived, Role::Administrator, &people, &people, "reason").await;
    assign.fill_first("evaluator", &lived.person(Role::Leader).to_string());
    assign.fill_first("begins", "2027-01-14");
    assign.fill_first("reason", "A long leave");
    assert_eq!(
        send(&lived, Role::Administrator, &assign).await.status,
        StatusCode::SEE_OTHER
    );
    let before = lived.kept().await;
    assert_eq!(
        send(&lived, Role::Evaluator, &schedule).await.status,
        StatusCode::NOT_FOUND
    );
    let draft = format!("/drafts/conversation/{}/note.1", things.mid_year);
    assert_eq!(
        autosave(&lived, Role::Evaluator, &draft, "Late words", 1)
            .await
            .0,
        StatusCode::NOT_FOUND
    );
    assert_eq!(before.differs(&lived.kept().await), "");
}

#[tokio::test]
async fn another_promise_typed_into_the_same_page_is_another_one() {
    let lived = Lived::on(Day::January).await;
    let page = format!("/conversations/{}", lived.records[0].mid_year);
    let mut promise = form(
        &lived,
        Role::Teacher,
        &page,
        &format!("{page}/promises"),
        "what",
    )
    .await;
    for (name, value) in [("by", "2027-02-01"), ("whose", "evaluator"), ("act", "add")] {
        promise.fill_first(name, value);
    }
    for what in [FIRST, FIRST, LATER] {
        promise.fill_first("what", what);
        assert_eq!(
            send(&lived, Role::Teacher, &promise).await.status,
            StatusCode::SEE_OTHER
        );
    }
    let shown = plain(&lived.get(Role::Teacher, &page).await.read());
    assert_eq!(
        (shown.matches(FIRST).count(), shown.matches(LATER).count()),
        (1, 1),
        "{shown}"
    );
}
