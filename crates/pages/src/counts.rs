//! Counts by school for HR partners and the performance office: suppressed where they would name somebody. No name of a
//! teacher stands here, because the law lists who may read a named record, and these offices are not among them. Status
//! is theirs to keep, and has pages of its own.

use crate::components::{
    Column, PageHead, Shape, Table, TableShape, Tone, empty, full, notice, page_head, section,
    small, state, table,
};
use crate::fault::Fault;
use crate::routes::Routes;
use crate::visitor::{Sheet, Visitor};
use access::{List, scope};
use domain::counts::{Shown, shown, smallest_cell};
use domain::{Kind, SchoolId};
use maud::{Markup, html};
use record::Filter;
use std::collections::BTreeMap;

pub fn routes(routes: Routes) -> Routes {
    routes.page("/counts", counts)
}

/// The columns: what is counted, as a kind and a word of the summaries.
const COLUMNS: [(&str, Kind, Option<&str>, Option<bool>); 6] = [
    ("seen", Kind::Observation, None, None),
    (
        "beginning",
        Kind::Conversation,
        Some("beginning.held"),
        None,
    ),
    ("mid-year", Kind::Conversation, Some("mid_year.held"), None),
    (
        "end-of-year",
        Kind::Conversation,
        Some("end_of_year.held"),
        None,
    ),
    ("rating", Kind::Rating, None, None),
    ("received", Kind::Rating, None, Some(false)),
];

async fn counts(visitor: Visitor) -> Result<Markup, Fault> {
    let scope = scope(&visitor.actor, List::Counts).ok_or(Fault::NotFound)?;
    let record = visitor.app.record();
    let words = visitor.words;
    let smallest = smallest_cell(visitor.school_year.year.pack());
    let mut by_school: BTreeMap<SchoolId, Vec<u64>> = BTreeMap::new();
    let teachers = record
        .counts(
            &scope,
            &Filter {
                kind: Some(Kind::Person),
                ..Filter::default()
            },
        )
        .await?;
    let of: BTreeMap<SchoolId, u64> = teachers
        .iter()
        .map(|counted| (counted.school, counted.teachers))
        .collect();
    for (n, (_, kind, word, open)) in COLUMNS.into_iter().enumerate() {
        let filter = Filter {
            kind: Some(kind),
            year: Some(visitor.year.clone()),
            word: word.map(ToOwned::to_owned),
            open,
            ..Filter::default()
        };
        for counted in record.counts(&scope, &filter).await? {
            by_school
                .entry(counted.school)
                .or_insert_with(|| vec![0; COLUMNS.len()])[n] = counted.teachers;
        }
    }
    let schools = record.schools().await?;
    let mut rows: Vec<(String, Vec<Markup>)> = of
        .iter()
        .map(|(school, teachers)| {
            let name = schools
                .get(school)
                .map(|school| school.particulars.name.clone())
                .unwrap_or_default();
            let none = vec![0; COLUMNS.len()];
            let counted = by_school.get(school).unwrap_or(&none);
            let mut cells = vec![html! { (name) }, html! { (teachers) }];
            cells.extend(
                counted
                    .iter()
                    .map(|count| cell(&visitor, shown(*count, *teachers, smallest))),
            );
            (name, cells)
        })
        .collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let mut columns = vec![
        Column::words(words.say("counts-school")),
        Column::figures(words.say("counts-teachers")),
    ];
    columns.extend(
        COLUMNS
            .iter()
            .map(|(key, ..)| Column::figures(words.say(&format!("counts-{key}")))),
    );
    let lead = html! { (words.long_date(visitor.today)) ". " (words.with("counts-lead", &[("schools", rows.len().into())])) };
    let body = html! {
        (page_head(words, &PageHead { title: words.say("counts-title"), lead: Some(lead), ..PageHead::default() }))
        (full(&words.say("nav-counts"), html! {
            (notice(Tone::Plain, Shape::Bar, words.say("counts-why-title"), html! {
                p { (words.with("counts-why", &[("smallest", smallest.into())])) }
                p.arith { (words.say("counts-source")) }
            }))
            @if rows.is_empty() {
                (empty(words.say("counts-empty"), None))
            } @else {
                (table(&Table {
                    caption: Some(words.with("counts-caption", &[("year", visitor.year.to_string().into())])),
                    shape: TableShape::Stack,
                    columns,
                    rows: rows.into_iter().map(|(_, cells)| cells).collect(),
                    foot: None,
                    class: "",
                }))
                (small(words.say("counts-no-total")))
            }
        }))
        (section("status", words.say("status-section"), Some(&words.say("status-section-hint")), crate::status::doors(&visitor).await?))
    };
    Ok(visitor.page(Sheet {
        room: "counts",
        title: words.say("nav-counts"),
        body,
        footer: None,
    }))
}

fn cell(visitor: &Visitor, shown: Shown) -> Markup {
    match shown {
        Shown::Count(count) => html! { (count) },
        Shown::TooFew => state(Shape::Bar, Tone::Quiet, visitor.words.say("counts-too-few")),
        Shown::NobodyOrEverybody => state(
            Shape::Bar,
            Tone::Quiet,
            visitor.words.say("counts-all-or-none"),
        ),
    }
}
