//! A pack's words with a person's facts in them: messages and talking points.
//!
//! A message is a file of a pack: a first line `Subject: …`, then a Markdown body, with fields in
//! minijinja's syntax (`{{ teacher.preferred_name }}`, `{% for promise in promises %}`). A pack is
//! data: there are no macros, includes, imports or inheritance, and a render has a budget of steps
//! and size. A field that is not there is an error that names it, never a blank in a letter.

use std::fmt::Write as _;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Steps and memory (64 octets each) that one render may use: about 13 MB, far above any letter.
const FUEL: u64 = 200_000;

/// A message ready for its reader, or for its sender to personalise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// One line.
    pub subject: String,
    /// Markdown.
    pub body: String,
}

/// Why a template gives no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateProblem {
    /// A required field, or one that the text uses, is missing, null or empty.
    #[error("field {field} has no value{}", at(*line))]
    Missing { field: String, line: Option<usize> },
    /// The first line is not `Subject: …` with words behind it.
    #[error("the first line does not begin with \"Subject: \"")]
    NoSubject,
    /// The text is not a template, or uses what packs may not (macros, includes, unknown filters).
    #[error("not a template: {reason}{}", at(*line))]
    Syntax { reason: String, line: Option<usize> },
    /// The render used more steps or memory than a letter can need.
    #[error("the template does not come to an end")]
    TooLong,
}

fn at(line: Option<usize>) -> String {
    line.map(|line| format!(" (line {line})"))
        .unwrap_or_default()
}

/// Fills a message. `required` are the dotted names that the template declares
/// (`teacher.preferred_name`); `fields` is an object, nested as the names are. Values stand in the
/// Markdown as they are: a person looks at the text before it is sent, and [`html`] lets no markup
/// through.
///
/// # Errors
/// [`TemplateProblem`] names the field or the line.
pub fn render(
    source: &str,
    required: &[&str],
    fields: &serde_json::Value,
) -> Result<Message, TemplateProblem> {
    for name in required {
        if is_blank(lookup(fields, name)) {
            let field = (*name).to_owned();
            return Err(TemplateProblem::Missing { field, line: None });
        }
    }
    let text = fill(source, fields)?;
    let (first, body) = text.split_once('\n').unwrap_or((&text, ""));
    let subject = first
        .strip_prefix("Subject:")
        .map(str::trim)
        .filter(|subject| !subject.is_empty())
        .ok_or(TemplateProblem::NoSubject)?;
    Ok(Message {
        subject: subject.to_owned(),
        body: body.trim().to_owned() + "\n",
    })
}

/// Fills one line, such as a talking point.
///
/// # Errors
/// As [`render`].
pub fn render_line(source: &str, fields: &serde_json::Value) -> Result<String, TemplateProblem> {
    Ok(fill(source, fields)?.trim().to_owned())
}

/// The fields that a template uses, dotted, sorted; names inside a loop are the loop's own. A pack
/// check compares them with the fields that exist.
///
/// # Errors
/// [`TemplateProblem::Syntax`].
pub fn fields(source: &str) -> Result<Vec<String>, TemplateProblem> {
    let environment = environment();
    let template = environment
        .template_from_str(source)
        .map_err(|error| problem(&error))?;
    let mut names: Vec<String> = template.undeclared_variables(true).into_iter().collect();
    names.sort();
    Ok(names)
}

fn fill(source: &str, fields: &serde_json::Value) -> Result<String, TemplateProblem> {
    let environment = environment();
    environment
        .render_str(source, Serde(fields))
        .map_err(|error| problem(&error))
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_fuel(Some(FUEL));
    // Without it an error does not say which expression failed.
    environment.set_debug(true);
    // A `{% for %}` on a line of its own leaves no blank line, which would end a Markdown list.
    environment.set_syntax(
        SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()
            .unwrap_or_default(),
    );
    environment.set_formatter(|out, state, value| {
        if value.is_none() {
            return Err(Error::from(ErrorKind::UndefinedError));
        }
        minijinja::escape_formatter(out, state, value)
    });
    environment
}

fn problem(error: &Error) -> TemplateProblem {
    let line = error.line();
    match error.kind() {
        ErrorKind::UndefinedError => TemplateProblem::Missing {
            field: expression(error),
            line,
        },
        ErrorKind::OutOfFuel => TemplateProblem::TooLong,
        kind => {
            let mut reason = kind.to_string();
            if let Some(detail) = error.detail() {
                let _ = write!(reason, ": {detail}");
            }
            TemplateProblem::Syntax { reason, line }
        }
    }
}

/// The failing expression as the pack wrote it; inside a loop that is the loop's own name for it.
fn expression(error: &Error) -> String {
    error
        .template_source()
        .zip(error.range())
        .and_then(|(source, range)| source.get(range))
        .map(|text| text.trim_matches(['{', '}', '%', '-', ' ']).to_owned())
        .unwrap_or_default()
}

fn lookup<'a>(fields: &'a serde_json::Value, name: &str) -> Option<&'a serde_json::Value> {
    name.split('.')
        .try_fold(fields, |value, part| value.get(part))
}

fn is_blank(value: Option<&serde_json::Value>) -> bool {
    match value {
        None | Some(serde_json::Value::Null) => true,
        Some(serde_json::Value::String(text)) => text.trim().is_empty(),
        Some(serde_json::Value::Array(items)) => items.is_empty(),
        Some(_) => false,
    }
}

/// Markdown as HTML for a page or a mail. Raw HTML is shown as the text that it is, pictures become
/// their description, and links lead only to `https`, `http` and `mailto` addresses.
#[must_use]
pub fn html(markdown: &str) -> String {
    let mut dropped_links = 0_usize;
    let events = Parser::new_ext(markdown, Options::empty()).filter_map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        // Links cannot nest in Markdown, so one count tells which end belongs to a dropped start.
        Event::Start(Tag::Link { ref dest_url, .. }) if !is_web_or_mail(dest_url) => {
            dropped_links += 1;
            None
        }
        Event::End(TagEnd::Link) if dropped_links > 0 => {
            dropped_links -= 1;
            None
        }
        event => Some(event),
    });
    let mut html = String::with_capacity(markdown.len() * 2);
    pulldown_cmark::html::push_html(&mut html, events);
    html
}

fn is_web_or_mail(address: &str) -> bool {
    let address = address.trim_start().to_ascii_lowercase();
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
}
