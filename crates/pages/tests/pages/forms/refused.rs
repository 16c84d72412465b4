//! What the rules refuse, in every field of every form: too long, out of the year, out of range, unknown, missing, twice.

use super::table::{CASES, Case};
use super::{filled, send, still_there};
use crate::browser::{Control, Form};
use crate::larkspur::Answer;
use crate::lived::Lived;
use axum::http::StatusCode;
use std::collections::BTreeSet;

/// What may come back for input that nobody should send: the form with a sentence, or a page that says what is wrong.
fn is_said(answer: &Answer) -> bool {
    let refused = matches!(
        answer.status,
        StatusCode::UNPROCESSABLE_ENTITY
            | StatusCode::NOT_FOUND
            | StatusCode::BAD_REQUEST
            | StatusCode::CONFLICT
    );
    refused && answer.text().contains("<main") && answer.read().len() > 80
}

/// Texts typed by a person that must not get lost.
fn typed(form: &Form) -> Vec<String> {
    form.controls
        .iter()
        .filter(|control| control.is_text())
        .map(|control| control.value.replace("\r\n", "\n"))
        .filter(|text| !text.trim().is_empty())
        .collect()
}

/// The case's day, made anew after whatever was taken.
struct Trying<'c> {
    case: &'c Case,
    lived: Lived,
    entries: u64,
}

impl<'c> Trying<'c> {
    async fn on(case: &'c Case) -> Self {
        let lived = Lived::on(case.day).await;
        let entries = lived.kept().await.entries;
        Self {
            case,
            lived,
            entries,
        }
    }

    /// Sends the case's form with one field otherwise; gives what is wrong with the answer.
    async fn one(&mut self, field: &str, value: &str, must_refuse: bool) -> Option<String> {
        let mut form = filled(&self.lived, self.case).await;
        form.fill_first(field, value);
        let answer = send(&self.lived, self.case, &form).await;
        if !is_said(&answer) {
            self.lived = Lived::on(self.case.day).await;
        }
        let shown: String = value.chars().take(30).collect();
        wrong_with(
            &answer,
            &form,
            format!("{}: {field}={shown:?}: {}", self.case.name, answer.status),
            must_refuse,
        )
    }

    /// What was refused left nothing on the record.
    async fn ends(self) -> Option<String> {
        let now = self.lived.kept().await.entries;
        (now != self.entries).then(|| format!("{}: something went on the record", self.case.name))
    }
}

fn wrong_with(answer: &Answer, form: &Form, what: String, must_refuse: bool) -> Option<String> {
    if answer.status.is_server_error() {
        return Some(what);
    }
    if !is_said(answer) {
        return must_refuse.then(|| format!("{what} {}", answer.location));
    }
    if answer.status == StatusCode::UNPROCESSABLE_ENTITY {
        let lost: Vec<String> = typed(form)
            .into_iter()
            .filter(|text| !still_there(answer, text))
            .map(|text| text.chars().take(40).collect())
            .collect();
        if !lost.is_empty() {
            return Some(format!("{what}: the page lost {lost:?}"));
        }
        if !answer.text().contains("error") {
            return Some(format!("{what}: no sentence"));
        }
    }
    None
}

#[tokio::test]
async fn good_input_is_taken_and_a_form_sent_twice_counts_once() {
    let mut wrong = vec![];
    for case in CASES {
        let lived = Lived::on(case.day).await;
        let before = lived.kept().await.entries;
        let form = filled(&lived, case).await;
        let first = send(&lived, case, &form).await;
        assert_eq!(
            first.status,
            StatusCode::SEE_OTHER,
            "{}: {}",
            case.name,
            first.read()
        );
        let after = lived.kept().await;
        assert_eq!(after.entries - before, case.events, "{}", case.name);
        let second = send(&lived, case, &form).await;
        assert_eq!(
            second.status,
            StatusCode::SEE_OTHER,
            "{} a second time: {}",
            case.name,
            second.read()
        );
        let twice = lived.kept().await;
        assert_eq!(
            (twice.entries, twice.outbox),
            (after.entries, after.outbox),
            "{} a second time",
            case.name
        );
        let left = after.differs(&twice);
        if !left.is_empty() {
            wrong.push(format!("{} a second time: {left}", case.name));
        }
        // Two at the same moment, as a double click sends them.
        let lived = Lived::on(case.day).await;
        let form = filled(&lived, case).await;
        let (one, two) = tokio::join!(send(&lived, case, &form), send(&lived, case, &form));
        assert_eq!(
            (one.status, two.status),
            (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER),
            "{} at once: {} {}",
            case.name,
            one.read(),
            two.read()
        );
        let kept = lived.kept().await;
        assert_eq!(kept.entries - before, case.events, "{} at once", case.name);
        assert_eq!(kept.outbox, after.outbox, "{} at once", case.name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn a_text_over_the_limit_is_said_and_stays_in_the_page() {
    let long = "long ".repeat(4_001);
    let mut wrong = vec![];
    let mut tried = 0;
    for case in CASES {
        let mut seen = BTreeSet::new();
        let mut trying = Trying::on(case).await;
        for control in filled(&trying.lived, case)
            .await
            .controls
            .iter()
            .filter(|control| control.is_text() && seen.insert(control.name.clone()))
        {
            // A letter in one's own words holds none of the template's gaps.
            let limited = (!control.name.starts_with("text.") || control.name == "text.I.5")
                && !control.name.starts_with("field.");
            if limited {
                wrong.extend(trying.one(&control.name, &long, true).await);
                tried += 1;
            }
        }
        wrong.extend(trying.ends().await);
    }
    assert!(
        wrong.is_empty(),
        "{} of {tried}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(tried > 30, "{tried} fields are too few");
}

/// Values that a control of this kind never sends, and whether each must be refused.
fn odd(control: &Control) -> Vec<(&'static str, bool)> {
    match control.kind.as_str() {
        "date" => vec![
            ("2026-02-30", true),
            ("yesterday", true),
            ("1999-01-01", true),
            ("2027-13-01", true),
            ("9999-12-31", true),
            ("-2027-01-01", true),
            ("<b>2027</b>", true),
            ("99999999999999999999", true),
        ],
        "time" => vec![
            ("25:00", true),
            ("noon", true),
            ("-1:00", true),
            ("<b>", true),
        ],
        "number" => vec![
            ("-1", true),
            ("many", true),
            ("4294967296", true),
            ("1e9", true),
            ("1.5", true),
            ("NaN", true),
        ],
        "radio" | "select" => vec![("none of these", true), ("-1", true), ("<b>x</b>", true)],
        "checkbox" => vec![
            ("observation/00000000-0000-4000-8000-000000000009", true),
            ("nothing", true),
        ],
        "text" if control.name.ends_with("percent") => vec![
            ("-1", true),
            ("100.1", true),
            ("NaN", true),
            ("1e3", true),
            ("a half", true),
            ("1/0", true),
            ("", true),
        ],
        "hidden" if control.name == "version" => vec![("999", false), ("-1", false), ("x", false)],
        "hidden" if control.name == "id" || control.name == "follows" => {
            vec![("x", true), ("", true)]
        }
        "hidden" if control.name == "school" => vec![("x", false)],
        "hidden" if control.name == "form_token" => vec![("", false)],
        _ => vec![],
    }
}

/// Dates that mean nothing outside the year, and are taken: an office has no last day, and a promise may be kept later.
fn may_be_far(case: &Case, field: &str, value: &str) -> bool {
    match (case.name, field) {
        ("a promise" | "a promise's new date", "by") => value == "9999-12-31",
        ("an evaluator", "begins") | ("an evaluator's end", "last_day") => {
            matches!(value, "9999-12-31" | "1999-01-01")
        }
        ("the days", "off_from" | "off_to") => matches!(value, "1999-01-01" | "9999-12-31"),
        _ => false,
    }
}

#[tokio::test]
async fn what_a_control_never_sends_is_said_and_changes_nothing() {
    let mut wrong = vec![];
    let mut tried = 0;
    for case in CASES {
        let mut names = BTreeSet::new();
        let mut trying = Trying::on(case).await;
        let form = filled(&trying.lived, case).await;
        for control in form
            .controls
            .iter()
            .filter(|control| names.insert(control.name.clone()))
        {
            for (value, refuse) in odd(control) {
                let refuse = refuse && !may_be_far(case, &control.name, value);
                wrong.extend(trying.one(&control.name, value, refuse).await);
                tried += 1;
            }
        }
        wrong.extend(trying.ends().await);
    }
    assert!(
        wrong.is_empty(),
        "{} of {tried}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(tried > 100, "{tried} values are too few");
}

#[tokio::test]
async fn a_score_out_of_range_is_said_beside_its_indicator() {
    for case in CASES
        .iter()
        .filter(|case| ["a lesson", "professionalism"].contains(&case.name))
    {
        let mut trying = Trying::on(case).await;
        let field = case
            .good
            .iter()
            .find(|(name, _)| name.contains("score."))
            .unwrap()
            .0;
        for score in [
            "0",
            "8",
            "-1",
            "5.5",
            "255",
            "256",
            "99999999999999999999",
            "five",
            "5; drop table draft",
        ] {
            assert_eq!(trying.one(field, score, true).await, None);
        }
        assert_eq!(trying.ends().await, None);
    }
}

#[tokio::test]
async fn each_field_may_be_missing_and_nothing_breaks() {
    let mut wrong = vec![];
    for case in CASES {
        let lived = Lived::on(case.day).await;
        let form = filled(&lived, case).await;
        let mut names: Vec<String> = form.fields().into_iter().map(|(name, _)| name).collect();
        names.dedup();
        let mut lived = lived;
        for name in names {
            let form = filled(&lived, case).await;
            let fields: Vec<(String, String)> = form
                .fields()
                .into_iter()
                .filter(|(field, _)| *field != name)
                .collect();
            let answer = lived.send(case.role, "POST", &form.action, &fields).await;
            if !is_said(&answer) && answer.status != StatusCode::SEE_OTHER {
                wrong.push(format!("{} without {name}: {}", case.name, answer.status));
            }
            if answer.status == StatusCode::SEE_OTHER {
                lived = Lived::on(case.day).await;
            }
            if answer.status == StatusCode::UNPROCESSABLE_ENTITY {
                let kept = fields.iter().filter(|(field, _)| {
                    form.controls
                        .iter()
                        .any(|control| control.name == *field && control.is_text())
                });
                let lost: Vec<_> = kept
                    .filter(|(_, text)| !still_there(&answer, &text.replace("\r\n", "\n")))
                    .collect();
                if !lost.is_empty() {
                    wrong.push(format!("{} without {name} lost {lost:?}", case.name));
                }
            }
        }
        let empty = lived.send(case.role, "POST", &form.action, &[]).await;
        if !is_said(&empty) && empty.status != StatusCode::SEE_OTHER {
            wrong.push(format!(
                "{} with no field at all: {}",
                case.name, empty.status
            ));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}
