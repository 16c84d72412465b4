//! The written basis of each rating, made from what was shared: two indicators, their lessons and counts, the description
//! that is met and the one that is not yet, and a next step (`leap.md` 9).

use super::Stop;
use super::acts::{Script, at};
use super::bank::{Bank, Level, Lists, Pair, band, capital, fill};
use super::chance::Chance;
use super::lives::Gap;
use super::plan::{Lesson, Life, Note};
use domain::calendar::Calendar;
use domain::rationale::{About, Command as Write};
use domain::{Command, Kind, Stream, YearId};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Both rationales of a teacher, three school days before the last conversation.
///
/// # Errors
/// Words that are missing.
pub fn acts(
    life: &Life,
    year: &YearId,
    bank: &Bank,
    calendar: &Calendar,
    seed: u64,
    script: &mut Script,
) -> Result<(), Stop> {
    let teacher = &life.teacher;
    let mut chance = life.chance(seed, "rationale");
    let day = calendar.subtract_school_days(life.end_of_year.slot.on, 3);
    let mut shares = |about: About, minute: i8, text: String, evidence: Vec<Stream>| {
        let command = Write::Share {
            teacher: teacher.id,
            year: year.clone(),
            about,
            text,
            evidence,
        };
        script.order(
            at(day, 17, minute),
            teacher.evaluator,
            &Stream::rationale(teacher.id, year, about),
            Command::Rationale(command),
        );
    };
    let own = bank.larkspur.rationale.get(&teacher.family);
    let own = |about: About| own.and_then(|own| own.get(about.as_str())).cloned();
    let seen: Vec<&Lesson> = life
        .lessons
        .iter()
        .filter(|lesson| lesson.shared_on <= day)
        .collect();
    let instruction = match own(About::Instruction) {
        Some(text) => text,
        None => of_length(&mut chance, |chance| instruction(life, &seen, bank, chance))?,
    };
    let mut evidence: Vec<Stream> = seen.iter().map(|lesson| lesson.stream.clone()).collect();
    evidence.push(life.mid_year.stream.clone());
    shares(About::Instruction, 40, instruction, evidence);
    // Without the ratings of May there is nothing to give reasons for yet.
    if life.gap == Some(Gap::Professionalism) {
        return Ok(());
    }
    let professionalism = match own(About::Professionalism) {
        Some(text) => text,
        None => of_length(&mut chance, |chance| professionalism(life, bank, chance))?,
    };
    let evidence = vec![
        life.one(Kind::Professionalism, year),
        life.mid_year.stream.clone(),
    ];
    shares(About::Professionalism, 55, professionalism, evidence);
    Ok(())
}

/// Written again until it has a length that can be followed and will be read.
fn of_length(
    chance: &mut Chance,
    mut writes: impl FnMut(&mut Chance) -> Result<String, Stop>,
) -> Result<String, Stop> {
    let mut text = writes(chance)?;
    for _ in 0..40 {
        if (60..=140).contains(&text.split_whitespace().count()) {
            break;
        }
        text = writes(chance)?;
    }
    Ok(text)
}

/// An indicator's way through the year.
struct Way<'a> {
    indicator: &'a str,
    /// Latest first.
    seen: Vec<(&'a Lesson, &'a Note)>,
}

fn instruction(
    life: &Life,
    seen: &[&Lesson],
    bank: &Bank,
    chance: &mut Chance,
) -> Result<String, Stop> {
    let frames = &bank.answers.rationale.instruction;
    let mut ways: Vec<Way<'_>> = vec![];
    for lesson in seen.iter().rev() {
        for (indicator, note) in &lesson.notes {
            match ways.iter_mut().find(|way| way.indicator == indicator) {
                Some(way) => way.seen.push((lesson, note)),
                None => ways.push(Way {
                    indicator,
                    seen: vec![(lesson, note)],
                }),
            }
        }
    }
    // What was seen twice says more.
    let level = |way: &Way<'_>| way.seen.first().map_or(0, |(_, note)| note.level);
    ways.sort_by_key(|way| std::cmp::Reverse(way.seen.len().min(2)));
    let twice = ways.iter().filter(|way| way.seen.len() > 1).count().max(2);
    ways.truncate(twice);
    ways.sort_by_key(|way| (level(way), way.indicator));
    let (Some(low), Some(high)) = (ways.first(), ways.last()) else {
        return Err(Stop::Plan(format!(
            "{} has no lesson before the rationale",
            life.teacher.name
        )));
    };
    let (first, last) = (seen.first(), seen.last());
    let mut text = vec![frame(
        frames,
        "open",
        &[
            ("lessons", number(seen.len())),
            (
                "from",
                first.map(|lesson| day(lesson.on)).unwrap_or_default(),
            ),
            ("to", last.map(|lesson| day(lesson.on)).unwrap_or_default()),
        ],
        chance,
    )?];
    text.push(said("high", high, frames, chance)?);
    text.push(said("low", low, frames, chance)?);
    if let Some((lesson, note)) = low.seen.get(1) {
        let now = level(low);
        let values = [
            ("before", note.level.to_string()),
            ("earlier", day(lesson.on)),
            ("echo", note.echo.clone()),
        ];
        text.push(frame(
            frames,
            if note.level == now { "stayed" } else { "moved" },
            &values,
            chance,
        )?);
    }
    text.extend(fit(low.indicator, level(low), bank, frames, chance)?);
    Ok(text.join(" "))
}

fn said(name: &str, way: &Way<'_>, frames: &Lists, chance: &mut Chance) -> Result<String, Stop> {
    let Some((lesson, note)) = way.seen.first() else {
        return Ok(String::new());
    };
    let values = [
        ("id", way.indicator.to_owned()),
        ("level", note.level.to_string()),
        ("date", day(lesson.on)),
        ("echo", note.echo.clone()),
    ];
    frame(frames, name, &values, chance)
}

/// Which description the level meets, which next one not yet, and the next step towards it.
fn fit(
    indicator: &str,
    level: u8,
    bank: &Bank,
    frames: &Lists,
    chance: &mut Chance,
) -> Result<Vec<String>, Stop> {
    let words: &Level = bank
        .levels
        .get(indicator)
        .ok_or_else(|| Stop::Words(format!("levels.toml has no {indicator}")))?;
    let is = words.is(band(level)).to_owned();
    let Some(above) = words.above(band(level)) else {
        return Ok(vec![frame(frames, "summit", &[("is", is)], chance)?]);
    };
    let values = [
        ("level", level.to_string()),
        ("id", indicator.to_owned()),
        ("is", is),
        ("above", above.to_owned()),
    ];
    let fits = frame(frames, "fits", &values, chance)?;
    let support = frame(frames, "support", &[], chance)?;
    let by =
        ["10 September", "17 September", "24 September", "1 October"][chance.below(4)].to_owned();
    let values = [
        ("next", words.next.clone()),
        ("by", by),
        ("support", small(&support)),
    ];
    Ok(vec![fits, frame(frames, "next", &values, chance)?])
}

fn professionalism(life: &Life, bank: &Bank, chance: &mut Chance) -> Result<String, Stop> {
    let frames = &bank.answers.rationale;
    let levels: &BTreeMap<String, u8> = &life.figures.end;
    let mut order: Vec<(&String, u8)> = levels
        .iter()
        .map(|(indicator, level)| (indicator, *level))
        .collect();
    chance.shuffle(&mut order);
    order.sort_by_key(|(_, level)| *level);
    let (Some((low, low_level)), Some((high, high_level))) = (order.first(), order.last()) else {
        return Err(Stop::Plan("no indicator of professionalism".to_owned()));
    };
    let echo = |notes: &BTreeMap<String, Pair>, indicator: &str| {
        notes
            .get(indicator)
            .map(|(_, echo)| echo.clone())
            .unwrap_or_default()
    };
    let own = &frames.professionalism;
    let mut text = vec![frame(own, "open", &[], chance)?];
    for (name, indicator, level) in [("high", *high, *high_level), ("low", *low, *low_level)] {
        let values = [
            ("id", indicator.clone()),
            ("level", level.to_string()),
            ("echo", echo(&life.end, indicator)),
        ];
        text.push(frame(own, name, &values, chance)?);
    }
    let (now, then) = (echo(&life.end, low), echo(&life.mid, low));
    if let Some(before) = life.figures.mid.get(*low).filter(|_| now != then) {
        let values = [("before", before.to_string()), ("echo", then)];
        text.push(frame(
            own,
            if before == low_level {
                "stayed"
            } else {
                "moved"
            },
            &values,
            chance,
        )?);
    }
    text.push(frame(own, "pupils", &[], chance)?);
    text.extend(fit(low, *low_level, bank, &frames.instruction, chance)?);
    Ok(text.join(" "))
}

fn frame(
    frames: &Lists,
    name: &str,
    values: &[(&str, String)],
    chance: &mut Chance,
) -> Result<String, Stop> {
    let list = frames.get(name).map_or(&[][..], Vec::as_slice);
    let frame = chance
        .pick(list)
        .ok_or_else(|| Stop::Words(format!("answers.toml has no {name} for rationales")))?;
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    Ok(if frame.contains('.') {
        capital(&fill(frame, &values))
    } else {
        fill(frame, &values)
    })
}

/// A clause inside a sentence.
fn small(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !text.starts_with("I ") => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

fn day(date: Date) -> String {
    date.strftime("%-d %B").to_string()
}

fn number(count: usize) -> String {
    ["no", "one", "two", "three", "four", "five"]
        .get(count)
        .map_or_else(|| count.to_string(), |word| (*word).to_owned())
}
