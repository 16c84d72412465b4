//! The library itself: searched, by topic, and what is new for the reader.

use super::{address, as_read, year_of};
use crate::components::{
    Choice, Field, PageHead, Search, Shape, Tone, acts, empty, link_button, link_plain, notice,
    page_head, row, rows, search, section, small, state,
};
use crate::fault::Fault;
use crate::visitor::{Sheet, Visitor};
use access::{List, scope};
use axum::extract::Query;
use domain::YearId;
use domain::library::{Readers, Shown};
use maud::{Markup, html};
use record::{Found, Library};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    year: String,
}

/// How a page stands to its reader.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Unread,
    Changed,
    Read,
}

/// A year's shelf for the reader.
pub struct Shelf {
    pub year: YearId,
    pub library: Library,
    pub pack: std::sync::Arc<record::Year>,
}

/// The shelf of the year that an address names, the current one where it names none.
pub async fn shelf(visitor: &Visitor, year: &str) -> Result<Shelf, Fault> {
    let year = year_of(visitor, year).await?;
    let record = visitor.app.record();
    let scope = scope(&visitor.actor, List::Library).ok_or(Fault::NotFound)?;
    Ok(Shelf {
        library: record.library(&scope, &year).await?,
        pack: record.school_year(&year).await?,
        year,
    })
}

pub async fn list(visitor: Visitor, Query(asked): Query<Asked>) -> Result<Markup, Fault> {
    let shelf = shelf(&visitor, &asked.year).await?;
    let words = visitor.words;
    let tag = words.language().tag();
    let record = visitor.app.record();
    let q = asked.q.trim();
    let found = match q {
        "" => None,
        q => Some(
            record
                .find_in_library(&shelf.library, &shelf.year, tag, q)
                .await?,
        ),
    };
    let readings = record.library_readings(&visitor.actor, tag).await?;
    let pack = shelf.pack.year.pack();
    let standing = |shown: &Shown| {
        let now =
            pack.map(|pack| domain::library::digest(as_read(words, pack, &shown.page).as_bytes()));
        match (readings.get(&shown.id), now) {
            (Some((seen, _)), Some(now)) if *seen == now => Standing::Read,
            (Some(_), _) => Standing::Changed,
            (None, _) => Standing::Unread,
        }
    };
    let standings: BTreeMap<&str, Standing> = shelf
        .library
        .pages()
        .map(|shown| (shown.id.as_str(), standing(shown)))
        .collect();
    let waiting = super::waiting(&visitor).await?;
    let years = record.school_years().await?;
    let body = html! {
        (page_head(words, &PageHead {
            title: words.say("library-title"),
            lead: Some(html! { (words.with("library-lead", &[("year", shelf.year.to_string().into())])) }),
            ..PageHead::default()
        }))
        @if waiting > 0 {
            (notice(Tone::Soon, Shape::Diamond, words.with("library-waiting", &[("count", waiting.into())]), html! { p { a href="/library/reviews" { (words.say("library-waiting-link")) } } }))
        }
        (section("find", words.say("library-find"), Some(&words.say("library-find-hint")), html! {
            (search(words, &finding(&visitor, &asked, &years)))
        }))
        @match &found {
            Some(found) => { (results(&visitor, &shelf, q, found, &standings)) }
            None => { (by_topic(&visitor, &shelf, &standings)) }
        }
        @if shelf.library.is_keeper() {
            (section("keep", words.say("library-keep"), Some(&words.say("library-keep-hint")), html! {
                (acts([link_button("/library/new", words.say("library-new")), link_plain("/library/reviews", words.say("library-reviews-title"))]))
            }))
        }
    };
    Ok(visitor.page(Sheet {
        room: "library",
        title: words.say("nav-library"),
        body,
        footer: None,
    }))
}

fn finding(visitor: &Visitor, asked: &Asked, years: &[YearId]) -> Search {
    let words = visitor.words;
    let choices: Vec<Choice> = years
        .iter()
        .map(|year| Choice::new(year.to_string(), year.to_string()))
        .collect();
    let year = if asked.year.is_empty() {
        visitor.year.to_string()
    } else {
        asked.year.clone()
    };
    Search {
        action: "/library".to_owned(),
        label: words.say("library-find-label"),
        value: asked.q.clone(),
        filters: (years.len() > 1).then(|| {
            Field::select("year", words.say("library-year"), choices)
                .value(year)
                .markup(words)
        }),
        ..Search::default()
    }
}

fn results(
    visitor: &Visitor,
    shelf: &Shelf,
    q: &str,
    found: &Found,
    standings: &BTreeMap<&str, Standing>,
) -> Markup {
    let words = visitor.words;
    let pages: Vec<&Shown> = found
        .pages
        .iter()
        .filter_map(|id| shelf.library.page(id))
        .collect();
    let label = words.with(
        "library-found",
        &[("count", pages.len().into()), ("looked", q.into())],
    );
    section(
        "found",
        label,
        None,
        html! {
            @if !found.instead.is_empty() && !pages.is_empty() {
                p role="status" {
                    @for (typed, instead) in &found.instead {
                        (words.with("library-instead", &[("typed", typed.into()), ("instead", instead.into())])) " "
                    }
                }
            }
            @if pages.is_empty() {
                (empty(words.say("library-nothing"), Some(link_button("/library", words.say("library-all")))))
            } @else {
                (rows(pages.into_iter().map(|shown| line(visitor, shelf, shown, standings))))
                p { a href="/library" { (words.say("library-all")) } }
            }
        },
    )
}

fn by_topic(visitor: &Visitor, shelf: &Shelf, standings: &BTreeMap<&str, Standing>) -> Markup {
    let words = visitor.words;
    let tag = words.language().tag();
    let topics = shelf
        .pack
        .year
        .pack()
        .map_or(&[][..], |pack| &pack.library.topics);
    let mine: Vec<&Shown> = shelf
        .library
        .pages()
        .filter(|shown| {
            let standing = standings.get(shown.id.as_str());
            standing == Some(&Standing::Changed)
                || (standing == Some(&Standing::Unread)
                    && !shown.page.audience.contains(&Readers::Everybody)
                    && !shelf.library.is_keeper())
        })
        .collect();
    html! {
        @if shelf.library.pages().next().is_none() {
            (section("none", words.say("library-title"), None, empty(words.say("library-empty"), None)))
        }
        @if !mine.is_empty() {
            (section("mine", words.say("library-mine"), Some(&words.say("library-mine-hint")), rows(mine.into_iter().map(|shown| line(visitor, shelf, shown, standings)))))
        }
        @for topic in topics {
            @let pages: Vec<&Shown> = shelf.library.pages().filter(|shown| shown.page.topic == topic.id).collect();
            @if !pages.is_empty() {
                (section(&format!("topic-{}", topic.id), topic.label.get(tag), None, rows(pages.into_iter().map(|shown| line(visitor, shelf, shown, standings)))))
            }
        }
    }
}

fn line(
    visitor: &Visitor,
    shelf: &Shelf,
    shown: &Shown,
    standings: &BTreeMap<&str, Standing>,
) -> Markup {
    let words = visitor.words;
    let tag = words.language().tag();
    let query = if shelf.year == visitor.year {
        String::new()
    } else {
        format!("?year={}", shelf.year)
    };
    let title = html! { a href={ (address(&shown.id)) (query) } { (shown.page.title.get(tag)) } };
    let standing = match standings.get(shown.id.as_str()) {
        Some(Standing::Changed) => Some(state(
            Shape::Diamond,
            Tone::Soon,
            words.say("library-changed"),
        )),
        _ => None,
    };
    let readers = readers(visitor, &shown.page.audience);
    row(
        html! { strong { (title) } @if let Some(standing) = standing { " " (standing) } },
        None,
        Some(
            html! { p { (shown.page.summary.get(tag)) } @if let Some(readers) = readers { (small(readers)) } },
        ),
    )
}

/// For whom a page is, where it is not for everybody.
pub fn readers(visitor: &Visitor, audience: &[Readers]) -> Option<String> {
    if audience.contains(&Readers::Everybody) {
        return None;
    }
    let words = visitor.words;
    let names: Vec<String> = audience
        .iter()
        .map(|one| words.say(&format!("library-audience-{}", one.as_str())))
        .collect();
    Some(words.with("library-for", &[("readers", words.list(&names).into())]))
}
