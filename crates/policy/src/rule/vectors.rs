//! Runs published examples through rules. A file of examples is a JSON list of records with `id`, `system`, `inputs`,
//! `intermediates` and `expected`; a rule is found by its system and the names of its inputs.

use super::rating::Rating;
use super::{Given, NotJson, Rule, Seen, Stop, Value};

/// One example of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vector {
    pub id: String,
    pub system: String,
    pub inputs: Given,
    pub intermediates: Given,
    pub expected: Given,
}

/// How an example came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// By the rule of this id.
    Passed { rule: String },
    Differed {
        rule: String,
        differences: Vec<Difference>,
    },
    /// No rule has this system with these names of inputs.
    NoRule,
}

/// A step that came out otherwise than the example says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub step: String,
    pub wanted: String,
    pub was: String,
}

/// Reads a file of examples.
///
/// # Errors
/// Where the text is not a JSON list of such records.
pub fn vectors(text: &str) -> Result<Vec<Vector>, NotJson> {
    let Given::List(records) = Given::json(text)? else {
        return Err(NotJson("not a list of examples".to_owned()));
    };
    let read = |(place, record): (usize, Given)| {
        let wrong = |what: &str| NotJson(format!("example {}: {what}", place + 1));
        let Given::Record(mut fields) = record else {
            return Err(wrong("not a record"));
        };
        let mut word = |key: &str| match fields.remove(key) {
            Some(Given::Text(text)) => Ok(text),
            _ => Err(wrong(&format!("`{key}` is not a text"))),
        };
        let (id, system) = (word("id")?, word("system")?);
        let mut record = |key: &str| match fields.remove(key) {
            Some(record @ Given::Record(_)) => Ok(record),
            None if key == "intermediates" => Ok(Given::Record(Default::default())),
            _ => Err(wrong(&format!("`{key}` is not a record"))),
        };
        Ok(Vector {
            id,
            system,
            inputs: record("inputs")?,
            intermediates: record("intermediates")?,
            expected: record("expected")?,
        })
    };
    records.into_iter().enumerate().map(read).collect()
}

impl Vector {
    /// The rule of this system with exactly these names of inputs.
    pub fn rule<'r>(&self, rules: impl IntoIterator<Item = &'r Rule>) -> Option<&'r Rule> {
        rules.into_iter().find(|rule| {
            rule.system == self.system
                && rule.inputs.len() == self.inputs.fields().count()
                && rule
                    .input_names()
                    .all(|name| self.inputs.fields().any(|(given, _)| *given == **name))
        })
    }

    /// Computes the example and compares every number and label that it names.
    pub fn run<'r>(&self, rules: impl IntoIterator<Item = &'r Rule>) -> Verdict {
        let Some(rule) = self.rule(rules) else {
            return Verdict::NoRule;
        };
        let inputs = rule.inputs(&self.inputs);
        let rating = rule.rate(&inputs);
        let named = self.intermediates.fields().chain(self.expected.fields());
        let differences: Vec<Difference> = named
            .filter_map(|(step, wanted)| difference(&rating, step, wanted))
            .collect();
        let rule = rule.id.clone();
        match differences.is_empty() {
            true => Verdict::Passed { rule },
            false => Verdict::Differed { rule, differences },
        }
    }
}

fn difference(rating: &Rating<'_>, step: &str, wanted: &Given) -> Option<Difference> {
    let was = match rating.seen(step) {
        None => "the rule has no such step".to_owned(),
        Some(seen) if same(seen, wanted) => return None,
        Some(Ok(value)) => value.to_string(),
        Some(Err(stop)) => stop.to_string(),
    };
    Some(Difference {
        step: step.to_owned(),
        wanted: told(wanted),
        was,
    })
}

/// Whether a step says what an example wants: a number exactly, a label by its text, the code of a review where the rule
/// asks a person, `null` where it gives no rating. One value beside a list stands for each item.
fn same(seen: &Seen, wanted: &Given) -> bool {
    match (seen, wanted) {
        (Ok(Value::List(items)), Given::List(wanted)) => {
            items.len() == wanted.len() && items.iter().zip(wanted).all(|(a, b)| same(a, b))
        }
        (Ok(Value::List(items)), wanted) => {
            !items.is_empty() && items.iter().all(|item| same(item, wanted))
        }
        (Ok(Value::Number(number)), Given::Number(wanted)) => number == wanted,
        (Ok(Value::Number(number)), Given::Text(text)) => text.parse().as_ref() == Ok(number),
        (Ok(Value::Label(label)), Given::Text(text)) => **label == **text,
        (Ok(Value::Label(label)), Given::Number(number)) => label.parse().as_ref() == Ok(number),
        (Ok(Value::YesNo(yes)), Given::YesNo(wanted)) => yes == wanted,
        (Err(Stop::Judgement { why, .. }), Given::Text(text)) => **why == **text,
        (Err(Stop::NoRating(_)), Given::Nothing) => true,
        _ => false,
    }
}

/// For people.
fn told(given: &Given) -> String {
    match given {
        Given::Nothing => "no rating".to_owned(),
        Given::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Given::Number(number) => number.to_string(),
        Given::Text(text) => text.clone(),
        Given::List(items) => items.iter().map(told).collect::<Vec<_>>().join(", "),
        Given::Record(_) => given
            .fields()
            .map(|(name, value)| format!("{name} {}", told(value)))
            .collect::<Vec<_>>()
            .join(", "),
    }
}
