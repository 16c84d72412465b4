//! What people do in these tests, one word each: the commands of the rooms with plain values filled in.

use crate::larkspur::{IMANI, calendar, year};
use domain::conversations::{Command as Talk, ConversationKind, Length, Promise, Slot, Whose};
use domain::library::{Change, Command as Library, Page, Readers};
use domain::measures::{Command as Enter, Goal, Measure, Survey};
use domain::observations::{Command as Lessons, Lesson, Seen};
use domain::people::{self, Office};
use domain::professionalism::{Command as Professionalism, Moment, Side};
use domain::ratings::Command as Rating;
use domain::ratings::decision::Command as Decide;
use domain::rationale::{About, Command as Rationale};
use domain::school_year::{Adopted, Command as Year};
use domain::{Command, Kind, PersonId, SchoolId, Stream};
use jiff::civil::{Date, time};
use std::collections::BTreeMap;
use uuid::Uuid;

pub fn person(id: PersonId) -> Stream {
    Stream::of(Kind::Person, id)
}

pub fn the_year() -> Stream {
    Stream::of(Kind::SchoolYear, year())
}

/// What Imani Castellano has once in her year.
pub fn hers(kind: Kind) -> Stream {
    Stream::of_year(kind, IMANI, &year())
}

pub fn basis(about: About) -> Stream {
    Stream::rationale(IMANI, &year(), about)
}

pub fn talk(n: u128) -> Stream {
    Stream::of(Kind::Conversation, Uuid::from_u128(200 + n))
}

pub fn letter(n: u128) -> Stream {
    Stream::of(Kind::Message, Uuid::from_u128(300 + n))
}

pub fn grant(office: Office, school: Option<SchoolId>) -> Command {
    let reason = "Named by the board.".into();
    Command::Person(people::Command::Grant {
        office,
        school,
        reason,
    })
}

pub fn end_grant(office: Office, school: Option<SchoolId>) -> Command {
    let reason = "Moved to another post.".into();
    Command::Person(people::Command::EndGrant {
        office,
        school,
        reason,
    })
}

pub fn assign(evaluator: PersonId, school: SchoolId, begins: Date) -> Command {
    let reason = "On leave.".into();
    Command::Person(people::Command::AssignEvaluator {
        evaluator,
        school,
        begins,
        reason,
    })
}

pub fn adopt(adopted: Adopted, reason: &str) -> Command {
    Command::SchoolYear(Year::AdoptPack {
        year: year(),
        adopted,
        reason: reason.into(),
    })
}

pub fn confirm_values(values: &[&str], document: &str) -> Command {
    Command::SchoolYear(Year::Confirm {
        year: year(),
        values: values.iter().map(|value| (*value).into()).collect(),
        document: document.into(),
    })
}

pub fn propose_values(values: &[(&str, &[&str])]) -> Command {
    let texts = |fields: &[&str]| fields.iter().map(|it| (*it).to_owned()).collect();
    Command::SchoolYear(Year::Propose {
        year: year(),
        values: values
            .iter()
            .map(|(name, fields)| ((*name).to_owned(), texts(fields)))
            .collect(),
        source: "Minutes of 12 January".into(),
        reason: "The board asked for it.".into(),
    })
}

pub fn adopt_proposal(proposal: usize, reason: &str) -> Command {
    Command::SchoolYear(Year::AdoptProposal {
        year: year(),
        proposal,
        reason: reason.into(),
    })
}

pub fn decline_proposal(proposal: usize, reason: &str) -> Command {
    Command::SchoolYear(Year::DeclineProposal {
        year: year(),
        proposal,
        reason: reason.into(),
    })
}

pub fn take_back(value: &str, reason: &str) -> Command {
    Command::SchoolYear(Year::TakeBack {
        year: year(),
        value: value.into(),
        reason: reason.into(),
    })
}

/// The year's days with another first and last one.
pub fn days(first: Date, last: Date) -> Command {
    Command::SchoolYear(Year::EnterDays {
        year: year(),
        calendar: domain::calendar::Calendar {
            first,
            last,
            ..calendar()
        },
    })
}

pub fn share_lesson(lesson: Lesson) -> Command {
    Command::Observation(Lessons::Share {
        teacher: IMANI,
        year: year(),
        lesson,
    })
}

pub fn answer_lesson(text: &str) -> Command {
    Command::Observation(Lessons::Answer { text: text.into() })
}

pub fn rate(moment: Moment, side: Side, seen: BTreeMap<String, Seen>) -> Command {
    Command::Professionalism(Professionalism::Rate {
        teacher: IMANI,
        year: year(),
        moment,
        side,
        seen,
    })
}

/// Ratings of P.1 to P.7, each with its reasons.
pub fn levels(levels: [u8; 7]) -> BTreeMap<String, Seen> {
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

pub fn enter(measure: Measure) -> Command {
    Command::Measures(Enter::Enter {
        teacher: IMANI,
        year: year(),
        measure,
        source: "The district's file.".into(),
    })
}

/// Percent of growth points, or of positive answers, from a text such as `37.5`.
pub fn collective(percent: &str) -> Measure {
    Measure::Collective(percent.parse().unwrap())
}

pub fn survey(percent: &str, answers: u32) -> Measure {
    Measure::Survey(Survey {
        percent: percent.parse().unwrap(),
        answers,
    })
}

pub fn goals(pupils: &[[u32; 4]]) -> Measure {
    let goal = |(n, pupils): (usize, &[u32; 4])| Goal {
        title: format!("Goal {}", n + 1),
        pupils: *pupils,
    };
    Measure::Goals(pupils.iter().enumerate().map(goal).collect())
}

pub fn slot(on: Date) -> Slot {
    Slot {
        on,
        begins: time(14, 45, 0, 0),
        minutes: 60,
        place: "Room 118".into(),
    }
}

pub fn schedule(guide: ConversationKind, slot: Slot) -> Command {
    Command::Conversation(Talk::Schedule {
        teacher: IMANI,
        year: year(),
        guide,
        length: Length::Standard,
        slot,
    })
}

pub fn move_to(slot: Slot) -> Command {
    Command::Conversation(Talk::Move {
        slot,
        length: Length::Standard,
    })
}

pub fn cancel() -> Command {
    Command::Conversation(Talk::Cancel {
        reason: "The school is closed for snow.".into(),
    })
}

pub fn prepare(prompt: &str, answer: &str) -> Command {
    let answers = BTreeMap::from([(prompt.to_owned(), answer.to_owned())]);
    Command::Conversation(Talk::SharePreparation { answers })
}

pub fn we_met() -> Command {
    Command::Conversation(Talk::SayWeMet)
}

pub fn keep(number: usize) -> Command {
    Command::Conversation(Talk::KeepPromise { number })
}

pub fn postpone(number: usize, by: Date) -> Command {
    Command::Conversation(Talk::MovePromise { number, by })
}

/// A working promise, as the workspace keeps it while it is typed.
pub fn promise(whose: Whose, what: &str, by: Date) -> String {
    serde_json::to_string(&Promise {
        whose,
        what: what.into(),
        by,
        kept: None,
    })
    .unwrap()
}

pub fn send(template: &str, follows: &Stream) -> Command {
    let sent = domain::messages::Sent {
        template: template.into(),
        follows: follows.clone(),
        language: "en".into(),
        subject: "Your year at Larkspur".into(),
        body: "What we agreed, in full.".into(),
        personalised: true,
    };
    Command::Message(domain::messages::Command::Send {
        teacher: IMANI,
        year: year(),
        sent,
    })
}

pub fn explain(about: About, evidence: &[Stream]) -> Command {
    let text =
        "In three lessons every pupil answered; tasks came at two levels from March on.".into();
    Command::Rationale(Rationale::Share {
        teacher: IMANI,
        year: year(),
        about,
        text,
        evidence: evidence.to_vec(),
    })
}

/// A decision near the cut, as the school's leader sends it.
pub fn decide(rating: &str, evidence: &[Stream], reader: PersonId) -> Command {
    Command::Decision(Decide::Decide {
        teacher: IMANI,
        year: year(),
        rating: rating.into(),
        reasons:
            "In three of three lessons checks reached every pupil; growth is met in both goals."
                .into(),
        evidence: evidence.to_vec(),
        reader,
    })
}

pub fn confirm() -> Command {
    Command::Decision(Decide::Confirm)
}

pub fn send_back(reason: &str) -> Command {
    Command::Decision(Decide::SendBack {
        reason: reason.into(),
    })
}

pub fn withdraw(reason: &str) -> Command {
    Command::Decision(Decide::Withdraw {
        reason: reason.into(),
    })
}

pub fn share_rating() -> Command {
    Command::Rating(Rating::Share {
        teacher: IMANI,
        year: year(),
    })
}

pub fn acknowledge() -> Command {
    Command::Rating(Rating::Acknowledge)
}

pub fn decline() -> Command {
    Command::Rating(Rating::Decline)
}

pub fn answer_rating(text: &str) -> Command {
    Command::Rating(Rating::Answer { text: text.into() })
}

pub fn state_status(note: &str) -> Command {
    Command::Status(domain::status::Command::State {
        teacher: IMANI,
        year: year(),
        note: note.into(),
    })
}

pub fn answer_status(text: &str) -> Command {
    Command::Status(domain::status::Command::Answer { text: text.into() })
}

pub fn renew(reasons: &str) -> Command {
    let reasons = reasons.into();
    Command::Recommendation(domain::recommendations::Command::Renew {
        teacher: IMANI,
        year: year(),
        reasons,
    })
}

pub fn library_page(page: &str) -> Stream {
    Stream::library(&year(), page)
}

/// A page as the office would write it.
pub fn page() -> Page {
    let text = |en: &str, es: &str| policy::Text {
        en: en.into(),
        es: es.into(),
    };
    Page {
        topic: "rights".into(),
        title: text("Ways to disagree", "Vías para no estar de acuerdo"),
        summary: text("What you can do.", "Lo que puede hacer."),
        body: text(
            "File by {{date CAL-NR}}.",
            "Presente a más tardar el {{date CAL-NR}}.",
        ),
        audience: vec![Readers::Everybody],
        files: vec![],
    }
}

pub fn propose(id: &str, page: Page) -> Command {
    Command::Library(Library::Propose {
        year: year(),
        page: id.into(),
        change: Change::Page(Box::new(page)),
        reason: "Said more plainly.".into(),
        names_seen: false,
    })
}

pub fn back_to_pack(id: &str) -> Command {
    Command::Library(Library::Propose {
        year: year(),
        page: id.into(),
        change: Change::Pack,
        reason: "The pack says it better.".into(),
        names_seen: false,
    })
}
