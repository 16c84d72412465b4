//! `forthright pack vectors`: published examples through the rules of their systems.

use crate::packs;
use anyhow::{Context, Result, bail};
use clap::Args;
use policy::rule::{Vector, Verdict, vectors};
use serde_json::json;
use std::path::PathBuf;

/// Runs a file of published examples through the rules of their systems, and says what passed and what differed.
///
/// The file is a JSON list of records with id, system, inputs, intermediates and expected, as packs/systems/vectors.json.
#[derive(Args)]
#[command(after_help = "Example:\n  forthright pack vectors packs/systems/vectors.json")]
pub(super) struct Vectors {
    /// The examples.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// A file or a folder of rules; without it, the published systems of this program.
    #[arg(long, value_name = "PATH")]
    rules: Option<PathBuf>,
    /// Print JSON for machines.
    #[arg(long)]
    json: bool,
}

impl Vectors {
    pub fn run(self) -> Result<()> {
        let rules = match &self.rules {
            Some(path) => packs::rules(path)?,
            None => packs::systems()?,
        };
        let name = self.file.display();
        let text = std::fs::read_to_string(&self.file)
            .with_context(|| format!("The file {name} cannot be read"))?;
        let vectors =
            vectors(&text).with_context(|| format!("The file {name} holds no examples"))?;
        let run: Vec<(&Vector, Verdict)> = vectors
            .iter()
            .map(|vector| (vector, vector.run(&rules)))
            .collect();
        let passed = run
            .iter()
            .filter(|(_, verdict)| matches!(verdict, Verdict::Passed { .. }))
            .count();
        match self.json {
            true => println!("{}", serde_json::to_string_pretty(&as_json(&run, passed))?),
            false => print(&run, passed),
        }
        match run.len() - passed {
            0 => Ok(()),
            1 => bail!("One example did not pass."),
            failed => bail!("{failed} examples did not pass."),
        }
    }
}

fn as_json(run: &[(&Vector, Verdict)], passed: usize) -> serde_json::Value {
    let one = |(vector, verdict): &(&Vector, Verdict)| match verdict {
        Verdict::Passed { rule } => json!({ "id": vector.id, "passed": true, "rule": rule }),
        Verdict::NoRule => json!({ "id": vector.id, "passed": false, "no_rule": vector.system }),
        Verdict::Differed { rule, differences } => {
            let differences = differences.iter().map(|difference| {
                json!({ "step": difference.step, "wanted": difference.wanted, "was": difference.was })
            });
            let differences: Vec<_> = differences.collect();
            json!({ "id": vector.id, "passed": false, "rule": rule, "differences": differences })
        }
    };
    json!({
        "examples": run.len(), "passed": passed,
        "verdicts": run.iter().map(one).collect::<Vec<_>>(),
    })
}

fn print(run: &[(&Vector, Verdict)], passed: usize) {
    for (vector, verdict) in run {
        match verdict {
            Verdict::Passed { rule } => println!("passed   {} ({rule})", vector.id),
            Verdict::NoRule => {
                let names: Vec<&str> = vector.inputs.fields().map(|(name, _)| name).collect();
                println!(
                    "no rule  {}: {:?} with {}",
                    vector.id,
                    vector.system,
                    names.join(", ")
                );
            }
            Verdict::Differed { rule, differences } => {
                println!("differed {} ({rule})", vector.id);
                for difference in differences {
                    println!(
                        "           {}: {}, not {}",
                        difference.step, difference.was, difference.wanted
                    );
                }
            }
        }
    }
    println!("{passed} of {} passed.", run.len());
}
