//! The administrator sends a roster, looks at what it would change, and applies it.

use crate::larkspur::{Answer, Larkspur};
use crate::pictures::keep;
use crate::sent_files::Files;
use access::{List, scope};
use axum::http::StatusCode;
use domain::people::Directory;
use record::Ends;
use record::testing::Database;

async fn directory(larkspur: &Larkspur) -> Directory {
    let actor = larkspur.record.actor(larkspur.administrator).await.unwrap();
    larkspur
        .record
        .directory(&scope(&actor, List::Roster).unwrap())
        .await
        .unwrap()
}

async fn send(larkspur: &Larkspur, files: &Files) -> Answer {
    let (zip, hr, caseloads) = (
        files.zip(),
        files.csv("staff_supplement"),
        files.csv("evaluator_assignments"),
    );
    let sent = larkspur
        .send_files(
            "Abadi",
            "/roster/import",
            &[
                ("roster", "roster.zip", &zip),
                ("hr", "staff_supplement.csv", hr.as_bytes()),
                ("hr", "evaluator_assignments.csv", caseloads.as_bytes()),
            ],
        )
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.read());
    larkspur.get("Abadi", &sent.location).await
}

async fn apply(larkspur: &Larkspur, dry_run: &Answer, confirmed: &str) -> Answer {
    let value = |name| dry_run.value_of(name).unwrap_or_default();
    let (token, reading, finger) = (value("form_token"), value("reading"), value("finger"));
    larkspur
        .post(
            "Abadi",
            "/roster/import/apply",
            &[
                ("form_token", &token),
                ("reading", &reading),
                ("finger", &finger),
                ("confirmed", confirmed),
            ],
        )
        .await
}

/// From the empty page to a changed district, and the same files once more.
async fn story(database: Database) {
    let larkspur = Larkspur::on(database).await;
    let start = larkspur.get("Abadi", "/roster/import").await;
    keep("roster-import", &start.text());
    assert!(
        start.read().contains("The last import") && start.read().contains("By Noor Abadi"),
        "{}",
        start.read()
    );
    assert!(start.read().contains("granted by hand"));

    let before = directory(&larkspur).await;
    let mut files = Files::of(&before);
    let same = send(&larkspur, &files).await;
    assert!(same.read().contains("Nothing to apply"), "{}", same.read());
    assert!(
        !same.text().contains("/roster/import/apply"),
        "there is nothing to apply and no button"
    );

    files.set(
        "staff_supplement",
        "userSourcedId",
        "p-1004",
        "contentArea",
        "grade 4",
    );
    files.set("users", "sourcedId", "p-1010", "enabledUser", "false");
    files.without("p-1017");
    files.add(
        "users",
        &[
            ("sourcedId", "p-2001"),
            ("enabledUser", "true"),
            ("username", "x"),
            ("givenName", "Aino"),
            ("familyName", "Virtanen"),
            ("identifier", "2001"),
            ("email", "2001@district.example"),
            ("primaryOrgSourcedId", "elm"),
        ],
    );
    files.add(
        "roles",
        &[
            ("sourcedId", "r-2001"),
            ("userSourcedId", "p-2001"),
            ("roleType", "primary"),
            ("role", "teacher"),
            ("beginDate", "2026-08-01"),
            ("orgSourcedId", "elm"),
        ],
    );
    files.add(
        "users",
        &[
            ("sourcedId", "s-1"),
            ("enabledUser", "true"),
            ("username", "s"),
            ("givenName", "Pupilgiven"),
            ("familyName", "Pupilfamily"),
        ],
    );
    files.add(
        "roles",
        &[
            ("sourcedId", "r-s-1"),
            ("userSourcedId", "s-1"),
            ("roleType", "primary"),
            ("role", "student"),
            ("orgSourcedId", "elm"),
        ],
    );

    let token = larkspur
        .record
        .session_begin(larkspur.person("Solheim"))
        .await
        .unwrap();
    let disabled = larkspur
        .record
        .session_begin(larkspur.person("Bell"))
        .await
        .unwrap();
    let stays = larkspur
        .record
        .session_begin(larkspur.person("Castellano"))
        .await
        .unwrap();
    let dry_run = send(&larkspur, &files).await;
    keep("roster-dry-run", &dry_run.text());
    let read = dry_run.read();
    for said in [
        "People added 1",
        "People changed 2",
        "People ended 1",
        "Aino Virtanen",
        "Petra Solheim",
        "grade or subject: grade 5 → grade 4",
        "enabled: yes → no",
        "Rows of students and families refused 1",
        "Nothing has been applied yet",
    ] {
        assert!(read.contains(said), "{said}: {read}");
    }
    assert!(
        !dry_run.text().contains("Pupil"),
        "nothing of a student is on the page"
    );
    assert!(
        directory(&larkspur).await.people.len() == before.people.len(),
        "a dry run changes nothing"
    );
    let list = larkspur
        .get(
            "Abadi",
            &format!(
                "/roster/import/{}?list=changed",
                dry_run.value_of("reading").unwrap()
            ),
        )
        .await;
    assert!(list.read().contains("2 people changed"), "{}", list.read());

    let done = apply(&larkspur, &dry_run, "").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.read());
    let page = larkspur.get("Abadi", &done.location).await;
    keep("roster-applied", &page.text());
    assert!(
        page.read().contains("The roster is applied")
            && page.read().contains("2 people lost their access"),
        "{}",
        page.read()
    );
    let after = directory(&larkspur).await;
    assert!(
        after
            .people
            .values()
            .any(|it| it.particulars.name.family == "Virtanen")
    );
    assert!(
        !after
            .people
            .values()
            .any(|it| it.particulars.name.family == "Pupilfamily")
    );

    assert!(
        larkspur
            .record
            .session(&token, Ends::default())
            .await
            .unwrap()
            .is_none(),
        "whoever ended is signed out"
    );
    assert!(
        larkspur
            .record
            .session(&disabled, Ends::default())
            .await
            .unwrap()
            .is_none(),
        "whoever is disabled is signed out"
    );
    assert!(
        larkspur
            .record
            .session(&stays, Ends::default())
            .await
            .unwrap()
            .is_some(),
        "everybody else stays"
    );
    let out = larkspur.get("Solheim", "/my-year").await;
    assert!(
        out.location.starts_with("/sign-in"),
        "even a session begun later opens nothing: {} {}",
        out.status,
        out.location
    );

    let twice = apply(&larkspur, &dry_run, "").await;
    assert_eq!(
        twice.location, done.location,
        "sent twice, it leads to what was done"
    );
    let again = send(&larkspur, &files).await;
    assert!(
        again.read().contains("Nothing to apply"),
        "{}",
        again.read()
    );
}

#[tokio::test]
async fn a_roster_is_looked_at_and_applied() {
    story(Database::sqlite()).await;
}

#[tokio::test]
async fn a_roster_is_looked_at_and_applied_on_postgres() {
    story(Database::postgres()).await;
}

#[tokio::test]
async fn while_an_error_stands_nothing_can_be_applied() {
    let larkspur = Larkspur::new().await;
    let mut files = Files::of(&directory(&larkspur).await);
    files.set("roles", "sourcedId", "r-1004", "orgSourcedId", "nowhere");
    files.set("users", "sourcedId", "p-1005", "email", "");
    files.set(
        "users",
        "sourcedId",
        "p-1006",
        "familyName",
        "<script>alert(1)</script>",
    );
    let dry_run = send(&larkspur, &files).await;
    keep("roster-errors", &dry_run.text());
    let read = dry_run.read();
    assert!(read.contains("One error stands in the way"), "{read}");
    let line = files
        .csv("roles")
        .lines()
        .position(|line| line.starts_with("r-1004,"))
        .unwrap()
        + 1;
    assert!(
        read.contains(&format!("roles.csv line {line} column orgSourcedId"))
            && read.contains("The role is at nowhere"),
        "{read}"
    );
    assert!(
        read.contains("Add the school to orgs.csv, or mend the sourcedId."),
        "{read}"
    );
    assert!(read.contains("Katarzyna Mazur has no e-mail"), "{read}");
    assert!(
        !dry_run.text().contains("/roster/import/apply")
            && !dry_run.text().contains("<script>alert")
    );
    // Somebody who sends the form all the same is refused.
    let address = larkspur
        .send_files(
            "Abadi",
            "/roster/import",
            &[("roster", "r.zip", &files.zip())],
        )
        .await
        .location;
    assert!(
        larkspur
            .get("Abadi", &address)
            .await
            .read()
            .contains("error")
    );
    let forced = larkspur
        .post(
            "Abadi",
            "/roster/import/apply",
            &[
                ("reading", address.trim_start_matches("/roster/import/")),
                ("finger", ""),
            ],
        )
        .await;
    assert!(forced.status.is_client_error(), "{}", forced.status);
    let spanish = larkspur.get_in("es", "Abadi", &address).await;
    keep("roster-errors-es", &spanish.text());
    assert!(
        spanish.read().contains("Un error lo impide"),
        "{}",
        spanish.read()
    );
}

#[tokio::test]
async fn a_file_that_ends_too_many_is_confirmed_first() {
    let larkspur = Larkspur::new().await;
    let mut files = Files::of(&directory(&larkspur).await);
    for number in 1011..=1017 {
        files.without(&format!("p-{number}"));
    }
    let dry_run = send(&larkspur, &files).await;
    keep("roster-too-many", &dry_run.text());
    assert!(
        dry_run.read().contains("7 of 19 people would end"),
        "{}",
        dry_run.read()
    );
    let refused = apply(&larkspur, &dry_run, "").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.read().contains("confirm it and apply again"),
        "{}",
        refused.read()
    );
    let done = apply(&larkspur, &refused, "yes").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.read());
    assert!(
        larkspur
            .get("Abadi", &done.location)
            .await
            .read()
            .contains("People ended 7")
    );
}

#[tokio::test]
async fn a_record_that_changed_meanwhile_is_shown_again() {
    let larkspur = Larkspur::new().await;
    let mut files = Files::of(&directory(&larkspur).await);
    files.set(
        "staff_supplement",
        "userSourcedId",
        "p-1004",
        "contentArea",
        "grade 4",
    );
    let first = send(&larkspur, &files).await;
    files.set(
        "staff_supplement",
        "userSourcedId",
        "p-1005",
        "contentArea",
        "grade 3",
    );
    let second = send(&larkspur, &files).await;
    assert_eq!(
        apply(&larkspur, &second, "").await.status,
        StatusCode::SEE_OTHER
    );
    let late = apply(&larkspur, &first, "").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(
        late.read().contains("The record changed since")
            && late.read().contains("grade 3 → grade 1"),
        "{}",
        late.read()
    );
}

#[tokio::test]
async fn what_is_sent_wrongly_is_said_in_words() {
    let larkspur = Larkspur::new().await;
    let nothing = larkspur
        .send_files("Abadi", "/roster/import", &[("roster", "", b"")])
        .await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        nothing.read().contains("Choose the zip"),
        "{}",
        nothing.read()
    );
    let large = larkspur
        .send_files(
            "Abadi",
            "/roster/import",
            &[("roster", "r.zip", &vec![b'x'; 65 * 1024 * 1024])],
        )
        .await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(
        large.read().contains("larger than 64 MB"),
        "{}",
        large.read()
    );
    let form = larkspur
        .post("Abadi", "/roster/import", &[("roster", "text")])
        .await;
    assert_eq!(form.status, StatusCode::BAD_REQUEST);
    assert!(form.read().contains("broke off"), "{}", form.read());
    let text = larkspur
        .send_files("Abadi", "/roster/import", &[("roster", "r.zip", b"no zip")])
        .await;
    assert!(
        larkspur
            .get("Abadi", &text.location)
            .await
            .read()
            .contains("no zip file")
    );
    let forgotten = larkspur
        .post("Abadi", "/roster/import/apply", &[("reading", "gone")])
        .await;
    assert!(
        forgotten.status == StatusCode::UNPROCESSABLE_ENTITY
            && forgotten.read().contains("no longer kept"),
        "{}",
        forgotten.read()
    );
}

#[tokio::test]
async fn nobody_else_may_know_of_it() {
    let larkspur = Larkspur::new().await;
    let files = Files::of(&directory(&larkspur).await);
    let sent = larkspur
        .send_files(
            "Abadi",
            "/roster/import",
            &[("roster", "r.zip", &files.zip())],
        )
        .await;
    for family in ["Okonkwo-Lane", "Achterberg", "Castellano", "Wielgosz"] {
        for path in ["/roster/import", &sent.location, "/people"] {
            assert_eq!(
                larkspur.get(family, path).await.status,
                StatusCode::NOT_FOUND,
                "{family} {path}"
            );
        }
        let upload = larkspur
            .send_files(family, "/roster/import", &[("roster", "r.zip", b"")])
            .await;
        let apply = larkspur
            .post(family, "/roster/import/apply", &[("reading", "x")])
            .await;
        assert_eq!(
            (upload.status, apply.status),
            (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND),
            "{family}"
        );
    }
}

/// The whole of a real district's size, made by another program: `FORTHRIGHT_ROSTER` names the folder that
/// `make_roster.py OUT --zip` made. Without it this says so and checks nothing.
#[tokio::test]
async fn a_district_of_six_thousand_is_read_shown_and_applied() {
    let Some(folder) = std::env::var_os("FORTHRIGHT_ROSTER").map(std::path::PathBuf::from) else {
        eprintln!("skipped: FORTHRIGHT_ROSTER names no folder made by make_roster.py");
        return;
    };
    let larkspur = Larkspur::empty(Database::sqlite()).await;
    let zip = std::fs::read(folder.join("bulk-1.zip")).unwrap();
    let hr: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder.join("hr"))
        .unwrap()
        .flatten()
        .map(|entry| {
            (
                entry.file_name().to_string_lossy().into_owned(),
                std::fs::read(entry.path()).unwrap(),
            )
        })
        .collect();
    let mut parts: Vec<(&str, &str, &[u8])> = vec![("roster", "bulk-1.zip", &zip)];
    parts.extend(
        hr.iter()
            .map(|(name, bytes)| ("hr", name.as_str(), bytes.as_slice())),
    );
    let time = |what: &str, begin: std::time::Instant| {
        eprintln!("{what}: {} ms", begin.elapsed().as_millis())
    };

    let begin = std::time::Instant::now();
    let sent = larkspur.send_files("Abadi", "/roster/import", &parts).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.read());
    let dry_run = larkspur.get("Abadi", &sent.location).await;
    time("sent and shown", begin);
    eprintln!("{} bytes of page", dry_run.bytes.len());
    keep("roster-big", &dry_run.text());
    let expected: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.join("expected.json")).unwrap()).unwrap();
    let users = expected["bulk-1"]["users"].as_u64().unwrap();
    let doubles = u64::try_from(
        expected["duplicate_person_two_records"]
            .as_array()
            .unwrap()
            .len(),
    )
    .unwrap();
    let people = users - doubles;
    assert!(
        dry_run.read().contains(&format!("People added {people} ")),
        "{:.3000}",
        dry_run.read()
    );

    let begin = std::time::Instant::now();
    let done = apply(&larkspur, &dry_run, "").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.read());
    time("applied", begin);
    let begin = std::time::Instant::now();
    let list = larkspur.get("Abadi", "/people").await;
    time("listed", begin);
    keep("people-big", &list.text());
    assert!(
        list.read()
            .contains(&format!("{} people, by family name", people + 1)),
        "{:.2000}",
        list.read()
    );
    let begin = std::time::Instant::now();
    let again = larkspur.send_files("Abadi", "/roster/import", &parts).await;
    let again = larkspur.get("Abadi", &again.location).await;
    time("the same again", begin);
    assert!(
        again.read().contains("Nothing to apply"),
        "{:.3000}",
        again.read()
    );
}
