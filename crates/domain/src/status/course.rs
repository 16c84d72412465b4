//! The status engine: a pure function from a teacher's years and the pack's numbers to a standing with its trace
//! (`leap.md` 4). Nothing flips by itself: what it computes is stated by a person, in `status`.

use super::Status;
use super::trace::{Effect, Finding, Line, Number, Origin, Rule, Standing, Trace};
use crate::id::{Kind, PersonId, YearId};
use crate::people::{Employment, Service, Taken};
use crate::year_record::YearRecord;
use jiff::civil::Date;
use policy::{NoScore, Pack};
use std::collections::BTreeMap;

/// One year of a teacher as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Year {
    pub year: YearId,
    /// The record's own comes before a file's.
    pub origin: Origin,
    /// The pack's rating id; `None` for no score.
    pub rating: Option<String>,
    pub service: Service,
    /// HR's class in that year, where it is known.
    pub class: Option<Employment>,
    /// Another district's name; empty for this one.
    pub district: String,
}

/// Everything of a teacher that the engine looks at, and what was stated.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    pub teacher: PersonId,
    /// The school year now.
    pub year: YearId,
    /// HR's class today.
    pub class: Option<Employment>,
    pub hired: Option<Date>,
    pub years: Vec<Year>,
    /// From which file an imported year's rating is, where one is known.
    pub taken: BTreeMap<YearId, Taken>,
    pub status: Status,
    /// The version of the status's stream.
    pub version: u64,
}

impl Course {
    /// Draws it from a teacher's year.
    pub fn of(record: &YearRecord) -> Self {
        let person = &record.person;
        let imported = person.prior_ratings.iter().map(|prior| Year {
            year: prior.year.clone(),
            origin: Origin::Imported,
            rating: prior.rating.clone(),
            service: prior.service,
            class: prior.class,
            district: prior.district.clone(),
        });
        let own = |year: &YearId, rating: &String| Year {
            year: year.clone(),
            origin: Origin::Record,
            rating: Some(rating.clone()),
            service: Service::Full,
            class: None,
            district: String::new(),
        };
        let earlier = record
            .earlier
            .iter()
            .map(|(year, rating)| own(year, rating));
        let now = record.rating.released.as_ref();
        let now = now.map(|released| own(&record.year, &released.rating));
        Self {
            teacher: record.teacher,
            year: record.year.clone(),
            class: person.particulars.employment,
            hired: person.particulars.hired,
            years: imported.chain(earlier).chain(now).collect(),
            taken: person
                .prior_ratings
                .iter()
                .filter_map(|prior| Some((prior.year.clone(), prior.taken.clone()?)))
                .collect(),
            status: record.status.clone(),
            version: record.one(Kind::Status).1,
        }
    }

    /// The standing as far as ratings are shared.
    pub fn trace(&self, pack: &Pack) -> Trace {
        trace(self, &self.years, pack)
    }

    /// The standing with which the year began: this year's own rating left out.
    pub fn at_start(&self, pack: &Pack) -> Trace {
        let before: Vec<Year> = self.before().cloned().collect();
        trace(self, &before, pack)
    }

    /// The standing if this year ended at a rating.
    pub fn if_rated(&self, rating: &str, pack: &Pack) -> Trace {
        let mut years: Vec<Year> = self.before().cloned().collect();
        years.push(Year {
            year: self.year.clone(),
            origin: Origin::Record,
            rating: Some(rating.to_owned()),
            service: Service::Full,
            class: None,
            district: String::new(),
        });
        trace(self, &years, pack)
    }

    fn before(&self) -> impl Iterator<Item = &Year> {
        self.years.iter().filter(|year| year.year < self.year)
    }
}

/// Whether ratings gain and lose status in a class: the pack's word, else the law's (ST10).
fn applies(class: Employment, pack: &Pack) -> bool {
    pack.class(class.as_str())
        .map_or(class.has_status(), |class| class.status_applies)
}

/// What the teacher holds while the years are walked through.
#[derive(Clone, Copy)]
enum Held {
    Probationary { counted: u32 },
    NonProbationary { low: u32 },
}

/// One year each: the record's own rating counts before a file's, and keeps what the file knows of service and class.
fn merged(years: &[Year], findings: &mut Vec<Finding>) -> BTreeMap<YearId, Year> {
    let mut sorted: Vec<&Year> = years.iter().collect();
    sorted.sort();
    let mut by_year: BTreeMap<YearId, Year> = BTreeMap::new();
    for year in sorted {
        match by_year.get_mut(&year.year) {
            None => drop(by_year.insert(year.year.clone(), year.clone())),
            Some(first) => {
                let differs = Finding::RatingDiffers {
                    year: year.year.clone(),
                };
                if first.rating != year.rating && !findings.contains(&differs) {
                    findings.push(differs);
                }
                if first.origin == Origin::Record && year.origin == Origin::Imported {
                    first.service = year.service;
                    first.class = first.class.or(year.class);
                }
            }
        }
    }
    by_year
}

/// The engine. The order of the years does not matter.
fn trace(course: &Course, years: &[Year], pack: &Pack) -> Trace {
    let rule = &pack.rating.status;
    let mut findings = vec![];
    let by_year = merged(years, &mut findings);
    let here = |year: &&Year| year.district.is_empty();
    let said = by_year
        .values()
        .filter(here)
        .find_map(|year| year.class.filter(|class| applies(*class, pack)));
    let today = course.class;
    let began = said.or(today.filter(|class| applies(*class, pack)));
    let mut trace = Trace {
        class: today,
        began,
        began_by: None,
        lines: vec![],
        standing: Standing::Unknown,
        gain: Number::from(&rule.gain),
        lose: Number::from(&rule.lose),
        findings: vec![],
    };
    let outside = today.is_some_and(|class| !applies(class, pack));
    if began.is_none() && !outside {
        trace.findings = findings;
        return trace;
    }
    let from_elsewhere = by_year
        .values()
        .next()
        .is_some_and(|year| !year.district.is_empty());
    let mut held = match began {
        Some(Employment::NonProbationary) => {
            trace.began_by = from_elsewhere.then_some(Rule::Carried);
            Held::NonProbationary { low: 0 }
        }
        _ => Held::Probationary { counted: 0 },
    };
    // Where no year says its class and today's has no status, those years had none that is known.
    let unsaid = if began.is_none() { today } else { None };
    let mut missing = vec![];
    let last = if by_year.contains_key(&course.year) {
        course.year.clone()
    } else {
        course.year.before()
    };
    let first = by_year.keys().next().cloned();
    let span = first.iter().flat_map(|first| {
        (first.begins()..=last.begins().max(first.begins())).map(YearId::beginning_in)
    });
    let mut low_since = None;
    for id in span {
        let year = by_year.get(&id);
        let line = match year {
            Some(year) => walked(year, year.class.or(unsaid), &mut held, pack, &mut findings),
            None => {
                missing.push(id.clone());
                held = match held {
                    Held::Probationary { .. } => Held::Probationary { counted: 0 },
                    Held::NonProbationary { .. } => Held::NonProbationary { low: 0 },
                };
                line(&id, None, Effect::Unknown, None, false, held)
            }
        };
        if line.effect == Effect::AtRisk {
            low_since = Some(id);
        }
        trace.lines.push(line);
    }
    if !missing.is_empty() {
        findings.push(Finding::YearsMissing { years: missing });
    }
    let new_here = course.hired.map(YearId::on) >= Some(course.year.clone());
    if by_year.is_empty() && !new_here && !outside {
        findings.push(Finding::NothingKnown);
    }
    trace.standing = match (held, low_since) {
        _ if outside => Standing::Outside,
        (Held::NonProbationary { low }, Some(since)) if low > 0 => Standing::AtRisk {
            since,
            left: rule.lose.value.saturating_sub(low),
        },
        (Held::NonProbationary { .. }, _) => Standing::NonProbationary,
        (Held::Probationary { counted }, _) => match trace.lines.last() {
            Some(line) if line.effect == Effect::Lost => Standing::Lost {
                year: line.year.clone(),
            },
            _ => Standing::Probationary {
                counted,
                of: rule.gain.value,
            },
        },
    };
    if let Some(says) = today.filter(|_| !outside)
        && (says == Employment::NonProbationary) != trace.standing.is_non_probationary()
    {
        findings.push(Finding::ClassDiffers { says });
    }
    trace.findings = findings;
    trace
}

/// What one known year does.
fn walked(
    year: &Year,
    class: Option<Employment>,
    held: &mut Held,
    pack: &Pack,
    findings: &mut Vec<Finding>,
) -> Line {
    let rule = &pack.rating.status;
    let known = year.rating.as_ref().map(|id| pack.rating.rating(id));
    if let (Some(None), Some(rating)) = (&known, &year.rating) {
        findings.push(Finding::RatingUnknown {
            year: year.year.clone(),
            rating: rating.clone(),
        });
    }
    let in_chain = match *held {
        Held::Probationary { counted } => counted > 0,
        Held::NonProbationary { low } => low > 0,
    };
    let (effect, by, settled) = if !year.district.is_empty() {
        // ST3 speaks of probationary teachers, whose count also needs one district without a break; that a
        // non-probationary teacher's chain rests meanwhile is our own reading.
        let probationary = matches!(held, Held::Probationary { .. });
        if probationary {
            *held = Held::Probationary { counted: 0 };
        }
        (
            Effect::Elsewhere,
            Some(Rule::Elsewhere),
            probationary || !in_chain,
        )
    } else if class.is_some_and(|class| !applies(class, pack)) {
        // The law takes the consequences away; that a chain reaches across such a year is our own reading.
        (Effect::Outside, Some(Rule::Outside), !in_chain)
    } else {
        match known {
            Some(None) => {
                *held = match *held {
                    Held::Probationary { .. } => Held::Probationary { counted: 0 },
                    Held::NonProbationary { .. } => Held::NonProbationary { low: 0 },
                };
                (Effect::Unknown, None, false)
            }
            None => no_score(year.service, held, rule.no_score.value),
            Some(Some(rating)) if rating.effective => {
                effective(year.service, held, rule.gain.value)
            }
            Some(Some(_)) => low(held, rule.lose.value),
        }
    };
    line(&year.year, Some(year), effect, by, settled, *held)
}

type Step = (Effect, Option<Rule>, bool);

fn no_score(service: Service, held: &mut Held, no_score: NoScore) -> Step {
    match (no_score, &mut *held) {
        (_, Held::Probationary { counted }) if service == Service::Interrupted => {
            *counted = 0;
            (Effect::Interrupted, Some(Rule::Gain), true)
        }
        (NoScore::Bridge, _) => (Effect::Bridged, Some(Rule::NoScore), true),
        (NoScore::Break, Held::Probationary { counted }) => {
            *counted = 0;
            (Effect::Broken, Some(Rule::NoScore), true)
        }
        (NoScore::Break, Held::NonProbationary { low }) => {
            *low = 0;
            (Effect::Broken, Some(Rule::NoScore), true)
        }
    }
}

fn effective(service: Service, held: &mut Held, gain: u32) -> Step {
    match held {
        Held::Probationary { counted } if service == Service::Interrupted => {
            *counted = 0;
            (Effect::Interrupted, Some(Rule::Gain), true)
        }
        Held::Probationary { counted } => {
            *counted += 1;
            let late = service == Service::Late;
            if *counted >= gain {
                *held = Held::NonProbationary { low: 0 };
                (Effect::Gained, Some(Rule::Gain), !late)
            } else {
                let by = if late { Rule::LateHire } else { Rule::Gain };
                (Effect::Counted, Some(by), !late)
            }
        }
        Held::NonProbationary { low: 0 } => (Effect::Kept, Some(Rule::Loss), true),
        Held::NonProbationary { low } => {
            *low = 0;
            (Effect::Cleared, Some(Rule::Risk), true)
        }
    }
}

fn low(held: &mut Held, lose: u32) -> Step {
    match held {
        Held::Probationary { counted } => {
            *counted = 0;
            (Effect::Restarted, Some(Rule::Restart), true)
        }
        Held::NonProbationary { low } if *low + 1 >= lose => {
            *held = Held::Probationary { counted: 0 };
            (Effect::Lost, Some(Rule::Loss), true)
        }
        Held::NonProbationary { low } => {
            *low += 1;
            (Effect::AtRisk, Some(Rule::Risk), true)
        }
    }
}

fn line(
    id: &YearId,
    year: Option<&Year>,
    effect: Effect,
    rule: Option<Rule>,
    settled: bool,
    held: Held,
) -> Line {
    let (counted, low) = match held {
        Held::Probationary { counted } => (counted, 0),
        Held::NonProbationary { low } => (0, low),
    };
    Line {
        year: id.clone(),
        rating: year.and_then(|year| year.rating.clone()),
        origin: year.map(|year| year.origin),
        service: year.map_or(Service::Full, |year| year.service),
        district: year.map(|year| year.district.clone()).unwrap_or_default(),
        effect,
        rule,
        counted,
        low,
        settled,
    }
}
