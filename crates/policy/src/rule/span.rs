//! What a step can give at all, from what its inputs may be: the ground for the lints. Never narrower than the truth;
//! where an operation is hard to follow, wider.

mod assumed;

use std::collections::BTreeMap;

use crate::Exact;

use super::operation::{
    Beyond, Cell, Condition, Edge, End, Missing, Of, Operation, Policy, Side, Take, Test, Wanted,
    WeightOfMissing, Weights,
};
use super::{Kind, Label, Rule, Slot, Value};

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Span {
    /// Anything of its kind.
    Any,
    /// From the lowest to the highest, where there is one.
    Number(Option<Exact>, Option<Exact>),
    Labels(Vec<Label>),
    YesNo {
        yes: bool,
        no: bool,
    },
    /// What an item can be, and how many there are.
    List(Box<Self>, Option<[usize; 2]>),
}

pub(super) use assumed::assume;

/// What is assumed about some slots.
pub(super) type Assumed = BTreeMap<usize, Span>;

/// The span of every slot and step, where these things are assumed.
pub(super) fn spans(rule: &Rule, assumed: &Assumed) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (place, slot) in rule.slots.iter().enumerate() {
        spans.push(narrowed(entered(slot), assumed.get(&place)));
    }
    for (place, step) in rule.steps.iter().enumerate() {
        let span = Spans { spans: &spans }.of(&step.operation);
        spans.push(narrowed(span, assumed.get(&(rule.slots.len() + place))));
    }
    spans
}

fn entered(slot: &Slot) -> Span {
    let one = |kind: &Kind| match (kind, &slot.bounds) {
        (Kind::Number(_), Some([low, high])) => Span::Number(Some(low.clone()), Some(high.clone())),
        (Kind::Number(_), None) => Span::Number(None, None),
        (Kind::Label(_), _) => Span::Labels(slot.labels.clone()),
        (Kind::YesNo, _) => Span::YesNo {
            yes: true,
            no: true,
        },
        (Kind::Text | Kind::List(_), _) => Span::Any,
    };
    match &slot.kind {
        Kind::List(item) => Span::List(Box::new(one(item)), slot.length),
        kind => one(kind),
    }
}

/// Both at once.
fn narrowed(span: Span, assumed: Option<&Span>) -> Span {
    match (span, assumed) {
        (span, None | Some(Span::Any)) => span,
        (Span::Any, Some(assumed)) => assumed.clone(),
        (Span::Number(low, high), Some(Span::Number(from, to))) => {
            let low = match (low, from) {
                (Some(a), Some(b)) => Some(a.max(b.clone())),
                (a, b) => a.or(b.clone()),
            };
            let high = match (high, to) {
                (Some(a), Some(b)) => Some(a.min(b.clone())),
                (a, b) => a.or(b.clone()),
            };
            Span::Number(low, high)
        }
        (Span::Labels(labels), Some(Span::Labels(others))) => Span::Labels(
            labels
                .into_iter()
                .filter(|label| others.contains(label))
                .collect(),
        ),
        (Span::YesNo { yes, no }, Some(Span::YesNo { yes: and, no: or })) => Span::YesNo {
            yes: yes && *and,
            no: no && *or,
        },
        (span, Some(_)) => span,
    }
}

/// Either of the two.
fn joined(one: Span, other: Span) -> Span {
    match (one, other) {
        (Span::Number(low, high), Span::Number(from, to)) => Span::Number(
            low.zip(from).map(|(a, b)| a.min(b)),
            high.zip(to).map(|(a, b)| a.max(b)),
        ),
        (Span::Labels(mut labels), Span::Labels(others)) => {
            for label in others {
                if !labels.contains(&label) {
                    labels.push(label);
                }
            }
            Span::Labels(labels)
        }
        (Span::YesNo { yes, no }, Span::YesNo { yes: and, no: or }) => Span::YesNo {
            yes: yes || and,
            no: no || or,
        },
        (Span::List(item, length), Span::List(other, other_length)) => {
            let length = length
                .zip(other_length)
                .map(|([a, b], [c, d])| [a.min(c), b.max(d)]);
            Span::List(Box::new(joined(*item, *other)), length)
        }
        _ => Span::Any,
    }
}

const BOTH: Span = Span::YesNo {
    yes: true,
    no: true,
};

/// The spans so far.
pub(super) struct Spans<'s> {
    pub spans: &'s [Span],
}

type Ends = (Option<Exact>, Option<Exact>);

impl Spans<'_> {
    fn see(&self, slot: usize) -> Span {
        self.spans.get(slot).cloned().unwrap_or(Span::Any)
    }

    fn item(&self, slot: usize) -> Span {
        match self.see(slot) {
            Span::List(item, _) => *item,
            span => span,
        }
    }

    fn ends(span: &Span) -> Ends {
        match span {
            Span::Number(low, high) => (low.clone(), high.clone()),
            _ => (None, None),
        }
    }

    /// Of each item.
    fn items(&self, of: &Of<usize>) -> Span {
        let spans = of.refs().iter().map(|slot| self.item(*slot));
        spans.reduce(joined).unwrap_or(Span::Any)
    }

    /// Fewest and most items.
    pub fn length(&self, of: &Of<usize>) -> Option<[usize; 2]> {
        let mut length = [0, 0];
        for slot in of.refs() {
            let [least, most] = match self.see(*slot) {
                Span::List(_, length) => length?,
                _ => [1, 1],
            };
            length = [length[0] + least, length[1] + most];
        }
        Some(length)
    }

    /// The same form as `of`: a list where it is one.
    fn wrapped(&self, of: &Of<usize>, item: Span) -> Span {
        let length = self.length(of);
        match of {
            Of::Many(_) => Span::List(Box::new(item), length),
            Of::One(slot) => match self.see(*slot) {
                Span::List(_, length) => Span::List(Box::new(item), length),
                _ => item,
            },
        }
    }

    fn of(&self, operation: &Operation<usize>) -> Span {
        match operation {
            Operation::Map { of, table } => {
                let item = self.items(of);
                let possible = table.iter().filter(|(key, _)| match (&item, key) {
                    (Span::Labels(labels), Value::Label(label)) => labels.contains(label),
                    (Span::Number(low, high), Value::Number(key)) => {
                        low.as_ref().is_none_or(|low| low <= key)
                            && high.as_ref().is_none_or(|high| high >= key)
                    }
                    _ => true,
                });
                let numbers: Vec<_> = possible.map(|(_, number)| number).collect();
                let span = Span::Number(
                    numbers.iter().min().map(|number| (*number).clone()),
                    numbers.iter().max().map(|number| (*number).clone()),
                );
                self.wrapped(of, span)
            }
            Operation::Sum { of, missing } => self.sum(of, *missing),
            Operation::Mean { of, .. } | Operation::Best { of, .. } => {
                let (low, high) = Self::ends(&self.items(of));
                Span::Number(low, high)
            }
            Operation::WeightedSum {
                of,
                weights,
                total,
                per,
                missing,
            } => self.weighted_sum(of, weights, total, per, missing),
            Operation::Scale {
                of,
                from,
                to,
                beyond,
            } => {
                let (low, high) = self.line(Self::ends(&self.items(of)), from, to, *beyond);
                self.wrapped(of, Span::Number(low, high))
            }
            Operation::Round { of, mode, digits } => {
                let (low, high) = Self::ends(&self.items(of));
                let round = |end: Option<Exact>| end.map(|end| end.rounded(*mode, *digits));
                self.wrapped(of, Span::Number(round(low), round(high)))
            }
            Operation::Band { of, edges, .. } => {
                let (low, high) = Self::ends(&self.items(of));
                let labels = self.reached(edges, &low, &high);
                self.wrapped(of, Span::Labels(labels))
            }
            Operation::Matrix {
                row,
                column,
                rows,
                columns,
                cells,
                ..
            } => {
                let may = |slot: usize, label: &Label| match self.see(slot) {
                    Span::Labels(labels) => labels.contains(label),
                    _ => true,
                };
                let mut labels = Vec::new();
                let mut review = false;
                for (label, cells) in rows.iter().zip(cells) {
                    for (other, cell) in columns.iter().zip(cells) {
                        if !may(*row, label) || !may(*column, other) {
                            continue;
                        }
                        match cell {
                            Cell::Label(label) if !labels.contains(label) => {
                                labels.push(label.clone());
                            }
                            Cell::Review(_) => review = true,
                            _ => {}
                        }
                    }
                }
                if review {
                    return Span::Any;
                }
                Span::Labels(labels)
            }
            Operation::CountRule { of, wanted, .. } => match wanted {
                Wanted::Count => {
                    let most = self
                        .length(of)
                        .and_then(|[_, most]| i64::try_from(most).ok());
                    Span::Number(Some(Exact::zero()), most.map(Exact::from))
                }
                _ => BOTH,
            },
            Operation::Limit {
                of,
                when,
                side,
                label,
                order,
            } => {
                let Span::Labels(labels) = self.see(*of) else {
                    return Span::Any;
                };
                let place = |label: &Label| order.iter().position(|other| other == label);
                let limited = labels.iter().map(|one| {
                    let beyond = match side {
                        Side::Cap => place(one) > place(label),
                        Side::Floor => place(one) < place(label),
                    };
                    if beyond { label.clone() } else { one.clone() }
                });
                let limited = Span::Labels(limited.collect());
                match self.holds(when) {
                    Some(true) => limited,
                    Some(false) => Span::Labels(labels),
                    None => joined(Span::Labels(labels), limited),
                }
            }
            Operation::Adjust { of, when, by } => {
                let (low, high) = Self::ends(&self.see(*of));
                let add = |end: &Option<Exact>| end.as_ref().map(|end| end + by);
                let adjusted = Span::Number(add(&low), add(&high));
                match self.holds(when) {
                    Some(true) => adjusted,
                    Some(false) => Span::Number(low, high),
                    None => joined(Span::Number(low, high), adjusted),
                }
            }
            Operation::Choose { cases, otherwise } => {
                let mut takes = Vec::new();
                let mut certain = false;
                for case in cases {
                    match self.holds(&case.when) {
                        Some(false) => {}
                        Some(true) => {
                            takes.push(&case.take);
                            certain = true;
                            break;
                        }
                        None => takes.push(&case.take),
                    }
                }
                if !certain {
                    takes.push(otherwise);
                }
                let spans = takes.into_iter().filter_map(|take| match take {
                    Take::Step(slot) => Some(self.see(*slot)),
                    Take::Label(label) => Some(Span::Labels(vec![label.clone()])),
                    Take::NoRating(_) => None,
                });
                spans.reduce(joined).unwrap_or(Span::Any)
            }
            Operation::Missing { of, policy } => match policy {
                Policy::Substitute(with) | Policy::CarryForward(with) => {
                    joined(self.see(*of), self.see(*with))
                }
                Policy::NoRating(_) => self.see(*of),
            },
            Operation::Judge { allowed, .. } => Span::Labels(allowed.clone()),
            Operation::External { value, .. } => self.see(*value),
        }
    }

    fn sum(&self, of: &Of<usize>, missing: Missing) -> Span {
        let (mut low, mut high) = (Some(Exact::zero()), Some(Exact::zero()));
        for slot in of.refs() {
            let (from, to) = Self::ends(&self.item(*slot));
            let count = match self.see(*slot) {
                Span::List(_, length) => length,
                _ => Some([1, 1]),
            };
            let [mut least, most] = match count {
                Some(count) => count.map(|count| i64::try_from(count).unwrap_or(i64::MAX)),
                None => {
                    // Any number of items: only a sign is known.
                    low = low.filter(|_| from.is_some_and(|from| !from.is_negative()));
                    high = None;
                    continue;
                }
            };
            if let Missing::Drop { .. } = missing {
                least = 0;
            }
            let times =
                |end: Exact, fewer: bool| end * Exact::from(if fewer { least } else { most });
            low = low.zip(from).map(|(low, from)| {
                let fewer = !from.is_negative();
                low + times(from, fewer)
            });
            high = high.zip(to).map(|(high, to)| {
                let fewer = to.is_negative();
                high + times(to, fewer)
            });
        }
        Span::Number(low, high)
    }

    fn weighted_sum(
        &self,
        of: &Of<usize>,
        weights: &Weights<usize>,
        total: &Exact,
        per: &Exact,
        missing: &WeightOfMissing,
    ) -> Span {
        let positive = |weights: &[Exact]| weights.iter().all(|weight| !weight.is_negative());
        let exact = match (weights, missing) {
            (Weights::Fixed(weights), WeightOfMissing::Stop) if positive(weights) => {
                let weigh = |high: bool| {
                    let items = of.refs().iter().zip(weights);
                    let sum: Option<Exact> = items
                        .map(|(slot, weight)| {
                            let (from, to) = Self::ends(&self.item(*slot));
                            Some(weight * if high { to? } else { from? })
                        })
                        .sum();
                    sum?.checked_div(per)
                };
                let single = matches!(of, Of::Many(slots) if slots.iter()
                    .all(|slot| !matches!(self.see(*slot), Span::List(..))));
                single.then(|| (weigh(false), weigh(true)))
            }
            _ => None,
        };
        let (low, high) = exact.unwrap_or_else(|| {
            let seen = match weights {
                Weights::Fixed(weights) => positive(weights),
                Weights::Seen(of) => {
                    let (low, _) = Self::ends(&self.items(of));
                    low.is_some_and(|low| !low.is_negative())
                }
            };
            let (low, high) = match seen {
                true => Self::ends(&self.items(of)),
                false => (None, None),
            };
            let weigh = |end: Option<Exact>| (end? * total).checked_div(per);
            (weigh(low), weigh(high))
        });
        match per.is_negative() {
            true => Span::Number(None, None),
            false => Span::Number(low, high),
        }
    }

    fn fixed(&self, end: &End<usize>) -> Ends {
        match end {
            End::Fixed(number) => (Some(number.clone()), Some(number.clone())),
            End::Seen(slot) => Self::ends(&self.item(*slot)),
        }
    }

    fn line(
        &self,
        (low, high): Ends,
        from: &[End<usize>],
        to: &[End<usize>],
        beyond: Beyond,
    ) -> Ends {
        let hull = || {
            let ends: Vec<Ends> = to.iter().map(|end| self.fixed(end)).collect();
            let lows: Option<Vec<Exact>> = ends.iter().map(|(low, _)| low.clone()).collect();
            let highs: Option<Vec<Exact>> = ends.iter().map(|(_, high)| high.clone()).collect();
            (
                lows.and_then(|lows| lows.into_iter().min()),
                highs.and_then(|highs| highs.into_iter().max()),
            )
        };
        let fixed: Option<Vec<&Exact>> = from
            .iter()
            .map(|end| match end {
                End::Fixed(number) => Some(number),
                End::Seen(_) => None,
            })
            .collect();
        let inside = match &fixed {
            Some(fixed) => {
                low.as_ref()
                    .zip(fixed.first())
                    .is_some_and(|(low, first)| low >= *first)
                    && high
                        .as_ref()
                        .zip(fixed.last())
                        .is_some_and(|(high, last)| high <= *last)
            }
            None => false,
        };
        // A single fixed piece is a straight line, exact at both ends.
        if let (Some([first, last]), [End::Fixed(bottom), End::Fixed(top)], Beyond::GoOn) =
            (fixed.as_deref(), to, beyond)
        {
            let at = |end: &Exact| {
                let share = (end - *first).checked_div(&(*last - *first))?;
                Some(bottom + share * (top - bottom))
            };
            let (a, b) = (low.as_ref().and_then(at), high.as_ref().and_then(at));
            return match top >= bottom {
                true => (a, b),
                false => (b, a),
            };
        }
        if inside || beyond == Beyond::Stay {
            return hull();
        }
        (None, None)
    }

    /// The labels of the bands that a number between these ends reaches.
    fn reached(
        &self,
        edges: &[Edge<usize>],
        low: &Option<Exact>,
        high: &Option<Exact>,
    ) -> Vec<Label> {
        let mut labels = Vec::new();
        for (place, edge) in edges.iter().enumerate() {
            let Cell::Label(label) = &edge.cell else {
                continue;
            };
            let (from, _) = self.fixed(&edge.from);
            let next = edges
                .get(place + 1)
                .and_then(|next| self.fixed(&next.from).1);
            let too_high = from
                .zip(high.as_ref())
                .is_some_and(|(from, high)| from > *high);
            let too_low = next
                .zip(low.as_ref())
                .is_some_and(|(next, low)| next <= *low);
            if !too_high && !too_low && !labels.contains(label) {
                labels.push(label.clone());
            }
        }
        labels
    }

    /// Whether a condition certainly holds, or certainly does not.
    pub fn holds(&self, condition: &Condition<usize>) -> Option<bool> {
        match condition {
            Condition::Missing(_) => None,
            Condition::Not(part) => self.holds(part).map(|holds| !holds),
            Condition::All(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| self.holds(part)).collect();
                match parts.contains(&Some(false)) {
                    true => Some(false),
                    false => parts.iter().all(|part| *part == Some(true)).then_some(true),
                }
            }
            Condition::Any(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| self.holds(part)).collect();
                match parts.contains(&Some(true)) {
                    true => Some(true),
                    false => parts
                        .iter()
                        .all(|part| *part == Some(false))
                        .then_some(false),
                }
            }
            Condition::Passes { step, test, order } => self.passes(&self.see(*step), test, order),
        }
    }

    /// The same of a test on each item.
    pub fn passes(&self, span: &Span, test: &Test<usize>, order: &[Label]) -> Option<bool> {
        let place = |label: &Label| order.iter().position(|other| other == label);
        let all = |possible: Vec<bool>| match possible.as_slice() {
            [first, rest @ ..] if rest.iter().all(|other| other == first) => Some(*first),
            _ => None,
        };
        match (span, test) {
            (Span::Labels(labels), Test::Is(values)) => {
                let is = |label: &Label| values.contains(&Value::Label(label.clone()));
                all(labels.iter().map(is).collect())
            }
            (Span::Labels(labels), Test::AtLeast(Value::Label(bound))) => all(labels
                .iter()
                .map(|label| place(label) >= place(bound))
                .collect()),
            (Span::Labels(labels), Test::Below(Value::Label(bound))) => all(labels
                .iter()
                .map(|label| place(label) < place(bound))
                .collect()),
            (Span::YesNo { yes, no }, Test::Is(values)) => {
                let possible = [(*yes, true), (*no, false)];
                let possible = possible.iter().filter(|(may, _)| *may);
                all(possible
                    .map(|(_, value)| values.contains(&Value::YesNo(*value)))
                    .collect())
            }
            (Span::Number(low, high), Test::AtLeast(Value::Number(bound))) => {
                if low.as_ref().is_some_and(|low| low >= bound) {
                    Some(true)
                } else if high.as_ref().is_some_and(|high| high < bound) {
                    Some(false)
                } else {
                    None
                }
            }
            (Span::Number(..), Test::Below(bound)) => self
                .passes(span, &Test::AtLeast(bound.clone()), order)
                .map(|reaches| !reaches),
            (Span::Number(low, high), Test::Is(values)) => {
                let may = values.iter().any(|value| match value {
                    Value::Number(value) => {
                        low.as_ref().is_none_or(|low| low <= value)
                            && high.as_ref().is_none_or(|high| high >= value)
                    }
                    _ => false,
                });
                (!may).then_some(false)
            }
            _ => None,
        }
    }
}
