//! The pages of the year.

use super::{TypedDays, key, next_year, sources};
use crate::components::{
    Choice, Choices, Column, Crumb, Field, FieldError, PageHead, Shape, Table, TableShape, Tone,
    acts, button_main, day, empty, error_summary, facts, field_group, form, link_button, link_main,
    link_plain, notice, page_head, section, small, state, table,
};
use crate::visitor::{Sheet, Visitor};
use maud::{Markup, html};
use policy::Pack;

pub fn show(visitor: &Visitor) -> Markup {
    let words = visitor.words;
    let year = &visitor.school_year.year;
    let lead = words.with(
        "school-year-lead",
        &[
            ("year", visitor.year.to_string().into()),
            ("next", next_year(&visitor.year).to_string().into()),
        ],
    );
    let head = PageHead {
        title: words.with(
            "school-year-title",
            &[("year", visitor.year.to_string().into())],
        ),
        lead: Some(html! { (lead) }),
        ..PageHead::default()
    };
    let body = html! {
        (page_head(words, &head))
        (section("pack", words.say("school-year-pack"), Some(&words.say("school-year-pack-hint")), html! {
            @match (&year.adopted, year.pack()) {
                (Some(adopted), Some(pack)) => {
                    (facts([
                        (words.say("school-year-pack-name"), html! { (pack.title.get(words.language().tag())) ", " (words.with("school-year-version", &[("version", adopted.version.into())])) }),
                        (words.say("school-year-pack-finger"), html! { span.finger { (adopted.fingerprint.get(..16).unwrap_or_default()) } }),
                    ]))
                    (unsettled(visitor, pack))
                    (windows(visitor, pack))
                    p { (link_button("/year/pack", words.say("school-year-adopt-another"))) " " a href="/policy" { (words.say("policy-title")) } " " a href="/sources" { (words.say("sources-title")) } " " a href={ "/history/school_year/" (visitor.year) } { (words.say("school-year-history")) } }
                }
                _ => { (empty(words.say("school-year-no-pack"), Some(link_main("/year/pack", words.say("school-year-adopt"))))) }
            }
        }))
        (section("days", words.say("school-year-days"), Some(&words.say("school-year-days-hint")), html! {
            @match &year.calendar {
                Some(calendar) => {
                    (facts([
                        (words.say("school-year-first"), html! { (day(words, calendar.first)) }),
                        (words.say("school-year-last"), html! { (day(words, calendar.last)) }),
                        (words.say("school-year-count"), html! { (calendar.school_days(calendar.first, calendar.last) + 1) }),
                    ]))
                    @if calendar.days_off.is_empty() { (small(words.say("school-year-no-days-off"))) }
                    @else {
                        (table(&Table {
                            caption: Some(words.say("school-year-days-off")),
                            shape: TableShape::Stack,
                            columns: ["school-year-label", "school-year-from", "school-year-to"].map(|key| Column::words(words.say(key))).to_vec(),
                            rows: calendar.days_off.iter().map(|off| vec![html! { (off.label) }, day(words, off.from), day(words, off.to)]).collect(),
                            foot: None,
                            class: "",
                        }))
                    }
                    p { (link_button("/year/days", words.say("school-year-change-days"))) }
                }
                None => { (empty(words.say("school-year-no-days"), Some(link_main("/year/days", words.say("school-year-enter-days"))))) }
            }
        }))
    };
    visitor.page(Sheet {
        room: "year",
        title: words.say("nav-year"),
        body: crate::library::with_toolkit(visitor, "year", body),
        footer: None,
    })
}

fn unsettled(visitor: &Visitor, pack: &Pack) -> Markup {
    let words = visitor.words;
    if !pack.is_demo() {
        return html! {};
    }
    notice(
        Tone::Soon,
        Shape::Diamond,
        words.say("school-year-demo-pack"),
        html! {
            p { (words.with("school-year-demo-pack-text", &[("count", pack.unsettled().count().into())])) }
            p { (link_button("/policy/values", words.say("confirmations-link"))) }
        },
    )
}

fn windows(visitor: &Visitor, pack: &Pack) -> Markup {
    let words = visitor.words;
    let tag = words.language().tag();
    let windows = pack.windows.iter().map(|window| {
        let open = window.holds(visitor.today);
        vec![
            html! { (window.label.get(tag)) @if open { " " (state(Shape::Half, Tone::Plain, words.say("school-year-open-now"))) } },
            day(words, window.opens),
            day(words, window.closes),
            sources::with_mark(words, pack, &window.source, window.known),
        ]
    });
    let dates = pack
        .dates
        .iter()
        .filter_map(|date| Some((date, date.fixed()?)))
        .map(|(date, on)| {
            vec![
                html! { (date.label.get(tag)) },
                html! {},
                day(words, on),
                sources::with_mark(words, pack, &date.source, date.known),
            ]
        });
    table(&Table {
        caption: Some(words.say("school-year-windows")),
        shape: TableShape::Stack,
        columns: [
            "school-year-window",
            "school-year-opens",
            "school-year-closes",
            "school-year-source",
        ]
        .map(|key| Column::words(words.say(key)))
        .to_vec(),
        rows: windows.chain(dates).collect(),
        foot: None,
        class: "",
    })
}

pub fn choose(visitor: &Visitor, chosen: &str, reason: &str, error: Option<String>) -> Markup {
    let words = visitor.words;
    let replaces = visitor.school_year.year.adopted.is_some();
    let errors: Vec<FieldError> = error
        .iter()
        .map(|text| FieldError {
            field: "pack".to_owned(),
            text: text.clone(),
        })
        .collect();
    let choices: Vec<Choice> = visitor
        .app
        .packs()
        .iter()
        .map(|offer| match policy::load(&offer.files) {
            Ok(pack) => {
                let label = words.with(
                    "school-year-offer",
                    &[
                        ("title", pack.title.get(words.language().tag()).into()),
                        ("version", pack.version.into()),
                    ],
                );
                let hint = if pack.is_demo() {
                    words.with(
                        "school-year-offer-demo",
                        &[("count", pack.unsettled().count().into())],
                    )
                } else {
                    words.say("school-year-offer-official")
                };
                Choice::new(&offer.name, label).hint(hint)
            }
            Err(problems) => Choice::new(&offer.name, &offer.name).hint(words.with(
                "school-year-offer-faulty",
                &[("count", problems.len().into())],
            )),
        })
        .collect();
    let title = words.with(
        "school-year-adopt-title",
        &[("year", visitor.year.to_string().into())],
    );
    let body = html! {
        (error_summary(words, &errors))
        (page_head(words, &PageHead { crumbs: vec![Crumb::link(words.say("nav-year"), "/year"), Crumb::here(words.say("school-year-pack"))], title, lead: Some(html! { (words.say("school-year-adopt-lead")) }), ..PageHead::default() }))
        @if choices.is_empty() { (empty(words.say("school-year-no-offer"), None)) }
        @else {
            (form("/year/pack", &key(visitor), html! {
                (Choices::one("pack", words.say("school-year-pack"), choices).chosen([chosen]).error(error).markup(words))
                @let field = Field::area("reason", words.say("school-year-reason")).sees(words.say("school-year-reason-sees")).value(reason);
                @if replaces { (field.markup(words)) } @else { (field.optional().markup(words)) }
                (acts([button_main(words.say("school-year-adopt")), link_plain("/year", words.say("school-year-back"))]))
            }))
        }
    };
    visitor.page(Sheet {
        room: "year",
        title: words.say("school-year-pack"),
        body,
        footer: None,
    })
}

pub fn days(visitor: &Visitor, typed: &TypedDays, wrong: Option<(String, String)>) -> Markup {
    let words = visitor.words;
    let errors: Vec<FieldError> = wrong
        .iter()
        .map(|(field, text)| FieldError {
            field: field.clone(),
            text: text.clone(),
        })
        .collect();
    let error = |id: &str| {
        wrong
            .as_ref()
            .filter(|(field, _)| field == id)
            .map(|(_, text)| text.clone())
    };
    let body = html! {
        (error_summary(words, &errors))
        (page_head(words, &PageHead {
            crumbs: vec![Crumb::link(words.say("nav-year"), "/year"), Crumb::here(words.say("school-year-days"))],
            title: words.with("school-year-days-title", &[("year", visitor.year.to_string().into())]),
            lead: Some(html! { (words.say("school-year-days-lead")) }),
            ..PageHead::default()
        }))
        (form("/year/days", &key(visitor), html! {
            (field_group([
                Field::date("first", words.say("school-year-first")).value(&typed.first).error(error("first")).markup(words),
                Field::date("last", words.say("school-year-last")).value(&typed.last).error(error("last")).markup(words),
            ]))
            (section("off", words.say("school-year-days-off"), Some(&words.say("school-year-days-off-hint")), html! {
                @for (n, [from, to, label]) in typed.off.iter().enumerate() {
                    @let (id_from, id_to, id_label) = (format!("off_from_{n}"), format!("off_to_{n}"), format!("off_label_{n}"));
                    fieldset {
                        legend.vh { (words.with("school-year-day-off-n", &[("number", (n + 1).into())])) }
                        (field_group([
                            Field::text(&id_label, words.say("school-year-label")).name("off_label").value(label).optional().error(error(&id_label)).markup(words),
                            Field::date(&id_from, words.say("school-year-from")).name("off_from").value(from).optional().error(error(&id_from)).markup(words),
                            Field::date(&id_to, words.say("school-year-to")).name("off_to").value(to).optional().error(error(&id_to)).markup(words),
                        ]))
                    }
                }
                (small(words.say("school-year-more-rows")))
            }))
            (acts([button_main(words.say("school-year-save-days")), link_plain("/year", words.say("school-year-back"))]))
        }))
    };
    visitor.page(Sheet {
        room: "year",
        title: words.say("school-year-days"),
        body,
        footer: None,
    })
}
