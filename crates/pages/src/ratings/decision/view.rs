//! The pages of the decision near a cut.

use super::{Desk, EVIDENCE, RATING, READER, REASON, TEXT, address};
use crate::components::{
    Choice, Choices, Crumb, Field, FormKey, NextLabel, NextStep, PageHead, Shape, Tone, acts,
    button, button_main, button_main_named, by, desk as desk_of, disclosure, empty, facts, form,
    link_plain, next_step, notice, page_head, row, rows, said, section, side, small, state,
    unconfirmed,
};
use crate::fault::Fault;
use crate::history::{things, who_can_see};
use crate::ratings::coming::rationales;
use crate::ratings::falls::{distance, where_it_falls};
use crate::ratings::rule::measure_name;
use crate::ratings::sum::sum;
use crate::ratings::{Basis, evidence};
use crate::visitor::{Sheet, form_key};
use domain::Refusal;
use domain::ratings::Standing;
use domain::ratings::calculation::Outcome;
use domain::ratings::decision::{Choice as Chosen, Decided, Difference, End, Made, least_evidence};
use domain::rationale::About;
use maud::{Markup, html};

pub async fn page(desk: &Desk<'_>) -> Result<Markup, Fault> {
    let (basis, words) = (&desk.basis, desk.basis.words);
    let name = basis.full(basis.record.teacher);
    let title = words.with("decision-title", &[("name", name.clone().into())]);
    let standing = basis.record.decision.standing(&desk.outcome);
    let here = words.say("decision-crumb");
    let crumbs = if desk.whole_year {
        crate::way::to(basis.visitor, basis.record.teacher, &name, here)
    } else {
        vec![Crumb::link(words.say("nav-today"), "/"), Crumb::here(here)]
    };
    let head = PageHead {
        crumbs,
        title: title.clone(),
        lead: Some(html! { (lead(desk)) }),
        ..PageHead::default()
    };
    let key = form_key(Some(desk.version));
    let can_decide = desk.leads
        && matches!(standing, Standing::Open(_) | Standing::Void(..))
        && matches!(desk.outcome, Outcome::DecisionRequired { .. });
    let body = html! {
        (desk.form.summary())
        (page_head(words, &head))
        (next(desk, &standing))
        (stands(desk, &standing))
        @if can_decide {
            (desk_of(deciding(desk, &key), &words.say("decision-beside"), beside(desk)))
        } @else {
            @if matches!(standing, Standing::Waiting(_) | Standing::Void(..)) && desk.reads { (reading(desk, &standing, &key)) }
            @if matches!(standing, Standing::Waiting(_)) && desk.leads { (withdrawing(desk, &key)) }
            (section("guidance", words.say("decision-guidance"), None, guidance(desk)))
        }
        @if let Outcome::DecisionRequired { trace, .. } = &desk.outcome {
            (section("where-it-falls", words.say("rating-where"), Some(&words.say("rating-where-hint")), where_it_falls(basis, trace)))
            (section("the-sum", words.say("rating-the-sum"), Some(&words.say("rating-the-sum-hint")), sum(basis, trace)))
        }
        @if basis.record.rationales.values().any(|it| it.latest().is_some()) {
            (section("rationale", words.say("rating-rationale"), Some(&words.say("rating-rationale-hint")), rationales(basis)))
        }
        (earlier(desk))
        // Before that the teacher is among the year's readers, and not among this page's.
        @if desk.whole_year && basis.record.rating_is_shared() { (who_can_see(basis.visitor, basis.record, (desk.version > 0).then_some(&desk.stream)).await?) }
    };
    Ok(basis.visitor.page(Sheet {
        room: if desk.whole_year && !desk.leads {
            "caseload"
        } else {
            "today"
        },
        title,
        body: crate::library::with_toolkit(basis.visitor, "rating", body),
        footer: Some(html! { (words.say("decision-footer")) }),
    }))
}

fn lead(desk: &Desk<'_>) -> String {
    let (basis, words) = (&desk.basis, desk.basis.words);
    match &desk.outcome {
        Outcome::DecisionRequired {
            lower,
            upper,
            trace,
        } => words.with(
            "rating-preview-decision",
            &[
                ("lower", basis.rating(lower).into()),
                ("upper", basis.rating(upper).into()),
                ("points", words.decimal(&trace.composite.shown).into()),
            ],
        ),
        Outcome::Rated { rating, .. } => words.with(
            "decision-left-band",
            &[("rating", basis.rating(rating).into())],
        ),
        Outcome::NotCalculable { .. } => words.say("rating-preview-missing"),
    }
}

pub fn field_of(refusal: &Refusal, desk: &Desk<'_>) -> &'static str {
    match refusal {
        Refusal::NotACandidate { .. } => RATING,
        Refusal::EvidenceNotShared | Refusal::TooLittleEvidence { .. } => EVIDENCE,
        Refusal::NotASecondReader if desk.leads => READER,
        Refusal::Empty {
            field: domain::text::Field::Reason,
        } => REASON,
        Refusal::Empty { .. } | Refusal::TooLong { .. } => TEXT,
        _ => "stands",
    }
}

/// Where the decision stands in one line: for the preview of the rating and the next step.
pub fn standing_line(basis: &Basis<'_>, standing: &Standing<'_>) -> String {
    let words = basis.words;
    match standing {
        Standing::Open(None) => words.say("decision-stands-open"),
        Standing::Open(Some(Made { end, .. })) => words.say(match end {
            Some(End::SentBack { .. }) => "decision-stands-sent-back",
            _ => "decision-stands-withdrawn",
        }),
        Standing::Waiting(choice) => words.with(
            "decision-stands-waiting",
            &[("reader", basis.full(choice.reader).into())],
        ),
        Standing::Confirmed(choice, decided) => words.with(
            "decision-stands-confirmed",
            &[
                ("rating", basis.rating(&choice.rating).into()),
                ("reader", basis.full(decided.confirmed_by).into()),
            ],
        ),
        Standing::Void(..) => words.say("decision-stands-void"),
    }
}

fn next(desk: &Desk<'_>, standing: &Standing<'_>) -> Markup {
    let (basis, words) = (&desk.basis, desk.basis.words);
    let due = domain::today::decision(
        basis.record,
        basis.pack,
        basis.calendar,
        basis.visitor.today,
    )
    .map(|need| words.with("decision-next-by", &[("date", words.date(need.due).into())]));
    let key = match standing {
        Standing::Waiting(_) if desk.reads => "decision-next-read",
        Standing::Open(_) | Standing::Void(..) if desk.leads => "decision-next-decide",
        Standing::Confirmed(..) => "decision-next-share",
        _ => "",
    };
    let what = if key.is_empty() {
        standing_line(basis, standing)
    } else {
        words.say(key)
    };
    let label = if matches!(standing, Standing::Waiting(_)) && !desk.reads {
        NextLabel::Now
    } else {
        NextLabel::Next
    };
    let action = matches!(standing, Standing::Confirmed(..)).then(|| {
        link_plain(
            &crate::ratings::address(basis.record.teacher, ""),
            words.say("rating-back"),
        )
    });
    next_step(
        words,
        &NextStep {
            label,
            what: html! { (what) },
            why: due.map(|due| html! { (due) }),
            action,
        },
    )
}

/// What was decided last and what became of it.
fn stands(desk: &Desk<'_>, standing: &Standing<'_>) -> Markup {
    let (basis, words) = (&desk.basis, desk.basis.words);
    let body = match standing {
        Standing::Open(None) => match &desk.outcome {
            Outcome::DecisionRequired { trace, .. } => html! {
                p { (words.say("decision-open-text")) }
                p.arith { (distance(basis, trace, &trace.placement)) }
            },
            _ => empty(words.say("decision-none"), None),
        },
        Standing::Open(Some(made)) => made_of(desk, made),
        Standing::Waiting(choice) => choice_of(desk, choice),
        Standing::Confirmed(choice, decided) => html! {
            (choice_of(desk, choice))
            p { (state(Shape::Disc, Tone::Plain, words.with("decision-confirmed-by", &[("name", basis.full(decided.confirmed_by).into()), ("date", words.date(decided.confirmed_on).into())]))) }
        },
        Standing::Void(choice, differences) => html! {
            (notice(Tone::Soon, Shape::HalfDiamond, words.say("decision-void-title"), html! {
                p { (words.say("decision-void-text")) }
                ul { @for it in differences { li { (difference(basis, it)) } } }
            }))
            (choice_of(desk, choice))
        },
    };
    section("stands", words.say("decision-stands"), None, body)
}

fn difference(basis: &Basis<'_>, difference: &Difference) -> String {
    let words = basis.words;
    match difference {
        Difference::Measure(id) => measure_name(words, basis.pack, id),
        Difference::Cuts => words.say("decision-difference-cuts"),
        Difference::NothingToDecide => words.say("decision-difference-nothing"),
    }
}

fn made_of(desk: &Desk<'_>, made: &Made) -> Markup {
    let (basis, words) = (&desk.basis, desk.basis.words);
    let end = |key: &str, name, date| {
        words.with(
            key,
            &[
                ("name", basis.full(name).into()),
                ("date", words.date(date).into()),
            ],
        )
    };
    html! {
        (choice_of(desk, &made.choice))
        @match &made.end {
            Some(End::SentBack { reason, by: who, on, .. }) => { (said(reason)) (by(end("decision-sent-back-by", *who, *on))) }
            Some(End::Withdrawn { reason, by: who, on, .. }) => { (said(reason)) (by(end("decision-withdrawn-by", *who, *on))) }
            Some(End::Confirmed { by: who, on, .. }) => { (by(end("decision-confirmed-by", *who, *on))) }
            None => {}
        }
    }
}

/// A choice with its reasons, its evidence and both names.
fn choice_of(desk: &Desk<'_>, choice: &Chosen) -> Markup {
    let (basis, words) = (&desk.basis, desk.basis.words);
    html! {
        (facts([
            (words.say("decision-chosen"), html! { (basis.rating(&choice.rating)) }),
            (words.say("decision-candidates"), html! { (words.list_or(&choice.candidates.clone().map(|id| basis.rating(&id)))) }),
            (words.say("decision-reader"), html! { (basis.full(choice.reader)) }),
        ]))
        (said(&choice.reasons))
        (by(words.with("rating-written-by", &[("name", basis.full(choice.by).into()), ("date", words.date(choice.on).into())])))
        (small(words.say("rationale-rests-on")))
        @for it in things::by_day(basis.record, &choice.evidence) {
            @if desk.whole_year {
                @if let Some(address) = things::address(it) { p { a href=(address) { (things::title(words, basis.pack, basis.record, it)) } } }
            } @else {
                (evidence::opened(basis, it))
            }
        }
    }
}

/// The form of whoever decides.
pub fn deciding(desk: &Desk<'_>, key: &FormKey) -> Markup {
    let (basis, words) = (&desk.basis, desk.basis.words);
    let Outcome::DecisionRequired { lower, upper, .. } = &desk.outcome else {
        return html! {};
    };
    let work = &desk.form;
    let value = |field: &str| work.value_or(field, &desk.latest(field)).to_owned();
    let autosave = |field: &str| work.autosave_or(field, &desk.latest(field));
    let candidates = [lower, upper]
        .map(|id| Choice::new(id.clone(), basis.rating(id)))
        .to_vec();
    let evidence = evidence::choices(basis);
    let readers = desk.readers.iter().map(|id| {
        let title = basis
            .people
            .get(id)
            .map(|it| it.job_title.clone())
            .unwrap_or_default();
        Choice::new(id.to_string(), basis.full(*id)).hint(title)
    });
    let guidance = &basis.pack.rationale;
    let length = words.with(
        "rationale-length",
        &[
            ("from", guidance.words_from.into()),
            ("to", guidance.words_to.into()),
        ],
    );
    let least = words.with(
        "decision-evidence-hint",
        &[("least", least_evidence(basis.pack).into())],
    );
    let readers: Vec<Choice> = readers.collect();
    form(
        &address(basis.record.teacher, ""),
        key,
        html! {
            (section("rating-section", words.say("decision-rating-section"), None, Choices::one(RATING, words.say("decision-rating"), candidates)
                .chosen(Some(value(RATING)).filter(|it| !it.is_empty()))
                .error(work.error(RATING))
                .autosave(autosave(RATING))
                .markup(words)))
            (section("text-section", words.say("decision-text-section"), None, Field::area(TEXT, words.say("decision-text"))
                .sees(words.say("decision-sees"))
                .hint(length)
                .value(value(TEXT))
                .error(work.error(TEXT))
                .lines(8)
                .counted(Some(guidance.words_to))
                .autosave(autosave(TEXT))
                .markup(words)))
            (section("evidence-section", words.say("rationale-evidence-section"), Some(&least), html! {
                @if evidence.is_empty() {
                    (empty(words.say("rationale-no-evidence"), None))
                } @else {
                    (Choices::many(EVIDENCE, words.say("rationale-evidence"), evidence)
                        .chosen(value(EVIDENCE).lines())
                        .error(work.error(EVIDENCE))
                        .autosave(autosave(EVIDENCE))
                        .markup(words))
                }
            }))
            (section("reader-section", words.say("decision-reader-section"), Some(&words.say("decision-reader-hint")), html! {
                @if readers.is_empty() {
                    (empty(words.say("decision-no-reader"), None))
                } @else {
                    (Choices::one(READER, words.say("decision-reader"), readers)
                        .sees(words.say("decision-reader-sees"))
                        .chosen(Some(value(READER)).filter(|it| !it.is_empty()))
                        .error(work.error(READER))
                        .autosave(autosave(READER))
                        .markup(words))
                }
            }))
            (section("decide-section", words.say("decision-decide-section"), None, html! {
                (small(words.say("decision-decide-means")))
                (acts([button_main_named("act", "decide", words.say("decision-decide"))]))
            }))
        },
    )
}

/// Confirming and sending back, for the second reader.
fn reading(desk: &Desk<'_>, standing: &Standing<'_>, key: &FormKey) -> Markup {
    let (basis, words) = (&desk.basis, desk.basis.words);
    let teacher = basis.record.teacher;
    let void = matches!(standing, Standing::Void(..));
    html! {
        @if !void {
            (section("confirm", words.say("decision-confirm-section"), None, html! {
                (rows((1..=3_u8).map(|n| row(state(Shape::Disc, Tone::Plain, words.say(&format!("decision-confirm-means-{n}"))), None, None))))
                (form(&address(teacher, "/confirm"), key, acts([button_main(words.say("decision-confirm"))])))
            }))
        }
        (section("send-back", words.say("decision-send-back-section"), None, form(&address(teacher, "/send-back"), key, html! {
            (reason(desk, "decision-send-back-reason"))
            (acts([button(words.say("decision-send-back"))]))
        })))
    }
}

fn withdrawing(desk: &Desk<'_>, key: &FormKey) -> Markup {
    let words = desk.basis.words;
    let action = address(desk.basis.record.teacher, "/withdraw");
    section(
        "withdraw",
        words.say("decision-withdraw-section"),
        None,
        form(
            &action,
            key,
            html! {
                (reason(desk, "decision-withdraw-reason"))
                (acts([button(words.say("decision-withdraw"))]))
            },
        ),
    )
}

fn reason(desk: &Desk<'_>, label: &str) -> Markup {
    let words = desk.basis.words;
    Field::area(REASON, words.say(label))
        .sees(words.say("decision-sees"))
        .value(desk.form.value(REASON))
        .error(desk.form.error(REASON))
        .lines(4)
        .autosave(desk.form.autosave(REASON))
        .markup(words)
}

/// The form once more, for the page that shows both texts.
pub fn again(desk: &Desk<'_>, key: &FormKey) -> Markup {
    if desk.leads && desk.form.value(REASON).is_empty() {
        return deciding(desk, key);
    }
    acts([link_plain(
        &address(desk.basis.record.teacher, ""),
        desk.basis.words.say("error-back"),
    )])
}

fn beside(desk: &Desk<'_>) -> Markup {
    let (basis, words) = (&desk.basis, desk.basis.words);
    html! {
        (side("guidance", words.say("decision-guidance"), guidance(desk)))
        (side("texts", words.say("rationale-texts"), html! {
            @for about in About::ALL { (evidence::texts(basis, about)) }
        }))
    }
}

/// What to weigh and what must not count, in the pack's words.
fn guidance(desk: &Desk<'_>) -> Markup {
    let (basis, words) = (&desk.basis, desk.basis.words);
    let language = words.language().tag();
    let points = |weigh: bool| {
        let all = basis.pack.decisions.iter().flat_map(|it| &it.points);
        all.filter(move |it| it.about == policy::Decision::Band && it.weigh == weigh)
    };
    let list = |weigh: bool| {
        html! {
            ul {
                @for it in points(weigh) {
                    li { @if it.known.settled() { (it.text.get(language)) } @else { (unconfirmed(words, it.text.get(language))) } }
                }
            }
        }
    };
    html! {
        @if points(true).next().is_some() { p { strong { (words.say("decision-weigh")) } } (list(true)) }
        @if points(false).next().is_some() { p { strong { (words.say("decision-never")) } } (list(false)) }
    }
}

/// Every choice before the last one.
fn earlier(desk: &Desk<'_>) -> Markup {
    let words = desk.basis.words;
    let made = &desk.basis.record.decision.made;
    let Some((_, before)) = made.split_last().filter(|(_, before)| !before.is_empty()) else {
        return html! {};
    };
    let lines = html! { @for made in before.iter().rev() { div.inside { (made_of(desk, made)) } } };
    section(
        "earlier",
        words.say("decision-earlier"),
        None,
        disclosure(
            words.with("decision-earlier-count", &[("count", before.len().into())]),
            lines,
        ),
    )
}

/// What was decided, on the page of the shared rating.
pub fn decided(basis: &Basis<'_>, decided: &Decided) -> Markup {
    let words = basis.words;
    html! {
        (facts([
            (words.say("decision-chosen"), html! { (basis.rating(&decided.rating)) }),
            (words.say("decision-candidates"), html! { (words.list_or(&decided.candidates.clone().map(|id| basis.rating(&id)))) }),
        ]))
        (said(&decided.reasons))
        (by(words.with("rating-written-by", &[("name", basis.full(decided.by).into()), ("date", words.date(decided.on).into())])))
        (small(words.with("decision-confirmed-by", &[("name", basis.full(decided.confirmed_by).into()), ("date", words.date(decided.confirmed_on).into())])))
        (small(words.say("rationale-rests-on")))
        (rows(things::by_day(basis.record, &decided.evidence).into_iter().filter_map(|it| {
            let address = things::address(it)?;
            Some(html! { a href=(address) { (things::title(words, basis.pack, basis.record, it)) } })
        })))
    }
}
