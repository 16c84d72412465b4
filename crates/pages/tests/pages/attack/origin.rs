//! Requests that change something come from our own pages or not at all.

use crate::access::lines::lines;
use crate::access::walk::fill;
use crate::larkspur::ORIGIN;
use crate::lived::{Day, Lived, Role};
use axum::body::Body;
use axum::http::{StatusCode, header};
use std::collections::BTreeMap;

/// Headers that a browser would send from elsewhere, or that no browser sends: (`Origin`, `Sec-Fetch-Site`).
const ELSEWHERE: [(&str, &str); 12] = [
    ("", ""),
    ("", "cross-site"),
    ("", "same-site"),
    ("", "none"),
    ("null", ""),
    ("null", "cross-site"),
    ("null", "same-site"),
    ("https://evil.example", "same-origin"),
    ("http://127.0.0.1:8081", "same-site"),
    ("http://localhost:8080", "same-site"),
    ("https://127.0.0.1:8080", ""),
    ("http://127.0.0.1:8080.evil.example", ""),
];

/// What our own pages send: forms of a page without referrer have the origin hidden.
const HERE: [(&str, &str); 3] = [(ORIGIN, ""), ("null", "same-origin"), ("", "same-origin")];

async fn send(
    lived: &Lived,
    method: &str,
    at: &str,
    (origin, site): (&str, &str),
) -> crate::larkspur::Answer {
    let mut request = lived
        .request(Role::Evaluator, method, at)
        .await
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    request.headers_mut().unwrap().remove(header::ORIGIN);
    if !origin.is_empty() {
        request = request.header(header::ORIGIN, origin);
    }
    if !site.is_empty() {
        request = request.header("sec-fetch-site", site);
    }
    lived
        .ask(request.body(Body::from("act=save")).unwrap())
        .await
}

#[tokio::test]
async fn no_act_of_any_room_is_taken_from_elsewhere() {
    let mut days = BTreeMap::new();
    for day in Day::ALL {
        let lived = Lived::on(day).await;
        let kept = lived.kept().await;
        days.insert(day, (lived, kept));
    }
    let mut wrong = vec![];
    for line in lines().filter(|line| line.method != "GET") {
        let lived = &days[&line.day].0;
        let at = fill(lived, line.at, &lived.records[0]).await;
        for from in ELSEWHERE {
            let answer = send(lived, line.method, &at, from).await;
            if answer.status != StatusCode::FORBIDDEN
                || !answer
                    .text()
                    .contains("was not sent by a page of Forthright")
            {
                wrong.push(format!(
                    "{} {at} from {from:?}: {}",
                    line.method, answer.status
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
    for (lived, kept) in days.values() {
        assert_eq!(kept.differs(&lived.kept().await), "");
    }
}

#[tokio::test]
async fn our_own_forms_are_taken_also_where_the_browser_hides_their_origin() {
    let lived = Lived::on(Day::January).await;
    for from in HERE {
        assert_eq!(
            send(&lived, "POST", "/language", from).await.status,
            StatusCode::BAD_REQUEST,
            "{from:?}: read, and it names no language"
        );
        assert_eq!(
            send(&lived, "POST", "/session/alive", from).await.status,
            StatusCode::NO_CONTENT,
            "{from:?}"
        );
    }
}

#[tokio::test]
async fn this_machine_is_one_origin_under_each_of_its_names_and_a_served_district_is_not() {
    for (host, origin, status) in [
        (
            "localhost:8080",
            "http://localhost:8080",
            StatusCode::NO_CONTENT,
        ),
        ("[::1]:8080", "http://[::1]:8080", StatusCode::NO_CONTENT),
        (
            "127.0.0.1:8080",
            "http://localhost:8080",
            StatusCode::FORBIDDEN,
        ),
        ("evil.example", "http://evil.example", StatusCode::FORBIDDEN),
    ] {
        let lived = Lived::on(Day::January).await;
        let mut request = lived
            .request(Role::Evaluator, "POST", "/session/alive")
            .await;
        let headers = request.headers_mut().unwrap();
        headers.insert(header::HOST, host.parse().unwrap());
        headers.insert(header::ORIGIN, origin.parse().unwrap());
        assert_eq!(
            lived.ask(request.body(Body::empty()).unwrap()).await.status,
            status,
            "{origin} at {host}"
        );
    }
    let served = Lived::with(Day::January, super::served()).await;
    for origin in [
        "http://127.0.0.1:8080",
        "http://growth.example.org",
        "https://growth.example.org:444",
        "https://example.org",
    ] {
        let answer = served
            .ask(super::form_from(origin, "/language", "language=es"))
            .await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{origin}");
    }
    assert_eq!(
        served
            .ask(super::form_from(super::SERVED, "/language", "language=es"))
            .await
            .status,
        StatusCode::SEE_OTHER
    );
}
