//! Files beside pages: what they are is told from their bytes.

use super::{Attachment, FileKind, LARGEST_FILE};
use crate::Refusal;
use sha2::{Digest, Sha256};

/// Longest name that is kept, in characters.
const LONGEST_NAME: usize = 100;

/// SHA-256 of bytes, hexadecimal: the name by which files and texts are kept.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

impl Attachment {
    /// A file as somebody sent it. Its name keeps letters, digits, blanks and a few marks, and ends as its kind does.
    ///
    /// # Errors
    /// [`Refusal::FileTooLarge`] over [`LARGEST_FILE`], [`Refusal::FileKind`] for what is none of the kinds.
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self, Refusal> {
        let size = bytes.len() as u64;
        if size > LARGEST_FILE {
            return Err(Refusal::FileTooLarge {
                most: LARGEST_FILE / (1024 * 1024),
            });
        }
        let kind = FileKind::sniffed(bytes).ok_or(Refusal::FileKind)?;
        Ok(Self {
            name: kept_name(name, kind),
            kind,
            size,
            digest: digest(bytes),
        })
    }
}

impl FileKind {
    /// What the bytes are; `None` for everything that is not taken: programs, macros, pages, pictures that hold scripts.
    pub fn sniffed(bytes: &[u8]) -> Option<Self> {
        let has = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        if bytes.starts_with(b"%PDF-") {
            return Some(Self::Pdf);
        }
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Self::Png);
        }
        if bytes.starts_with(b"\xff\xd8\xff") {
            return Some(Self::Jpeg);
        }
        if bytes.starts_with(b"PK\x03\x04") {
            // Office Open XML is a zip; its parts are named in it in the clear (ECMA-376, part 2).
            if !has(b"[Content_Types].xml") || has(b"vbaProject.bin") {
                return None;
            }
            return [
                (b"word/document.xml".as_slice(), Self::Docx),
                (b"xl/workbook.xml", Self::Xlsx),
                (b"ppt/presentation.xml", Self::Pptx),
            ]
            .into_iter()
            .find_map(|(part, kind)| has(part).then_some(kind));
        }
        is_plain(bytes).then_some(Self::Text)
    }
}

/// Words and line ends alone, and nothing that a browser could take for a page.
fn is_plain(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    !text.is_empty()
        && !text.starts_with('<')
        && !text.starts_with("#!")
        && text
            .chars()
            .all(|c| matches!(c, '\n' | '\r' | '\t') || !c.is_control())
}

fn kept_name(name: &str, kind: FileKind) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let plain = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '(' | ')' | ',');
    let stem: String = stem.chars().filter(plain).take(LONGEST_NAME).collect();
    let stem = stem.trim();
    let stem = if stem.is_empty() { "file" } else { stem };
    format!("{stem}.{}", kind.ending())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zip(parts: &[&str]) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        bytes.extend(parts.join(" ").bytes());
        bytes
    }

    #[test]
    fn what_a_file_is_stands_in_its_bytes() {
        let types = "[Content_Types].xml";
        for (bytes, kind) in [
            (b"%PDF-1.7 ...".to_vec(), Some(FileKind::Pdf)),
            (b"\x89PNG\r\n\x1a\n...".to_vec(), Some(FileKind::Png)),
            (b"\xff\xd8\xff\xe0...".to_vec(), Some(FileKind::Jpeg)),
            (zip(&[types, "word/document.xml"]), Some(FileKind::Docx)),
            (zip(&[types, "xl/workbook.xml"]), Some(FileKind::Xlsx)),
            (zip(&[types, "ppt/presentation.xml"]), Some(FileKind::Pptx)),
            ("Qué traer\n1. Lápiz".into(), Some(FileKind::Text)),
            (
                zip(&[types, "word/document.xml", "word/vbaProject.bin"]),
                None,
            ),
            (zip(&["a.txt"]), None),
            (b"MZ\x90\x00".to_vec(), None),
            (b"<html><script>".to_vec(), None),
            (b"\n <svg onload=x>".to_vec(), None),
            (b"#!/bin/sh".to_vec(), None),
            (b"a\x00b".to_vec(), None),
            (vec![], None),
        ] {
            assert_eq!(
                FileKind::sniffed(&bytes),
                kind,
                "{:?}",
                String::from_utf8_lossy(&bytes)
            );
        }
    }

    #[test]
    fn a_name_is_plain_and_ends_as_its_kind_does() {
        for (name, kept) in [
            ("Guía (2026).pdf", "Guía (2026).pdf"),
            ("C:\\Users\\me\\plan.docx", "plan.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("a\"b\r\nX: y.html", "abX y.pdf"),
            (".pdf", "file.pdf"),
        ] {
            assert_eq!(kept_name(name, FileKind::Pdf), kept, "{name}");
        }
    }

    #[test]
    fn a_file_is_kept_by_its_digest_up_to_its_size() {
        let file = Attachment::of("a.pdf", b"%PDF-1.7");
        assert_eq!(file.map(|file| (file.size, file.digest.len())), Ok((8, 64)));
        let large = vec![b'a'; 10 * 1024 * 1024 + 1];
        assert_eq!(
            Attachment::of("a.txt", &large),
            Err(Refusal::FileTooLarge { most: 10 })
        );
        assert_eq!(
            Attachment::of("a.exe", b"MZ\x90\x00"),
            Err(Refusal::FileKind)
        );
    }
}
