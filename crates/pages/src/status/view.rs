//! The page of a teacher's status.

use super::{Basis, spoken, statements, trace};
use crate::components::{
    Column, Crumb, PageHead, Table, TableShape, facts, link_button, page_head, rows, section,
    small, sub, table,
};
use crate::fault::Fault;
use crate::form::Form;
use crate::people::employment;
use crate::visitor::{Sheet, Visitor};
use access::Action;
use domain::YearRecord;
use domain::status::{Course, Line, Origin, Standing};
use maud::{Markup, html};

/// Pages of the toolkit that say how status works and what one can do.
const TOOLKIT: [&str; 2] = ["status", "disagreeing"];

pub async fn show(basis: &Basis<'_>, form: &Form<'_>) -> Result<Markup, Fault> {
    let words = basis.words;
    let title = if basis.own {
        words.say("status-title-own")
    } else {
        let name = basis.full(basis.teacher());
        words.with("status-title", &[("name", name.into())])
    };
    let head = PageHead {
        crumbs: crumbs(basis).await?,
        title: title.clone(),
        lead: Some(html! { (spoken::standing(words, &basis.trace.standing)) }),
        ..PageHead::default()
    };
    let known = basis.trace.standing != Standing::Unknown;
    let open = basis.trace.line(&basis.course.year).is_none();
    let body = html! {
        (form.summary())
        (page_head(words, &head))
        (section("where", words.say("status-where"), None, stands(basis)))
        @if known { (section("years", words.say("status-years"), Some(&words.say("status-years-hint")), trace::years(basis, &basis.trace))) }
        @if known && open && basis.trace.standing != Standing::Outside {
            (section("this-year", words.say("status-this-year"), Some(&words.say("status-this-year-hint")), this_year(basis)))
        }
        (section("means", words.say("status-means"), None, means(basis)))
        (section("can-do", words.say(if basis.own { "status-can-do" } else { "status-teacher-can-do" }), None, can_do(basis)))
        (section("stated", words.say("status-stated"), Some(&words.say("status-stated-hint")), statements::made(basis, form)))
        @if basis.states { (section("state", words.say("status-state"), None, statements::state(basis, form))) }
        (section("who-can-see", words.say("history-who-can-see"), None, who_can_see(basis)))
    };
    Ok(basis.visitor.page(Sheet {
        room: room(basis),
        title,
        body,
        footer: Some(crate::my_year::pack_line(basis.visitor, basis.pack)),
    }))
}

fn room(basis: &Basis<'_>) -> &'static str {
    match (basis.own, basis.leads()) {
        (true, _) => "my-year",
        (_, true) => "school",
        _ => "counts",
    }
}

async fn crumbs(basis: &Basis<'_>) -> Result<Vec<Crumb>, Fault> {
    let words = basis.words;
    let name = basis.full(basis.teacher());
    if basis.own || basis.leads() {
        let here = words.say("status-crumb");
        return Ok(crate::way::to(basis.visitor, basis.teacher(), &name, here));
    }
    // HR's partner and the office come from the list of a school, and read nothing else of the year.
    let mut crumbs = vec![Crumb::link(words.say("nav-counts"), "/counts")];
    for (school, label) in super::school::open(basis.visitor).await? {
        if basis.schools.contains(&school) {
            crumbs.push(Crumb::link(label, super::school::address(school)));
        }
    }
    crumbs.push(Crumb::here(name));
    Ok(crumbs)
}

fn stands(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    let class = basis.trace.class.map_or_else(
        || words.say("status-unknown"),
        |class| employment(words, class),
    );
    let standing = &basis.trace.standing;
    html! {
        (facts([
            (words.say("status-by-years"), trace::mark(standing, spoken::short(words, standing))),
            (words.say("status-by-hr"), html! { (class) }),
            (words.say("status-latest"), statements::latest(basis)),
        ]))
        (trace::findings(words, &basis.trace))
    }
}

/// Each rating that is still possible, what the year would then do, and where that leads.
fn this_year(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    let columns = ["if", "would", "then"]
        .map(|key| Column::words(words.say(&format!("status-column-{key}"))))
        .to_vec();
    let rows = basis.pack.rating.ratings.iter().rev().map(|rating| {
        let then = basis.course.if_rated(&rating.id, basis.pack);
        let did = then.line(&basis.course.year);
        vec![
            html! { (spoken::rating(words, basis.pack, Some(&rating.id))) },
            html! { @if let Some(line) = did { (trace::did(words, &then, line)) } },
            trace::mark(&then.standing, spoken::short(words, &then.standing)),
        ]
    });
    table(&Table {
        shape: TableShape::Stack,
        columns,
        rows: rows.collect(),
        ..Table::default()
    })
}

/// What the standing means, what it does not, and by which numbers.
fn means(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    let own = format!("status-means-{}", basis.trace.standing.as_str());
    html! {
        (rows([own.as_str(), "status-means-apart", "status-means-not-by-itself"].map(|key| html! { (words.say(key)) })))
        (trace::numbers(words, &basis.trace))
    }
}

fn can_do(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    let tag = words.language().tag();
    let pages = basis.visitor.library.pages();
    let pages = pages
        .filter(|shown| TOOLKIT.contains(&shown.id.as_str()))
        .map(|shown| {
            html! {
                a href=(crate::library::address(&shown.id)) { (shown.page.title.get(tag)) }
                (sub(shown.page.summary.get(tag)))
            }
        });
    let answer = (basis.own && !basis.course.status.stated.is_empty())
        .then(|| html! { a href="#answer" { (words.say("status-do-answer")) } });
    let rating = (basis.own || basis.leads()).then(|| {
        let address = format!("/teachers/{}/rating", basis.teacher());
        html! { a href=(address) { (words.say("status-do-rating")) } }
    });
    let imported = |line: &Line| line.origin == Some(Origin::Imported);
    let file =
        (basis.trace.lines.iter().any(imported)).then(|| html! { (words.say("status-do-file")) });
    rows(answer.into_iter().chain(rating).chain(file).chain(pages))
}

fn who_can_see(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    html! {
        p { (words.say("status-sees")) }
        (small(words.say("status-sees-nobody-else")))
        @if !basis.course.status.stated.is_empty() {
            p { a href=(crate::history::things::history(&super::stream(&basis.course))) { (words.say("history-open-thing")) } }
        }
    }
}

/// The sentence of a year's page and of a rating, with the way to the page, for whoever may read the status.
pub fn door(visitor: &Visitor, record: &YearRecord) -> Option<Markup> {
    if !crate::ratings::allowed(visitor, record, Action::ReadStatus) {
        return None;
    }
    // By the pack that holds now, as it would be stated.
    let (_, pack) = visitor.open_year().ok()?;
    let words = visitor.words;
    let standing = Course::of(record).trace(pack).standing;
    let address = super::address(record.teacher);
    Some(section(
        "status",
        words.say("status-section"),
        None,
        html! {
            p { (trace::mark(&standing, spoken::standing(words, &standing))) }
            @if matches!(standing, Standing::AtRisk { .. } | Standing::Lost { .. }) { p { (words.say("status-means-apart")) } }
            p { (link_button(&address, words.say("status-open"))) }
        },
    ))
}
