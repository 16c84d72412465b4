//! The page on which an import begins: what was applied last, what the files must be, and the form.

use super::dry_run::counts;
use super::last::last;
use super::sent::{HR, ROSTER, Wrong};
use crate::components::{
    Crumb, Field, FieldError, PageHead, acts, button_main, empty, error_summary, facts,
    form_with_files, link_plain, page_head, rows, section, small,
};
use crate::fault::Fault;
use crate::people::keeper;
use crate::visitor::{Sheet, Visitor, form_key};
use domain::people::Name;
use maud::{Markup, html};

pub async fn page(visitor: &Visitor, wrong: Option<Wrong>) -> Result<Markup, Fault> {
    keeper(visitor)?;
    let words = visitor.words;
    let text = wrong.map(|wrong| words.say(&format!("roster-import-{}", wrong.word())));
    let errors: Vec<FieldError> = text
        .iter()
        .map(|text| FieldError {
            field: ROSTER.to_owned(),
            text: text.clone(),
        })
        .collect();
    let before = last(visitor).await?;
    let name = match &before {
        Some(last) => visitor
            .app
            .record()
            .names([last.applied.by])
            .await?
            .get(&last.applied.by)
            .map(Name::full),
        None => None,
    };
    let body = html! {
        (error_summary(words, &errors))
        (page_head(words, &PageHead {
            crumbs: vec![Crumb::link(words.say("nav-people"), "/people"), Crumb::here(words.say("roster-import-title"))],
            title: words.say("roster-import-title"),
            lead: Some(html! { (words.say("roster-import-lead")) }),
            ..PageHead::default()
        }))
        (section("files", words.say("roster-import-files"), Some(&words.say("roster-import-files-hint")), html! {
            (form_with_files("/roster/import", &form_key(None), html! {
                (Field::file(ROSTER, words.say("roster-import-roster")).hint(words.say("roster-import-roster-hint")).accept(".zip,application/zip").error(text).markup(words))
                (Field::file(HR, words.say("roster-import-hr")).hint(words.say("roster-import-hr-hint")).accept(".zip,.csv,application/zip,text/csv").multiple().optional().markup(words))
                (small(words.say("roster-import-patience")))
                (acts([button_main(words.say("roster-import-read")), link_plain("/people", words.say("roster-import-to-people"))]))
            }))
        }))
        (section("last", words.say("roster-import-last"), None, html! {
            @match &before {
                None => { (empty(words.say("roster-import-never"), None)) }
                Some(last) => {
                    @let by = name.unwrap_or_else(|| words.say("roster-import-command-line"));
                    p { (words.with("roster-import-last-by", &[("name", by.into()), ("moment", words.moment(visitor.local(last.at)).into())])) }
                    (facts(counts(words, &last.applied.counts)))
                    p { a href={ "/history/roster/" (last.fingerprint) } { (words.say("roster-import-last-history")) } }
                }
            }
        }))
        (section("gives", words.say("roster-import-gives"), None, rows(["roster-import-gives-teacher", "roster-import-gives-leader", "roster-import-gives-evaluator", "roster-import-gives-nothing", "roster-import-by-hand"].map(|key| html! { p { (words.say(key)) } }))))
        (section("must", words.say("roster-import-must"), None, rows(["roster-import-must-zip", "roster-import-must-hr", "roster-import-must-whole", "roster-import-must-students"].map(|key| html! { p { (words.say(key)) } }))))
    };
    Ok(visitor.page(Sheet {
        room: "people",
        title: words.say("roster-import-title"),
        body,
        footer: None,
    }))
}
