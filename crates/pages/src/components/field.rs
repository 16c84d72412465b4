//! A field: label, who sees it, hint, control, error, and whether it is kept, in this order.

use maud::{Markup, Render, html};
use words::Words;

use super::kept::{kept_line, saves};
use super::{Autosave, Choice};

/// One field with its control.
#[derive(Clone, Debug)]
pub struct Field {
    id: String,
    name: String,
    label: Markup,
    control: Control,
    value: String,
    sees: Option<Markup>,
    hint: Option<Markup>,
    error: Option<String>,
    optional: bool,
    quiet: bool,
    lines: u8,
    count_to: Option<Option<u32>>,
    autosave: Option<Autosave>,
    beside: Option<Markup>,
    extra: Extra,
}

#[derive(Clone, Debug)]
enum Control {
    Input(&'static str),
    Area,
    Select(Vec<Choice>),
}

/// Limits and helps of a control, as HTML names them.
#[derive(Clone, Debug, Default)]
struct Extra {
    min: Option<String>,
    max: Option<String>,
    step: Option<String>,
    accept: Option<String>,
    multiple: bool,
    autocomplete: Option<&'static str>,
    language: Option<&'static str>,
}

impl Field {
    /// One line of words.
    pub fn text(id: impl Into<String>, label: impl Render) -> Self {
        Self::new(id, label, Control::Input("text"))
    }

    /// A date, sent as `2027-01-14`.
    pub fn date(id: impl Into<String>, label: impl Render) -> Self {
        Self::new(id, label, Control::Input("date"))
    }

    /// A time, sent as `14:45`.
    pub fn time(id: impl Into<String>, label: impl Render) -> Self {
        Self::new(id, label, Control::Input("time"))
    }

    /// A number.
    pub fn number(id: impl Into<String>, label: impl Render) -> Self {
        Self::new(id, label, Control::Input("number"))
    }

    /// An e-mail address.
    pub fn email(id: impl Into<String>, label: impl Render) -> Self {
        Self::new(id, label, Control::Input("email")).autocomplete("username")
    }

    /// A secret; what was typed is never sent back.
    pub fn password(id: impl Into<String>, label: impl Render) -> Self {
        Self::new(id, label, Control::Input("password")).autocomplete("current-password")
    }

    /// A file.
    pub fn file(id: impl Into<String>, label: impl Render) -> Self {
        Self::new(id, label, Control::Input("file"))
    }

    /// Words of any length, in the serif.
    pub fn area(id: impl Into<String>, label: impl Render) -> Self {
        Self::new(id, label, Control::Area)
    }

    /// One of several, more than about six; fewer are better as [`super::Choices`].
    pub fn select(id: impl Into<String>, label: impl Render, choices: Vec<Choice>) -> Self {
        Self::new(id, label, Control::Select(choices))
    }

    fn new(id: impl Into<String>, label: impl Render, control: Control) -> Self {
        let id = id.into();
        Self {
            name: id.clone(),
            id,
            label: html! { (label) },
            control,
            value: String::new(),
            sees: None,
            hint: None,
            error: None,
            optional: false,
            quiet: false,
            lines: 4,
            count_to: None,
            autosave: None,
            beside: None,
            extra: Extra::default(),
        }
    }

    /// The name that is sent, where it is not the id.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// What stands in the control; for a select the chosen value.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
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

    /// May stay empty, and says so. Every other field is required.
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// May stay empty without saying so: a search.
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// Lines of an area before it grows.
    pub fn lines(mut self, lines: u8) -> Self {
        self.lines = lines;
        self
    }

    /// Counts words as they are typed, against a limit if there is one.
    pub fn counted(mut self, most: Option<u32>) -> Self {
        self.count_to = Some(most);
        self
    }

    /// Saves itself; then it stands in a form whose submit saves too.
    pub fn autosave(mut self, autosave: Autosave) -> Self {
        self.autosave = Some(autosave);
        self
    }

    /// Stands at the end of the line under the control: "Ms Castellano is writing".
    pub fn beside(mut self, text: impl Render) -> Self {
        self.beside = Some(html! { (text) });
        self
    }

    /// The least value, as the control writes it.
    pub fn min(mut self, value: impl Into<String>) -> Self {
        self.extra.min = Some(value.into());
        self
    }

    /// The greatest value, as the control writes it.
    pub fn max(mut self, value: impl Into<String>) -> Self {
        self.extra.max = Some(value.into());
        self
    }

    /// The step of a number; `any` for decimals.
    pub fn step(mut self, value: impl Into<String>) -> Self {
        self.extra.step = Some(value.into());
        self
    }

    /// Kinds of files, as HTML lists them.
    pub fn accept(mut self, kinds: impl Into<String>) -> Self {
        self.extra.accept = Some(kinds.into());
        self
    }

    /// Several files at once.
    pub fn multiple(mut self) -> Self {
        self.extra.multiple = true;
        self
    }

    /// What a browser may fill in (HTML, autofill).
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.extra.autocomplete = Some(token);
        self
    }

    /// The language of what is typed, where it is not the page's: for spelling and speech.
    pub fn language(mut self, tag: &'static str) -> Self {
        self.extra.language = Some(tag);
        self
    }

    /// The field.
    pub fn markup(&self, words: Words) -> Markup {
        let part = |name: &str| format!("{}-{name}", self.id);
        let saving = self.autosave.as_ref();
        html! {
            div class={ "field" @if self.error.is_some() { " wrong" } }
                data-autosave=[saving.map(|saving| &saving.url)]
            {
                label for=(self.id) {
                    (self.label)
                    @if self.optional { " " span.optional { (words.say("field-optional")) } }
                }
                @if let Some(sees) = &self.sees { p.sees id=(part("sees")) { (sees) } }
                @if let Some(hint) = &self.hint { p.hint id=(part("hint")) { (hint) } }
                @if let Some(error) = &self.error { p.wrong-text id=(part("error")) { (super::shape(super::Shape::FullDiamond)) span { (error) } } }
                (self.control(words))
                @if saving.is_some() || self.count_to.is_some() || self.beside.is_some() {
                    p.under {
                        @if let Some(saving) = saving { (kept_line(words, saving)) }
                        @if let Some(most) = self.count_to { (self.count(words, most)) }
                        @if let Some(beside) = &self.beside { span.kept { (beside) } }
                    }
                }
                @if let Some(saving) = saving { (saves(words, saving, self.is_prose(), |value| self.said(words, value))) }
            }
        }
    }

    fn is_prose(&self) -> bool {
        matches!(self.control, Control::Area)
    }

    /// A value as it is read: a date and a time in words, a choice by its label.
    fn said(&self, words: Words, value: &str) -> Markup {
        let said = match &self.control {
            Control::Input("date") => value.parse().ok().map(|date| html! { (words.date(date)) }),
            Control::Input("time") => value.parse().ok().map(|time| html! { (words.time(time)) }),
            Control::Select(choices) => choices
                .iter()
                .find(|choice| choice.value == value)
                .map(|choice| choice.label.clone()),
            _ => None,
        };
        said.unwrap_or_else(|| html! { (value) })
    }

    fn described_by(&self) -> Option<String> {
        let parts: Vec<String> = [
            ("sees", self.sees.is_some()),
            ("hint", self.hint.is_some()),
            ("error", self.error.is_some()),
        ]
        .into_iter()
        .filter(|(_, there)| *there)
        .map(|(name, _)| format!("{}-{name}", self.id))
        .collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    fn control(&self, words: Words) -> Markup {
        let described = self.described_by();
        let invalid = self.error.as_ref().map(|_| "true");
        let extra = &self.extra;
        // A field that saves itself may be empty between two words; the act that ends the work checks it.
        let required = !self.optional && !self.quiet && self.autosave.is_none();
        let shown = |kind: &str| !matches!(kind, "password" | "file");
        html! {
            @match &self.control {
                Control::Input(kind) => {
                    input type=(kind) id=(self.id) name=(self.name) value=[shown(kind).then_some(&self.value)]
                        required[required] aria-describedby=[described] aria-invalid=[invalid]
                        min=[extra.min.as_ref()] max=[extra.max.as_ref()] step=[extra.step.as_ref()]
                        accept=[extra.accept.as_ref()] multiple[extra.multiple] autocomplete=[extra.autocomplete] lang=[extra.language];
                }
                Control::Area => {
                    textarea id=(self.id) name=(self.name) rows=(self.lines) required[required]
                        aria-describedby=[described] aria-invalid=[invalid] lang=[extra.language] { (self.value) }
                }
                Control::Select(choices) => {
                    select id=(self.id) name=(self.name) required[required]
                        aria-describedby=[described] aria-invalid=[invalid]
                    {
                        @if self.value.is_empty() { option value="" { (words.say("field-choose")) } }
                        @for choice in choices {
                            option value=(choice.value) selected[choice.value == self.value] { (choice.label) }
                        }
                    }
                }
            }
        }
    }

    fn count(&self, words: Words, most: Option<u32>) -> Markup {
        let count = self.value.split_whitespace().count();
        let say = |count: words::Value<'static>| match most {
            None => words.with("count-words", &[("count", count)]),
            Some(most) => words.with("count-words-of", &[("count", count), ("most", most.into())]),
        };
        html! {
            // The placeholders are filled by the script as a person types; plural and singular are both given.
            span.kept data-count=(self.id) data-most=[most]
                data-one=(say(1.into())) data-other=(say(words::Value::from(COUNTED)).replace(&COUNTED.to_string(), "{count}"))
            { (say(count.into())) }
        }
    }
}

/// Stands for a count of any number but one while the script's pattern is made.
const COUNTED: u32 = 918_273;

/// Short fields side by side; the first takes the whole width: what, who, by when.
pub fn field_group(fields: impl IntoIterator<Item = Markup>) -> Markup {
    html! { div.fields { @for field in fields { (field) } } }
}
