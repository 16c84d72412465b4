//! E-mails as RFC 5322 messages: notices, sign-in mails and invites. Built from worded strings,
//! handed to the outbox; sending, retries and bounces are the sender's.
//!
//! - The Message-ID is the caller's, so that a message sent twice is the same message; the bytes
//!   are the same too, for the same input.
//! - `Auto-Submitted: auto-generated` (RFC 3834) keeps vacation replies away. There is no
//!   List-Unsubscribe: these notices are owed to their reader.
//! - A notice carries no rating and no stage, only a plain address behind sign-in, because the
//!   evaluation record is confidential (C.R.S. 22-9-109). That is for the words; the layout has no
//!   place for a tracking pixel, a button image or a shortened link.

mod body;

use std::time::SystemTime;

use jiff::Timestamp;
use lettre::Message;
use lettre::message::header::{ContentDisposition, ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Body, MultiPart, SinglePart};

use crate::invite::{InviteProblem, Meeting, Method};

/// A name and an address, such as `Imani Castellano <imani@larkspur.example>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// Any letters; empty if there is none to show.
    pub name: String,
    /// `user@host`.
    pub address: String,
}

/// Who, to whom, when, and under which identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub to: Mailbox,
    pub from: Mailbox,
    /// The human who answers; none for a sign-in mail.
    pub reply_to: Option<Mailbox>,
    /// One line. Says neither rating nor stage.
    pub subject: String,
    /// `unique@host`, with or without angle brackets.
    pub message_id: String,
    /// Written as UTC, to the second.
    pub date: Timestamp,
}

/// A few paragraphs, one address to open, a few lines after it. A sign-in mail is one too: its
/// address is the single-use link, its closing lines say until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub heading: Heading,
    /// BCP 47 tag of the words below, such as `en` or `es`.
    pub language: String,
    /// Paragraphs before the address; a line break inside one is kept.
    pub text_lines: Vec<String>,
    /// The words before the address, such as "Sign in to read it:".
    pub link_label: String,
    /// Complete `https` (or, on loopback, `http`) address, shown as it is.
    pub link: String,
    /// Paragraphs after the address: who sent this and why it says no more.
    pub closing: Vec<String>,
}

/// A notice that carries a meeting: the reader's calendar offers to accept it, and the file is
/// attached for calendars that do not look inside mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    pub notice: Notice,
    pub meeting: Meeting,
    pub method: Method,
}

/// Why no message can be built. Nothing is sent in part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailProblem {
    /// The address of a mailbox cannot be one.
    #[error("{0:?} is not an e-mail address")]
    Address(String),
    /// Not `unique@host` in plain ASCII.
    #[error("{0:?} cannot be a Message-ID")]
    MessageId(String),
    /// Not a complete http or https address, or with a space in it.
    #[error("{0:?} is not an address to open")]
    Link(String),
    /// Before 1970.
    #[error("{0} is no date for a mail")]
    Date(Timestamp),
    /// The calendar object cannot be written.
    #[error(transparent)]
    Invite(#[from] InviteProblem),
    /// The message builder refused; its own words.
    #[error("the message cannot be built: {0}")]
    Build(String),
}

impl Notice {
    /// multipart/alternative of text/plain and text/html.
    ///
    /// # Errors
    /// [`MailProblem`] names the value that cannot be used.
    pub fn message(&self) -> Result<Message, MailProblem> {
        let parts = self.alternative()?;
        self.heading.build(parts)
    }

    fn alternative(&self) -> Result<MultiPart, MailProblem> {
        check_link(&self.link)?;
        Ok(MultiPart::alternative()
            .boundary(self.heading.boundary("alternative"))
            .singlepart(SinglePart::plain(body::text(self)))
            .singlepart(SinglePart::html(body::html(self))))
    }
}

impl Invite {
    /// multipart/mixed( multipart/alternative( text/plain, text/html, text/calendar ),
    /// application/ics attachment ), the shape that Outlook, Google and Apple all take for an
    /// invite. Where the mail does not come from the organizer's own address, the calendar object
    /// says SENT-BY, so that answers still reach the person.
    ///
    /// # Errors
    /// [`MailProblem`] names the value that cannot be used.
    pub fn message(&self) -> Result<Message, MailProblem> {
        let heading = &self.notice.heading;
        let object = self
            .meeting
            .calendar(self.method, Some(&heading.from.address))?;
        let parts = MultiPart::mixed()
            .boundary(heading.boundary("mixed"))
            .multipart(
                self.notice
                    .alternative()?
                    .singlepart(calendar_part(&object, self.method)?),
            )
            .singlepart(attached(object)?);
        heading.build(parts)
    }
}

fn calendar_part(object: &str, method: Method) -> Result<SinglePart, MailProblem> {
    let kind = format!("text/calendar; charset=utf-8; method={}", method.word());
    Ok(SinglePart::builder()
        .header(content_type(&kind)?)
        .body(object.to_owned()))
}

/// As bytes, so that its line ends and folds travel untouched (base64).
fn attached(object: String) -> Result<SinglePart, MailProblem> {
    Ok(SinglePart::builder()
        .header(content_type("application/ics; name=\"invite.ics\"")?)
        .header(ContentDisposition::attachment("invite.ics"))
        .body(Body::new(object.into_bytes())))
}

fn content_type(kind: &str) -> Result<ContentType, MailProblem> {
    ContentType::parse(kind).map_err(|problem| MailProblem::Build(problem.to_string()))
}

impl Heading {
    fn build(&self, parts: MultiPart) -> Result<Message, MailProblem> {
        let date = SystemTime::try_from(self.date)
            .ok()
            .filter(|date| *date >= SystemTime::UNIX_EPOCH)
            .ok_or(MailProblem::Date(self.date))?;
        let mut builder = Message::builder()
            .message_id(Some(format!("<{}>", self.checked_id()?)))
            .date(date)
            .from(self.from.checked()?)
            .to(self.to.checked()?)
            .subject(one_line(&self.subject))
            .header(AutoSubmitted);
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(reply_to.checked()?);
        }
        builder
            .multipart(parts)
            .map_err(|problem| MailProblem::Build(problem.to_string()))
    }

    fn checked_id(&self) -> Result<&str, MailProblem> {
        let id = self.message_id.trim_matches(['<', '>']);
        let fits = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '\\');
        match id.split_once('@') {
            Some((left, right))
                if !left.is_empty() && !right.is_empty() && id.chars().all(fits) =>
            {
                Ok(id)
            }
            _ => Err(MailProblem::MessageId(self.message_id.clone())),
        }
    }

    /// Where one part ends and the next begins. From the message's identity, not by chance, so that
    /// a message built twice is the same to the byte; text that somebody typed cannot know it.
    fn boundary(&self, part: &str) -> String {
        let id: String = self
            .message_id
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(40)
            .collect();
        format!("forthright-{part}-{id}")
    }
}

impl Mailbox {
    fn checked(&self) -> Result<lettre::message::Mailbox, MailProblem> {
        let address = self
            .address
            .parse()
            .map_err(|_| MailProblem::Address(self.address.clone()))?;
        let name = one_line(&self.name);
        let name = (!name.is_empty()).then_some(name);
        Ok(lettre::message::Mailbox::new(name, address))
    }
}

/// Names come from rosters and subjects from templates: a line break in one must not become a
/// header of its own.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn check_link(link: &str) -> Result<(), MailProblem> {
    let web = link.starts_with("https://") || link.starts_with("http://");
    if !web || link.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(MailProblem::Link(link.to_owned()));
    }
    Ok(())
}

/// RFC 3834, 5.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
