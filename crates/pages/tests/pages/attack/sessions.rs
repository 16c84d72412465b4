//! Sessions: their cookies, their two ends, what ends them at once, and the form that arrives after the end.

use super::{SERVED, cookie, form, form_from, link, served};
use crate::browser::{Form, plain};
use crate::larkspur::ORIGIN;
use crate::lived::{Day, Lived, Role, delta};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::people::roster;
use domain::{Command, Kind, Stream};
use pages::Settings;
use record::Order;

fn set_cookies(answer: &crate::larkspur::Answer) -> Vec<String> {
    answer
        .headers
        .get_all(header::SET_COOKIE)
        .iter()
        .map(|value| value.to_str().unwrap().to_owned())
        .collect()
}

/// What follows the cookie's value.
fn attributes(cookie: &str) -> Vec<&str> {
    let mut attributes: Vec<&str> = cookie.split("; ").skip(1).collect();
    attributes.sort_unstable();
    attributes
}

async fn with_cookie(lived: &Lived, path: &str, cookie: &str) -> crate::larkspur::Answer {
    lived
        .ask(
            Request::get(path)
                .header(header::COOKIE, cookie)
                .body(Body::empty())
                .unwrap(),
        )
        .await
}

#[tokio::test]
async fn on_this_machine_the_cookie_needs_no_tls_and_is_no_scripts() {
    let lived = Lived::on(Day::January).await;
    let entered = lived
        .ask(form(&link(&lived, "Castellano", 15).await, ""))
        .await;
    let set = set_cookies(&entered);
    assert!(
        set.len() == 1 && set[0].starts_with("forthright_session="),
        "{set:?}"
    );
    assert_eq!(
        attributes(&set[0]),
        ["HttpOnly", "Max-Age=43200", "Path=/", "SameSite=Lax"]
    );
    let language = set_cookies(&lived.ask(form("/language", "language=es")).await);
    assert_eq!(
        attributes(&language[0]),
        ["HttpOnly", "Max-Age=31536000", "Path=/", "SameSite=Lax"]
    );
}

#[tokio::test]
async fn a_served_district_has_host_cookies_and_takes_no_others() {
    let lived = Lived::with(Day::January, served()).await;
    let entered = lived
        .ask(form_from(SERVED, &link(&lived, "Castellano", 15).await, ""))
        .await;
    let set = set_cookies(&entered);
    assert!(
        set.len() == 1 && set[0].starts_with("__Host-forthright_session="),
        "{set:?}"
    );
    assert_eq!(
        attributes(&set[0]),
        [
            "HttpOnly",
            "Max-Age=43200",
            "Path=/",
            "SameSite=Lax",
            "Secure"
        ]
    );
    let language = set_cookies(
        &lived
            .ask(form_from(SERVED, "/language", "language=es"))
            .await,
    );
    assert_eq!(
        attributes(&language[0]),
        [
            "HttpOnly",
            "Max-Age=31536000",
            "Path=/",
            "SameSite=Lax",
            "Secure"
        ]
    );
    let value = cookie(&entered);
    assert_eq!(
        with_cookie(&lived, "/my-year", &value).await.status,
        StatusCode::OK
    );
    // A name without the prefix could have been set by another host or without TLS.
    let unprefixed = value.trim_start_matches("__Host-").to_owned();
    assert!(
        with_cookie(&lived, "/my-year", &unprefixed)
            .await
            .location
            .starts_with("/sign-in")
    );
    let out = Request::post("/sign-out")
        .header(header::ORIGIN, SERVED)
        .header(header::COOKIE, &value)
        .body(Body::empty())
        .unwrap();
    let out = lived.ask(out).await;
    assert_eq!(
        attributes(&set_cookies(&out)[0]),
        ["HttpOnly", "Max-Age=0", "Path=/", "SameSite=Lax", "Secure"]
    );
    assert_eq!(out.headers["clear-site-data"], "\"cache\", \"storage\"");
    assert!(
        with_cookie(&lived, "/my-year", &value)
            .await
            .location
            .starts_with("/sign-in"),
        "the session is over, not only its cookie"
    );
}

#[tokio::test]
async fn each_signing_in_begins_a_session_of_its_own() {
    let lived = Lived::on(Day::January).await;
    let planted = "forthright_session=planted";
    let request = Request::post(link(&lived, "Castellano", 15).await)
        .header(header::ORIGIN, ORIGIN)
        .header(header::COOKIE, planted);
    let one = lived
        .ask(
            request
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Body::empty())
                .unwrap(),
        )
        .await;
    let two = lived
        .ask(form(&link(&lived, "Castellano", 15).await, ""))
        .await;
    assert!(cookie(&one) != planted && cookie(&one) != cookie(&two));
    assert!(cookie(&one).len() > 50, "256 bits: {}", cookie(&one));
    for odd in ["", "planted", "' or 1=1 --", "%00", &"a".repeat(4000)] {
        let answer = with_cookie(&lived, "/my-year", &format!("forthright_session={odd}")).await;
        assert!(
            answer.location.starts_with("/sign-in"),
            "{odd:?}: {}",
            answer.status
        );
    }
}

#[tokio::test]
async fn a_session_ends_without_activity_and_in_any_case() {
    let ends = |idle_minutes, absolute_hours| Settings {
        idle_minutes,
        absolute_hours,
        ..Settings::at(ORIGIN)
    };
    for (settings, opens) in [
        (ends(60, 12), true),
        (ends(0, 12), false),
        (ends(60, 0), false),
    ] {
        let named = format!("{settings:?}");
        let lived = Lived::with(Day::January, settings).await;
        let token = lived
            .record
            .session_begin(lived.person(Role::Teacher))
            .await
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(5));
        let value = format!("forthright_session={token}");
        let answer = with_cookie(&lived, "/my-year", &value).await;
        assert_eq!(answer.status == StatusCode::OK, opens, "{named}");
        if !opens {
            assert_eq!(answer.location, "/sign-in?back=/my-year");
        }
    }
}

#[tokio::test]
async fn whoever_leaves_the_roster_is_out_at_once() {
    let lived = Lived::on(Day::January).await;
    assert_eq!(
        lived.get(Role::FormerEvaluator, "/").await.status,
        StatusCode::OK
    );
    let row = (
        "1030",
        "Edith",
        "Marlowe",
        "she/her",
        "aide",
        "Teacher Leader",
        "",
        "larkspur",
    );
    let file = delta("left", &[row], false);
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
    assert!(
        lived
            .get(Role::FormerEvaluator, "/")
            .await
            .location
            .starts_with("/sign-in")
    );
    let saved = lived
        .send(
            Role::FormerEvaluator,
            "PUT",
            &format!("/drafts/observation/{}/focus", uuid::Uuid::new_v4()),
            &[],
        )
        .await;
    assert!(saved.location.starts_with("/sign-in"), "{}", saved.status);
}

#[tokio::test]
async fn a_form_that_arrives_after_the_end_comes_back_and_can_be_sent_again() {
    let lived = Lived::on(Day::Rated).await;
    let teacher = lived.records[0].teacher;
    let rating = Stream::of_year(Kind::Rating, teacher, &crate::larkspur::year());
    let before = lived.events(&rating).await;
    let page = lived
        .get(Role::Teacher, &format!("/teachers/{teacher}/rating"))
        .await;
    let address = format!("/teachers/{teacher}/rating/answers");
    let mut own = Form::to(&page.text(), &address).unwrap();
    let typed = "I taught \"fractions\" <twice> & saw it land.\nTwo lines.";
    own.fill("answer", typed);
    own.fill("act", "share");
    let back = lived
        .send(Role::Nobody, "POST", &address, &own.fields())
        .await;
    assert_eq!(back.status, StatusCode::UNAUTHORIZED);
    assert!(!back.text().contains("<twice>"));
    let again = Form::to(&back.text(), &address).unwrap();
    assert_eq!(again.action, address);
    for (name, value) in own.fields() {
        assert!(
            again.fields().contains(&(name.clone(), value.clone())),
            "{name}={value} is not in {:?}",
            again.fields()
        );
    }
    assert_eq!(
        lived.events(&rating).await,
        before,
        "nothing was done in nobody's name"
    );
    // Signed in again in a second window, the same form goes through, once.
    for _ in 0..2 {
        let sent = lived
            .send(Role::Teacher, "POST", &again.action, &again.fields())
            .await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.read());
    }
    assert_eq!(lived.events(&rating).await.len(), before.len() + 1);
    let shown = lived
        .get(Role::Teacher, &format!("/teachers/{teacher}/rating"))
        .await;
    assert!(plain(&shown.text()).contains("I taught \"fractions\" <twice> & saw it land."));
}

#[tokio::test]
async fn after_the_end_a_form_keeps_the_query_of_its_address_and_a_script_gets_a_short_answer() {
    let lived = Lived::on(Day::January).await;
    let things = &lived.records[0];
    let address = format!(
        "/teachers/{}/messages/new?follows=conversation/{}",
        things.teacher, things.mid_year
    );
    let back = lived
        .send(
            Role::Nobody,
            "POST",
            &address,
            &[("act".to_owned(), "save".to_owned())],
        )
        .await;
    assert_eq!(back.status, StatusCode::UNAUTHORIZED);
    assert!(
        Form::all(&back.text())
            .iter()
            .any(|form| form.action == address),
        "{}",
        back.text()
    );
    let request = Request::put(format!("/drafts/observation/{}/answer", things.lesson))
        .header(header::ORIGIN, ORIGIN)
        .header(header::ACCEPT, "application/json")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = lived
        .ask(request.body(Body::from("answer=words&version=0")).unwrap())
        .await;
    assert_eq!(
        (answer.status, answer.text().as_str()),
        (StatusCode::UNAUTHORIZED, "{}")
    );
}

#[tokio::test]
async fn the_language_is_kept_for_somebody_and_for_nobody_and_odd_ones_are_not() {
    let lived = Lived::on(Day::January).await;
    let page = async |cookie: &str, accepts: &str| {
        let request = Request::get("/sign-in")
            .header(header::COOKIE, cookie)
            .header(header::ACCEPT_LANGUAGE, accepts);
        lived.ask(request.body(Body::empty()).unwrap()).await.text()
    };
    assert!(
        page("forthright_language=es", "en")
            .await
            .contains("<html lang=\"es\"")
    );
    assert!(
        page("forthright_language=fr", "es-MX,es;q=0.9")
            .await
            .contains("<html lang=\"es\"")
    );
    for odd in ["", "*", "xx;q=nan", "\"><script>", &"en,".repeat(2000)] {
        assert!(
            page("", odd).await.contains("<html lang=\"en\""),
            "{odd:.20}"
        );
    }
    let chosen = lived
        .send(
            Role::Teacher,
            "POST",
            "/language",
            &[
                ("language".into(), "es".into()),
                ("back".into(), "/my-year".into()),
            ],
        )
        .await;
    assert_eq!(
        (chosen.status, chosen.location.as_str()),
        (StatusCode::SEE_OTHER, "/my-year")
    );
    assert!(
        lived
            .get(Role::Teacher, "/my-year")
            .await
            .text()
            .contains("<html lang=\"es\""),
        "kept with the person, not with the browser"
    );
    for odd in ["fr", "", "es\"><script>", "ES "] {
        let answer = lived
            .send(
                Role::Teacher,
                "POST",
                "/language",
                &[("language".into(), odd.into())],
            )
            .await;
        assert!(
            [StatusCode::BAD_REQUEST, StatusCode::SEE_OTHER].contains(&answer.status),
            "{odd}: {}",
            answer.status
        );
        assert!(!answer.text().contains("<script>"));
    }
}
