//! Each measure from what was entered: raw value, fraction, points, as lines of the trace.

use super::{Goal, Inputs, Missing, Observed, line};
use crate::ratings::trace::{
    Between, Finding, Node, NodeKind, Rule, indicator_fraction, points_mean,
};
use policy::{Aggregate, Exact, Indicator, Known, Measure, MeasureKind, Pack, Ruled, Scale};
use std::collections::{BTreeMap, BTreeSet};

/// The source of what a person entered.
const RECORD: &str = "record";

/// What counts of the inputs, in an order of its own, so that theirs changes nothing.
pub(super) struct Measured<'a> {
    pack: &'a Pack,
    inputs: &'a Inputs,
    /// Scored observations by date, with the scores that count.
    lessons: Vec<Lesson<'a>>,
    /// Goals with at least one pupil, by title.
    goals: Vec<&'a Goal>,
    /// The weights with a survey hold.
    pub survey_counts: bool,
    pub out_of_scale: Vec<Missing>,
    pub findings: Vec<Finding>,
}

struct Lesson<'a> {
    observed: &'a Observed,
    full: bool,
    /// In the framework's order.
    scores: Vec<(&'a str, u8)>,
}

impl<'a> Measured<'a> {
    pub fn of(inputs: &'a Inputs, pack: &'a Pack) -> Self {
        // A survey counts in its grades and from the pack's number of answers on (FG19; the number is the pack's).
        let minimum = pack.measures.survey.respondents_min.value;
        let too_few = inputs
            .survey
            .as_ref()
            .map(|survey| survey.respondents)
            .filter(|&count| count < minimum);
        let mut measured = Self {
            pack,
            inputs,
            lessons: Vec::new(),
            goals: inputs
                .goals
                .iter()
                .filter(|goal| goal.points.iter().any(|&pupils| pupils > 0))
                .collect(),
            survey_counts: inputs.survey_applies && too_few.is_none(),
            out_of_scale: Vec::new(),
            findings: Vec::new(),
        };
        measured
            .goals
            .sort_by_key(|goal| (&goal.title, goal.points));
        measured.gather_lessons();
        measured.check_professionalism();
        if let Some(respondents) = too_few.filter(|_| inputs.survey_applies) {
            measured.findings.push(Finding::SurveyTooFew {
                respondents,
                minimum,
            });
        }
        measured
    }

    fn in_scale(&self, score: u8) -> bool {
        (self.pack.framework.min..=self.pack.framework.max).contains(&score)
    }

    fn gather_lessons(&mut self) {
        let framework = &self.pack.framework;
        let counted: Vec<&str> = framework
            .observed()
            .map(|indicator| indicator.id.as_str())
            .collect();
        let mut not_counted = BTreeSet::new();
        let mut observations: Vec<&Observed> = self.inputs.observations.iter().collect();
        observations
            .sort_by_key(|observed| (observed.on, &observed.id, &observed.kind, &observed.scores));
        for observed in observations {
            let Some(kind) = framework
                .observation_kind(&observed.kind)
                .filter(|kind| kind.scored)
            else {
                continue;
            };
            let mut scores = Vec::new();
            for &indicator in &counted {
                match observed.scores.get(indicator) {
                    Some(&score) if self.in_scale(score) => scores.push((indicator, score)),
                    Some(&score) => self.out_of_scale.push(Missing::OutOfScale {
                        id: observed.id.clone(),
                        indicator: indicator.to_owned(),
                        score,
                    }),
                    None => {}
                }
            }
            not_counted.extend(
                observed
                    .scores
                    .keys()
                    .filter(|key| !counted.contains(&key.as_str())),
            );
            if !scores.is_empty() {
                self.lessons.push(Lesson {
                    observed,
                    full: kind.all_indicators,
                    scores,
                });
            }
        }
        if self.lessons.is_empty() {
            return;
        }
        for indicator in counted {
            if self.scores_of(indicator).next().is_none() {
                self.findings.push(Finding::IndicatorNeverScored {
                    indicator: indicator.to_owned(),
                });
            }
        }
        let (have, target) = (
            self.observation_count(),
            self.pack.rating.floors.target.value,
        );
        if have < target {
            self.findings
                .push(Finding::ObservationsBelowTarget { have, target });
        }
        self.findings.extend(
            not_counted
                .into_iter()
                .map(|it| Finding::IndicatorNotCounted {
                    indicator: it.clone(),
                }),
        );
    }

    fn check_professionalism(&mut self) {
        let active: Vec<&str> = self
            .pack
            .framework
            .professionalism()
            .map(|indicator| indicator.id.as_str())
            .collect();
        for (indicator, &score) in self.inputs.professionalism.iter().flatten() {
            if !active.contains(&indicator.as_str()) {
                self.findings.push(Finding::IndicatorNotCounted {
                    indicator: indicator.clone(),
                });
            } else if !self.in_scale(score) {
                let (id, indicator) = ("prof".to_owned(), indicator.clone());
                self.out_of_scale.push(Missing::OutOfScale {
                    id,
                    indicator,
                    score,
                });
            }
        }
    }

    /// Points of 100 for a measure, in the column that holds.
    pub fn weight<'m>(&self, measure: &'m Measure) -> &'m Exact {
        if self.survey_counts {
            &measure.with_survey
        } else {
            &measure.without_survey
        }
    }

    pub fn observation_count(&self) -> u32 {
        u32::try_from(self.lessons.len()).unwrap_or(u32::MAX)
    }

    pub fn full_count(&self) -> u32 {
        u32::try_from(self.lessons.iter().filter(|lesson| lesson.full).count()).unwrap_or(u32::MAX)
    }

    pub fn goal_count(&self) -> u32 {
        u32::try_from(self.goals.len()).unwrap_or(u32::MAX)
    }

    pub fn pack(&self) -> &'a Pack {
        self.pack
    }

    /// Every score that counts: the lesson's id, the indicator, the level; by date, in the framework's order.
    pub fn scores(&self) -> impl Iterator<Item = (&'a str, &'a str, u8)> {
        self.lessons.iter().flat_map(|lesson| {
            let scores = lesson.scores.iter();
            scores.map(|(indicator, score)| (lesson.observed.id.as_str(), *indicator, *score))
        })
    }

    fn scores_of(&self, indicator: &str) -> impl Iterator<Item = (&Lesson<'a>, u8)> {
        self.lessons.iter().filter_map(move |lesson| {
            let (_, score) = lesson.scores.iter().find(|(id, _)| *id == indicator)?;
            Some((lesson, *score))
        })
    }

    /// A measure's points with everything below; `None` while it has no value.
    pub fn node(&self, measure: &Measure) -> Option<Node> {
        let raw = self.raw(measure)?;
        let fraction = self.fraction(measure, raw)?;
        let weight = self.weight(measure).clone();
        let value = &weight * &fraction.value;
        let (known, source) = (measure.known, measure.source.clone());
        let kind = NodeKind::Measure(measure.kind);
        Some(Node {
            weight: Some(weight),
            children: vec![fraction],
            ..line(
                &measure.id,
                kind,
                Rule::Weighted,
                value,
                known,
                source,
                self.pack,
            )
        })
    }

    /// The measure on its own scale.
    fn raw(&self, measure: &Measure) -> Option<Node> {
        match measure.kind {
            MeasureKind::Observation => self.observation(measure, self.pack.rating.aggregate.value),
            MeasureKind::Professionalism => self.professionalism(measure),
            MeasureKind::Survey => {
                let survey = self.inputs.survey.as_ref().filter(|_| self.survey_counts)?;
                let inputs =
                    BTreeMap::from([("respondents".to_owned(), survey.respondents.to_string())]);
                Some(Node {
                    inputs,
                    ..self.percent(measure, &survey.percent)
                })
            }
            MeasureKind::Goals => {
                let goals = self
                    .goals
                    .iter()
                    .enumerate()
                    .map(|(place, goal)| self.goal(measure, place, goal));
                self.mean(
                    measure,
                    Rule::Mean,
                    goals.collect::<Option<_>>()?,
                    &self.pack.measures.goals.count,
                )
            }
            MeasureKind::Collective => {
                Some(self.percent(measure, self.inputs.collective.as_ref()?))
            }
        }
    }

    /// The fraction that another way of averaging would give.
    pub fn fraction_by(&self, measure: &Measure, aggregate: Aggregate) -> Option<Exact> {
        Some(
            self.fraction(measure, self.observation(measure, aggregate)?)?
                .value,
        )
    }

    /// The fraction of a raw value that was not entered, for the ends of a range.
    pub fn fraction_of(&self, measure: &Measure, raw: Exact) -> Option<Exact> {
        let (kind, source) = (NodeKind::Raw, RECORD.to_owned());
        let raw = line("", kind, Rule::Entered, raw, Known::I, source, self.pack);
        Some(self.fraction(measure, raw)?.value)
    }

    fn fraction(&self, measure: &Measure, raw: Node) -> Option<Node> {
        let anchors = &self.pack.rating.anchors;
        let id = format!("{}/fraction", measure.id);
        let (mut known, mut source) = (measure.scale.known, measure.scale.source.clone());
        let (rule, value, inputs, cut) = match &measure.scale.value {
            Scale::Indicator => {
                let (min, max) = (self.pack.framework.min, self.pack.framework.max);
                let value =
                    indicator_fraction(&raw.value, &i64::from(min).into(), &i64::from(max).into())?;
                let inputs = [("min", min), ("max", max)]
                    .map(|(key, level)| (key.to_owned(), level.to_string()));
                (Rule::IndicatorScale, value, BTreeMap::from(inputs), None)
            }
            Scale::Cuts(cuts) => {
                let reached = cuts.iter().filter(|cut| **cut <= raw.value).count();
                let lower = reached.saturating_sub(1).min(cuts.len().checked_sub(2)?);
                let cut = Between {
                    lower: cuts.get(lower)?.clone(),
                    upper: cuts.get(lower + 1)?.clone(),
                    lower_anchor: anchors.value.get(lower)?.clone(),
                    upper_anchor: anchors.value.get(lower + 1)?.clone(),
                };
                if known.settled() && !anchors.known.settled() {
                    (known, source) = (anchors.known, anchors.source.clone());
                }
                (
                    Rule::BetweenCuts,
                    cut.fraction(&raw.value)?,
                    BTreeMap::new(),
                    Some(cut),
                )
            }
        };
        let kind = NodeKind::Fraction;
        Some(Node {
            inputs,
            cut,
            children: vec![raw],
            ..line(&id, kind, rule, value, known, source, self.pack)
        })
    }

    fn observation(&self, measure: &Measure, aggregate: Aggregate) -> Option<Node> {
        let ruling = &self.pack.rating.aggregate;
        let (rule, children) = match aggregate {
            Aggregate::IndicatorMean => {
                let indicators = self.pack.framework.observed();
                let means = indicators
                    .filter_map(|indicator| self.indicator(measure, indicator))
                    .collect();
                (Rule::IndicatorMean, means)
            }
            Aggregate::Flat => {
                let scores = self.lessons.iter().flat_map(|lesson| {
                    lesson
                        .scores
                        .iter()
                        .map(|(indicator, score)| self.score(measure, lesson, indicator, *score))
                });
                (Rule::Flat, scores.collect())
            }
            Aggregate::PerObservation => {
                let lessons = self
                    .lessons
                    .iter()
                    .filter_map(|lesson| self.lesson(measure, lesson));
                (Rule::PerObservation, lessons.collect())
            }
        };
        self.mean(measure, rule, children, ruling)
    }

    /// One indicator over the observations that scored it; `None` where none did.
    fn indicator(&self, measure: &Measure, indicator: &Indicator) -> Option<Node> {
        let scores = self.scores_of(&indicator.id);
        let children: Vec<_> = scores
            .map(|(lesson, score)| self.score(measure, lesson, &indicator.id, score))
            .collect();
        self.part(
            &format!("{}/{}", measure.id, indicator.id),
            NodeKind::Indicator,
            children,
        )
    }

    fn lesson(&self, measure: &Measure, lesson: &Lesson<'_>) -> Option<Node> {
        let scores = lesson.scores.iter();
        let children = scores
            .map(|(indicator, score)| self.score(measure, lesson, indicator, *score))
            .collect();
        self.part(
            &format!("{}/{}", measure.id, lesson.observed.id),
            NodeKind::Lesson,
            children,
        )
    }

    fn part(&self, id: &str, kind: NodeKind, children: Vec<Node>) -> Option<Node> {
        let ruling = &self.pack.rating.aggregate;
        let value = Exact::mean(children.iter().map(|child| &child.value))?;
        let (known, source) = (ruling.known, ruling.source.clone());
        Some(Node {
            children,
            ..line(id, kind, Rule::Mean, value, known, source, self.pack)
        })
    }

    fn score(&self, measure: &Measure, lesson: &Lesson<'_>, indicator: &str, score: u8) -> Node {
        let Observed { id, on, kind, .. } = lesson.observed;
        let inputs = BTreeMap::from([
            ("indicator".to_owned(), indicator.to_owned()),
            ("observation".to_owned(), id.clone()),
            ("on".to_owned(), on.to_string()),
            ("kind".to_owned(), kind.clone()),
        ]);
        Node {
            inputs,
            ..self.entered(
                &format!("{}/{indicator}/{id}", measure.id),
                NodeKind::Score,
                i64::from(score).into(),
            )
        }
    }

    /// The evaluator's ratings, unweighted. While the year runs an indicator may be missing; a rating demands all.
    fn professionalism(&self, measure: &Measure) -> Option<Node> {
        let scores = self.inputs.professionalism.as_ref()?;
        let children = self
            .pack
            .framework
            .professionalism()
            .filter_map(|indicator| {
                let score = *scores
                    .get(&indicator.id)
                    .filter(|score| self.in_scale(**score))?;
                let inputs = BTreeMap::from([("indicator".to_owned(), indicator.id.clone())]);
                let id = format!("{}/{}", measure.id, indicator.id);
                Some(Node {
                    inputs,
                    ..self.entered(&id, NodeKind::Score, i64::from(score).into())
                })
            });
        self.mean(measure, Rule::Mean, children.collect(), &measure.scale)
    }

    fn goal(&self, measure: &Measure, place: usize, goal: &Goal) -> Option<Node> {
        let pupils = goal.points.map(|count| Exact::from(i64::from(count)));
        let counts = goal
            .points
            .iter()
            .enumerate()
            .map(|(points, count)| (format!("points_{points}"), count.to_string()));
        let mut inputs: BTreeMap<String, String> = counts.collect();
        inputs.insert(
            "pupils".to_owned(),
            pupils.iter().sum::<Exact>().to_string(),
        );
        inputs.insert("title".to_owned(), goal.title.clone());
        let matrix = &self.pack.measures.goals.matrix;
        let (known, source) = (matrix.known, matrix.source.clone());
        let id = format!("{}/{}", measure.id, place + 1);
        let value = points_mean(&pupils)?;
        Some(Node {
            inputs,
            ..line(
                &id,
                NodeKind::Goal,
                Rule::PointsMean,
                value,
                known,
                source,
                self.pack,
            )
        })
    }

    fn goal_means(&self) -> Option<Vec<Exact>> {
        let goals = self.goals.iter();
        goals
            .map(|goal| points_mean(&goal.points.map(|count| i64::from(count).into())))
            .collect()
    }

    /// Mean points of the goals that have results, 0 to 3.
    pub fn goal_mean(&self) -> Option<Exact> {
        Exact::mean(&self.goal_means()?)
    }

    /// Mean points of the goals that have results, and those of all, if each that is missing earned none or the most.
    pub fn goal_range(&self) -> Option<[Exact; 2]> {
        let sum: Exact = self.goal_means()?.iter().sum();
        let have = self.goal_count();
        let wanted = have.max(self.pack.measures.goals.count.value);
        let most = &sum + Exact::from(3) * Exact::from(i64::from(wanted - have));
        let wanted = Exact::from(i64::from(wanted));
        Some([sum.checked_div(&wanted)?, most.checked_div(&wanted)?])
    }

    fn percent(&self, measure: &Measure, percent: &Exact) -> Node {
        self.entered(
            &format!("{}/percent", measure.id),
            NodeKind::Percent,
            percent.clone(),
        )
    }

    fn mean<T>(
        &self,
        measure: &Measure,
        rule: Rule,
        children: Vec<Node>,
        ruling: &Ruled<T>,
    ) -> Option<Node> {
        let value = Exact::mean(children.iter().map(|child| &child.value))?;
        let (known, source) = (ruling.known, ruling.source.clone());
        let id = format!("{}/mean", measure.id);
        Some(Node {
            children,
            ..line(&id, NodeKind::Raw, rule, value, known, source, self.pack)
        })
    }

    fn entered(&self, id: &str, kind: NodeKind, value: Exact) -> Node {
        line(
            id,
            kind,
            Rule::Entered,
            value,
            Known::D,
            RECORD.to_owned(),
            self.pack,
        )
    }
}
