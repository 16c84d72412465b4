//! What somebody hands in, before a rule has looked at it. Numbers of JSON are read from their digits, never through a
//! float.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use crate::Exact;

use super::rating::Inputs;
use super::{Form, Kind, Label, Reason, Rule, Seen, Slot, Stop, Unit, Value};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    Nothing,
    YesNo(bool),
    Number(Exact),
    Text(String),
    List(Vec<Self>),
    Record(BTreeMap<String, Self>),
}

/// The text is not JSON, or has a number that is not one of ours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotJson(pub String);

/// More digits, or a larger exponent, than any score has.
const DIGITS: usize = 200;

impl Given {
    /// Reads JSON.
    ///
    /// # Errors
    /// With the parser's words where the text is not JSON; a number with more than 200 digits is refused.
    pub fn json(text: &str) -> Result<Self, NotJson> {
        let raw = |error: serde_json::Error| NotJson(error.to_string());
        Self::raw(serde_json::from_str(text).map_err(raw)?)
    }

    fn raw(raw: &RawValue) -> Result<Self, NotJson> {
        let text = raw.get();
        let wrong = |error: serde_json::Error| NotJson(error.to_string());
        Ok(match text.as_bytes().first() {
            Some(b'{') => {
                let fields: BTreeMap<String, &RawValue> =
                    serde_json::from_str(text).map_err(wrong)?;
                let read = fields
                    .into_iter()
                    .map(|(name, raw)| Ok((name, Self::raw(raw)?)));
                Self::Record(read.collect::<Result<_, _>>()?)
            }
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(text).map_err(wrong)?;
                Self::List(items.into_iter().map(Self::raw).collect::<Result<_, _>>()?)
            }
            Some(b'"') => Self::Text(serde_json::from_str(text).map_err(wrong)?),
            Some(b't') => Self::YesNo(true),
            Some(b'f') => Self::YesNo(false),
            Some(b'n') => Self::Nothing,
            _ => Self::Number(
                number(text).ok_or_else(|| NotJson(format!("not a number to rate by: {text}")))?,
            ),
        })
    }

    /// The fields of a record; none of anything else.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &Self)> {
        let fields = match self {
            Self::Record(fields) => Some(fields),
            _ => None,
        };
        fields
            .into_iter()
            .flatten()
            .map(|(name, value)| (name.as_str(), value))
    }
}

/// A number of JSON, with or without an exponent.
fn number(text: &str) -> Option<Exact> {
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    if digits.len() > DIGITS || exponent.unsigned_abs() as usize > DIGITS {
        return None;
    }
    let mut number: Exact = digits.parse().ok()?;
    if !number.is_zero() {
        let zeros = "0".repeat(exponent.unsigned_abs() as usize);
        let power: Exact = format!("1{zeros}").parse().ok()?;
        number = match exponent < 0 {
            true => number.checked_div(&power)?,
            false => number * power,
        };
    }
    Some(number)
}

impl Rule {
    /// Looks at what was handed in: a record with one field for each input. What is absent or `null` is missing.
    pub fn inputs(&self, given: &Given) -> Inputs {
        let mut slots: Vec<Seen> = self.slots.iter().map(Slot::absent).collect();
        let mut unknown = None;
        for (name, value) in given.fields() {
            match self.inputs.iter().find(|input| &*input.name == name) {
                Some(input) => match &input.form {
                    Form::Plain(slot) => slots[*slot] = self.slots[*slot].read(value),
                    Form::Record(fields) => self.record(&mut slots, &input.name, fields, value),
                    Form::Rows(fields) => self.rows(&mut slots, &input.name, fields, value),
                },
                None => unknown = unknown.or(Some(Label::from(name))),
            }
        }
        if !matches!(given, Given::Record(_)) {
            unknown = Some(Label::from(""));
        }
        Inputs { slots, unknown }
    }

    fn record(&self, slots: &mut [Seen], name: &Label, fields: &[(Label, usize)], given: &Given) {
        match given {
            Given::Nothing => {}
            Given::Record(values) => {
                for (field, slot) in fields {
                    let value = values.get(&**field).unwrap_or(&Given::Nothing);
                    slots[*slot] = self.slots[*slot].read(value);
                }
                let strange = values
                    .keys()
                    .find(|key| !fields.iter().any(|(field, _)| **field == **key));
                if let Some(strange) = strange {
                    let input = format!("{name}.{strange}").into();
                    let stop = Stop::NoRating(Reason::UnknownInput { input });
                    fields
                        .iter()
                        .for_each(|(_, slot)| slots[*slot] = Err(stop.clone()));
                }
            }
            _ => {
                let stop = wrong_kind(name, "a record");
                fields
                    .iter()
                    .for_each(|(_, slot)| slots[*slot] = Err(stop.clone()));
            }
        }
    }

    fn rows(&self, slots: &mut [Seen], name: &Label, fields: &[(Label, usize)], given: &Given) {
        match given {
            Given::Nothing => {}
            Given::List(rows) => {
                let records = rows.iter().all(|row| matches!(row, Given::Record(_)));
                for (field, slot) in fields {
                    slots[*slot] = if records {
                        let values = rows.iter().map(|row| match row {
                            Given::Record(values) => values.get(&**field),
                            _ => None,
                        });
                        let items: Vec<_> = values
                            .map(|value| value.unwrap_or(&Given::Nothing))
                            .collect();
                        self.slots[*slot].list(&items)
                    } else {
                        Err(wrong_kind(name, "a list of records"))
                    };
                }
            }
            _ => {
                let stop = wrong_kind(name, "a list of records");
                fields
                    .iter()
                    .for_each(|(_, slot)| slots[*slot] = Err(stop.clone()));
            }
        }
    }
}

fn wrong_kind(input: &Label, wanted: &str) -> Stop {
    Stop::NoRating(Reason::WrongKind {
        input: input.clone(),
        wanted: wanted.into(),
    })
}

impl Slot {
    fn absent(&self) -> Seen {
        self.missing(None)
    }

    fn missing(&self, item: Option<usize>) -> Seen {
        let input = self.name.clone();
        Err(Stop::NoRating(Reason::Missing { input, item }))
    }

    fn read(&self, given: &Given) -> Seen {
        match (&self.kind, given) {
            (_, Given::Nothing) => self.absent(),
            (Kind::List(_), Given::List(items)) => self.list(&items.iter().collect::<Vec<_>>()),
            (Kind::List(_), _) => Err(wrong_kind(&self.name, &self.kind.to_string())),
            (kind, _) => self.one(kind, given, None),
        }
    }

    fn list(&self, items: &[&Given]) -> Seen {
        let Kind::List(kind) = &self.kind else {
            return Err(wrong_kind(&self.name, &self.kind.to_string()));
        };
        if let Some(wanted @ [least, most]) = self.length
            && !(least..=most).contains(&items.len())
        {
            return Err(Stop::NoRating(Reason::WrongLength {
                input: self.name.clone(),
                is: items.len(),
                wanted,
            }));
        }
        let items = items
            .iter()
            .enumerate()
            .map(|(place, item)| self.one(kind, item, Some(place + 1)));
        Ok(Value::List(items.collect()))
    }

    fn one(&self, kind: &Kind, given: &Given, item: Option<usize>) -> Seen {
        let number = match given {
            Given::Number(number) => Some(number.clone()),
            Given::Text(text) if text.len() <= DIGITS => text.parse().ok(),
            _ => None,
        };
        match (kind, given, number) {
            (_, Given::Nothing, _) => self.missing(item),
            (Kind::Number(_), _, Some(number)) => self.bounded(number),
            (Kind::Label(_), Given::Text(text), _)
                if self.labels.iter().any(|label| **label == **text) =>
            {
                Ok(Value::Label(text.as_str().into()))
            }
            // Labels that are numbers may be handed in as numbers.
            (Kind::Label(_), Given::Number(number), _) => {
                let same = |label: &&Label| label.parse::<Exact>().as_ref() == Ok(number);
                match self.labels.iter().find(same) {
                    Some(label) => Ok(Value::Label(label.clone())),
                    None => Err(self.unknown(&number.to_string())),
                }
            }
            (Kind::Label(_), Given::Text(text), _) => Err(self.unknown(text)),
            (Kind::YesNo, Given::YesNo(yes), _) => Ok(Value::YesNo(*yes)),
            (Kind::Text, Given::Text(text), _) => Ok(Value::Text(text.as_str().into())),
            _ => Err(wrong_kind(&self.name, &kind.to_string())),
        }
    }

    /// A number inside its bounds.
    pub(super) fn bounded(&self, number: Exact) -> Seen {
        let outside = self
            .bounds
            .as_ref()
            .is_some_and(|[low, high]| number < *low || number > *high);
        if outside || (self.whole && !number.is_whole()) {
            return Err(Stop::NoRating(Reason::OutOfRange {
                input: self.name.clone(),
                value: number,
            }));
        }
        Ok(Value::Number(number))
    }

    fn unknown(&self, value: &str) -> Stop {
        Stop::NoRating(Reason::UnknownLabel {
            input: self.name.clone(),
            value: value.into(),
        })
    }
}

impl Unit {
    /// Whether only whole numbers of it are entered unless the rule says otherwise.
    pub(super) fn is_whole(&self) -> bool {
        matches!(self, Self::Count)
    }
}
