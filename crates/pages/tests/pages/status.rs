//! The status over the years: ratings of earlier years come in, the page tells how they add up, HR states it by name, the
//! teacher answers, and whoever may not know it does not.

use crate::larkspur::{Larkspur, year};
use crate::pictures::keep;
use axum::http::StatusCode;
use domain::people::Office;
use domain::{Kind, Stream};
use jiff::civil::date;

/// The performance office is Anneke de Wit, HR's partner of Larkspur Tomasz Wielgosz.
async fn with_offices() -> Larkspur {
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2026, 9, 1));
    larkspur
        .grant("de Wit", Office::PerformanceOffice, None)
        .await;
    larkspur
        .grant("Wielgosz", Office::HrPartner, Some(larkspur.larkspur))
        .await;
    larkspur
}

async fn send(larkspur: &Larkspur, file: &str) -> String {
    let sent = larkspur
        .send_files(
            "de Wit",
            "/status/import",
            &[("ratings", "old ratings.csv", file.as_bytes())],
        )
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.read());
    sent.location
}

async fn apply(
    larkspur: &Larkspur,
    reading: &str,
    more: &[(&str, &str)],
) -> crate::larkspur::Answer {
    let page = larkspur.get("de Wit", reading).await;
    let token = reading.rsplit('/').next().unwrap();
    let (finger, form_token) = (
        page.value_of("finger").unwrap(),
        page.value_of("form_token").unwrap(),
    );
    let mut fields = vec![
        ("reading", token),
        ("finger", &finger),
        ("form_token", &form_token),
    ];
    fields.extend(more);
    larkspur
        .post("de Wit", "/status/import/apply", &fields)
        .await
}

/// Imani Castellano (1004) was low last year; Samuel Adeyemi (1009) has two effective years of three.
const EARLIER: &str = "employeeId,schoolYear,rating,employmentStatus,name\r\n1004,2024-25,Effective,non-probationary,Imani\r\n1004,2025-26,A,non-probationary,Imani\r\n1009,2024-25,E,probationary,Samuel\r\n1009,2025-26,D,probationary,Samuel\r\n";

async fn taken_over() -> Larkspur {
    let larkspur = with_offices().await;
    let reading = send(&larkspur, EARLIER).await;
    let done = apply(&larkspur, &reading, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.read());
    larkspur
}

#[tokio::test(flavor = "multi_thread")]
async fn earlier_ratings_are_looked_at_and_taken_over() {
    let larkspur = with_offices().await;
    let start = larkspur.get("de Wit", "/status/import").await;
    keep("status-import", &start.text());
    assert!(start.read().contains("No file has been taken over yet."));
    let template = larkspur.get("de Wit", "/status/import/template.csv").await;
    assert!(
        template
            .text()
            .starts_with("employeeId,teacherSourcedId,schoolYear,rating")
    );

    let nothing = larkspur
        .send_files("de Wit", "/status/import", &[("ratings", "", b"")])
        .await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.read().contains("No file was sent."));

    // What is wrong is said by line and column, and nothing can be applied.
    let wrong = "employeeId,schoolYear,rating\r\n1004,2025-26,Great\r\n9999,2025-26,E\r\n1005,2026-27,E\r\n";
    let reading = send(&larkspur, wrong).await;
    let page = larkspur.get("de Wit", &reading).await;
    keep("status-import-errors", &page.text());
    for said in [
        "3 errors stand in the way",
        "Great is no rating of this year’s policy.",
        "line 2",
        "column rating",
        "line 3",
        "Nobody on the record has 9999 as employeeId.",
        "2026-27 is not over.",
    ] {
        assert!(page.read().contains(said), "{said}: {}", page.read());
    }
    assert!(page.value_of("finger").is_none());

    let reading = send(&larkspur, EARLIER).await;
    let page = larkspur.get("de Wit", &reading).await;
    keep("status-import-dry-run", &page.text());
    assert!(page.read().contains("Nothing has been taken over yet."));
    assert!(page.read().contains("Ratings added 4"), "{}", page.read());
    // Somebody else's file is nobody's here.
    assert_eq!(
        larkspur.get("Abadi", &reading).await.status,
        StatusCode::NOT_FOUND
    );
    let done = apply(&larkspur, &reading, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.read());
    let page = larkspur.get("de Wit", &done.location).await;
    assert!(
        page.read().contains("The ratings are taken over"),
        "{}",
        page.read()
    );

    // The same again changes nothing; another word on the same year must be meant.
    let page = larkspur
        .get("de Wit", &send(&larkspur, EARLIER).await)
        .await;
    assert!(page.read().contains("Nothing to take over"));
    let reading = send(
        &larkspur,
        "employeeId,schoolYear,rating\r\n1004,2025-26,E\r\n",
    )
    .await;
    let page = larkspur.get("de Wit", &reading).await;
    keep("status-import-replaces", &page.text());
    assert!(
        page.read().contains("One rating would be replaced"),
        "{}",
        page.read()
    );
    let refused = apply(&larkspur, &reading, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = apply(&larkspur, &reading, &[("confirmed", "yes")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.read());
    let start = larkspur.get("de Wit", "/status/import").await;
    assert!(
        start.read().contains("old ratings.csv, by Anneke de Wit"),
        "{}",
        start.read()
    );
    for who in ["Wielgosz", "Castellano", "Okonkwo-Lane", "Abadi"] {
        let page = larkspur.get(who, "/status/import").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{who}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_compared_again_before_it_is_applied() {
    let larkspur = with_offices().await;
    let (first, second) = (
        send(&larkspur, EARLIER).await,
        send(&larkspur, EARLIER).await,
    );
    let shown = larkspur.get("de Wit", &first).await;
    apply(&larkspur, &second, &[]).await;
    let finger = shown.value_of("finger").unwrap();
    let fields = [
        ("reading", first.rsplit('/').next().unwrap()),
        ("finger", &finger),
        ("form_token", "n1"),
    ];
    let again = larkspur
        .post("de Wit", "/status/import/apply", &fields)
        .await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(
        again
            .read()
            .contains("The record changed since this file was compared.")
    );
    let gone = larkspur
        .post("de Wit", "/status/import/apply", &[("reading", "none")])
        .await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(gone.read().contains("This file is no longer kept"));
}

#[tokio::test(flavor = "multi_thread")]
async fn at_risk_is_said_from_the_start_of_the_year_to_those_who_may_know() {
    let larkspur = taken_over().await;
    let teacher = larkspur.person("Castellano");
    let path = format!("/teachers/{teacher}/status");
    let says = "Non-probationary, and at risk: 2025-26 was below Effective. One more such year in a row would mean a return to probationary status.";
    let mine = larkspur.get("Castellano", "/my-year").await;
    assert!(mine.read().contains(says), "{}", mine.read());
    assert!(mine.text().contains(&format!("href=\"{path}\"")));
    let led = larkspur
        .get("Okonkwo-Lane", &format!("/teachers/{teacher}"))
        .await;
    assert!(led.read().contains(says));
    // Whoever evaluates may not read every year behind this one.
    let evaluated = larkspur
        .get("Achterberg", &format!("/teachers/{teacher}"))
        .await;
    assert!(!evaluated.text().contains(&path));

    let page = larkspur.get("Castellano", &path).await;
    keep("status", &page.text());
    keep(
        "status-es",
        &larkspur.get_in("es", "Castellano", &path).await.text(),
    );
    for said in [
        says,
        "imported: old ratings.csv, by Anneke de Wit, Tue 1 Sep 2026",
        "below Effective: the status is kept, and at risk",
        "(ST5; inferred from ST4)",
        // What this year may do.
        "the low year before it no longer counts",
        "below Effective for the second year in a row: back to probationary status",
        "a status dismisses nobody",
        "Nothing was stated this year.",
    ] {
        assert!(page.read().contains(said), "{said}: {}", page.read());
    }
    // The form is for those who state it.
    assert!(page.value_of("wording").is_none());
    let counted = format!("/teachers/{}/status", larkspur.person("Adeyemi"));
    let page = larkspur.get("Adeyemi", &counted).await;
    assert!(
        page.read()
            .contains("Probationary, with 2 of 3 years in a row counted.")
    );
    assert!(
        page.read()
            .contains("counts as the last of 3 years: gains non-probationary status")
    );
    for (who, status) in [
        ("Achterberg", StatusCode::FORBIDDEN),
        ("Mazur", StatusCode::NOT_FOUND),
        ("Brand", StatusCode::NOT_FOUND),
        ("Abadi", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(larkspur.get(who, &path).await.status, status, "{who}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn hr_states_it_and_the_teacher_answers() {
    let larkspur = taken_over().await;
    let teacher = larkspur.person("Castellano");
    let path = format!("/teachers/{teacher}/status");
    let counts = larkspur.get("Wielgosz", "/counts").await;
    let list = format!("/schools/{}/status", larkspur.larkspur);
    assert!(
        counts.text().contains(&format!("href=\"{list}\"")),
        "{}",
        counts.read()
    );
    assert!(!counts.text().contains("/status/import"));
    let school = larkspur.get("Wielgosz", &list).await;
    keep("status-school", &school.text());
    assert!(
        school
            .read()
            .contains("Imani Castellano non-probationary, at risk not stated"),
        "{}",
        school.read()
    );
    let page = larkspur.get("Wielgosz", &path).await;
    keep("status-state", &page.text());
    for said in [
        "This is what would be recorded.",
        "the 2 years above, each with its rule",
        "leap/2026-27, version 1, a demo pack",
        "Tomasz Wielgosz, Tue 1 Sep 2026",
    ] {
        assert!(page.read().contains(said), "{said}: {}", page.read());
    }
    let wording = page.value_of("wording").unwrap();
    let note = "Please come to me with any question.";
    let fields = [
        ("form_token", "n1"),
        ("version", "0"),
        ("wording", wording.as_str()),
        ("note", note),
        ("act", "state"),
    ];
    // What would be stated is no longer what the page showed.
    let mut other = fields;
    other[2].1 = "another";
    let stale = larkspur.post("Wielgosz", &path, &other).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(
        stale
            .read()
            .contains("This has changed since the page was made")
    );
    assert!(stale.text().contains(note));
    for (who, status) in [
        ("Castellano", StatusCode::FORBIDDEN),
        ("Okonkwo-Lane", StatusCode::FORBIDDEN),
        ("Achterberg", StatusCode::FORBIDDEN),
        ("Mazur", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(
            larkspur.post(who, &path, &fields).await.status,
            status,
            "{who}"
        );
    }
    let shown = stale.shown(&[("note", "")]);
    let mut sent = fields.to_vec();
    sent[0].1 = "n2";
    sent.extend(shown.iter().map(|(name, value)| (*name, value.as_str())));
    let done = larkspur.post("Wielgosz", &path, &sent).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.read());
    // The same form sent twice is carried out once.
    assert_eq!(
        larkspur.post("Wielgosz", &path, &sent).await.status,
        StatusCode::SEE_OTHER
    );
    let page = larkspur.get("Castellano", &path).await;
    keep("status-stated", &page.text());
    assert!(page.text().contains(note) && page.read().contains("Tomasz Wielgosz"));
    let page = larkspur.get("Wielgosz", &path).await;
    assert!(
        page.read()
            .contains("This is already stated, and nothing has changed since.")
    );
    assert!(page.value_of("wording").is_none());

    let answers = format!("{path}/answers");
    let answer = "I was on leave from March on.";
    let version = larkspur
        .get("Castellano", &path)
        .await
        .value_of("version")
        .unwrap();
    let fields = [
        ("form_token", "n3"),
        ("version", version.as_str()),
        ("answer", answer),
        ("act", "share"),
    ];
    for who in ["Wielgosz", "Okonkwo-Lane", "de Wit"] {
        assert_eq!(
            larkspur.post(who, &answers, &fields).await.status,
            StatusCode::FORBIDDEN,
            "{who}"
        );
    }
    let empty = [
        ("form_token", "n4"),
        ("version", version.as_str()),
        ("answer", " "),
        ("act", "share"),
    ];
    assert_eq!(
        larkspur.post("Castellano", &answers, &empty).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let shown = larkspur
        .get("Castellano", &path)
        .await
        .shown(&[("answer", "")]);
    let mut sent = fields.to_vec();
    sent.extend(shown.iter().map(|(name, value)| (*name, value.as_str())));
    let done = larkspur.post("Castellano", &answers, &sent).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.read());
    for who in ["Castellano", "Okonkwo-Lane", "Wielgosz", "de Wit"] {
        assert!(
            larkspur.get(who, &path).await.text().contains(answer),
            "{who}"
        );
    }
    // The history leads here, also for those who read nothing else of the year.
    let thing = Stream::of_year(Kind::Status, teacher, &year());
    let history = larkspur.get("Wielgosz", &format!("/history/{thing}")).await;
    assert_eq!(history.status, StatusCode::OK, "{}", history.read());
    assert!(history.text().contains(&format!("href=\"{path}\"")));
    let looked = larkspur.get("Castellano", "/my-year").await;
    assert!(
        looked.read().contains("the status over the years"),
        "{}",
        looked.read()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn missing_years_are_named_and_nothing_is_stated_across_them() {
    let larkspur = with_offices().await;
    let gap = "employeeId,schoolYear,rating\r\n1006,2022-23,E\r\n1006,2025-26,E\r\n";
    let reading = send(&larkspur, gap).await;
    apply(&larkspur, &reading, &[]).await;
    let path = format!("/teachers/{}/status", larkspur.person("Vo"));
    let page = larkspur.get("Wielgosz", &path).await;
    assert!(
        page.read()
            .contains("Nothing is known of 2023-24 and 2024-25."),
        "{}",
        page.read()
    );
    assert!(page.value_of("wording").is_none());
    let fields = [("form_token", "n1"), ("version", "0"), ("act", "state")];
    assert_eq!(
        larkspur.post("Wielgosz", &path, &fields).await.status,
        StatusCode::CONFLICT
    );
    // Of nobody's school, and of no school.
    let elm = larkspur.get("Brand", "/school").await;
    assert!(elm.text().contains("/status\""), "{}", elm.read());
    for path in [
        format!("/schools/{}/status", larkspur.larkspur),
        format!("/schools/{}/status", larkspur.person("Vo")),
        "/schools/x/status".to_owned(),
    ] {
        assert_eq!(
            larkspur.get("Brand", &path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    let nowhere = format!("/schools/{}/status", larkspur.person("Vo"));
    assert_eq!(
        larkspur.get("de Wit", &nowhere).await.status,
        StatusCode::NOT_FOUND
    );
}
