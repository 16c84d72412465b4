//! Each room's story, through all floors: a browser's requests against the whole program on a throw-away record.
#![allow(clippy::unwrap_used)]

mod larkspur;
mod pictures;
