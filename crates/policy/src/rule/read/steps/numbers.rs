//! Operations on numbers: tables, weights, lines, rounding.

use std::collections::BTreeMap;

use toml::de::DeValue;

use crate::reading::{Section, exact};
use crate::{Exact, RoundingMode};

use super::super::{Fault, Reader, note};
use super::{Read, wrap};
use crate::rule::{Beyond, End, Kind, Of, Operation, Unit, Value, WeightOfMissing, Weights};

impl Reader<'_> {
    pub(super) fn map(&self, section: &Section<'_>) -> Read {
        let of = self.of(section, "of");
        let mut table: Vec<(Value, Exact)> = Vec::new();
        let item = self.lifted(section, "of", &of);
        let unit = self.needed_unit(section);
        if let Some(inside) = section.table("table") {
            let numbers = |inside: &Section<'_>| -> Vec<(String, Exact)> {
                let keys = inside.keys();
                keys.map(|key| (key.to_owned(), inside.exact(key)))
                    .collect()
            };
            let entries = numbers(&inside);
            match &item {
                Some((Kind::Label(scale), _)) => {
                    if let Some((id, labels)) = self.labels(section, "of", scale) {
                        for label in labels {
                            match entries.iter().find(|(key, _)| **key == **label) {
                                Some((_, number)) => {
                                    table.push((Value::Label(label.clone()), number.clone()));
                                }
                                None => {
                                    let (what, label) = ("the table", label.clone());
                                    note(section, "table", Fault::MissingLabel { what, label });
                                }
                            }
                        }
                        for (key, _) in &entries {
                            if !labels.iter().any(|label| **label == **key) {
                                let (scale, label) = (id.clone(), key.clone());
                                note(&inside, key, Fault::UnknownLabel { scale, label });
                            }
                        }
                    }
                }
                Some((Kind::Number(_), _)) => {
                    for (key, number) in entries {
                        match key.parse::<Exact>() {
                            Ok(from) => table.push((Value::Number(from), number)),
                            Err(_) => {
                                let wanted = "a number in quotes, as the scale has it";
                                let fault = Fault::WrongValue {
                                    key: key.clone(),
                                    wanted,
                                };
                                note(&inside, &key, fault);
                            }
                        }
                    }
                    table.sort_by(|(a, _), (b, _)| match (a, b) {
                        (Value::Number(a), Value::Number(b)) => a.cmp(b),
                        _ => std::cmp::Ordering::Equal,
                    });
                }
                Some((is, _)) => {
                    self.wrong_kind(section, "of", of.refs()[0], is, "a label or a number");
                }
                None => {}
            }
            if table.is_empty() && item.is_some() {
                note(section, "table", Fault::Empty { what: "entries" });
            }
        }
        let kind = item
            .zip(unit)
            .map(|((_, list), unit)| wrap(Kind::Number(unit), list));
        (Operation::Map { of, table }, kind)
    }

    pub(super) fn weighted_sum(&self, section: &Section<'_>) -> Read {
        let of = self.of(section, "of");
        let item = self.aggregate(section, "of", &of);
        let total = match section.has("total") {
            true => section.exact("total"),
            false => Exact::from(100),
        };
        let per = match section.has("per") {
            true => section.exact("per"),
            false => total.clone(),
        };
        if per.is_zero() {
            let (key, wanted) = ("per".to_owned(), "a number other than 0");
            note(section, "per", Fault::WrongValue { key, wanted });
        }
        let fixed = matches!(
            section.any("weights"),
            Some((DeValue::Array(items), _))
                if items.iter().all(|item| exact(item.get_ref()).is_some() )
        );
        let weights = if fixed {
            let weights = section.exacts("weights");
            if let Of::Many(slots) = &of
                && slots.len() != weights.len()
            {
                let (is, wanted) = (weights.len(), slots.len());
                let what = "weights".to_owned();
                note(section, "weights", Fault::Length { what, is, wanted });
            }
            let is: Exact = weights.iter().sum();
            if is != total {
                let wanted = total.clone();
                note(section, "weights", Fault::WeightsTotal { is, wanted });
            }
            Weights::Fixed(weights)
        } else {
            let of = self.of(section, "weights");
            self.aggregate(section, "weights", &of);
            Weights::Seen(of)
        };
        let kind = match per == total && !section.has("unit") {
            true => item,
            false => item.and(self.needed_unit(section)),
        };
        let missing = self.weight_of_missing(section, &of, &weights);
        let operation = Operation::WeightedSum {
            of,
            weights,
            total,
            per,
            missing,
        };
        (operation, kind.map(Kind::Number))
    }

    pub(super) fn weight_of_missing(
        &self,
        section: &Section<'_>,
        of: &Of<usize>,
        weights: &Weights<usize>,
    ) -> WeightOfMissing {
        if !section.has("missing") {
            return WeightOfMissing::Stop;
        }
        let which = [("no_rating", 0), ("renormalise", 1), ("move", 2)];
        match section.choice("missing", &which) {
            0 => return WeightOfMissing::Stop,
            1 => return WeightOfMissing::Renormalise,
            _ => {}
        }
        let place = |inside: &Section<'_>, name: &str| {
            let slot = self.names.get(name);
            let place = slot.and_then(|slot| of.refs().iter().position(|other| other == slot));
            if place.is_none() {
                let (key, name) = ("move".to_owned(), name.to_owned());
                note(
                    inside,
                    &name,
                    Fault::UnknownName {
                        key,
                        name: name.clone(),
                    },
                );
            }
            place
        };
        let mut moves = BTreeMap::new();
        if let Some(inside) = section.table("move") {
            for from in inside.keys() {
                let (Some(targets), Some(origin)) = (inside.table(from), place(&inside, from))
                else {
                    continue;
                };
                let shares: Vec<_> = targets
                    .keys()
                    .filter_map(|to| Some((place(&targets, to)?, targets.exact(to))))
                    .collect();
                if let Weights::Fixed(weights) = weights
                    && let Some(wanted) = weights.get(origin)
                {
                    let is: Exact = shares.iter().map(|(_, points)| points).sum();
                    if is != *wanted {
                        let (from, wanted) = (from.to_owned(), wanted.clone());
                        note(
                            &inside,
                            &from,
                            Fault::MoveTotal {
                                from: from.clone(),
                                is,
                                wanted,
                            },
                        );
                    }
                }
                moves.insert(origin, shares);
            }
        }
        WeightOfMissing::Move(moves)
    }

    /// Numbers, or names of steps.
    pub(super) fn ends(
        &self,
        section: &Section<'_>,
        key: &str,
        unit: Option<&Unit>,
    ) -> Vec<End<usize>> {
        section
            .items(key)
            .into_iter()
            .filter_map(|(item, line)| self.end(section, key, item, line, unit))
            .collect()
    }

    pub(super) fn end(
        &self,
        section: &Section<'_>,
        key: &str,
        item: &DeValue<'_>,
        line: usize,
        unit: Option<&Unit>,
    ) -> Option<End<usize>> {
        if let Some(number) = exact(item) {
            return Some(End::Fixed(number));
        }
        let Some(name) = item.as_str() else {
            let (key, wanted) = (key.to_owned(), "a number or the name of a step");
            section.note_line(line, crate::Fault::Rule(Fault::WrongValue { key, wanted }));
            return None;
        };
        let slot = self.slot(section, line, key, name);
        let kind = match self.kind_of(slot) {
            Some(Kind::List(item)) => Some((**item).clone()),
            other => other.cloned(),
        };
        if let (Some(unit), Some(is)) = (unit, kind) {
            let wanted = Kind::Number(unit.clone());
            if is != wanted {
                self.wrong_kind(section, key, slot, &is, &wanted.to_string());
            }
        }
        Some(End::Seen(slot))
    }

    pub(super) fn scale(&self, section: &Section<'_>) -> Read {
        let of = self.of(section, "of");
        let item = self.lifted_number(section, "of", &of);
        let unit = self.needed_unit(section);
        let from = self.ends(section, "from", item.as_ref().map(|(unit, _)| unit));
        let to = self.ends(section, "to", unit.as_ref());
        if from.len() < 2 && section.has("from") {
            let (what, is, wanted) = ("`from`".to_owned(), from.len(), 2);
            note(section, "from", Fault::Length { what, is, wanted });
        }
        if from.len() != to.len() && section.has("to") {
            let (what, is, wanted) = ("`to`".to_owned(), to.len(), from.len());
            note(section, "to", Fault::Length { what, is, wanted });
        }
        let fixed: Option<Vec<&Exact>> = from
            .iter()
            .map(|end| match end {
                End::Fixed(number) => Some(number),
                End::Seen(_) => None,
            })
            .collect();
        if fixed.is_some_and(|fixed| !fixed.is_sorted_by(|a, b| a < b)) {
            note(section, "from", Fault::LineTurns);
        }
        let beyond = match section.has("beyond") {
            true => section.choice("beyond", &[("go_on", Beyond::GoOn), ("stay", Beyond::Stay)]),
            false => Beyond::GoOn,
        };
        let kind = item
            .zip(unit)
            .map(|((_, list), unit)| wrap(Kind::Number(unit), list));
        let operation = Operation::Scale {
            of,
            from,
            to,
            beyond,
        };
        (operation, kind)
    }

    pub(super) fn round(&self, section: &Section<'_>) -> Read {
        let of = self.of(section, "of");
        let item = self.lifted_number(section, "of", &of);
        let mode = section.choice(
            "mode",
            &[
                ("half_up", RoundingMode::HalfUp),
                ("truncate", RoundingMode::Truncate),
                ("ceil", RoundingMode::Ceil),
            ],
        );
        let digits = section.number("digits");
        if digits > 20 {
            let (what, is, most) = ("digits", digits as usize, 20);
            note(section, "digits", Fault::TooMany { what, is, most });
        }
        let kind = item.map(|(unit, list)| wrap(Kind::Number(unit), list));
        let digits = digits.min(20);
        (Operation::Round { of, mode, digits }, kind)
    }
}
