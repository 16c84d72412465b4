//! What people are asked, without their names, after each window of the year.

use serde::{Deserialize, Serialize};

use jiff::ToSpan;
use jiff::civil::Date;

use crate::reading::Section;
use crate::{Fault, Known, Ruled, Text, Window};

/// The section `feedback.toml`. A pack without it asks nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Feedback {
    /// Groups of fewer people are never shown, in rounds and in counts by school.
    pub smallest_cell: Ruled<u32>,
    /// In the order of the year.
    pub rounds: Vec<FeedbackRound>,
    pub known: Known,
    pub source: String,
}

/// One round of questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FeedbackRound {
    /// Such as `mid_year`.
    pub id: String,
    /// The window after which it is asked.
    pub window: String,
    /// Calendar days after the window's last day on which it opens and closes; the last day still counts.
    pub opens_after: u32,
    pub closes_after: u32,
    /// One for each audience.
    pub sheets: Vec<FeedbackSheet>,
}

/// What one audience is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FeedbackSheet {
    pub audience: Audience,
    pub questions: Vec<FeedbackQuestion>,
    /// The one question that is answered in one's own words.
    pub say: Text,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FeedbackQuestion {
    pub id: String,
    pub text: Text,
    pub labels: Vec<FeedbackLabel>,
}

/// One answer that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FeedbackLabel {
    pub id: String,
    pub text: Text,
}

/// Who is asked. Whoever teaches and evaluates is asked as a teacher.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    Teachers,
    Evaluators,
}

impl Audience {
    pub const ALL: [Self; 2] = [Self::Teachers, Self::Evaluators];

    /// The name in packs, events and texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Teachers => "teachers",
            Self::Evaluators => "evaluators",
        }
    }
}

impl Feedback {
    pub fn round(&self, id: &str) -> Option<&FeedbackRound> {
        self.rounds.iter().find(|round| round.id == id)
    }

    /// Reads `feedback.toml`.
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.rule_words();
        let scales: Vec<(String, Vec<FeedbackLabel>)> = section
            .list("scale")
            .iter()
            .map(|scale| {
                let id = scale.string("id");
                scale.mark(format!("feedback scale {id}"), "id");
                let labels = scale.list("labels");
                (id, labels.iter().map(FeedbackLabel::read).collect())
            })
            .collect();
        let questions: Vec<FeedbackQuestion> = section
            .list("question")
            .iter()
            .map(|question| {
                let id = question.string("id");
                question.mark(format!("feedback question {id}"), "id");
                FeedbackQuestion {
                    text: question.text("text"),
                    labels: named(question, "scale", &question.string("scale"), &scales),
                    id,
                }
            })
            .collect();
        let questions: Vec<(String, FeedbackQuestion)> = questions
            .into_iter()
            .map(|question| (question.id.clone(), question))
            .collect();
        Self {
            smallest_cell: section.ruled("smallest_cell", 0, |cell| {
                cell.mark("smallest cell", "value");
                cell.number("value")
            }),
            rounds: section
                .list("round")
                .iter()
                .map(|round| FeedbackRound::read(round, &questions))
                .collect(),
            known,
            source,
        }
    }
}

/// What a key names among things that were read before; nothing, noted, where it names none.
fn named<T: Clone + Default>(
    section: &Section<'_>,
    key: &str,
    id: &str,
    known: &[(String, T)],
) -> T {
    let found = known.iter().find(|(name, _)| name == id);
    if found.is_none() && !id.is_empty() {
        section.note_key(
            key,
            Fault::UnknownId {
                key: key.to_owned(),
                value: id.to_owned(),
            },
        );
    }
    found.map(|(_, it)| it.clone()).unwrap_or_default()
}

impl FeedbackLabel {
    fn read(section: &Section<'_>) -> Self {
        Self {
            id: section.string("id"),
            text: section.languages("labels"),
        }
    }
}

impl FeedbackRound {
    fn read(section: &Section<'_>, questions: &[(String, FeedbackQuestion)]) -> Self {
        let id = section.string("id");
        section.mark(format!("round {id}"), "id");
        section.mark(format!("round {id} window"), "window");
        section.mark(format!("round {id} closes"), "closes_after");
        Self {
            window: section.string("window"),
            opens_after: section.number("opens_after"),
            closes_after: section.number("closes_after"),
            sheets: section
                .list("sheets")
                .iter()
                .map(|sheet| FeedbackSheet::read(sheet, &id, questions))
                .collect(),
            id,
        }
    }

    /// The first and the last day of the round, by the window that it follows.
    pub fn days(&self, window: &Window) -> (Date, Date) {
        let after = |days: u32| window.closes.saturating_add(i64::from(days).days());
        (after(self.opens_after), after(self.closes_after))
    }

    pub fn sheet(&self, audience: Audience) -> Option<&FeedbackSheet> {
        self.sheets.iter().find(|sheet| sheet.audience == audience)
    }
}

impl FeedbackSheet {
    fn read(section: &Section<'_>, round: &str, questions: &[(String, FeedbackQuestion)]) -> Self {
        let choices = Audience::ALL.map(|audience| (audience.as_str(), audience));
        let audience = section.choice("audience", &choices);
        section.mark(format!("sheet {round} {}", audience.as_str()), "questions");
        Self {
            audience,
            questions: section
                .strings("questions")
                .iter()
                .map(|id| named(section, "questions", id, questions))
                .collect(),
            say: section.text("say"),
        }
    }
}
