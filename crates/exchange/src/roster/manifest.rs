//! `manifest.csv`: which version, and which files are there as bulk or delta (`interchange.md` 1.1).

use super::files::Files;
use super::{encoding, hr};
use domain::people::roster::{Mode, ProblemKind, Problems};
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    V1p1,
    V1p2,
}

pub(super) struct Manifest {
    pub version: Version,
    /// By the name's lower case: the name, the mode, the line.
    files: BTreeMap<String, (String, Mode, u32)>,
}

const FILE: &str = "manifest.csv";

impl Manifest {
    /// Reads it, or says why not. HR files alone need none.
    pub fn read(files: &Files, problems: &mut Problems) -> Option<Self> {
        let Some((_, bytes)) = files.get("manifest") else {
            missing(files, problems);
            return None;
        };
        let text = encoding::decode(FILE, bytes, problems)?;
        let mut version = None;
        let mut named = BTreeMap::new();
        let mut source_first = false;
        for (at, line) in text.lines().enumerate() {
            let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
            let mut cells = line
                .split(',')
                .map(|cell| cell.trim().trim_matches('"').trim());
            let (property, value) = (
                cells.next().unwrap_or_default(),
                cells.next().unwrap_or_default(),
            );
            let lower = property.to_ascii_lowercase();
            if at == 0 {
                if lower != "propertyname" || !value.eq_ignore_ascii_case("value") {
                    problems.tell(ProblemKind::ManifestUnreadable, FILE, number, "", line);
                    return None;
                }
            } else if lower == "oneroster.version" {
                version = Some((value.to_owned(), number));
            } else if lower.starts_with("source.") && version.is_none() {
                source_first = true;
            } else if lower.starts_with("file.") {
                let name = property["file.".len()..].to_owned();
                let mode = mode(property, value, number, problems);
                named.insert(name.to_ascii_lowercase(), (name, mode, number));
            }
        }
        if source_first {
            problems.tell(ProblemKind::ManifestOrder, FILE, 0, "", "");
        }
        let (value, line) = version.unwrap_or_default();
        let version = match value.as_str() {
            "1.2" | "1.2.0" | "1.2.1" => Version::V1p2,
            "1.1" => Version::V1p1,
            _ => {
                problems.tell(
                    ProblemKind::VersionUnknown,
                    FILE,
                    line,
                    "oneroster.version",
                    &value,
                );
                return None;
            }
        };
        Some(Self {
            version,
            files: named,
        })
    }

    /// How a file is there.
    pub fn mode(&self, name: &str) -> Mode {
        self.files
            .get(&name.to_ascii_lowercase())
            .map(|(_, mode, _)| *mode)
            .unwrap_or_default()
    }

    /// Every file that it names: name, mode and line.
    pub fn files(&self) -> impl Iterator<Item = (&str, Mode, u32)> {
        self.files
            .values()
            .map(|(name, mode, line)| (name.as_str(), *mode, *line))
    }
}

fn mode(property: &str, value: &str, line: u32, problems: &mut Problems) -> Mode {
    let mode = match value.to_ascii_lowercase().as_str() {
        "bulk" => Mode::Bulk,
        "delta" => Mode::Delta,
        "absent" => Mode::Absent,
        "" => {
            problems.tell(ProblemKind::ManifestBlank, FILE, line, "", property);
            return Mode::Absent;
        }
        _ => {
            problems.tell(ProblemKind::ModeUnknown, FILE, line, property, value);
            return Mode::Absent;
        }
    };
    if value.chars().any(|c| c.is_ascii_uppercase()) {
        problems.tell(ProblemKind::ValueSpelling, FILE, line, "value", value);
    }
    mode
}

/// No manifest: OneRoster 1.0, another vendor's folder, or HR files alone, which need none.
fn missing(files: &Files, problems: &mut Problems) {
    let header_of_roles = files.get("roles").map(|(_, bytes)| {
        let first = bytes
            .split(|byte| *byte == b'\n')
            .next()
            .unwrap_or_default();
        String::from_utf8_lossy(first).to_ascii_lowercase()
    });
    let sds = ["sessionsourcedid", "isprimary"];
    if header_of_roles.is_some_and(|header| sds.iter().any(|column| header.contains(column))) {
        problems.tell(ProblemKind::MicrosoftSds, "roles.csv", 1, "", "");
        return;
    }
    let roster = ["orgs", "users", "roles"]
        .iter()
        .any(|name| files.has(name));
    if roster || !hr::FILES.iter().any(|name| files.has(name)) {
        problems.tell(ProblemKind::NoManifest, "", 0, "", "");
    }
}
