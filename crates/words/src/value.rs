//! What may be put into a text: words or whole numbers. Decimals come in already rounded, as words.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// An argument of a text.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// Words, put in as they are.
    Text(Cow<'a, str>),
    /// A whole number, which also chooses plural forms.
    Whole(i64),
}

impl<'a> Value<'a> {
    pub(crate) fn fluent(&self) -> FluentValue<'a> {
        match self {
            Self::Text(text) => FluentValue::String(text.clone()),
            Self::Whole(number) => FluentValue::from(*number),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

macro_rules! whole {
    ($($number:ty),*) => {$(
        impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Self::Whole(i64::from(number))
            }
        }
    )*};
}
whole!(i8, i16, i32, i64, u8, u16, u32);

impl From<usize> for Value<'_> {
    /// Counts of things; one beyond `i64::MAX` cannot come up and is capped.
    fn from(number: usize) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Value<'_> {
    /// Versions and sizes; one beyond `i64::MAX` cannot come up and is capped.
    fn from(number: u64) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
