//! What an entered measure gives: fraction and points, opened up to their arithmetic.

use super::Entering;
use crate::components::{TraceLine, small, trace};
use crate::my_year::rating_so_far::{mixed, ruled};
use crate::ratings::plain;
use crate::school_year::sources;
use domain::ratings::calculation::{SoFar, so_far};
use domain::ratings::trace::{Between, Node};
use maud::{Markup, html};
use policy::Pack;
use words::Words;

/// Points and fraction of a measure, or why it has none.
pub fn gives(entering: &Entering<'_>, pack: &Pack, id: &str) -> Markup {
    let words = entering.visitor.words;
    let so_far: SoFar = so_far(&entering.page.record.rating_inputs(pack), pack);
    let Some(measure) = so_far.measures.iter().find(|measure| measure.id == id) else {
        return html! {};
    };
    let Some(node) = &measure.trace else {
        return small(words.with(
            "measures-gives-later",
            &[("weight", mixed(&measure.weight).into())],
        ));
    };
    trace(words, &[line(words, pack, node)], None)
}

fn line(words: Words, pack: &Pack, node: &Node) -> TraceLine {
    let weight = node.weight.as_ref().map(mixed).unwrap_or_default();
    let fraction = node.children.first();
    let sub = fraction.map(|fraction| {
        words.with(
            "measures-weight-times",
            &[
                ("weight", (&weight).into()),
                ("fraction", fraction.value.to_string().into()),
            ],
        )
    });
    TraceLine {
        name: words.say("measures-gives"),
        sub,
        exact: Some(node.value.to_string()),
        shown: words.decimal(&node.shown),
        body: fraction.map(|fraction| arithmetic(words, pack, fraction, node, &weight)),
        parts: vec![],
        open: false,
    }
}

fn arithmetic(words: Words, pack: &Pack, fraction: &Node, node: &Node, weight: &str) -> Markup {
    let Some(raw) = fraction.children.first() else {
        return html! {};
    };
    let goals: Vec<String> = raw
        .children
        .iter()
        .map(|goal| goal.value.to_string())
        .collect();
    html! {
        @if !goals.is_empty() { p { (words.with("measures-mean-of-goals", &[("goals", words.list(&goals).into()), ("mean", raw.value.to_string().into())])) } }
        @if let Some(cut) = &fraction.cut { p { (between(words, fraction, raw, cut)) } }
        p { (words.with("measures-points-are", &[("weight", weight.into()), ("fraction", fraction.value.to_string().into()), ("points", node.value.to_string().into())])) }
        p.by { (words.say("measures-rule-source")) " " (sources::noted(pack, words, &fraction.source)) }
    }
}

fn between(words: Words, fraction: &Node, raw: &Node, cut: &Between) -> Markup {
    let cuts = ruled(
        words,
        words.list(&[plain(&cut.lower), plain(&cut.upper)]),
        fraction.known,
    );
    let inside = raw.value > cut.lower && raw.value < cut.upper;
    let value = plain(&raw.value);
    if !inside {
        return html! { (words.with("measures-at-cut", &[("value", value.into()), ("fraction", fraction.value.to_string().into())])) " (" (cuts) ")" };
    }
    let line = words.with(
        "measures-between",
        &[
            ("value", (&value).into()),
            ("lower", plain(&cut.lower).into()),
            ("upper", plain(&cut.upper).into()),
            ("from", cut.lower_anchor.to_string().into()),
            ("to", cut.upper_anchor.to_string().into()),
            ("fraction", fraction.value.to_string().into()),
        ],
    );
    html! { (words.with("measures-lies-between", &[("value", (&value).into())])) " " (cuts) ". " (line) }
}
