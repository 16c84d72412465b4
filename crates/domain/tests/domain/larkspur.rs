//! Larkspur Elementary in 2026-27: the people and the year that every test starts from, and the words given, when, then.

use domain::calendar::{Calendar, DaysOff};
use domain::observations::{Lesson, Seen};
use domain::people::{self, Directory, Employment, Name, Particulars, Person, Position, Post};
use domain::questions::{Answering, Contacts};
use domain::school_year::{Adopted, SchoolYear};
use domain::{
    Command, Context, Draft, Event, Happened, Kind, PersonId, Refusal, SchoolId, State, Stream,
    YearId, YearRecord,
};
use jiff::Timestamp;
use jiff::civil::{Date, date, time};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use uuid::Uuid;

pub const IMANI: PersonId = PersonId(Uuid::from_u128(1));
pub const DESMOND: PersonId = PersonId(Uuid::from_u128(2));
pub const RUTH: PersonId = PersonId(Uuid::from_u128(3));
pub const PETRA: PersonId = PersonId(Uuid::from_u128(4));
/// Of the performance office.
pub const ANA: PersonId = PersonId(Uuid::from_u128(5));
pub const LARKSPUR: SchoolId = SchoolId(Uuid::from_u128(11));
pub const ELM_STREET: SchoolId = SchoolId(Uuid::from_u128(12));

pub fn year() -> YearId {
    YearId::beginning_in(2026)
}

/// The files of the LEAP pack of the repository.
pub fn pack_files() -> Vec<(String, String)> {
    fn gather(root: &std::path::Path, at: &std::path::Path, files: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(root, &path, files);
            } else {
                let name = path
                    .strip_prefix(root)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .replace('\\', "/");
                files.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/leap/2026-27");
    let mut files = vec![];
    gather(&root, &root, &mut files);
    files.sort();
    files
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

pub fn adopted() -> &'static Adopted {
    static ADOPTED: OnceLock<Adopted> = OnceLock::new();
    ADOPTED.get_or_init(|| Adopted::new("leap/2026-27".into(), 1, pack_files()))
}

/// The year with its pack and its days.
pub fn school_year() -> SchoolYear {
    SchoolYear {
        year: Some(year()),
        adopted: Some(adopted().clone()),
        calendar: Some(calendar()),
        ..SchoolYear::default()
    }
}

fn somebody(id: PersonId, given: &str, family: &str, post: Post) -> Person {
    let position = Position {
        post,
        school: LARKSPUR,
        begins: Some(date(2026, 8, 3)),
        ends: None,
    };
    Person {
        id: Some(id),
        particulars: Particulars {
            name: Name {
                given: given.into(),
                family: family.into(),
                ..Name::default()
            },
            enabled: true,
            positions: vec![position],
            employment: (post == Post::Teacher).then_some(Employment::NonProbationary),
            ..Particulars::default()
        },
        ..Person::default()
    }
}

pub fn directory() -> Directory {
    let mut imani = somebody(IMANI, "Imani", "Castellano", Post::Teacher);
    imani.evaluators.push(people::Assignment {
        evaluator: DESMOND,
        school: LARKSPUR,
        begins: date(2026, 8, 17),
        ends: None,
    });
    let mut ana = somebody(ANA, "Ana Lucía", "Robles", Post::Other);
    ana.grants.push(people::Grant {
        office: people::Office::PerformanceOffice,
        school: None,
        begins: date(2026, 8, 3),
        ends: None,
        by: RUTH,
        reason: "Director of Educator Effectiveness".into(),
    });
    let people = [
        imani,
        ana,
        somebody(DESMOND, "Desmond", "Achterberg", Post::Other),
        somebody(RUTH, "Ruth", "Okonkwo-Lane", Post::SchoolLeader),
    ];
    Directory {
        people: people
            .into_iter()
            .map(|person| (person.id.unwrap(), person))
            .collect(),
        schools: BTreeMap::new(),
    }
}

/// Everything at one moment: what happened so far and on which day somebody asks.
#[derive(Clone)]
pub struct Larkspur {
    pub today: Date,
    pub year: Option<SchoolYear>,
    pub directory: Directory,
    pub states: BTreeMap<Stream, (u64, State)>,
    /// Everything that happened, in order.
    pub journal: Vec<Happened>,
    /// Whether the year's record of the teacher could be found.
    pub has_teacher: bool,
    pub drafts: Vec<Draft>,
    pub gathered: BTreeMap<policy::Audience, domain::feedback::Gathered>,
}

/// Nothing happened yet; it is Tuesday 12 January 2027.
pub fn larkspur() -> Larkspur {
    Larkspur {
        today: date(2027, 1, 12),
        year: Some(school_year()),
        directory: directory(),
        states: BTreeMap::new(),
        journal: vec![],
        has_teacher: true,
        drafts: vec![],
        gathered: BTreeMap::new(),
    }
}

impl Larkspur {
    /// The teacher's earlier years are not known, so no status is in question.
    pub fn without_earlier_years(mut self) -> Self {
        if let Some(imani) = self.directory.people.get_mut(&IMANI) {
            imani.prior_ratings.clear();
        }
        self
    }

    pub fn on(mut self, today: Date) -> Self {
        self.today = today;
        self
    }

    pub fn now(&self) -> Timestamp {
        jiff::tz::Offset::UTC
            .to_timestamp(self.today.at(18, 0, 0, 0))
            .unwrap()
    }

    pub fn record(&self) -> YearRecord {
        let mut record = YearRecord::new(
            IMANI,
            year(),
            self.directory.person(IMANI).cloned().unwrap_or_default(),
        );
        for (stream, (version, state)) in &self.states {
            record.add(stream.clone(), *version, state.clone());
        }
        record
    }

    /// The state of one thing; a person's is the one in the directory.
    pub fn state(&self, stream: &Stream) -> State {
        if let Some((_, state)) = self.states.get(stream) {
            return state.clone();
        }
        let known = stream
            .key
            .parse()
            .ok()
            .and_then(|id| self.directory.person(id));
        match (stream.kind, known) {
            (Kind::Person, Some(person)) => State::Person(person.clone()),
            (kind, _) => State::new(kind),
        }
    }

    /// What follows when somebody asks.
    pub fn when(
        &self,
        actor: PersonId,
        stream: &Stream,
        command: impl Into<Command>,
    ) -> Result<Vec<Happened>, Refusal> {
        let record = self.record();
        let contacts = match self.state(&Contacts::stream()) {
            State::Contacts(contacts) => contacts,
            _ => Contacts::default(),
        };
        let year = self.year.as_ref();
        let answering = Answering::of(&self.directory, &contacts, year, actor, self.today);
        let cx = Context {
            actor,
            now: self.now(),
            today: self.today,
            year: self.year.as_ref(),
            record: self.has_teacher.then_some(&record),
            directory: Some(&self.directory),
            answering: Some(&answering),
            drafts: &self.drafts,
            gathered: Some(&self.gathered),
        };
        domain::decide(stream, &self.state(stream), command.into(), &cx)
    }

    /// It happens.
    pub fn given(mut self, actor: PersonId, stream: &Stream, command: impl Into<Command>) -> Self {
        let happened = self
            .when(actor, stream, command)
            .expect("given commands are accepted");
        for Happened { stream, event } in happened {
            self.apply(&stream, &event);
        }
        self
    }

    pub fn apply(&mut self, stream: &Stream, event: &Event) {
        self.journal.push(Happened {
            stream: stream.clone(),
            event: event.clone(),
        });
        let mut state = self.state(stream);
        state.apply(event);
        match &state {
            State::Person(person) => {
                if let Some(id) = person.id {
                    self.directory.people.insert(id, person.clone());
                }
            }
            State::SchoolYear(year) => self.year = Some(year.clone()),
            _ => {}
        }
        let version = self
            .states
            .get(stream)
            .map_or(1, |(version, _)| version + 1);
        self.states.insert(stream.clone(), (version, state));
    }

    pub fn draft(mut self, author: PersonId, thing: &Stream, field: &str, text: &str) -> Self {
        let (version, at) = (1, self.now());
        self.drafts.push(Draft {
            author,
            thing: thing.clone(),
            field: field.into(),
            text: text.into(),
            version,
            at,
        });
        self
    }

    /// A full lesson on a day, all twelve indicators at these levels (LE.1-4, I.1-8).
    pub fn lesson(self, n: u128, on: Date, levels: [u8; 12]) -> Self {
        let today = self.today;
        let stream = lesson_stream(n);
        let command = domain::observations::Command::Share {
            teacher: IMANI,
            year: year(),
            lesson: full_lesson(on, levels),
        };
        self.on(on)
            .given(DESMOND, &stream, Command::Observation(command))
            .on(today)
    }
}

pub fn lesson_stream(n: u128) -> Stream {
    Stream::of(Kind::Observation, Uuid::from_u128(100 + n))
}

pub fn observed() -> Vec<String> {
    adopted()
        .pack()
        .expect("the pack loads")
        .framework
        .observed()
        .map(|indicator| indicator.id.clone())
        .collect()
}

pub fn kind(all: bool, scored: bool) -> String {
    let pack = adopted().pack().expect("the pack loads");
    let kinds = &pack.framework.observation_kinds;
    kinds
        .iter()
        .find(|kind| kind.all_indicators == all && kind.scored == scored)
        .expect("the kind exists")
        .id
        .clone()
}

pub fn full_lesson(on: Date, levels: [u8; 12]) -> Lesson {
    let seen = observed().into_iter().zip(levels).map(|(id, score)| {
        (
            id,
            Seen {
                score: Some(score),
                text: "Seen.".into(),
            },
        )
    });
    Lesson {
        kind: kind(true, true),
        on,
        begins: time(9, 0, 0, 0),
        ends: time(9, 45, 0, 0),
        focus: "Fractions on a number line".into(),
        seen: seen.collect(),
    }
}
