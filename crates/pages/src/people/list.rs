//! The table of people, or of schools.

use super::find::{Found, Wanted};
use super::{post, spoken};
use crate::components::{
    Choice, Column, Field, PageHead, Paging, Search, Shape, Table, TableShape, Tone, acts, date,
    empty, full, link_button, link_main, page_head, paging, search, small, state, sub, table,
};
use crate::fault::Fault;
use crate::visitor::{Sheet, Visitor};
use access::Scope;
use domain::people::school::{School, SchoolKind};
use domain::people::{Name, Person};
use domain::{PersonId, SchoolId};
use maud::{Markup, html};
use record::Listed;
use std::collections::BTreeMap;

pub async fn list(
    visitor: &Visitor,
    scope: &Scope,
    wanted: &Wanted,
    found: Found,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let schools = visitor.app.record().schools().await?;
    let shown = if wanted.are_schools() {
        of_schools(visitor, &schools, &found.rows)
    } else {
        of_people(visitor, scope, &schools, &found.rows).await?
    };
    let nobody = found.count == 0 && wanted.is_everybody();
    let lead = html! { (words.say("people-lead")) };
    let caption = words.with(
        if wanted.are_schools() {
            "people-caption-schools"
        } else {
            "people-caption"
        },
        &[("count", whole(found.count))],
    );
    let body = html! {
        (page_head(words, &PageHead { title: words.say("people-title"), lead: Some(lead), ..PageHead::default() }))
        (full(&words.say("nav-people"), html! {
            @if nobody {
                (empty(words.say("people-nobody"), Some(link_main("/roster/import", words.say("people-import")))))
            } @else {
                (acts([link_button("/roster/import", words.say("people-import"))]))
                (search(words, &finder(visitor, wanted, &schools)))
                @if shown.rows.is_empty() {
                    (empty(words.say("people-none-found"), Some(html! { a href="/people" { (words.say("people-show-all")) } })))
                } @else {
                    (table(&Table { caption: Some(caption), ..shown }))
                    (paging(words, &words.say("people-paging"), &Paging { earlier: found.earlier, later: found.later, shown: None }))
                    (small(words.say("people-note")))
                }
            }
        }))
    };
    Ok(visitor.page(Sheet {
        room: "people",
        title: words.say("nav-people"),
        body,
        footer: None,
    }))
}

fn whole(count: u64) -> words::Value<'static> {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}

fn finder(visitor: &Visitor, wanted: &Wanted, schools: &BTreeMap<SchoolId, School>) -> Search {
    let words = visitor.words;
    let all = |value: &str| {
        if value.is_empty() {
            "all".to_owned()
        } else {
            value.to_owned()
        }
    };
    let choices = |of: &[(&str, &str)]| {
        of.iter()
            .map(|(value, key)| Choice::new(*value, words.say(key)))
            .collect::<Vec<_>>()
    };
    let who = [
        ("all", "people-who-all"),
        ("teacher", "people-who-teachers"),
        ("school_leader", "people-who-leaders"),
        ("other", "people-who-others"),
        ("schools", "people-who-schools"),
    ];
    let mut by_name: Vec<(&SchoolId, &School)> = schools
        .iter()
        .filter(|(_, school)| school.particulars.kind == SchoolKind::School)
        .collect();
    by_name.sort_by_key(|(_, school)| school.particulars.name.to_lowercase());
    let of_schools = std::iter::once(Choice::new("all", words.say("people-school-all")))
        .chain(
            by_name
                .into_iter()
                .map(|(id, school)| Choice::new(id.to_string(), &school.particulars.name)),
        )
        .collect();
    let access = [
        ("all", "people-access-all"),
        ("yes", "people-access-yes"),
        ("no", "people-access-no"),
    ];
    let filters = html! {
        (Field::select("who", words.say("people-who"), choices(&who)).value(all(&wanted.who)).quiet().markup(words))
        (Field::select("school", words.say("people-school"), of_schools).value(all(&wanted.school)).quiet().markup(words))
        (Field::select("access", words.say("people-access"), choices(&access)).value(all(&wanted.access)).quiet().markup(words))
    };
    Search {
        action: "/people".to_owned(),
        label: words.say("people-find"),
        value: wanted.q.clone(),
        kept: vec![],
        filters: Some(filters),
        orders: vec![],
    }
}

fn of_schools(visitor: &Visitor, schools: &BTreeMap<SchoolId, School>, rows: &[Listed]) -> Table {
    let words = visitor.words;
    let found = rows
        .iter()
        .filter_map(|row| row.stream.key.parse().ok())
        .filter_map(|id: SchoolId| Some((id, schools.get(&id)?)));
    Table {
        shape: TableShape::Stack,
        columns: ["people-school-name", "people-school-kind", "people-school-number", "people-state"].map(|key| Column::words(words.say(key))).to_vec(),
        rows: found
            .map(|(id, school)| {
                vec![
                    html! { @if school.particulars.kind == SchoolKind::School { a href={ "/people?school=" (id) } { (school.particulars.name) } } @else { (school.particulars.name) } },
                    html! { (words.say(kind(school.particulars.kind))) },
                    html! { (school.particulars.identifier) },
                    match school.ended {
                        Some(on) => state(Shape::Bar, Tone::Quiet, words.with("people-ended", &[("date", words.date(on).into())])),
                        None => state(Shape::Disc, Tone::Plain, words.say("people-school-open")),
                    },
                ]
            })
            .collect(),
        ..Table::default()
    }
}

fn kind(kind: SchoolKind) -> &'static str {
    match kind {
        SchoolKind::School => "people-kind-school",
        SchoolKind::Department => "people-kind-department",
        SchoolKind::District => "people-kind-district",
    }
}

async fn of_people(
    visitor: &Visitor,
    scope: &Scope,
    schools: &BTreeMap<SchoolId, School>,
    rows: &[Listed],
) -> Result<Table, Fault> {
    let words = visitor.words;
    let record = visitor.app.record();
    let mut people = vec![];
    for id in rows
        .iter()
        .filter_map(|row| row.stream.key.parse::<PersonId>().ok())
    {
        let (person, _) = record.person(&visitor.actor, id).await?;
        let holders = if person.particulars.email.is_empty() {
            0
        } else {
            record
                .holders_of_address(scope, &person.particulars.email)
                .await?
                .len()
        };
        people.push((id, person, holders));
    }
    let evaluators: Vec<PersonId> = people
        .iter()
        .flat_map(|(_, person, _)| person.evaluators_on(visitor.today).map(|it| it.evaluator))
        .collect();
    let names = record.names(evaluators).await?;
    Ok(Table {
        shape: TableShape::Stack,
        columns: [
            "people-name",
            "people-post",
            "people-email",
            "people-evaluator",
            "people-state",
        ]
        .map(|key| Column::words(words.say(key)))
        .to_vec(),
        rows: people
            .iter()
            .map(|(id, person, holders)| cells(visitor, *id, person, *holders, schools, &names))
            .collect(),
        ..Table::default()
    })
}

fn cells(
    visitor: &Visitor,
    id: PersonId,
    person: &Person,
    holders: usize,
    schools: &BTreeMap<SchoolId, School>,
    names: &BTreeMap<PersonId, Name>,
) -> Vec<Markup> {
    let words = visitor.words;
    let says = &person.particulars;
    let school = |id: SchoolId| {
        schools
            .get(&id)
            .map(|school| school.particulars.name.clone())
            .unwrap_or_default()
    };
    let offices: Vec<String> = person
        .grants_on(visitor.today)
        .map(|grant| spoken::office(words, grant.office))
        .collect();
    let evaluators: Vec<String> = person
        .evaluators_on(visitor.today)
        .filter_map(|it| names.get(&it.evaluator))
        .map(Name::full)
        .collect();
    vec![
        html! { a href={ "/people/" (id) } { (says.name.full()) } @if !says.employee.is_empty() { (sub(&says.employee)) } },
        html! {
            @for position in person.posts_on(visitor.today) { div { (words.with("people-post-at", &[("post", post(words, position.post).into()), ("school", school(position.school).into())])) } }
            @if !says.job_title.is_empty() { (sub(&says.job_title)) }
            @for office in offices { (sub(office)) }
        },
        email(visitor, &says.email, holders),
        html! {
            @if !evaluators.is_empty() { (words.list(&evaluators)) }
            @else if person.is_teacher_on(visitor.today) { (state(Shape::Diamond, Tone::Soon, words.say("people-no-evaluator"))) }
        },
        access_state(visitor, person),
    ]
}

/// The address, or why nobody signs in by it.
fn email(visitor: &Visitor, email: &str, holders: usize) -> Markup {
    let words = visitor.words;
    if email.is_empty() {
        return state(Shape::Diamond, Tone::Soon, words.say("people-email-none"));
    }
    html! { (email) @if holders > 1 { (sub(state(Shape::Diamond, Tone::Soon, words.say("people-email-shared")))) } }
}

/// Whether the person may use the system, in a word.
pub fn access_state(visitor: &Visitor, person: &Person) -> Markup {
    let words = visitor.words;
    match person.ended {
        Some(on) => {
            html! { (state(Shape::Bar, Tone::Quiet, words.say("people-gone"))) (sub(date(words, on))) }
        }
        None if !person.particulars.enabled => {
            state(Shape::Bar, Tone::Soon, words.say("people-disabled"))
        }
        None => state(Shape::Disc, Tone::Plain, words.say("people-has-access")),
    }
}
