//! Two texts of a page in one: blocks that went, came or were reworded, with the words marked.

use crate::messages::compare::{Part, compare_parts, paragraphs};
use maud::{Markup, html};
use words::Words;

/// A block of either text.
enum Block {
    Removed(String),
    Added(String),
    /// Both wordings.
    Reworded(String, String),
}

/// What is different in the newer text; nothing where no word is.
pub fn changes(words: Words, earlier: &str, now: &str) -> Option<Markup> {
    let blocks = blocks(earlier, now);
    if blocks.is_empty() {
        return None;
    }
    Some(html! {
        div.changes {
            @for block in &blocks {
                p {
                    @match block {
                        Block::Removed(text) => { (removed(words, text)) }
                        Block::Added(text) => { (added(words, text)) }
                        Block::Reworded(earlier, now) => { (reworded(words, earlier, now)) }
                    }
                }
            }
        }
    })
}

fn removed(words: Words, text: &str) -> Markup {
    html! { span.vh { (words.say("library-removed")) " " } del { (text) } }
}

fn added(words: Words, text: &str) -> Markup {
    html! { span.vh { (words.say("library-added")) " " } ins { (text) } }
}

fn reworded(words: Words, earlier: &str, now: &str) -> Markup {
    let split = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let mut runs: Vec<Part> = vec![];
    for part in compare_parts(&split(earlier), &split(now)) {
        match (runs.last_mut(), part) {
            (Some(Part::Same(run)), Part::Same(word))
            | (Some(Part::Removed(run)), Part::Removed(word))
            | (Some(Part::Added(run)), Part::Added(word)) => {
                run.push(' ');
                run.push_str(&word);
            }
            (_, part) => runs.push(part),
        }
    }
    html! {
        @for run in &runs {
            @match run {
                Part::Same(text) => { (text) }
                Part::Removed(text) => { (removed(words, text)) }
                Part::Added(text) => { (added(words, text)) }
            }
            " "
        }
    }
}

/// Blocks as words, so that a mark alone is no change.
fn plain(text: &str) -> Vec<String> {
    let blocks = paragraphs(text);
    blocks
        .iter()
        .map(|block| policy::plain(block))
        .filter(|block| !block.is_empty())
        .collect()
}

fn blocks(earlier: &str, now: &str) -> Vec<Block> {
    let (mut gone, mut come): (Vec<String>, Vec<String>) = (vec![], vec![]);
    let mut found = vec![];
    for part in compare_parts(&plain(earlier), &plain(now)) {
        match part {
            Part::Removed(text) => gone.push(text),
            Part::Added(text) => come.push(text),
            Part::Same(_) => pair(&mut gone, &mut come, &mut found),
        }
    }
    pair(&mut gone, &mut come, &mut found);
    found
}

/// What went and what came between two blocks that stayed: one for one they are rewordings.
fn pair(gone: &mut Vec<String>, come: &mut Vec<String>, found: &mut Vec<Block>) {
    let both = gone.len().min(come.len());
    let reworded = gone.drain(..both).zip(come.drain(..both));
    found.extend(reworded.map(|(earlier, now)| Block::Reworded(earlier, now)));
    found.extend(gone.drain(..).map(Block::Removed));
    found.extend(come.drain(..).map(Block::Added));
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Language;

    fn said(earlier: &str, now: &str) -> String {
        changes(Words::new(Language::En), earlier, now).map_or_else(String::new, |it| it.0)
    }

    #[test]
    fn what_is_the_same_is_no_change() {
        assert_eq!(said("One.\n\nTwo.", "One.\n\nTwo.\n"), "");
        assert_eq!(said("One *word*.", "One **word**."), "");
    }

    #[test]
    fn words_are_marked_within_a_reworded_block() {
        let told = said(
            "Stays.\n\nFile by 5 June.\n\nGoes.",
            "Stays.\n\nFile by 12 June.",
        );
        assert!(
            told.contains("<del>5</del>") && told.contains("<ins>12</ins>"),
            "{told}"
        );
        assert!(told.contains("<del>Goes.</del>"), "{told}");
        assert!(!told.contains("Stays."), "{told}");
    }

    #[test]
    fn markup_in_a_text_stays_words() {
        let told = said("a", "<script>b</script>");
        assert!(!told.contains("<script>"), "{told}");
    }
}
