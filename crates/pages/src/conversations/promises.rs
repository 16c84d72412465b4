//! Promises: who does what by when. New ones are working text that both see until both have met; open ones of earlier
//! conversations are carried over, to be kept or given a new date.

use super::{Again, Talk, notes, show_again, show_unsaved};
use crate::components::{
    Choice, Field, Shape, Tone, button_named, disclosure, disclosure_open, empty, field_group,
    form, hidden, rows, state,
};
use crate::drafts;
use crate::fault::Fault;
use crate::form::{For, Form};
use crate::refusals;
use crate::typed::Typed;
use crate::visitor::{Visitor, form_key};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use domain::conversations::{Command as Conversation, PROMISE_FIELD, Promise, Whose};
use domain::{Command, Draft, Refusal, Stream};
use maud::{Markup, html};
use policy::Side;
use record::Saved;

/// The promise that is being written: its author's alone, until it is added. Each field is a draft of its own.
const WHAT: &str = "working.what";
const WHOSE: &str = "working.whose";
const BY: &str = "working.by";
/// Their controls and their drafts.
const FIELDS: [(&str, &str); 3] = [("what", WHAT), ("whose", WHOSE), ("by", BY)];

const WHOSES: [(Whose, &str); 3] = [
    (Whose::Teacher, "teacher"),
    (Whose::Evaluator, "evaluator"),
    (Whose::Both, "both"),
];

/// Whose promise it is, as the reader speaks of people.
fn whose(visitor: &Visitor, talk: &Talk, whose: Whose) -> String {
    match whose {
        Whose::Teacher => talk.address(visitor, Side::Teacher),
        Whose::Evaluator => talk.address(visitor, Side::Evaluator),
        Whose::Both => visitor.words.say("promises-both"),
    }
}

/// Working promises of both sides, oldest first.
fn working(talk: &Talk) -> Vec<(&Draft, Promise)> {
    let mut found: Vec<(&Draft, Promise)> = talk
        .drafts
        .iter()
        .filter(|draft| draft.field.starts_with(PROMISE_FIELD))
        .filter_map(|draft| Some((draft, serde_json::from_str(&draft.text).ok()?)))
        .collect();
    found.sort_by_key(|(draft, _)| draft.at);
    found
}

pub fn matter(visitor: &Visitor, talk: &Talk, again: &Again, work: &Form<'_>) -> Markup {
    let words = visitor.words;
    let carried: Vec<_> = talk
        .page
        .record
        .open_promises()
        .into_iter()
        .filter(|(stream, _, _)| **stream != talk.stream)
        .collect();
    let new = working(talk);
    let none = carried.is_empty() && new.is_empty() && talk.it.promises.is_empty();
    let may_write = talk.it.is_open() && talk.seat.side().is_some();
    let kept = talk
        .it
        .promises
        .iter()
        .enumerate()
        .map(|(number, promise)| {
            settled(
                visitor,
                talk,
                &talk.stream,
                number,
                promise,
                "promises-made",
                again,
            )
        });
    let carried = carried.into_iter().map(|(stream, number, promise)| {
        settled(
            visitor,
            talk,
            stream,
            number,
            promise,
            "promises-carried",
            again,
        )
    });
    let items: Vec<Markup> = kept
        .chain(carried)
        .chain(
            new.iter()
                .map(|(draft, promise)| added(visitor, talk, draft, promise)),
        )
        .collect();
    html! {
        @if none && !may_write { (empty(words.say("promises-none"), None)) }
        @if !items.is_empty() { (rows(items)) }
        @if may_write { div.no-print { (next(visitor, talk, again, work)) } }
    }
}

fn line(visitor: &Visitor, talk: &Talk, promise: &Promise) -> String {
    let words = visitor.words;
    words.with(
        "promises-by",
        &[
            ("whose", whose(visitor, talk, promise.whose).into()),
            ("date", words.date(promise.by).into()),
        ],
    )
}

/// A promise on the record: its state, and for the two who made it the way to settle it.
fn settled(
    visitor: &Visitor,
    talk: &Talk,
    stream: &Stream,
    number: usize,
    promise: &Promise,
    key: &str,
    again: &Again,
) -> Markup {
    let words = visitor.words;
    let (shape, tone, key) = match promise.kept {
        Some(_) => (Shape::Disc, Tone::Quiet, "promises-made"),
        None if promise.by < visitor.today => (Shape::Triangle, Tone::Grave, key),
        None => (Shape::Half, Tone::Plain, key),
    };
    let made = talk.page.record.conversations.get(stream);
    let party = made.is_some_and(|made| made.side_of(visitor.id()).is_some());
    let address = format!("/conversations/{}/promises/{number}", stream.key);
    let version = talk.page.record.version(stream);
    let field = format!("by-{}-{number}", stream.key);
    let error = again.error(&field);
    let forms = |error: Option<String>| {
        html! {
            (form(&address, &form_key(Some(version)), html! {
                (hidden("back", &talk.path()))
                (button_named("act", "keep", words.say("promises-keep")))
            }))
            @let open = error.is_some();
            @let inside = form(&address, &form_key(Some(version)), html! {
                (hidden("back", &talk.path()))
                (Field::date(field.as_str(), words.say("promises-new-date")).name("by").value(if open { again.typed.get("by") } else { "" }).min(visitor.today.to_string()).error(error).markup(words))
                (button_named("act", "move", words.say("promises-move")))
            });
            @if open { (disclosure_open(words.say("promises-set-date"), inside)) } @else { (disclosure(words.say("promises-set-date"), inside)) }
        }
    };
    html! {
        (state(shape, tone, words.with(key, &[("what", (&promise.what).into())])))
        span.by {
            (line(visitor, talk, promise))
            @if let Some(on) = made.and_then(|made| made.held_on) { " " (words.with("promises-since", &[("date", words.day(on).into())])) }
            @if let Some(on) = promise.kept { " " (words.with("promises-kept", &[("date", words.day(on).into())])) }
        }
        @if promise.kept.is_none() && party { div.acts { (forms(error)) } }
    }
}

/// A working promise; its author may take it back.
fn added(visitor: &Visitor, talk: &Talk, draft: &Draft, promise: &Promise) -> Markup {
    let words = visitor.words;
    let author = talk
        .page
        .people
        .get(&draft.author)
        .map_or_else(String::new, |it| it.name.full());
    html! {
        (state(Shape::Ring, Tone::Plain, words.with("promises-new", &[("what", (&promise.what).into())])))
        span.by { (line(visitor, talk, promise)) " " (words.with("promises-added", &[("name", author.into()), ("time", visitor.clock_time(draft.at).into())])) }
        @if draft.author == visitor.id() && talk.it.is_open() {
            (form(&format!("{}/promises", talk.path()), &form_key(None), html! {
                (hidden("field", &draft.field))
                button.btn.btn-plain type="submit" name="act" value="remove" aria-label=(words.with("promises-take-back-label", &[("what", (&promise.what).into())])) { (words.say("promises-take-back")) }
            }))
        }
    }
}

fn next(visitor: &Visitor, talk: &Talk, again: &Again, work: &Form<'_>) -> Markup {
    let words = visitor.words;
    let kept = |field| work.value(field);
    let saving = |field| work.autosave(field);
    let choices = WHOSES
        .into_iter()
        .map(|(side, value)| Choice::new(value, whose(visitor, talk, side)))
        .collect();
    form(
        &format!("{}/promises", talk.path()),
        &form_key(Some(talk.version)),
        html! {
            (hidden("promise_id", &uuid::Uuid::new_v4().to_string()))
            (field_group([
                Field::text("what", words.say("promises-what"))
                    .sees(words.with("promises-sees", &[("name", talk.other(visitor).into())]))
                    .value(again.value("what", kept(WHAT))).error(again.error("what")).autosave(saving(WHAT)).markup(words),
                Field::select("whose", words.say("promises-who"), choices)
                    .value(again.value("whose", kept(WHOSE))).error(again.error("whose")).autosave(saving(WHOSE)).markup(words),
                Field::date("by", words.say("promises-when"))
                    .value(again.value("by", kept(BY))).min(visitor.today.to_string()).error(again.error("by")).autosave(saving(BY)).markup(words),
            ]))
            div.acts { (button_named("act", "add", words.say("promises-add"))) }
        },
    )
}

/// Whether the reader began a promise and did not add it.
pub fn unfinished(visitor: &Visitor, talk: &Talk) -> bool {
    !drafts::text_of(&talk.drafts, visitor.id(), WHAT)
        .trim()
        .is_empty()
}

/// `act`: `add` a promise, `remove` one's own, or `save` what stands in the fields, without scripts.
pub async fn save(
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let talk = Talk::load(&visitor, &id).await?;
    talk.side()?;
    let record = visitor.app.record();
    match typed.get("act") {
        "add" => {
            notes::open(&talk)?;
            let promise = match made(&visitor, &typed) {
                Ok(promise) => promise,
                Err(again) => return show_again(&visitor, &talk, &again).await,
            };
            let id = typed
                .read("promise_id")
                .unwrap_or_else(|_| uuid::Uuid::new_v4());
            let text = serde_json::to_string(&promise)
                .map_err(|error| Fault::Broken(error.to_string()))?;
            let add = async |id: uuid::Uuid| {
                let field = format!("{PROMISE_FIELD}{id}");
                record
                    .save_draft(&visitor.actor, &talk.stream, &field, 0, &text)
                    .await
            };
            // The page gave the promise its id, so that a form sent twice adds one. Another promise typed into the same
            // page, after going back to it, is another one.
            if let Saved::Conflict { .. } = add(id).await? {
                add(uuid::Uuid::new_v4()).await?;
            }
            talk.work(&visitor)
                .empty(&typed.renamed(&FIELDS), &[WHAT, WHOSE, BY])
                .await?;
        }
        "remove" => {
            notes::open(&talk)?;
            let field = typed.get("field");
            if !field.starts_with(PROMISE_FIELD) {
                return Err(Fault::Unreadable);
            }
            record
                .discard(&visitor.actor, &talk.stream, Some(field))
                .await?;
        }
        _ => {
            let mut work = talk.work(&visitor);
            work.save(&typed.renamed(&FIELDS), For::Later, |name| {
                [WHAT, WHOSE, BY].contains(&name)
            })
            .await?;
            if work.is_wrong() {
                let again = Again::drafted(&typed, &work, &FIELDS);
                return show_unsaved(&visitor, &id, &again).await;
            }
        }
    }
    Ok(talk.back_to("promises"))
}

/// The promise that the fields make, or what is wrong with each.
fn made(visitor: &Visitor, typed: &Typed) -> Result<Promise, Again> {
    let words = visitor.words;
    let whose = WHOSES
        .into_iter()
        .find(|(_, value)| *value == typed.get("whose"))
        .map(|(whose, _)| whose);
    let Some(whose) = whose else {
        return Err(Again::one(typed, "whose", words.say("promises-error-who")));
    };
    let Ok(by) = typed.date("by") else {
        return Err(Again::one(typed, "by", words.say("promises-error-when")));
    };
    Promise::made(whose, typed.get("what"), by, visitor.today).map_err(|refusal| {
        let field = if matches!(refusal, Refusal::DateInPast { .. }) {
            "by"
        } else {
            "what"
        };
        Again::refused(visitor, typed, field, &refusal)
    })
}

/// `act`: `keep` a promise of this conversation, or `move` it to the date `by`. `back` is the workspace it stood in.
pub async fn settle(
    visitor: Visitor,
    Path((id, number)): Path<(String, String)>,
    typed: Typed,
) -> Result<Response, Fault> {
    let talk = Talk::load(&visitor, &id).await?;
    talk.side()?;
    let number: usize = number.parse().map_err(|_| Fault::NotFound)?;
    let back = Some(typed.get("back"))
        .filter(|back| back.starts_with("/conversations/"))
        .map_or_else(|| talk.path(), ToOwned::to_owned);
    let here = match back.strip_prefix("/conversations/") {
        Some(other) if other != talk.stream.key => Talk::load(&visitor, other).await?,
        _ => Talk::load(&visitor, &id).await?,
    };
    let field = format!("by-{}-{number}", talk.stream.key);
    let command = match typed.get("act") {
        "keep" => Conversation::KeepPromise { number },
        _ => match typed.date("by") {
            Ok(by) => Conversation::MovePromise { number, by },
            Err(_) => {
                return show_again(
                    &visitor,
                    &here,
                    &Again::one(&typed, &field, visitor.words.say("promises-error-when")),
                )
                .await;
            }
        },
    };
    let key = crate::components::FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    };
    match visitor
        .carry_out(
            talk.stream.clone(),
            key,
            Command::Conversation(command),
            vec![],
        )
        .await
    {
        Ok(_) => Ok(Redirect::to(&format!("{back}#promises")).into_response()),
        Err(record::Fault::Refused(refusal @ Refusal::DateInPast { .. })) => {
            let text = refusals::sentence(visitor.words, &refusal);
            show_again(&visitor, &here, &Again::one(&typed, &field, text)).await
        }
        Err(fault) => Err(fault.into()),
    }
}
