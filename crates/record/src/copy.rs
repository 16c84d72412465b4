//! The record as a file: the demo keeps a copy of each of its mornings, and a server that ends waits for its writer.

use crate::Record;
use crate::engine::sqlite;
use crate::fault::{Error, Result};
use crate::writer::{Given, Item, Work};
use futures::FutureExt;
use std::path::Path;
use tokio::sync::oneshot;

impl Record {
    /// Waits until the writer has done everything that it was given before. For the end of a server.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn finish(&self) -> Result<()> {
        let nothing: Work = Box::new(|_| async { Ok(Box::new(()) as Given) }.boxed());
        let (reply, answer) = oneshot::channel();
        self.queue(Item::Chore(nothing, reply), answer).await
    }

    /// Writes everything that is committed into a new SQLite file, as one consistent view.
    ///
    /// # Errors
    /// A record on PostgreSQL, which has its own tools for that; a file that is there already; or the database's.
    pub async fn copy_to(&self, path: &Path) -> Result<()> {
        let tx = self.lease().await?;
        let (false, Some(text)) = (tx.is_postgres(), path.to_str()) else {
            return Err(Error::Unusable(format!(
                "no copy can be made at {}",
                path.display()
            )));
        };
        if path.exists() {
            return Err(Error::Unusable(format!("{text} is there already")));
        }
        sqlite::create_private(path)?;
        tx.script(&format!("vacuum into '{}'", text.replace('\'', "''")))
            .await
    }
}
