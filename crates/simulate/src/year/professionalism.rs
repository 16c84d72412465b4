//! Professionalism in January and in May: the teacher's own levels first, then the evaluator's with what they rest on.

use super::Stop;
use super::acts::{Script, at};
use super::bank::{Bank, Pair, band, fill, sentence};
use super::chance::Chance;
use super::lives::Gap;
use super::plan::{Life, Talk};
use super::staff::Teacher;
use domain::calendar::Calendar;
use domain::observations::Seen;
use domain::professionalism::{Command as Rate, Moment, Side};
use domain::{Command, Kind, PersonId, YearId};
use jiff::civil::{DateTime, date};
use std::collections::BTreeMap;

/// What the evaluator writes beside each level. At mid-year only levels below Effective and at Distinguished need a text;
/// most evaluators write one for each all the same.
///
/// # Errors
/// An indicator without words.
pub fn notes(
    teacher: &Teacher,
    levels: &BTreeMap<String, u8>,
    moment: &str,
    earlier: &BTreeMap<String, Pair>,
    class: u32,
    bank: &Bank,
    chance: &mut Chance,
) -> Result<BTreeMap<String, Pair>, Stop> {
    let own = bank
        .larkspur
        .professionalism
        .get(&teacher.family)
        .and_then(|moments| moments.get(moment));
    let mut notes = BTreeMap::new();
    for (indicator, level) in levels {
        if let Some(pair) = own.and_then(|own| own.get(indicator)) {
            notes.insert(indicator.clone(), pair.clone());
            continue;
        }
        let missing = || {
            Stop::Words(format!(
                "professionalism.toml has nothing for {indicator} at {level}"
            ))
        };
        let all = bank
            .professionalism
            .get(indicator)
            .and_then(|bands| bands.get(band(*level)))
            .ok_or_else(missing)?;
        let figures = figures(class, moment, chance);
        let values: Vec<(&str, &str)> = figures
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let written = |(text, echo): &Pair| (sentence(text, &values), fill(echo, &values));
        let fresh: Vec<Pair> = all
            .iter()
            .map(written)
            .filter(|(text, _)| !like(text, earlier.get(indicator)))
            .collect();
        let pair = chance
            .pick(&fresh)
            .cloned()
            .or_else(|| all.first().map(written))
            .ok_or_else(missing)?;
        notes.insert(indicator.clone(), pair);
    }
    Ok(notes)
}

/// Whether a text is that of January with other figures.
fn like(text: &str, earlier: Option<&Pair>) -> bool {
    let plain = |text: &str| {
        text.chars()
            .filter(|letter| !letter.is_ascii_digit())
            .collect::<String>()
    };
    earlier.is_some_and(|(old, _)| plain(old) == plain(text))
}

fn figures(class: u32, moment: &str, chance: &mut Chance) -> Vec<(&'static str, String)> {
    let meetings = if moment == "mid_year" {
        chance.between(12, 15)
    } else {
        chance.between(22, 26)
    };
    let families = i64::from(class);
    let reached = (families * chance.between(75, 92) / 100)
        .min(families - 1)
        .max(2);
    let numbers = [
        ("meetings", meetings),
        ("came", meetings - chance.between(1, 2)),
        ("part", meetings * chance.between(35, 55) / 100),
        ("few", chance.between(2, 3)),
        ("families", families),
        ("reached", reached),
        ("half", (families * chance.between(40, 58) / 100).max(2)),
        ("times", chance.between(2, 4)),
    ];
    numbers
        .into_iter()
        .map(|(name, number)| (name, number.to_string()))
        .collect()
}

/// The two moments of a teacher.
pub fn acts(life: &Life, year: &YearId, calendar: &Calendar, seed: u64, script: &mut Script) {
    let mut chance = life.chance(seed, "professionalism");
    moment(
        life,
        Moment::MidYear,
        &life.mid_year,
        year,
        calendar,
        &mut chance,
        script,
    );
    moment(
        life,
        Moment::EndOfYear,
        &life.end_of_year,
        year,
        calendar,
        &mut chance,
        script,
    );
}

fn moment(
    life: &Life,
    moment: Moment,
    talk: &Talk,
    year: &YearId,
    calendar: &Calendar,
    chance: &mut Chance,
    script: &mut Script,
) {
    let teacher = &life.teacher;
    let (own, rated, notes) = match moment {
        Moment::MidYear => (&life.figures.own_mid, &life.figures.mid, &life.mid),
        Moment::EndOfYear => (&life.figures.own_end, &life.figures.end, &life.end),
    };
    let stream = life.one(Kind::Professionalism, year);
    let mut sends = |when: DateTime, by: PersonId, side: Side, seen: BTreeMap<String, Seen>| {
        let command = Rate::Rate {
            teacher: teacher.id,
            year: year.clone(),
            moment,
            side,
            seen,
        };
        script.order(when, by, &stream, Command::Professionalism(command));
    };
    let mut own_day = calendar.subtract_school_days(talk.slot.on, 4);
    if teacher.name == "Imani Castellano" && moment == Moment::MidYear {
        // `my-year-teacher.html`: sent Mon 11 Jan.
        own_day = date(2027, 1, 11);
    }
    let own = own.iter().map(|(id, level)| {
        (
            id.clone(),
            Seen {
                score: Some(*level),
                text: String::new(),
            },
        )
    });
    sends(
        at(own_day, 16, [0, 20, 40][chance.below(3)]),
        teacher.id,
        Side::Teacher,
        own.collect(),
    );
    if moment == Moment::EndOfYear && life.gap == Some(Gap::Professionalism) {
        return;
    }
    let mut day = calendar.subtract_school_days(talk.slot.on, 3);
    if teacher.name == "Imani Castellano" && moment == Moment::MidYear {
        // `today-evaluator.html`: rated on Fri 8 Jan.
        day = date(2027, 1, 8);
    }
    let seen = rated.iter().map(|(id, level)| {
        let text = notes
            .get(id)
            .map(|(text, _)| text.clone())
            .unwrap_or_default();
        (
            id.clone(),
            Seen {
                score: Some(*level),
                text,
            },
        )
    });
    sends(
        at(day, 17, [0, 15, 30][chance.below(3)]),
        teacher.evaluator,
        Side::Evaluator,
        seen.collect(),
    );
}
