//! What is wrong with a rule.

use std::fmt;

use crate::Exact;

use super::{Kind, Label};

/// One thing that keeps a rule from loading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    UnknownName {
        key: String,
        name: String,
    },
    /// Names a step that stands below, or itself.
    Later {
        key: String,
        name: String,
    },
    UnknownScale {
        name: String,
    },
    /// Names a scale of the other form: numbers where labels are wanted, or labels where numbers are.
    WrongScale {
        name: String,
        wanted: &'static str,
    },
    UnknownLabel {
        scale: Label,
        label: String,
    },
    WrongKind {
        name: String,
        is: Kind,
        wanted: String,
    },
    Mixed {
        first: String,
        first_kind: Kind,
        other: String,
        other_kind: Kind,
    },
    /// An aggregate of a list beside other things has the wrong form.
    MissingLabel {
        what: &'static str,
        label: Label,
    },
    Length {
        what: String,
        is: usize,
        wanted: usize,
    },
    Empty {
        what: &'static str,
    },
    TooMany {
        what: &'static str,
        is: usize,
        most: usize,
    },
    EdgesFall {
        edge: Exact,
    },
    BandHole {
        from: Exact,
        to: Exact,
    },
    BandUnreached {
        label: String,
        edge: Exact,
        most: Exact,
    },
    WeightsTotal {
        is: Exact,
        wanted: Exact,
    },
    MoveTotal {
        from: String,
        is: Exact,
        wanted: Exact,
    },
    LineTurns,
    NeverFires {
        what: String,
    },
    NeverChanges {
        what: String,
    },
    MatrixFalls {
        row: Label,
        column: Label,
        below: [Label; 2],
    },
    MapTurns {
        at: String,
    },
    Unused {
        name: Label,
    },
    StaleAccept,
    Turned {
        what: &'static str,
    },
    /// None, or more than one, of keys that exclude each other.
    OneOf {
        keys: &'static [&'static str],
    },
    /// Two rules of a file would answer the same names.
    SameInputs {
        other: String,
    },
    WrongValue {
        key: String,
        wanted: &'static str,
    },
    Nested,
}

impl Fault {
    pub fn mend(&self) -> String {
        match self {
            Self::UnknownName { name, .. } => {
                format!("correct the name, or add an input or a step `{name}` above")
            }
            Self::Later { name, .. } => format!("move this step below `{name}`"),
            Self::UnknownScale { name } => {
                format!("correct the name, or add a [[scale]] with id=\"{name}\"")
            }
            Self::WrongScale { wanted, .. } => format!("name a scale of {wanted}"),
            Self::UnknownLabel { scale, .. } => format!("use a label of {scale}"),
            Self::WrongKind { wanted, .. } => format!("name {wanted}"),
            Self::Mixed { .. } => {
                "bring both to one unit with a step of its own, such as `scale` or `map`".into()
            }
            Self::MissingLabel { label, .. } => format!("give a value for {label}"),
            Self::Length { wanted, .. } => format!("give {wanted}"),
            Self::Empty { what } => format!("give at least one of the {what}"),
            Self::TooMany { most, .. } => format!("keep to {most}"),
            Self::EdgesFall { .. } => "order the edges from the lowest, each once".into(),
            Self::BandHole { from, .. } => {
                format!("begin the lowest band at {from}, or narrow the input")
            }
            Self::BandUnreached { .. } => {
                "lower the edge, take the band away, or say in `accept` why it stands here".into()
            }
            Self::WeightsTotal { wanted, .. } => {
                format!("change the weights until they sum to {wanted}")
            }
            Self::MoveTotal { wanted, .. } => format!("let the moved points sum to {wanted}"),
            Self::LineTurns => "order `from` from the lowest, each value once".into(),
            Self::NeverFires { .. } | Self::NeverChanges { .. } => {
                "correct it, take it away, or say in `accept` why it stands here".into()
            }
            Self::MatrixFalls { .. } => {
                "correct the cells, or say in `accept` why a better input may give a worse label"
                    .into()
            }
            Self::MapTurns { .. } => {
                "let the numbers rise or fall with the labels, or say why in `accept`".into()
            }
            Self::Unused { name } => {
                format!("use `{name}`, name it among the outputs, or take it away")
            }
            Self::StaleAccept => "take `accept` away".into(),
            Self::Turned { .. } => "write the lower one first".into(),
            Self::OneOf { keys } => format!("write exactly one of {}", keys.join(", ")),
            Self::SameInputs { .. } => "give one of them other inputs, or keep one rule".into(),
            Self::WrongValue { wanted, .. } => format!("write {wanted}"),
            Self::Nested => {
                "let a list or a record hold single values, and a list of records records of \
                 single values"
                    .into()
            }
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownName { key, name } => {
                write!(f, "`{key}` names {name:?}, which is no input and no step")
            }
            Self::Later { key, name } => {
                write!(f, "`{key}` names {name:?}, which does not stand above")
            }
            Self::UnknownScale { name } => write!(f, "there is no scale {name:?}"),
            Self::WrongScale { name, wanted } => write!(f, "{name} is not a scale of {wanted}"),
            Self::UnknownLabel { scale, label } => {
                write!(f, "the scale {scale} has no label {label:?}")
            }
            Self::WrongKind { name, is, wanted } => write!(f, "{name} is {is}, not {wanted}"),
            Self::Mixed {
                first,
                first_kind,
                other,
                other_kind,
            } => write!(
                f,
                "{first} is {first_kind} and {other} is {other_kind}: they do not mix"
            ),
            Self::MissingLabel { what, label } => write!(f, "{what} has nothing for {label}"),
            Self::Length { what, is, wanted } => write!(f, "{what} has {is}, not {wanted}"),
            Self::Empty { what } => write!(f, "there are no {what}"),
            Self::TooMany { what, is, most } => write!(f, "{is} {what} are more than {most}"),
            Self::EdgesFall { edge } => write!(f, "the edge {edge} is not above the one before"),
            Self::BandHole { from, to } => {
                write!(f, "values from {from} up to {to} lie in no band")
            }
            Self::BandUnreached { label, edge, most } => {
                write!(f, "nothing reaches {label} at {edge}: the most is {most}")
            }
            Self::WeightsTotal { is, wanted } => write!(f, "the weights sum to {is}, not {wanted}"),
            Self::MoveTotal { from, is, wanted } => {
                write!(f, "of the {wanted} points of {from}, {is} are moved")
            }
            Self::LineTurns => write!(f, "the points of `from` do not increase"),
            Self::NeverFires { what } => write!(f, "{what} can never hold"),
            Self::NeverChanges { what } => write!(f, "{what} can never change the result"),
            Self::MatrixFalls { row, column, below } => write!(
                f,
                "{row} × {column} gives less than {} × {}",
                below[0], below[1]
            ),
            Self::MapTurns { at } => write!(f, "the numbers turn at {at}"),
            Self::Unused { name } => write!(f, "nothing uses {name}"),
            Self::StaleAccept => write!(f, "`accept` excuses something that is not there"),
            Self::Turned { what } => write!(f, "{what} runs from high to low"),
            Self::OneOf { keys } => {
                write!(f, "not exactly one of {} stands here", keys.join(", "))
            }
            Self::SameInputs { other } => {
                write!(f, "the rule {other} has the same system and inputs")
            }
            Self::WrongValue { key, wanted } => write!(f, "`{key}` is not {wanted}"),
            Self::Nested => write!(f, "an input cannot be nested so deep"),
        }
    }
}
