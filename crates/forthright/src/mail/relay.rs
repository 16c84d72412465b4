//! The district's mail server, by its address.

use anyhow::{Context, Result, bail};
use axum::http::Uri;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, Tokio1Executor};
use std::time::Duration;

/// How long the server may take for a step.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Debug)]
pub struct Relay {
    pub transport: AsyncSmtpTransport<Tokio1Executor>,
}

/// What an address says.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    security: Security,
    host: String,
    port: u16,
    credentials: Option<(String, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Security {
    Plain,
    StartTls,
    Tls,
}

impl Relay {
    /// From `smtp://HOST:PORT`, `smtp+starttls://USER:PASSWORD@HOST:PORT` or `smtps://USER:PASSWORD@HOST:PORT`; we
    /// greet the server as `domain`.
    ///
    /// # Errors
    /// A sentence that says what to correct.
    pub fn new(address: &str, domain: &str) -> Result<Self> {
        let said = read(address)?;
        let secured = || {
            TlsParameters::new(said.host.clone())
                .context("The mail server's host cannot be checked")
        };
        let tls = match said.security {
            Security::Plain => Tls::None,
            Security::StartTls => Tls::Required(secured()?),
            Security::Tls => Tls::Wrapper(secured()?),
        };
        let mut builder =
            AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(said.host.as_str())
                .port(said.port)
                .tls(tls)
                .timeout(Some(PATIENCE))
                .hello_name(ClientId::Domain(domain.to_owned()));
        if let Some((user, password)) = said.credentials {
            builder = builder.credentials(Credentials::new(user, password));
        }
        Ok(Self {
            transport: builder.build(),
        })
    }
}

fn read(address: &str) -> Result<Said> {
    // The address is not repeated in what is said about it: it may hold a password.
    let Ok(uri) = address.trim().parse::<Uri>() else {
        bail!(
            "The mail server's address is no address such as smtp+starttls://mail.example.org:587."
        )
    };
    let (security, usual) = match uri.scheme_str() {
        Some("smtp") => (Security::Plain, 25),
        Some("smtp+starttls") => (Security::StartTls, 587),
        Some("smtps") => (Security::Tls, 465),
        _ => bail!(
            "The mail server's address must begin with smtp://, smtp+starttls:// or smtps://."
        ),
    };
    let (Some(host), Some(authority)) =
        (uri.host().filter(|host| !host.is_empty()), uri.authority())
    else {
        bail!("The mail server's address names no host.")
    };
    let credentials = match authority.as_str().rsplit_once('@') {
        Some((both, _)) => {
            let (user, password) = both
                .split_once(':')
                .context("The mail server's address has a user without a password")?;
            Some((decoded(user)?, decoded(password)?))
        }
        None => None,
    };
    if credentials.is_some() && security == Security::Plain {
        bail!(
            "The mail server's password would travel unencrypted: use smtp+starttls:// or smtps://."
        );
    }
    Ok(Said {
        security,
        host: host.trim_matches(['[', ']']).to_owned(),
        port: uri.port_u16().unwrap_or(usual),
        credentials,
    })
}

/// `%40` is an `@` inside a user's name or a password.
fn decoded(text: &str) -> Result<String> {
    let mut bytes = vec![];
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap_or(0), rest.next().unwrap_or(0)];
            let byte = std::str::from_utf8(&digits)
                .ok()
                .and_then(|digits| u8::from_str_radix(digits, 16).ok());
            bytes.push(
                byte.context("The mail server's password holds a % that must be written as %25")?,
            );
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).context("The mail server's password cannot be read")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    // The connections that are kept belong to a runtime.
    #[tokio::test]
    async fn an_address_says_how_safely_where_and_as_whom() {
        let said = |security, host: &str, port, credentials: Option<(&str, &str)>| Said {
            security,
            host: host.to_owned(),
            port,
            credentials: credentials.map(|(user, password)| (user.to_owned(), password.to_owned())),
        };
        assert_eq!(
            read("smtp://localhost:1025").unwrap(),
            said(Security::Plain, "localhost", 1025, None)
        );
        assert_eq!(
            read("smtps://mail.example.org").unwrap(),
            said(Security::Tls, "mail.example.org", 465, None)
        );
        let full = read("smtp+starttls://notices%40example.org:p%25w%3A@mail.example.org").unwrap();
        assert_eq!(
            full,
            said(
                Security::StartTls,
                "mail.example.org",
                587,
                Some(("notices@example.org", "p%w:"))
            )
        );
        assert!(Relay::new("smtp+starttls://a:b@mail.example.org", "example.org").is_ok());
    }

    #[test]
    fn what_cannot_be_used_is_said_without_the_password() {
        for (address, says) in [
            (
                "smtp://user:secret@mail.example.org",
                "would travel unencrypted",
            ),
            ("http://mail.example.org", "must begin with smtp://"),
            ("mail.example.org:25", "must begin with smtp://"),
            ("smtps://user@mail.example.org", "without a password"),
            ("smtps://user:secret%@mail.example.org", "written as %25"),
            ("smtp://", "address"),
        ] {
            let error = format!("{:#}", Relay::new(address, "example.org").unwrap_err());
            assert!(
                error.contains(says) && !error.contains("secret"),
                "{address}: {error}"
            );
        }
    }
}
