//! `forthright serve`: the program as a district runs it.

use crate::database::Database;
use crate::public_url::PublicUrl;
use crate::{logs, metrics, packs, server};
use anyhow::{Context, Result, bail};
use axum::middleware::from_fn;
use clap::Args;
use pages::{App, Settings};
use record::Record;
use std::path::PathBuf;
use std::time::Duration;
use tokio::net::TcpListener;

/// Serves a district.
#[derive(Args)]
#[command(after_help = "Example:\n  forthright serve --database sqlite:/var/lib/forthright/record.db --listen 127.0.0.1:8080 \\\n    --public-url https://growth.example.org --mail smtp+starttls://user:password@mail.example.org:587")]
pub struct Serve {
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    public_url: PublicUrl,
    /// The address and port to listen on.
    #[arg(long, env = "FORTHRIGHT_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS:PORT")]
    listen: String,
    /// A folder of policy packs beside those of the program.
    #[arg(long, env = "FORTHRIGHT_PACKS", value_name = "DIR")]
    packs: Option<PathBuf>,
}

/// How often what has ended is forgotten: links, sessions, attempts.
const TIDY_EVERY: Duration = Duration::from_secs(3600);

impl Serve {
    pub async fn run(self) -> Result<()> {
        let settings = self.settings()?;
        let packs = packs::on_offer(self.packs.as_deref())?;
        logs::of_a_server();
        let record = self.database.open_or_make().await?;
        if record.is_demo() {
            bail!("This database was made by `forthright demo`: its people are invented and its clock is moved, so it is not served.");
        }
        let listener = TcpListener::bind(&self.listen).await.with_context(|| format!("The address {} cannot be listened on", self.listen))?;
        let stop = server::stop_on_signal()?;
        tracing::info!(listen = %listener.local_addr()?, origin = settings.origin, "serving");
        let app = App::new(record.clone(), settings, packs, None);
        tokio::spawn(tidy(record.clone(), pages::visitor::ends(&app)));
        let beside = metrics::router(record.clone())?.layer(from_fn(pages::headers::set));
        let router = pages::router(app).merge(beside).layer(from_fn(server::logged));
        server::run(listener, router, stop).await?;
        record.finish().await.context("The last writes could not be finished")?;
        tracing::info!("stopped");
        Ok(())
    }

    fn settings(&self) -> Result<Settings> {
        Ok(Settings::at(&self.public_url.origin()?))
    }
}

async fn tidy(record: Record, ends: record::Ends) {
    loop {
        tokio::time::sleep(TIDY_EVERY).await;
        if let Err(error) = record.tidy(ends).await {
            tracing::warn!(%error, "what has ended could not be forgotten");
        }
    }
}
