//! One of a few, or several of a few.

use maud::{Markup, Render, html};
use words::Words;

use super::Autosave;
use super::kept::{kept_line, saves};

/// One choice.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What a person reads.
    pub label: Markup,
    /// What it means or costs, under the label.
    pub hint: Option<Markup>,
}

impl Choice {
    /// A choice without a hint.
    pub fn new(value: impl Into<String>, label: impl Render) -> Self {
        Self {
            value: value.into(),
            label: html! { (label) },
            hint: None,
        }
    }

    /// What it means or costs.
    pub fn hint(mut self, text: impl Render) -> Self {
        self.hint = Some(html! { (text) });
        self
    }
}

/// A group of choices. None is chosen before a person chooses, unless a value is given.
#[derive(Clone, Debug)]
pub struct Choices {
    id: String,
    legend: Markup,
    kind: &'static str,
    choices: Vec<Choice>,
    chosen: Vec<String>,
    sees: Option<Markup>,
    hint: Option<Markup>,
    error: Option<String>,
    autosave: Option<Autosave>,
}

impl Choices {
    /// One of these. `name` is sent, and is the id of the first choice.
    pub fn one(name: impl Into<String>, legend: impl Render, choices: Vec<Choice>) -> Self {
        Self::new(name, legend, "radio", choices)
    }

    /// Any number of these.
    pub fn many(name: impl Into<String>, legend: impl Render, choices: Vec<Choice>) -> Self {
        Self::new(name, legend, "checkbox", choices)
    }

    fn new(
        name: impl Into<String>,
        legend: impl Render,
        kind: &'static str,
        choices: Vec<Choice>,
    ) -> Self {
        Self {
            id: name.into(),
            legend: html! { (legend) },
            kind,
            choices,
            chosen: Vec::new(),
            sees: None,
            hint: None,
            error: None,
            autosave: None,
        }
    }

    /// What is chosen.
    pub fn chosen(mut self, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.chosen = values.into_iter().map(Into::into).collect();
        self
    }

    /// Who will see it.
    pub fn sees(mut self, text: impl Render) -> Self {
        self.sees = Some(html! { (text) });
        self
    }

    /// What is wanted.
    pub fn hint(mut self, text: impl Render) -> Self {
        self.hint = Some(html! { (text) });
        self
    }

    /// What happened and what to do, if it was refused.
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// Saves itself when a choice is made.
    pub fn autosave(mut self, autosave: Autosave) -> Self {
        self.autosave = Some(autosave);
        self
    }

    /// The labels of values that are kept one a line.
    fn labels(&self, lines: &str) -> Markup {
        let is_chosen = |choice: &&Choice| lines.lines().any(|line| line == choice.value);
        html! { @for choice in self.choices.iter().filter(is_chosen) { (choice.label) br; } }
    }

    /// The group.
    pub fn markup(&self, words: Words) -> Markup {
        let part = |name: &str| format!("{}-{name}", self.id);
        let saving = self.autosave.as_ref();
        let described: Vec<String> = [
            ("sees", self.sees.is_some()),
            ("hint", self.hint.is_some()),
            ("error", self.error.is_some()),
        ]
        .into_iter()
        .filter(|(_, there)| *there)
        .map(|(name, _)| part(name))
        .collect();
        html! {
            fieldset class={ "field" @if self.error.is_some() { " wrong" } }
                aria-describedby=[(!described.is_empty()).then(|| described.join(" "))]
                data-autosave=[saving.map(|saving| &saving.url)]
            {
                legend { (self.legend) }
                @if let Some(sees) = &self.sees { p.sees id=(part("sees")) { (sees) } }
                @if let Some(hint) = &self.hint { p.hint id=(part("hint")) { (hint) } }
                @if let Some(error) = &self.error { p.wrong-text id=(part("error")) { (super::shape(super::Shape::FullDiamond)) span { (error) } } }
                @for (at, choice) in self.choices.iter().enumerate() {
                    @let id = if at == 0 { self.id.clone() } else { format!("{}-{}", self.id, at + 1) };
                    @let chosen = self.chosen.contains(&choice.value);
                    div.tick {
                        input type=(self.kind) id=(id) name=(self.id) value=(choice.value) checked[chosen];
                        label for=(id) { (choice.label) @if let Some(hint) = &choice.hint { span.hint { (hint) } } }
                    }
                }
                @if let Some(saving) = saving { p.under { (kept_line(words, saving)) } (saves(words, saving, false, |lines| self.labels(lines))) }
            }
        }
    }
}

/// One box that may be ticked; `value` is sent when it is.
pub fn tick(name: &str, value: &str, ticked: bool, label: impl Render) -> Markup {
    html! {
        div.tick {
            input type="checkbox" id=(name) name=(name) value=(value) checked[ticked];
            label for=(name) { (label) }
        }
    }
}
