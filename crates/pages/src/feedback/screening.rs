//! The office's desk: each text of a round that has closed is shown, blacked out in part, or held back; then the round is
//! published, once. Nobody sees whose a text is, here or anywhere.

use super::view::title;
use super::{key, round_of, screens, standing};
use crate::components::{
    Choice, Choices, Crumb, Field, FormKey, PageHead, Shape, Tone, acts, button_main, form,
    link_plain, notice, page_head, said, section, small, state,
};
use crate::fault::Fault;
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor, form_key};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Command;
use domain::feedback::{self, Names, Screened, Stage, Verdict};
use maud::{Markup, html};
use policy::Audience;
use std::collections::BTreeMap;

type Texts = BTreeMap<Audience, Vec<String>>;

pub async fn page(visitor: Visitor, Path(round): Path<String>) -> Result<Response, Fault> {
    let of = round_of(&visitor, &round)?;
    screens(&visitor, &of.of.id)?;
    let one = standing(&visitor, of).await?;
    if one.published {
        return Ok(Redirect::to(&format!("/feedback/{round}/results")).into_response());
    }
    let words = visitor.words;
    let record = visitor.app.record();
    let texts = match one.stage {
        Stage::Closed => {
            record
                .texts_to_screen(&visitor.actor, &visitor.year, &of.of.id)
                .await?
        }
        Stage::NotYet | Stage::Open => Texts::new(),
    };
    let names = if texts.values().all(Vec::is_empty) {
        Names::default()
    } else {
        record.names_of_the_district().await?
    };
    let lead = match one.stage {
        Stage::Closed => words.say("feedback-screening-lead"),
        _ => words.with(
            "feedback-screening-open",
            &[("date", words.date(of.closes).into())],
        ),
    };
    let head = PageHead {
        crumbs: vec![
            Crumb::link(words.say("feedback-title"), "/feedback"),
            Crumb::here(title(&visitor, one.window())),
        ],
        title: words.say("feedback-screening-title"),
        lead: Some(html! { (lead) }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        @if one.stage == Stage::Closed {
            (form(&format!("/feedback/{round}/screening"), &form_key(Some(0)), desk(&visitor, &texts, &names)))
        } @else {
            p { (link_plain("/feedback", words.say("feedback-title"))) }
        }
    };
    let page = visitor.page(Sheet {
        room: "feedback",
        title: words.say("feedback-screening-title"),
        body,
        footer: None,
    });
    Ok(page.into_response())
}

fn desk(visitor: &Visitor, texts: &Texts, names: &Names) -> Markup {
    let words = visitor.words;
    html! {
        @for (audience, texts) in texts {
            (section(audience.as_str(), words.say(&format!("feedback-{}", audience.as_str())), None, html! {
                @if texts.is_empty() { (small(words.say("feedback-no-texts"))) }
                @for (place, text) in texts.iter().enumerate() { (one(visitor, *audience, place, text, names)) }
            }))
        }
        @if texts.is_empty() {
            (section("none", words.say("feedback-texts-none"), None, small(words.say("feedback-texts-too-few"))))
        }
        (section("publish", words.say("feedback-publish-title"), None, html! {
            (notice(Tone::Soon, Shape::Diamond, words.say("feedback-publish-once"), html! { p { (words.say("feedback-publish-text")) } }))
            (acts([button_main(words.say("feedback-publish")), link_plain("/feedback", words.say("feedback-not-now"))]))
        }))
    }
}

fn one(visitor: &Visitor, audience: Audience, place: usize, text: &str, names: &Names) -> Markup {
    let words = visitor.words;
    let at = format!("{}.{place}", audience.as_str());
    let found = names.find(text);
    let choices = ["show", "black-out", "hold-back"]
        .map(|verdict| Choice::new(verdict, words.say(&format!("feedback-verdict-{verdict}"))));
    let legend = words.with("feedback-text-number", &[("number", (place + 1).into())]);
    // Where a name was found somebody must decide; elsewhere too: what nobody decided is held back.
    let chosen = (!found.is_empty()).then_some("black-out");
    html! {
        (said(text))
        @if !found.is_empty() {
            p { (state(Shape::Diamond, Tone::Soon, words.with("feedback-found", &[("names", found.join(", ").into())]))) }
        }
        (Choices::one(format!("verdict.{at}"), legend, choices.to_vec()).chosen(chosen).markup(words))
        (Field::text(format!("words.{at}"), words.say("feedback-black-words")).optional().quiet()
            .value(found.join(", ")).hint(words.say("feedback-black-hint")).autocomplete("off").markup(words))
    }
}

pub async fn publish(
    visitor: Visitor,
    Path(round): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let of = round_of(&visitor, &round)?;
    screens(&visitor, &of.of.id)?;
    let command = Command::Feedback(feedback::Command::Publish {
        year: visitor.year.clone(),
        screened: screened(&typed),
    });
    let form = FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    };
    let stream = feedback::stream(&visitor.year, &of.of.id);
    visitor.carry_out(stream, form, command, vec![]).await?;
    let key = key(&visitor.year, &of.of.id);
    Ok(Redirect::to(&format!("/feedback/{key}/results")).into_response())
}

/// What was decided of each text.
fn screened(typed: &Typed) -> Vec<Screened> {
    let read = |(at, verdict): (&str, &str)| {
        let (word, place) = at.split_once('.')?;
        let audience = Audience::ALL
            .into_iter()
            .find(|audience| audience.as_str() == word)?;
        let black = typed.get(&format!("words.{at}")).split(',');
        let black: Vec<String> = black
            .map(|word| word.trim().to_owned())
            .filter(|word| !word.is_empty())
            .collect();
        Some(Screened {
            audience,
            place: place.parse().ok()?,
            verdict: match verdict {
                "show" => Verdict::Show,
                // Nothing to black out was named: then it is not shown as it is.
                "black-out" if !black.is_empty() => Verdict::BlackOut(black),
                _ => Verdict::HoldBack,
            },
        })
    };
    typed.under("verdict.").filter_map(read).collect()
}
