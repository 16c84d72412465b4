//! Who answers what in the district, and what people ask and answer there: all of it from `words/questions.toml`.

use super::Stop;
use super::acts::{Script, at};
use super::bank::{Asked, Questions, Turn};
use super::chance::id;
use super::opening::administrator;
use super::staff::named;
use domain::people::Directory;
use domain::questions::Command as Question;
use domain::questions::contacts::{Command as Contact, Contacts};
use domain::{Command, Kind, Stream};
use jiff::civil::date;

/// Contacts in August, covers and questions on their days.
///
/// # Errors
/// A name that the roster does not have.
pub fn acts(
    words: &Questions,
    everybody: &Directory,
    seed: u64,
    script: &mut Script,
) -> Result<(), Stop> {
    let by = administrator(seed);
    for contact in &words.contact {
        let command = Contact::Name {
            topic: contact.topic.clone(),
            school: None,
            person: named(everybody, &contact.person)?,
        };
        let on = at(date(2026, 8, 12), 10, 15);
        script.order(on, by, &Contacts::stream(), Command::Contacts(command));
    }
    for cover in &words.cover {
        let command = Contact::Cover {
            away: named(everybody, &cover.away)?,
            instead: named(everybody, &cover.instead)?,
            from: cover.from,
            to: cover.to,
        };
        script.order(
            cover.entered,
            by,
            &Contacts::stream(),
            Command::Contacts(command),
        );
    }
    for (number, asked) in words.question.iter().enumerate() {
        question(asked, number, everybody, seed, script)?;
    }
    Ok(())
}

fn question(
    asked: &Asked,
    number: usize,
    everybody: &Directory,
    seed: u64,
    script: &mut Script,
) -> Result<(), Stop> {
    let stream = Stream::of(Kind::Question, id(seed, &format!("question {number}")));
    let ask = Question::Ask {
        topic: asked.topic.clone(),
        page: asked.page.clone(),
        text: asked.text.clone(),
    };
    let asker = named(everybody, &asked.asker)?;
    script.order(asked.at, asker, &stream, Command::Question(ask));
    for turn in &asked.turn {
        let by = named(everybody, &turn.by)?;
        let command = command(turn, everybody)?;
        script.order(turn.at, by, &stream, Command::Question(command));
    }
    Ok(())
}

fn command(turn: &Turn, everybody: &Directory) -> Result<Question, Stop> {
    let text = turn.text.clone();
    Ok(match turn.does.as_str() {
        "answer" => Question::Answer { text },
        "ask_on" => Question::FollowUp { text },
        "close" => Question::Close,
        "pass_on" => Question::PassOn {
            to: named(everybody, &turn.to)?,
            topic: turn.topic.clone(),
            reason: text,
        },
        other => return Err(Stop::Words(format!("nobody does {other} with a question"))),
    })
}
