//! Neutral notices: what leaves the house says that something is there and asks for sign-in, no more. Written in the
//! receiver's language, enqueued with the event that causes them, sent by the outbox alone.

use crate::app::Settings;
use domain::Stream;
use domain::conversations::Slot;
use domain::people::Particulars;
use record::{Colleague, Notice};
use serde::{Deserialize, Serialize};
use words::{Language, Words};

/// What the sender makes a mail of, kept with the notice. Text lines stand in the notice's body.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Parts {
    pub language: String,
    pub to_name: String,
    pub link_label: String,
    pub link: String,
    pub closing: String,
    /// Who answers a reply.
    pub reply_name: String,
    pub reply_address: String,
    pub invite: Option<Invitation>,
}

/// The calendar object of a conversation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Invitation {
    /// Stable for the conversation's life.
    pub uid: String,
    pub sequence: u32,
    pub slot: Slot,
    pub summary: String,
    pub description: String,
    pub organizer: (String, String),
    pub attendees: Vec<(String, String)>,
    pub cancelled: bool,
}

/// What the sender puts down as the error of a notice that it never gave to the mail server; the outbox says it by
/// `outbox-error-<this>`. Any other error is the mail server's own words.
pub const TOO_OLD: &str = "too-old";
pub const UNWRITABLE: &str = "unwritable";

/// What an announcement is about; each has a subject and a line of `text/<language>/letters.ftl`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announced {
    Shared,
    Message,
    Answered,
    Received,
    /// Somebody is asked to read something.
    Asked,
    /// A question or its answer: not even from whom.
    Something,
}

impl Announced {
    fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Shared => ("mail-shared-subject", "mail-shared"),
            Self::Message => ("mail-message-subject", "mail-message"),
            Self::Answered => ("mail-answered-subject", "mail-answered"),
            Self::Asked => ("mail-asked-subject", "mail-asked"),
            Self::Received => ("mail-acknowledged-subject", "mail-acknowledged"),
            Self::Something => ("mail-something-subject", "mail-something"),
        }
    }
}

/// The language in which somebody is written to.
pub fn language_of(colleague: &Colleague) -> Words {
    Words::new(
        colleague
            .language
            .as_deref()
            .and_then(Language::from_tag)
            .unwrap_or(Language::En),
    )
}

/// Whoever causes a notice, and the house that it comes from.
#[derive(Clone, Copy)]
pub struct Writer<'a> {
    pub person: &'a Particulars,
    pub settings: &'a Settings,
}

/// A notice to one person that something is there, at a plain address that asks for sign-in.
pub fn announce(writer: Writer<'_>, to: &Colleague, what: Announced, path: &str) -> Notice {
    let words = language_of(to);
    let (subject, line) = what.keys();
    let name = || [("name", words::Value::from(writer.person.name.full()))];
    let mut parts = parts(writer, words, to, path, None);
    if what == Announced::Something {
        parts.closing.clear();
        parts.reply_name.clear();
        parts.reply_address.clear();
    }
    Notice {
        to: to.id,
        address: to.email.clone(),
        kind: "announcement".to_owned(),
        subject: words.with(subject, &name()),
        body: words.with(line, &name()),
        parts: serde_json::to_value(parts).unwrap_or_default(),
    }
}

/// Which letter a conversation's invite is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invited {
    New,
    Moved,
    Off,
}

/// A calendar invite for one side of a conversation; the organizer is the evaluator.
pub fn invite(
    writer: Writer<'_>,
    to: &Colleague,
    sides: (&Colleague, &Colleague),
    stream: &Stream,
    slot: &Slot,
    sequence: u32,
    what: Invited,
) -> Notice {
    let words = language_of(to);
    let (teacher, evaluator) = sides;
    let path = format!("/conversations/{}", stream.key);
    let ends = slot
        .on
        .to_datetime(slot.begins)
        .saturating_add(jiff::Span::new().minutes(i64::from(slot.minutes)))
        .time();
    let values = || {
        [
            ("name", words::Value::from(writer.person.name.full())),
            ("date", words.date(slot.on).into()),
            ("start", words.time(slot.begins).into()),
            ("end", words.time(ends).into()),
        ]
    };
    let (subject, text) = match what {
        Invited::New => ("invite-subject", "invite-text"),
        Invited::Moved => ("invite-moved-subject", "invite-moved-text"),
        Invited::Off => ("invite-off-subject", "invite-off-text"),
    };
    let used = |key: &str, names: &[&str]| {
        let values: Vec<_> = values()
            .into_iter()
            .filter(|(name, _)| names.contains(name))
            .collect();
        words.with(key, &values)
    };
    let text_names: &[&str] = if what == Invited::Off {
        &["date", "start"]
    } else {
        &["name", "date", "start", "end"]
    };
    let place = words.with("invite-place", &[("place", (&slot.place).into())]);
    let mailbox = |person: &Colleague| (person.name.full(), person.email.clone());
    let invitation = Invitation {
        uid: format!("{}@forthright", stream.key),
        sequence,
        slot: slot.clone(),
        summary: words.with(
            "invite-summary",
            &[
                ("teacher", teacher.name.full().into()),
                ("evaluator", evaluator.name.full().into()),
            ],
        ),
        description: words.with(
            "invite-description",
            &[("link", writer.settings.address_of(&path).into())],
        ),
        organizer: mailbox(evaluator),
        attendees: [teacher, evaluator]
            .into_iter()
            .filter(|side| !side.email.is_empty())
            .map(mailbox)
            .collect(),
        cancelled: what == Invited::Off,
    };
    Notice {
        to: to.id,
        address: to.email.clone(),
        kind: "invite".to_owned(),
        subject: used(subject, &["date"]),
        body: [used(text, text_names), place].join("\n"),
        parts: serde_json::to_value(parts(writer, words, to, &path, Some(invitation)))
            .unwrap_or_default(),
    }
}

fn parts(
    writer: Writer<'_>,
    words: Words,
    to: &Colleague,
    path: &str,
    invite: Option<Invitation>,
) -> Parts {
    let own = writer.person;
    Parts {
        language: words.language().tag().to_owned(),
        to_name: to.name.full(),
        link_label: words.say(if invite.is_some() {
            "invite-open"
        } else {
            "mail-open"
        }),
        link: writer.settings.address_of(path),
        closing: words.with("mail-reply-to", &[("name", own.name.full().into())]),
        reply_name: own.name.full(),
        reply_address: own.email.clone(),
        invite,
    }
}
