//! No sentence for people stands in code: sentences are in `text/<language>/` or in a pack, in each language.

use crate::fault::{Fault, none};
use crate::reading::{Around, Markup, read};
use crate::tree::{File, files};

/// Floors whose texts reach a person of the district. `policy` words faults of a pack for whoever edits it, and
/// `forthright` and `simulate` speak to whoever types the command: developer's sentences.
const SPEAKING: [&str; 6] = ["domain", "access", "record", "exchange", "letters", "pages"];

/// Calls whose text reaches a developer or a log, never a page.
const FOR_DEVELOPERS: [&str; 18] = [
    "expect",
    "expect_err",
    "panic!",
    "unreachable!",
    "assert!",
    "assert_eq!",
    "assert_ne!",
    "debug_assert!",
    "debug_assert_eq!",
    "debug_assert_ne!",
    "trace!",
    "debug!",
    "info!",
    "warn!",
    "error!",
    "event!",
    "span!",
    "include_str!",
];

/// Attributes of HTML that a person reads or hears.
const SPOKEN: [&str; 8] = [
    "alt",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "label",
    "placeholder",
    "title",
];

/// More than three words that start with a capital and end as a sentence does.
fn is_sentence(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['¿', '¡', '"', '“', '«']);
    let ends = text
        .trim_end_matches(['"', '”', '»', ')'])
        .ends_with(['.', '?', '!', '…']);
    let words = text
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic))
        .count();
    ends && words > 3 && text.starts_with(char::is_uppercase)
}

/// Two letters side by side: a word, not a sign like "·".
fn has_word(text: &str) -> bool {
    let letters: Vec<bool> = text.chars().map(char::is_alphabetic).collect();
    letters.windows(2).any(|pair| pair[0] && pair[1])
}

fn is_excused(around: &Around) -> bool {
    around.attribute
        || around
            .calls
            .iter()
            .any(|call| FOR_DEVELOPERS.contains(&call.as_str()))
}

fn check(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.is_product_code()) {
        if !file.floor().is_some_and(|floor| SPEAKING.contains(&floor)) {
            continue;
        }
        for text in read(&file.text).texts {
            if is_excused(&text.around) {
                continue;
            }
            let what = match &text.around.markup {
                Some(Markup::Text) if has_word(&text.value) => "a word between elements",
                Some(Markup::Value(name))
                    if SPOKEN.contains(&name.as_str()) && has_word(&text.value) =>
                {
                    "a word in an attribute that people read or hear"
                }
                _ if is_sentence(&text.value) => "a sentence",
                _ => continue,
            };
            let start: String = text.value.chars().take(60).collect();
            faults.push(Fault {
                path: file.path.clone(),
                line: text.line,
                what: format!("{what} in code: {start:?}"),
                mend: "put it into text/en and text/es under the room's name and say it by its key",
            });
        }
    }
    faults
}

#[test]
fn no_sentence_for_people_stands_in_code() {
    none(&check(&files()));
}

#[test]
fn a_sentence_is_told_from_a_developers_word() {
    let found = |text: &str| check(&[File::sample("crates/pages/src/today.rs", text)]).len();
    assert_eq!(
        found(r#"const A: &str = "You have not met this year.";"#),
        1
    );
    assert_eq!(
        found(r#"const A: &str = "¿Qué le gustaría hacer hoy?";"#),
        1
    );
    assert_eq!(found(r#"const A: &str = "I.5";"#), 0);
    assert_eq!(
        found(r#"fn a() { b.expect("The list was never empty."); }"#),
        0
    );
    assert_eq!(
        found(r#"fn a() { tracing::warn!("The mail was not sent yet."); }"#),
        0
    );
    assert_eq!(found(r#"#[error("The file is not a zip.")] struct A;"#), 0);
    assert_eq!(found("/// The people of one school only.\nstruct A;"), 0);
    assert_eq!(found(r#"fn a() { html! { p { "Save" } } }"#), 1);
    assert_eq!(
        found(r#"fn a() { html! { p { " · " (say("save")) } } }"#),
        0
    );
    assert_eq!(found(r#"fn a() { html! { nav aria-label="Main" {} } }"#), 1);
    assert_eq!(found(r#"fn a() { html! { p class="lead wide" {} } }"#), 0);
    let test = r#"#[cfg(test)] mod tests { const A: &str = "Here it may stand, too."; }"#;
    assert_eq!(found(test), 0);
}
