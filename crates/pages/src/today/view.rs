//! The page.

use super::needs::{self, Owed};
use crate::components::{
    LedgerRow, PageHead, Shape, Tone, day, disclosure, empty, ledger, link_button, link_main,
    page_head, section, state,
};
use crate::questions::Due;
use crate::visitor::{Sheet, Visitor};
use domain::calendar::Calendar;
use domain::people::Relation;
use jiff::ToSpan;
use maud::{Markup, html};

/// Days that "this week" reaches beyond today.
const THIS_WEEK: i64 = 7;

/// What is not about one teacher.
pub struct House {
    /// Pages of the library that wait for the visitor as their second reader.
    pub pages: usize,
    pub feedback: Option<Markup>,
}

/// The list of what the visitor owes.
pub fn today(
    visitor: &Visitor,
    calendar: Option<&Calendar>,
    owed: &[Owed],
    questions: &[Due],
    teachers: usize,
    house: House,
) -> Markup {
    let words = visitor.words;
    let today = visitor.today;
    let week = today.saturating_add(THIS_WEEK.days());
    let late: Vec<&Owed> = owed
        .iter()
        .filter(|owed| owed.need.is_late(today))
        .collect();
    let soon: Vec<&Owed> = owed
        .iter()
        .filter(|owed| !owed.need.is_late(today) && owed.need.due <= week)
        .collect();
    let later: Vec<&Owed> = owed.iter().filter(|owed| owed.need.due > week).collect();
    let count = late.len() + soon.len() + house.pages;
    let lead = html! {
        (words.long_date(today)) ". "
        @if !late.is_empty() { (words.with("today-lead-late", &[("count", late.len().into())])) " " }
        @if teachers > 0 {
            @let quiet = teachers - owed.iter().filter(|owed| !owed.name.is_empty() && owed.need.due <= week).map(|owed| owed.teacher).collect::<std::collections::BTreeSet<_>>().len().min(teachers);
            (words.with("today-lead-quiet", &[("quiet", quiet.into()), ("teachers", teachers.into())]))
        }
    };
    let head = PageHead {
        title: words.with("today-title", &[("count", count.into())]),
        lead: Some(lead),
        ..PageHead::default()
    };
    let mut main_used = false;
    let button = if owed.is_empty() {
        link_main
    } else {
        link_button
    };
    let body = html! {
        (page_head(words, &head))
        @if !late.is_empty() {
            (section("late", words.say("today-late"), Some(&words.say("today-late-hint")), lines(visitor, calendar, &late, &mut main_used)))
        }
        @if !soon.is_empty() {
            (section("this-week", words.say("today-this-week"), Some(&words.say("today-this-week-hint")), lines(visitor, calendar, &soon, &mut main_used)))
        }
        @if count == 0 && questions.is_empty() {
            (section("nothing", words.say("today-nothing"), None, empty(words.say("today-nothing-text"), None)))
        }
        @if !later.is_empty() {
            (section("later", words.say("today-later"), Some(&words.say("today-later-hint")), disclosure(words.with("today-later-count", &[("count", later.len().into())]), lines(visitor, calendar, &later, &mut main_used))))
        }
        @if house.pages > 0 {
            (section("library", words.say("nav-library"), None, html! {
                p { (words.with("library-waiting", &[("count", house.pages.into())])) }
                p { (button("/library/reviews", words.say("library-waiting-link"))) }
            }))
        }
        @if let Some(feedback) = house.feedback { (feedback) }
        @if !questions.is_empty() {
            (section("questions", words.say("questions-title"), Some(&words.say("today-questions-hint")), asked(visitor, calendar, questions, &mut main_used)))
        }
        (doors(visitor))
    };
    visitor.page(Sheet {
        room: "today",
        title: words.say("nav-today"),
        body,
        footer: Some(html! { (words.say("today-footer")) }),
    })
}

fn lines(
    visitor: &Visitor,
    calendar: Option<&Calendar>,
    owed: &[&Owed],
    main_used: &mut bool,
) -> Markup {
    let words = visitor.words;
    let rows: Vec<LedgerRow> = owed
        .iter()
        .map(|owed| {
            let late = owed.need.is_late(visitor.today);
            let far = needs::distance(words, calendar, visitor.today, owed.need.due);
            let button = if *main_used { link_button } else { link_main };
            *main_used = true;
            LedgerRow {
                when: html! { b { (day(words, owed.need.due)) } },
                distance: Some(if late {
                    state(Shape::Triangle, Tone::Grave, &far)
                } else {
                    html! { (far) }
                }),
                title: html! { (needs::title(words, owed)) },
                why: Some(html! { (needs::why(words, owed)) }),
                more: None,
                action: Some(button(&needs::address(owed), needs::action(words, owed))),
            }
        })
        .collect();
    ledger(&rows)
}

/// Answers owed by their due days, and answers to read.
fn asked(
    visitor: &Visitor,
    calendar: Option<&Calendar>,
    questions: &[Due],
    main_used: &mut bool,
) -> Markup {
    let words = visitor.words;
    let rows: Vec<LedgerRow> = questions
        .iter()
        .map(|due| {
            let late = due.owed && due.on < visitor.today;
            let far = needs::distance(words, calendar, visitor.today, due.on);
            let button = if *main_used { link_button } else { link_main };
            *main_used = true;
            let (why, act) = if due.owed {
                ("today-question-owed", "today-question-answer")
            } else {
                ("today-question-answered", "today-question-read")
            };
            LedgerRow {
                when: html! { b { (day(words, due.on)) } },
                distance: due.owed.then(|| {
                    if late {
                        state(Shape::Triangle, Tone::Grave, &far)
                    } else {
                        html! { (far) }
                    }
                }),
                title: html! { (due.text) },
                why: Some(html! { (words.say(why)) }),
                more: None,
                action: Some(button(&due.path, words.say(act))),
            }
        })
        .collect();
    ledger(&rows)
}

/// What the other offices find behind their doors.
fn doors(visitor: &Visitor) -> Markup {
    let words = visitor.words;
    let actor = &visitor.actor;
    let counts = actor.has(Relation::PerformanceOffice) || actor.partners().next().is_some();
    html! {
        @if actor.leads().next().is_some() {
            (section("school", words.say("nav-school"), None, html! {
                p { (words.say("today-door-school")) }
                p { (link_button("/school?contact=none", words.say("today-door-contact"))) }
            }))
        }
        @if counts {
            (section("counts", words.say("nav-counts"), None, html! { p { (words.say("today-door-counts")) } p { (link_button("/counts", words.say("nav-counts"))) } }))
        }
        @if actor.has(Relation::Administrator) {
            (section("district", words.say("today-district"), None, html! {
                p { (words.say("today-door-district")) }
                p { (link_button("/people", words.say("nav-people"))) " " (link_button("/year", words.say("nav-year"))) }
            }))
        }
    }
}

/// Before an administrator has opened the year.
pub fn not_open(visitor: &Visitor) -> Markup {
    let words = visitor.words;
    let administrator = visitor.actor.has(Relation::Administrator);
    let lead = if administrator {
        "today-not-open-administrator"
    } else {
        "today-not-open"
    };
    let head = PageHead {
        title: words.with(
            "today-not-open-title",
            &[("year", visitor.year.to_string().into())],
        ),
        lead: Some(html! { (words.say(lead)) }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        @if administrator {
            (section("begin", words.say("today-begin"), None, html! {
                ol.steps {
                    li { a href="/roster/import" { (words.say("today-begin-roster")) } }
                    li { a href="/year/pack" { (words.say("today-begin-pack")) } }
                    li { a href="/year/days" { (words.say("today-begin-days")) } }
                }
            }))
        }
    };
    visitor.page(Sheet {
        room: "today",
        title: words.say("nav-today"),
        body,
        footer: None,
    })
}
