//! The sixteen operations. They are generic over how they name what they look at: a loaded rule names slots, a trace
//! names steps, and both are computed by the same code.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Exact;
use crate::exact::RoundingMode;

use super::{Label, Value};

/// What a step does. `R` names an input or a step above.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation<R> {
    /// 1. The number that stands beside a label (or a whole score) in a table.
    Map {
        of: Of<R>,
        table: Vec<(Value, Exact)>,
    },
    /// 2. The sum.
    Sum { of: Of<R>, missing: Missing },
    /// 3. The mean.
    Mean { of: Of<R>, missing: Missing },
    /// 4. The sum of weight times item, divided by `per`. The weights must reach `total`.
    WeightedSum {
        of: Of<R>,
        weights: Weights<R>,
        total: Exact,
        per: Exact,
        missing: WeightOfMissing,
    },
    /// 5. A straight line through points, in `from` and out `to`; several pieces where there are more than two.
    Scale {
        of: Of<R>,
        from: Vec<End<R>>,
        to: Vec<End<R>>,
        beyond: Beyond,
    },
    /// 6. Fewer digits. Nothing else rounds.
    Round {
        of: Of<R>,
        mode: RoundingMode,
        digits: u32,
    },
    /// 7. The label of the highest edge that is reached. An edge belongs to the band above it.
    Band {
        of: Of<R>,
        edges: Vec<Edge<R>>,
        /// Near an edge a person decides between its two labels.
        near: Option<Near<R>>,
    },
    /// 8. The cell of two labels.
    Matrix {
        row: R,
        column: R,
        rows: Vec<Label>,
        columns: Vec<Label>,
        cells: Vec<Vec<Cell>>,
        /// What a person decided where the cell asks for a review.
        judgement: Option<Judged<R>>,
    },
    /// 9. Whether so many items pass a test, or how many do.
    CountRule {
        of: Of<R>,
        test: Test<R>,
        order: Vec<Label>,
        wanted: Wanted,
        missing: Missing,
    },
    /// 10. Not above (or below) this label where the condition holds.
    Limit {
        of: R,
        when: Condition<R>,
        side: Side,
        label: Label,
        order: Vec<Label>,
    },
    /// 11. The largest or the smallest.
    Best {
        of: Of<R>,
        which: Which,
        missing: Missing,
    },
    /// 12. Some points more or fewer where the condition holds.
    Adjust {
        of: R,
        when: Condition<R>,
        by: Exact,
    },
    /// 13. The first case whose condition holds.
    Choose {
        cases: Vec<Case<R>>,
        otherwise: Take<R>,
    },
    /// 14. What stands in for something that is missing.
    Missing { of: R, policy: Policy<R> },
    /// 15. A person's choice among labels, with a reason.
    Judge {
        judgement: Judged<R>,
        allowed: Vec<Label>,
        at_least: Option<R>,
        at_most: Option<R>,
        order: Vec<Label>,
        why: Label,
    },
    /// 16. A value from outside, with its source and its date.
    External { value: R, source: R, on: R },
}

/// One thing, or a list of things. A list that is named alone counts with its items.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of<R> {
    One(R),
    Many(Vec<R>),
}

/// A number of the rule, or one that is computed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End<R> {
    Fixed(Exact),
    Seen(R),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weights<R> {
    Fixed(Vec<Exact>),
    Seen(Of<R>),
}

/// Beyond its first and last point a line goes on, or stays at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beyond {
    GoOn,
    Stay,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edge<R> {
    pub from: End<R>,
    pub cell: Cell,
}

/// The result of a band or of a cell of a matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    Label(Label),
    /// The rule gives no label here but asks a person; the code says what for.
    Review(Label),
    /// The published rule has a label here which could not be read.
    Unread,
}

/// A label that a person chose, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judged<R> {
    pub label: R,
    pub reason: R,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Near<R> {
    /// Both ends included; 0 switches the decision off.
    pub within: Exact,
    pub judgement: Judged<R>,
}

/// What an aggregate does about missing items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// No rating.
    Stop,
    /// Left out, as long as so many are there.
    Drop { at_least: usize },
}

/// What a weighted sum does about missing items.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeightOfMissing {
    Stop,
    /// The others share the weight in proportion.
    Renormalise,
    /// The weight of an item moves to named items: by place, what each other place gets.
    Move(BTreeMap<usize, Vec<(usize, Exact)>>),
}

/// Where `of` is missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Policy<R> {
    Substitute(R),
    /// An earlier rating holds on.
    CarryForward(R),
    NoRating(Label),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test<R> {
    Is(Vec<Value>),
    AtLeast(Value),
    Below(Value),
    SameAs(R),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    All,
    Any,
    None,
    AtLeast(usize),
    AtMost(usize),
    /// The number itself.
    Count,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Cap,
    Floor,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    Max,
    Min,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition<R> {
    Passes {
        step: R,
        test: Test<R>,
        order: Vec<Label>,
    },
    Missing(R),
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Case<R> {
    pub when: Condition<R>,
    pub take: Take<R>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Take<R> {
    Step(R),
    Label(Label),
    /// No rating, for this reason.
    NoRating(Label),
}

impl<R> Of<R> {
    pub fn refs(&self) -> &[R] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

impl<R> Operation<R> {
    /// The name in a rule's file.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Map { .. } => "map",
            Self::Sum { .. } => "sum",
            Self::Mean { .. } => "mean",
            Self::WeightedSum { .. } => "weighted_sum",
            Self::Scale { .. } => "scale",
            Self::Round { .. } => "round",
            Self::Band { .. } => "band",
            Self::Matrix { .. } => "matrix",
            Self::CountRule { .. } => "count_rule",
            Self::Limit {
                side: Side::Cap, ..
            } => "cap_if",
            Self::Limit { .. } => "floor_if",
            Self::Best { .. } => "best",
            Self::Adjust { .. } => "adjust_if",
            Self::Choose { .. } => "choose",
            Self::Missing { .. } => "missing",
            Self::Judge { .. } => "judge",
            Self::External { .. } => "external",
        }
    }

    /// The same operation with other names, in the order in which they stand.
    pub fn rename<S>(&self, name: &mut dyn FnMut(&R) -> S) -> Operation<S> {
        match self {
            Self::Map { of, table } => Operation::Map {
                of: of.rename(name),
                table: table.clone(),
            },
            Self::Sum { of, missing } => Operation::Sum {
                of: of.rename(name),
                missing: *missing,
            },
            Self::Mean { of, missing } => Operation::Mean {
                of: of.rename(name),
                missing: *missing,
            },
            Self::WeightedSum {
                of,
                weights,
                total,
                per,
                missing,
            } => Operation::WeightedSum {
                of: of.rename(name),
                weights: match weights {
                    Weights::Fixed(weights) => Weights::Fixed(weights.clone()),
                    Weights::Seen(of) => Weights::Seen(of.rename(name)),
                },
                total: total.clone(),
                per: per.clone(),
                missing: missing.clone(),
            },
            Self::Scale {
                of,
                from,
                to,
                beyond,
            } => Operation::Scale {
                of: of.rename(name),
                from: from.iter().map(|end| end.rename(name)).collect(),
                to: to.iter().map(|end| end.rename(name)).collect(),
                beyond: *beyond,
            },
            Self::Round { of, mode, digits } => Operation::Round {
                of: of.rename(name),
                mode: *mode,
                digits: *digits,
            },
            Self::Band { of, edges, near } => Operation::Band {
                of: of.rename(name),
                edges: edges
                    .iter()
                    .map(|edge| Edge {
                        from: edge.from.rename(name),
                        cell: edge.cell.clone(),
                    })
                    .collect(),
                near: near.as_ref().map(|near| Near {
                    within: near.within.clone(),
                    judgement: near.judgement.rename(name),
                }),
            },
            Self::Matrix {
                row,
                column,
                rows,
                columns,
                cells,
                judgement,
            } => Operation::Matrix {
                row: name(row),
                column: name(column),
                rows: rows.clone(),
                columns: columns.clone(),
                cells: cells.clone(),
                judgement: judgement.as_ref().map(|judged| judged.rename(name)),
            },
            Self::CountRule {
                of,
                test,
                order,
                wanted,
                missing,
            } => Operation::CountRule {
                of: of.rename(name),
                test: test.rename(name),
                order: order.clone(),
                wanted: *wanted,
                missing: *missing,
            },
            Self::Limit {
                of,
                when,
                side,
                label,
                order,
            } => Operation::Limit {
                of: name(of),
                when: when.rename(name),
                side: *side,
                label: label.clone(),
                order: order.clone(),
            },
            Self::Best { of, which, missing } => Operation::Best {
                of: of.rename(name),
                which: *which,
                missing: *missing,
            },
            Self::Adjust { of, when, by } => Operation::Adjust {
                of: name(of),
                when: when.rename(name),
                by: by.clone(),
            },
            Self::Choose { cases, otherwise } => Operation::Choose {
                cases: cases
                    .iter()
                    .map(|case| Case {
                        when: case.when.rename(name),
                        take: case.take.rename(name),
                    })
                    .collect(),
                otherwise: otherwise.rename(name),
            },
            Self::Missing { of, policy } => Operation::Missing {
                of: name(of),
                policy: match policy {
                    Policy::Substitute(with) => Policy::Substitute(name(with)),
                    Policy::CarryForward(from) => Policy::CarryForward(name(from)),
                    Policy::NoRating(reason) => Policy::NoRating(reason.clone()),
                },
            },
            Self::Judge {
                judgement,
                allowed,
                at_least,
                at_most,
                order,
                why,
            } => Operation::Judge {
                judgement: judgement.rename(name),
                allowed: allowed.clone(),
                at_least: at_least.as_ref().map(&mut *name),
                at_most: at_most.as_ref().map(&mut *name),
                order: order.clone(),
                why: why.clone(),
            },
            Self::External { value, source, on } => Operation::External {
                value: name(value),
                source: name(source),
                on: name(on),
            },
        }
    }
}

impl<R: Clone + PartialEq> Operation<R> {
    /// Everything that it looks at, each once.
    pub fn refs(&self) -> Vec<R> {
        let mut refs = Vec::new();
        self.rename(&mut |one: &R| {
            if !refs.contains(one) {
                refs.push(one.clone());
            }
        });
        refs
    }
}

impl<R> Of<R> {
    fn rename<S>(&self, name: &mut dyn FnMut(&R) -> S) -> Of<S> {
        match self {
            Self::One(one) => Of::One(name(one)),
            Self::Many(many) => Of::Many(many.iter().map(name).collect()),
        }
    }
}

impl<R> End<R> {
    fn rename<S>(&self, name: &mut dyn FnMut(&R) -> S) -> End<S> {
        match self {
            Self::Fixed(number) => End::Fixed(number.clone()),
            Self::Seen(one) => End::Seen(name(one)),
        }
    }
}

impl<R> Judged<R> {
    fn rename<S>(&self, name: &mut dyn FnMut(&R) -> S) -> Judged<S> {
        Judged {
            label: name(&self.label),
            reason: name(&self.reason),
        }
    }
}

impl<R> Test<R> {
    fn rename<S>(&self, name: &mut dyn FnMut(&R) -> S) -> Test<S> {
        match self {
            Self::Is(values) => Test::Is(values.clone()),
            Self::AtLeast(value) => Test::AtLeast(value.clone()),
            Self::Below(value) => Test::Below(value.clone()),
            Self::SameAs(one) => Test::SameAs(name(one)),
        }
    }
}

impl<R> Condition<R> {
    fn rename<S>(&self, name: &mut dyn FnMut(&R) -> S) -> Condition<S> {
        let mut each = |parts: &[Self]| parts.iter().map(|part| part.rename(name)).collect();
        match self {
            Self::All(parts) => Condition::All(each(parts)),
            Self::Any(parts) => Condition::Any(each(parts)),
            Self::Not(part) => Condition::Not(Box::new(part.rename(name))),
            Self::Missing(one) => Condition::Missing(name(one)),
            Self::Passes { step, test, order } => Condition::Passes {
                step: name(step),
                test: test.rename(name),
                order: order.clone(),
            },
        }
    }
}

impl<R> Take<R> {
    fn rename<S>(&self, name: &mut dyn FnMut(&R) -> S) -> Take<S> {
        match self {
            Self::Step(step) => Take::Step(name(step)),
            Self::Label(label) => Take::Label(label.clone()),
            Self::NoRating(reason) => Take::NoRating(reason.clone()),
        }
    }
}
