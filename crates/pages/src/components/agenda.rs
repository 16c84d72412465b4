//! The agenda of a conversation: when each item begins, what it is, how long it takes.

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
}

/// The list.
pub fn agenda(words: Words, items: &[AgendaItem]) -> Markup {
    html! {
        ol.agenda {
            @for item in items {
                li class=[(item.progress == Progress::Done).then_some("done")]
                    aria-current=[(item.progress == Progress::Now).then_some("step")]
                {
                    span.min { @if let Some(at) = &item.at { (at) } }
                    div {
                        span.at { (item.text) }
                        @match item.progress {
                            Progress::Done => { " " span.by { (state(Shape::Disc, Tone::Quiet, words.say("agenda-done"))) } }
                            Progress::Now => { " " span.by { (state(Shape::Half, Tone::Plain, words.say("agenda-now"))) } }
                            Progress::Ahead => {}
                        }
                    }
                    span.by { (words.with("agenda-minutes", &[("minutes", item.minutes.into())])) }
                }
            }
        }
    }
}
