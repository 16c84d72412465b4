//! Logs: one line for each event on standard error, JSON under `serve`. They name people by id and pages by route, and
//! hold nothing that anybody typed.

use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;

/// How much is said unless `RUST_LOG` asks for something else.
const SERVER: &str = "info";
const COMMAND: &str = "warn";

/// For a server that runs unwatched.
pub fn of_a_server() {
    let subscriber = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_span_list(false);
    // A second subscriber is only tried by tests; the first stays.
    let _ = subscriber
        .with_env_filter(filter(SERVER))
        .with_writer(std::io::stderr)
        .try_init();
}

/// For a command that somebody watches: only what went wrong.
pub fn of_a_command() {
    let subscriber = tracing_subscriber::fmt()
        .compact()
        .with_ansi(std::io::stderr().is_terminal())
        .without_time()
        .with_target(false);
    let _ = subscriber
        .with_env_filter(filter(COMMAND))
        .with_writer(std::io::stderr)
        .try_init();
}

fn filter(otherwise: &str) -> EnvFilter {
    EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(otherwise))
}
