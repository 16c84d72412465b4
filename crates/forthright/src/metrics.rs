//! Figures for whoever runs the server, as Prometheus reads them: requests and their seconds by route, and how full the
//! outbox is. They name nobody; a proxy before the server should still keep the address inside the house.

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::Timestamp;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use record::Record;

pub const PATH: &str = "/metrics";

/// Seconds at which a page begins to feel slow, and beyond.
const SECONDS: [f64; 9] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

#[derive(Clone)]
struct Figures {
    handle: PrometheusHandle,
    record: Record,
}

/// Begins to count, and gives the route that shows what was counted.
pub fn router(record: Record) -> Result<Router> {
    let builder = PrometheusBuilder::new()
        .set_buckets(&SECONDS)
        .context("The figures cannot be counted")?;
    let handle = builder
        .install_recorder()
        .context("The figures cannot be counted")?;
    Ok(Router::new()
        .route(PATH, get(show))
        .with_state(Figures { handle, record }))
}

async fn show(State(figures): State<Figures>) -> Response {
    if let Ok(waiting) = figures.record.outbox_waiting().await {
        let oldest = waiting.oldest.map_or(0, |oldest| {
            Timestamp::now().as_second() - oldest.as_second()
        });
        metrics::gauge!("outbox_waiting").set(u32::try_from(waiting.notices).unwrap_or(u32::MAX));
        metrics::gauge!("outbox_oldest_seconds").set(i32::try_from(oldest).unwrap_or(i32::MAX));
    }
    figures.handle.run_upkeep();
    (
        [(CONTENT_TYPE, "text/plain; version=0.0.4")],
        figures.handle.render(),
    )
        .into_response()
}
