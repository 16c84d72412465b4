//! One CSV file as rows of named cells. Tolerates what is harmless in real files and notes it; line numbers are
//! those of an editor, also after quoted newlines.

use super::files::Files;
use super::{encoding, values};
use domain::people::roster::{Mode, ProblemKind, Problems, Said};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What a file's columns are, in the order of the standard.
pub(crate) struct Columns {
    pub all: &'static [&'static str],
    /// A value is needed in every row.
    pub required: &'static [&'static str],
    /// Never looked at, only told that they were filled.
    pub dropped: &'static [&'static str],
    /// OneRoster: `status` and `dateLastModified` follow the mode, `metadata.` columns may follow at the end.
    pub oneroster: bool,
}

pub(crate) struct Row {
    pub line: u32,
    cells: csv::StringRecord,
}

pub(crate) struct Sheet {
    /// Its name in the standard, such as `users.csv`.
    pub file: String,
    pub mode: Mode,
    pub rows: Vec<Row>,
    at: BTreeMap<String, usize>,
}

/// Longest value; what is longer comes from a quote that nobody closed.
const LONGEST_VALUE: usize = 2_000;

/// Typing errors in headers of real files (`interchange.md` 1.3).
const TYPOS: [(&str, &str); 3] = [
    ("datalastmodified", "dateLastModified"),
    ("prefferedgivenname", "preferredGivenName"),
    ("prefferedfamilyname", "preferredFamilyName"),
];

impl Sheet {
    /// Opens a file that the manifest names (or that is simply there, for HR). `None` when it is not there or
    /// cannot be read; the problems say which.
    pub fn open(
        files: &Files,
        name: &'static str,
        columns: &Columns,
        mode: Mode,
        problems: &mut Problems,
    ) -> Option<Self> {
        if mode == Mode::Absent {
            return None;
        }
        let (own_name, bytes) = files.get(name)?;
        let file = format!("{name}.csv");
        if own_name != file {
            problems.tell(ProblemKind::FileNameSpelling, &file, 0, "", own_name);
        }
        let text = encoding::decode(&file, bytes, problems)?;
        let mut rows = split(&text, &file, problems)?.into_iter();
        let Some(header) = rows.next() else {
            problems.tell(ProblemKind::FileEmpty, &file, 0, "", "");
            return None;
        };
        let width = header.cells.len();
        let at = match_header(&header, columns, mode, &file, problems)?;
        let mut sheet = Self {
            file,
            mode,
            rows: vec![],
            at,
        };
        for row in rows {
            sheet.take(row, width, problems);
        }
        if sheet.rows.is_empty() && columns.oneroster {
            let kind = if mode == Mode::Bulk {
                ProblemKind::FileEmpty
            } else {
                ProblemKind::EmptyDelta
            };
            problems.tell(kind, &sheet.file, 0, "", "");
        }
        sheet.note_dropped(columns, problems);
        Some(sheet)
    }

    fn take(&mut self, row: Row, width: usize, problems: &mut Problems) {
        let filled = |cell: &str| !cell.trim().is_empty();
        if !row.cells.iter().any(filled) {
            return;
        }
        let longer = row.cells.iter().skip(width).any(filled);
        // Values are not shown here: nobody knows yet whose row it is.
        if row.cells.iter().any(|cell| cell.len() > LONGEST_VALUE) {
            problems.tell(ProblemKind::ValueTooLong, &self.file, row.line, "", "");
        } else if row.cells.len() < width || longer {
            problems.tell(
                ProblemKind::RowLength,
                &self.file,
                row.line,
                "",
                &row.cells.len().to_string(),
            );
        }
        if row.cells.len() > width && !longer {
            problems.tell(ProblemKind::ColumnUnnamed, &self.file, row.line, "", "");
        }
        self.rows.push(row);
    }

    fn note_dropped(&self, columns: &Columns, problems: &mut Problems) {
        for column in columns.dropped {
            let filled = self
                .rows
                .iter()
                .find(|row| !self.raw(row, column).is_empty());
            if let Some(row) = filled {
                problems.tell(ProblemKind::ColumnDropped, &self.file, row.line, column, "");
            }
        }
    }

    /// Whether there is such a column.
    pub fn has(&self, column: &str) -> bool {
        self.at.contains_key(&column.to_ascii_lowercase())
    }

    /// A cell without its outer blanks; nothing is noted.
    pub fn raw<'r>(&self, row: &'r Row, column: &str) -> &'r str {
        let cell = self
            .at
            .get(&column.to_ascii_lowercase())
            .and_then(|at| row.cells.get(*at));
        cell.unwrap_or_default().trim()
    }

    /// The cells of a row, read with notes and errors.
    pub fn cells<'s>(&'s self, row: &'s Row, problems: &'s mut Problems) -> Cells<'s> {
        Cells {
            sheet: self,
            row,
            problems,
        }
    }
}

fn split(text: &str, file: &str, problems: &mut Problems) -> Option<Vec<Row>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let bytes = text.as_bytes();
    let (mut rows, mut line, mut counted) = (vec![], 1_u32, 0_usize);
    for record in reader.records() {
        let Ok(cells) = record else {
            problems.tell(ProblemKind::NotText, file, 0, "", "");
            return None;
        };
        let start = cells
            .position()
            .map_or(counted, |at| usize::try_from(at.byte()).unwrap_or(counted));
        // The reader's place may be before the line end of the row above and before empty lines.
        let mut start = start.max(counted);
        while bytes
            .get(start)
            .is_some_and(|byte| matches!(byte, b'\r' | b'\n'))
        {
            start += 1;
        }
        line = line.saturating_add(line_ends(&bytes[counted..start]));
        counted = start;
        rows.push(Row { line, cells });
    }
    Some(rows)
}

/// Line ends in a piece that ends at the beginning of a line: LF, CRLF or CR.
fn line_ends(bytes: &[u8]) -> u32 {
    let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    u32::try_from(ends.count()).unwrap_or(u32::MAX)
}

fn match_header(
    header: &Row,
    columns: &Columns,
    mode: Mode,
    file: &str,
    problems: &mut Problems,
) -> Option<BTreeMap<String, usize>> {
    let mut at = BTreeMap::new();
    let mut order = vec![];
    let errors = problems.errors;
    for (index, cell) in header.cells.iter().enumerate() {
        let name = cell.trim();
        let lower = name.to_ascii_lowercase();
        if name.is_empty() {
            problems.tell(ProblemKind::ColumnUnnamed, file, header.line, "", "");
            continue;
        }
        let typo = TYPOS
            .iter()
            .find(|(typo, _)| *typo == lower)
            .map(|(_, right)| *right);
        let place = columns
            .all
            .iter()
            .position(|one| one.eq_ignore_ascii_case(typo.unwrap_or(name)));
        let key = place.map_or(lower.clone(), |place| {
            columns.all[place].to_ascii_lowercase()
        });
        if let Some(place) = place {
            order.push(place);
            if columns.all[place] != name {
                problems.tell(
                    ProblemKind::HeaderSpelling,
                    file,
                    header.line,
                    columns.all[place],
                    cell,
                );
            }
        } else if !(columns.oneroster && lower.starts_with("metadata.")) {
            problems.tell(ProblemKind::ColumnExtra, file, header.line, name, "");
        }
        if at.insert(key, index).is_some() {
            problems.tell(ProblemKind::ColumnTwice, file, header.line, name, "");
        }
    }
    for column in columns.all {
        if at.contains_key(&column.to_ascii_lowercase()) {
            continue;
        }
        let by_mode = mode == Mode::Delta && columns.oneroster && MARKS.contains(column);
        if columns.required.contains(column) || by_mode {
            problems.tell(ProblemKind::ColumnMissing, file, header.line, column, "");
        } else if columns.oneroster && !columns.dropped.contains(column) {
            problems.tell(
                ProblemKind::ColumnOptionalMissing,
                file,
                header.line,
                column,
                "",
            );
        }
    }
    if columns.oneroster && !order.is_sorted() {
        problems.tell(ProblemKind::ColumnOrder, file, header.line, "", "");
    }
    (problems.errors == errors).then_some(at)
}

/// The two columns that a delta needs and a bulk file leaves empty.
const MARKS: [&str; 2] = ["status", "dateLastModified"];

/// What a row is, by its `status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Active,
    ToBeDeleted,
}

/// The cells of one row. Everything odd about a value is told with its place.
pub(crate) struct Cells<'s> {
    sheet: &'s Sheet,
    row: &'s Row,
    problems: &'s mut Problems,
}

impl Cells<'_> {
    pub fn tell(&mut self, kind: ProblemKind, column: &str, value: &str) {
        self.problems
            .tell(kind, &self.sheet.file, self.row.line, column, value);
    }

    pub fn line(&self) -> u32 {
        self.row.line
    }

    /// The value on one line and without outer blanks; empty where there is none.
    pub fn text(&mut self, column: &str) -> String {
        let place = self.sheet.at.get(&column.to_ascii_lowercase());
        let cell = place
            .and_then(|at| self.row.cells.get(*at))
            .unwrap_or_default();
        let trimmed = cell.trim();
        if trimmed.len() != cell.len() {
            self.tell(ProblemKind::SpacesTrimmed, column, "");
        }
        if !trimmed.contains(char::is_control) {
            return trimmed.to_owned();
        }
        self.tell(ProblemKind::NewlineInValue, column, trimmed);
        trimmed
            .split(char::is_control)
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Like [`Self::text`]; a blank one is an error.
    pub fn required(&mut self, column: &str) -> String {
        let text = self.text(column);
        if text.is_empty() {
            self.tell(ProblemKind::ValueMissing, column, "");
        }
        text
    }

    /// What the file says, if it has the column.
    pub fn said(&mut self, column: &str) -> Said<String> {
        if self.sheet.has(column) {
            Said::This(self.text(column))
        } else {
            Said::Nothing
        }
    }

    /// A name; one that a spreadsheet would take for a formula is kept as written, and told.
    pub fn name(&mut self, column: &str) -> String {
        let name = self.text(column);
        if values::is_formula(&name) {
            self.tell(ProblemKind::Formula, column, &name);
        }
        name
    }

    /// A value that must be one of a kind; blank is read too.
    pub fn read<T>(
        &mut self,
        column: &str,
        read: impl Fn(&str) -> Result<T, ProblemKind>,
    ) -> Option<T> {
        let text = self.text(column);
        read(&text)
            .map_err(|kind| self.tell(kind, column, &text))
            .ok()
    }

    /// Like [`Self::said`], read; an unreadable value says nothing and is an error.
    pub fn said_read<T>(
        &mut self,
        column: &str,
        read: impl Fn(&str) -> Result<T, ProblemKind>,
    ) -> Said<T> {
        if !self.sheet.has(column) {
            return Said::Nothing;
        }
        self.read(column, read).map_or(Said::Nothing, Said::This)
    }

    /// A value with a note about its spelling.
    fn noted<T>(
        &mut self,
        column: &str,
        read: impl Fn(&str) -> Result<(T, Option<ProblemKind>), ProblemKind>,
    ) -> Option<T> {
        let text = self.text(column);
        match read(&text) {
            Ok((value, note)) => {
                note.into_iter()
                    .for_each(|kind| self.tell(kind, column, &text));
                Some(value)
            }
            Err(kind) => {
                self.tell(kind, column, &text);
                None
            }
        }
    }

    /// A date; blank is none.
    pub fn date(&mut self, column: &str) -> Option<Date> {
        if self.sheet.raw(self.row, column).is_empty() {
            None
        } else {
            self.noted(column, values::date)
        }
    }

    /// Like [`Self::said`], a date.
    pub fn said_date(&mut self, column: &str) -> Said<Option<Date>> {
        if self.sheet.has(column) {
            Said::This(self.date(column))
        } else {
            Said::Nothing
        }
    }

    /// A date that every row needs.
    pub fn required_date(&mut self, column: &str) -> Option<Date> {
        if self.required(column).is_empty() {
            None
        } else {
            self.date(column)
        }
    }

    /// `true` or `false`, needed in every row.
    pub fn boolean(&mut self, column: &str) -> bool {
        !self.required(column).is_empty() && self.noted(column, values::boolean).unwrap_or(false)
    }

    /// Active or to be deleted. A delta must say it; a bulk file must not, and is read all the same.
    pub fn standing(&mut self) -> Standing {
        let delta = self.sheet.mode == Mode::Delta;
        let status = if delta {
            self.required("status")
        } else {
            self.text("status")
        };
        if delta {
            if !self.required("dateLastModified").is_empty() {
                self.noted("dateLastModified", values::moment);
            }
        } else {
            for column in MARKS {
                if !self.sheet.raw(self.row, column).is_empty() {
                    self.tell(ProblemKind::StatusInBulk, column, "");
                }
            }
        }
        match status.to_ascii_lowercase().as_str() {
            "" | "active" => Standing::Active,
            "tobedeleted" => {
                if !delta {
                    self.tell(ProblemKind::DeletedInBulk, "status", "");
                }
                Standing::ToBeDeleted
            }
            _ => {
                self.tell(ProblemKind::ValueUnknown, "status", &status);
                Standing::Active
            }
        }
    }
}
