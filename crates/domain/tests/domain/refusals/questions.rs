//! Refusals about questions and about who answers what.

use super::Case;
use crate::larkspur::*;
use crate::questions::{
    ask, cover, name, name_at, pass_on, question, say, the_contacts, with_offices, without_offices,
};
use domain::people::Directory;
use domain::questions::Command as Question;
use domain::questions::contacts::Command as Contacts;
use domain::text::Field;
use domain::{Command, PersonId, Refusal, SchoolId};
use jiff::civil::date;
use uuid::Uuid;

const STRANGER: PersonId = PersonId(Uuid::from_u128(99));

fn asked() -> Larkspur {
    with_offices().given(IMANI, &question(), ask("ratings"))
}

fn answered() -> Larkspur {
    asked().given(ANA, &question(), say("In section 3."))
}

fn closed() -> Larkspur {
    answered().given(IMANI, &question(), Command::Question(Question::Close))
}

pub fn cases() -> Vec<Case> {
    [asking(), answering(), naming()].concat()
}

fn asking() -> Vec<Case> {
    vec![
        (
            "asking about a topic that the pack does not have",
            Refusal::NoSuchTopic,
            || with_offices().when(IMANI, &question(), ask("parking")),
        ),
        (
            "asking without words",
            Refusal::Empty {
                field: Field::Question,
            },
            || {
                let (topic, page, text) = ("ratings".into(), None, " ".into());
                let ask = Command::Question(Question::Ask { topic, page, text });
                with_offices().when(IMANI, &question(), ask)
            },
        ),
        (
            "asking where nobody answers",
            Refusal::NobodyAnswers,
            || without_offices().when(IMANI, &question(), ask("ratings")),
        ),
        (
            "asking what one answers oneself",
            Refusal::OwnQuestion,
            || with_offices().when(ANA, &question(), ask("ratings")),
        ),
        ("asking the same twice", Refusal::AlreadyAsked, || {
            asked().when(IMANI, &question(), ask("ratings"))
        }),
        (
            "asking on what somebody else asked",
            Refusal::NotAParty,
            || {
                let text = "And I?".into();
                answered().when(
                    PETRA,
                    &question(),
                    Command::Question(Question::FollowUp { text }),
                )
            },
        ),
        (
            "asking on after it was closed",
            Refusal::QuestionClosed,
            || {
                let text = "And then?".into();
                closed().when(
                    IMANI,
                    &question(),
                    Command::Question(Question::FollowUp { text }),
                )
            },
        ),
        (
            "reopening what is not closed",
            Refusal::QuestionNotClosed,
            || {
                let text = "And then?".into();
                answered().when(
                    IMANI,
                    &question(),
                    Command::Question(Question::Reopen { text }),
                )
            },
        ),
    ]
}

fn answering() -> Vec<Case> {
    vec![
        (
            "answering what one asked oneself",
            Refusal::OwnQuestion,
            || asked().when(IMANI, &question(), say("I found it.")),
        ),
        (
            "an answer to a question without words",
            Refusal::Empty {
                field: Field::Answer,
            },
            || asked().when(ANA, &question(), say("")),
        ),
        (
            "answering after it was closed",
            Refusal::QuestionClosed,
            || closed().when(ANA, &question(), say("Late.")),
        ),
        (
            "closing for the asker before it was answered",
            Refusal::NotAnswered,
            || asked().when(ANA, &question(), Command::Question(Question::Close)),
        ),
        (
            "passing on to somebody who answers nothing",
            Refusal::NotAnAnswerer,
            || asked().when(ANA, &question(), pass_on(DESMOND, "ratings")),
        ),
        (
            "passing on to whoever has it",
            Refusal::AlreadyTheirs,
            || asked().when(ANA, &question(), pass_on(ANA, "ratings")),
        ),
    ]
}

fn naming() -> Vec<Case> {
    vec![
        (
            "naming somebody for a topic that is none",
            Refusal::NoSuchTopic,
            || with_offices().when(RUTH, &the_contacts(), name("parking", RUTH)),
        ),
        ("naming nobody", Refusal::NoSuchPerson, || {
            with_offices().when(RUTH, &the_contacts(), name("ratings", STRANGER))
        }),
        (
            "naming somebody for a school that is none",
            Refusal::NoSuchThing,
            || {
                let nowhere = SchoolId(Uuid::from_u128(98));
                with_offices().when(RUTH, &the_contacts(), name_at("ratings", nowhere, RUTH))
            },
        ),
        ("naming without a directory", Refusal::NoSuchPerson, || {
            let empty = Larkspur {
                directory: Directory::default(),
                ..larkspur()
            };
            empty.when(RUTH, &the_contacts(), name("ratings", RUTH))
        }),
        ("naming the same twice", Refusal::AlreadyNamed, || {
            with_offices()
                .given(RUTH, &the_contacts(), name("ratings", RUTH))
                .when(RUTH, &the_contacts(), name("ratings", RUTH))
        }),
        ("taking away what is not named", Refusal::NotNamed, || {
            let (topic, school) = ("ratings".into(), None);
            let unname = Command::Contacts(Contacts::Unname { topic, school });
            with_offices().when(RUTH, &the_contacts(), unname)
        }),
        ("standing in for oneself", Refusal::OwnCover, || {
            let day = date(2027, 1, 14);
            with_offices().when(RUTH, &the_contacts(), cover(RUTH, RUTH, day, day))
        }),
        (
            "a cover that ends before it begins",
            Refusal::LastBeforeFirst,
            || {
                let (from, to) = (date(2027, 1, 14), date(2027, 1, 13));
                with_offices().when(RUTH, &the_contacts(), cover(ANA, RUTH, from, to))
            },
        ),
        (
            "a cover that is over",
            Refusal::DateInPast {
                date: date(2027, 1, 11),
            },
            || {
                let (from, to) = (date(2027, 1, 4), date(2027, 1, 11));
                with_offices().when(RUTH, &the_contacts(), cover(ANA, RUTH, from, to))
            },
        ),
        ("two covers on one day", Refusal::CoverOverlaps, || {
            let (from, to) = (date(2027, 1, 14), date(2027, 1, 15));
            with_offices()
                .given(RUTH, &the_contacts(), cover(ANA, RUTH, from, to))
                .when(RUTH, &the_contacts(), cover(ANA, DESMOND, to, to))
        }),
        ("ending a cover that is none", Refusal::NoSuchCover, || {
            let (away, from) = (ANA, date(2027, 1, 14));
            let end = Command::Contacts(Contacts::EndCover { away, from });
            with_offices().when(RUTH, &the_contacts(), end)
        }),
    ]
}
