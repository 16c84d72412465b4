//! One page: its text as the pack and the office have it now, what changed since the reader's last visit, its files and
//! its versions.

use super::changes::changes;
use super::list::{readers, shelf};
use super::prose::prose;
use super::spoken::spoken;
use super::{address, as_read, crumbs};
use crate::components::{
    PageHead, Shape, Tone, disclosure, disclosure_open, facts, link_button, notice, page_head, row,
    rows, section, small,
};
use crate::fault::Fault;
use crate::school_year::sources;
use crate::visitor::{Colleagues, Sheet, Visitor};
use axum::extract::{Path, Query};
use domain::library::{Change, Entry, Origin, Page, Shown};
use domain::{PersonId, YearId};
use maud::{Markup, html};
use policy::Pack;
use record::Earlier;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    year: String,
    /// An earlier version, counted as [`Shown::version`].
    version: Option<usize>,
}

pub async fn show(
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Markup, Fault> {
    let shelf = shelf(&visitor, &asked.year).await?;
    let words = visitor.words;
    let tag = words.language().tag();
    let shown = shelf.library.page(&id).ok_or(Fault::NotFound)?;
    let pack = shelf.pack.year.pack().ok_or(Fault::NotFound)?;
    let record = visitor.app.record();
    let (entry, _) = record
        .library_entry(&shelf.library, &shelf.year, &id)
        .await?;
    let people = visitor.colleagues(everybody(&entry, shown)).await?;
    let old = match asked.version.filter(|version| *version != shown.version) {
        Some(version) => Some(version_of(pack, &entry, &id, version).ok_or(Fault::NotFound)?),
        None => None,
    };
    let earlier = if old.is_none() && shelf.year == visitor.year {
        let text = as_read(words, pack, &shown.page);
        record
            .note_library_reading(&visitor.actor, &id, tag, &text)
            .await?
    } else {
        None
    };
    let page = old.as_ref().unwrap_or(&shown.page);
    let title = page.title.get(tag).to_owned();
    let topic = pack
        .library
        .topic(&page.topic)
        .map_or("", |topic| topic.label.get(tag));
    let head = PageHead {
        crumbs: crumbs(&visitor, None, topic.to_owned()),
        title: title.clone(),
        lead: Some(html! { (page.summary.get(tag)) }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        @if old.is_some() {
            (notice(Tone::Soon, Shape::Diamond, words.say("library-old"), html! { p { a href={ (address(&id)) (query(&visitor, &shelf.year)) } { (words.say("library-old-link")) } } }))
        }
        @if shelf.year != visitor.year {
            (notice(Tone::Soon, Shape::Diamond, words.with("library-other-year", &[("year", shelf.year.to_string().into())]), html! { p { a href=(address(&id)) { (words.with("library-this-year", &[("year", visitor.year.to_string().into())])) } } }))
        }
        @if let Some(earlier) = &earlier { (since(&visitor, earlier, &as_read(words, pack, page))) }
        (prose(&spoken(words, pack, page.body.get(tag)), &words.say("library-about"), "part"))
        @if !page.files.is_empty() {
            (section("files", words.say("library-files"), Some(&words.say("library-files-hint")), rows(page.files.iter().map(|file| super::files::line(&visitor, &id, file, &query(&visitor, &shelf.year))))))
        }
        (section("version", words.say("library-version"), None, html! {
            (facts(about(&visitor, pack, &shelf.year, shown, &people)))
            (versions(&visitor, &shelf.year, &entry, shown, &people))
            @if shelf.library.is_keeper() && shelf.year == visitor.year { (keeping(&visitor, &id, &entry)) }
            p.no-print { a href="/library" { (words.say("library-back")) } }
        }))
    };
    Ok(visitor.page(Sheet {
        room: "library",
        title,
        body,
        footer: None,
    }))
}

fn query(visitor: &Visitor, year: &YearId) -> String {
    if *year == visitor.year {
        String::new()
    } else {
        format!("?year={year}")
    }
}

fn everybody(entry: &Entry, shown: &Shown) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = entry
        .versions
        .iter()
        .flat_map(|version| [version.proposed_by, version.published_by])
        .collect();
    if let Origin::Office { by, .. } = shown.origin {
        people.push(by);
    }
    people
}

/// The text of a version: the pack's own as the pack says it now.
fn version_of(pack: &Pack, entry: &Entry, id: &str, version: usize) -> Option<Page> {
    let of_pack = || domain::library::of_pack(pack, id);
    match version.checked_sub(2) {
        None if version == 1 => of_pack(),
        None => None,
        Some(place) => match &entry.versions.get(place)?.change {
            Change::Page(page) => Some(Page::clone(page)),
            Change::Pack => of_pack(),
        },
    }
}

/// The marked difference to what the reader saw last; open on the day on which it is news.
fn since(visitor: &Visitor, earlier: &Earlier, now: &str) -> Markup {
    let words = visitor.words;
    let Some(marked) = changes(words, &earlier.text, now) else {
        return html! {};
    };
    let on = words.date(visitor.local(earlier.read_at).date());
    let label = words.with("library-since", &[("date", on.into())]);
    let is_news = visitor.local(earlier.changed_seen_at).date() == visitor.today;
    section(
        "changes",
        words.say("library-changes"),
        None,
        if is_news {
            disclosure_open(label, marked)
        } else {
            disclosure(label, marked)
        },
    )
}

fn about(
    visitor: &Visitor,
    pack: &Pack,
    year: &YearId,
    shown: &Shown,
    people: &Colleagues,
) -> Vec<(String, Markup)> {
    let words = visitor.words;
    let mut about = vec![(words.say("library-year"), html! { (year) })];
    about.push((
        words.say("library-audience"),
        html! { (readers(visitor, &shown.page.audience).unwrap_or_else(|| words.say("library-for-everybody"))) },
    ));
    about.push((
        words.say("library-source"),
        match &shown.origin {
            Origin::Pack { known, source } => {
                sources::with_mark(words, pack, source, *known)
            }
            Origin::Office { by, on } => {
                let name = people.get(by).map_or_else(String::new, |it| it.name.full());
                html! { (words.with("library-by-office", &[("name", name.into()), ("date", words.date(*on).into())])) }
            }
        },
    ));
    about
}

fn versions(
    visitor: &Visitor,
    year: &YearId,
    entry: &Entry,
    shown: &Shown,
    people: &Colleagues,
) -> Markup {
    let words = visitor.words;
    if entry.versions.is_empty() {
        return html! {};
    }
    let name = |id: &PersonId| people.get(id).map_or_else(String::new, |it| it.name.full());
    let join = if *year == visitor.year {
        "?".to_owned()
    } else {
        format!("?year={year}&")
    };
    let link = |number: usize, label: Markup| {
        html! {
            @if number == shown.version { strong { (label) } } @else { a href={ (address(&shown.id)) (join) "version=" (number) } { (label) } }
        }
    };
    let later = entry
        .versions
        .iter()
        .enumerate()
        .rev()
        .map(|(place, version)| {
            let key = match version.change {
                Change::Page(_) => "library-version-office",
                Change::Pack => "library-version-pack-again",
            };
            let label = words.with(key, &[("date", words.date(version.on).into())]);
            let who = words.with(
                "library-version-who",
                &[
                    ("author", name(&version.proposed_by).into()),
                    ("reader", name(&version.published_by).into()),
                ],
            );
            row(
                link(place + 2, html! { (label) }),
                Some(html! { (who) }),
                Some(html! { p.said { (version.reason) } }),
            )
        });
    let first = row(
        link(1, html! { (words.say("library-version-pack")) }),
        None,
        None,
    );
    disclosure(
        words.with("library-versions", &[("count", shown.version.into())]),
        rows(later.chain([first])),
    )
}

fn keeping(visitor: &Visitor, id: &str, entry: &Entry) -> Markup {
    let words = visitor.words;
    let history = crate::history::things::history(&super::stream(visitor, id));
    html! {
        @if entry.proposal.is_some() {
            p.no-print { (link_button(&format!("{}/review", address(id)), words.say("library-review"))) }
            (small(words.say("library-proposal-waits")))
        } @else {
            p.no-print { (link_button(&format!("{}/edit", address(id)), words.say("library-edit"))) }
        }
        @if entry.year.is_some() { p.no-print { a href=(history) { (words.say("library-history")) } } }
    }
}
