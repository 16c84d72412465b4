//! The sender of the outbox: takes what is due, writes the letter, hands it to the district's mail server, and puts
//! down what became of it. Runs beside `serve` where a mail server is named; the demo has none.

mod letter;
mod relay;

use crate::server::{Stop, stopped};
use anyhow::{Result, bail};
use clap::Args;
use jiff::{SignedDuration, Timestamp};
use letter::Letters;
use lettre::AsyncTransport;
use lettre::transport::smtp::Error as SmtpError;
use pages::notices::{TOO_OLD, UNWRITABLE};
use record::{Queued, Record};
use relay::Relay;
use std::time::Duration;

#[derive(Args, Clone, Debug)]
pub struct Mail {
    /// The district's mail server: smtp+starttls://USER:PASSWORD@HOST:PORT, smtps://… or smtp://HOST:PORT. Without
    /// one nothing is sent, and sign-in links come from `forthright link`.
    #[arg(
        long = "mail",
        env = "FORTHRIGHT_MAIL",
        hide_env_values = true,
        value_name = "URL"
    )]
    pub server: Option<String>,
    /// The address that mails come from; without it forthright@ and the host of the public address.
    #[arg(
        long = "mail-from",
        env = "FORTHRIGHT_MAIL_FROM",
        value_name = "ADDRESS"
    )]
    pub from: Option<String>,
}

/// How often the outbox is looked at when nothing is under way; a sign-in mail waits no longer.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// A notice that was not sent by then is given up: after a longer silence it would surprise more than it tells.
const GIVEN_UP_AFTER: SignedDuration = SignedDuration::from_hours(72);
/// A sign-in link is dead by then.
const LINK_GIVEN_UP_AFTER: SignedDuration = SignedDuration::from_mins(pages::sign_in::LINK_MINUTES);
/// The pause after the first failure; each further one is twice as long.
const FIRST_PAUSE: SignedDuration = SignedDuration::from_mins(1);
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(6);

/// Replies that speak of our own sign-in to the mail server, not of the letter: somebody must mend the settings, and
/// until then the letter waits (RFC 4954, 6).
const OF_OUR_SIGN_IN: [u16; 4] = [530, 534, 535, 538];

impl Mail {
    /// The sender, if a mail server is named.
    ///
    /// # Errors
    /// A sentence about an address that cannot be used.
    pub fn sender(&self, from: &str, record: &Record) -> Result<Option<Sender>> {
        let Some((_, domain)) = from
            .split_once('@')
            .filter(|(name, domain)| !name.is_empty() && !domain.is_empty())
        else {
            bail!("The sender {from} is no e-mail address such as forthright@example.org.");
        };
        let Some(server) = &self.server else {
            return Ok(None);
        };
        let relay = Relay::new(server, domain)?;
        let letters = Letters {
            from: from.to_owned(),
            domain: domain.to_owned(),
            record: record.clone(),
        };
        Ok(Some(Sender {
            relay,
            letters,
            record: record.clone(),
        }))
    }
}

pub struct Sender {
    relay: Relay,
    letters: Letters,
    record: Record,
}

/// What becomes of a notice.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Sent,
    Again(String),
    Failed(String),
}

impl Sender {
    /// Sends until told to stop; a letter under way is sent to its end.
    pub async fn run(self, stop: Stop) {
        while !*stop.borrow() {
            let pause = match self.next().await {
                Ok(true) => continue,
                Ok(false) => LOOK_EVERY,
                Err(error) => {
                    tracing::error!(%error, "the outbox cannot be read");
                    LOOK_EVERY * 5
                }
            };
            tokio::select! { () = tokio::time::sleep(pause) => {}, () = stopped(stop.clone()) => {} }
        }
    }

    /// Sends one letter; whether there was one.
    async fn next(&self) -> record::Result<bool> {
        // Looking costs no write; taking does.
        if self.record.outbox_waiting().await?.notices == 0 {
            return Ok(false);
        }
        let Some(queued) = self.record.outbox_due(1).await?.into_iter().next() else {
            return Ok(false);
        };
        let id = queued.id.as_str();
        match self.send(&queued).await {
            Outcome::Sent => {
                tracing::info!(id, kind = queued.notice.kind, "mail sent");
                metrics::counter!("mail_total", "outcome" => "sent").increment(1);
                self.record.outbox_sent(id).await?;
            }
            Outcome::Again(error) => {
                tracing::warn!(id, tries = queued.tries, "mail not sent; it is tried again");
                metrics::counter!("mail_total", "outcome" => "again").increment(1);
                self.record
                    .outbox_again(id, pause(queued.tries), &error)
                    .await?;
            }
            Outcome::Failed(error) => {
                tracing::warn!(id, tries = queued.tries, "mail given up");
                metrics::counter!("mail_total", "outcome" => "failed").increment(1);
                self.record.outbox_failed(id, &error).await?;
            }
        }
        Ok(true)
    }

    async fn send(&self, queued: &Queued) -> Outcome {
        if queued.notice.address.is_empty() {
            return Outcome::Failed(String::new());
        }
        if is_too_old(queued, Timestamp::now()) {
            return Outcome::Failed(if queued.error.is_empty() {
                TOO_OLD.to_owned()
            } else {
                queued.error.clone()
            });
        }
        let message = match self.letters.message(queued).await {
            Ok(message) => message,
            Err(error) => {
                tracing::error!(id = queued.id, %error, "a letter cannot be written");
                return Outcome::Failed(UNWRITABLE.to_owned());
            }
        };
        match self.relay.transport.send(message).await {
            Ok(_) => Outcome::Sent,
            Err(error) => judged(&error),
        }
    }
}

/// A refusal of the letter is final, everything else may pass.
fn judged(error: &SmtpError) -> Outcome {
    let said = in_one_line(error);
    let code = error.status().map(u16::from);
    if error.is_permanent() && code.is_none_or(|code| !OF_OUR_SIGN_IN.contains(&code)) {
        Outcome::Failed(said)
    } else {
        Outcome::Again(said)
    }
}

/// The error with its causes, as the outbox page shows it.
fn in_one_line(error: &SmtpError) -> String {
    let mut said = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        let more = error.to_string();
        if !said.contains(&more) {
            said = format!("{said}: {more}");
        }
        cause = error.source();
    }
    said.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(300)
        .collect()
}

fn is_too_old(queued: &Queued, now: Timestamp) -> bool {
    let most = if queued.notice.kind == "link" {
        LINK_GIVEN_UP_AFTER
    } else {
        GIVEN_UP_AFTER
    };
    now.duration_since(queued.created_at) > most
}

/// How long to wait after so many tries.
fn pause(tries: u64) -> SignedDuration {
    let doubled = u32::try_from(tries.saturating_sub(1))
        .ok()
        .and_then(|times| 2_i32.checked_pow(times));
    doubled
        .and_then(|times| FIRST_PAUSE.checked_mul(times))
        .unwrap_or(LONGEST_PAUSE)
        .min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use record::Notice;

    fn queued(kind: &str, created_at: &str) -> Queued {
        let created_at: Timestamp = created_at.parse().unwrap();
        let notice = Notice {
            to: domain::PersonId(uuid::Uuid::nil()),
            address: "imani@larkspur.example".to_owned(),
            kind: kind.to_owned(),
            subject: String::new(),
            body: String::new(),
            parts: serde_json::Value::Null,
        };
        Queued {
            id: String::new(),
            notice,
            created_at,
            due_at: created_at,
            tries: 1,
            sent_at: None,
            failed_at: None,
            error: String::new(),
        }
    }

    #[test]
    fn pauses_grow_from_a_minute_to_six_hours() {
        let minutes: Vec<i64> = (1..=11).map(|tries| pause(tries).as_mins()).collect();
        assert_eq!(minutes, [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
        assert_eq!(pause(0), FIRST_PAUSE);
        assert_eq!(pause(u64::MAX), LONGEST_PAUSE);
    }

    #[test]
    fn a_notice_is_given_up_after_three_days_and_a_link_when_it_is_dead() {
        let now: Timestamp = "2026-11-05T12:00:00Z".parse().unwrap();
        assert!(!is_too_old(
            &queued("announcement", "2026-11-02T12:00:00Z"),
            now
        ));
        assert!(is_too_old(
            &queued("announcement", "2026-11-02T11:59:59Z"),
            now
        ));
        assert!(!is_too_old(&queued("link", "2026-11-05T11:45:00Z"), now));
        assert!(is_too_old(&queued("link", "2026-11-05T11:44:59Z"), now));
    }
}
