//! Reads TOML tables key by key, keeping the line of everything. A wrong value is noted and replaced by an empty
//! one, so that one pass finds all problems; a pack with any problem never leaves [`crate::load`].

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::layers::Origin;
use crate::{Exact, Fault, Known, Problem, Ruled, Text};

/// Problems found so far, and where things stand that are checked later.
#[derive(Default)]
pub(crate) struct Findings {
    problems: RefCell<Vec<Problem>>,
    places: RefCell<BTreeMap<String, (String, usize)>>,
}

impl Findings {
    pub fn note(&self, file: &str, line: Option<usize>, what: Fault) {
        self.problems.borrow_mut().push(Problem {
            file: file.to_owned(),
            line,
            what,
        });
    }

    pub fn note_span(&self, origin: &Origin<'_>, span: &Range<usize>, what: Fault) {
        let (file, line) = origin.place(span);
        self.note(file, Some(line), what);
    }

    /// Notes a problem at a place that was marked while reading (a second thing of the same name is marked `#2`), or
    /// in the file of that name where the thing itself is missing.
    pub fn note_at(&self, place: &str, what: Fault) {
        let (file, line) = match self.places.borrow().get(place) {
            Some((file, line)) => (file.clone(), Some(*line)),
            None => (place.to_owned(), None),
        };
        self.note(&file, line, what);
    }

    pub fn mark(&self, place: String, file: &str, line: usize) {
        let mut places = self.places.borrow_mut();
        let again = if places.contains_key(&place) {
            format!("{place}#2")
        } else {
            place
        };
        places.entry(again).or_insert((file.to_owned(), line));
    }

    pub fn none(&self) -> bool {
        self.problems.borrow().is_empty()
    }

    pub fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}

/// How well values are known that do not say so themselves.
type Ruling = (Known, String);

/// One table of a file.
pub(crate) struct Section<'a> {
    origin: &'a Origin<'a>,
    table: &'a DeTable<'a>,
    at: Range<usize>,
    read: RefCell<BTreeSet<String>>,
    inherited: RefCell<Option<Ruling>>,
    findings: &'a Findings,
}

impl<'a> Section<'a> {
    pub fn new(origin: &'a Origin<'a>, table: &'a DeTable<'a>, findings: &'a Findings) -> Self {
        Self::within(origin, table, 0..0, None, findings)
    }

    fn within(
        origin: &'a Origin<'a>,
        table: &'a DeTable<'a>,
        at: Range<usize>,
        inherited: Option<Ruling>,
        findings: &'a Findings,
    ) -> Self {
        Self {
            origin,
            table,
            at,
            read: RefCell::default(),
            inherited: RefCell::new(inherited),
            findings,
        }
    }

    fn value(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.read.borrow_mut().insert(key.to_owned());
        self.table.get(key)
    }

    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    fn note(&self, at: &Range<usize>, what: Fault) {
        self.findings.note_span(self.origin, at, what);
    }

    /// Notes a problem at a key's line, or at the section's where it has no such key.
    pub fn note_key(&self, key: &str, what: Fault) {
        self.note(&self.key_at(key), what);
    }

    fn key_at(&self, key: &str) -> Range<usize> {
        let value = self.table.get(key);
        value.map_or_else(|| self.at.clone(), Spanned::span)
    }

    /// Remembers the line of a key (or, where it is empty, of the section) for a check across files.
    pub fn mark(&self, place: impl Into<String>, key: &str) {
        let (file, line) = self.origin.place(&self.key_at(key));
        self.findings.mark(place.into(), file, line);
    }

    /// A value that must be there.
    fn needed<T>(
        &self,
        key: &str,
        wanted: &'static str,
        convert: impl FnOnce(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<T> {
        let Some(value) = self.value(key) else {
            self.note(
                &self.at,
                Fault::MissingKey {
                    key: key.to_owned(),
                },
            );
            return None;
        };
        let converted = convert(value.get_ref());
        if converted.is_none() {
            self.note(
                &value.span(),
                Fault::WrongType {
                    key: key.to_owned(),
                    wanted,
                },
            );
        }
        converted
    }

    /// Whatever stands under a key, with the place of its line; nothing where the key is missing.
    pub fn any(&self, key: &str) -> Option<(&'a DeValue<'a>, usize)> {
        let value = self.value(key)?;
        Some((value.get_ref(), value.span().start))
    }

    /// The items of a list of any kind, with the places of their lines.
    pub fn items(&self, key: &str) -> Vec<(&'a DeValue<'a>, usize)> {
        let items = self.needed(key, "a list", DeValue::as_array);
        let items = items.map(|items| items.iter()).into_iter().flatten();
        items
            .map(|item| (item.get_ref(), item.span().start))
            .collect()
    }

    /// The keys of this section, in no order that means something.
    pub fn keys(&self) -> impl Iterator<Item = &'a str> {
        self.table.keys().map(|key| -> &str { key.get_ref() })
    }

    /// A table that stands somewhere inside this section.
    pub fn inside(&self, table: &'a DeTable<'a>, line: usize) -> Section<'a> {
        let inherited = self.inherited.borrow().clone();
        Self::within(self.origin, table, line..line, inherited, self.findings)
    }

    /// Notes a problem at the line of a place that [`Self::any`], [`Self::items`] or [`Self::line`] gave.
    pub fn note_line(&self, line: usize, what: Fault) {
        self.note(&(line..line), what);
    }

    /// Whether anything was noted so far.
    pub fn is_sound(&self) -> bool {
        self.findings.none()
    }

    /// The place of this section's first line.
    pub fn line(&self) -> usize {
        self.at.start
    }

    pub fn string(&self, key: &str) -> String {
        self.needed(key, "a text in quotes", |value| {
            value.as_str().map(str::to_owned)
        })
        .unwrap_or_default()
    }

    /// An empty text where the key is missing.
    pub fn string_or_empty(&self, key: &str) -> String {
        if self.has(key) {
            self.string(key)
        } else {
            String::new()
        }
    }

    pub fn strings(&self, key: &str) -> Vec<String> {
        if !self.has(key) {
            return Vec::new();
        }
        self.needed(key, "a list of texts in quotes", |value| {
            value
                .as_array()?
                .iter()
                .map(|item| item.get_ref().as_str().map(str::to_owned))
                .collect()
        })
        .unwrap_or_default()
    }

    pub fn flag(&self, key: &str, absent: bool) -> bool {
        if !self.has(key) {
            return absent;
        }
        self.needed(key, "true or false", DeValue::as_bool)
            .unwrap_or(absent)
    }

    pub fn number(&self, key: &str) -> u32 {
        self.needed(key, "a whole number, 0 or more", whole)
            .unwrap_or_default()
    }

    pub fn level(&self, key: &str) -> u8 {
        self.needed(key, "a whole number, 0 or more", |value| {
            whole(value)?.try_into().ok()
        })
        .unwrap_or_default()
    }

    pub fn levels(&self, key: &str) -> Vec<u8> {
        self.needed(key, "a list of whole numbers", |value| {
            value
                .as_array()?
                .iter()
                .map(|item| whole(item.get_ref())?.try_into().ok())
                .collect()
        })
        .unwrap_or_default()
    }

    pub fn rows(&self, key: &str) -> Vec<Vec<u8>> {
        self.needed(key, "rows of whole numbers", |value| {
            let row = |item: &'a Spanned<DeValue<'a>>| -> Option<Vec<u8>> {
                item.get_ref()
                    .as_array()?
                    .iter()
                    .map(|cell| whole(cell.get_ref())?.try_into().ok())
                    .collect()
            };
            value.as_array()?.iter().map(row).collect()
        })
        .unwrap_or_default()
    }

    pub fn days(&self, key: &str) -> i32 {
        self.needed(key, "a whole number of days", |value| {
            value.as_integer()?.to_string().parse().ok()
        })
        .unwrap_or_default()
    }

    pub fn exact(&self, key: &str) -> Exact {
        self.needed(key, "an exact number such as \"175/3\"", exact)
            .unwrap_or_else(Exact::zero)
    }

    pub fn exacts(&self, key: &str) -> Vec<Exact> {
        self.needed(key, "a list of exact numbers such as \"175/3\"", |value| {
            value
                .as_array()?
                .iter()
                .map(|item| exact(item.get_ref()))
                .collect()
        })
        .unwrap_or_default()
    }

    pub fn date(&self, key: &str) -> Date {
        self.needed(key, "a date such as 2027-06-01", |value| {
            value.as_datetime()?.to_string().parse().ok()
        })
        .unwrap_or_default()
    }

    /// One of a closed set of words.
    pub fn choice<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> T {
        let value = self.string(key);
        let found = choices.iter().find(|(name, _)| *name == value);
        if found.is_none() && !value.is_empty() {
            self.note_key(key, unknown_choice(key, &value, choices));
        }
        found.map_or(choices[0].1, |(_, choice)| *choice)
    }

    pub fn choices<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Vec<T> {
        let mut chosen = Vec::new();
        for value in self.strings(key) {
            match choices.iter().find(|(name, _)| *name == value) {
                Some((_, choice)) => chosen.push(*choice),
                None => self.note_key(key, unknown_choice(key, &value, choices)),
            }
        }
        chosen
    }

    /// A text in each language, none of them empty.
    pub fn text(&self, key: &str) -> Text {
        match self.table(key) {
            Some(section) => section.languages(key),
            None => Text::default(),
        }
    }

    pub fn text_if_any(&self, key: &str) -> Option<Text> {
        self.has(key).then(|| self.text(key))
    }

    /// A list of texts, each in every language; none where the key is missing.
    pub fn texts(&self, key: &str) -> Vec<Text> {
        let items = self.list(key);
        items.iter().map(|item| item.languages(key)).collect()
    }

    /// The keys `en` and `es` of this section itself.
    pub fn languages(&self, key: &str) -> Text {
        let read = |language: &'static str| {
            let text = self.string_or_empty(language);
            if text.trim().is_empty() {
                self.note(
                    &self.at,
                    Fault::MissingText {
                        key: key.to_owned(),
                        language,
                    },
                );
            }
            text
        };
        Text {
            en: read("en"),
            es: read("es"),
        }
    }

    /// A table that must be there.
    pub fn table(&self, key: &str) -> Option<Section<'a>> {
        let value = self.value(key);
        self.needed(key, "a table", DeValue::as_table).map(|table| {
            let at = value.map_or_else(|| self.at.clone(), Spanned::span);
            Self::within(
                self.origin,
                table,
                at,
                self.inherited.borrow().clone(),
                self.findings,
            )
        })
    }

    /// The tables of a list; none where the key is missing.
    pub fn list(&self, key: &str) -> Vec<Section<'a>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(items) = value.get_ref().as_array() else {
            self.note_key(
                key,
                Fault::WrongType {
                    key: key.to_owned(),
                    wanted: "a list of tables",
                },
            );
            return Vec::new();
        };
        let mut sections = Vec::new();
        for item in items.iter() {
            let at = item.span();
            match item.get_ref().as_table() {
                Some(table) => sections.push(Self::within(
                    self.origin,
                    table,
                    at,
                    self.inherited.borrow().clone(),
                    self.findings,
                )),
                None => self.note(
                    &at,
                    Fault::WrongType {
                        key: key.to_owned(),
                        wanted: "a table",
                    },
                ),
            }
        }
        sections
    }

    /// How well this section's values are known, and from where: its own `known` and `source`, else those of the
    /// section around it.
    pub fn ruling(&self) -> Ruling {
        let inherited = self.inherited.borrow().clone();
        match inherited {
            Some(ruling) if !self.has("known") => {
                let source = self.string_or_empty("source");
                if source.is_empty() {
                    ruling
                } else {
                    (ruling.0, source)
                }
            }
            _ => {
                let known = self.choice(
                    "known",
                    &[
                        ("OWN", Known::OWN),
                        ("D", Known::D),
                        ("Dw", Known::Dw),
                        ("K", Known::K),
                        ("I", Known::I),
                    ],
                );
                (known, self.string("source"))
            }
        }
    }

    /// Reads this section's ruling and hands it to every section inside that has none.
    pub fn rule_all(&self) -> Ruling {
        let ruling = self.ruling();
        *self.inherited.borrow_mut() = Some(ruling.clone());
        ruling
    }

    /// The same for files of words, which may say nothing: then nobody vouches for them.
    pub fn rule_words(&self) -> Ruling {
        if !self.has("known") {
            *self.inherited.borrow_mut() = Some((Known::OWN, String::new()));
        }
        // Says for readers of the file what `OWN` says.
        let _ = self.flag("placeholder", true);
        self.rule_all()
    }

    /// A table `key` with `value`, `known` and `source`.
    pub fn ruled<T>(&self, key: &str, empty: T, read: impl FnOnce(&Section<'a>) -> T) -> Ruled<T> {
        let Some(section) = self.table(key) else {
            return Ruled {
                value: empty,
                known: Known::OWN,
                source: String::new(),
            };
        };
        let value = read(&section);
        let (known, source) = section.ruling();
        Ruled {
            value,
            known,
            source,
        }
    }
}

/// A ruled value of a section that may itself be missing, which was noted already.
pub(crate) fn ruled<'a, T>(
    section: Option<&Section<'a>>,
    key: &str,
    empty: T,
    read: impl FnOnce(&Section<'a>) -> T,
) -> Ruled<T> {
    match section {
        Some(section) => section.ruled(key, empty, read),
        None => Ruled {
            value: empty,
            known: Known::OWN,
            source: String::new(),
        },
    }
}

impl Drop for Section<'_> {
    /// Whatever was not read means nothing here.
    fn drop(&mut self) {
        let read = self.read.borrow();
        for (key, _) in self.table.iter() {
            let name: &str = key.get_ref();
            if !read.contains(name) {
                self.note(
                    &key.span(),
                    Fault::UnknownKey {
                        key: name.to_owned(),
                    },
                );
            }
        }
    }
}

fn unknown_choice<T>(key: &str, value: &str, choices: &[(&str, T)]) -> Fault {
    Fault::UnknownChoice {
        key: key.to_owned(),
        value: value.to_owned(),
        allowed: choices.iter().map(|(name, _)| (*name).to_owned()).collect(),
    }
}

fn whole(value: &DeValue<'_>) -> Option<u32> {
    value.as_integer()?.to_string().parse().ok()
}

/// Strings `p/q`, integers and decimals; a decimal is read from its digits, never through a float.
pub(crate) fn exact(value: &DeValue<'_>) -> Option<Exact> {
    match value {
        DeValue::String(text) => text.parse().ok(),
        DeValue::Integer(integer) => integer.to_string().parse().ok(),
        DeValue::Float(decimal) => decimal.as_str().parse().ok(),
        _ => None,
    }
}
