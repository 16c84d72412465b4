//! Sign-in links from the command line.

use crate::program::{Place, Server, json, refusal, said};
use domain::PersonId;

fn administrator(place: &Place, who: &str) -> String {
    said(&[
        "link",
        "--administrator",
        who,
        "--database",
        &place.database,
    ])
}

#[test]
fn the_first_person_is_entered_and_signs_in_once() {
    let place = Place::new();
    let link = administrator(&place, "Noor Abadi <Noor.Abadi@district.example>");
    let path = link
        .trim()
        .strip_prefix("http://127.0.0.1:8080")
        .unwrap()
        .to_owned();
    let server = Server::start(&place.database, &[]);
    let mut browser = server.browser();
    // Looking uses nothing up; mail scanners follow links.
    for _ in 0..3 {
        let shown = browser.get(&path);
        assert_eq!(shown.status, 200);
        assert!(shown.body.contains("<form"), "{}", shown.body);
    }
    assert!(browser.cookies.is_empty());
    let entered = browser.post(&path, &[]);
    assert_eq!(
        (entered.status, entered.header("location")),
        (303, Some("/"))
    );
    let home = browser.get("/");
    assert_eq!(home.status, 200);
    assert!(home.body.contains("Noor Abadi"));
    let again = server.browser().post(&path, &[]);
    assert_eq!(again.status, 410);
    assert_eq!(again.header("set-cookie"), None);
}

#[test]
fn only_an_empty_record_takes_a_first_person() {
    let place = Place::new();
    administrator(&place, "Noor Abadi <noor.abadi@district.example>");
    let sentence = refusal(&[
        "link",
        "--administrator",
        "Eve <eve@elsewhere.example>",
        "--database",
        &place.database,
    ]);
    assert!(
        sentence.contains("has an administrator already"),
        "{sentence}"
    );
}

#[test]
fn where_a_roster_came_first_somebody_of_it_becomes_administrator() {
    let place = Place::new();
    let (roster, hr) = place.roster();
    said(&[
        "roster",
        "import",
        roster.to_str().unwrap(),
        "--hr",
        hr.to_str().unwrap(),
        "--database",
        &place.database,
    ]);
    let unknown = refusal(&[
        "link",
        "--administrator",
        "Noor Abadi <noor@elsewhere.example>",
        "--database",
        &place.database,
    ]);
    assert!(unknown.starts_with("Nobody on the record has"), "{unknown}");
    let users = std::fs::read_to_string(roster.join("users.csv")).unwrap();
    let email = users
        .split([',', '"'])
        .find(|value| value.contains('@') && value.contains("robles"))
        .unwrap();
    administrator(&place, &format!("Ana Lucía Robles <{email}>"));
    let server = Server::start(&place.database, &[]);
    assert_eq!(server.signed_in(email).get("/outbox").status, 200);
}

#[test]
fn a_person_is_found_by_address_number_and_id_while_the_server_runs() {
    let place = Place::new().with_people();
    let server = Server::start(&place.database, &[]);
    let by = |who: &str| json(&["link", who, "--database", &place.database, "--json"]);
    let first = by("NOOR.ABADI@district.example");
    let id: PersonId = first["person"].as_str().unwrap().parse().unwrap();
    assert_eq!(by(&id.to_string())["person"], first["person"]);
    assert_eq!(first["minutes"], 15);
    let users = std::fs::read_to_string(place.path().join("roster/users.csv")).unwrap();
    let header: Vec<&str> = users.lines().next().unwrap().split(',').collect();
    let number = header
        .iter()
        .position(|name| name.trim_matches('"') == "identifier")
        .unwrap();
    let employee = users
        .lines()
        .nth(1)
        .unwrap()
        .split(',')
        .nth(number)
        .unwrap()
        .trim_matches('"');
    assert_eq!(server.signed_in(employee).get("/").status, 200);
    let origin = said(&[
        "link",
        employee,
        "--database",
        &place.database,
        "--public-url",
        "https://growth.example.org",
    ]);
    assert!(
        origin.starts_with("https://growth.example.org/sign-in/"),
        "{origin}"
    );
}

#[test]
fn who_cannot_get_a_link_is_said_in_a_sentence() {
    let place = Place::new().with_people();
    let database = place.database.as_str();
    let unknown = refusal(&["link", "nobody@example.org", "--database", database]);
    assert_eq!(
        unknown,
        "Nobody on the record has the id, e-mail address or employee number nobody@example.org."
    );
    for nonsense in [
        "Noor Abadi",
        "noor@example.org",
        "<noor@example.org>",
        "Noor Abadi <noor>",
    ] {
        let place = Place::new();
        let sentence = refusal(&[
            "link",
            "--administrator",
            nonsense,
            "--database",
            &place.database,
        ]);
        assert!(sentence.ends_with('.'), "{nonsense}: {sentence}");
    }
    let plain = refusal(&[
        "link",
        "--administrator",
        "A B <a@b.example>",
        "--database",
        database,
        "--public-url",
        "http://growth.example.org",
    ]);
    assert!(plain.contains("only over https"), "{plain}");
}
