//! `forthright rebuild`: states and lists made anew from the journal.

use crate::database::Database;
use crate::logs;
use anyhow::{Context, Result};
use clap::Args;
use serde_json::json;

/// Makes states, lists and relations anew from the journal, which stays as it is.
///
/// For after `verify` has found a fault outside the journal, and after an update that says so.
#[derive(Args)]
#[command(
    after_help = "Example:\n  forthright rebuild --database sqlite:/var/lib/forthright/record.db"
)]
pub struct Rebuild {
    #[command(flatten)]
    database: Database,
    /// Print JSON for machines.
    #[arg(long)]
    json: bool,
}

impl Rebuild {
    pub async fn run(self) -> Result<()> {
        logs::of_a_command();
        let record = self.database.open().await?;
        let streams = record
            .rebuild()
            .await
            .context("Nothing was changed: the journal cannot be replayed")?;
        if self.json {
            println!("{}", json!({ "streams": streams }));
        } else {
            println!("{streams} things were made anew from the journal.");
        }
        Ok(())
    }
}
