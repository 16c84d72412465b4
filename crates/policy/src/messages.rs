//! Messages: what leaves for a person, with typed fields, so that nothing confidential can travel in a plain one.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::Section;
use crate::{ConversationKind, Fault, Known, SITUATIONS, Text};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Message {
    /// Such as `M03`.
    pub id: String,
    pub label: Text,
    pub about: About,
    /// Conversations after or before which it is sent; empty where it is about something else.
    pub kinds: Vec<ConversationKind>,
    /// Situations that choose it; empty: any.
    pub situations: Vec<String>,
    /// The wording may not be changed by the sender.
    pub locked: bool,
    /// The HR school partner reads it first.
    pub hr_review: bool,
    /// Nothing sends it yet; it may be without a template.
    pub later: bool,
    pub fields: Vec<Field>,
    #[schemars(skip)]
    pub template: Template,
    pub known: Known,
    pub source: String,
}

/// What a message is about.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum About {
    Conversation,
    Observation,
    Rating,
    Recommendation,
    School,
    Plan,
    Status,
    NonRenewal,
    Appeal,
    Grievance,
    /// What is due, in one message.
    Reminder,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Field {
    pub name: String,
    pub class: FieldClass,
    /// A render without it fails; it never prints blank.
    pub required: bool,
}

#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum FieldClass {
    Plain,
    /// A message that has one leaves the house only as a neutral notice.
    Confidential,
}

/// Subject and body in each language. Bodies are Markdown; both hold fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Template {
    pub subject: Text,
    pub body: Text,
}

impl Message {
    /// True where any field is confidential.
    pub fn confidential(&self) -> bool {
        self.fields
            .iter()
            .any(|field| field.class == FieldClass::Confidential)
    }
}

impl Message {
    /// Reads one message of `messages.toml`; its templates follow from their own files.
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        section.mark(format!("message {id}"), "id");
        let situations = section.strings("situations");
        for situation in &situations {
            if !SITUATIONS.contains(&situation.as_str()) {
                section.note_key(
                    "situations",
                    Fault::UnknownId {
                        key: "situations".to_owned(),
                        value: situation.clone(),
                    },
                );
            }
        }
        Self {
            label: section.text("label"),
            about: section.choice(
                "about",
                &[
                    ("conversation", About::Conversation),
                    ("observation", About::Observation),
                    ("rating", About::Rating),
                    ("recommendation", About::Recommendation),
                    ("school", About::School),
                    ("plan", About::Plan),
                    ("status", About::Status),
                    ("non_renewal", About::NonRenewal),
                    ("appeal", About::Appeal),
                    ("grievance", About::Grievance),
                    ("reminder", About::Reminder),
                ],
            ),
            kinds: section.choices("kinds", &ConversationKind::choices()),
            locked: section.flag("locked", false),
            hr_review: section.flag("hr_review", false),
            later: section.flag("later", false),
            fields: section.list("fields").iter().map(Field::read).collect(),
            template: Template::default(),
            id,
            situations,
            known,
            source,
        }
    }
}

impl Field {
    fn read(section: &Section<'_>) -> Self {
        Self {
            name: section.string("name"),
            class: section.choice(
                "class",
                &[
                    ("plain", FieldClass::Plain),
                    ("confidential", FieldClass::Confidential),
                ],
            ),
            required: section.flag("required", true),
        }
    }
}

/// Names of the fields that a template reads, without what it names itself (loop variables, `set`), so that they
/// can be compared with what a message declares. Attributes belong to their field: `goal.title` reads `goal`.
pub fn fields_of(template: &str) -> BTreeSet<String> {
    let mut fields = BTreeSet::new();
    let mut own = BTreeSet::from(["loop".to_owned()]);
    let mut rest = template;
    while let Some(start) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let closing = if rest[start..].starts_with("{{") {
            "}}"
        } else {
            "%}"
        };
        let inside = &rest[start + 2..];
        let Some(end) = inside.find(closing) else {
            break;
        };
        let mut names = names_of(&inside[..end]).into_iter().peekable();
        if closing == "%}" {
            match names.next().as_deref() {
                Some("for") => {
                    own.extend(names.by_ref().take_while(|name| name != "in"));
                }
                Some("set") => own.extend(names.next()),
                _ => {}
            }
        }
        const WORDS: [&str; 12] = [
            "and",
            "or",
            "not",
            "in",
            "is",
            "if",
            "else",
            "true",
            "false",
            "none",
            "defined",
            "undefined",
        ];
        fields.extend(names.filter(|name| !own.contains(name) && !WORDS.contains(&name.as_str())));
        rest = &inside[end + 2..];
    }
    fields
}

/// Identifiers of an expression that are not attributes, filters or parts of texts.
fn names_of(expression: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut before = ' ';
    let mut letters = expression.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '"' || letter == '\'' {
            for inner in letters.by_ref() {
                if inner == letter {
                    break;
                }
            }
        } else if letter.is_alphabetic() || letter == '_' {
            let mut name = String::from(letter);
            while let Some(next) = letters.next_if(|next| next.is_alphanumeric() || *next == '_') {
                name.push(next);
            }
            if before != '.' && before != '|' {
                names.push(name);
            }
            before = letter;
            continue;
        } else if letter.is_ascii_digit() {
            while letters.next_if(char::is_ascii_digit).is_some() {}
        }
        if !letter.is_whitespace() && letter != '-' {
            before = letter;
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_the_names_that_a_template_reads() {
        for (template, fields) in [
            ("Dear {{ teacher }},", vec!["teacher"]),
            (
                "{{ teacher.name | upper }} {{- day|default(\"no {{ day\") }}",
                vec!["day", "teacher"],
            ),
            (
                "{% for goal in goals %}{{ goal.title }} {{ loop.index }}{% endfor %}",
                vec!["goals"],
            ),
            (
                "{% if plan and not done %}{{ plan }}{% elif x is defined %}{% endif %}",
                vec!["done", "plan", "x"],
            ),
            ("{% set y = z %}{{ y }}", vec!["z"]),
            ("no field at all { } %}", vec![]),
        ] {
            assert_eq!(
                fields_of(template).into_iter().collect::<Vec<_>>(),
                fields,
                "{template}"
            );
        }
    }
}
