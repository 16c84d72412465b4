//! The decision and its reason.

use crate::{Action, Actor, Subject};
use domain::people::Relation;
use domain::{Kind, PersonId, Stream};
use std::collections::BTreeSet;

/// Why something is allowed. Pages word it in "Who can see this".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// It is the actor's own year, or own setting.
    Own,
    /// The teacher is on the actor's caseload today.
    Evaluator,
    /// The actor leads a school where the teacher works today.
    SchoolLeader,
    /// The actor takes part, and may still read the year. Whoever gave up the caseload takes no part any more, also in a
    /// conversation that was theirs: a teacher's record is open to those who supervise the work (C.R.S. 22-9-109(1)(b))
    /// and to nobody who did so once, and nobody acts on what they may not read. Such a conversation does not stay open:
    /// whoever evaluates since calls it off with a reason, which the teacher reads, and meets the teacher anew.
    Party,
    /// The actor was asked by name to read a decision near a cut (`leap.md` 7, L18), which may be somebody who reads
    /// nothing else of that year. Ends when the decision is confirmed, sent back or withdrawn.
    SecondReader,
    /// The question went to the actor, is of a topic that the actor is in charge of, or of somebody for whom the actor
    /// stands in today.
    Answers,
    HrPartner,
    /// The actor is the HR partner of a school where the teacher works today. Employment status is HR's to keep, so the
    /// partner sees what it rests on, each year's rating, and nothing else of any year.
    TeachersPartner,
    PerformanceOffice,
    Administrator,
    /// Teaches today, at any school.
    Teaching,
    /// Evaluates somebody today.
    Evaluating,
    /// Everybody of the district.
    Everybody,
    CommandLine,
}

impl Ground {
    pub const ALL: [Self; 14] = [
        Self::Own,
        Self::Evaluator,
        Self::SchoolLeader,
        Self::Party,
        Self::SecondReader,
        Self::Answers,
        Self::HrPartner,
        Self::TeachersPartner,
        Self::PerformanceOffice,
        Self::Administrator,
        Self::Teaching,
        Self::Evaluating,
        Self::Everybody,
        Self::CommandLine,
    ];

    /// The part of its key in the texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Evaluator => "evaluator",
            Self::SchoolLeader => "school-leader",
            Self::Party => "party",
            Self::SecondReader => "second-reader",
            Self::Answers => "answers",
            Self::HrPartner => "hr-partner",
            Self::TeachersPartner => "teachers-partner",
            Self::PerformanceOffice => "performance-office",
            Self::Administrator => "administrator",
            Self::Teaching => "teaching",
            Self::Evaluating => "evaluating",
            Self::Everybody => "everybody",
            Self::CommandLine => "command-line",
        }
    }

    /// The law or rule behind it, where one is cited.
    pub fn source(self) -> Option<&'static str> {
        match self {
            Self::Own => Some("C.R.S. 22-9-109(1)(a)"),
            Self::Evaluator | Self::SchoolLeader => Some("C.R.S. 22-9-109(1)(b)"),
            Self::HrPartner | Self::PerformanceOffice => Some("C.R.S. 22-9-109(2)"),
            Self::TeachersPartner => Some("C.R.S. 22-63-203"),
            Self::Party
            | Self::SecondReader
            | Self::Answers
            | Self::Administrator
            | Self::Teaching
            | Self::Evaluating
            | Self::Everybody
            | Self::CommandLine => None,
        }
    }
}

/// Why something is not allowed, by what the actor may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Denied {
    /// The actor may not even know that it exists: 404.
    NotKnown,
    /// The actor may see it and not do this: 403.
    NotAllowed,
}

/// The answer of [`may`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    Allowed(Ground),
    Denied(Denied),
}

impl Decision {
    pub fn is_allowed(&self) -> bool {
        matches!(self, Self::Allowed(_))
    }

    /// The permit for one write, bound to who, what and where.
    ///
    /// # Errors
    /// The denial, if it is one.
    pub fn permit(self, actor: &Actor, action: Action, stream: &Stream) -> Result<Permit, Denied> {
        match self {
            Self::Allowed(ground) => Ok(Permit {
                actor: actor.person,
                action,
                stream: stream.clone(),
                ground,
            }),
            Self::Denied(denied) => Err(denied),
        }
    }
}

/// Leave to write once. Cannot be copied, and says for whom, what and where it holds.
#[derive(Debug)]
pub struct Permit {
    actor: PersonId,
    action: Action,
    stream: Stream,
    ground: Ground,
}

impl Permit {
    /// Uses it up for a write. A permit for another actor, action or thing is a fault of the caller.
    pub fn is_for(self, actor: PersonId, action: Action, stream: &Stream) -> bool {
        self.actor == actor && self.action == action && self.stream == *stream
    }

    pub fn ground(&self) -> Ground {
        self.ground
    }
}

/// Whether an actor may do something with a thing today, and why.
pub fn may(actor: &Actor, action: Action, subject: &Subject) -> Decision {
    if !actor.has_access {
        return Decision::Denied(Denied::NotKnown);
    }
    let bonds = bonds(actor, subject);
    // Nobody states their own status, whatever office they hold.
    if action == Action::StateStatus && bonds.contains(&Ground::Own) {
        return Decision::Denied(Denied::NotAllowed);
    }
    if let Some(ground) = grounds(action).iter().find(|ground| bonds.contains(ground)) {
        return Decision::Allowed(*ground);
    }
    let may_know = grounds(reading(action))
        .iter()
        .any(|ground| bonds.contains(ground));
    Decision::Denied(if may_know {
        Denied::NotAllowed
    } else {
        Denied::NotKnown
    })
}

/// Every ground that binds the actor to the subject today.
fn bonds(actor: &Actor, subject: &Subject) -> BTreeSet<Ground> {
    let mut bonds = BTreeSet::new();
    if actor.is_command_line() {
        bonds.insert(Ground::CommandLine);
        return bonds;
    }
    bonds.insert(Ground::Everybody);
    if subject.owner == Some(actor.person) {
        bonds.insert(Ground::Own);
    }
    if subject.stream.kind == Kind::Question && subject.parties.contains(&actor.person) {
        bonds.insert(Ground::Answers);
    }
    let owner_is_another = subject.owner.is_some_and(|owner| owner != actor.person);
    if actor.teaches() {
        bonds.insert(Ground::Teaching);
    }
    if actor.caseload().next().is_some() {
        bonds.insert(Ground::Evaluating);
    }
    for relation in &actor.relations {
        match relation {
            Relation::Evaluates(teacher) if owner_is_another && subject.owner == Some(*teacher) => {
                bonds.insert(Ground::Evaluator);
            }
            Relation::Leads(school)
                if owner_is_another && subject.owner_schools.contains(school) =>
            {
                bonds.insert(Ground::SchoolLeader);
            }
            Relation::HrPartnerOf(school) => {
                bonds.insert(Ground::HrPartner);
                if owner_is_another && subject.owner_schools.contains(school) {
                    bonds.insert(Ground::TeachersPartner);
                }
            }
            Relation::PerformanceOffice => {
                bonds.insert(Ground::PerformanceOffice);
            }
            Relation::Administrator => {
                bonds.insert(Ground::Administrator);
            }
            Relation::TeachesAt(_) | Relation::Evaluates(_) | Relation::Leads(_) => {}
        }
    }
    let reads = grounds(Action::ReadRecord)
        .iter()
        .any(|ground| bonds.contains(ground));
    if subject.parties.contains(&actor.person) {
        if subject.stream.kind == Kind::Decision {
            if owner_is_another {
                bonds.insert(Ground::SecondReader);
            }
        } else if reads {
            bonds.insert(Ground::Party);
        }
    }
    bonds
}

/// The grounds on which an action is allowed, the strongest first.
pub(crate) fn grounds(action: Action) -> &'static [Ground] {
    use Action as A;
    use Ground as G;
    match action {
        A::ReadRoster | A::AssignEvaluator | A::ReadOutbox | A::ReadHealth => {
            &[G::Administrator, G::CommandLine]
        }
        A::ImportRoster | A::Grant => &[G::Administrator, G::CommandLine],
        A::EnterAdministrator => &[G::CommandLine],
        A::AdoptPack | A::EnterDays => &[G::Administrator, G::CommandLine],
        // A person with a name says it.
        A::ConfirmValues => &[G::Administrator],
        A::ProposeValues => &[G::PerformanceOffice, G::Administrator],
        A::ChooseLanguage => &[G::Own],
        A::ReadSchoolYear => &[G::Everybody, G::CommandLine],
        A::ReadLibrary => &[G::Everybody],
        A::ProposePage | A::ReviewPage => &[G::PerformanceOffice, G::Administrator],
        A::ReadCounts => &[G::HrPartner, G::PerformanceOffice],
        A::ReadRecord | A::ReadHistory => &[G::Own, G::Evaluator, G::SchoolLeader],
        A::ReadReceipts | A::TakeCopy => &[G::Own],
        A::ShareObservation | A::EnterMeasure => &[G::Evaluator, G::SchoolLeader],
        A::AnswerEvidence | A::RateSelf | A::Receive | A::AnswerRating => &[G::Own],
        A::RateProfessionalism | A::Schedule | A::SendMessage => &[G::Evaluator],
        A::ShareRationale | A::ShareRating | A::Recommend => &[G::Evaluator],
        // Whoever evaluates needs the standing and last year's rating, which the year shows, not every year behind them.
        A::ReadStatus => &[
            G::Own,
            G::SchoolLeader,
            G::TeachersPartner,
            G::PerformanceOffice,
        ],
        A::StateStatus => &[G::TeachersPartner, G::PerformanceOffice],
        A::AnswerStatus => &[G::Own],
        A::ImportEarlierRatings => &[G::PerformanceOffice, G::CommandLine],
        A::PreviewRating => &[G::Evaluator, G::SchoolLeader],
        // Whoever does both is asked as a teacher.
        A::GiveFeedback => &[G::Teaching, G::Evaluating],
        A::ReadFeedback => &[G::Everybody, G::CommandLine],
        A::ScreenFeedback | A::PublishFeedback => &[G::PerformanceOffice, G::Administrator],
        A::ReadDecision => &[G::Evaluator, G::SchoolLeader, G::SecondReader],
        A::Decide => &[G::SchoolLeader],
        A::ConfirmDecision => &[G::SecondReader],
        A::Prepare | A::SayWeMet | A::KeepPromise => &[G::Party],
        A::AskQuestion => &[G::Everybody],
        // Private to the asker and those who answer: no leader, evaluator or office reads it for being one.
        A::ReadQuestion | A::CloseQuestion => &[G::Own, G::Answers],
        A::FollowUp => &[G::Own],
        A::AnswerQuestion => &[G::Answers],
        A::KeepContacts => &[G::PerformanceOffice, G::Administrator],
    }
}

/// The reading without which one may not know that the thing exists.
fn reading(action: Action) -> Action {
    use Action as A;
    match action {
        A::ReadRoster | A::ImportRoster | A::EnterAdministrator | A::Grant | A::AssignEvaluator => {
            A::ReadRoster
        }
        A::ChooseLanguage
        | A::ReadSchoolYear
        | A::AdoptPack
        | A::ConfirmValues
        | A::ProposeValues
        | A::EnterDays => A::ReadSchoolYear,
        A::GiveFeedback | A::ReadFeedback | A::ScreenFeedback | A::PublishFeedback => {
            A::ReadFeedback
        }
        A::ReadLibrary | A::ProposePage | A::ReviewPage => A::ReadLibrary,
        A::StateStatus | A::AnswerStatus => A::ReadStatus,
        // The teacher does not know of it before the rating is shared.
        A::ReadDecision | A::Decide | A::ConfirmDecision => A::ReadDecision,
        A::ReadOutbox
        | A::ReadHealth
        | A::ReadCounts
        | A::ImportEarlierRatings
        | A::KeepContacts
        | A::AskQuestion => action,
        A::ReadQuestion | A::FollowUp | A::AnswerQuestion | A::CloseQuestion => A::ReadQuestion,
        _ => A::ReadRecord,
    }
}
