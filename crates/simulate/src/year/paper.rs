//! A record on paper: the same commands decided by the same rules, in memory and without anybody's leave. People plan
//! on it what they then do on the real record, and find there what they have seen of a teacher's year.

use super::Stop;
use super::feedback::Say;
use access::Actor;
use domain::conversations::{NOTE_FIELD, PROMISE_FIELD};
use domain::feedback::Gathered;
use domain::people::Directory;
use domain::questions::{Answering, Contacts};
use domain::{
    Command, Context, Draft, Happened, Kind, PersonId, State, Stream, YearId, YearRecord, decide,
};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

pub struct Paper {
    pub year: YearId,
    zone: TimeZone,
    states: BTreeMap<Stream, (u64, State)>,
    records: BTreeMap<PersonId, YearRecord>,
    drafts: Vec<Draft>,
    /// What each round of feedback has gathered, by its stream.
    gathered: BTreeMap<Stream, BTreeMap<policy::Audience, Gathered>>,
    directory: Directory,
}

impl Paper {
    pub fn new(year: YearId, zone: TimeZone) -> Self {
        Self {
            year,
            zone,
            states: BTreeMap::new(),
            records: BTreeMap::new(),
            drafts: vec![],
            gathered: BTreeMap::new(),
            directory: Directory::default(),
        }
    }

    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// How many events a stream has.
    pub fn version(&self, stream: &Stream) -> u64 {
        self.states.get(stream).map_or(0, |(version, _)| *version)
    }

    /// What a teacher's year holds so far.
    ///
    /// # Errors
    /// Nobody is known by this id.
    pub fn record(&self, teacher: PersonId) -> Result<&YearRecord, Stop> {
        self.records
            .get(&teacher)
            .ok_or_else(|| Stop::Plan(format!("nobody is known as {teacher}")))
    }

    /// Every year record, by teacher.
    pub fn records(&self) -> &BTreeMap<PersonId, YearRecord> {
        &self.records
    }

    /// Keeps a working text.
    pub fn draft(
        &mut self,
        author: PersonId,
        thing: &Stream,
        field: &str,
        text: &str,
        at: DateTime,
    ) -> Result<(), Stop> {
        let at = self.instant(at)?;
        self.drafts
            .retain(|old| (old.author, &old.thing, old.field.as_str()) != (author, thing, field));
        self.drafts.push(Draft {
            author,
            thing: thing.clone(),
            field: field.to_owned(),
            text: text.to_owned(),
            version: 1,
            at,
        });
        Ok(())
    }

    /// Takes an answer of a round.
    pub fn say(&mut self, by: PersonId, say: &Say) {
        let round = domain::feedback::stream(&self.year, &say.round);
        let gathered = self.gathered.entry(round).or_default();
        gathered
            .entry(say.audience)
            .or_default()
            .take(by.to_string(), say.answer.clone());
    }

    fn instant(&self, at: DateTime) -> Result<jiff::Timestamp, Stop> {
        self.zone
            .to_timestamp(at)
            .map_err(|error| Stop::Plan(format!("{at}: {error}")))
    }

    /// Decides and lets it happen.
    ///
    /// # Errors
    /// The rule that stands in the way: a fault of the plan.
    pub fn carry_out(
        &mut self,
        actor: PersonId,
        stream: &Stream,
        command: &Command,
        at: DateTime,
    ) -> Result<Vec<Happened>, Stop> {
        let now = self.instant(at)?;
        let state = self
            .states
            .get(stream)
            .map_or_else(|| State::new(stream.kind), |(_, state)| state.clone());
        let concerned = state.belongs_to().or_else(|| command.opens());
        let year = match self.states.get(&Stream::of(Kind::SchoolYear, &self.year)) {
            Some((_, State::SchoolYear(year))) => Some(year),
            _ => None,
        };
        let answering = (stream.kind == Kind::Question).then(|| {
            let contacts = match self.states.get(&Contacts::stream()) {
                Some((_, State::Contacts(contacts))) => contacts.clone(),
                _ => Contacts::default(),
            };
            Answering::of(&self.directory, &contacts, year, actor, at.date())
        });
        let context = Context {
            actor,
            now,
            today: at.date(),
            year,
            record: concerned
                .as_ref()
                .and_then(|(teacher, _)| self.records.get(teacher)),
            directory: Some(&self.directory),
            answering: answering.as_ref(),
            drafts: &self.drafts,
            gathered: self.gathered.get(stream),
        };
        let happened =
            decide(stream, &state, command.clone(), &context).map_err(|refusal| Stop::Refused {
                who: actor,
                what: name(command, stream),
                at,
                why: format!("{refusal:?}"),
            })?;
        for one in &happened {
            self.apply(one);
        }
        Ok(happened)
    }

    fn apply(&mut self, happened: &Happened) {
        let stream = &happened.stream;
        let (version, state) = self
            .states
            .entry(stream.clone())
            .or_insert_with(|| (0, State::new(stream.kind)));
        *version += 1;
        state.apply(&happened.event);
        match state {
            State::Person(person) => {
                if let Some(id) = person.id {
                    let record = self
                        .records
                        .entry(id)
                        .or_insert_with(|| YearRecord::new(id, self.year.clone(), person.clone()));
                    record.person = person.clone();
                    self.directory.people.insert(id, person.clone());
                }
            }
            State::School(school) => {
                if let Some(id) = school.id {
                    self.directory.schools.insert(id, school.clone());
                }
            }
            state => {
                if let Some((teacher, _)) = state.belongs_to()
                    && let Some(record) = self.records.get_mut(&teacher)
                {
                    record.add(stream.clone(), *version, state.clone());
                }
            }
        }
        self.forget_drafts(happened);
    }

    /// Working text that went on the record is gone; an answer or a move leaves it.
    fn forget_drafts(&mut self, happened: &Happened) {
        use domain::{Event, conversations::Event as Talk};
        let stays = |draft: &Draft| match &happened.event {
            Event::Conversation(Talk::Held { .. }) => {
                !draft.field.starts_with(NOTE_FIELD) && !draft.field.starts_with(PROMISE_FIELD)
            }
            Event::Conversation(Talk::PreparationShared(shared)) => {
                let teachers = matches!(shared.side, policy::Side::Teacher);
                !(draft.field.starts_with(record::PREPARATION_FIELD)
                    && self.is_teacher(&happened.stream, draft.author) == teachers)
            }
            Event::Observation(domain::observations::Event::Shared { observer, .. }) => {
                draft.author != *observer
            }
            _ => true,
        };
        let kept = self
            .drafts
            .iter()
            .filter(|draft| draft.thing != happened.stream || stays(draft))
            .cloned()
            .collect();
        self.drafts = kept;
    }

    fn is_teacher(&self, stream: &Stream, person: PersonId) -> bool {
        matches!(self.states.get(stream), Some((_, State::Conversation(talk))) if talk.teacher == Some(person))
    }
}

/// What was tried, for a plan's fault.
fn name(command: &Command, stream: &Stream) -> String {
    let text = format!("{command:?}");
    format!("{stream}: {}", text.chars().take(200).collect::<String>())
}

/// Who acts for whoever types at the machine itself.
pub const COMMAND_LINE: PersonId = Actor::COMMAND_LINE;

/// What only tests look at.
#[cfg(test)]
impl Paper {
    /// The school year with its pack.
    ///
    /// # Errors
    /// None is adopted yet.
    pub fn school_year(&self) -> Result<&domain::school_year::SchoolYear, Stop> {
        match self.states.get(&Stream::of(Kind::SchoolYear, &self.year)) {
            Some((_, State::SchoolYear(year))) => Ok(year),
            _ => Err(Stop::Plan("no school year is entered".to_owned())),
        }
    }

    /// Everything that is on it, by stream.
    pub fn states(&self) -> &BTreeMap<Stream, (u64, State)> {
        &self.states
    }

    /// Working texts that are not on the record.
    pub fn drafts(&self) -> &[Draft] {
        &self.drafts
    }
}
