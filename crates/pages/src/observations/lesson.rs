//! A lesson as everybody reads it: the same to its observer before it is shared and to the teacher after.

use crate::components::{facts, rows, said, section, small};
use crate::my_year::standing::band_name;
use domain::YearRecord;
use domain::observations::{Lesson, Seen};
use domain::year_record::Level;
use jiff::civil::Time;
use maud::{Markup, html};
use policy::{Indicator, Pack};
use words::Words;

/// The name of the pack's kind of observation.
pub fn kind_label(words: Words, pack: &Pack, kind: &str) -> String {
    pack.framework
        .observation_kind(kind)
        .map(|kind| kind.label.get(words.language().tag()).to_owned())
        .unwrap_or_default()
}

/// Whole minutes from one time to a later one.
pub fn minutes(begins: Time, ends: Time) -> i64 {
    let minute = |time: Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
    minute(ends) - minute(begins)
}

/// "Level 5, Effective", with the descriptor of the band that was reached.
pub fn level(words: Words, pack: &Pack, indicator: &str, score: u8) -> Markup {
    let descriptor = pack
        .framework
        .band(score)
        .and_then(|band| pack.framework.descriptor(indicator, &band.rating));
    html! {
        p { b { (words.with("observations-level", &[("level", score.into()), ("band", band_name(words, pack, score).into())])) } }
        @if let Some(descriptor) = descriptor {
            @let text = descriptor.text.get(words.language().tag());
            p.by { (text) }
        }
    }
}

/// Who, when and what, as facts. `seen_by` is the observer's name.
pub fn head(words: Words, pack: &Pack, lesson: &Lesson, seen_by: String) -> Markup {
    let when = words.with(
        "observations-when-value",
        &[
            ("date", words.long_date(lesson.on).into()),
            ("start", words.time(lesson.begins).into()),
            ("end", words.time(lesson.ends).into()),
            ("minutes", minutes(lesson.begins, lesson.ends).into()),
        ],
    );
    let counts = pack
        .framework
        .observation_kind(&lesson.kind)
        .is_some_and(|kind| kind.scored);
    let kind = html! { (kind_label(words, pack, &lesson.kind)) ". " (words.say(if counts { "observations-counts" } else { "observations-counts-not" })) };
    facts([
        (
            words.say("observations-focus"),
            html! { span.said { (lesson.focus) } },
        ),
        (words.say("observations-when"), html! { (when) }),
        (words.say("observations-kind"), kind),
        (words.say("observations-seen-by"), html! { (seen_by) }),
    ])
}

/// What was seen, a section for each domain of the framework.
pub fn seen(
    words: Words,
    pack: &Pack,
    record: &YearRecord,
    lesson: &Lesson,
    own: Option<&domain::Stream>,
) -> Markup {
    let tag = words.language().tag();
    let standing = record.standing();
    let hint = pack
        .framework
        .descriptors
        .iter()
        .any(|descriptor| descriptor.placeholder)
        .then(|| words.say("observations-descriptors-hint"));
    html! {
        @for domain in pack.framework.domains.iter().filter(|domain| domain.observed) {
            @let indicators: Vec<(&Indicator, &Seen)> = pack.framework.indicators.iter().filter(|it| it.domain == domain.id).filter_map(|it| Some((it, lesson.seen.get(&it.id)?))).collect();
            @if !indicators.is_empty() {
                (section(&format!("domain-{}", domain.id), domain.label.get(tag), hint.as_deref(), rows(indicators.iter().map(|(indicator, seen)| {
                    let before = standing.get(&indicator.id).map(Vec::as_slice).unwrap_or_default();
                    html! {
                        h3 id={ "indicator." (indicator.id) } { (indicator.id) " " (indicator.label.get(tag)) }
                        @if let Some(score) = seen.score { (level(words, pack, &indicator.id, score)) }
                        @if !seen.text.is_empty() { (said(&seen.text)) }
                        (earlier(words, before, lesson, own))
                    }
                }))))
            }
        }
    }
}

/// Levels of lessons before this one.
fn earlier(
    words: Words,
    levels: &[Level],
    lesson: &Lesson,
    own: Option<&domain::Stream>,
) -> Markup {
    let before = levels
        .iter()
        .filter(|level| level.on <= lesson.on && Some(&level.thing) != own);
    let said: Vec<String> = before
        .map(|level| {
            words.with(
                "standing-seen",
                &[
                    ("date", words.short_day(level.on).into()),
                    ("level", level.score.into()),
                ],
            )
        })
        .collect();
    html! { @if !said.is_empty() { (small(words.with("observations-before", &[("levels", said.join(", ").into())]))) } }
}
