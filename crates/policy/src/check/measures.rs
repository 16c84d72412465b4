//! Weights, scales and the goal matrix.

use super::Check;
use crate::{Exact, Fault, Measure, MeasureGroup, MeasureKind, Measures, Scale};

impl Check<'_> {
    /// Weights make 100 points, 30 of them for student growth, and every measure of practice moves the result
    /// (1 CCR 301-87 §3: 30 % on student measures; each quality standard with measurable influence).
    pub(super) fn measures(&self) {
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
        let points = |measure: &Measure| match column {
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

    /// The matrix has a cell for each pair of levels, and a better end never earns less.
    pub(super) fn goals(&self) {
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
}
