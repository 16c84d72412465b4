//! What was stated and answered, and the form that states it.

use super::{ANSWER, Basis, NOTE, spoken, trace};
use crate::components::{
    Field, acts, button_main_named, by, disclosure, empty, facts, form, hidden, said, small, sub,
};
use crate::form::{Form, wording};
use crate::refusals;
use crate::visitor::form_key;
use domain::status::Statement;
use maud::{Markup, html};

/// The statement that holds, in a line.
pub fn latest(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    match basis.course.status.latest() {
        None => html! { (words.say("status-not-stated")) },
        Some(it) => html! {
            (spoken::short(words, &it.trace.standing))
            (sub(signed(basis, it)))
            @if *it.trace != basis.trace { (sub(words.say("status-changed-since"))) }
        },
    }
}

fn signed(basis: &Basis<'_>, it: &Statement) -> String {
    let words = basis.words;
    words.with(
        "status-stated-by",
        &[
            ("name", basis.full(it.by).into()),
            ("moment", words.moment(basis.visitor.local(it.at)).into()),
        ],
    )
}

/// Every statement with the years as they were then, the last one first, and the answers.
pub fn made(basis: &Basis<'_>, work: &Form<'_>) -> Markup {
    let words = basis.words;
    let status = &basis.course.status;
    html! {
        @if status.stated.is_empty() { (empty(words.say("status-none"), None)) }
        @for it in status.stated.iter().rev() {
            div.inside {
                p { (trace::mark(&it.trace.standing, spoken::standing(words, &it.trace.standing))) }
                @if !it.note.is_empty() { (said(&it.note)) }
                (by(signed(basis, it)))
                (disclosure(words.say("status-years-then"), html! {
                    (trace::years(basis, &it.trace))
                    (trace::findings(words, &it.trace))
                    (small(pack(basis, &it.pack, it.pack_version, it.demo_pack)))
                }))
            }
        }
        @for answer in &status.answers {
            div.inside {
                (said(&answer.text))
                (by(words.with("status-answered-by", &[("name", basis.full(answer.by).into()), ("moment", words.moment(basis.visitor.local(answer.at)).into())])))
            }
        }
        @if basis.own && !status.stated.is_empty() { (answer(basis, work)) }
    }
}

fn pack(basis: &Basis<'_>, name: &str, version: u32, demo: bool) -> String {
    let key = if demo {
        "status-pack-demo"
    } else {
        "status-pack"
    };
    basis
        .words
        .with(key, &[("pack", name.into()), ("version", version.into())])
}

fn answer(basis: &Basis<'_>, work: &Form<'_>) -> Markup {
    let words = basis.words;
    form(
        &format!("{}/answers", basis.address()),
        &form_key(Some(basis.course.version)),
        html! {
            (Field::area(ANSWER, words.say("status-answer"))
                .sees(words.say("status-answer-sees"))
                .hint(words.say("status-answer-hint"))
                .value(work.value(ANSWER))
                .error(work.error(ANSWER))
                .lines(5)
                .counted(None)
                .autosave(work.autosave(ANSWER))
                .markup(words))
            (acts([button_main_named("act", "share", words.say("status-answer-share"))]))
        },
    )
}

/// What exactly would be recorded, and the button that does it; or why nothing can be stated now.
pub fn state(basis: &Basis<'_>, work: &Form<'_>) -> Markup {
    let words = basis.words;
    if let Some(refusal) = basis.course.status.objection(&basis.trace) {
        // A form that was refused keeps what was typed.
        if !work.is_wrong() {
            return html! { p { (refusals::sentence(words, &refusal)) } };
        }
    }
    let standing = &basis.trace.standing;
    let school_year = &basis.visitor.school_year.year;
    let adopted = school_year.adopted.as_ref();
    let (name, version) = adopted.map_or(("", 0), |it| (it.name.as_str(), it.version));
    form(
        &basis.address(),
        &form_key(Some(basis.course.version)),
        html! {
            (hidden("wording", &wording(&basis.trace)))
            p { (words.say("status-state-hint")) }
            (facts([
                (words.say("status-records-standing"), trace::mark(standing, spoken::standing(words, standing))),
                (words.say("status-records-years"), html! { (words.with("status-records-lines", &[("count", basis.trace.lines.len().into())])) }),
                (words.say("status-records-pack"), html! { (pack(basis, name, version, basis.pack.is_demo())) }),
                (words.say("status-records-by"), html! { (basis.visitor.person.particulars.name.full()) ", " (words.date(basis.visitor.today)) }),
            ]))
            (Field::area(NOTE, words.say("status-note"))
                .sees(words.say("status-note-sees"))
                .hint(words.say("status-note-hint"))
                .optional()
                .value(work.value(NOTE))
                .error(work.error(NOTE))
                .lines(4)
                .counted(None)
                .autosave(work.autosave(NOTE))
                .markup(words))
            (small(words.say("status-state-means")))
            (acts([button_main_named("act", "state", words.say("status-state-button"))]))
        },
    )
}
