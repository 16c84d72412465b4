//! The demo's folder: a database for each morning, and `demo.json`, which is written last and says who is in them.
//! A folder without it is half made, and is made anew.

use super::{district, mornings};
use anyhow::{Context, Result, bail};
use pages::demo::Seen;
use pages::{PackOnOffer, Settings};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

const HEAD: &str = "demo.json";
/// Where a demo is made before it is moved to its place.
const MAKING: &str = "making";

/// What `demo.json` says.
#[derive(Debug, Serialize, Deserialize)]
pub struct Head {
    /// The program that made it.
    pub version: String,
    pub people: Vec<Person>,
}

/// One of the printed list.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Person {
    pub role: String,
    pub name: String,
    pub id: domain::PersonId,
}

impl Person {
    pub fn seen(&self) -> Seen {
        Seen {
            id: self.id,
            role: self.role.clone(),
            name: self.name.clone(),
        }
    }
}

pub struct Folder {
    path: PathBuf,
    pub people: Vec<Person>,
}

impl Folder {
    /// The demo of this folder; made where there is none, where it is half made, and where a fresh one is wanted.
    pub async fn open_or_make(
        path: &Path,
        fresh: bool,
        url: &str,
        packs: &[PackOnOffer],
    ) -> Result<Self> {
        let in_words = || format!("The folder {} cannot be used for the demo", path.display());
        fs::create_dir_all(path).with_context(in_words)?;
        refuse_foreign(path)?;
        if !fresh && let Some(head) = read(path)? {
            if head.version != env!("CARGO_PKG_VERSION") {
                eprintln!(
                    "This demo was made by version {}; --fresh makes it anew.",
                    head.version
                );
            }
            return Ok(Self {
                path: path.to_owned(),
                people: head.people,
            });
        }
        clear(path).with_context(in_words)?;
        let begun = Instant::now();
        eprintln!(
            "Making the demo in {}: 60 teachers live through a year, which takes some seconds.",
            path.display()
        );
        let making = path.join(MAKING);
        fs::create_dir_all(&making).with_context(in_words)?;
        let people = district::live(&making, Settings::at(url), packs, &mut |line| {
            eprintln!("{line}")
        })
        .await?;
        for (key, _) in mornings::ALL {
            fs::rename(making.join(file(key)), path.join(file(key))).with_context(in_words)?;
        }
        fs::remove_dir_all(&making).with_context(in_words)?;
        write(
            path,
            &Head {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                people: people.clone(),
            },
        )?;
        eprintln!("Made in {} seconds.", begun.elapsed().as_secs());
        Ok(Self {
            path: path.to_owned(),
            people,
        })
    }

    /// The address of a morning's database.
    pub fn database(&self, key: &str) -> String {
        format!("sqlite:{}", self.path.join(file(key)).display())
    }
}

pub fn file(key: &str) -> String {
    format!("{key}.db")
}

fn read(path: &Path) -> Result<Option<Head>> {
    let Ok(text) = fs::read_to_string(path.join(HEAD)) else {
        return Ok(None);
    };
    let there = mornings::ALL
        .iter()
        .all(|(key, _)| path.join(file(key)).is_file());
    match serde_json::from_str(&text) {
        Ok(head) if there => Ok(Some(head)),
        _ => bail!(
            "The demo in {} is damaged; --fresh makes it anew.",
            path.display()
        ),
    }
}

fn write(path: &Path, head: &Head) -> Result<()> {
    let aside = path.join(format!("{HEAD}.new"));
    fs::write(&aside, serde_json::to_string_pretty(head)?)?;
    fs::rename(aside, path.join(HEAD))
        .with_context(|| format!("The demo in {} could not be finished", path.display()))
}

/// Everything that a demo puts into its folder.
fn own_names() -> Vec<String> {
    let files = mornings::ALL
        .iter()
        .flat_map(|(key, _)| ["", "-wal", "-shm"].map(|end| format!("{}{end}", file(key))));
    files
        .chain([HEAD.to_owned(), format!("{HEAD}.new"), MAKING.to_owned()])
        .collect()
}

/// A folder with anything else in it is somebody's own.
fn refuse_foreign(path: &Path) -> Result<()> {
    let own = own_names();
    for entry in fs::read_dir(path)
        .with_context(|| format!("The folder {} cannot be read", path.display()))?
    {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !own.contains(&name) && name != ".gitignore" {
            bail!(
                "The folder {} holds {name}, which is not a demo's; give the demo a folder of its own with --dir.",
                path.display()
            );
        }
    }
    Ok(())
}

fn clear(path: &Path) -> std::io::Result<()> {
    // The head goes first: a folder without it is half made.
    for name in own_names().into_iter().rev() {
        let own = path.join(name);
        let gone = if own.is_dir() {
            fs::remove_dir_all(&own)
        } else {
            fs::remove_file(&own)
        };
        match gone {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}
