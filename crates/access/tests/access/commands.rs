//! Every command is an action that somebody may do. The match is complete: a new command does not compile without one.

use access::{Action, Actor, Subject, may};
use domain::conversations::{Command as Talk, ConversationKind, Length, Slot};
use domain::feedback::Command as Feedback;
use domain::library::{Change, Command as Library};
use domain::measures::{Command as Enter, Measure};
use domain::observations::{Command as Lessons, Lesson};
use domain::people::{Command as Person, Office, Relation, roster::Command as Roster};
use domain::professionalism::{Command as Professionalism, Moment, Side};
use domain::questions::Command as Question;
use domain::questions::contacts::Command as Contacts;
use domain::ratings::Command as Rating;
use domain::ratings::decision::Command as Decide;
use domain::rationale::{About, Command as Rationale};
use domain::recommendations::Command as Recommendation;
use domain::school_year::{Adopted, Command as Year};
use domain::status::{Command as Status, earlier};
use domain::{Command, Kind, PersonId, SchoolId, Stream, YearId};
use jiff::civil::{Date, Time, date, time};
use std::collections::BTreeSet;
use uuid::Uuid;

const TEACHER: PersonId = PersonId(Uuid::from_u128(1));
const EVALUATOR: PersonId = PersonId(Uuid::from_u128(2));
const SCHOOL: SchoolId = SchoolId(Uuid::from_u128(11));
const ON: Date = date(2027, 1, 14);
const BEGINS: Time = time(9, 0, 0, 0);

macro_rules! commands {
    ($($pattern:pat => $example:expr, $action:ident;)*) => {
        fn named(command: &Command) -> Action {
            match command { $($pattern => Action::$action,)* Command::School(never) => match *never {} }
        }

        fn examples() -> Vec<Command> {
            vec![$($example),*]
        }
    };
}

commands! {
    Command::Roster(Roster::Apply { .. }) =>
        Command::Roster(Roster::Apply { file: Box::default(), confirmed_removals: false }), ImportRoster;
    Command::Person(Person::EnterAdministrator { .. }) => Command::Person(Person::EnterAdministrator {
        id: TEACHER, name: domain::people::Name::default(), email: String::new(),
    }), EnterAdministrator;
    Command::Person(Person::Grant { .. }) => Command::Person(Person::Grant {
        office: Office::Administrator, school: None, reason: String::new(),
    }), Grant;
    Command::Person(Person::EndGrant { .. }) => Command::Person(Person::EndGrant {
        office: Office::Administrator, school: None, reason: String::new(),
    }), Grant;
    Command::Person(Person::AssignEvaluator { .. }) => Command::Person(Person::AssignEvaluator {
        evaluator: EVALUATOR, school: SCHOOL, begins: ON, reason: String::new(),
    }), AssignEvaluator;
    Command::Person(Person::EndEvaluator { .. }) => Command::Person(Person::EndEvaluator {
        evaluator: EVALUATOR, last_day: ON, reason: String::new(),
    }), AssignEvaluator;
    Command::Person(Person::ChooseLanguage { .. }) =>
        Command::Person(Person::ChooseLanguage { language: "es".into() }), ChooseLanguage;
    Command::SchoolYear(Year::AdoptPack { .. }) => Command::SchoolYear(Year::AdoptPack {
        year: year(), adopted: Adopted::default(), reason: String::new(),
    }), AdoptPack;
    Command::SchoolYear(Year::Confirm { .. }) => Command::SchoolYear(Year::Confirm {
        year: year(), values: vec![], document: String::new(),
    }), ConfirmValues;
    Command::SchoolYear(Year::Propose { .. }) => Command::SchoolYear(Year::Propose {
        year: year(), values: Default::default(), source: String::new(), reason: String::new(),
    }), ProposeValues;
    Command::SchoolYear(Year::AdoptProposal { .. }) => Command::SchoolYear(Year::AdoptProposal {
        year: year(), proposal: 1, reason: String::new(),
    }), AdoptPack;
    Command::SchoolYear(Year::DeclineProposal { .. }) => Command::SchoolYear(Year::DeclineProposal {
        year: year(), proposal: 1, reason: String::new(),
    }), AdoptPack;
    Command::SchoolYear(Year::TakeBack { .. }) => Command::SchoolYear(Year::TakeBack {
        year: year(), value: String::new(), reason: String::new(),
    }), ConfirmValues;
    Command::SchoolYear(Year::EnterDays { .. }) => Command::SchoolYear(Year::EnterDays {
        year: year(),
        calendar: domain::calendar::Calendar { first: ON, last: ON, days_off: vec![] },
    }), EnterDays;
    Command::Observation(Lessons::Share { .. }) => Command::Observation(Lessons::Share {
        teacher: TEACHER,
        year: year(),
        lesson: Lesson {
            kind: "full".into(),
            on: ON,
            begins: BEGINS,
            ends: BEGINS,
            focus: String::new(),
            seen: Default::default(),
        },
    }), ShareObservation;
    Command::Observation(Lessons::Answer { .. }) =>
        Command::Observation(Lessons::Answer { text: String::new() }), AnswerEvidence;
    Command::Professionalism(Professionalism::Rate { side: Side::Teacher, .. }) => rate(Side::Teacher), RateSelf;
    Command::Professionalism(Professionalism::Rate { side: Side::Evaluator, .. }) =>
        rate(Side::Evaluator), RateProfessionalism;
    Command::Measures(Enter::Enter { .. }) => Command::Measures(Enter::Enter {
        teacher: TEACHER, year: year(), measure: Measure::SurveyApplies(false), source: String::new(),
    }), EnterMeasure;
    Command::Conversation(Talk::Schedule { .. }) => Command::Conversation(Talk::Schedule {
        teacher: TEACHER, year: year(), guide: ConversationKind::MidYear, length: Length::Standard, slot: slot(),
    }), Schedule;
    Command::Conversation(Talk::Move { .. }) =>
        Command::Conversation(Talk::Move { slot: slot(), length: Length::Standard }), Schedule;
    Command::Conversation(Talk::Cancel { .. }) =>
        Command::Conversation(Talk::Cancel { reason: String::new() }), Schedule;
    Command::Conversation(Talk::SharePreparation { .. }) =>
        Command::Conversation(Talk::SharePreparation { answers: Default::default() }), Prepare;
    Command::Conversation(Talk::SayWeMet) => Command::Conversation(Talk::SayWeMet), SayWeMet;
    Command::Conversation(Talk::KeepPromise { .. }) =>
        Command::Conversation(Talk::KeepPromise { number: 0 }), KeepPromise;
    Command::Conversation(Talk::MovePromise { .. }) =>
        Command::Conversation(Talk::MovePromise { number: 0, by: ON }), KeepPromise;
    Command::Message(domain::messages::Command::Send { .. }) => send(), SendMessage;
    Command::Status(Status::State { .. }) => Command::Status(Status::State {
        teacher: TEACHER, year: year(), note: String::new(),
    }), StateStatus;
    Command::Status(Status::Answer { .. }) =>
        Command::Status(Status::Answer { text: String::new() }), AnswerStatus;
    Command::EarlierRatings(earlier::Command::Apply { .. }) =>
        Command::EarlierRatings(earlier::Command::Apply { file: Box::default(), confirmed: false }), ImportEarlierRatings;
    Command::Rationale(Rationale::Share { .. }) => Command::Rationale(Rationale::Share {
        teacher: TEACHER, year: year(), about: About::Instruction, text: String::new(), evidence: vec![],
    }), ShareRationale;
    Command::Decision(Decide::Decide { .. }) => Command::Decision(Decide::Decide {
        teacher: TEACHER, year: year(), rating: String::new(), reasons: String::new(), evidence: vec![], reader: EVALUATOR,
    }), Decide;
    Command::Decision(Decide::Withdraw { .. }) =>
        Command::Decision(Decide::Withdraw { reason: String::new() }), Decide;
    Command::Decision(Decide::Confirm) => Command::Decision(Decide::Confirm), ConfirmDecision;
    Command::Decision(Decide::SendBack { .. }) =>
        Command::Decision(Decide::SendBack { reason: String::new() }), ConfirmDecision;
    Command::Rating(Rating::Share { .. }) =>
        Command::Rating(Rating::Share { teacher: TEACHER, year: year() }), ShareRating;
    Command::Rating(Rating::Acknowledge) => Command::Rating(Rating::Acknowledge), Receive;
    Command::Rating(Rating::Decline) => Command::Rating(Rating::Decline), Receive;
    Command::Rating(Rating::Answer { .. }) => Command::Rating(Rating::Answer { text: String::new() }), AnswerRating;
    Command::Feedback(Feedback::Publish { .. }) => Command::Feedback(Feedback::Publish {
        year: year(), screened: vec![],
    }), PublishFeedback;
    Command::Recommendation(Recommendation::Renew { .. }) => Command::Recommendation(Recommendation::Renew {
        teacher: TEACHER, year: year(), reasons: String::new(),
    }), Recommend;
    Command::Library(Library::Propose { .. }) => Command::Library(Library::Propose {
        year: year(), page: String::new(), change: Change::Pack, reason: String::new(), names_seen: false,
    }), ProposePage;
    Command::Library(Library::Withdraw) => Command::Library(Library::Withdraw), ProposePage;
    Command::Library(Library::Publish) => Command::Library(Library::Publish), ReviewPage;
    Command::Library(Library::Decline { .. }) =>
        Command::Library(Library::Decline { reason: String::new() }), ReviewPage;
    Command::Question(Question::Ask { .. }) => Command::Question(Question::Ask {
        topic: "ratings".into(), page: None, text: String::new(),
    }), AskQuestion;
    Command::Question(Question::PassOn { .. }) => Command::Question(Question::PassOn {
        to: EVALUATOR, topic: "status".into(), reason: String::new(),
    }), AnswerQuestion;
    Command::Question(Question::Answer { .. }) =>
        Command::Question(Question::Answer { text: String::new() }), AnswerQuestion;
    Command::Question(Question::FollowUp { .. }) =>
        Command::Question(Question::FollowUp { text: String::new() }), FollowUp;
    Command::Question(Question::Reopen { .. }) =>
        Command::Question(Question::Reopen { text: String::new() }), FollowUp;
    Command::Question(Question::Close) => Command::Question(Question::Close), CloseQuestion;
    Command::Contacts(Contacts::Name { .. }) => Command::Contacts(Contacts::Name {
        topic: "ratings".into(), school: None, person: EVALUATOR,
    }), KeepContacts;
    Command::Contacts(Contacts::Unname { .. }) => Command::Contacts(Contacts::Unname {
        topic: "ratings".into(), school: None,
    }), KeepContacts;
    Command::Contacts(Contacts::Cover { .. }) => Command::Contacts(Contacts::Cover {
        away: TEACHER, instead: EVALUATOR, from: ON, to: ON,
    }), KeepContacts;
    Command::Contacts(Contacts::EndCover { .. }) =>
        Command::Contacts(Contacts::EndCover { away: TEACHER, from: ON }), KeepContacts;
}

fn year() -> YearId {
    YearId::beginning_in(2026)
}

fn slot() -> Slot {
    Slot {
        on: ON,
        begins: BEGINS,
        minutes: 60,
        place: "Room 118".into(),
    }
}

fn rate(side: Side) -> Command {
    let (moment, seen) = (Moment::MidYear, Default::default());
    Command::Professionalism(Professionalism::Rate {
        teacher: TEACHER,
        year: year(),
        moment,
        side,
        seen,
    })
}

fn send() -> Command {
    let sent = domain::messages::Sent {
        template: "M08".into(),
        follows: Stream::of(Kind::Conversation, "100"),
        language: "en".into(),
        subject: String::new(),
        body: String::new(),
        personalised: false,
    };
    Command::Message(domain::messages::Command::Send {
        teacher: TEACHER,
        year: year(),
        sent,
    })
}

/// The teacher, the evaluator, the leader, every office and the command line.
fn everybody() -> Vec<Actor> {
    let relations = [
        vec![Relation::TeachesAt(SCHOOL)],
        vec![Relation::Evaluates(TEACHER)],
        vec![Relation::Leads(SCHOOL)],
        vec![Relation::HrPartnerOf(SCHOOL)],
        vec![Relation::PerformanceOffice],
        vec![Relation::Administrator],
    ];
    let actors = relations.into_iter().zip(1..).map(|(relations, n)| Actor {
        person: PersonId(Uuid::from_u128(n)),
        has_access: true,
        relations,
    });
    actors.chain([Actor::command_line()]).collect()
}

fn who_may(action: Action) -> usize {
    let (kind, parties) = match action {
        // Its only party is whoever was asked to read it.
        Action::ReadDecision | Action::Decide | Action::ConfirmDecision => {
            (Kind::Decision, vec![EVALUATOR])
        }
        Action::ReadQuestion | Action::AnswerQuestion | Action::CloseQuestion => {
            (Kind::Question, vec![TEACHER, EVALUATOR])
        }
        _ => (Kind::Conversation, vec![TEACHER, EVALUATOR]),
    };
    let subject = Subject {
        stream: Stream::of(kind, "100"),
        owner: Some(TEACHER),
        owner_schools: vec![SCHOOL],
        parties,
    };
    everybody()
        .iter()
        .filter(|actor| may(actor, action, &subject).is_allowed())
        .count()
}

#[test]
fn every_command_is_the_action_that_it_says() {
    for command in examples() {
        assert_eq!(Action::from(&command), named(&command), "{command:?}");
    }
}

#[test]
fn there_is_somebody_who_may_do_each_action_and_never_everybody_who_may_write() {
    for action in Action::ALL {
        assert!(who_may(*action) > 0, "nobody may {}", action.as_str());
    }
    for command in examples() {
        let action = Action::from(&command);
        // Asking is everybody's.
        if action == Action::AskQuestion {
            continue;
        }
        assert!(
            (1..=3).contains(&who_may(action)),
            "{} may {}",
            who_may(action),
            action.as_str()
        );
    }
}

#[test]
fn an_action_that_no_command_asks_for_only_reads() {
    let asked: BTreeSet<Action> = examples().iter().map(Action::from).collect();
    let others: Vec<_> = Action::ALL
        .iter()
        .filter(|action| !asked.contains(action))
        .collect();
    // What is said unnamed is on no record, so no command carries it.
    let reading = ["read ", "take a copy", "preview ", "give feedback unnamed"];
    for action in others {
        let word = action.as_str();
        assert!(
            reading.iter().any(|begins| word.starts_with(begins)),
            "no command is for: {word}"
        );
    }
}
