//! Which indicators were seen this year, and when: before somebody chooses what to look for.

use super::Observing;
use crate::components::{
    Column, Seen, Table, TableShape, coverage, coverage_key, disclosure, sub, table,
};
use domain::observations::SCORE_FIELD;
use maud::{Markup, html};
use policy::Pack;

pub fn seen_before(observing: &Observing<'_>, pack: &Pack) -> Markup {
    let words = observing.visitor.words;
    let tag = words.language().tag();
    let standing = observing.record.standing();
    let drafted: Vec<&str> = observing
        .form
        .drafted()
        .filter_map(|field| field.strip_prefix(SCORE_FIELD))
        .collect();
    let observed = pack
        .framework
        .domains
        .iter()
        .filter(|domain| domain.observed);
    let groups: Vec<Vec<Seen>> = observed
        .map(|domain| {
            let indicators = pack
                .framework
                .observed()
                .filter(|indicator| indicator.domain == domain.id);
            let seen = |id: &str| {
                if standing.contains_key(id) {
                    Seen::Shared
                } else if drafted.contains(&id) {
                    Seen::Draft
                } else {
                    Seen::Not
                }
            };
            indicators.map(|indicator| seen(&indicator.id)).collect()
        })
        .collect();
    let rows = pack.framework.observed().map(|indicator| {
        let levels = standing.get(&indicator.id).map(Vec::as_slice).unwrap_or_default();
        let when = levels.iter().map(|level| words.with("standing-seen", &[("date", words.short_day(level.on).into()), ("level", level.score.into())]));
        let when: Vec<String> = when.collect();
        vec![
            html! { a href={ "#score." (indicator.id) } { (indicator.id) } " " (sub(indicator.short.get(tag))) },
            html! { @if when.is_empty() { (words.say("observations-not-seen")) } @else { (when.join(", ")) } },
        ]
    });
    let columns = vec![
        Column::words(words.say("indicator-column")),
        Column::words(words.say("observations-seen-when")),
    ];
    html! {
        p { (coverage(words, &groups)) }
        (coverage_key(words))
        (disclosure(words.say("observations-seen-which"), table(&Table { columns, rows: rows.collect(), shape: TableShape::Stack, ..Table::default() })))
    }
}
