//! Steps: each operation with its keys, and the kind of what it gives.

mod choices;
mod labels;
mod numbers;

use toml::de::DeValue;

use crate::reading::Section;

use super::{Fault, NOWHERE, Reader, note};
use crate::rule::{Kind, Label, Missing, Of, Operation, Side, Unit, Which};

/// An operation, and the kind of its value; none where it has a fault.
type Read = (Operation<usize>, Option<Kind>);

const OPERATIONS: [(&str, Name); 17] = [
    ("map", Name::Map),
    ("sum", Name::Sum),
    ("mean", Name::Mean),
    ("weighted_sum", Name::WeightedSum),
    ("scale", Name::Scale),
    ("round", Name::Round),
    ("band", Name::Band),
    ("matrix", Name::Matrix),
    ("count_rule", Name::CountRule),
    ("cap_if", Name::Cap),
    ("floor_if", Name::Floor),
    ("best", Name::Best),
    ("adjust_if", Name::Adjust),
    ("choose", Name::Choose),
    ("missing", Name::Missing),
    ("judge", Name::Judge),
    ("external", Name::External),
];

#[derive(Clone, Copy)]
enum Name {
    Map,
    Sum,
    Mean,
    WeightedSum,
    Scale,
    Round,
    Band,
    Matrix,
    CountRule,
    Cap,
    Floor,
    Best,
    Adjust,
    Choose,
    Missing,
    Judge,
    External,
}

impl Reader<'_> {
    pub(super) fn step(&self, section: &Section<'_>) -> Read {
        match section.choice("op", &OPERATIONS) {
            Name::Map => self.map(section),
            Name::Sum => {
                let (of, missing) = (self.of(section, "of"), self.missing_items(section));
                let kind = self.aggregate(section, "of", &of).map(|unit| match unit {
                    Unit::Score(_) => Unit::Points,
                    other => other,
                });
                (Operation::Sum { of, missing }, kind.map(Kind::Number))
            }
            Name::Mean => {
                let (of, missing) = (self.of(section, "of"), self.missing_items(section));
                let kind = self.aggregate(section, "of", &of).map(Kind::Number);
                (Operation::Mean { of, missing }, kind)
            }
            Name::Best => {
                let (of, missing) = (self.of(section, "of"), self.missing_items(section));
                let which = section.choice("which", &[("max", Which::Max), ("min", Which::Min)]);
                let kind = self.aggregate(section, "of", &of).map(Kind::Number);
                (Operation::Best { of, which, missing }, kind)
            }
            Name::WeightedSum => self.weighted_sum(section),
            Name::Scale => self.scale(section),
            Name::Round => self.round(section),
            Name::Band => self.band(section),
            Name::Matrix => self.matrix(section),
            Name::CountRule => self.count_rule(section),
            Name::Cap => self.limit(section, Side::Cap),
            Name::Floor => self.limit(section, Side::Floor),
            Name::Adjust => {
                let of = self.one(section, "of");
                let kind = self.number_kind(section, "of", of).map(Kind::Number);
                let (when, by) = (self.condition(section, "when"), section.exact("by"));
                (Operation::Adjust { of, when, by }, kind)
            }
            Name::Choose => self.choose(section),
            Name::Missing => self.missing(section),
            Name::Judge => self.judge(section),
            Name::External => {
                let name = section.string("of");
                let line = section.any("of").map_or(section.line(), |(_, line)| line);
                let part = |field: &str| self.slot(section, line, "of", &format!("{name}.{field}"));
                let (value, source, on) = (part("value"), part("source"), part("on"));
                let kind = self.kind_of(value).cloned();
                (Operation::External { value, source, on }, kind)
            }
        }
    }

    /// A name, or a list of names.
    fn of(&self, section: &Section<'_>, key: &str) -> Of<usize> {
        match section.any(key) {
            Some((DeValue::Array(_), _)) => {
                let names = section.items(key).into_iter();
                let slots: Vec<_> = names
                    .map(|(item, line)| match item.as_str() {
                        Some(name) => self.slot(section, line, key, name),
                        None => {
                            let (key, wanted) = (key.to_owned(), "a list of names");
                            let fault = Fault::WrongValue { key, wanted };
                            section.note_line(line, crate::Fault::Rule(fault));
                            NOWHERE
                        }
                    })
                    .collect();
                if slots.is_empty() {
                    note(section, key, Fault::Empty { what: "names" });
                }
                Of::Many(slots)
            }
            _ => Of::One(self.one(section, key)),
        }
    }

    fn wrong_kind(&self, section: &Section<'_>, key: &str, slot: usize, is: &Kind, wanted: &str) {
        let (name, is, wanted) = (
            self.name_of(slot).to_string(),
            is.clone(),
            wanted.to_owned(),
        );
        note(section, key, Fault::WrongKind { name, is, wanted });
    }

    fn number_kind(&self, section: &Section<'_>, key: &str, slot: usize) -> Option<Unit> {
        match self.kind_of(slot)? {
            Kind::Number(unit) => Some(unit.clone()),
            is => {
                self.wrong_kind(section, key, slot, is, "a number");
                None
            }
        }
    }

    fn label_kind(&self, section: &Section<'_>, key: &str, slot: usize) -> Option<Label> {
        match self.kind_of(slot)? {
            Kind::Label(scale) => Some(scale.clone()),
            is => {
                self.wrong_kind(section, key, slot, is, "a label");
                None
            }
        }
    }

    /// The one kind of all items; lists count with theirs.
    fn items_kind(&self, section: &Section<'_>, key: &str, of: &Of<usize>) -> Option<Kind> {
        let item = |slot: usize| match self.kind_of(slot)? {
            Kind::List(item) => Some((**item).clone()),
            kind => Some(kind.clone()),
        };
        let first = *of.refs().first()?;
        let kind = item(first)?;
        for other in of.refs() {
            let other_kind = item(*other)?;
            if kind != other_kind {
                let fault = Fault::Mixed {
                    first: self.name_of(first).to_string(),
                    first_kind: kind,
                    other: self.name_of(*other).to_string(),
                    other_kind,
                };
                note(section, key, fault);
                return None;
            }
        }
        Some(kind)
    }

    fn aggregate(&self, section: &Section<'_>, key: &str, of: &Of<usize>) -> Option<Unit> {
        match self.items_kind(section, key, of)? {
            Kind::Number(unit) => Some(unit),
            is => {
                self.wrong_kind(section, key, of.refs()[0], &is, "numbers");
                None
            }
        }
    }

    /// Of an operation that works on each item: the kind of an item, and whether a list comes out.
    fn lifted(&self, section: &Section<'_>, key: &str, of: &Of<usize>) -> Option<(Kind, bool)> {
        let kind = self.items_kind(section, key, of)?;
        match of {
            Of::One(slot) => Some((kind, matches!(self.kind_of(*slot)?, Kind::List(_)))),
            Of::Many(slots) => {
                for slot in slots {
                    if let Some(is @ Kind::List(_)) = self.kind_of(*slot) {
                        self.wrong_kind(section, key, *slot, is, "a single value");
                        return None;
                    }
                }
                Some((kind, true))
            }
        }
    }

    fn lifted_number(
        &self,
        section: &Section<'_>,
        key: &str,
        of: &Of<usize>,
    ) -> Option<(Unit, bool)> {
        match self.lifted(section, key, of)? {
            (Kind::Number(unit), list) => Some((unit, list)),
            (is, _) => {
                self.wrong_kind(section, key, of.refs()[0], &is, "a number");
                None
            }
        }
    }

    /// The unit that a step gives, where it must say so.
    fn unit(&self, section: &Section<'_>) -> Option<Unit> {
        match section.any("unit") {
            Some((DeValue::Table(table), line)) => {
                let inside = section.inside(table, line);
                let id = inside.string("score");
                let (scale, _, _) = self.numbers(&inside, "score", &id)?;
                Some(Unit::Score(scale))
            }
            _ => match section.string("unit").as_str() {
                "points" => Some(Unit::Points),
                "percent" => Some(Unit::Percent),
                "count" => Some(Unit::Count),
                "ratio" => Some(Unit::Ratio),
                _ => None,
            },
        }
    }

    fn needed_unit(&self, section: &Section<'_>) -> Option<Unit> {
        let unit = self.unit(section);
        if unit.is_none() && section.has("unit") {
            let key = "unit".to_owned();
            let wanted = "\"points\", \"percent\", \"count\", \"ratio\" or { score = \"scale\" }";
            if matches!(section.any("unit"), Some((DeValue::String(_), _))) {
                note(section, "unit", Fault::WrongValue { key, wanted });
            }
        }
        unit
    }

    fn missing_items(&self, section: &Section<'_>) -> Missing {
        if !section.has("missing") {
            return Missing::Stop;
        }
        match section.choice("missing", &[("no_rating", false), ("drop", true)]) {
            true => Missing::Drop {
                at_least: section.number("at_least") as usize,
            },
            false => Missing::Stop,
        }
    }
}

fn wrap(kind: Kind, list: bool) -> Kind {
    match list {
        true => Kind::List(Box::new(kind)),
        false => kind,
    }
}
