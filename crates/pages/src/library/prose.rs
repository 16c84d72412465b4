//! Markdown of a page as markup. HTML in it is shown as the words that it is, whatever let it in.

use crate::components::{Column, Table, TableShape, section, table};
use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html::push_html};

/// The page: what stands before the first heading, under a label, then a section for each heading of the second rank.
/// Their anchors begin with `part`.
pub fn prose(markdown: &str, label: &str, part: &str) -> Markup {
    let mut parts: Vec<(Option<String>, String)> = vec![(None, String::new())];
    let mut events = Parser::new_ext(markdown, Options::ENABLE_TABLES)
        .map(harmless)
        .collect::<Vec<_>>()
        .into_iter();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Heading {
                level: HeadingLevel::H1 | HeadingLevel::H2,
                ..
            }) => {
                let inside = events
                    .by_ref()
                    .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
                let heading = written(inside.collect());
                parts.push((Some(heading), String::new()));
            }
            Event::Start(Tag::Table(_)) => {
                let inside = events
                    .by_ref()
                    .take_while(|event| !matches!(event, Event::End(TagEnd::Table)));
                let markup = rows(inside.collect());
                push(&mut parts, &markup.0);
            }
            event => {
                let run = whole(event, &mut events);
                push(&mut parts, &written(run));
            }
        }
    }
    html! {
        @for (at, (heading, body)) in parts.iter().enumerate() {
            @match heading {
                Some(heading) => { (section(&format!("{part}-{at}"), PreEscaped(heading), None, body_of(body))) }
                None if !body.trim().is_empty() => { (section(&format!("{part}-0"), label, None, body_of(body))) }
                None => {}
            }
        }
    }
}

fn body_of(body: &str) -> Markup {
    html! { div.prose { (PreEscaped(body)) } }
}

fn push(parts: &mut [(Option<String>, String)], text: &str) {
    if let Some((_, body)) = parts.last_mut() {
        body.push_str(text);
    }
}

/// HTML becomes the words that it is, a picture its description.
fn harmless(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Image { .. }) => Event::Start(Tag::Emphasis),
        Event::End(TagEnd::Image) => Event::End(TagEnd::Emphasis),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => {
            let dest_url = if policy::may_lead(&dest_url) {
                dest_url
            } else {
                "".into()
            };
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            })
        }
        other => other,
    }
}

/// An event with everything inside it.
fn whole<'a>(first: Event<'a>, rest: &mut impl Iterator<Item = Event<'a>>) -> Vec<Event<'a>> {
    let mut depth = usize::from(matches!(first, Event::Start(_)));
    let mut run = vec![first];
    while depth > 0 {
        let Some(event) = rest.next() else { break };
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        run.push(event);
    }
    run
}

fn written(events: Vec<Event<'_>>) -> String {
    let mut text = String::new();
    push_html(&mut text, events.into_iter());
    text
}

/// A table in the house's hand: stacked into labelled lines on phones.
fn rows(events: Vec<Event<'_>>) -> Markup {
    let (mut heads, mut rows): (Vec<String>, Vec<Vec<Markup>>) = (vec![], vec![]);
    let mut in_head = false;
    let mut events = events.into_iter();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::TableHead) => in_head = true,
            Event::End(TagEnd::TableHead) => in_head = false,
            Event::Start(Tag::TableRow) => rows.push(vec![]),
            Event::Start(Tag::TableCell) => {
                let inside: Vec<Event<'_>> = events
                    .by_ref()
                    .take_while(|event| !matches!(event, Event::End(TagEnd::TableCell)))
                    .collect();
                if in_head {
                    heads.push(words_of(&inside));
                } else if let Some(row) = rows.last_mut() {
                    row.push(PreEscaped(written(inside)));
                }
            }
            _ => {}
        }
    }
    table(&Table {
        caption: None,
        shape: TableShape::Stack,
        columns: heads.into_iter().map(Column::words).collect(),
        rows,
        foot: None,
        class: "",
    })
}

fn words_of(events: &[Event<'_>]) -> String {
    events
        .iter()
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::prose;

    #[test]
    fn a_page_is_sections_lists_and_tables() {
        let page = prose(
            "First *words*.\n\n## One\n\n- a\n- b\n\n### Inner\n\n| X | Y |\n|---|---|\n| 1 | [two](/library) |\n",
            "About",
            "part",
        )
        .0;
        assert!(page.contains("<h2 id=\"part-0\">About</h2>"), "{page}");
        assert!(page.contains("<h2 id=\"part-1\">One</h2>"), "{page}");
        assert!(page.contains("<h3>Inner</h3>"), "{page}");
        assert!(page.contains("data-l=\"Y\""), "{page}");
        assert!(page.contains("<a href=\"/library\">two</a>"), "{page}");
    }

    #[test]
    fn html_is_words_whatever_let_it_in() {
        for bad in [
            "<script>alert(1)</script>",
            "a <b onclick=x>b</b>",
            "<img src=x onerror=alert(1)>",
            "<!-- note -->",
            "<iframe src=//x></iframe>\n\nafter",
        ] {
            let page = prose(bad, "About", "part").0;
            for tag in ["<script", "<b ", "<img", "<!--", "<iframe"] {
                assert!(!page.contains(tag), "{bad}: {page}");
            }
            assert!(page.contains("&lt;"), "{bad}: {page}");
        }
    }

    #[test]
    fn a_link_leads_to_pages_and_mail_alone() {
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "vbscript:x",
        ] {
            let page = prose(&format!("[a]({bad})"), "About", "part").0;
            assert!(!page.contains(bad), "{page}");
        }
        let page = prose("![seen](https://x.example/a.png)", "About", "part").0;
        assert!(page.contains("seen") && !page.contains("<img"), "{page}");
    }
}
