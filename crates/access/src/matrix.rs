//! The matrix of actions and roles as text: kept in git as `matrix.txt`, compared by a test, read by reviewers.

use crate::{Action, Actor, Decision, Denied, Subject, may};
use domain::people::Relation;
use domain::{Kind, PersonId, SchoolId, Stream, YearId};
use std::fmt::Write;

fn person(n: u128) -> PersonId {
    PersonId(uuid::Uuid::from_u128(n))
}

fn school(n: u128) -> SchoolId {
    SchoolId(uuid::Uuid::from_u128(n))
}

/// The roles of the matrix, each as an actor towards one teacher's year at one school.
pub(crate) fn roles() -> Vec<(&'static str, Actor)> {
    let actor = |n, relations: &[Relation]| Actor {
        person: person(n),
        has_access: true,
        relations: relations.to_vec(),
    };
    let (here, there) = (school(1), school(2));
    vec![
        ("the teacher", actor(1, &[Relation::TeachesAt(here)])),
        ("another teacher", actor(2, &[Relation::TeachesAt(here)])),
        ("the evaluator", actor(3, &[Relation::Evaluates(person(1))])),
        (
            "another evaluator",
            actor(4, &[Relation::Evaluates(person(2))]),
        ),
        ("who evaluated before", actor(11, &[])),
        ("the school's leader", actor(5, &[Relation::Leads(here)])),
        (
            "another school's leader",
            actor(6, &[Relation::Leads(there)]),
        ),
        ("the HR partner", actor(7, &[Relation::HrPartnerOf(here)])),
        (
            "another HR partner",
            actor(13, &[Relation::HrPartnerOf(there)]),
        ),
        (
            "the performance office",
            actor(8, &[Relation::PerformanceOffice]),
        ),
        ("the administrator", actor(9, &[Relation::Administrator])),
        (
            "a disabled evaluator",
            Actor {
                has_access: false,
                ..actor(10, &[Relation::Evaluates(person(1))])
            },
        ),
        ("a second reader, asked", actor(12, &[])),
        ("the command line", Actor::command_line()),
    ]
}

/// The subject of the matrix: a conversation of the teacher's year, with the evaluator and whoever was that before.
pub(crate) fn subject() -> Subject {
    Subject {
        stream: Stream::of(Kind::Conversation, person(100)),
        owner: Some(person(1)),
        owner_schools: vec![school(1)],
        parties: vec![person(1), person(3), person(11)],
    }
}

/// The decision near a cut of the same year, which waits for its second reader.
pub(crate) fn decision() -> Subject {
    Subject {
        stream: Stream::of_year(Kind::Decision, person(1), &YearId::beginning_in(2026)),
        parties: vec![person(12)],
        ..subject()
    }
}

/// One line for each action and role: allowed with its ground, 403 or 404.
pub fn matrix() -> String {
    let mut text = String::from(
        "# Who may do what with a teacher's year. Printed from the code; a test compares it.\n",
    );
    let of_questions = |action: &&Action| QUESTIONS.contains(action);
    for action in Action::ALL.iter().filter(|action| !of_questions(action)) {
        let subject = match action {
            Action::ReadDecision | Action::Decide | Action::ConfirmDecision => decision(),
            _ => subject(),
        };
        print(&mut text, *action, &roles(), &subject);
    }
    text.push_str("\n# Who may do what with a question that the teacher asked.\n");
    let answers = |n, relations: &[Relation]| Actor {
        person: person(n),
        has_access: true,
        relations: relations.to_vec(),
    };
    let mut roles = roles();
    roles.push(("whoever it went to", answers(14, &[])));
    roles.push((
        "an office that answers it",
        answers(15, &[Relation::PerformanceOffice]),
    ));
    for action in QUESTIONS {
        print(&mut text, action, &roles, &question());
    }
    text
}

/// What is asked about a question and not about a year.
const QUESTIONS: [Action; 5] = [
    Action::AskQuestion,
    Action::ReadQuestion,
    Action::FollowUp,
    Action::AnswerQuestion,
    Action::CloseQuestion,
];

/// A question of the teacher's: it went to one person, and an office is in charge of its topic.
fn question() -> Subject {
    Subject {
        stream: Stream::of(Kind::Question, person(200)),
        parties: vec![person(14), person(15)],
        ..subject()
    }
}

fn print(text: &mut String, action: Action, roles: &[(&str, Actor)], subject: &Subject) {
    let _ = writeln!(text, "\n{}", action.as_str());
    for (role, actor) in roles {
        let word = match may(actor, action, subject) {
            Decision::Allowed(ground) => format!("yes, {}", ground.as_str()),
            Decision::Denied(Denied::NotAllowed) => "no, 403".to_owned(),
            Decision::Denied(Denied::NotKnown) => "no, 404".to_owned(),
        };
        let _ = writeln!(text, "  {role:<26}{word}");
    }
}

#[cfg(test)]
mod tests {
    /// `UPDATE_MATRIX=1 cargo test -p access` writes the file anew after a change that was meant.
    #[test]
    fn the_printed_matrix_is_the_one_in_git() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/matrix.txt");
        let printed = super::matrix();
        if std::env::var_os("UPDATE_MATRIX").is_some() {
            std::fs::write(path, &printed).expect("the matrix can be written");
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(kept, printed, "the access matrix changed; see {path}");
    }
}
