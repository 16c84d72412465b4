//! The sheet: what is kept and what is not, a few questions, one text. It is sent once and shown nowhere before the round
//! has closed.

use super::view::{put_off, title};
use super::{Standing, round_of, standing};
use crate::components::{
    Choice, Choices, Crumb, Field, FieldError, FormKey, PageHead, Shape, Tone, acts, button_main,
    error_summary, form as form_of, link_plain, notice, page_head, rows, section, tick,
};
use crate::fault::Fault;
use crate::refusals::sentence;
use crate::school_year::sources::with_mark;
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor, form_key};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Refusal;
use domain::feedback::{Answer, LONGEST_TEXT, Stage};
use maud::{Markup, html};
use policy::{Feedback, FeedbackQuestion, FeedbackSheet, Pack};

const TEXT: &str = "text";
const SEEN: &str = "names_seen";

fn field(question: &FeedbackQuestion) -> String {
    format!("mark.{}", question.id)
}

pub async fn form(visitor: Visitor, Path(round): Path<String>) -> Result<Response, Fault> {
    let of = round_of(&visitor, &round)?;
    let one = standing(&visitor, of).await?;
    let Some(sheet) = one
        .audience
        .and_then(|audience| one.round.of.sheet(audience))
    else {
        return Err(Fault::Forbidden);
    };
    if one.stage == Stage::Open && !one.answered {
        let key = form_key(None);
        return Ok(
            page(&visitor, &one, sheet, &round, &key, &Typed::default(), None).into_response(),
        );
    }
    Ok(closed(&visitor, &one).into_response())
}

/// There is nothing to answer: not yet, no more, or already done.
fn closed(visitor: &Visitor, one: &Standing<'_>) -> Markup {
    let words = visitor.words;
    let (text, day) = match one.stage {
        Stage::NotYet => ("feedback-opens", one.round.opens),
        Stage::Open => ("feedback-published-after", one.round.closes),
        Stage::Closed => ("feedback-closed", one.round.closes),
    };
    let head = PageHead {
        crumbs: vec![Crumb::link(words.say("feedback-title"), "/feedback")],
        title: title(visitor, one.window()),
        lead: Some(html! {
            @if one.answered { (words.say("feedback-answered")) " " }
            (words.with(text, &[("date", words.date(day).into())]))
        }),
        ..PageHead::default()
    };
    let body = html! { (page_head(words, &head)) p { (link_plain("/feedback", words.say("feedback-title"))) } };
    visitor.page(Sheet {
        room: "feedback",
        title: words.say("feedback-title"),
        body,
        footer: None,
    })
}

pub async fn send(
    visitor: Visitor,
    Path(round): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let of = round_of(&visitor, &round)?;
    let audience = record::audience_of(&visitor.actor, &visitor.year, &of.of.id)?;
    let sheet = of.of.sheet(audience).ok_or(Fault::Forbidden)?;
    let marks = sheet.questions.iter().filter_map(|question| {
        let mark = typed.get(&field(question));
        (!mark.is_empty()).then(|| (question.id.clone(), mark.to_owned()))
    });
    let answer = Answer {
        marks: marks.collect(),
        text: typed.get(TEXT).to_owned(),
    };
    let token = typed.token().ok_or(Fault::Unreadable)?;
    let seen = !typed.get(SEEN).is_empty();
    let at = (&visitor.year, of.of.id.as_str());
    let given = visitor
        .app
        .record()
        .give_feedback(&visitor.actor, at, &token, answer, seen);
    match given.await {
        Ok(()) => Ok(put_off(
            &visitor,
            &round,
            &format!("/feedback/{round}/thanks"),
        )),
        Err(record::Fault::Refused(
            refusal @ (Refusal::QuestionUnanswered
            | Refusal::TooLong { .. }
            | Refusal::NamesInText { .. }),
        )) => {
            let one = standing(&visitor, of).await?;
            let key = FormKey {
                token,
                version: None,
            };
            let page = page(&visitor, &one, sheet, &round, &key, &typed, Some(&refusal));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        // The page says that the round is over, or that one has taken part.
        Err(record::Fault::Refused(Refusal::FeedbackAnswered | Refusal::FeedbackNotOpen)) => {
            Ok(Redirect::to(&format!("/feedback/{round}")).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

fn page(
    visitor: &Visitor,
    one: &Standing<'_>,
    sheet: &FeedbackSheet,
    round: &str,
    key: &FormKey,
    typed: &Typed,
    refusal: Option<&Refusal>,
) -> Markup {
    let words = visitor.words;
    let language = words.language().tag();
    let errors = errors(visitor, sheet, typed, refusal);
    let error = |field: &str| {
        errors
            .iter()
            .find(|error| error.field == field)
            .map(|error| error.text.clone())
    };
    let named = match refusal {
        Some(Refusal::NamesInText { names }) => Some(names),
        _ => None,
    };
    let head = PageHead {
        crumbs: vec![Crumb::link(words.say("feedback-title"), "/feedback")],
        title: title(visitor, one.window()),
        lead: Some(
            html! { (words.with("feedback-sheet-lead", &[("date", words.date(one.round.closes).into())])) },
        ),
        ..PageHead::default()
    };
    let smallest = [("smallest", one.round.smallest.into())];
    let kept = [
        words.say("feedback-kept-counts"),
        words.say("feedback-kept-participation"),
        words.with("feedback-kept-published", &smallest),
        words.say("feedback-kept-text"),
        words.say("feedback-kept-not"),
    ];
    let text = Field::area(TEXT, sheet.say.get(language))
        .optional()
        .quiet()
        .value(typed.get(TEXT))
        .sees(words.say("feedback-sees"))
        .hint(words.with("feedback-text-hint", &[("most", LONGEST_TEXT.into())]))
        .error(error(TEXT))
        .autocomplete("off");
    let body = html! {
        (page_head(words, &head))
        (error_summary(words, &errors))
        (section("kept", words.say("feedback-kept"), None, html! {
            (rows(kept.iter().map(|line| html! { (line) })))
            p.small { a href="#limits" { (words.say("feedback-limits-jump")) } }
        }))
        (form_of(&format!("/feedback/{round}"), key, html! {
            (section("questions", words.say("feedback-questions"), None, html! {
                @for question in &sheet.questions {
                    @let choices = question.labels.iter().map(|label| Choice::new(&label.id, label.text.get(language)));
                    (Choices::one(field(question), question.text.get(language), choices.collect())
                        .chosen(Some(typed.get(&field(question))).filter(|chosen| !chosen.is_empty()))
                        .error(error(&field(question)))
                        .markup(words))
                }
                (text.markup(words))
                @if let Some(named) = named {
                    (notice(Tone::Soon, Shape::Diamond, words.say("feedback-names-title"), html! {
                        p { (words.with("feedback-names", &[("names", named.as_str().into())])) }
                        (tick(SEEN, "yes", false, words.say("feedback-names-seen")))
                    }))
                }
                (acts([button_main(words.say("feedback-send")), link_plain("/", words.say("feedback-not-now"))]))
            }))
        }))
        (section("limits", words.say("feedback-limits"), None, html! {
            p { (words.say("feedback-limits-text")) }
            @if let Some((pack, feedback)) = pack_of(visitor) {
                p.arith { (words.say("feedback-source")) " " (with_mark(words, pack, &feedback.source, feedback.known)) "." }
            }
        }))
    };
    visitor.page(Sheet {
        room: "feedback",
        title: words.say("feedback-title"),
        body,
        footer: None,
    })
}

fn pack_of(visitor: &Visitor) -> Option<(&Pack, &Feedback)> {
    let pack = visitor.school_year.year.pack()?;
    Some((pack, pack.feedback.as_ref()?))
}

fn errors(
    visitor: &Visitor,
    sheet: &FeedbackSheet,
    typed: &Typed,
    refusal: Option<&Refusal>,
) -> Vec<FieldError> {
    let words = visitor.words;
    match refusal {
        None => vec![],
        Some(refusal @ Refusal::QuestionUnanswered) => sheet
            .questions
            .iter()
            .filter(|question| typed.get(&field(question)).is_empty())
            .map(|question| FieldError {
                field: field(question),
                text: sentence(words, refusal),
            })
            .collect(),
        Some(refusal) => vec![FieldError {
            field: TEXT.to_owned(),
            text: sentence(words, refusal),
        }],
    }
}
