//! Random rules and random inputs: two evaluators that know nothing of each other agree, the trace stands alone, and
//! nothing that is handed in makes either of them stumble.

mod author;

use super::naive::{Lack, Naive, R, V, parse};
use super::{folder, systems};
use author::random;
use policy::rule;
use policy::rule::{Given, Rule, Rules, Seen, Stop, Trace, Value, vectors};
use proptest::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

fn agree(seen: &Seen, naive: &R) -> bool {
    match (seen, naive) {
        (Ok(Value::Number(a)), Ok(V::Number(b))) => parse(&a.to_string()).as_ref() == Some(b),
        (Ok(Value::Label(a)), Ok(V::Word(b))) => **a == **b,
        (Ok(Value::YesNo(a)), Ok(V::YesNo(b))) => a == b,
        (Ok(Value::List(a)), Ok(V::List(b))) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| agree(a, b))
        }
        (Err(stop), Err(none)) => stop.is_missing() == (*none == Lack::Missing),
        _ => false,
    }
}

/// Every output by both evaluators, and the trace by itself.
fn both_agree(text: &str, rule: &Rule, given: &Given, name: &str) {
    let inputs = rule.inputs(given);
    let rating = rule.rate(&inputs);
    let file: toml::Table = text.parse().unwrap();
    let rules = file["rule"].as_array().unwrap().iter();
    let table = rules
        .map(|rule| rule.as_table().unwrap())
        .find(|one| one["id"].as_str() == Some(&rule.id));
    let naive = Naive {
        file: &file,
        rule: table.unwrap(),
        inputs: given,
        done: RefCell::default(),
    };
    for (output, seen) in rating.outputs() {
        let other = naive.value(output);
        assert!(
            agree(seen, &other),
            "{name}: {output} is {seen:?} and {other:?}\n{given:?}\n{text}"
        );
    }
    let trace = rating.trace();
    let json = serde_json::to_string(&trace).unwrap();
    let read: Trace = serde_json::from_str(&json).unwrap();
    assert_eq!(read, trace);
    assert_eq!(read.verify(), Ok(()), "{name}: {json}");
}

#[test]
fn a_naive_evaluator_agrees_on_random_rules() {
    let long = std::env::var_os("FORTHRIGHT_LONG").is_some();
    let (rules, inputs) = if long { (10_000, 10) } else { (400, 5) };
    // Seeds that once told the two apart.
    for seed in (0..rules).chain([1_059]) {
        let (text, rule, mut author) = random(seed);
        for _ in 0..inputs {
            let given = author.given();
            let fields: BTreeMap<String, Given> = given
                .fields()
                .filter(|(name, _)| rule.input_names().any(|input| **input == **name))
                .map(|(name, value)| (name.to_owned(), value.clone()))
                .collect();
            both_agree(
                &text,
                &rule,
                &Given::Record(fields),
                &format!("seed {seed}"),
            );
        }
    }
}

#[test]
fn a_naive_evaluator_agrees_on_every_published_and_derived_example() {
    let systems = systems();
    for file in ["vectors.json", "derived.json"] {
        for vector in vectors(&fs::read_to_string(folder().join(file)).unwrap()).unwrap() {
            let (name, rule) = systems
                .iter()
                .find_map(|(name, rules)| Some((name, vector.rule(&rules.rules)?)))
                .unwrap();
            let text = fs::read_to_string(folder().join(name)).unwrap();
            both_agree(&text, rule, &vector.inputs, &vector.id);
        }
    }
}

static SYSTEMS: LazyLock<Vec<(String, Rules)>> = LazyLock::new(systems);
static TEXTS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let names = SYSTEMS.iter().map(|(name, _)| name.clone());
    names
        .map(|name| {
            (
                name.clone(),
                fs::read_to_string(folder().join(name)).unwrap(),
            )
        })
        .collect()
});

proptest! {
    /// However a rule's file is damaged, reading it ends with a rule or with problems.
    #[test]
    fn a_damaged_file_is_told_and_never_panics(
        file in 0..18_usize,
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..6_u8), 1..6),
    ) {
        let (name, text) = &TEXTS[file];
        let mut text: Vec<char> = text.chars().collect();
        for (at, other, how) in damage {
            let (a, b) = (at.index(text.len()), other.index(text.len()));
            match how {
                0 => { text.remove(a); }
                1 => text.insert(a, text[b]),
                2 => text.swap(a, b),
                3 => { text.drain(a.min(b)..a.max(b).min(a.min(b) + 40)); }
                4 => text.splice(a..a, ['1', 'e', '9']).for_each(drop),
                _ => { let piece: Vec<char> = text[b..(b + 60).min(text.len())].to_vec(); text.splice(a..a, piece).for_each(drop); }
            }
            if text.is_empty() { text.push('#'); }
        }
        let text: String = text.into_iter().collect();
        if let Ok(rules) = rule::read(name, &text) {
            for rule in &rules.rules {
                let inputs = rule.inputs(&Given::Record(BTreeMap::new()));
                prop_assert_eq!(rule.rate(&inputs).trace().verify(), Ok(()));
            }
        }
    }

    /// Whatever is handed in, every rule gives an answer, and its trace follows.
    #[test]
    fn any_input_gets_an_answer(given in anything(), file in 0..18_usize) {
        let (_, rules) = &SYSTEMS[file];
        for rule in &rules.rules {
            let fields = rule.input_names().zip(given.iter().cycle());
            let given: BTreeMap<String, Given> = fields.map(|(name, given)| (name.to_string(), given.clone())).collect();
            let inputs = rule.inputs(&Given::Record(given));
            let rating = rule.rate(&inputs);
            prop_assert_eq!(rating.trace().verify(), Ok(()));
            let unfit = |seen: &Seen| matches!(seen, Err(Stop::NoRating(rule::Reason::Unfit { .. })));
            prop_assert!(!rating.outputs().any(|(_, seen)| unfit(seen)));
        }
    }
}

fn anything() -> impl Strategy<Value = Vec<Given>> {
    let leaf = prop_oneof![
        Just(Given::Nothing),
        any::<bool>().prop_map(Given::YesNo),
        (-50_i64..500, 1_i64..9)
            .prop_map(|(n, d)| Given::Number(policy::Exact::ratio(n, d).unwrap())),
        prop::sample::select(vec![
            "I",
            "Proficient",
            "LOW",
            "Expected",
            "H",
            "4",
            "1/3",
            "no such label"
        ])
        .prop_map(|word| Given::Text(word.to_owned())),
    ];
    let deep = leaf.prop_recursive(3, 20, 6, |inner| {
        let keys = prop::sample::select(vec![
            "label",
            "reason",
            "value",
            "source",
            "on",
            "s1",
            "rating",
            "weight_pct",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Given::List),
            prop::collection::btree_map(keys.prop_map(str::to_owned), inner, 0..4)
                .prop_map(Given::Record),
        ]
    });
    prop::collection::vec(deep, 1..6)
}
