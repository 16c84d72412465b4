//! The HR supplement, our own format: what OneRoster cannot carry (`interchange.md` 1.5). The same words may come as
//! `metadata.` columns of `users.csv`.

use super::files::Files;
use super::sheet::{Cells, Columns, Sheet};
use super::values;
use domain::people::PriorRating;
use domain::people::roster::{
    AssignmentRow, HrRow, HrWords, Mode, ProblemKind, RatingRow, RosterFile,
};

/// The files' names, without ending.
pub(super) const FILES: [&str; 3] = ["staff_supplement", "prior_ratings", "evaluator_assignments"];

const SUPPLEMENT: Columns = Columns {
    all: &[
        "employeeId",
        "userSourcedId",
        "jobTitle",
        "contentArea",
        "hireDate",
        "fte",
        "employmentStatus",
        "probationaryYear",
    ],
    required: &["employeeId", "userSourcedId", "jobTitle"],
    dropped: &[],
    oneroster: false,
};

const RATINGS: Columns = Columns {
    all: &["teacherSourcedId", "schoolYear", "rating"],
    required: &["teacherSourcedId", "schoolYear", "rating"],
    dropped: &[],
    oneroster: false,
};

const ASSIGNMENTS: Columns = Columns {
    all: &[
        "teacherSourcedId",
        "evaluatorSourcedId",
        "orgSourcedId",
        "beginDate",
    ],
    required: &[
        "teacherSourcedId",
        "evaluatorSourcedId",
        "orgSourcedId",
        "beginDate",
    ],
    dropped: &[],
    oneroster: false,
};

/// Reads whichever of the three files is there.
pub(super) fn read(files: &Files, file: &mut RosterFile) {
    let open = |name, columns, file: &mut RosterFile| {
        let sheet = Sheet::open(files, name, columns, Mode::Bulk, &mut file.problems)?;
        file.counts.insert(
            name.to_owned(),
            u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX),
        );
        Some(sheet)
    };
    let supplement = open("staff_supplement", &SUPPLEMENT, file);
    let ratings = open("prior_ratings", &RATINGS, file);
    let assignments = open("evaluator_assignments", &ASSIGNMENTS, file);
    if let Some(sheet) = &supplement {
        file.hr = sheet
            .rows
            .iter()
            .filter_map(|row| person(&mut sheet.cells(row, &mut file.problems)))
            .collect();
    }
    if let Some(sheet) = &ratings {
        file.ratings = sheet
            .rows
            .iter()
            .filter_map(|row| rating(&mut sheet.cells(row, &mut file.problems)))
            .collect();
    }
    if let Some(sheet) = &assignments {
        let rows = sheet
            .rows
            .iter()
            .filter_map(|row| assignment(&mut sheet.cells(row, &mut file.problems)));
        file.assignments = Some(rows.collect());
    }
}

fn person(cells: &mut Cells<'_>) -> Option<HrRow> {
    let (employee, source_id) = (cells.text("employeeId"), cells.text("userSourcedId"));
    if employee.is_empty() && source_id.is_empty() {
        cells.tell(ProblemKind::ValueMissing, "employeeId", "");
        return None;
    }
    Some(HrRow {
        line: cells.line(),
        employee,
        source_id,
        says: words(cells, ""),
    })
}

fn rating(cells: &mut Cells<'_>) -> Option<RatingRow> {
    let teacher = cells.required("teacherSourcedId");
    let year = cells.read("schoolYear", values::school_year);
    let rating = cells.required("rating");
    let short = rating.chars().count() <= 24;
    if !short {
        cells.tell(ProblemKind::ValueUnknown, "rating", &rating);
    }
    let complete = short && !teacher.is_empty() && !rating.is_empty();
    let row = |year| RatingRow {
        line: cells.line(),
        teacher,
        rating: PriorRating::new(year, rating),
    };
    year.filter(|_| complete).map(row)
}

fn assignment(cells: &mut Cells<'_>) -> Option<AssignmentRow> {
    let teacher = cells.required("teacherSourcedId");
    let evaluator = cells.required("evaluatorSourcedId");
    let school = cells.required("orgSourcedId");
    let begins = cells.required_date("beginDate")?;
    let complete = ![&teacher, &evaluator, &school]
        .iter()
        .any(|id| id.is_empty());
    complete.then(|| AssignmentRow {
        line: cells.line(),
        teacher,
        evaluator,
        school,
        begins,
    })
}

/// What HR says, from columns with or without `metadata.` before their names.
pub(super) fn words(cells: &mut Cells<'_>, prefix: &str) -> HrWords {
    let column = |name: &str| format!("{prefix}{name}");
    HrWords {
        job_title: cells.said(&column("jobTitle")),
        content_area: cells.said(&column("contentArea")),
        hired: cells.said_date(&column("hireDate")),
        fte: cells.said_read(&column("fte"), values::fte),
        employment: cells.said_read(&column("employmentStatus"), values::employment),
        probationary_year: cells.said_read(&column("probationaryYear"), values::probationary_year),
    }
}
