//! For machines: whether the record answers, and how long requests take. Nothing here names a person.

use crate::app::App;
use axum::Json;
use axum::extract::{MatchedPath, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use serde_json::{Value, json};
use std::time::Instant;

/// Answers 200 while the record can be read.
pub async fn health(State(app): State<App>) -> (StatusCode, Json<Value>) {
    match app.record().outbox_waiting().await {
        Ok(waiting) => (
            StatusCode::OK,
            Json(json!({ "status": "ok", "outbox": waiting.notices })),
        ),
        Err(error) => {
            tracing::error!(%error, "the record does not answer");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                Json(json!({ "status": "broken" })),
            )
        }
    }
}

/// Counts requests and their seconds by route, never by address, and nothing of the feedback room.
pub async fn measured(request: Request, next: Next) -> Response {
    if crate::feedback::is_silent(request.uri().path()) {
        return next.run(request).await;
    }
    let path = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("none", MatchedPath::as_str)
        .to_owned();
    let method = request.method().as_str().to_owned();
    let begun = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    metrics::counter!("http_requests_total", "method" => method.clone(), "path" => path.clone(), "status" => status).increment(1);
    metrics::histogram!("http_request_seconds", "method" => method, "path" => path)
        .record(begun.elapsed().as_secs_f64());
    response
}
