//! `orgs.csv`: schools, departments, the district; and the check of `academicSessions.csv`, of which nothing is kept,
//! because the administrator enters the year (`interchange.md` 1.1).

use super::sheet::{Columns, Sheet, Standing};
use domain::people::roster::{Gone, Mode, ProblemKind, Problems, SchoolRow, Table};
use domain::people::school::SchoolKind;
use std::collections::BTreeSet;

pub(super) const COLUMNS: Columns = Columns {
    all: &[
        "sourcedId",
        "status",
        "dateLastModified",
        "name",
        "type",
        "identifier",
        "parentSourcedId",
    ],
    required: &["sourcedId", "name", "type"],
    dropped: &[],
    oneroster: true,
};

pub(super) const SESSION_COLUMNS: Columns = Columns {
    all: &[
        "sourcedId",
        "status",
        "dateLastModified",
        "title",
        "type",
        "startDate",
        "endDate",
        "parentSourcedId",
        "schoolYear",
    ],
    required: &[
        "sourcedId",
        "title",
        "type",
        "startDate",
        "endDate",
        "schoolYear",
    ],
    dropped: &[],
    oneroster: true,
};

pub(super) fn read(sheet: &Sheet, problems: &mut Problems) -> Table<SchoolRow> {
    let mut table = Table {
        mode: sheet.mode,
        rows: vec![],
        gone: vec![],
    };
    let mut seen = BTreeSet::new();
    for row in &sheet.rows {
        let mut cells = sheet.cells(row, problems);
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
        let name = cells.name("name");
        if name.is_empty() {
            cells.tell(ProblemKind::ValueMissing, "name", "");
        }
        let kind = cells.read("type", kind).unwrap_or_default();
        let identifier = cells.text("identifier");
        let parent = cells.text("parentSourcedId");
        table.rows.push(SchoolRow {
            line: row.line,
            source_id,
            name,
            kind,
            identifier,
            parent,
        });
    }
    table
}

/// The standard's `local`, `state` and `national` stand above schools, as a district does.
fn kind(text: &str) -> Result<SchoolKind, ProblemKind> {
    match text.to_ascii_lowercase().as_str() {
        "school" => Ok(SchoolKind::School),
        "department" => Ok(SchoolKind::Department),
        "district" | "local" | "state" | "national" => Ok(SchoolKind::District),
        "" => Err(ProblemKind::ValueMissing),
        _ => Err(ProblemKind::ValueUnknown),
    }
}

/// Tells what breaks the format.
pub(super) fn check_sessions(sheet: &Sheet, problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    for row in &sheet.rows {
        let mut cells = sheet.cells(row, problems);
        let source_id = cells.required("sourcedId");
        if cells.standing() == Standing::ToBeDeleted {
            continue;
        }
        for column in ["title", "type", "schoolYear"] {
            cells.required(column);
        }
        cells.required_date("startDate");
        cells.required_date("endDate");
        if !source_id.is_empty() && !seen.insert(source_id.clone()) {
            cells.tell(ProblemKind::SourcedIdRepeated, "sourcedId", &source_id);
        }
    }
}
