//! What must hold across a pack before anything is decided with it. Each check names its source where it is not
//! plain arithmetic.

use std::collections::BTreeSet;

use crate::reading::Findings;
use crate::{
    ConversationKind, Deadline, Exact, Fault, Length, MeasureGroup, MeasureKind, Measures, Pack,
    RatingRule, SITUATIONS, Scale,
};

/// Notes every problem of a pack whose files read without fault.
pub(crate) fn check(pack: &Pack, findings: &Findings) {
    let check = Check { pack, findings };
    check.ids();
    check.bands();
    check.descriptors();
    check.measures();
    check.goals();
    check.rule();
    check.windows();
    check.dates();
    check.guides();
    check.words();
}

struct Check<'a> {
    pack: &'a Pack,
    findings: &'a Findings,
}

impl Check<'_> {
    fn note(&self, place: &str, what: Fault) {
        self.findings.note_at(place, what);
    }

    /// Every id stands once.
    fn unique<'a>(&self, kind: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.note(
                    &format!("{kind} {id}#2"),
                    Fault::Duplicate { id: id.to_owned() },
                );
            }
        }
    }

    /// Whatever is named exists.
    fn known(&self, place: &str, key: &str, value: &str, exists: bool) {
        if !exists {
            self.note(
                place,
                Fault::UnknownId {
                    key: key.to_owned(),
                    value: value.to_owned(),
                },
            );
        }
    }

    fn ids(&self) {
        let Pack {
            framework,
            rating,
            measures,
            ..
        } = self.pack;
        self.unique("class", self.pack.classes.iter().map(|c| c.id.as_str()));
        self.unique("domain", framework.domains.iter().map(|d| d.id.as_str()));
        self.unique(
            "indicator",
            framework.indicators.iter().map(|i| i.id.as_str()),
        );
        self.unique(
            "observation kind",
            framework.observation_kinds.iter().map(|k| k.id.as_str()),
        );
        self.unique("measure", measures.list.iter().map(|m| m.id.as_str()));
        self.unique("rating", rating.ratings.iter().map(|r| r.id.as_str()));
        self.unique("window", self.pack.windows.iter().map(|w| w.id.as_str()));
        self.unique("date", self.pack.dates.iter().map(|d| d.id.as_str()));
        self.unique("guide", self.pack.guides.iter().map(|g| g.kind.as_str()));
        self.unique(
            "point",
            self.pack.talking_points.iter().map(|p| p.id.as_str()),
        );
        self.unique("message", self.pack.messages.iter().map(|m| m.id.as_str()));
        self.unique(
            "rationale point",
            self.pack.rationale.points.iter().map(|p| p.id.as_str()),
        );
        for indicator in &framework.indicators {
            let place = format!("indicator {} domain", indicator.id);
            let exists = framework.domain(&indicator.domain).is_some();
            self.known(&place, "domain", &indicator.domain, exists);
        }
        for descriptor in &framework.descriptors {
            let place = format!("descriptor {} {}", descriptor.indicator, descriptor.band);
            let exists = framework.indicator(&descriptor.indicator).is_some();
            self.known(&place, "indicator", &descriptor.indicator, exists);
            self.known(
                &place,
                "band",
                &descriptor.band,
                rating.rating(&descriptor.band).is_some(),
            );
        }
        for example in &self.pack.rationale.examples {
            if let Some(id) = &example.indicator {
                self.known(
                    &format!("example {id}"),
                    "indicator",
                    id,
                    framework.indicator(id).is_some(),
                );
            }
        }
    }

    /// Each level of the scale lies in exactly one band, and the bands name the ratings in their order.
    fn bands(&self) {
        let framework = &self.pack.framework;
        let in_order = framework.bands.iter().map(|b| &b.rating).eq(self
            .pack
            .rating
            .ratings
            .iter()
            .map(|r| &r.id));
        if !in_order {
            let what = Fault::Count {
                what: "bands, in the order of the ratings,".to_owned(),
                is: framework.bands.len(),
                wanted: self.pack.rating.ratings.len(),
            };
            self.note("scale", what);
        }
        for level in framework.min..=framework.max {
            let holding: Vec<_> = framework
                .bands
                .iter()
                .filter(|band| (band.from..=band.to).contains(&level))
                .collect();
            match holding.as_slice() {
                [_] => {}
                [] => self.note("scale", Fault::BandHole { level }),
                [.., last] => self.note(
                    &format!("band {}", last.rating),
                    Fault::BandOverlap { level },
                ),
            }
        }
    }

    fn descriptors(&self) {
        let framework = &self.pack.framework;
        self.unique(
            "descriptor",
            framework
                .descriptors
                .iter()
                .map(|d| format!("{} {}", d.indicator, d.band))
                .collect::<Vec<_>>()
                .iter()
                .map(String::as_str),
        );
        for indicator in framework
            .indicators
            .iter()
            .filter(|indicator| indicator.active)
        {
            for rating in &self.pack.rating.ratings {
                if framework.descriptor(&indicator.id, &rating.id).is_none() {
                    let what = Fault::MissingDescriptor {
                        indicator: indicator.id.clone(),
                        band: rating.id.clone(),
                    };
                    self.note(&format!("indicator {}", indicator.id), what);
                }
            }
        }
    }

    /// Weights make 100 points, 30 of them for student growth, and every measure of practice moves the result
    /// (1 CCR 301-87 §3: 30 % on student measures; each quality standard with measurable influence).
    fn measures(&self) {
        let measures = &self.pack.measures;
        for (kind, name) in [
            (MeasureKind::Observation, "observation"),
            (MeasureKind::Professionalism, "professionalism"),
            (MeasureKind::Survey, "survey"),
            (MeasureKind::Goals, "goals"),
            (MeasureKind::Collective, "collective"),
        ] {
            if measures
                .list
                .iter()
                .filter(|measure| measure.kind == kind)
                .count()
                != 1
            {
                self.note(
                    "measures.toml",
                    Fault::MissingMeasure {
                        kind: name.to_owned(),
                    },
                );
            }
        }
        for column in ["with_survey", "without_survey"] {
            self.column(measures, column);
        }
        for measure in &measures.list {
            if let Scale::Cuts(cuts) = &measure.scale.value {
                let place = format!("measure {} cuts", measure.id);
                let wanted = self.pack.rating.ratings.len() + 1;
                let what = format!("cuts of {}", measure.id);
                self.increasing(&place, &what, cuts, wanted);
            }
        }
    }

    fn column(&self, measures: &Measures, column: &'static str) {
        let points = |measure: &crate::Measure| match column {
            "with_survey" => measure.with_survey.clone(),
            _ => measure.without_survey.clone(),
        };
        let first = measures
            .list
            .first()
            .map(|measure| measure.id.as_str())
            .unwrap_or_default();
        let growth: Vec<_> = measures
            .list
            .iter()
            .filter(|m| m.group == MeasureGroup::Growth)
            .collect();
        let growth_sum: Exact = growth.iter().map(|measure| points(measure)).sum();
        let sum: Exact = measures.list.iter().map(points).sum();
        for measure in &measures.list {
            if points(measure).is_negative() {
                let place = format!("measure {} {column}", measure.id);
                self.note(
                    &place,
                    Fault::Negative {
                        what: format!("{} in {column}", measure.id),
                    },
                );
            }
        }
        if growth_sum != Exact::from(30) {
            let place = growth.first().map_or(first, |measure| measure.id.as_str());
            self.note(
                &format!("measure {place} {column}"),
                Fault::GrowthSum {
                    column,
                    is: growth_sum,
                },
            );
        } else if sum != Exact::from(100) {
            self.note(
                &format!("measure {first} {column}"),
                Fault::WeightsSum { column, is: sum },
            );
        }
        for kind in [MeasureKind::Observation, MeasureKind::Professionalism] {
            if let Some(measure) = measures
                .of_kind(kind)
                .filter(|measure| points(measure).is_zero())
            {
                let what = Fault::NoInfluence {
                    measure: measure.id.clone(),
                    column,
                };
                self.note(&format!("measure {} {column}", measure.id), what);
            }
        }
        // SB22-070: at most 10 points on a collective measure.
        if let Some(measure) = measures.of_kind(MeasureKind::Collective) {
            let most = &measures.collective.points_max.value;
            if points(measure) > *most {
                let what = Fault::CollectiveTooHeavy {
                    is: points(measure),
                    most: most.clone(),
                };
                self.note(&format!("measure {} {column}", measure.id), what);
            }
        }
    }

    /// A list of the wanted length whose values grow.
    fn increasing(&self, place: &str, what: &str, values: &[Exact], wanted: usize) {
        if values.len() != wanted {
            self.note(
                place,
                Fault::Count {
                    what: what.to_owned(),
                    is: values.len(),
                    wanted,
                },
            );
        } else if !values.is_sorted_by(|a, b| a < b) {
            self.note(
                place,
                Fault::NotIncreasing {
                    what: what.to_owned(),
                },
            );
        }
    }

    /// The matrix has a cell for each pair of levels, and a better end never earns less.
    fn goals(&self) {
        let goals = &self.pack.measures.goals;
        let matrix = &goals.matrix.value;
        let (rows, columns) = (goals.baseline_levels.len(), goals.end_levels.len());
        if matrix.len() != rows {
            let what = "the goal matrix".to_owned();
            self.note(
                "goals matrix",
                Fault::Count {
                    what,
                    is: matrix.len(),
                    wanted: rows,
                },
            );
        }
        for (row, points) in matrix.iter().enumerate() {
            let what = format!("row {} of the goal matrix", row + 1);
            if points.len() != columns {
                self.note(
                    "goals matrix",
                    Fault::Count {
                        what,
                        is: points.len(),
                        wanted: columns,
                    },
                );
            } else if !points.is_sorted() {
                self.note("goals matrix", Fault::NotIncreasing { what });
            }
        }
    }

    fn rule(&self) {
        let RatingRule {
            ratings,
            anchors,
            cuts,
            decision_half_width,
            ..
        } = &self.pack.rating;
        self.increasing("anchors", "anchors", &anchors.value, ratings.len() + 1);
        self.increasing("cuts", "cuts", &cuts.value, ratings.len().saturating_sub(1));
        let ends = anchors.value.first().zip(anchors.value.last());
        if ends.is_some_and(|(first, last)| *first != Exact::zero() || *last != Exact::one()) {
            self.note("anchors", Fault::AnchorEnds);
        }
        if decision_half_width.value.is_negative() {
            let what = "the decision half width".to_owned();
            self.note("decision half width", Fault::Negative { what });
        }
        for pair in cuts.value.windows(2) {
            let [lower, upper] = pair else { continue };
            let gap = upper - lower;
            if !gap.is_negative() && gap <= &decision_half_width.value * Exact::from(2) {
                self.note(
                    "decision half width",
                    Fault::DecisionBandsMeet { cut: upper.clone() },
                );
            }
        }
        for (place, rating) in ratings.iter().enumerate() {
            if usize::from(rating.code) != place {
                let what = "codes of the ratings".to_owned();
                self.note(
                    &format!("rating {}", rating.id),
                    Fault::NotIncreasing { what },
                );
            }
        }
    }

    /// Each window opens before it closes; the conversations' windows, and the cycles of observation, follow each
    /// other.
    fn windows(&self) {
        for window in &self.pack.windows {
            if window.opens > window.closes {
                let what = Fault::WindowTurned {
                    window: window.id.clone(),
                };
                self.note(&format!("window {}", window.id), what);
            }
        }
        for id in ConversationKind::GUIDED.map(ConversationKind::as_str) {
            if self.pack.window(id).is_none() {
                self.note(
                    "windows.toml",
                    Fault::MissingWindow {
                        window: id.to_owned(),
                    },
                );
            }
        }
        for (earlier, later) in [
            ("beginning", "mid_year"),
            ("mid_year", "end_of_year"),
            ("observations_1", "observations_2"),
            ("observations_2", "observations_3"),
            ("survey_autumn", "survey_spring"),
        ] {
            let (Some(first), Some(second)) = (self.pack.window(earlier), self.pack.window(later))
            else {
                continue;
            };
            if first.opens <= first.closes && second.opens <= first.closes {
                let what = Fault::WindowOrder {
                    earlier: earlier.to_owned(),
                    later: later.to_owned(),
                };
                self.note(&format!("window {later}"), what);
            }
        }
    }

    /// The order that keeps every later date possible, where the pack fixes both: a plan that counts runs 30 days
    /// before its outcome (C3627); evidence of plans, recommendations, the board's vote and the notice follow each
    /// other; the last observation and the end-of-year window come before the report.
    fn dates(&self) {
        for (earlier, later, days) in [
            ("CAL-SP1", "CAL-SP2", 0),
            ("CAL-SP2", "CAL-SP3", 0),
            ("CAL-SP3", "CAL-SP4", 30),
            ("CAL-SP4", "CAL-SP5", 0),
            ("CAL-SP5", "CAL-REC", 0),
            ("CAL-REC", "CAL-FIN", 0),
            ("CAL-REC", "CAL-BOARD", 0),
            ("CAL-BOARD", "CAL-NR", 1),
            ("CAL-OBS1", "CAL-RPT", 0),
        ] {
            let fixed = |id| self.pack.date(id).and_then(Deadline::fixed);
            let (Some(first), Some(second)) = (fixed(earlier), fixed(later)) else {
                continue;
            };
            let apart = first.until(second).map_or(0, |span| span.get_days());
            if apart < days {
                let what = Fault::DateOrder {
                    earlier: earlier.to_owned(),
                    later: later.to_owned(),
                    days,
                    is: [first, second],
                };
                self.note(&format!("date {later}"), what);
            }
        }
        let report = self.pack.date("CAL-RPT").and_then(Deadline::fixed);
        if let (Some(window), Some(report)) = (self.pack.window("end_of_year"), report)
            && window.closes > report
        {
            let what = Fault::DateOrder {
                earlier: "end_of_year".to_owned(),
                later: "CAL-RPT".to_owned(),
                days: 0,
                is: [window.closes, report],
            };
            self.note("date CAL-RPT", what);
        }
    }

    /// Each conversation of the year has a guide whose agenda fills its length.
    fn guides(&self) {
        for kind in ConversationKind::GUIDED {
            let Some(guide) = self.pack.guide(kind) else {
                self.note(
                    "guides.toml",
                    Fault::MissingGuide {
                        kind: kind.as_str().to_owned(),
                    },
                );
                continue;
            };
            for length in Length::ALL {
                let is: u32 = guide
                    .agenda
                    .iter()
                    .map(|item| item.minutes.get(length))
                    .sum();
                let wanted = guide.lengths.get(length);
                if is != wanted {
                    let what = Fault::AgendaSum {
                        kind: kind.as_str().to_owned(),
                        length,
                        is,
                        wanted,
                    };
                    self.note(&format!("guide {} lengths", kind.as_str()), what);
                }
            }
            let items = guide.agenda.iter().map(|item| &item.id);
            let ids: Vec<_> = items.map(|id| format!("{} {id}", kind.as_str())).collect();
            self.unique("agenda", ids.iter().map(String::as_str));
            let steps = guide
                .before
                .iter()
                .chain(&guide.prepare)
                .chain(&guide.after);
            let ids: Vec<_> = steps
                .map(|step| format!("{} {}", kind.as_str(), step.id))
                .collect();
            self.unique("step", ids.iter().map(String::as_str));
        }
    }

    /// Each situation has something to say.
    fn words(&self) {
        for situation in SITUATIONS {
            if !self
                .pack
                .talking_points
                .iter()
                .any(|point| point.say && point.situation == situation)
            {
                self.note(
                    "talking_points.toml",
                    Fault::MissingSituation {
                        situation: situation.to_owned(),
                    },
                );
            }
        }
    }
}
