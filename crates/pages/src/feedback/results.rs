//! The published page of a round: the same for everybody of the district.

use super::named;
use super::view::title;
use crate::components::{
    Column, Crumb, PageHead, Shape, Table, TableShape, Tone, disclosure, empty, link_plain,
    page_head, said, section, share, small, state, table,
};
use crate::fault::Fault;
use crate::visitor::{Sheet, Visitor};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use domain::feedback::{Published, PublishedQuestion, PublishedSheet};
use maud::{Markup, html};

pub async fn page(visitor: Visitor, Path(key): Path<String>) -> Result<Response, Fault> {
    let (year, round) = named(&key)?;
    let (found, _) = visitor
        .app
        .record()
        .feedback(&visitor.actor, &year, &round)
        .await?;
    let Some(published) = found.published else {
        // The list says when it will be there.
        super::round_of(&visitor, &key)?;
        return Ok(Redirect::to("/feedback").into_response());
    };
    let words = visitor.words;
    let window = visitor
        .school_year
        .year
        .pack()
        .and_then(|pack| Some(pack.feedback.as_ref()?.round(&round)?.window.as_str()))
        .unwrap_or(&round);
    let head = PageHead {
        crumbs: vec![Crumb::link(words.say("feedback-title"), "/feedback")],
        title: title(&visitor, window),
        lead: Some(html! {
            (words.with("feedback-results-lead", &[
                ("from", words.date(published.opened).into()),
                ("to", words.date(published.closed).into()),
                ("on", words.date(published.on).into()),
            ]))
        }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        @for sheet in &published.sheets { (of_audience(&visitor, &published, sheet)) }
        (section("how", words.say("feedback-how"), None, html! {
            p { (words.with("feedback-how-hidden", &[("smallest", published.smallest.into())])) }
            p { (words.say("feedback-how-texts")) }
            p { (link_plain("/feedback", words.say("feedback-title"))) }
        }))
    };
    let page = visitor.page(Sheet {
        room: "feedback",
        title: words.say("feedback-results"),
        body,
        footer: None,
    });
    Ok(page.into_response())
}

fn of_audience(visitor: &Visitor, published: &Published, sheet: &PublishedSheet) -> Markup {
    let words = visitor.words;
    let audience = sheet.audience.as_str();
    let label = words.say(&format!("feedback-{audience}"));
    let Some(answers) = sheet.answers else {
        let text = words.with(
            "feedback-too-few",
            &[("smallest", published.smallest.into())],
        );
        return section(audience, label, None, empty(text, None));
    };
    let count = words.with("feedback-answers", &[("count", answers.into())]);
    section(
        audience,
        label,
        Some(&count),
        html! {
            @for question in &sheet.questions { (of_question(visitor, answers, question)) }
            h3 { (sheet.say.get(words.language().tag())) }
            @if sheet.texts.is_empty() { (small(words.say("feedback-no-texts"))) }
            @else {
                (disclosure(words.with("feedback-texts", &[("count", sheet.texts.len().into())]), html! {
                    @for text in &sheet.texts { (said(text)) }
                }))
            }
        },
    )
}

fn of_question(visitor: &Visitor, answers: u64, question: &PublishedQuestion) -> Markup {
    let words = visitor.words;
    let language = words.language().tag();
    let rows = question.labels.iter().map(|label| {
        let name = html! { (label.text.get(language)) };
        match label.count {
            // Half a percent and more is rounded up.
            Some(count) => {
                let percent = (count * 200 + answers) / (2 * answers);
                vec![name, html! { (count) }, html! { (words.with("feedback-percent", &[("percent", percent.into())])) " " (share(percent)) }]
            }
            None => vec![name, state(Shape::Bar, Tone::Quiet, words.say("feedback-hidden")), html! {}],
        }
    });
    table(&Table {
        caption: Some(question.text.get(language).to_owned()),
        shape: TableShape::Dense,
        columns: vec![
            Column::words(words.say("feedback-column-answer")),
            Column::figures(words.say("feedback-column-people")),
            Column::figures(words.say("feedback-column-share")),
        ],
        rows: rows.collect(),
        foot: None,
        class: "shares",
    })
}
