//! The server as a district runs it: what it refuses, what it answers, and how it ends.

use crate::http::form;
use crate::program::{Place, Server, assert_guarded, eventually, json, refusal};
use record::{Clock, Record};
use serde_json::Value;
use std::io::Write;
use std::net::TcpStream;
use std::time::Duration;

const ADMINISTRATOR: &str = "noor.abadi@district.example";

#[tokio::test]
async fn a_demos_database_is_not_served() {
    let place = Place::new();
    let record = Record::open(&place.database, Clock::system())
        .await
        .unwrap();
    record.mark_demo().await.unwrap();
    drop(record);
    let sentence = refusal(&[
        "serve",
        "--database",
        &place.database,
        "--listen",
        "127.0.0.1:0",
    ]);
    assert!(
        sentence.contains("invented") && sentence.ends_with('.'),
        "{sentence}"
    );
}

#[test]
fn settings_that_would_not_be_safe_or_make_no_sense_are_refused() {
    let place = Place::new();
    let serve = |more: &[&str]| {
        let mut arguments = vec![
            "serve",
            "--database",
            &place.database,
            "--listen",
            "127.0.0.1:0",
        ];
        arguments.extend(more);
        refusal(&arguments)
    };
    for (more, says) in [
        (
            vec!["--public-url", "http://growth.example.org"],
            "only over https",
        ),
        (
            vec!["--public-url", "growth.example.org"],
            "must begin with https://",
        ),
        (
            vec!["--mail", "smtp://user:secret@mail.example.org"],
            "unencrypted",
        ),
        (vec!["--mail", "mail.example.org"], "smtp://"),
        (vec!["--mail-from", "nobody"], "is no e-mail address"),
        (
            vec!["--packs", "/nowhere/packs"],
            "/nowhere/packs cannot be read",
        ),
    ] {
        let sentence = serve(&more);
        assert!(
            sentence.contains(says) && !sentence.contains("secret"),
            "{more:?}: {sentence}"
        );
    }
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let listen = taken.local_addr().unwrap().to_string();
    let sentence = refusal(&["serve", "--database", &place.database, "--listen", &listen]);
    assert!(sentence.contains(&listen), "{sentence}");
}

#[test]
fn settings_come_from_the_environment_as_well() {
    let place = Place::new();
    let mut command = crate::program::command(&["serve"]);
    command
        .env("FORTHRIGHT_DATABASE", &place.database)
        .env("FORTHRIGHT_PUBLIC_URL", "http://growth.example.org");
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("only over https"));
}

#[test]
fn every_response_of_every_route_carries_the_headers() {
    let place = Place::new().with_people();
    let server = Server::start(&place.database, &[]);
    let routes = json(&["routes", "--json"]);
    for mut browser in [server.browser(), server.signed_in(ADMINISTRATOR)] {
        for route in routes.as_array().unwrap() {
            let (method, path) = (
                route["method"].as_str().unwrap(),
                filled(route["path"].as_str().unwrap()),
            );
            let body = (method != "GET").then(String::new);
            let response = browser.request(method, &path, body).unwrap();
            assert!(response.status != 500, "{method} {path}: {}", response.body);
            assert_guarded(&response, &format!("{method} {path}"));
            if path == "/sign-out" {
                browser = server.signed_in(ADMINISTRATOR);
            }
        }
        for path in [
            "/nowhere",
            "/assets/0/nothing.js",
            "/teachers/../../etc/passwd",
        ] {
            assert_guarded(&browser.get(path), path);
        }
    }
}

fn filled(path: &str) -> String {
    let part = |part: &str| {
        if part.starts_with('{') {
            "01980000-0000-7000-8000-000000000001".to_owned()
        } else {
            part.to_owned()
        }
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[test]
fn what_changes_something_must_come_from_our_own_pages() {
    let place = Place::new().with_people();
    let server = Server::start(&place.database, &[]);
    let routes = json(&["routes", "--json"]);
    let mut browser = server.signed_in(ADMINISTRATOR);
    for origin in [Some("https://elsewhere.example"), Some("null"), None] {
        browser.origin = origin.map(ToOwned::to_owned);
        for route in routes
            .as_array()
            .unwrap()
            .iter()
            .filter(|route| route["method"] != "GET")
        {
            let path = filled(route["path"].as_str().unwrap());
            let response = browser
                .request(
                    route["method"].as_str().unwrap(),
                    &path,
                    Some(String::new()),
                )
                .unwrap();
            assert_eq!(response.status, 403, "{origin:?} {path}");
        }
    }
    assert_eq!(browser.get("/").status, 200, "still signed in");
}

#[test]
fn the_demos_addresses_do_not_exist() {
    let place = Place::new().with_people();
    let server = Server::start(&place.database, &[]);
    let token = "0123456789abcdef0123456789abcdef";
    for mut browser in [server.browser(), server.signed_in(ADMINISTRATOR)] {
        assert_eq!(browser.get(&format!("/demo/{token}")).status, 404);
        for path in ["/demo/as", "/demo/day"] {
            assert_eq!(browser.get(path).status, 404, "GET {path}");
            assert_eq!(
                browser
                    .post(path, &[("person", token), ("day", "may")])
                    .status,
                404,
                "POST {path}"
            );
        }
        assert!(!browser.get("/").body.contains("class=\"demo\""));
        assert!(!browser.cookies.contains_key("forthright_demo_day"));
    }
    let routes = json(&["routes", "--json"]);
    assert!(
        routes
            .as_array()
            .unwrap()
            .iter()
            .all(|route| !route["path"].as_str().unwrap().contains("demo"))
    );
}

#[test]
fn machines_ask_for_health_and_figures() {
    let place = Place::new().with_people();
    let server = Server::start(&place.database, &[]);
    let mut browser = server.browser();
    let health = browser.get("/health");
    assert_eq!(health.status, 200);
    assert_eq!(
        serde_json::from_str::<Value>(&health.body).unwrap()["status"],
        "ok"
    );
    browser.get("/sign-in");
    let figures = browser.get("/metrics");
    assert_eq!(figures.status, 200);
    assert!(
        figures
            .header("content-type")
            .unwrap()
            .starts_with("text/plain")
    );
    for line in [
        "http_requests_total{method=\"GET\",path=\"/sign-in\",status=\"200\"} 1",
        "outbox_waiting 0",
        "http_request_seconds_bucket",
    ] {
        assert!(
            figures.body.contains(line),
            "{line} is not in\n{}",
            figures.body
        );
    }
}

#[test]
fn a_request_under_way_is_answered_before_the_server_ends() {
    let place = Place::new().with_people();
    let mut server = Server::start(&place.database, &[]);
    let mut browser = server.signed_in(ADMINISTRATOR);
    let body = form(&[("language", "es"), ("back", "/")]);
    let mut stream = TcpStream::connect(server.address).unwrap();
    let (first, rest) = body.split_at(5);
    stream
        .write_all(format!("{}{first}", browser.head("POST", "/language", body.len())).as_bytes())
        .unwrap();
    // The request must be there before the signal is.
    std::thread::sleep(Duration::from_millis(300));
    server.signal("TERM");
    eventually("closing", || {
        TcpStream::connect(server.address).is_err().then_some(())
    });
    stream.write_all(rest.as_bytes()).unwrap();
    let answer = browser.answer(stream).unwrap();
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert!(server.wait().success());
    let log = server.log.lock().unwrap();
    assert!(log.last().unwrap().contains("stopped"), "{log:?}");
    drop(log);
    let again = Server::start(&place.database, &[]);
    let mut browser = again.signed_in(ADMINISTRATOR);
    assert!(
        browser.get("/").body.contains("lang=\"es\""),
        "what was answered is kept"
    );
}

#[test]
fn ctrl_c_ends_it_too() {
    let place = Place::new();
    let mut server = Server::start(&place.database, &[]);
    server.signal("INT");
    assert!(server.wait().success());
}

#[test]
fn the_log_is_json_and_holds_nothing_personal() {
    let place = Place::new().with_people();
    let mut server = Server::start(&place.database, &["--behind-proxy"]);
    let link = server.link(ADMINISTRATOR);
    let mut browser = server.browser();
    assert_eq!(browser.post(&link, &[]).status, 303);
    // A link that was sent on from another site is refused, and not written down either.
    browser.origin = Some("https://elsewhere.example".to_owned());
    let second = server.link(ADMINISTRATOR);
    assert_eq!(browser.post(&second, &[]).status, 403);
    browser.origin = server.browser().origin;
    let tokens = [&link, &second].map(|path| path.rsplit('/').next().unwrap());
    browser.get("/people?search=Castellano");
    browser.post(
        "/sign-in",
        &[("email", "imani.castellano@district.example")],
    );
    browser.get("/people/Castellano");
    browser.post("/language", &[("language", "Castellano")]);
    server.signal("TERM");
    server.wait();
    let log = server.log.lock().unwrap();
    assert!(log.len() > 5, "{log:?}");
    for line in log.iter() {
        let entry: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line}"));
        assert!(
            entry["timestamp"].is_string() && entry["level"].is_string(),
            "{line}"
        );
        for personal in ["noor", "abadi", "imani", "@"] {
            assert!(!line.to_lowercase().contains(personal), "{line}");
        }
        assert!(
            !line.contains("search=") && tokens.iter().all(|token| !line.contains(token)),
            "{line}"
        );
    }
}

#[test]
fn links_are_limited_by_network_address_and_a_proxys_word_for_it_counts_only_where_one_stands() {
    let place = Place::new().with_people();
    for behind_proxy in [false, true] {
        let more = if behind_proxy {
            vec!["--behind-proxy"]
        } else {
            vec![]
        };
        let server = Server::start(
            &place.database,
            &[vec!["--links-per-network", "3"], more].concat(),
        );
        let mut browser = server.browser();
        let mut ask = |number: u32, address| {
            browser.forwarded_for = Some(address);
            let email = format!("person{number}@{behind_proxy}.example");
            browser.post("/sign-in", &[("email", &email)]).status
        };
        let first = "203.0.113.1";
        assert_eq!(
            [ask(1, first), ask(2, first), ask(3, first), ask(4, first)],
            [200, 200, 200, 429]
        );
        let another = ask(5, "203.0.113.2");
        assert_eq!(another, if behind_proxy { 200 } else { 429 });
        let pretended = ask(6, "203.0.113.3, 203.0.113.1");
        assert_eq!(
            pretended, 429,
            "only the last address was seen by the proxy"
        );
    }
}
