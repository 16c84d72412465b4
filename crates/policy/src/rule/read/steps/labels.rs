//! Operations that give labels: bands and matrices.

use toml::de::DeValue;

use crate::reading::Section;

use super::super::{Fault, Reader, note};
use super::{Read, wrap};
use crate::rule::{Cell, Edge, End, Judged, Kind, Label, Near, Operation};

impl Reader<'_> {
    /// The labels of the scale under `scale`.
    pub(super) fn result(&self, section: &Section<'_>) -> Option<(Label, &[Label])> {
        let id = section.string("scale");
        match id.is_empty() {
            true => None,
            false => self.labels(section, "scale", &id),
        }
    }

    /// `label`, `review` or `unread` of a table, or a label alone.
    pub(super) fn cell(
        &self,
        section: &Section<'_>,
        value: &DeValue<'_>,
        line: usize,
        scale: Option<&(Label, &[Label])>,
    ) -> Option<Cell> {
        if let DeValue::Table(table) = value {
            let inside = section.inside(table, line);
            return self.cell_of(&inside, scale);
        }
        let Some(label) = value.as_str() else {
            let key = "cells".to_owned();
            let wanted = "a label, { review = \"WHAT_FOR\" } or { unread = true }";
            section.note_line(line, crate::Fault::Rule(Fault::WrongValue { key, wanted }));
            return None;
        };
        let (id, labels) = scale?;
        if !labels.iter().any(|other| **other == *label) {
            let (scale, label) = (id.clone(), label.to_owned());
            let fault = Fault::UnknownLabel { scale, label };
            section.note_line(line, crate::Fault::Rule(fault));
            return None;
        }
        Some(Cell::Label(label.into()))
    }

    pub(super) fn cell_of(
        &self,
        inside: &Section<'_>,
        scale: Option<&(Label, &[Label])>,
    ) -> Option<Cell> {
        const KEYS: &[&str] = &["label", "review", "unread"];
        let mut given = KEYS.iter().filter(|key| inside.has(key));
        match (given.next(), given.next()) {
            (Some(&"label"), None) => {
                let (value, line) = inside.any("label")?;
                match value {
                    DeValue::Table(_) => {
                        inside.string("label");
                        None
                    }
                    value => self.cell(inside, value, line, scale),
                }
            }
            (Some(&"review"), None) => Some(Cell::Review(inside.string("review").into())),
            (Some(_), None) => {
                inside.flag("unread", true);
                Some(Cell::Unread)
            }
            _ => {
                KEYS.iter().for_each(|key| {
                    let _ = inside.any(key);
                });
                inside.note_line(
                    inside.line(),
                    crate::Fault::Rule(Fault::OneOf { keys: KEYS }),
                );
                None
            }
        }
    }

    pub(super) fn judged(&self, section: &Section<'_>, scale: Option<&Label>) -> Judged<usize> {
        let name = section.string("judgement");
        let line = section
            .any("judgement")
            .map_or(section.line(), |(_, line)| line);
        let part = |field: &str| self.slot(section, line, "judgement", &format!("{name}.{field}"));
        let judged = Judged {
            label: part("label"),
            reason: part("reason"),
        };
        if let (Some(scale), Some(is)) = (scale, self.kind_of(judged.label)) {
            let wanted = Kind::Label(scale.clone());
            if *is != wanted {
                let wanted = wanted.to_string();
                self.wrong_kind(section, "judgement", judged.label, is, &wanted);
            }
        }
        judged
    }

    pub(super) fn band(&self, section: &Section<'_>) -> Read {
        let of = self.of(section, "of");
        let item = self.lifted_number(section, "of", &of);
        let scale = self.result(section);
        let mut edges: Vec<Edge<usize>> = Vec::new();
        let sections = section.list("edges");
        if sections.is_empty() {
            note(section, "edges", Fault::Empty { what: "edges" });
        }
        for inside in &sections {
            let cell = self.cell_of(inside, scale.as_ref());
            let Some((from, line)) = inside.any("from") else {
                let key = "from".to_owned();
                inside.note_line(inside.line(), crate::Fault::MissingKey { key });
                continue;
            };
            let unit = item.as_ref().map(|(unit, _)| unit);
            let Some(from) = self.end(inside, "from", from, line, unit) else {
                continue;
            };
            if let (Some(End::Fixed(before)), End::Fixed(edge)) =
                (edges.last().map(|edge| &edge.from), &from)
                && before >= edge
            {
                let edge = edge.clone();
                note(inside, "from", Fault::EdgesFall { edge });
            }
            if let Some(cell) = cell {
                edges.push(Edge { from, cell });
            }
        }
        let near = section.has("within").then(|| {
            let within = section.exact("within");
            if within.is_negative() {
                let (key, wanted) = ("within".to_owned(), "0 or more");
                note(section, "within", Fault::WrongValue { key, wanted });
            }
            let judgement = self.judged(section, scale.as_ref().map(|(id, _)| id));
            Near { within, judgement }
        });
        let kind = item
            .zip(scale)
            .map(|((_, list), (id, _))| wrap(Kind::Label(id), list));
        (Operation::Band { of, edges, near }, kind)
    }

    pub(super) fn matrix(&self, section: &Section<'_>) -> Read {
        let (row, column) = (self.one(section, "row"), self.one(section, "column"));
        let order = |key: &str, slot: usize| {
            let scale = self.label_kind(section, key, slot)?;
            self.labels(section, key, &scale)
        };
        let (rows, columns) = (order("row", row), order("column", column));
        let scale = self.result(section);
        let named: Vec<Label> = section
            .strings("columns")
            .into_iter()
            .map(Label::from)
            .collect();
        if let Some((id, labels)) = &columns {
            for label in *labels {
                if !named.contains(label) {
                    let (what, label) = ("`columns`", label.clone());
                    note(section, "columns", Fault::MissingLabel { what, label });
                }
            }
            for (place, label) in named.iter().enumerate() {
                if !labels.contains(label) {
                    let (scale, label) = (id.clone(), label.to_string());
                    note(section, "columns", Fault::UnknownLabel { scale, label });
                } else if named[..place].contains(label) {
                    let id = label.to_string();
                    section.note_key("columns", crate::Fault::Duplicate { id });
                }
            }
        }
        let row_labels: Vec<Label> = rows
            .as_ref()
            .map(|(_, labels)| labels.to_vec())
            .unwrap_or_default();
        let mut cells = Vec::new();
        if let Some(inside) = section.table("cells") {
            if let Some((id, labels)) = &rows {
                for key in inside.keys() {
                    if !labels.iter().any(|label| **label == *key) {
                        let _ = inside.any(key);
                        let (scale, label) = (id.clone(), key.to_owned());
                        note(&inside, key, Fault::UnknownLabel { scale, label });
                    }
                }
            } else {
                inside.keys().for_each(|key| {
                    let _ = inside.any(key);
                });
            }
            for label in &row_labels {
                if !inside.has(label) {
                    let (what, label) = ("`cells`", label.clone());
                    note(section, "cells", Fault::MissingLabel { what, label });
                    continue;
                }
                let items = inside.items(label);
                if items.len() != named.len() {
                    let what = format!("the row {label}");
                    let (is, wanted) = (items.len(), named.len());
                    note(&inside, label, Fault::Length { what, is, wanted });
                }
                let row = items.into_iter();
                let row =
                    row.filter_map(|(item, line)| self.cell(&inside, item, line, scale.as_ref()));
                cells.push(row.collect());
            }
        }
        let judgement = section
            .has("judgement")
            .then(|| self.judged(section, scale.as_ref().map(|(id, _)| id)));
        let operation = Operation::Matrix {
            row,
            column,
            rows: row_labels,
            columns: named,
            cells,
            judgement,
        };
        let sound = rows.is_some() && columns.is_some();
        let kind = scale.filter(|_| sound).map(|(id, _)| Kind::Label(id));
        (operation, kind)
    }
}
