//! Each room's story, through all floors: a browser's requests against the whole program on a throw-away record.
#![allow(clippy::unwrap_used)]

mod conversations;
mod browser;
mod castellano;
mod history;
mod ratings;
mod rationale;
mod recommendations;
mod larkspur;
mod measures;
mod professionalism;
mod observations;
mod lived;
mod messages;
mod logged;
mod pictures;
mod access;
mod attack;
mod people;
mod roster;
mod sent_files;
