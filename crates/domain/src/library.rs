//! A page of the toolkit library in one year: the pack's text until the office publishes its own. One office person
//! proposes, another reads and publishes; every version is kept, and the pack's text can be returned to.

mod answers;
mod files;
mod shown;

pub use answers::{is_answer, of_answer};
pub use files::digest;
pub use policy::Readers;
pub use shown::{Origin, Shelf, Shown, of_pack, shelf};

use crate::Refusal;
use crate::id::{PersonId, YearId};
use crate::text::{self, Field};
use crate::thing::Context;
use jiff::{Timestamp, civil::Date};
use policy::{Pack, Text};
use serde::{Deserialize, Serialize};

/// Most files beside a page.
pub const MOST_FILES: usize = 10;
/// Largest file beside a page, in bytes.
pub const LARGEST_FILE: u64 = 10 * 1024 * 1024;
/// Longest title and summary, in characters.
const LONGEST_TITLE: usize = 120;
const LONGEST_SUMMARY: usize = 300;

/// The stream of one page in one year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub year: Option<YearId>,
    pub id: String,
    /// What was published, oldest first; empty while the pack's text was never touched.
    pub versions: Vec<Version>,
    pub proposal: Option<Proposal>,
    /// The last proposal that was not published, so that its author finds the reason.
    pub declined: Option<Declined>,
}

/// A page as the office writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    pub topic: String,
    pub title: Text,
    pub summary: Text,
    /// Markdown with directives of the pack.
    pub body: Text,
    pub audience: Vec<Readers>,
    #[serde(default)]
    pub files: Vec<Attachment>,
}

/// A file beside a page. Its bytes are kept by their digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    pub name: String,
    pub kind: FileKind,
    /// In bytes.
    pub size: u64,
    /// SHA-256 of the bytes, hexadecimal.
    pub digest: String,
}

/// Kinds of files that are taken, known by their first bytes and never by their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    Pdf,
    Png,
    Jpeg,
    /// Word, Excel and PowerPoint of today.
    Docx,
    Xlsx,
    Pptx,
    Text,
}

impl FileKind {
    pub const ALL: [Self; 7] = [
        Self::Pdf,
        Self::Png,
        Self::Jpeg,
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::Text,
    ];

    /// The end of its name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::Text => "txt",
        }
    }

    /// Its media type (IANA).
    pub fn media(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => {
                "application/vnd.openxmlformats-officedocument.presentationml.presentation"
            }
            Self::Text => "text/plain; charset=utf-8",
        }
    }
}

/// What a version makes of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Page(Box<Page>),
    /// Back to the pack's own text, which follows the pack from then on.
    Pack,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    pub change: Change,
    pub reason: String,
    pub by: PersonId,
    pub at: Timestamp,
    pub on: Date,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Version {
    pub change: Change,
    /// Why it was proposed.
    pub reason: String,
    pub proposed_by: PersonId,
    pub published_by: PersonId,
    pub at: Timestamp,
    pub on: Date,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Declined {
    pub reason: String,
    pub proposed_by: PersonId,
    pub by: PersonId,
    pub on: Date,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Another text for a page, a page that the pack does not have, or a return to the pack's.
    Propose {
        year: YearId,
        page: String,
        change: Change,
        reason: String,
        /// The author has seen which words of a page that began as an answer may be names.
        names_seen: bool,
    },
    /// By somebody else than its author.
    Publish,
    Decline {
        reason: String,
    },
    /// By its author.
    Withdraw,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Proposed {
        year: YearId,
        page: String,
        proposal: Proposal,
    },
    Published {
        by: PersonId,
        at: Timestamp,
        on: Date,
    },
    Declined {
        reason: String,
        by: PersonId,
        on: Date,
    },
    Withdrawn {
        on: Date,
    },
}

impl Command {
    /// Whether the district's names are looked for in what is proposed.
    pub fn looks_for_names(&self) -> bool {
        matches!(self, Self::Propose { page, names_seen: false, .. } if is_answer(page))
    }
}

impl Entry {
    /// What is published now; `None` while the pack's text holds.
    pub fn published(&self) -> Option<(&Version, &Page)> {
        let version = self.versions.last()?;
        match &version.change {
            Change::Page(page) => Some((version, page)),
            Change::Pack => None,
        }
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        let (_, pack) = cx.adopted()?;
        match command {
            Command::Propose {
                year,
                page,
                change,
                reason,
                names_seen,
            } => {
                if self.proposal.is_some() {
                    return Err(Refusal::ProposalWaits);
                }
                if !policy::is_page_id(&page) {
                    return Err(Refusal::NoSuchThing);
                }
                let change = self.checked(&page, change, pack)?;
                let reason = text::required(Field::Reason, &reason)?;
                if is_answer(&page) && !names_seen {
                    let directory = cx.directory.ok_or(Refusal::NoSuchThing)?;
                    answers::unnamed(&change, directory)?;
                }
                Ok(vec![Event::Proposed {
                    year,
                    page,
                    proposal: Proposal {
                        change,
                        reason,
                        by: cx.actor,
                        at: cx.now,
                        on: cx.today,
                    },
                }])
            }
            Command::Publish => {
                let proposal = self.proposal.as_ref().ok_or(Refusal::NoProposal)?;
                if proposal.by == cx.actor {
                    return Err(Refusal::OwnProposal);
                }
                // The pack may have changed since the page was written.
                self.checked(&self.id, proposal.change.clone(), pack)?;
                Ok(vec![Event::Published {
                    by: cx.actor,
                    at: cx.now,
                    on: cx.today,
                }])
            }
            Command::Decline { reason } => {
                self.proposal.as_ref().ok_or(Refusal::NoProposal)?;
                Ok(vec![Event::Declined {
                    reason: text::required(Field::Reason, &reason)?,
                    by: cx.actor,
                    on: cx.today,
                }])
            }
            Command::Withdraw => {
                let proposal = self.proposal.as_ref().ok_or(Refusal::NoProposal)?;
                if proposal.by != cx.actor {
                    return Err(Refusal::NotYourProposal);
                }
                Ok(vec![Event::Withdrawn { on: cx.today }])
            }
        }
    }

    /// The change as it would be kept, if it is one and can be shown.
    fn checked(&self, id: &str, change: Change, pack: &Pack) -> Result<Change, Refusal> {
        let of_pack = pack.library.page(id);
        match change {
            Change::Pack => {
                of_pack.ok_or(Refusal::NotInPack)?;
                self.published().ok_or(Refusal::NothingChanged)?;
                Ok(Change::Pack)
            }
            Change::Page(page) => {
                let page = checked_page(*page, pack)?;
                let now = shown::current(pack, id, Some(self));
                if now.is_some_and(|now| now.page == page) {
                    return Err(Refusal::NothingChanged);
                }
                Ok(Change::Page(Box::new(page)))
            }
        }
    }

    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Proposed {
                year,
                page,
                proposal,
            } => {
                self.year = Some(year.clone());
                self.id.clone_from(page);
                self.proposal = Some(proposal.clone());
                self.declined = None;
            }
            Event::Published { by, at, on } => {
                if let Some(proposal) = self.proposal.take() {
                    self.versions.push(Version {
                        change: proposal.change,
                        reason: proposal.reason,
                        proposed_by: proposal.by,
                        published_by: *by,
                        at: *at,
                        on: *on,
                    });
                }
            }
            Event::Declined { reason, by, on } => {
                if let Some(proposal) = self.proposal.take() {
                    self.declined = Some(Declined {
                        reason: reason.clone(),
                        proposed_by: proposal.by,
                        by: *by,
                        on: *on,
                    });
                }
            }
            Event::Withdrawn { .. } => self.proposal = None,
        }
    }
}

fn checked_page(page: Page, pack: &Pack) -> Result<Page, Refusal> {
    let short = |field, text: &str, longest: usize| {
        let text = text::required(field, &text.replace(['\n', '\r'], " "))?;
        if text.chars().count() > longest {
            return Err(Refusal::TooLong { field, longest });
        }
        Ok(text)
    };
    let both = |text: &Text, of: &dyn Fn(&str) -> Result<String, Refusal>| {
        Ok(Text {
            en: of(&text.en)?,
            es: of(&text.es)?,
        })
    };
    let body = |text: &str| Ok(format!("{}\n", text::required(Field::Page, text)?));
    let page = Page {
        title: both(&page.title, &|text| {
            short(Field::Title, text, LONGEST_TITLE)
        })?,
        summary: both(&page.summary, &|text| {
            short(Field::Summary, text, LONGEST_SUMMARY)
        })?,
        body: both(&page.body, &body)?,
        ..page
    };
    if pack.library.topic(&page.topic).is_none() {
        return Err(Refusal::NoSuchTopic);
    }
    if page.audience.is_empty() {
        return Err(Refusal::NoAudience);
    }
    for (language, body) in [("en", &page.body.en), ("es", &page.body.es)] {
        if let Some(misfit) = policy::misfits(body, pack).into_iter().next() {
            return Err(Refusal::CannotBeShown {
                language: language.to_owned(),
                line: misfit.line,
                what: misfit.what,
            });
        }
    }
    if page.files.len() > MOST_FILES {
        return Err(Refusal::TooManyFiles { most: MOST_FILES });
    }
    Ok(page)
}
