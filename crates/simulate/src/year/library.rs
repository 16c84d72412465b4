//! The office keeps the toolkit: one change is published in October, another waits for a second reader from January on.

use super::Stop;
use super::acts::{Script, at};
use domain::library::{Change, Command as Pages, of_pack};
use domain::{Command, PersonId, Stream, YearId};
use jiff::civil::{Date, date};
use policy::Pack;
use serde::Deserialize;

#[derive(Deserialize)]
struct Said {
    published: Addition,
    waiting: Addition,
}

/// What is written at the end of a page.
#[derive(Deserialize)]
struct Addition {
    page: String,
    reason: String,
    en: String,
    es: String,
}

/// Writes and publishes. The author and the reader are two people of the offices.
pub fn keep(
    year: &YearId,
    pack: &Pack,
    author: PersonId,
    reader: PersonId,
    script: &mut Script,
) -> Result<(), Stop> {
    let said: Said = toml::from_str(include_str!("words/library.toml"))
        .map_err(|error| Stop::Words(error.to_string()))?;
    propose(
        year,
        pack,
        author,
        &said.published,
        date(2026, 10, 6),
        script,
    )?;
    script.order(
        at(date(2026, 10, 7), 14, 10),
        reader,
        &Stream::library(year, &said.published.page),
        Command::Library(Pages::Publish),
    );
    propose(year, pack, author, &said.waiting, date(2027, 1, 11), script)
}

fn propose(
    year: &YearId,
    pack: &Pack,
    author: PersonId,
    addition: &Addition,
    on: Date,
    script: &mut Script,
) -> Result<(), Stop> {
    let mut page = of_pack(pack, &addition.page)
        .ok_or_else(|| Stop::Words(format!("the pack has no page {}", addition.page)))?;
    page.body.en.push_str(&addition.en);
    page.body.es.push_str(&addition.es);
    let propose = Pages::Propose {
        year: year.clone(),
        page: addition.page.clone(),
        change: Change::Page(Box::new(page)),
        reason: addition.reason.clone(),
        names_seen: false,
    };
    script.order(
        at(on, 10, 25),
        author,
        &Stream::library(year, &addition.page),
        Command::Library(propose),
    );
    Ok(())
}
