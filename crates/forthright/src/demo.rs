//! `forthright demo`: an invented district on this machine, on five mornings of one year. Each morning is a database of
//! its own in the folder, lived up to there by simulated people; the bar on each page walks between them.

mod district;
mod door;
mod folder;
mod mornings;
mod post;

use crate::{logs, packs, server};
use anyhow::{Context, Result};
use axum::middleware::from_fn;
use clap::Args;
use door::Door;
use folder::Folder;
use serde::Serialize;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use tokio::net::TcpListener;

/// Serves an invented district on this machine, to look at and to try out.
#[derive(Args)]
#[command(after_help = "Example:\n  forthright demo --dir forthright-demo --port 8080")]
pub struct Demo {
    /// The folder of the demo's databases; made where there is none, and gone on with where there is.
    #[arg(
        long,
        env = "FORTHRIGHT_DEMO_DIR",
        default_value = "forthright-demo",
        value_name = "DIR"
    )]
    dir: PathBuf,
    /// The port on this machine, 0 for any free one; without it 8080 or the next free one.
    #[arg(long, env = "FORTHRIGHT_DEMO_PORT", value_name = "PORT")]
    port: Option<u16>,
    /// Make the demo anew; what was done in it is gone.
    #[arg(long)]
    fresh: bool,
    /// Print the address and the people as JSON, once it serves.
    #[arg(long)]
    json: bool,
}

/// Tried when no port is given.
const PORT: u16 = 8080;
/// How many ports are tried.
const PORTS: u16 = 100;

impl Demo {
    pub async fn run(self) -> Result<()> {
        logs::of_a_command();
        let packs = packs::on_offer(None)?;
        let listener = self.listener().await?;
        let stop = server::stop_on_signal()?;
        let url = format!("http://127.0.0.1:{}", listener.local_addr()?.port());
        let folder = tokio::select! {
            folder = Folder::open_or_make(&self.dir, self.fresh, &url, &packs) => folder?,
            // What was half made is made anew next time.
            () = server::stopped(stop.clone()) => return Ok(()),
        };
        let door = Door::open(&folder, &url, packs).await?;
        self.print(&door, &url)?;
        server::run(
            listener,
            door.router().layer(from_fn(pages::headers::set)),
            stop,
        )
        .await?;
        door.finish().await
    }

    async fn listener(&self) -> Result<TcpListener> {
        let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        if let Some(port) = self.port {
            return bind(port)
                .await
                .with_context(|| format!("The port {port} cannot be listened on"));
        }
        for port in PORT..PORT + PORTS {
            if let Ok(listener) = bind(port).await {
                return Ok(listener);
            }
        }
        bind(0).await.context("No port can be listened on")
    }

    fn print(&self, door: &Door, url: &str) -> Result<()> {
        let people = door.links().map(|(person, path)| Printed {
            role: &person.role,
            name: &person.name,
            link: format!("{url}{path}"),
        });
        let people: Vec<Printed<'_>> = people.collect();
        if self.json {
            println!("{}", serde_json::to_string(&Served { url, people })?);
            return Ok(());
        }
        println!(
            "The demo serves at {url}\nOpen one of these links; they work as long as it runs.\n"
        );
        for Printed { role, name, link } in people {
            println!("  {:<18} {name:<20} {link}", role.replace('_', " "));
        }
        println!(
            "\nThe bar at the top of each page shows another person or another day of the year. Ctrl-C ends the demo."
        );
        Ok(())
    }
}

/// What `--json` prints in one line, once the demo serves.
#[derive(Serialize)]
struct Served<'a> {
    url: &'a str,
    people: Vec<Printed<'a>>,
}

#[derive(Serialize)]
struct Printed<'a> {
    role: &'a str,
    name: &'a str,
    link: String,
}
