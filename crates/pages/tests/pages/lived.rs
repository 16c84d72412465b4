//! Larkspur on three days of one lived year, with somebody in every role towards two teachers' records. The year is lived
//! once for all tests of a program, and each test gets a copy of the day that it asks for.

mod life;
mod role;

pub use life::{delta, form};
pub use role::Role;

use crate::browser::encoded;
use crate::larkspur::{self, Answer, ORIGIN, at};
use access::Actor;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use domain::{PersonId, SchoolId, Stream};
use jiff::civil::{Date, date};
use life::{Built, live};
use pages::{App, PackOnOffer, Settings};
use record::testing::Database;
use record::{Clock, Of, Record};
use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};
use tower::ServiceExt;

/// A day of the lived year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Day {
    /// 14 January: a conversation held, one set for today, a lesson begun, nothing rated.
    January,
    /// 12 May: everything measured and both rationales shared, the rating not.
    May,
    /// The same day with results near a cut: the leader has decided and asked the performance office to read it.
    NearCut,
    /// 17 May: the rating is shared and waits for the teacher.
    Rated,
}

impl Day {
    pub const ALL: [Self; 4] = [Self::January, Self::May, Self::NearCut, Self::Rated];

    fn date(self) -> Date {
        match self {
            Self::January => date(2027, 1, 14),
            Self::May | Self::NearCut => date(2027, 5, 12),
            Self::Rated => date(2027, 5, 17),
        }
    }
}

/// The things of one teacher's year that addresses lead to.
#[derive(Clone, Debug)]
pub struct Things {
    pub family: &'static str,
    pub teacher: PersonId,
    pub evaluator: PersonId,
    pub lesson: PersonId,
    /// A lesson that the evaluator has begun and not shared.
    pub begun: PersonId,
    /// The conversation at the beginning of the year, held, with two promises.
    pub beginning: PersonId,
    /// The conversation of the middle of the year, set for 14 January.
    pub mid_year: PersonId,
    /// The conversation at the end of the year, held on 12 May; not there in January.
    pub end_of_year: PersonId,
    /// The letter that followed the first conversation.
    pub message: PersonId,
    /// What the teacher asked the performance office, answered.
    pub question: PersonId,
    pub owner_schools: Vec<SchoolId>,
}

/// One day, open for asking.
pub struct Lived {
    pub record: Record,
    pub clock: Clock,
    /// The first record, Castellano's, and the second, Nakamura's at another school.
    pub records: [Things; 2],
    people: BTreeMap<String, PersonId>,
    program: Router,
    sessions: Mutex<BTreeMap<Role, String>>,
    _database: Database,
}

impl Lived {
    pub async fn on(day: Day) -> Self {
        Self::with(day, Settings::at(ORIGIN)).await
    }

    /// The same with other settings, such as a mail server.
    pub async fn with(day: Day, settings: Settings) -> Self {
        static BUILT: OnceLock<Built> = OnceLock::new();
        let built = BUILT.get_or_init(|| {
            std::thread::spawn(|| tokio::runtime::Runtime::new().unwrap().block_on(live()))
                .join()
                .unwrap()
        });
        let database = built.days[&day].twin();
        let clock = Clock::moved(at(day.date()));
        let record = Record::open(database.url(), clock.clone()).await.unwrap();
        let adopted = larkspur::pack();
        let next = PackOnOffer {
            name: "leap/2027-28".into(),
            files: adopted.files.to_vec(),
        };
        let program = pages::router(App::new(record.clone(), settings, vec![next], None));
        Self {
            record,
            clock,
            records: built.records.clone(),
            people: built.people.clone(),
            program,
            sessions: Mutex::default(),
            _database: database,
        }
    }

    pub fn person(&self, role: Role) -> PersonId {
        self.people[role.names().0]
    }

    /// By family name.
    pub fn named(&self, family: &str) -> PersonId {
        self.people[family]
    }

    pub async fn actor(&self, role: Role) -> Option<Actor> {
        if role == Role::Nobody {
            None
        } else {
            Some(self.record.actor(self.person(role)).await.unwrap())
        }
    }

    /// Opens a page in a role.
    pub async fn get(&self, role: Role, path: &str) -> Answer {
        let request = self.request(role, "GET", path).await;
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    /// Opens a page as somebody without a role in the matrix.
    pub async fn get_as(&self, person: PersonId, path: &str) -> Answer {
        let token = self.record.session_begin(person).await.unwrap();
        let request = Request::builder()
            .uri(path)
            .header(header::COOKIE, format!("forthright_session={token}"));
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    /// Sends fields in a role, as a form of the program's own pages.
    pub async fn send(
        &self,
        role: Role,
        method: &str,
        path: &str,
        fields: &[(String, String)],
    ) -> Answer {
        let request = self
            .request(role, method, path)
            .await
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(encoded(fields))).unwrap())
            .await
    }

    /// A request with the role's session and our own origin.
    pub async fn request(
        &self,
        role: Role,
        method: &str,
        path: &str,
    ) -> axum::http::request::Builder {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::ORIGIN, ORIGIN);
        if role == Role::Nobody {
            return request;
        }
        let begun = self.sessions.lock().unwrap().get(&role).cloned();
        let token = match begun {
            Some(token) => token,
            None => self.record.session_begin(self.person(role)).await.unwrap(),
        };
        self.sessions.lock().unwrap().insert(role, token.clone());
        request.header(header::COOKIE, format!("forthright_session={token}"))
    }

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

    /// Everything that may not change by reading or by being denied: the journal's length and root, every draft, and how
    /// much leaves the house.
    pub async fn kept(&self) -> Kept {
        let report = self.record.verify().await.unwrap();
        assert!(report.is_sound(), "{:?}", report.findings);
        let mut drafts = vec![];
        for person in self.people.values() {
            // A disabled person's drafts stay where they are, and nobody reads them.
            let actor = self.record.actor(*person).await.unwrap();
            for begun in self
                .record
                .drafts_begun(&actor, 1000)
                .await
                .unwrap_or_default()
            {
                for draft in self.record.drafts(&actor, &begun.thing).await.unwrap() {
                    drafts.push(format!(
                        "{} {} {} {}: {}",
                        draft.author, draft.thing, draft.field, draft.version, draft.text
                    ));
                }
            }
        }
        let outbox = self.record.outbox(None, 1000).await.unwrap().len();
        Kept {
            entries: report.entries,
            root: report.root,
            drafts,
            outbox,
        }
    }

    /// The events of a thing so far, as the journal names them.
    pub async fn events(&self, thing: &Stream) -> Vec<String> {
        let Some(actor) = self.actor(Role::Administrator).await else {
            return vec![];
        };
        let owner = self.record.subject(thing).await.unwrap().owner;
        let reader = match owner {
            Some(owner) => self.record.actor(owner).await.unwrap(),
            None => actor,
        };
        let lines = self
            .record
            .history(&reader, &Of::Thing(thing.clone()))
            .await
            .unwrap_or_default();
        lines.into_iter().map(|line| line.event_type).collect()
    }
}

/// See [`Lived::kept`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub entries: u64,
    pub root: String,
    pub drafts: Vec<String>,
    pub outbox: usize,
}

impl Kept {
    /// What is otherwise than before; empty where nothing is.
    pub fn differs(&self, after: &Self) -> String {
        let gone = self
            .drafts
            .iter()
            .filter(|draft| !after.drafts.contains(draft))
            .map(|draft| format!("- {draft}"));
        let new = after
            .drafts
            .iter()
            .filter(|draft| !self.drafts.contains(draft))
            .map(|draft| format!("+ {draft}"));
        let mut lines: Vec<String> = gone.chain(new).collect();
        if (self.entries, &self.root) != (after.entries, &after.root) {
            lines.push(format!("{} entries became {}", self.entries, after.entries));
        }
        if self.outbox != after.outbox {
            lines.push(format!("{} notices became {}", self.outbox, after.outbox));
        }
        lines.join("; ")
    }
}
