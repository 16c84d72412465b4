//! Addresses that lead nowhere: ids that nobody has, ids that are none, and what belongs to others. Each gives the page
//! that says so, and a line in the log.

use super::lines::lines;
use super::table::{Line, Rule};
use super::walk::fill;
use crate::lived::{Day, Lived, Role};
use crate::logged::Logged;
use axum::http::StatusCode;
use std::collections::BTreeMap;

/// Texts that are no id of anything, as a browser may send them.
const NO_IDS: [&str; 9] = [
    "x",
    "0",
    "-1",
    "00000000-0000-0000-0000-00000000000",
    "%00",
    "..%2F..%2Fetc%2Fpasswd",
    "%F0%9F%92%A3",
    "a%20b",
    "%27%20or%201%3D1--",
];

/// Where a random id is nobody's yet, and so may be used: a lesson's, a draft's.
fn may_be_new(line: &Line, parameter: &str) -> bool {
    parameter == "{fresh}" || (line.route.starts_with("/drafts/") && parameter == "{lesson}")
}

/// Pages of their own for what is used up or forgotten.
fn has_its_own_page(line: &Line) -> Option<StatusCode> {
    match line.route {
        "/sign-in/{token}" => Some(StatusCode::GONE),
        "/roster/import/{reading}" => Some(StatusCode::UNPROCESSABLE_ENTITY),
        _ => None,
    }
}

/// The line's address with each of its parameters replaced in turn: (the parameter as the line names it, the address).
fn replaced(line: &Line, by: &str) -> Vec<(String, String)> {
    let at: Vec<&str> = line.at.split('/').collect();
    let mut all = vec![];
    for (n, part) in line
        .route
        .split('/')
        .enumerate()
        .filter(|(_, part)| part.starts_with('{'))
    {
        let mut made: Vec<&str> = at.clone();
        let query = at[n].split_once('?').map(|(_, query)| query);
        let with_query = query.map(|query| format!("{by}?{query}"));
        made[n] = with_query.as_deref().unwrap_or(by);
        all.push((
            if at[n].starts_with('{') {
                at[n].to_owned()
            } else {
                part.to_owned()
            },
            made.join("/"),
        ));
    }
    all
}

/// Somebody who gets through on this line.
fn who(line: &Line) -> Role {
    match line.rule {
        Rule::List(_) | Rule::AnyList(_) | Rule::House(_) => Role::Administrator,
        Rule::Question(_) if line.route.ends_with("/ask-on") => Role::Teacher,
        Rule::Question(_) => Role::Office,
        _ if line.route.contains("acknowledge")
            || line.route.contains("decline")
            || line.route.contains("answers")
            || line.route.contains("promises/") =>
        {
            Role::Teacher
        }
        _ => Role::Evaluator,
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_found_whatever_its_id_looks_like() {
    let mut days = BTreeMap::new();
    for day in Day::ALL {
        days.insert(day, Lived::on(day).await);
    }
    let mut wrong = vec![];
    for line in lines() {
        let lived = &days[&line.day];
        let long = "a".repeat(3000);
        let unknown = uuid::Uuid::new_v4().to_string();
        let texts = NO_IDS
            .iter()
            .copied()
            .chain([long.as_str(), unknown.as_str()]);
        for text in texts {
            for (parameter, at) in replaced(line, text) {
                let is_free = parameter == "{field}"
                    && text.len() < 80
                    && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
                let is_free = is_free || parameter == "{number}" && text == "0";
                if is_free || text == unknown && may_be_new(line, &parameter) {
                    continue;
                }
                let at = fill(lived, &at, &lived.records[0]).await;
                let answer = match line.method {
                    "GET" => lived.get(who(line), &at).await,
                    method => lived.send(who(line), method, &at, &[]).await,
                };
                let fits = [Some(StatusCode::NOT_FOUND), has_its_own_page(line)]
                    .contains(&Some(answer.status));
                let is_page = answer.text().contains("<main");
                if !fits || !is_page {
                    let shown: String = at.chars().take(120).collect();
                    wrong.push(format!("{} {shown}: {}", line.method, answer.status));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} answers:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[tokio::test]
async fn what_is_somebody_elses_is_not_found_and_the_log_says_who_asked() {
    let lived = Lived::on(Day::Rated).await;
    let own = &lived.records[0];
    let others = [
        format!("/teachers/{}", own.teacher),
        format!("/teachers/{}/rating.pdf", own.teacher),
        format!("/teachers/{}/observations/{}/draft", own.teacher, own.begun),
        format!("/observations/{}", own.lesson),
        format!("/conversations/{}", own.mid_year),
        format!("/messages/{}", own.message),
        format!("/history/rating/{}.2026-27", own.teacher),
        format!("/history/observation/{}", own.lesson),
    ];
    for path in others {
        let logged = Logged::here();
        let answer = lived.get(Role::AnotherTeacher, &path).await;
        let lines = logged.lines();
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        let person = lived.person(Role::AnotherTeacher).to_string();
        let line = lines
            .iter()
            .find(|line| line.contains("not allowed or not there"));
        let line = line.unwrap_or_else(|| panic!("{path} left no line in the log: {lines:?}"));
        assert!(line.contains(&person) && line.contains(&path), "{line}");
        let page = answer.text();
        assert!(!page.contains("Castellano"), "{path} says whose it is");
        // An address that leads nowhere looks the same.
        let nowhere = lived
            .get(
                Role::AnotherTeacher,
                &format!("/observations/{}", uuid::Uuid::new_v4()),
            )
            .await;
        let masked = |page: &str, path: &str| page.replace(path, "");
        let here = page
            .split("name=\"back\" value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_default();
        let there = nowhere.text();
        let there_here = there
            .split("name=\"back\" value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_default();
        assert_eq!(
            masked(&page, here),
            masked(&there, there_here),
            "{path} differs from what is not there at all"
        );
    }
}

#[tokio::test]
async fn an_evaluators_draft_is_not_even_the_leaders_nor_another_evaluators() {
    let lived = Lived::on(Day::January).await;
    let own = &lived.records[0];
    let address = format!("/teachers/{}/observations/{}/draft", own.teacher, own.begun);
    assert!(
        lived
            .get(Role::Evaluator, &address)
            .await
            .text()
            .contains("Begun and not shared")
    );
    for role in Role::ALL
        .into_iter()
        .filter(|role| *role != Role::Evaluator)
    {
        let answer = lived.get(role, &address).await;
        assert!(
            !answer.text().contains("Begun and not shared"),
            "{role:?} reads another's draft"
        );
    }
    // The same id under another teacher's address leads nowhere, also for its author.
    let elsewhere = format!(
        "/teachers/{}/observations/{}/draft",
        lived.named("Mazur"),
        own.begun
    );
    assert_eq!(
        lived.get(Role::Evaluator, &elsewhere).await.status,
        StatusCode::NOT_FOUND
    );
}
