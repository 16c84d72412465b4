//! What another pack would make of the year's records. Whoever adopts packs reads numbers, suppressed where they would
//! name somebody; whoever may read a teacher's year sees each of those teachers side by side.

use crate::components::{
    Choice, Choices, Column, Crumb, PageHead, Shape, Table, TableShape, Tone, acts, button_main,
    empty, facts, link_plain, notice, page_head, section, small, table,
};
use crate::fault::Fault;
use crate::my_year::rating_so_far::rating_name;
use crate::visitor::{Sheet, Visitor};
use access::{List, Scope, scope};
use axum::extract::Query;
use domain::counts::{shown_parts, smallest_cell};
use domain::ratings::effect::{Compared, Effect, Verdict, Way, compare};
use domain::school_year::Adopted;
use maud::{Markup, html};
use policy::Pack;
use serde::Deserialize;

#[derive(Deserialize, Default)]
pub struct Wanted {
    /// Name of the other pack.
    pack: Option<String>,
}

/// Another pack that this program has, read.
struct Offer {
    name: String,
    title: String,
    pack: Pack,
}

pub async fn show(visitor: Visitor, Query(wanted): Query<Wanted>) -> Result<Markup, Fault> {
    let (whole, own) = readings(&visitor);
    if whole.is_none() && own.is_none() {
        return Err(Fault::NotFound);
    }
    let (_, pack) = visitor.open_year()?;
    let words = visitor.words;
    let offers = offers(&visitor);
    let chosen = wanted
        .pack
        .as_ref()
        .and_then(|name| offers.iter().find(|offer| offer.name == *name));
    let title = words.with("effect-title", &[("year", visitor.year.to_string().into())]);
    let body = html! {
        (page_head(words, &PageHead {
            crumbs: vec![Crumb::link(words.say("policy-title"), "/policy"), Crumb::here(words.say("effect-crumb"))],
            title,
            lead: Some(html! { (words.say("effect-lead")) }),
            ..PageHead::default()
        }))
        (choose(&visitor, &offers, chosen))
        @if let Some(offer) = chosen { (sections(&visitor, pack, &offer.pack).await?) }
    };
    let room = if whole.is_some() { "year" } else { "policy" };
    Ok(visitor.page(Sheet {
        room,
        title: words.say("effect-crumb"),
        body,
        footer: None,
    }))
}

/// What another pack would change: numbers and names, each for whoever may read them.
pub(super) async fn sections(
    visitor: &Visitor,
    before: &Pack,
    after: &Pack,
) -> Result<Markup, Fault> {
    let (whole, own) = readings(visitor);
    Ok(html! {
        @if let Some(whole) = &whole { (numbers(visitor, whole, before, after).await?) }
        @if let Some(own) = &own { (names(visitor, own, before, after).await?) }
    })
}

/// Every teacher's year, to be counted; and the years that the visitor reads.
fn readings(visitor: &Visitor) -> (Option<Scope>, Option<Scope>) {
    let actor = &visitor.actor;
    let own = scope(actor, List::School).or_else(|| scope(actor, List::Caseload));
    (scope(actor, List::Effect), own)
}

/// The packs that differ from the one that the year adopted.
fn offers(visitor: &Visitor) -> Vec<Offer> {
    let words = visitor.words;
    let adopted = visitor.school_year.year.adopted.as_ref();
    let others = visitor.app.packs().iter().filter(|offer| {
        let other = Adopted::new(offer.name.clone(), 0, offer.files.clone());
        adopted.is_none_or(|adopted| adopted.fingerprint != other.fingerprint)
    });
    others
        .filter_map(|offer| {
            let pack = policy::load(&offer.files).ok()?;
            let title = words.with(
                "school-year-offer",
                &[
                    ("title", pack.title.get(words.language().tag()).into()),
                    ("version", pack.version.into()),
                ],
            );
            Some(Offer {
                name: offer.name.clone(),
                title,
                pack,
            })
        })
        .collect()
}

fn choose(visitor: &Visitor, offers: &[Offer], chosen: Option<&Offer>) -> Markup {
    let words = visitor.words;
    if offers.is_empty() {
        return empty(words.say("effect-no-offer"), None);
    }
    let choices = offers
        .iter()
        .map(|offer| Choice::new(&offer.name, &offer.title))
        .collect();
    html! {
        form method="get" action="/policy/effect" {
            (Choices::one("pack", words.say("effect-other"), choices).chosen(chosen.map(|offer| offer.name.as_str())).markup(words))
            (acts([button_main(words.say("effect-show")), link_plain("/policy", words.say("effect-back"))]))
        }
    }
}

fn verdict(visitor: &Visitor, pack: &Pack, verdict: &Verdict) -> String {
    let words = visitor.words;
    match verdict {
        Verdict::NoScore => words.say("effect-no-score"),
        Verdict::Rated(id) => rating_name(words, pack, id),
        Verdict::Decision(both) => words.with(
            "effect-decision",
            &[(
                "both",
                words
                    .list_or(&both.each_ref().map(|id| rating_name(words, pack, id)))
                    .into(),
            )],
        ),
    }
}

/// For whoever adopts packs: how many records change, which way, across which cut.
async fn numbers(
    visitor: &Visitor,
    whole: &Scope,
    before: &Pack,
    after: &Pack,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let record = visitor.app.record();
    let compared = record
        .tally(whole, &visitor.year, |record| {
            compare(record, before, after)
        })
        .await?;
    let effect = Effect::of(&compared, after);
    let ways = [Way::Same, Way::Higher, Way::Lower, Way::Other];
    let counts: Vec<u64> = ways
        .iter()
        .map(|way| effect.ways.get(way).copied().unwrap_or_default())
        .collect();
    let smallest = smallest_cell(Some(before));
    let cell = |part: Option<u64>| match part {
        Some(count) => html! { (count) },
        None => html! { (words.say("counts-too-few")) },
    };
    let by_way = ways
        .into_iter()
        .zip(shown_parts(&counts, smallest))
        .map(|(way, part)| (words.say(way_key(way)), cell(part)));
    // With those that stay the same they add up to the records, which are shown.
    let same = effect.records - effect.changed();
    let parts: Vec<u64> = effect.changes.values().copied().chain([same]).collect();
    let rows: Vec<Vec<Markup>> = effect
        .changes
        .keys()
        .zip(shown_parts(&parts, smallest))
        .map(|((was, now), part)| {
            vec![
                html! { (verdict(visitor, before, was)) },
                html! { (verdict(visitor, after, now)) },
                cell(part),
            ]
        })
        .collect();
    Ok(section(
        "numbers",
        words.say("effect-numbers"),
        Some(&words.say("effect-numbers-hint")),
        html! {
            p { (words.with("effect-records", &[("count", effect.records.into())])) }
            (facts(by_way))
            @if rows.is_empty() {
                (empty(words.say("effect-none"), None))
            } @else {
                (table(&Table {
                    caption: Some(words.say("effect-changes")),
                    shape: TableShape::Stack,
                    columns: vec![
                        Column::words(words.say("effect-now")),
                        Column::words(words.say("effect-then")),
                        Column::figures(words.say("effect-count")),
                    ],
                    rows,
                    foot: None,
                    class: "",
                }))
            }
            (notice(Tone::Plain, Shape::Bar, words.say("effect-keep-title"), html! { p { (words.say("effect-keep")) } }))
            (small(words.say("counts-source")))
        },
    ))
}

fn way_key(way: Way) -> &'static str {
    match way {
        Way::Same => "effect-same",
        Way::Higher => "effect-higher",
        Way::Lower => "effect-lower",
        Way::Other => "effect-otherwise",
    }
}

/// For whoever may read these teachers' years: old and new side by side, changed ones first.
async fn names(
    visitor: &Visitor,
    own: &Scope,
    before: &Pack,
    after: &Pack,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let records = visitor
        .app
        .record()
        .year_records(own, &visitor.year)
        .await?;
    let people = visitor
        .colleagues(records.iter().map(|record| record.teacher))
        .await?;
    let mut compared: Vec<(bool, String, domain::PersonId, Compared)> = records
        .iter()
        .map(|record| {
            let compared = compare(record, before, after);
            let name = people
                .get(&record.teacher)
                .map_or_else(String::new, |it| it.name.full());
            let same = compared.way(after) == Way::Same;
            (same, name, record.teacher, compared)
        })
        .collect();
    compared.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let rows = compared
        .iter()
        .map(|(_, name, teacher, compared)| {
            vec![
                html! { a href={ "/teachers/" (teacher) "/rating" } { (name) } },
                html! { (verdict(visitor, before, &compared.before)) @if compared.shared { " · " (words.say("effect-shared")) } },
                html! { (verdict(visitor, after, &compared.after)) },
                html! { (words.say(way_key(compared.way(after)))) },
            ]
        })
        .collect();
    Ok(section(
        "names",
        words.say("effect-names"),
        Some(&words.say("effect-names-hint")),
        table(&Table {
            caption: Some(words.say("effect-side-by-side")),
            shape: TableShape::Stack,
            columns: ["effect-teacher", "effect-now", "effect-then", "effect-way"]
                .map(|key| Column::words(words.say(key)))
                .to_vec(),
            rows,
            foot: None,
            class: "",
        }),
    ))
}
