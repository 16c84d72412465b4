//! Forthright's commands. Each is a file of its name; this one only says which there are and how they fail.

mod database;
mod demo;
mod link;
mod logs;
mod mail;
mod metrics;
mod pack;
mod packs;
mod public_url;
mod rate;
mod ratings;
mod rebuild;
mod recompute;
mod roster;
mod routes;
mod serve;
mod server;
mod verify;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Teacher growth and evaluation on the record: conversations, evidence, ratings and what follows from them.
///
/// Every setting is a flag or an environment variable; the help of each command names both.
#[derive(Parser)]
#[command(
    name = "forthright",
    version,
    max_term_width = 100,
    after_help = "Example:\n  forthright demo"
)]
struct Forthright {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Serve(serve::Serve),
    Demo(demo::Demo),
    Link(link::Link),
    Roster(roster::Roster),
    Pack(pack::Pack),
    Ratings(ratings::Ratings),
    Rate(rate::Rate),
    Recompute(recompute::Recompute),
    Verify(verify::Verify),
    Rebuild(rebuild::Rebuild),
    Routes(routes::Routes),
}

#[tokio::main]
async fn main() -> ExitCode {
    let outcome = match Forthright::parse().command {
        Command::Serve(serve) => serve.run().await,
        Command::Demo(demo) => demo.run().await,
        Command::Link(link) => link.run().await,
        Command::Roster(roster) => roster.run().await,
        Command::Pack(pack) => pack.run().await,
        Command::Ratings(ratings) => ratings.run().await,
        Command::Rate(rate) => rate.run(),
        Command::Recompute(recompute) => recompute.run().await,
        Command::Verify(verify) => verify.run().await,
        Command::Rebuild(rebuild) => rebuild.run().await,
        Command::Routes(routes) => routes.run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
