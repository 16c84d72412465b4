//! Larkspur Elementary on a throw-away record, with the whole program before it: what every story begins with.
//! People come in by a roster, the year has LEAP's pack and its days, and a story asks as a person's browser does.

mod roster;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use domain::calendar::{Calendar, DaysOff};
use domain::people::{Name, Office, roster as rosters};
use domain::school_year::{self, Adopted};
use domain::{Command, Kind, PersonId, SchoolId, Stream, YearId, people};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use pages::{App, PackOnOffer, Settings};
use record::testing::Database;
use record::{Clock, Done, Fault, Order, Record};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use tower::ServiceExt;
use uuid::Uuid;

pub use roster::*;

pub const ORIGIN: &str = "http://127.0.0.1:8080";

pub struct Larkspur {
    pub record: Record,
    pub clock: Clock,
    pub administrator: PersonId,
    pub larkspur: SchoolId,
    program: Router,
    people: BTreeMap<&'static str, PersonId>,
    database: Database,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    /// Where it leads on to, empty where it does not.
    pub location: String,
    pub headers: axum::http::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// What a reader reads: tags gone, entities and spaces plain.
    pub fn read(&self) -> String {
        let page = self.text();
        let main = page.split_once("<main").map_or(&*page, |(_, main)| main);
        let main = main.split_once('>').map_or(main, |(_, inside)| inside);
        let mut text = String::new();
        let mut inside = false;
        for letter in main.chars() {
            match letter {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    text.push(' ');
                }
                letter if !inside => text.push(letter),
                _ => {}
            }
        }
        let text = text
            .replace("&amp;", "&")
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace('\u{a0}', " ");
        text.split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .replace(" .", ".")
            .replace(" ,", ",")
    }

    /// What the page sends of these controls' drafts beside their texts: the revision that it shows.
    pub fn shown(&self, fields: &[(&str, &str)]) -> Vec<(&'static str, String)> {
        let page = self.text();
        let all = page.split("name=\"shown\" value=\"").skip(1);
        all.filter_map(|rest| rest.split('"').next())
            .filter(|shown| {
                let draft = shown.split('=').next().unwrap();
                fields.iter().any(|(control, _)| {
                    draft == *control
                        || draft.ends_with(&format!(".{control}"))
                        || draft.starts_with(&format!("{control}."))
                })
            })
            .map(|shown| ("shown", shown.to_owned()))
            .collect()
    }

    /// The value of a hidden or visible input of the page.
    pub fn value_of(&self, name: &str) -> Option<String> {
        let page = self.text();
        let at = page.find(&format!("name=\"{name}\""))?;
        let rest = &page[at..];
        let from = rest.find("value=\"")? + 7;
        Some(rest[from..].split('"').next()?.to_owned())
    }
}

pub fn year() -> YearId {
    YearId::beginning_in(2026)
}

/// Nine in the morning of a day in Denver.
pub fn at(day: Date) -> Timestamp {
    jiff::tz::TimeZone::get("America/Denver")
        .unwrap()
        .to_timestamp(day.at(9, 0, 0, 0))
        .unwrap()
}

/// A fresh id, the same in each run.
pub fn new_id() -> PersonId {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    PersonId(Uuid::from_u64_pair(
        0x0198_0000_0000_7000,
        0x8000_0000_0000_0000 + NEXT.fetch_add(1, Ordering::SeqCst),
    ))
}

impl Larkspur {
    /// On SQLite, on the first day of staff, 17 August 2026.
    pub async fn new() -> Self {
        Self::on(Database::chosen()).await
    }

    /// The same record served by a program that has these packs.
    pub fn offering(mut self, packs: Vec<PackOnOffer>) -> Self {
        let app = App::new(self.record.clone(), Settings::at(ORIGIN), packs, None);
        self.program = pages::router(app);
        self
    }

    /// The record as it stands, in a database of its own.
    pub async fn copy(&self) -> Database {
        Database::copy_of(&self.record, &self.database).await
    }

    pub async fn on(database: Database) -> Self {
        let mut larkspur = Self::empty(database).await;
        let file = file();
        let stream = file.stream();
        let apply = rosters::Command::Apply {
            file: Box::new(file),
            confirmed_removals: true,
        };
        larkspur
            .record
            .carry_out(Order::new(
                larkspur.administrator,
                stream,
                Command::Roster(apply),
            ))
            .await
            .unwrap();
        (larkspur.people, larkspur.larkspur) =
            found(&larkspur.record, larkspur.administrator).await;
        larkspur.begin_year().await;
        larkspur
    }

    /// Nobody is there yet but the administrator, Noor Abadi; no school, no year.
    pub async fn empty(database: Database) -> Self {
        let clock = Clock::moved(at(date(2026, 8, 17)));
        let record = Record::open(database.url(), clock.clone()).await.unwrap();
        record.mark_demo().await.unwrap();
        let administrator = new_id();
        let name = Name {
            given: "Noor".into(),
            family: "Abadi".into(),
            ..Name::default()
        };
        let enter = people::Command::EnterAdministrator {
            id: administrator,
            name,
            email: "noor@district.example".into(),
        };
        let stream = Stream::of(Kind::Person, administrator);
        record
            .carry_out(Order::new(
                access::Actor::COMMAND_LINE,
                stream,
                Command::Person(enter),
            ))
            .await
            .unwrap();
        let program = pages::router(App::new(record.clone(), Settings::at(ORIGIN), vec![], None));
        let people = BTreeMap::from([("Abadi", administrator)]);
        Self {
            record,
            clock,
            administrator,
            larkspur: SchoolId(Uuid::nil()),
            program,
            people,
            database,
        }
    }

    async fn begin_year(&self) {
        let stream = Stream::of(Kind::SchoolYear, year());
        let adopt = school_year::Command::AdoptPack {
            year: year(),
            adopted: pack(),
            reason: String::new(),
        };
        let days = school_year::Command::EnterDays {
            year: year(),
            calendar: calendar(),
        };
        for command in [adopt, days] {
            self.record
                .carry_out(Order::new(
                    self.administrator,
                    stream.clone(),
                    Command::SchoolYear(command),
                ))
                .await
                .unwrap();
        }
    }

    /// Goes to nine in the morning of another day.
    pub fn day(&self, day: Date) {
        self.clock.move_to(at(day));
    }

    /// By family name.
    pub fn person(&self, family: &str) -> PersonId {
        self.people[family]
    }

    pub async fn grant(&self, family: &str, office: Office, school: Option<SchoolId>) {
        let grant = people::Command::Grant {
            office,
            school,
            reason: "Named by the board".into(),
        };
        let stream = Stream::of(Kind::Person, self.person(family));
        self.record
            .carry_out(Order::new(
                self.administrator,
                stream,
                Command::Person(grant),
            ))
            .await
            .unwrap();
    }

    /// What somebody does elsewhere than on the page that the story is about.
    pub async fn order(
        &self,
        family: &str,
        stream: &Stream,
        command: Command,
    ) -> Result<Done, Fault> {
        self.record
            .carry_out(Order::new(self.person(family), stream.clone(), command))
            .await
    }

    /// Opens a page as a person.
    pub async fn get(&self, family: &str, path: &str) -> Answer {
        self.get_in("en", family, path).await
    }

    /// Opens a page as a person whose browser asks for a language.
    pub async fn get_in(&self, language: &str, family: &str, path: &str) -> Answer {
        let request = self
            .request(family, "GET", path)
            .await
            .header(header::ACCEPT_LANGUAGE, language);
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    /// Sends a form as a person.
    pub async fn post(&self, family: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(family, "POST", path, fields).await
    }

    /// What the autosave of a page sends.
    pub async fn put(&self, family: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(family, "PUT", path, fields).await
    }

    async fn send(
        &self,
        family: &str,
        method: &str,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let body = fields
            .iter()
            .map(|(name, value)| format!("{}={}", escape(name), escape(value)))
            .collect::<Vec<_>>()
            .join("&");
        let request = self
            .request(family, method, path)
            .await
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends a form with files as a browser does: name, file name, content.
    pub async fn send_files(
        &self,
        family: &str,
        path: &str,
        files: &[(&str, &str, &[u8])],
    ) -> Answer {
        const EDGE: &str = "edge-of-a-part";
        let mut body = vec![];
        for (name, file, content) in files {
            let head = format!(
                "--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{EDGE}--\r\n").as_bytes());
        let request = self.request(family, "POST", path).await.header(
            header::CONTENT_TYPE,
            format!("multipart/form-data; boundary={EDGE}"),
        );
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    async fn request(
        &self,
        family: &str,
        method: &str,
        path: &str,
    ) -> axum::http::request::Builder {
        let token = self
            .record
            .session_begin(self.person(family))
            .await
            .unwrap();
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::ORIGIN, ORIGIN)
            .header(header::COOKIE, format!("forthright_session={token}"))
    }

    /// Any request, such as one without a session.
    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.program.clone().oneshot(request).await.unwrap();
        let headers = response.headers().clone();
        let location = headers
            .get(header::LOCATION)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        let status = response.status();
        let bytes = to_bytes(response.into_body(), 50_000_000)
            .await
            .unwrap()
            .to_vec();
        Answer {
            status,
            location,
            headers,
            bytes,
        }
    }
}

fn escape(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

async fn found(
    record: &Record,
    administrator: PersonId,
) -> (BTreeMap<&'static str, PersonId>, SchoolId) {
    let actor = record.actor(administrator).await.unwrap();
    let scope = access::scope(&actor, access::List::Roster).unwrap();
    let directory = record.directory(&scope).await.unwrap();
    let id = |family: &str| {
        *directory
            .people
            .iter()
            .find(|(_, person)| person.particulars.name.family == family)
            .unwrap()
            .0
    };
    let larkspur = directory
        .schools
        .iter()
        .find(|(_, school)| school.particulars.source_id == "larkspur")
        .unwrap();
    let mut people: BTreeMap<_, _> = PEOPLE.iter().map(|row| (row.2, id(row.2))).collect();
    people.insert("Abadi", administrator);
    (people, *larkspur.0)
}

pub fn calendar() -> Calendar {
    let off = |from, to, label: &str| DaysOff {
        from,
        to,
        label: label.into(),
    };
    Calendar {
        first: date(2026, 8, 24),
        last: date(2027, 6, 4),
        days_off: vec![
            off(date(2026, 12, 21), date(2027, 1, 1), "Winter break"),
            off(date(2027, 1, 18), date(2027, 1, 18), "Holiday"),
            off(date(2027, 3, 22), date(2027, 3, 26), "Spring break"),
            off(date(2027, 5, 31), date(2027, 5, 31), "Memorial Day"),
        ],
    }
}

/// The repository's pack.
pub fn pack() -> Adopted {
    static PACK: OnceLock<Adopted> = OnceLock::new();
    let read = || {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/leap/2026-27");
        let mut files = vec![];
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(&root).unwrap().display().to_string();
                    files.push((name, std::fs::read_to_string(path).unwrap()));
                }
            }
        }
        Adopted::new("leap/2026-27".into(), 1, files)
    };
    PACK.get_or_init(read).clone()
}
