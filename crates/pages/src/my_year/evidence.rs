//! Shared evidence: lessons with what was seen, and the teacher's answers beside them.

use super::YearPage;
use crate::components::{Shape, Tone, by, said, state};
use crate::visitor::Visitor;
use domain::Stream;
use domain::observations::{Answer, Observation};
use maud::{Markup, html};
use policy::Pack;

/// One lesson in a few lines: when and what, the first two texts, levels, and the answer or the way to it.
pub fn lesson(
    visitor: &Visitor,
    page: &YearPage,
    pack: &Pack,
    stream: &Stream,
    observation: &Observation,
) -> Markup {
    let words = visitor.words;
    let Some(lesson) = &observation.lesson else {
        return html! {};
    };
    let kind = pack
        .framework
        .observation_kind(&lesson.kind)
        .map(|kind| kind.label.get(words.language().tag()).to_owned())
        .unwrap_or_default();
    let observer = observation
        .observer
        .map(|observer| page.address(visitor, observer))
        .unwrap_or_default();
    let address = format!("/observations/{}", stream.key);
    let indicators = pack.framework.indicators.iter();
    let seen: Vec<_> = indicators
        .filter_map(|it| Some((&it.id, lesson.seen.get(&it.id)?)))
        .collect();
    let scores: Vec<(&String, u8)> = seen
        .iter()
        .filter_map(|(id, seen)| Some((*id, seen.score?)))
        .collect();
    html! {
        h3 { a href=(address) { (words.with("evidence-lesson", &[("date", words.day(lesson.on).into()), ("focus", (&lesson.focus).into())])) } }
        @for (_, seen) in seen.iter().filter(|(_, seen)| !seen.text.is_empty()).take(2) { (said(&seen.text)) }
        (by(html! {
            (kind) ", " (observer) ". "
            @for (n, (id, score)) in scores.iter().enumerate() { @if n > 0 { ", " } (id) "\u{a0}" b { (score) } }
            @if let Some(on) = observation.shared_on { ". " (words.with("evidence-shared", &[("date", words.day(on).into())])) }
        }))
        (answers(visitor, page, &observation.answers, &format!("{address}#answer")))
    }
}

/// What the teacher said about it, or the way to say something.
pub fn answers(visitor: &Visitor, page: &YearPage, answers: &[Answer], address: &str) -> Markup {
    let words = visitor.words;
    html! {
        @for answer in answers {
            @let date = words.day(visitor.local(answer.at).date());
            p { (state(Shape::Disc, Tone::Quiet, words.with(if page.own { "evidence-you-answered" } else { "evidence-answered" }, &[("date", date.into())]))) }
            (said(&answer.text))
        }
        @if answers.is_empty() {
            p {
                (state(Shape::Ring, Tone::Quiet, words.say(if page.own { "evidence-not-answered" } else { "evidence-no-answer" })))
                @if page.own { " " a href=(address) { (words.say("evidence-answer")) } }
            }
        }
    }
}
