//! What a file changes about a person, field by field, for the dry run and for the history.

use crate::id::SchoolId;
use crate::people::{Employment, Particulars, Position};
use jiff::civil::Date;

/// What changed. Pages name it by `roster-field-<key>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParticularsField {
    GivenName,
    FamilyName,
    PreferredGivenName,
    PreferredFamilyName,
    Email,
    Employee,
    Enabled,
    Pronouns,
    JobTitle,
    ContentArea,
    HomeSchool,
    Hired,
    Fte,
    Employment,
    ProbationaryYear,
    Positions,
    /// SourcedIds and other marks of the roster that no one works with.
    Source,
}

impl ParticularsField {
    pub const ALL: [Self; 17] = [
        Self::GivenName,
        Self::FamilyName,
        Self::PreferredGivenName,
        Self::PreferredFamilyName,
        Self::Email,
        Self::Employee,
        Self::Enabled,
        Self::Pronouns,
        Self::JobTitle,
        Self::ContentArea,
        Self::HomeSchool,
        Self::Hired,
        Self::Fte,
        Self::Employment,
        Self::ProbationaryYear,
        Self::Positions,
        Self::Source,
    ];

    /// The part of its key in the texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::GivenName => "given-name",
            Self::FamilyName => "family-name",
            Self::PreferredGivenName => "preferred-given-name",
            Self::PreferredFamilyName => "preferred-family-name",
            Self::Email => "email",
            Self::Employee => "employee",
            Self::Enabled => "enabled",
            Self::Pronouns => "pronouns",
            Self::JobTitle => "job-title",
            Self::ContentArea => "content-area",
            Self::HomeSchool => "home-school",
            Self::Hired => "hired",
            Self::Fte => "fte",
            Self::Employment => "employment",
            Self::ProbationaryYear => "probationary-year",
            Self::Positions => "positions",
            Self::Source => "source",
        }
    }
}

/// A value before or after; pages write it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    Blank,
    Text(String),
    YesNo(bool),
    Number(u8),
    Date(Date),
    School(SchoolId),
    Employment(Employment),
    Positions(Vec<Position>),
}

/// One field's change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub field: ParticularsField,
    pub old: FieldValue,
    pub new: FieldValue,
}

/// What is different, in the order of [`ParticularsField::ALL`].
pub fn changes(old: &Particulars, new: &Particulars) -> Vec<Change> {
    let values = |field| (value(old, field), value(new, field));
    ParticularsField::ALL
        .into_iter()
        .map(|field| (field, values(field)))
        .filter(|(_, (old, new))| old != new)
        .map(|(field, (old, new))| Change { field, old, new })
        .collect()
}

fn value(says: &Particulars, field: ParticularsField) -> FieldValue {
    let text = |text: &str| {
        if text.is_empty() {
            FieldValue::Blank
        } else {
            FieldValue::Text(text.to_owned())
        }
    };
    match field {
        ParticularsField::GivenName => text(&says.name.given),
        ParticularsField::FamilyName => text(&says.name.family),
        ParticularsField::PreferredGivenName => text(&says.name.preferred_given),
        ParticularsField::PreferredFamilyName => text(&says.name.preferred_family),
        ParticularsField::Email => text(&says.email),
        ParticularsField::Employee => text(&says.employee),
        ParticularsField::Enabled => FieldValue::YesNo(says.enabled),
        ParticularsField::Pronouns => text(&says.pronouns),
        ParticularsField::JobTitle => text(&says.job_title),
        ParticularsField::ContentArea => text(&says.content_area),
        ParticularsField::HomeSchool => says
            .home_school
            .map_or(FieldValue::Blank, FieldValue::School),
        ParticularsField::Hired => says.hired.map_or(FieldValue::Blank, FieldValue::Date),
        ParticularsField::Fte => text(&says.fte),
        ParticularsField::Employment => says
            .employment
            .map_or(FieldValue::Blank, FieldValue::Employment),
        ParticularsField::ProbationaryYear => says
            .probationary_year
            .map_or(FieldValue::Blank, FieldValue::Number),
        ParticularsField::Positions => FieldValue::Positions(says.positions.clone()),
        ParticularsField::Source => {
            let roles = says
                .roles
                .iter()
                .map(|role| format!("{}:{}", role.source_id, role.role));
            let marks = says.source_ids.iter().chain(&says.records).cloned();
            text(&marks.chain(roles).collect::<Vec<_>>().join(" "))
        }
    }
}
