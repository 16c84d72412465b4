//! The agenda of a conversation: when each item begins, what it is, how long it takes.

use jiff::Timestamp;
use maud::{Markup, html};
use words::Words;

use super::{Shape, Tone, state};

/// Where an item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// Over.
    Done,
    /// Running.
    Now,
    /// To come.
    #[default]
    Ahead,
}

/// One item.
#[derive(Clone, Debug, Default)]
pub struct AgendaItem {
    /// "2:57", or nothing before the conversation has a time.
    pub at: Option<String>,
    /// What it is.
    pub text: Markup,
    /// How long it takes.
    pub minutes: u32,
    /// Where it stands.
    pub progress: Progress,
    /// When it begins, if the list is to follow the clock.
    pub begins: Option<Timestamp>,
}

/// The list. With `now`, the server's clock, the timer script moves it on through the items that
/// have a beginning.
pub fn agenda(words: Words, items: &[AgendaItem], now: Option<Timestamp>) -> Markup {
    html! {
        ol.agenda data-now=[now.map(Timestamp::as_second)] {
            @for item in items {
                @let begins = item.begins.filter(|_| now.is_some()).map(Timestamp::as_second);
                li class=[(item.progress == Progress::Done).then_some("done")]
                    aria-current=[(item.progress == Progress::Now).then_some("step")]
                    data-begins=[begins]
                    data-ends=[begins.map(|begins| begins + i64::from(item.minutes) * 60)]
                {
                    span.min { @if let Some(at) = &item.at { (at) } }
                    div {
                        span.at { (item.text) }
                        @if begins.is_some() || item.progress == Progress::Done {
                            " " span.by data-when="done" hidden[item.progress != Progress::Done] { (state(Shape::Disc, Tone::Quiet, words.say("agenda-done"))) }
                        }
                        @if begins.is_some() || item.progress == Progress::Now {
                            " " span.by data-when="now" hidden[item.progress != Progress::Now] { (state(Shape::Half, Tone::Plain, words.say("agenda-now"))) }
                        }
                    }
                    span.by { (words.with("agenda-minutes", &[("minutes", item.minutes.into())])) }
                }
            }
        }
    }
}
