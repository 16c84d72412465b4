//! Computes a rule.

use super::apply::apply;
use super::{Label, Reason, Rule, Seen, Stop, Trace, Value};

/// What was entered, read by a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// One for each slot of the rule.
    pub(super) slots: Vec<Seen>,
    /// The first name that the rule does not have.
    pub(super) unknown: Option<Label>,
}

/// A computed rule: every step with its value, or why it has none.
#[derive(Clone, Debug, PartialEq)]
pub struct Rating<'a> {
    pub(super) rule: &'a Rule,
    pub(super) inputs: &'a Inputs,
    pub(super) steps: Vec<Seen>,
}

/// How the outputs came out together.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome<'a> {
    /// Every output has a value.
    Rated(Vec<(&'a Label, &'a Value)>),
    NoRating(Reason),
    /// A person must choose; nothing else is missing.
    JudgementRequired {
        step: &'a Label,
        allowed: &'a [Label],
        why: &'a Label,
    },
}

impl Rule {
    /// Computes every step. Never fails: where a step cannot go on, it says why.
    pub fn rate<'a>(&'a self, inputs: &'a Inputs) -> Rating<'a> {
        let mut steps: Vec<Seen> = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let seen = apply(&step.name, &step.operation, &|slot: &usize| match slot
                .checked_sub(self.slots.len())
            {
                None => &inputs.slots[*slot],
                Some(step) => &steps[step],
            });
            steps.push(seen);
        }
        Rating {
            rule: self,
            inputs,
            steps,
        }
    }
}

impl<'a> Rating<'a> {
    /// A step's value, or why it has none; `None` where the rule has no such step.
    pub fn seen(&self, step: &str) -> Option<&Seen> {
        self.steps.get(self.rule.step(step)?)
    }

    /// The outputs with their names, in the order of the rule.
    pub fn outputs(&self) -> impl Iterator<Item = (&'a Label, &Seen)> {
        let rule = self.rule;
        rule.outputs
            .iter()
            .map(move |step| (&rule.steps[*step].name, &self.steps[*step]))
    }

    pub fn outcome(&self) -> Outcome<'_> {
        if let Some(input) = &self.inputs.unknown {
            let input = input.clone();
            return Outcome::NoRating(Reason::UnknownInput { input });
        }
        let mut values = Vec::new();
        let mut open = None;
        for (name, seen) in self.outputs() {
            match seen {
                Ok(value) => values.push((name, value)),
                Err(Stop::NoRating(reason)) => return Outcome::NoRating(reason.clone()),
                Err(Stop::Judgement { step, allowed, why }) => {
                    open = open.or(Some((step, allowed, why)));
                }
            }
        }
        match open {
            Some((step, allowed, why)) => Outcome::JudgementRequired { step, allowed, why },
            None => Outcome::Rated(values),
        }
    }

    /// How the outputs came about.
    pub fn trace(&self) -> Trace {
        Trace::of(self)
    }
}
