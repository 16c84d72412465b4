//! What stands beside the field: the pack's points of a good rationale, examples of both kinds, and the descriptors of
//! each indicator with the levels that it was given.

use super::Desk;
use crate::components::{Shape, Tone, by, disclosure, said, small, state, unconfirmed};
use crate::history::things;
use domain::professionalism::{Moment, Side};
use domain::rationale::About;
use maud::{Markup, html};
use policy::{Concern, Indicator, RationaleExample};
use std::collections::BTreeMap;

/// R1 to R10.
pub fn points(desk: &Desk<'_>) -> Markup {
    let language = desk.basis.words.language().tag();
    html! {
        ul.rows {
            @for point in &desk.basis.pack.rationale.points {
                li { span.idx { (point.id) } " " (point.text.get(language)) }
            }
        }
    }
}

/// Good ones, and bad ones with what is wrong in them.
pub fn examples(desk: &Desk<'_>) -> Markup {
    let words = desk.basis.words;
    let wanted = match desk.about {
        About::Instruction => Concern::Instruction,
        About::Professionalism => Concern::Professionalism,
    };
    let examples = || {
        desk.basis
            .pack
            .rationale
            .examples
            .iter()
            .filter(|it| it.about == wanted)
    };
    html! {
        (disclosure(words.say("rationale-good"), html! { @for it in examples().filter(|it| it.good) { (example(desk, it)) } }))
        (disclosure(words.say("rationale-bad"), html! { @for it in examples().filter(|it| !it.good) { (example(desk, it)) } }))
    }
}

fn example(desk: &Desk<'_>, example: &RationaleExample) -> Markup {
    let language = desk.basis.words.language().tag();
    html! {
        div.inside {
            (said(example.text.get(language)))
            @if let Some(fault) = &example.fault { (by(fault.get(language))) }
        }
    }
}

/// Each indicator that the rationale is about, with its levels of the year and the words of each band.
pub fn descriptors(desk: &Desk<'_>) -> Markup {
    let basis = &desk.basis;
    let given = given(desk);
    let framework = &basis.pack.framework;
    let indicators: Vec<&Indicator> = match desk.about {
        About::Instruction => framework.observed().collect(),
        About::Professionalism => framework.professionalism().collect(),
    };
    html! {
        @for indicator in indicators {
            @let levels = given.get(indicator.id.as_str()).map(Vec::as_slice).unwrap_or_default();
            (disclosure(title(desk, indicator, levels), bands(desk, indicator, levels)))
        }
    }
}

/// Levels by indicator, the oldest first.
fn given(desk: &Desk<'_>) -> BTreeMap<String, Vec<u8>> {
    let record = desk.basis.record;
    match desk.about {
        About::Instruction => record
            .standing()
            .into_iter()
            .map(|(id, levels)| (id, levels.iter().map(|level| level.score).collect()))
            .collect(),
        About::Professionalism => {
            let mut given: BTreeMap<String, Vec<u8>> = BTreeMap::new();
            for moment in [Moment::MidYear, Moment::EndOfYear] {
                for (id, seen) in record
                    .professionalism
                    .sent(moment, Side::Evaluator)
                    .iter()
                    .flat_map(|sent| &sent.seen)
                {
                    given.entry(id.clone()).or_default().extend(seen.score);
                }
            }
            given
        }
    }
}

fn title(desk: &Desk<'_>, indicator: &Indicator, levels: &[u8]) -> String {
    let words = desk.basis.words;
    let short = indicator.short.get(words.language().tag());
    let levels: Vec<String> = levels.iter().map(u8::to_string).collect();
    let levels = if levels.is_empty() {
        words.say("level-none")
    } else {
        levels.join(", ")
    };
    words.with(
        "rationale-indicator",
        &[
            ("id", (&indicator.id).into()),
            ("short", short.into()),
            ("levels", levels.into()),
        ],
    )
}

fn bands(desk: &Desk<'_>, indicator: &Indicator, levels: &[u8]) -> Markup {
    let words = desk.basis.words;
    let language = words.language().tag();
    let framework = &desk.basis.pack.framework;
    let latest = levels
        .last()
        .and_then(|level| framework.band(*level))
        .map(|band| band.rating.as_str());
    html! {
        @for band in &framework.bands {
            @let levels = if band.from == band.to { band.from.to_string() } else { format!("{}–{}", band.from, band.to) };
            @let name = words.with("rationale-band", &[("rating", desk.basis.rating(&band.rating).into()), ("levels", levels.into())]);
            div {
                @if latest == Some(band.rating.as_str()) {
                    p { (state(Shape::Disc, Tone::Plain, words.with("rationale-band-latest", &[("band", name.into())]))) }
                } @else {
                    p { strong { (name) } }
                }
                @if let Some(descriptor) = framework.descriptor(&indicator.id, &band.rating) {
                    p.small {
                        @if descriptor.placeholder { (unconfirmed(words, descriptor.text.get(language))) } @else { (descriptor.text.get(language)) }
                    }
                }
            }
        }
    }
}

/// The wordings that were shared, the latest first, each with what it rests on.
pub fn versions(desk: &Desk<'_>) -> Markup {
    let basis = &desk.basis;
    let words = basis.words;
    let versions = basis
        .record
        .rationales
        .get(&desk.stream)
        .map(|it| it.versions.as_slice())
        .unwrap_or_default();
    html! {
        @for version in versions.iter().rev() {
            div.inside {
                (said(&version.text))
                (by(words.with("rating-written-by", &[("name", basis.full(version.by).into()), ("date", words.date(version.on).into())])))
                (small(words.say("rationale-rests-on")))
                ul.rows {
                    @for it in things::by_day(basis.record, &version.evidence) {
                        li {
                            @let title = things::title(words, basis.pack, basis.record, it);
                            @match things::address(it) { Some(address) => { a href=(address) { (title) } } None => { (title) } }
                        }
                    }
                }
            }
        }
    }
}
