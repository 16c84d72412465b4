//! Likely answers: pages of the toolkit library that have the telling words of what somebody is about to ask, among them
//! earlier answers that became pages. Shown beside the question while it is written, for a script as a part of the page.

use crate::components::{row, rows, small};
use crate::fault::Fault;
use crate::library::address;
use crate::typed::Typed;
use crate::visitor::Visitor;
use domain::library::{Shown, is_answer};
use domain::text::folded;
use maud::{Markup, html};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Where a script asks for them.
pub const ADDRESS: &str = "/questions/likely";
/// Pages that are shown.
const MOST: usize = 3;
/// Words that are looked for, the longest: what they say is rarer.
const MOST_WORDS: usize = 8;
/// Letters of the shortest.
const SHORTEST: usize = 3;

/// What was typed so far stays out of the address, and so out of every log.
pub async fn part(visitor: Visitor, typed: Typed) -> Result<Markup, Fault> {
    let text = typed.all("text").next().ok_or(Fault::Unreadable)?;
    likely(&visitor, text).await
}

/// The pages that may answer it, or that none does; nothing while nothing telling is written.
pub async fn likely(visitor: &Visitor, text: &str) -> Result<Markup, Fault> {
    let words = visitor.words;
    let telling = telling(text, &words.say("questions-little-words"));
    if telling.is_empty() {
        return Ok(html! {});
    }
    let tag = words.language().tag();
    let record = visitor.app.record();
    let found = record
        .find_in_library(&visitor.library, &visitor.year, tag, &telling)
        .await?;
    let pages: Vec<&Shown> = found
        .pages
        .iter()
        .filter_map(|id| visitor.library.page(id))
        .take(MOST)
        .collect();
    let line = |shown: &&Shown| {
        row(
            html! { strong { a href=(address(&shown.id)) { (shown.page.title.get(tag)) } } },
            None,
            Some(html! {
                p { (shown.page.summary.get(tag)) }
                @if is_answer(&shown.id) { (small(words.say("questions-answered-before"))) }
            }),
        )
    };
    Ok(html! {
        p { (words.with("questions-likely", &[("count", pages.len().into())])) }
        @if !pages.is_empty() { (rows(pages.iter().map(line))) }
    })
}

/// The words of a question that say what it is about, the longest first.
fn telling(text: &str, little: &str) -> String {
    let folded = folded(text);
    let little = self::folded(little);
    let little: BTreeSet<&str> = little.split_whitespace().collect();
    let mut seen = BTreeSet::new();
    let mut telling: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= SHORTEST && !little.contains(word))
        .filter(|word| seen.insert(*word))
        .collect();
    telling.sort_by_key(|word| Reverse(word.chars().count()));
    telling.truncate(MOST_WORDS);
    telling.join(" ")
}

#[cfg(test)]
mod tests {
    use super::telling;

    #[test]
    fn only_telling_words_are_looked_for() {
        let little = "does my as a the how";
        assert_eq!(
            telling("Does my leave count as a YEAR? My leave!", little),
            "leave count year"
        );
        assert_eq!(telling("¿Cómo se mide?", "como se"), "mide");
        assert_eq!(telling("Does my?", little), "");
        assert_eq!(telling(&"word".repeat(3), little).split(' ').count(), 1);
    }
}
