//! What stands beside the work: agenda, situation with its reasons, shared evidence, where each indicator stands.

use super::agenda::{self, Clock};
use super::{Seat, Talk};
use crate::components::{by, rows, said, side, small};
use crate::my_year::{situation, standing};
use crate::visitor::Visitor;
use domain::Stream;
use domain::observations::Observation;
use domain::professionalism::Moment;
use maud::{Markup, html};
use policy::{ConversationKind, Guide, Pack, Side};

pub fn beside(
    visitor: &Visitor,
    talk: &Talk,
    clock: &Clock<'_>,
    pack: &Pack,
    guide: Option<&Guide>,
) -> Markup {
    let words = visitor.words;
    let reads = match talk.seat {
        Seat::Teacher => "conversation-situation-yours",
        Seat::Evaluator | Seat::Reader => "conversation-situation-theirs",
    };
    html! {
        (side("agenda", words.say("conversation-agenda"), agenda::items(visitor, talk, clock, pack, guide)))
        (side("situation", words.say("conversation-situation"), html! {
            (situation::with_reasons(words, &talk.page.record, pack))
            (small(words.say(reads)))
        }))
        (side("evidence", words.say("conversation-evidence"), evidence(visitor, talk, pack)))
        (side("standing", words.say("conversation-standing"), standing::picture(visitor, &talk.page, pack)))
    }
}

fn evidence(visitor: &Visitor, talk: &Talk, pack: &Pack) -> Markup {
    let words = visitor.words;
    let mut lessons = talk.page.record.lessons();
    lessons.reverse();
    let mut items: Vec<Markup> = lessons
        .into_iter()
        .map(|(stream, lesson)| one(visitor, pack, stream, lesson))
        .collect();
    items.extend(professionalism(visitor, talk));
    html! {
        @if items.is_empty() { p { (words.say("conversation-no-evidence")) } } @else { (rows(items)) }
    }
}

fn one(visitor: &Visitor, pack: &Pack, stream: &Stream, observation: &Observation) -> Markup {
    let words = visitor.words;
    let Some(lesson) = &observation.lesson else {
        return html! {};
    };
    let kind = pack
        .framework
        .observation_kind(&lesson.kind)
        .map(|kind| kind.label.get(words.language().tag()))
        .unwrap_or_default();
    let scored = pack
        .framework
        .indicators
        .iter()
        .filter_map(|indicator| Some((&indicator.id, lesson.seen.get(&indicator.id)?.score?)));
    let scores: Vec<(&String, u8)> = scored.collect();
    let title = words.with(
        "conversation-lesson",
        &[
            ("date", words.day(lesson.on).into()),
            ("focus", (&lesson.focus).into()),
        ],
    );
    html! {
        a href={ "/observations/" (stream.key) } { (title) }
        (by(html! {
            (kind) ". "
            @for (at, (id, score)) in scores.iter().enumerate() { @if at > 0 { ", " } (id) "\u{a0}" b { (score) } }
        }))
        @for answer in &observation.answers {
            (by(words.say("conversation-answer")))
            (said(&answer.text))
        }
    }
}

/// Both ratings of professionalism, where this conversation has a moment for them.
fn professionalism(visitor: &Visitor, talk: &Talk) -> Option<Markup> {
    let words = visitor.words;
    let (moment, address) = match talk.kind {
        ConversationKind::MidYear => (Moment::MidYear, "mid-year"),
        ConversationKind::EndOfYear => (Moment::EndOfYear, "end-of-year"),
        _ => return None,
    };
    let sent = |side| {
        talk.page
            .record
            .professionalism
            .sent(moment, side)
            .map(|sent| sent.on)
    };
    let say = |side, on: Option<jiff::civil::Date>| {
        let name = talk.address(visitor, side);
        match on {
            Some(on) => words.with(
                "conversation-rated",
                &[("name", name.into()), ("date", words.day(on).into())],
            ),
            None => words.with("conversation-not-rated", &[("name", name.into())]),
        }
    };
    Some(html! {
        a href={ "/teachers/" (talk.page.record.teacher) "/professionalism/" (address) } { (words.say("conversation-professionalism")) }
        @for side in [Side::Teacher, Side::Evaluator] { (by(say(side, sent(side)))) }
    })
}
