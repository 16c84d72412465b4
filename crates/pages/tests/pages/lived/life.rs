//! The lived year: from the roster in August to the shared rating in May, by the commands that people give.

mod library;
mod near_cut;
mod questions;
mod status;

pub use library::form;

use super::{Day, Things};
use crate::larkspur::{self, Larkspur, year};
use domain::conversations::{self, ConversationKind, Length, Promise, Slot, Whose};
use domain::measures::{self, Goal, Measure, Survey};
use domain::observations::{self, Lesson, Seen};
use domain::people::roster::{self, Mode, RosterFile, Table};
use domain::people::{self, Office};
use domain::professionalism::{self, Moment, Side};
use domain::rationale::{self, About};
use domain::{Command, Kind, PersonId, Stream, messages, ratings};
use jiff::civil::{Date, date, time};
use record::Order;
use record::testing::Database;
use std::collections::BTreeMap;

/// Every day as a database of its own, with everybody and the things of both records.
pub struct Built {
    pub days: BTreeMap<Day, Database>,
    pub people: BTreeMap<String, PersonId>,
    pub records: [Things; 2],
}

/// People whom the harness's roster does not have.
const MORE: [larkspur::Row; 4] = [
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
    (
        "1033", "Inés", "Quintero", "she/her", "aide", "Analyst", "", "larkspur",
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

struct Life {
    larkspur: Larkspur,
    people: BTreeMap<String, PersonId>,
}

/// Lives it.
pub async fn live() -> Built {
    let larkspur = Larkspur::new().await;
    let mut life = Life {
        larkspur,
        people: BTreeMap::new(),
    };
    life.roster(delta("more", &MORE, true)).await;
    life.find_people().await;
    life.offices().await;
    life.library().await;
    life.policy_said().await;
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
    life.roster(delta("disabled", &MORE[2..3], false)).await;
    life.day(Day::January.date());
    life.contacts().await;
    for things in &records {
        life.winter(things).await;
        life.question(things).await;
    }
    let mut days = BTreeMap::from([(Day::January, life.copy().await)]);
    for things in &records {
        life.spring(things).await;
    }
    days.insert(Day::May, life.copy().await);
    let mut before = vec![];
    for things in &records {
        before.push(life.near_the_cut(things).await);
    }
    days.insert(Day::NearCut, life.copy().await);
    for (things, measures) in records.iter().zip(before) {
        life.far_from_it(things, measures).await;
    }
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
        life.state_status(things).await;
    }
    days.insert(Day::Rated, life.copy().await);
    Built {
        days,
        people: life.people,
        records,
    }
}

impl Life {
    /// The administrator confirms a value of the pack, and proposes another.
    async fn policy_said(&self) {
        let confirm = domain::school_year::Command::Confirm {
            year: year(),
            values: vec!["date CAL-BOARD".into()],
            document: "Board calendar 2026-27".into(),
        };
        let propose = domain::school_year::Command::Propose {
            year: year(),
            values: [("date CAL-FEEDBACK".into(), vec!["10".into()])].into(),
            source: "Minutes of September".into(),
            reason: "Five days are too few for large caseloads.".into(),
        };
        let stream = Stream::of(Kind::SchoolYear, year());
        let administrator = self.larkspur.administrator;
        for command in [confirm, propose] {
            self.order(administrator, &stream, Command::SchoolYear(command))
                .await;
        }
    }

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
        self.person_order(
            "Quintero",
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
            question: id(),
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
        let messages::Fitting::Message(template) = messages::fitting(&record, pack, &follows)
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

    async fn copy(&self) -> Database {
        self.larkspur.copy().await
    }
}
