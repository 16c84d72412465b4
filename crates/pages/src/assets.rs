//! Styles and scripts, served at addresses that carry the hash of their content, so that browsers may
//! keep them for good. Embedded in release builds, read from disk in debug builds.
//! The stylesheet is every file of `styles/` one after the other; the layers decide what wins, not the order.

use std::borrow::Cow;
#[cfg(not(debug_assertions))]
use std::sync::OnceLock;

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::Embed;
use sha2::{Digest, Sha256};

#[derive(Embed)]
#[folder = "styles/"]
struct Styles;

#[derive(Embed)]
#[folder = "scripts/"]
#[include = "*.js"]
struct Scripts;

const STYLESHEET: &str = "forthright.css";
const ICON: &str = "icon.svg";
/// Names the layers in their order, so it comes first.
const LAYERS: &str = "layers.css";

/// The address of the stylesheet.
pub fn style_path() -> String {
    path(STYLESHEET)
}

/// The address of the module that loads every other script; they import each other by relative names.
pub fn script_path() -> String {
    path("main.js")
}

/// The address of the browser tab's icon.
pub fn icon_path() -> String {
    path(ICON)
}

/// The whole stylesheet.
pub fn stylesheet() -> String {
    let mut names: Vec<Cow<'static, str>> = Styles::iter()
        .filter(|name| name.ends_with(".css"))
        .collect();
    names.sort_by_key(|name| (name != LAYERS, name.clone()));
    names
        .iter()
        .filter_map(|name| Styles::get(name))
        .map(|file| String::from_utf8_lossy(&file.data).into_owned())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Every file with its address: for the gallery, and for looking at what is served.
pub fn all() -> Vec<(String, Vec<u8>)> {
    Scripts::iter()
        .chain([Cow::Borrowed(STYLESHEET), Cow::Borrowed(ICON)])
        .filter_map(|name| content(&name).map(|(_, content)| (path(&name), content)))
        .collect()
}

/// The route that serves them: `/assets/<hash>/<name>`.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{hash}/{name}", get(asset))
}

async fn asset(Path((asked, name)): Path<(String, String)>) -> Response {
    let Some((kind, content)) = content(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // A page that was opened before an update still gets its script, but may not keep it.
    let caching = if asked == hash() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    (
        [
            (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
            (header::CACHE_CONTROL, HeaderValue::from_static(caching)),
            (
                header::X_CONTENT_TYPE_OPTIONS,
                HeaderValue::from_static("nosniff"),
            ),
        ],
        content,
    )
        .into_response()
}

fn content(name: &str) -> Option<(&'static str, Vec<u8>)> {
    match name {
        STYLESHEET => Some(("text/css; charset=utf-8", stylesheet().into_bytes())),
        ICON => Styles::get(ICON).map(|file| ("image/svg+xml", file.data.into_owned())),
        _ => Scripts::get(name)
            .map(|file| ("text/javascript; charset=utf-8", file.data.into_owned())),
    }
}

fn path(name: &str) -> String {
    format!("/assets/{}/{name}", hash())
}

/// In debug builds the files may change while the program runs.
#[cfg(debug_assertions)]
fn hash() -> String {
    computed_hash()
}

#[cfg(not(debug_assertions))]
fn hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(computed_hash)
}

/// One hash over everything: scripts import each other, so they change their addresses together.
fn computed_hash() -> String {
    let mut hasher = Sha256::new();
    hasher.update(stylesheet());
    let mut names: Vec<Cow<'static, str>> = Scripts::iter().collect();
    names.sort();
    for name in names {
        hasher.update(name.as_bytes());
        if let Some(file) = Scripts::get(&name) {
            hasher.update(&file.data);
        }
    }
    if let Some(icon) = Styles::get(ICON) {
        hasher.update(&icon.data);
    }
    hasher
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stylesheet_begins_with_the_order_of_its_layers() {
        let sheet = stylesheet();
        assert!(
            sheet.starts_with("@layer reset, tokens, base, layout, components, pages, print;"),
            "{}",
            &sheet[..80]
        );
        for rule in [".next", ".ledger", ".levels", "@media print"] {
            assert!(sheet.contains(rule), "{rule} is not in the stylesheet");
        }
    }

    #[test]
    fn nothing_is_fetched_from_elsewhere() {
        let sheet = stylesheet();
        assert!(!sheet.contains("url(") && !sheet.contains("@import"));
    }

    #[test]
    fn every_file_has_an_address_of_its_own_content() {
        assert!(style_path().ends_with("/forthright.css"));
        assert_eq!(style_path(), style_path());
        for name in Scripts::iter() {
            assert!(content(&name).is_some());
        }
        assert!(content("main.js").is_some());
        assert!(content(ICON).is_some());
        assert!(content("../Cargo.toml").is_none());
    }
}
