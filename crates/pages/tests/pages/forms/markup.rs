//! HTML, scripts and signs that turn the writing round, in every text of every form: they show as the text that they are,
//! on every page, in what is taken away and in what leaves the house.

use super::table::{CASES, Case};
use super::{filled, send};
use crate::access::lines::lines;
use crate::access::walk::fill;
use crate::attack::headers::inline;
use crate::browser::plain;
use crate::lived::{Day, Lived, Role, delta};
use axum::http::StatusCode;
use domain::Command;
use jiff::civil::date;
use record::Order;

/// What somebody writes who wants the page to do something, told apart by its number.
fn evil(number: usize) -> String {
    format!(
        "N{number}<script>alert({number})</script><img src=x onerror=alert(1)>\"'</textarea></title><!-- [x](javascript:alert(1)) & &lt; {{{{7*7}}}} ${{x}} \u{202e}txet"
    )
}

/// Cases in an order in which one leaves the next its thing.
const ORDER: [(&str, Day); 22] = [
    ("a lesson", Day::January),
    ("an answer to a lesson", Day::January),
    ("professionalism", Day::January),
    ("the survey", Day::January),
    ("the goals", Day::January),
    ("the collective measure", Day::January),
    ("a time", Day::January),
    ("a preparation", Day::January),
    ("a note", Day::January),
    ("a promise", Day::January),
    ("a letter", Day::January),
    ("a status", Day::January),
    ("an office", Day::January),
    ("an office's end", Day::January),
    ("the pack", Day::January),
    ("the days", Day::January),
    ("another time", Day::January),
    ("an evaluator", Day::January),
    ("a rationale", Day::May),
    ("an answer to the rating", Day::Rated),
    ("an answer to the status", Day::Rated),
    ("a recommendation", Day::Rated),
];

async fn write(lived: &Lived, case: &Case, number: usize) {
    let mut form = filled(lived, case).await;
    // Fields of the first good value's kind: other rows of the same name stay as they are.
    let texts: Vec<String> = form
        .controls
        .iter()
        .filter(|control| {
            control.is_text() && !control.value.is_empty() && !control.name.ends_with("percent")
        })
        .map(|control| control.name.clone())
        .collect();
    for name in texts {
        form.fill_first(&name, &evil(number));
    }
    let answer = send(lived, case, &form).await;
    assert_eq!(
        answer.status,
        StatusCode::SEE_OTHER,
        "{}: {}",
        case.name,
        answer.read()
    );
    // What is read before it is shared: the page shows it, and its button puts it on the record.
    if answer.location.contains("read=1") {
        let page = lived.get(case.role, &answer.location).await;
        assert_eq!(inline(&page.text()), Vec::<String>::new(), "{}", case.name);
        let shares = crate::browser::Form::all(&page.text())
            .into_iter()
            .find(|form| {
                form.controls
                    .iter()
                    .any(|control| control.name == "wording")
            });
        let mut shares = shares.unwrap_or_else(|| panic!("{}: no button to share", case.name));
        let act = shares
            .controls
            .iter()
            .find(|control| control.name == "act")
            .unwrap()
            .value
            .clone();
        shares.fill("act", &act);
        let shared = send(lived, case, &shares).await;
        assert_eq!(
            shared.status,
            StatusCode::SEE_OTHER,
            "{}: {}",
            case.name,
            shared.read()
        );
    }
}

/// Every page, as everybody who has a part in the first record.
async fn pages(lived: &Lived, day: Day) -> Vec<(String, String)> {
    let mut pages = vec![];
    for role in [
        Role::Teacher,
        Role::Evaluator,
        Role::Leader,
        Role::Administrator,
    ] {
        let mut paths = vec![];
        for line in lines().filter(|line| {
            line.method == "GET" && line.day <= day && !line.route.starts_with("/sign-in")
        }) {
            paths.push(fill(lived, line.at, &lived.records[0]).await);
        }
        paths.extend(
            [
                "/people?q=%3Cscript%3Ealert(1)%3C/script%3E",
                "/caseload?q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
                "/outbox",
            ]
            .map(ToOwned::to_owned),
        );
        let teacher = lived.records[0].teacher;
        paths.push(format!(
            "/teachers/{teacher}/history?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
        ));
        for person in [teacher, lived.person(Role::Office)] {
            paths.extend([
                format!("/history/person/{person}"),
                format!("/people/{person}"),
            ]);
        }
        paths.push("/history/school_year/2026-27".to_owned());
        // Things that came to be meanwhile are linked from the year and its history.
        for from in [
            format!("/teachers/{teacher}"),
            "/my-year".to_owned(),
            format!("/teachers/{teacher}/history"),
            "/conversations".to_owned(),
        ] {
            let page = lived.get(role, &from).await.text();
            for href in page
                .split("href=\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
            {
                if [
                    "/observations/",
                    "/messages/",
                    "/conversations/",
                    "/history/",
                ]
                .iter()
                .any(|prefix| href.starts_with(prefix))
                {
                    paths.push(plain(href).split('#').next().unwrap_or_default().to_owned());
                }
            }
        }
        paths.sort();
        paths.dedup();
        for path in paths {
            let answer = lived.get(role, &path).await;
            assert!(
                !answer.status.is_server_error(),
                "{path} as {role:?}: {}",
                answer.status
            );
            let kind = answer
                .headers
                .get("content-type")
                .map(|kind| kind.to_str().unwrap().to_owned())
                .unwrap_or_default();
            if kind.starts_with("text/html") && answer.status == StatusCode::OK {
                pages.push((format!("{path} as {role:?}"), answer.text()));
            }
        }
    }
    pages
}

#[tokio::test]
async fn what_people_write_shows_as_the_text_that_it_is() {
    for day in Day::ALL {
        let lived = Lived::on(day).await;
        let mut written = vec![];
        for (number, (name, on)) in ORDER.into_iter().enumerate() {
            if on == day {
                write(
                    &lived,
                    CASES.iter().find(|case| case.name == name).unwrap(),
                    number,
                )
                .await;
                written.push((number, name));
            }
        }
        let pages = pages(&lived, day).await;
        for (path, page) in &pages {
            let found = inline(page);
            assert!(found.is_empty(), "{path}: {found:?}");
            assert!(!page.contains("<img"), "{path} has a picture");
            let title = page
                .split("<title>")
                .nth(1)
                .and_then(|rest| rest.split("</title>").next())
                .unwrap_or_default();
            assert!(!title.contains('<'), "{path}: {title}");
        }
        for (number, name) in &written {
            let marker = format!("N{number}<script>alert({number})</script>");
            assert!(
                pages.iter().any(|(_, page)| plain(page).contains(&marker)),
                "what was written into {name} shows nowhere"
            );
        }
        for queued in lived.record.outbox(None, 1000).await.unwrap() {
            let notice = queued.notice;
            assert!(
                !notice.subject.contains('\n') && !notice.subject.contains("<script"),
                "{}",
                notice.subject
            );
            let place = notice.kind == "invite";
            assert!(
                place || !notice.body.contains("<script"),
                "the mail carries what somebody wrote: {}",
                notice.body
            );
        }
        let copy = lived.get(Role::Teacher, "/my-year/copy.json").await;
        let read: serde_json::Value = serde_json::from_slice(&copy.bytes).unwrap();
        let text = read.to_string();
        for (number, name) in written.iter().filter(|(_, name)| {
            ![
                "an office",
                "an office's end",
                "an evaluator",
                "the pack",
                "the days",
                "a note",
                "a promise",
            ]
            .contains(name)
        }) {
            assert!(
                text.contains(&format!("N{number}<script>")),
                "{name} is not in the copy as it was written"
            );
        }
        let sheet = lived.get(Role::Teacher, "/my-year/copy.pdf").await;
        assert!(
            sheet.status == StatusCode::OK && sheet.bytes.starts_with(b"%PDF"),
            "the copy cannot be printed: {}",
            sheet.status
        );
    }
}

#[tokio::test]
async fn names_from_a_roster_are_text_too() {
    let lived = Lived::on(Day::Rated).await;
    let row = (
        "1004",
        "Im\"<b>ani</b>",
        "Castellano\" <script>alert(2)</script>",
        "she/her",
        "teacher",
        "Teacher<img src=x>",
        "grade <i>5</i>",
        "larkspur",
    );
    let file = delta("odd-names", &[row], true);
    let stream = file.stream();
    let apply = domain::people::roster::Command::Apply {
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
    lived.clock.move_to(crate::larkspur::at(date(2027, 5, 17)));
    for (path, page) in pages(&lived, Day::Rated).await {
        let found = inline(&page);
        assert!(found.is_empty(), "{path}: {found:?}");
        assert!(!page.contains("<img") && !page.contains("<b>ani"), "{path}");
    }
    for path in [
        "/my-year/copy.json".to_owned(),
        "/my-year/copy.pdf".to_owned(),
        format!("/teachers/{}/rating.pdf", lived.records[0].teacher),
    ] {
        let answer = lived.get(Role::Teacher, &path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let disposition = answer.headers["content-disposition"]
            .to_str()
            .unwrap()
            .to_owned();
        let name = disposition
            .split("filename=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_default()
            .to_owned();
        assert!(
            !name.is_empty()
                && name
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')),
            "{disposition}"
        );
    }
    // The rating is answered: the mail to the evaluator has the name in its subject. Line ends in a file's cells are
    // taken out where it is read.
    let case = CASES
        .iter()
        .find(|case| case.name == "an answer to the rating")
        .unwrap();
    let form = filled(&lived, case).await;
    assert_eq!(
        send(&lived, case, &form).await.status,
        StatusCode::SEE_OTHER
    );
    for queued in lived.record.outbox(None, 1000).await.unwrap() {
        assert!(
            !queued.notice.subject.contains(['\r', '\n']),
            "{:?}",
            queued.notice.subject
        );
    }
}
