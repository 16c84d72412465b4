//! Addresses as the rooms name them: each with its handler and with what a test must do with it.

use crate::app::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{get, post, put};
use serde::Serialize;

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
    pub(crate) router: Router<App>,
    pub(crate) list: Vec<Route>,
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
