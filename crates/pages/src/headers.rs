//! What every response carries, and where a state-changing request may come from.
//! The list is that of OWASP ASVS 5.0 V3.4 and V14.3 as far as pages without other hosts need it.

use crate::app::App;
use crate::fault::Fault;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const ALWAYS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    ),
    (
        header::STRICT_TRANSPORT_SECURITY,
        "max-age=31536000; includeSubDomains",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// Sets the headers of every response; pages are never stored unless they say otherwise.
pub async fn set(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

/// An address with a zero character in it is nobody's: none of ours has one, and PostgreSQL would not even compare it.
pub async fn readable(request: Request, next: Next) -> Response {
    let uri = request.uri();
    let zero = uri.path().contains("%00") || uri.query().is_some_and(|query| query.contains("%00"));
    if zero {
        Fault::NotFound.into_response()
    } else {
        next.run(request).await
    }
}

/// Refuses a state-changing request that does not come from our own pages.
pub async fn same_origin(State(app): State<App>, request: Request, next: Next) -> Response {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if safe || comes_from_here(&app, request.headers()) {
        return next.run(request).await;
    }
    Fault::OtherOrigin.into_response()
}

/// `Origin` where the browser names it, else `Sec-Fetch-Site`, which no script can set; neither is a refusal. Our own
/// forms come with `Origin: null`, because Fetch (4.6, "append a request Origin header") hides the origin of a page whose
/// referrer policy is `no-referrer`, also from itself.
fn comes_from_here(app: &App, headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    match text(header::ORIGIN) {
        Some("null") | None => {
            text(HeaderName::from_static("sec-fetch-site")) == Some("same-origin")
        }
        Some(origin) if origin == app.settings().origin => true,
        // A newcomer opens the demo as localhost or as 127.0.0.1: both are this machine.
        Some(origin) if app.settings().loopback => {
            origin.strip_prefix("http://").is_some_and(|authority| {
                is_loopback(authority) && text(header::HOST) == Some(authority)
            })
        }
        Some(_) => false,
    }
}

/// Whether `host` or `host:port` names this machine.
pub fn is_loopback(authority: &str) -> bool {
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority
            .rsplit_once(':')
            .map_or(authority, |(host, _)| host),
    };
    host == "localhost"
        || host
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_loopback;

    #[test]
    fn this_machine_has_three_names() {
        assert!(
            is_loopback("localhost:8080")
                && is_loopback("127.0.0.1:8080")
                && is_loopback("[::1]:8080")
        );
        assert!(
            !is_loopback("localhost.example:8080")
                && !is_loopback("10.0.0.1:80")
                && !is_loopback("example.org")
        );
    }
}
