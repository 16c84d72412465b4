//! People who live through a year: the demo, tests and load. Never linked into `serve`.

pub mod roster;
pub mod year;
