//! The server is killed at random while people write: what was acknowledged is on the record once, and the record is
//! sound. Ten times, and a hundred with `FORTHRIGHT_LONG=1`, on each engine.

use crate::http::Browser;
use crate::program::{Place, Server, json, people};
use domain::people::Directory;
use domain::{PersonId, SchoolId};
use record::testing::Database;
use record::{Clock, Record};
use std::io;
use std::time::Duration;

const ADMINISTRATOR: &str = "noor.abadi@district.example";
/// Forms that are sent at the same time, each about another person.
const WRITERS: usize = 4;

fn times() -> u32 {
    if std::env::var("FORTHRIGHT_LONG").is_ok_and(|long| long == "1") {
        100
    } else {
        10
    }
}

#[test]
fn on_sqlite_nothing_that_was_acknowledged_is_lost_or_doubled() {
    let place = Place::new();
    killed_again_and_again(&place.database.clone(), &place);
}

#[test]
fn on_postgresql_nothing_that_was_acknowledged_is_lost_or_doubled() {
    let (database, place) = (Database::postgres(), Place::new());
    killed_again_and_again(database.url(), &place);
}

fn killed_again_and_again(database: &str, place: &Place) {
    people(database, place);
    let (people, school) = tokio::runtime::Runtime::new()
        .unwrap()
        .block_on(who_and_where(database));
    let signed_in = {
        let server = Server::start(database, &[]);
        server.signed_in(ADMINISTRATOR)
    };
    let mut writers: Vec<Writer> = people
        .into_iter()
        .map(|person| Writer::new(person, &school))
        .collect();
    let mut seed = 0x5eed_u64;
    let mut last = entries(database);
    let mut total = 0;
    for round in 0..times() {
        let server = Server::start(database, &[]);
        let writing: Vec<_> = writers
            .into_iter()
            .map(|mut writer| {
                let mut browser = Browser {
                    address: server.address,
                    ..signed_in.clone()
                };
                browser.origin = Some(format!("http://{}", server.address));
                std::thread::spawn(move || {
                    writer.write_until_the_server_is_gone(&mut browser);
                    writer
                })
            })
            .collect();
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_millis(20 + (seed >> 33) % 400));
        server.signal("KILL");
        writers = writing
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect();
        drop(server);
        // Whoever got no answer sends the same form again, and it is carried out once.
        let server = Server::start(database, &[]);
        for writer in &mut writers {
            let mut browser = server.browser();
            browser.cookies.clone_from(&signed_in.cookies);
            writer.send(&mut browser).unwrap();
        }
        server.signal("KILL");
        drop(server);
        let now = entries(database);
        let written: u64 = writers
            .iter_mut()
            .map(|writer| std::mem::take(&mut writer.acknowledged))
            .sum();
        assert_eq!(
            now - last,
            written,
            "round {round}: what was acknowledged, and what is on the record"
        );
        (last, total) = (now, total + written);
    }
    assert!(
        total > u64::from(times()) * 10,
        "only {total} writes were tried"
    );
    tokio::runtime::Runtime::new()
        .unwrap()
        .block_on(as_the_writers_know_it(database, &writers));
}

/// Grants somebody an office and takes it back, again and again; each form is one entry of the journal.
struct Writer {
    person: PersonId,
    school: String,
    /// Forms that were answered since the last count.
    acknowledged: u64,
    /// Whether the person holds the office, as far as answers told.
    granted: bool,
    /// The token of the form that is under way.
    token: String,
}

impl Writer {
    fn new(person: PersonId, school: &SchoolId) -> Self {
        Self {
            person,
            school: school.to_string(),
            acknowledged: 0,
            granted: false,
            token: uuid::Uuid::new_v4().to_string(),
        }
    }

    fn write_until_the_server_is_gone(&mut self, browser: &mut Browser) {
        while self.send(browser).is_ok() {}
    }

    fn send(&mut self, browser: &mut Browser) -> io::Result<()> {
        let end = if self.granted { "/end" } else { "" };
        let path = format!("/people/{}/offices{end}", self.person);
        let fields = [
            ("form_token", self.token.as_str()),
            ("office", "hr_partner"),
            ("school", self.school.as_str()),
            ("reason", "To see what is left of it"),
        ];
        let response = browser.send(&path, &fields)?;
        assert_eq!(response.status, 303, "{path}: {}", response.body);
        self.acknowledged += 1;
        self.granted = !self.granted;
        self.token = uuid::Uuid::new_v4().to_string();
        Ok(())
    }
}

/// How long the journal is, on a record that is sound.
fn entries(database: &str) -> u64 {
    let report = json(&["verify", "--database", database, "--json"]);
    assert_eq!(report["sound"], true, "{report}");
    report["entries"].as_u64().unwrap()
}

async fn directory(database: &str) -> (Directory, jiff::civil::Date) {
    let record = Record::open(database, Clock::system()).await.unwrap();
    let scope = access::scope(&access::Actor::command_line(), access::List::Roster).unwrap();
    (record.directory(&scope).await.unwrap(), record.today())
}

async fn who_and_where(database: &str) -> (Vec<PersonId>, SchoolId) {
    let (everybody, _) = directory(database).await;
    let people = everybody
        .people
        .iter()
        .filter(|(_, person)| person.particulars.email != ADMINISTRATOR);
    (
        people.map(|(id, _)| *id).take(WRITERS).collect(),
        *everybody.schools.keys().next().unwrap(),
    )
}

async fn as_the_writers_know_it(database: &str, writers: &[Writer]) {
    let (everybody, today) = directory(database).await;
    for writer in writers {
        let holds = everybody.people[&writer.person]
            .grants_on(today)
            .next()
            .is_some();
        assert_eq!(holds, writer.granted, "{}", writer.person);
    }
}
