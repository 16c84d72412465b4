//! Today: everybody's first page. What needs me, for whom, by when and why; one action each. Nothing that needs nobody
//! stands there.

mod needs;
mod view;

pub use needs::{Owed, action, address, brief, distance, title, why};

use crate::fault::Fault;
use crate::routes::Routes;
use crate::visitor::Visitor;
use access::{List, scope};
use axum::http::HeaderMap;
use domain::observations::{ON_FIELD, TEACHER_FIELD};
use domain::today::What;
use domain::{Kind, Stream, YearRecord};
use jiff::civil::Date;
use maud::Markup;
use policy::Side;

pub fn routes(routes: Routes) -> Routes {
    routes.page("/", today)
}

/// A lesson that is written down and not shared.
pub struct Unshared {
    pub thing: Stream,
    pub teacher: domain::PersonId,
    pub on: Date,
}

async fn today(visitor: Visitor, headers: HeaderMap) -> Result<Markup, Fault> {
    let Ok((year, pack)) = visitor.open_year() else {
        return Ok(view::not_open(&visitor));
    };
    let calendar = year.days().ok();
    let mut owed = vec![];
    let caseload = caseload(&visitor).await?;
    if let Some(calendar) = calendar {
        for record in &caseload {
            for need in domain::today::needs(record, pack, calendar, visitor.today) {
                if need.who == Side::Evaluator {
                    owed.push(Owed {
                        need,
                        teacher: record.teacher,
                        name: record.person.particulars.name.full(),
                    });
                }
            }
        }
        for unshared in unshared(&visitor).await? {
            if let Some(record) = caseload
                .iter()
                .find(|record| record.teacher == unshared.teacher)
            {
                owed.push(needs::share(unshared, record, calendar));
            }
        }
        if visitor.actor.teaches() {
            let record = visitor.year_of(visitor.id()).await?;
            for need in domain::today::needs(&record, pack, calendar, visitor.today) {
                if need.who == Side::Teacher {
                    owed.push(Owed {
                        need,
                        teacher: record.teacher,
                        name: String::new(),
                    });
                }
            }
        }
    }
    if let Some(calendar) = calendar {
        owed.extend(decisions(&visitor, pack, calendar).await?);
    }
    owed.sort_by(|a, b| (a.need.due, &a.name).cmp(&(b.need.due, &b.name)));
    let questions = crate::questions::due(&visitor).await?;
    let house = view::House {
        pages: crate::library::waiting(&visitor).await?,
        feedback: crate::feedback::on_today(&visitor, &headers).await?,
    };
    Ok(view::today(
        &visitor,
        calendar,
        &owed,
        &questions,
        caseload.len(),
        house,
    ))
}

/// Decisions near a cut: those that the visitor, as the school's leader, owes, and those that wait for the visitor as
/// the second reader.
async fn decisions(
    visitor: &Visitor,
    pack: &policy::Pack,
    calendar: &domain::calendar::Calendar,
) -> Result<Vec<Owed>, Fault> {
    let store = visitor.app.record();
    let opened = pack
        .window("end_of_year")
        .is_some_and(|window| window.opens <= visitor.today);
    let mut records = store.decisions_waiting(&visitor.actor).await?;
    let mut owed = vec![];
    if let Some(scope) = scope(&visitor.actor, List::School).filter(|_| opened) {
        records.extend(store.year_records(&scope, &visitor.year).await?);
    }
    for record in records {
        let mine = |what: &What| match what {
            What::Decide => visitor.actor.leads().next().is_some(),
            _ => record
                .decision
                .waiting()
                .is_some_and(|choice| choice.reader == visitor.id()),
        };
        let need = domain::today::decision(&record, pack, calendar, visitor.today);
        if let Some(need) = need.filter(|need| mine(&need.what))
            && !owed.iter().any(|it: &Owed| it.teacher == record.teacher)
        {
            owed.push(Owed {
                need,
                teacher: record.teacher,
                name: record.person.particulars.name.full(),
            });
        }
    }
    Ok(owed)
}

/// The years of the teachers on the visitor's caseload; empty for everybody else.
pub async fn caseload(visitor: &Visitor) -> Result<Vec<YearRecord>, Fault> {
    match scope(&visitor.actor, List::Caseload) {
        Some(scope) => Ok(visitor
            .app
            .record()
            .year_records(&scope, &visitor.year)
            .await?),
        None => Ok(vec![]),
    }
}

/// Lessons of the visitor's own that are drafted and not shared.
pub async fn unshared(visitor: &Visitor) -> Result<Vec<Unshared>, Fault> {
    let record = visitor.app.record();
    let mut found = vec![];
    for begun in record.drafts_begun(&visitor.actor, 200).await? {
        if begun.thing.kind != Kind::Observation {
            continue;
        }
        let drafts = record.drafts(&visitor.actor, &begun.thing).await?;
        let text = |field| crate::drafts::text_of(&drafts, visitor.id(), field);
        if let Ok(teacher) = text(TEACHER_FIELD).parse() {
            // Until its date is typed, a lesson is of the day on which it was written.
            let on = text(ON_FIELD)
                .parse()
                .unwrap_or_else(|_| visitor.local(begun.at).date());
            found.push(Unshared {
                thing: begun.thing,
                teacher,
                on,
            });
        }
    }
    Ok(found)
}
