//! A browser as far as these tests need one: it keeps cookies, sends its origin, and follows nothing by itself.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

#[derive(Clone, Debug)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Response {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n")?;
        let mut lines = head.lines();
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers: Vec<_> = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        Some(Self {
            status,
            headers,
            body: body.to_owned(),
        })
    }
}

#[derive(Clone, Debug)]
pub struct Browser {
    pub address: SocketAddr,
    pub cookies: BTreeMap<String, String>,
    /// What it says where the request comes from.
    pub origin: Option<String>,
    /// What a proxy adds, or somebody who pretends to be one.
    pub forwarded_for: Option<&'static str>,
}

impl Browser {
    pub fn new(address: SocketAddr) -> Self {
        Self {
            address,
            cookies: BTreeMap::new(),
            origin: Some(format!("http://{address}")),
            forwarded_for: None,
        }
    }

    pub fn get(&mut self, path: &str) -> Response {
        self.request("GET", path, None).unwrap()
    }

    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Response {
        self.send(path, fields).unwrap()
    }

    /// As [`Browser::post`], for a server that may be gone.
    pub fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> io::Result<Response> {
        self.request("POST", path, Some(form(fields)))
    }

    pub fn request(
        &mut self,
        method: &str,
        path: &str,
        form: Option<String>,
    ) -> io::Result<Response> {
        let mut stream = TcpStream::connect(self.address)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        let body = form.unwrap_or_default();
        stream.write_all(format!("{}{body}", self.head(method, path, body.len())).as_bytes())?;
        self.answer(stream)
    }

    /// A request's head, for tests that send it piece by piece.
    pub fn head(&self, method: &str, path: &str, length: usize) -> String {
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nAccept-Language: en\r\n",
            self.address
        );
        if method != "GET" {
            head += &format!(
                "Content-Length: {length}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            );
            if let Some(origin) = &self.origin {
                head += &format!("Origin: {origin}\r\n");
            }
        }
        if let Some(address) = self.forwarded_for {
            head += &format!("X-Forwarded-For: {address}\r\n");
        }
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            head += &format!("Cookie: {}\r\n", cookies.join("; "));
        }
        head + "\r\n"
    }

    /// Reads to the end, and keeps the cookies.
    pub fn answer(&mut self, mut stream: TcpStream) -> io::Result<Response> {
        let mut bytes = vec![];
        stream.read_to_end(&mut bytes)?;
        let response = Response::read(&bytes).ok_or(io::ErrorKind::UnexpectedEof)?;
        for (_, cookie) in response
            .headers
            .iter()
            .filter(|(name, _)| name == "set-cookie")
        {
            if let Some((name, value)) = cookie
                .split(';')
                .next()
                .and_then(|pair| pair.split_once('='))
            {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        Ok(response)
    }
}

/// Fields as a form sends them.
pub fn form(fields: &[(&str, &str)]) -> String {
    let escaped = |text: &str| -> String {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        text.bytes()
            .map(|byte| {
                if plain(byte) {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect()
    };
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", escaped(name), escaped(value)))
        .collect::<Vec<_>>()
        .join("&")
}
