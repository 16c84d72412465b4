//! The trade's rules, without a database and without a browser: given what happened, when somebody asks, then this follows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod acts;
mod castellano;
mod events;
mod faults;
mod feedback;
mod larkspur;
mod questions;
mod random_years;
mod refusals;
mod situations;
mod status;
mod year;
