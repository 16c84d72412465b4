//! The page of a rating that was shared: what it is, the next step, the sum, where it falls, and what one can do.

use super::changes::what_would_change;
use super::clock::{self, Counted};
use super::coming::{coming, rationales};
use super::decision::decided;
use super::falls::{meanings, where_it_falls};
use super::sum::sum;
use super::{Basis, address};
use crate::components::{
    Crumb, Field, LedgerRow, NextLabel, NextStep, PageHead, Shape, Tone, acts, button_named, by,
    date, empty, form, ledger, link_button, link_main, next_step, notice, page_head, said, section,
    small,
};
use crate::fault::Fault;
use crate::form::Form;
use crate::history::who_can_see;
use crate::visitor::{Sheet, form_key};
use domain::Kind;
use domain::ratings::{Receipt, Released};
use maud::{Markup, html};

/// The field of the answer while it is written.
pub const ANSWER: &str = record::ANSWER_FIELD;

pub async fn released(
    basis: &Basis<'_>,
    released: &Released,
    form: &Form<'_>,
) -> Result<Markup, Fault> {
    let words = basis.words;
    let own = basis.own();
    let rating = basis.rating(&released.rating);
    let title = if own {
        words.with("rating-title-own", &[("rating", rating.clone().into())])
    } else {
        words.with(
            "rating-title-of",
            &[
                ("name", basis.full(basis.record.teacher).into()),
                ("rating", rating.clone().into()),
            ],
        )
    };
    let acknowledge = clock::counted(basis.pack, basis.calendar, clock::ACKNOWLEDGE, released.on);
    let answer = clock::counted(basis.pack, basis.calendar, clock::ANSWER, released.on);
    let head = PageHead {
        crumbs: crumbs(basis),
        title: title.clone(),
        lead: Some(lead(basis, released)),
        jumps: [
            ("the-sum", "rating-the-sum"),
            ("where-it-falls", "rating-where"),
            ("what-the-ratings-mean", "rating-mean-section"),
            ("was-it-seen-coming", "rating-coming"),
            ("rationale", "rating-rationale"),
            (
                "what-you-can-do",
                if own {
                    "rating-can-do"
                } else {
                    "rating-teacher-can-do"
                },
            ),
            ("in-writing", "rating-answer-section"),
            ("check-it-yourself", "rating-check"),
        ]
        .map(|(id, key)| (id.to_owned(), words.say(key)))
        .into(),
    };
    let (stream, _) = basis.record.one(Kind::Rating);
    let body = html! {
        (form.summary())
        (page_head(words, &head))
        (next(basis, acknowledge.as_ref(), answer.as_ref()))
        @if released.demo_pack { (demo_pack(basis)) }
        (section("the-sum", words.say("rating-the-sum"), Some(&words.say("rating-the-sum-hint")), sum(basis, &released.trace)))
        (section("where-it-falls", words.say("rating-where"), Some(&words.say("rating-where-hint")), where_it_falls(basis, &released.trace)))
        @if let Some(it) = &released.trace.decision {
            (section("decided", words.say("decision-section"), Some(&words.say("decision-section-hint")), decided(basis, it)))
        }
        (section("what-would-change-it", words.say("rating-changes"), Some(&words.say("rating-changes-hint")), what_would_change(basis)))
        (section("what-the-ratings-mean", words.say("rating-mean-section"), None, meanings(basis)))
        @if let Some(door) = crate::status::door(basis.visitor, basis.record) { (door) }
        (section("was-it-seen-coming", words.say("rating-coming"), Some(&words.say("rating-coming-hint")), coming(basis, released)))
        (section("rationale", words.say("rating-rationale"), Some(&words.say("rating-rationale-hint")), rationales(basis)))
        (section("what-you-can-do", words.say(if own { "rating-can-do" } else { "rating-teacher-can-do" }), Some(&words.say("rating-can-do-hint")), can_do(basis, acknowledge.as_ref(), answer.as_ref())))
        (section("in-writing", words.say("rating-answer-section"), None, answers(basis, form)))
        (section("check-it-yourself", words.say("rating-check"), None, check(basis)))
        (who_can_see(basis.visitor, basis.record, Some(&stream)).await?)
    };
    let at = words.moment(basis.visitor.local(released.at));
    let footer = html! {
        (words.with("rating-footer", &[("moment", at.into()), ("name", basis.full(released.by).into())]))
        @if released.demo_pack { " " (words.say("rating-footer-unconfirmed")) }
    };
    let room = if own { "my-year" } else { "caseload" };
    Ok(basis.visitor.page(Sheet {
        room,
        title,
        body: crate::library::with_toolkit(basis.visitor, "rating", body),
        footer: Some(footer),
    }))
}

pub fn crumbs(basis: &Basis<'_>) -> Vec<Crumb> {
    let name = basis.record.person.particulars.name.full();
    let here = basis.words.with(
        "rating-crumb",
        &[("year", basis.record.year.as_str().into())],
    );
    crate::way::to(basis.visitor, basis.record.teacher, &name, here)
}

/// Before it is shared the teacher sees where the rating can still fall, on the page of the year.
pub async fn not_yet(basis: &Basis<'_>) -> Result<Markup, Fault> {
    let words = basis.words;
    let title = words.say("rating-not-yet-title");
    let head = PageHead {
        crumbs: crumbs(basis),
        title: title.clone(),
        lead: Some(html! { (words.say("rating-not-yet-lead")) }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        (acts([link_main("/my-year#rating", words.say("rating-not-yet-range"))]))
    };
    Ok(basis.visitor.page(Sheet {
        room: "my-year",
        title,
        body,
        footer: None,
    }))
}

fn lead(basis: &Basis<'_>, released: &Released) -> Markup {
    let words = basis.words;
    let composite = words.decimal(&released.trace.composite.shown);
    let ratings = &basis.pack.rating;
    let effective = ratings
        .rating(&released.rating)
        .is_some_and(|it| it.effective);
    // A low result says how far it is to the next one; any other says where it begins.
    let told = if effective {
        Some(released.rating.as_str())
    } else {
        let place = ratings
            .ratings
            .iter()
            .position(|it| it.id == released.rating);
        place
            .and_then(|place| ratings.ratings.get(place + 1))
            .map(|it| it.id.as_str())
    };
    let cut = told.and_then(|id| {
        released
            .trace
            .placement
            .cuts
            .iter()
            .find(|cut| cut.rating == id)
    });
    let Some(cut) = cut else {
        return html! { (words.with("rating-lead", &[("points", composite.into())])) };
    };
    let begins = words.decimal(&cut.begins.to_decimal(ratings.shown_places.value));
    html! {
        (words.with("rating-lead-begins", &[
            ("points", composite.into()),
            ("rating", basis.rating(&cut.rating).into()),
            ("begins", begins.into()),
        ]))
    }
}

fn next(basis: &Basis<'_>, acknowledge: Option<&Counted>, answer: Option<&Counted>) -> Markup {
    let words = basis.words;
    let today = basis.visitor.today;
    let teacher = basis.record.teacher;
    let by_date = |counted: Option<&Counted>| html! { @if let Some(counted) = counted { " " strong { (date(words, counted.due)) } "." } };
    let distance = |counted: Option<&Counted>| {
        counted
            .map(|it| clock::distance(words, basis.calendar, today, it))
            .unwrap_or_default()
    };
    let step = match (&basis.record.rating.receipt, basis.own()) {
        (None, true) => NextStep {
            label: NextLabel::Next,
            what: html! { (words.say("rating-next-acknowledge")) (by_date(acknowledge)) },
            why: Some(
                html! { (words.with("rating-next-acknowledge-why", &[("distance", distance(acknowledge).into())])) },
            ),
            action: Some(link_main(
                &address(teacher, "/acknowledge"),
                words.say("rating-acknowledge"),
            )),
        },
        (None, false) => NextStep {
            label: NextLabel::Next,
            what: html! { (words.with("rating-next-waits", &[("name", basis.address(teacher).into())])) (by_date(acknowledge)) },
            why: Some(
                html! { (words.with("rating-next-acknowledge-why", &[("distance", distance(acknowledge).into())])) },
            ),
            action: None,
        },
        (Some(receipt), own) => {
            let (key, on) = match receipt {
                Receipt::Acknowledged { on, .. } => ("rating-received-acknowledged", on),
                Receipt::Declined { on, .. } => ("rating-received-declined", on),
            };
            let who = if own {
                words.say("rating-you")
            } else {
                basis.address(teacher)
            };
            NextStep {
                label: NextLabel::Now,
                what: html! { (words.with(key, &[("name", who.into()), ("date", words.date(*on).into())])) },
                why: answer.map(|it| html! { (words.with("rating-received-why", &[("date", words.date(it.due).into())])) }),
                action: own.then(|| link_button("#answer", words.say("rating-write-answer"))),
            }
        }
    };
    next_step(words, &step)
}

fn demo_pack(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    let count = basis.pack.unsettled().count();
    let body = html! {
        p { (words.with("rating-demo-pack", &[("count", count.into())])) }
        p { a href="/policy/values" { (words.say("confirmations-link")) } }
    };
    section(
        "unconfirmed",
        words.say("rating-demo-pack-section"),
        None,
        notice(
            Tone::Soon,
            Shape::Diamond,
            words.say("rating-demo-pack-title"),
            body,
        ),
    )
}

fn can_do(basis: &Basis<'_>, acknowledge: Option<&Counted>, answer: Option<&Counted>) -> Markup {
    let words = basis.words;
    let (own, teacher) = (basis.own(), basis.record.teacher);
    let line = |counted: &Counted, title: &str, why: &str, action: Option<Markup>| LedgerRow {
        when: crate::components::day(words, counted.due),
        distance: Some(
            html! { (clock::distance(words, basis.calendar, basis.visitor.today, counted)) },
        ),
        title: html! { (words.say(title)) },
        why: Some(html! { (words.say(why)) }),
        more: Some(clock::opened(words, counted)),
        action: action.filter(|_| own),
    };
    let mut lines = vec![];
    if let Some(counted) = acknowledge.filter(|_| basis.record.rating.receipt.is_none()) {
        let action = link_button(&address(teacher, "/decline"), words.say("rating-decline"));
        lines.push(line(
            counted,
            "rating-do-acknowledge",
            "rating-do-acknowledge-why",
            Some(action),
        ));
    }
    if let Some(counted) = answer {
        lines.push(line(
            counted,
            "rating-do-answer",
            "rating-do-answer-why",
            Some(link_button("#answer", words.say("rating-write-answer"))),
        ));
    }
    html! { (ledger(&lines)) (small(words.say("rating-appeals-later"))) }
}

fn answers(basis: &Basis<'_>, work: &Form<'_>) -> Markup {
    let words = basis.words;
    let record = basis.record;
    let (_, version) = record.one(Kind::Rating);
    let readers = words.list(&basis.evaluators());
    html! {
        @for answer in &record.rating.answers {
            div.inside {
                (said(&answer.text))
                (by(words.with("rating-answered-at", &[("name", basis.full(answer.by).into()), ("moment", words.moment(basis.visitor.local(answer.at)).into())])))
            }
        }
        @if record.rating.answers.is_empty() && !basis.own() { (empty(words.say("rating-no-answer"), None)) }
        @if basis.own() {
            (form(&address(record.teacher, "/answers"), &form_key(Some(version)), html! {
                (Field::area(ANSWER, words.say("rating-answer-label"))
                    .sees(words.with("rating-answer-sees", &[("names", readers.into())]))
                    .hint(words.say("rating-answer-hint"))
                    .value(work.value(ANSWER))
                    .error(work.error(ANSWER))
                    .lines(6)
                    .counted(None)
                    .autosave(work.autosave(ANSWER))
                    .markup(words))
                (acts([button_named("act", "share", words.say("rating-answer-share"))]))
            }))
        }
    }
}

fn check(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    html! {
        p {
            (words.say("rating-check-text")) " "
            a href=(address(basis.record.teacher, "/how-it-came-about.pdf")) { (words.say("rating-check-how")) } ", "
            a href=(format!("/teachers/{}/rating.pdf", basis.record.teacher)) { (words.say("rating-check-pdf")) }
            @if basis.own() { ", " a href="/my-year/copy.json" { (words.say("rating-check-data")) } }
            "."
        }
    }
}
