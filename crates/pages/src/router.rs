//! The table of contents: every address of the program, room by room, and what lies around all of them.

use crate::app::App;
pub use crate::routes::{Route, Routes};
use crate::{assets, faults, headers, visitor};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::catch_panic::CatchPanicLayer;

fn rooms() -> Routes {
    let rooms = Routes::default();
    let rooms = crate::sign_in::routes(rooms);
    let rooms = crate::drafts::routes(rooms);
    let rooms = crate::today::routes(rooms);
    let rooms = crate::my_year::routes(rooms);
    let rooms = crate::caseload::routes(rooms);
    let rooms = crate::counts::routes(rooms);
    let rooms = crate::observations::routes(rooms);
    let rooms = crate::professionalism::routes(rooms);
    let rooms = crate::measures::routes(rooms);
    let rooms = crate::people::routes(rooms);
    let rooms = crate::roster::routes(rooms);
    let rooms = crate::school_year::routes(rooms);
    let rooms = crate::outbox::routes(rooms);
    let rooms = crate::record_health::routes(rooms);
    let rooms = crate::conversations::routes(rooms);
    let rooms = crate::messages::routes(rooms);
    let rooms = crate::rationale::routes(rooms);
    let rooms = crate::ratings::routes(rooms);
    let rooms = crate::status::routes(rooms);
    let rooms = crate::recommendations::routes(rooms);
    let rooms = crate::feedback::routes(rooms);
    let rooms = crate::library::routes(rooms);
    let rooms = crate::questions::routes(rooms);
    let rooms = crate::history::routes(rooms);
    rooms.machine("/health", crate::machine::health)
}

/// Every address, in the order of the rooms.
pub fn routes() -> Vec<Route> {
    rooms().list
}

/// The whole program as a service.
pub fn router(app: App) -> Router {
    rooms()
        .router
        .fallback(faults::nowhere)
        .layer(CatchPanicLayer::custom(faults::panicked))
        .layer(DefaultBodyLimit::max(crate::typed::LARGEST_FORM))
        .layer(from_fn_with_state(
            app.clone(),
            crate::sign_in::again::keep_what_was_typed,
        ))
        .layer(from_fn_with_state(app.clone(), headers::same_origin))
        .layer(from_fn(headers::readable))
        .layer(from_fn_with_state(app.clone(), faults::in_words))
        .layer(from_fn_with_state(app.clone(), visitor::greet))
        .with_state(app)
        .merge(assets::router())
        .layer(from_fn(crate::machine::measured))
        .layer(from_fn(headers::set))
}
