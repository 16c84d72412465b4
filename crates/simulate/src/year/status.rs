//! The status of one teacher, stated by HR's partner once the year's rating is shared: the third effective year in a row.

use super::Stop;
use super::acts::{Script, at};
use super::bank::Bank;
use super::opening::HR_PARTNER;
use super::staff::named;
use domain::people::Directory;
use domain::status::Command;
use domain::{Kind, Stream, YearId};
use jiff::civil::date;

const TEACHER: &str = "Samuel Adeyemi";

/// The statement.
///
/// # Errors
/// A name that the roster does not have, or words that are missing.
pub fn acts(
    everybody: &Directory,
    year: &YearId,
    bank: &Bank,
    script: &mut Script,
) -> Result<(), Stop> {
    let teacher = named(everybody, TEACHER)?;
    let notes = bank.answers.status.get("gained");
    let note = notes
        .and_then(|notes| notes.first())
        .ok_or_else(|| Stop::Words("answers.toml states no status".to_owned()))?;
    let command = Command::State {
        teacher,
        year: year.clone(),
        note: note.clone(),
    };
    script.order(
        at(date(2027, 5, 20), 15, 40),
        named(everybody, HR_PARTNER)?,
        &Stream::of_year(Kind::Status, teacher, year),
        domain::Command::Status(command),
    );
    Ok(())
}
