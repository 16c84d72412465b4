//! One example of every event that can be written. The match is complete: a new event does not compile without one.

use crate::acts::*;
use crate::castellano::{decided, rated, short_lesson};
use crate::larkspur::*;
use domain::conversations::{self, ConversationKind, Length, Note, Preparation, Promise, Whose};
use domain::library::{self, Attachment, Change, FileKind, Page, Proposal};
use domain::measures::{self, Entry, Measure};
use domain::observations::{self, Answer};
use domain::people::roster::{self, Applied, Counts};
use domain::people::school::{self, SchoolKind, SchoolParticulars};
use domain::people::{
    self, Assignment, Employment, Grant, Name, Office, Particulars, Position, Post, PriorRating,
    Role,
};
use domain::professionalism::{self, Moment, Sent, Side};
use domain::questions::{self, contacts};
use domain::ratings::decision;
use domain::rationale::{self, About, Version};
use domain::recommendations::{self, Renewal};
use domain::school_year::{self, Adopted};
use domain::status::earlier;
use domain::{Event, Kind, State, YearId, feedback, messages, ratings, status};
use jiff::Timestamp;
use jiff::civil::{Date, date};

const ON: Date = date(2027, 1, 14);

fn at() -> Timestamp {
    "2027-01-14T22:45:00.125Z".parse().unwrap()
}

macro_rules! events {
    ($($room:ident { $($name:literal: $pattern:pat => $example:expr,)* })*) => {
        /// The type under which an event is written.
        pub fn name(event: &Event) -> &'static str {
            match event { $($(Event::$room($pattern) => $name,)*)* }
        }

        /// Every type with its example.
        pub fn examples() -> Vec<(&'static str, Event)> {
            vec![$($(($name, Event::$room($example)),)*)*]
        }
    };
}

events! {
    Person {
        "person.entered": people::Event::Entered { .. } => people::Event::Entered { id: IMANI, particulars: particulars() },
        "person.changed": people::Event::Changed { .. } => people::Event::Changed { particulars: particulars() },
        "person.ended": people::Event::Ended { .. } => people::Event::Ended { on: ON },
        "person.returned": people::Event::Returned { .. } => people::Event::Returned { particulars: particulars() },
        "person.granted": people::Event::Granted(_) => people::Event::Granted(partner()),
        "person.grant_ended": people::Event::GrantEnded { .. } => people::Event::GrantEnded {
            office: Office::Administrator, school: None, on: ON, reason: "Moved to another post.".into(),
        },
        "person.evaluator_assigned": people::Event::EvaluatorAssigned { .. } => people::Event::EvaluatorAssigned {
            assignment: Assignment { evaluator: DESMOND, school: LARKSPUR, begins: date(2026, 8, 17), ends: Some(ON) },
            reason: "On leave.".into(),
        },
        "person.evaluator_ended": people::Event::EvaluatorEnded { .. } => people::Event::EvaluatorEnded {
            evaluator: DESMOND, school: Some(LARKSPUR), on: ON, reason: "Moved.".into(),
        },
        "person.prior_ratings": people::Event::PriorRatings { .. } => people::Event::PriorRatings {
            ratings: vec![PriorRating::new(YearId::beginning_in(2025), "A")],
        },
        "person.language_chosen": people::Event::LanguageChosen { .. } => people::Event::LanguageChosen {
            language: "es".into(),
        },
    }
    School {
        "school.entered": school::Event::Entered { .. } => school::Event::Entered { id: LARKSPUR, particulars: larkspur_elementary() },
        "school.changed": school::Event::Changed { .. } => school::Event::Changed { particulars: larkspur_elementary() },
        "school.ended": school::Event::Ended { .. } => school::Event::Ended { on: ON },
    }
    Roster {
        "roster.applied": roster::Event::Applied(_) => roster::Event::Applied(Applied {
            by: RUTH, on: ON, delta: false, counts: Counts { added: 60, schools: 6, warnings: 2, ..Counts::default() },
        }),
    }
    EarlierRatings {
        "earlier_ratings.applied": earlier::Event::Applied(_) => earlier::Event::Applied(earlier::Applied {
            by: ANA, on: ON, file: "ratings-2023-26.csv".into(),
            counts: earlier::Counts { added: 118, replaced: 1, unchanged: 2, teachers: 41 },
        }),
    }
    Status {
        "status.stated": status::Event::Stated { .. } => status::Event::Stated {
            teacher: IMANI, year: year(), statement: statement(),
        },
        "status.answered": status::Event::Answered(_) => status::Event::Answered(Answer {
            by: IMANI, at: at(), text: "I was on leave from March on.".into(),
        }),
    }
    SchoolYear {
        "school_year.pack_adopted": school_year::Event::PackAdopted { .. } => school_year::Event::PackAdopted {
            year: year(),
            adopted: Adopted::new("leap/2026-27".into(), 4, vec![("pack.toml".into(), "id = \"leap\"\n".into())]),
            reason: "The district confirmed the cuts.".into(),
            proposal: None,
        },
        "school_year.days_entered": school_year::Event::DaysEntered { .. } => school_year::Event::DaysEntered {
            year: year(), calendar: calendar(),
        },
        "school_year.values_confirmed": school_year::Event::ValuesConfirmed { .. } => school_year::Event::ValuesConfirmed {
            values: [("cuts".into(), "[\"25\",\"175/3\",\"250/3\"]".into())].into(),
            document: "Handbook 2026-27, page 14".into(), by: RUTH, at: at(), on: ON,
        },
        "school_year.proposed": school_year::Event::Proposed { .. } => school_year::Event::Proposed {
            proposal: school_year::Proposal {
                values: [("cuts".into(), ["75/4", "50", "325/4"].map(String::from).to_vec())].into(),
                source: "Minutes of 12 January".into(), reason: "The state's cuts.".into(), by: RUTH, at: at(), on: ON, end: None,
            },
        },
        "school_year.proposal_declined": school_year::Event::ProposalDeclined { .. } => school_year::Event::ProposalDeclined {
            proposal: 1, reason: "Not voted.".into(),
        },
        "school_year.confirmation_taken_back": school_year::Event::ConfirmationTakenBack { .. } => school_year::Event::ConfirmationTakenBack {
            value: "cuts".into(), reason: "The board voted otherwise.".into(),
        },
    }
    Observation {
        "observation.shared": observations::Event::Shared { .. } => observations::Event::Shared {
            teacher: IMANI,
            year: year(),
            observer: DESMOND,
            lesson: short_lesson(date(2026, 12, 8), &[("I.5", 5), ("LE.3", 5)]),
            at: at(),
            on: ON,
        },
        "observation.answered": observations::Event::Answered(_) => observations::Event::Answered(answer()),
    }
    Professionalism {
        "professionalism.rated": professionalism::Event::Rated { .. } => professionalism::Event::Rated {
            teacher: IMANI,
            year: year(),
            sent: Sent {
                moment: Moment::MidYear,
                side: Side::Evaluator,
                by: DESMOND,
                at: at(),
                on: ON,
                seen: levels([5, 4, 4, 5, 5, 4, 4]),
            },
        },
    }
    Measures {
        "measures.entered": measures::Event::Entered { .. } => measures::Event::Entered {
            teacher: IMANI,
            year: year(),
            entry: entry(survey("66.5", 22)),
        },
    }
    Conversation {
        "conversation.scheduled": conversations::Event::Scheduled { .. } => conversations::Event::Scheduled {
            teacher: IMANI,
            year: year(),
            evaluator: DESMOND,
            guide: ConversationKind::MidYear,
            length: Length::Extended,
            slot: slot(ON),
            on: date(2027, 1, 7),
        },
        "conversation.moved": conversations::Event::Moved { .. } => conversations::Event::Moved {
            slot: slot(ON), length: Length::Brief,
        },
        "conversation.cancelled": conversations::Event::Cancelled { .. } => conversations::Event::Cancelled {
            reason: "The school is closed for snow.".into(),
        },
        "conversation.preparation_shared": conversations::Event::PreparationShared(_) => {
            conversations::Event::PreparationShared(Preparation {
                side: Side::Teacher,
                at: at(),
                on: ON,
                answers: [("m.prepare.t1".to_owned(), "LE.3 and I.5 moved.".to_owned())].into(),
            })
        },
        "conversation.we_met": conversations::Event::WeMet { .. } => conversations::Event::WeMet {
            side: Side::Teacher, at: at(),
        },
        "conversation.held": conversations::Event::Held { .. } => conversations::Event::Held {
            on: ON,
            notes: vec![Note { by: DESMOND, at: at(), text: "Strength: I.5.".into() }],
            promises: vec![Promise { whose: Whose::Both, what: "Plan a unit".into(), by: date(2027, 2, 12), kept: None }],
        },
        "conversation.promise_kept": conversations::Event::PromiseKept { .. } => conversations::Event::PromiseKept {
            number: 0, on: ON,
        },
        "conversation.promise_moved": conversations::Event::PromiseMoved { .. } => conversations::Event::PromiseMoved {
            number: 0, by: date(2027, 3, 5),
        },
    }
    Message {
        "message.sent": messages::Event::Sent { .. } => messages::Event::Sent {
            teacher: IMANI,
            year: year(),
            sent: messages::Sent {
                template: "M08".into(),
                follows: talk(2),
                language: "es".into(),
                subject: "Su año en Larkspur".into(),
                body: "Lo que acordamos, **completo**.\n\n– Desmond Achterberg".into(),
                personalised: true,
            },
            by: DESMOND,
            at: at(),
            on: ON,
        },
    }
    Rationale {
        "rationale.shared": rationale::Event::Shared { .. } => rationale::Event::Shared {
            teacher: IMANI,
            year: year(),
            about: About::Instruction,
            version: Version {
                text: "Tasks came at two levels from March on.".into(),
                evidence: vec![lesson_stream(1), hers(Kind::Professionalism)],
                by: DESMOND,
                at: at(),
                on: ON,
            },
        },
    }
    Decision {
        "decision.decided": decision::Event::Decided { .. } => decision::Event::Decided {
            teacher: IMANI, year: year(), choice: choice(),
        },
        "decision.confirmed": decision::Event::Confirmed { .. } => decision::Event::Confirmed { by: ANA, at: at(), on: ON },
        "decision.sent_back": decision::Event::SentBack { .. } => decision::Event::SentBack {
            reason: "One lesson alone does not show it.".into(), by: ANA, at: at(), on: ON,
        },
        "decision.withdrawn": decision::Event::Withdrawn { .. } => decision::Event::Withdrawn {
            reason: "Written about the wrong year.".into(), by: RUTH, at: at(), on: ON,
        },
    }
    Rating {
        "rating.shared": ratings::Event::Shared { .. } => ratings::Event::Shared {
            teacher: IMANI, year: year(), released: released(),
        },
        "rating.acknowledged": ratings::Event::Acknowledged { .. } => ratings::Event::Acknowledged { at: at(), on: ON },
        "rating.declined": ratings::Event::Declined { .. } => ratings::Event::Declined { at: at(), on: ON },
        "rating.answered": ratings::Event::Answered(_) => ratings::Event::Answered(answer()),
    }
    Recommendation {
        "recommendation.renewal_recommended": recommendations::Event::RenewalRecommended { .. } => {
            recommendations::Event::RenewalRecommended {
                teacher: IMANI,
                year: year(),
                renewal: Renewal { reasons: "Routines that hold.".into(), by: DESMOND, at: at(), on: ON },
            }
        },
    }
    Feedback {
        "feedback.published": feedback::Event::Published { .. } => feedback::Event::Published {
            year: year(), round: "beginning".into(), published: page(),
        },
    }
    Library {
        "library.proposed": library::Event::Proposed { .. } => library::Event::Proposed {
            year: year(),
            page: "disagreeing".into(),
            proposal: Proposal {
                change: Change::Page(Box::new(Page {
                    files: vec![Attachment {
                        name: "Form.pdf".into(), kind: FileKind::Pdf, size: 8, digest: "0f".repeat(32),
                    }],
                    ..crate::acts::page()
                })),
                reason: "Said more plainly.".into(),
                by: RUTH,
                at: at(),
                on: ON,
            },
        },
        "library.published": library::Event::Published { .. } => library::Event::Published {
            by: DESMOND, at: at(), on: ON,
        },
        "library.declined": library::Event::Declined { .. } => library::Event::Declined {
            reason: "The date is wrong.".into(), by: DESMOND, on: ON,
        },
        "library.withdrawn": library::Event::Withdrawn { .. } => library::Event::Withdrawn { on: ON },
    }
    Question {
        "question.asked": questions::Event::Asked { .. } => questions::Event::Asked {
            asker: IMANI, topic: "ratings".into(), school: Some(LARKSPUR), page: Some("/my-year".into()),
            text: "Where do the weights come from?".into(), at: at(), on: ON, days: 3, due: date(2027, 1, 20),
        },
        "question.assigned": questions::Event::Assigned(_) => questions::Event::Assigned(questions::Assigned {
            owner: DESMOND, instead_of: Some(RUTH), topic: "status".into(), by: RUTH, on: ON,
            reason: "It is about status.".into(),
        }),
        "question.answered": questions::Event::Answered { .. } => questions::Event::Answered {
            by: DESMOND, text: "In section 3.".into(), at: at(), on: ON,
        },
        "question.followed_up": questions::Event::FollowedUp { .. } => questions::Event::FollowedUp {
            text: "And for grade 2?".into(), at: at(), on: ON, due: date(2027, 1, 20),
        },
        "question.closed": questions::Event::Closed(_) =>
            questions::Event::Closed(questions::Closed { by: IMANI, on: ON }),
        "question.reopened": questions::Event::Reopened { .. } => questions::Event::Reopened {
            text: "It says otherwise.".into(), at: at(), on: ON, due: date(2027, 1, 20),
        },
    }
    Contacts {
        "contacts.named": contacts::Event::Named(_) => contacts::Event::Named(contacts::Contact {
            topic: "ratings".into(), school: Some(LARKSPUR), person: DESMOND, by: RUTH, on: ON,
        }),
        "contacts.unnamed": contacts::Event::Unnamed { .. } => contacts::Event::Unnamed {
            topic: "ratings".into(), school: None, on: ON,
        },
        "contacts.covered": contacts::Event::Covered(_) => contacts::Event::Covered(contacts::Cover {
            away: DESMOND, instead: RUTH, from: ON, to: date(2027, 1, 20), by: RUTH,
        }),
        "contacts.cover_ended": contacts::Event::CoverEnded { .. } => contacts::Event::CoverEnded {
            away: DESMOND, from: ON, on: ON,
        },
    }
}

/// Every other measure, which all share one event.
pub fn other_measures() -> Vec<Event> {
    [
        goals(&[[2, 6, 15, 2], [1, 5, 15, 3]]),
        collective("37.5"),
        Measure::SurveyApplies(false),
    ]
    .map(|measure| {
        Event::Measures(measures::Event::Entered {
            teacher: IMANI,
            year: year(),
            entry: entry(measure),
        })
    })
    .into()
}

fn statement() -> status::Statement {
    let stated = crate::castellano::january().given(
        ANA,
        &hers(Kind::Status),
        state_status("Please ask me."),
    );
    match stated.state(&hers(Kind::Status)) {
        State::Status(status) => status.latest().expect("it was stated").clone(),
        other => panic!("not a status: {other:?}"),
    }
}

fn choice() -> decision::Choice {
    match decided().state(&hers(Kind::Decision)) {
        State::Decision(decision) => decision.waiting().expect("it waits").clone(),
        other => panic!("not a decision: {other:?}"),
    }
}

fn particulars() -> Particulars {
    let (begins, ends) = (Some(date(2026, 8, 3)), None);
    Particulars {
        name: Name {
            given: "Anneke".into(),
            family: "de Wit".into(),
            preferred_given: "Anke".into(),
            preferred_family: String::new(),
        },
        email: "anneke.dewit@district.example".into(),
        employee: "E-1017".into(),
        source_ids: ["u-1017".to_owned(), "u-2017".to_owned()].into(),
        enabled: true,
        pronouns: "she/her".into(),
        job_title: "Teacher, ELD".into(),
        content_area: "ELD".into(),
        home_school: Some(LARKSPUR),
        hired: Some(date(2019, 8, 5)),
        fte: "0.8".into(),
        employment: Some(Employment::Probationary),
        probationary_year: Some(2),
        positions: vec![Position {
            post: Post::Teacher,
            school: LARKSPUR,
            begins,
            ends,
        }],
        records: vec!["u-1017".into()],
        roles: vec![Role {
            source_id: "r-1".into(),
            record: "u-1017".into(),
            role: "teacher".into(),
            school: LARKSPUR,
            begins,
            ends,
        }],
    }
}

fn larkspur_elementary() -> SchoolParticulars {
    SchoolParticulars {
        name: "Larkspur Elementary".into(),
        kind: SchoolKind::School,
        source_id: "org-11".into(),
        identifier: "0411".into(),
    }
}

fn partner() -> Grant {
    Grant {
        office: Office::HrPartner,
        school: Some(LARKSPUR),
        begins: ON,
        ends: None,
        by: RUTH,
        reason: "Named by the board.".into(),
    }
}

fn answer() -> Answer {
    Answer {
        by: IMANI,
        at: at(),
        text: "The four were new that week.".into(),
    }
}

fn entry(measure: Measure) -> Entry {
    Entry {
        measure,
        source: "Survey file of 24 November, line 41.".into(),
        by: DESMOND,
        at: at(),
        on: ON,
    }
}

fn released() -> ratings::Released {
    match rated().state(&hers(Kind::Rating)) {
        State::Rating(rating) => rating.released.expect("the rating is shared"),
        other => panic!("not a rating: {other:?}"),
    }
}

/// Twelve teachers and two evaluators answered; one text passed.
fn page() -> feedback::Published {
    let text = |en: &str, es: &str| policy::Text {
        en: en.into(),
        es: es.into(),
    };
    let label = |en: &str, es: &str, count| feedback::PublishedLabel {
        text: text(en, es),
        count,
    };
    let teachers = feedback::PublishedSheet {
        audience: policy::Audience::Teachers,
        answers: Some(12),
        questions: vec![feedback::PublishedQuestion {
            text: text("Was it useful?", "¿Le sirvió?"),
            labels: vec![
                label("No", "No", None),
                label("Yes", "Sí", Some(8)),
                label("No answer", "Sin respuesta", None),
            ],
        }],
        say: text("What should we change?", "¿Qué deberíamos cambiar?"),
        texts: vec!["A note beforehand from ███.".into()],
    };
    let evaluators = feedback::PublishedSheet {
        audience: policy::Audience::Evaluators,
        answers: None,
        questions: vec![],
        texts: vec![],
        ..teachers.clone()
    };
    feedback::Published {
        on: ON,
        opened: date(2026, 10, 3),
        closed: date(2026, 10, 16),
        smallest: 10,
        sheets: vec![teachers, evaluators],
    }
}
