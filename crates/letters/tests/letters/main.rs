//! What the letters look like to programs that other people wrote: Python's e-mail package,
//! icalendar, poppler, veraPDF. A test that misses its program says so and passes.
#![allow(clippy::unwrap_used)]

mod invite;
mod mail;
mod outside;
#[cfg(feature = "pdf")]
mod pdf;
mod people;
mod template;
