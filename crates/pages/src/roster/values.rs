//! A value of a person's particulars before and after, in words.

use crate::people::{employment, post};
use domain::SchoolId;
use domain::people::roster::{Change, FieldValue, ParticularsField};
use domain::people::{Directory, Position};
use maud::{Markup, html};
use words::Words;

/// A school's name, as the file or the record has it.
pub fn school(after: &Directory, id: SchoolId) -> String {
    after
        .school(id)
        .map(|school| school.particulars.name.clone())
        .unwrap_or_default()
}

/// "job title: Teacher → Principal"; marks that no one works with are named without their values.
pub fn change(words: Words, after: &Directory, change: &Change) -> Markup {
    let field = words.say(&format!("roster-field-{}", change.field.as_str()));
    if change.field == ParticularsField::Source {
        return html! { (field) };
    }
    html! {
        (field) ": " del { (value(words, after, &change.old)) } " → " ins { (value(words, after, &change.new)) }
    }
}

fn value(words: Words, after: &Directory, value: &FieldValue) -> String {
    match value {
        FieldValue::Blank => words.say("roster-import-blank"),
        FieldValue::Text(text) => text.clone(),
        FieldValue::YesNo(yes) => words.say(if *yes {
            "roster-import-yes"
        } else {
            "roster-import-no"
        }),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Date(date) => words.date(*date),
        FieldValue::School(id) => school(after, *id),
        FieldValue::Employment(class) => employment(words, *class),
        FieldValue::Positions(positions) if positions.is_empty() => {
            words.say("roster-import-blank")
        }
        FieldValue::Positions(positions) => positions
            .iter()
            .map(|it| position(words, after, it))
            .collect::<Vec<_>>()
            .join("; "),
    }
}

/// "teacher, Elm Street Elementary, Sat 1 Aug 2026 to Fri 4 Jun 2027".
pub fn position(words: Words, after: &Directory, it: &Position) -> String {
    let at = words.with(
        "people-post-at",
        &[
            ("post", post(words, it.post).into()),
            ("school", school(after, it.school).into()),
        ],
    );
    match (it.begins, it.ends) {
        (None, None) => at,
        (Some(begins), None) => words.with(
            "roster-import-post-from",
            &[("post", at.into()), ("from", words.date(begins).into())],
        ),
        (None, Some(ends)) => words.with(
            "roster-import-post-until",
            &[("post", at.into()), ("until", words.date(ends).into())],
        ),
        (Some(begins), Some(ends)) => words.with(
            "roster-import-post-span",
            &[
                ("post", at.into()),
                ("from", words.date(begins).into()),
                ("until", words.date(ends).into()),
            ],
        ),
    }
}
