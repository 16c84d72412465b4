//! Near a cut: the leader decides, somebody else reads and confirms, the evaluator shares, and the teacher learns of it
//! all at once and no minute earlier.

use crate::browser::Form;
use crate::larkspur::{Answer, Larkspur, year};
use crate::pictures::keep;
use axum::http::StatusCode;
use domain::people::Office;
use domain::{Kind, Stream};
use jiff::civil::date;
use record::Of;
use record::testing::Database;

const REASONS: &str =
    "In three lessons checks reached every pupil, and both goals were met by most.";

/// The address of the teacher's rating, or of an act on it.
pub fn page(larkspur: &Larkspur, act: &str) -> String {
    format!("/teachers/{}/rating{act}", larkspur.person("Castellano"))
}

/// Sends one of the forms of the decision's page, as it stands there.
pub async fn send(larkspur: &Larkspur, who: &str, act: &str, fields: &[(&str, &str)]) -> Answer {
    let here = larkspur.get(who, &page(larkspur, "/decision")).await;
    assert_eq!(here.status, StatusCode::OK, "{}", here.read());
    let action = page(larkspur, &format!("/decision{act}"));
    let form = Form::to(&here.text(), &action).expect("the page has the form");
    let kept = form.fields();
    let kept = kept
        .iter()
        .filter(|(name, _)| ["form_token", "version", "shown"].contains(&name.as_str()))
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let sent: Vec<_> = kept.chain(fields.iter().copied()).collect();
    larkspur.post(who, &action, &sent).await
}

/// What waits in the teacher's year and what she may see of it.
async fn history_of_the_teacher(larkspur: &Larkspur) -> Vec<String> {
    let teacher = larkspur.person("Castellano");
    let actor = larkspur.record.actor(teacher).await.unwrap();
    let lines = larkspur
        .record
        .history(&actor, &Of::Year(teacher, year()))
        .await
        .unwrap();
    lines.into_iter().map(|line| line.event_type).collect()
}

async fn from_the_cut_to_the_teacher(database: Database) {
    let larkspur = Larkspur::on(database).await;
    larkspur
        .grant("Wielgosz", Office::PerformanceOffice, None)
        .await;
    larkspur.may("66", "37.5").await;
    let (teacher, reader) = (larkspur.person("Castellano"), larkspur.person("Wielgosz"));
    let decision = page(&larkspur, "/decision");

    // Leader, evaluator and nobody else know that a person must decide.
    let today = larkspur.get("Okonkwo-Lane", "/").await;
    assert!(
        today
            .read()
            .contains("Imani Castellano: decide between two ratings"),
        "{}",
        today.read()
    );
    let leader = larkspur.get("Okonkwo-Lane", &decision).await;
    keep("decision-leader", &leader.text());
    for sentence in [
        "two ratings open: Approaching or Effective",
        "Let pupils’ growth weigh",
        "What must not count",
        "Due by Fri 14 May 2027",
    ] {
        assert!(
            leader.read().contains(sentence),
            "{sentence}: {}",
            leader.read()
        );
    }
    let evaluator = larkspur.get("Achterberg", &decision).await;
    assert!(evaluator.status == StatusCode::OK && !evaluator.text().contains("value=\"decide\""));
    for who in ["Castellano", "Mazur", "Wielgosz"] {
        assert_eq!(
            larkspur.get(who, &decision).await.status,
            StatusCode::NOT_FOUND,
            "{who}"
        );
    }

    // One lesson is too little, and everything typed is kept.
    let record = {
        let actor = larkspur.record.actor(teacher).await.unwrap();
        larkspur
            .record
            .year_record(&actor, teacher, &year())
            .await
            .unwrap()
    };
    let lessons: Vec<String> = record
        .lessons()
        .iter()
        .map(|(stream, _)| stream.to_string())
        .collect();
    let reader_id = reader.to_string();
    let thin = [
        ("act", "decide"),
        ("rating", "E"),
        ("text", REASONS),
        ("evidence", lessons[0].as_str()),
        ("reader", reader_id.as_str()),
    ];
    let refused = send(&larkspur, "Okonkwo-Lane", "", &thin).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused
            .read()
            .contains("Tick at least 2 pieces of evidence")
            && refused.read().contains(REASONS)
    );
    keep("decision-refused", &refused.text());

    // Decided; only the reader who was asked hears of it, by a notice that names nothing.
    let mut whole = thin.to_vec();
    whole.push(("evidence", lessons[1].as_str()));
    let decided = send(&larkspur, "Okonkwo-Lane", "", &whole).await;
    assert_eq!(
        (decided.status, decided.location.as_str()),
        (StatusCode::SEE_OTHER, decision.as_str()),
        "{}",
        decided.read()
    );
    let asked = larkspur.get("Wielgosz", "/").await;
    assert!(
        asked
            .read()
            .contains("Imani Castellano: read a decision near a cut"),
        "{}",
        asked.read()
    );
    let reading = larkspur.get("Wielgosz", &decision).await;
    keep("decision-reader", &reading.text());
    assert!(reading.read().contains(REASONS) && reading.read().contains("Confirm the decision"));
    // The reader has this page and not the year.
    assert_eq!(
        larkspur.get("Wielgosz", &page(&larkspur, "")).await.status,
        StatusCode::NOT_FOUND
    );
    assert!(!reading.text().contains("/observations/"));

    // The teacher knows nothing: neither page nor history nor copy.
    assert_eq!(
        larkspur.get("Castellano", &decision).await.status,
        StatusCode::NOT_FOUND
    );
    let thing = format!(
        "/history/{}",
        Stream::of_year(Kind::Decision, teacher, &year())
    );
    assert_eq!(
        larkspur.get("Castellano", &thing).await.status,
        StatusCode::NOT_FOUND
    );
    assert!(
        !history_of_the_teacher(&larkspur)
            .await
            .iter()
            .any(|line| line.starts_with("decision"))
    );
    let copy = larkspur.get("Castellano", "/my-year/copy.json").await;
    assert!(!copy.text().contains(REASONS) && !copy.text().contains("decision/"));
    let shared = larkspur.get("Castellano", &page(&larkspur, "")).await;
    assert!(shared.read().contains("Your rating is not shared yet"));

    // Sent back with a reason, it is the leader's again; decided anew and confirmed.
    let back = [("reason", "Say what speaks for the other rating.")];
    let sent_back = send(&larkspur, "Wielgosz", "/send-back", &back).await;
    assert_eq!(
        (sent_back.status, sent_back.location.as_str()),
        (StatusCode::SEE_OTHER, "/")
    );
    assert_eq!(
        larkspur.get("Wielgosz", &decision).await.status,
        StatusCode::NOT_FOUND,
        "what was answered is over"
    );
    let again = larkspur.get("Okonkwo-Lane", &decision).await;
    assert!(
        again
            .read()
            .contains("Say what speaks for the other rating.")
            && again.text().contains(REASONS)
    );
    assert_eq!(
        send(&larkspur, "Okonkwo-Lane", "", &whole).await.status,
        StatusCode::SEE_OTHER
    );
    let waits = larkspur.get("Achterberg", &page(&larkspur, "")).await;
    assert!(
        waits.read().contains("has not confirmed it yet")
            && !waits.text().contains("/rating/share\""),
        "{}",
        waits.read()
    );
    assert_eq!(
        send(&larkspur, "Wielgosz", "/confirm", &[]).await.status,
        StatusCode::SEE_OTHER
    );

    // The evaluator shares as usual.
    larkspur.day(date(2027, 5, 21));
    let preview = larkspur.get("Achterberg", &page(&larkspur, "")).await;
    keep("decision-confirmed", &preview.text());
    assert!(preview.text().contains("/rating/share\""));
    let share = larkspur.get("Achterberg", &page(&larkspur, "/share")).await;
    assert!(share.read().contains("Effective"), "{}", share.read());
    let (token, version) = (
        share.value_of("form_token").unwrap(),
        share.value_of("version").unwrap(),
    );
    let sent = larkspur
        .post(
            "Achterberg",
            &page(&larkspur, "/share"),
            &[("form_token", &token), ("version", &version)],
        )
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.read());

    // Now the teacher reads all of it: both candidates, who chose, why, on what, and who confirmed.
    let rating = larkspur.get("Castellano", &page(&larkspur, "")).await;
    keep("decision-teacher", &rating.text());
    for sentence in [
        "Your rating is Effective",
        "Decided near a cut",
        "Approaching or Effective",
        REASONS,
        "Ruth Okonkwo-Lane",
        "Confirmed by Tomasz Wielgosz as second reader",
    ] {
        assert!(
            rating.read().contains(sentence),
            "{sentence}: {}",
            rating.read()
        );
    }
    let history = larkspur.get("Castellano", &thing).await;
    assert!(
        history.read().contains("sent the decision back")
            && history
                .read()
                .contains("confirmed the decision as second reader"),
        "{}",
        history.read()
    );
    let copy = larkspur.get("Castellano", "/my-year/copy.json").await;
    assert!(copy.text().contains(REASONS));
    // There is one page for it now.
    let moved = larkspur.get("Okonkwo-Lane", &decision).await;
    assert_eq!(
        (moved.status, moved.location),
        (StatusCode::SEE_OTHER, page(&larkspur, ""))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_made_read_and_shared_with_the_rating_on_sqlite() {
    from_the_cut_to_the_teacher(Database::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_made_read_and_shared_with_the_rating_on_postgres() {
    from_the_cut_to_the_teacher(Database::postgres()).await;
}
