//! Searching: every word first, then with the nearest known word for each that nobody wrote, then any of them.

use super::index::words_of;
use super::{Library, library_scope};
use crate::Record;
use crate::district::DISTRICT;
use crate::engine::{Tx, values};
use crate::fault::{Fault, Result};
use crate::sql::statements;
use domain::YearId;
use domain::text::folded;
use std::cmp::Reverse;
use std::collections::BTreeSet;

statements! {
    FIND: Keyed = "select entry from library_page where district = $1 and year = $2 and language = $3 and found @@ case $3 when 'es' then to_tsquery('spanish', $4) else to_tsquery('english', $4) end order by ts_rank(found, case $3 when 'es' then to_tsquery('spanish', $4) else to_tsquery('english', $4) end) desc, entry",
        sqlite "select entry from library_page where library_page match $4 and district = $1 and year = $2 and language = $3 order by bm25(library_page, 0, 0, 0, 0, 8, 1), entry";
    NEAR: Keyed = "select word from library_word where district = $1 and year = $2 and language = $3 and word % $4",
        sqlite "select trim(word) from library_word where library_word match $4 and district = $1 and year = $2 and language = $3";
    /// For PostgreSQL without `pg_trgm`.
    KNOWN: Whole = "select trim(word) from library_word where district = $1 and year = $2 and language = $3";
}

/// Words of one search; more say no more.
const MOST_WORDS: usize = 12;
/// Words that stand in for a mistyped one.
const MOST_NEAR: usize = 3;
/// How much less like than the best one another may be, in thousandths.
const NEARLY: usize = 150;
/// The least likeness, in thousandths: `pg_trgm`'s own default.
const LIKE: usize = 300;

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Ids of pages, the best first.
    pub pages: Vec<String>,
    /// What was looked for in place of words that stand nowhere, as typed and as found; empty where all were known.
    pub instead: Vec<(String, String)>,
}

impl Record {
    /// The pages for this reader that have the words, typing errors forgiven.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn find_in_library(
        &self,
        library: &Library,
        year: &YearId,
        language: &str,
        looked_for: &str,
    ) -> Result<Found, Fault> {
        library_scope(library.scope())?;
        let folded = folded(looked_for);
        let words: Vec<&str> = words_of(&folded).take(MOST_WORDS).collect();
        if words.is_empty() {
            return Ok(Found::default());
        }
        let tx = self.lease().await?;
        let asked = Asked {
            tx: &tx,
            year,
            language,
            trigrams: self.0.trigrams,
        };
        let as_typed: Vec<Vec<String>> =
            words.iter().map(|word| vec![(*word).to_owned()]).collect();
        let mut found = Found {
            pages: asked.find(&as_typed, true).await?,
            instead: vec![],
        };
        if found.pages.is_empty() {
            let (mended, instead) = asked.mend(&words).await?;
            found.pages = asked.find(&mended, true).await?;
            if found.pages.is_empty() {
                found.pages = asked.find(&mended, false).await?;
            }
            found.instead = instead;
        }
        found.pages.retain(|id| library.page(id).is_some());
        Ok(found)
    }
}

struct Asked<'a> {
    tx: &'a Tx,
    year: &'a YearId,
    language: &'a str,
    trigrams: bool,
}

impl Asked<'_> {
    /// Pages that have one of each group's words, or of any group's.
    async fn find(&self, groups: &[Vec<String>], all: bool) -> Result<Vec<String>> {
        let text = query(groups, all, self.tx.is_postgres());
        self.tx
            .rows(&FIND, &values![DISTRICT, self.year, self.language, text])
            .await?
            .iter()
            .map(|row| row.text(0).map(str::to_owned))
            .collect()
    }

    /// For each word that stands nowhere the nearest ones that do.
    async fn mend(&self, words: &[&str]) -> Result<(Vec<Vec<String>>, Vec<(String, String)>)> {
        let (mut groups, mut instead) = (vec![], vec![]);
        for word in words {
            let as_typed = vec![(*word).to_owned()];
            let near = if self
                .find(std::slice::from_ref(&as_typed), true)
                .await?
                .is_empty()
            {
                self.near(word).await?
            } else {
                vec![]
            };
            if let Some(nearest) = near.first() {
                instead.push(((*word).to_owned(), nearest.clone()));
                groups.push(near);
            } else {
                groups.push(as_typed);
            }
        }
        Ok((groups, instead))
    }

    async fn near(&self, word: &str) -> Result<Vec<String>> {
        let (statement, like) = match (self.tx.is_postgres(), self.trigrams) {
            (true, true) => (&NEAR, Some(word.to_owned())),
            (true, false) => (&KNOWN, None),
            (false, _) => {
                let quoted = trigrams(word).into_iter().map(|it| format!("\"{it}\""));
                (&NEAR, Some(quoted.collect::<Vec<_>>().join(" OR ")))
            }
        };
        let mut values = values![DISTRICT, self.year, self.language];
        values.extend(like.map(crate::engine::Value::from));
        let mut near: Vec<(usize, String)> = self
            .tx
            .rows(statement, &values)
            .await?
            .iter()
            .map(|row| {
                let known = row.text(0)?;
                Ok((likeness(word, known), known.to_owned()))
            })
            .collect::<Result<_>>()?;
        near.retain(|(likeness, _)| *likeness >= LIKE);
        near.sort_by(|a, b| (Reverse(a.0), &a.1).cmp(&(Reverse(b.0), &b.1)));
        near.dedup();
        let best = near.first().map_or(0, |(likeness, _)| *likeness);
        near.retain(|(likeness, _)| likeness + NEARLY >= best);
        near.truncate(MOST_NEAR);
        Ok(near.into_iter().map(|(_, word)| word).collect())
    }
}

/// The groups in the words of each engine; the last word may be the beginning of one, as somebody types.
fn query(groups: &[Vec<String>], all: bool, postgres: bool) -> String {
    let last = groups.len().saturating_sub(1);
    let (and, or, begins) = if postgres {
        (" & ", " | ", ":*")
    } else {
        (" AND ", " OR ", "*")
    };
    let groups: Vec<String> = groups
        .iter()
        .enumerate()
        .map(|(place, group)| {
            let words: Vec<String> = group
                .iter()
                .map(|word| {
                    let end = if place == last { begins } else { "" };
                    if postgres {
                        format!("{word}{end}")
                    } else {
                        format!("\"{word}\"{end}")
                    }
                })
                .collect();
            format!("({})", words.join(or))
        })
        .collect();
    groups.join(if all { and } else { or })
}

/// The trigrams of a word as `pg_trgm` counts them: two blanks before it and one after.
fn trigrams(word: &str) -> BTreeSet<String> {
    let letters: Vec<char> = format!("  {word} ").chars().collect();
    letters
        .windows(3)
        .map(|three| three.iter().collect())
        .collect()
}

/// `pg_trgm`'s similarity in thousandths: trigrams of both over trigrams of either.
fn likeness(a: &str, b: &str) -> usize {
    let (a, b) = (trigrams(a), trigrams(b));
    let both = a.intersection(&b).count();
    both * 1000 / (a.len() + b.len() - both)
}

#[cfg(test)]
mod tests {
    use super::{likeness, query};

    #[test]
    fn likeness_is_that_of_pg_trgm() {
        // select similarity('word', 'two words') compares words; for single ones: similarity('apeal', 'appeal') = 0.625.
        assert_eq!(likeness("apeal", "appeal"), 625);
        assert_eq!(likeness("goal", "goal"), 1000);
        assert_eq!(likeness("goal", "tree"), 0);
    }

    #[test]
    fn a_search_is_said_in_each_engines_words() {
        let groups = [
            vec!["rating".to_owned(), "ratings".to_owned()],
            vec!["app".to_owned()],
        ];
        assert_eq!(query(&groups, true, true), "(rating | ratings) & (app:*)");
        assert_eq!(
            query(&groups, false, false),
            "(\"rating\" OR \"ratings\") OR (\"app\"*)"
        );
    }
}
