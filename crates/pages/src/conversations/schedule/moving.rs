//! Another time for a conversation, and calling it off: the consequence is spelled out before either is done.

use super::{Offer, fields, invites, minutes, refused, sheet, slot_of, unprocessable};
use crate::components::{
    Crumb, Field, FormKey, PageHead, acts, button_main, error_summary, form, link_plain, page_head,
    section, small,
};
use crate::conversations::{Again, Seat, Talk};
use crate::fault::Fault;
use crate::layout::{Conflict, conflict};
use crate::notices::Invited;
use crate::typed::Typed;
use crate::visitor::{Visitor, form_key};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Command;
use domain::conversations::{Command as Conversation, Length};
use domain::situations::{may_be_brief, proposed_length};
use maud::{Markup, html};
use policy::{Pack, Side};

/// A conversation that the visitor may move or call off.
async fn movable(visitor: &Visitor, id: &str) -> Result<Talk, Fault> {
    let talk = Talk::load(visitor, id).await?;
    if talk.may_schedule(visitor).await? {
        Ok(talk)
    } else {
        Err(Fault::Forbidden)
    }
}

pub async fn ask_move(visitor: Visitor, Path(id): Path<String>) -> Result<Markup, Fault> {
    let talk = movable(&visitor, &id).await?;
    move_page(&visitor, &talk, &Again::default())
}

fn move_page(visitor: &Visitor, talk: &Talk, again: &Again) -> Result<Markup, Fault> {
    let words = visitor.words;
    let (_, pack) = visitor.open_year()?;
    let body = html! {
        (error_summary(words, &again.errors))
        (page_head(words, &over(visitor, talk, pack, "schedule-move-title", "schedule-move-lead")))
        (section("when", words.say("schedule-when"), None, move_form(visitor, talk, again)?))
    };
    Ok(sheet(visitor, words.say("schedule-move-tab"), body))
}

fn move_form(visitor: &Visitor, talk: &Talk, again: &Again) -> Result<Markup, Fault> {
    let words = visitor.words;
    let (_, pack) = visitor.open_year()?;
    let guide = talk.guide(pack);
    let record = &talk.page.record;
    let chosen = talk.it.length.unwrap_or(Length::Standard);
    let offer = Offer {
        proposed: proposed_length(record, pack),
        chosen,
        brief: chosen == Length::Brief || may_be_brief(record, pack),
    };
    Ok(form(
        &format!("{}/move", talk.path()),
        &form_key(Some(talk.version)),
        html! {
            (fields(visitor, pack, guide, talk.kind, &offer, Some(&talk.slot), again))
            (small(words.say("schedule-move-means")))
            (acts([button_main(words.say("schedule-move-send")), link_plain(&talk.path(), words.say("schedule-leave"))]))
        },
    ))
}

fn over(visitor: &Visitor, talk: &Talk, pack: &Pack, title: &str, lead: &str) -> PageHead {
    let words = visitor.words;
    let name = talk.name(if talk.seat == Seat::Teacher {
        Side::Evaluator
    } else {
        Side::Teacher
    });
    let values: &[(&str, words::Value<'_>)] = &[
        ("date", words.date(talk.slot.on).into()),
        ("time", words.time(talk.slot.begins).into()),
        ("place", (&talk.slot.place).into()),
    ];
    PageHead {
        crumbs: vec![
            Crumb::link(words.say("nav-conversations"), "/conversations"),
            Crumb::link(
                words.with(
                    "conversation-with",
                    &[
                        ("kind", talk.title(visitor, pack).into()),
                        ("name", name.clone().into()),
                    ],
                ),
                talk.path(),
            ),
        ],
        title: words.with(title, &[("name", name.into())]),
        lead: Some(html! { (words.with(lead, values)) }),
        ..PageHead::default()
    }
}

pub async fn move_it(
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let talk = movable(&visitor, &id).await?;
    let (_, pack) = visitor.open_year()?;
    // Without a guide it keeps its length.
    let guide = talk.guide(pack);
    let kept = if guide.is_none() {
        talk.it.length
    } else {
        None
    };
    let long = |length| guide.map_or(talk.slot.minutes, |guide| minutes(guide, length));
    let (slot, length) = match slot_of(&visitor, &typed, &long, kept) {
        Ok(made) => made,
        Err(again) => return Ok(unprocessable(move_page(&visitor, &talk, &again)?)),
    };
    let sides = (
        talk.colleague(Side::Teacher)?,
        talk.colleague(Side::Evaluator)?,
    );
    let notices = invites(
        &visitor,
        sides,
        &talk.stream,
        &slot,
        talk.it.sequence + 1,
        Invited::Moved,
    );
    let key = FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    };
    match visitor
        .carry_out(
            talk.stream.clone(),
            key,
            Command::Conversation(Conversation::Move { slot, length }),
            notices,
        )
        .await
    {
        Ok(_) => Ok(Redirect::to(&talk.path()).into_response()),
        Err(record::Fault::Refused(refusal)) => Ok(unprocessable(move_page(
            &visitor,
            &talk,
            &refused(&visitor, &typed, &refusal),
        )?)),
        Err(record::Fault::Changed(changed)) => {
            changed_meanwhile(&visitor, &id, &typed, &changed).await
        }
        Err(fault) => Err(fault.into()),
    }
}

pub async fn ask_cancel(visitor: Visitor, Path(id): Path<String>) -> Result<Markup, Fault> {
    let talk = movable(&visitor, &id).await?;
    cancel_page(&visitor, &talk, &Again::default())
}

fn cancel_page(visitor: &Visitor, talk: &Talk, again: &Again) -> Result<Markup, Fault> {
    let words = visitor.words;
    let (_, pack) = visitor.open_year()?;
    let body = html! {
        (error_summary(words, &again.errors))
        (page_head(words, &over(visitor, talk, pack, "schedule-cancel-title", "schedule-cancel-lead")))
        (section("reason-why", words.say("schedule-cancel-tab"), None, cancel_form(visitor, talk, again)))
    };
    Ok(sheet(visitor, words.say("schedule-cancel-tab"), body))
}

fn cancel_form(visitor: &Visitor, talk: &Talk, again: &Again) -> Markup {
    let words = visitor.words;
    form(
        &format!("{}/cancel", talk.path()),
        &form_key(Some(talk.version)),
        html! {
            p { (words.say("schedule-cancel-means")) }
            (Field::area("reason", words.say("schedule-cancel-reason"))
                .sees(words.with("schedule-cancel-sees", &[("name", talk.address(visitor, Side::Teacher).into())]))
                .value(again.value("reason", "")).error(again.error("reason")).markup(words))
            (acts([button_main(words.say("schedule-cancel-send")), link_plain(&talk.path(), words.say("schedule-cancel-keep"))]))
        },
    )
}

/// Somebody moved it or called it off since the page was made: what was typed stands beside what is arranged now.
async fn changed_meanwhile(
    visitor: &Visitor,
    id: &str,
    typed: &Typed,
    changed: &record::Changed,
) -> Result<Response, Fault> {
    let words = visitor.words;
    let talk = Talk::load(visitor, id).await?;
    let moves = !typed.get("on").is_empty();
    let again = Again {
        typed: typed.clone(),
        ..Again::default()
    };
    let label = |key: &str| words.say(key);
    let yours = if moves {
        ["place", "on", "begins"]
            .map(|field| {
                (
                    label(&format!("schedule-{field}")),
                    typed.get(field).to_owned(),
                )
            })
            .to_vec()
    } else {
        vec![(
            label("schedule-cancel-reason"),
            typed.get("reason").to_owned(),
        )]
    };
    let theirs = match &talk.it.cancelled {
        Some(reason) => vec![(label("schedule-cancel-reason"), reason.clone())],
        None => vec![
            (label("schedule-place"), talk.slot.place.clone()),
            (label("schedule-on"), words.date(talk.slot.on)),
            (label("schedule-begins"), words.time(talk.slot.begins)),
        ],
    };
    let form = match (talk.it.is_open(), moves) {
        (true, true) => move_form(visitor, &talk, &again)?,
        (true, false) => cancel_form(visitor, &talk, &again),
        (false, _) => acts([link_plain(&talk.path(), words.say("schedule-leave"))]),
    };
    let people = visitor.colleagues([changed.by]).await?;
    let body = conflict(
        words,
        &Conflict {
            yours,
            theirs,
            name: people
                .get(&changed.by)
                .map_or_else(String::new, |it| it.name.full()),
            moment: words.moment(visitor.local(changed.at)),
            again: form,
        },
    );
    let page = sheet(visitor, words.say("error-409-title"), body);
    Ok((StatusCode::CONFLICT, page).into_response())
}

pub async fn cancel(
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let talk = movable(&visitor, &id).await?;
    let sides = (
        talk.colleague(Side::Teacher)?,
        talk.colleague(Side::Evaluator)?,
    );
    let notices = invites(
        &visitor,
        sides,
        &talk.stream,
        &talk.slot,
        talk.it.sequence + 1,
        Invited::Off,
    );
    let key = FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    };
    let command = Conversation::Cancel {
        reason: typed.get("reason").to_owned(),
    };
    match visitor
        .carry_out(
            talk.stream.clone(),
            key,
            Command::Conversation(command),
            notices,
        )
        .await
    {
        Ok(_) => Ok(Redirect::to(&talk.path()).into_response()),
        Err(record::Fault::Refused(refusal)) => Ok(unprocessable(cancel_page(
            &visitor,
            &talk,
            &refused(&visitor, &typed, &refusal),
        )?)),
        Err(record::Fault::Changed(changed)) => {
            changed_meanwhile(&visitor, &id, &typed, &changed).await
        }
        Err(fault) => Err(fault.into()),
    }
}
