//! Changes to the policy that somebody proposes without TOML: values typed anew, what that would change in the year's
//! records, and the administrator who adopts it as the next version, or declines it, with a reason.

use super::{carry_out, effect, key, values};
use crate::components::{
    Choice, Choices, Column, Crumb, Field, FieldError, PageHead, Shape, Table, TableShape, Tone,
    acts, button_main, button_main_named, button_named, disclosure, empty, error_summary,
    field_group, form, hidden, link_plain, notice, page_head, row, rows, said, section, state,
    table,
};
use crate::fault::Fault;
use crate::refusals;
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor};
use access::{Action, may};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Refusal;
use domain::school_year::{Command, End, Proposal};
use maud::{Markup, html};
use policy::{Aggregate, LeadsTo, Pack, Takes, Typable};
use serde::Deserialize;
use std::collections::BTreeMap;

const LIST: &str = "/policy/changes";
/// Stands for the weights of all measures, which make 100 points together.
const WEIGHTS: &str = "weights";

/// Whether the visitor may do this to the year; reading it they may all.
async fn may_here(visitor: &Visitor, action: Action) -> Result<bool, Fault> {
    let subject = super::reader(visitor).await?;
    Ok(may(&visitor.actor, action, &subject).is_allowed())
}

fn page(visitor: &Visitor, title: String, body: Markup) -> Markup {
    visitor.page(Sheet {
        room: "policy",
        title,
        body,
        footer: None,
    })
}

fn head(visitor: &Visitor, title: &str, lead: Option<Markup>, within: bool) -> Markup {
    let words = visitor.words;
    let mut crumbs = vec![Crumb::link(words.say("policy-title"), "/policy")];
    if within {
        crumbs.push(Crumb::link(words.say("proposals-title"), LIST));
    }
    crumbs.push(Crumb::here(title));
    let head = PageHead {
        crumbs,
        title: title.to_owned(),
        lead,
        ..PageHead::default()
    };
    page_head(words, &head)
}

pub async fn list(visitor: Visitor) -> Result<Markup, Fault> {
    let proposes = may_here(&visitor, Action::ProposeValues).await?;
    let (_, pack) = visitor.open_year()?;
    let words = visitor.words;
    let proposals = &visitor.school_year.year.proposals;
    let title = words.say("proposals-title");
    let lead = html! { (words.say("proposals-lead")) };
    let parts = [
        (LeadsTo::Rating, "rating"),
        (LeadsTo::Status, "status"),
        (LeadsTo::Clock, "clock"),
    ];
    let body = html! {
        (head(&visitor, &title, Some(lead), false))
        (section("proposed", words.say("proposals-proposed"), None, html! {
            @if proposals.is_empty() { (empty(words.say("proposals-none"), None)) }
            @else { (rows(proposals.iter().enumerate().rev().map(|(at, proposal)| line(&visitor, pack, at + 1, proposal)))) }
        }))
        @if proposes {
            (section("propose", words.say("proposals-propose"), Some(&words.say("proposals-propose-hint")), html! {
                @for (leads_to, part) in parts {
                    (disclosure(words.say(&format!("confirmations-{part}")), rows(typable(pack, leads_to).into_iter().map(|name| {
                        let link = html! { div { a href={ (LIST) "/new?value=" (name.replace(' ', "%20")) } { (called(&visitor, pack, name)) } } };
                        let is = (name != WEIGHTS).then(|| values::is(words, pack, name));
                        row(link, is, None)
                    }))))
                }
            }))
        }
    };
    Ok(page(&visitor, title, body))
}

/// The values that can be typed, those of all measures' weights as one.
fn typable(pack: &Pack, leads_to: LeadsTo) -> Vec<&str> {
    let mut names: Vec<&str> = pack
        .values()
        .iter()
        .filter(|value| value.leads_to == leads_to && pack.typable(&value.name).is_some())
        .map(|value| match value.name.split_once(' ') {
            Some((WEIGHTS, _)) => WEIGHTS,
            _ => value.name.as_str(),
        })
        .collect();
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(*name));
    names
}

fn called(visitor: &Visitor, pack: &Pack, name: &str) -> String {
    if name == WEIGHTS {
        visitor.words.say("proposals-weights")
    } else {
        values::called(visitor.words, pack, name)
    }
}

fn ended(end: &End) -> &'static str {
    if end.adopted {
        "proposals-adopted"
    } else {
        "proposals-declined"
    }
}

fn line(visitor: &Visitor, pack: &Pack, number: usize, proposal: &Proposal) -> Markup {
    let words = visitor.words;
    let (shape, tone, key) = match &proposal.end {
        None => (Shape::Ring, Tone::Soon, "proposals-open"),
        Some(end) if end.adopted => (Shape::Disc, Tone::Plain, ended(end)),
        Some(end) => (Shape::Bar, Tone::Quiet, ended(end)),
    };
    let names = proposal.values.keys();
    let names: Vec<String> = names
        .map(|name| values::called(words, pack, name))
        .collect();
    row(
        html! { div { a href={ (LIST) "/" (number) } { (words.list(&names)) } } },
        Some(html! { (state(shape, tone, words.say(key))) " · " (words.date(proposal.on)) }),
        None,
    )
}

#[derive(Deserialize, Default)]
pub struct Wanted {
    /// Name of the value.
    value: Option<String>,
}

pub async fn new(visitor: Visitor, Query(wanted): Query<Wanted>) -> Result<Markup, Fault> {
    if !may_here(&visitor, Action::ProposeValues).await? {
        return Err(Fault::Forbidden);
    }
    write(&visitor, &wanted.value.unwrap_or_default(), None)
}

/// What was sent and did not go through: the sentence, and the value that it is about.
struct Wrong<'a> {
    typed: &'a Typed,
    sentence: String,
    about: Option<String>,
}

/// The values that are typed on one page: one, or the weights of all measures.
fn together<'a>(pack: &'a Pack, value: &'a str) -> Vec<(&'a str, Typable)> {
    let names: Vec<&str> = match value {
        WEIGHTS => {
            let values = pack.values().iter().map(|it| it.name.as_str());
            values.filter(|name| name.starts_with("weights ")).collect()
        }
        one => vec![one],
    };
    let found = names.into_iter();
    found
        .filter_map(|name| Some((name, pack.typable(name)?)))
        .collect()
}

fn field_id(name: &str, at: usize) -> String {
    format!("{}-{at}", name.replace([' ', '.'], "-"))
}

fn write(visitor: &Visitor, value: &str, wrong: Option<&Wrong<'_>>) -> Result<Markup, Fault> {
    let words = visitor.words;
    let (_, pack) = visitor.open_year()?;
    let fields = together(pack, value);
    let Some((first, _)) = fields.first() else {
        return Err(Fault::NotFound);
    };
    let at = wrong.map(|wrong| match &wrong.about {
        Some(name) if name == "source" || name == "reason" => name.clone(),
        Some(name) => field_id(name, 0),
        None => field_id(first, 0),
    });
    let errors: Vec<FieldError> = wrong
        .iter()
        .zip(&at)
        .map(|(wrong, at)| FieldError {
            field: at.clone(),
            text: wrong.sentence.clone(),
        })
        .collect();
    let error = |id: &str| {
        let here = at.as_deref() == Some(id);
        wrong.filter(|_| here).map(|wrong| wrong.sentence.clone())
    };
    let typed = |name: &str, is: &[String]| -> Vec<String> {
        let sent: Vec<String> = wrong.map_or_else(Vec::new, |it| {
            it.typed.all(name).map(str::to_owned).collect()
        });
        if sent.len() == is.len() {
            sent
        } else {
            is.to_vec()
        }
    };
    let title = words.with(
        "proposals-new-title",
        &[("value", called(visitor, pack, value).into())],
    );
    let said_before = |field| wrong.map_or("", |it| it.typed.get(field));
    let body = html! {
        (error_summary(words, &errors))
        (head(visitor, &title, Some(html! { (words.say("proposals-new-lead")) }), true))
        (form(LIST, &key(visitor), html! {
            (hidden("value", value))
            @for (name, typable) in &fields {
                @let texts = typed(name, &typable.fields);
                @let labels = labels(visitor, pack, name, typable.fields.len());
                (section(&field_id(name, texts.len()), values::called(words, pack, name), None, html! {
                    p { (values::is(words, pack, name)) }
                    (field_group(texts.iter().zip(&labels).enumerate().map(|(at, (text, label))| {
                        let id = field_id(name, at);
                        field(visitor, typable.takes, &id, name, label, text, error(&id))
                    })))
                }))
            }
            (section("why", words.say("school-year-reason"), None, html! {
            (Field::text("source", words.say("proposals-source")).hint(words.say("confirmations-document-hint")).sees(words.say("proposals-sees")).value(said_before("source")).error(error("source")).markup(words))
            (Field::area("reason", words.say("school-year-reason")).sees(words.say("proposals-sees")).value(said_before("reason")).error(error("reason")).markup(words))
            (acts([button_main(words.say("proposals-send")), link_plain(LIST, words.say("school-year-back"))]))
            }))
        }))
    };
    Ok(page(visitor, title, body))
}

fn field(
    visitor: &Visitor,
    takes: Takes,
    id: &str,
    name: &str,
    label: &str,
    text: &str,
    error: Option<String>,
) -> Markup {
    let words = visitor.words;
    let field = match takes {
        Takes::Averaging => {
            let ways = Aggregate::ALL.map(|way| {
                let key = way.as_str().replace('_', "-");
                Choice::new(way.as_str(), words.say(&format!("policy-aggregate-{key}")))
            });
            let choices = Choices::one(name, label, ways.to_vec());
            return choices.chosen([text]).error(error).markup(words);
        }
        Takes::Date => Field::date(id, label),
        Takes::Number => Field::text(id, label).hint(words.say("proposals-number-hint")),
        Takes::Whole => Field::text(id, label),
    };
    field.name(name).value(text).error(error).markup(words)
}

/// What the fields of a value are called.
fn labels(visitor: &Visitor, pack: &Pack, name: &str, count: usize) -> Vec<String> {
    let words = visitor.words;
    let tag = words.language().tag();
    let say = |keys: &[&str]| keys.iter().map(|key| words.say(key)).collect();
    let cuts = pack.rating.ratings.iter().skip(1);
    let cuts = cuts.map(|rating| rating.label.get(tag).to_owned());
    let (kind, id) = name.split_once(' ').unwrap_or((name, ""));
    let labels: Vec<String> = match kind {
        "cuts" => cuts.collect(),
        "anchors" | "measure_scale" => std::iter::once(words.say("proposals-floor"))
            .chain(cuts)
            .chain([words.say("proposals-ceiling")])
            .collect(),
        "weights" => say(&["policy-column-with-survey", "policy-column-without-survey"]),
        "window" => say(&["school-year-opens", "school-year-closes"]),
        "survey_grades" => say(&["proposals-first", "proposals-last"]),
        "date" if pack.date(id).is_some_and(|it| it.fixed().is_none()) => say(&["proposals-days"]),
        _ => vec![values::called(words, pack, name)],
    };
    if labels.len() == count {
        labels
    } else {
        (1..=count).map(|number| number.to_string()).collect()
    }
}

pub async fn propose(visitor: Visitor, typed: Typed) -> Result<Response, Fault> {
    super::keeper(&visitor, Action::ProposeValues).await?;
    let words = visitor.words;
    let value = typed.get("value").to_owned();
    let (_, pack) = visitor.open_year()?;
    let sent: BTreeMap<String, Vec<String>> = together(pack, &value)
        .into_iter()
        .map(|(name, _)| {
            (
                name.to_owned(),
                typed.all(name).map(str::to_owned).collect(),
            )
        })
        .collect();
    let command = Command::Propose {
        year: visitor.year.clone(),
        values: sent,
        source: typed.get("source").to_owned(),
        reason: typed.get("reason").to_owned(),
    };
    let number = visitor.school_year.year.proposals.len() + 1;
    let (status, sentence, about) = match carry_out(&visitor, &typed, command).await {
        Ok(()) => return Ok(Redirect::to(&format!("{LIST}/{number}")).into_response()),
        Err(record::Fault::Refused(refusal)) => {
            let about = match &refusal {
                Refusal::ValueNotRead { value } => Some(value.clone()),
                Refusal::Empty { field } | Refusal::TooLong { field, .. } => Some(
                    if *field == domain::text::Field::Reason {
                        "reason"
                    } else {
                        "source"
                    }
                    .into(),
                ),
                _ => None,
            };
            let sentence = told(&visitor, pack, refusal);
            (StatusCode::UNPROCESSABLE_ENTITY, sentence, about)
        }
        Err(record::Fault::Changed(_)) => {
            (StatusCode::CONFLICT, words.say("error-409-again"), None)
        }
        Err(fault) => return Err(fault.into()),
    };
    let wrong = Wrong {
        typed: &typed,
        sentence,
        about,
    };
    let page = write(&visitor, &value, Some(&wrong))?;
    Ok((status, page).into_response())
}

/// A refusal with values called as people call them.
fn told(visitor: &Visitor, pack: &Pack, refusal: Refusal) -> String {
    let refusal = match refusal {
        Refusal::ValueNotRead { value } => Refusal::ValueNotRead {
            value: values::called(visitor.words, pack, &value),
        },
        other => other,
    };
    refusals::sentence(visitor.words, &refusal)
}

pub async fn show(visitor: Visitor, Path(number): Path<String>) -> Result<Markup, Fault> {
    one(&visitor, numbered(&number)?, None).await
}

fn numbered(number: &str) -> Result<usize, Fault> {
    number.parse().map_err(|_| Fault::NotFound)
}

async fn one(
    visitor: &Visitor,
    number: usize,
    wrong: Option<(&Typed, String)>,
) -> Result<Markup, Fault> {
    let adopts = may_here(visitor, Action::AdoptPack).await?;
    let words = visitor.words;
    let year = &visitor.school_year.year;
    let (_, pack) = visitor.open_year()?;
    let found = number.checked_sub(1).and_then(|at| year.proposals.get(at));
    let proposal = found.ok_or(Fault::NotFound)?;
    let next = year.adopted.as_ref().map(|adopted| proposal.next(adopted));
    let people = visitor.colleagues([proposal.by]).await?;
    let name = people
        .get(&proposal.by)
        .map_or_else(String::new, |it| it.name.full());
    let title = words.with("proposals-one-title", &[("number", number.into())]);
    let lead = words.with(
        "proposals-by",
        &[
            ("name", name.into()),
            ("date", words.date(proposal.on).into()),
            ("source", proposal.source.as_str().into()),
        ],
    );
    let errors: Vec<FieldError> = wrong
        .iter()
        .map(|(_, text)| FieldError {
            field: "reason".to_owned(),
            text: text.clone(),
        })
        .collect();
    let body = html! {
        (error_summary(words, &errors))
        (head(visitor, &title, Some(html! { (lead) }), true))
        (section("why", words.say("school-year-reason"), None, said(&proposal.reason)))
        @if let Some(end) = &proposal.end {
            (section("end", words.say(ended(end)), None, html! {
                (said(&end.reason))
                p { a href={ "/history/school_year/" (visitor.year) } { (words.say("school-year-history")) } }
            }))
        }
        @match next.filter(|_| proposal.end.is_none()) {
            Some(Ok(next)) => {
                @if let Some(next) = next.pack() {
                    (changes(visitor, pack, next, proposal))
                    (effect::sections(visitor, pack, next).await?)
                }
            }
            Some(Err(refusal)) => {
                (notice(Tone::Grave, Shape::Triangle, words.say("proposals-no-longer"), html! { p { (told(visitor, pack, refusal)) } }))
            }
            None => { (typed_once(visitor, pack, proposal)) }
        }
        @if adopts && proposal.end.is_none() { (decide(visitor, number, wrong.as_ref())) }
    };
    Ok(page(visitor, title, body))
}

/// What was proposed once, as it was typed: the pack has changed since.
fn typed_once(visitor: &Visitor, pack: &Pack, proposal: &Proposal) -> Markup {
    let words = visitor.words;
    let lines = proposal.values.iter().map(|(name, fields)| {
        let called = values::called(words, pack, name);
        html! { (called) ": " (fields.join(" · ")) }
    });
    section("changes", words.say("proposals-changes"), None, rows(lines))
}

/// Old and new of each value.
fn changes(visitor: &Visitor, pack: &Pack, next: &Pack, proposal: &Proposal) -> Markup {
    let words = visitor.words;
    let lines = proposal.values.keys().map(|name| {
        vec![
            html! { (values::called(words, pack, name)) },
            html! { (values::is(words, pack, name)) },
            html! { (values::is(words, next, name)) },
        ]
    });
    section(
        "changes",
        words.say("proposals-changes"),
        None,
        table(&Table {
            caption: None,
            shape: TableShape::Stack,
            columns: ["policy-column-value", "effect-now", "effect-then"]
                .map(|key| Column::words(words.say(key)))
                .to_vec(),
            rows: lines.collect(),
            foot: None,
            class: "",
        }),
    )
}

fn decide(visitor: &Visitor, number: usize, wrong: Option<&(&Typed, String)>) -> Markup {
    let words = visitor.words;
    let reason = wrong.map_or("", |(typed, _)| typed.get("reason"));
    let error = wrong.map(|(_, sentence)| sentence.clone());
    section(
        "decide",
        words.say("proposals-decide"),
        Some(&words.say("proposals-decide-hint")),
        form(
            &format!("{LIST}/{number}"),
            &key(visitor),
            html! {
                (Field::area("reason", words.say("school-year-reason")).sees(words.say("school-year-reason-sees")).value(reason).error(error).markup(words))
                (acts([
                    button_main_named("act", "adopt", words.say("proposals-adopt")),
                    button_named("act", "decline", words.say("proposals-decline")),
                ]))
            },
        ),
    )
}

pub async fn end(
    visitor: Visitor,
    Path(number): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let number = numbered(&number)?;
    super::keeper(&visitor, Action::AdoptPack).await?;
    let (_, pack) = visitor.open_year()?;
    let (year, reason) = (visitor.year.clone(), typed.get("reason").to_owned());
    let proposal = number;
    let command = match typed.get("act") {
        "adopt" => Command::AdoptProposal {
            year,
            proposal,
            reason,
        },
        _ => Command::DeclineProposal {
            year,
            proposal,
            reason,
        },
    };
    let (status, sentence) = match carry_out(&visitor, &typed, command).await {
        Ok(()) => return Ok(Redirect::to(&format!("{LIST}/{number}")).into_response()),
        Err(record::Fault::Refused(Refusal::NoSuchThing)) => return Err(Fault::NotFound),
        Err(record::Fault::Refused(refusal)) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            told(&visitor, pack, refusal),
        ),
        Err(record::Fault::Changed(_)) => {
            (StatusCode::CONFLICT, visitor.words.say("error-409-again"))
        }
        Err(fault) => return Err(fault.into()),
    };
    let page = one(&visitor, number, Some((&typed, sentence))).await?;
    Ok((status, page).into_response())
}
