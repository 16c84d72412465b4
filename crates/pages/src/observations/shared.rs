//! A lesson on the record: what was seen, what the teacher answered, what comes next, and who can see it.

use super::lesson;
use crate::components::{
    Field, NextLabel, NextStep, PageHead, Shape, Tone, acts, button_main_named, empty, flash, form,
    link_button, link_main, next_step, page_head, rows, said, section, state,
};
use crate::fault::Fault;
use crate::form::Form;
use crate::history::who_can_see;
use crate::my_year::{YearPage, everybody};
use crate::visitor::{Sheet, Visitor, form_key};
use access::{Action, may};
use axum::extract::{Path, Query};
use domain::observations::{Lesson, Observation};
use domain::{Kind, Stream};
use maud::{Markup, html};
use record::ANSWER_FIELD;
use serde::Deserialize;

/// A shared lesson with the year around it.
pub struct Shared<'a> {
    pub visitor: &'a Visitor,
    pub page: YearPage,
    pub stream: Stream,
    pub it: Observation,
    pub lesson: Lesson,
    pub form: Form<'a>,
}

#[derive(Deserialize, Default)]
pub struct Wanted {
    /// It was shared just now.
    shared: Option<String>,
    /// An answer was put beside it just now.
    answered: Option<String>,
}

impl<'a> Shared<'a> {
    /// A lesson of the year, for whoever may read the year.
    pub async fn find(visitor: &'a Visitor, key: &str) -> Result<Self, Fault> {
        let id: uuid::Uuid = key.parse().map_err(|_| Fault::NotFound)?;
        let stream = Stream::of(Kind::Observation, id);
        let subject = visitor.app.record().subject(&stream).await?;
        let record = visitor
            .year_of(subject.owner.ok_or(Fault::NotFound)?)
            .await?;
        let it = record
            .observations
            .get(&stream)
            .cloned()
            .ok_or(Fault::NotFound)?;
        let lesson = it.lesson.clone().ok_or(Fault::NotFound)?;
        let people = visitor
            .colleagues(everybody(&record, visitor.today))
            .await?;
        let form = Form::of(visitor, &stream).await?;
        let page = YearPage {
            own: record.teacher == visitor.id(),
            record,
            people,
        };
        Ok(Self {
            visitor,
            page,
            stream,
            it,
            lesson,
            form,
        })
    }

    pub fn address(&self) -> String {
        format!("/observations/{}", self.stream.key)
    }

    fn observer(&self) -> String {
        self.it
            .observer
            .and_then(|observer| self.page.people.get(&observer))
            .map(|it| it.name.full())
            .unwrap_or_default()
    }
}

pub async fn show(
    visitor: Visitor,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Fault> {
    let shared = Shared::find(&visitor, &key).await?;
    let said = match (wanted.shared, wanted.answered) {
        (Some(_), _) => Some("observations-flash-shared"),
        (_, Some(_)) => Some("observations-flash-answered"),
        _ => None,
    };
    page(&shared, said).await
}

/// The page; `said` is the key of what was just done.
pub async fn page(shared: &Shared<'_>, said: Option<&str>) -> Result<Markup, Fault> {
    let visitor = shared.visitor;
    let words = visitor.words;
    let (year, pack) = visitor.open_year()?;
    let record = &shared.page.record;
    let teacher = record.person.particulars.name.full();
    let title = words.with(
        "observations-shared-title",
        &[
            ("date", words.day(shared.lesson.on).into()),
            ("focus", (&shared.lesson.focus).into()),
        ],
    );
    let mut lead = words.with(
        "observations-shared-lead",
        &[
            ("name", shared.observer().into()),
            (
                "kind",
                lesson::kind_label(words, pack, &shared.lesson.kind).into(),
            ),
        ],
    );
    if let (Some(on), Ok(calendar)) = (shared.it.shared_on, year.days()) {
        let days = calendar.school_days(shared.lesson.on, on);
        lead = format!(
            "{lead} {}",
            words.with(
                "observations-shared-after",
                &[("date", words.day(on).into()), ("days", days.into())]
            )
        );
    }
    let name = shared.page.address(visitor, record.teacher);
    let body = html! {
        (shared.form.summary())
        @if let Some(said) = said { (flash(words.with(said, &[("name", (&name).into())]))) }
        (page_head(words, &PageHead { crumbs: crate::way::to(visitor, record.teacher, &teacher, words.say("observations-shared-here")), title: title.clone(), lead: Some(html! { (lead) }), jumps: vec![] }))
        (next(shared).await?)
        (section("lesson", words.say("observations-lesson"), None, lesson::head(words, pack, &shared.lesson, shared.observer())))
        (lesson::seen(words, pack, record, &shared.lesson, Some(&shared.stream)))
        (section("answers", words.say("observations-answers"), Some(&words.say("observations-answers-hint")), answers(shared)))
        (who_can_see(visitor, record, Some(&shared.stream)).await?)
    };
    let footer = crate::my_year::pack_line(visitor, pack);
    Ok(visitor.page(Sheet {
        room: crate::way::room(visitor, record.teacher),
        title,
        body: crate::library::with_toolkit(visitor, "observation", body),
        footer: Some(footer),
    }))
}

/// The teacher may answer; whoever evaluates writes to the teacher about it.
async fn next(shared: &Shared<'_>) -> Result<Markup, Fault> {
    let visitor = shared.visitor;
    let words = visitor.words;
    let teacher = shared.page.record.teacher;
    let name = shared.page.address(visitor, teacher);
    if shared.page.own {
        if !shared.it.answers.is_empty() {
            return Ok(html! {});
        }
        let step = NextStep {
            label: NextLabel::Next,
            what: html! { (words.say("observations-next-answer")) },
            why: Some(html! { (words.say("observations-next-answer-why")) }),
            action: Some(link_button(
                "#answer",
                words.say("observations-next-answer-act"),
            )),
        };
        return Ok(next_step(words, &step));
    }
    let subject = visitor.app.record().subject(&shared.stream).await?;
    let followed = shared
        .page
        .record
        .messages
        .values()
        .filter_map(|message| message.sent.as_ref())
        .any(|sent| sent.follows == shared.stream);
    if followed || !may(&visitor.actor, Action::SendMessage, &subject).is_allowed() {
        return Ok(html! {});
    }
    let address = format!("/teachers/{teacher}/messages/new?follows={}", shared.stream);
    let step = NextStep {
        label: NextLabel::Next,
        what: html! { (words.with("observations-next-message", &[("name", (&name).into())])) },
        why: Some(html! { (words.say("observations-next-message-why")) }),
        action: Some(link_main(
            &address,
            words.say("observations-next-message-act"),
        )),
    };
    Ok(next_step(words, &step))
}

fn answers(shared: &Shared<'_>) -> Markup {
    let visitor = shared.visitor;
    let words = visitor.words;
    let by = |answer: &domain::observations::Answer| {
        let name = shared
            .page
            .people
            .get(&answer.by)
            .map(|it| it.name.full())
            .unwrap_or_default();
        words.with(
            "observations-answer-by",
            &[
                ("name", name.into()),
                ("moment", words.moment(visitor.local(answer.at)).into()),
            ],
        )
    };
    html! {
        @if shared.it.answers.is_empty() && !shared.page.own { (empty(words.say("observations-no-answer"), None)) }
        @if !shared.it.answers.is_empty() {
            (rows(shared.it.answers.iter().map(|answer| html! { (state(Shape::Disc, Tone::Quiet, by(answer))) (said(&answer.text)) })))
        }
        @if shared.page.own { (answer_form(shared)) }
    }
}

/// The teacher's own words.
pub fn answer_form(shared: &Shared<'_>) -> Markup {
    let words = shared.visitor.words;
    let form_of = &shared.form;
    let version = shared.page.record.version(&shared.stream);
    let label = if shared.it.answers.is_empty() {
        "observations-answer"
    } else {
        "observations-answer-more"
    };
    form(
        &format!("{}/answers", shared.address()),
        &form_key(Some(version)),
        html! {
            (Field::area(ANSWER_FIELD, words.say(label)).value(form_of.value(ANSWER_FIELD)).sees(words.say("observations-answer-sees")).error(form_of.error(ANSWER_FIELD)).counted(None).autosave(form_of.autosave(ANSWER_FIELD)).markup(words))
            (acts([button_main_named("act", "share", words.say("observations-answer-act"))]))
        },
    )
}
