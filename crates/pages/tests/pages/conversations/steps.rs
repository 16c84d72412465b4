//! What the stories of conversations and messages do again and again: a shared lesson, a form of a page, a time found.

use crate::larkspur::{Answer, Larkspur, at, new_id, year};
use axum::http::StatusCode;
use domain::observations::{self, Lesson, Seen};
use domain::{Command, Kind, Stream};
use jiff::civil::{Date, time};
use jiff::{SignedDuration, Timestamp};

/// A full lesson with these levels of LE.1 to I.8, shared on its day.
pub async fn lesson(larkspur: &Larkspur, teacher: &str, on: Date, levels: [u8; 12]) -> Stream {
    larkspur.day(on);
    let pack = crate::larkspur::pack();
    let framework = &pack.pack().unwrap().framework;
    let kind = framework
        .observation_kinds
        .iter()
        .find(|kind| kind.all_indicators)
        .unwrap();
    let seen = framework.observed().zip(levels).map(|(indicator, level)| {
        let text = format!("Seen in {}: nine of 26 made the same error.", indicator.id);
        (
            indicator.id.clone(),
            Seen {
                score: Some(level),
                text,
            },
        )
    });
    let lesson = Lesson {
        kind: kind.id.clone(),
        on,
        begins: time(8, 0, 0, 0),
        ends: time(8, 50, 0, 0),
        focus: "fractions on a number line".into(),
        seen: seen.collect(),
    };
    let share = observations::Command::Share {
        teacher: larkspur.person(teacher),
        year: year(),
        lesson,
    };
    let stream = Stream::of(Kind::Observation, new_id());
    larkspur
        .order("Achterberg", &stream, Command::Observation(share))
        .await
        .unwrap();
    stream
}

pub fn moment(day: Date, minutes: i64) -> Timestamp {
    at(day) + SignedDuration::from_mins(minutes)
}

/// Posts a form of a page with the page's own key.
pub async fn submit(
    larkspur: &Larkspur,
    family: &str,
    page: &Answer,
    path: &str,
    fields: &[(&str, &str)],
) -> Answer {
    let token = page.value_of("form_token").unwrap();
    let mut all = vec![("form_token", token.as_str())];
    let version = page
        .text()
        .split(&format!("action=\"{path}\""))
        .nth(1)
        .and_then(|rest| {
            let rest = rest.split("name=\"version\" value=\"").nth(1)?;
            Some(rest.split('"').next()?.to_owned())
        });
    if let Some(version) = &version {
        all.push(("version", version));
    }
    all.extend(fields);
    let shown = page.shown(fields);
    all.extend(shown.iter().map(|(name, value)| (*name, value.as_str())));
    larkspur.post(family, path, &all).await
}

/// Finds a time as the evaluator; gives the conversation's path.
pub async fn schedule(larkspur: &Larkspur, teacher: &str, fields: &[(&str, &str)]) -> String {
    let path = format!(
        "/teachers/{}/conversations/mid-year/new",
        larkspur.person(teacher)
    );
    let page = larkspur.get("Achterberg", &path).await;
    assert_eq!(page.status, StatusCode::OK);
    let id = page.value_of("id").unwrap();
    let mut all = vec![("id", id.as_str())];
    all.extend(fields);
    let done = submit(larkspur, "Achterberg", &page, &path, &all).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.read());
    done.location
}

pub async fn subjects(larkspur: &Larkspur, family: &str) -> Vec<String> {
    let to = larkspur.person(family);
    let outbox = larkspur.record.outbox(None, 100).await.unwrap();
    outbox
        .into_iter()
        .filter(|queued| queued.notice.to == to)
        .map(|queued| queued.notice.subject.replace('\u{a0}', " "))
        .collect()
}
