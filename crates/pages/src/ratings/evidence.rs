//! The shared evidence of the year, to tick and to read: lessons, ratings of professionalism, measures, conversations.
//! The desks of the rationale and of the decision near a cut use it.

use super::Basis;
use crate::components::{Choice, by, disclosure, said, small};
use crate::history::things;
use domain::observations::Seen;
use domain::professionalism::Side;
use domain::rationale::About;
use domain::{Kind, Stream};
use maud::{Markup, html};
use policy::Indicator;
use std::collections::BTreeMap;

/// Everything that a rationale may rest on, the oldest first, each with its levels under its name.
pub fn choices(basis: &Basis<'_>) -> Vec<Choice> {
    let (record, words) = (basis.record, basis.words);
    let name = |stream: &Stream| things::title(words, basis.pack, record, stream);
    let mut choices = vec![];
    for (stream, observation) in record.lessons() {
        let Some(lesson) = &observation.lesson else {
            continue;
        };
        let levels = levels(basis, &lesson.seen);
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
                    .map(|sent| levels(basis, &sent.seen))
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
fn levels(basis: &Basis<'_>, seen: &BTreeMap<String, Seen>) -> String {
    let framework = &basis.pack.framework;
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
pub fn texts(basis: &Basis<'_>, about: About) -> Markup {
    let name = |stream: &Stream| things::title(basis.words, basis.pack, basis.record, stream);
    html! {
        @match about {
            About::Instruction => {
                @for (stream, observation) in basis.record.lessons() {
                    @if let Some(lesson) = &observation.lesson { (disclosure(name(stream), written(basis, &lesson.seen))) }
                }
            }
            About::Professionalism => {
                @for sent in &basis.record.professionalism.sent {
                    @let title = basis.words.with("rationale-rated-by", &[("name", basis.full(sent.by).into()), ("date", basis.words.date(sent.on).into())]);
                    (disclosure(title, written(basis, &sent.seen)))
                }
            }
        }
    }
}

/// One piece of evidence with what was written in it, for a reader who may not open its own page.
pub fn opened(basis: &Basis<'_>, stream: &Stream) -> Markup {
    let (record, words) = (basis.record, basis.words);
    let body = match stream.kind {
        Kind::Observation => record
            .observations
            .get(stream)
            .and_then(|it| it.lesson.as_ref())
            .map(|lesson| html! { (small(levels(basis, &lesson.seen))) (written(basis, &lesson.seen)) }),
        Kind::Professionalism => Some(html! {
            @for sent in record.professionalism.sent.iter().filter(|sent| sent.side == Side::Evaluator) {
                (small(words.with("rationale-rated-by", &[("name", basis.full(sent.by).into()), ("date", words.date(sent.on).into())])))
                (small(levels(basis, &sent.seen)))
                (written(basis, &sent.seen))
            }
        }),
        Kind::Conversation => record.conversations.get(stream).map(|talk| html! {
            @for note in &talk.notes { (said(&note.text)) }
        }),
        _ => Some(small(words.say("decision-evidence-in-sum"))),
    };
    disclosure(
        things::title(words, basis.pack, record, stream),
        body.unwrap_or_default(),
    )
}

fn written(basis: &Basis<'_>, seen: &BTreeMap<String, Seen>) -> Markup {
    html! {
        @for indicator in &basis.pack.framework.indicators {
            @if let Some(seen) = seen.get(&indicator.id).filter(|seen| !seen.text.is_empty()) {
                div { (said(&seen.text)) (by(label(basis, indicator, seen.score))) }
            }
        }
    }
}

fn label(basis: &Basis<'_>, indicator: &Indicator, score: Option<u8>) -> String {
    let (id, short) = (
        &indicator.id,
        indicator.short.get(basis.words.language().tag()),
    );
    match score {
        Some(score) => format!("{id} {short}, {score}"),
        None => format!("{id} {short}"),
    }
}
