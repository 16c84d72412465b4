//! The recommendation: written beside the record's summary, seen by the teacher and the school's leader.

use crate::larkspur::Larkspur;
use crate::pictures::keep;
use axum::http::StatusCode;

#[tokio::test(flavor = "multi_thread")]
async fn renewal_is_recommended_and_seen() {
    let larkspur = Larkspur::new().await;
    larkspur.may("76", "54").await;
    let path = format!("/teachers/{}/recommendation", larkspur.person("Castellano"));
    let page = larkspur.get("Achterberg", &path).await;
    keep("recommendation", &page.text());
    keep(
        "recommendation-es",
        &larkspur.get_in("es", "Achterberg", &path).await.text(),
    );
    assert!(
        page.read().contains("3, the last on Tue 16 Mar 2027"),
        "{}",
        page.read()
    );
    assert!(
        larkspur
            .get("Castellano", &path)
            .await
            .read()
            .contains("There is no recommendation yet.")
    );

    let empty = larkspur
        .post(
            "Achterberg",
            &path,
            &[
                ("form_token", "n1"),
                ("version", "0"),
                ("reasons", " "),
                ("act", "recommend"),
            ],
        )
        .await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.read().contains("Please write the reasons."));
    let reasons = "Routines that hold, and tasks at two levels.";
    let shown = empty.shown(&[("reasons", "")]);
    let sent = [
        (shown[0].0, shown[0].1.as_str()),
        ("form_token", "n2"),
        ("version", "0"),
        ("reasons", reasons),
        ("act", "recommend"),
    ];
    assert_eq!(
        larkspur.post("Castellano", &path, &sent).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        larkspur.post("Brand", &path, &sent).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        larkspur.post("Achterberg", &path, &sent).await.status,
        StatusCode::SEE_OTHER
    );
    // The same form sent twice is carried out once.
    assert_eq!(
        larkspur.post("Achterberg", &path, &sent).await.status,
        StatusCode::SEE_OTHER
    );
    for who in ["Castellano", "Okonkwo-Lane", "Achterberg"] {
        let page = larkspur.get(who, &path).await;
        assert!(
            page.text().contains(reasons) && page.read().contains("Renewal is recommended."),
            "{who}"
        );
    }
    let twice = [
        ("form_token", "n3"),
        ("version", "1"),
        ("reasons", "Again."),
        ("act", "recommend"),
    ];
    let refused = larkspur.post("Achterberg", &path, &twice).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused
            .read()
            .contains("Renewal is already recommended for this year.")
    );
}
