//! "Who can see this and why": the people whom `access` lets read a teacher's year today, by name, with the ground and
//! its source. Stands at the end of every record page.

use crate::components::{Shape, Tone, row, rows, section, small, state};
use crate::fault::Fault;
use crate::history::things;
use crate::visitor::Visitor;
use access::Ground;
use domain::{Stream, YearRecord};
use maud::{Markup, html};
use words::Words;

/// The section, with a link to the history of the thing (of the whole year where none is named).
///
/// # Errors
/// Only the database's.
pub async fn who_can_see(
    visitor: &Visitor,
    record: &YearRecord,
    thing: Option<&Stream>,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let address = thing.map_or_else(
        || format!("/teachers/{}/history", record.teacher),
        things::history,
    );
    let label = words.say(if thing.is_some() {
        "history-open-thing"
    } else {
        "history-open-year"
    });
    with_link(
        visitor,
        record,
        html! { p { a href=(address) { (label) } } },
    )
    .await
}

/// The section at the end of a history itself.
pub(super) async fn with_link(
    visitor: &Visitor,
    record: &YearRecord,
    link: Markup,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let readers = visitor.app.record().readers(record).await?;
    let people = visitor
        .colleagues(readers.iter().map(|(reader, _)| *reader))
        .await?;
    let lines = readers.iter().filter_map(|(reader, ground)| {
        let colleague = people.get(reader)?;
        let name = if *reader == visitor.id() {
            words.with("history-you", &[("name", colleague.name.full().into())])
        } else {
            colleague.name.full()
        };
        let why = why(words, *ground);
        Some(row(
            state(Shape::Disc, Tone::Plain, name),
            Some(html! { (why) }),
            None,
        ))
    });
    let body = html! { (rows(lines)) (small(words.say("history-nobody-else"))) (link) };
    Ok(section(
        "who-can-see",
        words.say("history-who-can-see"),
        Some(&words.say("history-who-can-see-hint")),
        body,
    ))
}

/// The ground in words, with its source.
pub fn why(words: Words, ground: Ground) -> String {
    let why = words.say(&format!("history-ground-{}", ground.as_str()));
    match ground.source() {
        Some(source) => words.with(
            "history-ground-source",
            &[("why", why.into()), ("source", source.into())],
        ),
        None => why,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Language;

    #[test]
    fn every_ground_has_words_in_both_languages() {
        for language in Language::ALL {
            for ground in Ground::ALL {
                assert!(
                    why(Words::new(language), ground).len() > 8,
                    "{ground:?} in {}",
                    language.tag()
                );
            }
        }
    }
}
