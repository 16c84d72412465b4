//! From the text of a rule's file to [`Rules`]: names are resolved, kinds checked and lints noted, each with its line.

mod condition;
mod inputs;
mod steps;

use std::collections::BTreeMap;

use toml::de::DeTable;

use crate::layers::Origin;
use crate::reading::{Findings, Section};
use crate::{Exact, Problem};

use super::{Fault, Input, Kind, Label, Rule, Rules, Scale, ScaleForm, Slot, Step, lint};

/// More steps than any published rule has; keeps a trace's depth and its reader's patience in bounds.
const STEPS: usize = 300;
/// The same for inputs.
const SLOTS: usize = 300;

/// Reads and checks the rules of one file. `file` is its name in problems.
///
/// # Errors
/// Every problem found.
pub fn read(file: &str, text: &str) -> Result<Rules, Vec<Problem>> {
    let findings = Findings::default();
    let rules = match DeTable::parse(text) {
        Ok(table) => {
            let origin = Origin::new(vec![(file.to_owned(), text)]);
            let section = Section::new(&origin, table.get_ref(), &findings);
            Some(read_rules(&section))
        }
        Err(error) => {
            let line = error
                .span()
                .map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            let what = crate::Fault::Syntax(error.message().to_owned());
            findings.note(file, line, what);
            None
        }
    };
    match rules {
        Some(rules) if findings.none() => Ok(rules),
        _ => {
            let mut problems = findings.into_problems();
            problems.sort_by_key(|problem| problem.line);
            Err(problems)
        }
    }
}

/// Reads the rules of an open section, which is a whole file.
pub(crate) fn read_rules(section: &Section<'_>) -> Rules {
    let _ = section.rule_all();
    let system = section.string("system");
    let years = section.string("years");
    let mut scales: Vec<Scale> = Vec::new();
    for section in section.list("scale") {
        let scale = read_scale(&section);
        if scales.iter().any(|other| other.id == scale.id) {
            let id = scale.id.to_string();
            section.note_key("id", crate::Fault::Duplicate { id });
        }
        scales.push(scale);
    }
    let mut rules: Vec<Rule> = Vec::new();
    let sections = section.list("rule");
    if sections.is_empty() {
        note(section, "rule", Fault::Empty { what: "rules" });
    }
    for inside in &sections {
        let rule = Reader::new(&scales).rule(inside, &system, &years);
        let names = |rule: &Rule| {
            let mut names: Vec<_> = rule.input_names().cloned().collect();
            names.sort();
            names
        };
        let same = rules
            .iter()
            .find(|other| other.system == rule.system && names(other) == names(&rule));
        if let Some(other) = same {
            let other = other.id.clone();
            note(inside, "id", Fault::SameInputs { other });
        }
        if rules.iter().any(|other| other.id == rule.id) {
            let id = rule.id.clone();
            inside.note_key("id", crate::Fault::Duplicate { id });
        }
        rules.push(rule);
    }
    Rules {
        system,
        years,
        scales,
        rules,
    }
}

fn note(section: &Section<'_>, key: &str, fault: Fault) {
    section.note_key(key, crate::Fault::Rule(fault));
}

fn read_scale(section: &Section<'_>) -> Scale {
    let id = section.string("id").into();
    let form = if section.has("labels") {
        let labels: Vec<Label> = section
            .strings("labels")
            .into_iter()
            .map(Label::from)
            .collect();
        if labels.is_empty() {
            note(section, "labels", Fault::Empty { what: "labels" });
        }
        for (place, label) in labels.iter().enumerate() {
            if labels[..place].contains(label) {
                let id = label.to_string();
                section.note_key("labels", crate::Fault::Duplicate { id });
            }
        }
        ScaleForm::Labels(labels)
    } else {
        let (from, to) = (section.exact("from"), section.exact("to"));
        if from > to {
            note(section, "from", Fault::Turned { what: "the scale" });
        }
        ScaleForm::Numbers {
            from,
            to,
            whole: section.flag("whole", false),
        }
    };
    Scale { id, form }
}

/// One rule while it is read.
struct Reader<'r> {
    scales: &'r [Scale],
    inputs: Vec<Input>,
    slots: Vec<Slot>,
    /// Inputs and steps so far, by name.
    names: BTreeMap<Label, usize>,
    /// Steps that stand anywhere in the rule, for a better word about those below.
    all_steps: Vec<String>,
    /// Kinds of the steps so far; none where a step has a fault.
    kinds: Vec<Option<Kind>>,
}

/// What a name with a fault stands for: a slot that is not there, whose kind nobody knows.
const NOWHERE: usize = usize::MAX;

impl<'r> Reader<'r> {
    fn new(scales: &'r [Scale]) -> Self {
        Self {
            scales,
            inputs: Vec::new(),
            slots: Vec::new(),
            names: BTreeMap::new(),
            all_steps: Vec::new(),
            kinds: Vec::new(),
        }
    }

    fn rule(mut self, section: &Section<'_>, system: &str, years: &str) -> Rule {
        let (known, source) = section.rule_all();
        let id = section.string("id");
        let or = |key: &str, outside: &str| match section.has(key) {
            true => section.string(key),
            false => outside.to_owned(),
        };
        let (system, years) = (or("system", system), or("years", years));
        let shown_places = match section.has("shown_places") {
            true => section.number("shown_places"),
            false => 2,
        };
        if shown_places > 20 {
            let what = "shown places";
            note(
                section,
                "shown_places",
                Fault::TooMany {
                    what,
                    is: shown_places as usize,
                    most: 20,
                },
            );
        }
        for input in section.list("input") {
            self.input(&input);
        }
        if self.slots.len() > SLOTS {
            let (what, is) = ("inputs", self.slots.len());
            note(
                section,
                "input",
                Fault::TooMany {
                    what,
                    is,
                    most: SLOTS,
                },
            );
        }
        let mut sections = section.list("step");
        if sections.is_empty() {
            note(section, "step", Fault::Empty { what: "steps" });
        }
        if sections.len() > STEPS {
            let (what, is) = ("steps", sections.len());
            note(
                section,
                "step",
                Fault::TooMany {
                    what,
                    is,
                    most: STEPS,
                },
            );
            sections.truncate(STEPS);
        }
        self.all_steps = sections.iter().map(|step| step.string("name")).collect();
        let mut steps: Vec<Step> = Vec::new();
        for (place, section) in sections.iter().enumerate() {
            let (known, source) = section.ruling();
            let name: Label = self.all_steps[place].as_str().into();
            let (operation, kind) = self.step(section);
            self.declare(section, &name, self.slots.len() + place);
            self.kinds.push(kind.clone());
            steps.push(Step {
                named: operation.rename(&mut |slot| self.name_of(*slot)).into(),
                name,
                operation,
                kind: kind.unwrap_or(Kind::YesNo),
                known,
                source: source.into(),
            });
        }
        let outputs = section.strings("outputs");
        if outputs.is_empty() {
            note(section, "outputs", Fault::Empty { what: "outputs" });
        }
        let outputs = outputs
            .iter()
            .filter_map(|name| {
                let step = steps.iter().position(|step| *step.name == **name);
                if step.is_none() {
                    let (key, name) = ("outputs".to_owned(), name.clone());
                    note(section, "outputs", Fault::UnknownName { key, name });
                }
                step
            })
            .collect();
        let rule = Rule {
            id,
            system,
            years,
            inputs: self.inputs,
            slots: self.slots,
            steps,
            outputs,
            shown_places: shown_places.min(20),
            known,
            source: source.into(),
        };
        if section.is_sound() {
            lint::lint(&rule, section, &sections, self.scales);
        } else {
            // Read, so that it is not said to mean nothing.
            sections.iter().for_each(|step| {
                step.string_or_empty("accept");
            });
        }
        rule
    }

    fn name_of(&self, slot: usize) -> Label {
        let found = self.names.iter().find(|(_, other)| **other == slot);
        found.map_or_else(|| Label::from(""), |(name, _)| name.clone())
    }

    fn declare(&mut self, section: &Section<'_>, name: &Label, slot: usize) {
        if self.names.insert(name.clone(), slot).is_some() {
            let id = name.to_string();
            section.note_key("name", crate::Fault::Duplicate { id });
        }
    }

    fn kind_of(&self, slot: usize) -> Option<&Kind> {
        match slot.checked_sub(self.slots.len()) {
            None => self.slots.get(slot).map(|slot| &slot.kind),
            Some(step) => self.kinds.get(step)?.as_ref(),
        }
    }

    /// The slot of a name that stands under `key`.
    fn slot(&self, section: &Section<'_>, line: usize, key: &str, name: &str) -> usize {
        if let Some(slot) = self.names.get(name) {
            return *slot;
        }
        let (key, name) = (key.to_owned(), name.to_owned());
        let what = match self.all_steps.contains(&name) {
            true => Fault::Later { key, name },
            false => Fault::UnknownName { key, name },
        };
        section.note_line(line, crate::Fault::Rule(what));
        NOWHERE
    }

    /// The slot of the name that stands under `key`.
    fn one(&self, section: &Section<'_>, key: &str) -> usize {
        let name = section.string(key);
        match section.any(key) {
            Some((_, line)) if !name.is_empty() => self.slot(section, line, key, &name),
            _ => NOWHERE,
        }
    }

    fn labels(&self, section: &Section<'_>, key: &str, id: &str) -> Option<(Label, &'r [Label])> {
        let Some(scale) = self.scales.iter().find(|scale| *scale.id == *id) else {
            let name = id.to_owned();
            note(section, key, Fault::UnknownScale { name });
            return None;
        };
        match &scale.form {
            ScaleForm::Labels(labels) => Some((scale.id.clone(), labels)),
            ScaleForm::Numbers { .. } => {
                let (name, wanted) = (id.to_owned(), "labels");
                note(section, key, Fault::WrongScale { name, wanted });
                None
            }
        }
    }

    fn numbers(
        &self,
        section: &Section<'_>,
        key: &str,
        id: &str,
    ) -> Option<(Label, [Exact; 2], bool)> {
        let Some(scale) = self.scales.iter().find(|scale| *scale.id == *id) else {
            let name = id.to_owned();
            note(section, key, Fault::UnknownScale { name });
            return None;
        };
        match &scale.form {
            ScaleForm::Numbers { from, to, whole } => {
                Some((scale.id.clone(), [from.clone(), to.clone()], *whole))
            }
            ScaleForm::Labels(_) => {
                let (name, wanted) = (id.to_owned(), "numbers");
                note(section, key, Fault::WrongScale { name, wanted });
                None
            }
        }
    }
}
