//! Operations that count, limit, choose, stand in and judge.

use toml::de::DeValue;

use crate::reading::Section;

use super::super::{Fault, NOWHERE, Reader, note};
use super::Read;
use crate::rule::{Case, Kind, Label, Operation, Policy, Side, Take, Test, Unit, Wanted};

impl Reader<'_> {
    pub(super) fn count_rule(&self, section: &Section<'_>) -> Read {
        let of = self.of(section, "of");
        let kind = self.items_kind(section, "of", &of);
        let (test, order) = match section.table("where") {
            Some(inside) => self.test(&inside, kind.as_ref()),
            None => (Test::Is(Vec::new()), Vec::new()),
        };
        let wanted = match section.any("wanted") {
            Some((DeValue::Table(table), line)) => {
                let inside = section.inside(table, line);
                match inside.has("at_most") {
                    true => Wanted::AtMost(inside.number("at_most") as usize),
                    false => Wanted::AtLeast(inside.number("at_least") as usize),
                }
            }
            _ => section.choice(
                "wanted",
                &[
                    ("all", Wanted::All),
                    ("any", Wanted::Any),
                    ("none", Wanted::None),
                    ("count", Wanted::Count),
                ],
            ),
        };
        let missing = self.missing_items(section);
        let result = kind.map(|_| match wanted {
            Wanted::Count => Kind::Number(Unit::Count),
            _ => Kind::YesNo,
        });
        let operation = Operation::CountRule {
            of,
            test,
            order,
            wanted,
            missing,
        };
        (operation, result)
    }

    pub(super) fn limit(&self, section: &Section<'_>, side: Side) -> Read {
        let of = self.one(section, "of");
        let scale = self.label_kind(section, "of", of);
        let when = self.condition(section, "when");
        let label: Label = section.string("label").into();
        let found = scale.and_then(|scale| self.labels(section, "of", &scale));
        if let Some((id, labels)) = &found
            && !labels.contains(&label)
            && !label.is_empty()
        {
            let (scale, label) = (id.clone(), label.to_string());
            note(section, "label", Fault::UnknownLabel { scale, label });
        }
        let order = found
            .as_ref()
            .map(|(_, labels)| labels.to_vec())
            .unwrap_or_default();
        let operation = Operation::Limit {
            of,
            when,
            side,
            label,
            order,
        };
        (operation, found.map(|(id, _)| Kind::Label(id)))
    }

    pub(super) fn choose(&self, section: &Section<'_>) -> Read {
        let scale = match section.has("scale") {
            true => self.result(section),
            false => None,
        };
        let mut kind: Option<(usize, Kind)> = scale
            .as_ref()
            .map(|(id, _)| (NOWHERE, Kind::Label(id.clone())));
        let mut take = |inside: &Section<'_>| {
            const KEYS: &[&str] = &["take", "label", "no_rating"];
            let mut given = KEYS.iter().filter(|key| inside.has(key));
            match (given.next(), given.next()) {
                (Some(&"take"), None) => {
                    let slot = self.one(inside, "take");
                    match (&kind, self.kind_of(slot)) {
                        (Some((first, first_kind)), Some(other)) if first_kind != other => {
                            let first = match *first {
                                NOWHERE => "the result".to_owned(),
                                slot => self.name_of(slot).to_string(),
                            };
                            let fault = Fault::Mixed {
                                first,
                                first_kind: first_kind.clone(),
                                other: self.name_of(slot).to_string(),
                                other_kind: other.clone(),
                            };
                            note(inside, "take", fault);
                        }
                        (None, Some(other)) => kind = Some((slot, other.clone())),
                        _ => {}
                    }
                    Take::Step(slot)
                }
                (Some(&"label"), None) => {
                    let label = inside.string("label");
                    match &scale {
                        Some((id, labels)) if !labels.iter().any(|other| **other == *label) => {
                            let (scale, label) = (id.clone(), label.clone());
                            note(inside, "label", Fault::UnknownLabel { scale, label });
                        }
                        None => {
                            let key = "scale".to_owned();
                            section.note_line(section.line(), crate::Fault::MissingKey { key });
                        }
                        _ => {}
                    }
                    Take::Label(label.into())
                }
                (Some(_), None) => Take::NoRating(inside.string("no_rating").into()),
                _ => {
                    KEYS.iter().for_each(|key| {
                        let _ = inside.any(key);
                    });
                    let fault = Fault::OneOf { keys: KEYS };
                    inside.note_line(inside.line(), crate::Fault::Rule(fault));
                    Take::NoRating("".into())
                }
            }
        };
        let sections = section.list("cases");
        if sections.is_empty() {
            note(section, "cases", Fault::Empty { what: "cases" });
        }
        let cases = sections
            .iter()
            .map(|inside| Case {
                when: self.condition(inside, "when"),
                take: take(inside),
            })
            .collect();
        let otherwise = match section.table("otherwise") {
            Some(inside) => take(&inside),
            None => Take::NoRating("".into()),
        };
        let kind = kind.map(|(_, kind)| kind);
        (Operation::Choose { cases, otherwise }, kind)
    }

    pub(super) fn missing(&self, section: &Section<'_>) -> Read {
        let of = self.one(section, "of");
        let kind = self.kind_of(of).cloned();
        let with = || {
            let with = self.one(section, "with");
            if let (Some(kind), Some(is)) = (&kind, self.kind_of(with))
                && kind != is
            {
                self.wrong_kind(section, "with", with, is, &kind.to_string());
            }
            with
        };
        let names = [("substitute", 0), ("carry_forward", 1), ("no_rating", 2)];
        let policy = match section.choice("policy", &names) {
            0 => Policy::Substitute(with()),
            1 => Policy::CarryForward(with()),
            _ => Policy::NoRating(section.string("reason").into()),
        };
        (Operation::Missing { of, policy }, kind)
    }

    pub(super) fn judge(&self, section: &Section<'_>) -> Read {
        let judgement = self.judged(section, None);
        let scale = match self.kind_of(judgement.label) {
            Some(Kind::Label(scale)) => self.labels(section, "judgement", &scale.clone()),
            _ => None,
        };
        let allowed: Vec<Label> = match (section.has("allowed"), &scale) {
            (true, _) => section
                .strings("allowed")
                .into_iter()
                .map(Label::from)
                .collect(),
            (false, Some((_, labels))) => labels.to_vec(),
            (false, None) => Vec::new(),
        };
        if let Some((id, labels)) = &scale {
            if allowed.is_empty() {
                note(section, "allowed", Fault::Empty { what: "labels" });
            }
            for label in &allowed {
                if !labels.contains(label) {
                    let (scale, label) = (id.clone(), label.to_string());
                    note(section, "allowed", Fault::UnknownLabel { scale, label });
                }
            }
        }
        let bound = |key: &str| {
            section.has(key).then(|| {
                let slot = self.one(section, key);
                if let (Some((id, _)), Some(is)) = (&scale, self.kind_of(slot)) {
                    let wanted = Kind::Label(id.clone());
                    if *is != wanted {
                        self.wrong_kind(section, key, slot, is, &wanted.to_string());
                    }
                }
                slot
            })
        };
        let operation = Operation::Judge {
            judgement,
            allowed,
            at_least: bound("at_least"),
            at_most: bound("at_most"),
            order: scale
                .as_ref()
                .map(|(_, labels)| labels.to_vec())
                .unwrap_or_default(),
            why: section.string("why").into(),
        };
        (operation, scale.map(|(id, _)| Kind::Label(id)))
    }
}
