//! Every conversation in which the visitor takes part: to find a time for, to come, and past.

use super::in_address;
use super::time::ends;
use crate::components::{
    LedgerRow, PageHead, Paging, Shape, Tone, day, empty, ledger, page_head, paging, section, state,
};
use crate::fault::Fault;
use crate::today::distance;
use crate::visitor::{Sheet, Visitor};
use access::{List, scope};
use axum::extract::Query;
use domain::calendar::Calendar;
use domain::conversations::{Conversation, ConversationKind, Slot};
use domain::today::{Need, What, needs};
use domain::{PersonId, Stream, YearRecord};
use maud::{Markup, html};
use policy::{Pack, Side};
use record::Colleague;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Past conversations on one page.
const PAGE: usize = 25;

#[derive(Deserialize, Default)]
pub struct Asked {
    /// How many past conversations the pages before showed.
    #[serde(default)]
    after: usize,
}

/// One conversation as the list shows it.
struct Row<'r> {
    stream: &'r Stream,
    it: &'r Conversation,
    kind: ConversationKind,
    slot: &'r Slot,
}

pub async fn list(visitor: Visitor, Query(asked): Query<Asked>) -> Result<Markup, Fault> {
    let words = visitor.words;
    let (year, pack) = visitor.open_year()?;
    let calendar = year.days()?;
    let mine = if visitor.actor.teaches() {
        Some(visitor.year_of(visitor.id()).await?)
    } else {
        None
    };
    let caseload = match scope(&visitor.actor, List::Caseload) {
        Some(scope) => {
            visitor
                .app
                .record()
                .year_records(&scope, &visitor.year)
                .await?
        }
        None => vec![],
    };
    let all = || mine.iter().chain(&caseload);
    let mut rows: Vec<Row<'_>> = all()
        .flat_map(|record| record.conversations.iter())
        .filter_map(|(stream, it)| row(&visitor, stream, it))
        .collect();
    rows.sort_by(|a, b| {
        (a.slot.on, a.slot.begins, a.stream).cmp(&(b.slot.on, b.slot.begins, b.stream))
    });
    let (open, mut past): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.it.is_open());
    past.reverse();
    let people: Vec<PersonId> = all()
        .map(|record| record.teacher)
        .chain(
            open.iter()
                .chain(&past)
                .flat_map(|row| row.it.teacher.into_iter().chain(row.it.evaluator)),
        )
        .collect();
    let people = visitor.colleagues(people).await?;
    let owed = to_schedule(&caseload, &people, pack, calendar, visitor.today);
    let head = PageHead {
        title: words.say("conversations-title"),
        lead: Some(html! { (words.with("conversations-lead", &[("count", open.len().into())])) }),
        ..PageHead::default()
    };
    let shown: Vec<_> = past.iter().skip(asked.after).take(PAGE).collect();
    let body = html! {
        (page_head(words, &head))
        (section("to-come", words.say("conversations-to-come"), None, html! {
            @if open.is_empty() { (empty(words.say(if caseload.is_empty() { "conversations-none-teacher" } else { "conversations-none-evaluator" }), None)) }
            @else { (ledger(&open.iter().map(|row| line(&visitor, calendar, &people, row, true)).collect::<Vec<_>>())) }
        }))
        @if !owed.is_empty() {
            (section("to-schedule", words.say("conversations-to-schedule"), Some(&words.say("conversations-to-schedule-hint")), schedule(&visitor, calendar, &people, &owed)))
        }
        @if !past.is_empty() {
            (section("past", words.say("conversations-past"), Some(&words.say("conversations-past-hint")), html! {
                (ledger(&shown.iter().map(|row| line(&visitor, calendar, &people, row, false)).collect::<Vec<_>>()))
                (paging(words, &words.say("conversations-past"), &pages(asked.after, past.len())))
            }))
        }
    };
    Ok(visitor.page(Sheet {
        room: "conversations",
        title: words.say("nav-conversations"),
        body,
        footer: Some(html! { (words.say("conversation-footer")) }),
    }))
}

/// Only those in which the visitor takes part, or which whoever evaluated before left open.
fn row<'r>(visitor: &Visitor, stream: &'r Stream, it: &'r Conversation) -> Option<Row<'r>> {
    let (kind, slot) = it.guide.zip(it.slot.as_ref())?;
    (it.side_of(visitor.id()).is_some() || it.is_open()).then_some(Row {
        stream,
        it,
        kind,
        slot,
    })
}

fn line(
    visitor: &Visitor,
    calendar: &Calendar,
    people: &BTreeMap<PersonId, Colleague>,
    row: &Row<'_>,
    open: bool,
) -> LedgerRow {
    let words = visitor.words;
    let other = if row.it.side_of(visitor.id()) == Some(Side::Teacher) {
        row.it.evaluator
    } else {
        row.it.teacher
    };
    let name = other
        .and_then(|other| people.get(&other))
        .map_or_else(String::new, |it| it.name.full());
    let kind = words.say(&format!("kind-{}", row.kind.as_str()));
    let state = if row.it.cancelled.is_some() {
        state(
            Shape::Bar,
            Tone::Quiet,
            words.say("conversations-state-off"),
        )
    } else if row.it.is_held() {
        state(
            Shape::Disc,
            Tone::Quiet,
            words.say("conversations-state-held"),
        )
    } else if row.slot.on < visitor.today {
        state(
            Shape::Diamond,
            Tone::Soon,
            words.say("conversations-state-confirm"),
        )
    } else {
        html! { (distance(words, Some(calendar), visitor.today, row.slot.on)) }
    };
    let when = words.with(
        "conversations-when",
        &[
            ("start", words.time(row.slot.begins).into()),
            ("end", words.time(ends(row.slot)).into()),
            ("place", (&row.slot.place).into()),
        ],
    );
    let label = words.say(if open {
        "conversations-open"
    } else {
        "conversations-read"
    });
    let about = words.with(
        "conversations-open-label",
        &[
            ("action", (&label).into()),
            ("name", (&name).into()),
            ("kind", (&kind).into()),
        ],
    );
    LedgerRow {
        when: day(words, row.slot.on),
        distance: Some(state),
        title: html! { (words.with("conversations-line", &[("name", name.into()), ("kind", kind.into())])) },
        why: Some(html! { (when) }),
        more: None,
        action: Some(
            html! { a.btn href={ "/conversations/" (row.stream.key) } aria-label=(about) { (label) } },
        ),
    }
}

/// Conversations whose window is open and that have no time yet, soonest first.
fn to_schedule(
    caseload: &[YearRecord],
    people: &BTreeMap<PersonId, Colleague>,
    pack: &Pack,
    calendar: &Calendar,
    today: jiff::civil::Date,
) -> Vec<(PersonId, ConversationKind, Need)> {
    let mut owed: Vec<_> = caseload
        .iter()
        .flat_map(|record| {
            needs(record, pack, calendar, today)
                .into_iter()
                .map(|need| (record.teacher, need))
        })
        .filter_map(|(teacher, need)| match need.what {
            What::Schedule(kind) => Some((teacher, kind, need)),
            _ => None,
        })
        .collect();
    owed.sort_by_cached_key(|(teacher, kind, need)| {
        (
            need.due,
            *kind,
            people
                .get(teacher)
                .map(|it| (it.name.family_used().to_owned(), it.name.full())),
        )
    });
    owed
}

fn schedule(
    visitor: &Visitor,
    calendar: &Calendar,
    people: &BTreeMap<PersonId, Colleague>,
    owed: &[(PersonId, ConversationKind, Need)],
) -> Markup {
    let words = visitor.words;
    let rows: Vec<LedgerRow> = owed
        .iter()
        .map(|(teacher, kind, need)| {
            let name = people.get(teacher).map_or_else(String::new, |it| it.name.full());
            let kind_name = words.say(&format!("kind-{}", kind.as_str()));
            let far = distance(words, Some(calendar), visitor.today, need.due);
            let address = format!("/teachers/{teacher}/conversations/{}/new", in_address(*kind));
            let label = words.say("conversation-find-time");
            let about = words.with("conversations-open-label", &[("action", (&label).into()), ("name", (&name).into()), ("kind", (&kind_name).into())]);
            LedgerRow {
                when: html! { (words.with("conversations-by", &[("date", words.day(need.due).into())])) },
                distance: Some(if need.is_late(visitor.today) { state(Shape::Triangle, Tone::Grave, far) } else { html! { (far) } }),
                title: html! { (words.with("conversations-line", &[("name", name.into()), ("kind", kind_name.into())])) },
                why: None,
                more: None,
                action: Some(html! { a.btn href=(address) aria-label=(about) { (label) } }),
            }
        })
        .collect();
    ledger(&rows)
}

fn pages(after: usize, all: usize) -> Paging {
    let address = |after: usize| {
        if after == 0 {
            "/conversations".to_owned()
        } else {
            format!("/conversations?after={after}")
        }
    };
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    Paging {
        earlier: (after > 0).then(|| address(after.saturating_sub(PAGE))),
        later: (after + PAGE < all).then(|| address(after + PAGE)),
        shown: Some((
            number(after + 1),
            number((after + PAGE).min(all)),
            number(all),
        )),
    }
}
