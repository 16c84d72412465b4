//! What a pack says beside each value: how well it is known, from where, and texts in each language.

use std::ops::Deref;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How well a value is known. The letters are the tags of the pack's sources.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub enum Known {
    /// Read in the named source.
    D,
    /// Read, but the source is weak or old.
    Dw,
    /// Background knowledge, not verified: a placeholder.
    K,
    /// Inferred, by arithmetic, from values that were read.
    I,
    /// Our own design, which no source claims: a placeholder.
    OWN,
}

impl Known {
    /// False for placeholders: the page must show such a value as not confirmed, until the district confirms it.
    pub fn settled(self) -> bool {
        match self {
            Self::D | Self::Dw | Self::I => true,
            Self::K | Self::OWN => false,
        }
    }
}

/// A value with how well it is known and the source that says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ruled<T> {
    pub value: T,
    pub known: Known,
    /// Address or short name of the source; section of the rule where it has one.
    pub source: String,
}

impl<T> Deref for Ruled<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// A text of the pack in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Text {
    pub en: String,
    pub es: String,
}

impl Text {
    /// The text for a language tag (`es`, `es-US`); English for every other.
    pub fn get(&self, language: &str) -> &str {
        match language.split(['-', '_']).next() {
            Some("es") => &self.es,
            _ => &self.en,
        }
    }
}
