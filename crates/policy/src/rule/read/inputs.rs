//! The inputs of a rule: what kind of value, list or record each is.

use toml::de::DeValue;

use crate::Exact;
use crate::reading::{Section, exact};

use super::{Fault, Reader, note};
use crate::rule::{Form, Input, Kind, Label, Slot, Unit};

const KINDS: &[&str] = &[
    "points",
    "percent",
    "count",
    "ratio",
    "score",
    "label",
    "yes_no",
    "list",
    "record",
    "judgement",
    "external",
];

const WANTED: &str = "\"yes_no\", \"count\", \"percent\", or a table such as { points = 100 } or { label = \"scale\" }";

impl Reader<'_> {
    pub(super) fn input(&mut self, section: &Section<'_>) {
        let name: Label = section.string("name").into();
        let Some((value, line)) = section.any("kind") else {
            let key = "kind".to_owned();
            section.note_line(section.line(), crate::Fault::MissingKey { key });
            return;
        };
        let Some(form) = self.form(section, &name, value, line) else {
            return;
        };
        if let Form::Plain(slot) = form {
            self.declare(section, &name, slot);
        }
        self.inputs.push(Input { name, form });
    }

    fn form(
        &mut self,
        section: &Section<'_>,
        name: &Label,
        value: &DeValue<'_>,
        line: usize,
    ) -> Option<Form> {
        let DeValue::Table(table) = value else {
            let slot = self.leaf(section, name, value, line)?;
            return Some(Form::Plain(self.add(slot)));
        };
        let inside = section.inside(table, line);
        if inside.has("record") {
            return Some(Form::Record(self.fields(&inside, section, name, false)?));
        }
        if inside.has("judgement") {
            let id = inside.string("judgement");
            let (scale, labels) = self.labels(&inside, "judgement", &id)?;
            let label = Slot {
                labels: labels.to_vec(),
                ..plain(name, "label", Kind::Label(scale))
            };
            let fields = [label, plain(name, "reason", Kind::Text)];
            return Some(Form::Record(self.add_fields(section, name, fields)));
        }
        if inside.has("external") {
            let (value, line) = inside.any("external")?;
            let leaf = self.leaf(&inside, &format!("{name}.value").into(), value, line)?;
            let fields = [
                leaf,
                plain(name, "source", Kind::Text),
                plain(name, "on", Kind::Text),
            ];
            return Some(Form::Record(self.add_fields(section, name, fields)));
        }
        if inside.has("list") {
            let (item, line) = inside.any("list")?;
            let length = self.length(&inside);
            if let DeValue::Table(table) = item {
                let row = inside.inside(table, line);
                if row.has("record") {
                    let fields = self.fields(&row, section, name, true)?;
                    for (_, slot) in &fields {
                        self.slots[*slot].length = length;
                    }
                    return Some(Form::Rows(fields));
                }
                // Read again below.
                row.keys().for_each(|key| {
                    let _ = row.any(key);
                });
            }
            let slot = self.leaf(&inside, name, item, line)?;
            let slot = listed(slot, length);
            return Some(Form::Plain(self.add(slot)));
        }
        inside.keys().for_each(|key| {
            let _ = inside.any(key);
        });
        let slot = self.leaf(section, name, value, line)?;
        Some(Form::Plain(self.add(slot)))
    }

    fn add(&mut self, slot: Slot) -> usize {
        self.slots.push(slot);
        self.slots.len() - 1
    }

    fn add_fields<const N: usize>(
        &mut self,
        section: &Section<'_>,
        name: &Label,
        slots: [Slot; N],
    ) -> Vec<(Label, usize)> {
        let added = slots.map(|slot| {
            let full = slot.name.clone();
            let field = full[name.len() + 1..].into();
            let slot = self.add(slot);
            self.declare(section, &full, slot);
            (field, slot)
        });
        added.to_vec()
    }

    fn fields(
        &mut self,
        inside: &Section<'_>,
        outside: &Section<'_>,
        name: &Label,
        rows: bool,
    ) -> Option<Vec<(Label, usize)>> {
        let record = inside.table("record")?;
        let mut fields = Vec::new();
        for field in record.keys() {
            let Some((value, line)) = record.any(field) else {
                continue;
            };
            let full: Label = format!("{name}.{field}").into();
            let slot = match value {
                DeValue::Table(table) if !rows && table.contains_key("list") => {
                    let list = record.inside(table, line);
                    let length = self.length(&list);
                    let (item, line) = list.any("list")?;
                    listed(self.leaf(&list, &full, item, line)?, length)
                }
                _ => {
                    let leaf = self.leaf(&record, &full, value, line)?;
                    if rows { listed(leaf, None) } else { leaf }
                }
            };
            let slot = self.add(slot);
            self.declare(outside, &full, slot);
            fields.push((field.into(), slot));
        }
        if fields.is_empty() {
            note(inside, "record", Fault::Empty { what: "fields" });
        }
        Some(fields)
    }

    fn length(&self, section: &Section<'_>) -> Option<[usize; 2]> {
        let (value, line) = section.any("length")?;
        let number = |value: &DeValue<'_>| value.as_integer()?.to_string().parse::<u16>().ok();
        let ends = match value {
            DeValue::Array(items) => {
                let ends: Vec<_> = items.iter().map(|item| number(item.get_ref())).collect();
                <[Option<u16>; 2]>::try_from(ends).ok()
            }
            one => Some([number(one); 2]),
        };
        let Some([Some(least), Some(most)]) = ends else {
            let key = "length".to_owned();
            let wanted = "a whole number, or the fewest and the most such as [2, 5]";
            section.note_line(line, crate::Fault::Rule(Fault::WrongValue { key, wanted }));
            return None;
        };
        if least > most {
            note(section, "length", Fault::Turned { what: "the length" });
        }
        Some([least.into(), most.into()])
    }

    /// A single value.
    fn leaf(
        &self,
        section: &Section<'_>,
        name: &Label,
        value: &DeValue<'_>,
        line: usize,
    ) -> Option<Slot> {
        let wrong = || {
            let key = "kind".to_owned();
            let fault = Fault::WrongValue {
                key,
                wanted: WANTED,
            };
            section.note_line(line, crate::Fault::Rule(fault));
        };
        let slot = |kind: Kind, bounds, whole| Slot {
            name: name.clone(),
            kind,
            bounds,
            whole,
            labels: Vec::new(),
            length: None,
        };
        let hundred = || Some([Exact::zero(), Exact::from(100)]);
        let table = match value {
            DeValue::Table(table) => table,
            DeValue::String(word) => {
                return match word.as_ref() {
                    "yes_no" => Some(slot(Kind::YesNo, None, false)),
                    "count" => {
                        let (kind, whole) = (Kind::Number(Unit::Count), Unit::Count.is_whole());
                        let mut slot = slot(kind, None, whole);
                        slot.bounds = Some([Exact::zero(), Exact::from(1_000_000)]);
                        Some(slot)
                    }
                    "percent" => Some(slot(Kind::Number(Unit::Percent), hundred(), false)),
                    _ => {
                        wrong();
                        None
                    }
                };
            }
            _ => {
                wrong();
                return None;
            }
        };
        let inside = section.inside(table, line);
        let whole = |unit: &Unit| inside.flag("whole", unit.is_whole());
        let mut given = inside.keys().filter(|key| KINDS.contains(key));
        let (Some(key), None) = (given.next(), given.next()) else {
            inside.keys().for_each(|key| {
                let _ = inside.any(key);
            });
            inside.note_line(line, crate::Fault::Rule(Fault::OneOf { keys: KINDS }));
            return None;
        };
        match key {
            "points" | "percent" | "count" | "ratio" => {
                let unit = match key {
                    "points" => Unit::Points,
                    "percent" => Unit::Percent,
                    "count" => Unit::Count,
                    _ => Unit::Ratio,
                };
                let bounds = self.bounds(&inside, key)?;
                let whole = whole(&unit);
                Some(slot(Kind::Number(unit), Some(bounds), whole))
            }
            "score" => {
                let (scale, bounds, whole) = self.numbers(&inside, key, &inside.string("score"))?;
                Some(slot(Kind::Number(Unit::Score(scale)), Some(bounds), whole))
            }
            "label" => {
                let (scale, labels) = self.labels(&inside, key, &inside.string("label"))?;
                let mut slot = slot(Kind::Label(scale), None, false);
                slot.labels = labels.to_vec();
                Some(slot)
            }
            _ => {
                inside.keys().for_each(|key| {
                    let _ = inside.any(key);
                });
                inside.note_line(line, crate::Fault::Rule(Fault::Nested));
                None
            }
        }
    }

    /// Lowest and highest; a single number is the highest, and the lowest is 0.
    fn bounds(&self, section: &Section<'_>, key: &str) -> Option<[Exact; 2]> {
        let (value, line) = section.any(key)?;
        let ends = match value {
            DeValue::Array(items) => {
                let ends: Vec<_> = items.iter().map(|item| exact(item.get_ref())).collect();
                <[Option<Exact>; 2]>::try_from(ends).ok()
            }
            one => Some([Some(Exact::zero()), exact(one)]),
        };
        let Some([Some(low), Some(high)]) = ends else {
            let key = key.to_owned();
            let wanted = "the highest number, or the lowest and the highest such as [100, 400]";
            section.note_line(line, crate::Fault::Rule(Fault::WrongValue { key, wanted }));
            return None;
        };
        if low > high {
            note(section, key, Fault::Turned { what: "the range" });
        }
        Some([low, high])
    }
}

fn plain(name: &Label, field: &str, kind: Kind) -> Slot {
    Slot {
        name: format!("{name}.{field}").into(),
        kind,
        bounds: None,
        whole: false,
        labels: Vec::new(),
        length: None,
    }
}

fn listed(slot: Slot, length: Option<[usize; 2]>) -> Slot {
    Slot {
        kind: Kind::List(Box::new(slot.kind)),
        length,
        ..slot
    }
}
