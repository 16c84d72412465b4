//! The questions of whoever answers: open ones by due day with the late ones marked, counts by topic, and what was
//! answered.

use super::{first_words, path, standing, topic_label};
use crate::components::{
    Column, LedgerRow, PageHead, Shape, Table, TableShape, Tone, day, empty, ledger, link_button,
    notice, page_head, section, state, table,
};
use crate::fault::Fault;
use crate::today::distance;
use crate::visitor::{Colleagues, Sheet, Visitor};
use access::{Action, may};
use domain::questions::answering::Answering;
use domain::questions::{Contacts, Standing, Why};
use maud::{Markup, html};
use record::{Asked, Filter, ListOrder};
use std::collections::BTreeMap;

/// Open questions that the page shows at once.
const MOST: u64 = 200;
/// Answered ones.
const PAST: u64 = 25;

/// Whether the visitor answers anything: in charge of a topic, holding an office, standing in for somebody who is, or
/// with a question that went there.
pub(super) async fn answers(visitor: &Visitor, answering: &Answering) -> Result<bool, Fault> {
    let id = visitor.id();
    let holds = answering.offices.iter().any(|(holder, _)| *holder == id);
    if holds || !answering.charges(id).is_empty() {
        return Ok(true);
    }
    let went = Filter {
        answers: Some(id),
        limit: Some(1),
        ..Filter::default()
    };
    let record = visitor.app.record();
    let (page, _) = record.questions(&visitor.actor, answering, &went).await?;
    Ok(page.count > 0)
}

pub(super) async fn keeps_contacts(visitor: &Visitor) -> Result<bool, Fault> {
    let subject = visitor.app.record().subject(&Contacts::stream()).await?;
    Ok(may(&visitor.actor, Action::KeepContacts, &subject).is_allowed())
}

/// Topics for which nobody is named and whose office nobody holds, at the schools of the district.
pub(super) async fn findings(
    visitor: &Visitor,
    answering: &Answering,
) -> Result<Vec<(String, Vec<String>)>, Fault> {
    let schools = super::contacts::schools(visitor).await?;
    let mut findings = vec![];
    for topic in answering.topics.keys() {
        let without: Vec<String> = schools
            .iter()
            .filter(|(id, _)| answering.in_charge(topic, Some(*id)).1 == Why::Nobody)
            .map(|(_, name)| name.clone())
            .collect();
        if !without.is_empty() {
            findings.push((topic.clone(), without));
        }
    }
    Ok(findings)
}

/// Each with how many schools it concerns and the first of them.
pub(super) fn findings_list(visitor: &Visitor, findings: &[(String, Vec<String>)]) -> Markup {
    const NAMED: usize = 5;
    let words = visitor.words;
    let line = |topic: &str, schools: &[String]| {
        let values = [
            ("topic", topic_label(visitor, topic).into()),
            ("count", schools.len().into()),
            (
                "schools",
                words.list(&schools[..schools.len().min(NAMED)]).into(),
            ),
        ];
        words.with("questions-finding", &values)
    };
    html! { ul { @for (topic, schools) in findings { li { (line(topic, schools)) } } } }
}

pub async fn show(visitor: Visitor) -> Result<Markup, Fault> {
    let words = visitor.words;
    let record = visitor.app.record();
    let answering = record.answering(&visitor.actor).await?;
    if !answers(&visitor, &answering).await? {
        return Err(Fault::NotFound);
    }
    let open = Filter {
        open: Some(true),
        limit: Some(MOST),
        ..Filter::default()
    };
    let past = Filter {
        open: Some(false),
        order: ListOrder::Down,
        limit: Some(PAST),
        ..Filter::default()
    };
    let (page, open) = record.questions(&visitor.actor, &answering, &open).await?;
    let (_, past) = record.questions(&visitor.actor, &answering, &past).await?;
    let not_own = |asked: &&Asked| asked.question.asker != Some(visitor.id());
    let open: Vec<&Asked> = open.iter().filter(not_own).collect();
    let past: Vec<&Asked> = past.iter().filter(not_own).collect();
    let people = open
        .iter()
        .chain(&past)
        .flat_map(|asked| [asked.question.asker, asked.question.owner()])
        .flatten();
    let people = visitor.colleagues(people).await?;
    let late = open
        .iter()
        .filter(|asked| asked.question.is_late(visitor.today))
        .count();
    let keeps = keeps_contacts(&visitor).await?;
    let findings = if keeps {
        findings(&visitor, &answering).await?
    } else {
        vec![]
    };
    let head = PageHead {
        title: words.with("questions-office-title", &[("count", open.len().into())]),
        lead: Some(html! { (words.with("questions-office-lead", &[("late", late.into())])) }),
        ..PageHead::default()
    };
    let more = page.next.is_some();
    let body = html! {
        (page_head(words, &head))
        @if !findings.is_empty() {
            (notice(Tone::Soon, Shape::Diamond, words.say("questions-findings"), findings_list(&visitor, &findings)))
        }
        (section("open", words.say("questions-open"), Some(&words.say("questions-open-hint")), html! {
            @if open.is_empty() { (empty(words.say("questions-none-open"), None)) } @else { (lines(&visitor, &people, &open)) }
            @if more { p { (words.with("questions-more-open", &[("count", MOST.into())])) } }
        }))
        @if !open.is_empty() {
            (section("counts", words.say("questions-counts"), None, counts(&visitor, &open)))
        }
        @if !past.is_empty() {
            (section("past", words.say("questions-past"), Some(&words.say("questions-past-hint")), lines(&visitor, &people, &past)))
        }
        @if keeps {
            (section("contacts", words.say("questions-contacts"), None, html! {
                p { (words.say("questions-contacts-lead")) }
                p { (link_button("/questions/contacts", words.say("questions-contacts-link"))) }
            }))
        }
    };
    Ok(visitor.page(Sheet {
        room: "questions",
        title: words.say("questions-office"),
        body,
        footer: Some(html! { (words.say("questions-office-footer")) }),
    }))
}

fn lines(visitor: &Visitor, people: &Colleagues, asked: &[&Asked]) -> Markup {
    let words = visitor.words;
    let calendar = visitor.school_year.year.days().ok();
    let name = |person| {
        people
            .get(&person)
            .map_or_else(String::new, |it| it.name.full())
    };
    let rows: Vec<LedgerRow> = asked
        .iter()
        .map(|asked| {
            let it = &asked.question;
            let waits = it.standing() == Standing::Waiting;
            let on = if waits { it.due } else { it.last_day() };
            let on = on.unwrap_or(visitor.today);
            let far = distance(words, calendar, visitor.today, on);
            let late = it.is_late(visitor.today);
            LedgerRow {
                when: html! { (day(words, on)) },
                distance: waits.then(|| {
                    if late {
                        state(Shape::Triangle, Tone::Grave, far)
                    } else {
                        html! { (far) }
                    }
                }),
                title: html! { (first_words(it)) },
                why: Some(html! {
                    (words.with("questions-line", &[
                        ("topic", topic_label(visitor, &it.topic).into()),
                        ("asker", it.asker.map(name).unwrap_or_default().into()),
                        ("owner", it.owner().map(name).unwrap_or_default().into()),
                    ]))
                }),
                more: (!late).then(|| standing(words, it, visitor.today)),
                action: Some(link_button(
                    &path(&asked.stream),
                    words.say("questions-read"),
                )),
            }
        })
        .collect();
    ledger(&rows)
}

/// Open and late ones by topic.
fn counts(visitor: &Visitor, open: &[&Asked]) -> Markup {
    let words = visitor.words;
    let mut by_topic: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for asked in open {
        let counted = by_topic.entry(&asked.question.topic).or_default();
        counted.0 += 1;
        counted.1 += usize::from(asked.question.is_late(visitor.today));
    }
    table(&Table {
        caption: None,
        shape: TableShape::Dense,
        columns: vec![
            Column::words(words.say("questions-topic")),
            Column::figures(words.say("questions-open")),
            Column::figures(words.say("questions-late-column")),
        ],
        rows: by_topic
            .into_iter()
            .map(|(topic, (open, late))| {
                vec![
                    html! { (topic_label(visitor, topic)) },
                    html! { (open) },
                    html! { (late) },
                ]
            })
            .collect(),
        foot: None,
        class: "",
    })
}
