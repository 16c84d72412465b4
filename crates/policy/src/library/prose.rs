//! The Markdown of a page: what may not stand in it, and what of it is read as words.

use super::Directive;
use crate::Pack;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Something that a page cannot show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// Counted from 1.
    pub line: usize,
    /// The piece itself, shortened.
    pub what: String,
}

/// Longest piece of a page that is repeated in a complaint.
const LONGEST_PIECE: usize = 60;

pub(super) enum Piece<'a> {
    Text(&'a str),
    /// What stands between the braces, trimmed; the whole with its braces; where it begins.
    Directive(&'a str, &'a str, usize),
}

pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(begins) = text[at..].find("{{").map(|place| at + place) {
        let Some(ends) = text[begins..].find("}}").map(|place| begins + place + 2) else {
            break;
        };
        found.push(Piece::Text(&text[at..begins]));
        found.push(Piece::Directive(
            text[begins + 2..ends - 2].trim(),
            &text[begins..ends],
            begins,
        ));
        at = ends;
    }
    found.push(Piece::Text(&text[at..]));
    found
}

/// The text with each directive replaced by what it says. One that the pack does not know stays as it was typed.
pub fn with_directives<'a>(
    text: &str,
    pack: &'a Pack,
    mut say: impl FnMut(&Directive<'a>) -> String,
) -> String {
    pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Directive(inside, whole, _) => {
                Directive::read(inside, pack).map_or_else(|| whole.to_owned(), |it| say(&it))
            }
        })
        .collect()
}

/// Everything that a page of the library may not hold: HTML, pictures, links to anywhere but web pages, mail and this
/// program, a heading of the first rank (the title is that), and directives that the pack cannot answer or that stand in
/// the wrong place.
pub fn misfits(text: &str, pack: &Pack) -> Vec<Misfit> {
    let line_at = |place: usize| text[..place].matches('\n').count() + 1;
    let misfit = |place: usize, what: &str| Misfit {
        line: line_at(place),
        what: what.chars().take(LONGEST_PIECE).collect(),
    };
    let mut found: Vec<Misfit> = vec![];
    for piece in pieces(text) {
        if let Piece::Directive(inside, whole, begins) = piece {
            let alone = line_of(text, begins).trim() == whole;
            match Directive::read(inside, pack) {
                Some(it) if !it.is_block() || alone => {}
                _ => found.push(misfit(begins, whole)),
            }
        }
    }
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        let wrong = match &event {
            Event::Html(_) | Event::InlineHtml(_) => true,
            Event::Start(Tag::Image { .. }) => true,
            Event::Start(Tag::Heading { level, .. }) => *level == HeadingLevel::H1,
            Event::Start(Tag::Link { dest_url, .. }) => !may_lead(dest_url),
            _ => false,
        };
        if wrong {
            found.push(misfit(range.start, text[range].trim()));
        }
    }
    found.sort_by_key(|misfit| misfit.line);
    found.dedup();
    found
}

fn line_of(text: &str, place: usize) -> &str {
    let begins = text[..place].rfind('\n').map_or(0, |at| at + 1);
    text[begins..].lines().next().unwrap_or_default()
}

/// Whether a link may lead there: web pages, mail, and paths of this program.
pub fn may_lead(to: &str) -> bool {
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|start| to.starts_with(start))
        || (to.starts_with('/') && !to.starts_with("//") && !to.contains('\\'))
}

/// What pages may use beyond plain Markdown.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
}

/// A text of the pack outside a teacher's year: what it would fill in stays open.
pub fn without_fields(text: &str) -> String {
    let mut open = String::new();
    let mut rest = text;
    while let Some((before, field)) = rest.split_once("{{") {
        open.push_str(before);
        open.push('…');
        rest = field.split_once("}}").map_or("", |(_, after)| after);
    }
    open.push_str(rest);
    open
}

/// The words of a page alone: no marks, no directives.
pub fn plain(text: &str) -> String {
    let without: String = pieces(text)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Text(text) => Some(text),
            Piece::Directive(..) => None,
        })
        .collect();
    let mut words = String::new();
    for event in Parser::new_ext(&without, options()) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::CodeBlock,
            ) => words.push(' '),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn searching_reads_words_without_marks() {
        let text = "## A *heading*\n\nFrom {{window mid_year}} on:\n\n- one\n- [two](/library)\n\n| a | b |\n|---|---|\n| c | d |\n";
        assert_eq!(plain(text), "A heading From on: one two a b c d");
    }
}
