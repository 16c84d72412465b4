//! Asking: the topic says to whom it goes and by when; the words save themselves and are the asker's alone until sent.

use super::likely::{self, likely};
use super::{path, stream};
use crate::components::{
    Choice, Choices, Crumb, Field, PageHead, acts, button_main_named, button_named, form, hidden,
    page_head, section, tick,
};
use crate::fault::Fault;
use crate::form::{For, Form};
use crate::notices::{Announced, announce};
use crate::typed::Typed;
use crate::visitor::{Colleagues, Sheet, Visitor, form_key};
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use domain::questions::{Answering, Command as Question, page, page_word};
use domain::text::Field as Text;
use domain::{Command, Kind, Refusal, Stream};
use maud::{Markup, html};
use serde::Deserialize;

const TOPIC: &str = "topic";
const TEXT: &str = "text";
/// The button that looks for likely answers where no script does.
const FIND: &str = "find";
/// The page from which somebody asks; goes along if the box is ticked.
const PAGE: &str = "page";

#[derive(Deserialize, Default)]
pub struct From {
    #[serde(default)]
    from: String,
}

impl From {
    /// As the rest of an address.
    fn tail(&self) -> String {
        page(&self.from).map_or_else(String::new, |from| format!("?from={from}"))
    }
}

/// A new question has a name from the start, so that its words can save themselves.
pub async fn new(_: Visitor, Query(from): Query<From>) -> Redirect {
    let id = uuid::Uuid::new_v4();
    Redirect::to(&format!("/questions/{id}/draft{}", from.tail()))
}

/// The form with everything that it shows.
struct Asking<'a> {
    form: Form<'a>,
    answering: Answering,
    people: Colleagues,
    from: From,
    ticked: bool,
    /// Pages of the library that may answer what stands there.
    likely: Markup,
}

impl<'a> Asking<'a> {
    async fn of(visitor: &'a Visitor, stream: &Stream, from: From) -> Result<Self, Fault> {
        let record = visitor.app.record();
        if record.subject(stream).await?.owner.is_some() {
            // What was asked is no draft any more; whether one may know of it, its own page says.
            record.question(&visitor.actor, stream).await?;
            return Err(Refusal::AlreadyAsked.into());
        }
        visitor.open_year()?;
        let answering = record.answering(&visitor.actor).await?;
        let found: Vec<_> = answering
            .topics
            .keys()
            .filter_map(|topic| answering.responsible(topic, answering.school))
            .map(|found| found.person)
            .collect();
        Ok(Self {
            form: Form::of(visitor, stream).await?,
            likely: Markup::default(),
            people: visitor.colleagues(found).await?,
            answering,
            from,
            ticked: true,
        })
    }
}

pub async fn draft(
    visitor: Visitor,
    Path(id): Path<String>,
    Query(from): Query<From>,
) -> Result<Markup, Fault> {
    let stream = stream(&id)?;
    let mut asking = Asking::of(&visitor, &stream, from).await?;
    asking.likely = likely(&visitor, asking.form.value(TEXT)).await?;
    show(&visitor, &asking)
}

pub async fn act(
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let stream = stream(&id)?;
    let from = From {
        from: typed.get("from").to_owned(),
    };
    let mut asking = Asking::of(&visitor, &stream, from).await?;
    asking.ticked = !typed.get(PAGE).is_empty();
    let looks = typed.get("act") == FIND;
    let why = if looks { For::Later } else { For::of(&typed) };
    asking
        .form
        .save(&typed, why, |field| matches!(field, TOPIC | TEXT))
        .await?;
    if asking.form.is_wrong() {
        return again(&visitor, &asking);
    }
    if why == For::Later {
        let tail = asking.from.tail() + if looks { "#likely" } else { "" };
        return Ok(Redirect::to(&format!("{}/draft{tail}", path(&stream))).into_response());
    }
    let topic = typed.get(TOPIC).to_owned();
    let answerer = asking
        .answering
        .responsible(&topic, asking.answering.school)
        .and_then(|found| asking.people.get(&found.person));
    let notices = answerer
        .map(|to| announce(visitor.writer(), to, Announced::Something, &path(&stream)))
        .into_iter()
        .collect();
    let command = Question::Ask {
        topic,
        page: Some(typed.get(PAGE).to_owned()).filter(|page| !page.is_empty()),
        text: typed.get(TEXT).to_owned(),
    };
    let mut key = form_key(None);
    key.token = typed.token().unwrap_or_default();
    match visitor
        .carry_out(stream.clone(), key, Command::Question(command), notices)
        .await
    {
        Ok(_) => {
            asking.form.forget().await?;
            Ok(Redirect::to(&path(&stream)).into_response())
        }
        Err(record::Fault::Refused(refusal)) => {
            let field = match refusal {
                Refusal::Empty {
                    field: Text::Question,
                }
                | Refusal::TooLong { .. } => TEXT,
                _ => TOPIC,
            };
            asking.form.refused(field, &refusal);
            again(&visitor, &asking)
        }
        Err(fault) => Err(fault.into()),
    }
}

fn again(visitor: &Visitor, asking: &Asking<'_>) -> Result<Response, Fault> {
    Ok((asking.form.status(), show(visitor, asking)?).into_response())
}

fn show(visitor: &Visitor, asking: &Asking<'_>) -> Result<Markup, Fault> {
    let words = visitor.words;
    let (_, pack) = visitor.open_year()?;
    let it = &asking.form;
    let tag = words.language().tag();
    let from = page(&asking.from.from);
    let proposed = from
        .as_deref()
        .and_then(|from| pack.topic_of_page(page_word(from)))
        .map_or("", |topic| topic.id.as_str());
    let choices = pack.topics.iter().map(|topic| {
        let found = asking
            .answering
            .responsible(&topic.id, asking.answering.school);
        let name = found
            .and_then(|found| asking.people.get(&found.person))
            .map_or_else(String::new, |it| it.name.full());
        let goes = words.with(
            "questions-goes-to",
            &[("name", name.into()), ("days", topic.due.into())],
        );
        Choice::new(&topic.id, topic.label.get(tag))
            .hint(html! { (topic.about.get(tag)) " " (goes) })
    });
    let title = words.say("questions-ask-title");
    let head = PageHead {
        crumbs: vec![
            Crumb::link(words.say("questions-title"), "/questions"),
            Crumb::here(&title),
        ],
        title: title.clone(),
        lead: Some(html! { (words.say("questions-ask-lead")) }),
        jumps: vec![],
    };
    let sees = || words.say("questions-sees");
    let body = html! {
        (it.summary())
        (page_head(words, &head))
        (form(&format!("{}/draft", path(&it.thing)), &form_key(None), html! {
            (section("question", words.say("questions-question"), Some(&words.say("questions-question-hint")), html! {
                (Field::area(TEXT, words.say("questions-text")).hint(words.say("questions-text-hint")).lines(6).value(it.value(TEXT)).sees(sees()).error(it.error(TEXT)).autosave(it.autosave(TEXT)).markup(words))
                p data-without-script { (button_named("act", FIND, words.say("questions-find"))) }
                div #likely data-likely=(likely::ADDRESS) data-of=(TEXT) aria-live="polite" { (asking.likely) }
                @if let Some(from) = &from {
                    (hidden("from", from))
                    (tick(PAGE, from, asking.ticked, html! { (words.say("questions-page-along")) " " code { (from) } span.hint { (words.say("questions-page-hint")) } }))
                }
            }))
            (section("topic-section", words.say("questions-topic-section"), Some(&words.say("questions-topic-section-hint")), html! {
                (Choices::one(TOPIC, words.say("questions-topic-choice"), choices.collect()).chosen([it.value_or(TOPIC, proposed)]).error(it.error(TOPIC)).autosave(it.autosave(TOPIC)).markup(words))
                (acts([button_main_named("act", "ask", words.say("questions-send")), button_named("act", "save", words.say("questions-save"))]))
            }))
        }))
    };
    Ok(visitor.page(Sheet {
        room: "questions",
        title,
        body,
        footer: Some(html! { (words.say("questions-ask-footer")) }),
    }))
}

/// Questions that the visitor began and did not send.
pub(super) async fn begun(visitor: &Visitor) -> Result<Vec<(Stream, String)>, Fault> {
    let record = visitor.app.record();
    let mut found = vec![];
    for begun in record.drafts_begun(&visitor.actor, 200).await? {
        if begun.thing.kind != Kind::Question || record.subject(&begun.thing).await?.owner.is_some()
        {
            continue;
        }
        let drafts = record.drafts(&visitor.actor, &begun.thing).await?;
        let text = crate::drafts::text_of(&drafts, visitor.id(), TEXT);
        if !text.trim().is_empty() {
            found.push((begun.thing, text.chars().take(90).collect()));
        }
    }
    Ok(found)
}
