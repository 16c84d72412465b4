//! What holds of the published rules whatever is entered: better is never worse, the order of items changes nothing, a
//! changed trace is found out.

use super::{folder, rules};
use policy::Exact;
use policy::rule::{Branch, Form, Given, Kind, Line, Rule, Seen, Stop, Value, Vector, vectors};
use std::fs;

fn examples() -> Vec<Vector> {
    ["vectors.json", "derived.json"]
        .iter()
        .flat_map(|file| vectors(&fs::read_to_string(folder().join(file)).unwrap()).unwrap())
        .collect()
}

/// Inputs that say how something is counted, not how good it is.
const NOT_BETTER: [&str; 16] = [
    "standard",
    "standard_weight_pct",
    "standard_weights_pct",
    "weight_pct",
    "weights_pct",
    "weights",
    "multiplier",
    "tlf_weight",
    "informal_cycle",
    "scale_max",
    "any_component_is_1",
    "supplemental_test_used",
    "discretion",
    "raised",
    "students",
    "developing_from",
];

/// The same inputs with one value a little better, for each value that can be.
fn better(given: &Given, rule: &Rule, path: &str) -> Vec<Given> {
    match given {
        Given::Record(fields) => fields
            .iter()
            .filter(|(name, _)| !NOT_BETTER.contains(&name.as_str()) && !name.ends_with("_from"))
            .flat_map(|(name, value)| {
                let path = if path.is_empty() {
                    name.clone()
                } else {
                    format!("{path}.{name}")
                };
                better(value, rule, &path).into_iter().map(|raised| {
                    let mut fields = fields.clone();
                    fields.insert(name.clone(), raised);
                    Given::Record(fields)
                })
            })
            .collect(),
        Given::List(items) => items
            .iter()
            .enumerate()
            .flat_map(|(place, item)| {
                better(item, rule, path).into_iter().map(move |raised| {
                    let mut items = items.clone();
                    items[place] = raised;
                    Given::List(items)
                })
            })
            .collect(),
        Given::Number(number) if labels(rule, path).is_empty() => ["1/100", "1/2", "1", "10"]
            .iter()
            .map(|more| Given::Number(number + more.parse::<Exact>().unwrap()))
            .collect(),
        Given::YesNo(false) => vec![Given::YesNo(true)],
        Given::Text(_) | Given::Number(_) => {
            let word = match given {
                Given::Text(word) => word.clone(),
                Given::Number(number) => number.to_string(),
                _ => String::new(),
            };
            let labels = labels(rule, path);
            let place = labels.iter().position(|label| *label == word);
            let next = place.and_then(|place| labels.get(place + 1));
            next.map(|label| Given::Text(label.clone()))
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}

fn labels(rule: &Rule, path: &str) -> Vec<String> {
    let slot = rule.slots.iter().find(|slot| *slot.name == *path);
    slot.map(|slot| slot.labels.iter().map(ToString::to_string).collect())
        .unwrap_or_default()
}

/// The order of a step's labels, as the rule's own inputs or edges have it.
fn order(rule: &Rule, kind: &Kind) -> Vec<String> {
    let Kind::Label(scale) = kind else {
        return Vec::new();
    };
    let systems = super::systems();
    let mine = systems
        .iter()
        .find(|(_, rules)| rules.rules.iter().any(|other| other == rule));
    let scales = &mine.unwrap().1.scales;
    let found = scales.iter().find(|other| other.id == *scale);
    match found.map(|scale| &scale.form) {
        Some(policy::rule::ScaleForm::Labels(labels)) => {
            labels.iter().map(ToString::to_string).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn a_better_input_never_gives_a_worse_result() {
    let rules = rules();
    let mut compared = 0;
    for vector in examples() {
        let rule = vector.rule(&rules).unwrap();
        let orders: Vec<_> = rule
            .outputs
            .iter()
            .map(|step| order(rule, &rule.steps[*step].kind))
            .collect();
        let outputs = |given: &Given| -> Vec<Seen> {
            let inputs = rule.inputs(given);
            rule.rate(&inputs)
                .outputs()
                .map(|(_, seen)| seen.clone())
                .collect()
        };
        let before = outputs(&vector.inputs);
        for raised in better(&vector.inputs, rule, "") {
            for ((before, after), order) in before.iter().zip(outputs(&raised)).zip(&orders) {
                let rank = |label: &str| order.iter().position(|other| other == label);
                let fell = match (before, &after) {
                    (Ok(Value::Number(before)), Ok(Value::Number(after))) => after < before,
                    (Ok(Value::Label(before)), Ok(Value::Label(after))) => {
                        rank(after) < rank(before)
                    }
                    _ => continue,
                };
                compared += 1;
                assert!(
                    !fell,
                    "{}: {before:?} becomes {after:?} with {raised:?}",
                    vector.id
                );
            }
        }
    }
    assert!(compared > 1_000, "{compared}");
}

#[test]
fn the_order_of_items_changes_nothing() {
    let rules = rules();
    let mut turned = 0;
    for vector in examples() {
        let rule = vector.rule(&rules).unwrap();
        let turn = |given: &Given| match given {
            Given::List(items) => Given::List(items.iter().rev().cloned().collect()),
            other => other.clone(),
        };
        let fields = vector.inputs.fields().map(|(name, value)| {
            let input = rule
                .inputs
                .iter()
                .find(|input| *input.name == *name)
                .unwrap();
            let turned = match (&input.form, value) {
                // The weights stand in the order of the standards.
                _ if name == "standard_weights_pct" => value.clone(),
                (Form::Record(_), Given::Record(fields)) => Given::Record(
                    fields
                        .iter()
                        .map(|(name, value)| (name.clone(), turn(value)))
                        .collect(),
                ),
                _ => turn(value),
            };
            (name.to_owned(), turned)
        });
        let given = Given::Record(fields.collect());
        turned += usize::from(given != vector.inputs);
        let (inputs, other) = (rule.inputs(&vector.inputs), rule.inputs(&given));
        let (rating, other) = (rule.rate(&inputs), rule.rate(&other));
        for ((name, seen), (_, other)) in rating.outputs().zip(other.outputs()) {
            match (seen, other) {
                (Ok(Value::List(items)), Ok(Value::List(others))) => {
                    assert!(others.iter().rev().eq(items), "{}: {name}", vector.id);
                }
                (Ok(_), _) => assert_eq!(seen, other, "{}: {name}", vector.id),
                (Err(Stop::Judgement { .. }), _) => {
                    assert_eq!(seen, other, "{}: {name}", vector.id)
                }
                (Err(_), other) => assert!(other.is_err(), "{}: {name}", vector.id),
            }
        }
    }
    assert!(turned > 20, "{turned}");
}

/// Every line of a trace, changed one at a time.
fn lines<'t>(branches: &'t mut [Branch], found: &mut Vec<&'t mut Line>) {
    for branch in branches {
        if let Branch::Step(line) = branch {
            found.push(line);
        }
    }
}

#[test]
fn a_trace_that_was_changed_is_found_out() {
    let rules = rules();
    let mut changed = 0;
    for vector in examples() {
        let rule = vector.rule(&rules).unwrap();
        let inputs = rule.inputs(&vector.inputs);
        let trace = rule.rate(&inputs).trace();
        assert_eq!(trace.verify(), Ok(()), "{}", vector.id);
        for place in 0..trace.outputs.len() {
            let mut other = trace.clone();
            let mut found = Vec::new();
            lines(&mut other.outputs, &mut found);
            let Some(line) = found.into_iter().nth(place) else {
                continue;
            };
            line.value = match &line.value {
                Ok(Value::Number(number)) => Ok(Value::Number(number + Exact::one())),
                Ok(_) | Err(_) => Ok(Value::Label("Wonderful".into())),
            };
            changed += 1;
            assert!(other.verify().is_err(), "{}: {place}", vector.id);
        }
    }
    assert!(changed > 400, "{changed}");
}
