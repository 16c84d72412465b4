//! The record on both engines: every test of `story`, `door`, `beside` and `reading` runs on SQLite and on PostgreSQL.
#![allow(clippy::unwrap_used)]

mod beside;
mod district;
mod door;
mod feedback;
mod library;
mod lists;
mod questions;
mod reading;
mod sound;
mod status;

/// Runs each test on both engines, on a fresh database.
macro_rules! on_both_engines {
    ($($test:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() { super::$test(record::testing::Database::sqlite()).await; })*
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() { super::$test(record::testing::Database::postgres()).await; })*
        }
    };
}
use on_both_engines;
