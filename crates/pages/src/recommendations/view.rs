//! The page of a recommendation.

use super::REASONS;
use crate::components::{
    Field, NextStep, PageHead, acts, button_main_named, by, empty, facts, form, link_main,
    next_step, page_head, said, section, small,
};
use crate::fault::Fault;
use crate::form::Form;
use crate::history::who_can_see;
use crate::layout::{Conflict, conflict};
use crate::ratings::Basis;
use crate::visitor::{Sheet, form_key};
use domain::Kind;
use domain::ratings::calculation::so_far;
use maud::{Markup, html};
use policy::Deadline;
use record::Changed;

/// The page; `may` says whether the reader recommends.
pub async fn show(basis: &Basis<'_>, may: bool, work: &Form<'_>) -> Result<Markup, Fault> {
    let words = basis.words;
    let record = basis.record;
    let title = if basis.own() {
        words.say("recommendation-title-own")
    } else {
        words.with(
            "recommendation-title",
            &[("name", basis.full(record.teacher).into())],
        )
    };
    let name = basis.full(record.teacher);
    let renewal = record.recommendation.renewal.as_ref();
    let (stream, _) = record.one(Kind::Recommendation);
    let head = PageHead {
        crumbs: crate::way::to(
            basis.visitor,
            record.teacher,
            &name,
            words.say("recommendation-crumb"),
        ),
        title: title.clone(),
        lead: Some(html! { (words.say("recommendation-lead")) }),
        ..PageHead::default()
    };
    let body = html! {
        (work.summary())
        (page_head(words, &head))
        @if renewal.is_none() && may { (next(basis)) }
        (section("recommendation", words.say("recommendation-section"), None, html! {
            @match renewal {
                Some(renewal) => {
                    p { strong { (words.say("recommendation-renewal")) } }
                    (said(&renewal.reasons))
                    (by(words.with("recommendation-by", &[("name", basis.full(renewal.by).into()), ("date", words.date(renewal.on).into())])))
                }
                None if may => { (write(basis, work)) }
                None => { (empty(words.say("recommendation-none"), None)) }
            }
        }))
        (section("record", words.say("recommendation-record"), Some(&words.say("recommendation-record-hint")), summary(basis)))
        (who_can_see(basis.visitor, record, renewal.is_some().then_some(&stream)).await?)
    };
    let room = if basis.own() { "my-year" } else { "caseload" };
    Ok(basis.visitor.page(Sheet {
        room,
        title,
        body: crate::library::with_toolkit(basis.visitor, "recommendation", body),
        footer: None,
    }))
}

/// It was recommended since the page was made: the reasons that were typed stand beside those on the record.
pub fn both(basis: &Basis<'_>, typed: &str, changed: &Changed) -> Markup {
    let words = basis.words;
    let label = words.say("recommendation-reasons");
    let renewal = basis.record.recommendation.renewal.as_ref();
    let here = format!("/teachers/{}/recommendation", basis.record.teacher);
    let body = conflict(
        words,
        &Conflict {
            yours: vec![(label.clone(), typed.to_owned())],
            theirs: renewal
                .map(|it| (label, it.reasons.clone()))
                .into_iter()
                .collect(),
            name: basis.full(changed.by),
            moment: words.moment(basis.visitor.local(changed.at)),
            again: acts([link_main(&here, words.say("error-back"))]),
        },
    );
    basis.visitor.page(Sheet {
        room: crate::way::room(basis.visitor, basis.record.teacher),
        title: words.say("error-409-title"),
        body,
        footer: None,
    })
}

fn next(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    let due = basis.pack.date("CAL-REC").and_then(Deadline::fixed);
    let what = match due {
        Some(due) => words.with(
            "recommendation-next-by",
            &[("date", words.date(due).into())],
        ),
        None => words.say("recommendation-next"),
    };
    next_step(
        words,
        &NextStep {
            what: html! { (what) },
            why: Some(html! { (words.say("recommendation-next-why")) }),
            ..NextStep::default()
        },
    )
}

fn write(basis: &Basis<'_>, work: &Form<'_>) -> Markup {
    let words = basis.words;
    let record = basis.record;
    let (_, version) = record.one(Kind::Recommendation);
    let name = basis.address(record.teacher);
    form(
        &format!("/teachers/{}/recommendation", record.teacher),
        &form_key(Some(version)),
        html! {
            (Field::area(REASONS, words.say("recommendation-reasons"))
                .sees(words.with("recommendation-sees", &[("name", name.clone().into())]))
                .hint(words.say("recommendation-reasons-hint"))
                .value(work.value(REASONS))
                .error(work.error(REASONS))
                .lines(6)
                .counted(None)
                .autosave(work.autosave(REASONS))
                .markup(words))
            (small(words.with("recommendation-means", &[("name", name.into())])))
            (acts([button_main_named("act", "recommend", words.say("recommendation-button"))]))
            (small(words.say("recommendation-other")))
        },
    )
}

/// The year in a few named facts, each of which is on the record.
fn summary(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    let record = basis.record;
    let rating_address = format!("/teachers/{}/rating", record.teacher);
    let rating = match &record.rating.released {
        Some(released) => html! { a href=(rating_address) { (basis.rating(&released.rating)) } },
        None => {
            let range = so_far(&record.rating_inputs(basis.pack), basis.pack);
            let names: Vec<String> = range.ratings.iter().map(|id| basis.rating(id)).collect();
            html! { (words.with("recommendation-range", &[("ratings", words.list_or(&names).into())])) }
        }
    };
    let lessons = record.lessons();
    let last = lessons
        .last()
        .and_then(|(_, it)| it.lesson.as_ref())
        .map(|lesson| lesson.on);
    let seen = match last {
        Some(last) => words.with(
            "recommendation-lessons",
            &[
                ("count", lessons.len().into()),
                ("date", words.date(last).into()),
            ],
        ),
        None => words.say("recommendation-no-lessons"),
    };
    let held = record
        .conversations
        .values()
        .filter(|talk| talk.is_held())
        .count();
    let promises: Vec<_> = record
        .conversations
        .values()
        .flat_map(|talk| &talk.promises)
        .collect();
    let kept = promises
        .iter()
        .filter(|promise| promise.kept.is_some())
        .count();
    let mut lines = vec![
        (words.say("recommendation-rating"), rating),
        (words.say("recommendation-seen"), html! { (seen) }),
        (
            words.say("recommendation-talks"),
            html! { (words.with("recommendation-held", &[("count", held.into())])) },
        ),
        (
            words.say("recommendation-promises"),
            html! { (words.with("recommendation-kept", &[("kept", kept.into()), ("count", promises.len().into())])) },
        ),
    ];
    if let Some(prior) = record.prior_rating() {
        let name = basis.rating(prior);
        lines.push((
            words.with(
                "recommendation-prior",
                &[("year", record.year.before().as_str().into())],
            ),
            html! { (name) },
        ));
    }
    facts(lines)
}
