//! A school year as people live it: whoever evaluates, teaches and leads issues the commands that such people issue, at
//! the times of day at which they would, and through the one door for writes. From one seed comes one year.
//!
//! The demo lives on to each of its five mornings and copies the database there; tests live up to a day and look.

mod acts;
mod bank;
mod chance;
mod conversations;
mod days;
mod feedback;
mod larkspur;
mod lessons;
mod letters;
mod library;
mod lives;
mod living;
mod measures;
mod opening;
mod paper;
mod plan;
mod professionalism;
mod questions;
mod ratings;
mod rationale;
mod recommendations;
mod staff;
mod status;
#[cfg(test)]
mod tests;

use acts::{Act, Script, What};
use bank::Bank;
use domain::people::Directory;
use domain::{Command, PersonId, Stream, YearId};
use jiff::civil::{Date, DateTime, Time, date};
use jiff::tz::TimeZone;
use lives::Ending;
use paper::Paper;
use plan::{Ground, Life};
use record::{Clock, Fault, Notice, Record};
use std::collections::BTreeMap;

/// The demo's five mornings.
pub const DAYS: [(&str, Date); 5] = [
    ("august", date(2026, 8, 26)),
    ("october", date(2026, 10, 14)),
    ("january", date(2027, 1, 12)),
    ("april", date(2027, 4, 14)),
    ("may", date(2027, 5, 21)),
];
/// When a morning begins: what happens before it has happened.
pub const MORNING: Time = Time::constant(7, 40, 0, 0);

/// How far the year has been lived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub day: Date,
    pub done: usize,
    pub of: usize,
}

/// The people of the printed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct People {
    pub teacher_on_track: PersonId,
    pub teacher_at_risk: PersonId,
    pub evaluator: PersonId,
    pub school_leader: PersonId,
    pub hr_partner: PersonId,
    pub administrator: PersonId,
}

/// Why the year could not be lived.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    #[error("the words of simulated people: {0}")]
    Words(String),
    #[error("the plan of the year: {0}")]
    Plan(String),
    #[error("{who} at {at}, {what}: refused, {why}")]
    Refused {
        who: PersonId,
        what: String,
        at: DateTime,
        why: String,
    },
    #[error("the record at {at}, {what}: {fault:?}")]
    Record {
        what: String,
        at: DateTime,
        fault: Fault,
    },
    #[error(transparent)]
    Database(#[from] record::Error),
}

/// Something that one person does, with the version to which it brings its thing.
struct Deed {
    at: DateTime,
    by: PersonId,
    what: Done,
}

enum Done {
    Order {
        stream: Stream,
        command: Box<Command>,
        version: u64,
        events: usize,
    },
    Say(feedback::Say),
    Draft {
        thing: Stream,
        field: String,
        text: String,
    },
}

/// Something that one of two people does in a teacher's year, of which the other may be told.
pub struct Told<'a> {
    pub by: PersonId,
    pub teacher: PersonId,
    pub evaluator: PersonId,
    pub stream: &'a Stream,
    pub command: &'a Command,
}

/// Writes the notices of an act, as the pages write them.
pub type Post = Box<dyn Fn(&Told<'_>, &Directory) -> Vec<Notice> + Send + Sync>;

/// A year that was thought through to its end, ready to be lived on a record.
pub struct Village {
    seed: u64,
    paper: Paper,
    deeds: Vec<Deed>,
    people: People,
    post: Option<Post>,
}

impl Village {
    /// Thinks the year through: deterministic from the seed, the pack's files and the roster's files.
    ///
    /// # Errors
    /// A plan that the rules refuse, which is a fault of this program.
    pub fn new(
        seed: u64,
        pack: &[(String, String)],
        roster: &[(String, Vec<u8>)],
    ) -> Result<Self, Stop> {
        Self::until(seed, pack, roster, date(2027, 6, 30))
    }

    /// The same, only up to a morning.
    fn until(
        seed: u64,
        pack: &[(String, String)],
        roster: &[(String, Vec<u8>)],
        until: Date,
    ) -> Result<Self, Stop> {
        let bank = Bank::open()?;
        let loaded = policy::load(pack)
            .map_err(|problems| Stop::Plan(format!("the pack does not load: {problems:?}")))?;
        let zone =
            TimeZone::get("America/Denver").map_err(|error| Stop::Plan(error.to_string()))?;
        let mut book = Book {
            paper: Paper::new(YearId::beginning_in(2026), zone),
            deeds: vec![],
            end: until.to_datetime(MORNING),
        };

        let mut script = Script::default();
        opening::founding(seed, &opening::roster(roster, &book.paper), &mut script)?;
        book.live(script, &mut |_, _, _| Ok(None))?;
        let mut script = Script::default();
        opening::import(seed, opening::roster(roster, &book.paper), &mut script);
        book.live(script, &mut |_, _, _| Ok(None))?;
        let mut script = Script::default();
        let name = format!("{}/{}", loaded.id, loaded.year);
        opening::year(
            seed,
            &name,
            loaded.version,
            pack.to_vec(),
            &book.paper,
            &mut script,
        )?;
        book.live(script, &mut |_, _, _| Ok(None))?;

        let calendar = days::calendar();
        let teachers = staff::teachers(book.paper.directory(), &book.paper.year, calendar.first);
        let lives = plan::plan(
            teachers,
            &Ground {
                seed,
                bank: &bank,
                pack: &loaded,
                calendar: &calendar,
            },
        )?;
        let mut script = script_of(&lives, &book.paper.year, &bank, &loaded, &calendar, seed)?;
        let by_hand = ["Thanh Vo", "Beatriz Ferreira", "Desmond Achterberg"]
            .map(|name| staff::named(book.paper.directory(), name));
        let by_hand = by_hand.into_iter().collect::<Result<Vec<_>, _>>()?;
        feedback::acts(
            &lives,
            &book.paper.year,
            &loaded,
            &by_hand,
            seed,
            &mut script,
        )?;
        library::keep(
            &book.paper.year,
            &loaded,
            opening::administrator(seed),
            staff::named(book.paper.directory(), opening::SECOND_READER)?,
            &mut script,
        )?;
        questions::acts(&bank.questions, book.paper.directory(), seed, &mut script)?;
        status::acts(book.paper.directory(), &book.paper.year, &bank, &mut script)?;
        book.live(script, &mut |paper, letter, at| {
            let life = lives.iter().find(|life| life.teacher.id == letter.teacher);
            let life = life.ok_or_else(|| Stop::Plan(format!("a letter to {}", letter.teacher)))?;
            letters::Desk {
                paper,
                pack: &loaded,
                calendar: &calendar,
                bank: &bank,
                seed,
            }
            .write(letter, life, at)
        })?;

        let everybody = book.paper.directory();
        let people = People {
            teacher_on_track: staff::named(everybody, "Thanh Vo")?,
            teacher_at_risk: staff::named(everybody, "Beatriz Ferreira")?,
            evaluator: staff::named(everybody, "Desmond Achterberg")?,
            school_leader: staff::named(everybody, "Ruth Okonkwo-Lane")?,
            hr_partner: staff::named(everybody, opening::HR_PARTNER)?,
            administrator: opening::administrator(seed),
        };
        Ok(Self {
            seed,
            paper: book.paper,
            deeds: book.deeds,
            people,
            post: None,
        })
    }

    /// The same year, with notices for the outbox beside what is done.
    #[must_use]
    pub fn with_post(mut self, post: Post) -> Self {
        self.post = Some(post);
        self
    }

    /// Teacher and evaluator of every stream of the year.
    fn sides(&self) -> BTreeMap<&Stream, [PersonId; 2]> {
        let Paper { year, .. } = &self.paper;
        let first = days::calendar().first;
        let teachers = staff::teachers(self.paper.directory(), year, first);
        let evaluators: BTreeMap<PersonId, PersonId> = teachers
            .iter()
            .map(|teacher| (teacher.id, teacher.evaluator))
            .collect();
        let records = self.paper.records().iter();
        records
            .filter_map(|(teacher, record)| Some((record, [*teacher, *evaluators.get(teacher)?])))
            .flat_map(|(record, sides)| record.versions.keys().map(move |stream| (stream, sides)))
            .collect()
    }

    /// The people of the printed list.
    pub fn people(&self) -> People {
        self.people
    }

    /// The seed from which everything follows.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Lives on the record from where it stands up to a morning, at 7:40 of that day. The clock, which must be the
    /// record's own and a moved one, goes along and stays at that minute.
    ///
    /// # Errors
    /// What the record refuses, which is a fault of this program, or the database's.
    pub async fn live(
        &self,
        record: &Record,
        clock: &Clock,
        until: Date,
        on_progress: impl FnMut(Progress),
    ) -> Result<People, Stop> {
        living::live(self, record, clock, until, on_progress).await?;
        Ok(self.people)
    }
}

/// Thinks a year through and lives it up to a morning. Whoever lives on to several mornings makes a [`Village`] once.
///
/// # Errors
/// As [`Village::new`] and [`Village::live`].
pub async fn live(
    record: &Record,
    clock: &Clock,
    seed: u64,
    pack: &[(String, String)],
    roster: &[(String, Vec<u8>)],
    until: Date,
    on_progress: impl FnMut(Progress),
) -> Result<People, Stop> {
    Village::until(seed, pack, roster, until)?
        .live(record, clock, until, on_progress)
        .await
}

/// Everything that everybody does, in the order in which it is thought of.
fn script_of(
    lives: &[Life],
    year: &YearId,
    bank: &Bank,
    pack: &policy::Pack,
    calendar: &domain::calendar::Calendar,
    seed: u64,
) -> Result<Script, Stop> {
    let mut script = Script::default();
    opening::languages(lives, &mut script);
    let room = conversations::Room {
        year,
        pack,
        calendar,
        bank,
        seed,
    };
    // One teacher of the district declines to sign: the first with a low rating that is shared early.
    let declines = lives.iter().position(|life| {
        life.ending == Ending::Approaching
            && life.gap.is_none()
            && life.rated.date() < date(2027, 5, 19)
    });
    for (number, life) in lives.iter().enumerate() {
        room.acts(life, &mut script)?;
        lessons::acts(life, year, bank, seed, &mut script)?;
        professionalism::acts(life, year, calendar, seed, &mut script);
        measures::acts(life, number + 31, year, calendar, &mut script);
        recommendations::acts(life, year, bank, pack, seed, &mut script)?;
        rationale::acts(life, year, bank, calendar, seed, &mut script)?;
        ratings::acts(life, declines == Some(number), &room, &mut script)?;
    }
    Ok(script)
}

/// Where the year is thought through.
struct Book {
    paper: Paper,
    deeds: Vec<Deed>,
    end: DateTime,
}

/// Writes a letter from what the year holds.
type Writes<'a> =
    dyn FnMut(&Paper, &letters::Letter, DateTime) -> Result<Option<(Stream, Command)>, Stop> + 'a;

impl Book {
    fn live(&mut self, script: Script, writes: &mut Writes<'_>) -> Result<(), Stop> {
        for act in script.sorted() {
            if act.at < self.end {
                self.act(act, writes)?;
            }
        }
        Ok(())
    }

    fn act(&mut self, act: Act, writes: &mut Writes<'_>) -> Result<(), Stop> {
        let Act { at, by, what } = act;
        let order = match what {
            What::Draft { thing, field, text } => {
                self.paper.draft(by, &thing, &field, &text, at)?;
                self.deeds.push(Deed {
                    at,
                    by,
                    what: Done::Draft { thing, field, text },
                });
                return Ok(());
            }
            What::Say(say) => {
                self.paper.say(by, &say);
                self.deeds.push(Deed {
                    at,
                    by,
                    what: Done::Say(say),
                });
                return Ok(());
            }
            What::Order(stream, command) => Some((stream, *command)),
            What::Letter(letter) => writes(&self.paper, &letter, at)?,
        };
        if let Some((stream, command)) = order {
            let events = self.paper.carry_out(by, &stream, &command, at)?.len();
            let version = self.paper.version(&stream);
            self.deeds.push(Deed {
                at,
                by,
                what: Done::Order {
                    stream,
                    command: Box::new(command),
                    version,
                    events,
                },
            });
        }
        Ok(())
    }
}
