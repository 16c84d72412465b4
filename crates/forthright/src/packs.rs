//! The policy packs that an administrator may adopt: those of the binary, and those of a folder beside it.
//! A pack is any folder with a `pack.toml`; its name is the folder's path.

use anyhow::{Context, Result, bail};
use pages::PackOnOffer;
use policy::rule::Rule;
use rust_embed::Embed;
use std::collections::BTreeMap;
use std::path::Path;

const HEAD: &str = "pack.toml";

#[derive(Embed)]
#[folder = "../../packs/"]
#[include = "*.toml"]
#[include = "*.md"]
struct Inside;

/// Every pack on offer; one of the folder takes the place of the binary's pack of the same name.
pub fn on_offer(folder: Option<&Path>) -> Result<Vec<PackOnOffer>> {
    let mut packs = of_the_binary();
    if let Some(folder) = folder {
        for pack in grouped(read(folder)?) {
            packs.retain(|other| other.name != pack.name);
            packs.push(pack);
        }
    }
    packs.sort_by(|a, b| a.name.cmp(&b.name));
    let of = |name: &str| {
        let pack = packs.iter().find(|pack| pack.name == name)?;
        Some(pack.files.clone())
    };
    let whole = packs.iter().map(|pack| PackOnOffer {
        name: pack.name.clone(),
        files: extended(pack.files.clone(), &of),
    });
    Ok(whole.collect())
}

/// The files of the pack in a folder, with those of the pack that it extends: one beside it, or one of the binary.
pub fn whole(folder: &Path) -> Result<Vec<(String, String)>> {
    let here = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let of = |name: &str| {
        let beside = here.ancestors().skip(1).map(|above| above.join(name));
        let beside = beside.take(5).find(|pack| pack.join(HEAD).is_file());
        match beside {
            Some(pack) => read(&pack).ok(),
            None => of_the_binary()
                .into_iter()
                .find(|pack| pack.name == name)
                .map(|pack| pack.files),
        }
    };
    Ok(extended(read(folder)?, &of))
}

/// Packs of packs are followed this far, so that two that extend each other end.
const DEEPEST: usize = 5;

/// `(path, text)` of each file of a pack.
type Files = Vec<(String, String)>;

fn extended(files: Files, of: &dyn Fn(&str) -> Option<Files>) -> Files {
    let mut chain = vec![files];
    while let Some(base) = chain.last().and_then(|files| of(&policy::extends(files)?)) {
        if chain.len() == DEEPEST {
            break;
        }
        chain.push(base);
    }
    let whole = chain
        .into_iter()
        .rev()
        .reduce(|base, files| policy::with_base(files, &base));
    whole.unwrap_or_default()
}

fn of_the_binary() -> Vec<PackOnOffer> {
    let text =
        |path: &str| Inside::get(path).map(|file| String::from_utf8_lossy(&file.data).into_owned());
    grouped(
        Inside::iter()
            .filter_map(|path| Some((path.to_string(), text(&path)?)))
            .collect(),
    )
}

/// The text files of a folder and its subfolders, with their paths inside it.
pub fn read(folder: &Path) -> Result<Vec<(String, String)>> {
    let mut files = vec![];
    let mut folders = vec![folder.to_owned()];
    while let Some(here) = folders.pop() {
        let entries = std::fs::read_dir(&here)
            .with_context(|| format!("The folder {} cannot be read", here.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|kind| kind == "toml" || kind == "md")
            {
                let text = std::fs::read_to_string(&path)
                    .with_context(|| format!("The file {} cannot be read", path.display()))?;
                let inside = path
                    .strip_prefix(folder)?
                    .iter()
                    .map(|part| part.to_string_lossy());
                files.push((inside.collect::<Vec<_>>().join("/"), text));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// The rules of a file, or of every file of rules in a folder.
pub fn rules(path: &Path) -> Result<Vec<Rule>> {
    if path.is_dir() {
        let files = read(path)?;
        return read_rules(files.into_iter().filter(|(_, text)| is_rule(text)));
    }
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("The file {} cannot be read", path.display()))?;
    read_rules([(path.display().to_string(), text)])
}

/// The published systems that the binary carries.
pub fn systems() -> Result<Vec<Rule>> {
    let files = Inside::iter().filter(|path| path.starts_with("systems/"));
    let text =
        |path: &str| Inside::get(path).map(|file| String::from_utf8_lossy(&file.data).into_owned());
    let files = files.filter_map(|path| Some((path.to_string(), text(&path)?)));
    read_rules(files.filter(|(_, text)| is_rule(text)))
}

fn is_rule(text: &str) -> bool {
    text.lines().any(|line| line.trim() == "[[rule]]")
}

fn read_rules(files: impl IntoIterator<Item = (String, String)>) -> Result<Vec<Rule>> {
    let (mut rules, mut problems) = (vec![], vec![]);
    for (path, text) in files {
        match policy::rule::read(&path, &text) {
            Ok(read) => rules.extend(read.rules),
            Err(found) => problems.extend(found.iter().map(ToString::to_string)),
        }
    }
    match (problems.as_slice(), rules.as_slice()) {
        ([], []) => bail!("There is no rule."),
        ([], _) => Ok(rules),
        (problems, _) => bail!("The rules do not load:\n{}", problems.join("\n")),
    }
}

fn grouped(files: Vec<(String, String)>) -> Vec<PackOnOffer> {
    let folders = files
        .iter()
        .filter_map(|(path, _)| path.strip_suffix(HEAD)?.strip_suffix('/'));
    let mut packs: BTreeMap<String, Vec<(String, String)>> =
        folders.map(|folder| (folder.to_owned(), vec![])).collect();
    for (path, text) in files {
        let of = packs.iter_mut().find_map(|(name, files)| {
            Some((
                path.strip_prefix(name)?.strip_prefix('/')?.to_owned(),
                files,
            ))
        });
        if let Some((inside, files)) = of {
            files.push((inside, text));
        }
    }
    packs
        .into_iter()
        .map(|(name, files)| PackOnOffer { name, files })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_pack_of_the_binary_loads() {
        let packs = on_offer(None).unwrap();
        assert!(packs.iter().any(|pack| pack.name == "leap/2026-27"));
        for pack in packs {
            assert!(
                policy::load(&pack.files).is_ok(),
                "{} does not load",
                pack.name
            );
        }
    }

    #[test]
    fn a_folders_pack_takes_the_place_of_the_binarys() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["leap/2026-27", "own/2027-28"] {
            let pack = folder.path().join(name);
            std::fs::create_dir_all(&pack).unwrap();
            std::fs::write(pack.join(HEAD), "id = \"other\"").unwrap();
        }
        let packs = on_offer(Some(folder.path())).unwrap();
        let names: Vec<&str> = packs.iter().map(|pack| pack.name.as_str()).collect();
        assert_eq!(names, ["leap/2023-24", "leap/2026-27", "own/2027-28"]);
        assert_eq!(
            packs[1].files,
            [(HEAD.to_owned(), "id = \"other\"".to_owned())]
        );
    }
}
