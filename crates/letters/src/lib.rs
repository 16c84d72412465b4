//! What leaves the house for a person to read: e-mails, calendar invites, messages set from a
//! pack's words, and PDF documents.
//!
//! This floor owns layouts and formats. It sends nothing (the outbox of `record` does), it knows no
//! SQL and no rule of evaluation, and it says nothing of its own: every sentence comes from the
//! caller, who takes it from a pack or from `text/<language>/letters.ftl`.
//!
//! - [`mail`]: notices, invites and sign-in mails as RFC 5322 messages.
//! - [`invite`]: the calendar object of a conversation (RFC 5545, 5546).
//! - [`template`]: a pack's message with its fields filled in, strictly; Markdown to HTML.
//! - [`document`]: what a printed document says, as plain values.
//! - `pdf`: sets a [`document::Document`] as tagged PDF/UA-1 (feature `pdf`, on by default).

pub mod document;
pub mod invite;
pub mod mail;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod template;
