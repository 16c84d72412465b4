//! Reads a roster: OneRoster 1.2 or 1.1 as CSV, bulk or delta, with the HR supplement (`interchange.md` 1.1 to 1.5).
//! Used by `roster import` and by the administrator's page; the outcome is planned in `domain::people::roster`.
//!
//! Harmless deviations of real files are read and noted; what breaks the format is an error with its place. Rows of
//! students, guardians, parents and relatives are refused here, before anything touches the disk, and counted;
//! passwords, telephone numbers, agents and grades are dropped here.

mod encoding;
mod files;
mod hr;
mod manifest;
mod orgs;
mod roles;
pub(crate) mod sheet;
mod users;
pub(crate) mod values;

pub use files::{Files, LARGEST_FILE, LARGEST_PACKAGE, MOST_FILES};

use domain::people::Directory;
use domain::people::roster::{Mode, ProblemKind, Problems, RosterFile};
use manifest::{Manifest, Version};
use sheet::Columns;

/// Reads a package. The directory tells who is already known as staff: a delta may speak of them without a role.
pub fn read(files: &Files, directory: &Directory) -> RosterFile {
    let mut file = RosterFile {
        fingerprint: files.fingerprint(),
        problems: files.problems().clone(),
        ..RosterFile::default()
    };
    if file.problems.errors > 0 {
        return file;
    }
    if let Some(manifest) = Manifest::read(files, &mut file.problems) {
        present(files, &manifest, &mut file.problems);
        if file.problems.errors == 0 {
            oneroster(files, &manifest, directory, &mut file);
        }
    }
    if file.problems.errors == 0 || !file.people.rows.is_empty() {
        hr::read(files, &mut file);
    }
    file.problems.sort();
    file
}

fn oneroster(files: &Files, manifest: &Manifest, directory: &Directory, file: &mut RosterFile) {
    let open = |name: &'static str, columns: &Columns, mode: Mode, file: &mut RosterFile| {
        let sheet = sheet::Sheet::open(files, name, columns, mode, &mut file.problems)?;
        file.counts.insert(
            name.to_owned(),
            u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX),
        );
        Some(sheet)
    };
    let mode = |name: &str| manifest.mode(name);
    let orgs = open("orgs", &orgs::COLUMNS, mode("orgs"), file);
    let v1p1 = manifest.version == Version::V1p1;
    let user_columns = if v1p1 {
        &users::COLUMNS_V1P1
    } else {
        &users::COLUMNS
    };
    let people = open("users", user_columns, mode("users"), file);
    let roles = if v1p1 {
        None
    } else {
        open("roles", &roles::COLUMNS, mode("roles"), file)
    };
    let sessions = open(
        "academicSessions",
        &orgs::SESSION_COLUMNS,
        mode("academicSessions"),
        file,
    );
    if file.problems.errors > 0 {
        // A file that cannot be read as a whole would make every reference to it look broken.
        return;
    }
    let profiles = profiles(files, mode("userProfiles"), file);
    if let Some(sheet) = &sessions {
        orgs::check_sessions(sheet, &mut file.problems);
    }
    if let Some(sheet) = &orgs {
        file.schools = orgs::read(sheet, &mut file.problems);
    }
    let known = users::KnownStaff::of(directory);
    if v1p1 {
        if let Some(sheet) = &people {
            users::read_v1p1(sheet, &known, file);
        }
        return;
    }
    let staff = roles
        .as_ref()
        .map(|sheet| roles::read(sheet, profiles.as_ref(), file))
        .unwrap_or_default();
    if let Some(sheet) = &people {
        users::read(sheet, &staff, &known, file);
    }
}

/// Sign-in profiles are only looked at to check that a role's profile is its own person's; nothing of them is kept.
fn profiles(files: &Files, mode: Mode, file: &mut RosterFile) -> Option<roles::Profiles> {
    let mut aside = Problems::default();
    let sheet = sheet::Sheet::open(
        files,
        "userProfiles",
        &roles::PROFILE_COLUMNS,
        mode,
        &mut aside,
    );
    if aside.errors > 0 {
        // Seen in a real sample: a copy of roles.csv under this name (`interchange.md` 1.3). We do not need it.
        file.problems
            .tell(ProblemKind::FileIgnored, "userProfiles.csv", 0, "", "");
        return None;
    }
    aside
        .list
        .into_iter()
        .for_each(|note| file.problems.add(note));
    let sheet = sheet?;
    file.counts.insert(
        "userProfiles".to_owned(),
        u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX),
    );
    (mode == Mode::Bulk).then(|| roles::profiles(&sheet))
}

/// Files that the manifest names and that are not there, and the other way round; files that are not read.
fn present(files: &Files, manifest: &Manifest, problems: &mut Problems) {
    const READ: [&str; 5] = ["orgs", "users", "roles", "academicSessions", "userProfiles"];
    for (name, mode, line) in manifest.files() {
        let there = files.has(name);
        let file = format!("{name}.csv");
        if mode == Mode::Absent {
            if there {
                problems.tell(ProblemKind::FileNotNamed, &file, 0, "", "");
            }
        } else if !there {
            problems.tell(
                ProblemKind::FileMissing,
                "manifest.csv",
                line,
                &format!("file.{name}"),
                &file,
            );
        } else if name == "demographics" {
            problems.tell(ProblemKind::DemographicsRefused, &file, 0, "", "");
        } else if !READ.contains(&name) {
            problems.tell(ProblemKind::FileIgnored, &file, 0, "", "");
        }
    }
    for name in files.names() {
        let stem = name.strip_suffix(".csv").unwrap_or(name);
        let named = manifest
            .files()
            .any(|(file, _, _)| file.eq_ignore_ascii_case(stem));
        if !named
            && !hr::FILES.iter().any(|hr| hr.eq_ignore_ascii_case(stem))
            && !stem.eq_ignore_ascii_case("manifest")
        {
            problems.tell(ProblemKind::FileNotNamed, name, 0, "", "");
        }
    }
}
