//! A refusal as a sentence: what happened and what to do, in the reader's language.

use domain::Refusal;
use domain::refusal::Argument;
use words::Words;

/// The sentence of `text/<language>/refusals.ftl` for this refusal.
pub fn sentence(words: Words, refusal: &Refusal) -> String {
    let arguments = refusal.arguments();
    let said: Vec<(&str, words::Value<'_>)> = arguments
        .iter()
        .map(|(name, argument)| {
            let value: words::Value<'_> = match argument {
                Argument::Text(text) => text.as_str().into(),
                Argument::Number(number) => (*number).into(),
                Argument::Date(date) => words.date(*date).into(),
                Argument::Field(field) => words.say(&format!("field-{}", field.as_str())).into(),
                Argument::About(about) => words.say(&format!("about-{}", about.as_str())).into(),
            };
            (*name, value)
        })
        .collect();
    words.with(&format!("refusal-{}", refusal.key()), &said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::Field;
    use words::Language;

    #[test]
    fn every_refusal_is_a_sentence_that_says_what_to_do_in_every_language() {
        for language in [Language::En, Language::Es] {
            let words = Words::new(language);
            for refusal in Refusal::examples() {
                let said = sentence(words, &refusal);
                assert!(
                    said.ends_with('.') && said.len() > 20,
                    "{refusal:?}: {said}"
                );
                assert!(
                    !said.contains('{') && !said.contains("refusal-"),
                    "{refusal:?}: {said}"
                );
            }
            for field in Field::ALL {
                assert!(
                    words.knows(&format!("field-{}", field.as_str())),
                    "{field:?}"
                );
            }
        }
    }
}
