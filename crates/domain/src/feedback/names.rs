//! Names in a text: of people and schools of the district, however they are written. Looked for before a text is sent,
//! and once more before it is published.

use crate::people::Directory;
use crate::text::folded;
use std::collections::{BTreeMap, BTreeSet};

/// Shorter parts of names ("Vo", "de", "La") are found only beside another part of the same name, or after a title.
const SHORTEST: usize = 3;
/// A part of this length or more is found in small letters too: few ordinary words are so long and somebody's name.
const SURE: usize = 6;
/// A part of a school's name that so many schools share ("elementary", "escuela") names none of them.
const SHARED: usize = 3;
/// Before whose name they stand, in both languages, folded and without a dot.
const TITLES: [&str; 22] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "sr",
    "sra",
    "srta",
    "prof",
    "profe",
    "profesor",
    "profesora",
    "maestro",
    "maestra",
    "coach",
    "principal",
    "director",
    "directora",
    "don",
    "dona",
    "senora",
];

/// The names of a district, ready to be found.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Parts of names of [`SHORTEST`] letters or more.
    parts: BTreeSet<String>,
    /// Given names, of which a nickname may be the beginning.
    given: BTreeSet<String>,
    /// Whole names, as their parts in order.
    whole: BTreeSet<Vec<String>>,
}

/// A word of a text: where it stands, how it is compared, whether it begins with a capital, and whether it is the first
/// of a sentence.
struct Word<'a> {
    written: &'a str,
    begins: usize,
    folded: String,
    capital: bool,
    opens: bool,
}

impl Names {
    pub fn of(directory: &Directory) -> Self {
        let mut names = Self::default();
        for person in directory.people.values() {
            let name = &person.particulars.name;
            let given = [&name.given, &name.preferred_given];
            let family = [&name.family, &name.preferred_family];
            names
                .given
                .extend(given.iter().flat_map(|part| parts(part)));
            for several in given.into_iter().chain(family) {
                names.add(parts(several));
                names.whole.insert(parts(several));
            }
            names.whole.insert(parts(&name.full()));
        }
        let mut shared: BTreeMap<String, usize> = BTreeMap::new();
        let schools: Vec<Vec<String>> = directory
            .schools
            .values()
            .map(|school| parts(&school.particulars.name))
            .collect();
        for part in schools.iter().flatten() {
            *shared.entry(part.clone()).or_default() += 1;
        }
        for school in schools {
            let own = school.iter().filter(|part| shared[*part] < SHARED);
            names.add(own.cloned().collect());
            names.whole.insert(school);
        }
        names
    }

    fn add(&mut self, parts: Vec<String>) {
        let long = |part: &String| part.chars().count() >= SHORTEST;
        self.parts.extend(parts.into_iter().filter(long));
    }

    /// The names that stand in a text, as they are written there, each once, in order. It errs on the side of finding:
    /// a capital word that is also a name is found, and its author decides.
    pub fn find(&self, text: &str) -> Vec<String> {
        let words = words(text);
        let mut named = BTreeSet::new();
        for place in 0..words.len() {
            let one = &words[place];
            let after_title = place.checked_sub(1).is_some_and(|before| {
                TITLES.contains(&words[before].folded.as_str()) && one.capital
            });
            if after_title || self.is_part(one) || self.is_nickname(one) {
                named.insert(place);
            }
            for whole in &self.whole {
                let there = words.iter().skip(place).map(|word| &word.folded);
                if whole.len() > 1 && there.take(whole.len()).eq(whole.iter()) {
                    named.extend(place..place + whole.len());
                }
            }
        }
        let mut seen = BTreeSet::new();
        named
            .into_iter()
            .map(|place| words[place].written.to_owned())
            .filter(|word| seen.insert(word.clone()))
            .collect()
    }

    fn is_part(&self, word: &Word<'_>) -> bool {
        let likely = word.capital || word.folded.chars().count() >= SURE;
        likely && self.parts.contains(&word.folded)
    }

    /// "Rob" of Robert: a capital inside a sentence that begins a longer given name.
    fn is_nickname(&self, word: &Word<'_>) -> bool {
        let long = word.folded.chars().count() >= SHORTEST;
        let after = self.given.range(word.folded.clone()..).next();
        let begins = after.is_some_and(|name| name.starts_with(&word.folded));
        word.capital && !word.opens && long && begins
    }
}

fn parts(name: &str) -> Vec<String> {
    words(name).into_iter().map(|word| word.folded).collect()
}

/// The words of a text; a hyphen parts them, and an apostrophe with an s after it belongs to none ("Castellano's").
fn words(text: &str) -> Vec<Word<'_>> {
    let inside = |c: char| c.is_alphabetic() || c.is_numeric() || is_mark(c);
    let mut words: Vec<Word<'_>> = vec![];
    let mut begins = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (begins, inside(letter)) {
            (None, true) => begins = Some(at),
            (Some(from), false) => {
                let written = &text[from..at];
                let before = &text[words
                    .last()
                    .map_or(0, |last| last.begins + last.written.len())
                    ..from];
                let opens =
                    words.is_empty() || before.contains(['.', '!', '?', '\n', ':', '¿', '¡']);
                let possessive = written == "s" && before.ends_with(['\'', '’']);
                if !possessive {
                    words.push(Word {
                        written,
                        begins: from,
                        folded: folded(written),
                        capital: written.chars().next().is_some_and(char::is_uppercase),
                        opens,
                    });
                }
                begins = None;
            }
            _ => {}
        }
    }
    words
}

fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}
