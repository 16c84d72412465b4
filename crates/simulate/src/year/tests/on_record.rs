//! The same year on a real record.

use super::*;
use domain::State;
use record::{Clock, Record};

async fn fresh(folder: &tempfile::TempDir, name: &str) -> (Record, Clock) {
    let clock = Clock::moved("2026-08-01T15:00:00Z".parse().unwrap());
    let url = format!("sqlite:{}", folder.path().join(name).display());
    let record = Record::open(&url, clock.clone()).await.unwrap();
    record.mark_demo().await.unwrap();
    (record, clock)
}

/// States without the seconds in which they were written.
fn settled(state: &State) -> String {
    let mut value = serde_json::to_value(state).unwrap();
    settle(&mut value);
    value.to_string()
}

fn settle(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::String(text) if text.parse::<jiff::Timestamp>().is_ok() => {
            text.truncate(16)
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(settle),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(settle),
        _ => {}
    }
}

#[tokio::test]
async fn the_record_holds_what_paper_holds_at_every_morning_and_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let (record, clock) = fresh(&folder, "a.db").await;
    for (key, day) in DAYS {
        let mut last = None;
        village()
            .live(&record, &clock, day, |progress| last = Some(progress))
            .await
            .unwrap();
        assert_eq!(
            last.map(|progress| progress.done),
            last.map(|progress| progress.of),
            "{key}"
        );
        assert_eq!(record.today(), day);
        let paper = &morning(key).paper;
        for (teacher, on_paper) in paper.records() {
            let actor = record.actor(*teacher).await.unwrap();
            let Ok(found) = record.year_record(&actor, *teacher, &paper.year).await else {
                continue;
            };
            assert_eq!(found.versions, on_paper.versions, "{key}");
            for (stream, observation) in &on_paper.observations {
                let (a, b) = (
                    State::Observation(observation.clone()),
                    State::Observation(found.observations[stream].clone()),
                );
                assert_eq!(settled(&a), settled(&b), "{key} {stream}");
            }
            for (stream, talk) in &on_paper.conversations {
                let (a, b) = (
                    State::Conversation(talk.clone()),
                    State::Conversation(found.conversations[stream].clone()),
                );
                assert_eq!(settled(&a), settled(&b), "{key} {stream}");
            }
            for (stream, message) in &on_paper.messages {
                let (a, b) = (
                    State::Message(message.clone()),
                    State::Message(found.messages[stream].clone()),
                );
                assert_eq!(settled(&a), settled(&b), "{key} {stream}");
            }
            let (a, b) = (
                State::Rating(on_paper.rating.clone()),
                State::Rating(found.rating.clone()),
            );
            assert_eq!(settled(&a), settled(&b), "{key}");
        }
        for draft in paper.drafts() {
            let actor = record.actor(draft.author).await.unwrap();
            let kept = record.drafts(&actor, &draft.thing).await.unwrap();
            assert!(
                kept.iter()
                    .any(|kept| kept.field == draft.field && kept.text == draft.text),
                "{key} {} {}",
                draft.thing,
                draft.field
            );
        }
    }
    let report = record.verify().await.unwrap();
    assert!(report.is_sound(), "{:?}", report.findings);
}

#[tokio::test]
async fn living_on_after_a_stop_does_nothing_twice() {
    let folder = tempfile::tempdir().unwrap();
    let (record, clock) = fresh(&folder, "b.db").await;
    village()
        .live(&record, &clock, date(2026, 9, 10), |_| {})
        .await
        .unwrap();
    drop(record);
    let url = format!("sqlite:{}", folder.path().join("b.db").display());
    let record = Record::open(&url, clock.clone()).await.unwrap();
    let before = record.verify().await.unwrap().entries;
    village()
        .live(&record, &clock, date(2026, 9, 10), |_| {})
        .await
        .unwrap();
    assert_eq!(record.verify().await.unwrap().entries, before);
    village()
        .live(&record, &clock, DAYS[1].1, |_| {})
        .await
        .unwrap();
    let report = record.verify().await.unwrap();
    assert!(
        report.is_sound() && report.entries > before,
        "{:?}",
        report.findings
    );
}

#[test]
fn the_same_seed_gives_the_same_year_and_another_seed_another() {
    let again = Village::until(SEED, &pack_files(), &roster_files(), DAYS[1].1).unwrap();
    let states = |village: &Village| -> Vec<String> {
        village
            .paper
            .states()
            .iter()
            .filter(|(stream, _)| stream.kind != domain::Kind::SchoolYear)
            .map(|(stream, (version, state))| {
                format!(
                    "{stream} {version} {}",
                    serde_json::to_string(state).unwrap()
                )
            })
            .collect()
    };
    assert_eq!(states(morning("october")), states(&again));
    let other = Village::until(SEED + 1, &pack_files(), &roster_files(), DAYS[1].1).unwrap();
    assert_ne!(states(morning("october")), states(&other));
}

#[test]
fn other_seeds_give_years_as_well() {
    for seed in [1, 2] {
        let village = Village::new(seed, &pack_files(), &roster_files()).unwrap();
        assert!(
            village.deeds.len() > 2_500,
            "{seed}: {}",
            village.deeds.len()
        );
    }
}
