//! The pages of a history: lines as sentences, who has looked, who can see it.

use super::line::{Names, told};
use super::who::with_link;
use super::{Wanted, things, who_can_see};
use crate::components::{
    Column, Crumb, PageHead, Paging, Search, Table, TableShape, empty, moment, page_head, paging,
    said, search, section, small, sub, table,
};
use crate::fault::Fault;
use crate::faults::escape;
use crate::visitor::{Sheet, Visitor};
use domain::{Stream, YearRecord};
use maud::{Markup, html};
use policy::Pack;
use record::{Line, ReadReceipt};

/// Lines of one page.
const PAGE: usize = 50;
/// Above so many lines there is a search.
const SEARCHED_FROM: usize = 25;

pub async fn of_year(
    visitor: &Visitor,
    record: &YearRecord,
    lines: &[Line],
    names: &Names,
    receipts: Option<Vec<ReadReceipt>>,
    wanted: &Wanted,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let name = record.person.particulars.name.full();
    let own = record.teacher == visitor.id();
    let address = format!("/teachers/{}/history", record.teacher);
    let (home, home_label) = home(visitor, record);
    let title = if own {
        words.say("history-title-own")
    } else {
        words.with("history-title-year", &[("name", name.into())])
    };
    let head = PageHead {
        crumbs: vec![
            Crumb::link(home_label, home),
            Crumb::here(words.say("history-crumb")),
        ],
        title: title.clone(),
        lead: Some(html! { (words.say("history-lead")) }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        (section("lines", words.say("history-lines"), Some(&words.say("history-lines-hint")), list(visitor, Some(record), lines, names, &address, wanted)))
        @if let Some(receipts) = receipts { (who_looked(visitor, &receipts).await?) }
        (with_link(visitor, record, html! {}).await?)
    };
    Ok(visitor.page(Sheet {
        room: if own { "my-year" } else { "caseload" },
        title,
        body,
        footer: None,
    }))
}

pub async fn of_thing(
    visitor: &Visitor,
    record: Option<&YearRecord>,
    stream: &Stream,
    lines: &[Line],
    names: &Names,
    wanted: &Wanted,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let name = match (record, pack(visitor)) {
        (Some(record), Some(pack)) => things::title(words, pack, record, stream),
        _ => words.say(things::kind_key(stream.kind)),
    };
    let title = words.with("history-title-thing", &[("thing", name.clone().into())]);
    let mut crumbs = vec![];
    if let Some(record) = record {
        let (home, label) = home(visitor, record);
        crumbs.push(Crumb::link(label, home));
    }
    crumbs.push(match things::address(stream) {
        Some(address) => Crumb::link(name, address),
        None => Crumb::here(name),
    });
    crumbs.push(Crumb::here(words.say("history-crumb")));
    let head = PageHead {
        crumbs,
        title: title.clone(),
        lead: Some(html! { (words.say("history-lead")) }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        (section("lines", words.say("history-lines"), Some(&words.say("history-lines-hint")), list(visitor, None, lines, names, &things::history(stream), wanted)))
        @if let Some(record) = record { (who_can_see(visitor, record, None).await?) }
    };
    let own = record.is_some_and(|record| record.teacher == visitor.id());
    Ok(visitor.page(Sheet {
        room: if own { "my-year" } else { "" },
        title,
        body,
        footer: None,
    }))
}

/// The page of the teacher's year, and what it is called for this reader.
pub fn home(visitor: &Visitor, record: &YearRecord) -> (String, String) {
    if record.teacher == visitor.id() {
        ("/my-year".to_owned(), visitor.words.say("nav-my-year"))
    } else {
        (
            format!("/teachers/{}", record.teacher),
            record.person.particulars.name.full(),
        )
    }
}

fn pack(visitor: &Visitor) -> Option<&Pack> {
    visitor.school_year.year.pack()
}

/// The lines, the latest first. Of a year each leads to its thing; of one thing there is nowhere to go.
fn list(
    visitor: &Visitor,
    record: Option<&YearRecord>,
    lines: &[Line],
    names: &Names,
    address: &str,
    wanted: &Wanted,
) -> Markup {
    let words = visitor.words;
    let looked_for: Vec<String> = wanted.q.split_whitespace().map(str::to_lowercase).collect();
    let mut found = vec![];
    for line in lines.iter().rev() {
        let told = told(words, pack(visitor), names, line);
        let sentence = told.sentence.to_lowercase();
        if looked_for.iter().all(|word| sentence.contains(word)) {
            found.push((line, told));
        }
    }
    let from = wanted.before.map_or(0, |before| {
        found
            .iter()
            .take_while(|(line, _)| line.sequence >= before)
            .count()
    });
    let shown: Vec<_> = found.iter().skip(from).take(PAGE).collect();
    let rows = shown
        .iter()
        .map(|(line, told)| {
            vec![
                moment(words, visitor.local(line.at)),
                html! { (told.sentence) @if let Some(text) = &told.said { (said(text)) } },
                match (record, things::address(&line.stream), pack(visitor)) {
                    (Some(record), Some(address), Some(pack)) if record.has(&line.stream) => {
                        html! { a href=(address) { (things::title(words, pack, record, &line.stream)) } }
                    }
                    _ => html! {},
                },
            ]
        })
        .collect();
    let mut columns = vec![
        Column::words(words.say("history-when")),
        Column::words(words.say("history-what")),
    ];
    if record.is_some() {
        columns.push(Column::words(words.say("history-thing")));
    }
    let query = if wanted.q.is_empty() {
        String::new()
    } else {
        format!("&q={}", escape(&wanted.q))
    };
    let later = (from + shown.len() < found.len())
        .then(|| shown.last())
        .flatten();
    let pages = Paging {
        earlier: (from > 0).then(|| format!("{address}?{}", query.trim_start_matches('&'))),
        later: later.map(|(line, _)| format!("{address}?before={}{query}", line.sequence)),
        shown: Some((
            from as u64 + 1,
            (from + shown.len()) as u64,
            found.len() as u64,
        )),
    };
    html! {
        @if lines.len() > SEARCHED_FROM {
            (search(words, &Search { action: address.to_owned(), label: words.say("history-find"), value: wanted.q.clone(), ..Search::default() }))
        }
        @if shown.is_empty() {
            (empty(words.say(if wanted.q.is_empty() { "history-empty" } else { "history-not-found" }), None))
        } @else {
            (table(&Table { caption: None, shape: TableShape::Stack, columns, rows, foot: None, class: "" }))
        }
        (paging(words, &words.say("history-pages"), &pages))
    }
}

/// Who but the two parties has looked: for the teacher alone.
async fn who_looked(visitor: &Visitor, receipts: &[ReadReceipt]) -> Result<Markup, Fault> {
    let words = visitor.words;
    let readers = visitor
        .colleagues(receipts.iter().map(|receipt| receipt.reader))
        .await?;
    let rows: Vec<Vec<Markup>> = receipts
        .iter()
        .map(|receipt| {
            let reader = readers.get(&receipt.reader);
            let name = reader.map_or_else(|| words.say("history-somebody"), |it| it.name.full());
            vec![
                html! { (name) @if let Some(reader) = reader { (sub(&reader.job_title)) } },
                html! { (words.say(&format!("history-read-{}", receipt.thing.as_str()))) },
                moment(words, visitor.local(receipt.at)),
            ]
        })
        .collect();
    let columns = ["history-reader", "history-read", "history-when"]
        .map(|key| Column::words(words.say(key)))
        .to_vec();
    let body = html! {
        @if rows.is_empty() { (empty(words.say("history-nobody-looked"), None)) }
        @else { (table(&Table { caption: None, shape: TableShape::Stack, columns, rows, foot: None, class: "" })) }
        (small(words.say("history-looked-note")))
    };
    Ok(section(
        "who-looked",
        words.say("history-looked"),
        Some(&words.say("history-looked-hint")),
        body,
    ))
}
