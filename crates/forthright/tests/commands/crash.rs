//! The server is killed at random while people write: what was acknowledged is on the record once, and the record is
//! sound. Ten times, and a hundred with `FORTHRIGHT_LONG=1`, on each engine.

use crate::http::Browser;
use crate::program::{Place, Server, json, people};
use record::testing::Database;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// People who write at the same time.
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
    let writers = writers(place);
    let mut seed = 0x5eed_u64;
    let mut last = entries(database);
    for round in 0..times() {
        let server = Server::start(database, &[]);
        let stop = Arc::new(AtomicBool::new(false));
        let writing: Vec<_> = writers
            .iter()
            .map(|person| {
                let (browser, stop) = (server.signed_in(person), Arc::clone(&stop));
                std::thread::spawn(move || write(browser, &stop))
            })
            .collect();
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_millis(20 + (seed >> 33) % 400));
        server.signal("KILL");
        stop.store(true, Ordering::SeqCst);
        let written: Vec<Written> = writing
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect();
        drop(server);
        let now = entries(database);
        let (acknowledged, open) = (
            written.iter().map(|one| one.acknowledged).sum::<u64>(),
            written.iter().filter(|one| one.open).count() as u64,
        );
        let kept = now - last;
        assert!(
            (acknowledged..=acknowledged + open).contains(&kept),
            "round {round}: {acknowledged} acknowledged, {open} open, {kept} kept"
        );
        last = now;
    }
    // Each person's choice is the last that was acknowledged, or the one that was under way; shown by the next page.
    let server = Server::start(database, &[]);
    for person in &writers {
        assert_eq!(server.signed_in(person).get("/").status, 200);
    }
}

/// What one person did until the server was gone.
struct Written {
    acknowledged: u64,
    /// A request was under way when the server was killed; it may or may not be on the record.
    open: bool,
}

/// Chooses the other language again and again; each choice is one entry of the journal.
fn write(mut browser: Browser, stop: &AtomicBool) -> Written {
    let spanish = browser.get("/").body.contains("<html lang=\"es\"");
    let mut next = if spanish { ["en", "es"] } else { ["es", "en"] }
        .into_iter()
        .cycle();
    let mut acknowledged = 0;
    loop {
        let Some(language) = next.next() else {
            unreachable!()
        };
        match browser.send("/language", &[("language", language), ("back", "/")]) {
            Ok(response) => {
                assert_eq!(response.status, 303, "{}", response.body);
                acknowledged += 1;
            }
            Err(_) => {
                return Written {
                    acknowledged,
                    open: true,
                };
            }
        }
        if stop.load(Ordering::SeqCst) {
            return Written {
                acknowledged,
                open: false,
            };
        }
    }
}

/// How long the journal is, on a record that is sound.
fn entries(database: &str) -> u64 {
    let report = json(&["verify", "--database", database, "--json"]);
    assert_eq!(report["sound"], true, "{report}");
    report["entries"].as_u64().unwrap()
}

/// Employee numbers of a few people.
fn writers(place: &Place) -> Vec<String> {
    let users = std::fs::read_to_string(place.path().join("roster/users.csv")).unwrap();
    let header: BTreeMap<&str, usize> = users
        .lines()
        .next()
        .unwrap()
        .split(',')
        .enumerate()
        .map(|(at, name)| (name.trim_matches('"'), at))
        .collect();
    let number = header["identifier"];
    let of = |line: &str| {
        line.split(',')
            .nth(number)
            .unwrap()
            .trim_matches('"')
            .to_owned()
    };
    users.lines().skip(1).take(WRITERS).map(of).collect()
}
