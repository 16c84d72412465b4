//! The district as tables of OneRoster 1.2 and of the HR supplement, and tables as bytes.

use super::Package;
use super::district::{District, Member};
use super::faults::{self, Fault};
use uuid::Uuid;

/// One file before it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub name: String,
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
    pub line_end: &'static str,
    /// Bytes before the header.
    pub mark: &'static [u8],
    pub windows_1252: bool,
}

impl Table {
    pub fn new(name: &str, header: &[&str]) -> Self {
        let header = header.iter().map(|column| (*column).to_owned()).collect();
        Self {
            name: name.to_owned(),
            header,
            rows: vec![],
            line_end: "\r\n",
            mark: &[],
            windows_1252: false,
        }
    }

    fn row(&mut self, cells: &[(&str, &str)]) {
        let cell = |column: &String| {
            cells
                .iter()
                .find(|(name, _)| name == column)
                .map(|(_, value)| (*value).to_owned())
                .unwrap_or_default()
        };
        self.rows.push(self.header.iter().map(cell).collect());
    }

    /// The place of a column; tables have fixed headers, so that it is there.
    pub fn column(&self, name: &str) -> usize {
        self.header
            .iter()
            .position(|column| column == name)
            .unwrap_or_default()
    }

    fn bytes(&self) -> Vec<u8> {
        let mut text = String::new();
        for row in std::iter::once(&self.header).chain(&self.rows) {
            let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
            text.push_str(&cells.join(","));
            text.push_str(self.line_end);
        }
        let mut bytes = self.mark.to_vec();
        if self.windows_1252 {
            // Latin-1 is enough for the names of schools; what it lacks becomes a question mark, as exports do.
            bytes.extend(
                text.chars()
                    .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')),
            );
        } else {
            bytes.extend(text.as_bytes());
        }
        bytes
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// The tables of a package: the manifest, the roster's files, HR's files.
#[derive(Clone, Debug)]
pub(super) struct Tables {
    /// Lines after the header: property and value.
    pub manifest: Table,
    pub roster: Vec<Table>,
    pub hr: Vec<Table>,
}

impl Tables {
    pub fn table(&mut self, name: &str) -> &mut Table {
        let at = self
            .roster
            .iter()
            .position(|table| table.name == name)
            .unwrap_or_default();
        &mut self.roster[at]
    }
}

const NOT_SENT: [&str; 17] = [
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
    "resources",
    "resultLearningObjectiveIds",
    "results",
    "resultScoreScales",
    "scoreScales",
    "userProfiles",
    "userResources",
];

impl District {
    /// The files of this district, with faults of real files in them.
    pub fn package(&self, faults: &[Fault]) -> Package {
        let mut tables = Tables {
            manifest: Table::new("manifest", &["propertyName", "value"]),
            roster: vec![self.orgs(), self.sessions(), self.users(), self.roles()],
            hr: vec![self.supplement(), self.assignments(), self.ratings()],
        };
        let manifest = &mut tables.manifest;
        let mut line = |property: &str, value: &str| {
            manifest
                .rows
                .push(vec![property.to_owned(), value.to_owned()])
        };
        line("manifest.version", "1.0");
        line("oneroster.version", "1.2");
        for name in NOT_SENT {
            line(&format!("file.{name}"), "absent");
        }
        for name in ["academicSessions", "orgs", "roles", "users"] {
            line(&format!("file.{name}"), "bulk");
        }
        line("source.systemName", "Larkspur Valley Public Schools");
        line("source.systemCode", "LVPS");
        for fault in faults {
            faults::plant(*fault, &mut tables);
        }
        let files = |tables: &[Table]| {
            tables
                .iter()
                .map(|table| (format!("{}.csv", table.name), table.bytes()))
                .collect()
        };
        let mut roster: Vec<(String, Vec<u8>)> = files(&tables.roster);
        roster.insert(0, ("manifest.csv".to_owned(), tables.manifest.bytes()));
        let mut package = Package {
            roster,
            hr: files(&tables.hr),
        };
        for fault in faults {
            faults::spoil(*fault, &mut package);
        }
        package
    }

    fn orgs(&self) -> Table {
        let header = [
            "sourcedId",
            "status",
            "dateLastModified",
            "name",
            "type",
            "identifier",
            "parentSourcedId",
        ];
        let mut table = Table::new("orgs", &header);
        let district = self
            .schools
            .iter()
            .find(|school| school.kind == "district")
            .map(|school| school.source_id.as_str());
        for school in &self.schools {
            let parent = if school.kind == "district" {
                ""
            } else {
                district.unwrap_or_default()
            };
            table.row(&[
                ("sourcedId", &school.source_id),
                ("name", &school.name),
                ("type", school.kind),
                ("identifier", &school.identifier),
                ("parentSourcedId", parent),
            ]);
        }
        table
    }

    fn sessions(&self) -> Table {
        let header = [
            "sourcedId",
            "status",
            "dateLastModified",
            "title",
            "type",
            "startDate",
            "endDate",
            "parentSourcedId",
            "schoolYear",
        ];
        let mut table = Table::new("academicSessions", &header);
        let id = |title: &str| {
            Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("lvps {title}").as_bytes()).to_string()
        };
        let year = id("2026-2027");
        for (title, kind, begins, ends, parent) in [
            ("2026-2027", "schoolYear", "2026-08-17", "2027-06-04", ""),
            (
                "Fall Semester",
                "semester",
                "2026-08-24",
                "2026-12-18",
                year.as_str(),
            ),
            (
                "Spring Semester",
                "semester",
                "2027-01-05",
                "2027-06-04",
                year.as_str(),
            ),
        ] {
            table.row(&[
                ("sourcedId", &id(title)),
                ("title", title),
                ("type", kind),
                ("startDate", begins),
                ("endDate", ends),
                ("parentSourcedId", parent),
                ("schoolYear", "2027"),
            ]);
        }
        table
    }

    fn users(&self) -> Table {
        let header = [
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
        let mut table = Table::new("users", &header);
        for person in &self.people {
            let username = person.email.split('@').next().unwrap_or_default();
            table.row(&[
                ("sourcedId", &person.source_id),
                ("enabledUser", "true"),
                ("username", username),
                ("userIds", &format!("{{Employee:{}}}", person.employee)),
                ("givenName", &person.given),
                ("familyName", &person.family),
                ("identifier", &person.employee),
                ("email", &person.email),
                (
                    "primaryOrgSourcedId",
                    person.schools.first().map_or("", String::as_str),
                ),
                ("pronouns", &person.pronouns),
            ]);
        }
        table
    }

    fn roles(&self) -> Table {
        let header = [
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
        let mut table = Table::new("roles", &header);
        let begins = self.posts_begin.to_string();
        for person in &self.people {
            for school in &person.schools {
                let key = format!("{} {} {school}", person.source_id, person.role);
                table.row(&[
                    (
                        "sourcedId",
                        &Uuid::new_v5(&Uuid::NAMESPACE_OID, key.as_bytes()).to_string(),
                    ),
                    ("userSourcedId", &person.source_id),
                    ("roleType", "primary"),
                    ("role", person.role),
                    ("beginDate", &begins),
                    ("orgSourcedId", school),
                ]);
            }
        }
        table
    }

    fn supplement(&self) -> Table {
        let header = [
            "employeeId",
            "userSourcedId",
            "jobTitle",
            "contentArea",
            "hireDate",
            "fte",
            "employmentStatus",
            "probationaryYear",
        ];
        let mut table = Table::new("staff_supplement", &header);
        for person in &self.people {
            let year = person
                .probationary_year
                .map(|year| year.to_string())
                .unwrap_or_default();
            table.row(&[
                ("employeeId", &person.employee),
                ("userSourcedId", &person.source_id),
                ("jobTitle", &person.job_title),
                ("contentArea", &person.content_area),
                ("hireDate", &person.hired.to_string()),
                ("fte", person.fte),
                ("employmentStatus", person.employment),
                ("probationaryYear", &year),
            ]);
        }
        table
    }

    fn assignments(&self) -> Table {
        let header = [
            "teacherSourcedId",
            "evaluatorSourcedId",
            "orgSourcedId",
            "beginDate",
        ];
        let mut table = Table::new("evaluator_assignments", &header);
        let begins = self.caseloads_begin.to_string();
        let assigned = |person: &Member| {
            Some((
                person.source_id.clone(),
                person.evaluator.clone()?,
                person.schools.first()?.clone(),
            ))
        };
        for (teacher, evaluator, school) in self.people.iter().filter_map(assigned) {
            table.row(&[
                ("teacherSourcedId", &teacher),
                ("evaluatorSourcedId", &evaluator),
                ("orgSourcedId", &school),
                ("beginDate", &begins),
            ]);
        }
        table
    }

    fn ratings(&self) -> Table {
        let mut table = Table::new(
            "prior_ratings",
            &["teacherSourcedId", "schoolYear", "rating"],
        );
        for person in &self.people {
            for rating in &person.ratings {
                table.row(&[
                    ("teacherSourcedId", &person.source_id),
                    ("schoolYear", &rating.year),
                    ("rating", rating.rating),
                ]);
            }
        }
        table
    }
}
