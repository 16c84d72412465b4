//! Computes one step from what it looks at. Total: whatever stands there, the answer is a value or a typed reason.

mod numbers;

use crate::Exact;

use super::operation::{
    Case, Cell, Condition, Judged, Missing, Of, Operation, Policy, Side, Take, Test, Wanted, Which,
};
use super::{Label, Reason, Seen, Stop, Value};

/// The value of a step called `step`, where `see` shows what stands in a slot.
pub(super) fn apply<'a, R: 'a, F: Fn(&R) -> &'a Seen>(
    step: &Label,
    operation: &Operation<R>,
    see: &F,
) -> Seen {
    At { step, see }.apply(operation)
}

/// One step at work.
struct At<'s, F> {
    step: &'s Label,
    see: &'s F,
}

type Found<T> = Result<T, Stop>;

impl<F> At<'_, F> {
    fn no(&self, reason: Reason) -> Stop {
        Stop::NoRating(reason)
    }

    /// Something of another kind than the loader saw: only a trace that was changed by hand.
    fn unfit(&self) -> Stop {
        self.no(Reason::Unfit {
            step: self.step.clone(),
        })
    }

    fn apply<'a, R: 'a>(&self, operation: &Operation<R>) -> Seen
    where
        F: Fn(&R) -> &'a Seen,
    {
        match operation {
            Operation::Map { of, table } => self.lifted(of, |_, value| {
                let found = table.iter().find(|(key, _)| key == value);
                found
                    .map(|(_, number)| Value::Number(number.clone()))
                    .ok_or_else(|| {
                        self.no(Reason::NotInTable {
                            step: self.step.clone(),
                            value: value.to_string(),
                        })
                    })
            }),
            Operation::Sum { of, missing } => {
                let mut sum = Exact::zero();
                self.numbers(of, *missing, |number| sum = &sum + number)?;
                Ok(Value::Number(sum))
            }
            Operation::Mean { of, missing } => {
                let mut sum = Exact::zero();
                let count = self.numbers(of, *missing, |number| sum = &sum + number)?;
                self.quotient(&sum, &whole(count))
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
            } => self.lifted(of, |place, value| {
                let number = self.number(value)?;
                self.line(number, from, to, *beyond, place)
            }),
            Operation::Round { of, mode, digits } => self.lifted(of, |_, value| {
                Ok(Value::Number(self.number(value)?.rounded(*mode, *digits)))
            }),
            Operation::Band { of, edges, near } => self.lifted(of, |_, value| {
                self.band(self.number(value)?, edges, near.as_ref())
            }),
            Operation::Matrix {
                row,
                column,
                rows,
                columns,
                cells,
                judgement,
            } => {
                let (row, column) = (self.label(row)?, self.label(column)?);
                let (row, column) = (self.place(rows, row)?, self.place(columns, column)?);
                let cell = cells.get(row).and_then(|cells| cells.get(column));
                match cell.ok_or_else(|| self.unfit())? {
                    Cell::Review(code) => {
                        let mut allowed: Vec<Label> = Vec::new();
                        for cell in cells.iter().flatten() {
                            if let Cell::Label(label) = cell
                                && !allowed.contains(label)
                            {
                                allowed.push(label.clone());
                            }
                        }
                        match judgement {
                            Some(judged) => self.judged(judged, allowed, code),
                            None => Err(self.open(allowed, code)),
                        }
                    }
                    cell => self.cell(cell),
                }
            }
            Operation::CountRule {
                of,
                test,
                order,
                wanted,
                missing,
            } => {
                let mut passed = 0;
                let count = self.items(of, *missing, |value| {
                    if self.passes(value, test, order)? {
                        passed += 1;
                    }
                    Ok(())
                })?;
                Ok(match wanted {
                    Wanted::All => Value::YesNo(passed == count),
                    Wanted::Any => Value::YesNo(passed > 0),
                    Wanted::None => Value::YesNo(passed == 0),
                    Wanted::AtLeast(least) => Value::YesNo(passed >= *least),
                    Wanted::AtMost(most) => Value::YesNo(passed <= *most),
                    Wanted::Count => Value::Number(whole(passed)),
                })
            }
            Operation::Limit {
                of,
                when,
                side,
                label,
                order,
            } => {
                let value = self.label(of)?;
                let holds = self.holds(when)?;
                let (is, limit) = (self.place(order, value)?, self.place(order, label)?);
                let beyond = match side {
                    Side::Cap => is > limit,
                    Side::Floor => is < limit,
                };
                let kept = if holds && beyond { label } else { value };
                Ok(Value::Label(kept.clone()))
            }
            Operation::Best { of, which, missing } => {
                let mut best: Option<Exact> = None;
                self.numbers(of, *missing, |number| {
                    let better = best.as_ref().is_none_or(|best| match which {
                        Which::Max => number > best,
                        Which::Min => number < best,
                    });
                    if better {
                        best = Some(number.clone());
                    }
                })?;
                best.map(Value::Number).ok_or_else(|| self.unfit())
            }
            Operation::Adjust { of, when, by } => {
                let value = self.number(self.value(of)?)?;
                let holds = self.holds(when)?;
                Ok(Value::Number(if holds {
                    value + by
                } else {
                    value.clone()
                }))
            }
            Operation::Choose { cases, otherwise } => {
                for Case { when, take } in cases {
                    if self.holds(when)? {
                        return self.take(take);
                    }
                }
                self.take(otherwise)
            }
            Operation::Missing { of, policy } => match (self.see)(of) {
                Err(stop) if stop.is_missing() => match policy {
                    Policy::Substitute(other) | Policy::CarryForward(other) => {
                        (self.see)(other).clone()
                    }
                    Policy::NoRating(reason) => Err(self.named(reason)),
                },
                seen => seen.clone(),
            },
            Operation::Judge {
                judgement,
                allowed,
                at_least,
                at_most,
                order,
                why,
            } => {
                let mut allowed = allowed.clone();
                for (bound, keep_above) in [(at_least, true), (at_most, false)] {
                    let Some(bound) = bound else { continue };
                    let bound = self.place(order, self.label(bound)?)?;
                    allowed.retain(
                        |label| match order.iter().position(|other| other == label) {
                            Some(place) if keep_above => place >= bound,
                            Some(place) => place <= bound,
                            None => false,
                        },
                    );
                }
                self.judged(judgement, allowed, why)
            }
            Operation::External { value, source, on } => {
                let seen = (self.see)(value);
                if seen.is_ok() && ((self.see)(source).is_err() || (self.see)(on).is_err()) {
                    return Err(self.no(Reason::SourceRequired {
                        step: self.step.clone(),
                    }));
                }
                seen.clone()
            }
        }
    }

    fn named(&self, reason: &Label) -> Stop {
        self.no(Reason::Named {
            step: self.step.clone(),
            reason: reason.clone(),
        })
    }

    fn take<'a, R: 'a>(&self, take: &Take<R>) -> Seen
    where
        F: Fn(&R) -> &'a Seen,
    {
        match take {
            Take::Step(step) => (self.see)(step).clone(),
            Take::Label(label) => Ok(Value::Label(label.clone())),
            Take::NoRating(reason) => Err(self.named(reason)),
        }
    }

    fn value<'a, R: 'a>(&self, slot: &R) -> Found<&'a Value>
    where
        F: Fn(&R) -> &'a Seen,
    {
        (self.see)(slot).as_ref().map_err(Clone::clone)
    }

    fn number<'v>(&self, value: &'v Value) -> Found<&'v Exact> {
        match value {
            Value::Number(number) => Ok(number),
            _ => Err(self.unfit()),
        }
    }

    fn label<'a, R: 'a>(&self, slot: &R) -> Found<&'a Label>
    where
        F: Fn(&R) -> &'a Seen,
    {
        match self.value(slot)? {
            Value::Label(label) => Ok(label),
            _ => Err(self.unfit()),
        }
    }

    fn place(&self, order: &[Label], label: &Label) -> Found<usize> {
        let place = order.iter().position(|other| other == label);
        place.ok_or_else(|| self.unfit())
    }

    fn quotient(&self, numerator: &Exact, denominator: &Exact) -> Seen {
        let quotient = numerator.checked_div(denominator);
        quotient.map(Value::Number).ok_or_else(|| {
            self.no(Reason::NothingToDivideBy {
                step: self.step.clone(),
            })
        })
    }

    /// The same for each item of a list, or for the one value. An item that is missing stays so.
    fn lifted<'a, R: 'a>(&self, of: &Of<R>, each: impl Fn(usize, &Value) -> Seen) -> Seen
    where
        F: Fn(&R) -> &'a Seen,
    {
        let many = |items: &mut dyn Iterator<Item = &'a Seen>| {
            let lifted = items.enumerate().map(|(place, item)| match item {
                Ok(value) => each(place, value),
                Err(stop) => Err(stop.clone()),
            });
            Ok(Value::List(lifted.collect()))
        };
        match of {
            Of::One(one) => match self.value(one)? {
                Value::List(items) => many(&mut items.iter()),
                value => each(0, value),
            },
            Of::Many(refs) => many(&mut refs.iter().map(self.see)),
        }
    }

    /// Every item; a list counts with its items. How many were there.
    fn items<'a, R: 'a>(
        &self,
        of: &Of<R>,
        missing: Missing,
        mut each: impl FnMut(&'a Value) -> Found<()>,
    ) -> Found<usize>
    where
        F: Fn(&R) -> &'a Seen,
    {
        let mut count = 0;
        let mut one = |seen: &'a Seen| match (seen, missing) {
            (Ok(value), _) => {
                count += 1;
                each(value)
            }
            (Err(stop), Missing::Drop { .. }) if stop.is_missing() => Ok(()),
            (Err(stop), _) => Err(stop.clone()),
        };
        for slot in of.refs() {
            match (self.see)(slot) {
                Ok(Value::List(items)) => items.iter().try_for_each(&mut one)?,
                seen => one(seen)?,
            }
        }
        let needed = match missing {
            Missing::Drop { at_least } => at_least.max(1),
            Missing::Stop => 1,
        };
        if count < needed {
            return Err(self.no(Reason::TooFew {
                step: self.step.clone(),
                have: count,
                needed,
            }));
        }
        Ok(count)
    }

    fn numbers<'a, R: 'a>(
        &self,
        of: &Of<R>,
        missing: Missing,
        mut each: impl FnMut(&'a Exact),
    ) -> Found<usize>
    where
        F: Fn(&R) -> &'a Seen,
    {
        self.items(of, missing, |value| {
            each(self.number(value)?);
            Ok(())
        })
    }

    /// Every item as it stands, missing ones too.
    fn all<'a, R: 'a>(&self, of: &Of<R>) -> Found<Vec<&'a Seen>>
    where
        F: Fn(&R) -> &'a Seen,
    {
        let mut all = Vec::new();
        for slot in of.refs() {
            match (self.see)(slot) {
                Ok(Value::List(items)) => all.extend(items),
                seen => all.push(seen),
            }
        }
        Ok(all)
    }

    fn unequal(&self) -> Stop {
        self.no(Reason::UnequalLists {
            step: self.step.clone(),
        })
    }

    fn cell(&self, cell: &Cell) -> Seen {
        match cell {
            Cell::Label(label) => Ok(Value::Label(label.clone())),
            Cell::Review(code) => Err(self.open(Vec::new(), code)),
            Cell::Unread => Err(self.no(Reason::Unread {
                step: self.step.clone(),
            })),
        }
    }

    fn open(&self, allowed: Vec<Label>, why: &Label) -> Stop {
        Stop::Judgement {
            step: self.step.clone(),
            allowed,
            why: why.clone(),
        }
    }

    fn judged<'a, R: 'a>(&self, judged: &Judged<R>, allowed: Vec<Label>, why: &Label) -> Seen
    where
        F: Fn(&R) -> &'a Seen,
    {
        let step = self.step.clone();
        let label = match (self.see)(&judged.label) {
            Err(stop) if stop.is_missing() => return Err(self.open(allowed, why)),
            Err(stop) => return Err(stop.clone()),
            Ok(Value::Label(label)) => label,
            Ok(_) => return Err(self.unfit()),
        };
        if !allowed.contains(label) {
            return Err(self.no(Reason::NotAllowed {
                step,
                label: label.clone(),
            }));
        }
        match (self.see)(&judged.reason) {
            Ok(Value::Text(reason)) if !reason.trim().is_empty() => Ok(Value::Label(label.clone())),
            _ => Err(self.no(Reason::ReasonRequired { step })),
        }
    }

    fn passes<'a, R: 'a>(&self, value: &Value, test: &Test<R>, order: &[Label]) -> Found<bool>
    where
        F: Fn(&R) -> &'a Seen,
    {
        let reaches = |bound: &Value| match (value, bound) {
            (Value::Number(number), Value::Number(bound)) => Ok(number >= bound),
            (Value::Label(label), Value::Label(bound)) => {
                Ok(self.place(order, label)? >= self.place(order, bound)?)
            }
            _ => Err(self.unfit()),
        };
        match test {
            Test::Is(values) => Ok(values.contains(value)),
            Test::AtLeast(bound) => reaches(bound),
            Test::Below(bound) => Ok(!reaches(bound)?),
            Test::SameAs(other) => Ok(self.value(other)? == value),
        }
    }

    /// `all` is false as soon as one part is, `any` true, whatever the other parts lack: the order changes nothing.
    fn holds<'a, R: 'a>(&self, condition: &Condition<R>) -> Found<bool>
    where
        F: Fn(&R) -> &'a Seen,
    {
        let decided = |parts: &[Condition<R>], by: bool| {
            let mut open = Ok(!by);
            for part in parts {
                match self.holds(part) {
                    Ok(holds) if holds == by => return Ok(by),
                    Err(stop) if open.is_ok() => open = Err(stop),
                    _ => {}
                }
            }
            open
        };
        match condition {
            Condition::Passes { step, test, order } => self.passes(self.value(step)?, test, order),
            Condition::Missing(slot) => match (self.see)(slot) {
                Err(stop) if stop.is_missing() => Ok(true),
                Err(stop) => Err(stop.clone()),
                Ok(_) => Ok(false),
            },
            Condition::All(parts) => decided(parts, false),
            Condition::Any(parts) => decided(parts, true),
            Condition::Not(part) => Ok(!self.holds(part)?),
        }
    }
}

fn whole(count: usize) -> Exact {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}
