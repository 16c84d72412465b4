//! Reads ratings of earlier years from one CSV file, our own format (docs/running.md). Used by `ratings import` and by
//! the office's page; the outcome is planned in `domain::status::earlier`.

use crate::roster::Files;
use crate::roster::sheet::{Cells, Columns, Sheet};
use crate::roster::values;
use domain::people::Service;
use domain::people::roster::{Mode, ProblemKind, shown};
use domain::status::earlier::{File, Row};

/// The columns, in the order of the template.
pub const COLUMNS: [&str; 7] = [
    "employeeId",
    "teacherSourcedId",
    "schoolYear",
    "rating",
    "service",
    "employmentStatus",
    "district",
];

const SHEET: Columns = Columns {
    all: &COLUMNS,
    required: &["schoolYear", "rating"],
    dropped: &[],
    oneroster: false,
};

/// Longest name of another district, in characters.
const LONGEST_DISTRICT: usize = 120;

/// An empty file to be filled in: the header and nothing else.
pub fn template() -> String {
    format!("{}\r\n", COLUMNS.join(","))
}

/// Reads a file. `rating` tells what a cell of the rating column means: a rating of the pack or no score, and `None`
/// for what it cannot be.
pub fn read(name: &str, bytes: Vec<u8>, rating: impl Fn(&str) -> Option<Option<String>>) -> File {
    let files = Files::from_entries([("prior_ratings.csv".to_owned(), bytes)]);
    let mut file = File {
        fingerprint: files.fingerprint(),
        name: shown(name),
        problems: files.problems().clone(),
        ..File::default()
    };
    if let Some(sheet) = Sheet::open(
        &files,
        "prior_ratings",
        &SHEET,
        Mode::Bulk,
        &mut file.problems,
    ) {
        if !sheet.has("employeeId") && !sheet.has("teacherSourcedId") {
            file.problems.tell(
                ProblemKind::NoTeacherColumn,
                &sheet.file,
                1,
                "employeeId",
                "",
            );
        } else {
            file.count = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
            file.rows = sheet
                .rows
                .iter()
                .filter_map(|line| row(&mut sheet.cells(line, &mut file.problems), &rating))
                .collect();
        }
        if sheet.rows.is_empty() {
            file.problems
                .tell(ProblemKind::FileEmpty, &sheet.file, 0, "", "");
        }
    }
    // The person knows the file by the name under which it was sent.
    for problem in &mut file.problems.list {
        problem.file.clone_from(&file.name);
    }
    file.problems.sort();
    file
}

fn row(cells: &mut Cells<'_>, rating: &impl Fn(&str) -> Option<Option<String>>) -> Option<Row> {
    let (employee, source_id) = (cells.text("employeeId"), cells.text("teacherSourcedId"));
    let named = !employee.is_empty() || !source_id.is_empty();
    if !named {
        cells.tell(ProblemKind::ValueMissing, "employeeId", "");
    }
    let year = cells.required("schoolYear");
    let year = if year.is_empty() {
        None
    } else {
        cells.read("schoolYear", values::school_year)
    };
    let said = cells.required("rating");
    let rated = rating(&said).filter(|_| !said.is_empty());
    if rated.is_none() && !said.is_empty() {
        cells.tell(ProblemKind::RatingUnknown, "rating", &said);
    }
    let service = cells.read("service", service);
    let class = cells.read("employmentStatus", values::employment);
    let district = cells.name("district");
    let short = district.chars().count() <= LONGEST_DISTRICT;
    if !short {
        cells.tell(ProblemKind::ValueTooLong, "district", "");
    }
    Some(Row {
        line: cells.line(),
        employee,
        source_id,
        year: year.filter(|_| named && short)?,
        rating: rated?,
        service: service?,
        class: class?,
        district,
    })
}

fn service(text: &str) -> Result<Service, ProblemKind> {
    match text.to_lowercase().as_str() {
        "" | "full" => Ok(Service::Full),
        "late" => Ok(Service::Late),
        "interrupted" => Ok(Service::Interrupted),
        _ => Err(ProblemKind::ValueUnknown),
    }
}
