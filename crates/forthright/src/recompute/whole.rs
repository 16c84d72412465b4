//! A copy of the whole record: every rating of every year, without names.

use super::{Repeated, parts};
use crate::database::{Database, reason};
use access::{Actor, List, scope};
use anyhow::{Context, Result, bail};
use domain::Kind;
use domain::school_year::Adopted;
use std::io::Read;
use std::path::Path;

/// How every SQLite file begins.
const HEADER: &[u8] = b"SQLite format 3\0";

pub fn is_record(path: &Path) -> Result<bool> {
    let mut head = vec![];
    let length = u64::try_from(HEADER.len())?;
    std::fs::File::open(path)
        .and_then(|file| file.take(length).read_to_end(&mut head))
        .with_context(|| format!("The file {} cannot be read", path.display()))?;
    Ok(head == HEADER)
}

pub async fn repeated(path: &Path, own: &[Adopted]) -> Result<Vec<Repeated>> {
    crate::logs::of_a_command();
    let database = Database {
        database: format!("sqlite:{}", path.display()),
    };
    let record = database.open().await?;
    let scope =
        scope(&Actor::command_line(), List::Effect).context("The record cannot be counted")?;
    let mut all = vec![];
    for year in record.school_years().await? {
        let found = record.school_year(&year).await?;
        let adopted = found.year.adopted.as_ref();
        let packs: Vec<Adopted> = adopted.into_iter().chain(own).cloned().collect();
        let tallied = record
            .tally(&scope, &year, |record| Repeated {
                thing: record.one(Kind::Rating).0.to_string(),
                rated: record.rating_is_shared(),
                parts: parts(record, &packs),
            })
            .await;
        match tallied {
            Ok(tallied) => all.extend(tallied.into_keys().filter(|it| it.rated)),
            Err(fault) => bail!("The ratings cannot be read: {}", reason(&fault)),
        }
    }
    Ok(all)
}
