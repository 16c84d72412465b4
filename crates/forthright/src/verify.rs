//! `forthright verify`: whether what is stored is what the journal says.

use crate::database::Database;
use crate::logs;
use anyhow::{Result, bail};
use clap::Args;

/// Checks the whole record: replays the journal, compares states and lists, and computes every leaf anew.
///
/// Reads only, and may run beside `serve`.
#[derive(Args)]
#[command(
    after_help = "Example:\n  forthright verify --database sqlite:/var/lib/forthright/record.db"
)]
pub struct Verify {
    #[command(flatten)]
    database: Database,
    /// Print JSON for machines.
    #[arg(long)]
    json: bool,
}

impl Verify {
    pub async fn run(self) -> Result<()> {
        logs::of_a_command();
        let report = self.database.open().await?.verify().await?;
        if self.json {
            let mut printed = serde_json::to_value(&report)?;
            printed["sound"] = report.is_sound().into();
            println!("{}", serde_json::to_string_pretty(&printed)?);
        } else {
            println!(
                "{} entries of the journal and {} things checked, {} erased.",
                report.entries, report.streams, report.erased
            );
            println!("Root of the journal's tree: {}", report.root);
            report
                .findings
                .iter()
                .for_each(|finding| println!("  {finding}"));
        }
        match report.findings.len() {
            0 => Ok(()),
            1 => bail!("The record is not sound: one finding."),
            findings => bail!("The record is not sound: {findings} findings."),
        }
    }
}
