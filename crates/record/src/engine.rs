//! The two databases behind one small surface: a [`Tx`] runs a [`Statement`] with [`Value`]s and gives back [`Row`]s.
//! SQLite is called at once on the calling thread, PostgreSQL is awaited; statements are written once, in
//! PostgreSQL's words, and translated for SQLite.

pub(crate) mod postgres;
pub(crate) mod sqlite;

use crate::fault::{Error, Result};
use domain::{Kind, PersonId, SchoolId, Stream, YearId};
use jiff::{Timestamp, civil::Date};
use std::borrow::Cow;
use std::str::FromStr;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// A statement that only looks rows up by their keys and takes longer is logged by its name.
const SLOW: Duration = Duration::from_millis(500);

/// What a column holds. Both engines have just these.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Value {
    pub fn list<const N: usize>(values: [Self; N]) -> Vec<Self> {
        values.into()
    }
}

macro_rules! values_from {
    ($($type:ty => |$value:ident| $make:expr;)*) => {$(
        impl From<$type> for Value { fn from($value: $type) -> Self { $make } }
    )*};
}

values_from! {
    i64 => |value| Self::Int(value);
    u64 => |value| Self::Int(i64::try_from(value).unwrap_or(i64::MAX));
    bool => |value| Self::Int(value.into());
    &str => |value| Self::Text(value.to_owned());
    String => |value| Self::Text(value);
    &String => |value| Self::Text(value.clone());
    Vec<u8> => |value| Self::Bytes(value);
    [u8; 32] => |value| Self::Bytes(value.to_vec());
    Timestamp => |value| Self::Int(value.as_microsecond());
    Date => |value| Self::Text(value.to_string());
    PersonId => |value| Self::Text(value.to_string());
    SchoolId => |value| Self::Text(value.to_string());
    &YearId => |value| Self::Text(value.to_string());
    &Stream => |value| Self::Text(value.to_string());
    Kind => |value| Self::Text(value.as_str().to_owned());
}

/// The values of one statement, in the order of `$1`, `$2` …
macro_rules! values {
    ($($value:expr),* $(,)?) => { $crate::engine::Value::list([$($crate::engine::Value::from($value)),*]) };
}
pub(crate) use values;

/// One row of an answer.
#[derive(Debug)]
pub(crate) struct Row(pub Vec<Value>);

impl Row {
    fn at(&self, column: usize) -> Result<&Value> {
        self.0
            .get(column)
            .ok_or_else(|| Error::Damaged(format!("no column {column}")))
    }

    pub fn int(&self, column: usize) -> Result<i64> {
        match self.at(column)? {
            Value::Int(value) => Ok(*value),
            other => Err(Error::Damaged(format!(
                "column {column} is no number: {other:?}"
            ))),
        }
    }

    pub fn count(&self, column: usize) -> Result<u64> {
        u64::try_from(self.int(column)?)
            .map_err(|_| Error::Damaged(format!("column {column} is negative")))
    }

    pub fn text(&self, column: usize) -> Result<&str> {
        match self.at(column)? {
            Value::Text(value) => Ok(value),
            _ => Err(Error::Damaged(format!("column {column} is no text"))),
        }
    }

    pub fn bytes(&self, column: usize) -> Result<&[u8]> {
        match self.at(column)? {
            Value::Bytes(value) => Ok(value),
            _ => Err(Error::Damaged(format!("column {column} is no byte string"))),
        }
    }

    pub fn is_null(&self, column: usize) -> Result<bool> {
        Ok(matches!(self.at(column)?, Value::Null))
    }

    pub fn instant(&self, column: usize) -> Result<Timestamp> {
        Timestamp::from_microsecond(self.int(column)?)
            .map_err(|error| Error::Damaged(error.to_string()))
    }

    pub fn maybe_instant(&self, column: usize) -> Result<Option<Timestamp>> {
        if self.is_null(column)? {
            Ok(None)
        } else {
            self.instant(column).map(Some)
        }
    }

    /// An id, a stream, a date: anything that is kept as its text.
    pub fn parsed<T: FromStr>(&self, column: usize) -> Result<T> {
        let text = self.text(column)?;
        text.parse()
            .map_err(|_| Error::Damaged(format!("column {column} holds {text:?}")))
    }

    /// As [`Row::parsed`], where an empty text means none.
    pub fn maybe_parsed<T: FromStr>(&self, column: usize) -> Result<Option<T>> {
        if self.text(column)?.is_empty() {
            Ok(None)
        } else {
            self.parsed(column).map(Some)
        }
    }
}

/// How much of a table a statement may look at. A test reads both engines' plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Only rows found by an index, and inserts.
    Keyed,
    /// Whole tables by intent: verification, rebuilding, the people room's directory.
    Whole,
}

/// One SQL text of the house. Only the registers of `sql.rs` make fixed ones, so a test can run them all.
#[derive(Debug)]
pub struct Statement {
    pub(crate) name: &'static str,
    pub(crate) reach: Reach,
    text: Cow<'static, str>,
    /// SQLite's own text, where the two search by different means.
    sqlite: Option<&'static str>,
    translated: OnceLock<String>,
}

impl Statement {
    pub(crate) const fn fixed(name: &'static str, reach: Reach, text: &'static str) -> Self {
        Self {
            name,
            reach,
            text: Cow::Borrowed(text),
            sqlite: None,
            translated: OnceLock::new(),
        }
    }

    /// The same with another text on SQLite, of the same values.
    pub(crate) const fn on_sqlite(mut self, text: &'static str) -> Self {
        self.sqlite = Some(text);
        self
    }

    /// A list's text, put together from fixed fragments by `lists.rs`; values are always bound, never written in.
    pub(crate) fn composed(name: &'static str, reach: Reach, text: String) -> Self {
        Self {
            name,
            reach,
            text: Cow::Owned(text),
            sqlite: None,
            translated: OnceLock::new(),
        }
    }

    pub(crate) fn for_postgres(&self) -> &str {
        &self.text
    }

    pub(crate) fn for_sqlite(&self) -> &str {
        self.translated
            .get_or_init(|| for_sqlite(self.sqlite.unwrap_or(&self.text)))
    }
}

/// `$N` is a named parameter in SQLite, numbered by first appearance; `?N` is what PostgreSQL's `$N` means.
pub(crate) fn for_sqlite(text: &str) -> String {
    text.replace('$', "?")
        .replace("bytea", "blob")
        .replace("collate \"C\"", "collate binary")
        .replace("for update skip locked", "")
        .replace("for share", "")
        .replace("/* without rowid */", "without rowid")
}

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// A consistent view of several statements.
    Read,
    Write,
}

/// A connection that is held for a while, with or without a transaction. Dropped inside a transaction, it rolls back.
pub(crate) enum Tx {
    Sqlite(sqlite::Lease),
    Postgres(postgres::Lease),
}

impl Tx {
    pub async fn rows(&self, statement: &Statement, values: &[Value]) -> Result<Vec<Row>> {
        let begun = Instant::now();
        let rows = match self {
            Self::Sqlite(lease) => lease.rows(statement.for_sqlite(), values),
            Self::Postgres(lease) => lease.rows(statement.for_postgres(), values).await,
        };
        if statement.reach == Reach::Keyed && begun.elapsed() > SLOW {
            tracing::warn!(
                statement = statement.name,
                milliseconds = begun.elapsed().as_millis() as u64,
                "a statement was slow"
            );
        }
        rows
    }

    /// The first row, for statements that give at most one.
    pub async fn row(&self, statement: &Statement, values: &[Value]) -> Result<Option<Row>> {
        Ok(self.rows(statement, values).await?.into_iter().next())
    }

    /// Runs a statement that gives no rows; how many it touched.
    pub async fn run(&self, statement: &Statement, values: &[Value]) -> Result<u64> {
        match self {
            Self::Sqlite(lease) => lease.run(statement.for_sqlite(), values),
            Self::Postgres(lease) => lease.run(statement.for_postgres(), values).await,
        }
    }

    /// Runs statements in this order; on PostgreSQL they travel together.
    pub async fn run_all(&self, writes: &[(&Statement, Vec<Value>)]) -> Result<()> {
        match self {
            Self::Sqlite(lease) => {
                for (statement, values) in writes {
                    lease.run(statement.for_sqlite(), values)?;
                }
                Ok(())
            }
            Self::Postgres(lease) => lease.run_all(writes).await,
        }
    }

    pub async fn begin(&self, purpose: Purpose) -> Result<()> {
        match self {
            Self::Sqlite(lease) => lease.begin(purpose),
            Self::Postgres(lease) => lease.begin(purpose).await,
        }
    }

    pub async fn commit(&self) -> Result<()> {
        match self {
            Self::Sqlite(lease) => lease.end("commit"),
            Self::Postgres(lease) => lease.end("commit").await,
        }
    }

    pub async fn rollback(&self) -> Result<()> {
        match self {
            Self::Sqlite(lease) => lease.end("rollback"),
            Self::Postgres(lease) => lease.end("rollback").await,
        }
    }

    /// Several statements without values, for the schema.
    pub async fn script(&self, text: &str) -> Result<()> {
        match self {
            Self::Sqlite(lease) => lease.script(&for_sqlite(text)),
            Self::Postgres(lease) => lease.script(text).await,
        }
    }

    pub fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

/// Where connections come from.
#[derive(Clone)]
pub(crate) enum Engine {
    Sqlite(sqlite::Pool),
    Postgres(Box<postgres::Pool>),
}

impl Engine {
    /// From `sqlite:PATH` or `postgres://…`.
    pub fn new(url: &str) -> Result<Self> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            return Ok(Self::Sqlite(sqlite::Pool::new(path)?));
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(Box::new(postgres::Pool::new(url)?)));
        }
        Err(Error::Unusable(
            "a database is given as sqlite:PATH or postgres://…".to_owned(),
        ))
    }

    pub async fn lease(&self) -> Result<Tx> {
        match self {
            Self::Sqlite(pool) => pool.lease().map(Tx::Sqlite),
            Self::Postgres(pool) => pool.lease().await.map(Tx::Postgres),
        }
    }

    /// The same database with a pool of its own, for a thread with a runtime of its own.
    pub fn apart(&self) -> Result<Self> {
        match self {
            Self::Sqlite(pool) => Ok(Self::Sqlite(pool.clone())),
            Self::Postgres(pool) => pool.apart().map(|pool| Self::Postgres(Box::new(pool))),
        }
    }

    pub fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn sqlite_reads_the_same_numbers_and_its_own_words() {
        let text = "update t set a = $2, b = $1 where c collate \"C\" = $3 for update skip locked";
        assert_eq!(
            super::for_sqlite(text),
            "update t set a = ?2, b = ?1 where c collate binary = ?3 "
        );
    }
}
