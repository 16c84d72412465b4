//! Typed policy packs: everything that a district decided, as data with its sources.
//!
//! A pack is a folder of TOML and Markdown files; [`load`] takes their paths and texts and gives a [`Pack`] or
//! every [`Problem`] it found. The domain decides with a pack, pages show its values with their sources.
//! This floor knows no file, teacher, clock or database.

mod characteristics;
mod check;
mod checklists;
mod confirmations;
mod conversations;
mod decisions;
mod difference;
mod exact;
mod feedback;
mod framework;
mod known;
mod layers;
mod library;
mod load;
mod measures;
mod messages;
mod pack;
mod problem;
mod procedures;
mod proposals;
mod questions;
mod ratings;
mod rationale;
mod reading;
pub mod rule;
mod schema;
mod school_year;
mod sources;
mod supports;
mod values;

pub use characteristics::{Characteristics, ProfileFit, RenewalTerm, Strand, StrandColumn};
pub use checklists::{Checklist, ChecklistItem, Each, FACTS};
pub use confirmations::ToConfirm;
pub use conversations::{
    AgendaItem, ConversationKind, Guide, Length, Minutes, SITUATIONS, Side, Step, TalkingPoint,
};
pub use decisions::{Decision, DecisionGuidance, DecisionPoint};
pub use difference::{Difference, Place, What, differences};
pub use exact::{Exact, NotExact, RoundingMode};
pub use feedback::{
    Audience, Feedback, FeedbackLabel, FeedbackQuestion, FeedbackRound, FeedbackSheet,
};
pub use framework::{Band, Descriptor, Domain, Framework, Indicator, ObservationKind};
pub use known::{Known, Ruled, Text};
pub use layers::{extends, with_base};
pub use library::{
    Directive, Library, LibraryPage, LibraryTopic, Misfit, PLACES, Readers, directives, is_page_id,
    may_lead, misfits, place_of, plain, searched, with_directives, without_fields,
};
pub use load::load;
pub use measures::{
    Collective, Goals, LabelledLevel, Measure, MeasureGroup, MeasureKind, Measures, Scale, Survey,
};
pub use messages::{About, Field, FieldClass, Message, Template, fields_of};
pub use pack::Pack;
pub use problem::{Fault, Problem};
pub use procedures::{Actor, Case, ChoiceOfWay, Ground, OptionSide, Procedure, ProcedureStep};
pub use proposals::{Takes, Typable, Untyped};
pub use questions::{Desk, Topic};
pub use ratings::{Aggregate, Floors, NoScore, Rating, RatingRule, StatusRule};
pub use rationale::{Concern, RationaleExample, RationaleGuidance, RationalePoint};
pub use schema::schemas;
pub use school_year::{Class, Deadline, Unit, When, Window};
pub use sources::{Piece, Source, Sources};
pub use supports::{PlanOutcome, PlanRule, SupportStep, Supports};
pub use values::{LeadsTo, Weighed};
