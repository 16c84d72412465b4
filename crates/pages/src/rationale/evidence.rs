//! The shared evidence of the year, to tick and to read: lessons, ratings of professionalism, measures, conversations.

use super::Desk;
use crate::components::{Choice, by, disclosure, said};
use crate::history::things;
use domain::observations::Seen;
use domain::professionalism::Side;
use domain::rationale::About;
use domain::{Kind, Stream};
use maud::{Markup, html};
use policy::Indicator;
use std::collections::BTreeMap;

/// Everything that a rationale may rest on, the oldest first, each with its levels under its name.
pub fn choices(desk: &Desk<'_>) -> Vec<Choice> {
    let (record, words) = (desk.basis.record, desk.basis.words);
    let name = |stream: &Stream| things::title(words, desk.basis.pack, record, stream);
    let mut choices = vec![];
    for (stream, observation) in record.lessons() {
        let Some(lesson) = &observation.lesson else {
            continue;
        };
        let levels = levels(desk, &lesson.seen);
        let hint = if levels.is_empty() {
            lesson.focus.clone()
        } else {
            format!("{}. {levels}", lesson.focus)
        };
        choices.push(Choice::new(stream.to_string(), name(stream)).hint(hint));
    }
    for kind in [Kind::Professionalism, Kind::Measures] {
        let (stream, _) = record.one(kind);
        if record.is_evidence(&stream) {
            let sent = record
                .professionalism
                .sent
                .iter()
                .rfind(|sent| sent.side == Side::Evaluator);
            let hint = match kind {
                Kind::Professionalism => sent
                    .map(|sent| levels(desk, &sent.seen))
                    .unwrap_or_default(),
                _ => String::new(),
            };
            let choice = Choice::new(stream.to_string(), name(&stream));
            choices.push(if hint.is_empty() {
                choice
            } else {
                choice.hint(hint)
            });
        }
    }
    let mut talks: Vec<_> = record
        .conversations
        .iter()
        .filter(|(stream, _)| record.is_evidence(stream))
        .collect();
    talks.sort_by_key(|(_, talk)| talk.slot.as_ref().map(|slot| slot.on));
    for (stream, talk) in talks {
        let hint = words.with(
            "rationale-talk-hint",
            &[
                ("notes", talk.notes.len().into()),
                ("promises", talk.promises.len().into()),
            ],
        );
        choices.push(Choice::new(stream.to_string(), name(stream)).hint(hint));
    }
    choices
}

/// "LE.3 5, I.1 5": levels in the framework's order.
fn levels(desk: &Desk<'_>, seen: &BTreeMap<String, Seen>) -> String {
    let framework = &desk.basis.pack.framework;
    let scored = framework
        .indicators
        .iter()
        .filter_map(|it| Some((&it.id, seen.get(&it.id)?.score?)));
    scored
        .map(|(id, score)| format!("{id} {score}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What was written in each lesson and rating that this rationale is about, to be opened.
pub fn texts(desk: &Desk<'_>) -> Markup {
    let basis = &desk.basis;
    let name = |stream: &Stream| things::title(basis.words, basis.pack, basis.record, stream);
    html! {
        @match desk.about {
            About::Instruction => {
                @for (stream, observation) in basis.record.lessons() {
                    @if let Some(lesson) = &observation.lesson { (disclosure(name(stream), written(desk, &lesson.seen))) }
                }
            }
            About::Professionalism => {
                @for sent in &basis.record.professionalism.sent {
                    @let title = basis.words.with("rationale-rated-by", &[("name", basis.full(sent.by).into()), ("date", basis.words.date(sent.on).into())]);
                    (disclosure(title, written(desk, &sent.seen)))
                }
            }
        }
    }
}

fn written(desk: &Desk<'_>, seen: &BTreeMap<String, Seen>) -> Markup {
    html! {
        @for indicator in &desk.basis.pack.framework.indicators {
            @if let Some(seen) = seen.get(&indicator.id).filter(|seen| !seen.text.is_empty()) {
                div { (said(&seen.text)) (by(label(desk, indicator, seen.score))) }
            }
        }
    }
}

fn label(desk: &Desk<'_>, indicator: &Indicator, score: Option<u8>) -> String {
    let (id, short) = (
        &indicator.id,
        indicator.short.get(desk.basis.words.language().tag()),
    );
    match score {
        Some(score) => format!("{id} {short}, {score}"),
        None => format!("{id} {short}"),
    }
}
