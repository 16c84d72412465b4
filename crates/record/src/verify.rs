//! Verification and rebuilding: the journal is replayed into states, summaries, relations, addresses and the library's index and compared
//! with what is stored; every leaf and the tree over them are computed anew. An erased stream is a hole that is stated.

use crate::Record;
use crate::district::{self, DISTRICT};
use crate::engine::{Purpose, Row, Tx, Value, values};
use crate::fault::{Error, Result};
use crate::journal::{self, ERASED, Entry};
use crate::library;
use crate::relations;
use crate::sql::statements;
use crate::states;
use crate::tree::{self, Frontier};
use domain::{State, Stream};
use futures::FutureExt;
use std::collections::{BTreeMap, BTreeSet};

statements! {
    EVERY_STATE: Keyed = "select stream, version, kind, teacher, year, json from state where district = $1 and stream > $2 order by stream limit $3";
    EVERY_SUMMARY: Keyed = "select stream, kind, owner, year, word, title, search, sort, held_on, open, asks, answers from summary where district = $1 and stream > $2 order by stream limit $3";
    ERASED_STREAMS: Whole = "select stream, sequence from erasure where district = $1 order by stream";
    CLEAR_STATES: Whole = "delete from state where district = $1";
    CLEAR_SUMMARIES: Whole = "delete from summary where district = $1";
    CLEAR_RELATIONS: Whole = "delete from relation where district = $1";
    CLEAR_ADDRESSES: Whole = "delete from address where district = $1";
}

/// Entries read at a time.
const AT_A_TIME: u64 = 1000;
/// Findings kept; more of them say no more.
const FINDINGS: usize = 100;

/// What verification looked at and found.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Report {
    /// Entries of the journal whose order and leaf were checked.
    pub entries: u64,
    /// Streams that were replayed and compared.
    pub streams: u64,
    /// Streams that were erased.
    pub erased: u64,
    /// The root of the tree over all leaves, hexadecimal.
    pub root: String,
    /// What is wrong, in words for whoever runs the program; at most a hundred.
    pub findings: Vec<String>,
}

impl Report {
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    fn find(&mut self, finding: String) {
        if self.findings.len() < FINDINGS {
            self.findings.push(finding);
        }
    }
}

/// What replaying gives for one stream.
struct Replayed {
    stream: Stream,
    version: u64,
    state: State,
    erased: bool,
}

impl Record {
    /// Checks everything that is stored against the journal, in one consistent view.
    ///
    /// # Errors
    /// Only the database's; what is wrong with the record is in the report.
    pub async fn verify(&self) -> Result<Report> {
        let tx = self.lease().await?;
        tx.begin(Purpose::Read).await?;
        let mut report = Report::default();
        let erased = erased_streams(&tx).await?;
        leaves(&tx, &erased, &mut report).await?;
        replay_and_compare(&tx, &erased, &mut report).await?;
        for finding in library::index::faults(&tx).await? {
            report.find(finding);
        }
        tx.commit().await?;
        Ok(report)
    }

    /// Makes states, summaries, relations and addresses anew from the journal; how many streams it made.
    ///
    /// # Errors
    /// The database's, and a journal that cannot be replayed; then nothing was changed.
    pub async fn rebuild(&self) -> Result<u64> {
        self.write_locked(|tx, _| async move { rebuild(tx).await }.boxed())
            .await
    }
}

async fn erased_streams(tx: &Tx) -> Result<BTreeMap<Stream, u64>> {
    tx.rows(&ERASED_STREAMS, &values![DISTRICT])
        .await?
        .iter()
        .map(|row| Ok((row.parsed(0)?, row.count(1)?)))
        .collect()
}

/// Order, leaves, holes and the tree.
async fn leaves(tx: &Tx, erased: &BTreeMap<Stream, u64>, report: &mut Report) -> Result<()> {
    let place = district::place(tx).await?;
    let mut frontier = Frontier::default();
    let mut next = 1;
    loop {
        let entries = journal::from_sequence(tx, next, AT_A_TIME).await?;
        if entries.is_empty() {
            break;
        }
        for entry in entries {
            let sequence = entry.header.sequence;
            if sequence != next {
                report.find(format!(
                    "journal: entry {next} is missing before {sequence}"
                ));
            }
            next = sequence + 1;
            check_leaf(&entry, &place.log, erased, report);
            match entry.leaf.as_slice().try_into() {
                Ok(leaf) => frontier.push(leaf),
                Err(_) => report.find(format!(
                    "journal: the leaf of entry {sequence} has {} bytes",
                    entry.leaf.len()
                )),
            }
            report.entries += 1;
        }
    }
    if place.next != next {
        report.find(format!(
            "journal: the next entry should be {}, and {next} is free",
            place.next
        ));
    }
    if place.frontier != frontier {
        report.find("journal: the tree over the leaves is not the one that was kept".to_owned());
    }
    report.root = frontier
        .root()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok(())
}

fn check_leaf(entry: &Entry, log: &str, erased: &BTreeMap<Stream, u64>, report: &mut Report) {
    let header = &entry.header;
    let erased_at = erased.get(&header.stream);
    match &entry.content {
        Some((salt, payload)) => {
            if erased_at.is_some_and(|at| header.sequence != *at) {
                report.find(format!(
                    "journal: entry {} of an erased stream still has its payload",
                    header.sequence
                ));
            }
            let committed = salt
                .as_slice()
                .try_into()
                .map(|salt| tree::leaf(&header.commitment(log, salt, payload)));
            if committed
                .ok()
                .is_none_or(|leaf| leaf.as_slice() != entry.leaf)
            {
                report.find(format!(
                    "journal: entry {} is not what its leaf commits to",
                    header.sequence
                ));
            }
        }
        None if erased_at.is_some_and(|at| header.sequence < *at) => {}
        None => report.find(format!(
            "journal: the payload of entry {} is missing, and its stream was not erased",
            header.sequence
        )),
    }
    if (header.event_type == ERASED) != (erased_at == Some(&header.sequence)) {
        report.find(format!(
            "journal: entry {} and the list of erasures do not agree",
            header.sequence
        ));
    }
}

/// Replays stream after stream; each is given once it is whole.
struct Replay<'a> {
    tx: &'a Tx,
    erased: &'a BTreeMap<Stream, u64>,
    waiting: std::vec::IntoIter<Entry>,
    at: (String, u64),
    current: Option<Replayed>,
}

impl<'a> Replay<'a> {
    fn new(tx: &'a Tx, erased: &'a BTreeMap<Stream, u64>) -> Self {
        Self {
            tx,
            erased,
            waiting: vec![].into_iter(),
            at: (String::new(), 0),
            current: None,
        }
    }

    async fn entry(&mut self) -> Result<Option<Entry>> {
        if self.waiting.len() == 0 {
            self.waiting = journal::by_stream(self.tx, &self.at.0, self.at.1, AT_A_TIME)
                .await?
                .into_iter();
        }
        let entry = self.waiting.next();
        if let Some(entry) = &entry {
            self.at = (entry.header.stream.to_string(), entry.header.stream_version);
        }
        Ok(entry)
    }

    /// The next stream; what cannot be replayed goes to `findings`.
    async fn next(&mut self, findings: &mut Vec<String>) -> Result<Option<Replayed>> {
        while let Some(entry) = self.entry().await? {
            let stream = entry.header.stream.clone();
            let mut whole = None;
            if self
                .current
                .as_ref()
                .is_none_or(|current| current.stream != stream)
            {
                let erased = self.erased.contains_key(&stream);
                let begun = Replayed {
                    state: State::new(stream.kind),
                    stream,
                    version: 0,
                    erased,
                };
                whole = self.current.replace(begun);
            }
            if let Some(current) = &mut self.current {
                if entry.header.stream_version != current.version + 1 {
                    findings.push(format!(
                        "{}: version {} follows {}",
                        current.stream, entry.header.stream_version, current.version
                    ));
                }
                current.version = entry.header.stream_version;
                if !current.erased {
                    match entry.event() {
                        Ok(Some(event)) if event.kind() == current.stream.kind => {
                            current.state.apply(&event)
                        }
                        Ok(Some(_)) => findings.push(format!(
                            "{}: entry {} is of another room",
                            current.stream, entry.header.sequence
                        )),
                        Ok(None) => findings.push(format!(
                            "{}: entry {} cannot be replayed",
                            current.stream, entry.header.sequence
                        )),
                        Err(error) => findings.push(error.to_string()),
                    }
                }
            }
            if whole.is_some() {
                return Ok(whole);
            }
        }
        Ok(self.current.take())
    }
}

/// Rows of a table by stream, a thousand at a time.
struct Rows<'a> {
    tx: &'a Tx,
    statement: &'static crate::engine::Statement,
    waiting: std::iter::Peekable<std::vec::IntoIter<Row>>,
    at: String,
}

impl<'a> Rows<'a> {
    fn new(tx: &'a Tx, statement: &'static crate::engine::Statement) -> Self {
        Self {
            tx,
            statement,
            waiting: vec![].into_iter().peekable(),
            at: String::new(),
        }
    }

    async fn peek(&mut self) -> Result<Option<&Row>> {
        if self.waiting.peek().is_none() {
            let rows = self
                .tx
                .rows(self.statement, &values![DISTRICT, &self.at, AT_A_TIME])
                .await?;
            if let Some(last) = rows.last() {
                self.at = last.text(0)?.to_owned();
            }
            self.waiting = rows.into_iter().peekable();
        }
        Ok(self.waiting.peek())
    }

    /// The row of a stream, reporting those before it that no event explains.
    async fn of(
        &mut self,
        stream: Option<&str>,
        what: &str,
        report: &mut Report,
    ) -> Result<Option<Row>> {
        while let Some(row) = self.peek().await? {
            let found = row.text(0)?.to_owned();
            match stream {
                Some(stream) if found.as_str() > stream => return Ok(None),
                Some(stream) if found == stream => return Ok(self.waiting.next()),
                _ => {
                    report.find(format!("{found}: a {what} that no event explains"));
                    self.waiting.next();
                }
            }
        }
        Ok(None)
    }
}

async fn replay_and_compare(
    tx: &Tx,
    erased: &BTreeMap<Stream, u64>,
    report: &mut Report,
) -> Result<()> {
    let mut replay = Replay::new(tx, erased);
    let (mut state_rows, mut summary_rows) =
        (Rows::new(tx, &EVERY_STATE), Rows::new(tx, &EVERY_SUMMARY));
    let (mut relations_due, mut addresses_due) = (BTreeSet::new(), BTreeSet::new());
    let mut findings = Vec::new();
    while let Some(replayed) = replay.next(&mut findings).await? {
        report.streams += 1;
        let name = replayed.stream.to_string();
        let state = state_rows.of(Some(&name), "state", report).await?;
        let summary = summary_rows.of(Some(&name), "summary", report).await?;
        if replayed.erased {
            report.erased += 1;
            if state.is_some() || summary.is_some() {
                report.find(format!("{name}: was erased and is still there"));
            }
            continue;
        }
        compare_state(&replayed, state.as_ref(), report)?;
        if let State::Library(entry) = &replayed.state {
            for finding in library::file_faults(tx, &replayed.stream, entry).await? {
                report.find(finding);
            }
        }
        let due = domain::summary::summary(&replayed.state)
            .map(|summary| states::summary_row(&replayed.stream, &summary));
        if due.as_deref().map(|row| &row[1..]) != summary.as_ref().map(|row| row.0.as_slice()) {
            report.find(format!("{name}: its summary is not what the journal gives"));
        }
        if let (State::Person(person), Some(id)) =
            (&replayed.state, relations::person_of(&replayed.stream))
        {
            relations_due.extend(relations::of(&replayed.stream, person));
            addresses_due
                .extend(relations::address(person).map(|address| (id.to_string(), address)));
        }
    }
    findings
        .into_iter()
        .for_each(|finding| report.find(finding));
    state_rows.of(None, "state", report).await?;
    summary_rows.of(None, "summary", report).await?;
    let relations_kept: BTreeSet<_> = relations::every(tx).await?.into_iter().collect();
    for kept in relations_due.symmetric_difference(&relations_kept) {
        report.find(format!(
            "{}: its relation {} {} is not what the journal gives",
            kept.source, kept.kind, kept.other
        ));
    }
    let addresses_kept: BTreeSet<_> = relations::every_address(tx).await?.into_iter().collect();
    for (person, _) in addresses_due.symmetric_difference(&addresses_kept) {
        report.find(format!(
            "person/{person}: the address for signing in is not what the journal gives"
        ));
    }
    Ok(())
}

fn compare_state(replayed: &Replayed, row: Option<&Row>, report: &mut Report) -> Result<()> {
    let name = &replayed.stream;
    let Some(row) = row else {
        report.find(format!("{name}: its state is missing"));
        return Ok(());
    };
    let (teacher, year) = states::belonging(&replayed.state);
    let due = values![replayed.version, name.kind, teacher, year];
    let kept: Vec<Value> = row.0[1..5].to_vec();
    if due != kept || row.text(5)? != states::json(&replayed.state)? {
        report.find(format!("{name}: its state is not what the journal gives"));
    }
    Ok(())
}

async fn rebuild(tx: &Tx) -> Result<u64> {
    for statement in [
        &CLEAR_STATES,
        &CLEAR_SUMMARIES,
        &CLEAR_RELATIONS,
        &CLEAR_ADDRESSES,
    ] {
        tx.run(statement, &values![DISTRICT]).await?;
    }
    let erased = erased_streams(tx).await?;
    let mut replay = Replay::new(tx, &erased);
    let mut findings = Vec::new();
    let mut made = 0;
    while let Some(replayed) = replay.next(&mut findings).await? {
        if let Some(finding) = findings.pop() {
            return Err(Error::Damaged(finding));
        }
        if !replayed.erased {
            tx.run_all(&states::write(
                &replayed.stream,
                replayed.version,
                &replayed.state,
            )?)
            .await?;
            made += 1;
        }
    }
    if let Some(finding) = findings.pop() {
        return Err(Error::Damaged(finding));
    }
    library::index::fill(tx).await?;
    Ok(made)
}
