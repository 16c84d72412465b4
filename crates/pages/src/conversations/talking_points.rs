//! What could be said and what is better left out, with the teacher's own shared facts filled in. The evaluator's alone.

use super::Talk;
use crate::components::{by, disclosure, rows, said};
use crate::fault::Fault;
use crate::messages::fields::Facts;
use crate::visitor::Visitor;
use domain::situations::situations;
use letters::template::render_line;
use maud::{Markup, html};
use policy::{Pack, TalkingPoint};
use serde_json::Value;

/// Asked for in every guided conversation (`leap.md` 6.4).
const ASPIRATIONS: &str = "aspirations";

/// The gravest situation's points stand open, those of the others wait behind their names.
pub fn matter(visitor: &Visitor, talk: &Talk, pack: &Pack) -> Result<Markup, Fault> {
    let words = visitor.words;
    let (year, _) = visitor.open_year()?;
    let facts = Facts::of_year(visitor, words, &talk.page, pack, year.days()?);
    let fields = facts.of_talk();
    let found = situations(&talk.page.record, pack);
    let mut ids: Vec<&str> = found.iter().map(|found| found.situation.as_str()).collect();
    ids.push(ASPIRATIONS);
    let mut groups = ids.into_iter().filter_map(|id| {
        let points: Vec<&TalkingPoint> = pack.talking_points(id, talk.kind).collect();
        (!points.is_empty()).then(|| (id, group(visitor, &facts, &fields, &points)))
    });
    let first = groups.next();
    Ok(html! {
        @if let Some((id, first)) = first {
            p { (talk_for(visitor, id)) }
            (first)
        }
        @for (id, group) in groups { (disclosure(talk_for(visitor, id), group)) }
    })
}

/// Which points these are.
fn talk_for(visitor: &Visitor, id: &str) -> String {
    let words = visitor.words;
    if id == ASPIRATIONS {
        return words.say("talk-aspirations");
    }
    let situation = words.say(&format!("situation-{id}"));
    words.with("talk-for", &[("situation", situation.into())])
}

fn group(visitor: &Visitor, facts: &Facts<'_>, fields: &Value, points: &[&TalkingPoint]) -> Markup {
    let words = visitor.words;
    let tag = words.language().tag();
    // A point that cannot be filled is left out: each is written so that it holds with no fact at all.
    let line = |point: &&&TalkingPoint| {
        render_line(point.text.get(tag), fields)
            .ok()
            .filter(|line| !line.is_empty())
    };
    let say = points.iter().filter(|point| point.say);
    let avoid: Vec<String> = points
        .iter()
        .filter(|point| !point.say)
        .filter_map(|point| line(&point))
        .collect();
    html! {
        h3 { (words.say("talk-say")) }
        ul.rows.talk {
            @for point in say {
                @if let Some(line) = line(&point) { li { (said(line)) (sources(visitor, facts, point)) } }
            }
        }
        @if !avoid.is_empty() {
            h3 { (words.say("talk-leave-out")) }
            (rows(avoid.into_iter().map(|line| html! { (line) })))
        }
    }
}

/// The lessons that a point quotes.
fn sources(visitor: &Visitor, facts: &Facts<'_>, point: &TalkingPoint) -> Markup {
    let words = visitor.words;
    let used = policy::fields_of(point.text.get(words.language().tag()));
    let seen = [("date_high", facts.highest()), ("date_low", facts.lowest())];
    let lessons: Vec<_> = seen
        .into_iter()
        .filter(|(field, _)| used.contains(*field))
        .filter_map(|(_, seen)| seen)
        .collect();
    html! {
        @for seen in lessons {
            (by(html! {
                (words.with("talk-source", &[("indicator", (&seen.indicator).into()), ("level", u32::from(seen.level).into())])) " "
                a href={ "/observations/" (seen.lesson.key) } { (words.with("talk-lesson", &[("date", words.day(seen.on).into())])) }
            }))
        }
    }
}
