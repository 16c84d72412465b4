//! What stands in a form whose texts save themselves: what was typed into the one that came back, else what its author
//! drafted; and what is wrong with it. Used by every room whose work is drafted before it is shared.

use crate::components::{Autosave, FieldError, error_summary, hidden};
use crate::drafts;
use crate::fault::Fault;
use crate::refusals::sentence;
use crate::typed::Typed;
use crate::visitor::Visitor;
use domain::text::{Field, LONGEST};
use domain::{Draft, PersonId, Refusal, Stream};
use maud::Markup;
use record::{LONGEST_DRAFT, Saved};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The form beside one thing, as its author sees it.
pub struct Form<'a> {
    visitor: &'a Visitor,
    pub thing: Stream,
    drafts: Vec<Draft>,
    typed: Typed,
    errors: Vec<FieldError>,
    about: Option<PersonId>,
}

impl<'a> Form<'a> {
    /// With what the visitor drafted beside the thing.
    pub async fn of(visitor: &'a Visitor, thing: &Stream) -> Result<Self, Fault> {
        let drafts = visitor.app.record().drafts(&visitor.actor, thing).await?;
        Ok(Self {
            visitor,
            thing: thing.clone(),
            drafts,
            typed: Typed::default(),
            errors: vec![],
            about: None,
        })
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
        drafts::own(&self.drafts, self.visitor.id(), field).map_or(shared, |draft| &draft.text)
    }

    /// Names of the fields in which the visitor has drafted something.
    pub fn drafted(&self) -> impl Iterator<Item = &str> {
        self.drafts
            .iter()
            .filter(|draft| draft.author == self.visitor.id() && !draft.text.is_empty())
            .map(|draft| draft.field.as_str())
    }

    pub fn autosave(&self, field: &str) -> Autosave {
        let mut saving = drafts::autosave(&self.drafts, self.visitor, &self.thing, field);
        if let Some(teacher) = self.about {
            saving.url = format!("{}?of={teacher}", saving.url);
        }
        saving
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

    /// The revision of each field that the page shows: sent with the form, so that a field which nobody touched there
    /// does not undo what another page saved meanwhile.
    pub fn shown(&self) -> Markup {
        let own = self
            .drafts
            .iter()
            .filter(|draft| draft.author == self.visitor.id());
        let revisions: Vec<String> = own
            .map(|draft| format!("{}={}", draft.field, draft.version))
            .collect();
        hidden("shown", &revisions.join(" "))
    }

    /// Saves what was typed into these fields. A text that is too long is not saved, stays in the form and is named.
    pub async fn save(
        &mut self,
        typed: &Typed,
        is_field: impl Fn(&str) -> bool,
    ) -> Result<(), Fault> {
        let shown: BTreeMap<String, u64> = typed
            .get("shown")
            .split(' ')
            .filter_map(|pair| pair.split_once('='))
            .filter_map(|(field, version)| Some((field.to_owned(), version.parse().ok()?)))
            .collect();
        let mut kept = vec![];
        for (field, text) in typed.fields().iter().filter(|(field, _)| is_field(field)) {
            let text = text.replace("\r\n", "\n");
            let shown = shown.get(field).copied().unwrap_or(0);
            if self.save_one(field, &text, shown).await? {
                kept.push((field.clone(), text));
            }
        }
        self.drafts = self
            .visitor
            .app
            .record()
            .drafts(&self.visitor.actor, &self.thing)
            .await?;
        self.typed = Typed::from(kept);
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

    /// Whether what was typed stands; false where the page's author did not touch the field and another page saved it.
    async fn save_one(&mut self, field: &str, text: &str, shown: u64) -> Result<bool, Fault> {
        let (mut version, before) = drafts::own(&self.drafts, self.visitor.id(), field)
            .map_or((0, ""), |draft| (draft.version, draft.text.as_str()));
        if before == text {
            return Ok(true);
        }
        let record = self.visitor.app.record();
        if version != shown {
            let revisions = record
                .draft_revisions(&self.visitor.actor, &self.thing, field)
                .await?;
            let was = revisions
                .iter()
                .find(|draft| draft.version == shown)
                .map_or("", |draft| draft.text.as_str());
            if was == text {
                return Ok(false);
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
        // A text on its way from the same page may come in between; what the form carries is what its author sent last.
        while let Saved::Conflict { version: now, .. } = record
            .save_draft(&self.visitor.actor, &self.thing, field, version, text)
            .await?
        {
            version = now;
        }
        Ok(true)
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
