//! A round of feedback through the pages: asked, answered once, closed, published once, and never more than a group that is
//! large enough.

use crate::larkspur::{Answer, Larkspur};
use axum::http::StatusCode;
use jiff::civil::date;

const ROUND: &str = "/feedback/2026-27.beginning";

const MARKS: [(&str, &str); 4] = [
    ("mark.clear", "yes"),
    ("mark.useful", "rather_yes"),
    ("mark.next_step", "no"),
    ("mark.time_teacher", "enough"),
];

/// Every question answered; `token` is the form's, which the record takes once.
fn sheet<'a>(token: &'a str, text: &'a str) -> Vec<(&'a str, &'a str)> {
    let own = [("form_token", token), ("text", text)];
    MARKS.into_iter().chain(own).collect()
}

/// Led back to the round, which says why nothing was taken.
fn is_led_back(answer: &Answer) -> bool {
    answer.status == StatusCode::SEE_OTHER && answer.location == ROUND
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_is_answered_once_published_once_and_says_nothing_of_a_few() {
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2026, 10, 1));
    let early = larkspur.post("Castellano", ROUND, &sheet("t1", "")).await;
    assert!(is_led_back(&early));

    larkspur.day(date(2026, 10, 6));
    let today = larkspur.get("Castellano", "/").await;
    assert!(today.text().contains(ROUND), "{}", today.read());
    // A name of somebody at the school is found before anything is sent, and what was typed is still there.
    let named = larkspur
        .post("Castellano", ROUND, &sheet("t2", "Mr Achterberg is kind."))
        .await;
    assert_eq!(named.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        named
            .read()
            .contains("may name a person or a school: Achterberg"),
        "{}",
        named.read()
    );
    assert!(named.text().contains("Mr Achterberg is kind."));
    let open = larkspur
        .post(
            "Castellano",
            ROUND,
            &[("form_token", "t0"), ("text", "Shorter letters.")],
        )
        .await;
    assert_eq!(
        open.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "every question is answered"
    );
    let sent = larkspur
        .post(
            "Castellano",
            ROUND,
            &sheet("t3", "Shorter letters, please."),
        )
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let again = larkspur
        .post("Castellano", ROUND, &sheet("t4", "Once more."))
        .await;
    assert!(is_led_back(&again));
    let list = larkspur.get("Castellano", "/feedback").await.read();
    assert!(
        list.contains("You have taken part.") && !list.contains("Shorter letters"),
        "{list}"
    );

    // Nobody reads while it is open, not the office either; nobody but the office ever screens.
    let screening = format!("{ROUND}/screening");
    let office = larkspur.get("Abadi", &screening).await.read();
    assert!(
        office.contains("Until then nobody reads anything") && !office.contains("Shorter"),
        "{office}"
    );
    let publish = larkspur.post("Abadi", &screening, &[]).await;
    assert_eq!(publish.status, StatusCode::UNPROCESSABLE_ENTITY);
    let results = format!("{ROUND}/results");
    let unread = larkspur.get("Abadi", &results).await;
    assert_eq!(
        (unread.status, unread.location.as_str()),
        (StatusCode::SEE_OTHER, "/feedback")
    );

    larkspur.day(date(2026, 10, 20));
    for who in ["Castellano", "Achterberg", "Okonkwo-Lane"] {
        let page = larkspur.get(who, &screening).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{who}");
        let post = larkspur.post(who, &screening, &[]).await;
        assert_eq!(post.status, StatusCode::FORBIDDEN, "{who}");
    }
    let late = larkspur.post("Achterberg", ROUND, &sheet("t5", "")).await;
    assert!(is_led_back(&late));
    // One answer is too few to be shown, in counts and in words, also to the office.
    let office = larkspur.get("Abadi", &screening).await.read();
    assert!(
        office.contains("too small") && !office.contains("Shorter"),
        "{office}"
    );
    let published = larkspur.post("Abadi", &screening, &[]).await;
    assert_eq!(published.status, StatusCode::SEE_OTHER);
    let twice = larkspur.post("Abadi", &screening, &[]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    for who in ["Castellano", "Achterberg", "Okonkwo-Lane", "Abadi"] {
        let page = larkspur.get(who, &results).await;
        assert_eq!(page.status, StatusCode::OK, "{who}");
        let read = page.read();
        assert!(
            read.contains("Fewer than 10 people answered"),
            "{who}: {read}"
        );
        assert!(!read.contains("Shorter letters"), "{who}: {read}");
    }
}
