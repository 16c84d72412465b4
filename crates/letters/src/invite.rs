//! The calendar object of a conversation: an RFC 5545 VCALENDAR with one VEVENT, as RFC 5546
//! wants it for a request and for a cancellation. Used by [`crate::mail`] and by anything that
//! offers the file for download.
//!
//! The writer is ours. The `icalendar` crate (0.17) sorts properties by name, asks the clock for a
//! missing DTSTAMP, folds by mixing octet and character positions, and does not know the caret
//! encoding of RFC 6868; what is needed here is one object of some twenty lines.

mod line;
mod zone;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

pub use line::{escape_text, fold};

use line::Lines;

/// Who takes part, by name and e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Shown name; may hold any letter, quotation marks too.
    pub name: String,
    /// Plain address, `user@host`, without `mailto:`.
    pub address: String,
}

/// What the mail asks of its reader (RFC 5546, 3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// A new meeting, or with a higher sequence the same meeting moved.
    Request,
    /// The meeting, or this reader's part in it, is off.
    Cancel,
}

impl Method {
    /// The word in the METHOD property and in the `method` parameter of the mail part; the two
    /// must be equal (RFC 6047, 2.4).
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Method::Request => "REQUEST",
            Method::Cancel => "CANCEL",
        }
    }
}

/// One meeting. The caller words the title neutrally: an invite is read by assistants and on lock
/// screens, so it never names a stage, a rating or a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Stable for the life of the meeting, in the form `unique@host`.
    pub uid: String,
    /// 0 at first, one more with every change, also with the cancellation.
    pub sequence: u32,
    /// When this version was made (DTSTAMP).
    pub stamped_at: Timestamp,
    /// Wall clock in `zone`.
    pub start: DateTime,
    /// Wall clock in `zone`, after `start`.
    pub end: DateTime,
    /// IANA name, for Denver `America/Denver`.
    pub zone: String,
    /// Neutral title.
    pub summary: String,
    /// Room or address of a call; empty if there is none.
    pub location: String,
    /// Plain text, such as the address of the page behind sign-in; empty if there is none.
    pub description: String,
    /// The person who invites; replies go to this address.
    pub organizer: Participant,
    /// The people who are asked.
    pub attendees: Vec<Participant>,
}

/// Why no calendar object can be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InviteProblem {
    /// The zone is not in the time zone database, or its rules of that year fit no yearly rule.
    #[error("zone {0:?} cannot be written as a VTIMEZONE")]
    Zone(String),
    /// The end is not after the start.
    #[error("the meeting ends at {end}, not after its start at {start}")]
    Ends { start: DateTime, end: DateTime },
    /// A clock that jumps forward skips this time of day.
    #[error("{at} does not exist in {zone}")]
    Skipped { at: DateTime, zone: String },
    /// An address or identifier holds a control character or a space, or is empty.
    #[error("{0:?} cannot stand in a calendar address or identifier")]
    Address(String),
    /// RFC 5546 wants at least one attendee.
    #[error("nobody is invited")]
    Nobody,
}

impl Meeting {
    /// The whole object, lines ended with CRLF and folded at 75 octets.
    ///
    /// `sent_by` is the address that the mail comes from, where that is not the organizer's own:
    /// it is written as SENT-BY, so that replies still find the person (RFC 5546, 3.2.2).
    ///
    /// # Errors
    /// [`InviteProblem`] says which value cannot be written.
    pub fn calendar(&self, method: Method, sent_by: Option<&str>) -> Result<String, InviteProblem> {
        let zone = self.checked_zone()?;
        for address in self
            .attendees
            .iter()
            .map(|one| one.address.as_str())
            .chain([self.organizer.address.as_str(), self.uid.as_str()])
            .chain(sent_by)
        {
            check_address(address)?;
        }

        let mut lines = Lines::default();
        lines.plain("BEGIN:VCALENDAR");
        lines.plain("VERSION:2.0");
        lines.plain("PRODID:-//Forthright//EN");
        lines.plain(&format!("METHOD:{}", method.word()));
        for line in zone::definition(&self.zone, &zone, self.start.year())? {
            lines.plain(&line);
        }
        lines.plain("BEGIN:VEVENT");
        lines.plain(&format!("UID:{}", self.uid));
        lines.plain(&format!("SEQUENCE:{}", self.sequence));
        lines.plain(&format!("DTSTAMP:{}", utc(self.stamped_at)));
        lines.plain(&format!("DTSTART;TZID={}:{}", self.zone, local(self.start)));
        lines.plain(&format!("DTEND;TZID={}:{}", self.zone, local(self.end)));
        lines.text("SUMMARY", &self.summary);
        lines.text("LOCATION", &self.location);
        lines.text("DESCRIPTION", &self.description);
        lines.plain("CLASS:PRIVATE");
        lines.organizer(
            &self.organizer,
            sent_by.filter(|by| !by.eq_ignore_ascii_case(&self.organizer.address)),
        );
        for attendee in &self.attendees {
            lines.attendee(attendee, method);
        }
        lines.plain(match method {
            Method::Request => "STATUS:CONFIRMED",
            Method::Cancel => "STATUS:CANCELLED",
        });
        lines.plain("TRANSP:OPAQUE");
        lines.plain("END:VEVENT");
        lines.plain("END:VCALENDAR");
        Ok(lines.finish())
    }

    fn checked_zone(&self) -> Result<TimeZone, InviteProblem> {
        let (start, end) = (self.start, self.end);
        if end <= start {
            return Err(InviteProblem::Ends { start, end });
        }
        if self.attendees.is_empty() {
            return Err(InviteProblem::Nobody);
        }
        let zone = TimeZone::get(&self.zone).map_err(|_| InviteProblem::Zone(self.zone.clone()))?;
        for at in [start, end] {
            if matches!(
                zone.to_ambiguous_timestamp(at).offset(),
                jiff::tz::AmbiguousOffset::Gap { .. }
            ) {
                let zone = self.zone.clone();
                return Err(InviteProblem::Skipped { at, zone });
            }
        }
        Ok(zone)
    }
}

/// A line break in an address would let a name from a roster write calendar lines of its own.
fn check_address(address: &str) -> Result<(), InviteProblem> {
    let bad = |c: char| c.is_control() || c.is_whitespace() || c == '"';
    if address.is_empty() || address.contains(bad) {
        return Err(InviteProblem::Address(address.to_owned()));
    }
    Ok(())
}

fn local(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}
