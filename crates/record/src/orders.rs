//! One order: from the actor's wish to the rows that it leaves, inside the writer's transaction. The subject, the
//! teacher's year and the actor's relations are read here, so no permission can go stale on the way.

use crate::district::Place;
use crate::engine::{Statement, Tx, Value};
use crate::fault::{Error, Fault, Result};
use crate::journal::{self, Pen};
use crate::shelf::Shelf;
use crate::{
    clock, drafts, feedback, library, outbox, people, questions, relations, states, tokens,
};
use access::{Action, Actor, Denied, Subject, may};
use domain::people::Command as PersonCommand;
use domain::ratings::decision;
use domain::{Command, Context, Event, Happened, Kind, PersonId, Refusal, State, Stream, YearId};
use jiff::{Timestamp, civil::Date};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What somebody asks the record to do.
#[derive(Clone, Debug)]
pub struct Order {
    pub actor: PersonId,
    pub stream: Stream,
    /// The version that the actor's page showed; `None` where the page showed none.
    pub seen_version: Option<u64>,
    /// The form's own token, up to 100 characters: sent twice, it is carried out once.
    pub token: Option<String>,
    pub command: Command,
    /// What is to be sent when it was carried out.
    pub notices: Vec<outbox::Notice>,
}

impl Order {
    /// An order of a job or a test, without a page behind it.
    pub fn new(actor: PersonId, stream: Stream, command: Command) -> Self {
        Self {
            actor,
            stream,
            seen_version: None,
            token: None,
            command,
            notices: vec![],
        }
    }

    pub fn seen(self, version: u64) -> Self {
        Self {
            seen_version: Some(version),
            ..self
        }
    }

    pub fn token(self, token: impl Into<String>) -> Self {
        Self {
            token: Some(token.into()),
            ..self
        }
    }

    pub fn notice(mut self, notice: outbox::Notice) -> Self {
        self.notices.push(notice);
        self
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The version of the order's stream now.
    pub version: u64,
    /// What happened; empty where everything was so already.
    pub events: Vec<Happened>,
}

/// The moment in which an order is carried out, by the record's clock.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    pub now: Timestamp,
    pub today: Date,
}

/// Longest form token, in bytes.
const LONGEST_TOKEN: usize = 100;

/// Carries out one order. The outer error is the database's and ends the batch; the inner one is the actor's.
pub(crate) async fn carry_out(
    tx: &Tx,
    shelf: &mut Shelf,
    place: &mut Place,
    order: &Order,
    moment: Moment,
) -> Result<Result<Done, Fault>> {
    let mut token = order
        .token
        .as_deref()
        .filter(|token| !token.is_empty() && token.len() <= LONGEST_TOKEN);
    let fingerprint = token.map_or([0; 32], |_| {
        tokens::fingerprint(&order.stream, &order.command)
    });
    if let Some(text) = token
        && let Some(known) = tokens::known(tx, order.actor, text).await?
    {
        if known.fingerprint == fingerprint {
            return Ok(Ok(again(tx, &known).await?));
        }
        // The same form with other words in it: a new order, which the version check will judge.
        token = None;
    }
    let decided = match decide(tx, shelf, order, moment).await? {
        Ok(decided) => decided,
        Err(fault) => return Ok(Err(fault)),
    };
    if decided.is_empty() {
        // Everything was so already: nothing is written, and nobody is told a second time.
        let version = shelf.stream(tx, &order.stream).await?.version;
        return Ok(Ok(Done {
            version,
            events: decided,
        }));
    }
    if let Command::Library(domain::library::Command::Propose {
        change: domain::library::Change::Page(page),
        ..
    }) = &order.command
        && !library::files_are_kept(tx, page).await?
    {
        let missing = "a page names a file that is not kept".to_owned();
        return Ok(Err(Fault::Broken(missing)));
    }
    let first_sequence = place.next;
    let mut writes = append(tx, shelf, place, order.actor, moment.now, &decided).await?;
    for notice in &order.notices {
        writes.push(outbox::enqueue(notice, moment.now)?);
    }
    let version = shelf.stream(tx, &order.stream).await?.version;
    if let Some(token) = token {
        writes.push(tokens::remember(&tokens::Remembered {
            actor: order.actor,
            token,
            fingerprint,
            stream: &order.stream,
            version,
            first_sequence,
            events: decided.len() as u64,
            at: clock::machine_now(),
        }));
    }
    tx.run_all(&writes).await?;
    Ok(Ok(Done {
        version,
        events: decided,
    }))
}

/// The answer that the first sender of the same form got.
async fn again(tx: &Tx, known: &tokens::Known) -> Result<Done> {
    let mut events = Vec::new();
    for entry in journal::from_sequence(tx, known.first_sequence, known.events).await? {
        if let Some(event) = entry.event()? {
            events.push(Happened {
                stream: entry.header.stream,
                event,
            });
        }
    }
    Ok(Done {
        version: known.version,
        events,
    })
}

async fn decide(
    tx: &Tx,
    shelf: &mut Shelf,
    order: &Order,
    moment: Moment,
) -> Result<Result<Vec<Happened>, Fault>> {
    let subject_now = shelf.stream(tx, &order.stream).await?.clone();
    if subject_now.erased
        || !fits(
            &order.stream,
            subject_now.version,
            &subject_now.state,
            &order.command,
        )
    {
        return Ok(Err(Fault::Denied(Denied::NotKnown)));
    }
    let concerned = subject_now
        .state
        .belongs_to()
        .or_else(|| order.command.opens());
    let actor = actor(tx, shelf, order.actor, moment.today).await?;
    let year = year_concerned(order, concerned.as_ref(), moment.today);
    if let Some(year) = &year {
        shelf
            .stream(tx, &Stream::of(Kind::SchoolYear, year))
            .await?;
    }
    let year_now = year.as_ref().and_then(|year| shelf.school_year(year));
    let subject = if let State::Question(question) = &*subject_now.state {
        let (owner, parties) = questions::bound(tx, question, year_now, moment.today).await?;
        Subject {
            stream: order.stream.clone(),
            owner,
            owner_schools: vec![],
            parties,
        }
    } else {
        subject(
            tx,
            shelf,
            &order.stream,
            &subject_now.state,
            concerned.as_ref(),
            moment.today,
        )
        .await?
    };
    let action = Action::from(&order.command);
    let permit = match may(&actor, action, &subject).permit(&actor, action, &order.stream) {
        Ok(permit) => permit,
        Err(denied) => return Ok(Err(Fault::Denied(denied))),
    };
    if let Some(seen) = order.seen_version
        && seen != subject_now.version
    {
        if seen > subject_now.version {
            return Ok(Err(Fault::Denied(Denied::NotKnown)));
        }
        return Ok(Err(Fault::Changed(
            journal::since(tx, &order.stream, seen, subject_now.version).await?,
        )));
    }
    let drafts = drafts::beside(tx, &order.stream, order.actor, &subject.parties).await?;
    if let Some((teacher, year)) = &concerned {
        shelf.load_year(tx, *teacher, year).await?;
    }
    if needs_directory(&order.command) {
        shelf.load_directory(tx).await?;
    }
    let gathered = match order.command {
        Command::Feedback(_) => Some(feedback::gathered(tx, &order.stream.key).await?),
        _ => None,
    };
    if !permit.is_for(order.actor, action, &order.stream) {
        return Ok(Err(Fault::Denied(Denied::NotKnown)));
    }
    let answering = if order.stream.kind == Kind::Question {
        let year = year.as_ref().and_then(|year| shelf.school_year(year));
        Some(questions::answering(tx, order.actor, year, moment.today).await?)
    } else {
        None
    };
    let context = Context {
        actor: order.actor,
        now: moment.now,
        today: moment.today,
        year: year.as_ref().and_then(|year| shelf.school_year(year)),
        record: concerned
            .as_ref()
            .and_then(|(teacher, year)| shelf.year(*teacher, year)),
        directory: shelf
            .directory()
            .filter(|_| needs_directory(&order.command)),
        answering: answering.as_ref(),
        drafts: &drafts,
        gathered: gathered.as_ref(),
    };
    if concerned.is_some()
        && context
            .record
            .is_none_or(|record| record.person.id.is_none())
    {
        return Ok(Err(Fault::Refused(Refusal::NoSuchTeacher)));
    }
    let decided = catch_unwind(AssertUnwindSafe(|| {
        domain::decide(
            &order.stream,
            &subject_now.state,
            order.command.clone(),
            &context,
        )
    }));
    match decided {
        Ok(Ok(events)) => Ok(Ok(events)),
        Ok(Err(refusal)) => Ok(Err(Fault::Refused(refusal))),
        Err(_) => Ok(Err(Fault::Broken(format!(
            "deciding {} panicked",
            action.as_str()
        )))),
    }
}

/// Whether a command may be meant for this stream at all: its kind, its key, and the year that it speaks of.
fn fits(stream: &Stream, version: u64, state: &State, command: &Command) -> bool {
    if command.kind() != stream.kind {
        return false;
    }
    let own_id = || stream.key.parse::<PersonId>().is_ok();
    let opens = command.opens();
    if let (Some(opens), Some(belongs)) = (&opens, state.belongs_to())
        && *opens != belongs
    {
        return false;
    }
    match (command, opens) {
        (Command::Person(PersonCommand::EnterAdministrator { id, .. }), _) => {
            stream.key == id.to_string()
        }
        (
            Command::SchoolYear(
                domain::school_year::Command::AdoptPack { year, .. }
                | domain::school_year::Command::EnterDays { year, .. }
                | domain::school_year::Command::Confirm { year, .. }
                | domain::school_year::Command::TakeBack { year, .. }
                | domain::school_year::Command::Propose { year, .. }
                | domain::school_year::Command::AdoptProposal { year, .. }
                | domain::school_year::Command::DeclineProposal { year, .. },
            ),
            _,
        ) => stream.key == year.as_str(),
        (
            Command::Rationale(domain::rationale::Command::Share {
                teacher,
                year,
                about,
                ..
            }),
            _,
        ) => *stream == Stream::rationale(*teacher, year, *about),
        (Command::Feedback(domain::feedback::Command::Publish { year, .. }), _) => {
            domain::feedback::named(stream).is_some_and(|(named, _)| named == *year)
        }
        (Command::Library(domain::library::Command::Propose { year, page, .. }), _) => {
            *stream == Stream::library(year, page)
        }
        (Command::Question(domain::questions::Command::Ask { .. }), _) => own_id(),
        (Command::Contacts(_), _) => *stream == domain::questions::Contacts::stream(),
        // A roster and a table of ratings are named after their files; their rooms compare.
        (Command::Roster(_) | Command::EarlierRatings(_), _) => true,
        (_, Some((teacher, year))) => match stream.kind {
            Kind::Observation | Kind::Conversation | Kind::Message => own_id(),
            kind => *stream == Stream::of_year(kind, teacher, &year),
        },
        // What opens nothing is about something that is there.
        (_, None) => version > 0,
    }
}

fn year_concerned(
    order: &Order,
    concerned: Option<&(PersonId, YearId)>,
    today: Date,
) -> Option<YearId> {
    match (order.stream.kind, concerned) {
        (_, Some((_, year))) => Some(year.clone()),
        (Kind::Question | Kind::Contacts, None) => Some(YearId::on(today)),
        (Kind::SchoolYear, None) => order.stream.key.parse().ok(),
        (Kind::Feedback, None) => Some(domain::feedback::named(&order.stream)?.0),
        (Kind::Library, None) => order.stream.library_page().map(|(year, _)| year),
        _ => None,
    }
}

fn needs_directory(command: &Command) -> bool {
    match command {
        Command::Library(command) => command.looks_for_names(),
        Command::Decision(command) => matches!(command, decision::Command::Decide { .. }),
        Command::Roster(_)
        | Command::School(_)
        | Command::EarlierRatings(_)
        | Command::Contacts(_) => true,
        Command::Person(command) => matches!(
            command,
            PersonCommand::EnterAdministrator { .. } | PersonCommand::AssignEvaluator { .. }
        ),
        _ => false,
    }
}

/// The actor with the relations that hold today.
async fn actor(tx: &Tx, shelf: &mut Shelf, person: PersonId, today: Date) -> Result<Actor> {
    if person == Actor::COMMAND_LINE {
        return Ok(Actor::command_line());
    }
    let has_access = match &*shelf
        .stream(tx, &Stream::of(Kind::Person, person))
        .await?
        .state
    {
        State::Person(person) => person.has_access(today),
        _ => false,
    };
    let relations = if has_access {
        relations::held(tx, person, today).await?
    } else {
        vec![]
    };
    Ok(Actor {
        person,
        has_access,
        relations,
    })
}

async fn subject(
    tx: &Tx,
    shelf: &mut Shelf,
    stream: &Stream,
    state: &State,
    concerned: Option<&(PersonId, YearId)>,
    today: Date,
) -> Result<Subject> {
    let owner = concerned
        .map(|(teacher, _)| *teacher)
        .or_else(|| relations::person_of(stream));
    let owner_schools = match owner {
        Some(owner) => match &*shelf
            .stream(tx, &Stream::of(Kind::Person, owner))
            .await?
            .state
        {
            State::Person(person) => person.teaches_at(today).collect(),
            _ => vec![],
        },
        None => vec![],
    };
    Ok(Subject {
        stream: stream.clone(),
        owner,
        owner_schools,
        parties: people::parties(state),
    })
}

/// Lets the events happen on the shelf and gives the rows that they leave.
async fn append(
    tx: &Tx,
    shelf: &mut Shelf,
    place: &mut Place,
    actor: PersonId,
    now: Timestamp,
    events: &[Happened],
) -> Result<Vec<(&'static Statement, Vec<Value>)>> {
    let mut writes = Vec::new();
    let mut touched = BTreeSet::new();
    let mut pen = Pen {
        place,
        at: now,
        actor,
    };
    for happened in events {
        if happened.event.kind() != happened.stream.kind {
            return Err(Error::Damaged(format!(
                "a {} event for {}",
                happened.event.kind().as_str(),
                happened.stream
            )));
        }
        let before = shelf.stream(tx, &happened.stream).await?;
        if before.erased {
            return Err(Error::Damaged(format!("{} was erased", happened.stream)));
        }
        let version = before.version + 1;
        writes.extend(pen.set(happened, version)?);
        shelf.apply(&happened.stream, version, &happened.event);
        touched.insert(&happened.stream);
    }
    for stream in touched {
        let now = shelf.stream(tx, stream).await?;
        writes.extend(states::write(stream, now.version, &now.state)?);
        shelf.settle(stream);
    }
    if let Some(year) = events.iter().find_map(library_year) {
        writes.extend(library_index(tx, shelf, &year).await?);
    }
    for happened in events {
        writes.extend(drafts::consumed(&happened.stream, &happened.event, actor));
        writes.extend(feedback::consumed(&happened.stream, &happened.event));
    }
    Ok(writes)
}

/// The year whose library reads otherwise after this event.
fn library_year(happened: &Happened) -> Option<YearId> {
    match &happened.event {
        Event::SchoolYear(domain::school_year::Event::PackAdopted { year, .. }) => {
            Some(year.clone())
        }
        Event::Library(domain::library::Event::Published { .. }) => {
            happened.stream.library_page().map(|(year, _)| year)
        }
        _ => None,
    }
}

/// The rows of the library's index for a year as it stands on the shelf.
async fn library_index(
    tx: &Tx,
    shelf: &mut Shelf,
    year: &YearId,
) -> Result<Vec<(&'static Statement, Vec<Value>)>> {
    let mut entries = BTreeMap::new();
    for stream in states::streams_of_kind(tx, Kind::Library).await? {
        let Some((of, page)) = stream.library_page() else {
            continue;
        };
        if of == *year
            && let State::Library(entry) = &*shelf.stream(tx, &stream).await?.state
        {
            entries.insert(page.to_owned(), entry.clone());
        }
    }
    Ok(shelf
        .school_year(year)
        .map_or_else(Vec::new, |school_year| {
            library::index::writes(year, school_year, &entries)
        }))
}
