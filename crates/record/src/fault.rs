//! What can go wrong between a request and the record.

use access::Denied;
use domain::{PersonId, Refusal};
use jiff::Timestamp;

/// Why an order was not carried out or a reading was not given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The actor may not; the reason says whether the actor may know that the thing exists.
    Denied(Denied),
    /// A rule stands in the way.
    Refused(Refusal),
    /// The thing is no longer as the actor's page showed it.
    Changed(Changed),
    /// More orders wait than can be held; ask again.
    TooBusy,
    /// The database failed; nothing was changed. The text is for the log, not for people.
    Broken(String),
}

/// Who changed the thing since the actor's page was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The last one who did.
    pub by: PersonId,
    /// When that was, by the record's clock.
    pub at: Timestamp,
    /// Types of all events since, oldest first, such as `conversation.moved`.
    pub events: Vec<String>,
    /// The version that the thing has now.
    pub current_version: u64,
}

/// The database, or what is in it, does not work.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("SQLite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    #[error("PostgreSQL: {}", postgres(.0))]
    Postgres(#[from] tokio_postgres::Error),
    #[error("PostgreSQL: {0}")]
    Pool(#[from] deadpool_postgres::PoolError),
    #[error("{0}")]
    File(#[from] std::io::Error),
    /// What is stored is not what this program writes.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The database's address or the program's settings make no sense.
    #[error("{0}")]
    Unusable(String),
    /// The writer has stopped.
    #[error("the writer has stopped")]
    Stopped,
    /// Somebody else holds the database, or too many wait.
    #[error("the database is busy")]
    Busy,
}

/// tokio-postgres hides the server's sentence behind "db error".
fn postgres(error: &tokio_postgres::Error) -> String {
    match error.as_db_error() {
        Some(server) => format!("{} ({})", server.message(), server.code().code()),
        None => error.to_string(),
    }
}

impl Error {
    /// Whether doing the same again may succeed: a serialisation failure or a deadlock of PostgreSQL and its kin.
    pub(crate) fn is_worth_retrying(&self) -> bool {
        use tokio_postgres::error::SqlState;
        match self {
            Self::Postgres(error) => error.code().is_some_and(|code| {
                *code == SqlState::T_R_SERIALIZATION_FAILURE
                    || *code == SqlState::T_R_DEADLOCK_DETECTED
            }),
            _ => false,
        }
    }

    /// Whether the connection was lost, so that nobody knows if the last commit counted.
    pub(crate) fn is_disconnect(&self) -> bool {
        match self {
            Self::Postgres(error) => {
                error.is_closed()
                    || error
                        .as_db_error()
                        .is_none_or(|server| server.code().code().starts_with("57P"))
            }
            _ => false,
        }
    }

    pub(crate) fn is_busy(&self) -> bool {
        match self {
            Self::Busy => true,
            Self::Sqlite(error) => {
                error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy)
            }
            _ => false,
        }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        if error.is_busy() {
            Self::TooBusy
        } else {
            Self::Broken(error.to_string())
        }
    }
}

impl From<Denied> for Fault {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

pub type Result<T, E = Error> = std::result::Result<T, E>;
