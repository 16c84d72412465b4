//! Signing in: nobody learns whether an address is known, a link works once and not for long, and nothing leads to
//! another site.

use super::{SERVED, cookie, form, form_from, link, mailing, served};
use crate::browser::Form;
use crate::larkspur::{Answer, ORIGIN};
use crate::lived::{Day, Lived, Role, delta};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use domain::Command;
use domain::people::roster;
use record::Order;
use std::net::SocketAddr;

const KNOWN: &str = "1004@district.example";

/// An answer without what differs from request to request.
fn plain(answer: &Answer) -> (StatusCode, String, Vec<String>) {
    let mut page = answer.text();
    while let Some((before, rest)) = page.split_once("name=\"form_token\" value=\"") {
        let after = rest.split_once('"').map_or("", |(_, after)| after);
        page = format!("{before}{after}");
    }
    let names = answer
        .headers
        .iter()
        .filter(|(name, _)| *name != header::CONTENT_LENGTH)
        .map(|(name, value)| format!("{name}: {value:?}"))
        .collect();
    (answer.status, page, names)
}

async fn ask_for(lived: &Lived, address: &str) -> Answer {
    lived
        .ask(form(
            "/sign-in",
            &format!("email={}&back=%2F", address.replace('@', "%40")),
        ))
        .await
}

/// The sign-in mails, which are written beside the answer.
async fn mails(lived: &Lived) -> Vec<record::Queued> {
    tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    lived
        .record
        .outbox(None, 1000)
        .await
        .unwrap()
        .into_iter()
        .filter(|queued| queued.notice.kind == "link")
        .collect()
}

/// Somebody new with this address.
async fn enters(lived: &Lived, number: &'static str, given: &'static str, address: &str) {
    let row = (number, given, "Quill", "", "aide", "Aide", "", "larkspur");
    let mut file = delta(&format!("address {number}"), &[row], true);
    file.people.rows[0].email = roster::Said::This(address.to_owned());
    let stream = file.stream();
    let apply = roster::Command::Apply {
        file: Box::new(file),
        confirmed_removals: true,
    };
    lived
        .record
        .carry_out(Order::new(
            lived.person(Role::Administrator),
            stream,
            Command::Roster(apply),
        ))
        .await
        .unwrap();
}

#[tokio::test]
async fn a_known_an_unknown_a_shared_and_a_disabled_address_get_the_same_answer() {
    let lived = Lived::with(Day::January, mailing()).await;
    enters(&lived, "1040", "Rosa", "shared@district.example").await;
    enters(&lived, "1041", "Ines", "shared@district.example").await;
    let known = plain(&ask_for(&lived, KNOWN).await);
    assert_eq!(known.0, StatusCode::OK);
    for address in [
        "nobody@district.example",
        "1032@district.example",
        "shared@district.example",
        "' or 1=1 --@district.example",
        "1004@DISTRICT.example.evil",
    ] {
        assert_eq!(plain(&ask_for(&lived, address).await), known, "{address}");
    }
    let mails = mails(&lived).await;
    assert_eq!(mails.len(), 1, "only the known address gets a mail");
    assert_eq!(
        (mails[0].notice.to, mails[0].notice.address.as_str()),
        (lived.person(Role::Teacher), KNOWN)
    );
    // Upper case and blanks are how people type the same address.
    assert_eq!(
        plain(&ask_for(&lived, "%201004@DISTRICT.EXAMPLE%20").await),
        known
    );
    assert_eq!(self::mails(&lived).await.len(), 2);
}

#[tokio::test]
async fn after_five_links_an_address_waits_and_after_thirty_a_network_whether_known_or_not() {
    let lived = Lived::with(Day::January, mailing()).await;
    let mut over = vec![];
    for address in [KNOWN, "nobody@district.example"] {
        for n in 1..=6 {
            let answer = ask_for(&lived, address).await;
            let expected = if n <= 5 {
                StatusCode::OK
            } else {
                StatusCode::TOO_MANY_REQUESTS
            };
            assert_eq!(answer.status, expected, "{address}, request {n}");
            if n == 6 {
                assert!(answer.text().contains(address), "what was typed stays");
                let (status, page, headers) = plain(&answer);
                over.push((status, page.replace(address, ""), headers));
            }
        }
    }
    assert_eq!(over[0], over[1], "the limit tells known from unknown");
    assert_eq!(mails(&lived).await.len(), 5);
    let from = |address: [u8; 4], email: String| {
        let mut request = form("/sign-in", &format!("email={email}"));
        request
            .extensions_mut()
            .insert(ConnectInfo(SocketAddr::from((address, 40_000))));
        request
    };
    for n in 1..=31 {
        let answer = lived
            .ask(from([10, 0, 0, 7], format!("a{n}%40district.example")))
            .await;
        let expected = if n <= 30 {
            StatusCode::OK
        } else {
            StatusCode::TOO_MANY_REQUESTS
        };
        assert_eq!(
            answer.status, expected,
            "request {n} of one network address"
        );
    }
    assert_eq!(
        lived
            .ask(from([10, 0, 0, 8], "b%40district.example".to_owned()))
            .await
            .status,
        StatusCode::OK,
        "another network address"
    );
}

#[tokio::test]
async fn what_is_no_address_is_said_and_stays_in_the_field() {
    let lived = Lived::with(Day::January, mailing()).await;
    let long = format!("{}@district.example", "a".repeat(300));
    for address in ["", "nobody", "\"><script>alert(1)</script>", long.as_str()] {
        let typed: String = address.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let answer = lived.ask(form("/sign-in", &format!("email={typed}"))).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert!(!answer.text().contains("<script>alert"), "{address}");
        assert_eq!(
            answer
                .value_of("email")
                .map(|value| crate::browser::plain(&value))
                .unwrap_or_default(),
            address.to_lowercase()
        );
    }
    assert_eq!(mails(&lived).await.len(), 0);
}

#[tokio::test]
async fn a_link_shows_a_button_works_once_and_ends() {
    let lived = Lived::on(Day::January).await;
    let path = link(&lived, "Castellano", 15).await;
    for _ in 0..3 {
        // Scanners of mail follow links, with GET and with HEAD.
        for method in ["GET", "HEAD"] {
            let answer = lived
                .ask(
                    Request::builder()
                        .method(method)
                        .uri(&path)
                        .body(Body::empty())
                        .unwrap(),
                )
                .await;
            assert_eq!(answer.status, StatusCode::OK);
            assert!(answer.headers.get(header::SET_COOKIE).is_none());
        }
    }
    // Of two that press at once one gets in.
    let (one, two) = tokio::join!(lived.ask(form(&path, "")), lived.ask(form(&path, "")));
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::GONE]);
    let (entered, refused) = if one.status == StatusCode::SEE_OTHER {
        (one, two)
    } else {
        (two, one)
    };
    assert!(refused.headers.get(header::SET_COOKIE).is_none());
    let me = lived
        .ask(
            Request::get("/my-year")
                .header(header::COOKIE, cookie(&entered))
                .body(Body::empty())
                .unwrap(),
        )
        .await;
    assert_eq!(me.status, StatusCode::OK);
    for answer in [
        lived.ask(form(&path, "")).await,
        lived
            .ask(Request::get(&path).body(Body::empty()).unwrap())
            .await,
    ] {
        assert_eq!(answer.status, StatusCode::GONE, "used twice");
    }
    for minutes in [0, -1] {
        let late = link(&lived, "Castellano", minutes).await;
        assert_eq!(
            lived.ask(form(&late, "")).await.status,
            StatusCode::GONE,
            "too late"
        );
    }
    // Another letter in the token is another token.
    let other = link(&lived, "Castellano", 15).await;
    let changed = format!(
        "{}{}",
        &other[..other.len() - 1],
        if other.ends_with('A') { 'B' } else { 'A' }
    );
    assert_eq!(lived.ask(form(&changed, "")).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn a_link_of_somebody_without_access_opens_nothing() {
    let lived = Lived::on(Day::January).await;
    let path = link(&lived, "Lund", 15).await;
    let entered = lived.ask(form(&path, "")).await;
    for page in ["/", "/caseload", "/conversations"] {
        let answer = lived
            .ask(
                Request::get(page)
                    .header(header::COOKIE, cookie(&entered))
                    .body(Body::empty())
                    .unwrap(),
            )
            .await;
        assert!(
            answer.location.starts_with("/sign-in"),
            "{page}: {}",
            answer.status
        );
    }
}

/// Where `back` may lead, and where nothing may.
const BACKS: [(&str, &str); 16] = [
    ("/my-year", "/my-year"),
    ("/conversations?after=25", "/conversations?after=25"),
    ("", "/"),
    ("my-year", "/"),
    ("//evil.example", "/"),
    ("///evil.example", "/"),
    ("/\\evil.example", "/"),
    ("\\\\evil.example", "/"),
    ("https://evil.example/", "/"),
    ("https:evil.example", "/"),
    ("javascript:alert(1)", "/"),
    ("/\t/evil.example", "/"),
    ("/\n/evil.example", "/"),
    ("\t//evil.example", "/"),
    ("/\r\nset-cookie: a=b", "/"),
    (" //evil.example", "/"),
];

#[tokio::test]
async fn nothing_leads_to_another_site() {
    let lived = Lived::on(Day::January).await;
    for (back, leads) in BACKS {
        let typed: String = back.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let path = link(&lived, "Castellano", 15).await;
        let button = lived
            .ask(
                Request::get(format!("{path}?back={typed}"))
                    .body(Body::empty())
                    .unwrap(),
            )
            .await;
        let shown = Form::to(&button.text(), &path).unwrap();
        assert!(
            shown
                .fields()
                .contains(&("back".to_owned(), leads.to_owned())),
            "{back:?} on the page with the button"
        );
        let entered = lived.ask(form(&path, &format!("back={typed}"))).await;
        assert_eq!(
            (entered.status, entered.location.as_str()),
            (StatusCode::SEE_OTHER, leads),
            "{back:?} after the button"
        );
        let there = lived
            .get(Role::Teacher, &format!("/sign-in?back={typed}"))
            .await;
        assert_eq!(
            (there.status, there.location.as_str()),
            (StatusCode::SEE_OTHER, leads),
            "{back:?} when signed in"
        );
        let spoken = lived
            .ask(form("/language", &format!("language=es&back={typed}")))
            .await;
        assert_eq!(
            (spoken.status, spoken.location.as_str()),
            (StatusCode::SEE_OTHER, leads),
            "{back:?} after the language"
        );
        let asked = lived
            .ask(
                Request::get(format!("/sign-in?back={typed}"))
                    .body(Body::empty())
                    .unwrap(),
            )
            .await;
        assert!(
            !asked.text().contains("evil.example") || leads == "/",
            "{back:?}"
        );
    }
    let deep = lived
        .ask(
            Request::get("/conversations?after=25&q=%22%3E%3Cscript%3E")
                .body(Body::empty())
                .unwrap(),
        )
        .await;
    assert!(
        deep.location.starts_with("/sign-in?back=/conversations%3F"),
        "{}",
        deep.location
    );
}

#[tokio::test]
async fn the_mail_leads_to_the_public_address_whatever_host_was_asked() {
    let lived = Lived::with(Day::January, served()).await;
    let mut request = form_from(
        SERVED,
        "/sign-in",
        "email=1004%40district.example&back=%2F%2Fevil.example",
    );
    request
        .headers_mut()
        .insert(header::HOST, "evil.example".parse().unwrap());
    request
        .headers_mut()
        .insert("x-forwarded-host", "evil.example".parse().unwrap());
    assert_eq!(lived.ask(request).await.status, StatusCode::OK);
    let mails = mails(&lived).await;
    let written = format!(
        "{} {} {}",
        mails[0].notice.subject, mails[0].notice.body, mails[0].notice.parts
    );
    assert!(
        written.contains(&format!("{SERVED}/sign-in/")) && !written.contains("evil"),
        "{written}"
    );
    assert!(
        !written.contains("Castellano"),
        "a sign-in mail says nothing about the person: {written}"
    );
    // The administrator's outbox never shows it.
    let page = lived
        .ask(
            Request::get("/outbox")
                .header(
                    header::COOKIE,
                    format!(
                        "__Host-forthright_session={}",
                        lived
                            .record
                            .session_begin(lived.person(Role::Administrator))
                            .await
                            .unwrap()
                    ),
                )
                .body(Body::empty())
                .unwrap(),
        )
        .await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        !page.text().contains("/sign-in/") && !page.text().contains(&mails[0].notice.subject),
        "the outbox shows a sign-in mail"
    );
}

#[tokio::test]
async fn a_token_never_stands_in_the_log() {
    let lived = Lived::on(Day::January).await;
    let path = link(&lived, "Castellano", 15).await;
    let token = path.rsplit('/').next().unwrap().to_owned();
    let odd = |content: &str| {
        Request::post(&path)
            .header(header::ORIGIN, ORIGIN)
            .header(header::CONTENT_TYPE, content)
            .body(Body::from("{"))
            .unwrap()
    };
    let logged = crate::logged::Logged::here();
    for request in [
        odd("application/json"),
        odd("multipart/form-data"),
        form_from("https://evil.example", &path, ""),
        form(&path, &"a".repeat(2_000_000)),
        form(&format!("{path}/more"), ""),
    ] {
        let answer = lived.ask(request).await;
        assert!(answer.status.is_client_error(), "{}", answer.status);
    }
    let lines = logged.lines();
    assert!(
        !lines.is_empty() && lines.iter().all(|line| !line.contains(&token)),
        "{lines:?}"
    );
    assert_eq!(
        lived.ask(form(&path, "")).await.status,
        StatusCode::SEE_OTHER,
        "and none of it used the link up"
    );
}

#[tokio::test]
async fn the_demos_addresses_are_not_there() {
    let lived = Lived::on(Day::January).await;
    for (method, path) in [
        ("POST", "/demo/as"),
        ("POST", "/demo/day"),
        ("GET", "/demo/x"),
        ("GET", "/demo"),
    ] {
        let answer = lived
            .send(
                Role::Evaluator,
                method,
                path,
                &[("person".to_owned(), lived.person(Role::Leader).to_string())],
            )
            .await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {path}");
    }
    assert!(
        !lived
            .get(Role::Evaluator, "/")
            .await
            .text()
            .contains("/demo/")
    );
}

#[tokio::test]
async fn one_ipv6_network_is_one_and_a_mapped_address_is_its_own() {
    let lived = Lived::with(Day::January, mailing()).await;
    let from = |address: &str, n: u32| {
        let mut request = form("/sign-in", &format!("email=c{n}%40district.example"));
        let peer: std::net::IpAddr = address.parse().unwrap();
        request
            .extensions_mut()
            .insert(ConnectInfo(SocketAddr::new(peer, 40_000)));
        request
    };
    for n in 0..30 {
        let answer = lived.ask(from(&format!("2001:db8:1:2::{n:x}"), n)).await;
        assert_eq!(answer.status, StatusCode::OK, "{n}");
    }
    assert_eq!(
        lived.ask(from("2001:db8:1:2:ffff::1", 31)).await.status,
        StatusCode::TOO_MANY_REQUESTS
    );
    assert_eq!(
        lived.ask(from("2001:db8:1:3::1", 32)).await.status,
        StatusCode::OK
    );
    for n in 40..70 {
        let address = if n % 2 == 0 {
            "10.0.0.9"
        } else {
            "::ffff:10.0.0.9"
        };
        assert_eq!(
            lived.ask(from(address, n)).await.status,
            StatusCode::OK,
            "{n}"
        );
    }
    assert_eq!(
        lived.ask(from("10.0.0.9", 71)).await.status,
        StatusCode::TOO_MANY_REQUESTS
    );
}
