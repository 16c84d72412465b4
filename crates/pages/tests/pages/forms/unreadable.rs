//! Bodies that are no form, or too much of one.

use super::filled;
use super::table::CASES;
use crate::access::lines::lines;
use crate::access::walk::fill;
use crate::browser::encoded;
use crate::lived::{Day, Lived, Role};
use axum::body::Body;
use axum::http::{StatusCode, header};
use record::testing::Database;
use std::collections::BTreeMap;

#[tokio::test]
async fn a_body_over_the_limit_is_said_and_does_nothing() {
    for case in CASES {
        let lived = Lived::on(case.day).await;
        let before = lived.kept().await;
        let mut form = filled(&lived, case).await;
        form.fill("padding", &"a".repeat(1024 * 1024));
        let request = lived
            .request(case.role, "POST", &form.action)
            .await
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = lived
            .ask(request.body(Body::from(encoded(&form.fields()))).unwrap())
            .await;
        assert_eq!(
            answer.status,
            StatusCode::PAYLOAD_TOO_LARGE,
            "{}",
            case.name
        );
        assert!(
            answer.read().contains("1 MB"),
            "{}: {}",
            case.name,
            answer.read()
        );
        assert_eq!(before.differs(&lived.kept().await), "", "{}", case.name);
    }
}

#[tokio::test]
async fn what_is_no_form_is_said_and_does_nothing() {
    let bodies: [(&str, &[u8]); 7] = [
        ("text/plain", b"act=share&answer=x"),
        ("application/json", b"{\"act\":\"share\"}"),
        ("", b"act=share"),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\n"),
        (
            "application/x-www-form-urlencoded; charset=utf-16",
            b"\xff\xfe",
        ),
        ("application/x-www-form-urlencoded", b"%ff%fe=%80&act=%00"),
        ("application/x-www-form-urlencoded", b"&&&===%%%"),
    ];
    let mut days = BTreeMap::new();
    for day in Day::ALL {
        let lived = Lived::on(day).await;
        let kept = lived.kept().await;
        days.insert(day, (lived, kept));
    }
    let mut wrong = vec![];
    // Signing out reads nothing, and a language that is none is no language.
    for line in lines().filter(|line| {
        line.method == "POST" && !["/sign-out", "/session/alive", "/record"].contains(&line.route)
    }) {
        let lived = &days[&line.day].0;
        let at = fill(lived, line.at, &lived.records[0]).await;
        for role in [Role::Evaluator, Role::Teacher, Role::Administrator] {
            for (kind, body) in bodies {
                let mut request = lived.request(role, "POST", &at).await;
                if !kind.is_empty() {
                    request = request.header(header::CONTENT_TYPE, kind);
                }
                let answer = lived.ask(request.body(Body::from(body)).unwrap()).await;
                let said = answer.status.is_client_error()
                    && answer.text().contains("<main")
                    && answer.read().len() > 80;
                // A form without its fields asks for something that needs none, such as "we met".
                let done = answer.status.is_redirection() && kind.starts_with("application/x-www");
                if !said && !done {
                    wrong.push(format!("{at} as {role:?} with {kind:?}: {}", answer.status));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

/// A zero character is a fault in PostgreSQL's texts, and nobody types one.
#[tokio::test]
async fn characters_that_nobody_types_break_neither_engine() {
    for database in [Database::sqlite(), Database::postgres()] {
        let larkspur = crate::larkspur::Larkspur::on(database).await;
        larkspur.day(jiff::civil::date(2027, 1, 12));
        let teacher = larkspur.person("Castellano");
        let odd = "a\u{0}b\u{7}c\u{1b}[31md\u{202e}e\u{feff}f\u{d7ff}g";
        let draft = format!("/drafts/observation/{}/focus", uuid::Uuid::new_v4());
        let saved = larkspur
            .put("Achterberg", &draft, &[("focus", odd), ("version", "0")])
            .await;
        assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
        let shared = larkspur
            .post(
                "Achterberg",
                &format!("/teachers/{teacher}/conversations/mid-year/new"),
                &[
                    ("id", &uuid::Uuid::new_v4().to_string()),
                    ("place", odd),
                    ("on", "2027-01-20"),
                    ("begins", "14:00"),
                    ("length", "standard"),
                    ("form_token", "\u{0}"),
                ],
            )
            .await;
        assert_eq!(shared.status, StatusCode::SEE_OTHER, "{}", shared.read());
        let page = larkspur.get("Castellano", &shared.location).await.text();
        assert!(
            page.contains("abc")
                && !page.contains('\u{0}')
                && !page.contains('\u{1b}')
                && !page.contains('\u{7}')
        );
        for path in [
            "/people?q=%00",
            "/people?q=a%00b%20%25%5C_",
            "/people?after=%00",
            "/outbox?after=%00",
            "/people?school=%00",
            "/people?sort=%00%27",
        ] {
            let answer = larkspur.get("Abadi", path).await;
            assert!(
                !answer.status.is_server_error(),
                "{path}: {}",
                answer.status
            );
        }
        for path in [
            "/caseload?q=%00&order=%00",
            "/sign-in/%00",
            "/conversations?after=-1",
            "/conversations?after=18446744073709551616",
            "/history/observation/%00",
        ] {
            let answer = larkspur.get("Achterberg", path).await;
            assert!(
                !answer.status.is_server_error(),
                "{path}: {}",
                answer.status
            );
        }
        let signs = larkspur
            .post(
                "Achterberg",
                "/sign-in",
                &[("email", "a\u{0}b@district.example")],
            )
            .await;
        assert!(!signs.status.is_server_error(), "{}", signs.status);
    }
}
