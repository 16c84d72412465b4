//! What becomes of each teacher, thought out beforehand: the figures of the year, drawn until the pack's own rule gives
//! what is wanted. The rule is asked, never gone around.

use super::Stop;
use super::chance::Chance;
use super::larkspur::Fixed;
use domain::professionalism::Moment;
use domain::ratings::calculation::{self, Goal, Inputs, Observed, Outcome, Survey};
use jiff::civil::{Date, date};
use policy::{Exact, Pack};
use std::collections::BTreeMap;

/// How a year ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    NotMeeting,
    Approaching,
    Effective,
    Distinguished,
    /// Near the cut of Effective: a person decides.
    Band,
}

/// How things stand in the middle of January.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum January {
    #[default]
    AsItEnds,
    OnTrack,
    Growing,
    Strong,
}

/// What a year lacks in May, so that no rating can be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    OneGoal,
    Professionalism,
}

/// A lesson's place in the year, before it has levels.
#[derive(Clone, Debug)]
pub struct Visit {
    pub kind: &'static str,
    pub on: Date,
    pub shared_on: Date,
    pub indicators: Vec<String>,
}

/// The figures of one year.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// One for each visit.
    pub lessons: Vec<BTreeMap<String, u8>>,
    pub own_mid: BTreeMap<String, u8>,
    pub mid: BTreeMap<String, u8>,
    pub own_end: BTreeMap<String, u8>,
    pub end: BTreeMap<String, u8>,
    /// Percent positive and answers; none below grade 3.
    pub survey: Option<(i64, u32)>,
    pub goals: Vec<[u32; 4]>,
}

/// What figures are drawn for.
pub struct Shape<'a> {
    pub ending: Ending,
    pub january: January,
    pub visits: &'a [Visit],
    /// Whether the mid-year ratings of professionalism are in by 12 January.
    pub rated_by_january: bool,
    pub surveyed: bool,
    pub collective: &'a Exact,
    pub probationary: bool,
    pub class: u32,
    pub fixed: Option<&'a Fixed>,
}

/// The morning of the drawn pages.
const JANUARY: Date = date(2027, 1, 12);
/// Draws before the wish is given up.
const DRAWS: usize = 3_000;

/// Figures that end as wanted.
///
/// # Errors
/// None were found, which is a fault of the wish.
pub fn draw(shape: &Shape<'_>, pack: &Pack, chance: &mut Chance) -> Result<Figures, Stop> {
    for _ in 0..DRAWS {
        let figures = once(shape, pack, chance);
        if fits(&figures, shape, pack) {
            return Ok(figures);
        }
    }
    Err(Stop::Plan(format!(
        "no figures end at {:?} with {:?} in January",
        shape.ending, shape.january
    )))
}

fn once(shape: &Shape<'_>, pack: &Pack, chance: &mut Chance) -> Figures {
    // Tenths of a level.
    let (base, drift, noise) = match shape.ending {
        Ending::NotMeeting => (chance.between(16, 20), -1, 4),
        Ending::Approaching => (chance.between(32, 42), 1, 4),
        Ending::Band => (chance.between(43, 47), 2, 4),
        Ending::Effective => (chance.between(46, 55), 2, 4),
        Ending::Distinguished => (chance.between(62, 69), 1, 4),
    };
    let (base, drift, noise) = match shape.january {
        January::AsItEnds => (base, drift, noise),
        January::OnTrack => (base, 0, 0),
        January::Growing => (base - 2, 6, 2),
        January::Strong => (chance.between(56, 60), 1, 3),
    };
    let mut offsets: BTreeMap<&str, i64> = BTreeMap::new();
    for indicator in pack
        .framework
        .indicators
        .iter()
        .filter(|indicator| indicator.active)
    {
        offsets.insert(&indicator.id, chance.between(-8, 8));
    }
    let level = |indicator: &str, step: i64, chance: &mut Chance| {
        let offset = offsets.get(indicator).copied().unwrap_or_default();
        let tenths = base + offset + drift * step + chance.between(-noise, noise);
        u8::try_from(((tenths + 5) / 10).clamp(1, 7)).unwrap_or(4)
    };
    let mut figures = Figures::default();
    for (step, visit) in (0..).zip(shape.visits) {
        let scores = visit
            .indicators
            .iter()
            .map(|indicator| (indicator.clone(), level(indicator, step, chance)));
        figures.lessons.push(scores.collect());
    }
    for indicator in pack.framework.professionalism() {
        let mid = level(&indicator.id, 1, chance);
        let end = (mid + u8::from(chance.happens(30))).min(7);
        let own = |rated: u8, chance: &mut Chance| (rated + u8::from(chance.happens(35))).min(7);
        figures.mid.insert(indicator.id.clone(), mid);
        figures
            .own_mid
            .insert(indicator.id.clone(), own(mid, chance));
        figures.end.insert(indicator.id.clone(), end);
        figures
            .own_end
            .insert(indicator.id.clone(), own(end, chance));
    }
    let (percent, points) = match shape.ending {
        Ending::NotMeeting => (chance.between(44, 57), [44, 38, 14, 4]),
        Ending::Approaching => (chance.between(57, 69), [14, 38, 38, 10]),
        Ending::Band => (chance.between(63, 70), [8, 32, 44, 16]),
        Ending::Effective => (chance.between(69, 83), [4, 24, 46, 26]),
        Ending::Distinguished => (chance.between(88, 95), [0, 6, 34, 60]),
    };
    if shape.surveyed {
        let answers = i64::from(shape.class) - chance.between(1, 4);
        figures.survey = Some((percent, u32::try_from(answers.max(11)).unwrap_or(11)));
    }
    for _ in 0..2 {
        figures.goals.push(pupils(points, shape.class, chance));
    }
    if let Some(fixed) = shape.fixed {
        fixed.put_into(&mut figures);
    }
    figures
}

/// A class spread over 0 to 3 points by parts of a hundred.
fn pupils(parts: [i64; 4], class: u32, chance: &mut Chance) -> [u32; 4] {
    let absent = chance.between(0, 2);
    let class = (i64::from(class) - absent).max(4);
    let mut counts = parts.map(|part| part * class / 100);
    for _ in 0..2 {
        let (from, to) = (chance.below(4), chance.below(4));
        if counts[from] > 0 {
            counts[from] -= 1;
            counts[to] += 1;
        }
    }
    let given: i64 = counts.iter().sum();
    counts[if parts[3] > parts[0] { 2 } else { 1 }] += class - given;
    counts.map(|count| u32::try_from(count).unwrap_or_default())
}

fn fits(figures: &Figures, shape: &Shape<'_>, pack: &Pack) -> bool {
    let may = inputs(figures, shape, None);
    let ends = match (calculation::outcome(&may, pack), shape.ending) {
        (Outcome::DecisionRequired { lower, .. }, Ending::Band) => lower == "A",
        (Outcome::Rated { rating, .. }, Ending::NotMeeting) => rating == "NM",
        (Outcome::Rated { rating, .. }, Ending::Approaching) => rating == "A",
        (Outcome::Rated { rating, .. }, Ending::Effective) => rating == "E",
        (Outcome::Rated { rating, .. }, Ending::Distinguished) => rating == "D",
        _ => false,
    };
    ends && january_fits(figures, shape, pack)
}

fn january_fits(figures: &Figures, shape: &Shape<'_>, pack: &Pack) -> bool {
    let Some(points) = calculation::provisional(&inputs(figures, shape, Some(JANUARY)), pack)
    else {
        return true;
    };
    let cuts = &pack.rating.cuts.value;
    let effective = cuts.get(1).is_some_and(|cut| points >= *cut);
    let high = Exact::mean(cuts.iter().skip(1)).is_some_and(|half| points >= half);
    let moved = moved_up(figures, shape);
    match shape.january {
        January::OnTrack => effective && !high && !moved,
        January::Growing => effective && !high && moved,
        January::Strong => high,
        January::AsItEnds => match shape.ending {
            Ending::NotMeeting | Ending::Approaching => !effective,
            Ending::Effective | Ending::Distinguished => effective,
            Ending::Band => true,
        },
    }
}

fn moved_up(figures: &Figures, shape: &Shape<'_>) -> bool {
    let mut first: BTreeMap<&str, u8> = BTreeMap::new();
    let mut moved = BTreeMap::new();
    for (visit, scores) in shape
        .visits
        .iter()
        .zip(&figures.lessons)
        .filter(|(visit, _)| visit.shared_on < JANUARY)
    {
        debug_assert!(visit.on <= visit.shared_on, "shared before it was seen");
        for (indicator, score) in scores {
            let from = *first.entry(indicator).or_insert(*score);
            moved.insert(indicator, *score > from);
        }
    }
    moved.values().any(|moved| *moved)
}

/// What the rating rule looks at: on a morning, or in May.
fn inputs(figures: &Figures, shape: &Shape<'_>, before: Option<Date>) -> Inputs {
    let seen = |visit: &&Visit| before.is_none_or(|before| visit.shared_on < before);
    let observations = shape
        .visits
        .iter()
        .zip(&figures.lessons)
        .filter(|(visit, _)| seen(visit));
    let moment = match before {
        None => Some(Moment::EndOfYear),
        Some(_) => shape.rated_by_january.then_some(Moment::MidYear),
    };
    let goals = figures.goals.iter().map(|points| Goal {
        title: String::new(),
        points: *points,
    });
    Inputs {
        observations: observations
            .enumerate()
            .map(|(number, (visit, scores))| Observed {
                id: number.to_string(),
                on: visit.on,
                kind: visit.kind.to_owned(),
                scores: scores.clone(),
            })
            .collect(),
        professionalism: moment
            .map(|moment| {
                if moment == Moment::MidYear {
                    &figures.mid
                } else {
                    &figures.end
                }
            })
            .cloned(),
        professionalism_is_final: before.is_none(),
        survey: figures.survey.map(|(percent, respondents)| Survey {
            percent: percent.into(),
            respondents,
        }),
        survey_applies: shape.surveyed,
        goals: if before.is_none() {
            goals.collect()
        } else {
            vec![]
        },
        collective: before.is_none().then(|| shape.collective.clone()),
        probationary: shape.probationary,
    }
}
