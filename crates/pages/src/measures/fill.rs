//! The form of one measure, with what is on the record beside it.

use super::Entering;
use super::entry::{MOST_GOALS, POINTS, Which};
use super::overview::recorded;
use crate::components::{
    self, Choice, Choices, Field, PageHead, Shape, Tone, acts, button_main_named, button_named,
    field_group, form, hidden, link_plain, notice, page_head, section, small,
};
use crate::fault::Fault;
use crate::visitor::{Sheet, form_key};
use maud::{Markup, html};

/// The page. `changed` is the sentence for an entry that came in between.
pub fn page(entering: &Entering<'_>, which: Which, changed: Option<&str>) -> Result<Markup, Fault> {
    let visitor = entering.visitor;
    let words = visitor.words;
    let record = &entering.page.record;
    let teacher = record.person.particulars.name.full();
    let title = words.with(
        &format!("measures-form-{}", which.word()),
        &[("name", (&teacher).into())],
    );
    let head = PageHead {
        crumbs: crate::way::to(
            visitor,
            record.teacher,
            &teacher,
            words.say("measures-here"),
        ),
        title: title.clone(),
        lead: Some(html! { (words.say("measures-form-lead")) }),
        jumps: vec![],
    };
    let fields = match which {
        Which::SurveyApplies => applies(entering),
        Which::Survey => {
            html! { (percent(entering, which, "measures-survey-percent")) (answers(entering)) }
        }
        Which::Goals => goals(entering),
        Which::Collective => percent(entering, which, "measures-collective-percent"),
    };
    let body = html! {
        (entering.form.summary())
        (page_head(words, &head))
        @if let Some(changed) = changed { (notice(Tone::Soon, Shape::Diamond, words.say("measures-changed"), html! { p { (words.say(changed)) } })) }
        @if let Some(entry) = entering.recorded(which) {
            (section("recorded", words.say("measures-recorded"), Some(&words.say("measures-recorded-hint")), recorded(entering, entry)))
        }
        (section("entry", words.say("measures-entry"), None, form(&entering.address(), &form_key(Some(entering.version)), html! {
            (hidden("measure", which.word()))
            (fields)
            (source(entering, which))
            (acts([button_main_named("act", "enter", words.say("measures-enter-act")), link_plain(&entering.address(), words.say("measures-back"))]))
        })))
    };
    Ok(visitor.page(Sheet {
        room: crate::way::room(visitor, record.teacher),
        title,
        body: crate::library::with_toolkit(visitor, "measures", body),
        footer: None,
    }))
}

/// A line of one field, with everything that each of them has.
fn line(entering: &Entering<'_>, which: Which, part: &str, field: Field) -> Markup {
    let words = entering.visitor.words;
    let name = which.field(part);
    field
        .value(entering.value(which, part))
        .sees(words.say("measures-sees"))
        .error(entering.form.error(&name))
        .autosave(
            entering
                .form
                .autosave_or(&name, &entering.on_record(which, part)),
        )
        .markup(words)
}

fn percent(entering: &Entering<'_>, which: Which, label: &str) -> Markup {
    let words = entering.visitor.words;
    line(
        entering,
        which,
        "percent",
        Field::text(which.field("percent"), words.say(label))
            .hint(words.say("measures-percent-hint")),
    )
}

fn answers(entering: &Entering<'_>) -> Markup {
    let words = entering.visitor.words;
    line(
        entering,
        Which::Survey,
        "answers",
        Field::number(
            Which::Survey.field("answers"),
            words.say("measures-answers"),
        )
        .min("0")
        .step("1"),
    )
}

fn source(entering: &Entering<'_>, which: Which) -> Markup {
    let words = entering.visitor.words;
    let hint = if entering.recorded(which).is_some() {
        "measures-source-hint-correction"
    } else {
        "measures-source-hint"
    };
    line(
        entering,
        which,
        "source",
        Field::text(which.field("source"), words.say("measures-source")).hint(words.say(hint)),
    )
}

fn applies(entering: &Entering<'_>) -> Markup {
    let words = entering.visitor.words;
    let name = Which::SurveyApplies.field("applies");
    let recorded = match entering.page.record.measures.survey_applies {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    let choices = ["yes", "no"].map(|value| {
        Choice::new(value, words.say(&format!("measures-applies-{value}")))
            .hint(words.say(&format!("measures-applies-{value}-hint")))
    });
    Choices::one(&name, words.say("measures-applies"), choices.to_vec())
        .chosen([entering.form.value_or(&name, recorded)])
        .sees(words.say("measures-sees"))
        .error(entering.form.error(&name))
        .autosave(entering.form.autosave_or(&name, recorded))
        .markup(words)
}

fn goals(entering: &Entering<'_>) -> Markup {
    let words = entering.visitor.words;
    let rows = entering.rows();
    html! {
        (hidden(&Which::Goals.field("rows"), &rows.to_string()))
        (components::rows((1..=rows).map(|row| goal(entering, row, rows))))
        @if rows < MOST_GOALS { p { (button_named("act", "more", words.say("measures-more"))) } }
        (small(words.say("measures-points-note")))
    }
}

fn goal(entering: &Entering<'_>, row: usize, rows: usize) -> Markup {
    let words = entering.visitor.words;
    let which = Which::Goals;
    let title = format!("title.{row}");
    let first = line(
        entering,
        which,
        &title,
        Field::text(
            which.field(&title),
            words.with("measures-goal-title", &[("row", row.into())]),
        ),
    );
    let pupils = (0..POINTS).map(|points| {
        let part = format!("pupils.{row}.{points}");
        let label = words.with(
            "measures-goal-pupils",
            &[("row", row.into()), ("points", points.into())],
        );
        line(
            entering,
            which,
            &part,
            Field::number(which.field(&part), label).min("0").step("1"),
        )
    });
    html! {
        (field_group([first].into_iter().chain(pupils)))
        @if rows > 1 { p { (button_named("act", &format!("remove.{row}"), words.with("measures-remove", &[("row", row.into())]))) } }
    }
}
