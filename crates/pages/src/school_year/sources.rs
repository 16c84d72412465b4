//! Where the policy's values come from: the legend of the pack's short names, and how a source is shown beside a value.

use crate::components::{
    Column, Crumb, PageHead, Table, TableShape, empty, facts, page_head, section, small, table,
    unconfirmed,
};
use crate::fault::Fault;
use crate::visitor::{Sheet, Visitor};
use access::{Action, Decision, may};
use maud::{Markup, html};
use policy::{Known, Pack, Piece, Source};
use words::Words;

/// How well values are known, from well to not at all.
const KNOWN: [Known; 5] = [Known::D, Known::Dw, Known::I, Known::K, Known::OWN];

/// A source in the reader's language, its short names leading to the legend.
pub fn noted(pack: &Pack, words: Words, source: &str) -> Markup {
    let note = pack.sources.note(source, words.language().tag());
    html! {
        @for piece in pack.sources.pieces(&note) {
            @match piece {
                Piece::Words(said) => { (said) }
                Piece::Code(code) => { a href={ "/sources#" (code) } { (code) } }
            }
        }
    }
}

/// The same, underlined while the value that it stands beside is not confirmed.
pub fn with_mark(words: Words, pack: &Pack, source: &str, known: Known) -> Markup {
    let noted = noted(pack, words, source);
    if known.settled() {
        noted
    } else {
        unconfirmed(words, noted)
    }
}

/// The legend, for everybody who reads values of the policy.
pub async fn legend(visitor: Visitor) -> Result<Markup, Fault> {
    let subject = super::reader(&visitor).await?;
    let (_, pack) = visitor.open_year()?;
    let words = visitor.words;
    let keeps = matches!(
        may(&visitor.actor, Action::EnterDays, &subject),
        Decision::Allowed(_)
    );
    let back = if keeps {
        Crumb::link(words.say("nav-year"), "/year")
    } else {
        Crumb::link(words.say("nav-today"), "/")
    };
    let title = words.say("sources-title");
    let head = PageHead {
        crumbs: vec![back, Crumb::here(&title)],
        title: title.clone(),
        lead: Some(html! { (words.say("sources-lead")) }),
        ..PageHead::default()
    };
    let hint = words.say("sources-known-hint");
    let body = html! {
        (page_head(words, &head))
        (section("known", words.say("sources-known"), Some(&hint), html! {
            (facts(KNOWN.map(|known| (format!("{known:?}"), html! { (words.say(&format!("sources-known-{known:?}"))) }))))
            (small(words.say("sources-moved")))
        }))
        (section("list", words.say("sources-list"), None, html! {
            @if pack.sources.list.is_empty() { (empty(words.say("sources-none"), None)) }
            @else { (list(words, &pack.sources.list)) }
        }))
    };
    Ok(visitor.page(Sheet {
        room: "year",
        title,
        body,
        footer: None,
    }))
}

fn list(words: Words, sources: &[Source]) -> Markup {
    let tag = words.language().tag();
    let rows = sources.iter().map(|source| {
        vec![
            html! { strong id=(source.code) { (source.code) } },
            html! { (source.title.get(tag)) },
            html! {
                @for (n, address) in source.addresses.iter().enumerate() {
                    @if n > 0 { br; }
                    span.address { (without_scheme(address)) }
                }
            },
        ]
    });
    table(&Table {
        caption: None,
        shape: TableShape::Stack,
        columns: ["sources-code", "sources-what", "sources-where"]
            .map(|key| Column::words(words.say(key)))
            .to_vec(),
        rows: rows.collect(),
        foot: None,
        class: "sources",
    })
}

fn without_scheme(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}
