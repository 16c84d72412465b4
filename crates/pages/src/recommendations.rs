//! The recommendation for next year: whoever evaluates recommends renewal with reasons beside the record's summary;
//! the teacher and the school's leader see it. Rating, status and employment are three decisions.

mod view;

use crate::components::FormKey;
use crate::fault::Fault;
use crate::form::{For, Form};
use crate::notices::{Announced, announce};
use crate::ratings::{Basis, Loaded, allowed, load};
use crate::routes::Routes;
use crate::typed::Typed;
use crate::visitor::Visitor;
use access::Action;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::recommendations::Command;
use domain::{Command as Any, Kind};
use maud::Markup;

/// The reasons while they are written.
const REASONS: &str = "reasons";

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/teachers/{teacher}/recommendation", show)
        .post("/teachers/{teacher}/recommendation", act)
}

async fn read<'v>(visitor: &'v Visitor, teacher: &str) -> Result<(Loaded, Form<'v>), Fault> {
    let loaded = load(visitor, teacher).await?;
    let form = Form::of(visitor, &loaded.record.one(Kind::Recommendation).0).await?;
    Ok((loaded, form))
}

async fn show(visitor: Visitor, Path(teacher): Path<String>) -> Result<Markup, Fault> {
    let (loaded, form) = read(&visitor, &teacher).await?;
    let may = allowed(&visitor, &loaded.record, Action::Recommend);
    view::show(&Basis::of(&visitor, &loaded)?, may, &form).await
}

async fn act(
    visitor: Visitor,
    Path(teacher): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let (loaded, mut form) = read(&visitor, &teacher).await?;
    if !allowed(&visitor, &loaded.record, Action::Recommend) {
        return Err(Fault::Forbidden);
    }
    let teacher = loaded.record.teacher;
    let here = format!("/teachers/{teacher}/recommendation");
    let reasons = typed.get(REASONS).to_owned();
    let why = For::of(&typed);
    form.save(&typed, why, |field| field == REASONS).await?;
    if form.is_wrong() {
        let page = view::show(&Basis::of(&visitor, &loaded)?, true, &form).await?;
        return Ok((form.status(), page).into_response());
    }
    if why == For::Later {
        return Ok(Redirect::to(&here).into_response());
    }
    let command = Command::Renew {
        teacher,
        year: loaded.record.year.clone(),
        reasons: reasons.clone(),
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
        .carry_out(
            form.thing.clone(),
            key,
            Any::Recommendation(command),
            notices,
        )
        .await
    {
        Ok(_) => {
            form.forget().await?;
            Ok(Redirect::to(&here).into_response())
        }
        Err(record::Fault::Refused(refusal)) => {
            form.refused(REASONS, &refusal);
            let page = view::show(&Basis::of(&visitor, &loaded)?, true, &form).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(record::Fault::Changed(changed)) => {
            let (loaded, _) = read(&visitor, &teacher.to_string()).await?;
            let page = view::both(&Basis::of(&visitor, &loaded)?, &reasons, &changed);
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}
