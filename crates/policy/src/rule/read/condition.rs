//! Conditions and tests.

use toml::de::DeValue;

use crate::reading::{Section, exact};

use super::{Fault, NOWHERE, Reader, note};
use crate::rule::{Condition, Kind, Label, Test, Value};

const TESTS: &[&str] = &["is", "at_least", "below", "same_as"];
const CONDITIONS: &[&str] = &["step", "missing", "all", "any", "not"];

impl Reader<'_> {
    /// The condition under `key`; one that never holds where it has a fault.
    pub(super) fn condition(&self, section: &Section<'_>, key: &str) -> Condition<usize> {
        match section.table(key) {
            Some(inside) => self.read_condition(&inside),
            None => Condition::Any(Vec::new()),
        }
    }

    fn read_condition(&self, section: &Section<'_>) -> Condition<usize> {
        let mut given = CONDITIONS.iter().filter(|key| section.has(key));
        let (Some(key), None) = (given.next(), given.next()) else {
            section.keys().for_each(|key| {
                let _ = section.any(key);
            });
            let fault = Fault::OneOf { keys: CONDITIONS };
            section.note_line(section.line(), crate::Fault::Rule(fault));
            return Condition::Any(Vec::new());
        };
        let parts = |key: &str| -> Vec<_> {
            let parts = section.list(key);
            if parts.is_empty() {
                note(section, key, Fault::Empty { what: "conditions" });
            }
            parts.iter().map(|part| self.read_condition(part)).collect()
        };
        match *key {
            "missing" => Condition::Missing(self.one(section, "missing")),
            "all" => Condition::All(parts("all")),
            "any" => Condition::Any(parts("any")),
            "not" => Condition::Not(Box::new(self.condition(section, "not"))),
            _ => {
                let step = self.one(section, "step");
                let kind = self.kind_of(step).cloned();
                if let Some(is @ Kind::List(_)) = &kind {
                    let (name, wanted) = (self.name_of(step).to_string(), "a single value".into());
                    let is = is.clone();
                    note(section, "step", Fault::WrongKind { name, is, wanted });
                }
                let (test, order) = self.test(section, kind.as_ref());
                Condition::Passes { step, test, order }
            }
        }
    }

    /// The one test of a section, for values of this kind, and the order of the kind's labels.
    pub(super) fn test(
        &self,
        section: &Section<'_>,
        kind: Option<&Kind>,
    ) -> (Test<usize>, Vec<Label>) {
        let order: Vec<Label> = match kind {
            Some(Kind::Label(scale)) => self
                .labels(section, "step", scale)
                .map(|(_, labels)| labels.to_vec())
                .unwrap_or_default(),
            _ => Vec::new(),
        };
        let mut given = TESTS.iter().filter(|key| section.has(key));
        let (Some(key), None) = (given.next(), given.next()) else {
            TESTS.iter().for_each(|key| {
                let _ = section.any(key);
            });
            let fault = Fault::OneOf { keys: TESTS };
            section.note_line(section.line(), crate::Fault::Rule(fault));
            return (Test::Is(Vec::new()), order);
        };
        let Some((value, line)) = section.any(key) else {
            return (Test::Is(Vec::new()), order);
        };
        let read = |value: &DeValue<'_>, line| self.test_value(section, kind, value, line);
        let test = match (*key, value) {
            ("same_as", _) => {
                let other = self.one(section, "same_as");
                if let (Some(kind), Some(is)) = (kind, self.kind_of(other))
                    && kind != is
                {
                    let (name, is) = (self.name_of(other).to_string(), is.clone());
                    let wanted = kind.to_string();
                    note(section, key, Fault::WrongKind { name, is, wanted });
                }
                Test::SameAs(other)
            }
            ("is", DeValue::Array(items)) => Test::Is(
                items
                    .iter()
                    .filter_map(|item| read(item.get_ref(), line))
                    .collect(),
            ),
            ("is", one) => Test::Is(read(one, line).into_iter().collect()),
            (_, one) => {
                if let Some(Kind::YesNo) = kind {
                    let (name, is) = ("the value".to_owned(), Kind::YesNo);
                    let wanted = "a number or a label".to_owned();
                    note(section, key, Fault::WrongKind { name, is, wanted });
                }
                match read(one, line) {
                    Some(bound) if *key == "at_least" => Test::AtLeast(bound),
                    Some(bound) => Test::Below(bound),
                    None => Test::SameAs(NOWHERE),
                }
            }
        };
        (test, order)
    }

    fn test_value(
        &self,
        section: &Section<'_>,
        kind: Option<&Kind>,
        value: &DeValue<'_>,
        line: usize,
    ) -> Option<Value> {
        let found = match kind? {
            Kind::Number(_) => exact(value).map(Value::Number),
            Kind::YesNo => value.as_bool().map(Value::YesNo),
            Kind::Label(scale) => {
                let label = value.as_str().unwrap_or_default();
                let (scale, labels) = self.labels(section, "step", scale)?;
                if !labels.iter().any(|other| **other == *label) {
                    let label = label.to_owned();
                    let fault = Fault::UnknownLabel { scale, label };
                    section.note_line(line, crate::Fault::Rule(fault));
                    return None;
                }
                Some(Value::Label(label.into()))
            }
            Kind::Text | Kind::List(_) => None,
        };
        if found.is_none() {
            let key = "the test".to_owned();
            let wanted = "a value of the kind that it tests";
            section.note_line(line, crate::Fault::Rule(Fault::WrongValue { key, wanted }));
        }
        found
    }
}
