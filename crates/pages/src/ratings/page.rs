//! The page of a rating that was shared: what it is, the next step, the sum, where it falls, and what one can do.

use super::clock::{self, Counted};
use super::rule::{over_one, plain};
use super::sum::{ruled, sum};
use super::{Basis, address};
use crate::components::{
    Column, Crumb, Field, LedgerRow, NextLabel, NextStep, PageHead, Scale, ScaleValue, Shape, Table, TableShape, Tone,
    acts, arithmetic, button_named, by, date, empty, error_summary, FieldError, form, key, ledger, link_button,
    link_main, next_step, notice, page_head, row, rows, said, scale, section, small, state, table,
};
use crate::fault::Fault;
use crate::history::{things, view_home, who_can_see};
use crate::my_year::rating_so_far::scale_bands;
use crate::visitor::{Sheet, form_key};
use crate::{drafts, refusals};
use domain::ratings::trace::{Placement, Trace};
use domain::ratings::{Receipt, Released};
use domain::rationale::About;
use domain::{Kind, Refusal};
use maud::{Markup, html};

/// The field of the answer while it is written.
pub const ANSWER: &str = record::ANSWER_FIELD;

/// An answer that was refused, with what was typed.
pub struct Refused {
    pub refusal: Refusal,
    pub typed: String,
}

pub async fn released(basis: &Basis<'_>, released: &Released, refused: Option<Refused>) -> Result<Markup, Fault> {
    let words = basis.words;
    let own = basis.own();
    let rating = basis.rating(&released.rating);
    let title = if own {
        words.with("rating-title-own", &[("rating", rating.clone().into())])
    } else {
        words.with("rating-title-of", &[("name", basis.full(basis.record.teacher).into()), ("rating", rating.clone().into())])
    };
    let acknowledge = clock::counted(basis.pack, basis.calendar, clock::ACKNOWLEDGE, released.on);
    let answer = clock::counted(basis.pack, basis.calendar, clock::ANSWER, released.on);
    let head = PageHead {
        crumbs: crumbs(basis),
        title: title.clone(),
        lead: Some(lead(basis, released)),
        jumps: [
            ("the-sum", "rating-the-sum"),
            ("where-it-falls", "rating-where"),
            ("what-the-ratings-mean", "rating-mean-section"),
            ("was-it-seen-coming", "rating-coming"),
            ("rationale", "rating-rationale"),
            ("what-you-can-do", if own { "rating-can-do" } else { "rating-teacher-can-do" }),
            ("answer", "rating-answer-section"),
            ("check-it-yourself", "rating-check"),
        ]
        .map(|(id, key)| (id.to_owned(), words.say(key)))
        .into(),
    };
    let errors: Vec<FieldError> = refused
        .iter()
        .map(|it| FieldError { field: ANSWER.to_owned(), text: refusals::sentence(words, &it.refusal) })
        .collect();
    let (stream, _) = basis.record.one(Kind::Rating);
    let body = html! {
        (error_summary(words, &errors))
        (page_head(words, &head))
        (next(basis, acknowledge.as_ref(), answer.as_ref()))
        @if released.demo_pack { (demo_pack(basis)) }
        (section("the-sum", words.say("rating-the-sum"), Some(&words.say("rating-the-sum-hint")), sum(basis, &released.trace)))
        (section("where-it-falls", words.say("rating-where"), Some(&words.say("rating-where-hint")), where_it_falls(basis, &released.trace)))
        (section("what-the-ratings-mean", words.say("rating-mean-section"), None, meanings(basis)))
        (section("was-it-seen-coming", words.say("rating-coming"), Some(&words.say("rating-coming-hint")), coming(basis, released)))
        (section("rationale", words.say("rating-rationale"), Some(&words.say("rating-rationale-hint")), rationales(basis)))
        (section("what-you-can-do", words.say(if own { "rating-can-do" } else { "rating-teacher-can-do" }), Some(&words.say("rating-can-do-hint")), can_do(basis, acknowledge.as_ref(), answer.as_ref())))
        (section("answer", words.say("rating-answer-section"), None, answers(basis, refused.as_ref())))
        (section("check-it-yourself", words.say("rating-check"), None, check(basis)))
        (who_can_see(basis.visitor, basis.record, Some(&stream)).await?)
    };
    let at = words.moment(basis.visitor.local(released.at));
    let footer = html! {
        (words.with("rating-footer", &[("moment", at.into()), ("name", basis.full(released.by).into())]))
        @if released.demo_pack { " " (words.say("rating-footer-unconfirmed")) }
    };
    let room = if own { "my-year" } else { "caseload" };
    Ok(basis.visitor.page(Sheet { room, title, body, footer: Some(footer) }))
}

pub fn crumbs(basis: &Basis<'_>) -> Vec<Crumb> {
    let (home, label) = view_home(basis.visitor, basis.record);
    let here = basis.words.with("rating-crumb", &[("year", basis.record.year.as_str().into())]);
    vec![Crumb::link(label, home), Crumb::here(here)]
}

/// Before it is shared the teacher sees where the rating can still fall, on the page of the year.
pub async fn not_yet(basis: &Basis<'_>) -> Result<Markup, Fault> {
    let words = basis.words;
    let title = words.say("rating-not-yet-title");
    let head = PageHead {
        crumbs: crumbs(basis),
        title: title.clone(),
        lead: Some(html! { (words.say("rating-not-yet-lead")) }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        (acts([link_main("/my-year#rating", words.say("rating-not-yet-range"))]))
    };
    Ok(basis.visitor.page(Sheet { room: "my-year", title, body, footer: None }))
}

fn lead(basis: &Basis<'_>, released: &Released) -> Markup {
    let words = basis.words;
    let composite = words.decimal(&released.trace.composite.shown);
    let ratings = &basis.pack.rating;
    let effective = ratings.rating(&released.rating).is_some_and(|it| it.effective);
    // A low result says how far it is to the next one; any other says where it begins.
    let told = if effective {
        Some(released.rating.as_str())
    } else {
        let place = ratings.ratings.iter().position(|it| it.id == released.rating);
        place.and_then(|place| ratings.ratings.get(place + 1)).map(|it| it.id.as_str())
    };
    let cut = told.and_then(|id| released.trace.placement.cuts.iter().find(|cut| cut.rating == id));
    let Some(cut) = cut else {
        return html! { (words.with("rating-lead", &[("points", composite.into())])) };
    };
    let begins = words.decimal(&cut.begins.to_decimal(ratings.shown_places.value));
    html! {
        (words.with("rating-lead-begins", &[
            ("points", composite.into()),
            ("rating", basis.rating(&cut.rating).into()),
            ("begins", begins.into()),
        ]))
    }
}

fn next(basis: &Basis<'_>, acknowledge: Option<&Counted>, answer: Option<&Counted>) -> Markup {
    let words = basis.words;
    let today = basis.visitor.today;
    let teacher = basis.record.teacher;
    let by_date = |counted: Option<&Counted>| html! { @if let Some(counted) = counted { " " strong { (date(words, counted.due)) } "." } };
    let distance = |counted: Option<&Counted>| counted.map(|it| clock::distance(words, basis.calendar, today, it)).unwrap_or_default();
    let step = match (&basis.record.rating.receipt, basis.own()) {
        (None, true) => NextStep {
            label: NextLabel::Next,
            what: html! { (words.say("rating-next-acknowledge")) (by_date(acknowledge)) },
            why: Some(html! { (words.with("rating-next-acknowledge-why", &[("distance", distance(acknowledge).into())])) }),
            action: Some(link_main(&address(teacher, "/acknowledge"), words.say("rating-acknowledge"))),
        },
        (None, false) => NextStep {
            label: NextLabel::Next,
            what: html! { (words.with("rating-next-waits", &[("name", basis.address(teacher).into())])) (by_date(acknowledge)) },
            why: Some(html! { (words.with("rating-next-acknowledge-why", &[("distance", distance(acknowledge).into())])) }),
            action: None,
        },
        (Some(receipt), own) => {
            let (key, on) = match receipt {
                Receipt::Acknowledged { on, .. } => ("rating-received-acknowledged", on),
                Receipt::Declined { on, .. } => ("rating-received-declined", on),
            };
            let who = if own { words.say("rating-you") } else { basis.address(teacher) };
            NextStep {
                label: NextLabel::Now,
                what: html! { (words.with(key, &[("name", who.into()), ("date", words.date(*on).into())])) },
                why: answer.map(|it| html! { (words.with("rating-received-why", &[("date", words.date(it.due).into())])) }),
                action: own.then(|| link_button("#answer", words.say("rating-write-answer"))),
            }
        }
    };
    next_step(words, &step)
}

fn demo_pack(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    let count = basis.pack.unsettled().len();
    let body = html! { p { (words.with("rating-demo-pack", &[("count", count.into())])) } };
    section(
        "unconfirmed",
        words.say("rating-demo-pack-section"),
        None,
        notice(Tone::Soon, Shape::Diamond, words.say("rating-demo-pack-title"), body),
    )
}

/// The scale with its cuts, and the distance to the nearest one.
pub fn where_it_falls(basis: &Basis<'_>, trace: &Trace) -> Markup {
    let words = basis.words;
    let placement = &trace.placement;
    let composite = words.decimal(&trace.composite.shown);
    let holds = match &placement.open {
        Some(both) => both.to_vec(),
        None => vec![placement.calculated.clone()],
    };
    let near = (!placement.half_width.is_zero()).then(|| {
        let end = |value: policy::Exact| value.to_decimal(3);
        (end(&placement.nearest.begins - &placement.half_width), end(&placement.nearest.begins + &placement.half_width))
    });
    let picture = Scale {
        summary: words.with("rating-scale-summary", &[
            ("points", composite.clone().into()),
            ("rating", basis.rating(&placement.nearest.rating).into()),
            ("begins", words.decimal(&placement.nearest.begins.to_decimal(2)).into()),
        ]),
        top: "100".to_owned(),
        bands: scale_bands(words, basis.pack, &holds),
        value: ScaleValue::Point(trace.composite.value.to_decimal(3)),
        near,
    };
    let width = plain(&placement.half_width);
    html! {
        (scale(&picture))
        (key([
            html! { (words.with("rating-scale-point", &[("points", composite.into())])) },
            html! { (words.with("rating-scale-near", &[("width", width.into())])) },
        ]))
        @if placement.open.is_none() { (arithmetic(distance(basis, trace, placement))) }
    }
}

/// How far it is to the nearest cut, in one line of arithmetic.
pub fn distance(basis: &Basis<'_>, trace: &Trace, placement: &Placement) -> Markup {
    let words = basis.words;
    let (composite, cut) = (&trace.composite.value, &placement.nearest.begins);
    let (larger, smaller) = if composite >= cut { (composite, cut) } else { (cut, composite) };
    let (over, under) = over_one(larger, smaller);
    let places = basis.pack.rating.shown_places.value + 1;
    let values = [
        ("larger", over.into()),
        ("smaller", under.into()),
        ("exact", placement.distance.to_string().into()),
        ("points", words.decimal(&placement.distance.to_decimal(places)).into()),
    ];
    let verdict = if placement.open.is_some() { "rating-distance-within" } else { "rating-distance-beyond" };
    html! {
        (words.with("rating-distance", &values)) " " (words.say(verdict)) " "
        (ruled(words, plain(&placement.half_width), placement.half_width_known)) "."
    }
}

fn meanings(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    let language = words.language().tag();
    let rule = &basis.pack.rating;
    let rows = rule
        .ratings
        .iter()
        .map(|rating| {
            let begins = match rule.begins(&rating.id) {
                Some(begins) => ruled(words, crate::my_year::rating_so_far::mixed(begins), rule.cuts.known),
                None => html! { "0" },
            };
            let yes = if rating.effective { "rating-shows-effectiveness" } else { "rating-shows-none" };
            vec![
                html! { (rating.label.get(language)) },
                begins,
                html! { (words.say(yes)) },
                html! { (rating.state.get(language)) },
            ]
        })
        .collect();
    table(&Table {
        caption: Some(words.say("rating-meanings-caption")),
        shape: TableShape::Stack,
        columns: vec![
            Column::words(words.say("rating-column")),
            Column::words(words.say("rating-from-points")),
            Column::words(words.say("rating-counts-as")),
            Column::words(words.say("rating-state-name")),
        ],
        rows,
        foot: None,
        class: "",
    })
}

/// What the record shows was said or shared before; nothing is read into texts.
fn coming(basis: &Basis<'_>, released: &Released) -> Markup {
    let words = basis.words;
    let mut facts: Vec<(jiff::civil::Date, Markup)> = vec![];
    let disc = |stream: &domain::Stream, line: String| {
        state(Shape::Disc, Tone::Plain, html! {
            @match things::address(stream) { Some(address) => { a href=(address) { (line) } } None => { (line) } }
        })
    };
    for (stream, talk) in &basis.record.conversations {
        if let (Some(on), Some(guide)) = (talk.held_on, talk.guide) {
            let line = words.with("rating-coming-talk", &[("kind", guide.as_str().into()), ("date", words.date(on).into())]);
            facts.push((on, row(disc(stream, line), None, None)));
        }
    }
    for (stream, message) in &basis.record.messages {
        let (Some(sent), Some(on)) = (&message.sent, message.on) else { continue };
        let template = basis.pack.message(&sent.template);
        let names_range = template.is_some_and(|it| it.fields.iter().any(|field| field.name == NAMES_RANGE));
        let key = if names_range { "rating-coming-range" } else { "rating-coming-letter" };
        let label = template.map(|it| it.label.get(words.language().tag()).to_owned()).unwrap_or_default();
        let line = words.with(key, &[("date", words.date(on).into())]);
        facts.push((on, row(disc(stream, line), Some(html! { (label) }), None)));
    }
    facts.retain(|(on, _)| *on <= released.on);
    facts.sort_by_key(|(on, _)| *on);
    let shared = basis.record.lessons().into_iter().filter_map(|(_, it)| it.shared_on).max();
    html! {
        @if facts.is_empty() { (empty(words.say("rating-coming-nothing"), None)) } @else { (rows(facts.into_iter().map(|(_, line)| line))) }
        @if let Some(last) = shared {
            (small(words.with("rating-coming-lessons", &[("count", basis.record.lessons().len().into()), ("date", words.date(last).into())])))
        }
    }
}

/// The field of the pack's letters that says where the rating can still fall.
const NAMES_RANGE: &str = "provisional_range";

fn link(basis: &Basis<'_>, stream: &domain::Stream) -> Option<Markup> {
    let address = things::address(stream)?;
    let title = things::title(basis.words, basis.pack, basis.record, stream);
    Some(html! { a href=(address) { (title) } })
}

fn rationales(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    html! {
        @for about in About::ALL {
            @if let Some(version) = basis.record.rationale(about) {
                div.inside {
                    h3 { (words.say(&format!("rating-rationale-{}", about.as_str()))) }
                    (said(&version.text))
                    (by(words.with("rating-written-by", &[("name", basis.full(version.by).into()), ("date", words.date(version.on).into())])))
                    (rows(version.evidence.iter().filter_map(|it| link(basis, it))))
                }
            }
        }
    }
}

fn can_do(basis: &Basis<'_>, acknowledge: Option<&Counted>, answer: Option<&Counted>) -> Markup {
    let words = basis.words;
    let (own, teacher) = (basis.own(), basis.record.teacher);
    let line = |counted: &Counted, title: &str, why: &str, action: Option<Markup>| LedgerRow {
        when: crate::components::day(words, counted.due),
        distance: Some(html! { (clock::distance(words, basis.calendar, basis.visitor.today, counted)) }),
        title: html! { (words.say(title)) },
        why: Some(html! { (words.say(why)) }),
        more: Some(clock::opened(words, counted)),
        action: action.filter(|_| own),
    };
    let mut lines = vec![];
    if let Some(counted) = acknowledge.filter(|_| basis.record.rating.receipt.is_none()) {
        let action = link_button(&address(teacher, "/decline"), words.say("rating-decline"));
        lines.push(line(counted, "rating-do-acknowledge", "rating-do-acknowledge-why", Some(action)));
    }
    if let Some(counted) = answer {
        lines.push(line(counted, "rating-do-answer", "rating-do-answer-why", Some(link_button("#answer", words.say("rating-write-answer")))));
    }
    html! { (ledger(&lines)) (small(words.say("rating-appeals-later"))) }
}

fn answers(basis: &Basis<'_>, refused: Option<&Refused>) -> Markup {
    let words = basis.words;
    let record = basis.record;
    let (stream, version) = record.one(Kind::Rating);
    let typed = refused.map_or_else(|| drafts::text_of(basis.drafts, basis.visitor.id(), ANSWER).to_owned(), |it| it.typed.clone());
    let readers = words.list(&basis.evaluators());
    html! {
        @for answer in &record.rating.answers {
            div.inside {
                (said(&answer.text))
                (by(words.with("rating-answered-at", &[("name", basis.full(answer.by).into()), ("moment", words.moment(basis.visitor.local(answer.at)).into())])))
            }
        }
        @if record.rating.answers.is_empty() && !basis.own() { (empty(words.say("rating-no-answer"), None)) }
        @if basis.own() {
            (form(&address(record.teacher, "/answers"), &form_key(Some(version)), html! {
                (Field::area(ANSWER, words.say("rating-answer-label"))
                    .sees(words.with("rating-answer-sees", &[("names", readers.into())]))
                    .hint(words.say("rating-answer-hint"))
                    .value(typed)
                    .error(refused.map(|it| refusals::sentence(words, &it.refusal)))
                    .lines(6)
                    .counted(None)
                    .autosave(drafts::autosave(basis.drafts, basis.visitor, &stream, ANSWER))
                    .markup(words))
                (acts([button_named("act", "share", words.say("rating-answer-share"))]))
            }))
        }
    }
}

fn check(basis: &Basis<'_>) -> Markup {
    let words = basis.words;
    html! {
        p {
            (words.say("rating-check-text")) " "
            a href=(format!("/teachers/{}/rating.pdf", basis.record.teacher)) { (words.say("rating-check-pdf")) }
            @if basis.own() { ", " a href="/my-year/copy.json" { (words.say("rating-check-data")) } }
            "."
        }
    }
}
