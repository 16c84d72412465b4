//! The table of contents: every address of the program, room by room, and what lies around all of them.

use crate::app::App;
use crate::{assets, faults, headers, visitor};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post, put};
use serde::Serialize;
use tower_http::catch_panic::CatchPanicLayer;

/// One address, as `forthright routes` prints it and the tests walk it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    /// What a test must do with it.
    pub kind: RouteKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RouteKind {
    /// A page that a person opens.
    Page,
    /// A file that a person takes away.
    File,
    /// A form or a script's request.
    Act,
    /// For machines and without a person.
    Machine,
}

/// Rooms add their addresses here.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    list: Vec<Route>,
}

impl Routes {
    pub fn page<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add("GET", path, RouteKind::Page, get(handler))
    }

    pub fn file<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add("GET", path, RouteKind::File, get(handler))
    }

    pub fn post<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add("POST", path, RouteKind::Act, post(handler))
    }

    pub fn put<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add("PUT", path, RouteKind::Act, put(handler))
    }

    /// A file upload with a larger limit than a form's, in bytes.
    pub fn upload<H: Handler<T, App>, T: 'static>(
        self,
        path: &'static str,
        limit: usize,
        handler: H,
    ) -> Self {
        self.add(
            "POST",
            path,
            RouteKind::Act,
            post(handler).layer(DefaultBodyLimit::max(limit)),
        )
    }

    pub fn machine<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add("GET", path, RouteKind::Machine, get(handler))
    }

    fn add(
        mut self,
        method: &'static str,
        path: &'static str,
        kind: RouteKind,
        handler: axum::routing::MethodRouter<App>,
    ) -> Self {
        self.list.push(Route { method, path, kind });
        self.router = self.router.route(path, handler);
        self
    }
}

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
    let rooms = crate::recommendations::routes(rooms);
    let rooms = crate::feedback::routes(rooms);
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
