//! What alone would change a rating: for each cut, the smallest change of every measure that carries across it.

use super::Basis;
use super::rule::measure_name;
use crate::components::{Column, Table, TableShape, small, table};
use crate::my_year::rating_so_far::mixed;
use domain::ratings::calculation::{Change, Step, changes};
use maud::{Markup, html};
use policy::Exact;

/// A table for each cut, from the lowest; nothing while something is missing.
pub fn what_would_change(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    let inputs = basis.record.rating_inputs(basis.pack);
    let Some(found) = changes(&inputs, basis.pack) else {
        return html! {};
    };
    let cuts = basis.pack.rating.cuts.value.iter();
    html! {
        @for cut in cuts {
            @let across: Vec<&Change> = found.iter().filter(|change| change.cut == *cut).collect();
            @if let Some(first) = across.first() { (of_cut(basis, first, &across)) }
        }
        @if found.is_empty() { p { (words.say("rating-changes-none")) } }
        (small(words.say("rating-changes-note")))
    }
}

fn of_cut(basis: &Basis<'_>, first: &Change, across: &[&Change]) -> Markup {
    let words = basis.words;
    let caption = words.with(
        if first.upward {
            "rating-changes-up"
        } else {
            "rating-changes-down"
        },
        &[
            ("rating", basis.rating(&first.rating).into()),
            ("begins", mixed(&first.cut).into()),
        ],
    );
    let rows = across.iter().map(|change| {
        vec![
            html! { (measure_name(words, basis.pack, &change.measure)) },
            html! { (step(basis, change)) },
        ]
    });
    table(&Table {
        caption: Some(caption),
        shape: TableShape::Stack,
        columns: ["rating-changes-measure", "rating-changes-step"]
            .map(|key| Column::words(words.say(key)))
            .to_vec(),
        rows: rows.collect(),
        foot: None,
        class: "",
    })
}

fn step(basis: &Basis<'_>, change: &Change) -> String {
    let words = basis.words;
    let level = |value: &u8| i64::from(*value).into();
    let key = |name: &str| {
        let way = if change.upward { "up" } else { "down" };
        format!("rating-change-{name}-{way}")
    };
    match &change.step {
        Step::Lesson {
            observation,
            indicator,
            from,
            to,
        } => {
            let on = basis.record.lessons().into_iter().find_map(|(stream, it)| {
                let lesson = it.lesson.as_ref()?;
                (stream.to_string() == *observation).then_some(lesson.on)
            });
            let on = on.map_or_else(String::new, |on| words.day(on));
            words.with(
                "rating-change-lesson",
                &[
                    ("indicator", indicator.into()),
                    ("date", on.into()),
                    ("from", level(from)),
                    ("to", level(to)),
                ],
            )
        }
        Step::Professionalism {
            indicator,
            from,
            to,
        } => words.with(
            "rating-change-level",
            &[
                ("indicator", indicator.into()),
                ("from", level(from)),
                ("to", level(to)),
            ],
        ),
        Step::Percent { from, to } => words.with(
            &key("percent"),
            &[
                ("from", percent(basis, from).into()),
                ("to", percent(basis, to).into()),
            ],
        ),
        Step::Pupils { goal, points } => words.with(
            &key("pupils"),
            &[("goal", goal.into()), ("points", i64::from(*points).into())],
        ),
    }
}

/// Two decimals, with the exact value where they round it.
fn percent(basis: &Basis<'_>, value: &Exact) -> String {
    let words = basis.words;
    let shown = value.to_decimal(2);
    let exactly = shown.parse::<Exact>().is_ok_and(|shown| shown == *value);
    let shown = words.decimal(shown.trim_end_matches('0').trim_end_matches('.'));
    if exactly {
        words.with("rating-percent", &[("percent", shown.into())])
    } else {
        words.with(
            "rating-change-about",
            &[("percent", shown.into()), ("exact", mixed(value).into())],
        )
    }
}
