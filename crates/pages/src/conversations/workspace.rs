//! The workspace: one page for both sides, in the order in which it is needed on that day.

use super::agenda::{self, Clock};
use super::time::Phase;
use super::{Again, Seat, Talk, facts, met, next, notes, preparation, promises, talking_points};
use crate::components::{desk, error_summary, link_button, section, section_private};
use crate::fault::Fault;
use crate::messages;
use crate::visitor::{Sheet, Visitor};
use domain::messages::{Fitting, fitting};
use maud::{Markup, html};
use policy::{Guide, Pack};

/// More sections than this and the head has jumps to them.
const FEW: usize = 6;

struct Part {
    id: &'static str,
    /// Of its label and its hint in the texts.
    key: &'static str,
    matter: Markup,
}

pub async fn page(visitor: &Visitor, talk: &Talk, again: &Again) -> Result<Markup, Fault> {
    let words = visitor.words;
    let (_, pack) = visitor.open_year()?;
    let guide = talk.guide(pack);
    let kind = talk.title(visitor, pack);
    let clock = Clock::of(visitor, talk, guide);
    let parts = parts(visitor, talk, &clock, pack, guide, again).await?;
    let jumps = parts
        .iter()
        .map(|part| (part.id.to_owned(), words.say(part.key)))
        .collect::<Vec<_>>();
    let work = html! {
        (next::step(visitor, talk, &clock, pack)?)
        (agenda::bar(visitor, &clock))
        @for part in &parts {
            @let hint = words.say(&format!("{}-hint", part.key));
            @if ["private", "arrange"].contains(&part.id) {
                (section_private(part.id, words.say(part.key), Some(&hint), part.matter.clone()))
            } @else {
                (section(part.id, words.say(part.key), Some(&hint), part.matter.clone()))
            }
        }
    };
    let body = html! {
        (error_summary(words, &again.errors))
        (next::head(visitor, talk, kind.clone(), if parts.len() > FEW { jumps } else { vec![] }))
        (desk(work, &words.say("conversation-beside"), facts::beside(visitor, talk, &clock, pack, guide)))
    };
    let title = words.with(
        "conversation-title",
        &[("kind", kind.into()), ("name", other_name(talk).into())],
    );
    let place = guide
        .and_then(|guide| policy::place_of(guide.kind))
        .unwrap_or_default();
    Ok(visitor.page(Sheet {
        room: "conversations",
        title,
        body: crate::library::with_toolkit(visitor, place, body),
        footer: Some(html! { (words.say("conversation-footer")) }),
    }))
}

fn other_name(talk: &Talk) -> String {
    talk.name(if talk.seat == Seat::Teacher {
        policy::Side::Evaluator
    } else {
        policy::Side::Teacher
    })
}

async fn parts(
    visitor: &Visitor,
    talk: &Talk,
    clock: &Clock<'_>,
    pack: &Pack,
    guide: Option<&Guide>,
    again: &Again,
) -> Result<Vec<Part>, Fault> {
    let part = |id, key, matter| Part { id, key, matter };
    let mut work = talk.work(visitor);
    work.take_again(again.typed.clone(), again.asked.clone());
    let ahead = clock.phase == Phase::Ahead;
    let mut parts = vec![];
    if let Some(guide) = guide {
        parts.push(part(
            "preparation",
            "conversation-preparation",
            preparation::matter(visitor, talk, guide, ahead, again, &work),
        ));
        if talk.seat == Seat::Evaluator && talk.it.is_open() {
            let points = part(
                "talking-points",
                "conversation-talking-points",
                talking_points::matter(visitor, talk, pack)?,
            );
            // While they talk, what to say comes first; before, what to write, and afterwards the points are over.
            parts.insert(usize::from(ahead), points);
        }
    }
    parts.push(part(
        "notes",
        "conversation-notes",
        notes::matter(visitor, talk, again, &work),
    ));
    if talk.seat != Seat::Reader {
        parts.push(part(
            "private",
            "conversation-private",
            notes::private(visitor, talk, &work),
        ));
    }
    parts.push(part(
        "promises",
        "conversation-promises",
        promises::matter(visitor, talk, again, &work),
    ));
    parts.push(part(
        "we-met",
        "conversation-we-met",
        met::matter(visitor, talk, again),
    ));
    if let Some(matter) = arrange(visitor, talk, pack).await? {
        parts.push(part("arrange", "conversation-arrange", matter));
    }
    Ok(parts)
}

/// Moving it, calling it off, and the letter that invites: for whoever may.
async fn arrange(visitor: &Visitor, talk: &Talk, pack: &Pack) -> Result<Option<Markup>, Fault> {
    let words = visitor.words;
    if !talk.it.is_open() || !talk.may_schedule(visitor).await? {
        return Ok(None);
    }
    let moves = talk.it.met_teacher.is_none() && talk.it.met_evaluator.is_none();
    let may_end = talk.it.met_teacher.is_none() || talk.seat == Seat::Reader;
    let invitation = matches!(
        fitting(&talk.page.record, pack, &talk.stream),
        Fitting::Message(_)
    );
    Ok(Some(html! {
        div.acts {
            @if moves { (link_button(&format!("{}/move", talk.path()), words.say("conversation-move"))) }
            @if may_end { (link_button(&format!("{}/cancel", talk.path()), words.say("conversation-call-off"))) }
            @if invitation { (link_button(&messages::new_address(talk.page.record.teacher, &talk.stream), words.say("conversation-invitation"))) }
        }
    }))
}
