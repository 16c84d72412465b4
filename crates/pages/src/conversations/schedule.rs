//! Finding a time, another time (`schedule/moving.rs`), and calling off. Each tells both sides by a calendar invite.

mod moving;

pub use moving::{ask_cancel, ask_move, cancel, move_it};

use super::{Again, in_address};
use crate::components::{
    Choice, Choices, Crumb, Field, FieldError, FormKey, PageHead, acts, button_main, error_summary,
    field_group, form, hidden, link_plain, page_head, section, small,
};
use crate::fault::Fault;
use crate::my_year::{YearPage, everybody};
use crate::notices::{Invited, invite};
use crate::refusals;
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor, form_key};
use access::Action;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::conversations::{Command as Conversation, ConversationKind, Length, Slot};
use domain::situations::{may_be_brief, proposed_length};
use domain::text::Field as TextField;
use domain::{Command, Kind, PersonId, Refusal, Stream};
use maud::{Markup, html};
use policy::{Guide, Pack};
use record::{Colleague, Notice};

/// The teacher's year with the guide that the conversation will follow.
struct Wanted<'p> {
    page: YearPage,
    kind: ConversationKind,
    guide: &'p Guide,
    pack: &'p Pack,
}

async fn wanted<'p>(visitor: &'p Visitor, teacher: &str, kind: &str) -> Result<Wanted<'p>, Fault> {
    let teacher: PersonId = teacher.parse().map_err(|_| Fault::NotFound)?;
    let kind = ConversationKind::GUIDED
        .into_iter()
        .find(|known| in_address(*known) == kind)
        .ok_or(Fault::NotFound)?;
    let record = visitor.year_of(teacher).await?;
    visitor.may_for(teacher, Action::Schedule)?;
    let (_, pack) = visitor.open_year()?;
    let people = visitor
        .colleagues(
            everybody(&record, visitor.today)
                .into_iter()
                .chain([visitor.id()]),
        )
        .await?;
    let page = YearPage {
        own: false,
        record,
        people,
    };
    Ok(Wanted {
        page,
        kind,
        guide: pack.guide(kind).ok_or(Fault::NotFound)?,
        pack,
    })
}

pub async fn ask(
    visitor: Visitor,
    Path((teacher, kind)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let wanted = wanted(&visitor, &teacher, &kind).await?;
    if let Some((stream, _)) = wanted
        .page
        .record
        .conversation(wanted.kind)
        .filter(|(_, talk)| talk.is_open())
    {
        return Ok(Redirect::to(&format!("/conversations/{}", stream.key)).into_response());
    }
    Ok(page(&visitor, &wanted, &Again::default()).into_response())
}

fn page(visitor: &Visitor, wanted: &Wanted<'_>, again: &Again) -> Markup {
    let words = visitor.words;
    let tag = words.language().tag();
    let name = wanted.page.record.person.particulars.name.full();
    let teacher = wanted.page.record.teacher;
    let action = format!(
        "/teachers/{teacher}/conversations/{}/new",
        in_address(wanted.kind)
    );
    let head = PageHead {
        crumbs: vec![
            Crumb::link(words.say("nav-caseload"), "/caseload"),
            Crumb::link(name.clone(), format!("/teachers/{teacher}")),
            Crumb::here(wanted.guide.title.get(tag)),
        ],
        title: words.with(
            "schedule-title",
            &[
                (
                    "kind",
                    words.say(&format!("kind-{}", wanted.kind.as_str())).into(),
                ),
                ("name", name.into()),
            ],
        ),
        lead: Some(html! { (wanted.guide.purpose.get(tag)) }),
        ..PageHead::default()
    };
    let fresh = uuid::Uuid::new_v4().to_string();
    let id = again.value("id", &fresh);
    let proposed = proposed_length(&wanted.page.record, wanted.pack);
    let body = html! {
        (error_summary(words, &again.errors))
        (page_head(words, &head))
        (section("when", words.say("schedule-when"), None, form(&action, &form_key(Some(0)), html! {
            (hidden("id", id))
            (fields(visitor, wanted.pack, Some(wanted.guide), wanted.kind, &Offer { proposed, chosen: proposed, brief: may_be_brief(&wanted.page.record, wanted.pack) }, None, again))
            (small(words.say("schedule-means")))
            (acts([button_main(words.say("schedule-send")), link_plain(&format!("/teachers/{teacher}"), words.say("schedule-leave"))]))
        })))
    };
    sheet(visitor, words.say("schedule-tab"), body)
}

/// Which lengths may be chosen.
struct Offer {
    proposed: Length,
    chosen: Length,
    brief: bool,
}

fn fields(
    visitor: &Visitor,
    pack: &Pack,
    guide: Option<&Guide>,
    kind: ConversationKind,
    offer: &Offer,
    slot: Option<&Slot>,
    again: &Again,
) -> Markup {
    let words = visitor.words;
    let tag = words.language().tag();
    let lengths = [Length::Standard, Length::Extended, Length::Brief]
        .into_iter()
        .filter(|length| *length != Length::Brief || offer.brief);
    let choices = lengths.map(|length| {
        let label = words.with(
            &format!("schedule-length-{}", length.as_str()),
            &[(
                "minutes",
                guide.map_or(0, |guide| guide.lengths.get(length)).into(),
            )],
        );
        let choice = Choice::new(length.as_str(), label);
        if length == offer.proposed {
            let why = if length == Length::Extended {
                "schedule-proposed-extended"
            } else {
                "schedule-proposed"
            };
            choice.hint(words.say(why))
        } else {
            choice
        }
    });
    let window = pack.window(kind.as_str()).map(|window| {
        words.with(
            "schedule-window",
            &[
                ("window", window.label.get(tag).into()),
                ("from", words.day(window.opens).into()),
                ("to", words.day(window.closes).into()),
            ],
        )
    });
    let on = slot.map_or_else(String::new, |slot| slot.on.to_string());
    let begins = slot.map_or_else(String::new, |slot| {
        slot.begins.strftime("%H:%M").to_string()
    });
    let mut date = Field::date("on", words.say("schedule-on"))
        .value(again.value("on", &on))
        .min(visitor.today.to_string())
        .error(again.error("on"));
    if let Some(window) = window {
        date = date.hint(window);
    }
    html! {
        @if guide.is_some() { (Choices::one("length", words.say("schedule-length"), choices.collect()).chosen([again.value("length", offer.chosen.as_str())]).error(again.error("length")).markup(words)) }
        (field_group([
            Field::text("place", words.say("schedule-place")).value(again.value("place", slot.map_or("", |slot| &slot.place))).autocomplete("off").error(again.error("place")).markup(words),
            date.markup(words),
            Field::time("begins", words.say("schedule-begins")).value(again.value("begins", &begins)).error(again.error("begins")).markup(words),
        ]))
    }
}

/// The slot that the fields make, or what is wrong with each.
fn slot_of(
    visitor: &Visitor,
    typed: &Typed,
    long: &dyn Fn(Length) -> u16,
    kept: Option<Length>,
) -> Result<(Slot, Length), Again> {
    let words = visitor.words;
    let mut errors = vec![];
    let mut wrong = |field: &str, key: &str| {
        errors.push(FieldError {
            field: field.to_owned(),
            text: words.say(key),
        })
    };
    let length = Length::ALL
        .into_iter()
        .find(|length| length.as_str() == typed.get("length"))
        .or(kept);
    let (on, begins) = (typed.date("on"), typed.time("begins"));
    if length.is_none() {
        wrong("length", "schedule-error-length");
    }
    if on.is_err() {
        wrong("on", "schedule-error-on");
    }
    if begins.is_err() {
        wrong("begins", "schedule-error-begins");
    }
    match (length, on, begins) {
        (Some(length), Ok(on), Ok(begins)) => Ok((
            Slot {
                on,
                begins,
                minutes: long(length),
                place: typed.get("place").to_owned(),
            },
            length,
        )),
        _ => Err(Again {
            typed: typed.clone(),
            errors,
            ..Again::default()
        }),
    }
}

fn minutes(guide: &Guide, length: Length) -> u16 {
    u16::try_from(guide.lengths.get(length)).unwrap_or(u16::MAX)
}

/// The form again, with the sentence beside the field that the rule is about.
fn refused(visitor: &Visitor, typed: &Typed, refusal: &Refusal) -> Again {
    let field = match refusal {
        Refusal::Empty {
            field: TextField::Place,
        }
        | Refusal::TooLong {
            field: TextField::Place,
            ..
        } => "place",
        Refusal::MinutesOutOfRange { .. } => "length",
        Refusal::Empty {
            field: TextField::Reason,
        }
        | Refusal::TooLong {
            field: TextField::Reason,
            ..
        }
        | Refusal::TeacherSaidWeMet => "reason",
        _ => "on",
    };
    Again::one(typed, field, refusals::sentence(visitor.words, refusal))
}

fn unprocessable(page: Markup) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

fn invites(
    visitor: &Visitor,
    sides: (&Colleague, &Colleague),
    stream: &Stream,
    slot: &Slot,
    sequence: u32,
    what: Invited,
) -> Vec<Notice> {
    [sides.0, sides.1]
        .into_iter()
        .map(|to| invite(visitor.writer(), to, sides, stream, slot, sequence, what))
        .collect()
}

pub async fn schedule(
    visitor: Visitor,
    Path((teacher, kind)): Path<(String, String)>,
    typed: Typed,
) -> Result<Response, Fault> {
    let wanted = wanted(&visitor, &teacher, &kind).await?;
    let (slot, length) = match slot_of(
        &visitor,
        &typed,
        &|length| minutes(wanted.guide, length),
        None,
    ) {
        Ok(made) => made,
        Err(again) => return Ok(unprocessable(page(&visitor, &wanted, &again))),
    };
    let id: uuid::Uuid = typed.read("id")?;
    let stream = Stream::of(Kind::Conversation, id);
    let teacher = wanted.page.record.teacher;
    let colleague = |person| wanted.page.people.get(&person).ok_or(Fault::NotFound);
    let notices = invites(
        &visitor,
        (colleague(teacher)?, colleague(visitor.id())?),
        &stream,
        &slot,
        0,
        Invited::New,
    );
    let command = Conversation::Schedule {
        teacher,
        year: visitor.year.clone(),
        guide: wanted.kind,
        length,
        slot,
    };
    let key = FormKey {
        token: typed.token().unwrap_or_default(),
        version: typed.version(),
    };
    match visitor
        .carry_out(stream, key, Command::Conversation(command), notices)
        .await
    {
        Ok(_) => Ok(Redirect::to(&format!("/conversations/{id}")).into_response()),
        Err(record::Fault::Refused(refusal)) => Ok(unprocessable(page(
            &visitor,
            &wanted,
            &refused(&visitor, &typed, &refusal),
        ))),
        Err(fault) => Err(fault.into()),
    }
}

fn sheet(visitor: &Visitor, title: String, body: Markup) -> Markup {
    visitor.page(Sheet {
        room: "conversations",
        title,
        body,
        footer: None,
    })
}
