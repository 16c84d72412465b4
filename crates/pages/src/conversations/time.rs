//! When a conversation is, and where its agenda stands by the record's clock.

use crate::visitor::Visitor;
use domain::conversations::{Conversation, Length, Slot};
use jiff::civil::Time;
use jiff::{SignedDuration, Span, Timestamp};
use policy::{AgendaItem, Guide};

/// The moment at which a slot begins, by the district's clocks.
pub fn begins_at(visitor: &Visitor, slot: &Slot) -> Timestamp {
    let zone = visitor.app.record().zone();
    zone.to_timestamp(slot.on.to_datetime(slot.begins))
        .unwrap_or_default()
}

/// The time of day at which a slot ends.
pub fn ends(slot: &Slot) -> Time {
    slot.on
        .to_datetime(slot.begins)
        .saturating_add(Span::new().minutes(i64::from(slot.minutes)))
        .time()
}

/// Where a conversation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Ahead,
    Running,
    /// Its time is over, and not both have said "we met".
    Over,
    Held,
    Off,
}

pub fn phase(it: &Conversation, begins: Timestamp, slot: &Slot, now: Timestamp) -> Phase {
    let ends = begins + SignedDuration::from_mins(i64::from(slot.minutes));
    if it.cancelled.is_some() {
        Phase::Off
    } else if it.is_held() {
        Phase::Held
    } else if now < begins {
        Phase::Ahead
    } else if now < ends {
        Phase::Running
    } else {
        Phase::Over
    }
}

/// An item of the agenda in its place on the clock.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'g> {
    pub item: &'g AgendaItem,
    pub minutes: u32,
    pub begins: Timestamp,
    pub ends: Timestamp,
}

/// The items of a guide in their order, those left out in this length gone.
pub fn placed(guide: &Guide, length: Length, begins: Timestamp) -> Vec<Placed<'_>> {
    let mut at = begins;
    let items = guide
        .agenda
        .iter()
        .filter(|item| item.minutes.get(length) > 0);
    items
        .map(|item| {
            let minutes = item.minutes.get(length);
            let begins = at;
            at += SignedDuration::from_mins(i64::from(minutes));
            Placed {
                item,
                minutes,
                begins,
                ends: at,
            }
        })
        .collect()
}

/// The item that runs, counted from 0.
pub fn running(items: &[Placed<'_>], now: Timestamp) -> Option<usize> {
    items
        .iter()
        .position(|item| item.begins <= now && now < item.ends)
}

/// Whole minutes from one moment to a later one, a begun minute counting as passed only when it is over.
pub fn minutes_between(from: Timestamp, to: Timestamp) -> u32 {
    u32::try_from((to.as_second() - from.as_second()).div_euclid(60)).unwrap_or(0)
}
