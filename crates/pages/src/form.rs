//! What stands in a form whose texts save themselves: what was typed into the one that came back, else what its author
//! drafted; and what is wrong with it. Used by every room whose work is drafted before it is shared.

use crate::components::{Autosave, BOTH, FieldError, TAKE, THEIRS, error_summary};
use crate::drafts::{self, Shown};
use crate::fault::Fault;
use crate::refusals::sentence;
use crate::typed::Typed;
use crate::visitor::Visitor;
use axum::http::StatusCode;
use domain::text::{Field, LONGEST};
use domain::{Draft, PersonId, Refusal, Stream};
use maud::Markup;
use record::{LONGEST_DRAFT, Saved};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// The form beside one thing, as its author sees it.
pub struct Form<'a> {
    visitor: &'a Visitor,
    pub thing: Stream,
    drafts: Vec<Draft>,
    typed: Typed,
    errors: Vec<FieldError>,
    about: Option<PersonId>,
    asked: Asked,
}

/// Fields that another page saved otherwise meanwhile: nothing is overwritten, and their author chooses.
pub type Asked = BTreeSet<String>;

/// What a form that was sent is saved for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// To be kept: a field that nobody touched leaves alone what another page saved.
    Later,
    /// To be shared as its page showed it: whatever another page saved meanwhile is shown first.
    Others,
}

impl For {
    /// By the button that was pressed. The buttons of a field only keep: its own "save", and the choice between two texts.
    pub fn of(typed: &Typed) -> Self {
        let act = typed.get("act");
        let only_keeps = ["", "save"].contains(&act)
            || [TAKE, BOTH].iter().any(|choice| act.starts_with(choice));
        if only_keeps {
            Self::Later
        } else {
            Self::Others
        }
    }
}

impl<'a> Form<'a> {
    /// With what the visitor drafted beside the thing.
    pub async fn of(visitor: &'a Visitor, thing: &Stream) -> Result<Self, Fault> {
        let drafts = visitor.app.record().drafts(&visitor.actor, thing).await?;
        Ok(Self::with(visitor, thing, drafts))
    }

    /// With drafts that were read before.
    pub fn with(visitor: &'a Visitor, thing: &Stream, drafts: Vec<Draft>) -> Self {
        Self {
            visitor,
            thing: thing.clone(),
            drafts,
            typed: Typed::default(),
            errors: vec![],
            about: None,
            asked: Asked::new(),
        }
    }

    /// Whose lesson it is, kept with the first word that saves itself.
    pub fn about(self, teacher: PersonId) -> Self {
        Self {
            about: Some(teacher),
            ..self
        }
    }

    /// What stands in a field; empty where nothing was written.
    pub fn value(&self, field: &str) -> &str {
        self.value_or(field, "")
    }

    /// What stands in a field; where nothing was typed or drafted, what is on the record.
    pub fn value_or<'s>(&'s self, field: &str, shared: &'s str) -> &'s str {
        if self.typed.fields().iter().any(|(name, _)| name == field) {
            return self.typed.get(field);
        }
        self.draft(field).map_or(shared, |draft| &draft.text)
    }

    fn draft(&self, field: &str) -> Option<&Draft> {
        drafts::own(&self.drafts, self.visitor.id(), field)
    }

    /// Names of the fields in which the visitor has drafted something.
    pub fn drafted(&self) -> impl Iterator<Item = &str> {
        self.drafts
            .iter()
            .filter(|draft| draft.author == self.visitor.id() && !draft.text.is_empty())
            .map(|draft| draft.field.as_str())
    }

    /// How a field saves itself that is empty until something is drafted.
    pub fn autosave(&self, field: &str) -> Autosave {
        self.autosave_or(field, "")
    }

    /// The same for a field in which something else stands until then.
    pub fn autosave_or(&self, field: &str, shared: &str) -> Autosave {
        let draft = self.draft(field);
        let about = self.about.map(|teacher| format!("?of={teacher}"));
        let at = draft.map(|draft| self.visitor.local(draft.at).time());
        Autosave {
            url: drafts::address(&self.thing, field) + &about.unwrap_or_default(),
            field: field.to_owned(),
            shown: Shown::of(draft, shared).to_string(),
            saved: at,
            elsewhere: draft
                .filter(|_| self.asked.contains(field))
                .map(|draft| draft.text.clone()),
        }
    }

    /// What is wrong with a field.
    pub fn error(&self, field: &str) -> Option<String> {
        self.errors
            .iter()
            .find(|error| error.field == field)
            .map(|error| error.text.clone())
    }

    pub fn is_wrong(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Puts a sentence beside a field; the first of a field stays.
    pub fn wrong(&mut self, field: &str, text: String) {
        if self.error(field).is_none() {
            self.errors.push(FieldError {
                field: field.to_owned(),
                text,
            });
        }
    }

    /// The same with the sentence of a refusal.
    pub fn refused(&mut self, field: &str, refusal: &Refusal) {
        self.wrong(field, sentence(self.visitor.words, refusal));
    }

    /// The list of what is wrong, above the form.
    pub fn summary(&self) -> Markup {
        error_summary(self.visitor.words, &self.errors)
    }

    /// What the browser typed, with nothing saved: for fields that are no drafts.
    pub fn take(&mut self, typed: Typed) {
        self.typed = typed;
    }

    /// The same with what was asked before.
    pub fn take_again(&mut self, typed: Typed, asked: Asked) {
        self.typed = typed;
        self.asked = asked;
    }

    pub fn asked(&self) -> &Asked {
        &self.asked
    }

    /// Of the page that comes back with what is wrong.
    pub fn status(&self) -> StatusCode {
        if self.asked.is_empty() {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::CONFLICT
        }
    }

    /// Saves what was typed into these fields. Never over what another page saved since this one was made: such a field
    /// comes back with both texts. A text that is too long is not saved either, stays in the form and is named.
    pub async fn save(
        &mut self,
        typed: &Typed,
        why: For,
        is_field: impl Fn(&str) -> bool,
    ) -> Result<(), Fault> {
        let shown = shown(typed);
        // A group in which nothing is chosen sends nothing, but its page showed it.
        let sent = typed.fields().iter().map(|(field, _)| field);
        let mut fields: Vec<&String> = vec![];
        for field in sent.chain(shown.keys()).filter(|field| is_field(field)) {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        let mut kept = vec![];
        for field in fields {
            let text = chosen(typed, field);
            let shown = shown.get(field).cloned().unwrap_or_default();
            if self.save_one(field, &text, &shown, why).await? {
                kept.push((field.to_owned(), text));
            }
        }
        self.read_again().await?;
        self.typed = Typed::from(kept);
        Ok(())
    }

    fn ask(&mut self, field: &str) {
        self.asked.insert(field.to_owned());
        self.wrong(field, self.visitor.words.say("kept-conflict"));
    }

    async fn read_again(&mut self) -> Result<(), Fault> {
        let record = self.visitor.app.record();
        self.drafts = record.drafts(&self.visitor.actor, &self.thing).await?;
        Ok(())
    }

    /// Empties fields whose text went on into something else. What another page began there meanwhile stays.
    pub async fn empty(&mut self, typed: &Typed, fields: &[&str]) -> Result<(), Fault> {
        let shown = shown(typed);
        for field in fields {
            let now = self.draft(field);
            let shown = shown.get(*field).cloned().unwrap_or_default();
            let went_on = now.is_some_and(|now| now.text == typed.lines(field));
            if let Some(now) = now.filter(|_| went_on || !shown.is_behind(now)) {
                self.visitor
                    .app
                    .record()
                    .save_draft(&self.visitor.actor, &self.thing, field, now.version, "")
                    .await?;
            }
        }
        Ok(())
    }

    /// Throws away what the form itself saved once that is on the record: a form that is sent twice would else leave the
    /// same words begun anew.
    pub async fn forget(&self) -> Result<(), Fault> {
        let record = self.visitor.app.record();
        for (field, _) in self.typed.fields() {
            record
                .discard(&self.visitor.actor, &self.thing, Some(field))
                .await?;
        }
        Ok(())
    }

    /// Whether what was typed stands; false where nobody touched the field here and another page saved it.
    async fn save_one(
        &mut self,
        field: &str,
        text: &str,
        shown: &Shown,
        why: For,
    ) -> Result<bool, Fault> {
        let now = self.draft(field);
        let version = now.map_or(0, |draft| draft.version);
        if now.map_or("", |draft| &draft.text) == text {
            return Ok(true);
        }
        if shown.is_behind(now) {
            if why == For::Later && shown.stood(text) {
                return Ok(false);
            }
            // Where nothing is drafted any more, nothing is overwritten.
            if now.is_some() {
                self.ask(field);
                return Ok(true);
            }
        }
        if text.len() > LONGEST_DRAFT {
            self.refused(
                field,
                &Refusal::TooLong {
                    field: Field::Evidence,
                    longest: LONGEST,
                },
            );
            return Ok(true);
        }
        let saved = self
            .visitor
            .app
            .record()
            .save_draft(&self.visitor.actor, &self.thing, field, version, text)
            .await?;
        if matches!(saved, Saved::Conflict { .. }) {
            self.ask(field);
        }
        Ok(true)
    }
}

/// What the page showed of each field.
fn shown(typed: &Typed) -> BTreeMap<String, Shown> {
    typed
        .all("shown")
        .filter_map(|one| one.split_once('='))
        .filter_map(|(field, shown)| Some((field.to_owned(), shown.parse().ok()?)))
        .collect()
}

/// What was typed into a field, or chosen where its page showed two texts.
fn chosen(typed: &Typed, field: &str) -> String {
    let text = typed.lines(field);
    let act = typed.get("act");
    let theirs = typed.lines(&format!("{THEIRS}{field}"));
    if act.strip_prefix(TAKE) == Some(field) {
        theirs
    } else if act.strip_prefix(BOTH) == Some(field) {
        format!("{text}\n\n{theirs}")
    } else {
        text
    }
}

/// A word that changes with the content: a page of confirmation sends back which wording it showed.
pub fn wording(content: &impl Serialize) -> String {
    let content = serde_json::to_vec(content).unwrap_or_default();
    Sha256::digest(content)
        .iter()
        .take(12)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A text as the record keeps it; one that the record would refuse stays as it was typed.
pub fn clean(text: &str) -> String {
    domain::text::optional(Field::Evidence, text).unwrap_or_else(|_| text.to_owned())
}
