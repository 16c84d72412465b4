//! How a district begins: the first administrator from the command line, the roster imported like any other, offices
//! granted, the pack adopted, the days entered, languages chosen.

use super::Stop;
use super::acts::{Script, at};
use super::chance::id;
use super::paper::{COMMAND_LINE, Paper};
use super::plan::Life;
use super::staff::named;
use domain::people::roster::{Command as Import, RosterFile};
use domain::people::school::SchoolKind;
use domain::people::{Command as Person, Name, Office};
use domain::school_year::{Adopted, Command as Year};
use domain::{Command, Kind, PersonId, Stream};
use exchange::roster::{Files, read};
use jiff::civil::date;

/// The administrator of the demo's district: her record is in the roster as well.
pub const ADMINISTRATOR: (&str, &str) = ("Ana Lucía", "Robles");
/// The value that the demo district has confirmed.
const BOARD: &str = "date CAL-BOARD";
/// Of the performance office.
pub const SECOND_READER: &str = "Helen Marchetti";
/// The partner of all schools.
pub const HR_PARTNER: &str = "Tomasz Wielgosz";

/// Who the first administrator is.
pub fn administrator(seed: u64) -> PersonId {
    PersonId(id(seed, "administrator"))
}

/// The first person.
pub fn founding(seed: u64, file: &RosterFile, script: &mut Script) -> Result<(), Stop> {
    let (given, family) = ADMINISTRATOR;
    let row = file
        .people
        .rows
        .iter()
        .find(|row| row.given == given && row.family == family);
    let email = row
        .and_then(|row| row.email.get())
        .ok_or_else(|| Stop::Plan(format!("the roster has no {given} {family}")))?;
    let id = administrator(seed);
    let command = Person::EnterAdministrator {
        id,
        name: Name {
            given: given.to_owned(),
            family: family.to_owned(),
            ..Name::default()
        },
        email: email.clone(),
    };
    script.order(
        at(date(2026, 8, 3), 9, 0),
        COMMAND_LINE,
        &Stream::of(Kind::Person, id),
        Command::Person(command),
    );
    Ok(())
}

/// The roster as it is read against what is known.
pub fn roster(files: &[(String, Vec<u8>)], paper: &Paper) -> RosterFile {
    read(
        &Files::from_entries(files.iter().cloned()),
        paper.directory(),
    )
}

/// The import.
pub fn import(seed: u64, file: RosterFile, script: &mut Script) {
    let stream = file.stream();
    let command = Command::Roster(Import::Apply {
        file: Box::new(file),
        confirmed_removals: false,
    });
    script.order(
        at(date(2026, 8, 10), 10, 0),
        administrator(seed),
        &stream,
        command,
    );
}

/// Offices, pack and days.
pub fn year(
    seed: u64,
    pack_name: &str,
    pack_version: u32,
    pack: Vec<(String, String)>,
    paper: &Paper,
    script: &mut Script,
) -> Result<(), Stop> {
    let by = administrator(seed);
    let partner = named(paper.directory(), HR_PARTNER)?;
    for (school, state) in &paper.directory().schools {
        if state.particulars.kind == SchoolKind::School {
            let command = Person::Grant {
                office: Office::HrPartner,
                school: Some(*school),
                reason: "HR school partner in 2026-27".to_owned(),
            };
            script.order(
                at(date(2026, 8, 10), 10, 40),
                by,
                &Stream::of(Kind::Person, partner),
                Command::Person(command),
            );
        }
    }
    // The superintendent reads decisions near a cut where a school has nobody else (`leap.md` 7.1, L18).
    let office = Command::Person(Person::Grant {
        office: Office::PerformanceOffice,
        school: None,
        reason: "Second reader for schools with one evaluator".to_owned(),
    });
    script.order(
        at(date(2026, 8, 10), 10, 45),
        by,
        &Stream::of(Kind::Person, named(paper.directory(), SECOND_READER)?),
        office,
    );
    let stream = Stream::of(Kind::SchoolYear, &paper.year);
    let adopted = Adopted::new(pack_name.to_owned(), pack_version, pack);
    let board = adopted.pack().and_then(|pack| pack.weighed(BOARD)).cloned();
    let adopt = Year::AdoptPack {
        year: paper.year.clone(),
        adopted,
        reason: String::new(),
    };
    script.order(
        at(date(2026, 8, 11), 9, 30),
        by,
        &stream,
        Command::SchoolYear(adopt),
    );
    let enter = Year::EnterDays {
        year: paper.year.clone(),
        calendar: super::days::calendar(),
    };
    script.order(
        at(date(2026, 8, 11), 9, 50),
        by,
        &stream,
        Command::SchoolYear(enter),
    );
    if board.is_some_and(|board| !board.settled()) {
        let confirm = Year::Confirm {
            year: paper.year.clone(),
            values: vec![BOARD.to_owned()],
            document: "Board calendar 2026-27, adopted in June".to_owned(),
        };
        let propose = Year::Propose {
            year: paper.year.clone(),
            values: [("date CAL-FEEDBACK".to_owned(), vec!["7".to_owned()])].into(),
            source: "Request of the evaluators’ council, August".to_owned(),
            reason: "Five school days are too few where somebody evaluates twenty teachers; seven were kept last year without a complaint.".to_owned(),
        };
        script.order(
            at(date(2026, 8, 11), 10, 5),
            by,
            &stream,
            Command::SchoolYear(confirm),
        );
        script.order(
            at(date(2026, 8, 13), 14, 20),
            named(paper.directory(), SECOND_READER)?,
            &stream,
            Command::SchoolYear(propose),
        );
    }
    Ok(())
}

/// Those who write in Spanish also read in Spanish.
pub fn languages(lives: &[Life], script: &mut Script) {
    for life in lives.iter().filter(|life| life.language == "es") {
        let command = Person::ChooseLanguage {
            language: "es".to_owned(),
        };
        let stream = Stream::of(Kind::Person, life.teacher.id);
        script.order(
            at(date(2026, 8, 17), 11, 15),
            life.teacher.id,
            &stream,
            Command::Person(command),
        );
    }
}
