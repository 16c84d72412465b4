//! A roster import: what a file would change against what is on the record, and the one transaction that does it.

use crate::Refusal;
use crate::id::Stream;
use crate::thing::{Context, Happened};
use serde::{Deserialize, Serialize};

/// One import that was applied.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Roster {}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {}

impl Roster {
    pub fn decide(
        &self,
        _: &Stream,
        command: Command,
        _: &Context<'_>,
    ) -> Result<Vec<Happened>, Refusal> {
        match command {}
    }

    pub fn apply(&mut self, event: &Event) {
        match *event {}
    }
}
