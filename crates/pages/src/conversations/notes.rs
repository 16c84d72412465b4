//! Notes: shared ones that both sides see as they are written, and private ones that never print. Shared notes go on the
//! record with the second "we met"; until then they are working text.

use super::{Again, Talk, show_again, show_unsaved};
use crate::components::{
    Field, Note, Shape, Tone, button_named, clock, empty, form, hidden, notes as list, state,
};
use crate::fault::Fault;
use crate::form::{For, Form};
use crate::typed::Typed;
use crate::visitor::{Visitor, form_key};
use axum::extract::Path;
use axum::response::Response;
use domain::conversations::NOTE_FIELD;
use domain::text::{self, Field as TextField};
use domain::{Draft, Refusal};
use maud::{Markup, html};
use record::Saved;

/// The note that is being written; with "add" it becomes one of the list.
const OPEN: &str = "note.open";
/// Their controls and their drafts.
const FIELDS: [(&str, &str); 2] = [("note", OPEN), (PRIVATE, PRIVATE)];
/// For oneself. No rationale can cite it: it is no evidence and never leaves the drafts.
const PRIVATE: &str = "private";

fn shared<'t>(talk: &'t Talk, visitor: &Visitor) -> Vec<&'t Draft> {
    let mut notes: Vec<&Draft> = talk
        .drafts
        .iter()
        .filter(|draft| draft.field.starts_with(NOTE_FIELD) && !draft.text.trim().is_empty())
        .filter(|draft| draft.author != visitor.id() || draft.field != OPEN)
        .collect();
    notes.sort_by_key(|draft| draft.at);
    notes
}

/// The shared notes, and the field for the next one while the conversation is open.
pub fn matter(visitor: &Visitor, talk: &Talk, again: &Again, work: &Form<'_>) -> Markup {
    let words = visitor.words;
    if talk.it.is_held() {
        let notes: Vec<Note> = talk
            .it
            .notes
            .iter()
            .map(|note| on_record(visitor, talk, note))
            .collect();
        return if notes.is_empty() {
            empty(words.say("notes-none"), None)
        } else {
            list(&notes)
        };
    }
    if talk.seat.side().is_none() {
        return html! { p { (words.say("notes-of-the-two")) } };
    }
    let notes: Vec<Note> = shared(talk, visitor)
        .into_iter()
        .map(|draft| working(visitor, talk, draft))
        .collect();
    html! {
        @if notes.is_empty() { p.by { (words.say("notes-none-yet")) } } @else { (list(&notes)) }
        @if talk.it.is_open() { div.no-print { (next(visitor, talk, again, work)) } }
    }
}

fn on_record(visitor: &Visitor, talk: &Talk, note: &domain::conversations::Note) -> Note {
    let name = talk
        .page
        .people
        .get(&note.by)
        .map_or_else(String::new, |it| it.name.full());
    Note {
        who: name,
        at: clock(visitor.words, visitor.local(note.at).time()),
        said: html! { (note.text) },
        more: None,
    }
}

fn working(visitor: &Visitor, talk: &Talk, draft: &Draft) -> Note {
    let words = visitor.words;
    let own = draft.author == visitor.id();
    let name = talk
        .page
        .people
        .get(&draft.author)
        .map_or_else(String::new, |it| it.name.full());
    let take_back = own.then(|| {
        form(&format!("{}/notes", talk.path()), &form_key(None), html! {
            (hidden("field", &draft.field))
            button.btn.btn-plain type="submit" name="act" value="remove" aria-label=(words.with("notes-take-back-label", &[("time", visitor.clock_time(draft.at).into())])) { (words.say("notes-take-back")) }
        })
    });
    let writing = (!own && draft.field == OPEN).then(|| {
        state(
            Shape::Half,
            Tone::Plain,
            words.with("notes-writing", &[("name", talk.other(visitor).into())]),
        )
    });
    Note {
        who: name,
        at: clock(words, visitor.local(draft.at).time()),
        said: html! { (draft.text) },
        more: take_back.or(writing),
    }
}

fn next(visitor: &Visitor, talk: &Talk, again: &Again, work: &Form<'_>) -> Markup {
    let words = visitor.words;
    form(
        &format!("{}/notes", talk.path()),
        &form_key(Some(talk.version)),
        html! {
            (hidden("note_id", &uuid::Uuid::new_v4().to_string()))
            (Field::area("note", words.say("notes-next"))
                .sees(words.with("notes-sees", &[("name", talk.other(visitor).into())]))
                .value(again.value("note", work.value(OPEN)))
                .error(again.error("note"))
                .autosave(work.autosave(OPEN))
                .markup(words))
            div.acts { (button_named("act", "add", words.say("notes-add"))) a href=(talk.path() + "#notes") { (words.say("notes-look-again")) } }
        },
    )
}

/// One's own notes, never printed.
pub fn private(visitor: &Visitor, talk: &Talk, work: &Form<'_>) -> Markup {
    let words = visitor.words;
    form(
        &format!("{}/notes", talk.path()),
        &form_key(Some(talk.version)),
        html! {
            (Field::area("own-note", words.say("notes-private-label"))
                .name(PRIVATE)
                .sees(html! { b { (words.say("notes-private-sees")) } " " (words.say("notes-private-law")) })
                .value(work.value(PRIVATE))
                .error(work.asked().contains(PRIVATE).then(|| words.say("kept-conflict")))
                .autosave(work.autosave(PRIVATE))
                .markup(words))
        },
    )
}

/// `act`: `add` a shared note, `remove` one's own, or `save` what stands in the fields, without scripts.
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
            open(&talk)?;
            let text = match text::required(TextField::Note, typed.get("note")) {
                Ok(text) => text,
                Err(refusal) => {
                    return show_again(
                        &visitor,
                        &talk,
                        &Again::refused(&visitor, &typed, "note", &refusal),
                    )
                    .await;
                }
            };
            add(&visitor, &talk, typed.get("note_id"), &text).await?;
            talk.work(&visitor)
                .empty(&typed.renamed(&FIELDS), &[OPEN])
                .await?;
            Ok(talk.back_to("notes"))
        }
        "remove" => {
            open(&talk)?;
            let field = typed.get("field");
            if !field.starts_with(NOTE_FIELD) {
                return Err(Fault::Unreadable);
            }
            record
                .discard(&visitor.actor, &talk.stream, Some(field))
                .await?;
            Ok(talk.back_to("notes"))
        }
        _ => {
            let mut work = talk.work(&visitor);
            work.save(&typed.renamed(&FIELDS), For::Later, |name| {
                [OPEN, PRIVATE].contains(&name)
            })
            .await?;
            if work.is_wrong() {
                let again = Again::drafted(&typed, &work, &FIELDS);
                return show_unsaved(&visitor, &id, &again).await;
            }
            Ok(talk.back_to(
                if typed.fields().iter().any(|(field, _)| field == "private") {
                    "private"
                } else {
                    "notes"
                },
            ))
        }
    }
}

/// Working text is only written while the conversation is open.
pub(super) fn open(talk: &Talk) -> Result<(), Fault> {
    match (talk.it.is_open(), talk.it.is_held()) {
        (true, _) => Ok(()),
        (false, true) => Err(Refusal::ConversationHeld.into()),
        (false, false) => Err(Refusal::ConversationCancelled.into()),
    }
}

/// The page gave the note its id, so that a form sent twice adds one note.
async fn add(visitor: &Visitor, talk: &Talk, id: &str, text: &str) -> Result<(), Fault> {
    let record = visitor.app.record();
    let id = id.parse().unwrap_or_else(|_| uuid::Uuid::new_v4());
    let field = |id: uuid::Uuid| format!("{NOTE_FIELD}{id}");
    let saved = record
        .save_draft(&visitor.actor, &talk.stream, &field(id), 0, text)
        .await?;
    if let Saved::Conflict { .. } = saved {
        record
            .save_draft(
                &visitor.actor,
                &talk.stream,
                &field(uuid::Uuid::new_v4()),
                0,
                text,
            )
            .await?;
    }
    Ok(())
}
