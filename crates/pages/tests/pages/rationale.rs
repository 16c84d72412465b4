//! The rationale desk: text and ticks are kept, what is refused comes back whole, what is shared is read by the others.

use crate::castellano::{hers, lesson_stream};
use crate::larkspur::Larkspur;
use crate::pictures::keep;
use axum::http::StatusCode;
use domain::Kind;

const TEXT: &str = "I.6, level 4, October to March. Tasks came at two levels from March on.";

#[tokio::test(flavor = "multi_thread")]
async fn a_rationale_is_drafted_refused_shared_and_replaced() {
    let larkspur = Larkspur::new().await;
    larkspur.may_without_growth("76").await;
    let teacher = larkspur.person("Castellano");
    let desk = format!("/teachers/{teacher}/rationale/instruction");

    let page = larkspur.get("Achterberg", &desk).await;
    keep("rationale-desk", &page.text());
    keep(
        "rationale-desk-es",
        &larkspur.get_in("es", "Achterberg", &desk).await.text(),
    );
    let text = page.read();
    for words in [
        "From 60 to 140 words.",
        "R10",
        "Lesson of Tue 13 Oct 2026",
        "Good examples",
        "I.6 Differentiation: 3, 4",
        "the latest level",
    ] {
        assert!(text.contains(words), "{words:?} is not in: {text}");
    }

    // Text and ticks save themselves, each as a draft of its own.
    let drafts = format!("/drafts/rationale/{teacher}.2026-27.instruction");
    let kept = larkspur
        .put(
            "Achterberg",
            &format!("{drafts}/text"),
            &[("text", TEXT), ("version", "0")],
        )
        .await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.text());
    let (first, third) = (lesson_stream(1).to_string(), lesson_stream(3).to_string());
    let ticked = [
        ("evidence", first.as_str()),
        ("evidence", third.as_str()),
        ("version", "0"),
    ];
    larkspur
        .put("Achterberg", &format!("{drafts}/evidence"), &ticked)
        .await;
    let page = larkspur.get("Achterberg", &desk).await;
    assert!(page.text().contains(TEXT));
    assert_eq!(
        page.text().matches(" checked").count(),
        2,
        "both ticks came back"
    );
    assert!(
        !larkspur
            .get("Castellano", &desk)
            .await
            .text()
            .contains(TEXT),
        "a draft is its author's alone"
    );
    assert!(
        !larkspur
            .get("Okonkwo-Lane", &desk)
            .await
            .text()
            .contains(TEXT)
    );

    // Nothing linked: the form comes back with the text in it and the sentence beside the evidence.
    let shown = page.shown(&[("text", ""), ("evidence", "")]);
    let sent = [
        (shown[0].0, shown[0].1.as_str()),
        (shown[1].0, shown[1].1.as_str()),
        ("form_token", "r1"),
        ("version", "0"),
        ("text", TEXT),
        ("act", "share"),
    ];
    let refused = larkspur.post("Achterberg", &desk, &sent).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused
            .read()
            .contains("Link at least one piece of shared evidence.")
            && refused.text().contains(TEXT)
    );

    // Somebody who leads reads and does not write.
    let shown = refused.shown(&[("text", ""), ("evidence", "")]);
    let sent = [
        (shown[0].0, shown[0].1.as_str()),
        (shown[1].0, shown[1].1.as_str()),
        ("form_token", "r2"),
        ("version", "0"),
        ("text", TEXT),
        ("evidence", first.as_str()),
        ("act", "share"),
    ];
    assert_eq!(
        larkspur.post("Okonkwo-Lane", &desk, &sent).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        larkspur.post("Mazur", &desk, &sent).await.status,
        StatusCode::NOT_FOUND
    );

    let shared = larkspur.post("Achterberg", &desk, &sent).await;
    assert_eq!(shared.status, StatusCode::SEE_OTHER, "{}", shared.read());
    let read = larkspur.get("Castellano", &desk).await;
    keep("rationale-read", &read.text());
    assert!(read.text().contains(TEXT) && read.read().contains("Lesson of Tue 13 Oct 2026"));

    // Another page that still shows the old version learns of it, with both texts.
    let stale = [
        ("form_token", "r3"),
        ("version", "0"),
        ("text", "Another wording."),
        ("evidence", first.as_str()),
        ("act", "share"),
    ];
    let conflict = larkspur.post("Achterberg", &desk, &stale).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    assert!(conflict.text().contains("Another wording.") && conflict.text().contains(TEXT));

    let professionalism = hers(&larkspur, Kind::Professionalism).to_string();
    let shown = conflict.shown(&[("text", ""), ("evidence", "")]);
    let newer = [
        (shown[0].0, shown[0].1.as_str()),
        (shown[1].0, shown[1].1.as_str()),
        ("form_token", "r4"),
        ("version", "1"),
        ("text", "A newer wording."),
        ("evidence", professionalism.as_str()),
        ("act", "share"),
    ];
    assert_eq!(
        larkspur.post("Achterberg", &desk, &newer).await.status,
        StatusCode::SEE_OTHER
    );
    let read = larkspur.get("Okonkwo-Lane", &desk).await.read();
    assert!(
        read.find("A newer wording.").unwrap() < read.find("I.6, level 4").unwrap(),
        "the latest stands first"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_save_button_keeps_text_and_ticks() {
    let larkspur = Larkspur::new().await;
    larkspur.may_without_growth("76").await;
    let desk = format!(
        "/teachers/{}/rationale/professionalism",
        larkspur.person("Castellano")
    );
    let professionalism = hers(&larkspur, Kind::Professionalism).to_string();
    let sent = [
        ("text", TEXT),
        ("evidence", professionalism.as_str()),
        ("act", "save"),
    ];
    let saved = larkspur.post("Achterberg", &desk, &sent).await;
    assert_eq!(
        (saved.status, saved.location.as_str()),
        (StatusCode::SEE_OTHER, desk.as_str())
    );
    let page = larkspur.get("Achterberg", &desk).await;
    assert!(page.text().contains(TEXT) && page.text().matches(" checked").count() == 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn once_the_rating_is_shared_nothing_under_it_is_written() {
    let larkspur = Larkspur::new().await;
    larkspur.may("76", "54").await;
    let teacher = larkspur.person("Castellano");
    let share = format!("/teachers/{teacher}/rating/share");
    larkspur
        .post(
            "Achterberg",
            &share,
            &[("form_token", "s1"), ("version", "0")],
        )
        .await;
    let desk = format!("/teachers/{teacher}/rationale/instruction");
    let page = larkspur.get("Achterberg", &desk).await;
    assert!(
        page.read()
            .contains("The rating is shared, so this no longer changes.")
            && !page.text().contains("<textarea")
    );
    let sent = [
        ("form_token", "s2"),
        ("version", "1"),
        ("text", TEXT),
        ("evidence", "observation/x"),
        ("act", "share"),
    ];
    let refused = larkspur.post("Achterberg", &desk, &sent).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains(TEXT), "what was typed is kept");
}
