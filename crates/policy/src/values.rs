//! The values on the way to a rating, a status or a clock. A district must confirm each that no source settles; until
//! then the pack is a demo pack.

use serde::Serialize;
use serde_json::Value as Json;

use crate::{Class, Deadline, Indicator, Known, Measure, ObservationKind, Pack, Rating, Ruled};
use crate::{Supports, Window};

/// What a value leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeadsTo {
    Rating,
    Status,
    Clock,
}

/// One of these values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Such as `cuts`, `indicator LE.1` or `date CAL-NR`.
    pub name: String,
    pub leads_to: LeadsTo,
    pub known: Known,
    pub source: String,
    /// What it is, in JSON, without how well it is known: where two packs have the same text, they decide alike.
    pub is: String,
}

impl Weighed {
    pub fn settled(&self) -> bool {
        self.known.settled()
    }
}

/// A value that says how well it is known and from where.
trait Told {
    fn told(&mut self) -> (&mut Known, &mut String);
    /// Everything else that it says.
    fn is(&self) -> Json;
}

macro_rules! told {
    ($($type:ty),*) => {$(
        impl Told for $type {
            fn told(&mut self) -> (&mut Known, &mut String) {
                (&mut self.known, &mut self.source)
            }
            fn is(&self) -> Json {
                bare(self)
            }
        }
    )*};
}

told!(
    Class,
    Deadline,
    Indicator,
    Measure,
    ObservationKind,
    Rating,
    Window
);

impl<T: Serialize> Told for Ruled<T> {
    fn told(&mut self) -> (&mut Known, &mut String) {
        (&mut self.known, &mut self.source)
    }
    fn is(&self) -> Json {
        bare(&self.value)
    }
}

/// The scale of the indicators, which the framework holds in parts.
struct ScaleOf<'a> {
    levels: [u8; 2],
    known: &'a mut Known,
    source: &'a mut String,
}

impl Told for ScaleOf<'_> {
    fn told(&mut self) -> (&mut Known, &mut String) {
        (self.known, self.source)
    }
    fn is(&self) -> Json {
        bare(&self.levels)
    }
}

/// In JSON, without `known` and `source`, and without the values inside that have their own.
fn bare<T: Serialize>(value: &T) -> Json {
    let mut json = serde_json::to_value(value).unwrap_or_default();
    if let Json::Object(object) = &mut json {
        object.retain(|key, inner| {
            !matches!(key.as_str(), "known" | "source") && inner.get("known").is_none()
        });
    }
    json
}

/// Visits each value with its name, in the order of the pack.
fn each(pack: &mut Pack, mut visit: impl FnMut(String, LeadsTo, &mut dyn Told)) {
    use LeadsTo::{Clock, Rating, Status};
    let framework = &mut pack.framework;
    let mut scale = ScaleOf {
        levels: [framework.min, framework.max],
        known: &mut framework.scale_known,
        source: &mut framework.scale_source,
    };
    visit("scale".into(), Rating, &mut scale);
    for indicator in framework.indicators.iter_mut().filter(|it| it.active) {
        visit(format!("indicator {}", indicator.id), Rating, indicator);
    }
    for kind in framework
        .observation_kinds
        .iter_mut()
        .filter(|it| it.scored)
    {
        visit(format!("observation_kind {}", kind.id), Rating, kind);
    }
    let measures = &mut pack.measures;
    for measure in &mut measures.list {
        visit(format!("weights {}", measure.id), Rating, measure);
        visit(
            format!("measure_scale {}", measure.id),
            Rating,
            &mut measure.scale,
        );
    }
    let (survey, goals) = (&mut measures.survey, &mut measures.goals);
    visit(
        "survey_respondents_min".into(),
        Rating,
        &mut survey.respondents_min,
    );
    visit("survey_grades".into(), Rating, &mut survey.grades);
    visit("goals_count".into(), Rating, &mut goals.count);
    visit("goals_matrix".into(), Rating, &mut goals.matrix);
    visit("goals_presence_min".into(), Rating, &mut goals.presence_min);
    let rule = &mut pack.rating;
    for rating in &mut rule.ratings {
        visit(format!("rating {}", rating.id), Rating, rating);
    }
    visit("anchors".into(), Rating, &mut rule.anchors);
    visit("cuts".into(), Rating, &mut rule.cuts);
    visit(
        "decision_half_width".into(),
        Rating,
        &mut rule.decision_half_width,
    );
    visit("aggregate".into(), Rating, &mut rule.aggregate);
    let floors = &mut rule.floors;
    visit(
        "floor_probationary".into(),
        Rating,
        &mut floors.probationary,
    );
    visit(
        "floor_non_probationary".into(),
        Rating,
        &mut floors.non_probationary,
    );
    visit("floor_full_min".into(), Rating, &mut floors.full_min);
    if let Some(decisions) = &mut pack.decisions {
        visit(
            "decision_evidence_min".into(),
            Rating,
            &mut decisions.evidence_min,
        );
        visit(
            "decision_second_reader".into(),
            Rating,
            &mut decisions.second_reader,
        );
    }
    let status = &mut rule.status;
    visit("status_gain".into(), Status, &mut status.gain);
    visit("status_lose".into(), Status, &mut status.lose);
    visit("status_no_score".into(), Status, &mut status.no_score);
    for class in &mut pack.classes {
        visit(format!("class {}", class.id), Status, class);
    }
    if let Some(Supports { plan, .. }) = &mut pack.supports {
        visit("plan_reasons_max".into(), Status, &mut plan.reasons_max);
        visit("plan_days_min".into(), Status, &mut plan.days_min);
        visit(
            "plan_checkpoint_every".into(),
            Status,
            &mut plan.checkpoint_every,
        );
        visit(
            "plan_checkpoints_min".into(),
            Status,
            &mut plan.checkpoints_min,
        );
        visit("plan_delivered_min".into(), Status, &mut plan.delivered_min);
    }
    for window in &mut pack.windows {
        visit(format!("window {}", window.id), Clock, window);
    }
    for date in &mut pack.dates {
        visit(format!("date {}", date.id), Clock, date);
    }
}

impl Pack {
    /// Every value on the way to a rating, a status or a clock.
    pub fn values(&self) -> &[Weighed] {
        &self.values
    }

    pub fn weighed(&self, name: &str) -> Option<&Weighed> {
        self.values.iter().find(|value| value.name == name)
    }

    /// Those that no source settles.
    pub fn unsettled(&self) -> impl Iterator<Item = &Weighed> {
        self.values.iter().filter(|value| !value.settled())
    }

    /// Whether any value on the way to a rating, a status or a clock is not settled. Then the district must confirm
    /// it before the pack counts, and pages say so.
    pub fn is_demo(&self) -> bool {
        self.unsettled().next().is_some()
    }

    /// The same pack with values that the district confirmed: each by its name and where the district has it in
    /// writing, which becomes its source. Names that the pack does not have change nothing.
    pub fn confirmed<'a>(mut self, in_writing: impl Fn(&Weighed) -> Option<&'a str>) -> Self {
        let said: Vec<Option<&str>> = self.values.iter().map(in_writing).collect();
        let mut said = said.into_iter();
        each(&mut self, |_, _, value| {
            if let Some(Some(document)) = said.next() {
                let (known, source) = value.told();
                *known = Known::D;
                document.clone_into(source);
            }
        });
        self.with_values()
    }

    /// Lists the values, once the pack stands.
    pub(crate) fn with_values(mut self) -> Self {
        let mut values = vec![];
        each(&mut self, |name, leads_to, value| {
            let is = value.is().to_string();
            let (known, source) = value.told();
            values.push(Weighed {
                name,
                leads_to,
                known: *known,
                source: source.clone(),
                is,
            });
        });
        self.values = values;
        self
    }
}
