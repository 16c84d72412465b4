//! Printing: how many documents are set at once, off the async threads, and the file that leaves.

use crate::fault::Fault;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use letters::document::{Block, Document, Section};
use letters::pdf::{Fonts, render_spelling_out};
use tokio::sync::Semaphore;
use words::Words;

/// A whole year costs a core for a while; more at once would starve the pages.
static PRESSES: Semaphore = Semaphore::const_new(2);

/// The document as a PDF to take away. A copy that is owed is printed even where a font lacks a character; it says so.
///
/// # Errors
/// [`Fault::Broken`] when the layout fails, which is ours.
pub async fn print(words: Words, document: Document, name: &str) -> Result<Response, Fault> {
    let _press = PRESSES
        .acquire()
        .await
        .map_err(|error| Fault::Broken(error.to_string()))?;
    let set = tokio::task::spawn_blocking(move || set(words, document)).await;
    let pdf = set.map_err(|error| Fault::Broken(error.to_string()))??;
    tracing::info!(bytes = pdf.len(), "a copy was printed");
    Ok(file("application/pdf", name, pdf))
}

fn set(words: Words, mut document: Document) -> Result<Vec<u8>, Fault> {
    let render = |document: &Document| {
        render_spelling_out(Fonts::of_system(), document)
            .map_err(|problem| Fault::Broken(problem.to_string()))
    };
    let spelled = render(&document)?;
    if spelled.characters.is_empty() {
        return Ok(spelled.pdf);
    }
    let characters: Vec<String> = spelled
        .characters
        .iter()
        .map(|c| format!("U+{:04X}", u32::from(*c)))
        .collect();
    let told = words.with(
        "copy-spelled-out",
        &[("characters", words.list(&characters).into())],
    );
    document.sections.push(Section {
        heading: words.say("print-letters"),
        blocks: vec![Block::Paragraph(told)],
    });
    Ok(render(&document)?.pdf)
}

/// A file under a name of its own.
pub fn file(kind: &'static str, name: &str, content: Vec<u8>) -> Response {
    let headers = [
        (CONTENT_TYPE, kind.to_owned()),
        (
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    (headers, content).into_response()
}

/// A file's name from a person's name and a year, in plain letters: `castellano-2026-27`.
pub fn name_of(family: &str, year: &str) -> String {
    let plain: String = family
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    let plain = plain.trim_matches('-');
    if plain.is_empty() {
        year.to_owned()
    } else {
        format!("{plain}-{year}")
    }
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn names_of_files_are_plain() {
        assert_eq!(name_of("Okonkwo-Lane", "2026-27"), "okonkwo-lane-2026-27");
        assert_eq!(name_of("Dvořák", "2026-27"), "dvo--k-2026-27");
        assert_eq!(name_of("王", "2026-27"), "2026-27");
        assert_eq!(name_of("a\"b\r\n", "2026-27"), "a-b-2026-27");
    }
}
