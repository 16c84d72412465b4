//! Minutes left for what runs. Right when the page was made; the timer script keeps it right.

use jiff::Timestamp;
use maud::{Markup, html};
use words::{Value, Words};

/// "8 minutes left for this", or how many it is over. `now` is the server's clock.
pub fn timer(words: Words, ends: Timestamp, now: Timestamp) -> Markup {
    let seconds = ends.as_second() - now.as_second();
    // A minute that has begun counts as left.
    let minutes = (seconds + 59).div_euclid(60);
    let say = |key: &str, minutes: i64| words.with(key, &[("minutes", minutes.into())]);
    let pattern = |key: &str| {
        words
            .with(key, &[("minutes", Value::from(PATTERN))])
            .replace(&PATTERN.to_string(), "{minutes}")
    };
    let said = if minutes < 0 {
        say("timer-over", -minutes)
    } else {
        say("timer-left", minutes)
    };
    html! {
        span data-timer data-now=(now.as_second()) data-ends=(ends.as_second())
            data-left-one=(say("timer-left", 1)) data-left-other=(pattern("timer-left"))
            data-over-one=(say("timer-over", 1)) data-over-other=(pattern("timer-over"))
        { (said) }
    }
}

/// Stands for any number but one while the script's pattern is made.
const PATTERN: i64 = 918_273;

#[cfg(test)]
mod tests {
    use super::*;
    use words::Language;

    #[test]
    fn minutes_are_said_left_or_over() {
        let now = Timestamp::from_second(1_800_000_000).unwrap_or_default();
        let after =
            |seconds: i64| Timestamp::from_second(1_800_000_000 + seconds).unwrap_or_default();
        for (seconds, said) in [
            (480, ">8 minutes left for this<"),
            (61, ">2 minutes left for this<"),
            (60, ">1 minute left for this<"),
            (0, ">0 minutes left for this<"),
            (-130, ">2 minutes over<"),
        ] {
            let markup = timer(Words::new(Language::En), after(seconds), now).0;
            assert!(markup.contains(said), "{seconds}: {markup}");
            assert!(markup.contains("data-left-other=\"{minutes} minutes left for this\""));
        }
    }
}
