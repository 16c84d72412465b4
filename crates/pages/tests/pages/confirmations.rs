//! What the district confirms of its pack: everybody reads what is open, the administrator confirms and takes back, and the
//! rating says whether it rests on unconfirmed values.

use crate::larkspur::{Larkspur, pack};
use axum::http::StatusCode;

const CUTS: &str = "/policy/values/cuts";

#[tokio::test(flavor = "multi_thread")]
async fn everybody_reads_what_is_open_what_it_decides_and_what_else_it_could_be() {
    let larkspur = Larkspur::new().await;
    for who in ["Castellano", "Achterberg", "Abadi"] {
        let list = larkspur.get(who, "/policy/values").await.read();
        let count = pack().pack().unwrap().unsettled().count();
        let open = format!("{count} of {count} values are open");
        assert!(list.contains(&open), "{who}: {list}");
        assert!(list.contains("On which day does the board vote"), "{list}");
        let cuts = larkspur.get(who, CUTS).await.read();
        for told in [
            "25 · 58⅓ · 83⅓",
            "two years in a row below Effective",
            "18¾, 50 and 81¼",
        ] {
            assert!(cuts.contains(told), "{who}: {told}: {cuts}");
        }
        let confirms = cuts.contains("Confirm what is ticked");
        assert_eq!(confirms, who == "Abadi", "{who}");
    }
    let none = larkspur.get("Abadi", "/policy/values/nothing").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_confirmed_value_has_its_document_beside_it_until_it_is_taken_back() {
    let larkspur = Larkspur::new().await;
    let nothing = [("document", "Handbook 2026-27, page 14")];
    let again = larkspur.post("Abadi", CUTS, &nothing).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = again.text();
    assert!(
        text.contains("Nothing is ticked") && text.contains("Handbook 2026-27, page 14"),
        "{text}"
    );
    let unwritten = larkspur
        .post("Abadi", CUTS, &[("value", "cuts"), ("document", " ")])
        .await;
    assert_eq!(unwritten.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unwritten.text().contains("checked"), "the tick stays");

    let confirm = [("value", "cuts"), ("document", "Handbook 2026-27, page 14")];
    let done = larkspur.post("Abadi", CUTS, &confirm).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let page = larkspur.get("Castellano", CUTS).await.read();
    assert!(
        page.contains("Abadi") && page.contains("Handbook 2026-27, page 14"),
        "{page}"
    );
    let policy = larkspur
        .get("Castellano", "/policy?section=ratings")
        .await
        .read();
    assert!(policy.contains("Handbook 2026-27, page 14"), "{policy}");
    let twice = larkspur.post("Abadi", CUTS, &confirm).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    let history = larkspur
        .get("Abadi", "/history/school_year/2026-27")
        .await
        .read();
    assert!(
        history.contains("confirmed one value of the policy pack"),
        "{history}"
    );

    let back = format!("{CUTS}/back");
    let teacher = larkspur
        .post("Castellano", &back, &[("value", "cuts"), ("reason", "No")])
        .await;
    assert_eq!(teacher.status, StatusCode::FORBIDDEN);
    let reason = [
        ("value", "cuts"),
        ("reason", "The board voted another table."),
    ];
    let taken = larkspur.post("Abadi", &back, &reason).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    let page = larkspur.get("Castellano", CUTS).await.read();
    assert!(!page.contains("page 14"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rating_made_once_everything_is_confirmed_rests_on_no_demo_pack() {
    let larkspur = Larkspur::new().await;
    larkspur.may("76", "54").await;
    let adopted = pack();
    let open = adopted.pack().unwrap();
    for question in &open.confirmations {
        let values: Vec<String> = open
            .unsettled()
            .filter(|value| open.question(value) == Some(question))
            .map(|value| value.name.clone())
            .collect();
        if values.is_empty() {
            continue;
        }
        let mut fields: Vec<(&str, &str)> =
            values.iter().map(|it| ("value", it.as_str())).collect();
        fields.push(("document", "Handbook"));
        let address = format!("/policy/values/{}", question.id);
        let done = larkspur.post("Abadi", &address, &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{address}");
    }
    let list = larkspur.get("Abadi", "/policy/values").await.read();
    assert!(list.contains("This pack is official"), "{list}");
    let year = larkspur.get("Abadi", "/year").await.read();
    assert!(!year.contains("This is a demo pack"), "{year}");
    let rating = format!("/teachers/{}/rating", larkspur.person("Castellano"));
    let share = format!("{rating}/share");
    let shared = larkspur.post("Achterberg", &share, &[]).await;
    assert_eq!(shared.status, StatusCode::SEE_OTHER);
    let page = larkspur.get("Castellano", &rating).await.read();
    assert!(
        page.contains("Effective") && !page.contains("Computed with a demo pack"),
        "{page}"
    );
}
