//! Renewal recommended by mid-April, and the message about it. Where the year points to Not Meeting nothing is entered:
//! that is a case, and its room comes later.

use super::Stop;
use super::acts::{Script, at};
use super::bank::{Bank, sentence};
use super::letters::Letter;
use super::lives::Ending;
use super::plan::Life;
use domain::recommendations::Command as Do;
use domain::{Command, Kind, YearId};
use jiff::ToSpan;
use jiff::civil::date;
use policy::Pack;

/// A teacher's recommendation.
///
/// # Errors
/// Words that are missing.
pub fn acts(
    life: &Life,
    year: &YearId,
    bank: &Bank,
    pack: &Pack,
    seed: u64,
    script: &mut Script,
) -> Result<(), Stop> {
    let teacher = &life.teacher;
    if life.ending == Ending::NotMeeting {
        return Ok(());
    }
    let mut chance = life.chance(seed, "recommendation");
    let list = bank
        .answers
        .recommendation
        .get(if life.is_low() { "low" } else { "sound" });
    let text = chance
        .pick(list.map_or(&[][..], Vec::as_slice))
        .ok_or_else(|| Stop::Words("answers.toml recommends nothing".to_owned()))?;
    // `rating-trace.html`: Wed 14 April, for all of this caseload.
    let day = if teacher.evaluator_name == "Desmond Achterberg" {
        date(2027, 4, 14)
    } else {
        date(2027, 4, [6, 8, 12, 13, 15][chance.below(5)])
    };
    let lessons = life
        .lessons
        .iter()
        .filter(|lesson| lesson.shared_on < day)
        .count()
        .to_string();
    let growth = pack
        .framework
        .indicator(&life.growth)
        .map(|indicator| indicator.short.en.to_lowercase())
        .unwrap_or_default();
    let command = Do::Renew {
        teacher: teacher.id,
        year: year.clone(),
        reasons: sentence(text, &[("lessons", &lessons), ("growth", &growth)]),
    };
    let stream = life.one(Kind::Recommendation, year);
    let when = at(day, 16, [0, 10, 30, 45][chance.below(4)]);
    script.order(
        when,
        teacher.evaluator,
        &stream,
        Command::Recommendation(command),
    );
    script.letter(
        when.saturating_add(5.minutes()),
        teacher.evaluator,
        Letter::new(life, &stream),
    );
    Ok(())
}
