//! The real pack, and packs with one fault each.
#![allow(clippy::unwrap_used)]

mod extending;
mod faulty;
mod leap;
mod proposals;
mod rule;
mod schema;

use std::fs;
use std::path::Path;

/// The files of the LEAP pack of 2026-27, as paths inside it and texts.
fn files() -> Vec<(String, String)> {
    files_of("leap/2026-27")
}

fn files_of(pack: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../packs")
        .join(pack);
    let mut files = Vec::new();
    for folder in ["", "messages", "library"] {
        for entry in fs::read_dir(root.join(folder)).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.file_name().unwrap().to_str().unwrap();
                let inside = if folder.is_empty() {
                    name.to_owned()
                } else {
                    format!("{folder}/{name}")
                };
                files.push((inside, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files
}
