//! Bad input: every form of the program with what no person should send, and what the page makes of it. A clear sentence,
//! everything typed still there, nothing half done.

mod markup;
mod refused;
mod table;
mod unreadable;

use crate::access::walk::fill;
use crate::browser::{Form, plain};
use crate::larkspur::Answer;
use crate::lived::Lived;
use table::Case;

/// The form of a case as its page shows it, filled in as somebody would.
async fn filled(lived: &Lived, case: &Case) -> Form {
    let things = &lived.records[0];
    let page = fill(lived, case.page, things).await;
    let answer = lived.get(case.role, &page).await;
    let to = fill(lived, case.to, things).await;
    let with = case.good.first().map_or("", |(name, _)| name);
    let mut form = Form::all(&answer.text())
        .into_iter()
        .find(|form| {
            form.action.split('?').next() == to.split('?').next()
                && (with.is_empty() || form.controls.iter().any(|control| control.name == with))
        })
        .unwrap_or_else(|| {
            panic!(
                "{}: no form to {to} on {page} ({}): {}",
                case.name,
                answer.status,
                answer.read()
            )
        });
    for (name, value) in case.good {
        form.fill_first(name, &fill(lived, value, things).await);
    }
    form
}

/// Sends a form as the case's person does.
async fn send(lived: &Lived, case: &Case, form: &Form) -> Answer {
    lived
        .send(case.role, "POST", &form.action, &form.fields())
        .await
}

/// Whether the page still has a text that somebody typed, in a field or as it will be read.
fn still_there(answer: &Answer, typed: &str) -> bool {
    let page = plain(&answer.text()).replace("\r\n", "\n");
    page.contains(typed.trim())
}
