//! What one audience has said in a round so far. An answer has no form of its own in it: its marks become counts, each
//! question apart, and its text stands among the texts in the order of the alphabet. So what is kept is the same in
//! whatever order people answered, and a mark does not lead to a text.

use super::LONGEST_TEXT;
use crate::Refusal;
use crate::text::{self, Field};
use policy::FeedbackSheet;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What one person says: on its way, never kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The chosen label of each question.
    pub marks: BTreeMap<String, String>,
    /// May be empty.
    pub text: String,
}

impl Answer {
    /// The answer as it counts: every question of the sheet with one of its labels, and nothing else.
    ///
    /// # Errors
    /// [`Refusal::QuestionUnanswered`] for a question without a label of its own, [`Refusal::TooLong`] for a text over
    /// [`LONGEST_TEXT`].
    pub fn checked(self, sheet: &FeedbackSheet) -> Result<Self, Refusal> {
        let mut marks = BTreeMap::new();
        for question in &sheet.questions {
            let mark = self.marks.get(&question.id);
            let label = question
                .labels
                .iter()
                .find(|label| Some(&label.id) == mark)
                .ok_or(Refusal::QuestionUnanswered)?;
            marks.insert(question.id.clone(), label.id.clone());
        }
        let text = text::optional(Field::Feedback, &self.text)?;
        if text.chars().count() > LONGEST_TEXT {
            return Err(Refusal::TooLong {
                field: Field::Feedback,
                longest: LONGEST_TEXT,
            });
        }
        Ok(Self { marks, text })
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gathered {
    /// How many people answered.
    pub answers: u64,
    /// How many chose each label, by question.
    pub marks: BTreeMap<String, BTreeMap<String, u64>>,
    /// In the order of the alphabet.
    pub texts: Vec<String>,
    /// Fingerprints of the forms that were taken, so that a form sent twice counts once. A form's token is drawn when the
    /// form is shown and kept nowhere else.
    pub forms: BTreeSet<String>,
}

impl Gathered {
    /// Takes an answer; `false` where its form was taken before.
    pub fn take(&mut self, form: String, answer: Answer) -> bool {
        if !self.forms.insert(form) {
            return false;
        }
        self.answers += 1;
        for (question, label) in answer.marks {
            *self
                .marks
                .entry(question)
                .or_default()
                .entry(label)
                .or_default() += 1;
        }
        if !answer.text.is_empty() {
            let place = self.texts.partition_point(|text| *text < answer.text);
            self.texts.insert(place, answer.text);
        }
        true
    }

    /// How many chose a label.
    pub fn count(&self, question: &str, label: &str) -> u64 {
        self.marks
            .get(question)
            .and_then(|labels| labels.get(label))
            .copied()
            .unwrap_or(0)
    }
}
