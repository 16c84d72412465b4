//! A roster as an administrator would send it: OneRoster files and HR's, written from what the record says, so that a
//! story begins with files that change nothing and then changes a value.

use domain::people::Directory;
use domain::people::Employment;
use std::collections::BTreeMap;
use std::io::{Cursor, Write};

/// Rows by file, values by column.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<&'static str, Sheet>);

#[derive(Clone, Debug, Default)]
struct Sheet {
    columns: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

const ORGS: &[&str] = &[
    "sourcedId",
    "status",
    "dateLastModified",
    "name",
    "type",
    "identifier",
    "parentSourcedId",
];
const USERS: &[&str] = &[
    "sourcedId",
    "status",
    "dateLastModified",
    "enabledUser",
    "username",
    "userIds",
    "givenName",
    "familyName",
    "middleName",
    "identifier",
    "email",
    "sms",
    "phone",
    "agentSourcedIds",
    "grades",
    "password",
    "userMasterIdentifier",
    "preferredGivenName",
    "preferredMiddleName",
    "preferredFamilyName",
    "primaryOrgSourcedId",
    "pronouns",
];
const ROLES: &[&str] = &[
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
];
const SUPPLEMENT: &[&str] = &[
    "employeeId",
    "userSourcedId",
    "jobTitle",
    "contentArea",
    "hireDate",
    "fte",
    "employmentStatus",
    "probationaryYear",
];
const ASSIGNMENTS: &[&str] = &[
    "teacherSourcedId",
    "evaluatorSourcedId",
    "orgSourcedId",
    "beginDate",
];
/// OneRoster 1.2's names, in the manifest's order.
const NAMED: [&str; 21] = [
    "academicSessions",
    "categories",
    "classes",
    "classResources",
    "courses",
    "courseResources",
    "demographics",
    "enrollments",
    "lineItemLearningObjectiveIds",
    "lineItems",
    "lineItemScoreScales",
    "orgs",
    "resources",
    "resultLearningObjectiveIds",
    "results",
    "resultScoreScales",
    "roles",
    "scoreScales",
    "userProfiles",
    "userResources",
    "users",
];

impl Files {
    /// What the record says, as the two systems would write it.
    pub fn of(directory: &Directory) -> Self {
        let mut files = Self::default();
        for (name, columns) in [
            ("orgs", ORGS),
            ("users", USERS),
            ("roles", ROLES),
            ("staff_supplement", SUPPLEMENT),
            ("evaluator_assignments", ASSIGNMENTS),
        ] {
            files.0.insert(
                name,
                Sheet {
                    columns,
                    rows: vec![],
                },
            );
        }
        let source = |school| {
            directory
                .school(school)
                .map(|it| it.particulars.source_id.clone())
                .unwrap_or_default()
        };
        let day = |on: Option<jiff::civil::Date>| on.map(|on| on.to_string()).unwrap_or_default();
        for school in directory.schools.values() {
            let says = &school.particulars;
            files.add(
                "orgs",
                &[
                    ("sourcedId", &says.source_id),
                    ("name", &says.name),
                    ("type", "school"),
                    ("identifier", &says.identifier),
                ],
            );
        }
        for person in directory.people.values().filter(|it| it.ended.is_none()) {
            let says = &person.particulars;
            let Some(record) = says.records.first() else {
                continue;
            };
            let enabled = says.enabled.to_string();
            let home = says.home_school.map(source).unwrap_or_default();
            files.add(
                "users",
                &[
                    ("sourcedId", record),
                    ("enabledUser", &enabled),
                    ("username", record),
                    ("givenName", &says.name.given),
                    ("familyName", &says.name.family),
                    ("identifier", &says.employee),
                    ("email", &says.email),
                    ("primaryOrgSourcedId", &home),
                    ("pronouns", &says.pronouns),
                ],
            );
            for role in &says.roles {
                files.add(
                    "roles",
                    &[
                        ("sourcedId", &role.source_id),
                        ("userSourcedId", record),
                        ("roleType", "primary"),
                        ("role", &role.role),
                        ("beginDate", &day(role.begins)),
                        ("endDate", &day(role.ends)),
                        ("orgSourcedId", &source(role.school)),
                    ],
                );
            }
            let class = match says.employment {
                Some(Employment::Probationary) => "probationary",
                Some(Employment::NonProbationary) => "non-probationary",
                Some(Employment::AtWill) => "at-will",
                Some(Employment::Annual) => "annual",
                None => "not applicable",
            };
            let year = says
                .probationary_year
                .map(|year| year.to_string())
                .unwrap_or_default();
            files.add(
                "staff_supplement",
                &[
                    ("employeeId", &says.employee),
                    ("userSourcedId", record),
                    ("jobTitle", &says.job_title),
                    ("contentArea", &says.content_area),
                    ("hireDate", &day(says.hired)),
                    ("fte", &says.fte),
                    ("employmentStatus", class),
                    ("probationaryYear", &year),
                ],
            );
            for it in &person.evaluators {
                let evaluator = directory
                    .person(it.evaluator)
                    .and_then(|it| it.particulars.records.first())
                    .cloned()
                    .unwrap_or_default();
                let begins = it.begins.to_string();
                files.add(
                    "evaluator_assignments",
                    &[
                        ("teacherSourcedId", record),
                        ("evaluatorSourcedId", &evaluator),
                        ("orgSourcedId", &source(it.school)),
                        ("beginDate", &begins),
                    ],
                );
            }
        }
        files
    }

    /// Adds a row; columns that are not named stay blank.
    pub fn add(&mut self, file: &'static str, values: &[(&str, &str)]) {
        let sheet = self.0.get_mut(file).unwrap();
        let row = sheet.columns.iter().map(|column| {
            values
                .iter()
                .find(|(name, _)| name == column)
                .map(|(_, value)| (*value).to_owned())
                .unwrap_or_default()
        });
        sheet.rows.push(row.collect());
    }

    /// Changes a value in every row that has `is` in the column `of`.
    pub fn set(&mut self, file: &str, of: &str, is: &str, column: &str, value: &str) {
        let sheet = self.0.get_mut(file).unwrap();
        let at = |name: &str| {
            sheet
                .columns
                .iter()
                .position(|column| *column == name)
                .unwrap()
        };
        let (of, column) = (at(of), at(column));
        let mut found = 0;
        for row in sheet.rows.iter_mut().filter(|row| row[of] == is) {
            row[column] = value.to_owned();
            found += 1;
        }
        assert!(found > 0, "{file} has no {is}");
    }

    /// Takes a person out of every file.
    pub fn without(&mut self, record: &str) {
        for sheet in self.0.values_mut() {
            let about = |column: &str| {
                matches!(
                    column,
                    "sourcedId" | "userSourcedId" | "teacherSourcedId" | "evaluatorSourcedId"
                )
            };
            let columns: Vec<usize> = (0..sheet.columns.len())
                .filter(|at| about(sheet.columns[*at]))
                .collect();
            sheet
                .rows
                .retain(|row| columns.iter().all(|at| row[*at] != record));
        }
    }

    /// The roster's zip.
    pub fn zip(&self) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
        let options = zip::write::SimpleFileOptions::default();
        let mut manifest =
            String::from("propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.2\r\n");
        for name in NAMED {
            let there = if self.0.contains_key(name) {
                "bulk"
            } else {
                "absent"
            };
            manifest.push_str(&format!("file.{name},{there}\r\n"));
        }
        zip.start_file("manifest.csv", options).unwrap();
        zip.write_all(manifest.as_bytes()).unwrap();
        for name in ["orgs", "users", "roles"] {
            zip.start_file(format!("{name}.csv"), options).unwrap();
            zip.write_all(self.csv(name).as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// One file's text.
    pub fn csv(&self, name: &str) -> String {
        let sheet = &self.0[name];
        let quoted = |value: &String| {
            if value.contains([',', '"', '\n']) {
                format!("\"{}\"", value.replace('"', "\"\""))
            } else {
                value.clone()
            }
        };
        let head = sheet.columns.join(",");
        let rows = sheet
            .rows
            .iter()
            .map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(","));
        std::iter::once(head)
            .chain(rows)
            .map(|line| line + "\r\n")
            .collect()
    }
}
