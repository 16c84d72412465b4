//! Levels from 1 to 7 by indicator, in four bands: where each stands now, where it stood, and the
//! person's own rating. Never the overall rating; always with its table.

use maud::{Markup, html};
use words::Words;

use super::geometry::Tenths;
use super::{Column, Shape, Table, disclosure, key, shape, sub, table};

/// One indicator.
#[derive(Clone, Debug, Default)]
pub struct Mark {
    /// "I.5".
    pub id: String,
    /// "Checks for understanding", for the table.
    pub name: String,
    /// The latest level; nothing if it was not rated yet.
    pub now: Option<u8>,
    /// An earlier level, drawn where it differs.
    pub earlier: Option<u8>,
    /// The person's own rating.
    pub own: Option<u8>,
    /// Where the level comes from, for the table.
    pub from: Markup,
}

/// One group of indicators.
#[derive(Clone, Debug, Default)]
pub struct Stave {
    /// "Instruction".
    pub label: String,
    /// Its indicators, in order.
    pub marks: Vec<Mark>,
}

/// The bands of the framework, from low to high.
#[derive(Clone, Debug, Default)]
pub struct Bands {
    /// Name and lowest level of each: Not Meeting 1, Approaching 3, Effective 5, Distinguished 7.
    pub bands: Vec<(String, u8)>,
    /// The band whose beginning is dotted: the third, counted from 0.
    pub threshold: usize,
    /// The highest level.
    pub top: u8,
}

impl Bands {
    fn of(&self, level: u8) -> &str {
        self.bands
            .iter()
            .rev()
            .find(|(_, from)| level >= *from)
            .map_or("", |(name, _)| name)
    }

    /// The line under a level, in tenths.
    fn under(&self, level: u8) -> i64 {
        TOP + (i64::from(self.top) + 1 - i64::from(level)) * STEP
    }

    fn middle(&self, level: u8) -> i64 {
        self.under(level) - STEP / 2
    }
}

/// Tenths of a unit: the upper edge, one level, the column of an indicator.
const TOP: i64 = 60;
const STEP: i64 = 150;
const COLUMN: i64 = 340;
/// Tenths for a letter of the longest band's name, at 11 px.
const LETTER: i64 = 54;

/// The staves side by side, their key, and their table behind a disclosure.
/// `own` says whose rating the squares are: "your self-rating", "her self-rating".
pub fn staves(words: Words, staves: &[Stave], bands: &Bands, own: Option<&str>) -> Markup {
    let marks = || staves.iter().flat_map(|stave| &stave.marks);
    let threshold = bands
        .bands
        .get(bands.threshold)
        .map_or("", |(name, _)| name.as_str());
    let mut items = vec![html! { (shape(Shape::Disc)) " " (words.say("stave-now")) }];
    if marks().any(|mark| mark.earlier.is_some()) {
        items.push(html! { (shape(Shape::Ring)) " " (words.say("stave-earlier")) });
    }
    if marks().any(|mark| mark.own.is_some()) {
        let own = own.map_or_else(|| words.say("stave-own"), ToOwned::to_owned);
        items.push(html! { (shape(Shape::Square)) " " (own) });
    }
    items.push(html! { (words.with("stave-threshold", &[("band", threshold.to_owned().into())])) });
    html! {
        div.staves { @for stave in staves { (one(words, stave, bands)) } }
        (key(items))
        (disclosure(words.say("same-as-table"), twin(words, staves, bands)))
    }
}

fn twin(words: Words, staves: &[Stave], bands: &Bands) -> Markup {
    table(&Table {
        columns: vec![
            Column::words(words.say("indicator-column")),
            Column::words(words.say("level-now-column")),
            Column::words(words.say("level-from-column")),
        ],
        rows: staves
            .iter()
            .flat_map(|stave| &stave.marks)
            .map(|mark| {
                vec![
                    html! { (mark.id) " " (sub(&mark.name)) },
                    html! { (level(words, bands, mark.now)) },
                    mark.from.clone(),
                ]
            })
            .collect(),
        ..Table::default()
    })
}

fn level(words: Words, bands: &Bands, level: Option<u8>) -> String {
    level.map_or_else(
        || words.say("level-none"),
        |level| {
            words.with(
                "level-in-band",
                &[("level", level.into()), ("band", bands.of(level).into())],
            )
        },
    )
}

fn one(words: Words, stave: &Stave, bands: &Bands) -> Markup {
    let longest = bands
        .bands
        .iter()
        .map(|(name, _)| name.chars().count())
        .max()
        .unwrap_or(0);
    let left = i64::try_from(longest).unwrap_or(0) * LETTER + 70;
    let width = left + i64::try_from(stave.marks.len()).unwrap_or(0) * COLUMN;
    let bottom = bands.under(1);
    let height = Tenths(bottom + 340);
    let (right, name_at) = (Tenths(width), Tenths(left - 60));
    let said: Vec<String> = stave
        .marks
        .iter()
        .map(|mark| {
            let level = mark
                .now
                .map_or_else(|| words.say("level-none"), |level| level.to_string());
            words.with(
                "stave-level",
                &[("id", (&mark.id).into()), ("level", level.into())],
            )
        })
        .collect();
    let summary = words.with(
        "stave-summary",
        &[
            ("label", (&stave.label).into()),
            ("levels", said.join(", ").into()),
        ],
    );
    html! {
        figure.stave {
            figcaption { (stave.label) }
            svg width=(right) height=(height) viewBox={ "0 0 " (right) " " (height) } role="img" aria-label=(summary) {
                path.band d={ "M" (Tenths(left)) " " (Tenths(TOP)) "H" (right) "M" (Tenths(left)) " " (Tenths(bottom)) "H" (right) } {}
                @for (at, (name, from)) in bands.bands.iter().enumerate() {
                    @let upper = bands.bands.get(at + 1).map_or(TOP, |(_, next)| bands.under(*next));
                    @let lower = bands.under(*from);
                    @if at > 0 {
                        path.band[at != bands.threshold].line-e[at == bands.threshold]
                            d={ "M" (Tenths(left)) " " (Tenths(lower)) "H" (right) } {}
                    }
                    text x=(name_at) y=(Tenths((upper + lower) / 2 + 40)) text-anchor="end" { (name) }
                }
                @for (at, mark) in stave.marks.iter().enumerate() {
                    (drawn(mark, bands, left + i64::try_from(at).unwrap_or(0) * COLUMN + COLUMN / 2, bottom))
                }
            }
        }
    }
}

fn drawn(mark: &Mark, bands: &Bands, x: i64, bottom: i64) -> Markup {
    let centre = Tenths(x);
    let other = |level: Option<u8>| level.filter(|level| Some(*level) != mark.now);
    let stem = |level: u8, now: u8| {
        html! { path.stem d={ "M" (centre) " " (Tenths(bands.middle(level))) "V" (Tenths(bands.middle(now))) } {} }
    };
    html! {
        @if let (Some(level), Some(now)) = (other(mark.earlier), mark.now) {
            (stem(level, now))
            circle.was cx=(centre) cy=(Tenths(bands.middle(level))) r="3.5" {}
        }
        @if let Some(level) = other(mark.own) {
            @if let Some(now) = mark.now { (stem(level, now)) }
            rect.own x=(Tenths(x - 40)) y=(Tenths(bands.middle(level) - 40)) width="8" height="8" {}
        }
        @if let Some(level) = mark.own.filter(|level| Some(*level) == mark.now) {
            rect.own x=(Tenths(x - 65)) y=(Tenths(bands.middle(level) - 65)) width="13" height="13" {}
        }
        @match mark.now {
            Some(now) => {
                circle.now cx=(centre) cy=(Tenths(bands.middle(now))) r="4.5" {}
                text.val x=(centre) y=(Tenths(bottom + 150)) text-anchor="middle" { (now) }
            }
            None => { path.none d={ "M" (Tenths(x - 40)) " " (Tenths(bottom + 110)) "h8" } {} }
        }
        text.id x=(centre) y=(Tenths(bottom + 300)) text-anchor="middle" { (mark.id) }
    }
}
