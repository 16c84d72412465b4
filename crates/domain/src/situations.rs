//! The situations of a teacher's year: computed from facts, never typed in (`leap.md` 6.4). Each says why it holds.
//! Situations that rest on recorded acts (considering non-renewal, a plan, leaving) come with the rooms of those acts.

use crate::YearRecord;
use crate::professionalism::Moment;
use crate::ratings::calculation;
use crate::status::{Course, Effect, Standing};
use policy::{Exact, Length, Pack, Side};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Situation {
    /// Non-probationary, one year below Effective behind, and below Effective so far.
    LosingStatus,
    AtRiskOfRating,
    Disagreement,
    GainingStatus,
    Growing,
    Strong,
    /// When no other holds.
    OnTrack,
}

impl Situation {
    pub const ALL: [Self; 7] = [
        Self::LosingStatus,
        Self::AtRiskOfRating,
        Self::Disagreement,
        Self::GainingStatus,
        Self::Growing,
        Self::Strong,
        Self::OnTrack,
    ];

    /// The pack's id of the situation.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LosingStatus => "losing_np",
            Self::AtRiskOfRating => "at_risk_rating",
            Self::Disagreement => "disagree",
            Self::GainingStatus => "gain_np",
            Self::Growing => "growing",
            Self::Strong => "strong",
            Self::OnTrack => "on_track",
        }
    }

    /// A low rating or a status is in question: the longer agenda and the shorter clocks apply.
    pub fn is_risk(self) -> bool {
        matches!(self, Self::LosingStatus | Self::AtRiskOfRating)
    }
}

/// A fact on which a situation rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A rating of an earlier year.
    PriorRating { year: String, rating: String },
    /// What the measures that have a value give on 0 to 100 points (`leap.md` 6.4, `provisional`).
    Provisional { points: Exact, rating: String },
    /// Where the rating can still fall if what is known stays.
    Range {
        low: Exact,
        high: Exact,
        ratings: Vec<String>,
    },
    /// Self-rating and evaluator's rating differ by two levels or more.
    RatingsDiffer {
        indicator: String,
        teacher: u8,
        evaluator: u8,
    },
    /// An indicator moved up from its first to its last lesson.
    MovedUp { indicator: String, from: u8, to: u8 },
}

/// A situation with the facts behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub situation: Situation,
    pub reasons: Vec<Reason>,
}

/// Every situation that holds, the gravest first; [`Situation::OnTrack`] alone when none does.
pub fn situations(record: &YearRecord, pack: &Pack) -> Vec<Found> {
    let mut found = vec![];
    let inputs = record.rating_inputs(pack);
    let provisional = calculation::provisional(&inputs, pack);
    let now = provisional
        .as_ref()
        .and_then(|points| pack.rating.rating_at(points).map(|rating| (points, rating)));
    let status = Course::of(record).at_start(pack);

    if let Some((points, rating)) = now {
        let so_far = calculation::so_far(&inputs, pack);
        let why = || {
            vec![
                Reason::Provisional {
                    points: points.clone(),
                    rating: rating.id.clone(),
                },
                Reason::Range {
                    low: so_far.low.clone(),
                    high: so_far.high.clone(),
                    ratings: so_far.ratings.clone(),
                },
            ]
        };
        if !rating.effective {
            if let Standing::AtRisk { left: 1, .. } = status.standing {
                let mut reasons = behind(&status, Effect::AtRisk, 1);
                reasons.extend(why());
                found.push(Found {
                    situation: Situation::LosingStatus,
                    reasons,
                });
            }
            found.push(Found {
                situation: Situation::AtRiskOfRating,
                reasons: why(),
            });
        }
    }
    let differences = differences(record);
    if !differences.is_empty() {
        found.push(Found {
            situation: Situation::Disagreement,
            reasons: differences,
        });
    }
    if let Standing::Probationary { counted, of } = status.standing
        && counted > 0
        && counted + 1 == of
    {
        found.push(Found {
            situation: Situation::GainingStatus,
            reasons: behind(&status, Effect::Counted, counted),
        });
    }
    if let Some((points, rating)) =
        now.filter(|_| !found.iter().any(|found| found.situation.is_risk()))
    {
        let moved = moved_up(record);
        if is_high(points, pack) {
            let reasons = vec![Reason::Provisional {
                points: points.clone(),
                rating: rating.id.clone(),
            }];
            found.push(Found {
                situation: Situation::Strong,
                reasons,
            });
        } else if !moved.is_empty() {
            found.push(Found {
                situation: Situation::Growing,
                reasons: moved,
            });
        }
    }
    if found.is_empty() {
        found.push(Found {
            situation: Situation::OnTrack,
            reasons: vec![],
        });
    }
    found
}

/// The latest years that did this to the status, as facts.
fn behind(status: &crate::status::Trace, did: Effect, most: u32) -> Vec<Reason> {
    let lines = status.lines.iter().rev().filter(|line| line.effect == did);
    lines
        .take(most as usize)
        .filter_map(|line| {
            Some(Reason::PriorRating {
                year: line.year.to_string(),
                rating: line.rating.clone()?,
            })
        })
        .collect()
}

/// Whether any situation of the year puts a rating or a status in question.
pub fn at_risk(record: &YearRecord, pack: &Pack) -> bool {
    situations(record, pack)
        .iter()
        .any(|found| found.situation.is_risk())
}

/// How long a conversation should be: the longer form where a rating or a status is in question (`leap.md` 6).
pub fn proposed_length(record: &YearRecord, pack: &Pack) -> Length {
    if at_risk(record, pack) {
        Length::Extended
    } else {
        Length::Standard
    }
}

/// Whether the short form may be offered: nothing is in question and nothing in dispute (`leap.md` 6).
pub fn may_be_brief(record: &YearRecord, pack: &Pack) -> bool {
    situations(record, pack)
        .iter()
        .all(|found| !found.situation.is_risk() && found.situation != Situation::Disagreement)
}

/// A rating that does not demonstrate effectiveness; unknown ids are not low.
pub fn is_low(rating: &str, pack: &Pack) -> bool {
    pack.rating
        .rating(rating)
        .is_some_and(|rating| !rating.effective)
}

/// "Effective, high": the upper half between the cuts of Effective and Distinguished, or above. The table of
/// `leap.md` 6.4 says "E-high" without a number; the half is our own reading.
fn is_high(points: &Exact, pack: &Pack) -> bool {
    match pack.rating.cuts.value.as_slice() {
        [.., effective, distinguished] => {
            Exact::mean([effective, distinguished]).is_some_and(|half| *points >= half)
        }
        _ => false,
    }
}

fn differences(record: &YearRecord) -> Vec<Reason> {
    let moments = [Moment::EndOfYear, Moment::MidYear];
    let sides = moments.into_iter().find_map(|moment| {
        let professionalism = &record.professionalism;
        professionalism
            .sent(moment, Side::Teacher)
            .zip(professionalism.sent(moment, Side::Evaluator))
    });
    let Some((teacher, evaluator)) = sides else {
        return vec![];
    };
    teacher
        .seen
        .iter()
        .filter_map(|(indicator, own)| {
            let (own, other) = (own.score?, evaluator.seen.get(indicator)?.score?);
            (own.abs_diff(other) >= 2).then(|| Reason::RatingsDiffer {
                indicator: indicator.clone(),
                teacher: own,
                evaluator: other,
            })
        })
        .collect()
}

/// Indicators whose last lesson stands above their first.
pub fn moved_up(record: &YearRecord) -> Vec<Reason> {
    record
        .standing()
        .into_iter()
        .filter_map(|(indicator, levels)| {
            let (first, last) = (levels.first()?, levels.last()?);
            (last.score > first.score).then_some(Reason::MovedUp {
                indicator,
                from: first.score,
                to: last.score,
            })
        })
        .collect()
}
