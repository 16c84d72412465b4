//! The evaluator's caseload and the leader's school: one row a teacher, in the order of the next step.

mod view;

use crate::fault::Fault;
use crate::routes::Routes;
use crate::today::{Owed, unshared};
use crate::visitor::Visitor;
use access::{List, scope};
use axum::extract::Query;
use domain::calendar::Calendar;
use domain::situations::Situation;
use domain::text::folded;
use domain::{Kind, PersonId, YearRecord};
use jiff::civil::Date;
use maud::Markup;
use policy::{Pack, Side};
use serde::Deserialize;
use std::collections::BTreeSet;

/// School days without contact after which the leader is told (issue: "no contact in 20 school days").
const NO_CONTACT: i64 = 20;

pub fn routes(routes: Routes) -> Routes {
    routes.page("/caseload", caseload).page("/school", school)
}

/// What the address says about the list.
#[derive(Deserialize, Default)]
pub struct Wanted {
    #[serde(default)]
    q: String,
    /// `next`, `contact` or `name`.
    #[serde(default)]
    order: String,
    /// `none`: only those without contact for twenty school days.
    #[serde(default)]
    contact: String,
}

/// One teacher's row.
pub struct Row {
    pub record: YearRecord,
    pub next: Option<Owed>,
    pub last: Option<(Date, Kind)>,
    pub situations: Vec<Situation>,
    /// Indicators in the reader's own unshared drafts.
    pub drafted: BTreeSet<String>,
}

async fn caseload(visitor: Visitor, Query(wanted): Query<Wanted>) -> Result<Markup, Fault> {
    list(visitor, List::Caseload, wanted).await
}

async fn school(visitor: Visitor, Query(wanted): Query<Wanted>) -> Result<Markup, Fault> {
    list(visitor, List::School, wanted).await
}

async fn list(visitor: Visitor, list: List, wanted: Wanted) -> Result<Markup, Fault> {
    let scope = scope(&visitor.actor, list).ok_or(Fault::NotFound)?;
    let (year, pack) = visitor.open_year()?;
    let calendar = year.days()?;
    let mut rows = vec![];
    let drafted = drafted(&visitor).await?;
    for record in visitor
        .app
        .record()
        .year_records(&scope, &visitor.year)
        .await?
    {
        let mine = drafted
            .iter()
            .filter(|(teacher, _)| *teacher == record.teacher)
            .map(|(_, indicator)| indicator.clone())
            .collect();
        rows.push(row(record, mine, pack, calendar, visitor.today));
    }
    let all = rows.len();
    let search = folded(wanted.q.trim());
    rows.retain(|row| {
        let named = search.is_empty()
            || folded(&row.record.person.particulars.name.full()).contains(&search);
        named && (wanted.contact != "none" || is_without_contact(row, calendar, visitor.today))
    });
    sort(&mut rows, &wanted.order);
    view::list(&visitor, list, &wanted, pack, calendar, &rows, all).await
}

/// Teachers and indicators of the reader's own unshared lessons.
async fn drafted(visitor: &Visitor) -> Result<Vec<(PersonId, String)>, Fault> {
    let mut found = vec![];
    for unshared in unshared(visitor).await? {
        for draft in visitor
            .app
            .record()
            .drafts(&visitor.actor, &unshared.thing)
            .await?
        {
            if let Some(indicator) = draft
                .field
                .strip_prefix(domain::observations::SCORE_FIELD)
                .filter(|_| !draft.text.is_empty())
            {
                found.push((unshared.teacher, indicator.to_owned()));
            }
        }
    }
    Ok(found)
}

fn row(
    record: YearRecord,
    drafted: BTreeSet<String>,
    pack: &Pack,
    calendar: &Calendar,
    today: Date,
) -> Row {
    let need = domain::today::needs(&record, pack, calendar, today)
        .into_iter()
        .find(|need| need.who == Side::Evaluator);
    let name = record.person.particulars.name.full();
    Row {
        next: need.map(|need| Owed {
            need,
            teacher: record.teacher,
            name,
        }),
        last: record.last_contact(),
        situations: crate::my_year::situation::today(&record, pack)
            .into_iter()
            .map(|found| found.situation)
            .collect(),
        drafted,
        record,
    }
}

/// No contact for twenty school days; nobody is without contact before the year is that old.
fn is_without_contact(row: &Row, calendar: &Calendar, today: Date) -> bool {
    let since = row.last.map_or(calendar.first, |(on, _)| on);
    calendar.school_days(since, today) > NO_CONTACT
}

fn sort(rows: &mut [Row], order: &str) {
    let name = |row: &Row| {
        (
            row.record
                .person
                .particulars
                .name
                .family_used()
                .to_lowercase(),
            row.record.person.particulars.name.full(),
        )
    };
    match order {
        "name" => rows.sort_by_key(name),
        "contact" => rows.sort_by_key(|row| (row.last.map(|(on, _)| on), name(row))),
        _ => rows.sort_by_key(|row| {
            (
                row.next.as_ref().map_or(Date::MAX, |owed| owed.need.due),
                name(row),
            )
        }),
    }
}
