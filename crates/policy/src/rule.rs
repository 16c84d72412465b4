//! The rating language: a published rule as a short file of named steps, from what was entered to the rating.
//!
//! Who uses it: `packs/systems/*.toml` holds the published systems, a pack its own rule; [`read`] makes a [`Rules`] of
//! a file or says what is wrong with it, [`Rule::rate`] computes, and the [`Trace`] shows how. `docs/rules.md`
//! describes the format for whoever writes a rule.
//!
//! - A file names its `system`, its `[[scale]]`s (labels in their order, or numbers from and to) and its `[[rule]]`s.
//! - A rule has `[[rule.input]]`s, each with its kind: points, percent, count, ratio, a score on a scale of numbers, a
//!   label of a scale of labels, yes or no; lists and records of these. Units do not mix by themselves: only `scale`,
//!   `map`, `band` and `weighted_sum` lead from one to another, and say so.
//! - Then `[[rule.step]]`s, each one of sixteen [`Operation`]s on inputs and on steps above it, so that there is no
//!   circle. The `outputs` are steps.
//! - Every input gives a value or a typed [`Reason`]; "not enough evidence" and "a person must decide" are answers.
//! - Bands have lower edges only, and each belongs to the band above. Nothing rounds but `round`.
//! - What can never matter (a cap that cannot bind, a band that nothing reaches, a matrix that falls) is a problem,
//!   unless the step says in `accept` why it stands there.

mod apply;
mod fault;
mod given;
mod lint;
mod operation;
mod rating;
mod read;
mod span;
mod trace;
mod value;
mod vectors;

use std::sync::Arc;

use crate::{Exact, Known};

pub use fault::Fault;
pub use given::{Given, NotJson};
pub use operation::{
    Beyond, Case, Cell, Condition, Edge, End, Judged, Missing, Near, Of, Operation, Policy, Side,
    Take, Test, Wanted, WeightOfMissing, Weights, Which,
};
pub use rating::{Inputs, Outcome, Rating};
pub use read::read;
pub use trace::{Branch, Line, Mismatch, Trace};
pub use value::{Reason, Seen, Stop, Value};
pub use vectors::{Difference, Vector, Verdict, vectors};

/// A name or a label of a rule: shared, never copied while a rating is computed.
pub type Label = Arc<str>;

/// The rules of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// The published system, such as `Louisiana Compass legacy composite`.
    pub system: String,
    /// The years for which it held, as its source says.
    pub years: String,
    pub scales: Vec<Scale>,
    pub rules: Vec<Rule>,
}

/// Labels in their order, or numbers from and to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    pub id: Label,
    pub form: ScaleForm,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScaleForm {
    /// From the lowest.
    Labels(Vec<Label>),
    Numbers {
        from: Exact,
        to: Exact,
        /// Only whole numbers are entered; a mean of them may lie between.
        whole: bool,
    },
}

/// One rule: what is entered, the steps, and which of them are the result.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub id: String,
    /// The system for which it answers; that of the file where the rule names none.
    pub system: String,
    pub years: String,
    pub inputs: Vec<Input>,
    /// What is entered, one slot for each value or list of values.
    pub slots: Vec<Slot>,
    pub steps: Vec<Step>,
    /// Numbers of steps.
    pub outputs: Vec<usize>,
    /// Digits after the point where a value is shown.
    pub shown_places: u32,
    pub known: Known,
    pub source: Label,
}

/// An input as it is handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    pub name: Label,
    pub form: Form,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// One value, or a list of values.
    Plain(usize),
    /// A record: each field is a slot of its own.
    Record(Vec<(Label, usize)>),
    /// A list of records: each field is a slot that holds a list.
    Rows(Vec<(Label, usize)>),
}

/// One value that is entered, or one list.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Such as `element_levels.s1`.
    pub name: Label,
    pub kind: Kind,
    /// Lowest and highest number, both included.
    pub bounds: Option<[Exact; 2]>,
    pub whole: bool,
    /// Labels that may be entered, in their order.
    pub labels: Vec<Label>,
    /// Fewest and most items of a list.
    pub length: Option<[usize; 2]>,
}

/// What a value is. Two kinds that differ do not mix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Number(Unit),
    /// A label of this scale.
    Label(Label),
    YesNo,
    /// Words that a person wrote: a reason, a source.
    Text,
    List(Box<Self>),
}

/// What a number counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A number on this scale.
    Score(Label),
    Points,
    Percent,
    Count,
    /// A share or a factor, without a unit.
    Ratio,
}

/// A named step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub name: Label,
    /// What it looks at is a slot: first those of the inputs, then the steps.
    pub operation: Operation<usize>,
    /// The same with names, as traces keep it.
    pub named: Arc<Operation<Label>>,
    pub kind: Kind,
    pub known: Known,
    pub source: Label,
}

impl Rule {
    /// The name of a slot.
    pub fn name(&self, slot: usize) -> Option<&Label> {
        match slot.checked_sub(self.slots.len()) {
            None => self.slots.get(slot).map(|slot| &slot.name),
            Some(step) => self.steps.get(step).map(|step| &step.name),
        }
    }

    /// The names of what is entered, in the order of the file.
    pub fn input_names(&self) -> impl Iterator<Item = &Label> {
        self.inputs.iter().map(|input| &input.name)
    }

    pub fn step(&self, name: &str) -> Option<usize> {
        self.steps.iter().position(|step| &*step.name == name)
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(Unit::Score(scale)) => write!(f, "a score on {scale}"),
            Self::Number(Unit::Points) => write!(f, "points"),
            Self::Number(Unit::Percent) => write!(f, "a percent"),
            Self::Number(Unit::Count) => write!(f, "a count"),
            Self::Number(Unit::Ratio) => write!(f, "a ratio"),
            Self::Label(scale) => write!(f, "a label of {scale}"),
            Self::YesNo => write!(f, "yes or no"),
            Self::Text => write!(f, "a text"),
            Self::List(item) => write!(f, "a list of {item}"),
        }
    }
}
