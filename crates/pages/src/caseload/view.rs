//! The table of teachers.

use super::{Row, Wanted, is_without_contact};
use crate::components::{
    Column, PageHead, Search, Seen, Shape, Table, TableShape, Tone, coverage, coverage_key, day,
    empty, full, page_head, search, small, state, sub, table,
};
use crate::fault::Fault;
use crate::my_year::situation;
use crate::today;
use crate::visitor::{Sheet, Visitor};
use access::List;
use domain::Kind;
use domain::calendar::Calendar;
use domain::people::Employment;
use maud::{Markup, html};
use policy::{Pack, Side};
use words::Words;

pub async fn list(
    visitor: &Visitor,
    list: List,
    wanted: &Wanted,
    pack: &Pack,
    calendar: &Calendar,
    rows: &[Row],
    all: usize,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let (room, address) = if list == List::School {
        ("school", "/school")
    } else {
        ("caseload", "/caseload")
    };
    let at_risk = rows
        .iter()
        .filter(|row| row.situations.iter().any(|it| it.is_risk()))
        .count();
    let silent = rows
        .iter()
        .filter(|row| is_without_contact(row, calendar, visitor.today))
        .count();
    let lead = html! {
        (words.long_date(visitor.today)) ". "
        (words.with("caseload-lead-risk", &[("count", at_risk.into())])) " "
        (words.with("caseload-lead-contact", &[("count", silent.into())]))
    };
    let evaluators = if list == List::School {
        let ids = rows.iter().flat_map(|row| {
            row.record
                .person
                .evaluators_on(visitor.today)
                .map(|it| it.evaluator)
        });
        visitor.colleagues(ids).await?
    } else {
        std::collections::BTreeMap::new()
    };
    let title = words.with(
        if list == List::School {
            "school-title"
        } else {
            "caseload-title"
        },
        &[("count", all.into())],
    );
    let body = html! {
        (page_head(words, &PageHead { title, lead: Some(lead), ..PageHead::default() }))
        (full(&words.say(&format!("nav-{room}")), html! {
            (search(words, &finder(words, address, wanted)))
            @if rows.is_empty() {
                (empty(words.say(if wanted.contact == "none" { "caseload-everybody-met" } else { "caseload-empty" }), Some(html! { a href=(address) { (words.say("caseload-show-all")) } })))
            } @else {
                (table(&Table {
                    caption: Some(words.with("caseload-caption", &[("count", rows.len().into())])),
                    shape: TableShape::Stack,
                    columns: ["teacher", "next", "contact", "situation", "seen"].map(|key| Column::words(words.say(&format!("caseload-{key}")))).to_vec(),
                    rows: rows.iter().map(|row| cells(visitor, row, pack, calendar, &evaluators)).collect(),
                    foot: None,
                    class: "case",
                }))
                (coverage_key(words))
                (small(words.say("caseload-note")))
            }
            @if list == List::School { (crate::status::doors(visitor).await?) }
        }))
    };
    Ok(visitor.page(Sheet {
        room,
        title: words.say(&format!("nav-{room}")),
        body: crate::library::with_toolkit(visitor, room, body),
        footer: None,
    }))
}

fn finder(words: Words, address: &str, wanted: &Wanted) -> Search {
    let orders = [
        ("", "caseload-order-next"),
        ("contact", "caseload-order-contact"),
        ("name", "caseload-order-name"),
    ];
    let mut kept = vec![];
    if !wanted.order.is_empty() {
        kept.push(("order".to_owned(), wanted.order.clone()));
    }
    if !wanted.contact.is_empty() {
        kept.push(("contact".to_owned(), wanted.contact.clone()));
    }
    let to = |order: &str, contact: &str| {
        format!(
            "{address}?order={order}&contact={contact}&q={}",
            crate::faults::escape(&wanted.q)
        )
    };
    let filters = html! {
        @if wanted.contact == "none" { p { a href=(to(&wanted.order, "")) { (words.say("caseload-show-all")) } } }
        @else { p { a href=(to(&wanted.order, "none")) { (words.say("caseload-show-silent")) } } }
    };
    Search {
        action: address.to_owned(),
        label: words.say("caseload-find"),
        value: wanted.q.clone(),
        kept,
        filters: Some(filters),
        orders: orders
            .iter()
            .map(|(order, key)| {
                (
                    words.say(key),
                    (wanted.order != *order).then(|| to(order, &wanted.contact)),
                )
            })
            .collect(),
    }
}

fn cells(
    visitor: &Visitor,
    row: &Row,
    pack: &Pack,
    calendar: &Calendar,
    evaluators: &std::collections::BTreeMap<domain::PersonId, record::Colleague>,
) -> Vec<Markup> {
    let words = visitor.words;
    let particulars = &row.record.person.particulars;
    let status = match (particulars.employment, particulars.probationary_year) {
        (Some(Employment::Probationary), Some(year)) => words.with(
            "status-probationary-year",
            &[("year", u32::from(year).into())],
        ),
        _ => String::new(),
    };
    let about: Vec<&str> = [particulars.content_area.as_str(), status.as_str()]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    let evaluated_by: Vec<String> = row
        .record
        .person
        .evaluators_on(visitor.today)
        .filter_map(|it| evaluators.get(&it.evaluator))
        .map(|it| it.name.full())
        .collect();
    let silent = is_without_contact(row, calendar, visitor.today);
    vec![
        html! {
            a href={ "/teachers/" (row.record.teacher) } { (particulars.name.full()) }
            (sub(about.join(", ")))
            @if !evaluated_by.is_empty() { (sub(words.with("school-evaluated-by", &[("names", words.list(&evaluated_by).into())]))) }
        },
        next(visitor, row, calendar),
        html! {
            div {
                @match row.last {
                    Some((on, kind)) => {
                        @if silent { (state(Shape::Triangle, Tone::Grave, day(words, on))) } @else { (day(words, on)) }
                        (sub(words.say(contact(kind))))
                    }
                    None => { (state(if silent { Shape::Triangle } else { Shape::Ring }, if silent { Tone::Grave } else { Tone::Quiet }, words.say("caseload-no-contact"))) }
                }
            }
        },
        html! { div { @for situation in &row.situations { div { (situation::mark(words, *situation)) } } } },
        seen(words, row, pack),
    ]
}

fn contact(kind: Kind) -> &'static str {
    match kind {
        Kind::Observation => "contact-observation",
        Kind::Conversation => "contact-conversation",
        _ => "contact-message",
    }
}

fn next(visitor: &Visitor, row: &Row, calendar: &Calendar) -> Markup {
    let words = visitor.words;
    let Some(owed) = &row.next else {
        return html! { (state(Shape::Disc, Tone::Quiet, words.say("caseload-nothing-owed"))) };
    };
    let late = owed.need.is_late(visitor.today);
    let (shape, tone) = if late {
        (Shape::Triangle, Tone::Grave)
    } else {
        (Shape::Ring, Tone::Plain)
    };
    let far = today::distance(words, Some(calendar), visitor.today, owed.need.due);
    html! { div { (state(shape, tone, today::brief(words, owed))) (sub(html! { (day(words, owed.need.due)) ", " (far) })) } }
}

fn seen(words: Words, row: &Row, pack: &Pack) -> Markup {
    let standing = row.record.standing();
    let rated = crate::my_year::standing::latest(&row.record, Side::Evaluator);
    let groups: Vec<Vec<Seen>> = pack
        .framework
        .domains
        .iter()
        .map(|domain| {
            let indicators = pack
                .framework
                .indicators
                .iter()
                .filter(|it| it.active && it.domain == domain.id);
            indicators
                .map(|it| {
                    let shared = if domain.observed {
                        standing.contains_key(&it.id)
                    } else {
                        rated.is_some_and(|sent| sent.seen.contains_key(&it.id))
                    };
                    if shared {
                        Seen::Shared
                    } else if row.drafted.contains(&it.id) {
                        Seen::Draft
                    } else {
                        Seen::Not
                    }
                })
                .collect()
        })
        .collect();
    coverage(words, &groups)
}
