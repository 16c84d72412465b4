//! Observations: a lesson from Today to the record, and the teacher's answer; what a draft forgives and what it refuses.

use crate::browser::Form;
use crate::larkspur::{Answer, Larkspur};
use crate::pictures::keep;
use axum::http::StatusCode;
use jiff::civil::date;
use record::testing::Database;

const SEEN: &str = "Nine of 26 made the same error; after you regrouped them 21 had it right.";
const OBSERVED: [&str; 12] = [
    "LE.1", "LE.2", "LE.3", "LE.4", "I.1", "I.2", "I.3", "I.4", "I.5", "I.6", "I.7", "I.8",
];

/// Opens the draft of a new lesson of Imani Castellano; gives its address.
async fn begun(larkspur: &Larkspur, observer: &str) -> String {
    let teacher = larkspur.person("Castellano");
    let new = larkspur
        .get(observer, &format!("/teachers/{teacher}/observations/new"))
        .await;
    assert_eq!(new.status, StatusCode::SEE_OTHER, "{}", new.read());
    let page = larkspur.get(observer, &new.location).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.read());
    new.location
}

/// Fills in the form that stands at an address and sends it with one of its acts.
async fn fill(
    larkspur: &Larkspur,
    who: &str,
    page: &Answer,
    address: &str,
    fields: &[(&str, &str)],
    act: &str,
) -> Answer {
    let mut form = Form::to(&page.text(), address)
        .unwrap_or_else(|| panic!("no form to {address}: {}", page.read()));
    for (name, value) in fields {
        form.fill(name, value);
    }
    form.fill("act", act);
    let mut sent = form.fields();
    // What no control of the page offers is sent all the same: a browser is not the only thing that posts.
    let odd = fields
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .filter(|(name, _)| !sent.iter().any(|(known, _)| known == name));
    let odd: Vec<(String, String)> = odd.collect();
    sent.extend(odd);
    let fields: Vec<(&str, &str)> = sent
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    larkspur.post(who, address, &fields).await
}

const SHORT: [(&str, &str); 7] = [
    ("kind", "short"),
    ("on", "2027-01-11"),
    ("begins", "09:00"),
    ("ends", "09:20"),
    ("focus", "fractions on a number line"),
    ("score.I.5", "5"),
    ("text.I.5", SEEN),
];

/// Writes a short lesson, reads it and shares it; gives the address of the lesson on the record.
async fn shared(larkspur: &Larkspur, observer: &str) -> String {
    let draft = begun(larkspur, observer).await;
    let page = larkspur.get(observer, &draft).await;
    let read = fill(larkspur, observer, &page, &draft, &SHORT, "read").await;
    assert_eq!(
        (read.status, read.location.as_str()),
        (StatusCode::SEE_OTHER, format!("{draft}?read=1").as_str()),
        "{}",
        read.read()
    );
    let page = larkspur.get(observer, &read.location).await;
    let shared = fill(larkspur, observer, &page, &draft, &[], "share").await;
    assert_eq!(shared.status, StatusCode::SEE_OTHER, "{}", shared.read());
    shared.location
}

async fn story(database: Database) {
    let larkspur = Larkspur::on(database).await;
    larkspur.day(date(2027, 1, 12));
    let teacher = larkspur.person("Castellano");
    let draft = begun(&larkspur, "Achterberg").await;
    let today = larkspur.get("Achterberg", "/").await;
    assert!(
        !today.text().contains(&draft),
        "opening a page alone keeps nothing"
    );

    let page = larkspur.get("Achterberg", &draft).await;
    keep("observation-draft", &page.text());
    for said in [
        "Imani Castellano",
        "Only you, until you share it.",
        "the district has not confirmed them",
        "Wed 20 Jan 2027",
    ] {
        assert!(page.read().contains(said), "{said}: {}", page.read());
    }
    let nothing = fill(&larkspur, "Achterberg", &page, &draft, &[], "save").await;
    assert_eq!(nothing.status, StatusCode::SEE_OTHER);
    let text = page.text();
    let address = text
        .split("data-autosave=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .find(|address| address.contains("/focus"))
        .unwrap();
    let kept = larkspur
        .put(
            "Achterberg",
            address,
            &[("focus", "fractions"), ("version", "0")],
        )
        .await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.text());
    let today = larkspur.get("Achterberg", "/").await;
    assert!(
        today.text().contains(&draft),
        "Today leads to what was begun"
    );

    let page = larkspur.get("Achterberg", &draft).await;
    let read = fill(&larkspur, "Achterberg", &page, &draft, &SHORT, "read").await;
    let page = larkspur.get("Achterberg", &read.location).await;
    keep("observation-read", &page.text());
    for said in [
        SEEN,
        "Level 5, Effective",
        "It counts towards the rating.",
        "never replaced or taken back",
        "(20 minutes)",
    ] {
        assert!(page.read().contains(said), "{said}: {}", page.read());
    }
    let nobody = larkspur.get("Castellano", &draft).await;
    assert_eq!(
        nobody.status,
        StatusCode::FORBIDDEN,
        "the teacher does not read a draft"
    );
    let done = fill(&larkspur, "Achterberg", &page, &draft, &[], "share").await;
    let lesson = done.location.split('?').next().unwrap().to_owned();
    assert!(lesson.starts_with("/observations/"), "{}", done.read());
    let twice = fill(&larkspur, "Achterberg", &page, &draft, &[], "share").await;
    assert_eq!(
        (twice.status, twice.location.as_str()),
        (StatusCode::SEE_OTHER, lesson.as_str()),
        "sent twice, shared once"
    );

    let page = larkspur.get("Achterberg", &done.location).await;
    keep("observation-shared", &page.text());
    assert!(
        page.read().contains("Shared with Ms Castellano."),
        "{}",
        page.read()
    );
    let key = lesson.rsplit('/').next().unwrap();
    assert!(
        page.text().contains(&format!(
            "/teachers/{teacher}/messages/new?follows=observation/{key}"
        )),
        "the message comes next"
    );
    assert!(page.text().contains(&format!("/history/observation/{key}")));
    assert!(
        !larkspur
            .get("Achterberg", "/")
            .await
            .text()
            .contains(&draft),
        "Today has nothing left to share"
    );
    let notices = larkspur.record.outbox(None, 10).await.unwrap();
    let to: Vec<_> = notices
        .iter()
        .map(|queued| (queued.notice.to, queued.notice.body.clone()))
        .collect();
    assert_eq!(to.len(), 1, "{to:?}");
    assert_eq!(to[0].0, teacher);
    assert!(
        !to[0].1.contains("fractions"),
        "a notice says only that something is there"
    );

    let page = larkspur.get("Castellano", &lesson).await;
    keep("observation-teacher", &page.text());
    assert!(
        page.read().contains("You can answer, in your own words."),
        "{}",
        page.read()
    );
    let answers = format!("{lesson}/answers");
    let saved = fill(
        &larkspur,
        "Castellano",
        &page,
        &answers,
        &[("answer", "The four were new")],
        "save",
    )
    .await;
    assert_eq!(saved.location, format!("{lesson}#answer"));
    assert!(
        larkspur
            .get("Castellano", &lesson)
            .await
            .text()
            .contains("The four were new"),
        "kept as typed"
    );
    assert!(
        !larkspur
            .get("Achterberg", &lesson)
            .await
            .text()
            .contains("The four were new"),
        "the teacher’s alone"
    );
    let page = larkspur.get("Castellano", &lesson).await;
    let answer = [(
        "answer",
        "The four were new that week. I have since paired them.",
    )];
    for _ in 0..2 {
        let done = fill(&larkspur, "Castellano", &page, &answers, &answer, "share").await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.read());
    }
    let read = larkspur.get("Achterberg", &lesson).await.read();
    assert_eq!(
        read.matches("I have since paired them.").count(),
        1,
        "{read}"
    );
    let notices = larkspur.record.outbox(None, 10).await.unwrap();
    assert_eq!(
        notices
            .iter()
            .filter(|queued| queued.notice.to == larkspur.person("Achterberg"))
            .count(),
        1
    );
    let stale = fill(
        &larkspur,
        "Castellano",
        &page,
        &answers,
        &[("answer", "And a second thought.")],
        "share",
    )
    .await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let both = stale.read();
    assert!(
        both.contains("And a second thought.") && both.contains("I have since paired them."),
        "{both}"
    );
}

#[tokio::test]
async fn a_lesson_goes_from_today_to_the_record_and_is_answered() {
    story(Database::sqlite()).await;
}

#[tokio::test]
async fn a_lesson_goes_from_today_to_the_record_and_is_answered_on_postgres() {
    story(Database::postgres()).await;
}

#[tokio::test]
async fn everything_that_is_wrong_is_named_at_its_field_and_what_was_typed_stays() {
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2027, 1, 12));
    let draft = begun(&larkspur, "Achterberg").await;
    let page = larkspur.get("Achterberg", &draft).await;
    let odd = [
        ("kind", "full"),
        ("on", "2027-02-31"),
        ("begins", "10:00"),
        ("ends", "09:00"),
        ("focus", "<script>alert(1)</script>"),
        ("score.I.5", "9"),
        ("text.I.5", "<b>bold & brave</b>"),
        ("score.I.6", "5"),
    ];
    let refused = fill(&larkspur, "Achterberg", &page, &draft, &odd, "read").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (read, text) = (refused.read(), refused.text());
    for said in [
        "The date of the lesson is missing or cannot be read.",
        "It ends before it begins.",
        "The score of I.5 must be a whole number from 1 to 7.",
        "You scored I.6 and wrote nothing about it.",
        "LE.1 has no score yet.",
        "<b>bold & brave</b>",
    ] {
        assert!(read.contains(said), "{said}: {read}");
    }
    assert!(
        !text.contains("<script>alert") && !text.contains("<b>bold"),
        "what was typed is text"
    );
    assert!(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    for (on, said) in [
        ("2027-01-13", "is still to come"),
        ("2026-08-01", "lies outside the school year"),
        ("", "is missing"),
    ] {
        let page = larkspur.get("Achterberg", &draft).await;
        let refused = fill(
            &larkspur,
            "Achterberg",
            &page,
            &draft,
            &[("on", on)],
            "read",
        )
        .await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.read().contains(said), "{said}: {}", refused.read());
    }
    let long = "x".repeat(70_000);
    let page = larkspur.get("Achterberg", &draft).await;
    let refused = fill(
        &larkspur,
        "Achterberg",
        &page,
        &draft,
        &[("text.I.8", &long)],
        "save",
    )
    .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.text().contains(&long),
        "even what is too long stays in the form"
    );
    let confirm = larkspur.get("Achterberg", &format!("{draft}?read=1")).await;
    assert_eq!(
        confirm.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "what is not ready is not read"
    );
}

#[tokio::test]
async fn an_untouched_field_of_an_old_page_undoes_nothing() {
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2027, 1, 12));
    let draft = begun(&larkspur, "Achterberg").await;
    let old = larkspur.get("Achterberg", &draft).await;
    let saved = fill(
        &larkspur,
        "Achterberg",
        &old,
        &draft,
        &[("focus", "fractions")],
        "save",
    )
    .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    fill(
        &larkspur,
        "Achterberg",
        &old,
        &draft,
        &[("text.I.5", SEEN)],
        "save",
    )
    .await;
    let now = larkspur.get("Achterberg", &draft).await;
    assert_eq!(now.value_of("focus").unwrap(), "fractions");
    assert!(now.text().contains(SEEN));
}

#[tokio::test]
async fn what_changed_since_it_was_read_is_read_again() {
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2027, 1, 12));
    let draft = begun(&larkspur, "Achterberg").await;
    let page = larkspur.get("Achterberg", &draft).await;
    fill(&larkspur, "Achterberg", &page, &draft, &SHORT, "read").await;
    let read = larkspur.get("Achterberg", &format!("{draft}?read=1")).await;
    let page = larkspur.get("Achterberg", &draft).await;
    fill(
        &larkspur,
        "Achterberg",
        &page,
        &draft,
        &[("score.I.5", "3")],
        "save",
    )
    .await;
    let stale = fill(&larkspur, "Achterberg", &read, &draft, &[], "share").await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(
        stale.read().contains("This is not what you read")
            && stale.read().contains("Level 3, Approaching"),
        "{}",
        stale.read()
    );
    let shared = fill(&larkspur, "Achterberg", &stale, &draft, &[], "share").await;
    assert_eq!(shared.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_draft_is_its_observers_alone_and_a_lesson_its_readers() {
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2027, 1, 12));
    let draft = begun(&larkspur, "Achterberg").await;
    assert_eq!(
        larkspur.get("Harrow", &draft).await.status,
        StatusCode::NOT_FOUND
    );
    let page = larkspur.get("Achterberg", &draft).await;
    fill(&larkspur, "Achterberg", &page, &draft, &SHORT, "save").await;
    assert!(
        !larkspur
            .get("Okonkwo-Lane", &draft)
            .await
            .text()
            .contains(SEEN),
        "the leader begins a draft of her own"
    );
    let others = draft.replace(
        &larkspur.person("Castellano").to_string(),
        &larkspur.person("Mazur").to_string(),
    );
    assert_eq!(
        larkspur.get("Achterberg", &others).await.status,
        StatusCode::NOT_FOUND,
        "a draft stays with its teacher"
    );
    assert_eq!(
        larkspur
            .get("Achterberg", &draft.replace("/draft", "x/draft"))
            .await
            .status,
        StatusCode::NOT_FOUND
    );

    let lesson = shared(&larkspur, "Okonkwo-Lane").await;
    let page = larkspur.get("Okonkwo-Lane", &lesson).await;
    assert!(
        !page.text().contains("/messages/new"),
        "a leader who does not evaluate writes no letter"
    );
    let lesson = lesson.split('?').next().unwrap();
    for (who, status) in [
        ("Castellano", StatusCode::OK),
        ("Achterberg", StatusCode::OK),
        ("Harrow", StatusCode::NOT_FOUND),
        ("Mazur", StatusCode::NOT_FOUND),
        ("Wielgosz", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(larkspur.get(who, lesson).await.status, status, "{who}");
    }
    let answer = larkspur
        .post(
            "Achterberg",
            &format!("{lesson}/answers"),
            &[("answer", "I say so."), ("act", "share")],
        )
        .await;
    assert_eq!(
        answer.status,
        StatusCode::FORBIDDEN,
        "only the teacher answers"
    );
    let empty = larkspur
        .post(
            "Castellano",
            &format!("{lesson}/answers"),
            &[("answer", "  "), ("act", "share")],
        )
        .await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        empty.read().contains("Please write your answer."),
        "{}",
        empty.read()
    );
}

#[tokio::test]
async fn a_draft_is_thrown_away_after_a_page_that_says_what_that_means() {
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2027, 1, 12));
    let draft = begun(&larkspur, "Achterberg").await;
    let page = larkspur
        .get("Achterberg", &format!("{draft}?discard=1"))
        .await;
    assert!(
        page.read().contains("cannot be brought back"),
        "{}",
        page.read()
    );
    let gone = fill(&larkspur, "Achterberg", &page, &draft, &[], "discard").await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER);
    assert!(
        !larkspur
            .get("Achterberg", "/")
            .await
            .text()
            .contains(&draft)
    );
}

#[tokio::test]
async fn a_full_lesson_needs_every_indicator_and_shows_what_was_seen_before() {
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2027, 1, 12));
    shared(&larkspur, "Achterberg").await;
    larkspur.day(date(2027, 3, 16));
    let draft = begun(&larkspur, "Achterberg").await;
    let page = larkspur.get_in("es", "Achterberg", &draft).await;
    keep("observation-draft-es", &page.text());
    let page = larkspur.get("Achterberg", &draft).await;
    assert!(
        page.read().contains("Before: 11 Jan: 5."),
        "{}",
        page.read()
    );
    let mut fields: Vec<(String, String)> = vec![];
    for (name, value) in [
        ("kind", "full"),
        ("on", "2027-03-16"),
        ("begins", "8:05"),
        ("ends", "08:50"),
        ("focus", "reading for claims"),
    ] {
        fields.push((name.into(), value.into()));
    }
    for indicator in OBSERVED {
        fields.push((format!("score.{indicator}"), "6".into()));
        fields.push((format!("text.{indicator}"), SEEN.into()));
    }
    let all: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let most = &all[..all.len() - 2];
    let refused = fill(&larkspur, "Achterberg", &page, &draft, most, "read").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.read().contains("I.8 has no score yet."),
        "{}",
        refused.read()
    );
    let page = larkspur.get("Achterberg", &draft).await;
    let read = fill(&larkspur, "Achterberg", &page, &draft, &all, "read").await;
    assert_eq!(read.status, StatusCode::SEE_OTHER, "{}", read.read());
    let page = larkspur.get("Achterberg", &read.location).await;
    keep("observation-read-full", &page.text());
    assert!(
        page.read().contains("8:05 am to 8:50 am (45 minutes)")
            || page.read().contains("(45 minutes)"),
        "{}",
        page.read()
    );
}
