//! What a step gives: a value, or why there is none.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Exact;

use super::Label;

/// A value, or why there is none.
pub type Seen = Result<Value, Stop>;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Told", try_from = "Told")]
pub enum Value {
    Number(Exact),
    Label(Label),
    YesNo(bool),
    Text(Label),
    List(Vec<Seen>),
}

/// Why there is no value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    NoRating(Reason),
    /// A person must choose one of these labels; `why` is the rule's code for it. Empty where the rule asks for more
    /// information instead of a label.
    Judgement {
        step: Label,
        allowed: Vec<Label>,
        why: Label,
    },
}

/// Why there is no rating. `step` is the step that could not go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Not entered; in a list, the item at this place, counted from 1.
    Missing {
        input: Label,
        item: Option<usize>,
    },
    /// The rule has no such input.
    UnknownInput {
        input: Label,
    },
    /// Not of the kind that the rule wants.
    WrongKind {
        input: Label,
        wanted: Label,
    },
    /// Lower or higher than the input may be, or not whole where it must be.
    OutOfRange {
        input: Label,
        value: Exact,
    },
    /// Not a label of the scale.
    UnknownLabel {
        input: Label,
        value: Label,
    },
    /// A list with too few or too many items.
    WrongLength {
        input: Label,
        is: usize,
        wanted: [usize; 2],
    },
    /// The rule's own reason, such as `not_enough_evidence`.
    Named {
        step: Label,
        reason: Label,
    },
    /// The published rule says something here that could not be read.
    Unread {
        step: Label,
    },
    TooFew {
        step: Label,
        have: usize,
        needed: usize,
    },
    /// Weights that were entered do not reach their total.
    WeightsTotal {
        step: Label,
        is: Exact,
        wanted: Exact,
    },
    /// Edges that were entered do not increase.
    EdgesCross {
        step: Label,
    },
    BelowBands {
        step: Label,
        value: Exact,
    },
    NotInTable {
        step: Label,
        value: String,
    },
    NothingToDivideBy {
        step: Label,
    },
    UnequalLists {
        step: Label,
    },
    /// A judgement without a written reason.
    ReasonRequired {
        step: Label,
    },
    /// A judgement that the rule does not allow.
    NotAllowed {
        step: Label,
        label: Label,
    },
    /// A value from outside without its source or its date.
    SourceRequired {
        step: Label,
    },
    /// A value of another kind than the rule has here, which only a trace changed by hand holds.
    Unfit {
        step: Label,
    },
}

/// How a value is written down.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Told {
    Number(Exact),
    Label(Label),
    YesNo(bool),
    Text(Label),
    List(Vec<Told>),
    None(Stop),
}

impl From<Value> for Told {
    fn from(value: Value) -> Self {
        match value {
            Value::Number(number) => Self::Number(number),
            Value::Label(label) => Self::Label(label),
            Value::YesNo(yes) => Self::YesNo(yes),
            Value::Text(text) => Self::Text(text),
            Value::List(items) => Self::List(items.into_iter().map(Self::from).collect()),
        }
    }
}

impl From<Seen> for Told {
    fn from(seen: Seen) -> Self {
        seen.map_or_else(Self::None, Self::from)
    }
}

impl From<Told> for Seen {
    fn from(told: Told) -> Self {
        Ok(match told {
            Told::Number(number) => Value::Number(number),
            Told::Label(label) => Value::Label(label),
            Told::YesNo(yes) => Value::YesNo(yes),
            Told::Text(text) => Value::Text(text),
            Told::List(items) => Value::List(items.into_iter().map(Self::from).collect()),
            Told::None(stop) => return Err(stop),
        })
    }
}

impl TryFrom<Told> for Value {
    type Error = &'static str;
    fn try_from(told: Told) -> Result<Self, Self::Error> {
        Seen::from(told).map_err(|_| "a value cannot be none here")
    }
}

/// Writes a [`Seen`] as its value, or as `none` with the reason.
pub(super) mod told {
    use super::{Seen, Told};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(seen: &Seen, serializer: S) -> Result<S::Ok, S::Error> {
        Told::from(seen.clone()).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Seen, D::Error> {
        Told::deserialize(deserializer).map(Seen::from)
    }
}

impl Stop {
    /// Whether a value is only not there yet, which a rule may have a policy for. What was entered wrongly is not.
    pub fn is_missing(&self) -> bool {
        matches!(
            self,
            Self::NoRating(Reason::Missing { .. } | Reason::TooFew { .. })
        )
    }
}

impl Value {
    /// For people: numbers as decimals with at most so many digits.
    pub fn shown(&self, places: u32) -> String {
        match self {
            Self::Number(number) => number.to_decimal(places),
            Self::Label(label) | Self::Text(label) => label.to_string(),
            Self::YesNo(true) => "yes".to_owned(),
            Self::YesNo(false) => "no".to_owned(),
            Self::List(items) => items
                .iter()
                .map(|item| item.as_ref().map_or("–".to_owned(), |v| v.shown(places)))
                .collect::<Vec<_>>()
                .join(", "),
        }
    }
}

/// Exactly: fractions as fractions.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Label(label) | Self::Text(label) => write!(f, "{label}"),
            Self::YesNo(yes) => write!(f, "{}", if *yes { "yes" } else { "no" }),
            Self::List(items) => {
                for (place, item) in items.iter().enumerate() {
                    let comma = if place > 0 { ", " } else { "" };
                    match item {
                        Ok(value) => write!(f, "{comma}{value}")?,
                        Err(_) => write!(f, "{comma}–")?,
                    }
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRating(reason) => write!(f, "no rating: {reason}"),
            Self::Judgement { step, allowed, why } if allowed.is_empty() => {
                write!(f, "{step} needs a person ({why})")
            }
            Self::Judgement { step, allowed, why } => write!(
                f,
                "{step} needs a person's choice among {} ({why})",
                allowed.join(", ")
            ),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { input, item: None } => write!(f, "{input} is missing"),
            Self::Missing {
                input,
                item: Some(item),
            } => write!(f, "item {item} of {input} is missing"),
            Self::UnknownInput { input } => write!(f, "the rule has no input {input}"),
            Self::WrongKind { input, wanted } => write!(f, "{input} is not {wanted}"),
            Self::OutOfRange { input, value } => write!(f, "{input} cannot be {value}"),
            Self::UnknownLabel { input, value } => write!(f, "{input} cannot be {value:?}"),
            Self::WrongLength {
                input,
                is,
                wanted: [least, most],
            } if least == most => write!(f, "{input} has {is} items, not {least}"),
            Self::WrongLength {
                input,
                is,
                wanted: [least, most],
            } => write!(f, "{input} has {is} items, not {least} to {most}"),
            Self::Named { step, reason } => write!(f, "{step}: {reason}"),
            Self::Unread { step } => {
                write!(f, "{step}: what the published rule says here was not read")
            }
            Self::TooFew { step, have, needed } => {
                write!(f, "{step} needs {needed} values and has {have}")
            }
            Self::WeightsTotal { step, is, wanted } => {
                write!(f, "the weights of {step} sum to {is}, not {wanted}")
            }
            Self::EdgesCross { step } => write!(f, "the edges of {step} do not increase"),
            Self::BelowBands { step, value } => {
                write!(f, "{value} lies below the lowest band of {step}")
            }
            Self::NotInTable { step, value } => write!(f, "the table of {step} has no {value}"),
            Self::NothingToDivideBy { step } => write!(f, "{step} would divide by 0"),
            Self::UnequalLists { step } => write!(f, "the lists of {step} differ in length"),
            Self::ReasonRequired { step } => write!(f, "the choice at {step} needs a reason"),
            Self::NotAllowed { step, label } => write!(f, "{step} does not allow {label}"),
            Self::SourceRequired { step } => write!(f, "{step} needs its source and its date"),
            Self::Unfit { step } => write!(f, "{step} cannot be computed from what it names"),
        }
    }
}
