//! The rating shared, announced, received or not, and answered by some; the letter after it.

use super::Stop;
use super::acts::{Script, at};
use super::bank::sentence;
use super::conversations::Room;
use super::letters::Letter;
use super::lives::Ending;
use super::plan::Life;
use domain::ratings::Command as Do;
use domain::{Command, Kind};
use jiff::ToSpan;
use jiff::civil::date;

/// What becomes of a teacher's rating. Within the band of a cut it cannot be shared yet, and neither while something is
/// missing.
///
/// # Errors
/// Words that are missing.
pub fn acts(life: &Life, declines: bool, room: &Room<'_>, script: &mut Script) -> Result<(), Stop> {
    if life.ending == Ending::Band || life.gap.is_some() {
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
