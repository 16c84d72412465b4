//! Sets a [`Document`] as a tagged PDF that conforms to PDF/UA-1 (ISO 14289-1), by typst.
//!
//! The layout is one file of ours, `layouts/record.typ`. What a document says reaches it as JSON,
//! never as source: nothing that a person typed can become code. A whole
//! year costs a core for a while and much memory, so a server bounds how many it renders at once and
//! keeps them off its async threads; the semaphore is the caller's.

mod fonts;

use std::collections::BTreeSet;

use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::document::Document;

pub use fonts::Fonts;

/// Why there is no PDF. Nothing is printed with boxes in place of letters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfProblem {
    /// No font that was found has these characters. A system with Noto fonts sets most scripts
    /// (Debian: `fonts-noto-core`, `fonts-noto-cjk`).
    #[error("no font sets {characters:?}, needed for {texts:?}")]
    Unsettable {
        /// Each once, in the order of their code points.
        characters: Vec<char>,
        /// The texts in which they stand, at most twenty.
        texts: Vec<String>,
    },
    /// The layout failed: our own fault, in the compiler's words.
    #[error("the layout failed: {0}")]
    Layout(String),
}

/// Sets `document` with the fonts of this system.
///
/// # Errors
/// [`PdfProblem`] names what cannot be set.
pub fn render(document: &Document) -> Result<Vec<u8>, PdfProblem> {
    render_with(Fonts::of_system(), document)
}

/// Sets `document` with chosen fonts. The same document, instant and fonts give the same bytes.
///
/// # Errors
/// [`PdfProblem`] names what cannot be set.
pub fn render_with(fonts: &Fonts, document: &Document) -> Result<Vec<u8>, PdfProblem> {
    let said = said(document)?;
    check(fonts, &said)?;
    set(fonts, document, &said)
}

/// A document in which some characters stand as their numbers.
pub struct SpelledOut {
    pub pdf: Vec<u8>,
    /// Those characters, each once. The caller tells the reader; empty if all could be set.
    pub characters: Vec<char>,
}

/// Sets `document` whatever it holds: a character that no font has is written `[U+1F642]`. For a
/// copy that is owed to a person, which one picture in a note must not withhold.
///
/// # Errors
/// [`PdfProblem::Layout`] alone.
pub fn render_spelling_out(fonts: &Fonts, document: &Document) -> Result<SpelledOut, PdfProblem> {
    let mut said = said(document)?;
    let mut characters = BTreeSet::new();
    for_each_text(&mut said, &mut |text| {
        if text.chars().all(|c| fonts.sets(c)) {
            return;
        }
        let mut spelled = String::with_capacity(text.len() + 16);
        for c in text.chars() {
            if fonts.sets(c) {
                spelled.push(c);
            } else {
                characters.insert(c);
                spelled.push_str(&format!("[U+{:04X}]", u32::from(c)));
            }
        }
        *text = spelled;
    });
    Ok(SpelledOut {
        pdf: set(fonts, document, &said)?,
        characters: characters.into_iter().collect(),
    })
}

/// Sizes of type in percent of the layout's own, the largest first.
const SIZES: [u8; 7] = [100, 95, 90, 85, 80, 75, 70];

fn set(fonts: &Fonts, document: &Document, said: &Value) -> Result<Vec<u8>, PdfProblem> {
    let pdf = fitted(fonts, document, said);
    // What was set may stay in the compiler's memory for one document longer, not for good.
    comemo::evict(1);
    pdf
}

/// At the largest size at which it keeps to its page, or at the smallest; at full size where it may have many pages.
fn fitted(fonts: &Fonts, document: &Document, said: &Value) -> Result<Vec<u8>, PdfProblem> {
    let sizes = if document.one_page {
        &SIZES[..]
    } else {
        &SIZES[..1]
    };
    let failed = |problems: typst::ecow::EcoVec<SourceDiagnostic>| layout_failed(&problems);
    let mut at = 0;
    loop {
        let mut said = said.clone();
        said["percent"] = sizes[at].into();
        let said = said.to_string();
        let identity = format!("{}\n{said}", document.made_at);
        let press = Press::new(fonts, said)?;
        let paged = typst::compile::<PagedDocument>(&press)
            .output
            .map_err(failed)?;
        if paged.pages().len() == 1 || at + 1 == sizes.len() {
            let options = options(document, identity).map_err(failed)?;
            return typst_pdf::pdf(&paged, &options).map_err(failed);
        }
        at += 1;
    }
}

fn options(
    document: &Document,
    identity: String,
) -> Result<PdfOptions, typst::ecow::EcoVec<SourceDiagnostic>> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|problem| {
        let detached = typst::syntax::Span::detached();
        typst::ecow::eco_vec![SourceDiagnostic::error(detached, problem.message().clone())]
    })?;
    Ok(PdfOptions {
        // Only a hash of it is written.
        ident: Smart::Custom(identity),
        creator: Smart::Custom(Some("Forthright".to_owned())),
        timestamp: timestamp(document.made_at),
        standards,
        ..PdfOptions::default()
    })
}

fn timestamp(at: jiff::Timestamp) -> Option<Timestamp> {
    let at = jiff::tz::Offset::UTC.to_datetime(at);
    let part = |value: i8| u8::try_from(value).ok();
    Datetime::from_ymd_hms(
        i32::from(at.year()),
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )
    .map(Timestamp::new_utc)
}

fn layout_failed(problems: &[SourceDiagnostic]) -> PdfProblem {
    let messages: Vec<&str> = problems
        .iter()
        .map(|problem| problem.message.as_str())
        .collect();
    PdfProblem::Layout(messages.join("; "))
}

/// The document as JSON, with control characters gone: they have no shape, and one that came in by
/// copy and paste must not keep a teacher from her copy.
fn said(document: &Document) -> Result<Value, PdfProblem> {
    let mut value = serde_json::to_value(document)
        .map_err(|problem| PdfProblem::Layout(problem.to_string()))?;
    for_each_text(&mut value, &mut |text| {
        if text.contains(|c: char| c.is_control() && c != '\n') {
            *text = text
                .replace("\r\n", "\n")
                .replace(['\r', '\u{2028}', '\u{2029}'], "\n")
                .replace('\t', " ")
                .replace(|c: char| c.is_control() && c != '\n', "");
        }
    });
    Ok(value)
}

fn check(fonts: &Fonts, said: &Value) -> Result<(), PdfProblem> {
    let mut characters = BTreeSet::new();
    let mut texts = Vec::new();
    let mut said = said.clone();
    for_each_text(&mut said, &mut |text| {
        let unset: Vec<char> = text.chars().filter(|c| !fonts.sets(*c)).collect();
        if !unset.is_empty() && texts.len() < 20 && !texts.contains(text) {
            texts.push(text.clone());
        }
        characters.extend(unset);
    });
    if characters.is_empty() {
        return Ok(());
    }
    Err(PdfProblem::Unsettable {
        characters: characters.into_iter().collect(),
        texts,
    })
}

fn for_each_text(value: &mut Value, act: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) => act(text),
        Value::Array(items) => items.iter_mut().for_each(|item| for_each_text(item, act)),
        Value::Object(members) => members
            .values_mut()
            .for_each(|member| for_each_text(member, act)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What the compiler sees: one source, one data file, the fonts. No file system, network, package
/// or clock.
struct Press<'a> {
    fonts: &'a Fonts,
    library: &'a LazyHash<Library>,
    layout: Source,
    said_at: FileId,
    said: Bytes,
}

impl<'a> Press<'a> {
    fn new(fonts: &'a Fonts, said: String) -> Result<Self, PdfProblem> {
        static LIBRARY: std::sync::LazyLock<LazyHash<Library>> = std::sync::LazyLock::new(|| {
            // For `pdf.header-cell`: the first cell of a row names the row.
            let features = [typst::Feature::A11yExtras].into_iter().collect();
            LazyHash::new(Library::builder().with_features(features).build())
        });
        Ok(Press {
            fonts,
            library: &LIBRARY,
            layout: Source::new(
                file("record.typ")?,
                include_str!("../layouts/record.typ").to_owned(),
            ),
            said_at: file("document.json")?,
            said: Bytes::from_string(said),
        })
    }
}

fn file(name: &str) -> Result<FileId, PdfProblem> {
    let path = VirtualPath::new(name).map_err(|problem| PdfProblem::Layout(problem.to_string()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Press<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.layout.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.layout.id() {
            return Ok(self.layout.clone());
        }
        Err(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.said_at {
            return Ok(self.said.clone());
        }
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
