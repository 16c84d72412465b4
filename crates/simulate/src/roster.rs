//! A district of people who do not exist, written as a real district sends its roster: OneRoster 1.2 and the HR
//! supplement. The demo imports it like any other; tests plant the faults of real files in it. The same seed and
//! sizes give the same bytes.

mod district;
mod faults;
mod larkspur;
mod names;
mod subjects;
mod tables;
#[cfg(test)]
mod tests;

pub use district::{DOMAIN, District, Member, Rating, School, Sizes};
pub use faults::Fault;

use std::io::{self, Write};
use std::path::Path;

/// The seed of the demo's district.
pub const DEMO_SEED: u64 = 20_262_027;

/// Files by name: the roster's and, apart, HR's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Package {
    pub roster: Vec<(String, Vec<u8>)>,
    pub hr: Vec<(String, Vec<u8>)>,
}

impl Package {
    /// The demo's district: 6 schools, 60 teachers.
    pub fn demo() -> Self {
        District::new(DEMO_SEED, Sizes::DEMO).package(&[])
    }

    /// Every file, the roster's first.
    pub fn files(&self) -> impl Iterator<Item = (String, Vec<u8>)> {
        self.roster.iter().chain(&self.hr).cloned()
    }

    /// Writes `roster/` and `hr/` into a folder, which is made if need be.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        for (name, files) in [("roster", &self.roster), ("hr", &self.hr)] {
            let folder = folder.join(name);
            std::fs::create_dir_all(&folder)?;
            for (name, bytes) in files {
                std::fs::write(folder.join(name), bytes)?;
            }
        }
        Ok(())
    }

    /// The roster as a zip with its files at the root, as the standard wants it.
    ///
    /// # Errors
    /// When the zip cannot be written, which in memory does not happen.
    pub fn zip(&self) -> io::Result<Vec<u8>> {
        let mut zip = zip::ZipWriter::new(io::Cursor::new(vec![]));
        for (name, bytes) in &self.roster {
            zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default())?;
            zip.write_all(bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}
