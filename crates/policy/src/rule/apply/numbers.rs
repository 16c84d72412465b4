//! Weights, lines and bands.

use super::{At, Found};
use crate::Exact;
use crate::rule::{
    Beyond, Cell, Edge, End, Label, Missing, Near, Of, Reason, Seen, Value, WeightOfMissing,
    Weights,
};

impl<F> At<'_, F> {
    pub(super) fn weighted_sum<'a, R: 'a>(
        &self,
        of: &Of<R>,
        weights: &Weights<R>,
        total: &Exact,
        per: &Exact,
        missing: &WeightOfMissing,
    ) -> Seen
    where
        F: Fn(&R) -> &'a Seen,
    {
        let items = self.all(of)?;
        let seen;
        let weights: &[Exact] = match weights {
            Weights::Fixed(weights) => weights,
            Weights::Seen(of) => {
                let mut found = Vec::new();
                self.numbers(of, Missing::Stop, |weight| found.push(weight.clone()))?;
                seen = found;
                &seen
            }
        };
        if weights.len() != items.len() {
            return Err(self.unequal());
        }
        let is: Exact = weights.iter().sum();
        if is != *total {
            return Err(self.no(Reason::WeightsTotal {
                step: self.step.clone(),
                is,
                wanted: total.clone(),
            }));
        }
        let absent = |place: usize| matches!(items[place], Err(stop) if stop.is_missing());
        let mut moved: Vec<Exact> = Vec::new();
        let mut share = Exact::one();
        match missing {
            WeightOfMissing::Stop => {}
            WeightOfMissing::Renormalise => {
                let there = (0..items.len()).filter(|place| !absent(*place));
                let there: Exact = there.map(|place| &weights[place]).sum();
                // Where nothing with a weight is there, what was entered wrongly is told before what is missing.
                share = total.checked_div(&there).ok_or_else(|| {
                    let wrong = items.iter().find_map(|item| match item {
                        Err(stop) if !stop.is_missing() => Some((*stop).clone()),
                        _ => None,
                    });
                    wrong.unwrap_or_else(|| {
                        self.no(Reason::TooFew {
                            step: self.step.clone(),
                            have: 0,
                            needed: 1,
                        })
                    })
                })?;
            }
            WeightOfMissing::Move(targets) => {
                moved = weights.to_vec();
                for (place, shares) in targets {
                    if *place >= items.len() || !absent(*place) {
                        continue;
                    }
                    moved[*place] = Exact::zero();
                    for (target, points) in shares {
                        let weight = moved.get_mut(*target).ok_or_else(|| self.unfit())?;
                        *weight = &*weight + points;
                    }
                }
            }
        }
        let mut sum = Exact::zero();
        for (place, item) in items.iter().enumerate() {
            let weight = moved.get(place).unwrap_or(&weights[place]);
            match item {
                Ok(value) => sum = sum + weight * self.number(value)?,
                Err(stop) => {
                    let left_out = match missing {
                        WeightOfMissing::Stop => false,
                        WeightOfMissing::Renormalise => absent(place),
                        WeightOfMissing::Move(targets) => {
                            absent(place) && targets.contains_key(&place) && weight.is_zero()
                        }
                    };
                    if !left_out {
                        return Err(stop.clone());
                    }
                }
            }
        }
        self.quotient(&(sum * share), per)
    }

    /// A number of the rule, or the one that stands in a slot; of a list, the item at the same place.
    pub(super) fn end<'e, 'a: 'e, R: 'a>(&self, end: &'e End<R>, place: usize) -> Found<&'e Exact>
    where
        F: Fn(&R) -> &'a Seen,
    {
        match end {
            End::Fixed(number) => Ok(number),
            End::Seen(slot) => match self.value(slot)? {
                Value::List(items) => match items.get(place) {
                    Some(Ok(value)) => self.number(value),
                    Some(Err(stop)) => Err(stop.clone()),
                    None => Err(self.unequal()),
                },
                value => self.number(value),
            },
        }
    }

    pub(super) fn line<'a, R: 'a>(
        &self,
        number: &Exact,
        from: &[End<R>],
        to: &[End<R>],
        beyond: Beyond,
        place: usize,
    ) -> Seen
    where
        F: Fn(&R) -> &'a Seen,
    {
        // A line with an end that is missing is none, wherever the number lies.
        for end in from.iter().chain(to) {
            self.end(end, place)?;
        }
        // The piece whose lower end is the last that is reached; the first where none is.
        let mut piece = 0;
        for (at, end) in from.iter().enumerate().take(from.len().saturating_sub(1)) {
            if self.end(end, place)? <= number {
                piece = at;
            }
        }
        let ends = |ends: &'_ [End<R>], at: usize| -> Found<Exact> {
            let end = ends.get(at).ok_or_else(|| self.unfit())?;
            self.end(end, place).cloned()
        };
        let (low, high) = (ends(from, piece)?, ends(from, piece + 1)?);
        let (bottom, top) = (ends(to, piece)?, ends(to, piece + 1)?);
        let clamped = match beyond {
            Beyond::Stay if *number < low => &low,
            Beyond::Stay if *number > high => &high,
            _ => number,
        };
        let share = (clamped - &low).checked_div(&(&high - &low));
        let share = share.ok_or_else(|| {
            self.no(Reason::NothingToDivideBy {
                step: self.step.clone(),
            })
        })?;
        Ok(Value::Number(bottom.clone() + share * (top - bottom)))
    }

    pub(super) fn band<'a, R: 'a>(
        &self,
        number: &Exact,
        edges: &[Edge<R>],
        near: Option<&Near<R>>,
    ) -> Seen
    where
        F: Fn(&R) -> &'a Seen,
    {
        let mut reached = None;
        let mut last: Option<&Exact> = None;
        for (place, edge) in edges.iter().enumerate() {
            let from = self.end(&edge.from, 0)?;
            if last.is_some_and(|last| last >= from) {
                return Err(self.no(Reason::EdgesCross {
                    step: self.step.clone(),
                }));
            }
            if let Some(near) = near
                && place > 0
                && !near.within.is_zero()
                && (number - from).abs() <= near.within
                && let (Cell::Label(lower), Cell::Label(upper)) =
                    (&edges[place - 1].cell, &edge.cell)
            {
                let allowed = vec![lower.clone(), upper.clone()];
                return self.judged(&near.judgement, allowed, &Label::from("near_a_cut"));
            }
            if from <= number {
                reached = Some(place);
            }
            last = Some(from);
        }
        match reached {
            Some(place) => self.cell(&edges[place].cell),
            None => Err(self.no(Reason::BelowBands {
                step: self.step.clone(),
                value: number.clone(),
            })),
        }
    }
}
