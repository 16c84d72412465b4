//! The agenda with its minutes, and the bar of what has passed.

use super::Talk;
use super::time::{Phase, Placed, begins_at, minutes_between, phase, placed, running};
use crate::components::{AgendaItem, Minutes, Progress, agenda, minutes, small};
use crate::visitor::Visitor;
use domain::conversations::Length;
use domain::situations::{at_risk, may_be_brief};
use jiff::Timestamp;
use maud::{Markup, html};
use policy::{Guide, Pack};

/// The clock of one conversation at the moment in which its page is made.
pub struct Clock<'g> {
    pub now: Timestamp,
    pub begins: Timestamp,
    pub phase: Phase,
    pub items: Vec<Placed<'g>>,
    pub running: Option<usize>,
}

impl<'g> Clock<'g> {
    pub fn of(visitor: &Visitor, talk: &Talk, guide: Option<&'g Guide>) -> Self {
        let now = visitor.app.record().now();
        let begins = begins_at(visitor, &talk.slot);
        let phase = phase(&talk.it, begins, &talk.slot, now);
        let items = guide.map_or_else(Vec::new, |guide| {
            placed(guide, talk.it.length.unwrap_or(Length::Standard), begins)
        });
        let running = if phase == Phase::Running {
            running(&items, now)
        } else {
            None
        };
        Self {
            now,
            begins,
            phase,
            items,
            running,
        }
    }

    /// The item that runs.
    pub fn item(&self) -> Option<&Placed<'g>> {
        self.items.get(self.running?)
    }

    /// Minutes that are left of all.
    pub fn left(&self) -> u32 {
        self.items
            .last()
            .map_or(0, |last| minutes_between(self.now, last.ends).max(1))
    }
}

/// The bar, while the conversation runs.
pub fn bar(visitor: &Visitor, clock: &Clock<'_>) -> Markup {
    let Some(running) = clock.running else {
        return html! {};
    };
    let passed = minutes_between(clock.begins, clock.now);
    let all: u32 = clock.items.iter().map(|item| item.minutes).sum();
    let summary = visitor.words.with(
        "conversation-minutes-passed",
        &[
            ("passed", passed.into()),
            ("all", all.into()),
            ("item", (running + 1).into()),
            ("items", clock.items.len().into()),
        ],
    );
    minutes(&Minutes {
        summary,
        items: clock.items.iter().map(|item| item.minutes).collect(),
        running: Some(running),
        passed,
        clock: Some((clock.begins, clock.now)),
    })
}

/// The list beside the work.
pub fn items(
    visitor: &Visitor,
    talk: &Talk,
    clock: &Clock<'_>,
    pack: &Pack,
    guide: Option<&Guide>,
) -> Markup {
    let words = visitor.words;
    let tag = words.language().tag();
    let live = matches!(clock.phase, Phase::Running);
    let list: Vec<AgendaItem> = clock
        .items
        .iter()
        .enumerate()
        .map(|(index, placed)| AgendaItem {
            at: Some(visitor.clock_time(placed.begins)),
            text: html! { (placed.item.title.get(tag)) },
            minutes: placed.minutes,
            progress: match clock.running {
                Some(running) if index < running => Progress::Done,
                Some(running) if index == running => Progress::Now,
                _ if matches!(clock.phase, Phase::Held) => Progress::Done,
                _ => Progress::Ahead,
            },
            begins: live.then_some(placed.begins),
        })
        .collect();
    let length = talk.it.length.unwrap_or(Length::Standard);
    let why = match length {
        _ if guide.is_none() => "conversation-length-standard-said",
        Length::Extended if at_risk(&talk.page.record, pack) => "conversation-length-extended-why",
        Length::Extended => "conversation-length-extended-said",
        Length::Brief if may_be_brief(&talk.page.record, pack) => "conversation-length-brief-said",
        Length::Brief | Length::Standard => "conversation-length-standard-said",
    };
    html! {
        @if let Some(guide) = guide { p { (guide.purpose.get(tag)) } (agenda(words, &list, live.then_some(clock.now))) }
        (small(words.with(why, &[("minutes", u32::from(talk.slot.minutes).into())])))
    }
}
