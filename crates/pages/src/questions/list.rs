//! One's own questions with where each stands, and what Today shows of questions.

use super::{ask, first_words, path, standing, topic_label};
use crate::components::{
    LedgerRow, PageHead, day, empty, ledger, link_button, link_main, page_head, row, rows, section,
};
use crate::fault::Fault;
use crate::today::distance;
use crate::visitor::{Sheet, Visitor};
use domain::questions::{Answering, Standing};
use jiff::civil::Date;
use maud::{Markup, html};
use record::{Asked, Filter, ListOrder};

/// Questions that one list shows.
const MOST: u64 = 100;

async fn own(visitor: &Visitor, answering: &Answering) -> Result<Vec<Asked>, Fault> {
    let record = visitor.app.record();
    let filter = Filter {
        asks: Some(visitor.id()),
        order: ListOrder::Down,
        limit: Some(MOST),
        ..Filter::default()
    };
    let (_, asked) = record.questions(&visitor.actor, answering, &filter).await?;
    Ok(asked)
}

pub async fn mine(visitor: Visitor) -> Result<Markup, Fault> {
    let words = visitor.words;
    let answering = visitor.app.record().answering(&visitor.actor).await?;
    let own = own(&visitor, &answering).await?;
    let begun = ask::begun(&visitor).await?;
    let answers = super::office::answers(&visitor, &answering).await?;
    let of = |wanted: Standing| -> Vec<&Asked> {
        own.iter()
            .filter(|asked| asked.question.standing() == wanted)
            .collect()
    };
    let (answered, waiting, closed) = (
        of(Standing::Answered),
        of(Standing::Waiting),
        of(Standing::Closed),
    );
    let head = PageHead {
        title: words.say("questions-title"),
        lead: Some(html! { (words.with("questions-lead", &[("count", waiting.len().into())])) }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        (section("ask", words.say("questions-ask"), None, html! {
            p { (words.say("questions-ask-lead")) }
            p { (link_main("/questions/new", words.say("questions-ask"))) @if answers { " " (link_button("/questions/office", words.say("questions-office-link"))) } }
        }))
        @if !begun.is_empty() {
            (section("begun", words.say("questions-begun"), Some(&words.say("questions-begun-hint")), rows(begun.iter().map(|(stream, text)| row(html! { (text) }, None, Some(link_button(&format!("{}/draft", path(stream)), words.say("questions-go-on"))))))))
        }
        @if !answered.is_empty() {
            (section("answered", words.say("questions-answered-section"), Some(&words.say("questions-answered-hint")), lines(&visitor, &answered)))
        }
        (section("waiting", words.say("questions-waiting-section"), None, html! {
            @if waiting.is_empty() { (empty(words.say("questions-none-waiting"), None)) } @else { (lines(&visitor, &waiting)) }
        }))
        @if !closed.is_empty() {
            (section("closed", words.say("questions-closed-section"), None, lines(&visitor, &closed)))
        }
    };
    Ok(visitor.page(Sheet {
        room: "questions",
        title: words.say("questions-title"),
        body,
        footer: Some(html! { (words.say("questions-footer")) }),
    }))
}

/// Lines by the day that counts: due while an answer is awaited, else the day of the last word.
pub(super) fn lines(visitor: &Visitor, asked: &[&Asked]) -> Markup {
    let words = visitor.words;
    let calendar = visitor.school_year.year.days().ok();
    let rows: Vec<LedgerRow> = asked
        .iter()
        .map(|asked| {
            let it = &asked.question;
            let waits = it.standing() == Standing::Waiting;
            let on = if waits { it.due } else { it.last_day() };
            let on = on.unwrap_or(visitor.today);
            let far = waits.then(|| distance(words, calendar, visitor.today, on));
            let text = first_words(it);
            LedgerRow {
                when: html! { (day(words, on)) },
                distance: far.map(|far| html! { (far) }),
                title: html! { a href=(path(&asked.stream)) { (text) } },
                why: Some(html! { (topic_label(visitor, &it.topic)) }),
                more: Some(standing(words, it, visitor.today)),
                action: None,
            }
        })
        .collect();
    ledger(&rows)
}

/// What a question asks of the visitor today.
pub struct Due {
    pub on: Date,
    pub path: String,
    pub text: String,
    /// An answer is owed; otherwise an answer is there to be read.
    pub owed: bool,
}

/// What questions ask of the visitor: answers owed, also for those for whom the visitor stands in, and answers to read.
pub async fn due(visitor: &Visitor) -> Result<Vec<Due>, Fault> {
    let record = visitor.app.record();
    let answering = record.answering(&visitor.actor).await?;
    let mut found = vec![];
    for one in answering.selves(visitor.id()) {
        let filter = Filter {
            answers: Some(one),
            open: Some(true),
            limit: Some(MOST),
            ..Filter::default()
        };
        let (_, asked) = record
            .questions(&visitor.actor, &answering, &filter)
            .await?;
        found.extend(asked.into_iter().map(|asked| (asked, true)));
    }
    let own = own(visitor, &answering).await?;
    let read = own
        .into_iter()
        .filter(|asked| asked.question.standing() == Standing::Answered);
    found.extend(read.map(|asked| (asked, false)));
    Ok(found
        .into_iter()
        .filter_map(|(asked, owed)| {
            let it = &asked.question;
            Some(Due {
                on: if owed { it.due? } else { it.last_day()? },
                path: path(&asked.stream),
                text: first_words(it),
                owed,
            })
        })
        .collect())
}
