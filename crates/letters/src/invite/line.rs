//! Content lines of RFC 5545: escaping of text, quoting of parameters, folding.

use super::{Method, Participant};

/// Content lines collected in their order, written with CRLF and folded.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line whose value needs no escaping.
    pub(super) fn plain(&mut self, line: &str) {
        self.0.push_str(&fold(line));
        self.0.push_str("\r\n");
    }

    /// A property of type TEXT; an empty value leaves the property out.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.plain(&format!("{name}:{}", escape_text(value)));
        }
    }

    pub(super) fn organizer(&mut self, organizer: &Participant, sent_by: Option<&str>) {
        let sent_by = sent_by
            .map(|address| format!(";SENT-BY=\"mailto:{address}\""))
            .unwrap_or_default();
        self.plain(&format!(
            "ORGANIZER{}{sent_by}:mailto:{}",
            common_name(&organizer.name),
            organizer.address
        ));
    }

    /// Asks for an answer in a request; a cancellation wants none.
    pub(super) fn attendee(&mut self, attendee: &Participant, method: Method) {
        let asked = match method {
            Method::Request => ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE",
            Method::Cancel => "",
        };
        self.plain(&format!(
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT{asked}{}:mailto:{}",
            common_name(&attendee.name),
            attendee.address
        ));
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// A value of type TEXT (RFC 5545, 3.3.11): backslash, comma, semicolon and line breaks escaped.
/// Other control characters may not stand in an object and are left out.
#[must_use]
pub fn escape_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' => escaped.push_str("\\\\"),
            ',' => escaped.push_str("\\,"),
            ';' => escaped.push_str("\\;"),
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// `;CN=…`, nothing for an empty name. Always quoted: a quoted value may hold `,`, `;` and `:`;
/// what it may not hold is written with the caret of RFC 6868 (`^'` quotation mark, `^^` caret,
/// `^n` line break).
fn common_name(name: &str) -> String {
    if name.is_empty() {
        return String::new();
    }
    let mut quoted = String::with_capacity(name.len() + 8);
    quoted.push_str(";CN=\"");
    for c in name.replace("\r\n", "\n").chars() {
        match c {
            '"' => quoted.push_str("^'"),
            '^' => quoted.push_str("^^"),
            '\n' | '\r' => quoted.push_str("^n"),
            c if c.is_control() => {}
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// One content line folded at 75 octets, cut between characters, so that a character of several
/// octets stays whole (RFC 5545, 3.1). Continuations begin with one space, which counts.
#[must_use]
pub fn fold(line: &str) -> String {
    const LIMIT: usize = 75;
    let mut folded = String::with_capacity(line.len() + line.len() / LIMIT * 3);
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > LIMIT {
            folded.push_str("\r\n ");
            octets = 1;
        }
        folded.push(c);
        octets += c.len_utf8();
    }
    folded
}
