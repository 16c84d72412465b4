//! Files beside a page: taken from whoever writes it, given to whoever reads it.

use super::edit::Draft;
use super::list::shelf;
use super::{address, keeper, stream};
use crate::components::{row, small};
use crate::fault::Fault;
use crate::refusals::sentence;
use crate::typed::Typed;
use crate::visitor::Visitor;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path, Query};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::library::Attachment;
use maud::{Markup, html};
use serde::Deserialize;

/// The field of the file in its form.
pub const FILE: &str = "file";

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    year: String,
}

/// A file with its size, as a link.
pub fn line(visitor: &Visitor, page: &str, file: &Attachment, query: &str) -> Markup {
    let href = format!("{}/files/{}{query}", address(page), file.digest);
    row(
        html! { a href=(href) { (file.name) } },
        None,
        Some(small(size(visitor, file))),
    )
}

/// "PDF, 120 KB".
pub fn size(visitor: &Visitor, file: &Attachment) -> String {
    let kilobytes = file.size.div_ceil(1024);
    visitor.words.with(
        "library-file-size",
        &[
            ("kind", file.kind.ending().to_uppercase().into()),
            ("size", i64::try_from(kilobytes).unwrap_or(i64::MAX).into()),
        ],
    )
}

/// Keeps a file beside what the visitor is writing.
pub async fn take(
    visitor: Visitor,
    Path(page): Path<String>,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response, Fault> {
    keeper(&visitor)?;
    let mut draft = Draft::of(&visitor, &page).await?;
    let again = |visitor: &Visitor, draft: &mut Draft<'_>, status, text: String| {
        draft.form.wrong(FILE, text);
        (status, draft.show(visitor, false)).into_response()
    };
    let words = visitor.words;
    let Some((name, bytes)) = sent(multipart).await? else {
        let text = words.say("library-no-file");
        return Ok(again(
            &visitor,
            &mut draft,
            StatusCode::UNPROCESSABLE_ENTITY,
            text,
        ));
    };
    let record = visitor.app.record();
    match record
        .keep_file(&visitor.actor, &stream(&visitor, &page), &name, bytes)
        .await
    {
        Ok(file) => {
            draft.add(file).await?;
            Ok(Redirect::to(&format!("{}/edit#files", address(&page))).into_response())
        }
        Err(record::Fault::Refused(refusal)) => {
            let text = sentence(words, &refusal);
            Ok(again(
                &visitor,
                &mut draft,
                StatusCode::UNPROCESSABLE_ENTITY,
                text,
            ))
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Name and bytes; nothing where no file was chosen.
async fn sent(
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Option<(String, Vec<u8>)>, Fault> {
    let mut multipart = multipart.map_err(|_| Fault::Unreadable)?;
    let broken = |error: axum::extract::multipart::MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Fault::TooLarge,
        _ => Fault::Unreadable,
    };
    while let Some(field) = multipart.next_field().await.map_err(broken)? {
        if field.name() == Some(FILE) {
            let name = field.file_name().unwrap_or_default().to_owned();
            let bytes = field.bytes().await.map_err(broken)?.to_vec();
            return Ok((!bytes.is_empty()).then_some((name, bytes)));
        }
    }
    Ok(None)
}

/// Takes a file from what the visitor is writing; published pages keep theirs until the next publication.
pub async fn remove(
    visitor: Visitor,
    Path(page): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    keeper(&visitor)?;
    let mut draft = Draft::of(&visitor, &page).await?;
    draft.remove(typed.get("digest")).await?;
    Ok(Redirect::to(&format!("{}/edit#files", address(&page))).into_response())
}

/// Gives a file as a download, never as a page of ours: its kind is what its bytes were found to be.
pub async fn give(
    visitor: Visitor,
    Path((page, digest)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let shelf = shelf(&visitor, &asked.year).await?;
    let record = visitor.app.record();
    let (file, bytes) = record
        .library_file(&shelf.library, &shelf.year, &page, &digest)
        .await?;
    let plain: String = file
        .name
        .chars()
        .map(|c| {
            if c.is_ascii() && !matches!(c, '"' | '\\') {
                c
            } else {
                '_'
            }
        })
        .collect();
    let whole = crate::faults::escape(&file.name).replace('/', "%2F");
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}");
    Ok((
        [
            (header::CONTENT_TYPE, file.kind.media().to_owned()),
            (header::CONTENT_DISPOSITION, disposition),
        ],
        bytes,
    )
        .into_response())
}
