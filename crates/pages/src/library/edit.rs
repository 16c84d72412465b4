//! Another text for a page: written in both languages, saved as it is typed, shown as it would read, proposed.

use super::changes::changes;
use super::files::{FILE, size};
use super::list::{Shelf, shelf};
use super::prose::prose;
use super::spoken::spoken;
use super::{address, crumbs, keeper, stream, tell};
use crate::components::{
    Choice, Choices, Field, FieldError, FormKey, PageHead, Shape, Tone, acts, button, button_main,
    button_main_named, button_named, disclosure, disclosure_open, error_summary, form,
    form_with_files, hidden, link_plain, notice, page_head, rows, section, small, tick,
};
use crate::fault::Fault;
use crate::form::{For, Form};
use crate::notices::Announced;
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor, form_key};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::library::{Attachment, Change, Command as Library, Page, Readers, is_answer};
use domain::{Command, Refusal, text};
use maud::{Markup, html};
use policy::{Pack, Text};
use serde::Deserialize;
use words::Language;

const TEXTS: [&str; 3] = ["title", "summary", "body"];
/// Says that no word that may be a name is one.
const NAMES_SEEN: &str = "names_seen";
/// The field in which the files of a draft are kept, as JSON.
const FILES: &str = "files";

#[derive(Deserialize)]
pub struct Asked {
    preview: Option<String>,
}

/// What somebody is writing, over the page as it is shown now.
pub struct Draft<'a> {
    visitor: &'a Visitor,
    id: String,
    shelf: Shelf,
    pub form: Form<'a>,
    version: u64,
    now: Page,
    in_pack: bool,
    is_own: bool,
    declined: Option<domain::library::Declined>,
}

impl<'a> Draft<'a> {
    pub async fn of(visitor: &'a Visitor, id: &str) -> Result<Self, Fault> {
        if !policy::is_page_id(id) {
            return Err(Fault::NotFound);
        }
        let (_, pack) = visitor.open_year()?;
        let in_pack = pack.library.page(id).is_some();
        let shelf = shelf(visitor, "").await?;
        let record = visitor.app.record();
        let (entry, version) = record
            .library_entry(&shelf.library, &shelf.year, id)
            .await?;
        let form = Form::of(visitor, &stream(visitor, id)).await?;
        let now = shelf.library.page(id).map(|shown| shown.page.clone());
        // A page that is not there yet begins with its title, under its own address.
        if now.is_none() && version == 0 && form.drafted().next().is_none() {
            return Err(Fault::NotFound);
        }
        Ok(Self {
            id: id.to_owned(),
            now: now.unwrap_or_default(),
            in_pack,
            is_own: entry.published().is_some(),
            declined: entry
                .declined
                .filter(|declined| declined.proposed_by == visitor.id()),
            version,
            shelf,
            form,
            visitor,
        })
    }

    fn text(&self, of: &str, now: &Text) -> Text {
        let value = |language: &str| {
            self.form
                .value_or(&format!("{of}.{language}"), now.get(language))
                .to_owned()
        };
        Text {
            en: value("en"),
            es: value("es"),
        }
    }

    fn files(&self) -> Vec<Attachment> {
        serde_json::from_str(self.form.value(FILES)).unwrap_or_else(|_| self.now.files.clone())
    }

    /// Whoever reads the page now, one a line as the form sends it.
    fn audience_now(&self) -> String {
        let names: Vec<&str> = self.now.audience.iter().map(|one| one.as_str()).collect();
        names.join("\n")
    }

    fn audience(&self) -> Vec<Readers> {
        let now = self.audience_now();
        let named = self.form.value_or("audience", &now).to_owned();
        Readers::ALL
            .into_iter()
            .filter(|audience| named.lines().any(|line| line == audience.as_str()))
            .collect()
    }

    /// The page as it would be proposed.
    fn page(&self) -> Page {
        Page {
            topic: self.form.value_or("topic", &self.now.topic).to_owned(),
            title: self.text("title", &self.now.title),
            summary: self.text("summary", &self.now.summary),
            body: self.text("body", &self.now.body),
            audience: self.audience(),
            files: self.files(),
        }
    }

    async fn keep_files(&mut self, files: &[Attachment]) -> Result<(), Fault> {
        let files =
            serde_json::to_string(files).map_err(|error| Fault::Broken(error.to_string()))?;
        let thing = self.form.thing.clone();
        crate::drafts::note(self.visitor, &thing, FILES, &files).await
    }

    pub async fn add(&mut self, file: Attachment) -> Result<(), Fault> {
        let mut files = self.files();
        files.retain(|kept| kept.digest != file.digest);
        files.push(file);
        self.keep_files(&files).await
    }

    pub async fn remove(&mut self, digest: &str) -> Result<(), Fault> {
        let mut files = self.files();
        files.retain(|kept| kept.digest != digest);
        self.keep_files(&files).await
    }

    fn is_field(name: &str) -> bool {
        matches!(name, "reason" | "topic" | "audience")
            || name.split_once('.').is_some_and(|(of, language)| {
                TEXTS.contains(&of) && ["en", "es"].contains(&language)
            })
    }

    async fn save(&mut self, typed: &Typed) -> Result<(), Fault> {
        self.form.save(typed, For::of(typed), Self::is_field).await
    }

    fn refused(&mut self, refusal: &Refusal) {
        let field = match refusal {
            Refusal::Empty { field } | Refusal::TooLong { field, .. } => self.field_of(*field),
            Refusal::CannotBeShown { language, .. } => format!("body.{language}"),
            Refusal::NamesInText { .. } => NAMES_SEEN.to_owned(),
            Refusal::NoAudience => "audience".to_owned(),
            Refusal::NoSuchTopic => "topic".to_owned(),
            Refusal::TooManyFiles { .. } => FILE.to_owned(),
            _ => "reason".to_owned(),
        };
        self.form.refused(&field, refusal);
    }

    /// The first of both languages that the domain's field can mean.
    fn field_of(&self, field: text::Field) -> String {
        let of = match field {
            text::Field::Title => "title",
            text::Field::Summary => "summary",
            text::Field::Page => "body",
            _ => return "reason".to_owned(),
        };
        let page = self.page();
        let text = match field {
            text::Field::Title => &page.title,
            text::Field::Summary => &page.summary,
            _ => &page.body,
        };
        let language = if text.en.trim().is_empty()
            || text.en.len() > text.es.len() && !text.es.trim().is_empty()
        {
            "en"
        } else {
            "es"
        };
        format!("{of}.{language}")
    }

    fn key(&self) -> FormKey {
        form_key(Some(self.version))
    }

    /// The page with its form; with `preview` as it would read.
    pub fn show(&self, visitor: &Visitor, preview: bool) -> Markup {
        let words = visitor.words;
        let tag = words.language().tag();
        let pack = visitor.school_year.year.pack();
        let title = match self.now.title.get(tag) {
            "" => self.id.as_str(),
            title => title,
        };
        let head = PageHead {
            crumbs: crumbs(visitor, Some((&self.id, title)), words.say("library-edit")),
            title: words.with("library-edit-title", &[("title", title.into())]),
            lead: Some(html! { (words.say("library-edit-lead")) }),
            ..PageHead::default()
        };
        let body = html! {
            (self.form.summary())
            (page_head(words, &head))
            @if let Some(declined) = &self.declined {
                (section("declined", words.say("library-declined"), None, html! { p.said { (declined.reason) } }))
            }
            @if is_answer(&self.id) {
                (notice(Tone::Plain, Shape::Ring, words.say("library-of-answer"), html! { p { (words.say("library-of-answer-text")) } }))
            }
            (form(&format!("{}/edit", address(&self.id)), &self.key(), html! {
                @for language in Language::ALL { (self.fields(visitor, language)) }
                (section("place", words.say("library-place"), None, self.place(visitor, pack)))
                @if preview { @if let Some(pack) = pack { (self.preview(visitor, pack)) } }
                (section("propose", words.say("library-propose"), Some(&words.say("library-propose-hint")), html! {
                    (Field::area("reason", words.say("library-reason")).sees(words.say("library-reason-sees")).value(self.form.value("reason")).error(self.form.error("reason")).autosave(self.form.autosave("reason")).lines(2).markup(words))
                    @if let Some(named) = self.form.error(NAMES_SEEN) {
                        (notice(Tone::Soon, Shape::Diamond, words.say("library-names"), html! {
                            p { (named) }
                            (tick(NAMES_SEEN, "yes", false, words.say("library-names-seen")))
                        }))
                    }
                    (acts([
                        button_main_named("act", "propose", words.say("library-propose-button")),
                        button_named("act", "preview", words.say("library-preview-button")),
                        link_plain(&address(&self.id), words.say("library-edit-leave")),
                    ]))
                }))
            }))
            (section("files", words.say("library-files"), Some(&words.say("library-files-edit-hint")), self.file_forms(visitor)))
            @if self.in_pack && self.is_own {
                (section("pack", words.say("library-pack-again"), Some(&words.say("library-pack-again-hint")), form(&format!("{}/edit", address(&self.id)), &self.key(), html! {
                    (hidden("act", "pack"))
                    (Field::area("pack_reason", words.say("library-reason")).sees(words.say("library-reason-sees")).error(self.form.error("pack_reason")).lines(2).markup(words))
                    (acts([button(words.say("library-pack-again-button"))]))
                })))
            }
        };
        visitor.page(Sheet {
            room: "library",
            title: words.say("library-edit"),
            body,
            footer: None,
        })
    }

    fn fields(&self, visitor: &Visitor, language: Language) -> Markup {
        let words = visitor.words;
        let tag = language.tag();
        let page = self.page();
        let name = |of: &str| format!("{of}.{tag}");
        let field = |of: &str, field: Field, value: &Text, now: &Text| {
            let id = name(of);
            let saving = self.form.autosave_or(&id, now.get(tag));
            field
                .name(&id)
                .language(tag)
                .sees(words.say("library-text-sees"))
                .value(value.get(tag))
                .error(self.form.error(&id))
                .autosave(saving)
                .markup(words)
        };
        section(
            &format!("text-{tag}"),
            words.say(&format!("library-text-{tag}")),
            Some(&words.say("library-text-hint")),
            html! {
                (field("title", Field::text(name("title"), words.say("library-field-title")), &page.title, &self.now.title))
                (field("summary", Field::text(name("summary"), words.say("library-field-summary")), &page.summary, &self.now.summary))
                (field("body", Field::area(name("body"), words.say("library-field-body")).hint(words.say("library-field-body-hint")).lines(16), &page.body, &self.now.body))
            },
        )
    }

    fn place(&self, visitor: &Visitor, pack: Option<&Pack>) -> Markup {
        let words = visitor.words;
        let tag = words.language().tag();
        let page = self.page();
        let topics = pack.map_or(&[][..], |pack| &pack.library.topics);
        let choices = topics
            .iter()
            .map(|topic| Choice::new(&topic.id, topic.label.get(tag)))
            .collect();
        let readers = Readers::ALL.map(|audience| {
            let label = words.say(&format!("library-audience-{}", audience.as_str()));
            Choice::new(audience.as_str(), label)
        });
        html! {
            (Choices::one("topic", words.say("library-topic"), choices).chosen([page.topic.as_str()]).error(self.form.error("topic")).autosave(self.form.autosave_or("topic", &self.now.topic)).markup(words))
            (Choices::many("audience", words.say("library-audience"), readers.to_vec()).hint(words.say("library-audience-hint")).chosen(page.audience.iter().map(|one| one.as_str())).error(self.form.error("audience")).autosave(self.form.autosave_or("audience", &self.audience_now())).markup(words))
            (disclosure(words.say("library-directives"), html! {
                p { (words.say("library-directives-text")) }
                ul.directives { @for directive in pack.map(policy::directives).unwrap_or_default() { li { code { (directive) } } } }
            }))
        }
    }

    fn preview(&self, visitor: &Visitor, pack: &Pack) -> Markup {
        preview(visitor, pack, &self.now, &self.page())
    }

    fn file_forms(&self, visitor: &Visitor) -> Markup {
        let words = visitor.words;
        let files = self.files();
        html! {
            @if !files.is_empty() {
                (rows(files.iter().map(|file| html! {
                    (file.name) " " (small(size(visitor, file)))
                    (form(&format!("{}/files/remove", address(&self.id)), &form_key(None), html! {
                        (hidden("digest", &file.digest))
                        (acts([button(words.with("library-file-remove", &[("name", (&file.name).into())]))]))
                    }))
                })))
            }
            (form_with_files(&format!("{}/files", address(&self.id)), &form_key(None), html! {
                (Field::file(FILE, words.say("library-file")).hint(words.say("library-file-hint")).sees(words.say("library-text-sees")).accept(".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.txt").error(self.form.error(FILE)).markup(words))
                (acts([button(words.say("library-file-button"))]))
            }))
        }
    }
}

/// How a page would read in both languages, and what would change.
pub fn preview(visitor: &Visitor, pack: &Pack, now: &Page, next: &Page) -> Markup {
    let words = visitor.words;
    html! {
        @for language in Language::ALL {
            @let own = words::Words::new(language);
            @let tag = language.tag();
            @let as_read = |page: &Page| super::as_read(own, pack, page);
            div lang=(tag) {
                (section(&format!("preview-{tag}"), words.say(&format!("library-preview-{tag}")), None, html! {
                    h3 { (next.title.get(tag)) }
                    p { (next.summary.get(tag)) }
                    @if let Some(marked) = changes(words, &as_read(now), &as_read(next)) {
                        (disclosure_open(words.say(&format!("library-changes-{tag}")), marked))
                    }
                }))
                (prose(&spoken(own, pack, next.body.get(tag)), &own.say("library-about"), &format!("text-{tag}-part")))
            }
        }
    }
}

pub async fn edit(
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    keeper(&visitor)?;
    let draft = Draft::of(&visitor, &id).await?;
    if waits(&visitor, &draft).await? {
        return Ok(Redirect::to(&format!("{}/review", address(&id))).into_response());
    }
    Ok(draft
        .show(&visitor, asked.preview.is_some())
        .into_response())
}

async fn waits(visitor: &Visitor, draft: &Draft<'_>) -> Result<bool, Fault> {
    let record = visitor.app.record();
    let (entry, _) = record
        .library_entry(&draft.shelf.library, &draft.shelf.year, &draft.id)
        .await?;
    Ok(entry.proposal.is_some())
}

pub async fn sent(
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    keeper(&visitor)?;
    let mut draft = Draft::of(&visitor, &id).await?;
    let act = typed.get("act");
    let command = match act {
        "pack" => Library::Propose {
            year: visitor.year.clone(),
            page: id.clone(),
            change: Change::Pack,
            reason: typed.get("pack_reason").to_owned(),
            names_seen: false,
        },
        _ => {
            draft.save(&typed).await?;
            if draft.form.is_wrong() {
                return Ok((draft.form.status(), draft.show(&visitor, false)).into_response());
            }
            match act {
                "propose" => {}
                "preview" => {
                    return Ok(Redirect::to(&format!(
                        "{}/edit?preview=yes#preview-en",
                        address(&id)
                    ))
                    .into_response());
                }
                _ => return Ok(Redirect::to(&format!("{}/edit", address(&id))).into_response()),
            }
            Library::Propose {
                year: visitor.year.clone(),
                page: id.clone(),
                change: Change::Page(Box::new(draft.page())),
                reason: typed.get("reason").to_owned(),
                names_seen: !typed.get(NAMES_SEEN).is_empty(),
            }
        }
    };
    let key = FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    };
    let stream = stream(&visitor, &id);
    let record = visitor.app.record();
    let reviewers = record.library_reviewers(&visitor.actor, &stream).await?;
    let path = format!("{}/review", address(&id));
    let notices = tell(&visitor, reviewers, Announced::Asked, &path).await?;
    match visitor
        .carry_out(stream, key, Command::Library(command), notices)
        .await
    {
        Ok(_) => Ok(Redirect::to(&path).into_response()),
        Err(record::Fault::Refused(refusal)) if act == "pack" => {
            draft.form.refused("pack_reason", &refusal);
            Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                draft.show(&visitor, false),
            )
                .into_response())
        }
        Err(record::Fault::Refused(refusal)) => {
            draft.refused(&refusal);
            Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                draft.show(&visitor, false),
            )
                .into_response())
        }
        Err(record::Fault::Changed(_)) => {
            draft
                .form
                .wrong("reason", visitor.words.say("error-409-again"));
            Ok((StatusCode::CONFLICT, draft.show(&visitor, false)).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// The form that names a page which the pack does not have.
pub async fn begin(visitor: Visitor) -> Result<Markup, Fault> {
    keeper(&visitor)?;
    visitor.open_year()?;
    Ok(new_page(&visitor, "", None))
}

pub async fn begun(visitor: Visitor, typed: Typed) -> Result<Response, Fault> {
    keeper(&visitor)?;
    let title = typed.get("title").trim();
    let id = id_of(title);
    let taken = visitor.library.page(&id).is_some();
    if !policy::is_page_id(&id) || taken {
        let key = if taken {
            "library-new-taken"
        } else {
            "library-new-no-title"
        };
        let page = new_page(&visitor, title, Some(visitor.words.say(key)));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let field = format!("title.{}", visitor.words.language().tag());
    crate::drafts::note(&visitor, &stream(&visitor, &id), &field, title).await?;
    Ok(Redirect::to(&format!("{}/edit", address(&id))).into_response())
}

/// The address of a new page, from its title.
fn id_of(title: &str) -> String {
    const LONGEST: usize = 50;
    let folded = text::folded(title);
    let mut id = String::new();
    for word in folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if id.len() + word.len() >= LONGEST {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(word);
    }
    id
}

fn new_page(visitor: &Visitor, title: &str, error: Option<String>) -> Markup {
    let words = visitor.words;
    let errors: Vec<FieldError> = error
        .iter()
        .map(|text| FieldError {
            field: "title".to_owned(),
            text: text.clone(),
        })
        .collect();
    let body = html! {
        (error_summary(words, &errors))
        (page_head(words, &PageHead {
            crumbs: crumbs(visitor, None, words.say("library-new")),
            title: words.say("library-new-title"),
            lead: Some(html! { (words.say("library-new-lead")) }),
            ..PageHead::default()
        }))
        (section("new", words.say("library-new"), None, form("/library/new", &form_key(None), html! {
            (Field::text("title", words.say("library-field-title")).sees(words.say("library-text-sees")).value(title).error(error).markup(words))
            (acts([button_main(words.say("library-new-button")), link_plain("/library", words.say("library-back"))]))
        })))
    };
    visitor.page(Sheet {
        room: "library",
        title: words.say("library-new"),
        body,
        footer: None,
    })
}

#[cfg(test)]
mod tests {
    use super::id_of;

    #[test]
    fn a_new_page_is_addressed_by_its_title() {
        for (title, id) in [
            ("Who covers for me?", "who-covers-for-me"),
            ("  Qué pasa mañana: guía ", "que-pasa-manana-guia"),
            ("¿?", ""),
        ] {
            assert_eq!(id_of(title), id);
        }
        assert!(id_of(&"word ".repeat(40)).len() < 50);
    }
}
