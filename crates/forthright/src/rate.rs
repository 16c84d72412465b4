//! `forthright rate`: computes a rating outside of any record, for whoever wants to check one.

use crate::packs;
use anyhow::{Context, Result, bail};
use clap::Args;
use policy::rule::{Branch, Given, Outcome, Rating, Rule, Stop, Trace, Value};
use serde_json::json;
use std::path::PathBuf;

/// Computes a rating by a rule and says how it came about, in exact numbers.
///
/// A rule gives a rating, or says what is missing, or between which labels a person must choose; all three are answers.
#[derive(Args)]
#[command(
    after_help = "Example:\n  forthright rate packs/systems/louisiana.toml inputs.json --json\n\nInputs are a JSON record with the names that the rule has, such as {\"growth\": 2.9, \"practice\": 3.4}."
)]
pub struct Rate {
    /// A file of rules, or a folder that holds some.
    #[arg(value_name = "PACK")]
    rules: PathBuf,
    /// A JSON file with the inputs.
    #[arg(value_name = "INPUTS")]
    inputs: PathBuf,
    /// The rule's id, where several have these inputs.
    #[arg(long, value_name = "ID")]
    rule: Option<String>,
    /// Print JSON for machines: every step with its exact value and what it was made from.
    #[arg(long)]
    json: bool,
}

impl Rate {
    pub fn run(self) -> Result<()> {
        let rules = packs::rules(&self.rules)?;
        let text = std::fs::read_to_string(&self.inputs)
            .with_context(|| format!("The file {} cannot be read", self.inputs.display()))?;
        let given = Given::json(&text)
            .with_context(|| format!("The file {} is not JSON", self.inputs.display()))?;
        let rule = chosen(&rules, self.rule.as_deref(), &given)?;
        let inputs = rule.inputs(&given);
        let rating = rule.rate(&inputs);
        match self.json {
            true => println!("{}", serde_json::to_string_pretty(&as_json(rule, &rating))?),
            false => print(rule, &rating),
        }
        Ok(())
    }
}

/// The rule of this id; without one, the rule that has the names of the inputs, or else the only one that has them all.
fn chosen<'r>(rules: &'r [Rule], id: Option<&str>, given: &Given) -> Result<&'r Rule> {
    if let Some(id) = id {
        let found = rules.iter().find(|rule| rule.id == id);
        return found.with_context(|| format!("There is no rule {id}; there are {}.", ids(rules)));
    }
    let names: Vec<&str> = given.fields().map(|(name, _)| name).collect();
    let has = |rule: &&Rule| {
        names
            .iter()
            .all(|name| rule.input_names().any(|input| **input == **name))
    };
    let fitting: Vec<&Rule> = rules.iter().filter(has).collect();
    let exact: Vec<&Rule> = fitting
        .iter()
        .copied()
        .filter(|rule| rule.inputs.len() == names.len())
        .collect();
    match (exact.as_slice(), fitting.as_slice(), rules) {
        ([one], _, _) | ([], [one], _) => Ok(*one),
        ([], [], [one]) => Ok(one),
        ([], [], _) => bail!(
            "No rule has the inputs {}; there are {}.",
            names.join(", "),
            ids(rules)
        ),
        ([], several, _) | (several, _, _) => {
            let several = several.iter().map(|rule| rule.id.as_str());
            bail!(
                "Several rules have these inputs: {}. Name one with --rule.",
                several.collect::<Vec<_>>().join(", ")
            )
        }
    }
}

fn ids(rules: &[Rule]) -> String {
    let ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    ids.join(", ")
}

fn as_json(rule: &Rule, rating: &Rating<'_>) -> serde_json::Value {
    let outputs: serde_json::Map<_, _> = rating
        .outputs()
        .filter_map(|(name, seen)| Some((name.to_string(), json!(plain(seen.as_ref().ok()?)))))
        .collect();
    let outcome = match rating.outcome() {
        Outcome::Rated(_) => json!("rated"),
        Outcome::NoRating(reason) => {
            json!({ "no_rating": reason, "because": reason.to_string() })
        }
        Outcome::JudgementRequired { step, allowed, why } => {
            json!({ "judgement_required": { "step": step, "allowed": allowed, "why": why } })
        }
    };
    json!({
        "rule": rule.id, "system": rule.system, "years": rule.years, "outcome": outcome,
        "outputs": outputs, "trace": rating.trace(),
    })
}

/// A value as JSON has it: numbers as exact text, so that no reader rounds them.
fn plain(value: &Value) -> serde_json::Value {
    match value {
        Value::YesNo(yes) => json!(yes),
        Value::List(items) => items
            .iter()
            .map(|item| item.as_ref().map_or(serde_json::Value::Null, plain))
            .collect(),
        value => json!(value.to_string()),
    }
}

fn print(rule: &Rule, rating: &Rating<'_>) {
    println!("{}, {} ({})", rule.system, rule.years, rule.id);
    match rating.outcome() {
        Outcome::Rated(values) => {
            for (name, value) in values {
                println!("{name}: {}", told(value, rule.shown_places));
            }
        }
        Outcome::NoRating(reason) => println!("No rating: {reason}."),
        Outcome::JudgementRequired {
            step,
            allowed: [],
            why,
        } => {
            println!("A person must decide at {step}: {why}.");
        }
        Outcome::JudgementRequired { step, allowed, why } => println!(
            "A person must choose at {step} among {}: {why}.",
            allowed.join(", ")
        ),
    }
    println!("\nHow it came about:");
    let Trace { outputs, .. } = rating.trace();
    outputs.iter().for_each(|branch| tree(branch, 1, rule));
}

/// Exactly, and shortened where that is easier to read.
fn told(value: &Value, places: u32) -> String {
    match value {
        Value::Number(number) => {
            let (text, exact) = (number.to_text(places), number.to_string());
            match exact.contains('/') && text.parse().as_ref() != Ok(number) {
                true => format!("{exact} (about {text})"),
                false => text,
            }
        }
        Value::List(items) => items
            .iter()
            .map(|item| {
                item.as_ref()
                    .map_or("–".to_owned(), |value| told(value, places))
            })
            .collect::<Vec<_>>()
            .join(", "),
        value => value.to_string(),
    }
}

fn tree(branch: &Branch, depth: usize, rule: &Rule) {
    let indent = "  ".repeat(depth);
    match branch {
        Branch::Input { input, value } => match value {
            Ok(value) => println!("{indent}{input} = {}", told(value, rule.shown_places)),
            Err(Stop::NoRating(reason)) if reason.to_string().starts_with(&**input) => {
                println!("{indent}{reason}");
            }
            Err(stop) => println!("{indent}{input}: {stop}"),
        },
        Branch::Again(step) => println!("{indent}{step}, as above"),
        Branch::Step(line) => {
            let operation = line.operation.name();
            match &line.value {
                Ok(value) => println!(
                    "{indent}{} = {} [{operation}]",
                    line.step,
                    told(value, line.rounding.places)
                ),
                Err(_) => println!("{indent}{}: no value [{operation}]", line.step),
            }
            line.from
                .iter()
                .for_each(|below| tree(below, depth + 1, rule));
        }
    }
}
