//! What went into a measure, as a table: indicators by lesson, professionalism by moment, goals by points; and who
//! entered it from which source.

use super::Basis;
use crate::components::{Column, Table, TableShape, sub, table};
use domain::measures::Entry;
use domain::professionalism::{Moment, Side};
use domain::ratings::trace::{Node, NodeKind, Rule};
use jiff::civil::Date;
use maud::{Markup, html};
use policy::MeasureKind;
use std::collections::BTreeMap;

/// The table of a measure's raw value.
pub fn went_in(basis: &Basis<'_>, measure: &Node, raw: &Node) -> Markup {
    match measure.kind {
        NodeKind::Measure(MeasureKind::Observation) => lessons(basis, raw),
        NodeKind::Measure(MeasureKind::Professionalism) => professionalism(basis, raw),
        NodeKind::Measure(MeasureKind::Survey) => survey(basis, raw),
        NodeKind::Measure(MeasureKind::Goals) => goals(basis, raw),
        NodeKind::Measure(MeasureKind::Collective) => {
            entered(basis, basis.record.measures.collective.as_ref())
        }
        _ => html! {},
    }
}

/// One lesson as the trace knows it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Lesson {
    on: Option<Date>,
    id: String,
    kind: String,
}

fn lesson_of(score: &Node) -> Lesson {
    let input = |key: &str| score.inputs.get(key).cloned().unwrap_or_default();
    Lesson {
        on: input("on").parse().ok(),
        id: input("observation"),
        kind: input("kind"),
    }
}

fn scores<'a>(node: &'a Node, found: &mut Vec<&'a Node>) {
    if node.kind == NodeKind::Score {
        found.push(node);
    }
    for child in &node.children {
        scores(child, found);
    }
}

fn indicator_of(score: &Node) -> &str {
    score.inputs.get("indicator").map_or("", String::as_str)
}

fn indicator_cell(basis: &Basis<'_>, id: &str) -> Markup {
    let short = basis
        .pack
        .framework
        .indicator(id)
        .map(|it| it.short.get(basis.words.language().tag()));
    html! { span.idx { (id) } " " @if let Some(short) = short { (sub(short)) } }
}

fn figure(text: impl maud::Render) -> Markup {
    html! { (text) }
}

fn lessons(basis: &Basis<'_>, raw: &Node) -> Markup {
    let words = basis.words;
    let mut found = vec![];
    scores(raw, &mut found);
    let mut columns: Vec<Lesson> = found.iter().map(|score| lesson_of(score)).collect();
    columns.sort();
    columns.dedup();
    let mut given: BTreeMap<(&str, Lesson), &Node> = BTreeMap::new();
    for score in &found {
        given.insert((indicator_of(score), lesson_of(score)), score);
    }
    let means: BTreeMap<&str, &Node> = raw
        .children
        .iter()
        .filter(|node| node.kind == NodeKind::Indicator)
        .filter_map(|node| Some((node.id.rsplit('/').next()?, node)))
        .collect();
    let of_lessons: Vec<&Node> = raw
        .children
        .iter()
        .filter(|node| node.kind == NodeKind::Lesson)
        .collect();
    let row = |id: &str| {
        let mut cells = vec![indicator_cell(basis, id)];
        for lesson in &columns {
            cells.push(match given.get(&(id, lesson.clone())) {
                Some(score) => figure(score.value.to_string()),
                None => figure("–"),
            });
        }
        cells.push(
            means
                .get(id)
                .map_or_else(|| html! {}, |mean| figure(mean.value.to_string())),
        );
        cells
    };
    let scored = |id: &str| found.iter().any(|score| indicator_of(score) == id);
    let indicators: Vec<&str> = basis
        .pack
        .framework
        .observed()
        .map(|it| it.id.as_str())
        .filter(|id| scored(id))
        .collect();
    let mut foot =
        vec![html! { (words.with("rating-mean-of", &[("count", raw.children.len().into())])) }];
    for lesson in &columns {
        let mean = of_lessons.iter().find(|node| node.id.ends_with(&lesson.id));
        foot.push(mean.map_or_else(|| html! {}, |node| figure(node.value.to_string())));
    }
    foot.push(figure(raw.value.to_string()));
    let mut heads = vec![Column::words(words.say("indicator-column"))];
    heads.extend(
        columns
            .iter()
            .map(|lesson| Column::figures(head(basis, lesson))),
    );
    heads.push(Column::figures(words.say("rating-mean")));
    let levels = &basis.pack.framework;
    table(&Table {
        caption: Some(words.with(
            "rating-indicators",
            &[
                ("count", indicators.len().into()),
                ("min", levels.min.into()),
                ("max", levels.max.into()),
            ],
        )),
        shape: TableShape::Dense,
        columns: heads,
        rows: indicators.iter().map(|id| row(id)).collect(),
        foot: Some(foot),
        class: "",
    })
}

/// "13 Oct, full": when, and which kind of observation.
fn head(basis: &Basis<'_>, lesson: &Lesson) -> String {
    let words = basis.words;
    let key = format!("rating-lesson-kind-{}", lesson.kind);
    let label = || {
        basis
            .pack
            .framework
            .observation_kind(&lesson.kind)
            .map(|it| it.label.get(words.language().tag()).to_owned())
    };
    let kind = if words.knows(&key) {
        words.say(&key)
    } else {
        label().unwrap_or_else(|| lesson.kind.clone())
    };
    let date = lesson.on.map(|on| words.short_day(on)).unwrap_or_default();
    words.with(
        "rating-lesson-column",
        &[("date", date.into()), ("kind", kind.into())],
    )
}

fn professionalism(basis: &Basis<'_>, raw: &Node) -> Markup {
    let words = basis.words;
    let rated = &basis.record.professionalism;
    let earlier = rated.sent(Moment::MidYear, Side::Evaluator);
    let mut columns = vec![Column::words(words.say("indicator-column"))];
    if let Some(earlier) = earlier {
        columns.push(Column::figures(words.with(
            "rating-mid-year-column",
            &[("date", words.short_day(earlier.on).into())],
        )));
    }
    columns.push(Column::figures(words.say("rating-counts-column")));
    let rows = raw.children.iter().map(|score| {
        let id = indicator_of(score);
        let mut cells = vec![indicator_cell(basis, id)];
        if let Some(earlier) = earlier {
            let level = earlier.seen.get(id).and_then(|seen| seen.score);
            cells.push(level.map_or_else(|| figure("–"), figure));
        }
        cells.push(figure(score.value.to_string()));
        cells
    });
    let mut foot =
        vec![html! { (words.with("rating-mean-of", &[("count", raw.children.len().into())])) }];
    if earlier.is_some() {
        foot.push(html! {});
    }
    foot.push(figure(raw.value.to_string()));
    let by = rated.sent(Moment::EndOfYear, Side::Evaluator).map(|sent| {
        words.with(
            "rating-rated-by",
            &[
                ("name", basis.full(sent.by).into()),
                ("date", words.date(sent.on).into()),
            ],
        )
    });
    table(&Table {
        caption: by.or_else(|| Some(words.say("rating-self-does-not-count"))),
        shape: TableShape::Dense,
        columns,
        rows: rows.collect(),
        foot: Some(foot),
        class: "",
    })
}

fn survey(basis: &Basis<'_>, raw: &Node) -> Markup {
    let answered = raw
        .inputs
        .get("respondents")
        .and_then(|count| count.parse::<u32>().ok());
    html! {
        @if let Some(count) = answered { p { (basis.words.with("rating-answered-by", &[("count", count.into())])) } }
        (entered(basis, basis.record.measures.survey.as_ref()))
    }
}

fn goals(basis: &Basis<'_>, raw: &Node) -> Markup {
    let words = basis.words;
    let mut columns = vec![
        Column::words(words.say("rating-goal")),
        Column::figures(words.say("rating-pupils")),
    ];
    columns.extend((0..=3_u8).map(|points| {
        Column::figures(words.with("rating-points-column", &[("points", points.into())]))
    }));
    columns.push(Column::figures(words.say("rating-mean")));
    let goals = raw
        .children
        .iter()
        .filter(|node| node.rule == Rule::PointsMean);
    let rows = goals.map(|goal| {
        let input = |key: &str| goal.inputs.get(key).cloned().unwrap_or_default();
        let mut cells = vec![html! { (input("title")) }, figure(input("pupils"))];
        cells.extend((0..=3).map(|points| figure(input(&format!("points_{points}")))));
        cells.push(figure(goal.value.to_string()));
        cells
    });
    let rows: Vec<Vec<Markup>> = rows.collect();
    let mut foot = vec![html! { (words.with("rating-mean-of", &[("count", rows.len().into())])) }];
    foot.extend((0..5).map(|_| html! {}));
    foot.push(figure(raw.value.to_string()));
    let matrix = &basis.pack.measures.goals.matrix;
    html! {
        (entered(basis, basis.record.measures.goals.as_ref()))
        (table(&Table {
            caption: Some(words.say("rating-goals-caption")),
            shape: TableShape::Stack,
            columns,
            rows,
            foot: Some(foot),
            class: "",
        }))
        @if !matrix.known.settled() { p { (super::sum::ruled(words, words.say("rating-matrix-unconfirmed"), matrix.known)) } }
    }
}

/// Who entered it, when, and from which source.
fn entered(basis: &Basis<'_>, entry: Option<&Entry>) -> Markup {
    let words = basis.words;
    html! {
        @if let Some(entry) = entry {
            p { (words.with("rating-entered-by", &[
                ("name", basis.full(entry.by).into()),
                ("date", words.date(entry.on).into()),
                ("source", (&entry.source).into()),
            ])) }
        }
    }
}
