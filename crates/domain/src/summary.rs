//! One row for each thing that lists show: a pure function of its state. `record` stores the rows beside the states and
//! can make them anew.

use crate::id::{PersonId, SchoolId, YearId};
use crate::people::Post;
use crate::questions::Standing;
use crate::thing::State;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What lists filter, search and sort by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The teacher whose thing it is, or the person or nobody.
    pub owner: Option<PersonId>,
    pub year: Option<YearId>,
    /// A short word of the room: the observation kind, the message id, a person's main post.
    pub word: String,
    /// What search looks through: names, titles. Never a rating or what was written about a teacher.
    pub title: String,
    /// The order in which lists show rows of a kind.
    pub sort: String,
    pub on: Option<Date>,
    /// Still open, still here; of a question: an answer is owed.
    pub open: bool,
    /// Who asked.
    pub asks: Option<PersonId>,
    /// To whom it went.
    pub answers: Option<PersonId>,
}

/// The row of a state; `None` for a state that no list shows.
pub fn summary(state: &State) -> Option<Summary> {
    let mut row = match state {
        State::Person(person) => {
            let particulars = &person.particulars;
            let posts: BTreeSet<Post> = particulars
                .positions
                .iter()
                .map(|position| position.post)
                .collect();
            let word = match posts.first() {
                Some(Post::Teacher) => "teacher",
                Some(Post::SchoolLeader) => "school_leader",
                Some(Post::Other) | None => "other",
            };
            Summary {
                owner: Some(person.id?),
                word: word.to_owned(),
                title: [
                    particulars.name.full(),
                    particulars.email.clone(),
                    particulars.employee.clone(),
                ]
                .join(" "),
                sort: format!(
                    "{} {}",
                    particulars.name.family_used(),
                    particulars.name.full()
                )
                .to_lowercase(),
                open: person.ended.is_none() && particulars.enabled,
                ..Summary::default()
            }
        }
        State::School(school) => Summary {
            word: "school".to_owned(),
            title: school.particulars.name.clone(),
            sort: school.particulars.name.to_lowercase(),
            open: school.ended.is_none(),
            ..Summary::default()
        },
        State::Observation(it) => {
            let lesson = it.lesson.as_ref()?;
            row(lesson.on, &lesson.kind, &lesson.focus, true)
        }
        State::Conversation(it) => {
            // Counts look at the word, so it says how far the conversation came.
            let stage = match (it.is_held(), &it.cancelled) {
                (true, _) => ".held",
                (false, Some(_)) => ".cancelled",
                (false, None) => "",
            };
            let word = format!("{}{stage}", it.guide?.as_str());
            row(it.slot.as_ref()?.on, &word, "", it.is_open())
        }
        State::Message(it) => {
            let sent = it.sent.as_ref()?;
            row(it.on?, &sent.template, "", false)
        }
        State::Rationale(it) => row(it.latest()?.on, it.about?.as_str(), "", true),
        // Lists find what waits for a second reader by the reader.
        State::Decision(it) => {
            let choice = &it.made.last()?.choice;
            let reader = choice.reader.to_string();
            row(choice.on, &reader, "", it.waiting().is_some())
        }
        State::Rating(it) => row(it.released.as_ref()?.on, "shared", "", it.receipt.is_none()),
        State::Status(it) => row(
            it.latest()?.on,
            it.latest()?.trace.standing.as_str(),
            "",
            true,
        ),
        State::Recommendation(it) => row(it.renewal.as_ref()?.on, "renewal", "", false),
        State::Professionalism(it) => row(
            it.sent.iter().map(|sent| sent.on).max()?,
            "professionalism",
            "",
            true,
        ),
        State::Measures(it) => {
            let entries = [&it.survey, &it.goals, &it.collective];
            row(
                entries.into_iter().flatten().map(|entry| entry.on).max()?,
                "measures",
                "",
                true,
            )
        }
        State::Question(it) => {
            let waits = it.standing() == Standing::Waiting;
            let on = if waits { it.due } else { it.last_day() };
            Summary {
                asks: it.asker,
                answers: it.owner(),
                ..row(on?, &question_word(&it.topic, it.school), "", waits)
            }
        }
        // Pages of the library are found by their own index.
        State::Roster(_)
        | State::SchoolYear(_)
        | State::Contacts(_)
        | State::EarlierRatings(_)
        | State::Feedback(_)
        | State::Library(_) => {
            return None;
        }
    };
    if let Some((teacher, year)) = state.belongs_to() {
        row.owner = Some(teacher);
        row.year = Some(year);
    }
    Some(row)
}

/// The word of a question's row: its topic and, after `@`, the school from which it was asked.
pub fn question_word(topic: &str, school: Option<SchoolId>) -> String {
    let school = school.map(|school| school.to_string()).unwrap_or_default();
    format!("{topic}@{school}")
}

fn row(on: Date, word: &str, title: &str, open: bool) -> Summary {
    Summary {
        word: word.to_owned(),
        title: title.to_owned(),
        sort: on.to_string(),
        on: Some(on),
        open,
        ..Summary::default()
    }
}
