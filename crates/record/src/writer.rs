//! The writer: one thread through which every order goes. It takes what waits, carries it out in one transaction behind
//! the district's lock, commits once, and only then answers. A database that fails is reported, and the writer goes on.

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

use crate::clock::Clock;
use crate::district::{self, Place};
use crate::engine::{Engine, Purpose, Tx};
use crate::fault::{Error, Fault, Result};
use crate::journal;
use crate::orders::{self, Done, Moment, Order};
use crate::shelf::Shelf;
use futures::FutureExt;
use futures::future::BoxFuture;
use jiff::tz::TimeZone;
use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// Orders of one transaction at most.
const TOGETHER: usize = 256;
/// Orders that may wait; more are told to ask again.
pub(crate) const WAITING: usize = 4096;
/// How often a batch is begun anew after a serialisation failure.
const TRIES: u32 = 8;

/// Whatever a piece of work gives back.
pub(crate) type Given = Box<dyn Any + Send>;
/// A write beside the journal (drafts, sessions, outbox). It may be run again after a rollback.
pub(crate) type Work = Box<dyn for<'a> Fn(&'a Tx) -> BoxFuture<'a, Result<Given>> + Send + Sync>;

/// What waits for the writer.
pub(crate) enum Item {
    Order(Box<Order>, oneshot::Sender<Result<Done, Fault>>),
    /// On SQLite every other write; on PostgreSQL these run beside the writer.
    Chore(Work, oneshot::Sender<Result<Given>>),
    /// What appends to the journal by itself.
    Locked(Locked, oneshot::Sender<Result<Given>>),
}

/// Work that appends to the journal by itself: erasure and rebuilding.
pub(crate) type Locked =
    Box<dyn for<'a> Fn(&'a Tx, &'a mut Place) -> BoxFuture<'a, Result<Given>> + Send + Sync>;

enum Outcome {
    Order(Result<Done, Fault>),
    Chore(Given),
}

/// Where a batch failed: before anything was begun, or within.
enum Failed {
    Opening(Error),
    Within(Error),
}

pub(crate) struct Writer {
    engine: Engine,
    clock: Clock,
    zone: TimeZone,
    shelf: Shelf,
}

impl Writer {
    /// Starts the writer on a thread of its own; it ends when the last sender is gone.
    pub fn start(engine: &Engine, clock: Clock, zone: TimeZone) -> Result<mpsc::Sender<Item>> {
        let engine = engine.apart()?;
        let (sender, receiver) = mpsc::channel(WAITING);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let writer = Self {
            engine,
            clock,
            zone,
            shelf: Shelf::default(),
        };
        std::thread::Builder::new()
            .name("record-writer".to_owned())
            .spawn(move || runtime.block_on(writer.serve(receiver)))?;
        Ok(sender)
    }

    async fn serve(mut self, mut receiver: mpsc::Receiver<Item>) {
        let mut items = Vec::with_capacity(TOGETHER);
        while receiver.recv_many(&mut items, TOGETHER).await > 0 {
            self.batch(std::mem::take(&mut items)).await;
        }
    }

    async fn batch(&mut self, items: Vec<Item>) {
        match self.together(&items).await {
            Ok(outcomes) => {
                for (item, outcome) in items.into_iter().zip(outcomes) {
                    answer(item, Ok(outcome));
                }
            }
            Err(Failed::Opening(error)) => {
                tracing::error!(%error, waiting = items.len(), "the database could not be opened for writing");
                let mut items = items.into_iter();
                if let Some(first) = items.next() {
                    items.for_each(|item| answer(item, Err(copy(&error))));
                    answer(first, Err(error));
                }
            }
            Err(Failed::Within(error)) if items.len() > 1 => {
                tracing::warn!(%error, orders = items.len(), "a batch was rolled back; its orders are carried out one by one");
                for item in items {
                    let outcome = self.together(std::slice::from_ref(&item)).await;
                    answer(
                        item,
                        outcome
                            .map(first)
                            .unwrap_or_else(|failed| Err(failed.into_error())),
                    );
                }
            }
            Err(Failed::Within(error)) => {
                tracing::error!(%error, "an order was rolled back");
                items
                    .into_iter()
                    .for_each(|item| answer(item, Err(copy(&error))));
            }
        }
    }

    async fn together(&mut self, items: &[Item]) -> Result<Vec<Outcome>, Failed> {
        let mut tried = 0;
        loop {
            let once = AssertUnwindSafe(self.once(items)).catch_unwind().await;
            let failed = match once {
                Ok(Ok(outcomes)) => return Ok(outcomes),
                Ok(Err(failed)) => failed,
                Err(_) => Failed::Within(Error::Damaged("the writer panicked".to_owned())),
            };
            self.shelf.clear();
            tried += 1;
            match failed {
                Failed::Opening(error) | Failed::Within(error)
                    if error.is_worth_retrying() && tried < TRIES =>
                {
                    tracing::info!(%error, tried, "a batch is begun anew");
                    tokio::time::sleep(Duration::from_millis(5 << tried)).await;
                }
                failed => return Err(failed),
            }
        }
    }

    async fn once(&mut self, items: &[Item]) -> Result<Vec<Outcome>, Failed> {
        let tx = self.engine.lease().await.map_err(Failed::Opening)?;
        tx.begin(Purpose::Write).await.map_err(Failed::Opening)?;
        let mut place = None;
        let (outcomes, written) = match self.within(&tx, items, &mut place).await {
            Ok(done) => done,
            Err(error) => {
                give_up(&tx).await;
                return Err(Failed::Within(error));
            }
        };
        if !written {
            // Nothing but refusals: there is nothing to keep, not even the count of batches.
            tx.rollback().await.map_err(Failed::Within)?;
            if let Some((_, place)) = place {
                self.shelf.is_right_after(place.batches - 1);
            }
            return Ok(outcomes);
        }
        if let Err(error) = tx.commit().await {
            give_up(&tx).await;
            drop(tx);
            let landed = error.is_disconnect() && self.landed(place.as_ref()).await;
            if !landed {
                return Err(Failed::Within(error));
            }
            self.shelf.clear();
        } else if let Some((_, place)) = place {
            self.shelf.is_right_after(place.batches);
        }
        Ok(outcomes)
    }

    /// Carries out every item; whether anything was written. `place` becomes the journal's place before and after.
    async fn within(
        &mut self,
        tx: &Tx,
        items: &[Item],
        place: &mut Option<(u64, Place)>,
    ) -> Result<(Vec<Outcome>, bool)> {
        let mut written = false;
        let mut outcomes = Vec::with_capacity(items.len());
        if items
            .iter()
            .any(|item| matches!(item, Item::Order(..) | Item::Locked(..)))
        {
            let locked = district::lock(tx).await?;
            self.shelf.check(locked.batches - 1);
            *place = Some((locked.next, locked));
        }
        for item in items {
            outcomes.push(match (item, &mut *place) {
                (Item::Order(order, _), Some((_, place))) => {
                    let moment = Moment {
                        now: self.clock.now(),
                        today: self.clock.today(&self.zone),
                    };
                    let before = place.next;
                    let done = orders::carry_out(tx, &mut self.shelf, place, order, moment).await?;
                    written |= place.next != before;
                    Outcome::Order(done)
                }
                (Item::Locked(work, _), Some((_, place))) => {
                    let given = work(tx, place).await?;
                    written = true;
                    self.shelf.clear();
                    Outcome::Chore(given)
                }
                (Item::Chore(work, _), _) => {
                    let given = work(tx).await?;
                    written = true;
                    Outcome::Chore(given)
                }
                (Item::Order(..) | Item::Locked(..), None) => return Err(Error::Stopped),
            });
        }
        if let Some((before, place)) = place
            && place.next != *before
        {
            district::advance(tx, place).await?;
        }
        Ok((outcomes, written))
    }

    /// After a connection was lost in the commit: whether the batch is in the journal all the same. A leaf is salted,
    /// so an equal one is ours.
    async fn landed(&self, place: Option<&(u64, Place)>) -> bool {
        let Some((before, place)) = place else {
            return false;
        };
        if place.next == *before {
            return false;
        }
        for pause in [50, 500, 2_000] {
            tokio::time::sleep(Duration::from_millis(pause)).await;
            let Ok(tx) = self.engine.lease().await else {
                continue;
            };
            if let Ok(found) = journal::leaf_at(&tx, place.next - 1).await {
                return found.is_some_and(|leaf| {
                    Some(leaf.as_slice()) == place.last_leaf.as_ref().map(<[u8; 32]>::as_slice)
                });
            }
        }
        false
    }
}

async fn give_up(tx: &Tx) {
    if let Err(error) = tx.rollback().await {
        tracing::warn!(%error, "a rollback failed");
    }
}

impl Failed {
    fn into_error(self) -> Error {
        match self {
            Self::Opening(error) | Self::Within(error) => error,
        }
    }
}

fn first(outcomes: Vec<Outcome>) -> Result<Outcome> {
    outcomes.into_iter().next().ok_or(Error::Stopped)
}

/// The same error for another sender.
fn copy(error: &Error) -> Error {
    if error.is_busy() {
        Error::Busy
    } else {
        Error::Unusable(error.to_string())
    }
}

/// A sender that no longer waits gets no answer; what was carried out stays so.
fn answer(item: Item, outcome: Result<Outcome>) {
    match (item, outcome) {
        (Item::Order(_, reply), Ok(Outcome::Order(done))) => drop(reply.send(done)),
        (Item::Order(_, reply), Err(error)) => drop(reply.send(Err(error.into()))),
        (Item::Chore(_, reply) | Item::Locked(_, reply), Ok(Outcome::Chore(given))) => {
            drop(reply.send(Ok(given)))
        }
        (Item::Chore(_, reply) | Item::Locked(_, reply), Err(error)) => {
            drop(reply.send(Err(error)))
        }
        (Item::Order(..), Ok(Outcome::Chore(_)))
        | (Item::Chore(..) | Item::Locked(..), Ok(Outcome::Order(_))) => {
            tracing::error!("an answer of the wrong kind");
        }
    }
}
