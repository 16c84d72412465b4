//! "We met": said by each side. With the second word the conversation counts as held, and its notes and promises go on
//! the record.

use super::{Again, Seat, Talk, other_side, promises, show_again};
use crate::components::{FormKey, Shape, Tone, form, link_button, row, rows, small, state};
use crate::fault::Fault;
use crate::refusals;
use crate::typed::Typed;
use crate::visitor::{Visitor, form_key};
use axum::extract::Path;
use axum::response::Response;
use domain::Command;
use domain::conversations::Command as Conversation;
use domain::today::said;
use maud::{Markup, html};
use policy::Side;

pub fn matter(visitor: &Visitor, talk: &Talk, again: &Again) -> Markup {
    let words = visitor.words;
    let side = |side| {
        let name = talk.name(side);
        match said(&talk.it, side) {
            Some(at) => {
                let text = words.with(
                    "met-said",
                    &[
                        ("name", name.into()),
                        ("moment", words.moment(visitor.local(at)).into()),
                    ],
                );
                row(state(Shape::Disc, Tone::Plain, text), None, None)
            }
            None => {
                let elsewhere = talk.seat.side() == Some(other_side(side)) && talk.it.is_open();
                let text = words.with("met-not-yet", &[("name", name.into())]);
                row(
                    state(Shape::Ring, Tone::Plain, text),
                    elsewhere.then(|| html! { (words.say("met-elsewhere")) }),
                    None,
                )
            }
        }
    };
    html! {
        p { (words.say(if talk.it.is_held() { "met-held" } else { "met-means" })) }
        (rows([side(Side::Evaluator), side(Side::Teacher)]))
        @if let Some(mine) = talk.seat.side().filter(|_| talk.it.is_open()) { (act(visitor, talk, mine, again)) }
    }
}

fn act(visitor: &Visitor, talk: &Talk, mine: Side, again: &Again) -> Markup {
    let words = visitor.words;
    if said(&talk.it, mine).is_some() {
        return small(words.with("met-waits", &[("name", talk.other(visitor).into())]));
    }
    if visitor.today < talk.slot.on {
        return small(words.with("met-from", &[("date", words.day(talk.slot.on).into())]));
    }
    let last = said(&talk.it, other_side(mine)).is_some();
    let error = again.error("met");
    html! {
        (small(words.with(if last { "met-last-word" } else { "met-first-word" }, &[("name", talk.other(visitor).into())])))
        @if let Some(error) = error { p.wrong-text { (state(Shape::FullDiamond, Tone::Plain, error)) } }
        (form(&format!("{}/met", talk.path()), &form_key(Some(talk.version)), html! {
            div.acts {
                button #met.btn.btn-main type="submit" { (words.say("met-say")) }
                @if talk.seat == Seat::Evaluator && said(&talk.it, other_side(mine)).is_none() {
                    (link_button(&format!("{}/move", talk.path()), words.say("met-another-time")))
                }
            }
        }))
    }
}

pub async fn say(
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Fault> {
    let talk = Talk::load(&visitor, &id).await?;
    talk.side()?;
    // What is typed and not added would stay behind: its author decides first.
    if talk.it.is_open() && promises::unfinished(&visitor, &talk) {
        let error = visitor.words.say("met-promise-unfinished");
        return show_again(&visitor, &talk, &Again::one(&typed, "what", error)).await;
    }
    // That the other side said so meanwhile, as both do at the end of a meeting, is no conflict.
    let key = FormKey {
        token: typed.token().unwrap_or_default(),
        version: None,
    };
    match visitor
        .carry_out(
            talk.stream.clone(),
            key,
            Command::Conversation(Conversation::SayWeMet),
            vec![],
        )
        .await
    {
        Ok(_) => Ok(talk.back_to("main")),
        Err(record::Fault::Refused(refusal)) => {
            let text = refusals::sentence(visitor.words, &refusal);
            show_again(&visitor, &talk, &Again::one(&typed, "met", text)).await
        }
        Err(fault) => Err(fault.into()),
    }
}
