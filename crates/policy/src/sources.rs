//! Where a pack's values come from: what short names stand for, and how the notes of `source` values read in each
//! language.

use schemars::JsonSchema;
use serde::Serialize;

use crate::Text;
use crate::reading::Section;

/// Parts the notes of a `source` value.
const BETWEEN: &str = "; ";

/// The legend of a pack; empty for a pack that has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sources {
    #[schemars(rename = "source")]
    pub list: Vec<Source>,
    /// Notes that are more than short names: as `source` values write them (`en`), and in Spanish.
    #[schemars(rename = "note")]
    pub notes: Vec<Text>,
}

/// One source and its short name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Source {
    /// Such as `BTS14`.
    pub code: String,
    pub title: Text,
    /// Where it was read; none where the title alone finds it.
    pub addresses: Vec<String>,
}

/// A piece of a note that people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Words(&'a str),
    /// A short name that the legend explains.
    Code(&'a str),
}

impl Sources {
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let source = |section: &Section<'_>| Source {
            code: section.string("code"),
            title: section.text("title"),
            addresses: section.strings("addresses"),
        };
        Self {
            list: section.list("source").iter().map(source).collect(),
            notes: section
                .list("note")
                .iter()
                .map(|note| note.languages("note"))
                .collect(),
        }
    }

    /// A `source` value in the language of a tag (`es`, `es-US`). A note without words of its own stays as it is.
    pub fn note(&self, source: &str, language: &str) -> String {
        let said: Vec<&str> = source
            .split(BETWEEN)
            .map(|part| {
                self.notes
                    .iter()
                    .find(|note| note.en == part)
                    .map_or(part, |note| note.get(language))
            })
            .collect();
        said.join(BETWEEN)
    }

    /// The notes of a `source` value that are more than short names and stand in no other language.
    pub fn unworded<'a>(&self, source: &'a str) -> Vec<&'a str> {
        let is_words = |part: &&str| {
            self.pieces(part).into_iter().any(|piece| {
                matches!(piece, Piece::Words(words) if words.chars().any(char::is_alphabetic))
            })
        };
        source
            .split(BETWEEN)
            .filter(|part| self.notes.iter().all(|note| note.en != *part))
            .filter(is_words)
            .collect()
    }

    /// A text, cut where short names of the legend stand in it as whole words.
    pub fn pieces<'a>(&self, text: &'a str) -> Vec<Piece<'a>> {
        let mut pieces = vec![];
        let mut rest = text;
        while let Some((at, code)) = self.first_code(rest) {
            let (words, after) = rest.split_at(at);
            if !words.is_empty() {
                pieces.push(Piece::Words(words));
            }
            let (code, after) = after.split_at(code);
            pieces.push(Piece::Code(code));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest));
        }
        pieces
    }

    /// Place and length of the first short name, in bytes.
    fn first_code(&self, text: &str) -> Option<(usize, usize)> {
        let joins = |letter: char| letter.is_alphanumeric() || letter == '-';
        self.list
            .iter()
            .filter(|source| !source.code.is_empty())
            .filter_map(|source| {
                let (at, _) = text.match_indices(&source.code).find(|(at, code)| {
                    let before = text[..*at].chars().next_back();
                    let after = text[at + code.len()..].chars().next();
                    !before.is_some_and(joins) && !after.is_some_and(joins)
                })?;
                Some((at, source.code.len()))
            })
            .min_by_key(|(at, length)| (*at, usize::MAX - length))
    }
}
