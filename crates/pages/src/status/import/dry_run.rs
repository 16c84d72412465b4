//! What a file would change, every problem with its place, and the button that applies it.

use super::Compared;
use super::start::crumbs;
use crate::components::{
    Column, FieldError, PageHead, Shape, Table, TableShape, Tone, acts, button_main, disclosure,
    disclosure_open, error_summary, facts, form, hidden, link_button, link_main, link_plain,
    notice, page_head, section, small, sub, table, tick,
};
use crate::fault::Fault;
use crate::people::employment;
use crate::roster::problems;
use crate::status::{address, spoken};
use crate::visitor::{Sheet, Visitor, form_key};
use domain::people::PriorRating;
use domain::people::roster::Severity;
use domain::status::earlier::{Brought, Counts};
use maud::{Markup, html};
use policy::Pack;
use words::Words;

/// Rows of a list that are shown; the others are counted.
const SHOWN: usize = 100;

/// What an import changes, as named figures.
pub fn counts(words: Words, counts: &Counts) -> Vec<(String, Markup)> {
    [
        ("added", counts.added),
        ("replaced", counts.replaced),
        ("unchanged", counts.unchanged),
        ("teachers", counts.teachers),
    ]
    .into_iter()
    .map(|(key, count)| {
        (
            words.say(&format!("status-import-count-{key}")),
            html! { (count) },
        )
    })
    .collect()
}

/// The whole dry run; `refused` says why it was not applied just now.
pub fn page(
    visitor: &Visitor,
    reading: &str,
    of: &Compared,
    refused: Option<String>,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let (_, pack) = visitor.open_year()?;
    let errors: Vec<FieldError> = refused
        .into_iter()
        .map(|text| FieldError {
            field: "apply".to_owned(),
            text,
        })
        .collect();
    let here = words.say("status-import-dry-run");
    let head = PageHead {
        crumbs: crumbs(words, Some(here.clone())),
        title: here.clone(),
        lead: Some(html! {
            (words.with("status-import-read-rows", &[("file", (&of.file.name).into()), ("count", of.file.count.into())]))
            " " (words.say("status-import-nothing-yet"))
        }),
        ..PageHead::default()
    };
    let plan = &of.plan;
    let sound = plan.problems.errors == 0;
    let body = html! {
        (error_summary(words, &errors))
        (page_head(words, &head))
        (section("apply", words.say("status-import-outcome"), None, html! {
            @if sound { (facts(counts(words, &plan.counts))) }
            (outcome(words, reading, of))
        }))
        @if !plan.problems.list.is_empty() {
            (section("problems", words.say("status-import-problems"), Some(&words.say("status-import-problems-hint")), wrong(visitor, of)))
        }
        @if sound && !plan.replaced.is_empty() {
            (section("replaced", words.say("status-import-count-replaced"), None, brought(words, pack, &plan.replaced)))
        }
        @if sound && !plan.added.is_empty() {
            (section("added", words.say("status-import-count-added"), None, brought(words, pack, &plan.added)))
        }
    };
    Ok(visitor.page(Sheet {
        room: "counts",
        title: here,
        body,
        footer: None,
    }))
}

/// Why nothing can be applied, or the form that applies.
fn outcome(words: Words, reading: &str, of: &Compared) -> Markup {
    let plan = &of.plan;
    let again = words.say("status-import-again");
    if plan.problems.errors > 0 {
        let title = words.with(
            "status-import-errors",
            &[("count", plan.problems.errors.into())],
        );
        return html! {
            (notice(Tone::Grave, Shape::Triangle, title, html! { p { (words.say("status-import-errors-text")) } }))
            (acts([link_main("/status/import", again)]))
        };
    }
    if plan.events.is_empty() {
        return html! {
            (notice(Tone::Plain, Shape::Disc, words.say("status-import-nothing"), html! { p { (words.say("status-import-nothing-text")) } }))
            (acts([link_button("/status/import", again)]))
        };
    }
    let replaced = plan.counts.replaced;
    form(
        "/status/import/apply",
        &form_key(None),
        html! {
            (hidden("reading", reading))
            (hidden("finger", &of.finger))
            @if replaced > 0 {
                (notice(Tone::Grave, Shape::FullDiamond, words.with("status-import-replaces", &[("count", replaced.into())]), html! {
                    p { (words.say("status-import-replaces-text")) }
                    (tick("confirmed", "yes", false, words.say("status-import-replaces-confirm")))
                }))
            }
            (small(words.say("status-import-apply-hint")))
            (acts([button_main(words.say("status-import-apply")), link_plain("/status/import", words.say("status-import-discard"))]))
        },
    )
}

/// Every problem with line, column and mend; errors stand open.
fn wrong(visitor: &Visitor, of: &Compared) -> Markup {
    let words = visitor.words;
    let problems = &of.plan.problems;
    let parts = [
        (Severity::Error, "roster-import-list-errors"),
        (Severity::Warning, "roster-import-list-warnings"),
        (Severity::Note, "roster-import-list-notes"),
    ];
    html! {
        @for (severity, key) in parts {
            @let all = problems::of(problems, severity);
            @if !all.is_empty() {
                @let count = problems::count(problems, severity);
                @let summary = words.with(key, &[("count", count.into())]);
                @let more = (count as usize).saturating_sub(all.len());
                @let body = html! {
                    (table(&problems::table(visitor, &all)))
                    @if more > 0 { (small(words.with("roster-import-not-listed", &[("count", more.into())]))) }
                };
                @if severity == Severity::Error { (disclosure_open(summary, body)) } @else { (disclosure(summary, body)) }
            }
        }
    }
}

fn brought(words: Words, pack: &Pack, all: &[Brought]) -> Markup {
    let rows = all.iter().take(SHOWN).map(|it| {
        vec![
            html! { a href=(address(it.teacher)) { (it.name.full()) } },
            html! { (it.now.year.as_str()) },
            html! {
                @if let Some(before) = &it.before { del { (said(words, pack, before)) } " → " }
                (said(words, pack, &it.now))
                @if let Some(class) = it.now.class { (sub(employment(words, class))) }
                @for more in spoken::service(words, it.now.service, &it.now.district) { (sub(more)) }
            },
        ]
    });
    html! {
        (table(&Table {
            shape: TableShape::Stack,
            columns: ["teacher", "year", "rating"].map(|key| Column::words(words.say(&format!("status-column-{key}")))).to_vec(),
            rows: rows.collect(),
            ..Table::default()
        }))
        @if all.len() > SHOWN { (small(words.with("roster-import-and-more", &[("count", (all.len() - SHOWN).into())]))) }
    }
}

fn said(words: Words, pack: &Pack, rating: &PriorRating) -> String {
    spoken::rating(words, pack, rating.rating.as_deref())
}

/// What was done.
pub fn applied(visitor: &Visitor, done: Counts) -> Markup {
    let words = visitor.words;
    let title = words.say("status-import-done");
    let head = PageHead {
        crumbs: crumbs(words, Some(title.clone())),
        title: title.clone(),
        lead: Some(html! { (words.say("status-import-done-lead")) }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        (section("done", words.say("status-import-outcome"), None, html! {
            (facts(counts(words, &done)))
            (acts([link_main("/counts#status", words.say("status-import-to-schools")), link_plain("/status/import", words.say("status-import-another"))]))
        }))
    };
    visitor.page(Sheet {
        room: "counts",
        title,
        body,
        footer: None,
    })
}
