//! The rationale desk: the written basis of a rating for instruction or professionalism, with the year's evidence to
//! tick and the framework's words beside it. Everybody else who may read the year reads what was shared.

mod evidence;
mod guidance;
mod view;

use crate::components::FormKey;
use crate::drafts;
use crate::fault::Fault;
use crate::layout::{Conflict, conflict};
use crate::notices::{Announced, announce};
use crate::ratings::{Basis, Loaded, allowed, load};
use crate::router::Routes;
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor, form_key};
use access::Action;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::rationale::{About, Command};
use domain::{Command as Any, Refusal, Stream};
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

/// What stands in the form: typed, else drafted, else the wording that holds.
pub struct Written {
    pub text: String,
    pub evidence: Vec<Stream>,
    pub refusal: Option<Refusal>,
}

/// One rationale of a teacher's year with what the writer needs.
pub struct Desk<'a> {
    pub basis: Basis<'a>,
    pub about: About,
    pub stream: Stream,
    /// Nothing under a shared rating changes.
    pub closed: bool,
}

fn which(about: &str) -> Result<About, Fault> {
    About::ALL
        .into_iter()
        .find(|it| it.as_str() == about)
        .ok_or(Fault::NotFound)
}

async fn read(visitor: &Visitor, teacher: &str, about: About) -> Result<(Loaded, Stream), Fault> {
    let mut loaded = load(visitor, teacher).await?;
    let stream = Stream::rationale(loaded.record.teacher, &loaded.record.year, about);
    loaded.drafts = visitor.app.record().drafts(&visitor.actor, &stream).await?;
    Ok((loaded, stream))
}

fn desk<'a>(
    visitor: &'a Visitor,
    loaded: &'a Loaded,
    about: About,
    stream: Stream,
) -> Result<Desk<'a>, Fault> {
    let closed = loaded.record.rating_is_shared();
    Ok(Desk {
        basis: Basis::of(visitor, loaded)?,
        about,
        stream,
        closed,
    })
}

async fn show(
    visitor: Visitor,
    Path((teacher, about)): Path<(String, String)>,
) -> Result<Markup, Fault> {
    let about = which(&about)?;
    let (loaded, stream) = read(&visitor, &teacher, about).await?;
    let desk = desk(&visitor, &loaded, about, stream)?;
    if desk.closed || !allowed(&visitor, &loaded.record, Action::ShareRationale) {
        return view::reading(&desk).await;
    }
    view::writing(&desk, &drafted(&desk)).await
}

fn drafted(desk: &Desk<'_>) -> Written {
    let (all, author) = (desk.basis.drafts, desk.basis.visitor.id());
    let latest = desk.basis.record.rationale(desk.about);
    let text = drafts::own(all, author, TEXT).map(|it| it.text.clone());
    let ticked = drafts::own(all, author, EVIDENCE).map(|it| streams(it.text.lines()));
    Written {
        text: text
            .or_else(|| latest.map(|it| it.text.clone()))
            .unwrap_or_default(),
        evidence: ticked
            .or_else(|| latest.map(|it| it.evidence.clone()))
            .unwrap_or_default(),
        refusal: None,
    }
}

fn streams<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Stream> {
    names.filter_map(|name| name.trim().parse().ok()).collect()
}

async fn act(
    visitor: Visitor,
    Path((teacher, about)): Path<(String, String)>,
    typed: Typed,
) -> Result<Response, Fault> {
    let about = which(&about)?;
    let (loaded, stream) = read(&visitor, &teacher, about).await?;
    if !allowed(&visitor, &loaded.record, Action::ShareRationale) {
        return Err(Fault::Forbidden);
    }
    let teacher = loaded.record.teacher;
    let here = format!("/teachers/{teacher}/rationale/{}", about.as_str());
    let ticked = typed.all(EVIDENCE).collect::<Vec<_>>().join("\n");
    if typed.get("act") == "save" {
        drafts::save_typed(
            &visitor,
            &stream,
            [(TEXT, typed.get(TEXT)), (EVIDENCE, ticked.as_str())],
        )
        .await?;
        return Ok(Redirect::to(&here).into_response());
    }
    let evidence = streams(ticked.lines());
    let text = typed.get(TEXT).to_owned();
    let command = Command::Share {
        teacher,
        year: loaded.record.year.clone(),
        about,
        text: text.clone(),
        evidence: evidence.clone(),
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
        .carry_out(stream.clone(), key, Any::Rationale(command), notices)
        .await
    {
        Ok(_) => Ok(Redirect::to(&format!("/teachers/{teacher}/rating")).into_response()),
        Err(record::Fault::Refused(refusal)) => {
            let desk = desk(&visitor, &loaded, about, stream)?;
            let written = Written {
                text,
                evidence,
                refusal: Some(refusal),
            };
            Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                view::writing(&desk, &written).await?,
            )
                .into_response())
        }
        Err(record::Fault::Changed(changed)) => {
            let desk = desk(&visitor, &loaded, about, stream)?;
            let written = Written {
                text,
                evidence,
                refusal: None,
            };
            Ok((StatusCode::CONFLICT, both(&desk, &written, &changed)).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Another page shared a wording in between: both stand here.
fn both(desk: &Desk<'_>, written: &Written, changed: &record::Changed) -> Markup {
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
            yours: vec![(label, written.text.clone())],
            theirs: theirs.into_iter().collect(),
            name: basis.full(changed.by),
            moment: words.moment(basis.visitor.local(changed.at)),
            again: view::form_alone(
                desk,
                written,
                &form_key(Some(basis.record.version(&desk.stream))),
            ),
        },
    );
    basis.visitor.page(Sheet {
        room: "caseload",
        title: words.say("error-409-title"),
        body,
        footer: None,
    })
}
