//! SQLite: write-ahead log, every commit on the disk before it is acknowledged, what is deleted overwritten with zeros, one
//! writer, pooled readers.

use super::{Purpose, Row, Value};
use crate::fault::{Error, Result};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql, params_from_iter};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long a statement waits for a writer of another process (`roster import` beside `serve`).
const BUSY: Duration = Duration::from_secs(5);
/// Idle connections kept.
const KEPT: usize = 16;

#[derive(Clone)]
pub(crate) struct Pool(Arc<Shared>);

struct Shared {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Pool {
    pub fn new(path: &str) -> Result<Self> {
        if path.is_empty() || path.contains(":memory:") {
            return Err(Error::Unusable(
                "SQLite needs the path of a file".to_owned(),
            ));
        }
        let path = PathBuf::from(path);
        create_private(&path)?;
        Ok(Self(Arc::new(Shared {
            path,
            idle: Mutex::new(Vec::new()),
        })))
    }

    pub fn lease(&self) -> Result<Lease> {
        let kept = self
            .0
            .idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        let connection = match kept {
            Some(connection) => connection,
            None => open(&self.0.path)?,
        };
        Ok(Lease {
            connection: Some(Mutex::new(connection)),
            pool: self.clone(),
        })
    }
}

/// The file holds evaluations: nobody but its owner may read it. Its log files take over its mode.
pub(crate) fn create_private(path: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(path)
        .map_err(|error| Error::Unusable(format!("{}: {error}", path.display())))?;
    Ok(())
}

fn open(path: &Path) -> Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma temp_store = memory; pragma secure_delete = on; pragma cache_size = -16000;",
    )?;
    Ok(connection)
}

/// A connection out of the pool. The lock is held for one statement at a time and never waited for: a lease has one user.
pub(crate) struct Lease {
    connection: Option<Mutex<Connection>>,
    pool: Pool,
}

impl Lease {
    fn with<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T> {
        let connection = self.connection.as_ref().ok_or(Error::Stopped)?;
        let connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(work(&connection)?)
    }

    pub fn rows(&self, text: &str, values: &[Value]) -> Result<Vec<Row>> {
        self.with(|connection| {
            let mut statement = connection.prepare_cached(text)?;
            let columns = statement.column_count();
            let mut rows = statement.query(params_from_iter(values))?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let mut values = Vec::with_capacity(columns);
                for column in 0..columns {
                    values.push(match row.get_ref(column)? {
                        ValueRef::Null => Value::Null,
                        ValueRef::Integer(value) => Value::Int(value),
                        ValueRef::Text(value) => {
                            Value::Text(String::from_utf8_lossy(value).into_owned())
                        }
                        ValueRef::Blob(value) => Value::Bytes(value.to_vec()),
                        ValueRef::Real(_) => {
                            return Err(rusqlite::Error::InvalidColumnType(
                                column,
                                String::new(),
                                rusqlite::types::Type::Real,
                            ));
                        }
                    });
                }
                found.push(Row(values));
            }
            Ok(found)
        })
    }

    pub fn run(&self, text: &str, values: &[Value]) -> Result<u64> {
        let touched = self.with(|connection| {
            connection
                .prepare_cached(text)?
                .execute(params_from_iter(values))
        })?;
        Ok(touched as u64)
    }

    pub fn begin(&self, purpose: Purpose) -> Result<()> {
        self.script(match purpose {
            Purpose::Read => "begin",
            Purpose::Write => "begin immediate",
        })
    }

    /// Commits or rolls back. A rollback after SQLite has rolled back by itself is no fault.
    pub fn end(&self, how: &str) -> Result<()> {
        self.with(|connection| {
            if how == "rollback" && connection.is_autocommit() {
                return Ok(());
            }
            connection.execute_batch(how)
        })
    }

    pub fn script(&self, text: &str) -> Result<()> {
        self.with(|connection| connection.execute_batch(text))
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else {
            return;
        };
        let connection = connection
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        // A reading that was given up in the middle must not keep an old view of the database.
        if !connection.is_autocommit() && connection.execute_batch("rollback").is_err() {
            return;
        }
        let mut idle = self
            .pool
            .0
            .idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT {
            idle.push(connection);
        }
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Text(value) => ValueRef::Text(value.as_bytes()),
            Self::Bytes(value) => ValueRef::Blob(value),
        }))
    }
}
