//! What a rule says that can never matter, or that it hardly means. Each is a problem unless the step's `accept` says
//! why it stands there; an `accept` that excuses nothing is one, too. A hole in a band cannot be accepted.

use crate::Exact;
use crate::reading::Section;

use super::operation::{Cell, Condition, End, Operation, Side, Take, Wanted};
use super::span::{Assumed, Span, Spans, assume, spans};
use super::{Fault, Label, Rule, Scale, ScaleForm, Step, Value};

pub(super) fn lint(rule: &Rule, section: &Section<'_>, steps: &[Section<'_>], scales: &[Scale]) {
    let spans = spans(rule, &Assumed::new());
    for (step, section) in rule.steps.iter().zip(steps) {
        let lint = Lint {
            rule,
            scales,
            spans: &spans,
            step,
        };
        if let Some(fault) = lint.hole() {
            section.note_key("edges", crate::Fault::Rule(fault));
        }
        let found = lint.all();
        match (section.has("accept"), found.is_empty()) {
            (true, false) => {
                let why = section.string("accept");
                if why.trim().is_empty() {
                    let key = "accept".to_owned();
                    section.note_key("accept", crate::Fault::MissingKey { key });
                }
            }
            (true, true) => {
                section.string("accept");
                section.note_key("accept", crate::Fault::Rule(Fault::StaleAccept));
            }
            (false, _) => {
                for (key, fault) in found {
                    section.note_key(key, crate::Fault::Rule(fault));
                }
            }
        }
    }
    unused(rule, section, steps);
}

/// Inputs and steps that no output rests on.
fn unused(rule: &Rule, section: &Section<'_>, steps: &[Section<'_>]) {
    let first = rule.slots.len();
    let mut used = vec![false; first + rule.steps.len()];
    rule.outputs
        .iter()
        .for_each(|step| used[first + step] = true);
    for (place, step) in rule.steps.iter().enumerate().rev() {
        if used[first + place] {
            step.operation
                .refs()
                .iter()
                .for_each(|slot| used[*slot] = true);
        }
    }
    let input_lines: Vec<Section<'_>> = section.list("input");
    for (input, inside) in rule.inputs.iter().zip(&input_lines) {
        // Read before; here only for its line.
        let _ = (inside.any("name"), inside.any("kind"));
        let slots: Vec<usize> = match &input.form {
            super::Form::Plain(slot) => vec![*slot],
            super::Form::Record(fields) | super::Form::Rows(fields) => {
                fields.iter().map(|(_, slot)| *slot).collect()
            }
        };
        if let Some(slot) = slots.iter().find(|slot| !used[**slot]) {
            let name = rule.slots[*slot].name.clone();
            inside.note_key("name", crate::Fault::Rule(Fault::Unused { name }));
        }
    }
    for (place, (step, section)) in rule.steps.iter().zip(steps).enumerate() {
        if !used[first + place] {
            let name = step.name.clone();
            section.note_key("name", crate::Fault::Rule(Fault::Unused { name }));
        }
    }
}

struct Lint<'l> {
    rule: &'l Rule,
    scales: &'l [Scale],
    spans: &'l [Span],
    step: &'l Step,
}

type Found = Vec<(&'static str, Fault)>;

impl Lint<'_> {
    /// Values below the lowest edge have no band.
    fn hole(&self) -> Option<Fault> {
        let Operation::Band { of, edges, .. } = &self.step.operation else {
            return None;
        };
        let End::Fixed(lowest) = &edges.first()?.from else {
            return None;
        };
        of.refs().iter().find_map(|slot| match self.item(*slot) {
            Span::Number(Some(low), _) if low < *lowest => Some(Fault::BandHole {
                from: low,
                to: lowest.clone(),
            }),
            _ => None,
        })
    }

    fn item(&self, slot: usize) -> Span {
        match &self.spans[slot] {
            Span::List(item, _) => (**item).clone(),
            span => span.clone(),
        }
    }

    fn all(&self) -> Found {
        match &self.step.operation {
            Operation::Band { .. } => self.bands(),
            Operation::Matrix { .. } => self.falling(),
            Operation::Map { table, .. } => turning(table),
            Operation::Limit {
                of,
                when,
                side,
                label,
                order,
            } => self.limit(*of, when, *side, label, order),
            Operation::Adjust { when, by, .. } => {
                let mut found = self.never("when", when, "the condition");
                if by.is_zero() {
                    let what = "an adjustment by 0".to_owned();
                    found.push(("by", Fault::NeverChanges { what }));
                }
                found
            }
            Operation::Choose { cases, otherwise } => self.cases(cases, otherwise),
            Operation::CountRule {
                of,
                test,
                order,
                wanted,
                ..
            } => {
                let all = Spans { spans: self.spans };
                let length = all.length(of);
                let mut found = Found::new();
                match (wanted, length) {
                    (Wanted::AtLeast(least), Some([_, most])) if *least > most => {
                        let what = format!("at least {least} of {most}");
                        found.push(("wanted", Fault::NeverFires { what }));
                    }
                    (Wanted::AtMost(limit), Some([_, most])) if *limit >= most => {
                        let what = format!("at most {limit} of {most}");
                        found.push(("wanted", Fault::NeverChanges { what }));
                    }
                    (Wanted::AtLeast(0), _) => {
                        let what = "at least 0".to_owned();
                        found.push(("wanted", Fault::NeverChanges { what }));
                    }
                    _ => {}
                }
                let tests = of.refs().iter().map(|slot| self.item(*slot));
                let tests: Vec<_> = tests.map(|item| all.passes(&item, test, order)).collect();
                if tests.iter().all(|passes| *passes == Some(false)) {
                    let what = "the test".to_owned();
                    found.push(("where", Fault::NeverFires { what }));
                } else if *wanted != Wanted::Count
                    && tests.iter().all(|passes| *passes == Some(true))
                {
                    let what = "a test that every value passes".to_owned();
                    found.push(("where", Fault::NeverChanges { what }));
                }
                found
            }
            _ => Found::new(),
        }
    }

    fn never(&self, key: &'static str, when: &Condition<usize>, what: &str) -> Found {
        let holds = Spans { spans: self.spans }.holds(when);
        let what = what.to_owned();
        match holds {
            Some(false) => vec![(key, Fault::NeverFires { what })],
            _ => Found::new(),
        }
    }

    /// A cap or floor whose condition cannot hold, or that is already met wherever it holds.
    fn limit(
        &self,
        of: usize,
        when: &Condition<usize>,
        side: Side,
        label: &Label,
        order: &[Label],
    ) -> Found {
        let found = self.never("when", when, "the condition");
        if !found.is_empty() {
            return found;
        }
        let mut assumed = Assumed::new();
        assume(self.rule, when, &mut assumed);
        let place = |label: &Label| order.iter().position(|other| other == label);
        let beyond = |one: &Label| match side {
            Side::Cap => place(one) > place(label),
            Side::Floor => place(one) < place(label),
        };
        match &spans(self.rule, &assumed)[of] {
            Span::Labels(labels) if !labels.iter().any(beyond) => {
                let what = format!("the limit at {label}");
                vec![("label", Fault::NeverChanges { what })]
            }
            _ => Found::new(),
        }
    }

    fn cases(&self, cases: &[super::Case<usize>], otherwise: &Take<usize>) -> Found {
        let all = Spans { spans: self.spans };
        let mut found = Found::new();
        for (place, case) in cases.iter().enumerate() {
            let what = format!("case {}", place + 1);
            match all.holds(&case.when) {
                Some(false) => found.push(("cases", Fault::NeverFires { what })),
                Some(true) => {
                    let what = format!("whatever comes after {what}, which always holds,");
                    found.push(("cases", Fault::NeverFires { what }));
                    return found;
                }
                None => {}
            }
        }
        if cases.iter().all(|case| case.take == *otherwise) {
            let what = "a choice of one thing".to_owned();
            found.push(("cases", Fault::NeverChanges { what }));
        }
        found
    }

    fn bands(&self) -> Found {
        let Operation::Band { of, edges, .. } = &self.step.operation else {
            return Found::new();
        };
        let items = of.refs().iter().map(|slot| self.item(*slot));
        let ends: Vec<_> = items
            .map(|item| match item {
                Span::Number(low, high) => (low, high),
                _ => (None, None),
            })
            .collect();
        let most: Option<Vec<Exact>> = ends.iter().map(|(_, high)| high.clone()).collect();
        let least: Option<Vec<Exact>> = ends.iter().map(|(low, _)| low.clone()).collect();
        let most = most.and_then(|most| most.into_iter().max());
        let least = least.and_then(|least| least.into_iter().min());
        let mut found = Found::new();
        for (place, edge) in edges.iter().enumerate() {
            let name = match &edge.cell {
                Cell::Label(label) | Cell::Review(label) => label.to_string(),
                Cell::Unread => "the unread band".to_owned(),
            };
            if let (End::Fixed(from), Some(most)) = (&edge.from, &most)
                && from > most
            {
                let fault = Fault::BandUnreached {
                    label: name.clone(),
                    edge: from.clone(),
                    most: most.clone(),
                };
                found.push(("edges", fault));
            }
            if let (Some(End::Fixed(next)), Some(least)) =
                (edges.get(place + 1).map(|next| &next.from), &least)
                && next <= least
            {
                let what = format!("the band {name}, below {least},");
                found.push(("edges", Fault::NeverFires { what }));
            }
        }
        found
    }

    /// A better label on one side gives a worse result.
    fn falling(&self) -> Found {
        let Operation::Matrix {
            rows,
            columns,
            cells,
            ..
        } = &self.step.operation
        else {
            return Found::new();
        };
        let order_of = |kind: &super::Kind| match kind {
            super::Kind::Label(id) => self
                .scales
                .iter()
                .find(|scale| scale.id == *id)
                .and_then(|scale| match &scale.form {
                    ScaleForm::Labels(labels) => Some(labels.as_slice()),
                    ScaleForm::Numbers { .. } => None,
                })
                .unwrap_or_default(),
            _ => &[],
        };
        let result = order_of(&self.step.kind);
        // Columns may be printed in any order; rows stand in the order of their scale.
        let column_order = self.scales.iter().find_map(|scale| match &scale.form {
            ScaleForm::Labels(labels)
                if labels.len() == columns.len()
                    && columns.iter().all(|column| labels.contains(column)) =>
            {
                Some(labels.as_slice())
            }
            _ => None,
        });
        let column_order = column_order.unwrap_or(columns);
        let cell = |row: usize, column: &Label| {
            let place = columns.iter().position(|other| other == column)?;
            match cells.get(row)?.get(place)? {
                Cell::Label(label) => result.iter().position(|other| other == label),
                Cell::Review(_) | Cell::Unread => None,
            }
        };
        let mut found = Found::new();
        for row in 0..rows.len() {
            for (place, column) in column_order.iter().enumerate() {
                let Some(here) = cell(row, column) else {
                    continue;
                };
                let left = place
                    .checked_sub(1)
                    .map(|place| (row, &column_order[place]));
                let above = row.checked_sub(1).map(|row| (row, column));
                for (other_row, other_column) in left.into_iter().chain(above) {
                    if cell(other_row, other_column).is_some_and(|other| other > here) {
                        let fault = Fault::MatrixFalls {
                            row: rows[row].clone(),
                            column: column.clone(),
                            below: [rows[other_row].clone(), other_column.clone()],
                        };
                        found.push(("cells", fault));
                    }
                }
            }
        }
        found
    }
}

/// Numbers that rise with some labels and fall with others.
fn turning(table: &[(Value, Exact)]) -> Found {
    let mut rising = None;
    for pair in table.windows(2) {
        let [(_, before), (at, after)] = pair else {
            continue;
        };
        if before == after {
            continue;
        }
        let up = after > before;
        if rising.is_some_and(|rising| rising != up) {
            let at = at.to_string();
            return vec![("table", Fault::MapTurns { at })];
        }
        rising = Some(up);
    }
    Found::new()
}
