//! The toolkit library: guides, checklists, samples and rules of the year as pages that embed the pack's own values, so
//! that no page contradicts the pack.

mod directive;
mod prose;
mod said;

pub use directive::{Directive, directives};
pub use prose::{Misfit, may_lead, misfits, plain, with_directives, without_fields};
pub use said::searched;

use crate::reading::Section;
use crate::{ConversationKind, Known, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Topics and pages, in the order in which they are shown. Empty in a pack from before this section.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Library {
    pub topics: Vec<LibraryTopic>,
    pub pages: Vec<LibraryPage>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LibraryTopic {
    /// Such as `conversations`.
    pub id: String,
    pub label: Text,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LibraryPage {
    /// Part of its address: small letters, digits and hyphens.
    pub id: String,
    /// Id of a topic.
    pub topic: String,
    pub title: Text,
    /// One sentence under the title in lists.
    pub summary: Text,
    /// Markdown with directives; in a pack files of their own, `library/<id>.<language>.md`.
    #[schemars(skip)]
    pub body: Text,
    pub audience: Vec<Readers>,
    /// Pages of the program that lead here: some of [`PLACES`].
    pub needed_in: Vec<String>,
    pub known: Known,
    pub source: String,
}

/// Who reads a page.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Readers {
    /// Whoever may sign in.
    Everybody,
    Teachers,
    Evaluators,
    /// School leaders.
    Leaders,
    /// HR partners, the performance office and administrators.
    Office,
}

impl Readers {
    pub const ALL: [Self; 5] = [
        Self::Everybody,
        Self::Teachers,
        Self::Evaluators,
        Self::Leaders,
        Self::Office,
    ];

    /// The name in packs, events and texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Teachers => "teachers",
            Self::Evaluators => "evaluators",
            Self::Leaders => "leaders",
            Self::Office => "office",
        }
    }
}

/// Places of the program from which pages of the library are linked.
pub const PLACES: [&str; 14] = [
    "my_year",
    "caseload",
    "school",
    "conversation.beginning",
    "conversation.mid_year",
    "conversation.end_of_year",
    "observation",
    "professionalism",
    "measures",
    "message",
    "rationale",
    "rating",
    "recommendation",
    "year",
];

/// The place of a conversation of this kind; check-ins and follow-ups have none of their own.
pub fn place_of(kind: ConversationKind) -> Option<&'static str> {
    match kind {
        ConversationKind::Beginning => Some("conversation.beginning"),
        ConversationKind::MidYear => Some("conversation.mid_year"),
        ConversationKind::EndOfYear => Some("conversation.end_of_year"),
        ConversationKind::CheckIn | ConversationKind::FollowUp => None,
    }
}

/// Names that addresses of the program use themselves.
const RESERVED: [&str; 2] = ["new", "reviews"];
/// Longest id of a page.
const LONGEST_ID: usize = 60;

/// Whether a text can be a page's id: small letters, digits and single hyphens between them.
pub fn is_page_id(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !RESERVED.contains(&id)
        && !id.is_empty()
        && id.len() <= LONGEST_ID
        && id.chars().all(plain)
        && !id.starts_with('-')
        && !id.ends_with('-')
        && !id.contains("--")
}

impl Library {
    pub fn page(&self, id: &str) -> Option<&LibraryPage> {
        self.pages.iter().find(|page| page.id == id)
    }

    pub fn topic(&self, id: &str) -> Option<&LibraryTopic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// Reads `library.toml`; the bodies follow from their own files.
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let _ = section.rule_words();
        let topic = |item: &Section<'_>| {
            let id = item.string("id");
            item.mark(format!("library topic {id}"), "id");
            LibraryTopic {
                id,
                label: item.text("label"),
            }
        };
        Self {
            topics: section.list("topic").iter().map(topic).collect(),
            pages: section.list("page").iter().map(LibraryPage::read).collect(),
        }
    }
}

impl LibraryPage {
    fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        for key in ["id", "topic", "audience", "needed_in"] {
            section.mark(format!("library page {id} {key}"), key);
        }
        Self {
            topic: section.string("topic"),
            title: section.text("title"),
            summary: section.text("summary"),
            body: Text::default(),
            audience: section.choices(
                "audience",
                &Readers::ALL.map(|audience| (audience.as_str(), audience)),
            ),
            needed_in: section.strings("needed_in"),
            id,
            known,
            source,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_page_id;

    #[test]
    fn an_id_is_part_of_an_address() {
        for good in ["a", "mid-year-guide", "np-status-2"] {
            assert!(is_page_id(good), "{good}");
        }
        let long = "a".repeat(61);
        for bad in [
            "", "-a", "a-", "a--b", "A", "a b", "a/b", "a.b", "ñ", "new", "reviews", &long,
        ] {
            assert!(!is_page_id(bad), "{bad}");
        }
    }
}
