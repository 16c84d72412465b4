//! The lists of a dry run: who and which schools would be added, changed, ended.

use super::Compared;
use super::problems;
use super::values::{change, position};
use crate::components::{Column, Table, TableShape, sub};
use crate::visitor::Visitor;
use domain::PersonId;
use domain::people::roster::{ChangedPerson, PersonLine, SchoolLine, Severity};
use maud::{Markup, html};
use std::ops::Range;

/// A list of the dry run; its word stands in addresses and in the keys of its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Errors,
    Warnings,
    Notes,
    Added,
    Changed,
    Ended,
    Returned,
    Merges,
    SchoolsAdded,
    SchoolsRenamed,
    SchoolsEnded,
}

impl Part {
    pub const ALL: [Self; 11] = [
        Self::Errors,
        Self::Warnings,
        Self::Notes,
        Self::Added,
        Self::Changed,
        Self::Ended,
        Self::Returned,
        Self::Merges,
        Self::SchoolsAdded,
        Self::SchoolsRenamed,
        Self::SchoolsEnded,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Errors => "errors",
            Self::Warnings => "warnings",
            Self::Notes => "notes",
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Ended => "ended",
            Self::Returned => "returned",
            Self::Merges => "merges",
            Self::SchoolsAdded => "schools-added",
            Self::SchoolsRenamed => "schools-renamed",
            Self::SchoolsEnded => "schools-ended",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }

    fn severity(self) -> Option<Severity> {
        match self {
            Self::Errors => Some(Severity::Error),
            Self::Warnings => Some(Severity::Warning),
            Self::Notes => Some(Severity::Note),
            _ => None,
        }
    }

    /// How many there are, those that are too many to be listed included.
    pub fn count(self, of: &Compared) -> usize {
        match self.severity() {
            Some(severity) => problems::count(&of.plan.problems, severity) as usize,
            None => self.listed(of),
        }
    }

    /// How many rows the list has.
    pub fn listed(self, of: &Compared) -> usize {
        let plan = &of.plan;
        match self {
            Self::Errors | Self::Warnings | Self::Notes => self
                .severity()
                .map_or(0, |severity| problems::of(&plan.problems, severity).len()),
            Self::Added => plan.added.len(),
            Self::Changed => plan.changed.len(),
            Self::Ended => plan.ended.len(),
            Self::Returned => plan.returned.len(),
            Self::Merges => plan.merges.len(),
            Self::SchoolsAdded => plan.schools_added.len(),
            Self::SchoolsRenamed => plan.schools_renamed.len(),
            Self::SchoolsEnded => plan.schools_ended.len(),
        }
    }

    /// Some of its rows; the disclosure or the page around it names it. The range lies within [`Part::listed`].
    pub fn table(self, visitor: &Visitor, of: &Compared, rows: Range<usize>) -> Table {
        let words = visitor.words;
        let plan = &of.plan;
        if let Some(severity) = self.severity() {
            let listed = problems::of(&plan.problems, severity);
            return problems::table(visitor, listed.get(rows).unwrap_or_default());
        }
        let (columns, rows) = match self {
            Self::Added => (
                ["person", "posts"].as_slice(),
                some(&plan.added, rows, |line| joined(visitor, of, line)),
            ),
            Self::Ended => (
                ["person", "posts"].as_slice(),
                some(&plan.ended, rows, |line| left(visitor, of, line)),
            ),
            Self::Changed => (
                ["person", "changes"].as_slice(),
                some(&plan.changed, rows, |one| changed(visitor, of, one)),
            ),
            Self::Returned => (
                ["person", "changes"].as_slice(),
                some(&plan.returned, rows, |one| changed(visitor, of, one)),
            ),
            Self::Merges => (
                ["person", "number", "records"].as_slice(),
                some(&plan.merges, rows, |merge| {
                    vec![
                        named(&merge.person),
                        html! { (merge.employee) },
                        html! { (words.list(&merge.records)) },
                    ]
                }),
            ),
            Self::SchoolsRenamed => (
                ["school", "before"].as_slice(),
                some(&plan.schools_renamed, rows, |line| renamed(of, line)),
            ),
            Self::SchoolsAdded => (
                ["school"].as_slice(),
                some(&plan.schools_added, rows, |line| vec![school(line)]),
            ),
            _ => (
                ["school"].as_slice(),
                some(&plan.schools_ended, rows, |line| vec![school(line)]),
            ),
        };
        Table {
            shape: TableShape::Stack,
            columns: columns
                .iter()
                .map(|key| Column::words(words.say(&format!("roster-import-{key}"))))
                .collect(),
            rows,
            ..Table::default()
        }
    }
}

fn some<T>(all: &[T], rows: Range<usize>, cells: impl Fn(&T) -> Vec<Markup>) -> Vec<Vec<Markup>> {
    all.get(rows)
        .unwrap_or_default()
        .iter()
        .map(cells)
        .collect()
}

/// The name with the roster's own id under it.
fn named(line: &PersonLine) -> Markup {
    html! { (line.name.full()) (sub(&line.source_id)) }
}

/// The same, leading to the person who is on the record already.
fn known(line: &PersonLine) -> Markup {
    html! { a href={ "/people/" (line.id) } { (line.name.full()) } (sub(&line.source_id)) }
}

fn joined(visitor: &Visitor, of: &Compared, line: &PersonLine) -> Vec<Markup> {
    vec![named(line), posts(visitor, of, &of.plan.after, line.id)]
}

fn left(visitor: &Visitor, of: &Compared, line: &PersonLine) -> Vec<Markup> {
    vec![known(line), posts(visitor, of, &of.before, line.id)]
}

fn posts(
    visitor: &Visitor,
    of: &Compared,
    from: &domain::people::Directory,
    id: PersonId,
) -> Markup {
    let Some(person) = from.person(id) else {
        return html! {};
    };
    let says = &person.particulars;
    html! {
        @for it in &says.positions { div { (position(visitor.words, &of.plan.after, it)) } }
        @if !says.job_title.is_empty() { (sub(&says.job_title)) }
    }
}

fn changed(visitor: &Visitor, of: &Compared, one: &ChangedPerson) -> Vec<Markup> {
    let changes =
        html! { @for it in &one.changes { div { (change(visitor.words, &of.plan.after, it)) } } };
    vec![known(&one.person), changes]
}

fn school(line: &SchoolLine) -> Markup {
    html! { (line.name) (sub(&line.source_id)) }
}

fn renamed(of: &Compared, line: &SchoolLine) -> Vec<Markup> {
    let before = of
        .before
        .school(line.id)
        .map(|it| it.particulars.name.clone())
        .unwrap_or_default();
    vec![school(line), html! { (before) }]
}
