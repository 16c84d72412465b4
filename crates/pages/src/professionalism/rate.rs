//! The page: both sides, and the reader's own form beside the descriptors.

use super::{Rating, compare};
use crate::components::{
    Field, Levels, NextLabel, NextStep, PageHead, Shape, Tone, acts, button_main_named, disclosure,
    flash, form, levels, link_button, next_step, notice, page_head, rows, section, small,
};
use crate::fault::Fault;
use crate::history::who_can_see;
use crate::observations::level_bands;
use crate::today::{self, Owed};
use crate::visitor::{Sheet, form_key};
use domain::Kind;
use domain::professionalism::Moment;
use domain::today::{What, needs};
use maud::{Markup, html};
use policy::{Indicator, Pack, Side};

/// The page; `said` is the key of what was just done.
pub async fn page(rating: &Rating<'_>, said: Option<&str>) -> Result<Markup, Fault> {
    let visitor = rating.visitor;
    let words = visitor.words;
    let (_, pack) = visitor.open_year()?;
    let record = &rating.page.record;
    let teacher = record.person.particulars.name.full();
    let moment = rating.moment.as_str();
    let title = if rating.page.own {
        words.say(&format!("professionalism-title-own-{moment}"))
    } else {
        words.with(
            &format!("professionalism-title-{moment}"),
            &[("name", (&teacher).into())],
        )
    };
    let head = PageHead {
        crumbs: crate::way::to(
            visitor,
            record.teacher,
            &teacher,
            words.say("professionalism-here"),
        ),
        title: title.clone(),
        lead: Some(html! { (words.say(&format!("professionalism-lead-{moment}"))) }),
        jumps: vec![],
    };
    let closed = record.rating_is_shared();
    let (thing, version) = record.one(Kind::Professionalism);
    let seen_by = who_can_see(visitor, record, Some(&thing).filter(|_| version > 0)).await?;
    let body = html! {
        (rating.form.summary())
        @if let Some(said) = said { (flash(words.say(said))) }
        (page_head(words, &head))
        @if closed { (notice(Tone::Plain, Shape::Disc, words.say("professionalism-closed"), html! { p { (words.say("professionalism-closed-text")) } })) }
        @else { (next(rating)?) }
        (section("sides", words.say("professionalism-sides"), Some(&words.say("professionalism-sides-hint")), compare::side_by_side(rating, pack)))
        @if rating.side.is_some() && !closed { (own(rating, pack)) }
        (seen_by)
    };
    let footer = crate::my_year::pack_line(visitor, pack);
    Ok(visitor.page(Sheet {
        room: crate::way::room(visitor, record.teacher),
        title,
        body: crate::library::with_toolkit(visitor, "professionalism", body),
        footer: Some(footer),
    }))
}

/// What the reader owes here, if anything.
fn next(rating: &Rating<'_>) -> Result<Markup, Fault> {
    let visitor = rating.visitor;
    let words = visitor.words;
    let (year, pack) = visitor.open_year()?;
    let (Ok(calendar), Some(side)) = (year.days(), rating.side) else {
        return Ok(html! {});
    };
    let record = &rating.page.record;
    let wanted = match side {
        Side::Teacher => What::RateSelf(rating.moment),
        Side::Evaluator => What::RateProfessionalism(rating.moment),
    };
    let Some(need) = needs(record, pack, calendar, visitor.today)
        .into_iter()
        .find(|need| need.what == wanted)
    else {
        return Ok(html! {});
    };
    let due = need.due;
    let name = if rating.page.own {
        String::new()
    } else {
        record.person.particulars.name.full()
    };
    let owed = Owed {
        need,
        teacher: record.teacher,
        name,
    };
    let step = NextStep {
        label: NextLabel::Next,
        what: html! { (today::title(words, &owed)) ", " (words.with("next-by", &[("date", words.day(due).into())])) "." },
        why: Some(
            html! { (today::distance(words, Some(calendar), visitor.today, due)) ". " (today::why(words, &owed)) },
        ),
        action: Some(link_button("#own", words.say("professionalism-to-form"))),
    };
    Ok(next_step(words, &step))
}

fn own(rating: &Rating<'_>, pack: &Pack) -> Markup {
    let visitor = rating.visitor;
    let words = visitor.words;
    let (_, version) = rating.page.record.one(Kind::Professionalism);
    let label = match rating.side {
        Some(Side::Teacher) => "professionalism-own-teacher",
        _ => "professionalism-own-evaluator",
    };
    let body = form(
        &rating.address(),
        &form_key(Some(version)),
        html! {
            @if let Some(sent) = rating.own() {
                (small(words.with("professionalism-sent-before", &[("moment", words.moment(visitor.local(sent.at)).into())])))
            }
            (rows(pack.framework.professionalism().map(|indicator| one(rating, pack, indicator))))
            (acts([button_main_named("act", "read", words.say("professionalism-read-act"))]))
        },
    );
    // What was sent stands above; whoever wants to send again opens the form.
    let prefix = format!("{}.", rating.moment.as_str());
    let begun = rating.form.is_wrong()
        || rating
            .form
            .drafted()
            .any(|field| field.starts_with(&prefix));
    let body = if rating.own().is_some() && !begun {
        disclosure(words.say("professionalism-again"), body)
    } else {
        body
    };
    section(
        "own",
        words.say(label),
        Some(&words.say("professionalism-own-hint")),
        body,
    )
}

fn one(rating: &Rating<'_>, pack: &Pack, indicator: &Indicator) -> Markup {
    let words = rating.visitor.words;
    let tag = words.language().tag();
    let (score, text) = (
        rating.score_field(&indicator.id),
        rating.text_field(&indicator.id),
    );
    let (chosen, written) = rating.value(&indicator.id);
    let before = rating.before(&indicator.id);
    let form = &rating.form;
    let sees = words.say("professionalism-only-you");
    let group = Levels {
        name: score.clone(),
        legend: html! { (indicator.id) " " (indicator.label.get(tag)) },
        sees: Some(html! { (sees) }),
        hint: None,
        bands: level_bands(words, pack, &indicator.id),
        chosen: chosen.trim().parse().ok(),
        earlier: earlier(rating, &indicator.id),
        error: form.error(&score),
        autosave: Some(form.autosave_or(&score, &before.0)),
        may_be_open: false,
    };
    let label = words.with(
        "professionalism-text",
        &[("indicator", (&indicator.id).into())],
    );
    let mut area = Field::area(&text, label)
        .value(written)
        .sees(sees)
        .error(form.error(&text))
        .lines(3)
        .counted(None)
        .autosave(form.autosave_or(&text, &before.1));
    area = match (rating.side, rating.moment) {
        (Some(Side::Evaluator), Moment::EndOfYear) => {
            area.hint(words.say("professionalism-reasons-always"))
        }
        (Some(Side::Evaluator), Moment::MidYear) => {
            area.hint(words.say("professionalism-reasons-mid-year"))
        }
        _ => area.optional(),
    };
    html! { div.indicator { (levels(words, &group)) (area.markup(words)) } }
}

/// The level that the same side gave at mid-year.
fn earlier(rating: &Rating<'_>, indicator: &str) -> Option<u8> {
    let side = rating.side.filter(|_| rating.moment == Moment::EndOfYear)?;
    rating
        .page
        .record
        .professionalism
        .sent(Moment::MidYear, side)?
        .seen
        .get(indicator)?
        .score
}
