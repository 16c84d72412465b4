//! The record: journal, states, summaries, drafts, outbox and sign-in on SQLite or PostgreSQL, and the one door for
//! writes, [`Record::carry_out`]. The only crate that knows SQL; knows no HTML, no HTTP and no rule.

mod clock;
mod copy;
mod decisions;
mod district;
mod drafts;
mod engine;
mod erase;
mod fault;
mod feedback;
mod history;
mod journal;
mod library;
mod lists;
mod orders;
mod outbox;
mod people;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod plans;
mod questions;
mod receipts;
mod relations;
mod shelf;
mod sign_in;
mod sql;
mod states;
mod status;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod tokens;
mod tree;
mod verify;
mod writer;

pub use clock::Clock;
pub use drafts::{ANSWER_FIELD, Begun, LONGEST_DRAFT, MOST_REVISIONS, PREPARATION_FIELD, Saved};
pub use fault::{Changed, Error, Fault, Result};
pub use feedback::audience_of;
pub use history::{Line, Of};
pub use library::{Earlier, Found, Library};
pub use lists::{Counted, Filter, Key, LONGEST_PAGE, Listed, Order as ListOrder, Page};
pub use orders::{Done, Order};
pub use outbox::{Notice, Queued, Waiting};
pub use people::{Colleague, Year};
pub use questions::{Answerers, Asked};
pub use receipts::{Read, ReadReceipt};
pub use sign_in::{Ends, Link, Session};
pub use verify::Report;

use district::Place;
use domain::{Command, YearId};
use engine::{Engine, Purpose, Statement, Tx, Value};
use futures::FutureExt;
use futures::future::BoxFuture;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil::Date};
use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::{mpsc, oneshot};
use writer::{Given, Item, Writer};

/// A district's record. Cheap to clone; the last clone that goes ends the writer.
#[derive(Clone)]
pub struct Record(Arc<Inner>);

struct Inner {
    engine: Engine,
    clock: Clock,
    zone: TimeZone,
    demo: bool,
    writer: mpsc::Sender<Item>,
    years: RwLock<HashMap<YearId, Arc<Year>>>,
    answerers: RwLock<Option<questions::Kept>>,
    waiting: feedback::Waiting,
    shelves: RwLock<HashMap<YearId, library::Kept>>,
    /// Whether the engine compares mistyped words by trigrams.
    trigrams: bool,
}

impl Record {
    /// Opens `sqlite:PATH` or `postgres://…`, creating or migrating the schema.
    ///
    /// # Errors
    /// An address that makes no sense, a database that cannot be reached, or one of a newer program.
    pub async fn open(url: &str, clock: Clock) -> Result<Self> {
        let engine = Engine::new(url)?;
        let district = district::open(&engine).await?;
        if clock.is_moved() && !district.demo && !Self::is_fresh(&engine).await? {
            return Err(Error::Unusable(
                "only a demo's record runs on a moved clock".to_owned(),
            ));
        }
        let writer = Writer::start(&engine, clock.clone(), district.zone.clone())?;
        let inner = Inner {
            engine,
            clock,
            zone: district.zone,
            demo: district.demo,
            writer,
            years: RwLock::default(),
            answerers: RwLock::default(),
            waiting: feedback::Waiting::default(),
            shelves: RwLock::default(),
            trigrams: district.trigrams,
        };
        Ok(Self(Arc::new(inner)))
    }

    async fn is_fresh(engine: &Engine) -> Result<bool> {
        Ok(district::place(&engine.lease().await?).await?.next == 1)
    }

    /// The record's clock.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The district's zone.
    pub fn zone(&self) -> &TimeZone {
        &self.0.zone
    }

    /// Now, by the record's clock.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// Today's date in the district's zone.
    pub fn today(&self) -> Date {
        self.0.clock.today(&self.0.zone)
    }

    /// Whether the database was marked as a demo's when it was opened; `serve` refuses it.
    pub fn is_demo(&self) -> bool {
        self.0.demo
    }

    /// Marks the database as a demo's, for good.
    ///
    /// # Errors
    /// Only the database's.
    pub async fn mark_demo(&self) -> Result<()> {
        self.write(|tx| district::mark_demo(tx).boxed()).await
    }

    /// Sets the district's zone by its IANA name; it holds from the next opening on.
    ///
    /// # Errors
    /// A zone that is not known, or the database's.
    pub async fn set_zone(&self, zone: &str) -> Result<()> {
        TimeZone::get(zone).map_err(|error| Error::Unusable(error.to_string()))?;
        let zone = zone.to_owned();
        self.write(move |tx| {
            let zone = zone.clone();
            async move { district::set_zone(tx, &zone).await }.boxed()
        })
        .await
    }

    /// The one door for writes: decides the order as its actor may today, and answers once it is durable.
    ///
    /// # Errors
    /// See [`Fault`]; after any of them nothing was changed.
    pub async fn carry_out(&self, order: Order) -> Result<Done, Fault> {
        let (reply, answer) = oneshot::channel();
        let ends = matches!(order.command, Command::Feedback(_)).then(|| order.stream.clone());
        match self.0.writer.try_send(Item::Order(Box::new(order), reply)) {
            Ok(()) => {
                let done = answer
                    .await
                    .unwrap_or_else(|_| Err(Fault::Broken(Error::Stopped.to_string())));
                if let (Some(stream), Ok(_)) = (ends, &done) {
                    self.end_feedback(&stream).await;
                }
                done
            }
            Err(mpsc::error::TrySendError::Full(_)) => Err(Fault::TooBusy),
            Err(mpsc::error::TrySendError::Closed(_)) => {
                Err(Fault::Broken(Error::Stopped.to_string()))
            }
        }
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// That it does not.
    pub async fn ping(&self) -> Result<()> {
        district::read(&self.lease().await?).await.map(drop)
    }

    pub(crate) async fn lease(&self) -> Result<Tx> {
        self.0.engine.lease().await
    }

    /// A write beside the journal. On SQLite the writer does it, on PostgreSQL any connection.
    pub(crate) async fn write<T, W>(&self, work: W) -> Result<T>
    where
        T: Send + 'static,
        W: for<'a> Fn(&'a Tx) -> BoxFuture<'a, Result<T>> + Send + Sync + 'static,
    {
        if self.0.engine.is_postgres() {
            let tx = self.lease().await?;
            tx.begin(Purpose::Write).await?;
            let given = match work(&tx).await {
                Ok(given) => given,
                Err(error) => {
                    // The connection is given back only when the rollback worked; else it is closed.
                    tx.rollback().await?;
                    return Err(error);
                }
            };
            tx.commit().await?;
            return Ok(given);
        }
        let boxed: writer::Work = Box::new(move |tx| erased(work(tx)));
        let (reply, answer) = oneshot::channel();
        self.queue(Item::Chore(boxed, reply), answer).await
    }

    /// A write that appends to the journal or replaces what follows from it, behind the district's lock.
    pub(crate) async fn write_locked<T, W>(&self, work: W) -> Result<T>
    where
        T: Send + 'static,
        W: for<'a> Fn(&'a Tx, &'a mut Place) -> BoxFuture<'a, Result<T>> + Send + Sync + 'static,
    {
        let boxed: writer::Locked = Box::new(move |tx, place| erased(work(tx, place)));
        let (reply, answer) = oneshot::channel();
        self.queue(Item::Locked(boxed, reply), answer).await
    }

    /// One statement as a write beside the journal.
    pub(crate) async fn run(
        &self,
        statement: &'static Statement,
        values: Vec<Value>,
    ) -> Result<u64> {
        self.write(move |tx| {
            let values = values.clone();
            async move { tx.run(statement, &values).await }.boxed()
        })
        .await
    }

    async fn queue<T: 'static>(
        &self,
        item: Item,
        answer: oneshot::Receiver<Result<Given>>,
    ) -> Result<T> {
        self.0.writer.send(item).await.map_err(|_| Error::Stopped)?;
        let given = answer.await.map_err(|_| Error::Stopped)??;
        given
            .downcast::<T>()
            .map(|given| *given)
            .map_err(|_| Error::Damaged("an answer of the wrong kind".to_owned()))
    }

    fn kept_year(&self, year: &YearId) -> Option<Arc<Year>> {
        self.0
            .years
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(year)
            .cloned()
    }

    fn keep_year(&self, year: &YearId, found: &Arc<Year>) {
        self.0
            .years
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(year.clone(), Arc::clone(found));
    }
}

fn erased<T: Any + Send>(work: BoxFuture<'_, Result<T>>) -> BoxFuture<'_, Result<Given>> {
    async move { work.await.map(|given| Box::new(given) as Given) }.boxed()
}
