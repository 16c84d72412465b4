//! `roles.csv`: who does what where. Tells staff from students, who are refused here.

use super::sheet::{Columns, Sheet, Standing};
use domain::people::roster::{Gone, Mode, ProblemKind, RoleRow, RosterFile, Table};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const COLUMNS: Columns = Columns {
    all: &[
        "sourcedId",
        "status",
        "dateLastModified",
        "userSourcedId",
        "roleType",
        "role",
        "beginDate",
        "endDate",
        "orgSourcedId",
        "userProfileSourcedId",
    ],
    required: &[
        "sourcedId",
        "userSourcedId",
        "roleType",
        "role",
        "orgSourcedId",
    ],
    dropped: &[],
    oneroster: true,
};

pub(super) const PROFILE_COLUMNS: Columns = Columns {
    all: &[
        "sourcedId",
        "status",
        "dateLastModified",
        "userSourcedId",
        "profileType",
        "vendorId",
        "applicationId",
        "description",
        "credentialType",
        "username",
        "password",
    ],
    required: &[
        "sourcedId",
        "userSourcedId",
        "profileType",
        "vendorId",
        "credentialType",
        "username",
    ],
    dropped: &["password"],
    oneroster: true,
};

/// Whose profile each is.
pub(super) type Profiles = BTreeMap<String, String>;

pub(super) fn profiles(sheet: &Sheet) -> Profiles {
    let pair = |row| {
        (
            sheet.raw(row, "sourcedId").to_owned(),
            sheet.raw(row, "userSourcedId").to_owned(),
        )
    };
    sheet.rows.iter().map(pair).collect()
}

/// What a role says about its holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RoleWord {
    /// Student, guardian, parent or relative.
    NotStaff,
    /// One of the standard's, in its spelling.
    Staff(&'static str),
    /// `ext:` and the district's own word.
    Extension(String),
    Unknown,
}

const STAFF: [&str; 9] = [
    "aide",
    "administrator",
    "counselor",
    "districtAdministrator",
    "principal",
    "proctor",
    "siteAdministrator",
    "systemAdministrator",
    "teacher",
];

pub(super) fn role_word(text: &str) -> RoleWord {
    let lower = text.to_ascii_lowercase();
    if ["student", "guardian", "parent", "relative"].contains(&lower.as_str()) {
        return RoleWord::NotStaff;
    }
    if let Some(own) = lower.strip_prefix("ext:") {
        return RoleWord::Extension(format!("ext:{}", own.trim()));
    }
    STAFF
        .into_iter()
        .find(|one| one.eq_ignore_ascii_case(text))
        .map_or(RoleWord::Unknown, RoleWord::Staff)
}

/// The records that have a role of the staff, and those that only have another.
#[derive(Default)]
pub(super) struct Staff {
    pub staff: BTreeSet<String>,
    pub others: BTreeSet<String>,
}

/// Reads the roles of the staff into the file.
pub(super) fn read(sheet: &Sheet, profiles: Option<&Profiles>, file: &mut RosterFile) -> Staff {
    let mut table = Table {
        mode: sheet.mode,
        rows: vec![],
        gone: vec![],
    };
    let mut found = Staff::default();
    let mut seen = BTreeSet::new();
    for row in &sheet.rows {
        let record = sheet.raw(row, "userSourcedId");
        let word = role_word(sheet.raw(row, "role"));
        if word == RoleWord::NotStaff {
            file.refused.student_roles += 1;
            found.others.insert(record.to_owned());
            continue;
        }
        let mut cells = sheet.cells(row, &mut file.problems);
        let written = cells.required("role");
        let role = match word {
            RoleWord::Staff(role) => {
                if role != written {
                    cells.tell(ProblemKind::ValueSpelling, "role", &written);
                }
                role.to_owned()
            }
            RoleWord::Extension(role) => {
                cells.tell(ProblemKind::RoleExtension, "role", &role);
                role
            }
            RoleWord::NotStaff | RoleWord::Unknown => {
                // Whoever holds it may be a student: nothing but the word is shown.
                if !written.is_empty() {
                    cells.tell(ProblemKind::ValueUnknown, "role", &written);
                }
                continue;
            }
        };
        let source_id = cells.required("sourcedId");
        let standing = cells.standing();
        if !source_id.is_empty() && !seen.insert(source_id.clone()) {
            cells.tell(ProblemKind::SourcedIdRepeated, "sourcedId", &source_id);
            continue;
        }
        if standing == Standing::ToBeDeleted {
            table
                .gone
                .extend((sheet.mode == Mode::Delta).then_some(Gone {
                    line: row.line,
                    source_id,
                }));
            continue;
        }
        let record = cells.required("userSourcedId");
        let school = cells.required("orgSourcedId");
        cells.required("roleType");
        let begins = cells.date("beginDate");
        let ends = cells.date("endDate");
        let profile = cells.text("userProfileSourcedId");
        let other = profiles.is_some_and(|all| all.get(&profile) != Some(&record));
        if !profile.is_empty() && other {
            cells.tell(
                ProblemKind::ProfileOfAnother,
                "userProfileSourcedId",
                &profile,
            );
        }
        found.staff.insert(record.clone());
        if !record.is_empty() && !school.is_empty() {
            table.rows.push(RoleRow {
                line: row.line,
                source_id,
                record,
                role,
                school,
                begins,
                ends,
            });
        }
    }
    file.roles = table;
    found
}
