//! `forthright pack`: for whoever edits a policy pack or its rules.

mod diff;
mod new;
mod situations;
mod vectors;

use crate::database::{Database, reason};
use crate::{logs, packs};
use access::{Actor, List, scope};
use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use domain::YearId;
use domain::ratings::effect::{Effect, Verdict, Way, compare};
use policy::Problem;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Works on policy packs.
#[derive(Args)]
#[command(after_help = "Example:\n  forthright pack check packs/leap/2026-27")]
pub struct Pack {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(Check),
    Vectors(vectors::Vectors),
    Diff(diff::Diff),
    New(new::New),
    Schema(Schema),
    Simulate(Simulate),
    Test(situations::Test),
}

/// Writes the JSON Schemas of a pack's files, which editors use to complete and check them.
#[derive(Args)]
#[command(after_help = "Example:\n  forthright pack schema docs/pack.schema")]
struct Schema {
    /// The folder to write them into.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Computes a year's records under another pack, and counts what would change. Nothing is written.
#[derive(Args)]
#[command(
    after_help = "Example:\n  forthright pack simulate packs/leap/2026-27 --year 2026-27 --database sqlite:/var/lib/forthright/record.db"
)]
struct Simulate {
    /// The folder of the other pack, with its pack.toml.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The school year whose records are computed.
    #[arg(long, value_name = "YEAR")]
    year: YearId,
    #[command(flatten)]
    database: Database,
    /// Print JSON for machines.
    #[arg(long)]
    json: bool,
}

/// Checks a pack, and says what is wrong with it: file, line and mend.
#[derive(Args)]
#[command(after_help = "Example:\n  forthright pack check packs/leap/2026-27")]
struct Check {
    /// The pack's folder, with its pack.toml.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Print JSON for machines.
    #[arg(long)]
    json: bool,
}

impl Pack {
    pub async fn run(self) -> Result<()> {
        match self.command {
            Command::Check(check) => check.run(),
            Command::Diff(diff) => diff.run(),
            Command::New(new) => new.run(),
            Command::Schema(schema) => schema.run(),
            Command::Simulate(simulate) => simulate.run().await,
            Command::Vectors(vectors) => vectors.run(),
            Command::Test(test) => test.run(),
        }
    }
}

impl Schema {
    fn run(self) -> Result<()> {
        for (name, schema) in policy::schemas() {
            let path = self.folder.join(format!("{name}.json"));
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)
                    .with_context(|| format!("The folder {} cannot be made", folder.display()))?;
            }
            let text = format!("{}\n", serde_json::to_string_pretty(&schema)?);
            std::fs::write(&path, text)
                .with_context(|| format!("The file {} cannot be written", path.display()))?;
            println!("{}", path.display());
        }
        Ok(())
    }
}

/// The pack of a folder; its problems, where it has any, are printed.
fn sound(folder: &Path) -> Result<policy::Pack> {
    let loaded = policy::load(&packs::whole(folder)?);
    loaded.map_err(|problems| {
        problems
            .iter()
            .for_each(|problem| println!("{}/{problem}", folder.display()));
        anyhow::anyhow!("The pack in {} does not load.", folder.display())
    })
}

impl Check {
    fn run(self) -> Result<()> {
        let loaded = policy::load(&packs::whole(&self.folder)?);
        if self.json {
            println!("{}", serde_json::to_string_pretty(&as_json(&loaded))?);
        } else {
            print(&self.folder, &loaded);
        }
        match loaded.map_err(|problems| problems.len()) {
            Ok(_) => Ok(()),
            Err(1) => bail!("The pack does not load: one problem."),
            Err(problems) => bail!("The pack does not load: {problems} problems."),
        }
    }
}

impl Simulate {
    async fn run(self) -> Result<()> {
        logs::of_a_command();
        let Ok(after) = policy::load(&packs::whole(&self.folder)?) else {
            bail!("The other pack does not load: forthright pack check says why.");
        };
        let record = self.database.open().await?;
        let year = record.school_year(&self.year).await?;
        let Some(before) = year.year.pack() else {
            bail!("The year {} has not adopted a pack.", self.year);
        };
        let scope =
            scope(&Actor::command_line(), List::Effect).context("The record cannot be counted")?;
        let compared = record
            .tally(&scope, &self.year, |record| compare(record, before, &after))
            .await;
        let compared = match compared {
            Ok(compared) => compared,
            Err(fault) => bail!("The records cannot be compared: {}", reason(&fault)),
        };
        let effect = Effect::of(&compared, &after);
        if self.json {
            println!(
                "{}",
                serde_json::to_string_pretty(&effect_as_json(&effect))?
            );
        } else {
            print_effect(&effect);
        }
        Ok(())
    }
}

fn way(effect: &Effect, way: Way) -> u64 {
    effect.ways.get(&way).copied().unwrap_or_default()
}

fn name(verdict: &Verdict) -> String {
    match verdict {
        Verdict::NoScore => "no score".to_owned(),
        Verdict::Rated(rating) => rating.clone(),
        Verdict::Decision([lower, upper]) => format!("{lower} or {upper}"),
    }
}

fn effect_as_json(effect: &Effect) -> Value {
    let changes = effect.changes.iter().map(|((before, after), count)| {
        json!({ "before": name(before), "after": name(after), "records": count })
    });
    json!({
        "records": effect.records, "changed": effect.changed(), "shared": effect.shared,
        "same": way(effect, Way::Same), "higher": way(effect, Way::Higher),
        "lower": way(effect, Way::Lower), "other": way(effect, Way::Other),
        "changes": changes.collect::<Vec<_>>(),
    })
}

fn print_effect(effect: &Effect) {
    println!(
        "{} of {} records would change: {} higher, {} lower, {} otherwise.",
        effect.changed(),
        effect.records,
        way(effect, Way::Higher),
        way(effect, Way::Lower),
        way(effect, Way::Other)
    );
    for ((before, after), count) in &effect.changes {
        println!("  {count} from {} to {}", name(before), name(after));
    }
    if effect.shared > 0 {
        println!(
            "{} of them are shared already and keep the pack that they were made with.",
            effect.shared
        );
    }
}

fn as_json(loaded: &Result<policy::Pack, Vec<Problem>>) -> Value {
    let problems = |problems: &[Problem]| -> Vec<Value> {
        let one = |problem: &Problem| json!({ "file": problem.file, "line": problem.line, "what": problem.what.to_string(), "mend": problem.what.mend() });
        problems.iter().map(one).collect()
    };
    match loaded {
        Ok(pack) => json!({
            "pack": format!("{}/{}", pack.id, pack.year), "version": pack.version, "sound": true,
            "demo": pack.is_demo(), "unsettled": pack.unsettled().map(|value| &value.name).collect::<Vec<_>>(), "problems": [],
        }),
        Err(found) => json!({ "sound": false, "problems": problems(found) }),
    }
}

fn print(folder: &Path, loaded: &Result<policy::Pack, Vec<Problem>>) {
    match loaded {
        Ok(pack) => {
            println!(
                "{} {} {}, version {}: sound.",
                pack.title.en, pack.id, pack.year, pack.version
            );
            let unsettled: Vec<_> = pack.unsettled().collect();
            if !unsettled.is_empty() {
                println!(
                    "A demo pack: {} values are not settled, and pages say so.",
                    unsettled.len()
                );
                unsettled
                    .iter()
                    .for_each(|value| println!("  {}", value.name));
            }
        }
        Err(problems) => problems
            .iter()
            .for_each(|problem| println!("{}/{problem}", folder.display())),
    }
}
