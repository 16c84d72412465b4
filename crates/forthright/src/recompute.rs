//! `forthright recompute`: repeats the ratings of a copy, without the record and without a network.

mod teachers;
mod whole;

use anyhow::{Result, bail};
use clap::Args;
use domain::YearRecord;
use domain::ratings::calculation::{Outcome, outcome};
use domain::ratings::repeated::{self, Line};
use domain::school_year::Adopted;
use serde_json::{Value, json};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

/// Repeats every rating of a copy offline, and says line by line what agrees and what differs.
///
/// Each rating is repeated from its stored trace alone; then from what was entered, by the pack of its fingerprint: one
/// that the program carries or the copy holds, or that of --pack. Ends with 1 where anything differs.
#[derive(Args)]
#[command(after_help = "Example:\n  forthright recompute castellano-2026-27.json")]
pub struct Recompute {
    /// A teacher's copy of a year (JSON), or a copy of the whole record (an SQLite file).
    #[arg(value_name = "COPY")]
    copy: PathBuf,
    /// The folder of the pack that made the ratings, where neither the program nor the copy has it.
    #[arg(long, value_name = "DIR")]
    pack: Option<PathBuf>,
    /// Print JSON for machines.
    #[arg(long)]
    json: bool,
}

/// What was repeated of one teacher's year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Repeated {
    /// Name of the year's rating, such as `rating/0198….2026-27`.
    thing: String,
    /// Whether a rating is shared; a year may have decisions alone.
    rated: bool,
    parts: Vec<Part>,
}

/// One way in which something was repeated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    what: String,
    lines: Vec<Line>,
    /// Why it could not be repeated.
    not_done: Option<String>,
}

impl Recompute {
    pub async fn run(self) -> Result<()> {
        let own = match &self.pack {
            Some(folder) => {
                let own = Adopted::new(String::new(), 0, crate::packs::whole(folder)?);
                if own.pack().is_none() {
                    bail!("The pack does not load: forthright pack check says why.");
                }
                vec![own]
            }
            None => vec![],
        };
        let years = if whole::is_record(&self.copy)? {
            whole::repeated(&self.copy, &own).await?
        } else {
            vec![teachers::repeated(&self.copy, own)?]
        };
        let differing: usize = years.iter().map(Repeated::differing).sum();
        let told = if self.json {
            serde_json::to_string_pretty(&as_json(&years))? + "\n"
        } else {
            years.iter().map(told).collect()
        };
        // Whoever reads only the beginning has had enough.
        match std::io::stdout().write_all(told.as_bytes()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => return Err(error.into()),
            _ => {}
        }
        match differing {
            0 => Ok(()),
            1 => bail!("One line differs."),
            lines => bail!("{lines} lines differ."),
        }
    }
}

impl Repeated {
    fn differing(&self) -> usize {
        let lines = self.parts.iter().flat_map(|part| &part.lines);
        lines.filter(|line| !line.agrees()).count()
    }
}

/// The rating of a year and the decisions behind it: from their traces, and the rating from its inputs.
fn parts(record: &YearRecord, packs: &[Adopted]) -> Vec<Part> {
    let mut parts = vec![];
    for (at, made) in record.decision.made.iter().enumerate() {
        let basis = &made.choice.basis;
        parts.push(Part {
            what: format!("The sum under decision {}, from its trace", at + 1),
            lines: repeated::from_trace(None, basis),
            not_done: None,
        });
    }
    let Some(released) = &record.rating.released else {
        return parts;
    };
    parts.push(Part {
        what: format!("The rating {}, from its trace", released.rating),
        lines: repeated::from_trace(Some(&released.rating), &released.trace),
        not_done: None,
    });
    let what = format!(
        "The rating {}, from what was entered, by pack {} version {}",
        released.rating, released.pack, released.pack_version
    );
    let fingerprint = &released.pack_fingerprint;
    let pack = packs.iter().find(|pack| pack.fingerprint == *fingerprint);
    let done = match pack.and_then(Adopted::pack) {
        None => Err(format!(
            "no pack with the fingerprint {fingerprint} is at hand; --pack names its folder."
        )),
        Some(pack) => match outcome(&record.rating_inputs(pack), pack) {
            Outcome::Rated { trace, .. } | Outcome::DecisionRequired { trace, .. } => Ok(trace),
            Outcome::NotCalculable { missing } => {
                Err(format!("the inputs are not whole: {}.", json!(missing)))
            }
        },
    };
    parts.push(match done {
        Ok(again) => Part {
            what,
            lines: repeated::from_inputs(&released.trace, &again),
            not_done: None,
        },
        Err(why) => Part {
            what,
            lines: vec![],
            not_done: Some(why),
        },
    });
    parts
}

fn as_json(years: &[Repeated]) -> Value {
    let line = |line: &Line| json!({ "line": line.id, "stored": line.stored, "follows": line.follows, "agrees": line.agrees() });
    let part = |part: &Part| {
        let lines: Vec<Value> = part.lines.iter().map(line).collect();
        json!({ "what": part.what, "not_done": part.not_done, "lines": lines })
    };
    let year = |year: &Repeated| {
        let parts: Vec<Value> = year.parts.iter().map(part).collect();
        json!({ "thing": year.thing, "rated": year.rated, "differing": year.differing(), "parts": parts })
    };
    let differing: usize = years.iter().map(Repeated::differing).sum();
    json!({ "agrees": differing == 0, "years": years.iter().map(year).collect::<Vec<_>>() })
}

fn told(year: &Repeated) -> String {
    let mut lines = vec![year.thing.clone()];
    if !year.rated {
        lines.push("  No rating is shared.".to_owned());
    }
    for part in &year.parts {
        lines.push(format!("  {}", part.what));
        lines.extend(
            part.not_done
                .iter()
                .map(|why| format!("    not repeated: {why}")),
        );
        lines.extend(part.lines.iter().map(one));
    }
    lines.join("\n") + "\n"
}

fn one(line: &Line) -> String {
    let said = |number: &Option<String>| number.clone().unwrap_or_else(|| "nothing".to_owned());
    let indent = "  ".repeat(usize::try_from(line.depth).unwrap_or_default());
    let (id, stored) = (&line.id, said(&line.stored));
    if line.agrees() {
        format!("    agrees   {indent}{id} = {stored}")
    } else {
        let follows = said(&line.follows);
        format!("    DIFFERS  {indent}{id} = {stored}, and {follows} follows")
    }
}
