//! What real rosters get wrong (`interchange.md` 1.1 and 1.3): each fault can be planted in a district of any size.

use super::Package;
use super::tables::{Table, Tables};

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// A deviation of real files.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Fault { $($(#[$doc])* $name),* }

        impl Fault {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$name),*];
        }
    };
}

faults! {
    // How the bytes are written.
    ByteOrderMark,
    LineFeedsOnly,
    Windows1252,
    // How values are spelled.
    BooleansInCapitals,
    BooleansAsNumbers,
    UsDates,
    DateTimesWithSpace,
    TrailingSpaces,
    NewlineInName,
    RoleInCapitals,
    // Headers and columns.
    HeaderTypo,
    HeaderCase,
    ColumnsReordered,
    OptionalColumnsMissing,
    UnnamedTrailingColumns,
    VendorColumns,
    /// Passwords and telephone numbers are filled.
    SecretsFilled,
    /// HR's words as `metadata.` columns instead of a file.
    MetadataInsteadOfHr,
    // Manifest and files.
    StatusInBulk,
    ManifestBlankValue,
    ManifestSourceFirst,
    ManifestSystemCodeAbsent,
    /// `userprofiles.csv` in lower case that holds a copy of `roles.csv`.
    RolesAsUserProfiles,
    Demographics,
    // Identities.
    SourcedIdsWithPrefix,
    EmailInCapitals,
    EmailMissing,
    EmailShared,
    EmailUnreadable,
    /// One user for each person and school, as Ed-Fi's service sends them.
    OneUserForEachSchool,
    OneNumberForTwoPeople,
    Disabled,
    RoleEndedButPrimary,
    ExtensionRole,
    PrincipalAsSiteAdministrator,
    FormulaInName,
    HomeWithoutRole,
    /// Students with their roles, as in a file of the whole district.
    Students,
    // What breaks the format or a reference.
    RoleOfNobody,
    RoleAtNoSchool,
    HomeUnknown,
    ParentUnknown,
    ParentCircle,
    SourcedIdRepeated,
    RequiredColumnMissing,
    RequiredValueMissing,
    DateUnreadable,
    UnclosedQuote,
    ShortRow,
    FileNamedButAbsent,
    NoManifest,
    MicrosoftSds,
    EvaluatorUnknown,
    /// The file has lost 40 % of its people.
    FortyPercentMissing,
}

/// Values of students that must never come further than the parser; tests look for them.
pub(super) const STUDENT_NAMES: [&str; 2] = ["Pupilgiven", "Pupilfamily"];

pub(super) fn plant(fault: Fault, tables: &mut Tables) {
    match fault {
        Fault::ByteOrderMark => tables.table("users").mark = b"\xef\xbb\xbf",
        Fault::LineFeedsOnly => tables
            .roster
            .iter_mut()
            .for_each(|table| table.line_end = "\n"),
        Fault::Windows1252 => tables.table("orgs").windows_1252 = true,
        Fault::BooleansInCapitals => each(tables.table("users"), "enabledUser", str::to_uppercase),
        Fault::BooleansAsNumbers => each(tables.table("users"), "enabledUser", |_| "1".into()),
        Fault::UsDates => each(tables.table("roles"), "beginDate", |date| {
            let part = |from: usize, to: usize| date.get(from..to).unwrap_or_default().to_owned();
            format!(
                "{}/{}/{}",
                part(5, 7).trim_start_matches('0'),
                part(8, 10),
                part(0, 4)
            )
        }),
        Fault::DateTimesWithSpace => each(tables.table("roles"), "beginDate", |date| {
            format!("{date} 08:01:05")
        }),
        Fault::TrailingSpaces => each(tables.table("users"), "givenName", |name| {
            format!("{name}  ")
        }),
        Fault::NewlineInName => first(tables.table("users"), "familyName", |name| {
            format!("{name}\nJr.")
        }),
        Fault::RoleInCapitals => first(tables.table("roles"), "role", str::to_uppercase),
        Fault::HeaderTypo => {
            rename(
                tables.table("roles"),
                "dateLastModified",
                "dataLastModified",
            );
            rename(
                tables.table("users"),
                "preferredGivenName",
                "prefferedGivenName",
            );
        }
        Fault::HeaderCase => tables
            .table("users")
            .header
            .iter_mut()
            .for_each(|name| *name = name.to_uppercase()),
        Fault::ColumnsReordered => {
            let users = tables.table("users");
            users.header.swap(6, 7);
            users.rows.iter_mut().for_each(|row| row.swap(6, 7));
        }
        Fault::OptionalColumnsMissing => drop_column(tables.table("users"), "pronouns"),
        Fault::UnnamedTrailingColumns => extra(tables.table("users"), "", ""),
        Fault::VendorColumns => extra(tables.table("users"), "ext_vendor_platform", "yes"),
        Fault::SecretsFilled => {
            for column in ["password", "phone", "sms"] {
                each(tables.table("users"), column, |_| "hunter2".into());
            }
        }
        Fault::MetadataInsteadOfHr => metadata(tables),
        Fault::StatusInBulk => {
            for table in &mut tables.roster {
                each(table, "status", |_| "active".into());
                each(table, "dateLastModified", |_| {
                    "2026-08-03T06:00:00.000Z".into()
                });
            }
        }
        Fault::ManifestBlankValue => set_manifest(tables, "file.scoreScales", ""),
        Fault::ManifestSourceFirst => tables.manifest.rows.rotate_right(2),
        Fault::ManifestSystemCodeAbsent => set_manifest(tables, "source.systemCode", "absent"),
        Fault::RolesAsUserProfiles => {
            let copy = tables.table("roles").clone();
            tables.roster.push(Table {
                name: "userprofiles".into(),
                ..copy
            });
            set_manifest(tables, "file.userProfiles", "bulk");
        }
        Fault::Demographics => {
            let mut table = Table::new("demographics", &["sourcedId", "birthDate", "sex"]);
            table
                .rows
                .push(vec!["x".into(), "1980-01-01".into(), "female".into()]);
            tables.roster.push(table);
            set_manifest(tables, "file.demographics", "bulk");
        }
        Fault::SourcedIdsWithPrefix => {
            each(tables.table("users"), "sourcedId", |id| format!("TCH_{id}"));
            each(tables.table("roles"), "userSourcedId", |id| {
                format!("TCH_{id}")
            });
            for table in &mut tables.hr {
                for column in ["userSourcedId", "teacherSourcedId", "evaluatorSourcedId"] {
                    each(table, column, |id| format!("TCH_{id}"));
                }
            }
        }
        Fault::EmailInCapitals => each(tables.table("users"), "email", str::to_uppercase),
        Fault::EmailMissing => first(tables.table("users"), "email", |_| String::new()),
        Fault::EmailShared => {
            let users = tables.table("users");
            let column = users.column("email");
            users
                .rows
                .iter_mut()
                .take(2)
                .for_each(|row| row[column] = "frontoffice@lvps.example.org".into());
        }
        Fault::EmailUnreadable => {
            first(tables.table("users"), "email", |_| "not an address".into())
        }
        Fault::OneUserForEachSchool => one_user_for_each_school(tables),
        Fault::OneNumberForTwoPeople => {
            let users = tables.table("users");
            let column = users.column("identifier");
            users.rows[1][column] = users.rows[0][column].clone();
        }
        Fault::Disabled => first(tables.table("users"), "enabledUser", |_| "false".into()),
        Fault::RoleEndedButPrimary => {
            let roles = tables.table("roles");
            let mut row = roles.rows[0].clone();
            let [id, begin, end] =
                ["sourcedId", "beginDate", "endDate"].map(|column| roles.column(column));
            row[id] = "role-of-last-year".into();
            row[begin] = "2025-08-04".into();
            row[end] = "2026-06-05".into();
            roles.rows.push(row);
        }
        Fault::ExtensionRole => last(tables.table("roles"), "role", |_| {
            "ext:instructionalCoach".into()
        }),
        Fault::PrincipalAsSiteAdministrator => first(tables.table("roles"), "role", |_| {
            "siteAdministrator".into()
        }),
        Fault::FormulaInName => {
            first(tables.table("users"), "familyName", |_| {
                "=HYPERLINK(\"http://evil.example\",\"x\")".into()
            });
        }
        Fault::HomeWithoutRole | Fault::HomeUnknown => {
            let known = tables.table("orgs").rows[0][0].clone();
            let home = if fault == Fault::HomeUnknown {
                "no-such-org".to_owned()
            } else {
                known
            };
            first(tables.table("users"), "primaryOrgSourcedId", |_| {
                home.clone()
            });
        }
        Fault::Students => students(tables),
        Fault::RoleOfNobody => last(tables.table("roles"), "userSourcedId", |_| {
            "no-such-user".into()
        }),
        Fault::RoleAtNoSchool => last(tables.table("roles"), "orgSourcedId", |_| {
            "no-such-org".into()
        }),
        Fault::ParentUnknown => last(tables.table("orgs"), "parentSourcedId", |_| {
            "no-such-org".into()
        }),
        Fault::ParentCircle => {
            let orgs = tables.table("orgs");
            let (parent, child) = (orgs.column("parentSourcedId"), orgs.rows[1][0].clone());
            orgs.rows[0][parent] = child;
        }
        Fault::SourcedIdRepeated => {
            let users = tables.table("users");
            let row = users.rows[0].clone();
            users.rows.push(row);
        }
        Fault::RequiredColumnMissing => drop_column(tables.table("users"), "enabledUser"),
        Fault::RequiredValueMissing => first(tables.table("users"), "givenName", |_| String::new()),
        Fault::DateUnreadable => last(tables.table("roles"), "beginDate", |_| "46237".into()),
        Fault::ShortRow => {
            if let Some(row) = tables.table("users").rows.last_mut() {
                row.truncate(8);
            }
        }
        Fault::FileNamedButAbsent => set_manifest(tables, "file.classes", "bulk"),
        Fault::EvaluatorUnknown => {
            let table = tables
                .hr
                .iter_mut()
                .find(|table| table.name == "evaluator_assignments");
            table
                .into_iter()
                .for_each(|table| last(table, "evaluatorSourcedId", |_| "no-such-user".into()));
        }
        Fault::FortyPercentMissing => {
            let users = tables.table("users");
            let keep = users.rows.len() * 6 / 10;
            let ids: Vec<String> = users.rows.drain(keep..).map(|row| row[0].clone()).collect();
            let roles = tables.table("roles");
            let column = roles.column("userSourcedId");
            roles.rows.retain(|row| !ids.contains(&row[column]));
            tables.hr.clear();
        }
        Fault::UnclosedQuote | Fault::NoManifest | Fault::MicrosoftSds => {}
    }
}

/// Faults that are made in the written files.
pub(super) fn spoil(fault: Fault, package: &mut Package) {
    match fault {
        Fault::UnclosedQuote => {
            if let Some((_, bytes)) = package
                .roster
                .iter_mut()
                .find(|(name, _)| name == "users.csv")
            {
                let at = bytes
                    .iter()
                    .position(|byte| *byte == b'\n')
                    .map_or(0, |at| at + 1);
                bytes.insert(at, b'"');
            }
        }
        Fault::NoManifest => package.roster.retain(|(name, _)| name != "manifest.csv"),
        Fault::MicrosoftSds => {
            package
                .roster
                .retain(|(name, _)| name == "orgs.csv" || name == "users.csv");
            let roles = b"userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary\r\n1,2,teacher,3,,true\r\n";
            package.roster.push(("roles.csv".into(), roles.to_vec()));
        }
        _ => {}
    }
}

fn each(table: &mut Table, column: &str, change: impl Fn(&str) -> String) {
    if let Some(at) = table.header.iter().position(|name| name == column) {
        table
            .rows
            .iter_mut()
            .for_each(|row| row[at] = change(&row[at]));
    }
}

fn first(table: &mut Table, column: &str, change: impl Fn(&str) -> String) {
    let at = table.column(column);
    table
        .rows
        .first_mut()
        .into_iter()
        .for_each(|row| row[at] = change(&row[at]));
}

fn last(table: &mut Table, column: &str, change: impl Fn(&str) -> String) {
    let at = table.column(column);
    table
        .rows
        .last_mut()
        .into_iter()
        .for_each(|row| row[at] = change(&row[at]));
}

fn rename(table: &mut Table, column: &str, to: &str) {
    let at = table.column(column);
    to.clone_into(&mut table.header[at]);
}

fn drop_column(table: &mut Table, column: &str) {
    let at = table.column(column);
    table.header.remove(at);
    table.rows.iter_mut().for_each(|row| drop(row.remove(at)));
}

fn extra(table: &mut Table, column: &str, value: &str) {
    table.header.push(column.to_owned());
    table
        .rows
        .iter_mut()
        .for_each(|row| row.push(value.to_owned()));
}

fn set_manifest(tables: &mut Tables, property: &str, value: &str) {
    tables
        .manifest
        .rows
        .iter_mut()
        .filter(|row| row[0] == property)
        .for_each(|row| value.clone_into(&mut row[1]));
}

fn metadata(tables: &mut Tables) {
    let Some(at) = tables
        .hr
        .iter()
        .position(|table| table.name == "staff_supplement")
    else {
        return;
    };
    let hr = tables.hr.remove(at);
    let users = tables.table("users");
    for column in [
        "jobTitle",
        "contentArea",
        "hireDate",
        "fte",
        "employmentStatus",
        "probationaryYear",
    ] {
        let from = hr.column(column);
        users.header.push(format!("metadata.{column}"));
        users
            .rows
            .iter_mut()
            .zip(&hr.rows)
            .for_each(|(row, hr)| row.push(hr[from].clone()));
    }
}

/// Whoever works at two schools becomes two users with one employee number.
fn one_user_for_each_school(tables: &mut Tables) {
    let roles = tables.table("roles");
    let [user, org] = ["userSourcedId", "orgSourcedId"].map(|column| roles.column(column));
    let mut second: Vec<(String, String)> = vec![];
    let mut seen = std::collections::BTreeSet::new();
    for row in &mut roles.rows {
        if !seen.insert(row[user].clone()) {
            second.push((row[user].clone(), row[org].clone()));
            row[user] = format!("{}-B", row[user]);
        }
    }
    let users = tables.table("users");
    let home = users.column("primaryOrgSourcedId");
    for (id, school) in second {
        if let Some(mut row) = users.rows.iter().find(|row| row[0] == id).cloned() {
            row[0] = format!("{id}-B");
            row[home] = school;
            users.rows.push(row);
        }
    }
}

fn students(tables: &mut Tables) {
    let school = tables
        .table("orgs")
        .rows
        .last()
        .map(|row| row[0].clone())
        .unwrap_or_default();
    for number in 0..3 {
        let roles = tables.table("roles");
        let mut row = vec![String::new(); roles.header.len()];
        let [user, kind, role, org] = ["userSourcedId", "roleType", "role", "orgSourcedId"]
            .map(|column| roles.column(column));
        row[0] = format!("student-role-{number}");
        row[user] = format!("student-{number}");
        row[kind] = "primary".into();
        row[role] = "student".into();
        row[org].clone_from(&school);
        roles.rows.push(row);
        let users = tables.table("users");
        let mut row = vec![String::new(); users.header.len()];
        let [given, family, enabled, email] =
            ["givenName", "familyName", "enabledUser", "email"].map(|column| users.column(column));
        row[0] = format!("student-{number}");
        row[given] = STUDENT_NAMES[0].into();
        row[family] = STUDENT_NAMES[1].into();
        // Wrong in every way: no problem may come of it, because nobody looks at the row.
        row[enabled] = "perhaps".into();
        row[email] = "Pupilgiven".into();
        users.rows.push(row);
    }
}
