//! The head of the workspace and what comes next in it: who, what, by when.

use super::agenda::Clock;
use super::time::{Phase, ends};
use super::{Seat, Talk, other_side};
use crate::components::{
    Crumb, NextLabel, NextStep, PageHead, link_button, link_main, long_date, next_step, page_head,
    timer,
};
use crate::fault::Fault;
use crate::today::distance;
use crate::visitor::Visitor;
use domain::Stream;
use domain::messages::is_invitation;
use domain::today::{What, needs, said};
use jiff::civil::Date;
use maud::{Markup, html};
use policy::{Pack, Side};
use words::Value;

pub fn head(visitor: &Visitor, talk: &Talk, kind: String, jumps: Vec<(String, String)>) -> Markup {
    let words = visitor.words;
    let (teacher, evaluator) = (talk.name(Side::Teacher), talk.name(Side::Evaluator));
    let with = if talk.seat == Seat::Teacher {
        &evaluator
    } else {
        &teacher
    };
    let year = format!("/teachers/{}", talk.page.record.teacher);
    let crumbs = match talk.seat {
        Seat::Teacher => vec![
            Crumb::link(words.say("nav-my-year"), "/my-year"),
            Crumb::here(kind.clone()),
        ],
        Seat::Evaluator => {
            vec![
                Crumb::link(words.say("nav-caseload"), "/caseload"),
                Crumb::link(teacher.clone(), year),
                Crumb::here(kind.clone()),
            ]
        }
        Seat::Reader => vec![
            Crumb::link(teacher.clone(), year),
            Crumb::here(kind.clone()),
        ],
    };
    let when: &[(&str, Value<'_>)] = &[
        ("start", words.time(talk.slot.begins).into()),
        ("end", words.time(ends(&talk.slot)).into()),
        ("place", (&talk.slot.place).into()),
        ("teacher", talk.address(visitor, Side::Teacher).into()),
        ("evaluator", talk.address(visitor, Side::Evaluator).into()),
    ];
    let lead = html! { (long_date(words, talk.slot.on)) (words.with("conversation-when", when)) };
    page_head(
        words,
        &PageHead {
            crumbs,
            title: words.with(
                "conversation-with",
                &[("kind", kind.into()), ("name", with.into())],
            ),
            lead: Some(lead),
            jumps,
        },
    )
}

/// What comes next, or what runs now.
pub fn step(
    visitor: &Visitor,
    talk: &Talk,
    clock: &Clock<'_>,
    pack: &Pack,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let (year, _) = visitor.open_year()?;
    let calendar = year.days()?;
    let far = |day: Date| distance(words, Some(calendar), visitor.today, day);
    let facts = html! { a.btn.btn-plain.narrow-only href="#agenda" { (words.say("conversation-to-facts")) } };
    let step = match clock.phase {
        Phase::Off => NextStep {
            what: html! { (words.say("conversation-is-off")) },
            why: talk.it.cancelled.as_ref().map(|reason| html! { (words.with("conversation-off-reason", &[("reason", reason.into())])) }),
            action: (talk.seat == Seat::Evaluator).then(|| link_main(&again(talk), words.say("conversation-find-time"))),
            ..NextStep::default()
        },
        Phase::Ahead => ahead(visitor, talk, &far(talk.slot.on), facts),
        Phase::Running => {
            let Some(item) = clock.item() else { return Ok(next_step(words, &running(visitor, talk, facts))) };
            let tag = words.language().tag();
            let until = words.with("conversation-until", &[("time", visitor.clock_time(item.ends).into())]);
            NextStep {
                label: NextLabel::Now,
                what: html! { strong { (item.item.title.get(tag)) } (until) },
                why: Some(html! {
                    (item.item.prompt.get(tag)) " "
                    (words.with("conversation-now", &[("time", visitor.clock_time(clock.now).into())])) " "
                    (timer(words, item.ends, clock.now)) ". "
                    (words.with("conversation-to-the-end", &[("minutes", clock.left().into())]))
                }),
                action: Some(facts),
            }
        }
        Phase::Over => over(visitor, talk, facts),
        Phase::Held => held(visitor, talk, pack)?,
    };
    Ok(next_step(words, &step))
}

fn again(talk: &Talk) -> String {
    format!(
        "/teachers/{}/conversations/{}/new",
        talk.page.record.teacher,
        super::in_address(talk.kind)
    )
}

fn ahead(visitor: &Visitor, talk: &Talk, far: &str, facts: Markup) -> NextStep {
    let words = visitor.words;
    let when: &[(&str, Value<'_>)] = &[
        ("name", talk.other(visitor).into()),
        ("date", words.day(talk.slot.on).into()),
        ("time", words.time(talk.slot.begins).into()),
        ("place", (&talk.slot.place).into()),
        ("minutes", u32::from(talk.slot.minutes).into()),
    ];
    let side = talk.seat.side();
    let shared = side.is_some_and(|side| talk.it.preparation(side).is_some());
    let theirs = side.is_some_and(|side| talk.it.preparation(other_side(side)).is_some());
    let prepared = match (shared, theirs) {
        (true, true) => "conversation-prepared-both",
        (true, false) => "conversation-prepared-you",
        (false, true) => "conversation-prepared-they",
        (false, false) => "conversation-prepared-none",
    };
    let label = if shared {
        "conversation-see-preparation"
    } else {
        "conversation-prepare"
    };
    NextStep {
        what: html! { (words.with(if side.is_some() { "conversation-you-talk" } else { "conversation-they-talk" }, when)) },
        why: Some(
            html! { (far) ". " @if side.is_some() { (words.with(prepared, &[("name", talk.other(visitor).into())])) } },
        ),
        action: side.map(|_| html! { (link_main("#preparation", words.say(label))) (facts) }),
        ..NextStep::default()
    }
}

/// While it runs without an agenda.
fn running(visitor: &Visitor, talk: &Talk, facts: Markup) -> NextStep {
    let words = visitor.words;
    let until = words.with(
        "conversation-runs",
        &[("time", words.time(ends(&talk.slot)).into())],
    );
    NextStep {
        label: NextLabel::Now,
        what: html! { (until) },
        action: Some(facts),
        ..NextStep::default()
    }
}

fn over(visitor: &Visitor, talk: &Talk, facts: Markup) -> NextStep {
    let words = visitor.words;
    let mine = talk
        .seat
        .side()
        .is_some_and(|side| said(&talk.it, side).is_some());
    let key = match (talk.seat.side(), mine) {
        (None, _) => "conversation-over-reader",
        (Some(side), false) if said(&talk.it, other_side(side)).is_some() => {
            "conversation-over-you-last"
        }
        (Some(Side::Evaluator), false) => "conversation-over-you",
        (Some(Side::Teacher), false) => "conversation-over-you-teacher",
        (Some(_), true) => "conversation-over-they",
    };
    NextStep {
        what: html! { (words.with(key, &[("name", talk.other(visitor).into())])) },
        why: Some(html! { (words.say("conversation-over-why")) }),
        action: Some(
            html! { @if talk.seat.side().is_some() && !mine { (link_button("#we-met", words.say("conversation-to-we-met"))) } (facts) },
        ),
        ..NextStep::default()
    }
}

/// The letter that followed the conversation, if it was sent.
pub fn follow_up<'t>(talk: &'t Talk, pack: &Pack) -> Option<(&'t Stream, Date)> {
    talk.page
        .record
        .messages
        .iter()
        .find_map(|(stream, message)| {
            let sent = message
                .sent
                .as_ref()
                .filter(|sent| sent.follows == talk.stream)?;
            let invites = pack.message(&sent.template).is_some_and(is_invitation);
            (!invites).then_some((stream, message.on?))
        })
}

fn held(visitor: &Visitor, talk: &Talk, pack: &Pack) -> Result<NextStep, Fault> {
    let words = visitor.words;
    if let Some((stream, on)) = follow_up(talk, pack) {
        return Ok(NextStep {
            what: html! { (words.with("conversation-followed-up", &[("date", words.day(on).into())])) },
            action: Some(link_main(
                &format!("/messages/{}", stream.key),
                words.say("conversation-read-letter"),
            )),
            ..NextStep::default()
        });
    }
    let (year, _) = visitor.open_year()?;
    let calendar = year.days()?;
    let due = needs(&talk.page.record, pack, calendar, visitor.today)
        .into_iter()
        .find(|need| {
            matches!(need.what, What::SendFollowUp(_)) && need.thing.as_ref() == Some(&talk.stream)
        })
        .map(|need| need.due);
    let evaluates = talk.seat == Seat::Evaluator;
    Ok(match due {
        Some(due) => NextStep {
            what: html! {
                (words.with(if evaluates { "conversation-follow-up-you" } else { "conversation-follow-up-they" }, &[("name", talk.address(visitor, Side::Evaluator).into()), ("date", words.day(due).into())]))
            },
            why: Some(
                html! { (distance(words, Some(calendar), visitor.today, due)) ". " (words.say("conversation-follow-up-why")) },
            ),
            action: evaluates.then(|| {
                let address = format!(
                    "/teachers/{}/messages/new?follows={}",
                    talk.page.record.teacher, talk.stream
                );
                link_main(&address, words.say("conversation-read-draft"))
            }),
            ..NextStep::default()
        },
        None => NextStep {
            what: html! { (words.say("conversation-follow-up-waits")) },
            ..NextStep::default()
        },
    })
}
