//! The address under which people reach the server, as it stands in links and mails.

use anyhow::{Result, bail};
use axum::http::Uri;
use clap::Args;

#[derive(Args, Clone, Debug)]
pub struct PublicUrl {
    /// The address under which people reach the server; http only on this machine itself.
    #[arg(
        long,
        env = "FORTHRIGHT_PUBLIC_URL",
        default_value = "http://127.0.0.1:8080",
        value_name = "URL"
    )]
    pub public_url: String,
}

impl PublicUrl {
    /// Scheme and authority, such as `https://growth.example.org`.
    ///
    /// # Errors
    /// An address with more than these, or one on which evaluations would travel unencrypted.
    pub fn origin(&self) -> Result<String> {
        let given = self.public_url.trim();
        let Ok(uri) = given.trim_end_matches('/').parse::<Uri>() else {
            bail!("The public address {given} is no address such as https://growth.example.org.")
        };
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            bail!("The public address {given} must begin with https://.")
        };
        if uri.path() != "/" || uri.query().is_some() || authority.as_str().contains('@') {
            bail!(
                "The public address {given} must end with the host or the port; Forthright has a host of its own."
            );
        }
        match scheme {
            "https" => {}
            "http" if pages::is_loopback(authority.as_str()) => {}
            "http" => bail!(
                "The public address {given} is not encrypted: evaluations travel only over https, or on this machine itself."
            ),
            _ => bail!("The public address {given} must begin with https://."),
        }
        Ok(format!(
            "{scheme}://{}",
            authority.as_str().to_ascii_lowercase()
        ))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn origin(given: &str) -> Result<String> {
        PublicUrl {
            public_url: given.to_owned(),
        }
        .origin()
    }

    #[test]
    fn an_address_is_scheme_and_host() {
        assert_eq!(
            origin("https://Growth.Example.org/").unwrap(),
            "https://growth.example.org"
        );
        assert_eq!(
            origin("https://growth.example.org:8443").unwrap(),
            "https://growth.example.org:8443"
        );
        assert_eq!(
            origin("http://localhost:8080").unwrap(),
            "http://localhost:8080"
        );
        assert_eq!(origin("http://[::1]:8080").unwrap(), "http://[::1]:8080");
    }

    #[test]
    fn what_is_not_encrypted_or_more_than_a_host_is_refused_in_a_sentence() {
        for (given, says) in [
            ("http://growth.example.org", "only over https"),
            ("http://10.0.0.5:8080", "only over https"),
            ("https://example.org/growth", "must end with the host"),
            ("https://a:b@example.org", "must end with the host"),
            ("growth.example.org", "must begin with https://"),
            ("ftp://growth.example.org", "must begin with https://"),
            ("https://exa mple.org", "is no address"),
        ] {
            let error = origin(given).unwrap_err().to_string();
            assert!(
                error.contains(says) && error.ends_with('.'),
                "{given}: {error}"
            );
        }
    }
}
