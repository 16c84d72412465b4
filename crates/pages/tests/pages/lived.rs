//! Larkspur on three days of one lived year, with somebody in every role towards two teachers' records. The year is lived
//! once for all tests of a program, and each test gets a copy of the day that it asks for.

use crate::browser::encoded;
use crate::larkspur::{self, Answer, Larkspur, ORIGIN, at, year};
use access::Actor;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use domain::conversations::{self, ConversationKind, Length, Promise, Slot, Whose};
use domain::measures::{self, Goal, Measure, Survey};
use domain::observations::{self, Lesson, Seen};
use domain::people::roster::{self, Mode, RosterFile, Table};
use domain::people::{self, Office};
use domain::professionalism::{self, Moment, Side};
use domain::rationale::{self, About};
use domain::{Command, Kind, PersonId, SchoolId, Stream, messages, ratings};
use jiff::civil::{Date, date, time};
use pages::{App, PackOnOffer, Settings};
use record::testing::Database;
use record::{Clock, Of, Order, Record};
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
    /// 17 May: the rating is shared and waits for the teacher.
    Rated,
}

impl Day {
    pub const ALL: [Self; 3] = [Self::January, Self::May, Self::Rated];

    fn date(self) -> Date {
        match self {
            Self::January => date(2027, 1, 14),
            Self::May => date(2027, 5, 12),
            Self::Rated => date(2027, 5, 17),
        }
    }
}

/// Who asks. The record of which the roles speak is Imani Castellano's at Larkspur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Teacher,
    AnotherTeacher,
    SecondTeacher,
    Evaluator,
    AnotherEvaluator,
    FormerEvaluator,
    Leader,
    AnotherLeader,
    HrPartner,
    Office,
    Administrator,
    Disabled,
    Nobody,
}

impl Role {
    pub const ALL: [Self; 13] = [
        Self::Teacher,
        Self::AnotherTeacher,
        Self::SecondTeacher,
        Self::Evaluator,
        Self::AnotherEvaluator,
        Self::FormerEvaluator,
        Self::Leader,
        Self::AnotherLeader,
        Self::HrPartner,
        Self::Office,
        Self::Administrator,
        Self::Disabled,
        Self::Nobody,
    ];

    /// The family name of whoever stands for the role, and what the printed matrix calls it.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Teacher => ("Castellano", "the teacher of the first record"),
            Self::AnotherTeacher => ("Mazur", "another teacher of her school"),
            Self::SecondTeacher => (
                "Nakamura",
                "the teacher of the second record, at another school",
            ),
            Self::Evaluator => ("Achterberg", "her evaluator"),
            Self::AnotherEvaluator => ("Harrow", "another evaluator: that of the second record"),
            Self::FormerEvaluator => (
                "Marlowe",
                "her evaluator until October, who held a conversation with her",
            ),
            Self::Leader => ("Okonkwo-Lane", "the leader of her school"),
            Self::AnotherLeader => (
                "Brand",
                "the leader of another school: that of the second record",
            ),
            Self::HrPartner => ("Wielgosz", "the HR partner of her school"),
            Self::Office => ("Sandoval", "the performance office"),
            Self::Administrator => ("Abadi", "the administrator"),
            Self::Disabled => ("Lund", "an evaluator of hers whose account is disabled"),
            Self::Nobody => ("", "nobody signed in"),
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
    pub owner_schools: Vec<SchoolId>,
}

struct Built {
    days: BTreeMap<Day, Vec<u8>>,
    people: BTreeMap<String, PersonId>,
    records: [Things; 2],
}

/// One day, open for asking.
pub struct Lived {
    pub day: Day,
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
        let database = Database::sqlite();
        std::fs::write(
            database.url().strip_prefix("sqlite:").unwrap(),
            &built.days[&day],
        )
        .unwrap();
        let clock = Clock::moved(at(day.date()));
        let record = Record::open(database.url(), clock.clone()).await.unwrap();
        let adopted = larkspur::pack();
        let next = PackOnOffer {
            name: "leap/2027-28".into(),
            files: adopted.files.to_vec(),
        };
        let program = pages::router(App::new(record.clone(), settings, vec![next], None));
        Self {
            day,
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

/// People whom the harness's roster does not have.
const MORE: [larkspur::Row; 3] = [
    (
        "1030",
        "Edith",
        "Marlowe",
        "she/her",
        "aide",
        "Teacher Leader",
        "",
        "larkspur",
    ),
    (
        "1031", "Viktor", "Sandoval", "he/him", "aide", "Analyst", "", "larkspur",
    ),
    (
        "1032",
        "Greta",
        "Lund",
        "she/her",
        "aide",
        "Teacher Leader",
        "",
        "larkspur",
    ),
];

/// A delta of the roster.
pub fn delta(fingerprint: &str, rows: &[larkspur::Row], enabled: bool) -> RosterFile {
    let table = |line: usize| u32::try_from(line).unwrap() + 2;
    let people = rows
        .iter()
        .enumerate()
        .map(|(n, row)| roster::PersonRow {
            enabled,
            ..larkspur::person(table(n), row)
        })
        .collect();
    let roles = rows
        .iter()
        .enumerate()
        .map(|(n, row)| larkspur::role(table(n), row))
        .collect();
    RosterFile {
        fingerprint: fingerprint.into(),
        people: Table {
            mode: Mode::Delta,
            rows: people,
            gone: vec![],
        },
        roles: Table {
            mode: Mode::Delta,
            rows: roles,
            gone: vec![],
        },
        ..RosterFile::default()
    }
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

struct Life {
    larkspur: Larkspur,
    people: BTreeMap<String, PersonId>,
}

async fn live() -> Built {
    let larkspur = Larkspur::new().await;
    let mut life = Life {
        larkspur,
        people: BTreeMap::new(),
    };
    life.roster(delta("more", &MORE, true)).await;
    life.find_people().await;
    life.offices().await;
    let mut records = [
        life.things("Castellano", "Achterberg").await,
        life.things("Nakamura", "Harrow").await,
    ];
    for (things, first) in records.iter_mut().zip(["Marlowe", "Harrow"]) {
        life.autumn(things, first).await;
    }
    // Of two who begin on one day neither ends the other; the second one's account is then disabled.
    for evaluator in ["Achterberg", "Lund"] {
        life.evaluates(evaluator, date(2026, 10, 7)).await;
    }
    life.roster(delta("disabled", &MORE[2..], false)).await;
    life.day(Day::January.date());
    for things in &records {
        life.winter(things).await;
    }
    let mut days = BTreeMap::from([(Day::January, life.copy().await)]);
    for things in &records {
        life.spring(things).await;
    }
    days.insert(Day::May, life.copy().await);
    life.day(Day::Rated.date());
    for things in &records {
        let rating = Stream::of_year(Kind::Rating, things.teacher, &year());
        life.order(
            things.evaluator,
            &rating,
            Command::Rating(ratings::Command::Share {
                teacher: things.teacher,
                year: year(),
            }),
        )
        .await;
    }
    days.insert(Day::Rated, life.copy().await);
    Built {
        days,
        people: life.people,
        records,
    }
}

impl Life {
    fn day(&self, day: Date) {
        self.larkspur.day(day);
    }

    async fn order(&self, actor: PersonId, stream: &Stream, command: Command) {
        let named = format!("{command:?}");
        let done = self
            .larkspur
            .record
            .carry_out(Order::new(actor, stream.clone(), command))
            .await;
        done.unwrap_or_else(|fault| panic!("{fault:?}: {named}"));
    }

    async fn roster(&self, file: RosterFile) {
        let stream = file.stream();
        let apply = roster::Command::Apply {
            file: Box::new(file),
            confirmed_removals: true,
        };
        self.order(self.larkspur.administrator, &stream, Command::Roster(apply))
            .await;
    }

    async fn find_people(&mut self) {
        let actor = self
            .larkspur
            .record
            .actor(self.larkspur.administrator)
            .await
            .unwrap();
        let directory = self
            .larkspur
            .record
            .directory(&access::scope(&actor, access::List::Roster).unwrap())
            .await
            .unwrap();
        self.people = directory
            .people
            .iter()
            .map(|(id, person)| (person.particulars.name.family.clone(), *id))
            .collect();
    }

    fn person(&self, family: &str) -> PersonId {
        self.people[family]
    }

    async fn person_order(&self, family: &str, command: people::Command) {
        let stream = Stream::of(Kind::Person, self.person(family));
        self.order(
            self.larkspur.administrator,
            &stream,
            Command::Person(command),
        )
        .await;
    }

    async fn offices(&self) {
        let reason = || "Named by the board".to_owned();
        let school = self.larkspur.larkspur;
        self.person_order(
            "Wielgosz",
            people::Command::Grant {
                office: Office::HrPartner,
                school: Some(school),
                reason: reason(),
            },
        )
        .await;
        self.person_order(
            "Sandoval",
            people::Command::Grant {
                office: Office::PerformanceOffice,
                school: None,
                reason: reason(),
            },
        )
        .await;
        self.evaluates("Marlowe", date(2026, 8, 17)).await;
    }

    async fn evaluates(&self, evaluator: &str, begins: Date) {
        let evaluator = self.person(evaluator);
        let assign = people::Command::AssignEvaluator {
            evaluator,
            school: self.larkspur.larkspur,
            begins,
            reason: "By hand".into(),
        };
        self.person_order("Castellano", assign).await;
    }

    async fn things(&self, family: &'static str, evaluator: &str) -> Things {
        let teacher = self.person(family);
        let actor = self
            .larkspur
            .record
            .actor(self.larkspur.administrator)
            .await
            .unwrap();
        let (person, _) = self.larkspur.record.person(&actor, teacher).await.unwrap();
        let id = larkspur::new_id;
        let owner_schools = person.teaches_at(self.larkspur.record.today()).collect();
        let evaluator = self.person(evaluator);
        Things {
            family,
            teacher,
            evaluator,
            lesson: id(),
            begun: id(),
            beginning: id(),
            mid_year: id(),
            end_of_year: id(),
            message: id(),
            owner_schools,
        }
    }

    async fn schedule(
        &self,
        things: &Things,
        id: PersonId,
        evaluator: PersonId,
        guide: ConversationKind,
    ) {
        let slot = Slot {
            on: self.larkspur.record.today(),
            begins: time(14, 0, 0, 0),
            minutes: 45,
            place: "Room 12".into(),
        };
        let schedule = conversations::Command::Schedule {
            teacher: things.teacher,
            year: year(),
            guide,
            length: Length::Standard,
            slot,
        };
        self.order(
            evaluator,
            &Stream::of(Kind::Conversation, id),
            Command::Conversation(schedule),
        )
        .await;
    }

    async fn hold(&self, things: &Things, id: PersonId, evaluator: PersonId) {
        let stream = Stream::of(Kind::Conversation, id);
        let actor = self.larkspur.record.actor(evaluator).await.unwrap();
        for (n, (whose, what)) in (1..).zip([
            (Whose::Teacher, "Bring two plans"),
            (Whose::Evaluator, "Send the article"),
        ]) {
            let promise =
                Promise::made(whose, what, date(2027, 6, 1), self.larkspur.record.today()).unwrap();
            let text = serde_json::to_string(&promise).unwrap();
            self.larkspur
                .record
                .save_draft(&actor, &stream, &format!("promise.{n}"), 0, &text)
                .await
                .unwrap();
        }
        self.larkspur
            .record
            .save_draft(&actor, &stream, "note.1", 0, "We spoke about questioning.")
            .await
            .unwrap();
        for side in [evaluator, things.teacher] {
            self.order(
                side,
                &stream,
                Command::Conversation(conversations::Command::SayWeMet),
            )
            .await;
        }
    }

    async fn lesson(&self, things: &Things, id: PersonId, evaluator: PersonId) {
        let pack = larkspur::pack();
        let pack = pack.pack().unwrap();
        let kind = pack
            .framework
            .observation_kinds
            .iter()
            .find(|kind| kind.scored)
            .unwrap();
        let seen = pack
            .framework
            .observed()
            .map(|it| {
                (
                    it.id.clone(),
                    Seen {
                        score: Some(5),
                        text: format!("What was seen for {}.", it.id),
                    },
                )
            })
            .collect();
        let lesson = Lesson {
            kind: kind.id.clone(),
            on: self.larkspur.record.today(),
            begins: time(9, 0, 0, 0),
            ends: time(9, 45, 0, 0),
            focus: "Fractions with unlike denominators".into(),
            seen,
        };
        let share = observations::Command::Share {
            teacher: things.teacher,
            year: year(),
            lesson,
        };
        self.order(
            evaluator,
            &Stream::of(Kind::Observation, id),
            Command::Observation(share),
        )
        .await;
    }

    /// Until October: a conversation with whoever evaluated then, its letter, and a lesson.
    async fn autumn(&self, things: &mut Things, first: &str) {
        let evaluator = self.person(first);
        self.day(date(2026, 9, 15));
        self.schedule(
            things,
            things.beginning,
            evaluator,
            ConversationKind::Beginning,
        )
        .await;
        self.hold(things, things.beginning, evaluator).await;
        self.day(date(2026, 10, 6));
        self.lesson(things, things.lesson, evaluator).await;
        let follows = Stream::of(Kind::Conversation, things.beginning);
        let pack = larkspur::pack();
        let pack = pack.pack().unwrap();
        let actor = self.larkspur.record.actor(evaluator).await.unwrap();
        let record = self
            .larkspur
            .record
            .year_record(&actor, things.teacher, &year())
            .await
            .unwrap();
        let messages::Fitting::Message(template) = messages::fitting(&record, &pack, &follows)
        else {
            panic!("no letter fits")
        };
        let sent = messages::Sent {
            template: template.id.clone(),
            follows,
            language: "en".into(),
            subject: "After our conversation".into(),
            body: "Thank you for your time on Tuesday.".into(),
            personalised: true,
        };
        let send = messages::Command::Send {
            teacher: things.teacher,
            year: year(),
            sent,
        };
        self.order(
            evaluator,
            &Stream::of(Kind::Message, things.message),
            Command::Message(send),
        )
        .await;
    }

    /// 14 January: the conversation of the middle of the year is today, and a lesson is begun.
    async fn winter(&self, things: &Things) {
        self.schedule(
            things,
            things.mid_year,
            things.evaluator,
            ConversationKind::MidYear,
        )
        .await;
        let begun = Stream::of(Kind::Observation, things.begun);
        let actor = self.larkspur.record.actor(things.evaluator).await.unwrap();
        let teacher = things.teacher.to_string();
        let fields = [
            ("teacher", teacher.as_str()),
            ("on", "2027-01-14"),
            ("kind", "full"),
            ("focus", "Begun and not shared"),
            ("text.I.5", "A first line."),
        ];
        for (field, text) in fields {
            self.larkspur
                .record
                .save_draft(&actor, &begun, field, 0, text)
                .await
                .unwrap();
        }
        let talk = Stream::of(Kind::Conversation, things.mid_year);
        self.larkspur
            .record
            .save_draft(&actor, &talk, "note.1", 0, "To ask: which goal moved.")
            .await
            .unwrap();
    }

    /// Until 12 May: everything that a rating needs.
    async fn spring(&self, things: &Things) {
        let (teacher, evaluator) = (things.teacher, things.evaluator);
        self.hold(things, things.mid_year, evaluator).await;
        self.day(date(2027, 4, 20));
        self.lesson(things, larkspur::new_id(), evaluator).await;
        let pack = larkspur::pack();
        let pack = pack.pack().unwrap();
        let seen: BTreeMap<_, _> = pack
            .framework
            .professionalism()
            .map(|it| {
                (
                    it.id.clone(),
                    Seen {
                        score: Some(5),
                        text: format!("Shown in {}.", it.id),
                    },
                )
            })
            .collect();
        let stream = Stream::of_year(Kind::Professionalism, teacher, &year());
        for (actor, side) in [(teacher, Side::Teacher), (evaluator, Side::Evaluator)] {
            let rate = professionalism::Command::Rate {
                teacher,
                year: year(),
                moment: Moment::EndOfYear,
                side,
                seen: seen.clone(),
            };
            self.order(actor, &stream, Command::Professionalism(rate))
                .await;
        }
        let goal = Goal {
            title: "Fractions".into(),
            pupils: [2, 4, 10, 8],
        };
        let measured = [
            Measure::Survey(Survey {
                percent: "80".parse().unwrap(),
                answers: 48,
            }),
            Measure::Goals(vec![
                goal.clone(),
                Goal {
                    title: "Reading".into(),
                    ..goal
                },
            ]),
            Measure::Collective("60".parse().unwrap()),
        ];
        let stream = Stream::of_year(Kind::Measures, teacher, &year());
        for measure in measured {
            let enter = measures::Command::Enter {
                teacher,
                year: year(),
                measure,
                source: "Data desk".into(),
            };
            self.order(evaluator, &stream, Command::Measures(enter))
                .await;
        }
        self.day(Day::May.date());
        self.schedule(
            things,
            things.end_of_year,
            evaluator,
            ConversationKind::EndOfYear,
        )
        .await;
        self.hold(things, things.end_of_year, evaluator).await;
        for about in About::ALL {
            let evidence = match about {
                About::Instruction => Stream::of(Kind::Observation, things.lesson),
                About::Professionalism => Stream::of_year(Kind::Professionalism, teacher, &year()),
            };
            let share = rationale::Command::Share {
                teacher,
                year: year(),
                about,
                text: "The year showed it.".into(),
                evidence: vec![evidence],
            };
            self.order(
                evaluator,
                &Stream::rationale(teacher, &year(), about),
                Command::Rationale(share),
            )
            .await;
        }
    }

    async fn copy(&self) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("copy.db");
        self.larkspur.record.copy_to(&path).await.unwrap();
        std::fs::read(path).unwrap()
    }
}
