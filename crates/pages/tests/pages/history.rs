//! The record: who did what, who has looked, who can see it, and the copy.

use crate::castellano::lesson_stream;
use crate::larkspur::Larkspur;
use crate::pictures::{keep, keep_file};
use axum::http::StatusCode;
use domain::Kind;

#[tokio::test(flavor = "multi_thread")]
async fn the_history_of_a_year_tells_who_did_what_and_who_has_looked() {
    let larkspur = Larkspur::new().await;
    larkspur.may("76", "54").await;
    let path = format!("/teachers/{}/history", larkspur.person("Castellano"));

    let own = larkspur.get("Castellano", &path).await;
    let text = own.read();
    assert!(
        text.contains(
            "Desmond Achterberg shared the lesson of Tue 13 Oct 2026 (Full observation)."
        ),
        "{text}"
    );
    assert!(text.contains("Nobody but you and whoever evaluates you has opened your year."));
    assert!(
        text.contains("Ruth Okonkwo-Lane")
            && text.contains("leads a school where the teacher works")
    );

    // The leader's look is written down, and only the teacher reads of it.
    let leader = larkspur.get("Okonkwo-Lane", &path).await;
    assert!(!leader.read().contains("Who has looked"));
    let own = larkspur.get("Castellano", &path).await;
    keep("history", &own.text());
    keep(
        "history-es",
        &larkspur.get_in("es", "Castellano", &path).await.text(),
    );
    assert!(
        own.read().contains(
            "Who has looked Only you see this. Who What they opened When Ruth Okonkwo-Lane"
        ),
        "{}",
        own.read()
    );
    assert!(
        !larkspur
            .get("Achterberg", &path)
            .await
            .read()
            .contains("Who has looked")
    );

    let found = larkspur
        .get("Castellano", &format!("{path}?q=short+lesson"))
        .await;
    assert_eq!(found.status, StatusCode::OK);
    assert_eq!(
        larkspur.get("Mazur", &path).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        larkspur.get("Wielgosz", &path).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_of_one_thing_is_open_to_its_readers_alone() {
    let larkspur = Larkspur::new().await;
    larkspur.may("76", "54").await;
    let path = format!("/history/{}", lesson_stream(1));
    for who in ["Castellano", "Achterberg", "Okonkwo-Lane"] {
        let page = larkspur.get(who, &path).await;
        assert!(
            page.read().contains("History: Lesson of Tue 13 Oct 2026"),
            "{who}: {}",
            page.read()
        );
    }
    keep(
        "history-thing",
        &larkspur.get("Castellano", &path).await.text(),
    );
    for who in ["Mazur", "Harrow", "Abadi"] {
        assert_eq!(
            larkspur.get(who, &path).await.status,
            StatusCode::NOT_FOUND,
            "{who}"
        );
    }
    for path in [
        "/history/observation/none",
        "/history/nothing/x",
        "/history/rating/x.2026-27",
        "/history/observation/..%2F",
    ] {
        assert_eq!(
            larkspur.get("Castellano", path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    // What belongs to the district is open to whoever keeps it.
    let year = larkspur.get("Abadi", "/history/school_year/2026-27").await;
    assert!(
        year.read()
            .contains("Noor Abadi adopted the policy pack leap/2026-27, version 1."),
        "{}",
        year.read()
    );
    let person = format!("/history/person/{}", larkspur.person("Castellano"));
    assert!(
        larkspur
            .get("Abadi", &person)
            .await
            .read()
            .contains("entered Imani Castellano.")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_teacher_takes_a_copy_of_everything() {
    let larkspur = Larkspur::new().await;
    larkspur.may("76", "54").await;
    let teacher = larkspur.person("Castellano");
    larkspur
        .get("Okonkwo-Lane", &format!("/teachers/{teacher}/rating"))
        .await;
    let share = format!("/teachers/{teacher}/rating/share");
    larkspur
        .post(
            "Achterberg",
            &share,
            &[("form_token", "s1"), ("version", "0")],
        )
        .await;

    let copy = larkspur.get("Castellano", "/my-year/copy.json").await;
    assert_eq!(copy.status, StatusCode::OK);
    assert_eq!(
        copy.headers["content-disposition"],
        "attachment; filename=\"castellano-2026-27.json\""
    );
    keep_file("copy.json", &copy.bytes);
    let copy: serde_json::Value = serde_json::from_slice(&copy.bytes).unwrap();
    assert_eq!(
        (copy["format"].as_str(), copy["version"].as_u64()),
        (Some("forthright.copy"), Some(1))
    );
    assert_eq!(copy["read_by"][0]["reader"]["name"], "Ruth Okonkwo-Lane");
    let things = copy["things"].as_array().unwrap();
    let rating = things
        .iter()
        .find(|thing| {
            thing["thing"]
                .as_str()
                .unwrap()
                .starts_with(Kind::Rating.as_str())
        })
        .unwrap();
    assert_eq!(
        rating["state"]["released"]["trace"]["composite"]["value"],
        "22313/360"
    );
    let events = copy["events"].as_array().unwrap();
    assert!(
        events
            .iter()
            .any(|event| event["type"] == "observation.shared"
                && event["actor"]["name"] == "Desmond Achterberg")
    );
    let counted: u64 = things
        .iter()
        .map(|thing| thing["version"].as_u64().unwrap())
        .sum();
    assert_eq!(
        counted,
        events.len() as u64,
        "every event of every thing is there"
    );
    // A third party recomputes the rating from the copy alone.
    let trace: domain::ratings::trace::Trace =
        serde_json::from_value(rating["state"]["released"]["trace"].clone()).unwrap();
    trace.verify().unwrap();

    let pdf = larkspur.get("Castellano", "/my-year/copy.pdf").await;
    assert_eq!(pdf.status, StatusCode::OK, "{}", pdf.read());
    assert!(pdf.bytes.starts_with(b"%PDF"));
    keep_file("copy.pdf", &pdf.bytes);
    let spanish = larkspur
        .get_in("es", "Castellano", "/my-year/copy.pdf")
        .await;
    keep_file("copy-es.pdf", &spanish.bytes);
    for who in ["Achterberg", "Okonkwo-Lane", "Abadi"] {
        assert_eq!(
            larkspur.get(who, "/my-year/copy.json").await.status,
            StatusCode::NOT_FOUND,
            "{who}"
        );
        assert_eq!(
            larkspur.get(who, "/my-year/copy.pdf").await.status,
            StatusCode::NOT_FOUND,
            "{who}"
        );
    }
}
