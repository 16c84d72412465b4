//! `forthright serve`: the program as a district runs it.

mod proxy;

use crate::database::Database;
use crate::mail::Mail;
use crate::public_url::PublicUrl;
use crate::{logs, metrics, packs, server};
use anyhow::{Context, Result, bail};
use axum::Router;
use axum::middleware::from_fn;
use clap::Args;
use pages::{App, Settings};
use record::{Ends, Record};
use std::path::PathBuf;
use std::time::Duration;
use tokio::net::TcpListener;

/// Serves a district.
///
/// Encryption is a proxy's (Caddy, nginx); it passes on to --listen. /metrics is for the district's own monitoring: let
/// the proxy keep it inside.
#[derive(Args)]
#[command(
    after_help = "Example:\n  forthright serve --database sqlite:/var/lib/forthright/record.db --listen 127.0.0.1:8080 \\\n    --public-url https://growth.example.org --behind-proxy \\\n    --mail smtp+starttls://user:password@mail.example.org:587 --mail-from growth@example.org"
)]
pub struct Serve {
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    public_url: PublicUrl,
    #[command(flatten)]
    mail: Mail,
    /// The address and port to listen on.
    #[arg(
        long,
        env = "FORTHRIGHT_LISTEN",
        default_value = "127.0.0.1:8080",
        value_name = "ADDRESS:PORT"
    )]
    listen: String,
    /// A proxy stands before the server: whom a request comes from is the last address in X-Forwarded-For.
    #[arg(long, env = "FORTHRIGHT_BEHIND_PROXY")]
    behind_proxy: bool,
    /// A folder of policy packs beside those of the program.
    #[arg(long, env = "FORTHRIGHT_PACKS", value_name = "DIR")]
    packs: Option<PathBuf>,
    /// Sign-in links for one e-mail address in 15 minutes.
    #[arg(
        long,
        env = "FORTHRIGHT_LINKS_PER_ADDRESS",
        default_value_t = 5,
        value_name = "N"
    )]
    links_per_address: u32,
    /// Sign-in links for one network address in 15 minutes; a school may share one.
    #[arg(
        long,
        env = "FORTHRIGHT_LINKS_PER_NETWORK",
        default_value_t = 30,
        value_name = "N"
    )]
    links_per_network: u32,
    /// A session ends after so many minutes without activity; typing is activity.
    #[arg(long, env = "FORTHRIGHT_IDLE_MINUTES", default_value_t = 60, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    idle_minutes: u32,
    /// A session ends after so many hours, whatever happens in it.
    #[arg(long, env = "FORTHRIGHT_SESSION_HOURS", default_value_t = 12, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=168))]
    session_hours: u32,
}

/// How often what has ended is forgotten: links, sessions, attempts.
const TIDY_EVERY: Duration = Duration::from_secs(3600);
/// How long a mail under way may take once the server ends.
const LAST_MAIL: Duration = Duration::from_secs(10);

impl Serve {
    pub async fn run(self) -> Result<()> {
        let settings = self.settings()?;
        let packs = packs::on_offer(self.packs.as_deref())?;
        logs::of_a_server();
        let record = self.database.open_or_make().await?;
        if record.is_demo() {
            bail!(
                "This database was made by `forthright demo`: its people are invented and its clock is moved, so it is not served."
            );
        }
        let sender = self.mail.sender(&settings.mail_from, &record)?;
        let listener = TcpListener::bind(&self.listen)
            .await
            .with_context(|| format!("The address {} cannot be listened on", self.listen))?;
        let stop = server::stop_on_signal()?;
        tracing::info!(listen = %listener.local_addr()?, origin = settings.origin, mail = settings.sends_mail, "serving");
        let app = App::new(record.clone(), settings, packs, None);
        tokio::spawn(tidy(record.clone(), pages::visitor::ends(&app)));
        // Counting begins before the first mail is sent.
        let router = self.router(app, &record)?;
        let sending = sender.map(|sender| tokio::spawn(sender.run(stop.clone())));
        server::run(listener, router, stop).await?;
        if let Some(sending) = sending
            && tokio::time::timeout(LAST_MAIL, sending).await.is_err()
        {
            tracing::warn!("a mail that took too long is tried again after the next start");
        }
        record
            .finish()
            .await
            .context("The last writes could not be finished")?;
        tracing::info!("stopped");
        Ok(())
    }

    fn settings(&self) -> Result<Settings> {
        let mut settings = Settings::at(&self.public_url.origin()?);
        if let Some(from) = &self.mail.from {
            settings.mail_from.clone_from(from);
        }
        settings.sends_mail = self.mail.server.is_some();
        settings.links_per_address = self.links_per_address;
        settings.links_per_network = self.links_per_network;
        settings.idle_minutes = self.idle_minutes;
        settings.absolute_hours = self.session_hours;
        Ok(settings)
    }

    fn router(&self, app: App, record: &Record) -> Result<Router> {
        let beside = metrics::router(record.clone())?.layer(from_fn(pages::headers::set));
        let router = pages::router(app)
            .merge(beside)
            .layer(from_fn(server::logged));
        Ok(if self.behind_proxy {
            router.layer(from_fn(proxy::forwarded))
        } else {
            router
        })
    }
}

async fn tidy(record: Record, ends: Ends) {
    loop {
        tokio::time::sleep(TIDY_EVERY).await;
        if let Err(error) = record.tidy(ends).await {
            tracing::warn!(%error, "what has ended could not be forgotten");
        }
    }
}
