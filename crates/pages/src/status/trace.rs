//! How a standing came about: one line a year, the numbers of the pack, and what to look at.

use super::{Basis, spoken};
use crate::components::{
    Column, Shape, Table, TableShape, Tone, empty, rows, small, state, sub, table, unconfirmed,
};
use crate::people::employment;
use domain::status::{Line, Number, Origin, Rule, Standing, Trace};
use maud::{Markup, Render, html};
use words::Words;

/// The shape of a standing beside its words.
pub fn mark(standing: &Standing, text: impl Render) -> Markup {
    let (shape, tone) = match standing {
        Standing::AtRisk { .. } => (Shape::HalfDiamond, Tone::Soon),
        Standing::Lost { .. } => (Shape::FullDiamond, Tone::Grave),
        Standing::Probationary { counted: 0, .. } => (Shape::Ring, Tone::Plain),
        Standing::Probationary { .. } => (Shape::Rising, Tone::Plain),
        Standing::NonProbationary => (Shape::Disc, Tone::Plain),
        Standing::Outside | Standing::Unknown => (Shape::Bar, Tone::Quiet),
    };
    state(shape, tone, text)
}

/// The years, the oldest first.
pub fn years(basis: &Basis<'_>, trace: &Trace) -> Markup {
    let words = basis.words;
    if trace.lines.is_empty() {
        return empty(words.say("status-no-years"), None);
    }
    let columns = ["year", "rating", "from", "did"]
        .map(|key| Column::words(words.say(&format!("status-column-{key}"))))
        .to_vec();
    html! {
        @if let Some(began) = trace.began {
            p {
                (words.with("status-began", &[("class", employment(words, began).into())]))
                @if let Some(by) = trace.began_by { " " (rule(words, by)) }
            }
        }
        (table(&Table {
            shape: TableShape::Stack,
            columns,
            rows: trace.lines.iter().map(|line| cells(basis, trace, line)).collect(),
            ..Table::default()
        }))
    }
}

fn cells(basis: &Basis<'_>, trace: &Trace, line: &Line) -> Vec<Markup> {
    let words = basis.words;
    let rated = if line.origin.is_none() {
        words.say("status-not-known")
    } else {
        spoken::rating(words, basis.pack, line.rating.as_deref())
    };
    vec![
        html! { span.num { (line.year.as_str()) } },
        html! {
            (rated)
            @for it in spoken::service(words, line.service, &line.district) { (sub(it)) }
        },
        html! { (from(basis, line)) },
        html! {
            (did(words, trace, line))
            @if let Some(by) = line.rule { (sub(rule(words, by))) }
            @if !line.settled && line.rule.is_some() { (sub(words.say("status-unsettled"))) }
        },
    ]
}

/// What a year did, and whether a source settles that.
pub fn did(words: Words, trace: &Trace, line: &Line) -> Markup {
    let effect = spoken::effect(words, trace, line);
    html! {
        @if line.settled || line.rule.is_none() { (effect) } @else { (unconfirmed(words, effect)) }
    }
}

/// The rule in words, with its id and source.
pub fn rule(words: Words, rule: Rule) -> String {
    let says = words.say(&format!("status-rule-{}", rule.id()));
    words.with(
        "status-rule",
        &[
            ("says", says.into()),
            ("id", rule.id().into()),
            ("source", rule.source().into()),
        ],
    )
}

/// Where the rating is from; an imported one is marked with its file.
fn from(basis: &Basis<'_>, line: &Line) -> String {
    let words = basis.words;
    match (line.origin, basis.course.taken.get(&line.year)) {
        (None, _) => String::new(),
        (Some(Origin::Record), _) => words.say("status-from-record"),
        (Some(Origin::Imported), None) => words.say("status-from-roster"),
        (Some(Origin::Imported), Some(taken)) => words.with(
            "status-from-file",
            &[
                ("file", (&taken.file).into()),
                ("name", basis.full(taken.by).into()),
                ("date", words.date(taken.on).into()),
            ],
        ),
    }
}

/// The pack's two numbers, with their sources.
pub fn numbers(words: Words, trace: &Trace) -> Markup {
    let line = |key: &str, number: &Number| {
        let says = words.with(key, &[("count", number.value.into())]);
        html! {
            @if number.known.settled() { (says) } @else { (unconfirmed(words, says)) }
            (sub(html! { a href="/sources" { (words.with("status-source", &[("source", (&number.source).into())])) } }))
        }
    };
    rows([
        line("status-number-gain", &trace.gain),
        line("status-number-lose", &trace.lose),
    ])
}

/// What to look at before it is stated; nothing where there is nothing.
pub fn findings(words: Words, trace: &Trace) -> Markup {
    html! {
        @if !trace.findings.is_empty() {
            (rows(trace.findings.iter().map(|it| state(Shape::Diamond, Tone::Soon, spoken::finding(words, it)))))
        }
        @if !trace.is_settled() && trace.standing != Standing::Unknown { (small(words.say("status-demo"))) }
    }
}
