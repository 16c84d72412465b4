//! A school's teachers with the standing to which their years come: names and standings, no ratings.

use super::{spoken, trace};
use crate::components::{
    Column, Crumb, PageHead, Table, TableShape, empty, full, link_plain, page_head, rows, small,
    table,
};
use crate::fault::Fault;
use crate::visitor::{Sheet, Visitor};
use access::{List, scope};
use axum::extract::Path;
use domain::SchoolId;
use domain::people::school::SchoolKind;
use domain::status::Course;
use maud::{Markup, html};

/// The address of a school's list.
pub fn address(school: SchoolId) -> String {
    format!("/schools/{school}/status")
}

/// The schools whose list the visitor may open, by name.
pub async fn open(visitor: &Visitor) -> Result<Vec<(SchoolId, String)>, Fault> {
    let schools = visitor.app.record().schools().await?;
    let mut open: Vec<(SchoolId, String)> = schools
        .into_iter()
        .filter(|(_, school)| school.particulars.kind == SchoolKind::School)
        .filter(|(id, _)| scope(&visitor.actor, List::Status(*id)).is_some())
        .map(|(id, school)| (id, school.particulars.name))
        .collect();
    open.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(open)
}

/// The ways to the lists, and for the performance office to the import.
pub async fn doors(visitor: &Visitor) -> Result<Markup, Fault> {
    let words = visitor.words;
    let open = open(visitor).await?;
    let imports = super::import::is_open(visitor);
    Ok(html! {
        @if !open.is_empty() {
            p { (words.say("status-doors")) }
            (rows(open.into_iter().map(|(school, name)| html! { a href=(address(school)) { (name) } })))
            @if imports { p { (link_plain("/status/import", words.say("status-import-title"))) } }
        }
    })
}

pub async fn show(visitor: Visitor, Path(school): Path<String>) -> Result<Markup, Fault> {
    let words = visitor.words;
    let school: SchoolId = school.parse().map_err(|_| Fault::NotFound)?;
    let scope = scope(&visitor.actor, List::Status(school)).ok_or(Fault::NotFound)?;
    let record = visitor.app.record();
    let name = match record.schools().await?.remove(&school) {
        Some(school) => school.particulars.name,
        None => return Err(Fault::NotFound),
    };
    let (_, pack) = visitor.open_year()?;
    let courses = record.courses(&scope, &visitor.year).await?;
    let people = visitor
        .colleagues(courses.iter().map(|course| course.teacher))
        .await?;
    let mut listed: Vec<(String, &Course)> = courses
        .iter()
        .filter_map(|course| Some((people.get(&course.teacher)?.name.full(), course)))
        .collect();
    listed.sort_by(|a, b| a.0.cmp(&b.0));
    let lines = listed
        .into_iter()
        .map(|(name, course)| {
            let now = course.trace(pack);
            let stated = match course.status.latest() {
                None => words.say("status-not-stated"),
                Some(it) if *it.trace == now => {
                    words.with("status-stated-on", &[("date", words.date(it.on).into())])
                }
                Some(_) => words.say("status-changed-since"),
            };
            vec![
                html! { a href=(super::address(course.teacher)) { (name) } },
                trace::mark(&now.standing, spoken::short(words, &now.standing)),
                html! { (stated) },
            ]
        })
        .collect::<Vec<_>>();
    let leads = visitor.actor.leads().any(|led| led == school);
    let (room, home) = if leads {
        ("school", "/school")
    } else {
        ("counts", "/counts")
    };
    let title = words.with("status-school-title", &[("school", name.clone().into())]);
    let head = PageHead {
        crumbs: vec![
            Crumb::link(words.say(&format!("nav-{room}")), home),
            Crumb::here(words.say("status-crumb")),
        ],
        title: title.clone(),
        lead: Some(html! { (words.say("status-school-lead")) }),
        ..PageHead::default()
    };
    let columns = ["teacher", "stands", "stated"]
        .map(|key| Column::words(words.say(&format!("status-column-{key}"))))
        .to_vec();
    let body = html! {
        (page_head(words, &head))
        (full(&title, html! {
            @if lines.is_empty() { (empty(words.say("status-school-nobody"), None)) }
            @else {
                (table(&Table { shape: TableShape::Stack, columns, rows: lines, ..Table::default() }))
                @if visitor.person.teaches_at(visitor.today).any(|at| at == school) { (small(words.say("status-school-note"))) }
            }
        }))
    };
    Ok(visitor.page(Sheet {
        room,
        title,
        body,
        footer: Some(crate::my_year::pack_line(&visitor, pack)),
    }))
}
