//! The year on the real record: what is there already is left alone, the rest is done minute by minute.

use super::paper::COMMAND_LINE;
use super::{Deed, Done, MORNING, Progress, Stop, Told, Village};
use domain::questions::Contacts;
use domain::{Command, Kind, PersonId, Stream, YearId};
use futures::future::join_all;
use jiff::civil::{Date, DateTime};
use record::{Clock, Fault, Notice, Order, Record, Saved};
use std::collections::BTreeMap;

/// Does everything before the morning that is not done yet.
pub async fn live(
    village: &Village,
    record: &Record,
    clock: &Clock,
    until: Date,
    mut on_progress: impl FnMut(Progress),
) -> Result<(), Stop> {
    let end = until.to_datetime(MORNING);
    let deeds: Vec<&Deed> = village.deeds.iter().filter(|deed| deed.at < end).collect();
    set(clock, record, end)?;
    let known = if record.is_empty().await? {
        BTreeMap::new()
    } else {
        versions(village, record).await?
    };
    let is_done = |deed: &&Deed| matches!(&deed.what, Done::Order { stream, version, .. } if known.get(stream).is_some_and(|have| have >= version));
    // Working texts leave no version: those before the last order that is done were there, and some have gone since.
    let done_until = deeds.iter().rposition(is_done).map_or(0, |last| last + 1);
    let post = Letterbox {
        village,
        sides: village.sides(),
    };
    let mut place = 0;
    while place < deeds.len() {
        let at = deeds[place].at;
        let minute = deeds[place..]
            .iter()
            .take_while(|deed| deed.at == at)
            .count();
        let rest = &deeds[place..place + minute];
        let open: Vec<&Deed> = rest
            .iter()
            .enumerate()
            .filter(|(number, deed)| match &deed.what {
                Done::Order { .. } => !is_done(deed),
                Done::Draft { .. } | Done::Say(_) => place + number >= done_until,
            })
            .map(|(_, deed)| *deed)
            .collect();
        if !open.is_empty() {
            set(clock, record, at)?;
            minute_of(record, &post, &open).await?;
        }
        place += minute;
        on_progress(Progress {
            day: at.date(),
            done: place,
            of: deeds.len(),
        });
    }
    set(clock, record, end)
}

fn set(clock: &Clock, record: &Record, at: DateTime) -> Result<(), Stop> {
    let moment = record
        .zone()
        .to_timestamp(at)
        .map_err(|error| Stop::Plan(format!("{at}: {error}")))?;
    if clock.move_to(moment) {
        Ok(())
    } else {
        Err(Stop::Plan(
            "the record runs on the machine's clock".to_owned(),
        ))
    }
}

/// Who is told of what.
struct Letterbox<'a> {
    village: &'a Village,
    sides: BTreeMap<&'a Stream, [PersonId; 2]>,
}

impl Letterbox<'_> {
    fn notices(&self, by: PersonId, stream: &Stream, command: &Command) -> Vec<Notice> {
        let (Some(post), Some([teacher, evaluator])) =
            (&self.village.post, self.sides.get(stream).copied())
        else {
            return vec![];
        };
        let told = Told {
            by,
            teacher,
            evaluator,
            stream,
            command,
        };
        post(&told, self.village.paper.directory())
    }
}

/// Everything of one minute: working texts one after the other, orders together, in their order.
async fn minute_of(record: &Record, post: &Letterbox<'_>, deeds: &[&Deed]) -> Result<(), Stop> {
    let mut orders: Vec<&Deed> = vec![];
    for deed in deeds {
        match &deed.what {
            Done::Order { .. } => orders.push(deed),
            Done::Say(say) => {
                together(record, post, &std::mem::take(&mut orders)).await?;
                let actor = record.actor(deed.by).await?;
                let at = (&YearId::on(record.today()), say.round.as_str());
                // Said again where the year is gone on with, it counts once.
                let form = format!("{}/{}", say.round, deed.by);
                let given = record.give_feedback(&actor, at, &form, say.answer.clone(), true);
                given.await.map_err(|fault| Stop::Record {
                    what: format!("feedback, {}", say.round),
                    at: deed.at,
                    fault,
                })?;
            }
            Done::Draft { thing, field, text } => {
                together(record, post, &std::mem::take(&mut orders)).await?;
                let actor = record.actor(deed.by).await?;
                let saved = record.save_draft(&actor, thing, field, 0, text).await;
                let saved = saved.map_err(|fault| Stop::Record {
                    what: format!("{thing}, {field}"),
                    at: deed.at,
                    fault,
                })?;
                if let Saved::Conflict { theirs, .. } = saved {
                    return Err(Stop::Plan(format!(
                        "{thing}, {field} already says {theirs:?}"
                    )));
                }
            }
        }
    }
    together(record, post, &orders).await
}

/// The writer takes what waits in one transaction, in the order in which it was sent.
async fn together(record: &Record, post: &Letterbox<'_>, deeds: &[&Deed]) -> Result<(), Stop> {
    let sent = deeds.iter().filter_map(|deed| match &deed.what {
        Done::Order {
            stream, command, ..
        } => {
            let order = Order::new(deed.by, stream.clone(), (**command).clone());
            let notices = post.notices(deed.by, stream, command);
            Some(record.carry_out(notices.into_iter().fold(order, Order::notice)))
        }
        Done::Draft { .. } | Done::Say(_) => None,
    });
    for (deed, done) in deeds.iter().zip(join_all(sent).await) {
        let Done::Order {
            stream,
            version,
            events,
            ..
        } = &deed.what
        else {
            continue;
        };
        let done = done.map_err(|fault| Stop::Record {
            what: stream.to_string(),
            at: deed.at,
            fault,
        })?;
        if done.version != *version || done.events.len() != *events {
            return Err(Stop::Plan(format!(
                "{stream} came to version {} on the record and to {version} on paper",
                done.version
            )));
        }
    }
    Ok(())
}

fn unread(fault: Fault) -> Stop {
    Stop::Plan(format!("the library cannot be read: {fault:?}"))
}

/// How far each thing is on the record.
async fn versions(village: &Village, record: &Record) -> Result<BTreeMap<Stream, u64>, Stop> {
    let mut known = BTreeMap::new();
    let year = &village.paper.year;
    let administrator = record.actor(village.people.administrator).await?;
    let (_, version) = record
        .contacts(&administrator)
        .await
        .map_err(|fault| Stop::Plan(format!("the contacts: {fault:?}")))?;
    known.insert(Contacts::stream(), version);
    known.insert(
        Stream::of(Kind::SchoolYear, year),
        record.school_year(year).await?.version,
    );
    let shelf = match access::scope(&administrator, access::List::Library) {
        Some(scope) => Some(record.library(&scope, year).await.map_err(unread)?),
        None => None,
    };
    for deed in &village.deeds {
        let Done::Order { stream, .. } = &deed.what else {
            continue;
        };
        if let (Some(shelf), Some((_, page))) = (&shelf, stream.library_page())
            && !known.contains_key(stream)
        {
            let entry = record.library_entry(shelf, year, page).await;
            known.insert(stream.clone(), entry.map_err(unread)?.1);
        }
        if stream.kind == Kind::Person && !known.contains_key(stream) {
            let id: PersonId = stream
                .key
                .parse()
                .map_err(|_| Stop::Plan(format!("{stream} is no person")))?;
            if let Ok((_, version)) = record.person(&administrator, id).await {
                known.insert(stream.clone(), version);
            }
        }
        if let Some((year, round)) = domain::feedback::named(stream)
            && let Ok((_, version)) = record.feedback(&administrator, &year, round).await
        {
            known.insert(stream.clone(), version);
        }
        // Its first deed is its asker's, who may read it.
        if stream.kind == Kind::Question && !known.contains_key(stream) {
            let asker = record.actor(deed.by).await?;
            if let Ok(asked) = record.question(&asker, stream).await {
                known.insert(stream.clone(), asked.version);
            }
        }
        // An import that was applied added people; the same file again would change nothing.
        if stream.kind == Kind::Roster
            && deed.by != COMMAND_LINE
            && record
                .person(&administrator, village.people.evaluator)
                .await
                .is_ok()
        {
            known.insert(stream.clone(), u64::MAX);
        }
    }
    for teacher in village.paper.records().keys() {
        let actor = record.actor(*teacher).await?;
        if let Ok(year_record) = record.year_record(&actor, *teacher, year).await {
            known.extend(year_record.versions);
        }
    }
    Ok(known)
}
