//! The rationale desk: the written basis of a rating for instruction or professionalism, with the year's evidence to
//! tick and the framework's words beside it. Everybody else who may read the year reads what was shared.

mod guidance;
mod view;

use crate::components::FormKey;
use crate::fault::Fault;
use crate::form::{For, Form};
use crate::layout::{Conflict, conflict};
use crate::notices::{Announced, announce};
use crate::ratings::{Basis, Loaded, allowed, load};
use crate::routes::Routes;
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor, form_key};
use access::Action;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::rationale::{About, Command};
use domain::{Command as Any, Stream};
use maud::Markup;

/// The text while it is written.
const TEXT: &str = "text";
/// Names of the ticked things, one a line.
const EVIDENCE: &str = "evidence";

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/teachers/{teacher}/rationale/{about}", show)
        .post("/teachers/{teacher}/rationale/{about}", act)
}

/// One rationale of a teacher's year with what the writer needs.
pub struct Desk<'a> {
    pub basis: Basis<'a>,
    pub about: About,
    pub stream: Stream,
    /// Nothing under a shared rating changes.
    pub closed: bool,
    pub form: Form<'a>,
}

impl Desk<'_> {
    /// The wording that holds; empty before the first.
    pub fn latest(&self) -> (String, String) {
        let latest = self.basis.record.rationale(self.about);
        let text = latest.map(|it| it.text.clone());
        let ticked = latest.map(|it| {
            it.evidence
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        });
        (
            text.unwrap_or_default(),
            ticked.unwrap_or_default().join("\n"),
        )
    }
}

fn which(about: &str) -> Result<About, Fault> {
    About::ALL
        .into_iter()
        .find(|it| it.as_str() == about)
        .ok_or(Fault::NotFound)
}

async fn desk<'a>(
    visitor: &'a Visitor,
    loaded: &'a Loaded,
    about: About,
) -> Result<Desk<'a>, Fault> {
    let stream = Stream::rationale(loaded.record.teacher, &loaded.record.year, about);
    Ok(Desk {
        basis: Basis::of(visitor, loaded)?,
        about,
        closed: loaded.record.rating_is_shared(),
        form: Form::of(visitor, &stream).await?,
        stream,
    })
}

async fn show(
    visitor: Visitor,
    Path((teacher, about)): Path<(String, String)>,
) -> Result<Markup, Fault> {
    let about = which(&about)?;
    let loaded = load(&visitor, &teacher).await?;
    let desk = desk(&visitor, &loaded, about).await?;
    if desk.closed || !allowed(&visitor, &loaded.record, Action::ShareRationale) {
        return view::reading(&desk).await;
    }
    view::writing(&desk).await
}

fn streams(names: &str) -> Vec<Stream> {
    names
        .lines()
        .filter_map(|name| name.trim().parse().ok())
        .collect()
}

async fn act(
    visitor: Visitor,
    Path((teacher, about)): Path<(String, String)>,
    typed: Typed,
) -> Result<Response, Fault> {
    let about = which(&about)?;
    let loaded = load(&visitor, &teacher).await?;
    if !allowed(&visitor, &loaded.record, Action::ShareRationale) {
        return Err(Fault::Forbidden);
    }
    let teacher = loaded.record.teacher;
    let here = format!("/teachers/{teacher}/rationale/{}", about.as_str());
    let mut desk = desk(&visitor, &loaded, about).await?;
    let why = For::of(&typed);
    desk.form
        .save(&typed, why, |field| [TEXT, EVIDENCE].contains(&field))
        .await?;
    if desk.form.is_wrong() {
        let page = view::writing(&desk).await?;
        return Ok((desk.form.status(), page).into_response());
    }
    if why == For::Later {
        return Ok(Redirect::to(&here).into_response());
    }
    let evidence = streams(&typed.lines(EVIDENCE));
    let text = typed.get(TEXT).to_owned();
    let command = Command::Share {
        teacher,
        year: loaded.record.year.clone(),
        about,
        text,
        evidence,
    };
    let notices = loaded
        .people
        .get(&teacher)
        .map(|it| announce(visitor.writer(), it, Announced::Shared, &here))
        .into_iter()
        .collect();
    let key = FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    };
    match visitor
        .carry_out(desk.stream.clone(), key, Any::Rationale(command), notices)
        .await
    {
        Ok(_) => {
            desk.form.forget().await?;
            Ok(Redirect::to(&format!("/teachers/{teacher}/rating")).into_response())
        }
        Err(record::Fault::Refused(refusal)) => {
            desk.form.refused(view::field_of(&refusal), &refusal);
            let page = view::writing(&desk).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(record::Fault::Changed(changed)) => {
            Ok((StatusCode::CONFLICT, both(&desk, &changed)).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Another page shared a wording in between: both stand here.
fn both(desk: &Desk<'_>, changed: &record::Changed) -> Markup {
    let basis = &desk.basis;
    let words = basis.words;
    let label = words.say("rationale-text");
    let theirs = basis
        .record
        .rationale(desk.about)
        .map(|it| (label.clone(), it.text.clone()));
    let body = conflict(
        words,
        &Conflict {
            yours: vec![(label, desk.form.value(TEXT).to_owned())],
            theirs: theirs.into_iter().collect(),
            name: basis.full(changed.by),
            moment: words.moment(basis.visitor.local(changed.at)),
            again: view::form_alone(desk, &form_key(Some(basis.record.version(&desk.stream)))),
        },
    );
    basis.visitor.page(Sheet {
        room: crate::way::room(basis.visitor, basis.record.teacher),
        title: words.say("error-409-title"),
        body,
        footer: None,
    })
}
