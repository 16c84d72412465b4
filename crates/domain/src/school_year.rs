//! The school year: its days, the policy pack that it adopted, and what the district confirmed of it. A pack is adopted
//! whole and never edited under a year.

mod confirmations;
mod proposals;

use crate::Refusal;
use crate::calendar::{Calendar, DaysOff};
use crate::id::{PersonId, YearId};
use crate::text;
use crate::thing::Context;
use crate::year_record::YearRecord;
use jiff::{Timestamp, civil::Date};
use policy::Pack;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

pub use confirmations::Confirmation;
pub use proposals::{End, Proposal};

/// A policy pack as it was when the year adopted it: its files are kept on the record.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Adopted {
    /// Such as `leap/2026-27`.
    pub name: String,
    pub version: u32,
    /// SHA-256 over paths and texts, hexadecimal.
    pub fingerprint: String,
    /// `(path, text)` of each file, sorted by path.
    pub files: Arc<Vec<(String, String)>>,
    #[serde(skip)]
    parsed: OnceLock<Option<Arc<Pack>>>,
}

impl PartialEq for Adopted {
    fn eq(&self, other: &Self) -> bool {
        self.fingerprint == other.fingerprint
            && self.name == other.name
            && self.version == other.version
    }
}

impl Adopted {
    /// The pack that these files make.
    pub fn new(name: String, version: u32, mut files: Vec<(String, String)>) -> Self {
        files.sort();
        let fingerprint = fingerprint(&files);
        Self {
            name,
            version,
            fingerprint,
            files: Arc::new(files),
            parsed: OnceLock::new(),
        }
    }

    /// Read once; `None` if this program can no longer read it.
    pub fn pack(&self) -> Option<&Pack> {
        self.read().map(|pack| &**pack)
    }

    fn read(&self) -> Option<&Arc<Pack>> {
        self.parsed
            .get_or_init(|| policy::load(&self.files).ok().map(Arc::new))
            .as_ref()
    }
}

/// SHA-256 over the lengths, paths and texts of a pack's files, hexadecimal.
pub fn fingerprint(files: &[(String, String)]) -> String {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    for (path, text) in files {
        for part in [path, text] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
    }
    hash.finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SchoolYear {
    pub year: Option<YearId>,
    pub adopted: Option<Adopted>,
    /// Those that it replaced, in their order: what was decided by them stays by them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Adopted>,
    pub calendar: Option<Calendar>,
    /// By the values' names; also those of values that the pack now has otherwise.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub confirmations: BTreeMap<String, Confirmation>,
    /// Changes to the pack that were proposed, in their order; a number counts from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proposals: Vec<Proposal>,
    /// Follows from the rest; whoever makes a year by hand leaves it empty.
    #[serde(skip)]
    pub in_force: InForce,
}

/// The adopted pack with what the district confirmed of it; made once, when it is first asked for.
#[derive(Clone, Debug, Default)]
pub struct InForce(OnceLock<Option<Arc<Pack>>>);

impl PartialEq for InForce {
    /// It follows from the rest.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    AdoptPack {
        year: YearId,
        adopted: Adopted,
        reason: String,
    },
    EnterDays {
        year: YearId,
        calendar: Calendar,
    },
    /// A named person says of values that no source settles that they are so.
    Confirm {
        year: YearId,
        /// Their names, such as `cuts`.
        values: Vec<String>,
        /// Where the district has it in writing.
        document: String,
    },
    TakeBack {
        year: YearId,
        value: String,
        reason: String,
    },
    /// The next version of the pack, with values typed anew.
    Propose {
        year: YearId,
        /// From the name of each value to its fields.
        values: BTreeMap<String, Vec<String>>,
        source: String,
        reason: String,
    },
    AdoptProposal {
        year: YearId,
        /// Counted from 1.
        proposal: usize,
        reason: String,
    },
    DeclineProposal {
        year: YearId,
        proposal: usize,
        reason: String,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    PackAdopted {
        year: YearId,
        adopted: Adopted,
        reason: String,
        /// The proposal that it carries out, counted from 1.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        proposal: Option<usize>,
    },
    DaysEntered {
        year: YearId,
        calendar: Calendar,
    },
    ValuesConfirmed {
        /// From each name to the value as it was confirmed.
        values: BTreeMap<String, String>,
        document: String,
        by: PersonId,
        at: Timestamp,
        on: Date,
    },
    ConfirmationTakenBack {
        value: String,
        reason: String,
    },
    Proposed {
        proposal: Proposal,
    },
    ProposalDeclined {
        proposal: usize,
        reason: String,
    },
}

impl SchoolYear {
    /// The pack that the year adopted, with the values that the district confirmed.
    pub fn pack(&self) -> Option<&Pack> {
        self.in_force
            .0
            .get_or_init(|| {
                let adopted = self.adopted.as_ref()?.read()?;
                if self.confirmations.is_empty() {
                    return Some(Arc::clone(adopted));
                }
                let pack = Pack::clone(adopted).confirmed(|value| {
                    let found = self.confirmation(value)?;
                    Some(found.document.as_str())
                });
                Some(Arc::new(pack))
            })
            .as_deref()
    }

    /// The pack by which a teacher's year is told: the one under which its rating was shared, else the year's.
    pub fn pack_of(&self, record: &YearRecord) -> Option<&Pack> {
        let shared = record.rating.released.as_ref();
        let then = shared.and_then(|released| {
            let mut earlier = self.earlier.iter().rev();
            earlier.find(|it| it.fingerprint == released.pack_fingerprint)
        });
        match then {
            Some(then) => then.pack(),
            None => self.pack(),
        }
    }

    /// The year's days, or the refusal that says that nobody entered them.
    pub fn days(&self) -> Result<&Calendar, Refusal> {
        self.calendar.as_ref().ok_or(Refusal::NoCalendar)
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::AdoptPack {
                year,
                adopted,
                reason,
            } => {
                let reason = text::optional(text::Field::Reason, &reason)?;
                if policy::load(&adopted.files).is_err() {
                    return Err(Refusal::PackDoesNotLoad);
                }
                if self.adopted.as_ref() == Some(&adopted) {
                    return Err(Refusal::PackAlreadyAdopted);
                }
                if self.adopted.is_some() && reason.is_empty() {
                    return Err(Refusal::Empty {
                        field: text::Field::Reason,
                    });
                }
                Ok(vec![Event::PackAdopted {
                    year,
                    adopted,
                    reason,
                    proposal: None,
                }])
            }
            Command::EnterDays { year, calendar } => {
                let calendar = checked(&year, calendar)?;
                if self.calendar.as_ref() == Some(&calendar) {
                    return Ok(vec![]);
                }
                Ok(vec![Event::DaysEntered { year, calendar }])
            }
            Command::Confirm {
                values, document, ..
            } => Ok(vec![self.confirm(&values, &document, cx)?]),
            Command::TakeBack { value, reason, .. } => Ok(vec![self.take_back(value, &reason)?]),
            Command::Propose {
                values,
                source,
                reason,
                ..
            } => Ok(vec![self.propose(values, &source, &reason, cx)?]),
            Command::AdoptProposal {
                year,
                proposal,
                reason,
            } => Ok(vec![self.adopt_proposal(year, proposal, &reason)?]),
            Command::DeclineProposal {
                proposal, reason, ..
            } => Ok(vec![self.decline(proposal, &reason)?]),
        }
    }

    pub fn apply(&mut self, event: &Event) {
        self.in_force = InForce::default();
        match event {
            Event::PackAdopted {
                year,
                adopted,
                reason,
                proposal,
            } => {
                self.year = Some(year.clone());
                self.earlier.extend(self.adopted.replace(adopted.clone()));
                if let Some(number) = proposal {
                    self.end(*number, true, reason);
                }
            }
            Event::DaysEntered { year, calendar } => {
                self.year = Some(year.clone());
                self.calendar = Some(calendar.clone());
            }
            Event::ValuesConfirmed {
                values,
                document,
                by,
                at,
                on,
            } => {
                for (name, is) in values {
                    let confirmation = Confirmation {
                        is: is.clone(),
                        document: document.clone(),
                        by: *by,
                        at: *at,
                        on: *on,
                    };
                    self.confirmations.insert(name.clone(), confirmation);
                }
            }
            Event::ConfirmationTakenBack { value, .. } => {
                self.confirmations.remove(value);
            }
            Event::Proposed { proposal } => self.proposals.push(proposal.clone()),
            Event::ProposalDeclined { proposal, reason } => self.end(*proposal, false, reason),
        }
    }
}

fn checked(year: &YearId, mut calendar: Calendar) -> Result<Calendar, Refusal> {
    let within = |day: Date| {
        (day.year() == year.begins() && day.month() >= 7)
            || (day.year() == year.begins() + 1 && day.month() <= 7)
    };
    if calendar.last <= calendar.first {
        return Err(Refusal::LastBeforeFirst);
    }
    if !within(calendar.first) || !within(calendar.last) {
        return Err(Refusal::DateOutsideYear {
            date: if within(calendar.first) {
                calendar.last
            } else {
                calendar.first
            },
        });
    }
    for off in &mut calendar.days_off {
        *off = DaysOff {
            label: text::required(text::Field::Label, &off.label)?,
            ..off.clone()
        };
        if off.to < off.from {
            return Err(Refusal::LastBeforeFirst);
        }
        if !within(off.from) || !within(off.to) {
            return Err(Refusal::DateOutsideYear {
                date: if within(off.from) { off.to } else { off.from },
            });
        }
    }
    calendar.days_off.sort_by_key(|off| (off.from, off.to));
    Ok(calendar)
}
