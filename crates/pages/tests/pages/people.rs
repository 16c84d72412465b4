//! The administrator finds people, grants and ends offices, and assigns evaluators by hand.

use crate::larkspur::{Answer, Larkspur};
use crate::pictures::keep;
use axum::http::StatusCode;
use record::testing::Database;

/// Sends a form as it came, with these fields in place of its own.
async fn fill(larkspur: &Larkspur, page: &Answer, path: &str, fields: &[(&str, &str)]) -> Answer {
    let (token, version) = (
        page.value_of("form_token").unwrap(),
        page.value_of("version").unwrap(),
    );
    let mut all = vec![
        ("form_token", token.as_str()),
        ("version", version.as_str()),
    ];
    all.extend_from_slice(fields);
    larkspur.post("Abadi", path, &all).await
}

async fn story(database: Database) {
    let larkspur = Larkspur::on(database).await;
    let everybody = larkspur.get("Abadi", "/people").await;
    keep("people", &everybody.text());
    assert!(
        everybody.read().contains("20 people, by family name")
            && everybody
                .read()
                .contains("Imani Castellano 1004 teacher, Larkspur Elementary"),
        "{}",
        everybody.read()
    );
    keep(
        "people-es",
        &larkspur.get_in("es", "Abadi", "/people").await.text(),
    );
    let found = larkspur
        .get("Abadi", "/people?q=dvo%C5%99%C3%A1k&who=teacher")
        .await;
    assert!(
        found.read().contains("One person, by family name") && found.read().contains("Hana Dvořák"),
        "{}",
        found.read()
    );
    let elm = larkspur
        .get("Abadi", &format!("/people?school={}", larkspur.larkspur))
        .await;
    assert!(
        !elm.read().contains("Joy Nakamura") && elm.read().contains("Ruth Okonkwo-Lane"),
        "{}",
        elm.read()
    );
    let schools = larkspur.get("Abadi", "/people?who=schools").await;
    assert!(
        schools.read().contains("Elm Street Elementary")
            && schools.read().contains("2 schools and departments"),
        "{}",
        schools.read()
    );
    assert!(
        larkspur
            .get("Abadi", "/people?access=no")
            .await
            .read()
            .contains("Nobody fits")
    );

    // An office, with its refusals in the form.
    let wielgosz = format!("/people/{}", larkspur.person("Wielgosz"));
    let offices = format!("{wielgosz}/offices");
    let form = larkspur.get("Abadi", &offices).await;
    keep("people-office", &form.text());
    let blank = fill(
        &larkspur,
        &form,
        &offices,
        &[("reason", "Named <b>by</b> the board")],
    )
    .await;
    assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        blank.read().contains("Choose an office.")
            && blank.read().contains("Named <b>by</b> the board"),
        "what was typed is kept: {}",
        blank.read()
    );
    assert!(!blank.text().contains("<b>by</b>"), "and escaped");
    let school = larkspur.larkspur.to_string();
    let without = fill(
        &larkspur,
        &form,
        &offices,
        &[("office", "hr_partner"), ("reason", "Named by the board")],
    )
    .await;
    assert!(
        without.status == StatusCode::UNPROCESSABLE_ENTITY
            && without.read().contains("is named for one school"),
        "{}",
        without.read()
    );
    let no_reason = fill(
        &larkspur,
        &form,
        &offices,
        &[
            ("office", "hr_partner"),
            ("school", &school),
            ("reason", " "),
        ],
    )
    .await;
    assert_eq!(no_reason.status, StatusCode::UNPROCESSABLE_ENTITY);
    let granted = fill(
        &larkspur,
        &form,
        &offices,
        &[
            ("office", "hr_partner"),
            ("school", &school),
            ("reason", "Named by the board"),
        ],
    )
    .await;
    assert_eq!(granted.status, StatusCode::SEE_OTHER, "{}", granted.read());
    let page = larkspur.get("Abadi", &wielgosz).await;
    keep("person", &page.text());
    assert!(
        page.read()
            .contains("HR school partner Larkspur Elementary")
            && page.read().contains("Noor Abadi Named by the board"),
        "{}",
        page.read()
    );
    assert_eq!(
        larkspur.get("Wielgosz", "/counts").await.status,
        StatusCode::OK
    );

    // A page that is older than the record: nothing is overwritten, nothing typed is lost.
    let stale = fill(
        &larkspur,
        &form,
        &offices,
        &[("office", "administrator"), ("reason", "For the autumn")],
    )
    .await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(
        stale.read().contains("changed while you wrote") && stale.read().contains("For the autumn"),
        "{}",
        stale.read()
    );

    let end = format!("{wielgosz}/offices/end");
    let ask = larkspur
        .get("Abadi", &format!("{end}?office=hr_partner&school={school}"))
        .await;
    keep("people-office-end", &ask.text());
    assert!(
        ask.read()
            .contains("no longer sees the counts of Larkspur Elementary"),
        "{}",
        ask.read()
    );
    let ended = fill(
        &larkspur,
        &ask,
        &end,
        &[
            ("office", "hr_partner"),
            ("school", &school),
            ("reason", "Moved on"),
        ],
    )
    .await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.read());
    assert_eq!(
        larkspur.get("Wielgosz", "/counts").await.status,
        StatusCode::NOT_FOUND,
        "an office that ended opens nothing the same day"
    );
    assert_eq!(
        larkspur
            .get("Abadi", &format!("{end}?office=hr_partner&school={school}"))
            .await
            .status,
        StatusCode::NOT_FOUND
    );

    // Nobody takes the last way in from themselves.
    let own = format!("/people/{}/offices/end", larkspur.administrator);
    let ask = larkspur
        .get("Abadi", &format!("{own}?office=administrator"))
        .await;
    let refused = fill(
        &larkspur,
        &ask,
        &own,
        &[
            ("office", "administrator"),
            ("school", ""),
            ("reason", "Tired"),
        ],
    )
    .await;
    assert_eq!(
        refused.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        refused.read()
    );
}

#[tokio::test]
async fn people_are_found_and_offices_granted() {
    story(Database::sqlite()).await;
}

#[tokio::test]
async fn people_are_found_and_offices_granted_on_postgres() {
    story(Database::postgres()).await;
}

#[tokio::test]
async fn an_evaluator_is_assigned_and_ended_by_hand() {
    let larkspur = Larkspur::new().await;
    let castellano = format!("/people/{}", larkspur.person("Castellano"));
    let path = format!("{castellano}/evaluators");
    let form = larkspur.get("Abadi", &path).await;
    keep("people-evaluator", &form.text());
    assert!(
        form.read()
            .contains("Desmond Achterberg ends the day before")
            && form.read().contains("Mei-Lin Harrow"),
        "{}",
        form.read()
    );
    assert!(
        !form.read().contains("Katarzyna Mazur") && !form.read().contains("Hollis Brand"),
        "colleagues who evaluate nobody are found by name: {}",
        form.read()
    );
    assert!(
        larkspur
            .get("Abadi", &format!("{path}?q=mazur"))
            .await
            .read()
            .contains("Katarzyna Mazur")
    );
    assert!(
        larkspur
            .get("Abadi", &format!("{path}?q=brand&among=district"))
            .await
            .read()
            .contains("Hollis Brand")
    );
    let harrow = larkspur.person("Harrow").to_string();
    let school = larkspur.larkspur.to_string();
    let nobody = fill(
        &larkspur,
        &form,
        &path,
        &[
            ("school", &school),
            ("begins", "2026-09-01"),
            ("reason", "Caseloads evened out"),
        ],
    )
    .await;
    assert!(
        nobody.status == StatusCode::UNPROCESSABLE_ENTITY
            && nobody.read().contains("Choose who evaluates."),
        "{}",
        nobody.read()
    );
    let no_day = fill(
        &larkspur,
        &form,
        &path,
        &[
            ("school", &school),
            ("evaluator", &harrow),
            ("begins", "soon"),
            ("reason", "x"),
        ],
    )
    .await;
    assert!(
        no_day.read().contains("This is not a date"),
        "{}",
        no_day.read()
    );
    let early = fill(
        &larkspur,
        &form,
        &path,
        &[
            ("school", &school),
            ("evaluator", &harrow),
            ("begins", "2020-09-01"),
            ("reason", "x"),
        ],
    )
    .await;
    assert_eq!(
        early.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "did not teach there then: {}",
        early.read()
    );
    let done = fill(
        &larkspur,
        &form,
        &path,
        &[
            ("school", &school),
            ("evaluator", &harrow),
            ("begins", "2026-08-17"),
            ("reason", "Caseloads evened out"),
        ],
    )
    .await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.read());
    let page = larkspur.get("Abadi", &castellano).await;
    keep("person-teacher", &page.text());
    keep(
        "person-teacher-es",
        &larkspur.get_in("es", "Abadi", &castellano).await.text(),
    );
    assert!(
        page.read().contains("Mei-Lin Harrow by hand") && page.read().contains("Sun 16 Aug 2026"),
        "{}",
        page.read()
    );
    let id = larkspur.person("Castellano");
    let teacher = format!("/teachers/{id}");
    assert_ne!(
        larkspur.get("Harrow", &teacher).await.status,
        StatusCode::NOT_FOUND,
        "who evaluates now"
    );
    assert_eq!(
        larkspur.get("Achterberg", &teacher).await.status,
        StatusCode::NOT_FOUND,
        "who evaluated until yesterday"
    );

    let end = format!("{path}/end");
    let ask = larkspur
        .get("Abadi", &format!("{end}?evaluator={harrow}"))
        .await;
    keep("people-evaluator-end", &ask.text());
    assert!(
        ask.read()
            .contains("reads nothing of Imani Castellano’s year any more"),
        "{}",
        ask.read()
    );
    let ended = fill(
        &larkspur,
        &ask,
        &end,
        &[
            ("evaluator", &harrow),
            ("last_day", "2026-08-17"),
            ("reason", "On leave"),
        ],
    )
    .await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.read());
    larkspur.day(jiff::civil::date(2026, 8, 18));
    assert!(
        larkspur
            .get("Abadi", &castellano)
            .await
            .read()
            .contains("Nobody evaluates this teacher today.")
    );
}

#[tokio::test]
async fn nobody_else_may_know_these_pages() {
    let larkspur = Larkspur::new().await;
    let castellano = format!("/people/{}", larkspur.person("Castellano"));
    for family in ["Okonkwo-Lane", "Achterberg", "Castellano", "Wielgosz"] {
        for path in [
            "/people",
            &castellano,
            &format!("{castellano}/offices"),
            &format!("{castellano}/evaluators"),
            &format!("{castellano}/evaluators/end?evaluator=x"),
            &format!("{castellano}/offices/end?office=administrator"),
        ] {
            assert_eq!(
                larkspur.get(family, path).await.status,
                StatusCode::NOT_FOUND,
                "{family} {path}"
            );
        }
        for path in ["offices", "offices/end", "evaluators", "evaluators/end"] {
            let status = larkspur
                .post(
                    family,
                    &format!("{castellano}/{path}"),
                    &[("office", "administrator"), ("reason", "x")],
                )
                .await
                .status;
            assert_eq!(status, StatusCode::NOT_FOUND, "{family} {path}");
        }
    }
    let unknown = "/people/0198aaaa-0000-7000-8000-000000000999";
    for path in [
        unknown,
        "/people/nobody",
        &format!("{unknown}/offices"),
        &format!("{unknown}/evaluators"),
    ] {
        assert_eq!(
            larkspur.get("Abadi", path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}
