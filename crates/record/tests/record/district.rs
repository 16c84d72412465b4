//! A small district to test on: Larkspur Elementary and Elm Street with a handful of people, brought in by a roster,
//! a year with LEAP's pack, and one evaluator's first orders.

use domain::calendar::Calendar;
use domain::observations::{self, Lesson, Seen};
use domain::people::roster::{
    self, AssignmentRow, Mode, PersonRow, RoleRow, RosterFile, Said, SchoolRow, Table,
};
use domain::people::school::SchoolKind;
use domain::people::{Name, Office};
use domain::school_year::{self, Adopted};
use domain::{Command, Kind, PersonId, SchoolId, Stream, YearId, people};
use jiff::Timestamp;
use jiff::civil::{Date, date, time};
use record::testing::Database;
use record::{Clock, Done, Fault, Order, Record};
use std::collections::BTreeMap;
use std::path::Path;
use uuid::Uuid;

pub struct District {
    pub record: Record,
    pub clock: Clock,
    pub database: Database,
    pub administrator: PersonId,
    pub larkspur: SchoolId,
    people: BTreeMap<&'static str, PersonId>,
}

/// Employee number, given and family name, role, job title, school.
const PEOPLE: [(&str, &str, &str, &str, &str, &str); 8] = [
    (
        "1001",
        "Ruth",
        "Okonkwo-Lane",
        "principal",
        "Principal",
        "larkspur",
    ),
    (
        "1002",
        "Desmond",
        "Achterberg",
        "principal",
        "Assistant Principal",
        "larkspur",
    ),
    (
        "1003",
        "Mei-Lin",
        "Harrow",
        "aide",
        "Teacher Leader",
        "larkspur",
    ),
    (
        "1004",
        "Imani",
        "Castellano",
        "teacher",
        "Teacher",
        "larkspur",
    ),
    ("1005", "Thanh", "Vo", "teacher", "Teacher", "larkspur"),
    (
        "1006",
        "Owen",
        "Lindqvist",
        "teacher",
        "Teacher",
        "larkspur",
    ),
    ("1007", "Joy", "Nakamura", "teacher", "Teacher", "elm"),
    ("1008", "Hollis", "Brand", "principal", "Principal", "elm"),
];
/// Teacher and evaluator.
const CASELOADS: [(&str, &str); 4] = [
    ("1004", "1002"),
    ("1005", "1002"),
    ("1006", "1003"),
    ("1007", "1003"),
];

pub fn year() -> YearId {
    YearId::beginning_in(2026)
}

pub fn at(day: Date) -> Timestamp {
    jiff::tz::TimeZone::get("America/Denver")
        .unwrap()
        .to_timestamp(day.at(9, 0, 0, 0))
        .unwrap()
}

pub fn new_id() -> PersonId {
    static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
    PersonId(Uuid::from_u64_pair(
        0x0198_0000_0000_7000,
        NEXT.fetch_add(1, std::sync::atomic::Ordering::SeqCst),
    ))
}

impl District {
    /// On 15 October 2026, with everybody there and the year begun.
    pub async fn new(database: Database) -> Self {
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
        order(
            &record,
            access::Actor::COMMAND_LINE,
            Stream::of(Kind::Person, administrator),
            Command::Person(enter),
        )
        .await
        .unwrap();
        import(&record, administrator, file("first", &PEOPLE))
            .await
            .unwrap();
        let (people, larkspur) = found(&record, administrator).await;
        let district = Self {
            record,
            clock,
            database,
            administrator,
            larkspur,
            people,
        };
        district.begin_year().await;
        district.clock.move_to(at(date(2026, 10, 15)));
        district
    }

    pub fn person(&self, family: &str) -> PersonId {
        self.people[family]
    }

    pub async fn actor(&self, family: &str) -> access::Actor {
        self.record.actor(self.person(family)).await.unwrap()
    }

    pub async fn order(
        &self,
        family: &str,
        stream: Stream,
        command: Command,
    ) -> Result<Done, Fault> {
        order(&self.record, self.person(family), stream, command).await
    }

    async fn begin_year(&self) {
        let stream = Stream::of(Kind::SchoolYear, year());
        let adopt = school_year::Command::AdoptPack {
            year: year(),
            adopted: pack(),
            reason: String::new(),
        };
        order(
            &self.record,
            self.administrator,
            stream.clone(),
            Command::SchoolYear(adopt),
        )
        .await
        .unwrap();
        let calendar = Calendar {
            first: date(2026, 8, 24),
            last: date(2027, 6, 4),
            days_off: vec![],
        };
        let days = school_year::Command::EnterDays {
            year: year(),
            calendar,
        };
        order(
            &self.record,
            self.administrator,
            stream,
            Command::SchoolYear(days),
        )
        .await
        .unwrap();
    }

    /// A conversation between Desmond Achterberg and Imani Castellano.
    pub async fn talk(&self) -> Stream {
        let stream = Stream::of(Kind::Conversation, new_id());
        let slot = domain::conversations::Slot {
            on: date(2026, 10, 15),
            begins: time(8, 0, 0, 0),
            minutes: 40,
            place: "Room 12".into(),
        };
        let schedule = domain::conversations::Command::Schedule {
            teacher: self.person("Castellano"),
            year: year(),
            guide: domain::conversations::ConversationKind::Beginning,
            length: domain::conversations::Length::Standard,
            slot,
        };
        self.order(
            "Achterberg",
            stream.clone(),
            Command::Conversation(schedule),
        )
        .await
        .unwrap();
        stream
    }

    /// An observation of a teacher that was not shared yet.
    pub fn observation(&self, teacher: &str) -> (Stream, Command) {
        let share = observations::Command::Share {
            teacher: self.person(teacher),
            year: year(),
            lesson: lesson(),
        };
        (
            Stream::of(Kind::Observation, new_id()),
            Command::Observation(share),
        )
    }

    pub async fn grant(&self, to: PersonId, office: Office, school: Option<SchoolId>) {
        let grant = people::Command::Grant {
            office,
            school,
            reason: "For the test".into(),
        };
        order(
            &self.record,
            self.administrator,
            Stream::of(Kind::Person, to),
            Command::Person(grant),
        )
        .await
        .unwrap();
    }

    /// The same database opened again, as another server would.
    pub async fn another_server(&self) -> Record {
        Record::open(self.database.url(), self.clock.clone())
            .await
            .unwrap()
    }
}

pub async fn order(
    record: &Record,
    actor: PersonId,
    stream: Stream,
    command: Command,
) -> Result<Done, Fault> {
    record.carry_out(Order::new(actor, stream, command)).await
}

pub async fn import(record: &Record, actor: PersonId, file: RosterFile) -> Result<Done, Fault> {
    let stream = file.stream();
    let apply = roster::Command::Apply {
        file: Box::new(file),
        confirmed_removals: true,
    };
    order(record, actor, stream, Command::Roster(apply)).await
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
    (
        PEOPLE
            .iter()
            .map(|(_, _, family, ..)| (*family, id(family)))
            .collect(),
        *larkspur.0,
    )
}

pub fn lesson() -> Lesson {
    let seen = Seen {
        score: Some(5),
        text: "Pupils explained their own steps to each other.".into(),
    };
    Lesson {
        kind: "short".into(),
        on: date(2026, 10, 14),
        begins: time(9, 0, 0, 0),
        ends: time(9, 20, 0, 0),
        focus: "Fractions".into(),
        seen: BTreeMap::from([("I.2".to_owned(), seen)]),
    }
}

pub fn pack() -> Adopted {
    static PACK: std::sync::OnceLock<Adopted> = std::sync::OnceLock::new();
    let read = || {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/leap/2026-27");
        let mut files = vec![];
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                } else {
                    let path = entry
                        .path()
                        .strip_prefix(&root)
                        .unwrap()
                        .display()
                        .to_string();
                    files.push((path, std::fs::read_to_string(entry.path()).unwrap()));
                }
            }
        }
        Adopted::new("leap/2026-27".into(), 1, files)
    };
    PACK.get_or_init(read).clone()
}

/// A roster file of some of the people, with the caseloads of those who are in it.
pub fn file(fingerprint: &str, people: &[(&str, &str, &str, &str, &str, &str)]) -> RosterFile {
    let school = |id: &str, name: &str| SchoolRow {
        line: 2,
        source_id: id.into(),
        name: name.into(),
        kind: SchoolKind::School,
        identifier: id.into(),
        parent: String::new(),
    };
    let mut file = RosterFile {
        fingerprint: fingerprint.into(),
        schools: whole(vec![
            school("larkspur", "Larkspur Elementary"),
            school("elm", "Elm Street Elementary"),
        ]),
        ..RosterFile::default()
    };
    let mut rows = vec![];
    let mut roles = vec![];
    for (line, (number, given, family, role, title, school)) in (2..).zip(people) {
        let mut row = PersonRow {
            line,
            source_id: format!("p-{number}"),
            enabled: true,
            given: (*given).into(),
            family: (*family).into(),
            employee: (*number).into(),
            email: Said::This(format!("{number}@district.example")),
            ..PersonRow::default()
        };
        row.hr.job_title = Said::This((*title).into());
        rows.push(row);
        roles.push(RoleRow {
            line,
            source_id: format!("r-{number}"),
            record: format!("p-{number}"),
            role: (*role).into(),
            school: (*school).into(),
            begins: Some(date(2026, 8, 1)),
            ends: None,
        });
    }
    let is_in = |number: &str| people.iter().any(|person| person.0 == number);
    let school_of = |number: &str| people.iter().find(|person| person.0 == number).unwrap().5;
    let assignment = |(teacher, evaluator): &(&str, &str)| AssignmentRow {
        line: 2,
        teacher: format!("p-{teacher}"),
        evaluator: format!("p-{evaluator}"),
        school: school_of(teacher).into(),
        begins: date(2026, 8, 1),
    };
    file.people = whole(rows);
    file.roles = whole(roles);
    file.assignments = Some(
        CASELOADS
            .iter()
            .filter(|pair| is_in(pair.0) && is_in(pair.1))
            .map(assignment)
            .collect(),
    );
    file
}

fn whole<R>(rows: Vec<R>) -> Table<R> {
    Table {
        mode: Mode::Bulk,
        rows,
        gone: vec![],
    }
}
