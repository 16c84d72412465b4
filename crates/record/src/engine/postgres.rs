//! PostgreSQL: pooled connections, prepared statements, several servers beside each other.

use super::{Purpose, Row, Statement, Value};
use crate::fault::{Error, Result};
use deadpool_postgres::{Manager, ManagerConfig, Object, RecyclingMethod, Runtime};
use futures::future::try_join_all;
use std::error::Error as StdError;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio_postgres::NoTls;
use tokio_postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};

/// Connections of one server's readers.
const READERS: usize = 16;
/// How long a reader waits for one of them.
const WAIT: Duration = Duration::from_secs(10);

#[derive(Clone)]
pub(crate) struct Pool {
    config: tokio_postgres::Config,
    pool: deadpool_postgres::Pool,
}

impl Pool {
    pub fn new(url: &str) -> Result<Self> {
        let mut config: tokio_postgres::Config = url
            .parse()
            .map_err(|error| Error::Unusable(format!("the database's address: {error}")))?;
        config.application_name("forthright");
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(WAIT);
        }
        Self::with(config, READERS)
    }

    fn with(config: tokio_postgres::Config, size: usize) -> Result<Self> {
        let manager = Manager::from_config(
            config.clone(),
            NoTls,
            ManagerConfig {
                recycling_method: RecyclingMethod::Fast,
            },
        );
        let pool = deadpool_postgres::Pool::builder(manager)
            .max_size(size)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(WAIT))
            .build()
            .map_err(|error| Error::Unusable(error.to_string()))?;
        Ok(Self { config, pool })
    }

    /// A connection's tasks live on the runtime that opened it, so the writer's thread has a pool of its own.
    pub fn apart(&self) -> Result<Self> {
        Self::with(self.config.clone(), 1)
    }

    pub async fn lease(&self) -> Result<Lease> {
        Ok(Lease {
            client: Some(self.pool.get().await?),
            open: AtomicBool::new(false),
        })
    }
}

/// A connection out of the pool.
pub(crate) struct Lease {
    client: Option<Object>,
    open: AtomicBool,
}

impl Lease {
    fn client(&self) -> Result<&Object> {
        self.client.as_ref().ok_or(Error::Stopped)
    }

    pub async fn rows(&self, text: &str, values: &[Value]) -> Result<Vec<Row>> {
        let client = self.client()?;
        let statement = client.prepare_cached(text).await?;
        let rows = client.query(&statement, &parameters(values)).await?;
        rows.iter().map(row).collect()
    }

    pub async fn run(&self, text: &str, values: &[Value]) -> Result<u64> {
        let client = self.client()?;
        let statement = client.prepare_cached(text).await?;
        Ok(client.execute(&statement, &parameters(values)).await?)
    }

    /// tokio-postgres sends what is polled together in one go and the server answers in the same order.
    pub async fn run_all(&self, writes: &[(&Statement, Vec<Value>)]) -> Result<()> {
        let client = self.client()?;
        // Prepared one by one first: statements prepared while others are under way could overtake them.
        let mut prepared = Vec::with_capacity(writes.len());
        for (statement, _) in writes {
            prepared.push(client.prepare_cached(statement.for_postgres()).await?);
        }
        for (statements, writes) in prepared.chunks(500).zip(writes.chunks(500)) {
            let parameters: Vec<_> = writes
                .iter()
                .map(|(_, values)| parameters(values))
                .collect();
            try_join_all(
                statements
                    .iter()
                    .zip(&parameters)
                    .map(|(statement, parameters)| client.execute(statement, parameters)),
            )
            .await?;
        }
        Ok(())
    }

    pub async fn begin(&self, purpose: Purpose) -> Result<()> {
        self.open.store(true, Ordering::SeqCst);
        self.script(match purpose {
            Purpose::Read => "begin isolation level repeatable read read only",
            // Behind the district's row lock each statement must see what the holder before committed.
            Purpose::Write => "begin isolation level read committed",
        })
        .await
    }

    pub async fn end(&self, how: &str) -> Result<()> {
        self.script(how).await?;
        self.open.store(false, Ordering::SeqCst);
        Ok(())
    }

    pub async fn script(&self, text: &str) -> Result<()> {
        Ok(self.client()?.batch_execute(text).await?)
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if self.open.load(Ordering::SeqCst) {
            // Given up inside a transaction: the connection is closed, and the server rolls back.
            drop(self.client.take().map(Object::take));
        }
    }
}

fn parameters(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values
        .iter()
        .map(|value| value as &(dyn ToSql + Sync))
        .collect()
}

fn row(row: &tokio_postgres::Row) -> Result<Row> {
    let mut values = Vec::with_capacity(row.len());
    for (place, column) in row.columns().iter().enumerate() {
        values.push(
            match *column.type_() {
                Type::INT8 => row.try_get::<_, Option<i64>>(place)?.map(Value::Int),
                Type::INT4 => row
                    .try_get::<_, Option<i32>>(place)?
                    .map(|value| Value::Int(value.into())),
                Type::TEXT | Type::VARCHAR => {
                    row.try_get::<_, Option<String>>(place)?.map(Value::Text)
                }
                Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(place)?.map(Value::Bytes),
                ref other => {
                    return Err(Error::Damaged(format!(
                        "column {} has type {other}",
                        column.name()
                    )));
                }
            }
            .unwrap_or(Value::Null),
        );
    }
    Ok(Row(values))
}

impl ToSql for Value {
    fn to_sql(
        &self,
        as_type: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(value) if *as_type == Type::INT4 => {
                i32::try_from(*value)?.to_sql(as_type, out)
            }
            Self::Int(value) => value.to_sql(as_type, out),
            Self::Text(value) => value.to_sql(as_type, out),
            Self::Bytes(value) => value.to_sql(as_type, out),
        }
    }

    fn accepts(as_type: &Type) -> bool {
        matches!(
            *as_type,
            Type::INT8 | Type::INT4 | Type::TEXT | Type::VARCHAR | Type::BYTEA
        )
    }

    to_sql_checked!();
}
