//! Pages that began as an answer to somebody's question: they stand for themselves, lead nobody back to the question, and
//! name nobody.

use super::{Change, Page};
use crate::Refusal;
use crate::feedback::Names;
use crate::people::Directory;

/// What their ids begin with.
const BEGINS: &str = "answer-";

/// The id of a page that begins as an answer; `token` is chance, so that nothing leads from the page to the question.
pub fn of_answer(token: &str) -> String {
    format!("{BEGINS}{token}")
}

/// Whether a page began as an answer.
pub fn is_answer(id: &str) -> bool {
    id.starts_with(BEGINS)
}

/// # Errors
/// [`Refusal::NamesInText`] where a text of such a page may name somebody of the district.
pub(super) fn unnamed(change: &Change, directory: &Directory) -> Result<(), Refusal> {
    let Change::Page(page) = change else {
        return Ok(());
    };
    let named = Names::of(directory).find(&said(page));
    if named.is_empty() {
        Ok(())
    } else {
        Err(Refusal::NamesInText {
            names: named.join(", "),
        })
    }
}

/// Every word of a page that people write, in both languages, the parts apart.
fn said(page: &Page) -> String {
    [&page.title, &page.summary, &page.body]
        .iter()
        .flat_map(|text| [text.en.as_str(), text.es.as_str()])
        .chain(page.files.iter().map(|file| file.name.as_str()))
        .collect::<Vec<_>>()
        .join("\n\n")
}
