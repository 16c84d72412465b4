//! The trade itself: what may happen, what follows, and why. Knows no clock, no database and no language.
//! A room is a file of the same name; `thing` is the shape that all of them share.

pub mod calendar;
pub mod conversations;
pub mod counts;
pub mod feedback;
pub mod id;
pub mod library;
pub mod measures;
pub mod messages;
pub mod observations;
pub mod people;
pub mod professionalism;
pub mod questions;
pub mod ratings;
pub mod rationale;
pub mod recommendations;
pub mod refusal;
pub mod school_year;
pub mod situations;
pub mod status;
pub mod summary;
pub mod text;
pub mod thing;
pub mod today;
pub mod year_record;

pub use id::{Kind, PersonId, SchoolId, Stream, YearId};
pub use refusal::Refusal;
pub use thing::{Command, Context, Draft, Event, Happened, State, decide};
pub use year_record::YearRecord;
