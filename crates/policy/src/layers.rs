//! A pack that extends another: the same files, merged by key. The files of the pack that it extends lie under `base/`,
//! theirs again under `base/base/`, so that what a year adopts is whole.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::Fault;
use crate::reading::Findings;

const BASE: &str = "base/";

/// The name of the pack that these files extend, such as `leap/2026-27`.
pub fn extends(files: &[(String, String)]) -> Option<String> {
    let (_, head) = files.iter().find(|(path, _)| path == "pack.toml")?;
    let table = DeTable::parse(head).ok()?;
    let name = table.get_ref().get("extends")?.get_ref().as_str()?;
    Some(name.to_owned())
}

/// A pack's files with those of the pack that it extends, as [`crate::load`] and a year's adoption want them.
pub fn with_base(files: Vec<(String, String)>, base: &[(String, String)]) -> Vec<(String, String)> {
    let below = base
        .iter()
        .map(|(path, text)| (format!("{BASE}{path}"), text.clone()));
    files.into_iter().chain(below).collect()
}

/// The files of a pack and of those that it extends.
pub(crate) struct Layers<'a> {
    files: BTreeMap<&'a str, &'a str>,
    depth: usize,
}

impl<'a> Layers<'a> {
    pub fn new(files: &'a [(String, String)]) -> Self {
        let files: BTreeMap<&str, &str> = files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect();
        let head = |depth: usize| format!("{}pack.toml", BASE.repeat(depth));
        let depth = (1..)
            .take_while(|depth| files.contains_key(head(*depth).as_str()))
            .last()
            .unwrap_or(0);
        Self { files, depth }
    }

    /// The versions of a file: the pack's own first, then those below it.
    pub fn of(&self, path: &str) -> Vec<(String, &'a str)> {
        (0..=self.depth)
            .filter_map(|depth| {
                let path = format!("{}{path}", BASE.repeat(depth));
                let text = self.files.get(path.as_str())?;
                Some((path, *text))
            })
            .collect()
    }

    /// Whether the pack below is there, and is the one that the head names.
    pub fn check(&self, findings: &Findings) {
        for depth in 0..=self.depth {
            let path = format!("{}pack.toml", BASE.repeat(depth));
            let Some(head) = self
                .files
                .get(path.as_str())
                .and_then(|text| DeTable::parse(text).ok())
            else {
                continue;
            };
            let word = |table: &DeTable<'_>, key: &str| {
                table
                    .get(key)
                    .and_then(|value| Some(value.get_ref().as_str()?.to_owned()))
            };
            let Some(wanted) = word(head.get_ref(), "extends") else {
                continue;
            };
            for key in ["id", "year", "version"] {
                if !head.get_ref().contains_key(key) {
                    let key = key.to_owned();
                    findings.note(&path, Some(1), Fault::MissingKey { key });
                }
            }
            let below = format!("{BASE}{path}");
            let found = self
                .files
                .get(below.as_str())
                .and_then(|text| DeTable::parse(text).ok())
                .and_then(|table| {
                    let table = table.get_ref();
                    Some(format!("{}/{}", word(table, "id")?, word(table, "year")?))
                });
            if found.as_ref() != Some(&wanted) {
                let what = Fault::MissingBase {
                    wanted,
                    found: found.unwrap_or_default(),
                };
                findings.note_span(
                    &Origin::new(vec![(path.clone(), self.files[path.as_str()])]),
                    &head
                        .get_ref()
                        .get("extends")
                        .map_or(0..0, |value| value.span()),
                    what,
                );
            }
        }
    }
}

/// The texts of one file, laid end to end, so that a span says which of them it is in.
pub(crate) struct Origin<'a> {
    layers: Vec<(String, usize, &'a str)>,
}

impl<'a> Origin<'a> {
    pub fn new(files: Vec<(String, &'a str)>) -> Self {
        let mut start = 0;
        let layers = files
            .into_iter()
            .map(|(path, text)| {
                let here = start;
                start += text.len() + 1;
                (path, here, text)
            })
            .collect();
        Self { layers }
    }

    /// File and line, counted from 1.
    pub fn place(&self, span: &Range<usize>) -> (&str, usize) {
        let layer = self
            .layers
            .iter()
            .rev()
            .find(|(_, start, _)| *start <= span.start);
        let Some((path, start, text)) = layer else {
            return ("", 1);
        };
        let at = (span.start - start).min(text.len());
        (path, text[..at].matches('\n').count() + 1)
    }

    /// Each text with spaces before it, so that its spans are those of the whole.
    pub fn padded(&self) -> Vec<String> {
        self.layers
            .iter()
            .map(|(_, start, text)| format!("{}{text}", " ".repeat(*start)))
            .collect()
    }
}

/// Lays a table of an extending pack over the table that it extends.
pub(crate) fn merge<'a>(
    base: &mut DeTable<'a>,
    own: DeTable<'a>,
    origin: &Origin<'_>,
    findings: &Findings,
) {
    for (key, value) in own {
        let name: String = key.get_ref().to_string();
        match (base.get_mut(name.as_str()).map(Spanned::get_mut), value) {
            (_, value) if name == "without" => {
                for gone in value
                    .get_ref()
                    .as_array()
                    .into_iter()
                    .flat_map(|it| it.iter())
                {
                    let taken = gone.get_ref().as_str().and_then(|gone| base.remove(gone));
                    if taken.is_none() {
                        let key = gone.get_ref().as_str().unwrap_or_default().to_owned();
                        findings.note_span(origin, &gone.span(), Fault::ExtendsNothing { key });
                    }
                }
            }
            (Some(DeValue::Table(below)), value) if merges(below) => {
                let span = value.span();
                match value.into_inner() {
                    DeValue::Table(over) => merge(below, over, origin, findings),
                    other => drop(base.insert(key, Spanned::new(span, other))),
                }
            }
            (Some(DeValue::Array(below)), value) if keyed(&name, below).is_some() => {
                let span = value.span();
                match value.into_inner() {
                    DeValue::Array(over) => {
                        let by = keyed(&name, below).unwrap_or_default();
                        for item in over {
                            lay(below, item, by, origin, findings);
                        }
                    }
                    other => drop(base.insert(key, Spanned::new(span, other))),
                }
            }
            (_, value) => {
                base.remove(name.as_str());
                base.insert(key, value);
            }
        }
    }
}

/// A text in two languages, and a value with its source, are replaced whole: half of one would be somebody else's.
fn merges(table: &DeTable<'_>) -> bool {
    !["en", "es", "value", "cuts"]
        .iter()
        .any(|key| table.contains_key(*key))
}

/// The keys by which items of lists may be told apart, the first that fits a whole list.
pub(crate) const KEYS: [&[&str]; 8] = [
    &["id"],
    &["code"],
    &["kind"],
    &["name"],
    &["indicator", "band"],
    &["level"],
    &["rating"],
    &["en"],
];

/// By which keys the items of a list are told apart; `None` where they are not, and the list is replaced whole.
fn keyed<'a>(list: &str, items: &toml::de::DeArray<'a>) -> Option<&'static [&'static str]> {
    let all: Vec<&DeTable<'a>> = items
        .iter()
        .filter_map(|it| it.get_ref().as_table())
        .collect();
    if all.is_empty() || all.len() != items.len() {
        return None;
    }
    KEYS.into_iter().find(|keys| {
        let mut seen = std::collections::BTreeSet::new();
        (keys[0] != "en" || list == "note")
            && all
                .iter()
                .all(|item| name_of(item, keys).is_some_and(|name| seen.insert(name)))
    })
}

fn name_of(item: &DeTable<'_>, keys: &[&str]) -> Option<String> {
    let parts: Option<Vec<String>> = keys
        .iter()
        .map(|key| match item.get(*key)?.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            DeValue::Integer(number) => Some(number.to_string()),
            _ => None,
        })
        .collect();
    parts.map(|parts| parts.join(" "))
}

/// Lays one item over the item of the same key, or adds it where it says `new = true`.
fn lay<'a>(
    below: &mut toml::de::DeArray<'a>,
    item: Spanned<DeValue<'a>>,
    by: &[&str],
    origin: &Origin<'_>,
    findings: &Findings,
) {
    let span = item.span();
    let DeValue::Table(mut over) = item.into_inner() else {
        return;
    };
    let mut said = |key: &str| {
        let value = over.remove(key);
        value.is_some_and(|value| value.get_ref().as_bool() == Some(true))
    };
    let (new, removed) = (said("new"), said("removed"));
    let name = name_of(&over, by).unwrap_or_default();
    let place = below.iter().position(|it| {
        it.get_ref()
            .as_table()
            .and_then(|it| name_of(it, by))
            .is_some_and(|it| it == name)
    });
    match place {
        None if new => below.push(Spanned::new(span, DeValue::Table(over))),
        None => findings.note_span(origin, &span, Fault::ExtendsNothing { key: name }),
        Some(_) if new => findings.note_span(origin, &span, Fault::Duplicate { id: name }),
        Some(place) if removed => {
            let kept: toml::de::DeArray<'a> = std::mem::replace(below, toml::de::DeArray::new())
                .into_iter()
                .enumerate()
                .filter_map(|(at, it)| (at != place).then_some(it))
                .collect();
            *below = kept;
        }
        Some(place) => {
            if let Some(DeValue::Table(table)) = below.get_mut(place).map(Spanned::get_mut) {
                let changed = over.keys().any(|key| !by.contains(&key.get_ref().as_ref()));
                if changed && table.contains_key("source") && !over.contains_key("source") {
                    let what = Fault::SourceNotTold { key: name };
                    findings.note_span(origin, &span, what);
                }
                merge(table, over, origin, findings);
            }
        }
    }
}
