//! From a notice in the outbox to the message that leaves the house.

use anyhow::{Context, Result};
use domain::people::school::SchoolKind;
use jiff::Span;
use letters::invite::{Meeting, Method, Participant};
use letters::mail::{Heading, Invite, Mailbox, Notice};
use lettre::Message;
use pages::notices::{Invitation, Parts};
use record::{Queued, Record};
use words::{Language, Words};

/// The name of the sender beside its address.
const SENDER: &str = "Forthright";

pub struct Letters {
    /// The address that mails come from.
    pub from: String,
    /// The right part of a Message-ID.
    pub domain: String,
    pub record: Record,
}

impl Letters {
    /// The message of a notice; the same notice gives the same bytes, however often it is tried.
    pub async fn message(&self, queued: &Queued) -> Result<Message> {
        let parts: Parts = match &queued.notice.parts {
            serde_json::Value::Null => Parts::default(),
            parts => serde_json::from_value(parts.clone())
                .context("the notice's parts cannot be read")?,
        };
        let words = Words::new(Language::from_tag(&parts.language).unwrap_or(Language::En));
        let notice = if queued.notice.kind == "link" {
            self.sign_in(queued, &parts)
        } else {
            self.notice(queued, &parts, words).await?
        };
        Ok(match &parts.invite {
            Some(invitation) => Invite {
                meeting: self.meeting(queued, invitation)?,
                method: method(invitation),
                notice,
            }
            .message()?,
            None => notice.message()?,
        })
    }

    fn heading(&self, queued: &Queued, parts: &Parts) -> Heading {
        let has_human = !parts.reply_address.is_empty();
        Heading {
            to: Mailbox {
                name: parts.to_name.clone(),
                address: queued.notice.address.clone(),
            },
            from: Mailbox {
                name: SENDER.to_owned(),
                address: self.from.clone(),
            },
            reply_to: has_human.then(|| Mailbox {
                name: parts.reply_name.clone(),
                address: parts.reply_address.clone(),
            }),
            subject: queued.notice.subject.clone(),
            message_id: format!("{}@{}", queued.id, self.domain),
            date: queued.created_at,
        }
    }

    /// The last line of the body stands before the link.
    fn sign_in(&self, queued: &Queued, parts: &Parts) -> Notice {
        let mut lines = lines(&queued.notice.body);
        let link_label = lines.pop().unwrap_or_default();
        Notice {
            heading: self.heading(queued, parts),
            language: parts.language.clone(),
            text_lines: lines,
            link_label,
            link: parts.link.clone(),
            closing: self::lines(&parts.closing),
        }
    }

    async fn notice(&self, queued: &Queued, parts: &Parts, words: Words) -> Result<Notice> {
        let mut text_lines =
            vec![words.with("mail-greeting", &[("name", (&parts.to_name).into())])];
        text_lines.extend(lines(&queued.notice.body));
        let mut closing = if parts.reply_address.is_empty() {
            vec![]
        } else {
            lines(&parts.closing)
        };
        if let Some(district) = self.district().await? {
            closing.push(words.with("mail-why", &[("district", district.into())]));
        }
        Ok(Notice {
            heading: self.heading(queued, parts),
            language: words.language().tag().to_owned(),
            text_lines,
            link_label: parts.link_label.clone(),
            link: parts.link.clone(),
            closing,
        })
    }

    /// The district's name as its roster has it.
    async fn district(&self) -> Result<Option<String>> {
        let schools = self.record.schools().await?;
        let district = schools
            .into_values()
            .find(|school| school.particulars.kind == SchoolKind::District);
        Ok(district.map(|district| district.particulars.name))
    }

    fn meeting(&self, queued: &Queued, invitation: &Invitation) -> Result<Meeting> {
        let slot = &invitation.slot;
        let start = slot.on.to_datetime(slot.begins);
        let participant = |(name, address): &(String, String)| Participant {
            name: name.clone(),
            address: address.clone(),
        };
        Ok(Meeting {
            uid: invitation.uid.clone(),
            sequence: invitation.sequence,
            stamped_at: queued.created_at,
            start,
            end: start.checked_add(Span::new().minutes(i64::from(slot.minutes)))?,
            zone: self
                .record
                .zone()
                .iana_name()
                .context("the district's zone has no name")?
                .to_owned(),
            summary: invitation.summary.clone(),
            location: slot.place.clone(),
            description: invitation.description.clone(),
            organizer: participant(&invitation.organizer),
            attendees: invitation.attendees.iter().map(participant).collect(),
        })
    }
}

fn method(invitation: &Invitation) -> Method {
    if invitation.cancelled {
        Method::Cancel
    } else {
        Method::Request
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(ToOwned::to_owned).collect()
}
