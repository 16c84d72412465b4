//! The rating before it is shared, for whoever evaluates and leads: what the calculation gives, with its whole sum, or
//! the two ratings between which a person must decide, or what is missing.

use super::changes::what_would_change;
use super::decision::standing_line;
use super::falls::{distance, where_it_falls};
use super::page::crumbs;
use super::rule::{entered_at, missing};
use super::sum::sum;
use super::{Basis, address, allowed};
use crate::components::{
    NextLabel, NextStep, PageHead, Shape, Tone, facts, link_button, link_main, next_step, notice,
    page_head, row, rows, section, small, state,
};
use crate::fault::Fault;
use crate::history::who_can_see;
use crate::visitor::Sheet;
use access::Action;
use domain::ratings::Standing;
use domain::ratings::calculation::{Missing, Outcome, outcome};
use domain::ratings::trace::Trace;
use domain::rationale::About;
use maud::{Markup, html};

pub async fn show(basis: &Basis<'_>) -> Result<Markup, Fault> {
    let words = basis.words;
    let name = basis.full(basis.record.teacher);
    let outcome = outcome(&basis.record.rating_inputs(basis.pack), basis.pack);
    let title = words.with("rating-preview-title", &[("name", name.into())]);
    let (lead, body) = match &outcome {
        Outcome::Rated { rating, trace } => (
            words.with(
                "rating-preview-rated",
                &[
                    ("rating", basis.rating(rating).into()),
                    ("points", words.decimal(&trace.composite.shown).into()),
                ],
            ),
            html! { (next(basis)) (trace_sections(basis, trace)) (before(basis)) },
        ),
        Outcome::DecisionRequired {
            lower,
            upper,
            trace,
        } => (
            words.with(
                "rating-preview-decision",
                &[
                    ("lower", basis.rating(lower).into()),
                    ("upper", basis.rating(upper).into()),
                    ("points", words.decimal(&trace.composite.shown).into()),
                ],
            ),
            html! { (decision(basis, &outcome, [lower, upper], trace)) (trace_sections(basis, trace)) (before(basis)) },
        ),
        Outcome::NotCalculable { missing } => (
            words.say("rating-preview-missing"),
            html! { (first(basis, missing)) (lacking(basis, missing)) (before(basis)) },
        ),
    };
    let head = PageHead {
        crumbs: crumbs(basis),
        title: title.clone(),
        lead: Some(html! { (lead) }),
        ..PageHead::default()
    };
    let body = html! { (page_head(words, &head)) (body) (who_can_see(basis.visitor, basis.record, None).await?) };
    let footer = html! { (words.say("rating-preview-footer")) };
    Ok(basis.visitor.page(Sheet {
        room: crate::way::room(basis.visitor, basis.record.teacher),
        title,
        body: crate::library::with_toolkit(basis.visitor, "rating", body),
        footer: Some(footer),
    }))
}

/// The rationale that is not shared yet, if there is one: the rating follows it.
fn unwritten(basis: &Basis<'_>) -> Option<About> {
    About::ALL
        .into_iter()
        .find(|about| basis.record.rationale(*about).is_none())
}

fn next(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    let teacher = basis.record.teacher;
    let step = if !allowed(basis.visitor, basis.record, Action::ShareRating) {
        let names = words.list(&basis.evaluators());
        NextStep {
            what: html! { (words.with("rating-preview-waits", &[("names", names.into())])) },
            ..NextStep::default()
        }
    } else if let Some(about) = unwritten(basis) {
        let what = words.with(
            "rating-preview-write",
            &[(
                "about",
                words.say(&format!("about-{}", about.as_str())).into(),
            )],
        );
        NextStep {
            what: html! { (what) },
            why: Some(html! { (words.say("rating-preview-write-why")) }),
            action: Some(link_main(
                &format!("/teachers/{teacher}/rationale/{}", about.as_str()),
                words.say("rating-preview-write-button"),
            )),
            ..NextStep::default()
        }
    } else {
        NextStep {
            label: NextLabel::Next,
            what: html! { (words.say("rating-preview-share")) },
            why: Some(html! { (words.say("rating-preview-share-why")) }),
            action: Some(link_main(
                &address(teacher, "/share"),
                words.say("rating-preview-share-button"),
            )),
        }
    };
    next_step(words, &step)
}

/// Both candidates, where the decision between them stands, and the way to it.
fn decision(basis: &Basis<'_>, outcome: &Outcome, both: [&String; 2], trace: &Trace) -> Markup {
    let words = basis.words;
    let both = words.list_or(&both.map(|id| basis.rating(id)));
    let standing = basis.record.decision.standing(outcome);
    let page = super::decision::address(basis.record.teacher, "");
    let leads = allowed(basis.visitor, basis.record, Action::Decide);
    let open = match (leads, &standing) {
        (true, Standing::Open(_) | Standing::Void(..)) => {
            link_main(&page, words.say("decision-decide-go"))
        }
        _ => link_button(&page, words.say("decision-open-page")),
    };
    let confirmed = matches!(standing, Standing::Confirmed(..));
    let body = html! {
        p { (words.say("rating-decision-text")) }
        p.arith { (distance(basis, trace, &trace.placement)) }
    };
    let section = section(
        "decision",
        words.say("rating-decision"),
        Some(&words.say("rating-decision-hint")),
        html! {
            (notice(Tone::Soon, Shape::HalfDiamond, words.say("rating-decision-title"), body))
            (facts([
                (words.say("rating-decision-open"), html! { (both) }),
                (words.say("decision-stands"), html! { (standing_line(basis, &standing)) }),
            ]))
            p { (open) }
        },
    );
    html! { @if confirmed { (next(basis)) } (section) }
}

fn trace_sections(basis: &Basis<'_>, trace: &Trace) -> Markup {
    let words = basis.words;
    html! {
        (section("the-sum", words.say("rating-the-sum"), Some(&words.say("rating-the-sum-hint")), sum(basis, trace)))
        (section("where-it-falls", words.say("rating-where"), Some(&words.say("rating-where-hint")), where_it_falls(basis, trace)))
        (section("what-would-change-it", words.say("rating-changes"), Some(&words.say("rating-changes-hint")), what_would_change(basis)))
    }
}

/// The first of what is missing, as the next step.
fn first(basis: &Basis<'_>, what: &[Missing]) -> Markup {
    let words = basis.words;
    let Some(one) = what.first() else {
        return html! {};
    };
    let why = words.with("rating-missing-count", &[("count", what.len().into())]);
    next_step(
        words,
        &NextStep {
            what: html! { (missing(words, one)) },
            why: Some(html! { (why) }),
            action: Some(link_main(
                &entered_at(one, basis.record.teacher),
                words.say("rating-missing-enter"),
            )),
            ..NextStep::default()
        },
    )
}

/// Each missing thing in words, with a link to where it is entered.
fn lacking(basis: &Basis<'_>, what: &[Missing]) -> Markup {
    let words = basis.words;
    let lines = what.iter().map(|it| {
        let link = html! { a href=(entered_at(it, basis.record.teacher)) { (words.say("rating-missing-enter")) } };
        row(state(Shape::Ring, Tone::Plain, missing(words, it)), Some(link), None)
    });
    section(
        "missing",
        words.say("rating-missing"),
        Some(&words.say("rating-missing-hint")),
        html! {
            (rows(lines))
            (small(words.say("rating-missing-no-low-score")))
        },
    )
}

/// What else must be there before a rating is shared.
fn before(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    let lines = About::ALL.into_iter().map(|about| {
        let address = format!(
            "/teachers/{}/rationale/{}",
            basis.record.teacher,
            about.as_str()
        );
        let named = words.say(&format!("rating-rationale-{}", about.as_str()));
        match basis.record.rationale(about) {
            Some(version) => row(
                state(
                    Shape::Disc,
                    Tone::Plain,
                    words.with(
                        "rating-before-written",
                        &[
                            ("what", named.into()),
                            ("date", words.date(version.on).into()),
                        ],
                    ),
                ),
                Some(html! { a href=(address) { (words.say("rating-before-read")) } }),
                None,
            ),
            None => row(
                state(
                    Shape::Ring,
                    Tone::Plain,
                    words.with("rating-before-unwritten", &[("what", named.into())]),
                ),
                Some(html! { a href=(address) { (words.say("rating-preview-write-button")) } }),
                None,
            ),
        }
    });
    section(
        "before",
        words.say("rating-before"),
        Some(&words.say("rating-before-hint")),
        html! {
            (rows(lines))
            @if basis.record.recommendation.renewal.is_none() {
                p { (link_button(&format!("/teachers/{}/recommendation", basis.record.teacher), words.say("rating-before-recommend"))) }
            }
        },
    )
}
