//! The decision near a cut (`leap.md` 3.6, step 4): within the half width of a cut the school leader picks one of the
//! two adjacent ratings, with reasons and evidence of the year, and a second reader confirms it (L18). Both candidates
//! stay in the trace of the rating, and nothing of it is shared before the rating is. `released` asks [`Decision::standing`].

use super::calculation::{self, Outcome};
use super::trace::{Node, NodeKind, Trace};
use crate::Refusal;
use crate::id::{PersonId, Stream, YearId};
use crate::people::{Directory, Office, Person, Post};
use crate::text::{self, Field};
use crate::thing::Context;
use jiff::{Timestamp, civil::Date};
use policy::Pack;
use serde::{Deserialize, Serialize};

/// Pieces of evidence that a decision links at least: the pack's number, two where it has none (`leap.md` 3.6, step 4).
pub fn least_evidence(pack: &Pack) -> usize {
    let least = pack.decisions.as_ref().map(|it| it.evidence_min.value);
    least.map_or(2, |least| usize::try_from(least).unwrap_or(usize::MAX))
}

/// What the school leader decided, with the sum as it was then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// The lower and the upper rating between which the decision was open, by the pack's ids.
    pub candidates: [String; 2],
    pub rating: String,
    pub reasons: String,
    /// Sorted, each once.
    pub evidence: Vec<Stream>,
    /// Who was asked to be the second reader.
    pub reader: PersonId,
    pub basis: Box<Trace>,
    pub by: PersonId,
    pub at: Timestamp,
    pub on: Date,
}

/// What became of a choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    Confirmed {
        by: PersonId,
        at: Timestamp,
        on: Date,
    },
    SentBack {
        reason: String,
        by: PersonId,
        at: Timestamp,
        on: Date,
    },
    Withdrawn {
        reason: String,
        by: PersonId,
        at: Timestamp,
        on: Date,
    },
}

/// A choice and its end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Made {
    pub choice: Choice,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<End>,
}

/// The decision of one teacher's year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    pub teacher: Option<PersonId>,
    pub year: Option<YearId>,
    /// Oldest first; the last one counts.
    pub made: Vec<Made>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    Decide {
        teacher: PersonId,
        year: YearId,
        rating: String,
        reasons: String,
        evidence: Vec<Stream>,
        reader: PersonId,
    },
    Confirm,
    SendBack {
        reason: String,
    },
    Withdraw {
        reason: String,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Decided {
        teacher: PersonId,
        year: YearId,
        choice: Choice,
    },
    Confirmed {
        by: PersonId,
        at: Timestamp,
        on: Date,
    },
    SentBack {
        reason: String,
        by: PersonId,
        at: Timestamp,
        on: Date,
    },
    Withdrawn {
        reason: String,
        by: PersonId,
        at: Timestamp,
        on: Date,
    },
}

/// How a confirmed decision stands in the trace that is shared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decided {
    pub candidates: [String; 2],
    pub rating: String,
    pub reasons: String,
    pub evidence: Vec<Stream>,
    pub by: PersonId,
    pub on: Date,
    /// The second reader who confirmed it.
    pub confirmed_by: PersonId,
    pub confirmed_on: Date,
}

/// What of the sum under a decision is different now.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// A measure of the pack, by its id in the trace.
    Measure(String),
    /// Where ratings begin, or how near is near.
    Cuts,
    /// The year has no rating to decide about any more: something is missing, or the points left the band.
    NothingToDecide,
}

/// Where the last decision stands, as the year is now.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing<'a> {
    /// None was made, or the last one was sent back or withdrawn.
    Open(Option<&'a Made>),
    /// Waits for the second reader.
    Waiting(&'a Choice),
    Confirmed(&'a Choice, Decided),
    /// What it rested on changed; it must be made anew.
    Void(&'a Choice, Vec<Difference>),
}

impl Command {
    pub fn opens(&self) -> Option<(PersonId, YearId)> {
        match self {
            Self::Decide { teacher, year, .. } => Some((*teacher, year.clone())),
            _ => None,
        }
    }
}

impl Decision {
    pub fn about(&self) -> Option<(PersonId, YearId)> {
        self.teacher.zip(self.year.clone())
    }

    /// The last choice, if it is neither confirmed, sent back nor withdrawn.
    pub fn waiting(&self) -> Option<&Choice> {
        self.made
            .last()
            .filter(|made| made.end.is_none())
            .map(|made| &made.choice)
    }

    /// Where the last decision stands beside what the year gives now.
    pub fn standing(&self, outcome: &Outcome) -> Standing<'_> {
        let Some(made) = self.made.last() else {
            return Standing::Open(None);
        };
        let confirmed = match &made.end {
            None => None,
            Some(End::Confirmed { by, on, .. }) => Some((*by, *on)),
            Some(End::SentBack { .. } | End::Withdrawn { .. }) => {
                return Standing::Open(Some(made));
            }
        };
        let choice = &made.choice;
        let differences = differences(&choice.basis, outcome);
        if !differences.is_empty() {
            return Standing::Void(choice, differences);
        }
        match confirmed {
            None => Standing::Waiting(choice),
            Some((confirmed_by, confirmed_on)) => Standing::Confirmed(
                choice,
                Decided {
                    candidates: choice.candidates.clone(),
                    rating: choice.rating.clone(),
                    reasons: choice.reasons.clone(),
                    evidence: choice.evidence.clone(),
                    by: choice.by,
                    on: choice.on,
                    confirmed_by,
                    confirmed_on,
                },
            ),
        }
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        let (_, pack) = cx.adopted()?;
        let record = cx.record()?;
        if record.rating_is_shared() {
            return Err(Refusal::RatingShared);
        }
        let outcome = calculation::outcome(&record.rating_inputs(pack), pack);
        let standing = self.standing(&outcome);
        let (by, at, on) = (cx.actor, cx.now, cx.today);
        match command {
            Command::Decide {
                teacher,
                year,
                rating,
                reasons,
                mut evidence,
                reader,
            } => {
                match standing {
                    Standing::Waiting(_) => return Err(Refusal::DecisionWaits),
                    Standing::Confirmed(..) => return Err(Refusal::DecisionConfirmed),
                    Standing::Open(_) | Standing::Void(..) => {}
                }
                let Outcome::DecisionRequired {
                    lower,
                    upper,
                    trace,
                } = outcome
                else {
                    return Err(Refusal::NothingToDecide);
                };
                if rating != lower && rating != upper {
                    return Err(Refusal::NotACandidate { lower, upper });
                }
                let reasons = text::required(Field::Rationale, &reasons)?;
                evidence.sort();
                evidence.dedup();
                if !evidence.iter().all(|linked| record.is_evidence(linked)) {
                    return Err(Refusal::EvidenceNotShared);
                }
                let least = least_evidence(pack);
                if evidence.len() < least {
                    return Err(Refusal::TooLittleEvidence { least });
                }
                let everybody = cx.directory.ok_or(Refusal::NoSuchPerson)?;
                if !second_readers(everybody, &record.person, by, on).contains(&reader) {
                    return Err(Refusal::NotASecondReader);
                }
                let choice = Choice {
                    candidates: [lower, upper],
                    rating,
                    reasons,
                    evidence,
                    reader,
                    basis: Box::new(trace),
                    by,
                    at,
                    on,
                };
                Ok(vec![Event::Decided {
                    teacher,
                    year,
                    choice,
                }])
            }
            Command::Confirm => match standing {
                Standing::Open(_) => Err(Refusal::NothingToDecide),
                Standing::Confirmed(..) => Err(Refusal::DecisionConfirmed),
                Standing::Waiting(choice) | Standing::Void(choice, _) if choice.reader != by => {
                    Err(Refusal::NotASecondReader)
                }
                Standing::Void(..) => Err(Refusal::DecisionVoid),
                Standing::Waiting(_) => Ok(vec![Event::Confirmed { by, at, on }]),
            },
            Command::SendBack { reason } => {
                let choice = self.waiting().ok_or(Refusal::NothingToDecide)?;
                if choice.reader != by {
                    return Err(Refusal::NotASecondReader);
                }
                let reason = text::required(Field::Reason, &reason)?;
                Ok(vec![Event::SentBack { reason, by, at, on }])
            }
            Command::Withdraw { reason } => {
                self.waiting().ok_or(Refusal::NothingToDecide)?;
                let reason = text::required(Field::Reason, &reason)?;
                Ok(vec![Event::Withdrawn { reason, by, at, on }])
            }
        }
    }

    pub fn apply(&mut self, event: &Event) {
        let end = match event {
            Event::Decided {
                teacher,
                year,
                choice,
            } => {
                self.teacher = Some(*teacher);
                self.year = Some(year.clone());
                self.made.push(Made {
                    choice: choice.clone(),
                    end: None,
                });
                return;
            }
            Event::Confirmed { by, at, on } => End::Confirmed {
                by: *by,
                at: *at,
                on: *on,
            },
            Event::SentBack { reason, by, at, on } => End::SentBack {
                reason: reason.clone(),
                by: *by,
                at: *at,
                on: *on,
            },
            Event::Withdrawn { reason, by, at, on } => End::Withdrawn {
                reason: reason.clone(),
                by: *by,
                at: *at,
                on: *on,
            },
        };
        if let Some(made) = self.made.last_mut() {
            made.end = Some(end);
        }
    }
}

/// Who may be the second reader of a decision about this teacher: whoever leads a school of the teacher's, whoever
/// evaluates there (the leadership team that norms each decision: `leap.md` 9, C394-OBS, L17), or the performance
/// office. Never the decider, the teacher, nor the only evaluator of the teacher, whose ratings are being read.
pub fn second_readers(
    everybody: &Directory,
    teacher: &Person,
    decider: PersonId,
    today: Date,
) -> Vec<PersonId> {
    let schools: Vec<_> = teacher.teaches_at(today).collect();
    let mut own: Vec<PersonId> = teacher
        .evaluators_on(today)
        .map(|assignment| assignment.evaluator)
        .collect();
    own.sort();
    own.dedup();
    let evaluates_here = |id: PersonId| {
        everybody.people.values().any(|other| {
            other
                .evaluators_on(today)
                .any(|it| it.evaluator == id && schools.contains(&it.school))
        })
    };
    everybody
        .people
        .iter()
        .filter(|(id, person)| {
            let leads = person
                .posts_on(today)
                .any(|it| it.post == Post::SchoolLeader && schools.contains(&it.school));
            let office = || {
                person
                    .grants_on(today)
                    .any(|grant| grant.office == Office::PerformanceOffice)
            };
            **id != decider
                && Some(**id) != teacher.id
                && own != [**id]
                && person.has_access(today)
                && (leads || office() || evaluates_here(**id))
        })
        .map(|(id, _)| *id)
        .collect()
}

/// What of the sum is different from the one under a decision. Sources and how well a value is known decide nothing.
fn differences(basis: &Trace, outcome: &Outcome) -> Vec<Difference> {
    let Outcome::DecisionRequired { trace, .. } = outcome else {
        return vec![Difference::NothingToDecide];
    };
    let (then, now) = (measures(&basis.composite), measures(&trace.composite));
    let mut found: Vec<Difference> = then
        .iter()
        .filter(|node| {
            !now.iter()
                .any(|other| other.id == node.id && same(node, other))
        })
        .chain(
            now.iter()
                .filter(|node| !then.iter().any(|other| other.id == node.id)),
        )
        .map(|node| Difference::Measure(node.id.clone()))
        .collect();
    let (then, now) = (&basis.placement, &trace.placement);
    if then.cuts != now.cuts || then.half_width != now.half_width {
        found.push(Difference::Cuts);
    }
    found
}

fn measures(node: &Node) -> Vec<&Node> {
    match node.kind {
        NodeKind::Measure(_) => vec![node],
        _ => node.children.iter().flat_map(measures).collect(),
    }
}

fn same(a: &Node, b: &Node) -> bool {
    a.id == b.id
        && a.rule == b.rule
        && a.inputs == b.inputs
        && a.weight == b.weight
        && a.value == b.value
        && a.cut == b.cut
        && a.children.len() == b.children.len()
        && a.children.iter().zip(&b.children).all(|(a, b)| same(a, b))
}
