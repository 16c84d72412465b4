//! A change to the policy: proposed without TOML, its effect seen, adopted or declined with a reason.

use crate::larkspur::{Answer, Larkspur};
use axum::http::StatusCode;
use domain::people::Office;

const LIST: &str = "/policy/changes";
const ONE: &str = "/policy/changes/1";

/// The cuts of the state's model as fractions of 100 (`leap.md` 3.6, alternative b).
async fn propose(larkspur: &Larkspur, who: &str, cuts: [&str; 3]) -> Answer {
    let fields = [
        ("value", "cuts"),
        ("cuts", cuts[0]),
        ("cuts", cuts[1]),
        ("cuts", cuts[2]),
        ("source", "Minutes of 12 May"),
        ("reason", "The state’s cuts are known to everybody."),
    ];
    larkspur.post(who, LIST, &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_office_proposes_everybody_reads_and_the_administrator_adopts() {
    let larkspur = Larkspur::new().await;
    larkspur
        .grant("Wielgosz", Office::PerformanceOffice, None)
        .await;
    larkspur.may("66", "37.5").await;
    let form = larkspur
        .get("Wielgosz", "/policy/changes/new?value=cuts")
        .await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.text().contains("value=\"175/3\""), "{}", form.text());
    let unread = propose(&larkspur, "Wielgosz", ["75/4", "fifty", "325/4"]).await;
    assert_eq!(unread.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        unread.read().contains("“Cuts” cannot be read"),
        "{}",
        unread.read()
    );
    assert!(
        unread.text().contains("value=\"fifty\""),
        "what was typed stays"
    );
    let turned = propose(&larkspur, "Wielgosz", ["60", "50", "70"]).await;
    assert_eq!(turned.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        turned.read().contains("cuts do not increase"),
        "{}",
        turned.read()
    );
    let sent = propose(&larkspur, "Wielgosz", ["75/4", "50", "81.25"]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);

    // Names side by side for whoever reads those years; numbers, too small to show, for whoever adopts; neither for others.
    let leader = larkspur.get("Okonkwo-Lane", ONE).await.read();
    assert!(
        leader.contains("25 · 58⅓ · 83⅓") && leader.contains("18¾ · 50 · 81¼"),
        "{leader}"
    );
    assert!(
        leader.contains("Imani Castellano") && leader.contains("would come out higher"),
        "{leader}"
    );
    let administrator = larkspur.get("Abadi", ONE).await.read();
    assert!(
        administrator.contains("too few to show") && !administrator.contains("Castellano"),
        "{administrator}"
    );
    let teacher = larkspur.get("Castellano", ONE).await;
    assert_eq!(teacher.status, StatusCode::OK);
    assert!(teacher.read().contains("18¾") && !teacher.read().contains("would come out higher"));
    assert!(!teacher.text().contains("value=\"adopt\""));

    let adopt = [("act", "adopt"), ("reason", "Voted on 12 May.")];
    let office = larkspur.post("Wielgosz", ONE, &adopt).await;
    assert_eq!(office.status, StatusCode::FORBIDDEN);
    let unsaid = larkspur
        .post("Abadi", ONE, &[("act", "adopt"), ("reason", "")])
        .await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
    let adopted = larkspur.post("Abadi", ONE, &adopt).await;
    assert_eq!(adopted.status, StatusCode::SEE_OTHER);
    let policy = larkspur
        .get("Castellano", "/policy?section=ratings")
        .await
        .read();
    assert!(
        policy.contains("version 2") && policy.contains("18¾ · 50 · 81¼"),
        "{policy}"
    );
    let again = larkspur.post("Abadi", ONE, &adopt).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let history = larkspur
        .get("Abadi", "/history/school_year/2026-27")
        .await
        .read();
    assert!(
        history.contains("proposed another value for the policy pack"),
        "{history}"
    );
    let open = larkspur.get("Abadi", "/policy/values/cuts").await.read();
    assert!(
        open.contains("Confirm what is ticked"),
        "the new cuts are not confirmed: {open}"
    );
}

/// A rating that was shared keeps the version under which it was made.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_shared_stays_as_it_was() {
    let larkspur = Larkspur::new().await;
    larkspur.may("76", "54").await;
    let rating = format!("/teachers/{}/rating", larkspur.person("Castellano"));
    let shared = larkspur
        .post("Achterberg", &format!("{rating}/share"), &[])
        .await;
    assert_eq!(shared.status, StatusCode::SEE_OTHER);
    assert_eq!(
        propose(&larkspur, "Abadi", ["20", "65", "85"]).await.status,
        StatusCode::SEE_OTHER
    );
    let adopt = [("act", "adopt"), ("reason", "Voted.")];
    assert_eq!(
        larkspur.post("Abadi", ONE, &adopt).await.status,
        StatusCode::SEE_OTHER
    );
    let page = larkspur.get("Castellano", &rating).await.read();
    assert!(
        page.contains("Effective") && page.contains("58⅓") && page.contains("version 1"),
        "{page}"
    );
}
