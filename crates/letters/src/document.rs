//! What a printed document says: a teacher's copy of a year, one rating with its sum, a letter.
//! Plain worded values; the layout is `layouts/record.typ`, and `pdf` sets it.

use jiff::Timestamp;
use serde::Serialize;

/// A whole document. Everything is worded by the caller, in one language but for what people wrote
/// in another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// BCP 47 primary tag, such as `en` or `es`; a screen reader chooses its voice by it.
    pub language: String,
    /// Must not be empty: PDF/UA shows it in the title bar.
    pub title: String,
    /// One line under the title; may be empty.
    pub subtitle: String,
    /// Whom it is about, and with whom, as named values under the title.
    pub who: Vec<(String, String)>,
    /// The instant that the file carries as its date. Same input and same instant give the same
    /// bytes. Where a reader should see it, the caller words it in `who` or `footer`.
    #[serde(skip)]
    pub made_at: Timestamp,
    /// Small print at the foot of every page, before the page number: whose copy, made when.
    pub footer: String,
    /// Set closer, and in smaller type where that keeps it on one page, down to seven tenths of the size.
    pub one_page: bool,
    pub sections: Vec<Section>,
}

/// A part under its own heading, which hangs in the margin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    pub heading: String,
    pub blocks: Vec<Block>,
}

/// One kind of matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Block {
    /// A heading inside a section.
    Heading(String),
    /// The programme's words. A blank line parts paragraphs, a line break stays one.
    Paragraph(String),
    /// A person's words, set in the serif, and who said them when.
    Said {
        text: String,
        by: String,
    },
    /// Named values about one thing.
    Facts(Vec<(String, String)>),
    /// Rows of like things; the first cell of each row is its heading. Every row has as many cells
    /// as `head`.
    Table {
        caption: String,
        head: Vec<String>,
        rows: Vec<Vec<String>>,
    },
    List(Vec<String>),
    /// A sum with its parts, whole before part: exact value, rounded value, where it comes from.
    Tree(#[serde(serialize_with = "nested")] Vec<TreeLine>),
}

/// One line of a sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TreeLine {
    /// 0 for the whole, one more for each part of a part. A line belongs to the nearest line above
    /// it that is less deep.
    #[serde(skip)]
    pub depth: u8,
    pub name: String,
    /// The exact value, such as `38⅓`; may be empty.
    pub exact: String,
    /// The value as people see it, such as `38.3`; may be empty.
    pub shown: String,
    /// Rule and source; may be empty.
    pub note: String,
}

#[derive(Serialize)]
struct Branch<'a> {
    #[serde(flatten)]
    line: &'a TreeLine,
    parts: Vec<Branch<'a>>,
}

/// Lists inside lists, so that a screen reader tells what is part of what.
fn nested<S: serde::Serializer>(lines: &[TreeLine], serializer: S) -> Result<S::Ok, S::Error> {
    branches(lines).serialize(serializer)
}

fn branches(lines: &[TreeLine]) -> Vec<Branch<'_>> {
    let mut siblings = Vec::new();
    let mut rest = lines;
    while let Some((line, below)) = rest.split_first() {
        let end = below
            .iter()
            .position(|other| other.depth <= line.depth)
            .unwrap_or(below.len());
        let (parts, next) = below.split_at(end);
        siblings.push(Branch {
            line,
            parts: branches(parts),
        });
        rest = next;
    }
    siblings
}
