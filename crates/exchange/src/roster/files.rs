//! The files of a package as they came: from a folder, or from a zip that is not trusted.

use domain::people::roster::{ProblemKind, Problems};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::{self, Cursor, Read};
use std::path::Path;

/// Largest single file, in bytes, unpacked. A district of 90,000 students has about 20 MB of users.
pub const LARGEST_FILE: u64 = 128 * 1024 * 1024;
/// Largest package, in bytes, unpacked.
pub const LARGEST_PACKAGE: u64 = 256 * 1024 * 1024;
/// Most files in a package; OneRoster 1.2 has 22.
pub const MOST_FILES: usize = 100;
/// A file that grows more than so many times when unpacked is not a table of people.
const LARGEST_RATIO: u64 = 200;

/// The files that are read; all others are seen by their name alone, and never opened.
const READ: [&str; 9] = [
    "manifest",
    "orgs",
    "academicsessions",
    "users",
    "roles",
    "userprofiles",
    "staff_supplement",
    "prior_ratings",
    "evaluator_assignments",
];

fn is_read(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    lower
        .strip_suffix(".csv")
        .is_some_and(|stem| READ.contains(&stem))
}

/// The files of one import, by name. Names are compared without regard to case.
#[derive(Clone, Debug, Default)]
pub struct Files {
    by_name: BTreeMap<String, (String, Vec<u8>)>,
    problems: Problems,
}

impl Files {
    /// A folder's files, or a zip's.
    ///
    /// # Errors
    /// When the folder or file cannot be read from the disk. What is wrong inside is a problem of the reading.
    pub fn open(path: &Path) -> io::Result<Self> {
        if path.is_dir() {
            Self::from_folder(path)
        } else {
            Ok(Self::from_zip(&std::fs::read(path)?))
        }
    }

    /// The files that lie directly in a folder.
    ///
    /// # Errors
    /// When the folder or one of its files cannot be read from the disk.
    pub fn from_folder(folder: &Path) -> io::Result<Self> {
        let mut files = Self::default();
        let mut entries: Vec<_> = std::fs::read_dir(folder)?.collect::<io::Result<_>>()?;
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries.into_iter().filter(|entry| entry.path().is_file()) {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.metadata()?.len() > LARGEST_FILE {
                files
                    .problems
                    .tell(ProblemKind::FileTooLarge, &name, 0, "", "");
            } else {
                let bytes = if is_read(&name) {
                    std::fs::read(entry.path())?
                } else {
                    vec![]
                };
                files.add(name, bytes);
            }
        }
        Ok(files)
    }

    /// The files of a zip. Everything odd about it is a problem that stands in the way of applying.
    pub fn from_zip(bytes: &[u8]) -> Self {
        let mut files = Self::default();
        if files.unpack(bytes).is_err() {
            files.problems.tell(ProblemKind::NotAZip, "", 0, "", "");
        }
        files
    }

    /// Files in memory, by name.
    pub fn from_entries(entries: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let mut files = Self::default();
        for (name, bytes) in entries {
            if bytes.len() as u64 > LARGEST_FILE {
                files
                    .problems
                    .tell(ProblemKind::FileTooLarge, &name, 0, "", "");
            } else {
                files.add(name, bytes);
            }
        }
        files
    }

    /// These files and those of another folder or zip: the HR files beside the roster.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        other
            .problems
            .list
            .into_iter()
            .for_each(|problem| self.problems.add(problem));
        for (name, bytes) in other.by_name.into_values() {
            self.add(name, bytes);
        }
        self
    }

    fn add(&mut self, name: String, bytes: Vec<u8>) {
        match self.by_name.entry(name.to_ascii_lowercase()) {
            Entry::Vacant(place) => {
                place.insert((name, bytes));
            }
            Entry::Occupied(_) => self.problems.tell(ProblemKind::FileTwice, &name, 0, "", ""),
        }
    }

    fn unpack(&mut self, bytes: &[u8]) -> zip::result::ZipResult<()> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
        if archive.len() > MOST_FILES {
            let count = archive.len().to_string();
            self.problems
                .tell(ProblemKind::ZipTooManyFiles, "", 0, "", &count);
            return Ok(());
        }
        let mut total = 0;
        for at in 0..archive.len() {
            let entry = archive.by_index(at)?;
            let name = entry.name()?.into_owned();
            // Finder puts its own folder beside the files.
            if name.starts_with("__MACOSX/") {
                continue;
            }
            if entry.is_dir()
                || entry.is_symlink()
                || name.contains(['/', '\\', ':'])
                || name.contains("..")
            {
                self.problems.tell(ProblemKind::ZipPath, "", 0, "", &name);
                continue;
            }
            if !is_read(&name) {
                self.add(name, vec![]);
                continue;
            }
            let (size, packed) = (entry.size(), entry.compressed_size());
            let grows = size > 1024 * 1024 && size / packed.max(1) > LARGEST_RATIO;
            let mut content = vec![];
            // What an entry says of its size is not believed; reading stops at the cap.
            let most = LARGEST_FILE.min(LARGEST_PACKAGE - total);
            if !grows && size <= most {
                entry.take(most + 1).read_to_end(&mut content)?;
            }
            if grows || size > most || content.len() as u64 > most {
                self.problems
                    .tell(ProblemKind::ZipTooLarge, &name, 0, "", "");
                return Ok(());
            }
            total += content.len() as u64;
            self.add(name, content);
        }
        Ok(())
    }

    /// What was wrong with the package itself.
    pub fn problems(&self) -> &Problems {
        &self.problems
    }

    pub(super) fn has(&self, stem: &str) -> bool {
        self.get(stem).is_some()
    }

    /// A file by its name without ending: its own name and its bytes.
    pub(super) fn get(&self, stem: &str) -> Option<(&str, &[u8])> {
        let (name, bytes) = self
            .by_name
            .get(&format!("{}.csv", stem.to_ascii_lowercase()))?;
        Some((name, bytes))
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.values().map(|(name, _)| name.as_str())
    }

    /// SHA-256 over the names and contents of the files that are read, in hexadecimal; a zip and a folder with the
    /// same files have the same.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for (key, (_, bytes)) in self.by_name.iter().filter(|(key, _)| is_read(key)) {
            hash.update(Sha256::digest(key.as_bytes()));
            hash.update(Sha256::digest(bytes));
        }
        hash.finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}
