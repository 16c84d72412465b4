//! How the demo's past comes about: simulated people live through a year on one record, and its database is copied on
//! each of the mornings.

use super::folder::{Person, file};
use super::mornings::ALL;
use super::post;
use access::{Actor, List};
use anyhow::{Context, Result, anyhow};
use domain::PersonId;
use jiff::Timestamp;
use pages::{PackOnOffer, Settings};
use record::{Clock, Record};
use simulate::roster::{DEMO_SEED, Package};
use simulate::year::{People, Village};
use std::fs;
use std::path::Path;

const PACK: &str = "leap/2026-27";
const LIVING: &str = "living.db";

/// Lives the year in the folder and leaves a database for each morning, with the notices of the past in its outbox; gives the people of the printed list.
pub async fn live(
    folder: &Path,
    settings: Settings,
    packs: &[PackOnOffer],
    say: &mut dyn FnMut(&str),
) -> Result<Vec<Person>> {
    let pack = packs
        .iter()
        .find(|pack| pack.name == PACK)
        .with_context(|| format!("The demo needs the pack {PACK}"))?;
    let roster: Vec<_> = Package::demo().files().collect();
    let village = Village::new(DEMO_SEED, &pack.files, &roster)
        .context("The demo's year could not be thought through")?
        .with_post(post::office(settings));
    // The first people of the record set it to their own time.
    let clock = Clock::moved(Timestamp::UNIX_EPOCH);
    let living = folder.join(LIVING);
    let record = Record::open(&format!("sqlite:{}", living.display()), clock.clone()).await?;
    record.mark_demo().await?;
    for (key, morning) in ALL {
        let lived = village.live(&record, &clock, morning, |_| {}).await;
        lived.with_context(|| format!("The demo's year stopped before {morning}"))?;
        record.copy_to(&folder.join(file(key))).await?;
        say(&format!("  lived up to {morning}"));
    }
    let people = named(&record, village.people()).await?;
    record.finish().await?;
    drop(record);
    for end in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(folder.join(format!("{LIVING}{end}")));
    }
    Ok(people)
}

/// The printed list, in its order.
async fn named(record: &Record, people: People) -> Result<Vec<Person>> {
    let scope = access::scope(&Actor::command_line(), List::Roster)
        .context("The command line may not read the roster")?;
    let everybody = record
        .directory(&scope)
        .await
        .map_err(|fault| anyhow!("The demo's people could not be read: {fault:?}"))?;
    let one = |role: &str, id: PersonId| {
        let person = everybody
            .person(id)
            .with_context(|| format!("The demo has no {role}"))?;
        Ok(Person {
            role: role.to_owned(),
            name: person.particulars.name.full(),
            id,
        })
    };
    [
        ("teacher_on_track", people.teacher_on_track),
        ("teacher_at_risk", people.teacher_at_risk),
        ("evaluator", people.evaluator),
        ("school_leader", people.school_leader),
        ("hr_partner", people.hr_partner),
        ("administrator", people.administrator),
    ]
    .map(|(role, id)| one(role, id))
    .into_iter()
    .collect()
}
