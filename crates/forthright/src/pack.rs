//! `forthright pack check`: for whoever edits a policy pack.

use crate::packs;
use anyhow::{Result, bail};
use clap::{Args, Subcommand};
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
    pub fn run(self) -> Result<()> {
        match self.command {
            Command::Check(check) => check.run(),
        }
    }
}

impl Check {
    fn run(self) -> Result<()> {
        let loaded = policy::load(&packs::read(&self.folder)?);
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

fn as_json(loaded: &Result<policy::Pack, Vec<Problem>>) -> Value {
    let problems = |problems: &[Problem]| -> Vec<Value> {
        let one = |problem: &Problem| json!({ "file": problem.file, "line": problem.line, "what": problem.what.to_string(), "mend": problem.what.mend() });
        problems.iter().map(one).collect()
    };
    match loaded {
        Ok(pack) => json!({
            "pack": format!("{}/{}", pack.id, pack.year), "version": pack.version, "sound": true,
            "demo": pack.is_demo(), "unsettled": pack.unsettled(), "problems": [],
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
            let unsettled = pack.unsettled();
            if !unsettled.is_empty() {
                println!(
                    "A demo pack: {} values are not settled, and pages say so.",
                    unsettled.len()
                );
                unsettled.iter().for_each(|value| println!("  {value}"));
            }
        }
        Err(problems) => problems
            .iter()
            .for_each(|problem| println!("{}/{problem}", folder.display())),
    }
}
