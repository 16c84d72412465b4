//! What every handler shares: the record, the settings, the packs on offer, and the demo's bar where there is one.

use crate::headers::is_loopback;
use crate::roster::{Applied, Readings};
use domain::people::roster::RosterFile;
use domain::status::earlier;
use maud::Markup;
use record::Record;
use std::sync::Arc;
use words::Words;

/// Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    record: Record,
    settings: Settings,
    packs: Vec<PackOnOffer>,
    demo: Option<Arc<dyn DemoBar>>,
    readings: Readings<RosterFile, Applied>,
    ratings: Readings<earlier::File, earlier::Counts>,
}

/// How this server is reached and how it writes to people.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Scheme and authority of the public address, such as `https://growth.example.org`; no path.
    pub origin: String,
    /// The public address is this machine's own; then cookies need no TLS.
    pub loopback: bool,
    /// Sender of every mail, `user@host`.
    pub mail_from: String,
    /// Without a mail server no sign-in mail is sent: links come from the command line alone.
    pub sends_mail: bool,
    /// Sign-in links for one address in 15 minutes.
    pub links_per_address: u32,
    /// Sign-in links for one network address in 15 minutes.
    pub links_per_network: u32,
    /// A session ends after so many minutes without activity.
    pub idle_minutes: u32,
    /// A session ends after so many hours.
    pub absolute_hours: u32,
}

impl Settings {
    /// The usual limits at this origin.
    pub fn at(origin: &str) -> Self {
        let authority = origin
            .split_once("://")
            .map_or(origin, |(_, authority)| authority);
        let host = authority
            .rsplit_once(':')
            .map_or(authority, |(host, _)| host);
        Self {
            origin: origin.trim_end_matches('/').to_owned(),
            loopback: is_loopback(authority),
            mail_from: format!(
                "forthright@{}",
                if host.contains('.') && !is_loopback(host) {
                    host
                } else {
                    "localhost.localdomain"
                }
            ),
            sends_mail: false,
            links_per_address: 5,
            links_per_network: 30,
            idle_minutes: 60,
            absolute_hours: 12,
        }
    }

    /// A page's full address, for mails.
    pub fn address_of(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

/// A policy pack that the administrator may adopt.
#[derive(Clone, Debug)]
pub struct PackOnOffer {
    /// Such as `leap/2026-27`.
    pub name: String,
    /// `(path, text)`.
    pub files: Vec<(String, String)>,
}

/// The bar that only `demo` puts above every page.
pub trait DemoBar: Send + Sync {
    /// The bar for this reader; `here` is the path to come back to.
    fn bar(&self, words: Words, here: &str, person: Option<domain::PersonId>) -> Markup;
}

impl App {
    pub fn new(
        record: Record,
        settings: Settings,
        packs: Vec<PackOnOffer>,
        demo: Option<Arc<dyn DemoBar>>,
    ) -> Self {
        Self(Arc::new(Inner {
            record,
            settings,
            packs,
            demo,
            readings: Readings::default(),
            ratings: Readings::default(),
        }))
    }

    pub fn record(&self) -> &Record {
        &self.0.record
    }

    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    pub fn packs(&self) -> &[PackOnOffer] {
        &self.0.packs
    }

    /// Rosters that were read and wait to be applied.
    pub fn readings(&self) -> &Readings<RosterFile, Applied> {
        &self.0.readings
    }

    /// Files of earlier ratings that were read and wait to be applied.
    pub fn ratings(&self) -> &Readings<earlier::File, earlier::Counts> {
        &self.0.ratings
    }

    pub fn demo_bar(
        &self,
        words: Words,
        here: &str,
        person: Option<domain::PersonId>,
    ) -> Option<Markup> {
        self.0
            .demo
            .as_ref()
            .map(|demo| demo.bar(words, here, person))
    }
}
