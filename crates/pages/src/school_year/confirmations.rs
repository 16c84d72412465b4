//! What the district is asked about its pack: everybody reads what is not confirmed yet, what hangs on it and what else it
//! could be; the administrator confirms each value that is so, with where it is written, and may take that back.

use super::{carry_out, key, sources::noted, values};
use crate::components::{
    Choice, Choices, Column, Crumb, Field, FieldError, PageHead, Shape, Table, TableShape, Tone,
    acts, button, button_main, disclosure, empty, error_summary, form, hidden, link_plain, notice,
    page_head, row, rows, section, small, state, table, unconfirmed,
};
use crate::fault::Fault;
use crate::refusals;
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor};
use access::{Action, may};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Refusal;
use domain::school_year::{Adopted, Command, Confirmation};
use maud::{Markup, html};
use policy::{LeadsTo, Pack, ToConfirm, Weighed};

const LIST: &str = "/policy/values";
/// Stands for the question of values that the pack asks about in none, as packs from before there were questions.
const REST: &str = "rest";

/// A question with its values, whether they are confirmed or not.
struct Asked<'a> {
    question: Option<&'a ToConfirm>,
    values: Vec<&'a Weighed>,
}

impl Asked<'_> {
    fn id(&self) -> &str {
        self.question.map_or(REST, |question| &question.id)
    }

    fn title(&self, visitor: &Visitor) -> String {
        let words = visitor.words;
        match self.question {
            Some(question) => question.question.get(words.language().tag()).to_owned(),
            None => words.say("confirmations-rest"),
        }
    }

    /// What the first of its values leads to.
    fn leads_to(&self) -> Option<LeadsTo> {
        self.values.iter().map(|value| value.leads_to).min()
    }

    fn confirmed<'a>(&'a self, visitor: &'a Visitor) -> impl Iterator<Item = Confirmed<'a>> {
        let year = &visitor.school_year.year;
        self.values.iter().filter_map(move |value| {
            let by = year.confirmation(value)?;
            Some(Confirmed { value, by })
        })
    }

    fn open<'a>(&'a self, visitor: &'a Visitor) -> impl Iterator<Item = &'a Weighed> {
        let year = &visitor.school_year.year;
        let values = self.values.iter().copied();
        values.filter(move |value| year.confirmation(value).is_none())
    }
}

struct Confirmed<'a> {
    value: &'a Weighed,
    by: &'a Confirmation,
}

/// The pack as it was adopted, before anything was confirmed.
fn adopted(visitor: &Visitor) -> Result<&Pack, Fault> {
    let adopted = visitor.school_year.year.adopted.as_ref();
    adopted.and_then(Adopted::pack).ok_or(Fault::NotFound)
}

/// The questions in the order of the pack, each with the values that no source settles.
fn questions(pack: &Pack) -> Vec<Asked<'_>> {
    let asked = pack.confirmations.iter().map(Some).chain([None]);
    asked
        .map(|question| Asked {
            question,
            values: pack
                .unsettled()
                .filter(|value| pack.question(value) == question)
                .collect(),
        })
        .filter(|asked| !asked.values.is_empty())
        .collect()
}

/// Whether the visitor reads the year; and whether they confirm.
async fn standing(visitor: &Visitor) -> Result<bool, Fault> {
    let subject = super::reader(visitor).await?;
    Ok(may(&visitor.actor, Action::ConfirmValues, &subject).is_allowed())
}

pub async fn list(visitor: Visitor) -> Result<Markup, Fault> {
    standing(&visitor).await?;
    let words = visitor.words;
    let pack = adopted(&visitor)?;
    let questions = questions(pack);
    let of: usize = questions.iter().map(|asked| asked.values.len()).sum();
    let open: usize = questions.iter().map(|it| it.open(&visitor).count()).sum();
    let title = words.say("confirmations-title");
    let standing = words.with(
        "confirmations-count",
        &[("open", open.into()), ("of", of.into())],
    );
    let parts = [
        (LeadsTo::Rating, "rating"),
        (LeadsTo::Status, "status"),
        (LeadsTo::Clock, "clock"),
    ];
    let body = html! {
        (page_head(words, &PageHead {
            crumbs: vec![Crumb::link(words.say("policy-title"), "/policy"), Crumb::here(&title)],
            title: title.clone(),
            lead: Some(html! { (words.say("confirmations-lead")) }),
            ..PageHead::default()
        }))
        @if of == 0 { (empty(words.say("confirmations-none"), None)) }
        @else if open == 0 { (notice(Tone::Plain, Shape::Disc, words.say("confirmations-official"), html! { p { (standing) } })) }
        @else { (notice(Tone::Soon, Shape::Diamond, words.say("school-year-demo-pack"), html! { p { (standing) } })) }
        @for (leads_to, part) in parts {
            @let asked: Vec<_> = questions.iter().filter(|it| it.leads_to() == Some(leads_to)).collect();
            @if !asked.is_empty() {
                (section(part, words.say(&format!("confirmations-{part}")), None, rows(asked.into_iter().map(|asked| line(&visitor, asked)))))
            }
        }
    };
    Ok(page(&visitor, title, body))
}

fn line(visitor: &Visitor, asked: &Asked<'_>) -> Markup {
    let words = visitor.words;
    let (open, of) = (asked.open(visitor).count(), asked.values.len());
    let (shape, tone) = match open {
        0 => (Shape::Disc, Tone::Plain),
        open if open < of => (Shape::Half, Tone::Soon),
        _ => (Shape::Ring, Tone::Soon),
    };
    let count = [("open", open.into()), ("of", of.into())];
    row(
        html! { div { a href={ (LIST) "/" (asked.id()) } { (asked.title(visitor)) } } },
        Some(state(shape, tone, words.with("confirmations-some", &count))),
        None,
    )
}

fn page(visitor: &Visitor, title: String, body: Markup) -> Markup {
    visitor.page(Sheet {
        room: "policy",
        title,
        body,
        footer: None,
    })
}

pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Markup, Fault> {
    let confirms = standing(&visitor).await?;
    question(&visitor, &id, confirms, None).await
}

/// What was sent and did not go through, and why.
struct Wrong<'a> {
    typed: &'a Typed,
    field: &'static str,
    sentence: String,
}

async fn question(
    visitor: &Visitor,
    id: &str,
    confirms: bool,
    wrong: Option<Wrong<'_>>,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let tag = words.language().tag();
    let pack = adopted(visitor)?;
    let questions = questions(pack);
    let asked = questions.iter().find(|asked| asked.id() == id);
    let asked = asked.ok_or(Fault::NotFound)?;
    let open: Vec<&Weighed> = asked.open(visitor).collect();
    let confirmed: Vec<Confirmed<'_>> = asked.confirmed(visitor).collect();
    let people = visitor
        .colleagues(confirmed.iter().map(|it| it.by.by))
        .await?;
    let errors: Vec<FieldError> = wrong
        .iter()
        .map(|wrong| FieldError {
            field: wrong.field.to_owned(),
            text: wrong.sentence.clone(),
        })
        .collect();
    let title = asked.title(visitor);
    let body = html! {
        (error_summary(words, &errors))
        (page_head(words, &PageHead {
            crumbs: vec![
                Crumb::link(words.say("policy-title"), "/policy"),
                Crumb::link(words.say("confirmations-title"), LIST),
            ],
            title: title.clone(),
            lead: asked.question.map(|it| html! { (it.decides.get(tag)) }),
            ..PageHead::default()
        }))
        @if let Some(question) = asked.question {
            @if !question.alternatives.is_empty() {
                (section("alternatives", words.say("confirmations-alternatives"), None, html! {
                    (rows(question.alternatives.iter().map(|it| html! { (it.get(tag)) })))
                }))
            }
        }
        (section("open", words.say("confirmations-open"), None, html! {
            @if open.is_empty() { (empty(words.say("confirmations-all"), None)) }
            @else if confirms {
                (confirm_form(visitor, pack, id, &open, wrong.as_ref()))
                p { a href="/policy/changes" { (words.say("proposals-otherwise")) } }
            }
            @else { (open_table(visitor, pack, &open)) }
        }))
        @if !confirmed.is_empty() {
            (section("confirmed", words.say("confirmations-confirmed"), None, html! {
                @for it in &confirmed {
                    @let name = people.get(&it.by.by).map_or_else(String::new, |person| person.name.full());
                    (confirmed_row(visitor, pack, id, it, &name, confirms))
                }
            }))
        }
    };
    Ok(page(visitor, title, body))
}

/// Its name, what it is and where it comes from.
fn open_table(visitor: &Visitor, pack: &Pack, open: &[&Weighed]) -> Markup {
    let words = visitor.words;
    let line = |value: &&Weighed| {
        vec![
            html! { (values::called(words, pack, &value.name)) },
            unconfirmed(words, values::is(words, pack, &value.name)),
            html! { (noted(pack, words, &value.source)) },
        ]
    };
    table(&Table {
        caption: None,
        shape: TableShape::Stack,
        columns: ["value", "is", "source"]
            .map(|key| Column::words(words.say(&format!("policy-column-{key}"))))
            .to_vec(),
        rows: open.iter().map(line).collect(),
        foot: None,
        class: "",
    })
}

fn confirm_form(
    visitor: &Visitor,
    pack: &Pack,
    id: &str,
    open: &[&Weighed],
    wrong: Option<&Wrong<'_>>,
) -> Markup {
    let words = visitor.words;
    let error = |field: &str| {
        let wrong = wrong.filter(|wrong| wrong.field == field);
        wrong.map(|wrong| wrong.sentence.clone())
    };
    let choices = open
        .iter()
        .map(|value| {
            let label = html! {
                strong { (values::called(words, pack, &value.name)) } " "
                (values::is(words, pack, &value.name))
            };
            Choice::new(&value.name, label).hint(noted(pack, words, &value.source))
        })
        .collect();
    let ticked: Vec<&str> = wrong.map_or_else(Vec::new, |it| it.typed.all("value").collect());
    let document = wrong.map_or("", |it| it.typed.get("document"));
    form(
        &format!("{LIST}/{id}"),
        &key(visitor),
        html! {
            (Choices::many("value", words.say("confirmations-tick"), choices).chosen(ticked).hint(words.say("confirmations-tick-hint")).error(error("value")).markup(words))
            (Field::text("document", words.say("confirmations-document")).hint(words.say("confirmations-document-hint")).sees(words.say("confirmations-sees")).value(document).error(error("document")).markup(words))
            (acts([button_main(words.say("confirmations-confirm")), link_plain(LIST, words.say("school-year-back"))]))
        },
    )
}

fn confirmed_row(
    visitor: &Visitor,
    pack: &Pack,
    id: &str,
    confirmed: &Confirmed<'_>,
    name: &str,
    confirms: bool,
) -> Markup {
    let words = visitor.words;
    let Confirmed { value, by } = confirmed;
    let said = words.with(
        "confirmations-by",
        &[
            ("name", name.into()),
            ("date", words.date(by.on).into()),
            ("document", by.document.as_str().into()),
        ],
    );
    html! {
        p {
            (state(Shape::Disc, Tone::Plain, values::called(words, pack, &value.name))) ": "
            (values::is(words, pack, &value.name)) " " (small(said))
        }
        @if confirms {
            (disclosure(words.say("confirmations-take-back"), form(&format!("{LIST}/{id}/back"), &key(visitor), html! {
                (hidden("value", &value.name))
                @let field = format!("reason-{}", value.name.replace(' ', "-"));
                (Field::area(&field, words.say("school-year-reason")).name("reason").sees(words.say("confirmations-sees")).markup(words))
                (button(words.say("confirmations-take-back")))
            })))
        }
    }
}

pub async fn confirm(
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let command = Command::Confirm {
        year: visitor.year.clone(),
        values: typed.all("value").map(str::to_owned).collect(),
        document: typed.get("document").to_owned(),
    };
    answer(&visitor, &id, &typed, command).await
}

pub async fn take_back(
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let command = Command::TakeBack {
        year: visitor.year.clone(),
        value: typed.get("value").to_owned(),
        reason: typed.get("reason").to_owned(),
    };
    answer(&visitor, &id, &typed, command).await
}

async fn answer(
    visitor: &Visitor,
    id: &str,
    typed: &Typed,
    command: Command,
) -> Result<Response, Fault> {
    super::keeper(visitor, Action::ConfirmValues).await?;
    let words = visitor.words;
    let (status, sentence, field) = match carry_out(visitor, typed, command).await {
        Ok(()) => return Ok(Redirect::to(&format!("{LIST}/{id}")).into_response()),
        Err(record::Fault::Refused(refusal)) => {
            let field = match &refusal {
                Refusal::NothingTicked | Refusal::ValueNotOpen { .. } => "value",
                _ => "document",
            };
            let refusal = match refusal {
                Refusal::ValueNotOpen { value } => {
                    let value = values::called(words, adopted(visitor)?, &value);
                    Refusal::ValueNotOpen { value }
                }
                other => other,
            };
            let sentence = refusals::sentence(words, &refusal);
            (StatusCode::UNPROCESSABLE_ENTITY, sentence, field)
        }
        Err(record::Fault::Changed(_)) => {
            (StatusCode::CONFLICT, words.say("error-409-again"), "value")
        }
        Err(fault) => return Err(fault.into()),
    };
    let wrong = Wrong {
        typed,
        field,
        sentence,
    };
    let page = question(visitor, id, true, Some(wrong)).await?;
    Ok((status, page).into_response())
}
