//! The page on which an import begins: the form, the columns of the file, and what was applied last.

use super::dry_run::counts;
use crate::components::{
    Column, Crumb, Field, FieldError, PageHead, Table, TableShape, acts, button_main, empty,
    error_summary, facts, form_with_files, link_plain, page_head, section, table,
};
use crate::fault::Fault;
use crate::roster::sent::Wrong;
use crate::visitor::{Sheet, Visitor, form_key};
use domain::people::Name;
use maud::{Markup, html};
use words::Words;

/// The field of the file.
pub const FILE: &str = "ratings";

/// The columns of a file and the part of their keys in the texts; the two that name the teacher stand together.
const COLUMNS: [(&str, &str); 6] = [
    ("employeeId, teacherSourcedId", "teacher"),
    ("schoolYear", "year"),
    ("rating", "rating"),
    ("service", "service"),
    ("employmentStatus", "class"),
    ("district", "district"),
];

pub fn crumbs(words: Words, here: Option<String>) -> Vec<Crumb> {
    let title = words.say("status-import-title");
    let mut crumbs = vec![Crumb::link(words.say("nav-counts"), "/counts")];
    match here {
        None => crumbs.push(Crumb::here(title)),
        Some(here) => {
            crumbs.push(Crumb::link(title, "/status/import"));
            crumbs.push(Crumb::here(here));
        }
    }
    crumbs
}

pub async fn page(visitor: &Visitor, wrong: Option<Wrong>) -> Result<Markup, Fault> {
    let words = visitor.words;
    let last = visitor.app.record().earlier_last(&visitor.actor).await?;
    let text = wrong.map(|wrong| words.say(&format!("status-import-{}", wrong.word())));
    let errors: Vec<FieldError> = text
        .iter()
        .map(|text| FieldError {
            field: FILE.to_owned(),
            text: text.clone(),
        })
        .collect();
    let name = match &last {
        Some(last) => visitor
            .app
            .record()
            .names([last.by])
            .await?
            .get(&last.by)
            .map_or_else(|| words.say("status-command-line"), Name::full),
        None => String::new(),
    };
    let head = PageHead {
        crumbs: crumbs(words, None),
        title: words.say("status-import-title"),
        lead: Some(html! { (words.say("status-import-lead")) }),
        ..PageHead::default()
    };
    let body = html! {
        (error_summary(words, &errors))
        (page_head(words, &head))
        (section("file", words.say("status-import-file"), None, html! {
            (form_with_files("/status/import", &form_key(None), html! {
                (Field::file(FILE, words.say("status-import-field"))
                    .sees(words.say("status-import-sees"))
                    .hint(words.say("status-import-hint"))
                    .accept(".csv,text/csv")
                    .error(text)
                    .markup(words))
                (acts([button_main(words.say("status-import-read")), link_plain("/status/import/template.csv", words.say("status-import-template"))]))
            }))
        }))
        (section("columns", words.say("status-import-columns"), Some(&words.say("status-import-columns-hint")), columns(words)))
        (section("last", words.say("status-import-last"), None, html! {
            @match &last {
                None => { (empty(words.say("status-import-never"), None)) }
                Some(last) => {
                    p { (words.with("status-import-last-by", &[("file", (&last.file).into()), ("name", name.into()), ("date", words.date(last.on).into())])) }
                    (facts(counts(words, &last.counts)))
                }
            }
        }))
    };
    Ok(visitor.page(Sheet {
        room: "counts",
        title: words.say("status-import-title"),
        body,
        footer: None,
    }))
}

fn columns(words: Words) -> Markup {
    let rows = COLUMNS.map(|(column, key)| {
        vec![
            html! { code { (column) } },
            html! { (words.say(&format!("status-import-column-{key}"))) },
        ]
    });
    table(&Table {
        shape: TableShape::Stack,
        columns: ["status-import-column", "status-import-holds"]
            .map(|key| Column::words(words.say(key)))
            .to_vec(),
        rows: rows.into(),
        ..Table::default()
    })
}
