//! Bytes into text: UTF-8 is right; a byte order mark, UTF-16 and Windows-1252 (with Latin-1) are read and noted.

use domain::people::roster::{ProblemKind, Problems};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The text of a file, or `None` with an error when it is no text at all.
pub(super) fn decode(name: &str, bytes: &[u8], problems: &mut Problems) -> Option<String> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    let rest = &bytes[mark..];
    let text = match encoding.decode_without_bom_handling_and_without_replacement(rest) {
        Some(text) => text.into_owned(),
        None => WINDOWS_1252
            .decode_without_bom_handling(rest)
            .0
            .into_owned(),
    };
    if text.contains('\0') {
        problems.tell(ProblemKind::NotText, name, 0, "", "");
        return None;
    }
    if encoding != UTF_8 {
        problems.tell(ProblemKind::NotUtf8, name, 0, "", encoding.name());
    } else if std::str::from_utf8(rest).is_err() {
        problems.tell(ProblemKind::NotUtf8, name, 0, "", WINDOWS_1252.name());
    } else if mark > 0 {
        problems.tell(ProblemKind::ByteOrderMark, name, 0, "", "");
    }
    // A newline inside quotes may be bare; the header's own end tells how the file was written.
    let header_end = text.find('\n').filter(|at| !text[..*at].ends_with('\r'));
    if header_end.is_some() {
        problems.tell(ProblemKind::LineEnds, name, 0, "", "");
    }
    Some(text)
}
