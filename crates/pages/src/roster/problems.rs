//! Problems of a file, each with its place and what to do about it.

use crate::components::{Column, Shape, Table, TableShape, Tone, state, sub};
use crate::visitor::Visitor;
use domain::people::roster::{Problem, Problems, Severity};
use domain::refusal::Argument;
use maud::{Markup, html};
use words::Words;

/// How many there are of a severity; more than are listed where a file is very wrong.
pub fn count(problems: &Problems, severity: Severity) -> u32 {
    match severity {
        Severity::Error => problems.errors,
        Severity::Warning => problems.warnings,
        Severity::Note => problems.notes,
    }
}

pub fn of(problems: &Problems, severity: Severity) -> Vec<&Problem> {
    problems
        .list
        .iter()
        .filter(|problem| problem.severity() == severity)
        .collect()
}

/// One row a problem: where, what, and what to do.
pub fn table(visitor: &Visitor, problems: &[&Problem]) -> Table {
    let words = visitor.words;
    Table {
        shape: TableShape::Stack,
        columns: [
            "roster-import-where",
            "roster-import-what",
            "roster-import-mend",
        ]
        .map(|key| Column::words(words.say(key)))
        .to_vec(),
        rows: problems
            .iter()
            .map(|problem| cells(words, problem))
            .collect(),
        ..Table::default()
    }
}

fn cells(words: Words, problem: &Problem) -> Vec<Markup> {
    let say = |part: &str| sentence(words, part, problem);
    let (shape, tone) = match problem.severity() {
        Severity::Error => (Shape::Triangle, Tone::Grave),
        Severity::Warning => (Shape::Diamond, Tone::Soon),
        Severity::Note => (Shape::Ring, Tone::Quiet),
    };
    let said = say("problem");
    // Most sentences say the value themselves.
    let value =
        Some(&problem.value).filter(|value| !value.is_empty() && !said.contains(value.as_str()));
    vec![
        html! {
            @if problem.file.is_empty() { (words.say("roster-import-package")) } @else { (problem.file) }
            @if problem.line > 0 { (sub(words.with("roster-import-line", &[("line", problem.line.to_string().into())]))) }
            @if !problem.column.is_empty() { (sub(words.with("roster-import-column", &[("column", (&problem.column).into())]))) }
            @if problem.times > 1 { (sub(words.with("roster-import-times", &[("times", problem.times.into())]))) }
        },
        html! {
            (state(shape, tone, said))
            @if let Some(value) = value { (sub(words.with("roster-import-value", &[("value", value.into())]))) }
        },
        html! { (say("mend")) },
    ]
}

fn sentence(words: Words, part: &str, problem: &Problem) -> String {
    let arguments = problem.arguments();
    let values: Vec<(&str, words::Value<'_>)> = arguments
        .iter()
        .map(|(name, argument)| {
            let value: words::Value<'_> = match argument {
                Argument::Number(number) => (*number).into(),
                Argument::Text(text) => text.as_str().into(),
                // Problems have numbers and texts alone.
                _ => "".into(),
            };
            (*name, value)
        })
        .collect();
    words.with(&format!("roster-{part}-{}", problem.key()), &values)
}
