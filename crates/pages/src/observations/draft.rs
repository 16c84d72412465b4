//! From the drafted fields to a lesson: what cannot be read is named at its field, what a rule forbids too.

use super::Observing;
use crate::fault::Fault;
use crate::form::clean;
use domain::observations::{
    BEGINS_FIELD, ENDS_FIELD, FOCUS_FIELD, KIND_FIELD, Lesson, ON_FIELD, SCORE_FIELD, Seen,
    TEXT_FIELD, faults,
};
use domain::text::{Field, LONGEST};
use domain::{Context, Refusal};
use jiff::civil::Time;
use policy::Framework;
use std::collections::BTreeMap;

/// Whether this is a field of the form.
pub fn is_field(framework: &Framework, field: &str) -> bool {
    let indicator = field
        .strip_prefix(SCORE_FIELD)
        .or_else(|| field.strip_prefix(TEXT_FIELD));
    match indicator {
        Some(id) => framework.observed().any(|indicator| indicator.id == id),
        None => [KIND_FIELD, ON_FIELD, BEGINS_FIELD, ENDS_FIELD, FOCUS_FIELD].contains(&field),
    }
}

impl Observing<'_> {
    /// The lesson as it was written, when nothing keeps it from being shared; else every problem is in the form.
    pub fn lesson(&mut self) -> Result<Option<Lesson>, Fault> {
        let visitor = self.visitor;
        let (year, pack) = visitor.open_year()?;
        let on = self.form.value(ON_FIELD).trim().parse().ok();
        let (begins, ends) = (
            time(self.form.value(BEGINS_FIELD)),
            time(self.form.value(ENDS_FIELD)),
        );
        let (seen, unreadable) = self.seen(&pack.framework);
        // Where a date or time cannot be read, one that breaks no rule stands in, so that only the field itself is named.
        let lesson = Lesson {
            kind: self.form.value(KIND_FIELD).trim().to_owned(),
            on: on.unwrap_or(visitor.today),
            begins: begins.unwrap_or(Time::MIN),
            ends: ends.unwrap_or(Time::MAX),
            focus: clean(self.form.value(FOCUS_FIELD)),
            seen,
        };
        let cx = Context {
            actor: visitor.id(),
            now: visitor.app.record().now(),
            today: visitor.today,
            year: Some(year),
            record: Some(&self.record),
            directory: None,
            answering: None,
            drafts: &[],
            gathered: None,
        };
        let mut refusals = faults(&lesson, &cx);
        let unread = [
            (ON_FIELD, on.is_none()),
            (BEGINS_FIELD, begins.is_none()),
            (ENDS_FIELD, ends.is_none()),
        ];
        for (field, _) in unread.into_iter().filter(|(_, unread)| *unread) {
            self.form.wrong(
                field,
                visitor
                    .words
                    .say(&format!("observations-unreadable-{field}")),
            );
        }
        refusals
            .retain(|refusal| on.is_some() || !matches!(refusal, Refusal::DateOutsideYear { .. }));
        for refusal in unreadable.into_iter().chain(refusals) {
            let field = self.field_of(&pack.framework, &refusal);
            self.form.refused(&field, &refusal);
        }
        Ok((!self.form.is_wrong()).then_some(lesson))
    }

    fn seen(&self, framework: &Framework) -> (BTreeMap<String, Seen>, Vec<Refusal>) {
        let mut seen = BTreeMap::new();
        let mut unreadable = vec![];
        for indicator in framework.observed() {
            let id = indicator.id.clone();
            let score = self
                .form
                .value(&format!("{SCORE_FIELD}{id}"))
                .trim()
                .to_owned();
            let text = clean(self.form.value(&format!("{TEXT_FIELD}{id}")));
            let level = score.parse::<u8>().ok();
            if level.is_none() && !score.is_empty() {
                unreadable.push(Refusal::ScoreOutOfRange {
                    indicator: id.clone(),
                    lowest: framework.min,
                    highest: framework.max,
                });
            }
            if level.is_some() || !text.is_empty() {
                seen.insert(id, Seen { score: level, text });
            }
        }
        (seen, unreadable)
    }

    /// The control that a refusal speaks of.
    pub fn field_of(&self, framework: &Framework, refusal: &Refusal) -> String {
        let first = || {
            framework
                .observed()
                .next()
                .map(|indicator| format!("{SCORE_FIELD}{}", indicator.id))
                .unwrap_or_default()
        };
        match refusal {
            Refusal::DateInFuture { .. } | Refusal::DateOutsideYear { .. } => ON_FIELD.to_owned(),
            Refusal::EndsBeforeBegins => ENDS_FIELD.to_owned(),
            Refusal::Empty {
                field: Field::Focus,
            }
            | Refusal::TooLong {
                field: Field::Focus,
                ..
            } => FOCUS_FIELD.to_owned(),
            Refusal::ScoreOutOfRange { indicator, .. }
            | Refusal::IndicatorNotScored { indicator } => format!("{SCORE_FIELD}{indicator}"),
            Refusal::ScoreWithoutText { indicator } => format!("{TEXT_FIELD}{indicator}"),
            Refusal::TooLong { .. } => {
                let long = |field: &String| self.form.value(field).chars().count() > LONGEST;
                framework
                    .observed()
                    .map(|indicator| format!("{TEXT_FIELD}{}", indicator.id))
                    .find(long)
                    .unwrap_or_else(first)
            }
            Refusal::NothingScored => first(),
            _ => KIND_FIELD.to_owned(),
        }
    }
}

/// `9:05`, `09:05`.
fn time(text: &str) -> Option<Time> {
    let text = text.trim();
    text.parse().or_else(|_| format!("0{text}").parse()).ok()
}
