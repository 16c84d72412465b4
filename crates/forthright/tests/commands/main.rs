//! The program as people run it: every test starts the binary, and speaks to it as a terminal, a browser or a mail
//! server does.
#![allow(clippy::unwrap_used)]

mod crash;
mod demo;
mod help;
mod http;
mod link;
mod mail;
mod pack;
mod program;
mod rate;
mod ratings;
mod roster;
mod serve;
mod verify;
