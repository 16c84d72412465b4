//! `forthright roster import`: people and schools from OneRoster and HR files, as the administrator's page takes them.

mod printed;

pub use printed::{counted, problem_line};

use crate::database::{Database, reason};
use crate::logs;
use access::{Actor, List};
use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use domain::Command as DomainCommand;
use domain::people::roster::{Command as RosterCommand, Plan, Report, RosterFile, plan};
use exchange::roster::{Files, read};
use record::{Order, Record};
use std::path::{Path, PathBuf};

/// Takes people and schools from files.
#[derive(Args)]
#[command(after_help = "Example:\n  forthright roster import roster.zip --hr hr/ --dry-run")]
pub struct Roster {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Import(Import),
}

/// Reads OneRoster 1.2 or 1.1 CSV (bulk or delta) with the HR files, shows what would change, and applies it.
///
/// Nothing is applied while the files have an error; warnings are applied.
#[derive(Args)]
#[command(
    after_help = "Example:\n  forthright roster import roster.zip --hr hr/ --dry-run\n  forthright roster import roster.zip --hr hr/ --database sqlite:/var/lib/forthright/record.db"
)]
struct Import {
    /// The roster: a folder of CSV files, or a zip of them.
    #[arg(value_name = "DIR|ZIP")]
    roster: PathBuf,
    /// The HR files beside it: a folder or a zip.
    #[arg(long, env = "FORTHRIGHT_HR", value_name = "DIR|ZIP")]
    hr: Option<PathBuf>,
    /// Only say what would change.
    #[arg(long)]
    dry_run: bool,
    /// Apply a file that ends more than a quarter of the people.
    #[arg(long)]
    confirm_removals: bool,
    #[command(flatten)]
    database: Database,
    /// Print JSON for machines.
    #[arg(long)]
    json: bool,
}

impl Roster {
    pub async fn run(self) -> Result<()> {
        match self.command {
            Command::Import(import) => import.run().await,
        }
    }
}

impl Import {
    async fn run(self) -> Result<()> {
        logs::of_a_command();
        let files = self.files()?;
        let record = self.database.open_or_make().await?;
        let scope = access::scope(&Actor::command_line(), List::Roster)
            .context("The command line may not read the roster")?;
        let before = match record.directory(&scope).await {
            Ok(directory) => directory,
            Err(fault) => bail!("The people could not be read: {}", reason(&fault)),
        };
        let file = read(&files, &before);
        let plan = plan(&file, &before, record.today());
        let mut report = Report::of(&file, &plan, &before, record.today());
        let refused = if self.dry_run {
            None
        } else {
            self.apply(&record, file, &plan).await?
        };
        report.applied = !self.dry_run && refused.is_none() && report.errors == 0;
        if self.json {
            println!("{}", serde_json::to_string_pretty(&report)?);
        } else {
            printed::print(&report, &plan);
        }
        match refused {
            Some(sentence) => bail!(sentence),
            None if report.errors > 0 => bail!(
                "The files have {}: nothing can be applied until they are mended.",
                counted(report.errors, "error")
            ),
            None => Ok(()),
        }
    }

    fn files(&self) -> Result<Files> {
        let open = |path: &Path| {
            Files::open(path).with_context(|| format!("{} cannot be read", path.display()))
        };
        let roster = open(&self.roster)?;
        Ok(match &self.hr {
            Some(hr) => roster.with(open(hr)?),
            None => roster,
        })
    }

    /// The sentence of a refusal, if it was refused.
    async fn apply(
        &self,
        record: &Record,
        file: RosterFile,
        plan: &Plan,
    ) -> Result<Option<String>> {
        if plan.problems.errors > 0 {
            return Ok(None);
        }
        let stream = file.stream();
        let command = RosterCommand::Apply {
            file: Box::new(file),
            confirmed_removals: self.confirm_removals,
        };
        match record
            .carry_out(Order::new(
                Actor::COMMAND_LINE,
                stream,
                DomainCommand::Roster(command),
            ))
            .await
        {
            Ok(_) => Ok(None),
            Err(fault) => Ok(Some(reason(&fault))),
        }
    }
}
