//! Running the binary, to its end or as a server, and a district to run it on.

use crate::http::{Browser, Response};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Longer than anything takes on a loaded machine.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// The binary without the caller's own settings.
pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_forthright"));
    command.args(arguments).stdin(Stdio::null());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("FORTHRIGHT_")) {
        command.env_remove(name);
    }
    command.env_remove("RUST_LOG");
    command
}

/// Runs a command to its end.
pub fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

/// What a command that succeeded printed.
pub fn said(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

pub fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&said(arguments)).unwrap()
}

/// The one sentence of a command that failed.
pub fn refusal(arguments: &[&str]) -> String {
    let output = run(arguments);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {errors}");
    assert_eq!(
        errors.trim_end().lines().count(),
        1,
        "{arguments:?}: {errors}"
    );
    errors.trim_end().to_owned()
}

/// An empty folder with the address of a database in it that is not there yet.
pub struct Place {
    folder: TempDir,
    pub database: String,
}

impl Place {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = format!("sqlite:{}", folder.path().join("record.db").display());
        Self { folder, database }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The simulated district's roster and HR files, written to disk.
    pub fn roster(&self) -> (PathBuf, PathBuf) {
        simulate::roster::Package::demo()
            .write(self.path())
            .unwrap();
        (self.path().join("roster"), self.path().join("hr"))
    }

    /// Its people on the record, with the first administrator.
    pub fn with_people(self) -> Self {
        people(&self.database, &self);
        self
    }
}

/// Enters the administrator and the simulated district into a database.
pub fn people(database: &str, place: &Place) {
    said(&[
        "link",
        "--administrator",
        "Noor Abadi <noor.abadi@district.example>",
        "--database",
        database,
    ]);
    let (roster, hr) = place.roster();
    said(&[
        "roster",
        "import",
        roster.to_str().unwrap(),
        "--hr",
        hr.to_str().unwrap(),
        "--database",
        database,
    ]);
}

/// A server that runs until it is dropped.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    /// What it wrote to standard error, line by line.
    pub log: Arc<Mutex<Vec<String>>>,
    database: String,
}

impl Server {
    pub fn start(database: &str, more: &[&str]) -> Self {
        let mut arguments = vec!["serve", "--database", database, "--listen", "127.0.0.1:0"];
        arguments.extend(more);
        let mut child = command(&arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = Arc::new(Mutex::new(vec![]));
        let (told, address) = std::sync::mpsc::channel();
        let (lines, into) = (
            BufReader::new(child.stderr.take().unwrap()).lines(),
            Arc::clone(&log),
        );
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let listen = serde_json::from_str::<Value>(&line)
                    .ok()
                    .and_then(|line| line["listen"].as_str()?.parse().ok());
                if let Some(address) = listen {
                    let _ = told.send(address);
                }
                into.lock().unwrap().push(line);
            }
        });
        let Ok(address) = address.recv_timeout(PATIENCE) else {
            panic!("it does not serve: {:?}", log.lock().unwrap());
        };
        Self {
            child,
            address,
            log,
            database: database.to_owned(),
        }
    }

    pub fn browser(&self) -> Browser {
        Browser::new(self.address)
    }

    /// A browser in which this person has signed in by a link of the command line.
    pub fn signed_in(&self, person: &str) -> Browser {
        let path = self.link(person);
        let mut browser = self.browser();
        assert_eq!(browser.post(&path, &[]).status, 303);
        browser
    }

    /// The path of a fresh link.
    pub fn link(&self, person: &str) -> String {
        let link = json(&["link", person, "--database", &self.database, "--json"])["link"]
            .as_str()
            .unwrap()
            .to_owned();
        link.strip_prefix("http://127.0.0.1:8080")
            .unwrap()
            .to_owned()
    }

    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args([format!("-{name}"), self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(sent.success());
    }

    pub fn wait(&mut self) -> ExitStatus {
        ended(&mut self.child)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits for a program to end, but not for ever.
pub fn ended(child: &mut Child) -> ExitStatus {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait().unwrap() {
            return status;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    panic!("it did not end");
}

/// Tries until it is so.
pub fn eventually<T>(what: &str, mut attempt: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if let Some(found) = attempt() {
            return found;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("{what} did not happen");
}

/// The headers of `interchange.md` 6.2 that every response carries.
pub fn assert_guarded(response: &Response, what: &str) {
    for (name, part) in [
        (
            "content-security-policy",
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
        ),
        ("strict-transport-security", "max-age=31536000"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("permissions-policy", "camera=()"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cache-control", ""),
    ] {
        let value = response
            .header(name)
            .unwrap_or_else(|| panic!("{what} ({}) has no {name}", response.status));
        assert!(value.contains(part), "{what}: {name} is {value}");
    }
}
