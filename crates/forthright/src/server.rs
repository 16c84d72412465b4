//! Listening and ending: a signal to stop takes no new requests, lets those under way end, and waits until the record's
//! writer has done everything that was given to it. Used by `serve` and by `demo`.

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use std::future::Future;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::sync::watch;

/// How long requests under way may take after the signal; then their connections are cut.
const GRACE: Duration = Duration::from_secs(20);

/// Told to everything that runs beside the server: once true, end.
pub type Stop = watch::Receiver<bool>;

/// Waits for SIGTERM or SIGINT in the background.
pub fn stop_on_signal() -> Result<Stop> {
    let (sender, receiver) = watch::channel(false);
    let signal = signal()?;
    tokio::spawn(async move {
        signal.await;
        // Nobody listens any more only when the server has ended already.
        let _ = sender.send(true);
    });
    Ok(receiver)
}

#[cfg(unix)]
fn signal() -> Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).context("Signals cannot be received")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("Signals cannot be received")?;
    Ok(async move {
        tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
    })
}

#[cfg(not(unix))]
fn signal() -> Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}

/// Resolves when the server is to end.
pub async fn stopped(mut stop: Stop) {
    // The sender lives until it has sent.
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Serves until told to stop, and until the requests under way have ended.
pub async fn run(listener: TcpListener, router: Router, stop: Stop) -> Result<()> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(stopped(stop.clone()));
    let late = async {
        stopped(stop).await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        ended = serving.into_future() => ended.context("The server ended"),
        () = late => {
            tracing::warn!("requests that took too long were cut off");
            Ok(())
        }
    }
}

/// A line in the log for each request: by route, never by address or person, and none for the feedback room.
pub async fn logged(request: Request, next: Next) -> Response {
    if pages::feedback::is_silent(request.uri().path()) {
        return next.run(request).await;
    }
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("none", MatchedPath::as_str)
        .to_owned();
    let method = request.method().clone();
    let begun = Instant::now();
    let response = next.run(request).await;
    let milliseconds = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(%method, route, status = response.status().as_u16(), milliseconds, "request");
    response
}
