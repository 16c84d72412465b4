//! What one pack says and another does not, by key.

use serde_json::{Map, Value};

use crate::layers::KEYS;
use crate::{Pack, Text};

/// One difference between two packs.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// From the section down, such as dates, `CAL-NR`, date.
    pub place: Vec<Place>,
    pub what: What,
}

/// A step on the way to a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// A key of the types, such as `opens`.
    Key(String),
    /// An item of a list, by its id, with its label where it has one.
    Item { id: String, label: Option<Text> },
}

#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Only the second pack has it.
    Added(Value),
    /// Only the first pack has it.
    Removed(Value),
    Changed {
        old: Value,
        new: Value,
    },
    /// The value is the same or told apart; this is where it comes from.
    Source {
        old: String,
        new: String,
    },
    /// How well it is known, by the letters of the sources.
    Known {
        old: String,
        new: String,
    },
}

/// Everything in which `new` differs from `old`. How notes of sources read in Spanish is left out: it says nothing of
/// the policy.
pub fn differences(old: &Pack, new: &Pack) -> Vec<Difference> {
    let value = |pack| {
        let mut value = serde_json::to_value(pack).unwrap_or_default();
        if let Some(Value::Object(sources)) = value.get_mut("sources") {
            sources.remove("notes");
        }
        value
    };
    let mut found = vec![];
    walk(&value(old), &value(new), &mut vec![], &mut found);
    found
}

fn walk(old: &Value, new: &Value, place: &mut Vec<Place>, found: &mut Vec<Difference>) {
    if old == new {
        return;
    }
    let mut note = |what| {
        let place = place.clone();
        found.push(Difference { place, what });
    };
    match (old, new) {
        (Value::Object(before), Value::Object(after)) => fields(before, after, place, found),
        (Value::Array(before), Value::Array(after)) => match (ids(before), ids(after)) {
            (Some(one), Some(other)) if !(one.is_empty() && other.is_empty()) => {
                items((before, &one), (after, &other), place, found);
            }
            _ => note(What::Changed {
                old: old.clone(),
                new: new.clone(),
            }),
        },
        (Value::Null, _) => note(What::Added(new.clone())),
        (_, Value::Null) => note(What::Removed(old.clone())),
        _ => note(What::Changed {
            old: old.clone(),
            new: new.clone(),
        }),
    }
}

fn fields(
    before: &Map<String, Value>,
    after: &Map<String, Value>,
    place: &mut Vec<Place>,
    found: &mut Vec<Difference>,
) {
    for key in before
        .keys()
        .chain(after.keys().filter(|key| !before.contains_key(*key)))
    {
        let old = before.get(key).unwrap_or(&Value::Null);
        let new = after.get(key).unwrap_or(&Value::Null);
        let words = |value: &Value| value.as_str().map(str::to_owned);
        let provenance = match (key.as_str(), words(old), words(new)) {
            _ if old == new => continue,
            ("source" | "scale_source", Some(old), Some(new)) => Some(What::Source { old, new }),
            ("known" | "scale_known", Some(old), Some(new)) => Some(What::Known { old, new }),
            _ => None,
        };
        match provenance {
            Some(what) => {
                let place = place.clone();
                found.push(Difference { place, what });
            }
            None => {
                place.push(Place::Key(key.clone()));
                walk(old, new, place, found);
                place.pop();
            }
        }
    }
}

fn items(
    (before, ids_before): (&[Value], &[String]),
    (after, ids_after): (&[Value], &[String]),
    place: &mut Vec<Place>,
    found: &mut Vec<Difference>,
) {
    let at = |ids: &[String], id: &String| ids.iter().position(|other| other == id);
    for (old, id) in before.iter().zip(ids_before) {
        place.push(item(old, id));
        match at(ids_after, id) {
            Some(new) => walk(old, &after[new], place, found),
            None => found.push(Difference {
                place: place.clone(),
                what: What::Removed(old.clone()),
            }),
        }
        place.pop();
    }
    for (new, id) in after.iter().zip(ids_after) {
        if at(ids_before, id).is_none() {
            place.push(item(new, id));
            found.push(Difference {
                place: place.clone(),
                what: What::Added(new.clone()),
            });
            place.pop();
        }
    }
}

/// The ids of a list's items; `None` where they are not told apart by any.
fn ids(items: &[Value]) -> Option<Vec<String>> {
    let of = |item: &Value, keys: &[&str]| -> Option<String> {
        let parts: Option<Vec<String>> = keys
            .iter()
            .map(|key| match item.get(key)? {
                Value::String(text) => Some(text.clone()),
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            })
            .collect();
        parts.map(|parts| parts.join(" "))
    };
    if items.is_empty() {
        return Some(vec![]);
    }
    KEYS.iter().find_map(|keys| {
        let ids: Option<Vec<String>> = items.iter().map(|item| of(item, keys)).collect();
        let ids = ids?;
        let mut seen = ids.clone();
        seen.sort();
        seen.dedup();
        (seen.len() == ids.len()).then_some(ids)
    })
}

fn item(value: &Value, id: &str) -> Place {
    let label = ["label", "title", "text"].iter().find_map(|key| {
        let text = value.get(key)?;
        Some(Text {
            en: text.get("en")?.as_str()?.to_owned(),
            es: text.get("es")?.as_str()?.to_owned(),
        })
    });
    Place::Item {
        id: id.to_owned(),
        label,
    }
}
