//! Questions: the topics that people ask about, which office answers each unless the district names a person, and
//! within how many school days.

use serde::{Deserialize, Serialize};

use crate::reading::Section;
use crate::{Fault, Known, Text};

/// A topic of questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Topic {
    /// Such as `ratings`; `other` takes what fits no other.
    pub id: String,
    pub label: Text,
    /// What belongs to it, in one line.
    pub about: Text,
    /// Pages that belong to it, by the word in their addresses.
    pub pages: Vec<String>,
    /// Which office answers where nobody is named.
    pub desk: Desk,
    /// School days from the question to the day on which an answer is due.
    pub due: u32,
    pub known: Known,
    pub source: String,
}

/// The office that answers a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Desk {
    /// The HR school partner of the asker's school.
    HrPartner,
    PerformanceOffice,
    Administrator,
}

/// The topic that takes what fits no other.
pub(crate) const OTHER: &str = "other";

/// Words of addresses that a topic may claim.
const PAGES: [&str; 19] = [
    "my-year",
    "caseload",
    "school",
    "counts",
    "observations",
    "professionalism",
    "measures",
    "conversations",
    "messages",
    "rationale",
    "rating",
    "status",
    "recommendation",
    "history",
    "people",
    "roster",
    "year",
    "outbox",
    "record",
];

impl Topic {
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        section.mark(format!("topic {id}"), "id");
        let pages = section.strings("pages");
        for page in &pages {
            if !PAGES.contains(&page.as_str()) {
                section.note_key(
                    "pages",
                    Fault::UnknownId {
                        key: "pages".to_owned(),
                        value: page.clone(),
                    },
                );
            }
            section.mark(format!("page {page}"), "pages");
        }
        Self {
            label: section.text("label"),
            about: section.text("about"),
            desk: section.choice(
                "desk",
                &[
                    ("hr_partner", Desk::HrPartner),
                    ("performance_office", Desk::PerformanceOffice),
                    ("administrator", Desk::Administrator),
                ],
            ),
            due: section.number("due"),
            id,
            pages,
            known,
            source,
        }
    }
}
