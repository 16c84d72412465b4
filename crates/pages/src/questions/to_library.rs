//! An answer begins a page of the toolkit library: its text becomes the draft of a page of its own, which its author
//! completes in the library's editor. Nothing leads from the page to the question, and no word of the question is on it.

use super::stream;
use crate::drafts::note;
use crate::fault::Fault;
use crate::library::address;
use crate::visitor::Visitor;
use access::{Action, may};
use axum::extract::Path;
use axum::response::Redirect;
use domain::library::{Readers, of_answer};
use domain::{Refusal, Stream};

/// Letters of chance in the page's address.
const TOKEN: usize = 12;

pub async fn begin(visitor: Visitor, Path(id): Path<String>) -> Result<Redirect, Fault> {
    let record = visitor.app.record();
    let thing = stream(&id)?;
    let asked = record.question(&visitor.actor, &thing).await?;
    let subject = record.subject(&thing).await?;
    let answers = may(&visitor.actor, Action::AnswerQuestion, &subject).is_allowed();
    if !answers || !visitor.library.is_keeper() {
        return Err(Fault::Forbidden);
    }
    visitor.open_year()?;
    let answer = asked.question.last_answer().ok_or(Refusal::NotAnswered)?;
    let mut token = uuid::Uuid::new_v4().simple().to_string();
    token.truncate(TOKEN);
    let id = of_answer(&token);
    let page = Stream::library(&visitor.year, &id);
    let tag = visitor.words.language().tag();
    let fields = [
        (format!("body.{tag}"), answer.text.clone()),
        (
            "audience".to_owned(),
            Readers::Everybody.as_str().to_owned(),
        ),
    ];
    for (field, text) in fields {
        note(&visitor, &page, &field, &text).await?;
    }
    Ok(Redirect::to(&format!("{}/edit", address(&id))))
}
