//! The decision near a cut, the rating shared, announced, received or not, and answered by some; the letter after it.

use super::Stop;
use super::acts::{Script, at};
use super::bank::sentence;
use super::conversations::Room;
use super::larkspur::fixed;
use super::letters::Letter;
use super::lives::Ending;
use super::plan::Life;
use domain::ratings::Command as Do;
use domain::ratings::decision::Command as Decide;
use domain::{Command, Kind};
use jiff::ToSpan;
use jiff::civil::date;

/// What becomes of a teacher's rating. Near a cut the school's leader decides and a second reader confirms; the drawn
/// person near a cut still waits for it in May, and so does everybody with something missing.
///
/// # Errors
/// Words that are missing.
pub fn acts(life: &Life, declines: bool, room: &Room<'_>, script: &mut Script) -> Result<(), Stop> {
    let waits = life.ending == Ending::Band && fixed(&life.teacher.name).is_some();
    if waits || life.gap.is_some() {
        return Ok(());
    }
    if life.ending == Ending::Band && !decide(life, room, script)? {
        return Ok(());
    }
    let Room {
        year,
        pack,
        calendar,
        bank,
        seed,
    } = room;
    let teacher = &life.teacher;
    let mut chance = life.chance(*seed, "rating");
    let stream = life.one(Kind::Rating, year);
    let share = Do::Share {
        teacher: teacher.id,
        year: (*year).clone(),
    };
    script.order(
        life.rated,
        teacher.evaluator,
        &stream,
        Command::Rating(share),
    );
    script.letter(
        life.rated.saturating_add(5.minutes()),
        teacher.evaluator,
        Letter::new(life, &stream),
    );
    let next = calendar.add_school_days(life.rated.date(), 1);
    script.letter(
        at(next, 16, [5, 20, 35][chance.below(3)]),
        teacher.evaluator,
        Letter::new(life, &life.end_of_year.stream),
    );
    // On Fri 21 May those of the last days have not been opened yet.
    let waits = life.rated.date() >= date(2027, 5, 19);
    if !waits && chance.happens(35) || declines {
        let kind = if life.is_low() { "low" } else { "sound" };
        let lists = bank
            .answers
            .rating
            .get(life.language)
            .and_then(|lists| lists.get(kind));
        let text = chance
            .pick(lists.map_or(&[][..], Vec::as_slice))
            .ok_or_else(|| Stop::Words("answers.toml has none for ratings".to_owned()))?;
        let growth = pack
            .framework
            .indicator(&life.growth)
            .map(|indicator| indicator.short.get(life.language).to_lowercase())
            .unwrap_or_default();
        let answer = Do::Answer {
            text: sentence(text, &[("growth", &growth)]),
        };
        script.order(
            at(next, 18, [0, 20, 45][chance.below(3)]),
            teacher.id,
            &stream,
            Command::Rating(answer),
        );
    }
    let pause = if waits {
        3
    } else {
        u32::from(chance.happens(60)) + 1
    };
    // Some forget it for a few days.
    let forgets = !waits && !declines && chance.happens(10);
    let pause = pause + if forgets { 3 } else { 0 };
    let day = calendar.add_school_days(life.rated.date(), pause);
    let receipt = if declines {
        Do::Decline
    } else {
        Do::Acknowledge
    };
    script.order(
        at(day, 17, [10, 30, 50][chance.below(3)]),
        teacher.id,
        &stream,
        Command::Rating(receipt),
    );
    Ok(())
}

/// The decision near a cut, made and confirmed in the two hours before the rating is shared; `false` where nobody can be
/// asked to read it.
fn decide(life: &Life, room: &Room<'_>, script: &mut Script) -> Result<bool, Stop> {
    let teacher = &life.teacher;
    let Some(reader) = teacher.reader else {
        return Ok(false);
    };
    let mut chance = life.chance(room.seed, "decision");
    let list = room.bank.answers.decision.get("reasons");
    let text = chance
        .pick(list.map_or(&[][..], Vec::as_slice))
        .ok_or_else(|| Stop::Words("answers.toml decides nothing".to_owned()))?;
    let growth = room
        .pack
        .framework
        .indicator(&life.growth)
        .map(|indicator| indicator.short.en.to_lowercase())
        .unwrap_or_default();
    let lessons = life.lessons.len().to_string();
    let evidence = life.lessons.iter().map(|lesson| lesson.stream.clone());
    let stream = life.one(Kind::Decision, room.year);
    let command = Decide::Decide {
        teacher: teacher.id,
        year: room.year.clone(),
        rating: "E".to_owned(),
        reasons: sentence(text, &[("lessons", &lessons), ("growth", &growth)]),
        evidence: evidence
            .chain([life.one(Kind::Measures, room.year)])
            .collect(),
        reader,
    };
    script.order(
        life.rated.saturating_sub(95.minutes()),
        teacher.leader,
        &stream,
        Command::Decision(command),
    );
    script.order(
        life.rated.saturating_sub(40.minutes()),
        reader,
        &stream,
        Command::Decision(Decide::Confirm),
    );
    Ok(true)
}
