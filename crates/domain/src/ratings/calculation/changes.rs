//! What would change a rating: for each cut, the smallest change of a single entry that carries the points across it,
//! everything else as it is. Exact: one step less would not.

use super::measured::Measured;
use super::{Inputs, missing};
use policy::{Exact, Measure, MeasureKind, Pack, Scale};

/// A single change that crosses a cut.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Id of the rating in whose band the points would then lie, or above it.
    pub rating: String,
    /// Where that rating begins; where the points would fall below it, the one above.
    pub cut: Exact,
    pub upward: bool,
    /// Id of the measure that it changes.
    pub measure: String,
    pub step: Step,
}

/// What would have to stand in place of what stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// One level of one lesson; the stream of the lesson in `observation`.
    Lesson {
        observation: String,
        indicator: String,
        from: u8,
        to: u8,
    },
    /// One level of professionalism at the end of the year.
    Professionalism { indicator: String, from: u8, to: u8 },
    /// A percentage from 0 to 100. Upward it must reach `to`, downward it must fall below it.
    Percent { from: Exact, to: Exact },
    /// So many points, added up over the pupils of one goal, more (upward) or fewer.
    Pupils { goal: String, points: u32 },
}

impl Step {
    /// How large the step is on its measure's own scale, to compare steps of one measure.
    fn size(&self) -> Exact {
        match self {
            Self::Lesson { from, to, .. } | Self::Professionalism { from, to, .. } => {
                Exact::from(i64::from(from.abs_diff(*to)))
            }
            Self::Percent { from, to } => (from - to).abs(),
            Self::Pupils { points, .. } => Exact::from(i64::from(*points)),
        }
    }
}

/// For each cut, from the lowest, the nearest step of every measure that alone can cross it. `None` while something is
/// missing: then the ranges say what is possible. Near a cut a person decides all the same.
pub fn changes(inputs: &Inputs, pack: &Pack) -> Option<Vec<Change>> {
    let measured = Measured::of(inputs, pack);
    if !missing(inputs, &measured, pack).is_empty() {
        return None;
    }
    let weighed: Vec<&Measure> = pack
        .measures
        .list
        .iter()
        .filter(|measure| !measured.weight(measure).is_zero())
        .collect();
    let points: Option<Vec<Exact>> = weighed
        .iter()
        .map(|measure| Some(measured.node(measure)?.value))
        .collect();
    let points = points?;
    let total: Exact = points.iter().sum();
    let rule = &pack.rating;
    let mut found = vec![];
    for (place, cut) in rule.cuts.value.iter().enumerate() {
        let upward = total < *cut;
        let rating = rule.ratings.get(if upward { place + 1 } else { place })?;
        for (measure, points) in weighed.iter().zip(&points) {
            // The points that this measure alone must then give.
            let target = Target {
                points: cut - (&total - points),
                upward,
            };
            found.extend(
                nearest(measure, inputs, &measured, &target).map(|step| Change {
                    rating: rating.id.clone(),
                    cut: cut.clone(),
                    upward,
                    measure: measure.id.clone(),
                    step,
                }),
            );
        }
    }
    Some(found)
}

struct Target {
    points: Exact,
    upward: bool,
}

impl Target {
    fn is_met(&self, points: &Exact) -> bool {
        (points >= &self.points) == self.upward
    }
}

fn nearest(
    measure: &Measure,
    inputs: &Inputs,
    measured: &Measured<'_>,
    target: &Target,
) -> Option<Step> {
    match measure.kind {
        MeasureKind::Observation => lesson(measure, inputs, measured, target),
        MeasureKind::Professionalism => professionalism(measure, inputs, measured, target),
        MeasureKind::Survey => percent(measure, measured, target, &inputs.survey.as_ref()?.percent),
        MeasureKind::Collective => percent(measure, measured, target, inputs.collective.as_ref()?),
        MeasureKind::Goals => pupils(measure, inputs, measured, target),
    }
}

/// The levels on the way, nearest first.
fn levels(from: u8, upward: bool, pack: &Pack) -> Vec<u8> {
    let (min, max) = (pack.framework.min, pack.framework.max);
    if upward {
        (from.saturating_add(1)..=max).collect()
    } else {
        (min..from).rev().collect()
    }
}

/// The first level that meets the target; none where even the last does not, which is asked first.
fn first_level(
    from: u8,
    target: &Target,
    pack: &Pack,
    points: impl Fn(u8) -> Option<Exact>,
) -> Option<u8> {
    let meets = |level: u8| points(level).is_some_and(|points| target.is_met(&points));
    let way = levels(from, target.upward, pack);
    way.last().copied().filter(|last| meets(*last))?;
    way.into_iter().find(|level| meets(*level))
}

fn lesson(
    measure: &Measure,
    inputs: &Inputs,
    measured: &Measured<'_>,
    target: &Target,
) -> Option<Step> {
    let mut steps = vec![];
    for (observation, indicator, from) in measured.scores() {
        let place = inputs
            .observations
            .iter()
            .position(|observed| observed.id == observation)?;
        let points = |level: u8| {
            let mut changed = inputs.clone();
            let scores = &mut changed.observations.get_mut(place)?.scores;
            scores.insert(indicator.to_owned(), level);
            Some(Measured::of(&changed, measured.pack()).node(measure)?.value)
        };
        if let Some(to) = first_level(from, target, measured.pack(), points) {
            steps.push(Step::Lesson {
                observation: observation.to_owned(),
                indicator: indicator.to_owned(),
                from,
                to,
            });
        }
    }
    steps.into_iter().min_by_key(Step::size)
}

fn professionalism(
    measure: &Measure,
    inputs: &Inputs,
    measured: &Measured<'_>,
    target: &Target,
) -> Option<Step> {
    let steps = measured
        .pack()
        .framework
        .professionalism()
        .filter_map(|indicator| {
            let from = *inputs.professionalism.as_ref()?.get(&indicator.id)?;
            let points = |level: u8| {
                let mut changed = inputs.clone();
                let scores = changed.professionalism.as_mut()?;
                scores.insert(indicator.id.clone(), level);
                Some(Measured::of(&changed, measured.pack()).node(measure)?.value)
            };
            Some(Step::Professionalism {
                indicator: indicator.id.clone(),
                from,
                to: first_level(from, target, measured.pack(), points)?,
            })
        });
    steps.min_by_key(Step::size)
}

/// The raw value at which a measure gives the points of the target; `None` where no value does.
fn raw_at(measure: &Measure, measured: &Measured<'_>, target: &Target) -> Option<Exact> {
    let Scale::Cuts(cuts) = &measure.scale.value else {
        return None;
    };
    let anchors = &measured.pack().rating.anchors.value;
    let fraction = target.points.checked_div(measured.weight(measure))?;
    let (lowest, highest) = (anchors.first()?, anchors.last()?);
    // Upward the highest fraction may be needed whole; downward the lowest is never fallen below.
    if fraction > *highest || fraction <= *lowest {
        return None;
    }
    let upper = anchors.iter().position(|anchor| *anchor >= fraction)?;
    let lower = upper.checked_sub(1)?;
    let length = anchors.get(upper)? - anchors.get(lower)?;
    let along = (&fraction - anchors.get(lower)?).checked_div(&length)?;
    Some(cuts.get(lower)? + along * (cuts.get(upper)? - cuts.get(lower)?))
}

fn percent(
    measure: &Measure,
    measured: &Measured<'_>,
    target: &Target,
    from: &Exact,
) -> Option<Step> {
    Some(Step::Percent {
        from: from.clone(),
        to: raw_at(measure, measured, target)?,
    })
}

/// Points are whole, so that the step upward is rounded up, and the step downward to the first that falls below.
fn pupils(
    measure: &Measure,
    inputs: &Inputs,
    measured: &Measured<'_>,
    target: &Target,
) -> Option<Step> {
    let mean = raw_at(measure, measured, target)?;
    let goals = Exact::from(i64::try_from(inputs.goals.len()).ok()?);
    let now = measured.goal_mean()?;
    let steps = inputs.goals.iter().filter_map(|goal| {
        let count: u32 = goal.points.iter().sum();
        let have: u32 = (0..)
            .zip(&goal.points)
            .map(|(points, pupils)| points * pupils)
            .sum();
        let lacking = (&mean - &now) * &goals * Exact::from(i64::from(count));
        let points = if target.upward {
            lacking.ceiling()?
        } else {
            (-lacking).floor()?.checked_add(1)?
        };
        let points = u32::try_from(points).ok()?;
        let room = if target.upward {
            3 * count - have
        } else {
            have
        };
        (points <= room).then(|| Step::Pupils {
            goal: goal.title.clone(),
            points,
        })
    });
    steps.min_by_key(Step::size)
}
