//! What leaves the house, received by a real mail server (aiosmtpd, from PyPI).

use crate::program::{Place, Server, eventually};
use domain::PersonId;
use jiff::civil::{date, time};
use pages::notices::{Invitation, Parts};
use record::{Clock, Notice, Queued, Record};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

const ADMINISTRATOR: &str = "noor.abadi@district.example";

struct MailServer {
    child: Child,
    url: String,
    received: Arc<Mutex<Vec<Value>>>,
}

impl MailServer {
    /// `None`, with a sentence, where aiosmtpd is not installed.
    fn start() -> Option<Self> {
        let Some(python) = python() else {
            eprintln!("skipped: no Python here has aiosmtpd");
            return None;
        };
        let port = std::net::TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/commands/mail_server.py");
        let mut child = Command::new(python)
            .args([script, &port.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert_eq!(lines.next().unwrap().unwrap(), "ready");
        let received = Arc::new(Mutex::new(vec![]));
        let into = Arc::clone(&received);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                into.lock()
                    .unwrap()
                    .push(serde_json::from_str(&line).unwrap());
            }
        });
        Some(Self {
            child,
            url: format!("smtp://127.0.0.1:{port}"),
            received,
        })
    }

    fn to(&self, address: &str) -> Value {
        eventually(&format!("a mail to {address}"), || {
            self.received
                .lock()
                .unwrap()
                .iter()
                .find(|mail| mail["to"][0] == address)
                .cloned()
        })
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn python() -> Option<String> {
    let own = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../target/test-python/bin/python3"
    );
    let has = |python: &&str| {
        Command::new(python)
            .args(["-c", "import aiosmtpd"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    ["python3", own]
        .iter()
        .find(|python| has(python))
        .map(|python| (*python).to_owned())
}

fn notice(address: &str, kind: &str, parts: &Parts) -> Notice {
    Notice {
        to: PersonId(uuid::Uuid::from_u128(7)),
        address: address.to_owned(),
        kind: kind.to_owned(),
        subject: "Something was shared with you".to_owned(),
        body: "Desmond Achterberg shared something on your record with you.".to_owned(),
        parts: serde_json::to_value(parts).unwrap(),
    }
}

fn parts() -> Parts {
    Parts {
        language: "en".to_owned(),
        to_name: "Imani Castellano".to_owned(),
        link_label: "Sign in to read it:".to_owned(),
        link: "http://127.0.0.1:8080/my-year".to_owned(),
        closing: "A reply to this mail goes to Desmond Achterberg.".to_owned(),
        reply_name: "Desmond Achterberg".to_owned(),
        reply_address: "desmond.achterberg@district.example".to_owned(),
        invite: None,
    }
}

async fn in_the_outbox(record: &Record, address: &str) -> Queued {
    record
        .outbox(None, 100)
        .await
        .unwrap()
        .into_iter()
        .find(|queued| queued.notice.address == address)
        .unwrap()
}

#[test]
fn a_link_that_was_asked_for_comes_by_mail_and_signs_in() {
    let Some(mail) = MailServer::start() else {
        return;
    };
    let place = Place::new().with_people();
    let server = Server::start(
        &place.database,
        &[
            "--mail",
            &mail.url,
            "--mail-from",
            "growth@district.example",
        ],
    );
    let mut browser = server.browser();
    let known = browser.post(
        "/sign-in",
        &[
            ("email", "Noor.Abadi@district.example"),
            ("back", "/people"),
        ],
    );
    let unknown = server
        .browser()
        .post("/sign-in", &[("email", "nobody@district.example")]);
    assert_eq!(
        (known.status, &known.body),
        (200, &unknown.body),
        "nobody learns whether an address is known"
    );
    let sent = mail.to(ADMINISTRATOR);
    assert_eq!(
        sent["headers"]["from"],
        "Forthright <growth@district.example>"
    );
    assert_eq!(sent["headers"]["auto-submitted"], "auto-generated");
    let text = sent["parts"]["text/plain"].as_str().unwrap();
    let link = text
        .split_whitespace()
        .find(|word| word.starts_with("http://"))
        .unwrap();
    assert!(
        sent["parts"]["text/html"]
            .as_str()
            .unwrap()
            .contains("/sign-in/")
    );
    let path = link.strip_prefix("http://127.0.0.1:8080").unwrap();
    assert_eq!(browser.get(path).status, 200);
    let path = path.split('?').next().unwrap();
    assert_eq!(
        browser
            .post(path, &[("back", "/people")])
            .header("location"),
        Some("/people")
    );
    assert!(
        mail.received
            .lock()
            .unwrap()
            .iter()
            .all(|mail| mail["to"][0] != "nobody@district.example")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_notice_ends_as_the_mail_server_says() {
    let Some(mail) = MailServer::start() else {
        return;
    };
    let place = Place::new().with_people();
    let record = Record::open(&place.database, Clock::system())
        .await
        .unwrap();
    let mut meeting = parts();
    meeting.invite = Some(Invitation {
        uid: "0198@forthright".to_owned(),
        sequence: 1,
        slot: domain::conversations::Slot {
            on: date(2027, 1, 14),
            begins: time(15, 0, 0, 0),
            minutes: 45,
            place: "Room 12".to_owned(),
        },
        summary: "Conversation: Imani Castellano, Desmond Achterberg".to_owned(),
        description: "Details after sign-in: http://127.0.0.1:8080/conversations/0198".to_owned(),
        organizer: (
            "Desmond Achterberg".to_owned(),
            "desmond.achterberg@district.example".to_owned(),
        ),
        attendees: vec![(
            "Imani Castellano".to_owned(),
            "invited@district.example".to_owned(),
        )],
        cancelled: false,
    });
    for notice in [
        notice("imani@district.example", "announcement", &parts()),
        notice("invited@district.example", "invite", &meeting),
        notice("refused@district.example", "announcement", &parts()),
        notice("later@district.example", "announcement", &parts()),
        notice("", "announcement", &parts()),
        notice(
            "bent@district.example",
            "announcement",
            &Parts {
                link: "no address".to_owned(),
                ..parts()
            },
        ),
    ] {
        record.enqueue(notice).await.unwrap();
    }
    let _server = Server::start(
        &place.database,
        &[
            "--mail",
            &mail.url,
            "--mail-from",
            "growth@district.example",
        ],
    );

    let sent = mail.to("imani@district.example");
    let queued = in_the_outbox(&record, "imani@district.example").await;
    assert_eq!(
        sent["headers"]["message-id"],
        format!("<{}@district.example>", queued.id)
    );
    assert_eq!(
        sent["headers"]["reply-to"],
        "Desmond Achterberg <desmond.achterberg@district.example>"
    );
    assert_eq!(sent["headers"]["subject"], "Something was shared with you");
    let text = sent["parts"]["text/plain"].as_str().unwrap();
    for line in [
        "Dear Imani Castellano,",
        "Sign in to read it:",
        "http://127.0.0.1:8080/my-year",
        "A reply to this mail goes to Desmond Achterberg.",
        "C.R.S. 22-9-109",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    let invite = mail.to("invited@district.example");
    let calendar = invite["parts"]["text/calendar"].as_str().unwrap();
    for line in [
        "METHOD:REQUEST",
        "DTSTART;TZID=America/Denver:20270114T150000",
        "DTEND;TZID=America/Denver:20270114T154500",
        "SEQUENCE:1",
    ] {
        assert!(calendar.contains(line), "{line} is not in\n{calendar}");
    }

    let mut settled = vec![];
    for _ in 0..600 {
        settled.clear();
        for address in [
            "imani@district.example",
            "invited@district.example",
            "refused@district.example",
            "later@district.example",
            "",
            "bent@district.example",
        ] {
            let queued = in_the_outbox(&record, address).await;
            settled.push((
                queued.sent_at.is_some(),
                queued.failed_at.is_some(),
                queued.tries,
            ));
        }
        if settled.iter().all(|(.., tries)| *tries == 1)
            && settled[2].1
            && settled[5].1
            && settled[4].1
            && settled[0].0
            && settled[1].0
        {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let (sent, failed, again) = ((true, false, 1), (false, true, 1), (false, false, 1));
    assert_eq!(settled, [sent, sent, failed, again, failed, failed]);
    assert!(
        in_the_outbox(&record, "refused@district.example")
            .await
            .error
            .contains("550")
    );
    let later = in_the_outbox(&record, "later@district.example").await;
    assert!(
        later.error.contains("451") && later.due_at > later.created_at,
        "{later:?}"
    );
    assert_eq!(
        in_the_outbox(&record, "bent@district.example").await.error,
        pages::notices::UNWRITABLE
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_server_that_is_away_is_asked_again() {
    let place = Place::new().with_people();
    let record = Record::open(&place.database, Clock::system())
        .await
        .unwrap();
    record
        .enqueue(notice("imani@district.example", "announcement", &parts()))
        .await
        .unwrap();
    // A port on which nobody listens.
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let _server = Server::start(
        &place.database,
        &["--mail", &format!("smtp://127.0.0.1:{port}")],
    );
    for _ in 0..600 {
        if !in_the_outbox(&record, "imani@district.example")
            .await
            .error
            .is_empty()
        {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let queued = in_the_outbox(&record, "imani@district.example").await;
    assert!(
        queued.failed_at.is_none() && queued.sent_at.is_none() && !queued.error.is_empty(),
        "{queued:?}"
    );
    let wait = queued.due_at.duration_since(queued.created_at).as_secs();
    assert!((55..=120).contains(&wait), "again after {wait} seconds");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_mail_server_notices_wait_and_no_link_is_written() {
    let place = Place::new().with_people();
    let record = Record::open(&place.database, Clock::system())
        .await
        .unwrap();
    record
        .enqueue(notice("imani@district.example", "announcement", &parts()))
        .await
        .unwrap();
    let server = Server::start(&place.database, &[]);
    assert_eq!(
        server
            .browser()
            .post("/sign-in", &[("email", ADMINISTRATOR)])
            .status,
        200
    );
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    let queued = record.outbox(None, 10).await.unwrap();
    assert_eq!(queued.len(), 1, "{queued:?}");
    assert_eq!((queued[0].tries, queued[0].sent_at), (0, None));
    assert_eq!(json!(queued[0].notice.kind), "announcement");
    let mut browser = server.signed_in(ADMINISTRATOR);
    assert!(
        browser
            .get("/outbox")
            .body
            .contains("Something was shared with you")
    );
}
