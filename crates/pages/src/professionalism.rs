//! Professionalism: the teacher's self-rating and the evaluator's rating at mid-year and at the end of the year, side by
//! side. Each side drafts alone; what is sent is seen by both.

mod compare;
mod rate;
mod send;

use crate::fault::Fault;
use crate::form::{Form, clean};
use crate::my_year::{YearPage, everybody};
use crate::routes::Routes;
use crate::visitor::Visitor;
use access::{Action, may};
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use domain::observations::Seen;
use domain::professionalism::{Moment, Sent, faults};
use domain::text::LONGEST;
use domain::{Context, Kind, PersonId, Refusal, Stream};
use policy::{Framework, Side};
use serde::Deserialize;
use std::collections::BTreeMap;

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/teachers/{teacher}/professionalism/{moment}", show)
        .post("/teachers/{teacher}/professionalism/{moment}", send::act)
}

/// One moment of the year, as its reader takes part in it.
pub struct Rating<'a> {
    pub visitor: &'a Visitor,
    pub page: YearPage,
    pub moment: Moment,
    /// Nobody's for a reader who does not rate: the school leader.
    pub side: Option<Side>,
    pub form: Form<'a>,
}

#[derive(Deserialize, Default)]
struct Wanted {
    /// The ratings as the other side will read them.
    read: Option<String>,
    /// They were sent just now.
    sent: Option<String>,
}

async fn show(
    visitor: Visitor,
    Path((teacher, moment)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Fault> {
    let mut rating = Rating::find(&visitor, &teacher, &moment).await?;
    if wanted.read.is_some() && rating.side.is_some() {
        return send::read_page(&mut rating, None).await;
    }
    let said = wanted.sent.map(|_| "professionalism-flash-sent");
    Ok(rate::page(&rating, said).await?.into_response())
}

impl<'a> Rating<'a> {
    async fn find(visitor: &'a Visitor, teacher: &str, moment: &str) -> Result<Self, Fault> {
        let moment = Moment::from_word(moment).ok_or(Fault::NotFound)?;
        let teacher: PersonId = teacher.parse().map_err(|_| Fault::NotFound)?;
        let record = visitor.year_of(teacher).await?;
        let stream = Stream::of_year(Kind::Professionalism, teacher, &record.year);
        let subject = visitor.app.record().subject(&stream).await?;
        let side = [
            (Side::Teacher, Action::RateSelf),
            (Side::Evaluator, Action::RateProfessionalism),
        ]
        .into_iter()
        .find(|(_, action)| may(&visitor.actor, *action, &subject).is_allowed())
        .map(|(side, _)| side);
        let people = visitor
            .colleagues(everybody(&record, visitor.today))
            .await?;
        let form = Form::of(visitor, &stream).await?;
        Ok(Self {
            visitor,
            page: YearPage {
                own: teacher == visitor.id(),
                record,
                people,
            },
            moment,
            side,
            form,
        })
    }

    pub fn address(&self) -> String {
        format!(
            "/teachers/{}/professionalism/{}",
            self.page.record.teacher,
            self.moment.as_str()
        )
    }

    /// What a side last sent at this moment.
    pub fn sent(&self, side: Side) -> Option<&Sent> {
        self.page.record.professionalism.sent(self.moment, side)
    }

    /// What the reader's own side last sent.
    fn own(&self) -> Option<&Sent> {
        self.side.and_then(|side| self.sent(side))
    }

    pub fn score_field(&self, indicator: &str) -> String {
        format!("{}.score.{indicator}", self.moment.as_str())
    }

    pub fn text_field(&self, indicator: &str) -> String {
        format!("{}.text.{indicator}", self.moment.as_str())
    }

    /// The score and the text that the reader's own side last sent for an indicator.
    pub fn before(&self, indicator: &str) -> (String, String) {
        let sent = self.own().and_then(|sent| sent.seen.get(indicator));
        let score = sent
            .and_then(|seen| seen.score)
            .map(|score| score.to_string())
            .unwrap_or_default();
        (score, sent.map_or("", |seen| &seen.text).to_owned())
    }

    /// What stands in the form for an indicator: typed, drafted, or sent before.
    pub fn value(&self, indicator: &str) -> (String, String) {
        let (score, text) = self.before(indicator);
        (
            self.form
                .value_or(&self.score_field(indicator), &score)
                .to_owned(),
            self.form
                .value_or(&self.text_field(indicator), &text)
                .to_owned(),
        )
    }

    /// The ratings as they were written, when nothing keeps them from being sent; else every problem is in the form.
    pub fn seen(&mut self) -> Result<Option<BTreeMap<String, Seen>>, Fault> {
        let (year, pack) = self.visitor.open_year()?;
        let side = self.side.ok_or(Fault::Forbidden)?;
        let mut seen = BTreeMap::new();
        let mut refusals = vec![];
        for indicator in pack.framework.professionalism() {
            let (score, text) = self.value(&indicator.id);
            let level = score.trim().parse::<u8>().ok();
            if level.is_none() && !score.trim().is_empty() {
                refusals.push(Refusal::ScoreOutOfRange {
                    indicator: indicator.id.clone(),
                    lowest: pack.framework.min,
                    highest: pack.framework.max,
                });
            }
            let text = clean(&text);
            if level.is_some() || !text.is_empty() {
                seen.insert(indicator.id.clone(), Seen { score: level, text });
            }
        }
        let cx = Context {
            actor: self.visitor.id(),
            now: self.visitor.app.record().now(),
            today: self.visitor.today,
            year: Some(year),
            record: Some(&self.page.record),
            directory: None,
            answering: None,
            drafts: &[],
            gathered: None,
        };
        refusals.extend(faults(self.moment, side, &seen, &cx));
        for refusal in &refusals {
            let field = self.field_of(&pack.framework, refusal);
            self.form.refused(&field, refusal);
        }
        Ok((!self.form.is_wrong()).then_some(seen))
    }

    /// The control that a refusal speaks of.
    pub fn field_of(&self, framework: &Framework, refusal: &Refusal) -> String {
        let first = || {
            framework
                .professionalism()
                .next()
                .map(|it| self.score_field(&it.id))
                .unwrap_or_default()
        };
        match refusal {
            Refusal::ScoreOutOfRange { indicator, .. }
            | Refusal::IndicatorNotScored { indicator } => self.score_field(indicator),
            Refusal::ScoreWithoutText { indicator } => self.text_field(indicator),
            Refusal::TooLong { .. } => {
                let long = |field: &String| self.form.value(field).chars().count() > LONGEST;
                framework
                    .professionalism()
                    .map(|it| self.text_field(&it.id))
                    .find(long)
                    .unwrap_or_else(first)
            }
            _ => first(),
        }
    }
}
