//! One question: what was asked and answered, who has it, who can read it, and what one may do about it.

use super::office::answers;
use super::{path, standing, stream, topic_label};
use crate::components::{
    Choice, Crumb, Field, Note, PageHead, acts, button, button_main_named, button_named, clock,
    day, desk, facts, form, link_plain, notes, page_head, row, rows, section, side, small, state,
};
use crate::components::{Shape, Tone};
use crate::fault::Fault;
use crate::form::{For, Form};
use crate::notices::{Announced, announce};
use crate::today::distance;
use crate::typed::Typed;
use crate::visitor::{Colleagues, Sheet, Visitor, form_key};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::questions::{Answering, Command as Question, Said, Standing};
use domain::text::Field as Text;
use domain::{Command, PersonId, Refusal};
use maud::{Markup, html};
use record::{ANSWER_FIELD, Asked};

/// What the asker writes when asking on.
const MORE: &str = "more";
const TO: &str = "to";
const TOPIC: &str = "topic";
const REASON: &str = "reason";

/// A question as a page shows it.
struct Thread<'a> {
    visitor: &'a Visitor,
    asked: Asked,
    answering: Answering,
    people: Colleagues,
    school: String,
    form: Form<'a>,
}

impl<'a> Thread<'a> {
    async fn of(visitor: &'a Visitor, id: &str) -> Result<Self, Fault> {
        let record = visitor.app.record();
        let stream = stream(id)?;
        let asked = record.question(&visitor.actor, &stream).await?;
        let answering = record.answering(&visitor.actor).await?;
        let it = &asked.question;
        let named = it
            .assigned
            .iter()
            .flat_map(|to| [Some(to.owner), to.instead_of, Some(to.by)])
            .flatten();
        let named = named
            .chain(it.turns.iter().map(|turn| turn.by))
            .chain(it.asker)
            .chain(answering.everybody());
        let people = visitor.colleagues(named.collect::<Vec<_>>()).await?;
        let school = match it.school {
            Some(school) => record.school_name(school).await?,
            None => String::new(),
        };
        Ok(Self {
            form: Form::of(visitor, &stream).await?,
            visitor,
            asked,
            answering,
            people,
            school,
        })
    }

    fn name(&self, person: PersonId) -> String {
        self.people
            .get(&person)
            .map_or_else(String::new, |it| it.name.full())
    }

    fn path(&self) -> String {
        path(&self.asked.stream)
    }

    fn is_own(&self) -> bool {
        self.asked.question.asker == Some(self.visitor.id())
    }

    /// 403 for the asker, who may know of it and not answer it.
    fn answers(&self) -> Result<(), Fault> {
        if self.is_own() {
            Err(Fault::Forbidden)
        } else {
            Ok(())
        }
    }

    /// Where to go after an act: whoever passed a question on may not read it any more.
    async fn after(&self) -> Result<String, Fault> {
        let record = self.visitor.app.record();
        match record
            .question(&self.visitor.actor, &self.asked.stream)
            .await
        {
            Ok(_) => Ok(self.path()),
            Err(record::Fault::Denied(_)) if answers(self.visitor, &self.answering).await? => {
                Ok("/questions/office".to_owned())
            }
            Err(record::Fault::Denied(_)) => Ok("/questions".to_owned()),
            Err(fault) => Err(fault.into()),
        }
    }

    /// Carries out an act; what is refused comes back in the form with everything typed.
    async fn do_this(
        mut self,
        typed: Typed,
        command: Question,
        tell: Option<PersonId>,
        field: fn(&Refusal) -> &'static str,
        show: fn(&Self) -> Markup,
    ) -> Result<Response, Fault> {
        let visitor = self.visitor;
        let notices = tell
            .filter(|person| *person != visitor.id())
            .and_then(|person| self.people.get(&person))
            .map(|to| announce(visitor.writer(), to, Announced::Something, &self.path()))
            .into_iter()
            .collect();
        let mut key = form_key(typed.version());
        key.token = typed.token().unwrap_or_default();
        let done = visitor
            .carry_out(
                self.asked.stream.clone(),
                key,
                Command::Question(command),
                notices,
            )
            .await;
        let status = match done {
            Ok(_) => {
                self.form.forget().await?;
                return Ok(Redirect::to(&self.after().await?).into_response());
            }
            Err(record::Fault::Refused(refusal)) => {
                self.form.take(typed);
                self.form.refused(field(&refusal), &refusal);
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Err(record::Fault::Changed(_)) => {
                // What was said meanwhile stands above the form, which keeps what was typed.
                self.form.take(typed);
                let text = visitor.words.say("error-409-again");
                self.form.wrong(field(&Refusal::QuestionClosed), text);
                StatusCode::CONFLICT
            }
            Err(fault) => return Err(fault.into()),
        };
        Ok((status, show(&self)).into_response())
    }
}

pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Markup, Fault> {
    Ok(page(&Thread::of(&visitor, &id).await?))
}

fn title(thread: &Thread<'_>) -> String {
    let topic = topic_label(thread.visitor, &thread.asked.question.topic);
    thread
        .visitor
        .words
        .with("questions-one-title", &[("topic", topic.into())])
}

fn page(thread: &Thread<'_>) -> Markup {
    let visitor = thread.visitor;
    let words = visitor.words;
    let it = &thread.asked.question;
    let title = title(thread);
    let home = if thread.is_own() {
        Crumb::link(words.say("questions-title"), "/questions")
    } else {
        Crumb::link(words.say("questions-office"), "/questions/office")
    };
    let head = PageHead {
        crumbs: vec![home, Crumb::here(&title)],
        title: title.clone(),
        lead: Some(lead(thread)),
        jumps: vec![],
    };
    let said: Vec<Note> = it
        .turns
        .iter()
        .map(|turn| Note {
            who: thread.name(turn.by),
            at: html! { (day(words, turn.on)) br; (clock(words, visitor.local(turn.at).time())) },
            said: html! { (turn.text) },
            more: (turn.said == Said::Answer)
                .then(|| state(Shape::Half, Tone::Quiet, words.say("questions-is-answer"))),
        })
        .collect();
    let work = html! {
        (section("said", words.say("questions-said"), None, notes(&said)))
        @if thread.is_own() { (own_acts(thread)) } @else { (office_acts(thread)) }
    };
    let body = html! {
        (thread.form.summary())
        (page_head(words, &head))
        (desk(work, &words.say("questions-facts"), about(thread)))
    };
    visitor.page(Sheet {
        room: "questions",
        title,
        body,
        footer: Some(html! { (words.say("questions-footer")) }),
    })
}

fn lead(thread: &Thread<'_>) -> Markup {
    let visitor = thread.visitor;
    let words = visitor.words;
    let it = &thread.asked.question;
    let calendar = visitor.school_year.year.days().ok();
    html! {
        (standing(words, it, visitor.today)) ". "
        @if let (Standing::Waiting, Some(due), Some(owner)) = (it.standing(), it.due, it.owner()) {
            (words.with("questions-due", &[("name", thread.name(owner).into()), ("date", words.date(due).into())])) " "
            (distance(words, calendar, visitor.today, due)) "."
        }
    }
}

/// Beside the words: what the question is about, to whom it went, who can read it.
fn about(thread: &Thread<'_>) -> Markup {
    let visitor = thread.visitor;
    let words = visitor.words;
    let it = &thread.asked.question;
    let mut known = vec![(
        words.say("questions-topic"),
        html! { (topic_label(visitor, &it.topic)) },
    )];
    if !thread.school.is_empty() {
        known.push((words.say("questions-school"), html! { (thread.school) }));
    }
    if let Some(page) = &it.page {
        known.push((words.say("questions-from-page"), html! { code { (page) } }));
    }
    let went = it.assigned.iter().map(|to| {
        let values = [
            ("name", thread.name(to.owner).into()),
            ("date", words.day(to.on).into()),
        ];
        let by = match (to.reason.as_str(), to.instead_of) {
            ("", None) => words.say("questions-went-by-contacts"),
            ("", Some(away)) => words.with(
                "questions-went-instead",
                &[("name", thread.name(away).into())],
            ),
            (reason, _) => words.with(
                "questions-went-passed",
                &[
                    ("name", thread.name(to.by).into()),
                    ("reason", reason.into()),
                ],
            ),
        };
        row(
            html! { p { (words.with("questions-went", &values)) } },
            Some(html! { (by) }),
            None,
        )
    });
    let readers: Vec<String> = it
        .asker
        .into_iter()
        .chain(thread.answering.answerers(it))
        .map(|person| thread.name(person))
        .filter(|name| !name.is_empty())
        .collect();
    html! {
        (side("about", words.say("questions-about"), facts(known)))
        (side("went", words.say("questions-went-to"), rows(went)))
        (side("readers", words.say("questions-readers"), html! {
            p { (words.with("questions-readers-are", &[("names", words.list(&readers).into())])) }
            (small(words.say("questions-nobody-else")))
        }))
    }
}

fn own_acts(thread: &Thread<'_>) -> Markup {
    let words = thread.visitor.words;
    let it = &thread.asked.question;
    let closed = it.standing() == Standing::Closed;
    let key = || form_key(Some(thread.asked.version));
    let (label, hint, act) = if closed {
        (
            "questions-reopen",
            "questions-reopen-hint",
            "questions-reopen-act",
        )
    } else {
        (
            "questions-more",
            "questions-more-hint",
            "questions-more-act",
        )
    };
    html! {
        @if !closed {
            (section("close", words.say("questions-close"), Some(&words.say("questions-close-hint")), form(&format!("{}/close", thread.path()), &key(), html! {
                (acts([button(words.say("questions-close-act"))]))
            })))
        }
        (section("ask-on", words.say(label), Some(&words.say(hint)), form(&format!("{}/ask-on", thread.path()), &key(), html! {
            (Field::area(MORE, words.say("questions-text")).value(thread.form.value(MORE)).sees(words.say("questions-sees")).error(thread.form.error(MORE)).autosave(thread.form.autosave(MORE)).markup(words))
            (acts([button_main_named("act", "send", words.say(act)), button_named("act", "save", words.say("questions-save"))]))
        })))
    }
}

fn office_acts(thread: &Thread<'_>) -> Markup {
    let words = thread.visitor.words;
    let it = &thread.asked.question;
    let key = || form_key(Some(thread.asked.version));
    let asker = it.asker.map(|asker| thread.name(asker)).unwrap_or_default();
    html! {
        @if it.standing() != Standing::Closed {
            (section("answer-section", words.say("questions-answer"), Some(&words.say("questions-answer-hint")), form(&format!("{}/answer", thread.path()), &key(), html! {
                    (Field::area(ANSWER_FIELD, words.say("questions-answer-text")).lines(6).value(thread.form.value(ANSWER_FIELD)).sees(words.with("questions-answer-sees", &[("name", asker.into())])).error(thread.form.error(ANSWER_FIELD)).autosave(thread.form.autosave(ANSWER_FIELD)).markup(words))
                (acts([button_main_named("act", "send", words.say("questions-answer-act")), button_named("act", "save", words.say("questions-save")), link_plain(&format!("{}/pass-on", thread.path()), words.say("questions-pass-on"))]))
            })))
        }
        @if it.last_answer().is_some() && thread.visitor.library.is_keeper() {
            (section("library", words.say("questions-to-library"), Some(&words.say("questions-to-library-hint")), html! {
                p { (words.say("questions-to-library-text")) }
                (form(&format!("{}/library", thread.path()), &form_key(None), acts([button(words.say("questions-to-library-act"))])))
            }))
        }
        @if it.standing() == Standing::Answered {
            (section("close", words.say("questions-close"), Some(&words.say("questions-close-office-hint")), form(&format!("{}/close", thread.path()), &key(), html! {
                (acts([button(words.say("questions-close-act"))]))
            })))
        }
    }
}

/// Keeps what was typed. The page to go to where there is nothing more to do: words that are not sent yet, or such as
/// another page changed meanwhile.
async fn keep(
    thread: &mut Thread<'_>,
    typed: &Typed,
    field: &str,
) -> Result<Option<Response>, Fault> {
    let why = For::of(typed);
    thread.form.save(typed, why, |name| name == field).await?;
    if thread.form.is_wrong() {
        return Ok(Some((thread.form.status(), page(thread)).into_response()));
    }
    let back = || Redirect::to(&format!("{}#{field}", thread.path())).into_response();
    Ok((why == For::Later).then(back))
}

pub async fn answer(
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let mut thread = Thread::of(&visitor, &id).await?;
    thread.answers()?;
    if let Some(there) = keep(&mut thread, &typed, ANSWER_FIELD).await? {
        return Ok(there);
    }
    let text = typed.get(ANSWER_FIELD).to_owned();
    let tell = thread.asked.question.asker;
    thread
        .do_this(
            typed,
            Question::Answer { text },
            tell,
            |_| ANSWER_FIELD,
            page,
        )
        .await
}

pub async fn ask_on(
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let mut thread = Thread::of(&visitor, &id).await?;
    if !thread.is_own() {
        return Err(Fault::Forbidden);
    }
    if let Some(there) = keep(&mut thread, &typed, MORE).await? {
        return Ok(there);
    }
    let text = typed.get(MORE).to_owned();
    let it = &thread.asked.question;
    let command = if it.closed.is_some() {
        Question::Reopen { text }
    } else {
        Question::FollowUp { text }
    };
    // Whoever stands in for an owner who is away today is told.
    let tell = it.owner().map(|owner| {
        let instead = thread.answering.stands_in(owner);
        instead.map_or(owner, |(person, _)| person)
    });
    thread.do_this(typed, command, tell, |_| MORE, page).await
}

pub async fn close(
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let thread = Thread::of(&visitor, &id).await?;
    let field = if thread.is_own() {
        |_: &Refusal| MORE
    } else {
        |_: &Refusal| ANSWER_FIELD
    };
    thread
        .do_this(typed, Question::Close, None, field, page)
        .await
}

pub async fn pass_on(visitor: Visitor, Path(id): Path<String>) -> Result<Markup, Fault> {
    let thread = Thread::of(&visitor, &id).await?;
    thread.answers()?;
    Ok(pass_on_page(&thread))
}

pub async fn do_pass_on(
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let thread = Thread::of(&visitor, &id).await?;
    thread.answers()?;
    let to = typed.get(TO).parse().unwrap_or(PersonId(uuid::Uuid::nil()));
    let command = Question::PassOn {
        to,
        topic: typed.get(TOPIC).to_owned(),
        reason: typed.get(REASON).to_owned(),
    };
    let field = |refusal: &Refusal| match refusal {
        Refusal::Empty {
            field: Text::Reason,
        }
        | Refusal::TooLong { .. } => REASON,
        Refusal::NoSuchTopic => TOPIC,
        _ => TO,
    };
    thread
        .do_this(typed, command, Some(to), field, pass_on_page)
        .await
}

fn pass_on_page(thread: &Thread<'_>) -> Markup {
    let visitor = thread.visitor;
    let words = visitor.words;
    let it = &thread.asked.question;
    let tag = words.language().tag();
    let title = words.say("questions-pass-on");
    let head = PageHead {
        crumbs: vec![
            Crumb::link(words.say("questions-office"), "/questions/office"),
            Crumb::link(self::title(thread), thread.path()),
            Crumb::here(&title),
        ],
        title: title.clone(),
        lead: Some(html! { (words.say("questions-pass-on-lead")) }),
        jumps: vec![],
    };
    let others = thread
        .answering
        .everybody()
        .into_iter()
        .filter(|person| Some(*person) != it.asker);
    let mut people: Vec<(String, PersonId)> = others
        .map(|person| (thread.name(person), person))
        .filter(|(name, _)| !name.is_empty())
        .collect();
    people.sort();
    let people = people
        .into_iter()
        .map(|(name, person)| Choice::new(person.to_string(), name))
        .collect();
    let pack = visitor.school_year.year.pack();
    let topics = pack
        .into_iter()
        .flat_map(|pack| &pack.topics)
        .map(|topic| Choice::new(&topic.id, topic.label.get(tag)))
        .collect();
    let form_of = &thread.form;
    let body = html! {
        (form_of.summary())
        (page_head(words, &head))
        (section("pass-on", words.say("questions-pass-on"), Some(&words.say("questions-pass-on-hint")), form(&format!("{}/pass-on", thread.path()), &form_key(Some(thread.asked.version)), html! {
            (Field::select(TO, words.say("questions-to"), people).value(form_of.value(TO)).error(form_of.error(TO)).markup(words))
            (Field::select(TOPIC, words.say("questions-topic"), topics).value(form_of.value_or(TOPIC, &it.topic)).error(form_of.error(TOPIC)).markup(words))
            (Field::area(REASON, words.say("questions-reason")).value(form_of.value(REASON)).sees(words.say("questions-reason-sees")).error(form_of.error(REASON)).markup(words))
            (acts([button_main_named("act", "pass", words.say("questions-pass-on-act")), link_plain(&thread.path(), words.say("questions-back"))]))
        })))
    };
    visitor.page(Sheet {
        room: "questions",
        title,
        body,
        footer: None,
    })
}
