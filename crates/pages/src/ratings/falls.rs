//! Where a result falls among the pack's cuts, how far it is to the nearest, and what the ratings mean.

use super::Basis;
use super::rule::{over_one, plain};
use super::sum::ruled;
use crate::components::{
    Column, Scale, ScaleValue, Table, TableShape, arithmetic, key, scale, table,
};
use crate::my_year::rating_so_far::{mixed, scale_bands};
use domain::ratings::trace::{Placement, Trace};
use maud::{Markup, html};

/// The scale with its cuts, and the distance to the nearest one.
pub fn where_it_falls(basis: &Basis<'_>, trace: &Trace) -> Markup {
    let words = basis.words;
    let placement = &trace.placement;
    let composite = words.decimal(&trace.composite.shown);
    let holds = match &placement.open {
        Some(both) => both.to_vec(),
        None => vec![placement.calculated.clone()],
    };
    let near = (!placement.half_width.is_zero()).then(|| {
        let end = |value: policy::Exact| value.to_decimal(3);
        (
            end(&placement.nearest.begins - &placement.half_width),
            end(&placement.nearest.begins + &placement.half_width),
        )
    });
    let picture = Scale {
        summary: words.with(
            "rating-scale-summary",
            &[
                ("points", composite.clone().into()),
                ("rating", basis.rating(&placement.nearest.rating).into()),
                (
                    "begins",
                    words
                        .decimal(&placement.nearest.begins.to_decimal(2))
                        .into(),
                ),
            ],
        ),
        top: "100".to_owned(),
        bands: scale_bands(words, basis.pack, &holds),
        value: ScaleValue::Point(trace.composite.value.to_decimal(3)),
        near,
    };
    let width = plain(&placement.half_width);
    html! {
        (scale(&picture))
        (key([
            html! { (words.with("rating-scale-point", &[("points", composite.into())])) },
            html! { (words.with("rating-scale-near", &[("width", width.into())])) },
        ]))
        @if placement.open.is_none() { (arithmetic(distance(basis, trace, placement))) }
    }
}

/// How far it is to the nearest cut, in one line of arithmetic.
pub fn distance(basis: &Basis<'_>, trace: &Trace, placement: &Placement) -> Markup {
    let words = basis.words;
    let (composite, cut) = (&trace.composite.value, &placement.nearest.begins);
    let (larger, smaller) = if composite >= cut {
        (composite, cut)
    } else {
        (cut, composite)
    };
    let (over, under) = over_one(larger, smaller);
    let places = basis.pack.rating.shown_places.value + 1;
    let values = [
        ("larger", over.into()),
        ("smaller", under.into()),
        ("exact", placement.distance.to_string().into()),
        (
            "points",
            words.decimal(&placement.distance.to_decimal(places)).into(),
        ),
    ];
    let verdict = if placement.open.is_some() {
        "rating-distance-within"
    } else {
        "rating-distance-beyond"
    };
    html! {
        (words.with("rating-distance", &values)) " " (words.say(verdict)) " "
        (ruled(words, plain(&placement.half_width), placement.half_width_known)) "."
    }
}

/// The four ratings: where each begins, what it counts as, what the state calls it.
pub fn meanings(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    let language = words.language().tag();
    let rule = &basis.pack.rating;
    let rows = rule
        .ratings
        .iter()
        .map(|rating| {
            let begins = match rule.begins(&rating.id) {
                Some(begins) => ruled(words, mixed(begins), rule.cuts.known),
                None => html! { "0" },
            };
            let yes = if rating.effective {
                "rating-shows-effectiveness"
            } else {
                "rating-shows-none"
            };
            vec![
                html! { (rating.label.get(language)) },
                begins,
                html! { (words.say(yes)) },
                html! { (rating.state.get(language)) },
            ]
        })
        .collect();
    table(&Table {
        caption: Some(words.say("rating-meanings-caption")),
        shape: TableShape::Stack,
        columns: vec![
            Column::words(words.say("rating-column")),
            Column::words(words.say("rating-from-points")),
            Column::words(words.say("rating-counts-as")),
            Column::words(words.say("rating-state-name")),
        ],
        rows,
        foot: None,
        class: "",
    })
}
