//! A letter on its way: the pack's template filled from the record, what is still missing, and the sender's own words.

use super::compare::{paragraphs, plain};
use super::fields::Letter;
use crate::form::Form;
use domain::{Kind, Stream};
use letters::template::render;
use policy::{Field, Message};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use words::Words;

/// The sender's text of an open letter; empty while it stands as drafted.
pub const BODY: &str = "body";
/// The sender's words in a locked letter: after its first statement, and before its close.
pub const OPENING: &str = "opening";
pub const CLOSING: &str = "closing";
/// What the sender writes where the record is silent: a draft for each field.
pub const FIELD: &str = "field.";

/// A declared field that the record leaves empty.
pub struct Gap<'m> {
    pub field: &'m Field,
    /// What the sender wrote into it, several lines for a list.
    pub text: String,
    pub is_list: bool,
}

impl Gap<'_> {
    /// Required, and nobody wrote anything yet.
    pub fn is_open(&self) -> bool {
        self.field.required && self.text.trim().is_empty()
    }

    /// The name of its draft and of its control.
    pub fn name(&self) -> String {
        format!("{FIELD}{}", self.field.name)
    }
}

/// A letter as its sender sees it before it is sent.
pub struct Drafted<'m> {
    pub message: &'m Message,
    /// The reader's language.
    pub words: Words,
    pub gaps: Vec<Gap<'m>>,
    pub subject: String,
    /// The template filled in; gaps are marked in brackets.
    pub template: String,
    /// As it would be sent.
    pub body: String,
    /// The sender changed an open letter, or added to a locked one.
    pub personalised: bool,
}

/// The stream of the letter from one template about one thing: there is one, so that a form sent twice sends one.
pub fn stream(follows: &Stream, template: &str) -> Stream {
    let hash = Sha256::digest(format!("{follows} {template}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    Stream::of(
        Kind::Message,
        uuid::Builder::from_custom_bytes(bytes).into_uuid(),
    )
}

impl<'m> Drafted<'m> {
    /// # Errors
    /// The template's problem, which the pack's check should have found.
    pub fn of(letter: &Letter<'m>, form: &Form<'_>) -> Result<Self, String> {
        let (message, words) = (letter.message, letter.facts.words);
        let tag = words.language().tag();
        let source = message.template.body.get(tag);
        let mut fields = letter.fields();
        let mut gaps = vec![];
        for field in &message.fields {
            if fields.get(&field.name).is_some_and(is_there) {
                continue;
            }
            let is_list = source.contains(&format!(" in {} %}}", field.name))
                || source.contains(&format!(" in {} -%}}", field.name));
            let text = plain(form.value(&format!("{FIELD}{}", field.name)));
            gaps.push(Gap {
                field,
                text,
                is_list,
            });
        }
        for gap in &gaps {
            fields.insert(gap.field.name.clone(), filled(gap, words));
        }
        let (subject, template) = fill(message, tag, &fields)?;
        let own = |name| plain(form.value(name));
        let (body, personalised) = if message.locked {
            let (opening, closing) = (own(OPENING), own(CLOSING));
            let added = !opening.is_empty() || !closing.is_empty();
            (with_own_words(&template, &opening, &closing), added)
        } else {
            match own(BODY) {
                text if text.is_empty() || text == template => (template.clone(), false),
                text => (text, true),
            }
        };
        Ok(Self {
            message,
            words,
            gaps,
            subject,
            template,
            body,
            personalised,
        })
    }

    /// Required fields that nothing fills: the letter cannot be sent.
    pub fn open(&self) -> impl Iterator<Item = &Gap<'m>> {
        self.gaps.iter().filter(|gap| gap.is_open())
    }

    pub fn may_be_sent(&self) -> bool {
        self.open().next().is_none()
    }
}

/// Of a filled template as a page showed it, so that nobody sends what they did not read.
pub fn fingerprint(template: &str) -> String {
    Sha256::digest(template)
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn is_there(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    }
}

/// What the sender wrote into a gap, or a mark in brackets where the letter cannot do without.
fn filled(gap: &Gap<'_>, words: Words) -> Value {
    if gap.is_open() {
        let mark = words.with(
            "letter-gap",
            &[("field", name_of(words, &gap.field.name).into())],
        );
        return if gap.is_list {
            json!([mark])
        } else {
            json!(mark)
        };
    }
    if gap.text.is_empty() {
        return Value::Null;
    }
    if gap.is_list {
        json!(
            gap.text
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
        )
    } else {
        json!(gap.text)
    }
}

/// What a field is called.
pub fn name_of(words: Words, field: &str) -> String {
    let key = format!("letter-field-{field}");
    if words.knows(&key) {
        words.say(&key)
    } else {
        field.replace('_', " ")
    }
}

fn fill(
    message: &Message,
    tag: &str,
    fields: &Map<String, Value>,
) -> Result<(String, String), String> {
    let source = format!(
        "Subject: {}\n\n{}",
        message.template.subject.get(tag),
        message.template.body.get(tag)
    );
    let made = render(&source, &[], &Value::Object(fields.clone()))
        .map_err(|problem| format!("{}: {problem}", message.id))?;
    Ok((made.subject, paragraphs(&made.body).join("\n\n")))
}

/// A locked letter keeps its paragraphs. Its sender's words come after the salutation and the first statement, so that a
/// low result stays in the first line, and before the close and the name.
fn with_own_words(template: &str, opening: &str, closing: &str) -> String {
    let all = paragraphs(template);
    let early = all.len().min(2);
    let late = all.len().saturating_sub(2).max(early);
    let own = |text: &str| paragraphs(text);
    let mut body: Vec<String> = all[..early].to_vec();
    body.extend(own(opening));
    body.extend_from_slice(&all[early..late]);
    body.extend(own(closing));
    body.extend_from_slice(&all[late..]);
    body.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_words_in_a_locked_letter_never_come_before_its_first_statement() {
        let template = "Dear Imani,\n\nYour rating is Approaching.\n\nIt rests on this.\n\nKind regards,\n\nDesmond";
        let body = with_own_words(template, "I know that this is hard.", "My door is open.");
        assert_eq!(
            paragraphs(&body),
            [
                "Dear Imani,",
                "Your rating is Approaching.",
                "I know that this is hard.",
                "It rests on this.",
                "My door is open.",
                "Kind regards,",
                "Desmond"
            ]
        );
        assert_eq!(with_own_words(template, "", ""), template);
    }

    #[test]
    fn one_template_about_one_thing_is_one_letter() {
        let talk = Stream::of(Kind::Conversation, uuid::Uuid::from_u128(7));
        assert_eq!(stream(&talk, "M07"), stream(&talk, "M07"));
        assert_ne!(stream(&talk, "M07"), stream(&talk, "M08"));
    }
}
