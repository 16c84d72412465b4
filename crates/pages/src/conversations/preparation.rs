//! What each side writes in its guide's prompts before the conversation: its own until it is shared with the other.

use super::{Again, Talk, other_side, show_again, show_unsaved};
use crate::components::{
    Field, FormKey, Shape, Tone, by, disclosure, disclosure_open, form, rows, said, small, state,
};
use crate::fault::Fault;
use crate::form::{For, Form};
use crate::notices::{Announced, announce};
use crate::typed::Typed;
use crate::visitor::{Visitor, form_key};
use axum::extract::Path;
use axum::response::Response;
use domain::Command;
use domain::conversations::{Command as Conversation, Preparation};
use maud::{Markup, html};
use policy::{Guide, Side, Step};
use record::PREPARATION_FIELD;
use std::collections::BTreeMap;

fn prompts(guide: &Guide, side: Side) -> impl Iterator<Item = &Step> {
    guide.prepare.iter().filter(move |step| step.who == side)
}

fn field(step: &Step) -> String {
    format!("{PREPARATION_FIELD}{}", step.id)
}

/// Both sides' preparation, one's own first. Once the hour has come, what was not written waits behind its name.
pub fn matter(
    visitor: &Visitor,
    talk: &Talk,
    guide: &Guide,
    ahead: bool,
    again: &Again,
    work: &Form<'_>,
) -> Markup {
    let Some(side) = talk.seat.side() else {
        return html! { (theirs(visitor, talk, guide, Side::Teacher)) (theirs(visitor, talk, guide, Side::Evaluator)) };
    };
    html! {
        (mine(visitor, talk, guide, side, ahead, again, work))
        (theirs(visitor, talk, guide, other_side(side)))
    }
}

fn mine(
    visitor: &Visitor,
    talk: &Talk,
    guide: &Guide,
    side: Side,
    ahead: bool,
    again: &Again,
    work: &Form<'_>,
) -> Markup {
    let words = visitor.words;
    let shared = talk.it.preparation(side);
    if !talk.it.is_open() {
        return shared.map_or_else(
            || html! { p { (words.say("prepare-you-did-not")) } },
            |it| answers(visitor, talk, guide, it),
        );
    }
    let tag = words.language().tag();
    let steps = guide.before.iter().filter(|step| step.who == side);
    html! {
        (disclosure(words.say("prepare-before"), rows(steps.map(|step| html! { (step.text.get(tag)) }))))
        @if let Some(it) = shared { (answers(visitor, talk, guide, it)) }
        @let fields = questions(visitor, talk, guide, side, again, work);
        @let begun = work.drafted().any(|field| field.starts_with(PREPARATION_FIELD)) || !again.errors.is_empty();
        @let label = words.say(if shared.is_some() { "prepare-change" } else { "prepare-write" });
        div.no-print { @if shared.is_none() && ahead { (fields) } @else if begun { (disclosure_open(label, fields)) } @else { (disclosure(label, fields)) } }
    }
}

fn questions(
    visitor: &Visitor,
    talk: &Talk,
    guide: &Guide,
    side: Side,
    again: &Again,
    work: &Form<'_>,
) -> Markup {
    let words = visitor.words;
    let tag = words.language().tag();
    let shared = talk.it.preparation(side);
    let sees = words.with("prepare-sees", &[("name", talk.other(visitor).into())]);
    let before = |step: &Step| {
        shared
            .and_then(|it| it.answers.get(&step.id))
            .map_or("", String::as_str)
    };
    form(
        &format!("{}/preparation", talk.path()),
        &form_key(Some(talk.version)),
        html! {
            (small(sees))
            @for step in prompts(guide, side) {
                @let name = field(step);
                (Field::area(name.as_str(), step.text.get(tag))
                    .value(work.value_or(&name, before(step)))
                    .lines(3)
                    .error(again.error(&name))
                    .autosave(work.autosave_or(&name, before(step)))
                    .markup(words))
            }
            div.acts {
                button.btn type="submit" name="act" value="share" { (words.with("prepare-share", &[("name", talk.other(visitor).into())])) }
            }
            (small(words.with("prepare-share-means", &[("name", talk.other(visitor).into())])))
        },
    )
}

fn theirs(visitor: &Visitor, talk: &Talk, guide: &Guide, side: Side) -> Markup {
    let words = visitor.words;
    match talk.it.preparation(side) {
        Some(it) => answers(visitor, talk, guide, it),
        None => {
            html! { p { (state(Shape::Ring, Tone::Quiet, words.with("prepare-they-not-yet", &[("name", talk.address(visitor, side).into())]))) } }
        }
    }
}

/// What a side has shown, by the guide's questions.
fn answers(visitor: &Visitor, talk: &Talk, guide: &Guide, it: &Preparation) -> Markup {
    let words = visitor.words;
    let tag = words.language().tag();
    let own = talk.seat.side() == Some(it.side);
    let key = if own {
        "prepare-shared-by-you"
    } else {
        "prepare-shared"
    };
    let at = words.moment(visitor.local(it.at));
    let answered =
        prompts(guide, it.side).filter_map(|step| Some((step, it.answers.get(&step.id)?)));
    html! {
        p { (state(Shape::Disc, Tone::Plain, words.with(key, &[("name", talk.address(visitor, it.side).into()), ("moment", at.into())]))) }
        (rows(answered.map(|(step, answer)| html! { (by(step.text.get(tag))) (said(answer)) })))
    }
}

/// `act`: `share` with the other side, or `save`, without scripts.
pub async fn save(
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let talk = Talk::load(&visitor, &id).await?;
    let side = talk.side()?;
    let (_, pack) = visitor.open_year()?;
    let guide = talk.guide(pack).ok_or(Fault::NotFound)?;
    let names: Vec<(String, &Step)> = prompts(guide, side)
        .map(|step| (field(step), step))
        .collect();
    let mut work = talk.work(&visitor);
    let why = For::of(&typed);
    work.save(&typed, why, |name| {
        names.iter().any(|(known, _)| known == name)
    })
    .await?;
    if work.is_wrong() {
        let named: Vec<_> = names
            .iter()
            .map(|(name, _)| (name.as_str(), name.as_str()))
            .collect();
        let again = Again::drafted(&typed, &work, &named);
        return show_unsaved(&visitor, &id, &again).await;
    }
    if why == For::Later {
        return Ok(talk.back_to("preparation"));
    }
    let shared = talk.it.preparation(side);
    let before = |step: &Step| {
        shared
            .and_then(|it| it.answers.get(&step.id))
            .map_or("", String::as_str)
    };
    let answers: BTreeMap<String, String> = names
        .iter()
        .map(|(name, step)| {
            (
                step.id.clone(),
                work.value_or(name, before(step)).to_owned(),
            )
        })
        .collect();
    let notice = announce(
        visitor.writer(),
        talk.colleague(other_side(side))?,
        Announced::Shared,
        &talk.path(),
    );
    // What the other side did meanwhile does not touch this side's words, so no version is held against them.
    let key = FormKey {
        token: typed.token().unwrap_or_default(),
        version: None,
    };
    let command = Command::Conversation(Conversation::SharePreparation { answers });
    match visitor
        .carry_out(talk.stream.clone(), key, command, vec![notice])
        .await
    {
        Ok(_) => {
            work.forget().await?;
            Ok(talk.back_to("preparation"))
        }
        Err(record::Fault::Refused(refusal)) => {
            let first = names.first().map_or("", |(name, _)| name);
            show_again(
                &visitor,
                &talk,
                &Again::refused(&visitor, &typed, first, &refusal),
            )
            .await
        }
        Err(fault) => Err(fault.into()),
    }
}
