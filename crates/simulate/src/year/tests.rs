//! The year on paper, and lived on a real record.
#![allow(clippy::unwrap_used)]

mod late;
mod may;
mod morning;
mod on_record;
mod words;

use super::*;
use crate::roster::Package;
use domain::YearRecord;
use std::path::Path;
use std::sync::OnceLock;

const SEED: u64 = crate::roster::DEMO_SEED;

/// The pack that the year adopts.
fn pack_files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/leap/2026-27");
    let mut files = vec![];
    let mut folders = vec![folder.clone()];
    while let Some(here) = folders.pop() {
        for entry in std::fs::read_dir(here).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(&folder)
                    .unwrap()
                    .to_string_lossy()
                    .into_owned();
                files.push((name, std::fs::read_to_string(path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

fn roster_files() -> Vec<(String, Vec<u8>)> {
    Package::demo().files().collect()
}

/// The whole year, thought through once for all tests.
fn village() -> &'static Village {
    static VILLAGE: OnceLock<Village> = OnceLock::new();
    VILLAGE.get_or_init(|| Village::new(SEED, &pack_files(), &roster_files()).unwrap())
}

/// The year up to one of the five mornings.
fn morning(key: &str) -> &'static Village {
    static MORNINGS: [OnceLock<Village>; 5] = [const { OnceLock::new() }; 5];
    let place = DAYS.iter().position(|(day, _)| *day == key).unwrap();
    MORNINGS[place].get_or_init(|| {
        Village::until(SEED, &pack_files(), &roster_files(), DAYS[place].1).unwrap()
    })
}

impl Village {
    fn record_named(&self, name: &str) -> &YearRecord {
        let id = staff::named(self.paper.directory(), name).unwrap();
        self.paper.record(id).unwrap()
    }

    fn pack(&self) -> &policy::Pack {
        self.paper.school_year().unwrap().pack().unwrap()
    }

    fn evaluated(&self) -> Vec<&YearRecord> {
        let day = days::calendar().first;
        let teachers = staff::teachers(self.paper.directory(), &self.paper.year, day);
        teachers
            .iter()
            .map(|teacher| self.paper.record(teacher.id).unwrap())
            .collect()
    }
}
