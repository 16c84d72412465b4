//! One person: what the roster says, who evaluates them, what was granted by hand, and what somebody should mend.

use super::list::access_state;
use super::{One, employment, keeper, office, post};
use crate::components::{
    Column, Crumb, PageHead, Shape, Table, TableShape, Tone, acts, date, disclosure, facts,
    link_button, page_head, rows, said, section, small, state, sub, table,
};
use crate::fault::Fault;
use crate::visitor::{Sheet, Visitor};
use domain::people::{Grant, Name};
use domain::{Kind, PersonId};
use jiff::civil::Date;
use maud::{Markup, html};
use record::Filter;
use std::collections::{BTreeMap, BTreeSet};

pub async fn show(visitor: &Visitor, one: &One) -> Result<Markup, Fault> {
    let words = visitor.words;
    let person = &one.person;
    let named = person
        .evaluators
        .iter()
        .map(|it| it.evaluator)
        .chain(person.grants.iter().map(|grant| grant.by));
    let names = visitor
        .app
        .record()
        .names(named.collect::<BTreeSet<_>>())
        .await?;
    let warnings = warnings(visitor, one).await?;
    let body = html! {
        (page_head(words, &PageHead {
            crumbs: vec![Crumb::link(words.say("nav-people"), "/people"), Crumb::here(one.name())],
            title: one.name(),
            lead: Some(access_state(visitor, person)),
            ..PageHead::default()
        }))
        @if !warnings.is_empty() {
            (section("mend", words.say("people-mend"), Some(&words.say("people-mend-hint")), rows(warnings.into_iter().map(|text| state(Shape::Diamond, Tone::Soon, text)))))
        }
        (section("particulars", words.say("people-particulars"), Some(&words.say("people-particulars-hint")), particulars(visitor, one)))
        (section("posts", words.say("people-posts"), Some(&words.say("people-posts-hint")), posts(visitor, one)))
        (section("evaluators", words.say("people-evaluators"), Some(&words.say("people-evaluators-hint")), evaluators(visitor, one, &names)))
        (section("offices", words.say("people-offices"), Some(&words.say("people-offices-hint")), offices(visitor, one, &names)))
        (section("history", words.say("people-history"), None, html! { p { a href={ "/history/person/" (one.id) } { (words.say("people-history-link")) } } }))
    };
    Ok(visitor.page(Sheet {
        room: "people",
        title: one.name(),
        body,
        footer: Some(html! { (words.say("people-footer")) }),
    }))
}

/// What somebody should mend in the system of record.
async fn warnings(visitor: &Visitor, one: &One) -> Result<Vec<Markup>, Fault> {
    let words = visitor.words;
    let record = visitor.app.record();
    let scope = keeper(visitor)?;
    let (person, says) = (&one.person, &one.person.particulars);
    let mut told = vec![];
    if person.ended.is_some() {
        return Ok(told);
    }
    if says.email.is_empty() {
        told.push(html! { (words.say("people-warn-no-email")) });
    } else {
        let holders = record.holders_of_address(&scope, &says.email).await?;
        let others: Vec<PersonId> = holders.into_iter().filter(|id| *id != one.id).collect();
        if !others.is_empty() {
            told.push(html! { (words.say("people-warn-shared-email")) " " (links(&record.names(others).await?)) });
        }
    }
    let holds = person.posts_on(visitor.today).next().is_some()
        || person.grants_on(visitor.today).next().is_some();
    if !says.enabled && holds {
        told.push(html! { (words.say("people-warn-disabled")) });
    }
    if says.records.len() > 1 {
        told.push(html! { (words.with("people-warn-records", &[("records", words.list(&says.records).into())])) });
    }
    if !says.employee.is_empty() {
        let same = Filter {
            kind: Some(Kind::Person),
            search: says.employee.clone(),
            limit: Some(20),
            ..Filter::default()
        };
        let mut others = vec![];
        for id in record
            .list(&scope, &same)
            .await?
            .rows
            .iter()
            .filter_map(|row| row.stream.key.parse().ok())
            .filter(|id: &PersonId| *id != one.id)
        {
            if record
                .person(&visitor.actor, id)
                .await?
                .0
                .particulars
                .employee
                == says.employee
            {
                others.push(id);
            }
        }
        if !others.is_empty() {
            told.push(html! { (words.say("people-warn-same-number")) " " (links(&record.names(others).await?)) });
        }
    }
    if person.is_teacher_on(visitor.today) && person.evaluators_on(visitor.today).next().is_none() {
        told.push(html! { (words.say("people-warn-no-evaluator")) });
    }
    Ok(told)
}

fn links(names: &BTreeMap<PersonId, Name>) -> Markup {
    html! { @for (at, (id, name)) in names.iter().enumerate() { @if at > 0 { ", " } a href={ "/people/" (id) } { (name.full()) } } }
}

fn particulars(visitor: &Visitor, one: &One) -> Markup {
    let words = visitor.words;
    let says = &one.person.particulars;
    let mut known: Vec<(String, Markup)> = vec![];
    let mut tell = |key: &str, value: Markup| {
        if !value.0.is_empty() {
            known.push((words.say(key), value));
        }
    };
    tell(
        "people-fact-name",
        html! { (format!("{} {}", says.name.given, says.name.family).trim()) },
    );
    tell("people-fact-pronouns", html! { (says.pronouns) });
    tell("people-fact-email", html! { (says.email) });
    tell("people-fact-number", html! { (says.employee) });
    tell("people-fact-title", html! { (says.job_title) });
    tell("people-fact-area", html! { (says.content_area) });
    tell(
        "people-fact-home",
        html! { @if let Some(school) = says.home_school { (one.school_name(school)) } },
    );
    tell(
        "people-fact-hired",
        html! { @if let Some(on) = says.hired { (date(words, on)) } },
    );
    tell("people-fact-fte", html! { (says.fte) });
    tell(
        "people-fact-employment",
        html! {
            @if let Some(class) = says.employment { (employment(words, class)) }
            @if let Some(year) = says.probationary_year { ", " (words.with("people-probationary-year", &[("year", year.into())])) }
        },
    );
    tell("people-fact-records", html! { (words.list(&says.records)) });
    html! {
        (facts(known))
        @if says.records.is_empty() { (small(words.say("people-by-hand"))) }
    }
}

fn span(visitor: &Visitor, begins: Option<Date>, ends: Option<Date>) -> [Markup; 2] {
    let words = visitor.words;
    let until = match ends {
        Some(on) => date(words, on),
        None => html! { (words.say("people-open-end")) },
    };
    [
        html! { @if let Some(on) = begins { (date(words, on)) } @else { (words.say("people-open-begin")) } },
        until,
    ]
}

fn posts(visitor: &Visitor, one: &One) -> Markup {
    let words = visitor.words;
    let says = &one.person.particulars;
    if says.positions.is_empty() && says.roles.is_empty() {
        return small(words.say("people-no-posts"));
    }
    let columns = |first: &str| {
        [first, "people-at-school", "people-from", "people-until"]
            .map(|key| Column::words(words.say(key)))
            .to_vec()
    };
    let row = |first: Markup, school, begins, ends| {
        let [from, until] = span(visitor, begins, ends);
        vec![first, html! { (one.school_name(school)) }, from, until]
    };
    let positions = says.positions.iter().map(|it| {
        row(
            html! { (post(words, it.post)) },
            it.school,
            it.begins,
            it.ends,
        )
    });
    let roles = says.roles.iter().map(|it| {
        row(
            html! { (it.role) (sub(&it.record)) },
            it.school,
            it.begins,
            it.ends,
        )
    });
    html! {
        (table(&Table { shape: TableShape::Stack, columns: columns("people-the-post"), rows: positions.collect(), ..Table::default() }))
        @if !says.roles.is_empty() {
            (disclosure(words.say("people-roles"), table(&Table { shape: TableShape::Stack, columns: columns("people-role"), rows: roles.collect(), ..Table::default() })))
        }
    }
}

fn evaluators(visitor: &Visitor, one: &One, names: &BTreeMap<PersonId, Name>) -> Markup {
    let words = visitor.words;
    let person = &one.person;
    let mut assigned = person.evaluators.clone();
    assigned.sort_by_key(|it| std::cmp::Reverse(it.begins));
    let lines = assigned.iter().map(|it| {
        let [from, until] = span(visitor, Some(it.begins), it.ends);
        let by_file = person.from_file.iter().any(|file| (file.evaluator, file.school, file.begins) == (it.evaluator, it.school, it.begins));
        let open = it.ends.is_none_or(|ends| ends >= visitor.today);
        let name = names.get(&it.evaluator).map(Name::full).unwrap_or_default();
        vec![
            html! { a href={ "/people/" (it.evaluator) } { (name) } (sub(words.say(if by_file { "people-from-file" } else { "people-by-hand-short" }))) },
            html! { (one.school_name(it.school)) },
            from,
            until,
            html! { @if open { a href={ (one.path()) "/evaluators/end?evaluator=" (it.evaluator) } aria-label=(words.with("people-end-evaluator-of", &[("name", (&name).into())])) { (words.say("people-end")) } } },
        ]
    });
    let columns = [
        "people-evaluator",
        "people-at-school",
        "people-from",
        "people-until",
        "people-change",
    ]
    .map(|key| Column::words(words.say(key)))
    .to_vec();
    html! {
        @if assigned.is_empty() { (small(words.say("people-no-evaluators"))) }
        @else { (table(&Table { shape: TableShape::Stack, columns, rows: lines.collect(), ..Table::default() })) }
        @if person.teaches_at(visitor.today).next().is_some() {
            (acts([link_button(&format!("{}/evaluators", one.path()), words.say("people-assign"))]))
        } @else { (small(words.say("people-teaches-nowhere"))) }
    }
}

fn offices(visitor: &Visitor, one: &One, names: &BTreeMap<PersonId, Name>) -> Markup {
    let words = visitor.words;
    let held: BTreeSet<usize> = one
        .person
        .grants_on(visitor.today)
        .filter_map(|grant| one.person.grants.iter().position(|it| it == grant))
        .collect();
    let lines = one.person.grants.iter().enumerate().rev().map(|(at, grant)| {
        let [from, until] = span(visitor, Some(grant.begins), grant.ends);
        let by = if grant.by == one.id && grant.reason.is_empty() {
            words.say("people-by-command-line")
        } else {
            names.get(&grant.by).map(Name::full).unwrap_or_else(|| words.say("people-by-command-line"))
        };
        vec![
            html! { (office(words, grant.office)) @if let Some(school) = grant.school { (sub(one.school_name(school))) } },
            from,
            until,
            html! { (by) @if !grant.reason.is_empty() { (said(&grant.reason)) } },
            html! { @if held.contains(&at) { a href=(end_of(one, grant)) aria-label=(words.with("people-end-office-of", &[("office", office(words, grant.office).into())])) { (words.say("people-end")) } } },
        ]
    });
    let columns = [
        "people-office",
        "people-from",
        "people-until",
        "people-granted-by",
        "people-change",
    ]
    .map(|key| Column::words(words.say(key)))
    .to_vec();
    html! {
        @if one.person.grants.is_empty() { (small(words.say("people-no-offices"))) }
        @else { (table(&Table { shape: TableShape::Stack, columns, rows: lines.collect(), ..Table::default() })) }
        (acts([link_button(&format!("{}/offices", one.path()), words.say("people-grant"))]))
    }
}

fn end_of(one: &One, grant: &Grant) -> String {
    let school = grant
        .school
        .map(|school| format!("&school={school}"))
        .unwrap_or_default();
    format!(
        "{}/offices/end?office={}{school}",
        one.path(),
        super::offices::word(grant.office)
    )
}
