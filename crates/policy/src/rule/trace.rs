//! How a rating came about: a tree from each output down to what was entered. It stands alone: every line carries its
//! operation with all its numbers, so that anybody can compute it again without the rule's file.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::Known;
use crate::exact::RoundingMode;

use super::apply::apply;
use super::operation::Operation;
use super::rating::Rating;
use super::value::{Seen, told};
use super::{Label, Rule, Step};

/// The outputs of a rule, each with everything below it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trace {
    pub system: Label,
    pub years: Label,
    pub rule: Label,
    pub outputs: Vec<Branch>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Branch {
    Step(Line),
    /// Something that was entered.
    Input {
        input: Label,
        #[serde(with = "told")]
        value: Seen,
    },
    /// A step that stands further up in full.
    Again(Label),
}

/// One step: its operation, its value, and what it was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub step: Label,
    pub operation: Arc<Operation<Label>>,
    pub known: Known,
    pub source: Label,
    #[serde(with = "told")]
    pub value: Seen,
    /// For reading, rounded as `rounding` says; nothing is computed from it. Empty where there is no value.
    pub shown: String,
    pub rounding: Rounding,
    pub from: Vec<Branch>,
}

/// How `shown` was made from the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rounding {
    pub mode: RoundingMode,
    /// Digits after the point.
    pub places: u32,
}

/// A line whose value does not follow from what lies below it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{step} does not follow from what lies below it")]
pub struct Mismatch {
    pub step: String,
}

impl Trace {
    pub(super) fn of(rating: &Rating<'_>) -> Self {
        let rule = rating.rule;
        let mut told = vec![false; rule.steps.len()];
        let outputs = rule.outputs.iter();
        Self {
            system: rule.system.as_str().into(),
            years: rule.years.as_str().into(),
            rule: rule.id.as_str().into(),
            outputs: outputs
                .map(|step| branch(rating, rule.slots.len() + step, &mut told))
                .collect(),
        }
    }

    /// Computes every line again from what was entered.
    ///
    /// # Errors
    /// The first line that does not follow.
    pub fn verify(&self) -> Result<(), Mismatch> {
        let mut seen = BTreeMap::new();
        self.outputs
            .iter()
            .try_for_each(|branch| branch.verify(&mut seen))
    }

    /// The line of a step.
    pub fn line(&self, step: &str) -> Option<&Line> {
        self.outputs.iter().find_map(|branch| branch.find(step))
    }
}

fn branch(rating: &Rating<'_>, slot: usize, told: &mut [bool]) -> Branch {
    let rule = rating.rule;
    let Some(place) = slot.checked_sub(rule.slots.len()) else {
        return Branch::Input {
            input: rule.slots[slot].name.clone(),
            value: rating.inputs.slots[slot].clone(),
        };
    };
    let step = &rule.steps[place];
    if std::mem::replace(&mut told[place], true) {
        return Branch::Again(step.name.clone());
    }
    let value = rating.steps[place].clone();
    let rounding = rounding(rule, step);
    Branch::Step(Line {
        step: step.name.clone(),
        operation: Arc::clone(&step.named),
        known: step.known,
        source: step.source.clone(),
        shown: shown(&value, rounding),
        rounding,
        value,
        from: step
            .operation
            .refs()
            .into_iter()
            .map(|slot| branch(rating, slot, told))
            .collect(),
    })
}

fn rounding(rule: &Rule, step: &Step) -> Rounding {
    let places = match step.operation {
        Operation::Round { digits, .. } => digits,
        _ => rule.shown_places,
    };
    Rounding {
        mode: RoundingMode::HalfUp,
        places,
    }
}

fn shown(value: &Seen, rounding: Rounding) -> String {
    value
        .as_ref()
        .map_or_else(|_| String::new(), |value| value.shown(rounding.places))
}

impl Branch {
    fn find(&self, step: &str) -> Option<&Line> {
        match self {
            Self::Step(line) if &*line.step == step => Some(line),
            Self::Step(line) => line.from.iter().find_map(|branch| branch.find(step)),
            Self::Input { .. } | Self::Again(_) => None,
        }
    }

    fn verify(&self, seen: &mut BTreeMap<Label, Seen>) -> Result<(), Mismatch> {
        match self {
            Self::Input { input, value } => {
                let before = seen.insert(input.clone(), value.clone());
                match before {
                    Some(before) if before != *value => Err(mismatch(input)),
                    _ => Ok(()),
                }
            }
            Self::Again(step) if seen.contains_key(step) => Ok(()),
            Self::Again(step) => Err(mismatch(step)),
            Self::Step(line) => {
                line.from.iter().try_for_each(|below| below.verify(seen))?;
                if !line
                    .operation
                    .refs()
                    .iter()
                    .all(|one| seen.contains_key(one))
                {
                    return Err(mismatch(&line.step));
                }
                let value = apply(&line.step, &line.operation, &|one: &Label| &seen[one]);
                if value != line.value || shown(&value, line.rounding) != line.shown {
                    return Err(mismatch(&line.step));
                }
                seen.insert(line.step.clone(), value);
                Ok(())
            }
        }
    }
}

fn mismatch(step: &Label) -> Mismatch {
    Mismatch {
        step: step.to_string(),
    }
}
