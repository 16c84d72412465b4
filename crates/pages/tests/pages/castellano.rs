//! Imani Castellano's year up to a day, lived through the record as the drawn pages tell it.

use crate::larkspur::{Larkspur, year};
use domain::conversations::{Command as Talk, ConversationKind, Length, Slot};
use domain::measures::{Command as Enter, Goal, Measure, Survey};
use domain::observations::{Command as Lessons, Lesson, Seen};
use domain::professionalism::{Command as Professionalism, Moment, Side};
use domain::rationale::{About, Command as Rationale};
use domain::{Command, Kind, Stream};
use jiff::civil::{Date, date, time};
use std::collections::BTreeMap;
use uuid::Uuid;

pub const OBSERVED: [&str; 12] = [
    "LE.1", "LE.2", "LE.3", "LE.4", "I.1", "I.2", "I.3", "I.4", "I.5", "I.6", "I.7", "I.8",
];

pub fn hers(larkspur: &Larkspur, kind: Kind) -> Stream {
    Stream::of_year(kind, larkspur.person("Castellano"), &year())
}

pub fn basis(larkspur: &Larkspur, about: About) -> Stream {
    Stream::rationale(larkspur.person("Castellano"), &year(), about)
}

pub fn lesson_stream(n: u128) -> Stream {
    Stream::of(Kind::Observation, Uuid::from_u128(100 + n))
}

pub fn talk(n: u128) -> Stream {
    Stream::of(Kind::Conversation, Uuid::from_u128(200 + n))
}

fn lesson(kind: &str, on: Date, scores: &[(&str, u8)]) -> Lesson {
    let seen = |score| Seen {
        score: Some(score),
        text: "Every pupil answered on a whiteboard; four were asked to explain.".into(),
    };
    Lesson {
        kind: kind.into(),
        on,
        begins: time(9, 0, 0, 0),
        ends: time(9, 45, 0, 0),
        focus: "Fractions on a number line".into(),
        seen: scores
            .iter()
            .map(|(id, score)| ((*id).to_owned(), seen(*score)))
            .collect(),
    }
}

fn full(on: Date, scores: [u8; 12]) -> Lesson {
    let scores: Vec<_> = OBSERVED.into_iter().zip(scores).collect();
    lesson("full", on, &scores)
}

fn levels(levels: [u8; 7]) -> BTreeMap<String, Seen> {
    let seen = |score| Seen {
        score: Some(score),
        text: "Exit tickets of three classes.".into(),
    };
    levels
        .into_iter()
        .enumerate()
        .map(|(n, score)| (format!("P.{}", n + 1), seen(score)))
        .collect()
}

impl Larkspur {
    async fn done(&self, who: &str, stream: &Stream, command: Command) {
        self.order(who, stream, command).await.unwrap();
    }

    async fn saw(&self, n: u128, lesson: Lesson) {
        let share = Lessons::Share {
            teacher: self.person("Castellano"),
            year: year(),
            lesson,
        };
        self.done("Achterberg", &lesson_stream(n), Command::Observation(share))
            .await;
    }

    async fn rated(&self, who: &str, moment: Moment, side: Side, scores: [u8; 7]) {
        let rate = Professionalism::Rate {
            teacher: self.person("Castellano"),
            year: year(),
            moment,
            side,
            seen: levels(scores),
        };
        self.done(
            who,
            &hers(self, Kind::Professionalism),
            Command::Professionalism(rate),
        )
        .await;
    }

    pub async fn entered(&self, measure: Measure) {
        let source = "The district’s file of 24 November, line 41.".to_owned();
        let enter = Enter::Enter {
            teacher: self.person("Castellano"),
            year: year(),
            measure,
            source,
        };
        self.done(
            "Achterberg",
            &hers(self, Kind::Measures),
            Command::Measures(enter),
        )
        .await;
    }

    async fn met(&self, n: u128, guide: ConversationKind, on: Date) {
        let slot = Slot {
            on,
            begins: time(14, 45, 0, 0),
            minutes: 60,
            place: "Room 118".into(),
        };
        let teacher = self.person("Castellano");
        let schedule = Talk::Schedule {
            teacher,
            year: year(),
            guide,
            length: Length::Standard,
            slot,
        };
        self.done("Achterberg", &talk(n), Command::Conversation(schedule))
            .await;
        self.day(on);
        for who in ["Achterberg", "Castellano"] {
            self.done(who, &talk(n), Command::Conversation(Talk::SayWeMet))
                .await;
        }
    }

    /// What somebody writes as the basis of a rating.
    pub async fn explained(&self, about: About, evidence: Vec<Stream>) {
        let text = "In three lessons every pupil answered; tasks came at two levels from March on."
            .to_owned();
        let share = Rationale::Share {
            teacher: self.person("Castellano"),
            year: year(),
            about,
            text,
            evidence,
        };
        self.done("Achterberg", &basis(self, about), Command::Rationale(share))
            .await;
    }

    /// Wednesday 19 May: every measure is there but the school's growth and the rationales.
    pub async fn may_without_growth(&self, survey: &str) {
        self.day(date(2026, 10, 15));
        self.saw(
            1,
            full(date(2026, 10, 13), [5, 5, 4, 5, 5, 4, 5, 4, 4, 3, 4, 5]),
        )
        .await;
        self.day(date(2026, 11, 24));
        self.entered(Measure::Survey(Survey {
            percent: survey.parse().unwrap(),
            answers: 22,
        }))
        .await;
        self.day(date(2026, 12, 11));
        let short = [("LE.3", 5), ("I.1", 5), ("I.3", 5), ("I.5", 5)];
        self.saw(2, lesson("short", date(2026, 12, 8), &short))
            .await;
        self.day(date(2027, 1, 11));
        self.rated(
            "Achterberg",
            Moment::MidYear,
            Side::Evaluator,
            [5, 4, 4, 5, 5, 4, 4],
        )
        .await;
        self.rated(
            "Castellano",
            Moment::MidYear,
            Side::Teacher,
            [5, 5, 5, 5, 5, 5, 4],
        )
        .await;
        self.met(2, ConversationKind::MidYear, date(2027, 1, 14))
            .await;
        self.day(date(2027, 3, 18));
        self.saw(
            3,
            full(date(2027, 3, 16), [6, 5, 5, 5, 5, 5, 5, 4, 5, 4, 5, 5]),
        )
        .await;
        self.day(date(2027, 5, 7));
        self.rated(
            "Castellano",
            Moment::EndOfYear,
            Side::Teacher,
            [5, 5, 5, 5, 6, 5, 4],
        )
        .await;
        self.rated(
            "Achterberg",
            Moment::EndOfYear,
            Side::Evaluator,
            [5, 4, 5, 5, 6, 5, 4],
        )
        .await;
        self.day(date(2027, 5, 10));
        let goal = |title: &str, pupils| Goal {
            title: title.to_owned(),
            pupils,
        };
        let goals = vec![
            goal("Reading for claims", [3, 6, 12, 4]),
            goal("Fractions", [2, 6, 10, 6]),
        ];
        self.entered(Measure::Goals(goals)).await;
        self.met(3, ConversationKind::EndOfYear, date(2027, 5, 12))
            .await;
        self.day(date(2027, 5, 19));
    }

    /// Everything is there: `leap.md` section 14 with these percents.
    pub async fn may(&self, survey: &str, growth: &str) {
        self.may_without_growth(survey).await;
        self.entered(Measure::Collective(growth.parse().unwrap()))
            .await;
        let lessons = vec![lesson_stream(1), lesson_stream(2), lesson_stream(3)];
        self.explained(About::Instruction, lessons).await;
        self.explained(
            About::Professionalism,
            vec![hers(self, Kind::Professionalism)],
        )
        .await;
    }
}
