//! The sum opened line by line, from a trace: what each line is called, its weight and fraction, the rule that gave it,
//! where it comes from, and a table of what went in. Nothing here computes a score.

use super::rule::{aggregate_key, finding, kind_key, measure_name, plain, rule_key};
use super::{Basis, table};
use crate::components::{TraceLine, rows, small, trace, unconfirmed};
use crate::school_year::sources;
use domain::ratings::trace::{Between, Node, NodeKind, Rule, Trace};
use maud::{Markup, html};
use policy::{Known, MeasureKind};
use words::{Value, Words};

/// The whole sum: groups, measures, and inside each how it came about.
pub fn sum(basis: &Basis<'_>, given: &Trace) -> Markup {
    let words = basis.words;
    let lines: Vec<TraceLine> = given
        .composite
        .children
        .iter()
        .map(|group| group_line(basis, given, group))
        .collect();
    let total = TraceLine {
        name: words.say(kind_key(NodeKind::Composite)),
        exact: Some(given.composite.value.to_string()),
        shown: words.decimal(&given.composite.shown),
        ..TraceLine::default()
    };
    html! {
        (trace(words, &lines, Some(&total)))
        (small(words.with("rating-sum-rule", &[
            ("rule", words.say(rule_key(given.composite.rule)).into()),
            ("name", (&given.rule).into()),
            ("pack", (&given.pack).into()),
            ("year", (&given.year).into()),
            ("version", given.version.into()),
        ])))
        @if !given.findings.is_empty() {
            h3 { (words.say("rating-findings")) }
            (rows(given.findings.iter().map(|it| html! { (finding(words, it)) })))
        }
    }
}

fn group_line(basis: &Basis<'_>, given: &Trace, group: &Node) -> TraceLine {
    let words = basis.words;
    let weight = group.weight.as_ref().map(plain).unwrap_or_default();
    TraceLine {
        name: words.say(kind_key(group.kind)),
        sub: Some(words.with("rating-points-of-100", &[("points", weight.into())])),
        exact: Some(group.value.to_string()),
        shown: words.decimal(&group.shown),
        body: None,
        parts: group
            .children
            .iter()
            .map(|measure| measure_line(basis, given, measure))
            .collect(),
        open: true,
    }
}

fn measure_line(basis: &Basis<'_>, given: &Trace, measure: &Node) -> TraceLine {
    let words = basis.words;
    let fraction = measure.children.first();
    let sub = measure
        .weight
        .as_ref()
        .zip(fraction)
        .map(|(weight, fraction)| {
            words.with(
                "rating-weight-times",
                &[
                    ("weight", plain(weight).into()),
                    ("fraction", fraction.value.to_string().into()),
                ],
            )
        });
    TraceLine {
        name: measure_name(words, basis.pack, &measure.id),
        sub,
        exact: Some(measure.value.to_string()),
        shown: words.decimal(&measure.shown),
        body: fraction.map(|fraction| how(basis, given, measure, fraction)),
        parts: vec![],
        open: measure.kind == NodeKind::Measure(MeasureKind::Observation),
    }
}

/// The arithmetic of a measure, its rules with their sources, and what went in.
fn how(basis: &Basis<'_>, given: &Trace, measure: &Node, fraction: &Node) -> Markup {
    let words = basis.words;
    let Some(raw) = fraction.children.first() else {
        return html! {};
    };
    html! {
        p { (arithmetic(words, fraction, raw)) " " (times(words, measure)) }
        @for node in [raw, fraction, measure] { p { (rule_of(basis, node)) } }
        @if measure.kind == NodeKind::Measure(MeasureKind::Observation) && !given.alternatives.is_empty() {
            p { (alternatives(words, given)) }
        }
        (table::went_in(basis, measure, raw))
    }
}

fn times(words: Words, measure: &Node) -> String {
    let weight = measure.weight.as_ref().map(plain).unwrap_or_default();
    words.with(
        "rating-times",
        &[
            ("weight", weight.into()),
            ("points", measure.value.to_string().into()),
        ],
    )
}

fn arithmetic(words: Words, fraction: &Node, raw: &Node) -> Markup {
    match (&fraction.cut, fraction.rule) {
        (Some(cut), _) => between(words, fraction, raw, cut),
        (None, Rule::IndicatorScale) => {
            let input = |key: &str| fraction.inputs.get(key).cloned().unwrap_or_default();
            let levels =
                input("max").parse().unwrap_or(0_i64) - input("min").parse().unwrap_or(0_i64);
            let values: [(&str, Value<'_>); 5] = [
                ("mean", raw.value.to_string().into()),
                ("min", input("min").into()),
                ("max", input("max").into()),
                ("levels", levels.into()),
                ("fraction", fraction.value.to_string().into()),
            ];
            html! { (words.with("rating-how-scale", &values)) }
        }
        (None, _) => html! { (words.say(rule_key(fraction.rule))) },
    }
}

fn between(words: Words, fraction: &Node, raw: &Node, cut: &Between) -> Markup {
    let value = raw_said(words, raw);
    let anchor = |anchor: &policy::Exact| Value::from(anchor.to_string());
    if raw.value <= cut.lower || raw.value >= cut.upper {
        let (at, stands) = if raw.value <= cut.lower {
            (&cut.lower, &cut.lower_anchor)
        } else {
            (&cut.upper, &cut.upper_anchor)
        };
        let key = if raw.value == *at {
            "rating-how-at-cut"
        } else {
            "rating-how-beyond-cut"
        };
        return html! {
            (words.with(key, &[("value", value.into())])) " " (ruled(words, plain(at), fraction.known)) ", "
            (words.with("rating-how-stands", &[("fraction", anchor(stands))]))
        };
    }
    let cuts = words.list(&[plain(&cut.lower), plain(&cut.upper)]);
    let line = [
        ("value", Value::from(plain(&raw.value))),
        ("lower", plain(&cut.lower).into()),
        ("upper", plain(&cut.upper).into()),
        ("from", anchor(&cut.lower_anchor)),
        ("to", anchor(&cut.upper_anchor)),
        ("fraction", anchor(&fraction.value)),
    ];
    html! {
        (words.with("rating-how-between", &[("value", value.into())])) " " (ruled(words, cuts, fraction.known)) ", "
        (words.with("rating-how-line", &line))
    }
}

/// The raw value of a measure as it is said: "66 %", "527/300".
fn raw_said(words: Words, raw: &Node) -> String {
    if raw.kind == NodeKind::Percent {
        words.with(
            "rating-percent",
            &[("percent", words.decimal(&plain(&raw.value)).into())],
        )
    } else {
        raw.value.to_string()
    }
}

/// A value of the pack, underlined while the district has not confirmed it.
pub fn ruled(words: Words, text: String, known: Known) -> Markup {
    if known.settled() {
        html! { (text) }
    } else {
        unconfirmed(words, text)
    }
}

/// The rule of one line in words, whether the district has confirmed it, and its source.
fn rule_of(basis: &Basis<'_>, node: &Node) -> Markup {
    let words = basis.words;
    let line = words.with(
        "rating-rule-line",
        &[
            ("what", words.say(kind_key(node.kind)).into()),
            ("rule", words.say(rule_key(node.rule)).into()),
        ],
    );
    html! {
        (line) " "
        @if !node.known.settled() { (unconfirmed(words, words.say("rating-unconfirmed"))) ". " }
        @if node.source != super::FROM_RECORD { (words.say("rating-source-is")) " " (sources::noted(basis.pack, words, &node.source)) "." }
    }
}

fn alternatives(words: Words, given: &Trace) -> String {
    let others: Vec<String> = given
        .alternatives
        .iter()
        .map(|other| {
            let points = words.decimal(&other.shown);
            words.with(aggregate_key(other.aggregate), &[("points", points.into())])
        })
        .collect();
    words.with(
        "rating-alternatives",
        &[("list", words.list(&others).into())],
    )
}
