//! Whom a request comes from when a proxy passes it on: limits by network address would else count a whole district
//! as one. Only the last address counts, which the proxy itself has seen; the others anybody can write.

use axum::extract::{ConnectInfo, Request};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;
use std::net::{IpAddr, SocketAddr};

pub async fn forwarded(mut request: Request, next: Next) -> Response {
    if let Some(address) = last_address(request.headers()) {
        request
            .extensions_mut()
            .insert(ConnectInfo(SocketAddr::new(address, 0)));
    }
    next.run(request).await
}

fn last_address(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers
        .get_all("x-forwarded-for")
        .iter()
        .next_back()?
        .to_str()
        .ok()?;
    last.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn what_the_proxy_saw_counts_and_not_what_the_browser_wrote() {
        let mut headers = HeaderMap::new();
        assert_eq!(last_address(&headers), None);
        headers.append(
            "x-forwarded-for",
            HeaderValue::from_static("1.2.3.4, 203.0.113.9"),
        );
        assert_eq!(last_address(&headers), Some("203.0.113.9".parse().unwrap()));
        headers.append("x-forwarded-for", HeaderValue::from_static("2001:db8::7"));
        assert_eq!(last_address(&headers), Some("2001:db8::7".parse().unwrap()));
        headers.append("x-forwarded-for", HeaderValue::from_static("unknown"));
        assert_eq!(last_address(&headers), None);
    }
}
