//! Professionalism: both sides rate on their own, read what they wrote, send it, and see it side by side.

use crate::browser::Form;
use crate::larkspur::{Answer, Larkspur};
use crate::pictures::keep;
use axum::http::StatusCode;
use jiff::civil::date;
use record::testing::Database;

const RESTS_ON: &str = "Exit tickets of three classes, 8 to 19 December.";

async fn fill(
    larkspur: &Larkspur,
    who: &str,
    page: &Answer,
    address: &str,
    fields: &[(String, String)],
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

/// Levels of P.1 to P.7 at a moment, with the same words for those that have some.
fn levels(moment: &str, levels: [u8; 7], with_words: bool) -> Vec<(String, String)> {
    let of = |(n, level): (usize, u8)| {
        let words = if with_words { RESTS_ON } else { "" };
        [
            (format!("{moment}.score.P.{}", n + 1), level.to_string()),
            (format!("{moment}.text.P.{}", n + 1), words.to_owned()),
        ]
    };
    levels.into_iter().enumerate().flat_map(of).collect()
}

async fn send(
    larkspur: &Larkspur,
    who: &str,
    address: &str,
    fields: &[(String, String)],
) -> Answer {
    let page = larkspur.get(who, address).await;
    let read = fill(larkspur, who, &page, address, fields, "read").await;
    assert_eq!(
        (read.status, read.location.as_str()),
        (StatusCode::SEE_OTHER, format!("{address}?read=1").as_str()),
        "{}",
        read.read()
    );
    let page = larkspur.get(who, &read.location).await;
    keep(&format!("professionalism-read-{who}"), &page.text());
    fill(larkspur, who, &page, address, &[], "send").await
}

async fn story(database: Database) {
    let larkspur = Larkspur::on(database).await;
    larkspur.day(date(2027, 1, 11));
    let teacher = larkspur.person("Castellano");
    let address = format!("/teachers/{teacher}/professionalism/mid-year");
    let page = larkspur.get("Castellano", &address).await;
    assert!(
        page.read()
            .contains("Neither side has sent its ratings yet."),
        "{}",
        page.read()
    );

    let saved = fill(
        &larkspur,
        "Castellano",
        &page,
        &address,
        &levels("mid-year", [5, 5, 5, 5, 5, 5, 4], false),
        "save",
    )
    .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    assert!(
        larkspur
            .get("Achterberg", &address)
            .await
            .read()
            .contains("Neither side has sent"),
        "a draft is one side’s alone"
    );
    let sent = send(&larkspur, "Castellano", &address, &[]).await;
    assert_eq!(
        (sent.status, sent.location.as_str()),
        (StatusCode::SEE_OTHER, format!("{address}?sent=1").as_str()),
        "{}",
        sent.read()
    );
    assert!(
        larkspur
            .get("Achterberg", &address)
            .await
            .read()
            .contains("Teacher: sent by Imani Castellano")
    );

    // The evaluator owes reasons below Effective and at Distinguished.
    let page = larkspur.get("Achterberg", &address).await;
    let bare = levels("mid-year", [5, 3, 5, 5, 7, 5, 4], false);
    let refused = fill(&larkspur, "Achterberg", &page, &address, &bare, "read").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for indicator in ["P.2", "P.5", "P.7"] {
        assert!(
            refused.read().contains(&format!(
                "You scored {indicator} and wrote nothing about it."
            )),
            "{}",
            refused.read()
        );
    }
    assert!(
        !refused.read().contains("You scored P.1"),
        "a level in Effective needs no reasons at mid-year"
    );
    keep("professionalism-refused", &refused.text());

    let sent = send(
        &larkspur,
        "Achterberg",
        &address,
        &levels("mid-year", [5, 3, 5, 5, 7, 5, 4], true),
    )
    .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.read());
    let page = larkspur.get("Castellano", &address).await;
    keep("professionalism-both", &page.text());
    let read = page.read();
    assert!(
        read.contains("2 levels") && read.contains("the same") && read.contains(RESTS_ON),
        "{read}"
    );
    let notices = larkspur.record.outbox(None, 10).await.unwrap();
    let to: Vec<_> = notices.iter().map(|queued| queued.notice.to).collect();
    assert_eq!(to.len(), 2);
    assert!(to.contains(&teacher) && to.contains(&larkspur.person("Achterberg")));

    // Sent once more: the page shows the later one.
    let sent = send(
        &larkspur,
        "Achterberg",
        &address,
        &levels("mid-year", [5, 4, 5, 5, 7, 5, 4], true),
    )
    .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert!(
        larkspur
            .get("Castellano", &address)
            .await
            .read()
            .contains("4, Approaching")
    );
    for (who, status) in [
        ("Okonkwo-Lane", StatusCode::OK),
        ("Harrow", StatusCode::NOT_FOUND),
        ("Mazur", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(larkspur.get(who, &address).await.status, status, "{who}");
    }
    let leader = larkspur
        .post("Okonkwo-Lane", &address, &[("act", "send")])
        .await;
    assert_eq!(leader.status, StatusCode::FORBIDDEN);
    assert_eq!(
        larkspur
            .get("Castellano", &address.replace("mid-year", "midsummer"))
            .await
            .status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn both_sides_rate_and_read_each_other() {
    story(Database::sqlite()).await;
}

#[tokio::test]
async fn both_sides_rate_and_read_each_other_on_postgres() {
    story(Database::postgres()).await;
}

#[tokio::test]
async fn what_the_other_side_sends_in_between_is_seen_before_ones_own_goes_out() {
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2027, 1, 11));
    let address = format!(
        "/teachers/{}/professionalism/end-of-year",
        larkspur.person("Castellano")
    );
    let page = larkspur.get("Achterberg", &address).await;
    let read = fill(
        &larkspur,
        "Achterberg",
        &page,
        &address,
        &levels("end-of-year", [5; 7], true),
        "read",
    )
    .await;
    let page = larkspur.get("Achterberg", &read.location).await;
    assert!(
        page.read()
            .contains("It counts towards the overall rating."),
        "{}",
        page.read()
    );
    send(
        &larkspur,
        "Castellano",
        &address,
        &levels("end-of-year", [6; 7], false),
    )
    .await;
    let late = fill(&larkspur, "Achterberg", &page, &address, &[], "send").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(
        late.read().contains("Somebody sent ratings here") && late.read().contains("6, Effective"),
        "{}",
        late.read()
    );
    let sent = fill(&larkspur, "Achterberg", &late, &address, &[], "send").await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let twice = fill(&larkspur, "Achterberg", &late, &address, &[], "send").await;
    assert_eq!(
        twice.status,
        StatusCode::SEE_OTHER,
        "sent twice: {}",
        twice.read()
    );
    let stream = domain::Stream::of_year(
        domain::Kind::Professionalism,
        larkspur.person("Castellano"),
        &crate::larkspur::year(),
    );
    let actor = larkspur
        .record
        .actor(larkspur.person("Achterberg"))
        .await
        .unwrap();
    let history = larkspur
        .record
        .history(&actor, &record::Of::Thing(stream))
        .await
        .unwrap();
    assert_eq!(history.len(), 2, "and on the record once");
}

#[tokio::test]
async fn odd_levels_are_named_and_kept_as_text() {
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2027, 1, 11));
    let address = format!(
        "/teachers/{}/professionalism/mid-year",
        larkspur.person("Castellano")
    );
    let odd = [
        ("mid-year.score.P.1", "0"),
        ("mid-year.score.P.2", "five"),
        ("mid-year.text.P.2", "<img src=x onerror=alert(1)>"),
        ("act", "read"),
    ];
    let refused = larkspur.post("Castellano", &address, &odd).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let read = refused.read();
    for said in [
        "The score of P.1 must be a whole number from 1 to 7.",
        "The score of P.2 must be",
        "P.3 has no score yet.",
    ] {
        assert!(read.contains(said), "{said}: {read}");
    }
    assert!(
        refused
            .text()
            .contains("&lt;img src=x onerror=alert(1)&gt;")
    );
}
