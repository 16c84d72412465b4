//! `forthright pack new`: a small pack to begin with. It extends one of ours, so that it holds only what differs.

use super::sound;
use anyhow::{Context, Result, bail};
use clap::Args;
use std::path::{Path, PathBuf};

/// Makes a small pack that extends another and passes every check; change in it what your district does otherwise.
#[derive(Args)]
#[command(after_help = "Example:\n  forthright pack new packs/our-district/2027-28")]
pub struct New {
    /// The folder to make: its last two names are the pack's id and year.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The pack that it extends.
    #[arg(long, default_value = "leap/2026-27")]
    extends: String,
}

impl New {
    pub fn run(self) -> Result<()> {
        let name = |path: Option<&Path>| {
            let name = path.and_then(Path::file_name)?.to_str()?;
            Some(name.to_owned())
        };
        let (Some(year), Some(id)) = (name(Some(&self.folder)), name(self.folder.parent())) else {
            bail!("Name the folder by id and year, such as packs/our-district/2027-28.");
        };
        if !is_year(&year) {
            bail!("{year} is not a school year such as 2027-28.");
        }
        if self.folder.exists() {
            bail!("{} is there already.", self.folder.display());
        }
        std::fs::create_dir_all(&self.folder)
            .with_context(|| format!("The folder {} cannot be made", self.folder.display()))?;
        for (file, text) in files(&id, &year, &self.extends) {
            std::fs::write(self.folder.join(file), text)?;
        }
        if let Err(problem) = sound(&self.folder) {
            std::fs::remove_dir_all(&self.folder)?;
            return Err(problem);
        }
        println!(
            "{} extends {}. It passes every check.",
            self.folder.display(),
            self.extends
        );
        println!(
            "Next: change pack.toml and windows.toml, then: forthright pack check {}",
            self.folder.display()
        );
        Ok(())
    }
}

/// Two years that follow each other, as `2027-28`.
fn is_year(text: &str) -> bool {
    let Some((first, second)) = text.split_once('-') else {
        return false;
    };
    let number = |text: &str| text.parse::<u32>().ok();
    first.len() == 4
        && second.len() == 2
        && number(first)
            .zip(number(second))
            .is_some_and(|(one, two)| (one + 1) % 100 == two)
}

fn files(id: &str, year: &str, extends: &str) -> [(&'static str, String); 2] {
    let head = format!(
        r#"# The policy of one district and year. It extends another pack: what stands here takes the place of the value with the
# same id, and everything else is the same. `forthright pack diff` says what differs, `pack check` what is wrong.
# The format is described in docs/packs.md.
extends = "{extends}"
id = "{id}"
year = "{year}"
version = 1

[title]
en = "{id}, {year}"
es = "{id}, {year}"
"#
    );
    let windows = r#"# Windows and dates of the year. Name one by its id and say what is different, with the source of the new value:
#
# [[window]]
# id = "mid_year"
# opens = 2027-12-13
# closes = 2028-02-25
# known = "D"
# source = "the district’s planning calendar"
"#;
    [("pack.toml", head), ("windows.toml", windows.to_owned())]
}
