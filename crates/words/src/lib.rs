//! The texts of Forthright in each language, and how dates, times, figures and lists are said.
//!
//! `pages` and `letters` speak to people only through [`Words`]. Texts are Fluent files,
//! `text/<language>/<room>.ftl`; they are part of the binary, and read from disk in debug builds, so
//! that an edited text needs a restart but no build. A key or an argument that is missing stops a
//! debug build or a test; a release build shows the key and logs an error.

mod dates;
mod keys;
mod language;
mod lists;
mod texts;
mod value;

pub use keys::{Key, keys};
pub use language::Language;

pub use value::Value;

/// Speaks one language. Cheap to copy and to pass along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    language: Language,
}

impl Words {
    /// Words of one language.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language spoken.
    pub const fn language(self) -> Language {
        self.language
    }

    /// The text of a key that takes no arguments.
    ///
    /// # Panics
    /// In debug builds, when the key does not exist or wants an argument.
    pub fn say(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text of a key with its arguments: `words.with("due", &[("name", name.into()), ("days", 3.into())])`.
    /// Whole numbers choose plural forms.
    ///
    /// # Panics
    /// In debug builds, when the key does not exist or an argument is missing.
    pub fn with(self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        texts::format(self.language, key, values)
    }

    /// Whether a key exists, for names that come from a pack and may have no text of ours.
    pub fn knows(self, key: &str) -> bool {
        texts::exists(self.language, key)
    }
}
