//! `forthright routes`: every address of the program, for tests and for whoever writes a proxy's rules.

use crate::metrics;
use anyhow::Result;
use clap::Args;
use pages::{Route, RouteKind};

/// Lists every address of the program.
#[derive(Args)]
#[command(after_help = "Example:\n  forthright routes --json")]
pub struct Routes {
    /// Print JSON for machines.
    #[arg(long)]
    json: bool,
}

/// What the pages answer to, and what lies beside them.
pub fn all() -> Vec<Route> {
    let mut routes = pages::routes();
    routes.push(Route {
        method: "GET",
        path: "/assets/{hash}/{name}",
        kind: RouteKind::File,
    });
    routes.push(Route {
        method: "GET",
        path: metrics::PATH,
        kind: RouteKind::Machine,
    });
    routes
}

impl Routes {
    pub fn run(self) -> Result<()> {
        let routes = all();
        if self.json {
            println!("{}", serde_json::to_string_pretty(&routes)?);
        } else {
            for route in routes {
                println!("{:<5} {}", route.method, route.path);
            }
        }
        Ok(())
    }
}
