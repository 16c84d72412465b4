//! The page of a year, section by section.

use super::{YearPage, evidence, line, rating_so_far, situation, standing};
use crate::components::{
    Column, Crumb, NextLabel, NextStep, PageHead, Shape, Table, TableShape, Tone, day, empty,
    facts, link_button, link_main, next_step, page_head, row, rows, section, small, state, sub,
    table,
};
use crate::fault::Fault;
use crate::today::{self, Owed};
use crate::visitor::{Sheet, Visitor};
use access::Action;
use domain::PersonId;
use domain::calendar::Calendar;
use domain::conversations::{Slot, Whose};
use domain::people::Employment;
use domain::ratings::calculation::{so_far, to_come};
use domain::today::{Need, What};
use maud::{Markup, html};
use policy::{Pack, Side};
use record::{Colleague, ReadReceipt};
use std::collections::BTreeMap;

pub async fn show(
    visitor: &Visitor,
    page: &YearPage,
    receipts: &[ReadReceipt],
    readers: &BTreeMap<PersonId, Colleague>,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let (year, pack) = visitor.open_year()?;
    let calendar = year.days()?;
    let previews = crate::ratings::allowed(visitor, &page.record, Action::PreviewRating);
    let body = html! {
        (head(visitor, page))
        (next(visitor, page, pack, calendar))
        (section("year", words.say(if page.own { "my-year-your-year" } else { "my-year-the-year" }), None, line::picture(visitor, &page.record, pack, calendar)))
        (section("standing", words.say("my-year-standing"), Some(&words.say("my-year-standing-hint")), standing::picture(visitor, page, pack)))
        @if !situation::today(&page.record, pack).is_empty() {
            (section("situation", words.say("my-year-situation"), Some(&words.say(if page.own { "my-year-situation-hint" } else { "my-year-situation-hint-of-teacher" })), situation::with_reasons(words, &page.record, pack)))
        }
        (rating(visitor, page, year.pack_of(&page.record).unwrap_or(pack), previews))
        @if let Some(door) = crate::status::door(visitor, &page.record) { (door) }
        (section("evidence", words.say("my-year-evidence"), Some(&words.say("my-year-evidence-hint")), lessons(visitor, page, pack)))
        (section("conversations", words.say("my-year-conversations"), None, conversations(visitor, page)))
        (section("promises", words.say("my-year-promises"), Some(&words.say("my-year-promises-hint")), promises(visitor, page)))
        (section("messages", words.say("my-year-messages"), None, messages(visitor, page, pack)))
        @if page.own {
            (section("rights", words.say("my-year-rights"), Some(&words.say("my-year-rights-hint")), rights(visitor, page, pack)))
            (section("looked", words.say("my-year-looked"), Some(&words.say("my-year-looked-hint")), looked(visitor, receipts, readers)))
        } @else {
            (section("work", words.say("my-year-work"), Some(&words.say("my-year-work-hint")), work(visitor, page)))
        }
        (crate::history::who_can_see(visitor, &page.record, None).await?)
    };
    let title = if page.own {
        words.say("nav-my-year")
    } else {
        page.record.person.particulars.name.full()
    };
    let footer = pack_line(visitor, pack);
    Ok(visitor.page(Sheet {
        room: if page.own { "my-year" } else { "caseload" },
        title,
        body: crate::library::with_toolkit(
            visitor,
            if page.own { "my_year" } else { "caseload" },
            body,
        ),
        footer: Some(footer),
    }))
}

/// Which pack the page rests on, and whether all of it is confirmed.
pub fn pack_line(visitor: &Visitor, pack: &Pack) -> Markup {
    let words = visitor.words;
    let line = words.with(
        "pack-line",
        &[
            ("pack", pack.title.get(words.language().tag()).into()),
            ("version", pack.version.into()),
        ],
    );
    html! { a href="/policy" { (line) } @if pack.is_demo() { " " (words.say("pack-line-demo")) } }
}

fn head(visitor: &Visitor, page: &YearPage) -> Markup {
    let words = visitor.words;
    let particulars = &page.record.person.particulars;
    if page.own {
        let lead = html! { (words.long_date(visitor.today)) ". " (words.say("my-year-lead")) };
        return page_head(
            words,
            &PageHead {
                title: words.say("my-year-title"),
                lead: Some(lead),
                jumps: jumps(visitor, page),
                ..PageHead::default()
            },
        );
    }
    let status = match (particulars.employment, particulars.probationary_year) {
        (Some(Employment::Probationary), Some(year)) => words.with(
            "status-probationary-year",
            &[("year", u32::from(year).into())],
        ),
        (Some(Employment::Probationary), None) => words.say("status-probationary"),
        (Some(Employment::NonProbationary), _) => words.say("status-non-probationary"),
        (Some(Employment::AtWill), _) => words.say("status-at-will"),
        (Some(Employment::Annual), _) => words.say("status-annual"),
        (None, _) => words.say("status-unknown"),
    };
    let lead = html! { (words.long_date(visitor.today)) ". " @if !particulars.content_area.is_empty() { (particulars.content_area) ", " } (status) "." };
    let crumbs = if visitor
        .actor
        .caseload()
        .any(|teacher| teacher == page.record.teacher)
    {
        vec![
            Crumb::link(words.say("nav-caseload"), "/caseload"),
            Crumb::here(particulars.name.full()),
        ]
    } else {
        vec![
            Crumb::link(words.say("nav-school"), "/school"),
            Crumb::here(particulars.name.full()),
        ]
    };
    page_head(
        words,
        &PageHead {
            title: particulars.name.full(),
            lead: Some(lead),
            crumbs,
            jumps: jumps(visitor, page),
        },
    )
}

/// "Rating so far", until it is shared.
fn rating_heading(visitor: &Visitor, page: &YearPage) -> String {
    visitor.words.say(match page.record.rating.released {
        Some(_) => "my-year-rating-final",
        None => "my-year-rating",
    })
}

fn jumps(visitor: &Visitor, page: &YearPage) -> Vec<(String, String)> {
    [
        "standing",
        "rating",
        "evidence",
        "conversations",
        "promises",
        "messages",
    ]
    .into_iter()
    .map(|id| {
        let label = match id {
            "rating" => rating_heading(visitor, page),
            _ => visitor.words.say(&format!("my-year-{id}")),
        };
        (id.to_owned(), label)
    })
    .collect()
}

fn next(visitor: &Visitor, page: &YearPage, pack: &Pack, calendar: &Calendar) -> Markup {
    let words = visitor.words;
    let side = if page.own {
        Side::Teacher
    } else {
        Side::Evaluator
    };
    let Some(need) = domain::today::needs(&page.record, pack, calendar, visitor.today)
        .into_iter()
        .find(|need| need.who == side)
    else {
        return html! {};
    };
    let theirs = page.own
        || visitor
            .actor
            .caseload()
            .any(|teacher| teacher == page.record.teacher);
    let name = if page.own {
        String::new()
    } else {
        page.record.person.particulars.name.full()
    };
    let due = need.due;
    let owed = Owed {
        need,
        teacher: page.record.teacher,
        name,
    };
    let title = today::title(words, &owed);
    let what = match meeting(page, &owed.need) {
        Some(slot) => words.with(
            "next-on",
            &[
                ("what", title.into()),
                ("date", words.day(slot.on).into()),
                ("time", words.time(slot.begins).into()),
                ("place", (&slot.place).into()),
            ],
        ),
        None => {
            let by = words.with("next-by", &[("date", words.day(due).into())]);
            format!("{title}, {by}")
        }
    };
    next_step(
        words,
        &NextStep {
            label: NextLabel::Next,
            what: html! { (what) "." },
            why: Some(
                html! { (today::distance(words, Some(calendar), visitor.today, due)) ". " (today::why(words, &owed)) },
            ),
            action: theirs.then(|| link_main(&today::address(&owed), today::action(words, &owed))),
        },
    )
}

/// When and where the two meet, if that is what is needed.
fn meeting<'a>(page: &'a YearPage, need: &Need) -> Option<&'a Slot> {
    let stream = need
        .thing
        .as_ref()
        .filter(|_| matches!(need.what, What::Meet(_)))?;
    page.record.conversations.get(stream)?.slot.as_ref()
}

fn rating(visitor: &Visitor, page: &YearPage, pack: &Pack, previews: bool) -> Markup {
    let words = visitor.words;
    let address = format!("/teachers/{}/rating", page.record.teacher);
    if let Some(released) = &page.record.rating.released {
        let name = rating_so_far::rating_name(words, pack, &released.rating);
        let text = words.with(
            "my-year-rating-shared",
            &[
                ("rating", name.into()),
                ("date", words.day(released.on).into()),
            ],
        );
        return section(
            "rating",
            rating_heading(visitor, page),
            None,
            html! {
                p.said { (text) }
                p { (link_button(&address, words.say("my-year-rating-open"))) }
            },
        );
    }
    let inputs = page.record.rating_inputs(pack);
    let (so_far, to_come) = (so_far(&inputs, pack), to_come(&inputs, pack));
    section(
        "rating",
        words.say("my-year-rating"),
        Some(&words.say("my-year-rating-hint")),
        html! {
            (rating_so_far::so_far(visitor, pack, &so_far, page.own))
            (rating_so_far::to_come(visitor, pack, &to_come))
            @if previews { p { (link_button(&address, words.say("my-year-rating-preview"))) } }
        },
    )
}

fn lessons(visitor: &Visitor, page: &YearPage, pack: &Pack) -> Markup {
    let words = visitor.words;
    let mut lessons = page.record.lessons();
    lessons.reverse();
    html! {
        @if lessons.is_empty() { (empty(words.say("my-year-no-evidence"), None)) }
        @else { (rows(lessons.iter().map(|(stream, observation)| evidence::lesson(visitor, page, pack, stream, observation)))) }
        @for moment in ["mid-year", "end-of-year"] {
            @let there = page.record.professionalism.sent.iter().any(|sent| (sent.moment == domain::professionalism::Moment::MidYear) == (moment == "mid-year"));
            @if there { p { a href={ "/teachers/" (page.record.teacher) "/professionalism/" (moment) } { (words.say(&format!("my-year-professionalism-{moment}"))) } } }
        }
        p { a href={ "/teachers/" (page.record.teacher) "/measures" } { (words.say("my-year-measures")) } }
    }
}

fn conversations(visitor: &Visitor, page: &YearPage) -> Markup {
    let words = visitor.words;
    let mut talks: Vec<_> = page
        .record
        .conversations
        .iter()
        .filter_map(|(stream, talk)| Some((stream, talk, talk.slot.as_ref()?, talk.guide?)))
        .collect();
    talks.sort_by_key(|(_, _, slot, _)| slot.on);
    if talks.is_empty() {
        return empty(words.say("my-year-no-conversations"), None);
    }
    rows(talks.into_iter().map(|(stream, talk, slot, guide)| {
        let (shape, key) = match (talk.is_held(), &talk.cancelled) {
            (true, _) => (Shape::Disc, "talk-held"),
            (_, Some(_)) => (Shape::Bar, "talk-cancelled"),
            _ => (Shape::Ring, "talk-planned"),
        };
        let what = html! {
            a href={ "/conversations/" (stream.key) } { (words.say(&format!("kind-{}", guide.as_str()))) } ", " (day(words, slot.on))
        };
        row(state(shape, Tone::Plain, what), Some(html! { (words.say(key)) }), None)
    }))
}

fn promises(visitor: &Visitor, page: &YearPage) -> Markup {
    let words = visitor.words;
    let all: Vec<_> = page
        .record
        .conversations
        .iter()
        .flat_map(|(stream, talk)| {
            talk.promises
                .iter()
                .map(move |promise| (stream, talk, promise))
        })
        .collect();
    if all.is_empty() {
        return empty(words.say("my-year-no-promises"), None);
    }
    rows(all.into_iter().map(|(stream, talk, promise)| {
        let evaluator = talk.evaluator.map(|it| page.address(visitor, it)).unwrap_or_default();
        let who = match promise.whose {
            Whose::Teacher if page.own => words.say("promise-you"),
            Whose::Teacher => page.address(visitor, page.record.teacher),
            Whose::Evaluator => evaluator,
            Whose::Both => words.say("promise-both"),
        };
        let what = words.with("promise-line", &[("who", who.into()), ("what", (&promise.what).into())]);
        let mark = match promise.kept {
            Some(_) => state(Shape::Disc, Tone::Plain, what),
            None if promise.by < visitor.today => state(Shape::Triangle, Tone::Grave, what),
            None => state(Shape::Half, Tone::Plain, what),
        };
        let when = match promise.kept {
            Some(on) => words.with("promise-kept-on", &[("date", words.day(on).into())]),
            None => words.with("promise-by", &[("date", words.day(promise.by).into())]),
        };
        row(mark, Some(html! { (when) }), Some(html! { a href={ "/conversations/" (stream.key) "#promises" } { (words.say("promise-open")) } }))
    }))
}

fn messages(visitor: &Visitor, page: &YearPage, pack: &Pack) -> Markup {
    let words = visitor.words;
    let mut messages: Vec<_> = page
        .record
        .messages
        .iter()
        .filter_map(|(stream, it)| Some((stream, it, it.sent.as_ref()?, it.at?)))
        .collect();
    messages.sort_by_key(|(_, _, _, at)| std::cmp::Reverse(*at));
    if messages.is_empty() {
        return empty(words.say("my-year-no-messages"), None);
    }
    rows(messages.into_iter().map(|(stream, it, sent, at)| {
        let label = pack
            .message(&sent.template)
            .map(|message| message.label.get(words.language().tag()).to_owned())
            .unwrap_or_default();
        let by = it
            .by
            .map(|by| page.address(visitor, by))
            .unwrap_or_default();
        html! {
            a href={ "/messages/" (stream.key) } { (sent.subject) }
            (sub(html! { (by) ", " (day(words, visitor.local(at).date())) ". " (label) }))
        }
    }))
}

fn rights(visitor: &Visitor, page: &YearPage, pack: &Pack) -> Markup {
    let words = visitor.words;
    let mut lines = vec![
        (
            words.say("right-answer"),
            html! { (words.say("right-answer-text")) },
        ),
        (
            words.say("right-receive"),
            html! { (words.say("right-receive-text")) },
        ),
        (
            words.say("right-copy"),
            html! { a href="/my-year/copy.pdf" { (words.say("right-copy-pdf")) } " · " a href="/my-year/copy.json" { (words.say("right-copy-json")) } },
        ),
        (
            words.say("right-history"),
            html! { a href={ "/teachers/" (page.record.teacher) "/history" } { (words.say("right-history-text")) } },
        ),
    ];
    if let Some(prior) = page.record.prior_rating() {
        let rating = rating_so_far::rating_name(words, pack, prior);
        let text = words.with(
            "right-prior-text",
            &[
                ("year", page.record.year.before().to_string().into()),
                ("rating", rating.into()),
            ],
        );
        lines.push((words.say("right-prior"), html! { (text) }));
    }
    facts(lines)
}

fn looked(
    visitor: &Visitor,
    receipts: &[ReadReceipt],
    readers: &BTreeMap<PersonId, Colleague>,
) -> Markup {
    let words = visitor.words;
    if receipts.is_empty() {
        return empty(words.say("looked-nobody"), None);
    }
    let rows = receipts
        .iter()
        .map(|receipt| {
            let reader = readers.get(&receipt.reader);
            vec![
                html! { (reader.map(|it| it.name.full()).unwrap_or_default()) @if let Some(reader) = reader { (sub(&reader.job_title)) } },
                html! { (words.say(&format!("looked-at-{}", receipt.thing.as_str()))) },
                html! { (day(words, receipt.day)) ", " (visitor.clock_time(receipt.at)) },
            ]
        })
        .collect();
    let columns = ["looked-who", "looked-opened", "looked-when"]
        .map(|key| Column::words(words.say(key)))
        .to_vec();
    html! {
        (table(&Table { caption: None, shape: TableShape::Stack, columns, rows, foot: None, class: "" }))
        (small(words.say("looked-note")))
    }
}

/// What an evaluator or a leader can do with this year.
fn work(visitor: &Visitor, page: &YearPage) -> Markup {
    let words = visitor.words;
    let teacher = page.record.teacher;
    let evaluates = visitor.actor.caseload().any(|it| it == teacher);
    let mut doors = vec![
        (
            format!("/teachers/{teacher}/observations/new"),
            "work-observe",
        ),
        (format!("/teachers/{teacher}/measures"), "work-measures"),
    ];
    if evaluates {
        for kind in ["beginning", "mid-year", "end-of-year"] {
            doors.push((
                format!("/teachers/{teacher}/conversations/{kind}/new"),
                match kind {
                    "beginning" => "work-schedule-beginning",
                    "mid-year" => "work-schedule-mid-year",
                    _ => "work-schedule-end-of-year",
                },
            ));
        }
        doors.push((
            format!("/teachers/{teacher}/professionalism/mid-year"),
            "work-professionalism-mid-year",
        ));
        doors.push((
            format!("/teachers/{teacher}/professionalism/end-of-year"),
            "work-professionalism-end-of-year",
        ));
        doors.push((
            format!("/teachers/{teacher}/rationale/instruction"),
            "work-rationale-instruction",
        ));
        doors.push((
            format!("/teachers/{teacher}/rationale/professionalism"),
            "work-rationale-professionalism",
        ));
        doors.push((format!("/teachers/{teacher}/rating"), "work-rating"));
        doors.push((
            format!("/teachers/{teacher}/recommendation"),
            "work-recommendation",
        ));
    } else {
        doors.push((format!("/teachers/{teacher}/rating"), "work-rating"));
        doors.push((
            format!("/teachers/{teacher}/recommendation"),
            "work-recommendation",
        ));
    }
    rows(
        doors
            .into_iter()
            .map(|(address, key)| html! { a href=(address) { (words.say(key)) } }),
    )
}
