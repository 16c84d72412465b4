//! What is wrong with a roster file, row by row: one typed list. Pages and the command line word each from
//! `text/<language>/roster.ftl` by `roster-problem-<key>` and `roster-mend-<key>`; a test walks the list.
//! Never holds a value of a student's row.

use crate::refusal::Argument;
use serde::{Deserialize, Serialize};

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Breaks the format or a reference; nothing is applied while one stands.
    Error,
    /// Applied, and somebody should mend it.
    Warning,
    /// A harmless deviation, told once for each file and column with how often it was met.
    Note,
}

impl Severity {
    /// The part of its key in the texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

macro_rules! kinds {
    ($($severity:ident { $($(#[$doc:meta])* $name:ident => $key:literal),* $(,)? })*) => {
        /// What is wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum ProblemKind { $($($(#[$doc])* #[serde(rename = $key)] $name,)*)* }

        impl ProblemKind {
            /// Every kind, gravest first.
            pub const ALL: &[Self] = &[$($(Self::$name,)*)*];

            /// Its key in the texts, without the leading `roster-problem-`.
            pub fn key(self) -> &'static str {
                match self { $($(Self::$name => $key,)*)* }
            }

            pub fn severity(self) -> Severity {
                match self { $($(Self::$name => Severity::$severity,)*)* }
            }
        }
    };
}

// `interchange.md` 1.1 (rules of the format), 1.3 (deviations met in real files) and 1.5 (the HR supplement).
kinds! {
    Error {
        NotAZip => "not-a-zip",
        ZipTooLarge => "zip-too-large",
        ZipTooManyFiles => "zip-too-many-files",
        ZipPath => "zip-path",
        FileTooLarge => "file-too-large",
        FileTwice => "file-twice",
        NotText => "not-text",
        NoManifest => "no-manifest",
        ManifestUnreadable => "manifest-unreadable",
        VersionUnknown => "version-unknown",
        ModeUnknown => "mode-unknown",
        MicrosoftSds => "microsoft-sds",
        FileMissing => "file-missing",
        FileEmpty => "file-empty",
        ColumnMissing => "column-missing",
        ColumnTwice => "column-twice",
        RowLength => "row-length",
        ValueTooLong => "value-too-long",
        ValueMissing => "value-missing",
        ValueUnknown => "value-unknown",
        DateUnreadable => "date-unreadable",
        SourcedIdRepeated => "sourced-id-repeated",
        ParentUnknown => "parent-unknown",
        ParentCircle => "parent-circle",
        HomeUnknown => "home-unknown",
        RolePersonUnknown => "role-person-unknown",
        RoleSchoolUnknown => "role-school-unknown",
        AssignmentTeacherUnknown => "assignment-teacher-unknown",
        AssignmentEvaluatorUnknown => "assignment-evaluator-unknown",
        AssignmentSchoolUnknown => "assignment-school-unknown",
        AssignmentOwnEvaluator => "assignment-own-evaluator",
        NoTeacherColumn => "no-teacher-column",
        RatingUnknown => "rating-unknown",
        RatingTeacherUnknown => "rating-teacher-unknown",
        /// Number and sourcedId name two people.
        RatingOfTwo => "rating-of-two",
        /// Two rows say different things of one teacher's year.
        RatingTwice => "rating-twice",
        RatingYearNotOver => "rating-year-not-over",
    }
    Warning {
        EmailMissing => "email-missing",
        EmailUnreadable => "email-unreadable",
        EmailShared => "email-shared",
        /// One human, two records: taken for one person, listed for merging.
        TwoRecords => "two-records",
        /// Two records with one number whose names and e-mails differ: kept apart.
        NumberOfTwo => "number-of-two",
        NumberChanged => "number-changed",
        SourcedIdReused => "sourced-id-reused",
        DisabledWithRole => "disabled-with-role",
        DeletedUnknown => "deleted-unknown",
        HomeWithoutRole => "home-without-role",
        /// Not known to be staff, so not read.
        WithoutRole => "without-role",
        RoleEndsBeforeItBegins => "role-ends-before-it-begins",
        ProfileOfAnother => "profile-of-another",
        PrincipalWithOtherRole => "principal-with-other-role",
        Formula => "formula",
        HrPersonUnknown => "hr-person-unknown",
        HrNumberDiffers => "hr-number-differs",
        RatingPersonUnknown => "rating-person-unknown",
        RatingReplaces => "rating-replaces",
        AssignmentNotTeachingThere => "assignment-not-teaching-there",
        AssignmentEvaluatorLeft => "assignment-evaluator-left",
        /// The only administrator is kept, or nobody could get in.
        LastAdministrator => "last-administrator",
    }
    Note {
        StudentsRefused => "students-refused",
        DemographicsRefused => "demographics-refused",
        FileIgnored => "file-ignored",
        FileNotNamed => "file-not-named",
        FileNameSpelling => "file-name-spelling",
        ManifestBlank => "manifest-blank",
        ManifestOrder => "manifest-order",
        ByteOrderMark => "byte-order-mark",
        NotUtf8 => "not-utf-8",
        LineEnds => "line-ends",
        HeaderSpelling => "header-spelling",
        ColumnOrder => "column-order",
        ColumnExtra => "column-extra",
        ColumnUnnamed => "column-unnamed",
        ColumnDropped => "column-dropped",
        ColumnOptionalMissing => "column-optional-missing",
        StatusInBulk => "status-in-bulk",
        DeletedInBulk => "deleted-in-bulk",
        EmptyDelta => "empty-delta",
        BooleanSpelling => "boolean-spelling",
        ValueSpelling => "value-spelling",
        DateSpelling => "date-spelling",
        SpacesTrimmed => "spaces-trimmed",
        NewlineInValue => "newline-in-value",
        RoleExtension => "role-extension",
        NumberMissing => "number-missing",
        RatingRepeated => "rating-repeated",
        HandEnteredKept => "hand-entered-kept",
        AssignmentByHand => "assignment-by-hand",
    }
}

/// One problem with its place in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub kind: ProblemKind,
    /// Such as `users.csv`; empty when it is about the package.
    pub file: String,
    /// The line on which the row begins, counted from 1, as an editor counts; 0 for the whole file.
    pub line: u32,
    pub column: String,
    /// The value as it may be shown: short, on one line. Empty where it may not be.
    pub value: String,
    /// How often it was met; above 1 only for notes.
    pub times: u32,
}

/// Longest value shown, in characters.
const LONGEST_SHOWN: usize = 60;

/// A value made safe to show: one line, no control or direction-changing characters, cut when long.
pub fn shown(value: &str) -> String {
    let safe = |c: char| {
        let changes_direction = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || changes_direction {
            ' '
        } else {
            c
        }
    };
    let mut short: String = value.chars().take(LONGEST_SHOWN).map(safe).collect();
    if value.chars().count() > LONGEST_SHOWN {
        short.push('…');
    }
    short.trim().to_owned()
}

impl Problem {
    pub fn new(kind: ProblemKind, file: &str, line: u32, column: &str, value: &str) -> Self {
        let (file, column) = (file.to_owned(), shown(column));
        Self {
            kind,
            file,
            line,
            column,
            value: shown(value),
            times: 1,
        }
    }

    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// Its key in the texts, without the leading `roster-problem-` or `roster-mend-`.
    pub fn key(&self) -> &'static str {
        self.kind.key()
    }

    /// The values that its sentences may use; every kind has the same ones.
    pub fn arguments(&self) -> Vec<(&'static str, Argument)> {
        vec![
            ("file", Argument::Text(self.file.clone())),
            ("line", Argument::Number(i64::from(self.line))),
            ("column", Argument::Text(self.column.clone())),
            ("value", Argument::Text(self.value.clone())),
            ("times", Argument::Number(i64::from(self.times))),
        ]
    }
}

/// Every problem of one reading. Notes are folded; the list is bounded, the counts are not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problems {
    pub list: Vec<Problem>,
    pub errors: u32,
    pub warnings: u32,
    pub notes: u32,
}

/// Most errors and most warnings that are listed one by one.
pub const MOST_LISTED: u32 = 1_000;

impl Problems {
    pub fn add(&mut self, problem: Problem) {
        let listed = match problem.severity() {
            Severity::Error => {
                self.errors += 1;
                self.errors <= MOST_LISTED
            }
            Severity::Warning => {
                self.warnings += 1;
                self.warnings <= MOST_LISTED
            }
            Severity::Note => {
                let same = |old: &&mut Problem| {
                    (old.kind, &old.file, &old.column)
                        == (problem.kind, &problem.file, &problem.column)
                };
                if let Some(old) = self.list.iter_mut().find(same) {
                    old.times += problem.times;
                    return;
                }
                self.notes += 1;
                self.notes <= MOST_LISTED
            }
        };
        if listed {
            self.list.push(problem);
        }
    }

    /// Adds a problem by its parts.
    pub fn tell(&mut self, kind: ProblemKind, file: &str, line: u32, column: &str, value: &str) {
        self.add(Problem::new(kind, file, line, column, value));
    }

    /// Gravest first, then by file and line.
    pub fn sort(&mut self) {
        self.list.sort_by(|a, b| {
            (a.severity(), &a.file, a.line, a.kind).cmp(&(b.severity(), &b.file, b.line, b.kind))
        });
    }
}
