//! The form of a lesson, from top to bottom: when and what, what was seen before, then each indicator beside its
//! descriptors.

use super::lesson::kind_label;
use super::{Observing, coverage};
use crate::components::{
    Choice, Choices, Field, Fold, LevelBand, Levels, NextLabel, NextStep, PageHead, acts,
    button_main_named, date, field_group, fold, form, levels, link_plain, next_step, page_head,
    rows, section,
};
use crate::fault::Fault;
use crate::my_year::rating_so_far::ruled;
use crate::my_year::standing::band_name;
use crate::today::distance;
use crate::visitor::{Sheet, form_key};
use domain::observations::{
    BEGINS_FIELD, ENDS_FIELD, FOCUS_FIELD, KIND_FIELD, ON_FIELD, SCORE_FIELD, TEXT_FIELD,
};
use maud::{Markup, html};
use policy::{Indicator, ObservationKind, Pack};
use words::Words;

/// Feedback is due so many school days after the lesson (`leap.md` 7.2, E04).
pub const FEEDBACK_DAYS: u32 = 5;

/// The page.
pub fn page(observing: &Observing<'_>) -> Result<Markup, Fault> {
    let visitor = observing.visitor;
    let words = visitor.words;
    let (year, pack) = visitor.open_year()?;
    let tag = words.language().tag();
    let title = words.with(
        "observations-draft-title",
        &[("name", observing.teacher.name.full().into())],
    );
    let head = PageHead {
        crumbs: crate::way::to(
            visitor,
            observing.record.teacher,
            &observing.teacher.name.full(),
            words.say("observations-draft-here"),
        ),
        title: title.clone(),
        lead: Some(
            html! { (words.with("observations-draft-lead", &[("name", observing.teacher_said().into())])) },
        ),
        jumps: vec![],
    };
    let observed = pack
        .framework
        .domains
        .iter()
        .filter(|domain| domain.observed);
    let open = opened(observing, pack);
    let discard = format!("{}?discard=1", observing.address());
    let body = html! {
        (observing.form.summary())
        (page_head(words, &head))
        (next(observing, year.days().ok()))
        (form(&observing.address(), &form_key(None), html! {
            (section("lesson", words.say("observations-lesson"), Some(&words.say("observations-lesson-hint")), lesson(observing, pack)))
            (section("seen-before", words.say("observations-seen-before"), Some(&words.say("observations-seen-before-hint")), coverage::seen_before(observing, pack)))
            @for domain in observed {
                (section(&format!("domain-{}", domain.id), domain.label.get(tag), Some(&words.say("observations-descriptors-hint")), html! {
                    (rows(pack.framework.observed().filter(|it| it.domain == domain.id).map(|indicator| one(observing, pack, indicator, open == Some(&indicator.id)))))
                }))
            }
            (section("read", words.say("observations-read"), None, html! {
                p { (words.with("observations-read-text", &[("name", observing.teacher_said().into())])) }
                (acts([button_main_named("act", "read", words.say("observations-read-act")), link_plain(&discard, words.say("observations-discard"))]))
            }))
        }))
    };
    let footer = html! { (words.say("observations-draft-footer")) };
    Ok(visitor.page(Sheet {
        room: crate::way::room(visitor, observing.record.teacher),
        title,
        body: crate::library::with_toolkit(visitor, "observation", body),
        footer: Some(footer),
    }))
}

fn next(observing: &Observing<'_>, calendar: Option<&domain::calendar::Calendar>) -> Markup {
    let words = observing.visitor.words;
    let on = observing
        .form
        .value(ON_FIELD)
        .trim()
        .parse()
        .unwrap_or(observing.visitor.today);
    let Some(calendar) = calendar else {
        return html! {};
    };
    let due = calendar.add_school_days(on, FEEDBACK_DAYS);
    next_step(
        words,
        &NextStep {
            label: NextLabel::Now,
            what: html! { (words.say("observations-next-share")) " " (date(words, due)) "." },
            why: Some(
                html! { (distance(words, Some(calendar), observing.visitor.today, due)) ". " (words.with("observations-next-share-why", &[("days", FEEDBACK_DAYS.into())])) },
            ),
            action: None,
        },
    )
}

fn lesson(observing: &Observing<'_>, pack: &Pack) -> Markup {
    let words = observing.visitor.words;
    let it = &observing.form;
    let sees = || words.say("observations-only-you");
    let kinds = pack.framework.observation_kinds.iter().map(|kind| {
        Choice::new(&kind.id, kind_label(words, pack, &kind.id)).hint(meaning(observing, kind))
    });
    let autosave = |field| it.autosave(field);
    let today = observing.visitor.today.to_string();
    html! {
        (Choices::one(KIND_FIELD, words.say("observations-kind"), kinds.collect()).chosen([it.value(KIND_FIELD)]).sees(sees()).error(it.error(KIND_FIELD)).autosave(autosave(KIND_FIELD)).markup(words))
        (field_group([
            Field::date(ON_FIELD, words.say("observations-on")).value(it.value_or(ON_FIELD, &today)).sees(sees()).error(it.error(ON_FIELD)).autosave(it.autosave_or(ON_FIELD, &today)).markup(words),
            Field::time(BEGINS_FIELD, words.say("observations-begins")).value(it.value(BEGINS_FIELD)).sees(sees()).error(it.error(BEGINS_FIELD)).autosave(autosave(BEGINS_FIELD)).markup(words),
            Field::time(ENDS_FIELD, words.say("observations-ends")).value(it.value(ENDS_FIELD)).sees(sees()).error(it.error(ENDS_FIELD)).autosave(autosave(ENDS_FIELD)).markup(words),
        ]))
        (Field::text(FOCUS_FIELD, words.say("observations-focus")).hint(words.say("observations-focus-hint")).value(it.value(FOCUS_FIELD)).sees(sees()).error(it.error(FOCUS_FIELD)).autosave(autosave(FOCUS_FIELD)).markup(words))
    }
}

/// What a kind means: whether it counts, what is scored, how long it takes.
fn meaning(observing: &Observing<'_>, kind: &ObservationKind) -> Markup {
    let words = observing.visitor.words;
    let means = match (kind.scored, kind.all_indicators) {
        (true, true) => "observations-kind-all",
        (true, false) => "observations-kind-some",
        (false, _) => "observations-kind-unscored",
    };
    let minutes = words.with(
        "observations-kind-minutes",
        &[
            ("from", kind.minutes_from.into()),
            ("to", kind.minutes_to.into()),
        ],
    );
    html! { (words.say(means)) " " (ruled(words, minutes, kind.known)) }
}

/// The indicator that is open where the others are folded: the first with something wrong, else the first that is not
/// written yet.
fn opened<'a>(observing: &Observing<'_>, pack: &'a Pack) -> Option<&'a String> {
    let it = &observing.form;
    let fields = |id: &str| [format!("{SCORE_FIELD}{id}"), format!("{TEXT_FIELD}{id}")];
    let ids = || pack.framework.observed().map(|indicator| &indicator.id);
    let wrong = ids().find(|id| fields(id).iter().any(|field| it.error(field).is_some()));
    wrong.or_else(|| {
        ids().find(|id| {
            fields(id)
                .iter()
                .all(|field| it.value(field).trim().is_empty())
        })
    })
}

/// One indicator: its level beside the descriptors, and what was seen.
fn one(observing: &Observing<'_>, pack: &Pack, indicator: &Indicator, open: bool) -> Markup {
    let words = observing.visitor.words;
    let tag = words.language().tag();
    let it = &observing.form;
    let (score, text) = (
        format!("{SCORE_FIELD}{}", indicator.id),
        format!("{TEXT_FIELD}{}", indicator.id),
    );
    let standing = observing.record.standing();
    let before = standing
        .get(&indicator.id)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let said: Vec<String> = before
        .iter()
        .map(|level| {
            words.with(
                "standing-seen",
                &[
                    ("date", words.short_day(level.on).into()),
                    ("level", level.score.into()),
                ],
            )
        })
        .collect();
    let hint = html! {
        @if said.is_empty() { (words.say("observations-not-seen")) "." } @else { (words.with("observations-before", &[("levels", said.join(", ").into())])) }
        @if indicator.gateway { " " (words.say("observations-gateway")) }
    };
    let group = Levels {
        name: score.clone(),
        legend: html! { (indicator.id) " " (indicator.label.get(tag)) },
        sees: Some(html! { (words.say("observations-only-you")) }),
        hint: Some(hint),
        bands: level_bands(words, pack, &indicator.id),
        chosen: it.value(&score).trim().parse().ok(),
        earlier: before.last().map(|level| level.score),
        error: it.error(&score),
        autosave: Some(it.autosave(&score)),
        may_be_open: true,
    };
    let label = words.with(
        "observations-text",
        &[("indicator", (&indicator.id).into())],
    );
    let part = Fold {
        group: "indicators",
        summary: group.legend.clone(),
        chosen: match group.chosen {
            Some(level) => html! { (level) ", " (band_name(words, pack, level)) },
            None => html! { (words.say("levels-none")) },
        },
        wrong: it.error(&score).is_some() || it.error(&text).is_some(),
        open,
    };
    let body = html! {
        div.indicator {
            (levels(words, &group))
            (Field::area(&text, label).value(it.value(&text)).sees(words.say("observations-only-you")).error(it.error(&text)).lines(2).counted(None).autosave(it.autosave(&text)).markup(words))
        }
    };
    fold(&part, body)
}

/// The bands of the pack with the descriptors of one indicator.
pub fn level_bands(words: Words, pack: &Pack, indicator: &str) -> Vec<LevelBand> {
    let tag = words.language().tag();
    let band = |band: &policy::Band| LevelBand {
        name: band_name(words, pack, band.from),
        levels: (band.from..=band.to).collect(),
        descriptor: html! { @if let Some(descriptor) = pack.framework.descriptor(indicator, &band.rating) { p { (descriptor.text.get(tag)) } } },
    };
    pack.framework.bands.iter().map(band).collect()
}
