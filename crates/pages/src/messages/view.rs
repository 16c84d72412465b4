//! The pages of a message: drafted for its sender, and as it was sent for both.

use super::compare::{Part, compare};
use super::drafted::{BODY, CLOSING, Drafted, Gap, OPENING, fingerprint, name_of};
use super::{Desk, SEND, new_address};
use crate::components::{
    Field, NextStep, PageHead, Shape, Tone, acts, button_named, by, disclosure, disclosure_open,
    form, hidden, link_button, next_step, notice, page_head, said, section, small, state,
};
use crate::fault::Fault;
use crate::form::Form;
use crate::layout::{Conflict, conflict};
use crate::my_year::YearPage;
use crate::today::distance;
use crate::visitor::{Sheet, Visitor, form_key};
use domain::messages::Message;
use domain::today::{What, needs};
use domain::{Kind, Stream};
use maud::{Markup, PreEscaped, html};

/// The letter as it went out beside other words that were typed for it.
pub fn both(
    visitor: &Visitor,
    desk: &Desk,
    message: &Message,
    stream: &Stream,
    written: &str,
) -> Markup {
    let words = visitor.words;
    let sent = message.sent.as_ref();
    let label = || sent.map_or_else(String::new, |it| it.subject.clone());
    let by = message.by.and_then(|by| desk.page.people.get(&by));
    let body = conflict(
        words,
        &Conflict {
            yours: vec![(label(), written.to_owned())],
            theirs: sent
                .map(|it| (label(), it.body.clone()))
                .into_iter()
                .collect(),
            name: by.map_or_else(String::new, |it| it.name.full()),
            moment: message
                .at
                .map_or_else(String::new, |at| words.moment(visitor.local(at))),
            again: acts([link_button(
                &format!("/messages/{}", stream.key),
                words.say("error-back"),
            )]),
        },
    );
    visitor.page(Sheet {
        room: crate::way::room(visitor, desk.page.record.teacher),
        title: words.say("error-409-title"),
        body,
        footer: None,
    })
}

/// The page of the thing that a letter follows.
fn address_of(follows: &Stream, page: &YearPage) -> String {
    match follows.kind {
        Kind::Conversation => format!("/conversations/{}", follows.key),
        Kind::Observation => format!("/observations/{}", follows.key),
        Kind::Recommendation => format!("/teachers/{}/recommendation", page.record.teacher),
        _ => format!("/teachers/{}/rating", page.record.teacher),
    }
}

/// What a letter follows, in a few words: "the mid-year conversation of Thu 14 Jan".
fn about(visitor: &Visitor, page: &YearPage, follows: &Stream) -> String {
    let words = visitor.words;
    match follows.kind {
        Kind::Conversation => {
            let talk = page.record.conversations.get(follows);
            let kind = talk
                .and_then(|talk| talk.guide)
                .map_or_else(String::new, |kind| {
                    words.say(&format!("kind-{}", kind.as_str()))
                });
            let on = talk
                .and_then(|talk| talk.slot.as_ref())
                .map_or_else(String::new, |slot| words.day(slot.on));
            words.with(
                "letter-about-conversation",
                &[("kind", kind.into()), ("date", on.into())],
            )
        }
        Kind::Observation => {
            let on = page
                .record
                .observations
                .get(follows)
                .and_then(|it| it.lesson.as_ref())
                .map_or_else(String::new, |lesson| words.day(lesson.on));
            words.with("letter-about-observation", &[("date", on.into())])
        }
        Kind::Recommendation => words.say("letter-about-recommendation"),
        _ => words.say("letter-about-rating"),
    }
}

fn head(visitor: &Visitor, page: &YearPage, title: String, lead: Markup) -> Markup {
    let words = visitor.words;
    let teacher = page.record.teacher;
    let name = page.record.person.particulars.name.full();
    let crumbs = crate::way::to(visitor, teacher, &name, words.say("letter-crumb"));
    page_head(
        words,
        &PageHead {
            crumbs,
            title,
            lead: Some(lead),
            ..PageHead::default()
        },
    )
}

fn sheet(visitor: &Visitor, own: bool, title: String, body: Markup) -> Markup {
    visitor.page(Sheet {
        room: if own { "my-year" } else { "caseload" },
        title,
        body,
        footer: None,
    })
}

/// A page that only says why there is no letter.
fn plain(visitor: &Visitor, desk: &Desk, title: String, text: Markup) -> Markup {
    let words = visitor.words;
    let subject = about(visitor, &desk.page, &desk.follows);
    let body = html! {
        (head(visitor, &desk.page, title.clone(), html! { (words.with("letter-follows", &[("about", subject.into())])) }))
        div.after { (text) (acts([link_button(&address_of(&desk.follows, &desk.page), words.say("letter-back"))])) }
    };
    sheet(visitor, false, title, body)
}

/// The end-of-year letter names the rating.
pub fn waits(visitor: &Visitor, desk: &Desk) -> Markup {
    let words = visitor.words;
    plain(
        visitor,
        desk,
        words.say("letter-waits-title"),
        html! { p { (words.say("letter-waits")) } },
    )
}

pub fn nothing(visitor: &Visitor, desk: &Desk) -> Markup {
    let words = visitor.words;
    plain(
        visitor,
        desk,
        words.say("letter-nothing-title"),
        html! { p { (words.say("letter-nothing")) } },
    )
}

/// M09, M10, M16 and M19 go through the HR partner first; that comes later, and nothing is drafted (`leap.md` 8).
pub fn needs_review(visitor: &Visitor, desk: &Desk, message: &policy::Message) -> Markup {
    let words = visitor.words;
    let label = message.label.get(words.language().tag()).to_owned();
    let text = html! { (notice(Tone::Soon, Shape::Diamond, words.say("letter-review-title"), html! { p { (words.say("letter-review")) } p { (words.say("letter-review-meanwhile")) } })) };
    plain(visitor, desk, label, text)
}

/// The drafted letter: what is missing, how it will be read, the sender's own words, and what sending does.
pub fn write(visitor: &Visitor, desk: &Desk, letter: &Drafted<'_>, work: &Form<'_>) -> Markup {
    let words = visitor.words;
    let title = letter.message.label.get(words.language().tag()).to_owned();
    let subject = about(visitor, &desk.page, &desk.follows);
    let name = desk.page.address(visitor, desk.page.record.teacher);
    let lead = html! {
        (words.with("letter-follows", &[("about", subject.into())])) " "
        (words.with(if letter.message.locked { "letter-locked" } else { "letter-open" }, &[("name", name.clone().into())]))
        @if letter.words.language() != words.language() { " " (words.say(&format!("letter-language-{}", letter.words.language().tag()))) }
    };
    let body = html! {
        (work.summary())
        (head(visitor, &desk.page, title.clone(), lead))
        (step(visitor, desk, letter))
        (form(&new_address(desk.page.record.teacher, &desk.follows), &form_key(Some(0)), html! {
            (hidden("follows", &desk.follows.to_string()))
            (hidden("read", &fingerprint(&letter.template)))
            @if !letter.gaps.is_empty() { (gaps(visitor, letter, work)) }
            (section("letter", words.say("letter-as-read"), Some(&words.with("letter-as-read-hint", &[("name", name.clone().into())])), html! {
                (shown(letter.words, Some(&letter.subject), &letter.body))
            }))
            @if letter.may_be_sent() { (own_words(visitor, letter, work)) }
            (section("sending", words.say("letter-sending"), None, html! {
                p { (words.with("letter-sending-means", &[("name", name.into())])) }
                @if let Some(error) = work.error(SEND) { p.wrong-text { (state(Shape::FullDiamond, Tone::Plain, error)) } }
                @if letter.may_be_sent() {
                    div.acts {
                        button #send.btn.btn-main type="submit" name="act" value="send" { (words.say("letter-send")) }
                        (button_named("act", "save", words.say("letter-look")))
                        @if letter.personalised { (button_named("act", "again", words.say("letter-again"))) }
                    }
                } @else {
                    p { (state(Shape::Diamond, Tone::Soon, words.with("letter-cannot-send", &[("count", letter.open().count().into())]))) }
                }
            }))
        }))
    };
    let body = crate::library::with_toolkit(visitor, "message", body);
    sheet(visitor, false, title, body)
}

fn step(visitor: &Visitor, desk: &Desk, letter: &Drafted<'_>) -> Markup {
    let words = visitor.words;
    let open = letter.open().count();
    let due = visitor.open_year().ok().and_then(|(year, pack)| {
        let calendar = year.days().ok()?;
        let needs = needs(&desk.page.record, pack, calendar, visitor.today);
        let need = needs.into_iter().find(|need| {
            matches!(need.what, What::SendFollowUp(_)) && need.thing.as_ref() == Some(&desk.follows)
        })?;
        Some((
            need.due,
            distance(words, Some(calendar), visitor.today, need.due),
        ))
    });
    let what = if open > 0 {
        words.with("letter-next-gaps", &[("count", open.into())])
    } else {
        words.say("letter-next-send")
    };
    let why = due.map(|(due, far)| html! { (words.with("letter-due", &[("date", words.day(due).into()), ("distance", far.into())])) });
    let action = if open > 0 {
        link_button("#gaps", words.say("letter-to-gaps"))
    } else {
        link_button("#sending", words.say("letter-to-sending"))
    };
    next_step(
        words,
        &NextStep {
            what: html! { (what) },
            why,
            action: Some(action),
            ..NextStep::default()
        },
    )
}

/// Where the record is silent the sender writes; what the letter cannot do without comes first.
fn gaps(visitor: &Visitor, letter: &Drafted<'_>, work: &Form<'_>) -> Markup {
    let words = visitor.words;
    let field = |gap: &Gap<'_>| {
        let name = gap.name();
        let label = name_of(words, &gap.field.name);
        let mut field = Field::area(name.as_str(), label)
            .value(gap.text.as_str())
            .lines(if gap.is_list { 3 } else { 2 })
            .language(letter.words.language().tag())
            .error(work.error(&name))
            .autosave(work.autosave(&name));
        if gap.is_list {
            field = field.hint(words.say("letter-one-a-line"));
        }
        if !gap.field.required {
            field = field.optional();
        }
        field.markup(words)
    };
    let (needed, rest): (Vec<&Gap<'_>>, Vec<&Gap<'_>>) =
        letter.gaps.iter().partition(|gap| gap.field.required);
    section(
        "gaps",
        words.say("letter-gaps"),
        Some(&words.say("letter-gaps-hint")),
        html! {
            @for gap in &needed { (field(gap)) }
            @if !rest.is_empty() {
                @let inside = html! { @for gap in &rest { (field(gap)) } };
                @if rest.iter().any(|gap| !gap.text.is_empty() || work.error(&gap.name()).is_some()) { (disclosure_open(words.say("letter-more"), inside)) } @else { (disclosure(words.say("letter-more"), inside)) }
            }
            div.acts { (button_named("act", "save", words.say("letter-fill"))) }
        },
    )
}

/// The letter as its reader will see it.
fn shown(reader: words::Words, subject: Option<&str>, body: &str) -> Markup {
    html! {
        article.letter lang=(reader.language().tag()) {
            @if let Some(subject) = subject { h3 { (subject) } }
            (PreEscaped(letters::template::html(body)))
        }
    }
}

fn own_words(visitor: &Visitor, letter: &Drafted<'_>, work: &Form<'_>) -> Markup {
    let words = visitor.words;
    let tag = letter.words.language().tag();
    let area = |name: &str, label: &str, text: &str, lines: u8| {
        Field::area(name, words.say(label))
            .sees(words.say("letter-own-sees"))
            .value(text)
            .lines(lines)
            .language(tag)
            .error(work.error(name))
            .autosave(work.autosave(name))
    };
    section(
        "own",
        words.say("letter-own"),
        Some(&words.say(if letter.message.locked {
            "letter-own-locked-hint"
        } else {
            "letter-own-hint"
        })),
        html! {
            @if letter.message.locked {
                (area(OPENING, "letter-own-opening", work.value(OPENING), 3).optional().markup(words))
                (area(CLOSING, "letter-own-closing", work.value(CLOSING), 3).optional().markup(words))
            } @else {
                (area(BODY, "letter-own-body", &letter.body, 18).hint(words.say("letter-own-marks")).markup(words))
            }
            (changes(visitor, letter))
        },
    )
}

/// The difference to the template, marked.
fn changes(visitor: &Visitor, letter: &Drafted<'_>) -> Markup {
    let words = visitor.words;
    if !letter.personalised {
        return small(words.say("letter-unchanged"));
    }
    let both = compare(&letter.template, &letter.body);
    let count = both
        .iter()
        .filter(|paragraph| !matches!(paragraph, Part::Same(_)))
        .count();
    disclosure(
        words.with("letter-changes", &[("count", count.into())]),
        html! {
            div lang=(letter.words.language().tag()) {
                @for paragraph in &both {
                    @match paragraph {
                        Part::Same(text) => { p.said { (text) } }
                        Part::Removed(text) => { p.said { span.vh { (words.say("letter-removed")) " " } del { (text) } } }
                        Part::Added(text) => { p.said { span.vh { (words.say("letter-added")) " " } ins { (text) } } }
                    }
                }
            }
        },
    )
}

/// A message as it stands on the record.
pub fn read(visitor: &Visitor, page: &YearPage, message: &Message) -> Result<Markup, Fault> {
    let words = visitor.words;
    let (Some(sent), Some(sender), Some(at)) = (&message.sent, message.by, message.at) else {
        return Err(Fault::NotFound);
    };
    let name = page
        .people
        .get(&sender)
        .map_or_else(String::new, |it| it.name.full());
    let teacher = page.record.person.particulars.name.full();
    let lead = words.with(
        "message-lead",
        &[
            ("sender", name.into()),
            ("teacher", teacher.into()),
            ("moment", words.moment(visitor.local(at)).into()),
        ],
    );
    let subject = about(visitor, page, &sent.follows);
    let reader =
        words::Words::new(words::Language::from_tag(&sent.language).unwrap_or(words::Language::En));
    let label = visitor
        .open_year()
        .ok()
        .and_then(|(_, pack)| pack.message(&sent.template))
        .map(|it| it.label.get(words.language().tag()).to_owned());
    let body = html! {
        (head(visitor, page, sent.subject.clone(), html! { (lead) }))
        (section("letter", words.say("message-letter"), Some(&words.say("message-letter-hint")), shown(reader, None, &sent.body)))
        (section("about", words.say("message-about"), None, html! {
            (said(html! { a href=(address_of(&sent.follows, page)) { (words.with("letter-follows", &[("about", subject.into())])) } }))
            @if let Some(label) = label { (by(words.with(if sent.personalised { "message-template-personalised" } else { "message-template" }, &[("label", label.into())]))) }
            (by(words.say("message-who-reads")))
            a href={ "/history/message/" (message_key(page, message)) } { (words.say("message-history")) }
        }))
    };
    Ok(sheet(visitor, page.own, sent.subject.clone(), body))
}

fn message_key(page: &YearPage, message: &Message) -> String {
    page.record
        .messages
        .iter()
        .find(|(_, other)| *other == message)
        .map_or_else(String::new, |(stream, _)| stream.key.clone())
}
