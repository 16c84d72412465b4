//! The school year as the administrator opens it: the pack that it adopts, and its days.

mod confirmations;
mod document;
mod effect;
mod proposals;
pub mod sources;
mod values;
mod view;

pub use values::called as value_called;

use crate::fault::Fault;
use crate::refusals;
use crate::routes::Routes;
use crate::typed::Typed;
use crate::visitor::{Visitor, form_key};
use access::{Action, Decision, Subject, may};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::calendar::{Calendar, DaysOff};
use domain::school_year::{Adopted, Command as YearCommand};
use domain::{Command, Kind, Stream, YearId};
use jiff::civil::Date;
use maud::Markup;

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/policy", document::show)
        .page("/policy/effect", effect::show)
        .page("/policy/changes", proposals::list)
        .post("/policy/changes", proposals::propose)
        .page("/policy/changes/new", proposals::new)
        .page("/policy/changes/{number}", proposals::show)
        .post("/policy/changes/{number}", proposals::end)
        .page("/policy/values", confirmations::list)
        .page("/policy/values/{question}", confirmations::show)
        .post("/policy/values/{question}", confirmations::confirm)
        .post("/policy/values/{question}/back", confirmations::take_back)
        .page("/sources", sources::legend)
        .page("/year", show)
        .page("/year/pack", choose_pack)
        .post("/year/pack", adopt)
        .page("/year/days", days)
        .post("/year/days", enter_days)
}

/// Rows for days off that the form always offers beyond those entered.
const SPARE_ROWS: usize = 3;

/// The year, for whoever may read it.
async fn reader(visitor: &Visitor) -> Result<Subject, Fault> {
    let year = Stream::of(Kind::SchoolYear, &visitor.year);
    let subject = visitor.app.record().subject(&year).await?;
    match may(&visitor.actor, Action::ReadSchoolYear, &subject) {
        Decision::Allowed(_) => Ok(subject),
        Decision::Denied(denied) => Err(denied.into()),
    }
}

/// Only whoever keeps the year. Everybody may know that it is kept.
async fn keeper(visitor: &Visitor, action: Action) -> Result<(), Fault> {
    let subject = visitor
        .app
        .record()
        .subject(&Stream::of(Kind::SchoolYear, &visitor.year))
        .await?;
    match may(&visitor.actor, action, &subject) {
        Decision::Allowed(_) => Ok(()),
        Decision::Denied(denied) => Err(denied.into()),
    }
}

async fn show(visitor: Visitor) -> Result<Markup, Fault> {
    keeper(&visitor, Action::EnterDays).await?;
    Ok(view::show(&visitor))
}

async fn choose_pack(visitor: Visitor) -> Result<Markup, Fault> {
    keeper(&visitor, Action::AdoptPack).await?;
    Ok(view::choose(&visitor, "", "", None))
}

async fn adopt(visitor: Visitor, typed: Typed) -> Result<Response, Fault> {
    keeper(&visitor, Action::AdoptPack).await?;
    let (name, reason) = (typed.get("pack"), typed.get("reason"));
    let Some(offer) = visitor.app.packs().iter().find(|offer| offer.name == name) else {
        let page = view::choose(
            &visitor,
            name,
            reason,
            Some(visitor.words.say("school-year-choose-pack")),
        );
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let year = visitor.year.clone();
    let version = policy::load(&offer.files).map_or(0, |pack| pack.version);
    let adopted = Adopted::new(offer.name.clone(), version, offer.files.clone());
    let command = YearCommand::AdoptPack {
        year,
        adopted,
        reason: reason.to_owned(),
    };
    match carry_out(&visitor, &typed, command).await {
        Ok(()) => Ok(Redirect::to("/year").into_response()),
        Err(record::Fault::Refused(refusal)) => {
            let page = view::choose(
                &visitor,
                name,
                reason,
                Some(refusals::sentence(visitor.words, &refusal)),
            );
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(record::Fault::Changed(_)) => {
            let error = visitor.words.say("error-409-again");
            let page = view::choose(&visitor, name, reason, Some(error));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// The days as typed: dates as the controls send them, so that a wrong one comes back as it was.
#[derive(Clone, Debug, Default)]
pub struct TypedDays {
    pub first: String,
    pub last: String,
    /// From, to, label.
    pub off: Vec<[String; 3]>,
}

impl TypedDays {
    fn of(calendar: Option<&Calendar>) -> Self {
        let mut typed = Self::default();
        if let Some(calendar) = calendar {
            typed.first = calendar.first.to_string();
            typed.last = calendar.last.to_string();
            typed.off = calendar
                .days_off
                .iter()
                .map(|off| [off.from.to_string(), off.to.to_string(), off.label.clone()])
                .collect();
        }
        typed.with_spare_rows()
    }

    fn from_form(typed: &Typed) -> Self {
        let column = |name| {
            typed
                .all(name)
                .map(ToOwned::to_owned)
                .collect::<Vec<String>>()
        };
        let (from, to, label) = (column("off_from"), column("off_to"), column("off_label"));
        let off = from
            .into_iter()
            .zip(to)
            .zip(label)
            .map(|((from, to), label)| [from, to, label]);
        Self {
            first: typed.get("first").to_owned(),
            last: typed.get("last").to_owned(),
            off: off.collect(),
        }
    }

    fn with_spare_rows(mut self) -> Self {
        self.off
            .extend(std::iter::repeat_with(Default::default).take(SPARE_ROWS));
        self
    }

    /// The calendar, or the id of the first field that cannot be read.
    fn calendar(&self) -> Result<Calendar, String> {
        let read = |text: &str, field: String| text.trim().parse::<Date>().map_err(|_| field);
        let mut days_off = vec![];
        for (n, [from, to, label]) in self.off.iter().enumerate() {
            if from.trim().is_empty() && to.trim().is_empty() && label.trim().is_empty() {
                continue;
            }
            let from = read(from, format!("off_from_{n}"))?;
            let to = if to.trim().is_empty() {
                from
            } else {
                read(to, format!("off_to_{n}"))?
            };
            days_off.push(DaysOff {
                from,
                to,
                label: label.clone(),
            });
        }
        Ok(Calendar {
            first: read(&self.first, "first".to_owned())?,
            last: read(&self.last, "last".to_owned())?,
            days_off,
        })
    }
}

async fn days(visitor: Visitor) -> Result<Markup, Fault> {
    keeper(&visitor, Action::EnterDays).await?;
    Ok(view::days(
        &visitor,
        &TypedDays::of(visitor.school_year.year.calendar.as_ref()),
        None,
    ))
}

async fn enter_days(visitor: Visitor, typed: Typed) -> Result<Response, Fault> {
    keeper(&visitor, Action::EnterDays).await?;
    let words = visitor.words;
    let days = TypedDays::from_form(&typed);
    let shown = |status: StatusCode, field: String, sentence: String| {
        let page = view::days(
            &visitor,
            &days.clone().with_spare_rows(),
            Some((field, sentence)),
        );
        (status, page).into_response()
    };
    let again = |field, sentence| shown(StatusCode::UNPROCESSABLE_ENTITY, field, sentence);
    let calendar = match days.calendar() {
        Ok(calendar) => calendar,
        Err(field) => return Ok(again(field, words.say("school-year-no-date"))),
    };
    match carry_out(
        &visitor,
        &typed,
        YearCommand::EnterDays {
            year: visitor.year.clone(),
            calendar,
        },
    )
    .await
    {
        Ok(()) => Ok(Redirect::to("/year").into_response()),
        Err(record::Fault::Refused(refusal)) => Ok(again(
            "first".to_owned(),
            refusals::sentence(words, &refusal),
        )),
        Err(record::Fault::Changed(_)) => Ok(shown(
            StatusCode::CONFLICT,
            "first".to_owned(),
            words.say("error-409-again"),
        )),
        Err(fault) => Err(fault.into()),
    }
}

async fn carry_out(
    visitor: &Visitor,
    typed: &Typed,
    command: YearCommand,
) -> Result<(), record::Fault> {
    let key = crate::components::FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    };
    let stream = Stream::of(Kind::SchoolYear, &visitor.year);
    visitor
        .carry_out(stream, key, Command::SchoolYear(command), vec![])
        .await
        .map(drop)
}

/// The key of a form of this year, at the version that the page shows.
fn key(visitor: &Visitor) -> crate::components::FormKey {
    form_key(Some(visitor.school_year.version))
}

/// The year after the one shown, for the words of the page.
fn next_year(year: &YearId) -> YearId {
    YearId::beginning_in(year.begins() + 1)
}
