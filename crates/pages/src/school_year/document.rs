//! The whole policy as a document, for people who do not read TOML: every section with its values, how well each is
//! known and from where, and where it is used.

use super::sources::{noted, with_mark};
use super::values;
use crate::components::{
    Column, Crumb, PageHead, Table, TableShape, disclosure, link_button, page_head, row, rows,
    section, small, table,
};
use crate::fault::Fault;
use crate::my_year::rating_so_far::{mixed, rating_name};
use crate::visitor::{Sheet, Visitor};
use access::{List, scope};
use axum::extract::Query;
use maud::{Markup, html};
use policy::{Checklist, Known, OptionSide, Pack, Text};
use serde::Deserialize;
use words::Words;

/// The sections in their order: the id of each is the key of its heading.
const SECTIONS: [&str; 11] = [
    "ratings",
    "measures",
    "framework",
    "dates",
    "checklists",
    "characteristics",
    "decisions",
    "supports",
    "procedures",
    "options",
    "messages",
];

#[derive(Deserialize, Default)]
pub struct Wanted {
    /// One of the sections, or [`WHOLE`]; without it the contents.
    section: Option<String>,
}

/// Everything on one page, to print.
const WHOLE: &str = "whole";

pub async fn show(visitor: Visitor, Query(wanted): Query<Wanted>) -> Result<Markup, Fault> {
    super::reader(&visitor).await?;
    let (_, pack) = visitor.open_year()?;
    let words = visitor.words;
    let tag = words.language().tag();
    let lead = words.with(
        "policy-lead",
        &[
            ("title", pack.title.get(tag).into()),
            ("version", pack.version.into()),
        ],
    );
    let policy = words.say("policy-title");
    let named = |id: &str| words.say(&format!("policy-{id}"));
    let shown: Vec<&str> = match wanted.section.as_deref() {
        None => vec![],
        Some(WHOLE) => SECTIONS.to_vec(),
        Some(one) => vec![
            *SECTIONS
                .iter()
                .find(|id| **id == one)
                .ok_or(Fault::NotFound)?,
        ],
    };
    let title = match shown.as_slice() {
        [one] => named(one),
        _ => policy.clone(),
    };
    let crumbs = match shown.as_slice() {
        [] => vec![],
        [one] => vec![Crumb::link(&policy, "/policy"), Crumb::here(named(one))],
        _ => vec![Crumb::link(&policy, "/policy"), Crumb::here(named(WHOLE))],
    };
    let jumps = shown.iter().map(|id| ((*id).to_owned(), named(id)));
    let head = PageHead {
        crumbs,
        title: title.clone(),
        lead: Some(html! { (lead) }),
        jumps: jumps.filter(|_| shown.len() > 1).collect(),
    };
    let compares = [List::Effect, List::School, List::Caseload]
        .into_iter()
        .any(|list| scope(&visitor.actor, list).is_some());
    let page = Document { words, tag, pack };
    let body = html! {
        (page_head(words, &head))
        @if shown.is_empty() {
            (section("contents", words.say("policy-contents"), None, rows(SECTIONS.map(|id| {
                let link = html! { div { a href={ "/policy?section=" (id) } { (named(id)) } } };
                row(link, Some(html! { (words.say(&format!("policy-{id}-hint"))) }), None)
            }))))
            p { a href={ "/policy?section=" (WHOLE) } { (words.say("policy-whole")) } }
            p { a href="/policy/values" { (words.say("confirmations-title")) } }
            p { a href="/policy/changes" { (words.say("proposals-title")) } }
            p { a href="/sources" { (words.say("sources-title")) } }
            @if compares { p { (link_button("/policy/effect", words.say("policy-compare"))) } }
        }
        @for id in &shown {
            (section(id, words.say(&format!("policy-{id}")), Some(&words.say(&format!("policy-{id}-hint"))), page.section(id)))
        }
    };
    Ok(visitor.page(Sheet {
        room: "policy",
        title,
        body,
        footer: None,
    }))
}

struct Document<'a> {
    words: Words,
    tag: &'static str,
    pack: &'a Pack,
}

impl Document<'_> {
    fn section(&self, id: &str) -> Markup {
        match id {
            "ratings" => self.ratings(),
            "measures" => self.measures(),
            "framework" => self.framework(),
            "dates" => self.dates(),
            "checklists" => self.checklists(),
            "characteristics" => self.characteristics(),
            "decisions" => self.decisions(),
            "supports" => self.supports(),
            "procedures" => self.procedures(),
            "options" => self.options(),
            _ => self.messages(),
        }
    }

    fn said(&self, text: &Text) -> String {
        text.get(self.tag).to_owned()
    }

    fn source(&self, known: Known, source: &str) -> Markup {
        with_mark(self.words, self.pack, source, known)
    }

    /// A table whose last column is where each row comes from.
    fn rows(&self, caption: Option<String>, columns: &[&str], rows: Vec<Vec<Markup>>) -> Markup {
        if rows.is_empty() {
            return small(self.words.say("policy-nothing"));
        }
        let columns = columns.iter().chain(&["source"]);
        table(&Table {
            caption,
            shape: TableShape::Stack,
            columns: columns
                .map(|key| Column::words(self.words.say(&format!("policy-column-{key}"))))
                .collect(),
            rows,
            foot: None,
            class: "",
        })
    }

    /// A row of a value by its name.
    fn value(&self, name: &str) -> Option<Vec<Markup>> {
        let value = self.pack.weighed(name)?;
        Some(vec![
            html! { (values::called(self.words, self.pack, name)) },
            values::is(self.words, self.pack, name),
            self.source(value.known, &value.source),
        ])
    }

    fn ratings(&self) -> Markup {
        let rule = &self.pack.rating;
        let ratings = rule.ratings.iter().map(|rating| {
            let begins = rule.begins(&rating.id).map_or("0".to_owned(), mixed);
            vec![
                html! { (self.said(&rating.label)) },
                html! { (begins) },
                html! { (self.said(&rating.state)) },
                self.source(rating.known, &rating.source),
            ]
        });
        const VALUES: [&str; 11] = [
            "cuts",
            "anchors",
            "decision_half_width",
            "decision_evidence_min",
            "aggregate",
            "floor_probationary",
            "floor_non_probationary",
            "floor_full_min",
            "status_gain",
            "status_lose",
            "status_no_score",
        ];
        let target = &rule.floors.target;
        let target = vec![
            html! { (self.words.say("policy-value-target")) },
            html! { (target.value) },
            self.source(target.known, &target.source),
        ];
        let values = VALUES.iter().filter_map(|name| self.value(name));
        let values = values.chain([target]).collect();
        html! {
            (self.rows(None, &["rating", "from", "state"], ratings.collect()))
            (self.rows(Some(self.words.say("policy-rule-values")), &["value", "is"], values))
        }
    }

    fn measures(&self) -> Markup {
        let rows = self.pack.measures.list.iter().map(|measure| {
            vec![
                html! { (self.said(&measure.label)) },
                html! { (mixed(&measure.with_survey)) },
                html! { (mixed(&measure.without_survey)) },
                self.source(measure.known, &measure.source),
            ]
        });
        self.rows(
            None,
            &["measure", "with-survey", "without-survey"],
            rows.collect(),
        )
    }

    fn framework(&self) -> Markup {
        let framework = &self.pack.framework;
        html! {
            @for domain in &framework.domains {
                @let indicators = framework.indicators.iter().filter(|it| it.domain == domain.id && it.active);
                (self.rows(Some(self.said(&domain.label)), &["indicator"], indicators.map(|indicator| vec![
                    html! { strong { (indicator.id) } " " (self.said(&indicator.label)) },
                    self.source(indicator.known, &indicator.source),
                ]).collect()))
            }
            @for indicator in framework.indicators.iter().filter(|indicator| indicator.active) {
                (disclosure(format!("{} {}", indicator.id, self.said(&indicator.short)), html! {
                    dl { @for descriptor in framework.descriptors.iter().filter(|it| it.indicator == indicator.id) {
                        dt { (rating_name(self.words, self.pack, &descriptor.band)) }
                        dd { (self.said(&descriptor.text)) }
                    } }
                }))
            }
        }
    }

    fn dates(&self) -> Markup {
        let words = self.words;
        let windows = self.pack.windows.iter().map(|window| {
            vec![
                html! { (self.said(&window.label)) },
                html! { (words.day(window.opens)) " – " (words.day(window.closes)) },
                self.source(window.known, &window.source),
            ]
        });
        let dates = self.pack.dates.iter().map(|date| {
            vec![
                html! { strong { (date.id) } " " (self.said(&date.label)) },
                html! { (values::when(self.words, self.pack, &date.when)) },
                self.source(date.known, &date.source),
            ]
        });
        self.rows(None, &["what", "when"], windows.chain(dates).collect())
    }

    fn checklists(&self) -> Markup {
        let lists = [
            (Checklist::SchoolLeader, "policy-list-leader"),
            (Checklist::Evaluator, "policy-list-evaluator"),
            (Checklist::Teacher, "policy-list-teacher"),
        ];
        html! {
            @for (list, caption) in lists {
                @let items = self.pack.checklists.iter().filter(|item| item.list == list);
                (self.rows(Some(self.words.say(caption)), &["item", "done", "due"], items.map(|item| vec![
                    html! { strong { (item.id) } " " (self.said(&item.text)) },
                    html! { (self.said(&item.when)) },
                    html! { (item.due.join(", ")) },
                    self.source(item.known, &item.source),
                ]).collect()))
            }
        }
    }

    fn characteristics(&self) -> Markup {
        let strands = &self.pack.characteristics.strands;
        html! {
            @if strands.is_empty() { (small(self.words.say("policy-nothing"))) }
            @for strand in strands {
                (self.rows(Some(self.said(&strand.label)), &["rating", "looks-like"], strand.columns.iter().map(|column| vec![
                    html! { (rating_name(self.words, self.pack, &column.rating)) },
                    html! { (self.said(&column.text)) },
                    self.source(strand.known, &strand.source),
                ]).collect()))
            }
        }
    }

    fn decisions(&self) -> Markup {
        let points = self.pack.decisions.iter().flat_map(|it| &it.points);
        self.rows(
            None,
            &["point", "counts"],
            points
                .map(|point| {
                    let key = if point.weigh {
                        "policy-weigh"
                    } else {
                        "policy-leave-out"
                    };
                    vec![
                        html! { (self.said(&point.text)) },
                        html! { (self.words.say(key)) },
                        self.source(point.known, &point.source),
                    ]
                })
                .collect(),
        )
    }

    fn supports(&self) -> Markup {
        let steps = self.pack.supports.iter().flat_map(|it| &it.steps);
        self.rows(
            None,
            &["step", "trigger", "decides"],
            steps
                .map(|step| {
                    vec![
                        html! { strong { (step.rung) } " " (self.said(&step.label)) },
                        html! { (self.said(&step.trigger)) },
                        html! { (self.said(&step.decides)) },
                        self.source(step.known, &step.source),
                    ]
                })
                .collect(),
        )
    }

    fn procedures(&self) -> Markup {
        html! {
            @for procedure in self.pack.procedures.iter().filter(|procedure| procedure.active) {
                p { strong { (self.said(&procedure.label)) } ". " (self.said(&procedure.about)) " " small { (noted(self.pack, self.words, &procedure.source)) } }
                (self.rows(None, &["step", "due"], procedure.steps.iter().map(|step| vec![
                    html! { (self.said(&step.text)) @if let Some(missed) = &step.if_missed { " " (self.said(missed)) } },
                    html! { (step.clocks.join(", ")) },
                    self.source(step.known, &step.source),
                ]).collect()))
            }
            @if self.pack.procedures.is_empty() { (small(self.words.say("policy-nothing"))) }
        }
    }

    fn options(&self) -> Markup {
        let sides = [
            (OptionSide::Leader, "policy-options-leader"),
            (OptionSide::Teacher, "policy-options-teacher"),
        ];
        html! {
            @for (side, caption) in sides {
                @let options = self.pack.options.iter().filter(|option| option.side == side);
                (self.rows(Some(self.words.say(caption)), &["option", "due"], options.map(|option| vec![
                    html! { strong { (self.said(&option.label)) } " " (self.said(&option.text)) },
                    html! { (option.clocks.join(", ")) },
                    self.source(option.known, &option.source),
                ]).collect()))
            }
        }
    }

    fn messages(&self) -> Markup {
        html! {
            @for message in &self.pack.messages {
                (disclosure(format!("{} {}", message.id, self.said(&message.label)), html! {
                    @let body = self.said(&message.template.body);
                    @if body.is_empty() { p { (self.words.say("policy-message-later")) } }
                    @else {
                        p { strong { (self.said(&message.template.subject)) } }
                        pre.template { (body) }
                    }
                }))
            }
        }
    }
}
