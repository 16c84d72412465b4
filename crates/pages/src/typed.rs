//! What a person typed into a form, kept as typed, so that a refused form comes back with everything in it.

use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use jiff::civil::{Date, Time};
use std::str::FromStr;

/// The largest form, in bytes. A rationale of 20,000 characters fits many times.
pub const LARGEST_FORM: usize = 1024 * 1024;

/// The fields of a form in the order in which they were sent.
#[derive(Clone, Debug, Default)]
pub struct Typed(Vec<(String, String)>);

/// A field that is missing or cannot be read, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(pub String);

impl Typed {
    /// The first value of a field, empty where it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value)
    }

    /// Every value of a field, such as the ticked boxes of one name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, value)| value.as_str())
    }

    /// Every value of a field, one a line, with one kind of line end: a field as it is drafted.
    pub fn lines(&self, name: &str) -> String {
        let all: Vec<&str> = self.all(name).collect();
        all.join("\n").replace("\r\n", "\n")
    }

    /// The same with another value in a field.
    pub fn with(&self, name: &str, value: &str) -> Self {
        let others = self.0.iter().filter(|(field, _)| field != name).cloned();
        Self(
            others
                .chain([(name.to_owned(), value.to_owned())])
                .collect(),
        )
    }

    /// The same with fields called otherwise: the name that was sent, and the other.
    pub fn renamed(&self, names: &[(&str, &str)]) -> Self {
        let other = |name: &str| {
            names
                .iter()
                .find(|(sent, _)| *sent == name)
                .map_or(name, |(_, other)| other)
                .to_owned()
        };
        let fields = self.0.iter();
        Self(
            fields
                .map(|(name, value)| (other(name), value.clone()))
                .collect(),
        )
    }

    /// Fields whose name begins so, with the rest of the name.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0
            .iter()
            .filter_map(move |(field, value)| Some((field.strip_prefix(prefix)?, value.as_str())))
    }

    /// Every field as sent.
    pub fn fields(&self) -> &[(String, String)] {
        &self.0
    }

    /// A value of any type that is read from text.
    ///
    /// # Errors
    /// [`Unreadable`] with the field's name.
    pub fn read<T: FromStr>(&self, name: &str) -> Result<T, Unreadable> {
        self.get(name)
            .trim()
            .parse()
            .map_err(|_| Unreadable(name.to_owned()))
    }

    /// A value that may be left empty.
    ///
    /// # Errors
    /// [`Unreadable`] when something is there that cannot be read.
    pub fn read_optional<T: FromStr>(&self, name: &str) -> Result<Option<T>, Unreadable> {
        if self.get(name).trim().is_empty() {
            Ok(None)
        } else {
            self.read(name).map(Some)
        }
    }

    /// A date as a date control sends it, `2027-01-14`.
    ///
    /// # Errors
    /// [`Unreadable`] with the field's name.
    pub fn date(&self, name: &str) -> Result<Date, Unreadable> {
        self.read(name)
    }

    /// A time as a time control sends it, `14:45`.
    ///
    /// # Errors
    /// [`Unreadable`] with the field's name.
    pub fn time(&self, name: &str) -> Result<Time, Unreadable> {
        self.read(name)
    }

    /// The form's token, which the record accepts once.
    pub fn token(&self) -> Option<String> {
        Some(self.get("form_token").to_owned()).filter(|token| !token.is_empty())
    }

    /// The version of the thing that the page showed.
    pub fn version(&self) -> Option<u64> {
        self.get("version").parse().ok()
    }
}

impl<S: Send + Sync> FromRequest<S> for Typed {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        axum::Form::<Vec<(String, String)>>::from_request(request, state)
            .await
            .map(|axum::Form(fields)| {
                Self(
                    fields
                        .into_iter()
                        .map(|(name, value)| (typeable(name), typeable(value)))
                        .collect(),
                )
            })
            .map_err(IntoResponse::into_response)
    }
}

/// Without the zero character, which nobody types and PostgreSQL keeps in no text.
fn typeable(text: String) -> String {
    if text.contains('\0') {
        text.replace('\0', "")
    } else {
        text
    }
}

impl From<Vec<(String, String)>> for Typed {
    fn from(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }
}
