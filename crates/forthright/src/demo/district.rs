//! How the demo's past comes about: one record on a moved clock, copied at each morning.

use super::folder::{Person, file};
use super::mornings;
use access::Actor;
use anyhow::{Context, Result, anyhow};
use domain::calendar::Calendar;
use domain::people::roster::Command as RosterCommand;
use domain::people::{Command as PersonCommand, Directory, Name, Office};
use domain::school_year::{Adopted, Command as YearCommand};
use domain::{Command, Kind, PersonId, Stream, YearId};
use exchange::roster::{Files, read};
use jiff::civil::date;
use jiff::tz::TimeZone;
use pages::PackOnOffer;
use record::{Clock, Order, Record};
use simulate::roster::Package;
use std::path::Path;

const ZONE: &str = "America/Denver";
const PACK: &str = "leap/2026-27";

/// Lives the year in the folder and leaves a database for each morning; the people of the printed list.
pub async fn live(
    folder: &Path,
    packs: &[PackOnOffer],
    say: &mut dyn FnMut(&str),
) -> Result<Vec<Person>> {
    let zone = TimeZone::get(ZONE)?;
    let clock = Clock::moved(mornings::now(
        date(2026, 8, 10),
        &zone,
        jiff::Timestamp::UNIX_EPOCH,
    ));
    let living = folder.join("living.db");
    let record = Record::open(&format!("sqlite:{}", living.display()), clock.clone()).await?;
    record.mark_demo().await?;
    let people = begin(&record, packs).await?;
    for (key, day) in mornings::ALL {
        say(&format!("  {day}"));
        clock.move_to(mornings::now(day, &zone, jiff::Timestamp::UNIX_EPOCH));
        record.copy_to(&folder.join(file(key))).await?;
    }
    Ok(people)
}

async fn begin(record: &Record, packs: &[PackOnOffer]) -> Result<Vec<Person>> {
    let administrator = PersonId(uuid::Uuid::now_v7());
    let name = Name {
        given: "Noor".to_owned(),
        family: "Abadi".to_owned(),
        ..Name::default()
    };
    let enter = PersonCommand::EnterAdministrator {
        id: administrator,
        name,
        email: "noor.abadi@district.example".to_owned(),
    };
    order(
        record,
        Actor::COMMAND_LINE,
        Stream::of(Kind::Person, administrator),
        Command::Person(enter),
    )
    .await?;
    let roster = read(
        &Files::from_entries(Package::demo().files()),
        &Directory::default(),
    );
    let stream = roster.stream();
    let apply = RosterCommand::Apply {
        file: Box::new(roster),
        confirmed_removals: false,
    };
    order(record, administrator, stream, Command::Roster(apply)).await?;
    let year = YearId::beginning_in(2026);
    let stream = Stream::of(Kind::SchoolYear, &year);
    let files = packs
        .iter()
        .find(|pack| pack.name == PACK)
        .context("the pack of the demo is missing")?
        .files
        .clone();
    let adopted = Adopted::new(PACK.to_owned(), 1, files);
    let adopt = YearCommand::AdoptPack {
        year: year.clone(),
        adopted,
        reason: String::new(),
    };
    order(
        record,
        administrator,
        stream.clone(),
        Command::SchoolYear(adopt),
    )
    .await?;
    let calendar = Calendar {
        first: date(2026, 8, 24),
        last: date(2027, 6, 4),
        days_off: vec![],
    };
    order(
        record,
        administrator,
        stream,
        Command::SchoolYear(YearCommand::EnterDays { year, calendar }),
    )
    .await?;
    let scope = access::scope(&Actor::command_line(), access::List::Roster).context("no roster")?;
    let everybody = record
        .directory(&scope)
        .await
        .map_err(|fault| anyhow!("{fault:?}"))?;
    let person = |role: &str, name: &str| {
        let found = everybody
            .people
            .iter()
            .find(|(_, person)| person.particulars.name.full() == name);
        found
            .map(|(id, _)| Person {
                role: role.to_owned(),
                name: name.to_owned(),
                id: *id,
            })
            .with_context(|| format!("no {name}"))
    };
    let people = vec![
        person("teacher_on_track", "Imani Castellano")?,
        person("teacher_at_risk", "Beatriz Ferreira")?,
        person("evaluator", "Desmond Achterberg")?,
        person("school_leader", "Ruth Okonkwo-Lane")?,
        person("hr_partner", "Tomasz Wielgosz")?,
        person("administrator", "Noor Abadi")?,
    ];
    let school = everybody
        .person(people[0].id)
        .and_then(|teacher| teacher.particulars.home_school);
    let grant = PersonCommand::Grant {
        office: Office::HrPartner,
        school,
        reason: "HR partner of the school this year".to_owned(),
    };
    order(
        record,
        administrator,
        Stream::of(Kind::Person, people[4].id),
        Command::Person(grant),
    )
    .await?;
    Ok(people)
}

async fn order(record: &Record, by: PersonId, stream: Stream, command: Command) -> Result<()> {
    record
        .carry_out(Order::new(by, stream, command))
        .await
        .map(drop)
        .map_err(|fault| anyhow!("{fault:?}"))
}
