//! What is on the record: each measure with its figures, source, author and what it gives.

use super::Entering;
use super::entry::Which;
use super::gives::gives;
use crate::components::{
    Column, NextLabel, NextStep, PageHead, Shape, Table, TableShape, Tone, empty, facts, flash,
    link_button, link_main, next_step, notice, page_head, said, section, table,
};
use crate::fault::Fault;
use crate::history::who_can_see;
use crate::my_year::rating_so_far::ruled;
use crate::ratings::plain;
use crate::visitor::Sheet;
use domain::measures::{Entry, Goal, Measure};
use maud::{Markup, html};
use policy::Pack;
use words::Words;

pub async fn page(entering: &Entering<'_>, entered: bool) -> Result<Markup, Fault> {
    let visitor = entering.visitor;
    let words = visitor.words;
    let (_, pack) = visitor.open_year()?;
    let record = &entering.page.record;
    let teacher = record.person.particulars.name.full();
    let title = if entering.page.own {
        words.say("measures-title-own")
    } else {
        words.with("measures-title", &[("name", (&teacher).into())])
    };
    let head = PageHead {
        crumbs: crate::way::to(
            visitor,
            record.teacher,
            &teacher,
            words.say("measures-here"),
        ),
        title: title.clone(),
        lead: Some(html! { (words.say("measures-lead")) }),
        jumps: vec![],
    };
    let body = html! {
        @if entered { (flash(words.say("measures-flash-entered"))) }
        (page_head(words, &head))
        @if record.rating_is_shared() { (notice(Tone::Plain, Shape::Disc, words.say("measures-closed"), html! { p { (words.say("measures-closed-text")) } })) }
        @else { (next(entering, pack)) }
        (section("survey", label(words, pack, "sps"), Some(&words.say("measures-survey-hint")), survey(entering, pack)))
        (section("goals", label(words, pack, "slo"), Some(&words.say("measures-goals-hint")), one(entering, pack, Which::Goals, "slo")))
        (section("collective", label(words, pack, "coll"), Some(&words.say("measures-collective-hint")), one(entering, pack, Which::Collective, "coll")))
        (who_can_see(visitor, record, Some(&entering.form.thing).filter(|_| entering.version > 0)).await?)
    };
    let footer = crate::my_year::pack_line(visitor, pack);
    Ok(visitor.page(Sheet {
        room: crate::way::room(visitor, record.teacher),
        title,
        body: crate::library::with_toolkit(visitor, "measures", body),
        footer: Some(footer),
    }))
}

/// The pack's name of a measure.
pub fn label(words: Words, pack: &Pack, id: &str) -> String {
    pack.measures
        .measure(id)
        .map(|measure| measure.label.get(words.language().tag()).to_owned())
        .unwrap_or_default()
}

/// Measures that are still without a value; nobody owes them before their results are out.
fn next(entering: &Entering<'_>, pack: &Pack) -> Markup {
    let words = entering.visitor.words;
    let applies = entering.page.record.measures.survey_applies.unwrap_or(true);
    let wanted = [
        (Which::Survey, "sps"),
        (Which::Goals, "slo"),
        (Which::Collective, "coll"),
    ];
    let missing: Vec<_> = wanted
        .into_iter()
        .filter(|(which, _)| {
            entering.recorded(*which).is_none() && (*which != Which::Survey || applies)
        })
        .collect();
    let Some((first, _)) = missing.first().filter(|_| entering.enters) else {
        return html! {};
    };
    let names: Vec<String> = missing
        .iter()
        .map(|(_, id)| label(words, pack, id))
        .collect();
    let step = NextStep {
        label: NextLabel::Next,
        what: html! { (words.with("measures-next", &[("measures", words.list(&names).into())])) },
        why: Some(html! { (words.say("measures-next-why")) }),
        action: Some(link_main(
            &entering.form_address(*first),
            words.say(&format!("measures-enter-{}", first.word())),
        )),
    };
    next_step(words, &step)
}

fn survey(entering: &Entering<'_>, pack: &Pack) -> Markup {
    let words = entering.visitor.words;
    let [from, to] = *pack.measures.survey.grades;
    let grades = ruled(
        words,
        words.with(
            "measures-grades",
            &[("from", from.into()), ("to", to.into())],
        ),
        pack.measures.survey.grades.known,
    );
    let applies = match entering.page.record.measures.survey_applies {
        Some(true) => "measures-applies-yes",
        Some(false) => "measures-applies-no",
        None => "measures-applies-assumed",
    };
    html! {
        (facts([(words.say("measures-applies"), html! { (words.say(applies)) " " (grades) })]))
        @if entering.enters { p { (link_button(&entering.form_address(Which::SurveyApplies), words.say("measures-enter-survey-applies"))) } }
        (too_few(entering, pack))
        (one(entering, pack, Which::Survey, "sps"))
    }
}

/// A survey with too few answers does not count; then the weights without it hold (`leap.md` R-W1).
fn too_few(entering: &Entering<'_>, pack: &Pack) -> Markup {
    let words = entering.visitor.words;
    let least = &pack.measures.survey.respondents_min;
    let Some(survey) = entering
        .page
        .record
        .measures
        .survey()
        .filter(|survey| survey.answers < **least)
    else {
        return html! {};
    };
    let text = words.with(
        "measures-too-few",
        &[
            ("answers", survey.answers.into()),
            ("least", (**least).into()),
        ],
    );
    html! { p { (ruled(words, text, least.known)) } }
}

fn one(entering: &Entering<'_>, pack: &Pack, which: Which, id: &str) -> Markup {
    let words = entering.visitor.words;
    let enter = |key: String| {
        entering
            .enters
            .then(|| link_button(&entering.form_address(which), words.say(&key)))
    };
    let Some(entry) = entering.recorded(which) else {
        return html! {
            (empty(words.say(&format!("measures-none-{}", which.word())), enter(format!("measures-enter-{}", which.word()))))
            (gives(entering, pack, id))
        };
    };
    html! {
        (recorded(entering, entry))
        (gives(entering, pack, id))
        @if let Some(button) = enter("measures-correct".to_owned()) { p { (button) } }
    }
}

/// An entry with its figures, source and author.
pub fn recorded(entering: &Entering<'_>, entry: &Entry) -> Markup {
    let visitor = entering.visitor;
    let words = visitor.words;
    let name = entering
        .page
        .people
        .get(&entry.by)
        .map(|it| it.name.full())
        .unwrap_or_default();
    let percent = |percent| {
        words.with(
            "measures-percent-value",
            &[("percent", words.decimal(&plain(percent)).into())],
        )
    };
    let mut lines = match &entry.measure {
        Measure::Survey(survey) => vec![
            (
                words.say("measures-survey-percent"),
                html! { (percent(&survey.percent)) },
            ),
            (words.say("measures-answers"), html! { (survey.answers) }),
        ],
        Measure::Collective(value) => vec![(
            words.say("measures-collective-percent"),
            html! { (percent(value)) },
        )],
        Measure::Goals(_) | Measure::SurveyApplies(_) => vec![],
    };
    lines.push((
        words.say("measures-source"),
        html! { span.said { (entry.source) } },
    ));
    lines.push((words.say("measures-entered"), html! { (words.with("measures-entered-by", &[("name", name.into()), ("moment", words.moment(visitor.local(entry.at)).into())])) }));
    html! {
        @if let Measure::Goals(goals) = &entry.measure { (goal_table(words, goals)) }
        (facts(lines))
    }
}

fn goal_table(words: Words, goals: &[Goal]) -> Markup {
    let points = (0..goals.first().map_or(0, |goal| goal.pupils.len())).map(|points| {
        Column::figures(words.with("measures-pupils-with", &[("points", points.into())]))
    });
    let columns = [Column::words(words.say("measures-goal"))]
        .into_iter()
        .chain(points)
        .chain([Column::figures(words.say("measures-pupils"))]);
    let rows = goals.iter().map(|goal| {
        let all: u64 = goal.pupils.iter().map(|pupils| u64::from(*pupils)).sum();
        let pupils = goal.pupils.iter().map(|pupils| html! { (pupils) });
        [said(&goal.title)]
            .into_iter()
            .chain(pupils)
            .chain([html! { (all) }])
            .collect()
    });
    table(&Table {
        caption: Some(words.say("measures-goals-caption")),
        columns: columns.collect(),
        rows: rows.collect(),
        shape: TableShape::Stack,
        ..Table::default()
    })
}
