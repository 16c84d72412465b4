//! Questions: whom to ask about the page that one reads, asking, one question with its answers, one's own questions, the
//! office's questions by their due days, and who answers what.

mod ask;
mod contacts;
mod likely;
mod list;
mod office;
mod one;
mod to_library;

pub use list::{Due, due};

use crate::components::{Shape, Tone, state};
use crate::fault::Fault;
use crate::router::Routes;
use crate::visitor::Visitor;
use domain::people::Name;
use domain::questions::answering::school_of;
use domain::questions::{Question, Standing, page_word};
use domain::{Kind, PersonId, Stream};
use jiff::civil::Date;
use maud::{Markup, html};
use words::Words;

pub fn routes(routes: Routes) -> Routes {
    let routes = routes
        .page("/questions", list::mine)
        .page("/questions/new", ask::new)
        .page("/questions/office", office::show)
        .post(likely::ADDRESS, likely::part);
    let routes = contacts::routes(routes);
    routes
        .page("/questions/{id}/draft", ask::draft)
        .post("/questions/{id}/draft", ask::act)
        .page("/questions/{id}", one::show)
        .post("/questions/{id}/answer", one::answer)
        .post("/questions/{id}/ask-on", one::ask_on)
        .post("/questions/{id}/close", one::close)
        .page("/questions/{id}/pass-on", one::pass_on)
        .post("/questions/{id}/pass-on", one::do_pass_on)
        .post("/questions/{id}/library", to_library::begin)
}

/// Whom to ask about the page that is read.
#[derive(Clone, Debug)]
pub struct WhomToAsk {
    /// The pack's id of the topic.
    topic: String,
    name: String,
    /// Who is away, and until when the other stands in.
    instead_of: Option<(String, Date)>,
}

/// Whom to ask about the page at this address; nobody while the year has no pack, or on the pages of questions.
pub async fn whom_to_ask(visitor: &Visitor) -> Result<Option<WhomToAsk>, Fault> {
    let word = page_word(&visitor.here);
    let pack = visitor.school_year.year.pack();
    let topic = pack.and_then(|pack| pack.topic_of_page(word));
    let Some(topic) = topic.filter(|_| word != "questions") else {
        return Ok(None);
    };
    let record = visitor.app.record();
    let answerers = record
        .answerers(&visitor.year, &visitor.school_year)
        .await?;
    let school = school_of(&visitor.person, visitor.today);
    let Some(found) = answerers.answering.responsible(&topic.id, school) else {
        return Ok(None);
    };
    let name = |person: PersonId| answerers.names.get(&person).map(Name::full);
    Ok(name(found.person).map(|full| WhomToAsk {
        topic: topic.id.clone(),
        name: full,
        instead_of: found
            .instead_of
            .and_then(|(away, until)| Some((name(away)?, until))),
    }))
}

/// The line at the foot of every page: who answers, and the way to ask. Of the page nothing but its address is told, and
/// that only if the asker lets it.
pub fn foot(visitor: &Visitor, whom: &WhomToAsk) -> Markup {
    let words = visitor.words;
    let values = [
        ("name", whom.name.as_str().into()),
        ("topic", topic_label(visitor, &whom.topic).into()),
    ];
    let from = domain::questions::page(&visitor.here);
    let href = from.map_or_else(
        || "/questions/new".to_owned(),
        |from| format!("/questions/new?from={from}"),
    );
    html! {
        p.no-print {
            (words.with("questions-foot", &values)) " "
            @if let Some((away, until)) = &whom.instead_of {
                (words.with("questions-instead", &[("name", away.as_str().into()), ("date", words.date(*until).into())])) " "
            }
            a href=(href) { (words.say("questions-ask")) } " · " a href="/questions" { (words.say("questions-yours")) }
        }
    }
}

/// What the pack calls a topic; its id where the pack has it no more.
pub fn topic_label(visitor: &Visitor, topic: &str) -> String {
    let pack = visitor.school_year.year.pack();
    pack.and_then(|pack| pack.topic(topic))
        .map_or(topic, |topic| {
            topic.label.get(visitor.words.language().tag())
        })
        .to_owned()
}

/// The question of an address.
fn stream(id: &str) -> Result<Stream, Fault> {
    let id: uuid::Uuid = id.parse().map_err(|_| Fault::NotFound)?;
    Ok(Stream::of(Kind::Question, id))
}

fn path(stream: &Stream) -> String {
    format!("/questions/{}", stream.key)
}

/// Where a question stands, in words and by its mark.
fn standing(words: Words, question: &Question, today: Date) -> Markup {
    match question.standing() {
        Standing::Waiting if question.is_late(today) => {
            state(Shape::Triangle, Tone::Grave, words.say("questions-late"))
        }
        Standing::Waiting => state(Shape::Ring, Tone::Plain, words.say("questions-waiting")),
        Standing::Answered => state(Shape::Half, Tone::Soon, words.say("questions-answered")),
        Standing::Closed => state(Shape::Disc, Tone::Quiet, words.say("questions-closed")),
    }
}

/// The first words of what was asked.
fn first_words(question: &Question) -> String {
    const MOST: usize = 90;
    let text = question.turns.first().map_or("", |turn| turn.text.as_str());
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= MOST && line.len() == text.len() {
        return line.to_owned();
    }
    let cut: String = line.chars().take(MOST).collect();
    // The last word may be cut.
    let whole = if line.len() == cut.len() {
        &cut
    } else {
        cut.rsplit_once(char::is_whitespace)
            .map_or(cut.as_str(), |(whole, _)| whole)
    };
    format!("{} …", whole.trim_end())
}
