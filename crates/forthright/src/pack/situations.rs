//! `forthright pack test`: the situations that are kept with a pack, played against it.

use super::sound;
use crate::packs;
use anyhow::{Context, Result, bail};
use clap::Args;
use domain::calendar::Calendar;
use domain::measures::{Entry, Goal, Measure, Survey};
use domain::observations::{Lesson, Observation, Seen};
use domain::people::{Employment, Person, PriorRating};
use domain::professionalism::{Moment, Sent, Side};
use domain::ratings::calculation::{Outcome, outcome, provisional};
use domain::{Kind, PersonId, Stream, YearId, YearRecord, situations};
use jiff::Timestamp;
use jiff::civil::{Date, time};
use policy::{Exact, Pack, When};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The file beside the pack's own.
const FILE: &str = "situations.toml";

/// Plays the situations of situations.toml against a pack, and says which came out as they should.
#[derive(Args)]
#[command(after_help = "Example:\n  forthright pack test packs/leap/2026-27")]
pub struct Test {
    /// The pack's folder.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl Test {
    pub fn run(self) -> Result<()> {
        let pack = sound(&self.folder)?;
        let files = packs::read(&self.folder)?;
        let Some((_, text)) = files.iter().find(|(path, _)| path == FILE) else {
            bail!("There is no {FILE} in {}.", self.folder.display());
        };
        let played = play(&pack, text)?;
        for (says, differs) in &played {
            if differs.is_empty() {
                println!("as it should: {says}");
            } else {
                println!("DIFFERS: {says}");
                differs.iter().for_each(|line| println!("    {line}"));
            }
        }
        match played
            .iter()
            .filter(|(_, differs)| !differs.is_empty())
            .count()
        {
            0 => {
                println!("All {} situations came out as they should.", played.len());
                Ok(())
            }
            differing => bail!(
                "{differing} of {} situations came out differently.",
                played.len()
            ),
        }
    }
}

/// Each situation in its words, with what came out differently.
fn play(pack: &Pack, text: &str) -> Result<Vec<(String, Vec<String>)>> {
    let file: File = toml::from_str(text).with_context(|| format!("{FILE} cannot be read"))?;
    let whole = serde_json::to_value(pack)?;
    let cases = file
        .case
        .iter()
        .map(|case| (case.says.clone(), case.differs(pack)));
    let clocks = file
        .clock
        .iter()
        .map(|clock| (clock.says.clone(), clock.differs(pack, &file)));
    let values = file
        .value
        .iter()
        .map(|value| (value.says.clone(), value.differs(&whole)));
    Ok(cases.chain(clocks).chain(values).collect())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// First and last student day for clocks that count school days.
    first: toml::value::Datetime,
    last: toml::value::Datetime,
    #[serde(default)]
    case: Vec<Case>,
    #[serde(default)]
    clock: Vec<Clock>,
    #[serde(default)]
    value: Vec<Fixed>,
}

/// One teacher's year, and what should come of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    says: String,
    class: Employment,
    /// Ratings of the years before, the latest first.
    #[serde(default)]
    prior: Vec<String>,
    #[serde(default)]
    lesson: Vec<Seeing>,
    /// The evaluator's levels in the order of the framework, at mid-year and at the end.
    #[serde(default)]
    mid_year: Vec<u8>,
    #[serde(default)]
    mid_year_self: Vec<u8>,
    #[serde(default)]
    end_of_year: Vec<u8>,
    /// Percent positive, and answers.
    survey: Option<(Exact, u32)>,
    survey_applies: Option<bool>,
    /// For each goal: pupils that earned 0, 1, 2 and 3 points.
    #[serde(default)]
    goals: Vec<[u32; 4]>,
    collective: Option<Exact>,
    expect: Expected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seeing {
    kind: String,
    on: toml::value::Datetime,
    /// For every indicator in the order of the framework, or for some by id.
    #[serde(default)]
    levels: Vec<u8>,
    #[serde(default)]
    some: BTreeMap<String, u8>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// The rating; of two, those between which a person decides; of none, that there is none.
    rating: Option<Vec<String>>,
    points: Option<Exact>,
    /// What the year points to while it runs.
    provisional: Option<Exact>,
    situations: Option<Vec<String>>,
}

/// A date of the pack.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Clock {
    says: String,
    date: String,
    /// What it counts from, where it is counted.
    from: Option<toml::value::Datetime>,
    is: toml::value::Datetime,
}

/// Values of the pack at a place, such as `windows/mid_year`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixed {
    says: String,
    at: String,
    is: BTreeMap<String, toml::Value>,
}

fn day(date: &toml::value::Datetime) -> Date {
    date.to_string().parse().unwrap_or_default()
}

fn differ(what: &str, wanted: impl std::fmt::Debug, is: impl std::fmt::Debug) -> Option<String> {
    let (wanted, is) = (format!("{wanted:?}"), format!("{is:?}"));
    (wanted != is).then(|| format!("{what}: expected {wanted}, came out {is}"))
}

impl Case {
    fn differs(&self, pack: &Pack) -> Vec<String> {
        let record = self.record(pack);
        let inputs = record.rating_inputs(pack);
        let (rating, points) = match outcome(&inputs, pack) {
            Outcome::Rated { rating, trace } => (vec![rating], Some(trace.composite.value)),
            Outcome::DecisionRequired {
                lower,
                upper,
                trace,
            } => (vec![lower, upper], Some(trace.composite.value)),
            Outcome::NotCalculable { .. } => (vec![], None),
        };
        let expect = &self.expect;
        let found = situations::situations(&record, pack);
        let found: Vec<&str> = found.iter().map(|found| found.situation.as_str()).collect();
        let show = |exact: &Exact| exact.to_string();
        [
            expect
                .rating
                .as_ref()
                .and_then(|wanted| differ("rating", wanted, &rating)),
            expect.points.as_ref().and_then(|wanted| {
                differ(
                    "points",
                    show(wanted),
                    points.as_ref().map_or_else(String::new, show),
                )
            }),
            expect.provisional.as_ref().and_then(|wanted| {
                let is = provisional(&inputs, pack);
                differ(
                    "provisional",
                    show(wanted),
                    is.as_ref().map_or_else(String::new, show),
                )
            }),
            expect
                .situations
                .as_ref()
                .and_then(|wanted| differ("situations", wanted, found)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn record(&self, pack: &Pack) -> YearRecord {
        let (teacher, evaluator) = (
            PersonId(uuid::Uuid::from_u128(1)),
            PersonId(uuid::Uuid::from_u128(2)),
        );
        let begins: i16 = pack
            .year
            .get(..4)
            .and_then(|year| year.parse().ok())
            .unwrap_or(2000);
        let year = YearId::beginning_in(begins);
        let mut person = Person::default();
        person.particulars.employment = Some(self.class);
        let mut before = year.clone();
        for rating in &self.prior {
            before = before.before();
            person
                .prior_ratings
                .push(PriorRating::new(before.clone(), rating));
        }
        let mut record = YearRecord::new(teacher, year, person);
        let at = Timestamp::UNIX_EPOCH;
        let seen = |levels: &mut dyn Iterator<Item = (String, u8)>| -> BTreeMap<String, Seen> {
            let one = |score| Seen {
                score: Some(score),
                text: String::new(),
            };
            levels.map(|(id, score)| (id, one(score))).collect()
        };
        for (number, lesson) in self.lesson.iter().enumerate() {
            let all = pack
                .framework
                .observed()
                .map(|it| it.id.clone())
                .zip(lesson.levels.iter().copied());
            let some = lesson.some.iter().map(|(id, level)| (id.clone(), *level));
            let observation = Observation {
                lesson: Some(Lesson {
                    kind: lesson.kind.clone(),
                    on: day(&lesson.on),
                    begins: time(9, 0, 0, 0),
                    ends: time(9, 40, 0, 0),
                    focus: String::new(),
                    seen: seen(&mut all.chain(some)),
                }),
                shared_at: Some(at),
                shared_on: Some(day(&lesson.on)),
                ..Observation::default()
            };
            record
                .observations
                .insert(Stream::of(Kind::Observation, number), observation);
        }
        for (moment, side, levels) in [
            (Moment::MidYear, Side::Evaluator, &self.mid_year),
            (Moment::MidYear, Side::Teacher, &self.mid_year_self),
            (Moment::EndOfYear, Side::Evaluator, &self.end_of_year),
        ] {
            if levels.is_empty() {
                continue;
            }
            let all = pack.framework.professionalism().map(|it| it.id.clone());
            record.professionalism.sent.push(Sent {
                moment,
                side,
                by: if side == Side::Teacher {
                    teacher
                } else {
                    evaluator
                },
                at,
                on: Date::default(),
                seen: seen(&mut all.zip(levels.iter().copied())),
            });
        }
        let entry = |measure| Entry {
            measure,
            source: String::new(),
            by: evaluator,
            at,
            on: Date::default(),
        };
        record.measures.survey_applies = self.survey_applies;
        record.measures.survey = self.survey.as_ref().map(|(percent, answers)| {
            entry(Measure::Survey(Survey {
                percent: percent.clone(),
                answers: *answers,
            }))
        });
        let goal = |pupils: &[u32; 4]| Goal {
            title: String::new(),
            pupils: *pupils,
        };
        let goals: Vec<Goal> = self.goals.iter().map(goal).collect();
        record.measures.goals = (!goals.is_empty()).then(|| entry(Measure::Goals(goals)));
        record.measures.collective = self
            .collective
            .clone()
            .map(|it| entry(Measure::Collective(it)));
        record
    }
}

impl Clock {
    fn differs(&self, pack: &Pack, file: &File) -> Vec<String> {
        let Some(date) = pack.date(&self.date) else {
            return vec![format!("the pack has no date {}", self.date)];
        };
        let calendar = Calendar {
            first: day(&file.first),
            last: day(&file.last),
            days_off: vec![],
        };
        let is = match (&date.when, &self.from) {
            (When::On(date), _) => *date,
            (When::Counted { days, unit, .. }, Some(from)) => {
                calendar.count_on(day(from), *days, *unit)
            }
            (When::Counted { anchor, .. }, None) => {
                return vec![format!("it counts from {anchor}: say `from`")];
            }
        };
        differ(&self.date, day(&self.is).to_string(), is.to_string())
            .into_iter()
            .collect()
    }
}

impl Fixed {
    fn differs(&self, whole: &Value) -> Vec<String> {
        let Some(there) = self
            .at
            .split('/')
            .filter(|key| *key != ".")
            .try_fold(whole, inside)
        else {
            return vec![format!("the pack has nothing at {}", self.at)];
        };
        self.is
            .iter()
            .filter_map(|(key, wanted)| {
                let Some(is) = inside(there, key) else {
                    return Some(format!("the pack has nothing at {}/{key}", self.at));
                };
                differ(
                    key,
                    shown(&serde_json::to_value(wanted).unwrap_or_default()),
                    shown(is),
                )
            })
            .collect()
    }
}

/// What stands under a key, or the item of a list that has this id.
fn inside<'v>(value: &'v Value, key: &str) -> Option<&'v Value> {
    match value {
        Value::Object(fields) => fields.get(key),
        Value::Array(items) => items.iter().enumerate().find_map(|(at, item)| {
            let named = ["id", "kind", "rating", "level", "indicator"]
                .iter()
                .any(|name| item.get(*name).is_some_and(|id| shown(id) == key));
            (named || at.to_string() == key).then_some(item)
        }),
        _ => None,
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(shown).collect();
            format!("[{}]", items.join(", "))
        }
        // A date of TOML.
        Value::Object(fields) if fields.len() == 1 => fields.values().map(shown).collect(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn leap() -> Vec<(String, String)> {
        let packs = packs::on_offer(None).unwrap();
        packs
            .into_iter()
            .find(|pack| pack.name == "leap/2026-27")
            .unwrap()
            .files
    }

    fn differing(files: &[(String, String)]) -> Option<usize> {
        let pack = policy::load(files).ok()?;
        let (_, text) = files.iter().find(|(path, _)| path == FILE).unwrap();
        let played = play(&pack, text).unwrap();
        Some(
            played
                .iter()
                .filter(|(_, differs)| !differs.is_empty())
                .count(),
        )
    }

    /// Numbers and dates of a line, outside of words.
    fn numbers(line: &str) -> Vec<(usize, usize)> {
        let key = line.split('=').next().unwrap_or_default().trim();
        if line.trim_start().starts_with('#') || key.ends_with("source") {
            return vec![];
        }
        let mut found = vec![];
        let mut at = 0;
        while at < line.len() {
            let rest = &line[at..];
            let letter = rest.chars().next().unwrap();
            if letter == '"' {
                let end = rest[1..].find('"').map_or(rest.len(), |end| end + 2);
                let inner = &rest[1..end - 1];
                if inner.parse::<Exact>().is_ok() {
                    found.push((at + 1, at + end - 1));
                }
                at += end;
            } else if letter.is_ascii_digit() {
                let end = rest
                    .find(|letter: char| !letter.is_ascii_digit() && letter != '-' && letter != '.')
                    .unwrap_or(rest.len());
                let before = line[..at].chars().next_back().unwrap_or(' ');
                if !before.is_alphanumeric() && before != '_' {
                    found.push((at, at + end));
                }
                at += end;
            } else {
                at += letter.len_utf8();
            }
        }
        found
    }

    fn another(number: &str) -> String {
        match (number.parse::<Date>(), number.parse::<Exact>()) {
            (Ok(date), _) => date.tomorrow().unwrap().to_string(),
            (_, Ok(number)) => format!("\"{}\"", number + &Exact::one())
                .trim_matches('"')
                .to_owned(),
            _ => panic!("{number}"),
        }
    }

    #[test]
    fn leaps_situations_come_out_as_they_should() {
        let files = leap();
        let pack = policy::load(&files).unwrap();
        let (_, text) = files.iter().find(|(path, _)| path == FILE).unwrap();
        for (says, differs) in play(&pack, text).unwrap() {
            assert_eq!(differs, Vec::<String>::new(), "{says}");
        }
    }

    /// Whoever changes one number meets at least one check or one situation.
    #[test]
    fn no_number_of_leap_changes_unseen() {
        let files = leap();
        let mut unseen = vec![];
        for (file, (path, text)) in files.iter().enumerate() {
            // rule.toml repeats numbers of other files; the tests of `policy` hold it to them.
            const HELD_ELSEWHERE: [&str; 3] = [FILE, "sources.toml", "rule.toml"];
            if !path.ends_with(".toml") || HELD_ELSEWHERE.contains(&path.as_str()) {
                continue;
            }
            let mut start = 0;
            for (line, content) in text.lines().enumerate() {
                for (from, to) in numbers(content) {
                    let mut changed = files.clone();
                    let number = another(&content[from..to]);
                    changed[file]
                        .1
                        .replace_range(start + from..start + to, &number);
                    if differing(&changed) == Some(0) {
                        unseen.push(format!("{path}:{}: {content}", line + 1));
                    }
                }
                start += content.len() + 1;
            }
        }
        assert!(unseen.is_empty(), "{}", unseen.join("\n"));
    }
}
