//! The search index: a row for each page and language, and every word that a page has, so that a mistyped one is found by
//! its likeness. Full-text search is FTS5 on SQLite and `tsvector` on PostgreSQL; likeness is by trigrams, FTS5's own on
//! SQLite and those of `pg_trgm` on PostgreSQL. The tables follow from the journal: they are made when they are not there,
//! and `verify` and `rebuild` treat them as everything else that follows.

use super::entries;
use crate::district::DISTRICT;
use crate::engine::{Purpose, Statement, Tx, Value, values};
use crate::fault::Result;
use crate::sql::statements;
use crate::states;
use domain::library::{Entry, Shelf, shelf};
use domain::school_year::SchoolYear;
use domain::text::folded;
use domain::{Kind, YearId};
use policy::Pack;
use std::collections::{BTreeMap, BTreeSet};

statements! {
    CLEAR_PAGES: Whole = "delete from library_page where district = $1 and year = $2";
    CLEAR_WORDS: Whole = "delete from library_word where district = $1 and year = $2";
    PUT_PAGE: Keyed = "insert into library_page (district, year, entry, language, title, text) values ($1, $2, $3, $4, $5, $6)";
    PUT_WORDS: Keyed = "insert into library_word (district, year, language, word) select $1::bigint, $2::text, $3::text, unnest(string_to_array($4::text, ' '))",
        sqlite "insert into library_word (district, year, language, word) select $1, $2, $3, '  ' || value || ' ' from json_each('[\"' || replace($4, ' ', '\",\"') || '\"]')";
    EVERY_PAGE: Whole = "select year, entry, language, title, text from library_page where district = $1";
    EVERY_WORD: Whole = "select year, language, trim(word) from library_word where district = $1";
    CLEAR_ALL_PAGES: Whole = "delete from library_page where district = $1";
    CLEAR_ALL_WORDS: Whole = "delete from library_word where district = $1";
    MADE: Keyed = "select trim(word) from library_word where district = $1 and year = $2 and language = $2";
}

/// How the index is made: another number here makes it anew when a record is opened. It lies among the words, under a
/// year and a language that nothing has.
const MAKING: &str = "2";
const MARK: &str = "";

/// The languages of a page and its tags.
pub(super) const LANGUAGES: [&str; 2] = ["en", "es"];

const SQLITE: &str = "
create virtual table if not exists library_page using fts5(
    district unindexed, year unindexed, entry unindexed, language unindexed, title, text,
    tokenize = 'porter unicode61 remove_diacritics 2'
);
create virtual table if not exists library_word using fts5(
    district unindexed, year unindexed, language unindexed, word, tokenize = 'trigram'
);
";

const POSTGRES: &str = "
create table if not exists library_page (
    district bigint not null,
    year text collate \"C\" not null,
    entry text collate \"C\" not null,
    language text collate \"C\" not null,
    title text not null,
    text text not null,
    found tsvector generated always as (
        case language when 'es' then
            setweight(to_tsvector('spanish', title), 'A') || to_tsvector('spanish', text)
        else
            setweight(to_tsvector('english', title), 'A') || to_tsvector('english', text)
        end
    ) stored,
    primary key (district, year, entry, language)
);
create index if not exists library_page_found on library_page using gin (found);
create table if not exists library_word (
    district bigint not null,
    year text collate \"C\" not null,
    language text collate \"C\" not null,
    word text not null,
    primary key (district, year, language, word)
);
";

const TRIGRAMS: &str = "create extension if not exists pg_trgm";
const TRIGRAM_INDEX: &str = "create index if not exists library_word_trigrams on library_word using gin (word gin_trgm_ops)";

/// Makes the tables where they are not there and fills them. Whether the engine compares words by trigrams: PostgreSQL
/// only where somebody may create the extension `pg_trgm`.
pub(crate) async fn prepare(tx: &Tx) -> Result<bool> {
    let trigrams = if tx.is_postgres() {
        match tx.script(TRIGRAMS).await {
            Ok(()) => true,
            Err(error) => {
                tracing::warn!(%error, "without pg_trgm the library compares mistyped words by itself");
                false
            }
        }
    } else {
        true
    };
    tx.begin(Purpose::Write).await?;
    if tx.is_postgres() {
        tx.script(POSTGRES).await?;
        if trigrams {
            tx.script(TRIGRAM_INDEX).await?;
        }
    } else {
        tx.script(SQLITE).await?;
    }
    let made = tx.row(&MADE, &values![DISTRICT, MARK]).await?;
    let made = made.as_ref().map(|row| row.text(0)).transpose()?;
    if made != Some(MAKING) {
        fill(tx).await?;
    }
    tx.commit().await?;
    Ok(trigrams)
}

/// Makes the index of every year anew from the states.
pub(crate) async fn fill(tx: &Tx) -> Result<()> {
    for statement in [&CLEAR_ALL_PAGES, &CLEAR_ALL_WORDS] {
        tx.run(statement, &values![DISTRICT]).await?;
    }
    tx.run(&PUT_WORDS, &values![DISTRICT, MARK, MARK, MAKING])
        .await?;
    for stream in states::streams_of_kind(tx, Kind::SchoolYear).await? {
        let Ok(year) = stream.key.parse::<YearId>() else {
            continue;
        };
        let (_, school_year) = states::school_year(tx, &year).await?;
        let entries = without_versions(entries(tx, &year).await?);
        tx.run_all(&writes(&year, &school_year, &entries)).await?;
    }
    Ok(())
}

fn without_versions(entries: BTreeMap<String, (u64, Entry)>) -> BTreeMap<String, Entry> {
    entries
        .into_iter()
        .map(|(id, (_, entry))| (id, entry))
        .collect()
}

/// The statements that bring the index of a year up to date: it is small, and made whole.
pub(crate) fn writes(
    year: &YearId,
    school_year: &SchoolYear,
    entries: &BTreeMap<String, Entry>,
) -> Vec<(&'static Statement, Vec<Value>)> {
    let mut writes: Vec<(&'static Statement, Vec<Value>)> = vec![
        (&CLEAR_PAGES, values![DISTRICT, year]),
        (&CLEAR_WORDS, values![DISTRICT, year]),
    ];
    let Some(pack) = school_year.pack() else {
        return writes;
    };
    let shelf = shelf(pack, entries);
    for row in rows(&shelf, pack) {
        writes.push((
            &PUT_PAGE,
            values![DISTRICT, year, row.entry, row.language, row.title, row.text],
        ));
    }
    for language in LANGUAGES {
        let words: Vec<String> = words(&shelf, pack, language).into_iter().collect();
        if !words.is_empty() {
            let words = words.join(" ");
            writes.push((&PUT_WORDS, values![DISTRICT, year, language, words]));
        }
    }
    writes
}

/// One page in one language as it is searched: folded, without marks, with what its directives show.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    entry: String,
    language: &'static str,
    title: String,
    text: String,
}

fn rows(shelf: &Shelf, pack: &Pack) -> Vec<Row> {
    let mut rows = vec![];
    for shown in &shelf.pages {
        for language in LANGUAGES {
            let page = &shown.page;
            rows.push(Row {
                entry: shown.id.clone(),
                language,
                title: folded(page.title.get(language)),
                text: folded(&format!(
                    "{} {}",
                    page.summary.get(language),
                    policy::searched(page.body.get(language), pack, language)
                )),
            });
        }
    }
    rows
}

/// The words of a folded text, as they are compared.
pub(super) fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Words of this many letters or more are kept for mistyped ones; shorter ones are like too many.
const SHORTEST: usize = 4;

fn words(shelf: &Shelf, pack: &Pack, language: &str) -> BTreeSet<String> {
    let rows = rows(shelf, pack);
    let mut words = BTreeSet::new();
    for row in rows.iter().filter(|row| row.language == language) {
        for text in [&row.title, &row.text] {
            let long = words_of(text).filter(|word| word.chars().count() >= SHORTEST);
            words.extend(long.map(str::to_owned));
        }
    }
    words
}

/// What of the index is not what the journal gives.
pub(crate) async fn faults(tx: &Tx) -> Result<Vec<String>> {
    let (mut pages, mut kept_words) = (BTreeSet::new(), BTreeSet::new());
    for stream in states::streams_of_kind(tx, Kind::SchoolYear).await? {
        let Ok(year) = stream.key.parse::<YearId>() else {
            continue;
        };
        let (_, school_year) = states::school_year(tx, &year).await?;
        let Some(pack) = school_year.pack() else {
            continue;
        };
        let shelf = shelf(pack, &without_versions(entries(tx, &year).await?));
        for row in rows(&shelf, pack) {
            let language = row.language.to_owned();
            pages.insert((year.to_string(), row.entry, language, row.title, row.text));
        }
        for language in LANGUAGES {
            for word in words(&shelf, pack, language) {
                kept_words.insert((year.to_string(), language.to_owned(), word));
            }
        }
    }
    let mut found = vec![];
    let mut there = BTreeSet::new();
    for row in tx.rows(&EVERY_PAGE, &values![DISTRICT]).await? {
        let text = |column| row.text(column).map(str::to_owned);
        let row = (text(0)?, text(1)?, text(2)?, text(3)?, text(4)?);
        if !there.insert(row.clone()) {
            found.push(format!(
                "library/{}.{}: stands twice in the index",
                row.0, row.1
            ));
        }
    }
    for (year, entry, language, ..) in pages.symmetric_difference(&there) {
        found.push(format!(
            "library/{year}.{entry}: its index in {language} is not what the journal gives"
        ));
    }
    kept_words.insert((MARK.to_owned(), MARK.to_owned(), MAKING.to_owned()));
    let mut there = BTreeSet::new();
    for row in tx.rows(&EVERY_WORD, &values![DISTRICT]).await? {
        let text = |column| row.text(column).map(str::to_owned);
        there.insert((text(0)?, text(1)?, text(2)?));
    }
    for (year, language, word) in kept_words.symmetric_difference(&there).take(3) {
        found.push(format!(
            "library of {year}: the word {word} in {language} is not what the journal gives"
        ));
    }
    Ok(found)
}
