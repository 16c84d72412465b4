//! What people may type: limits and cleaning that every room applies in the same way.

use crate::Refusal;
use serde::{Deserialize, Serialize};

/// The longest text of one field, in characters. A page of prose has about 3,000.
pub const LONGEST: usize = 20_000;

/// Which field a refusal speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Reason,
    Answer,
    Focus,
    Evidence,
    Note,
    Promise,
    Place,
    Rationale,
    Message,
    Subject,
    GoalTitle,
    Label,
    Preparation,
    Feedback,
    Title,
    Summary,
    Page,
    Question,
}

impl Field {
    pub const ALL: [Self; 18] = [
        Self::Reason,
        Self::Answer,
        Self::Focus,
        Self::Evidence,
        Self::Note,
        Self::Promise,
        Self::Place,
        Self::Rationale,
        Self::Message,
        Self::Subject,
        Self::GoalTitle,
        Self::Label,
        Self::Preparation,
        Self::Feedback,
        Self::Title,
        Self::Summary,
        Self::Page,
        Self::Question,
    ];

    /// The part of its key in the texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reason => "reason",
            Self::Answer => "answer",
            Self::Focus => "focus",
            Self::Evidence => "evidence",
            Self::Note => "note",
            Self::Promise => "promise",
            Self::Place => "place",
            Self::Rationale => "rationale",
            Self::Message => "message",
            Self::Subject => "subject",
            Self::GoalTitle => "goal-title",
            Self::Label => "label",
            Self::Preparation => "preparation",
            Self::Feedback => "feedback",
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Page => "page",
            Self::Question => "question",
        }
    }
}

/// The text as it is kept: line ends made one kind, control characters out, outer blanks trimmed.
///
/// # Errors
/// [`Refusal::TooLong`] over [`LONGEST`] characters.
pub fn optional(field: Field, text: &str) -> Result<String, Refusal> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text
        .chars()
        .filter(|c| *c == '\n' || *c == '\t' || !c.is_control())
        .collect();
    let kept = kept.trim();
    if kept.chars().count() > LONGEST {
        return Err(Refusal::TooLong {
            field,
            longest: LONGEST,
        });
    }
    Ok(kept.to_owned())
}

/// Like [`optional`], and something must be left.
///
/// # Errors
/// [`Refusal::Empty`] when nothing is written, [`Refusal::TooLong`] as above.
pub fn required(field: Field, text: &str) -> Result<String, Refusal> {
    let kept = optional(field, text)?;
    if kept.is_empty() {
        Err(Refusal::Empty { field })
    } else {
        Ok(kept)
    }
}

/// A text as searches compare it: lower case and without marks, so that `dvorak` finds Dvořák.
pub fn folded(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let marks = unicode_normalization::char::is_combining_mark;
    text.to_lowercase().nfd().filter(|c| !marks(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn names_are_found_without_their_marks() {
        assert_eq!(folded("Hana Dvořák"), "hana dvorak");
        assert_eq!(folded("Nguyễn Thảo"), "nguyen thao");
        assert_eq!(folded("李 秀英"), "李 秀英");
    }
}
