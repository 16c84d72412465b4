//! Dates and times that machines can read too.

use jiff::civil::{Date, DateTime, Time};
use maud::{Markup, html};
use words::Words;

/// "Fri 14 May".
pub fn day(words: Words, date: Date) -> Markup {
    html! { time datetime=(date.to_string()) { (words.day(date)) } }
}

/// "Fri 14 May 2027".
pub fn date(words: Words, date: Date) -> Markup {
    html! { time datetime=(date.to_string()) { (words.date(date)) } }
}

/// "Tuesday 12 January 2027".
pub fn long_date(words: Words, date: Date) -> Markup {
    html! { time datetime=(date.to_string()) { (words.long_date(date)) } }
}

/// "3:01 pm".
pub fn clock(words: Words, time: Time) -> Markup {
    html! { time datetime=(time.strftime("%H:%M").to_string()) { (words.time(time)) } }
}

/// "Tue 12 Jan 2027, 7:40 am".
pub fn moment(words: Words, at: impl Into<DateTime>) -> Markup {
    let at = at.into();
    html! { time datetime=(at.strftime("%Y-%m-%dT%H:%M").to_string()) { (words.moment(at)) } }
}
