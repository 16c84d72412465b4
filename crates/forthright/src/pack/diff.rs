//! `forthright pack diff`: what changed from one pack to another, in words.

use super::sound;
use anyhow::Result;
use clap::Args;
use jiff::civil::Date;
use policy::{Difference, Place, Sources, What};
use serde_json::Value;
use std::path::PathBuf;
use words::{Language, Words};

/// Says in words what changed from one pack to another: by key, with old and new, and sources told apart.
#[derive(Args)]
#[command(after_help = "Example:\n  forthright pack diff packs/leap/2023-24 packs/leap/2026-27")]
pub struct Diff {
    /// The folder of the older pack.
    #[arg(value_name = "A")]
    old: PathBuf,
    /// The folder of the newer pack.
    #[arg(value_name = "B")]
    new: PathBuf,
    /// `en` or `es`.
    #[arg(long, default_value = "en")]
    language: String,
}

impl Diff {
    pub fn run(self) -> Result<()> {
        let Some(language) = Language::ALL
            .into_iter()
            .find(|it| it.tag() == self.language)
        else {
            anyhow::bail!("There is no language {}: en or es.", self.language);
        };
        let (old, new) = (sound(&self.old)?, sound(&self.new)?);
        let told = Told {
            words: Words::new(language),
            sources: [&old.sources, &new.sources],
        };
        let changes = policy::differences(&old, &new);
        let title = |pack: &policy::Pack| pack.title.get(language.tag()).to_owned();
        let heading = [("old", title(&old).into()), ("new", title(&new).into())];
        println!("{}", told.words.with("pack-diff-title", &heading));
        if changes.is_empty() {
            println!("{}", told.words.say("pack-diff-same"));
        }
        let mut section = None;
        for change in &changes {
            let here = change.place.first();
            if here != section {
                section = here;
                if let Some(place) = here {
                    println!("\n{}", told.place(place));
                }
            }
            println!("  {}", told.change(change));
        }
        Ok(())
    }
}

struct Told<'a> {
    words: Words,
    /// Of the older and of the newer pack.
    sources: [&'a Sources; 2],
}

/// Keys that say nothing to whoever reads: the value below them stands for itself.
const UNSAID: [&str; 3] = ["list", "when", "counted"];

impl Told<'_> {
    fn change(&self, change: &Difference) -> String {
        let rest = &change.place[1.min(change.place.len())..];
        let said = |place: &&Place| !matches!(place, Place::Key(key) if UNSAID.contains(&&**key));
        let places: Vec<String> = rest
            .iter()
            .filter(said)
            .map(|place| self.place(place))
            .collect();
        let place = if places.is_empty() {
            change
                .place
                .first()
                .map_or_else(String::new, |place| self.place(place))
        } else {
            places.join(" › ")
        };
        let pair = |key: &str, old: &str, new: &str| {
            let values = [
                ("place", (&*place).into()),
                ("old", old.into()),
                ("new", new.into()),
            ];
            self.words.with(key, &values)
        };
        let known = |letters: &str| self.words.say(&format!("pack-known-{letters}"));
        match &change.what {
            What::Added(value) => self.single("pack-diff-added", &place, value),
            What::Removed(value) => self.single("pack-diff-removed", &place, value),
            What::Changed { old, new } => {
                pair("pack-diff-changed", &self.value(old), &self.value(new))
            }
            What::Source { old, new } => {
                let tag = self.words.language().tag();
                let [before, after] = self.sources;
                pair(
                    "pack-diff-source",
                    &before.note(old, tag),
                    &after.note(new, tag),
                )
            }
            What::Known { old, new } => pair("pack-diff-known", &known(old), &known(new)),
        }
    }

    fn single(&self, key: &str, place: &str, value: &Value) -> String {
        // A whole item is named by its place; a plain value is said.
        if value.is_object() {
            return self.words.with(key, &[("place", place.into())]);
        }
        let value = self.value(value);
        let key = format!("{key}-value");
        self.words.with(
            &key,
            &[("place", place.into()), ("value", (&*value).into())],
        )
    }

    fn place(&self, place: &Place) -> String {
        match place {
            Place::Key(key) => {
                let name = format!("pack-key-{key}");
                if self.words.knows(&name) {
                    self.words.say(&name)
                } else {
                    key.clone()
                }
            }
            Place::Item { id, label: None } => id.clone(),
            Place::Item {
                id,
                label: Some(label),
            } => {
                let label = label.get(self.words.language().tag());
                let values = [("label", label.into()), ("id", id.into())];
                self.words.with("pack-item", &values)
            }
        }
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::String(text) => match text.parse::<Date>() {
                Ok(date) => self.words.long_date(date),
                Err(_) => text.clone(),
            },
            Value::Bool(true) => self.words.say("pack-yes"),
            Value::Bool(false) => self.words.say("pack-no"),
            Value::Null => self.words.say("pack-nothing"),
            Value::Number(number) => number.to_string(),
            Value::Array(items) if items.is_empty() => self.words.say("pack-nothing"),
            Value::Array(items) => {
                let items: Vec<String> = items.iter().map(|item| self.value(item)).collect();
                items.join(", ")
            }
            Value::Object(fields) => {
                if let Some(text) = fields.get(self.words.language().tag()) {
                    return self.value(text);
                }
                let fields: Vec<String> = fields
                    .iter()
                    .map(|(key, value)| {
                        let key = self.place(&Place::Key(key.clone()));
                        format!("{key} {}", self.value(value))
                    })
                    .collect();
                fields.join(", ")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Every key of a pack has words in both languages.
    #[test]
    fn every_key_has_words() {
        let files = crate::packs::on_offer(None).unwrap();
        let leap = files
            .iter()
            .find(|pack| pack.name == "leap/2026-27")
            .unwrap();
        let pack = serde_json::to_value(policy::load(&leap.files).unwrap()).unwrap();
        let mut without = std::collections::BTreeSet::new();
        let mut rest = vec![&pack];
        while let Some(value) = rest.pop() {
            match value {
                Value::Object(fields) => {
                    for (key, value) in fields {
                        let name = format!("pack-key-{key}");
                        if !Language::ALL.iter().all(|it| Words::new(*it).knows(&name)) {
                            without.insert(name);
                        }
                        rest.push(value);
                    }
                }
                Value::Array(items) => rest.extend(items),
                _ => {}
            }
        }
        assert!(without.is_empty(), "{without:?}");
    }
}
