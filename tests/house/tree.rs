//! The files of the repository, without what is built or fetched.

use std::fs;
use std::path::{Path, PathBuf};

/// What is not written by hand; each stands in .gitignore.
const BUILT: [&str; 6] = [
    ".git",
    "target",
    "node_modules",
    "results",
    "forthright-demo",
    "__pycache__",
];

/// One file.
#[derive(Clone, Debug)]
pub struct File {
    /// From the root of the repository, with `/`.
    pub path: String,
    /// Empty where it is not text.
    pub text: String,
}

impl File {
    /// A sample for a check's own test.
    pub fn sample(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// "domain" for `crates/domain/src/…`.
    pub fn floor(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split('/').next()
    }

    /// The part below `crates/<floor>/src/`.
    pub fn inside(&self) -> Option<&str> {
        let (_, rest) = self.path.strip_prefix("crates/")?.split_once('/')?;
        rest.strip_prefix("src/")
    }

    /// Code that the product runs: under `src`, and no module that only tests use.
    pub fn is_product_code(&self) -> bool {
        self.path.ends_with(".rs")
            && self.inside().is_some_and(|inside| {
                !inside
                    .split('/')
                    .any(|part| ["tests", "tests.rs", "testing", "testing.rs"].contains(&part))
            })
    }
}

/// Every file, in the order of its path.
pub fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    walk(&root, String::new(), &mut found);
    assert!(found.len() > 50, "the tree was not found at {root:?}");
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn walk(folder: &Path, prefix: String, found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let below = format!("{prefix}{name}");
        // Whoever edits may remove a file between the listing and the reading.
        // In a second work tree `.git` is a file.
        if BUILT.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            walk(&path, format!("{below}/"), found);
        } else if let Ok(bytes) = fs::read(&path) {
            found.push(File {
                path: below,
                text: String::from_utf8(bytes).unwrap_or_default(),
            });
        }
    }
}
