//! Reading what a colleague proposes, and publishing it or not.

use super::edit::preview;
use super::list::{Shelf, shelf};
use super::{address, crumbs, keeper, stream, tell};
use crate::components::{
    Field, FormKey, PageHead, acts, button_main_named, button_named, empty, facts, form, hidden,
    link_button, link_plain, page_head, row, rows, section, small,
};
use crate::fault::Fault;
use crate::notices::Announced;
use crate::refusals::sentence;
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor, form_key};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Command;
use domain::library::{Change, Command as Library, Entry, Page, Proposal};
use maud::{Markup, html};

/// Everything that waits for a second reader.
pub async fn list(visitor: Visitor) -> Result<Markup, Fault> {
    keeper(&visitor)?;
    let words = visitor.words;
    let tag = words.language().tag();
    let shelf = shelf(&visitor, "").await?;
    let record = visitor.app.record();
    let waiting = record
        .library_proposals(&shelf.library, &shelf.year)
        .await?;
    let people = visitor
        .colleagues(
            waiting
                .iter()
                .filter_map(|entry| Some(entry.proposal.as_ref()?.by)),
        )
        .await?;
    let line = |entry: &Entry| {
        let proposal = entry.proposal.as_ref()?;
        let title = title(&shelf, entry, tag);
        let who = people
            .get(&proposal.by)
            .map_or_else(String::new, |it| it.name.full());
        let by = words.with(
            "library-proposed-by",
            &[
                ("name", who.into()),
                ("date", words.date(proposal.on).into()),
            ],
        );
        Some(row(
            html! { a href={ (address(&entry.id)) "/review" } { (title) } },
            None,
            Some(html! { p.said { (proposal.reason) } (small(by)) }),
        ))
    };
    let lines: Vec<Markup> = waiting.iter().filter_map(line).collect();
    let body = html! {
        (page_head(words, &PageHead {
            crumbs: crumbs(&visitor, None, words.say("library-reviews-title")),
            title: words.say("library-reviews-title"),
            lead: Some(html! { (words.say("library-reviews-lead")) }),
            ..PageHead::default()
        }))
        (section("waiting", words.say("library-reviews-waiting"), None, html! {
            @if lines.is_empty() { (empty(words.say("library-reviews-none"), Some(link_button("/library", words.say("library-back"))))) }
            @else { (rows(lines)) }
        }))
    };
    Ok(visitor.page(Sheet {
        room: "library",
        title: words.say("library-reviews-title"),
        body,
        footer: None,
    }))
}

fn title(shelf: &Shelf, entry: &Entry, tag: &str) -> String {
    let proposed = entry
        .proposal
        .as_ref()
        .and_then(|proposal| match &proposal.change {
            Change::Page(page) => Some(page.title.get(tag)),
            Change::Pack => None,
        });
    let shown = shelf
        .library
        .page(&entry.id)
        .map(|shown| shown.page.title.get(tag));
    proposed.or(shown).unwrap_or(&entry.id).to_owned()
}

pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    keeper(&visitor)?;
    let shelf = shelf(&visitor, "").await?;
    let record = visitor.app.record();
    let (entry, version) = record
        .library_entry(&shelf.library, &shelf.year, &id)
        .await?;
    let Some(proposal) = &entry.proposal else {
        // Whoever was quicker published it, or not: the page says what holds now.
        let to = if shelf.library.page(&id).is_some() {
            address(&id)
        } else if entry.year.is_some() {
            format!("{}/edit", address(&id))
        } else {
            return Err(Fault::NotFound);
        };
        return Ok(Redirect::to(&to).into_response());
    };
    Ok(read(&visitor, &shelf, &entry, proposal, version, None)
        .await?
        .into_response())
}

async fn read(
    visitor: &Visitor,
    shelf: &Shelf,
    entry: &Entry,
    proposal: &Proposal,
    version: u64,
    wrong: Option<(&str, String)>,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let tag = words.language().tag();
    let (_, pack) = visitor.open_year()?;
    let people = visitor.colleagues([proposal.by]).await?;
    let who = people
        .get(&proposal.by)
        .map_or_else(String::new, |it| it.name.full());
    let title = title(shelf, entry, tag);
    let now = shelf
        .library
        .page(&entry.id)
        .map_or_else(Page::default, |shown| shown.page.clone());
    let next = match &proposal.change {
        Change::Page(page) => Page::clone(page),
        Change::Pack => domain::library::of_pack(pack, &entry.id).unwrap_or_default(),
    };
    let is_own = proposal.by == visitor.id();
    let to = format!("{}/review", address(&entry.id));
    let error = |field: &str| {
        wrong
            .as_ref()
            .filter(|(of, _)| *of == field)
            .map(|(_, text)| text.clone())
    };
    let errors: Vec<_> = wrong
        .iter()
        .map(|(field, text)| crate::components::FieldError {
            field: (*field).to_owned(),
            text: text.clone(),
        })
        .collect();
    let readers = next
        .audience
        .iter()
        .map(|one| words.say(&format!("library-audience-{}", one.as_str())));
    let readers: Vec<String> = readers.collect();
    let body = html! {
        (crate::components::error_summary(words, &errors))
        (page_head(words, &PageHead {
            crumbs: crumbs(visitor, Some((&entry.id, &title)), words.say("library-review")),
            title: words.with("library-review-title", &[("title", (&title).into())]),
            lead: Some(html! { (words.say(if is_own { "library-review-own" } else { "library-review-lead" })) }),
            ..PageHead::default()
        }))
        (section("proposal", words.say("library-proposal"), None, html! {
            (facts([
                (words.say("library-proposed"), html! { (words.with("library-proposed-by", &[("name", who.into()), ("date", words.date(proposal.on).into())])) }),
                (words.say("library-reason"), html! { span.said { (proposal.reason) } }),
                (words.say("library-kind"), html! { (words.say(match proposal.change { Change::Page(_) => "library-kind-page", Change::Pack => "library-kind-pack" })) }),
                (words.say("library-audience"), html! { (words.list(&readers)) }),
            ]))
            @if !next.files.is_empty() { (rows(next.files.iter().map(|file| super::files::line(visitor, &entry.id, file, "")))) }
        }))
        (preview(visitor, pack, &now, &next))
        (section("decide", words.say("library-decide"), Some(&words.say("library-decide-hint")), html! {
            @if is_own {
                (form(&to, &form_key(Some(version)), html! {
                    (hidden("act", "withdraw"))
                    (acts([crate::components::button_main(words.say("library-withdraw")), link_plain("/library/reviews", words.say("library-reviews-title"))]))
                }))
            } @else {
                (form(&to, &form_key(Some(version)), html! {
                    (Field::area("reason", words.say("library-decline-reason")).optional().sees(words.say("library-reason-sees")).error(error("reason")).lines(2).markup(words))
                    (acts([
                        button_main_named("act", "publish", words.say("library-publish")),
                        button_named("act", "decline", words.say("library-decline")),
                        link_plain("/library/reviews", words.say("library-reviews-title")),
                    ]))
                }))
            }
        }))
    };
    Ok(visitor.page(Sheet {
        room: "library",
        title: words.say("library-review"),
        body,
        footer: None,
    }))
}

pub async fn sent(
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    keeper(&visitor)?;
    let record = visitor.app.record();
    let (entry, version) = record
        .library_entry(&visitor.library, &visitor.year, &id)
        .await?;
    if version == 0 {
        return Err(Fault::NotFound);
    }
    let command = match typed.get("act") {
        "publish" => Library::Publish,
        "decline" => Library::Decline {
            reason: typed.get("reason").to_owned(),
        },
        "withdraw" => Library::Withdraw,
        _ => return Err(Fault::Unreadable),
    };
    let own = format!("{}/edit", address(&id));
    // The author finds the page as it is published, or the reason beside the text that was not.
    let (done, told) = match &command {
        Library::Publish => (address(&id), address(&id)),
        Library::Withdraw => (own.clone(), own),
        _ => ("/library/reviews".to_owned(), own),
    };
    let author = entry.proposal.map(|proposal| proposal.by);
    let author = author.filter(|author| *author != visitor.id());
    let notices = tell(&visitor, author, Announced::Answered, &told).await?;
    let key = FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    };
    let refusal = match visitor
        .carry_out(
            stream(&visitor, &id),
            key,
            Command::Library(command),
            notices,
        )
        .await
    {
        Ok(_) => return Ok(Redirect::to(&done).into_response()),
        Err(record::Fault::Refused(refusal)) => refusal,
        Err(fault) => return Err(fault.into()),
    };
    let shelf = shelf(&visitor, "").await?;
    let (entry, version) = record
        .library_entry(&shelf.library, &shelf.year, &id)
        .await?;
    let Some(proposal) = &entry.proposal else {
        return Err(refusal.into());
    };
    let wrong = Some(("reason", sentence(visitor.words, &refusal)));
    let page = read(&visitor, &shelf, &entry, proposal, version, wrong).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
