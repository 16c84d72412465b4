//! Whether a rating was seen coming, as far as the record shows, and the written basis with its evidence.

use super::Basis;
use crate::components::{Shape, Tone, by, empty, row, rows, said, small, state};
use crate::history::things;
use domain::ratings::Released;
use domain::rationale::About;
use maud::{Markup, html};

/// What the record shows was said or shared before; nothing is read into texts.
pub fn coming(basis: &Basis<'_>, released: &Released) -> Markup {
    let words = basis.words;
    let mut facts: Vec<(jiff::civil::Date, Markup)> = vec![];
    let disc = |stream: &domain::Stream, line: String| {
        state(
            Shape::Disc,
            Tone::Plain,
            html! {
                @match things::address(stream) { Some(address) => { a href=(address) { (line) } } None => { (line) } }
            },
        )
    };
    for (stream, talk) in &basis.record.conversations {
        if let (Some(on), Some(guide)) = (talk.held_on, talk.guide) {
            let line = words.with(
                "rating-coming-talk",
                &[
                    ("kind", guide.as_str().into()),
                    ("date", words.date(on).into()),
                ],
            );
            facts.push((on, row(disc(stream, line), None, None)));
        }
    }
    for (stream, message) in &basis.record.messages {
        let (Some(sent), Some(on)) = (&message.sent, message.on) else {
            continue;
        };
        // The letter that hands over the rating did not announce it.
        if on >= released.on {
            continue;
        }
        let template = basis.pack.message(&sent.template);
        let names_range =
            template.is_some_and(|it| it.fields.iter().any(|field| field.name == NAMES_RANGE));
        let key = if names_range {
            "rating-coming-range"
        } else {
            "rating-coming-letter"
        };
        let label = template
            .map(|it| it.label.get(words.language().tag()).to_owned())
            .unwrap_or_default();
        let line = words.with(key, &[("date", words.date(on).into())]);
        facts.push((on, row(disc(stream, line), Some(html! { (label) }), None)));
    }
    facts.retain(|(on, _)| *on <= released.on);
    facts.sort_by_key(|(on, _)| *on);
    let shared = basis
        .record
        .lessons()
        .into_iter()
        .filter_map(|(_, it)| it.shared_on)
        .max();
    html! {
        @if facts.is_empty() { (empty(words.say("rating-coming-nothing"), None)) } @else { (rows(facts.into_iter().map(|(_, line)| line))) }
        @if let Some(last) = shared {
            (small(words.with("rating-coming-lessons", &[("count", basis.record.lessons().len().into()), ("date", words.date(last).into())])))
        }
    }
}

/// The field of the pack's letters that says where the rating can still fall.
const NAMES_RANGE: &str = "provisional_range";

fn link(basis: &Basis<'_>, stream: &domain::Stream) -> Option<Markup> {
    let address = things::address(stream)?;
    let title = things::title(basis.words, basis.pack, basis.record, stream);
    // The second reader of a decision reads of the year what stands on that page, and nothing else opens.
    let opens = super::allowed(basis.visitor, basis.record, access::Action::ReadRecord);
    Some(html! { @if opens { a href=(address) { (title) } } @else { (title) } })
}

/// Both rationales as they hold.
pub fn rationales(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    html! {
        @for about in About::ALL {
            @if let Some(version) = basis.record.rationale(about) {
                div.inside {
                    h3 { (words.say(&format!("rating-rationale-{}", about.as_str()))) }
                    (said(&version.text))
                    (by(words.with("rating-written-by", &[("name", basis.full(version.by).into()), ("date", words.date(version.on).into())])))
                    (rows(things::by_day(basis.record, &version.evidence).into_iter().filter_map(|it| link(basis, it))))
                }
            }
        }
    }
}
