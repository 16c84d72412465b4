//! The pages of a rationale: the desk of whoever writes it, and the page of whoever reads it.

use super::{Desk, EVIDENCE, TEXT, guidance};
use crate::components::{
    Choices, Field, FormKey, NextStep, PageHead, acts, button_main_named, desk as desk_of, empty,
    form, link_plain, next_step, page_head, section, side, small,
};
use crate::fault::Fault;
use crate::history::who_can_see;
use crate::ratings::evidence;
use crate::visitor::{Sheet, form_key};
use domain::Refusal;
use domain::conversations::ConversationKind;
use maud::{Markup, html};

fn title(desk: &Desk<'_>) -> String {
    let words = desk.basis.words;
    let about = words.say(&format!("about-{}", desk.about.as_str()));
    if desk.basis.own() {
        words.with("rationale-title-own", &[("about", about.into())])
    } else {
        words.with(
            "rationale-title",
            &[
                ("about", about.into()),
                ("name", desk.basis.full(desk.basis.record.teacher).into()),
            ],
        )
    }
}

fn head(desk: &Desk<'_>, lead: String) -> Markup {
    let words = desk.basis.words;
    let teacher = desk.basis.record.teacher;
    let name = desk.basis.full(teacher);
    page_head(
        words,
        &PageHead {
            crumbs: crate::way::to(
                desk.basis.visitor,
                teacher,
                &name,
                words.say("rationale-crumb"),
            ),
            title: title(desk),
            lead: Some(html! { (lead) }),
            ..PageHead::default()
        },
    )
}

/// The desk.
pub async fn writing(desk: &Desk<'_>) -> Result<Markup, Fault> {
    let words = desk.basis.words;
    let key = form_key(Some(desk.basis.record.version(&desk.stream)));
    let facts = html! {
        (side("points", words.say("rationale-points"), html! { (guidance::points(desk)) (guidance::examples(desk)) }))
        (side("descriptors", words.say("rationale-descriptors"), guidance::descriptors(desk)))
        (side("texts", words.say("rationale-texts"), evidence::texts(&desk.basis, desk.about)))
    };
    let earlier = desk
        .basis
        .record
        .rationales
        .get(&desk.stream)
        .is_some_and(|it| !it.versions.is_empty());
    let body = html! {
        (desk.form.summary())
        (head(desk, words.say("rationale-lead")))
        (next(desk))
        (desk_of(html! {
            (form_alone(desk, &key))
            @if earlier { (section("earlier", words.say("rationale-earlier"), Some(&words.say("rationale-earlier-hint")), guidance::versions(desk))) }
        }, &words.say("rationale-beside"), facts))
        (who_can_see(desk.basis.visitor, desk.basis.record, earlier.then_some(&desk.stream)).await?)
    };
    Ok(desk.basis.visitor.page(Sheet {
        room: crate::way::room(desk.basis.visitor, desk.basis.record.teacher),
        title: title(desk),
        body: crate::library::with_toolkit(desk.basis.visitor, "rationale", body),
        footer: None,
    }))
}

/// When it is due: three school days before the end-of-year conversation, else by the report's date.
fn next(desk: &Desk<'_>) -> Markup {
    let (basis, words) = (&desk.basis, desk.basis.words);
    if basis.record.rationale(desk.about).is_some() {
        let what = html! { (words.say("rationale-next-shared")) };
        let why = Some(
            html! { a href=(format!("/teachers/{}/rating", basis.record.teacher)) { (words.say("rationale-next-rating")) } },
        );
        return next_step(
            words,
            &NextStep {
                what,
                why,
                ..NextStep::default()
            },
        );
    }
    let needs = domain::today::needs(
        basis.record,
        basis.pack,
        basis.calendar,
        basis.visitor.today,
    );
    let due = needs
        .into_iter()
        .find(|need| need.what == domain::today::What::WriteRationale(desk.about))
        .map(|need| need.due);
    let talk = basis
        .record
        .conversation(ConversationKind::EndOfYear)
        .and_then(|(_, talk)| talk.slot.as_ref());
    let what = match due {
        Some(due) => words.with("rationale-next-by", &[("date", words.date(due).into())]),
        None => words.say("rationale-next"),
    };
    let why = talk.map(|slot| html! { (words.with("rationale-next-why", &[("date", words.date(slot.on).into())])) });
    // On narrow screens the facts follow the work.
    let action = Some(link_plain("#points", words.say("rationale-points")));
    next_step(
        words,
        &NextStep {
            what: html! { (what) },
            why,
            action,
            ..NextStep::default()
        },
    )
}

/// The control that a refusal speaks of.
pub fn field_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NoEvidenceLinked | Refusal::EvidenceNotShared => EVIDENCE,
        _ => TEXT,
    }
}

/// The form by itself: the text with its count of words, and the evidence to tick.
pub fn form_alone(desk: &Desk<'_>, key: &FormKey) -> Markup {
    let (basis, words) = (&desk.basis, desk.basis.words);
    let guidance = &basis.pack.rationale;
    let work = &desk.form;
    let (latest, ticked) = desk.latest();
    let length = words.with(
        "rationale-length",
        &[
            ("from", guidance.words_from.into()),
            ("to", guidance.words_to.into()),
        ],
    );
    let name = basis.address(basis.record.teacher);
    let choices = evidence::choices(basis);
    let action = format!(
        "/teachers/{}/rationale/{}",
        basis.record.teacher,
        desk.about.as_str()
    );
    form(
        &action,
        key,
        html! {
            (section("text-section", words.say("rationale-text-section"), None, Field::area(TEXT, words.say("rationale-text"))
                .sees(words.with("rationale-sees", &[("name", name.clone().into())]))
                .hint(length)
                .value(work.value_or(TEXT, &latest))
                .error(work.error(TEXT))
                .lines(9)
                .counted(Some(guidance.words_to))
                .autosave(work.autosave_or(TEXT, &latest))
                .markup(words)))
            (section("evidence-section", words.say("rationale-evidence-section"), Some(&words.say("rationale-evidence-hint")), html! {
                @if choices.is_empty() {
                    (empty(words.say("rationale-no-evidence"), None))
                } @else {
                    (Choices::many(EVIDENCE, words.say("rationale-evidence"), choices)
                        .chosen(work.value_or(EVIDENCE, &ticked).lines())
                        .error(work.error(EVIDENCE))
                        .autosave(work.autosave_or(EVIDENCE, &ticked))
                        .markup(words))
                }
            }))
            (section("share-section", words.say("rationale-share-section"), None, html! {
                (small(words.with("rationale-share-means", &[("name", name.into())])))
                (acts([button_main_named("act", "share", words.say("rationale-share"))]))
            }))
        },
    )
}

/// What was shared, for everybody else and once the rating is shared.
pub async fn reading(desk: &Desk<'_>) -> Result<Markup, Fault> {
    let words = desk.basis.words;
    let shared = desk.basis.record.rationale(desk.about).is_some();
    let lead = words.say(if desk.closed {
        "rationale-closed"
    } else {
        "rationale-reading"
    });
    let body = html! {
        (head(desk, lead))
        (section("shared", words.say("rationale-shared"), Some(&words.say("rationale-earlier-hint")), html! {
            @if shared { (guidance::versions(desk)) } @else { (empty(words.say("rationale-none"), None)) }
        }))
        (who_can_see(desk.basis.visitor, desk.basis.record, shared.then_some(&desk.stream)).await?)
    };
    let room = if desk.basis.own() {
        "my-year"
    } else {
        "caseload"
    };
    Ok(desk.basis.visitor.page(Sheet {
        room,
        title: title(desk),
        body,
        footer: None,
    }))
}
