//! The rating so far: a range while anything is missing, opened up by measure. Nobody has decided anything.

use crate::components::{
    Column, Scale, ScaleBand, ScaleValue, Shape, Table, TableShape, Tone, disclosure, said, scale,
    small, state, sub, table, unconfirmed,
};
use crate::ratings::plain;
use crate::visitor::Visitor;
use domain::ratings::calculation::{MeasureSoFar, SoFar, Standing, ToCome};
use domain::ratings::trace::NodeKind;
use maud::{Markup, html};
use policy::{Exact, Known, Pack};
use words::Words;

/// A rating's name.
pub fn rating_name(words: Words, pack: &Pack, id: &str) -> String {
    pack.rating
        .rating(id)
        .map(|rating| rating.label.get(words.language().tag()).to_owned())
        .unwrap_or_else(|| id.to_owned())
}

/// Points as they are shown: rounded half up, never computed with.
pub fn points(pack: &Pack, value: &Exact) -> String {
    value.to_decimal(pack.rating.shown_places.value)
}

/// A value that is underlined while the district has not confirmed it.
pub fn ruled(words: Words, text: String, known: Known) -> Markup {
    if known.settled() {
        html! { (text) }
    } else {
        unconfirmed(words, text)
    }
}

/// A fraction as people write it: `58⅓`, `25`, `37 1/2`.
pub fn mixed(value: &Exact) -> String {
    let text = value.to_string();
    let Some((top, bottom)) = text.split_once('/') else {
        return text;
    };
    let (Ok(top), Ok(bottom)) = (top.parse::<i64>(), bottom.parse::<i64>()) else {
        return text;
    };
    let (whole, rest) = (top / bottom, top % bottom);
    let whole = if whole == 0 {
        String::new()
    } else {
        whole.to_string()
    };
    match (rest, bottom) {
        (1, 3) => format!("{whole}⅓"),
        (2, 3) => format!("{whole}⅔"),
        (1, 2) => format!("{whole}½"),
        (1, 4) => format!("{whole}¼"),
        (3, 4) => format!("{whole}¾"),
        _ => format!("{whole} {rest}/{bottom}").trim_start().to_owned(),
    }
}

/// The bands of the scale of 0 to 100, with those marked that hold.
pub fn scale_bands(words: Words, pack: &Pack, holds: &[String]) -> Vec<ScaleBand> {
    let known = pack.rating.cuts.known;
    let mut bands: Vec<ScaleBand> = vec![];
    for rating in &pack.rating.ratings {
        let begins = pack.rating.begins(&rating.id);
        let said = match begins {
            Some(begins) => ruled(
                words,
                words.with("scale-from", &[("points", mixed(begins).into())]),
                known,
            ),
            None => html! { (words.say("scale-from-zero")) },
        };
        bands.push(ScaleBand {
            name: rating.label.get(words.language().tag()).to_owned(),
            from: begins.map_or_else(|| "0".to_owned(), |begins| begins.to_decimal(3)),
            said,
            holds: holds.contains(&rating.id),
        });
    }
    bands
}

/// The section's matter.
pub fn so_far(visitor: &Visitor, pack: &Pack, so_far: &SoFar, own: bool) -> Markup {
    let words = visitor.words;
    let possible: Vec<String> = so_far
        .ratings
        .iter()
        .map(|id| rating_name(words, pack, id))
        .collect();
    let (low, high) = (points(pack, &so_far.low), points(pack, &so_far.high));
    let sentence = if own {
        "so-far-possible"
    } else {
        "so-far-possible-of-teacher"
    };
    let picture = Scale {
        summary: words.with(
            "so-far-summary",
            &[("low", low.clone().into()), ("high", high.clone().into())],
        ),
        top: "100".to_owned(),
        bands: scale_bands(words, pack, &so_far.ratings),
        value: ScaleValue::Range(so_far.low.to_decimal(3), so_far.high.to_decimal(3)),
        near: None,
    };
    if so_far
        .measures
        .iter()
        .all(|measure| measure.state == Standing::Missing)
    {
        return html! {
            (said(words.say("so-far-nothing")))
            (by_measure(words, pack, so_far, &low, &high))
        };
    }
    html! {
        (by_measure(words, pack, so_far, &low, &high))
        (said(html! { (words.say(sentence)) " " strong { (words.list_or(&possible)) } "." }))
        @for needed in &so_far.needed {
            (small(words.with("so-far-needed", &[("rating", rating_name(words, pack, &needed.rating).into()), ("points", points(pack, &needed.points).into()), ("of", points(pack, &needed.of).into())])))
        }
        (scale(&picture))
        @if !pack.rating.cuts.known.settled() {
            (small(html! { (state(Shape::Diamond, Tone::Soon, words.say("not-confirmed"))) " " (words.say("so-far-not-confirmed")) }))
        }
    }
}

/// The wider range, one disclosure below the narrower one: whatever may still come.
pub fn to_come(visitor: &Visitor, pack: &Pack, range: &ToCome) -> Markup {
    let words = visitor.words;
    let names: Vec<String> = range
        .ratings
        .iter()
        .map(|id| rating_name(words, pack, id))
        .collect();
    let open = range.measures.iter().filter(|measure| measure.open);
    let open: Vec<String> = open
        .filter_map(|measure| pack.measures.measure(&measure.id))
        .map(|measure| measure.label.get(words.language().tag()).to_owned())
        .collect();
    let said = words.with(
        "to-come-range",
        &[
            ("low", points(pack, &range.low).into()),
            ("high", points(pack, &range.high).into()),
            ("ratings", words.list_or(&names).into()),
        ],
    );
    disclosure(
        words.say("to-come"),
        html! {
            p { (said) }
            p { (words.say("to-come-why")) }
            @if !open.is_empty() { p { (words.with("to-come-open", &[("measures", words.list(&open).into())])) } }
        },
    )
}

fn by_measure(words: Words, pack: &Pack, so_far: &SoFar, low: &str, high: &str) -> Markup {
    let rows = so_far
        .measures
        .iter()
        .map(|measure| row(words, pack, measure))
        .collect();
    let together = words.with("so-far-to", &[("low", low.into()), ("high", high.into())]);
    table(&Table {
        caption: Some(words.say("so-far-caption")),
        shape: TableShape::Stack,
        columns: vec![
            Column::words(words.say("so-far-measure")),
            Column::words(words.say("so-far-today")),
            Column::words(words.say("so-far-rests")).short(words.say("so-far-rests-short")),
            Column::figures(words.say("so-far-points")),
        ],
        rows,
        foot: Some(vec![
            html! { (words.say("so-far-together")) },
            html! {},
            html! {},
            html! { (together) },
        ]),
        class: "",
    })
}

fn row(words: Words, pack: &Pack, measure: &MeasureSoFar) -> Vec<Markup> {
    let label = pack
        .measures
        .measure(&measure.id)
        .map(|it| it.label.get(words.language().tag()).to_owned())
        .unwrap_or_default();
    let (shape, key) = match measure.state {
        Standing::Missing => (Shape::Ring, "so-far-state-missing"),
        Standing::SoFar => (Shape::Half, "so-far-state-so-far"),
        Standing::Final => (Shape::Disc, "so-far-state-final"),
    };
    let value = if measure.low == measure.high {
        words.with(
            "so-far-of",
            &[
                ("points", points(pack, &measure.low).into()),
                ("weight", mixed(&measure.weight).into()),
            ],
        )
    } else {
        words.with(
            "so-far-to",
            &[
                ("low", mixed(&measure.low).into()),
                ("high", mixed(&measure.high).into()),
            ],
        )
    };
    let rests = rests_on(words, measure)
        .unwrap_or_else(|| words.say(&format!("so-far-missing-{}", measure.id)));
    vec![
        html! { (label) },
        html! {
            (state(shape, Tone::Plain, words.say(key)))
            @if let Some(band) = &measure.band {
                (sub(words.with("so-far-band", &[("rating", rating_name(words, pack, band).into())])))
            }
        },
        html! { (rests) },
        html! { (value) },
    ]
}

/// What stands below a measure's points: a mean of so many things, or what was entered; and what may still come.
fn rests_on(words: Words, measure: &MeasureSoFar) -> Option<String> {
    let raw = measure.trace.as_ref()?.children.first()?.children.first()?;
    let value = words.decimal(&raw.shown);
    let on = match raw.children.first() {
        Some(part) => {
            let key = match part.kind {
                NodeKind::Lesson => "so-far-on-lessons",
                NodeKind::Goal => "so-far-on-goals",
                NodeKind::Indicator => "so-far-on-indicators",
                _ => "so-far-on-levels",
            };
            words.with(
                key,
                &[("count", raw.children.len().into()), ("mean", value.into())],
            )
        }
        None => words.with(
            "so-far-on-percent",
            &[("percent", words.decimal(&plain(&raw.value)).into())],
        ),
    };
    let more = match measure.state {
        Standing::SoFar => words.say("so-far-more"),
        Standing::Missing | Standing::Final => return Some(on),
    };
    Some(words.with("so-far-on-and", &[("on", on.into()), ("more", more.into())]))
}
