//! Each room's story, through all floors: a browser's requests against the whole program on a throw-away record.
#![allow(clippy::unwrap_used)]

mod access;
mod attack;
mod browser;
mod came_about;
mod castellano;
mod confirmations;
mod conversations;
mod decision;
mod feedback;
mod forms;
mod history;
mod larkspur;
mod library;
mod lived;
mod logged;
mod measures;
mod messages;
mod observations;
mod people;
mod pictures;
mod policy;
mod professionalism;
mod proposals;
mod questions;
mod ratings;
mod rationale;
mod recommendations;
mod roster;
mod sent_files;
mod status;
mod two_tabs;
