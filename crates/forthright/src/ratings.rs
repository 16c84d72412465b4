//! `forthright ratings import`: ratings of earlier years from a spreadsheet saved as CSV, as the office's page takes them.

use crate::database::{Database, reason};
use crate::logs;
use crate::roster::{counted, problem_line};
use access::Actor;
use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use domain::status::earlier::{Command as EarlierCommand, Counts, File, Plan, rating_named};
use domain::{Command as DomainCommand, Refusal, YearId};
use exchange::roster::LARGEST_FILE;
use record::{Fault, Order, Record};
use serde_json::json;
use std::path::PathBuf;

/// Takes over ratings of earlier years.
#[derive(Args)]
#[command(after_help = "Example:\n  forthright ratings import ratings.csv --dry-run")]
pub struct Ratings {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Import(Import),
    Template(Template),
}

/// Reads a CSV file of earlier ratings, shows what would change, and applies it as a whole or not at all.
///
/// The columns are employeeId or teacherSourcedId, schoolYear, rating, and optionally service, employmentStatus and
/// district; docs/running.md says what each holds.
#[derive(Args)]
#[command(
    after_help = "Example:\n  forthright ratings import ratings.csv --dry-run\n  forthright ratings import ratings.csv --database sqlite:/var/lib/forthright/record.db"
)]
struct Import {
    /// The file, with its columns named in the first line.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only say what would change.
    #[arg(long)]
    dry_run: bool,
    /// Replace ratings that an earlier file gave otherwise.
    #[arg(long)]
    confirm_replacing: bool,
    #[command(flatten)]
    database: Database,
    /// Print JSON for machines.
    #[arg(long)]
    json: bool,
}

/// Prints an empty file with the columns in its first line.
#[derive(Args)]
#[command(after_help = "Example:\n  forthright ratings template > ratings.csv")]
struct Template {}

impl Ratings {
    pub async fn run(self) -> Result<()> {
        match self.command {
            Command::Import(import) => import.run().await,
            Command::Template(Template {}) => {
                print!("{}", exchange::status::template());
                Ok(())
            }
        }
    }
}

impl Import {
    async fn run(self) -> Result<()> {
        logs::of_a_command();
        let record = self.database.open().await?;
        let file = self.read(&record).await?;
        let plan = match record.earlier_plan(&Actor::command_line(), &file).await {
            Ok(plan) => plan,
            Err(fault) => bail!("The people could not be read: {}", reason(&fault)),
        };
        let errors = plan.problems.errors;
        let refused = if self.dry_run || errors > 0 {
            None
        } else {
            self.apply(&record, file.clone()).await?
        };
        let applied = !self.dry_run && refused.is_none() && errors == 0;
        if self.json {
            println!(
                "{}",
                serde_json::to_string_pretty(&report(&file, &plan, applied))?
            );
        } else {
            print(&file, &plan, applied);
        }
        match refused {
            Some(sentence) => bail!(sentence),
            None if errors > 0 => bail!(
                "The file has {}: nothing is taken over until they are mended.",
                counted(errors, "error")
            ),
            None => Ok(()),
        }
    }

    async fn read(&self, record: &Record) -> Result<File> {
        let path = self.file.display();
        let size = std::fs::metadata(&self.file)
            .with_context(|| format!("{path} cannot be read"))?
            .len();
        if size > LARGEST_FILE {
            bail!("{path} is larger than a table of ratings can be.");
        }
        let bytes = std::fs::read(&self.file).with_context(|| format!("{path} cannot be read"))?;
        let year = record.school_year(&YearId::on(record.today())).await?;
        let Some(pack) = year.year.pack() else {
            bail!(reason(&Fault::Refused(Refusal::NoPack)));
        };
        let name = self
            .file
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        Ok(exchange::status::read(&name, bytes, |said| {
            rating_named(&pack.rating.ratings, said)
        }))
    }

    /// The sentence of a refusal, if it was refused.
    async fn apply(&self, record: &Record, file: File) -> Result<Option<String>> {
        let stream = file.stream();
        let command = EarlierCommand::Apply {
            file: Box::new(file),
            confirmed: self.confirm_replacing,
        };
        let order = Order::new(
            Actor::COMMAND_LINE,
            stream,
            DomainCommand::EarlierRatings(command),
        );
        match record.carry_out(order).await {
            Ok(_) => Ok(None),
            Err(Fault::Refused(refusal @ Refusal::EarlierRatingsReplace { .. })) => Ok(Some(
                format!("{} (--confirm-replacing)", reason(&Fault::Refused(refusal))),
            )),
            Err(fault) => Ok(Some(reason(&fault))),
        }
    }
}

fn report(file: &File, plan: &Plan, applied: bool) -> serde_json::Value {
    let Counts {
        added,
        replaced,
        unchanged,
        teachers,
    } = plan.counts;
    json!({
        "file": file.name, "fingerprint": file.fingerprint, "rows": file.count,
        "added": added, "replaced": replaced, "unchanged": unchanged, "teachers": teachers,
        "errors": plan.problems.errors, "warnings": plan.problems.warnings, "notes": plan.problems.notes,
        "problems": plan.problems.list, "applied": applied,
    })
}

fn print(file: &File, plan: &Plan, applied: bool) {
    let counts = plan.counts;
    println!("{} {:>7} rows", file.name, file.count);
    println!(
        "ratings            {} added, {} replaced, {} unchanged, of {}",
        counts.added,
        counts.replaced,
        counts.unchanged,
        counted(counts.teachers, "teacher")
    );
    println!(
        "problems           {}, {}, {}",
        counted(plan.problems.errors, "error"),
        counted(plan.problems.warnings, "warning"),
        counted(plan.problems.notes, "note")
    );
    for problem in &plan.problems.list {
        println!("  {}", problem_line(problem));
    }
    println!(
        "{}",
        if applied {
            "Applied."
        } else {
            "Nothing was applied."
        }
    );
}
