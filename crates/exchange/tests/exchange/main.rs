//! Reads rosters as a district sends them, and compares with what is known of them.
#![allow(clippy::unwrap_used)]

mod oracle;
mod reading;
mod status;
