//! Both sides in one table; where they lie two levels or more apart it says so.

use super::Rating;
use crate::components::{
    Column, Shape, Table, TableShape, Tone, empty, said, small, state, sub, table,
};
use crate::my_year::standing::band_name;
use domain::observations::Seen;
use domain::professionalism::Sent;
use maud::{Markup, html};
use policy::{Pack, Side};

/// Levels that the two sides may lie apart before it is a disagreement (`leap.md` 6.3, `disagree`).
const APART: u8 = 2;

pub fn side_by_side(rating: &Rating<'_>, pack: &Pack) -> Markup {
    let words = rating.visitor.words;
    let tag = words.language().tag();
    let (teacher, evaluator) = (rating.sent(Side::Teacher), rating.sent(Side::Evaluator));
    if teacher.is_none() && evaluator.is_none() {
        return empty(words.say("professionalism-nothing-sent"), None);
    }
    let rows = pack.framework.professionalism().map(|indicator| {
        let seen =
            |sent: Option<&Sent>| sent.and_then(|sent| sent.seen.get(&indicator.id)).cloned();
        let (own, rated) = (seen(teacher), seen(evaluator));
        vec![
            html! { (indicator.id) " " (sub(indicator.short.get(tag))) },
            one(rating, pack, own.as_ref()),
            one(rating, pack, rated.as_ref()),
            apart(rating, own.as_ref(), rated.as_ref()),
        ]
    });
    let columns = ["indicator", "teacher", "evaluator", "apart"]
        .map(|key| Column::words(words.say(&format!("professionalism-{key}"))))
        .to_vec();
    html! {
        (table(&Table { columns, rows: rows.collect(), shape: TableShape::Stack, ..Table::default() }))
        @for (side, sent) in [(Side::Teacher, teacher), (Side::Evaluator, evaluator)] { (small(when(rating, side, sent))) }
    }
}

/// One side's level and words.
pub fn one(rating: &Rating<'_>, pack: &Pack, seen: Option<&Seen>) -> Markup {
    let words = rating.visitor.words;
    let Some(seen) = seen else {
        return html! { (words.say("professionalism-not-sent")) };
    };
    html! {
        @if let Some(score) = seen.score { b { (words.with("level-in-band", &[("level", score.into()), ("band", band_name(words, pack, score).into())])) } }
        @if !seen.text.is_empty() { (said(&seen.text)) }
    }
}

fn apart(rating: &Rating<'_>, own: Option<&Seen>, rated: Option<&Seen>) -> Markup {
    let words = rating.visitor.words;
    let levels = own
        .and_then(|seen| seen.score)
        .zip(rated.and_then(|seen| seen.score));
    let Some((own, rated)) = levels else {
        return html! {};
    };
    let levels = own.abs_diff(rated);
    let said = words.with("professionalism-levels-apart", &[("levels", levels.into())]);
    if levels >= APART {
        state(Shape::Half, Tone::Plain, html! { b { (said) } })
    } else {
        html! { (said) }
    }
}

fn when(rating: &Rating<'_>, side: Side, sent: Option<&Sent>) -> String {
    let visitor = rating.visitor;
    let words = visitor.words;
    let whose = words.say(match side {
        Side::Teacher => "professionalism-teacher",
        Side::Evaluator => "professionalism-evaluator",
    });
    match sent {
        Some(sent) => {
            let name = rating
                .page
                .people
                .get(&sent.by)
                .map(|it| it.name.full())
                .unwrap_or_default();
            words.with(
                "professionalism-sent-by",
                &[
                    ("whose", whose.into()),
                    ("name", name.into()),
                    ("moment", words.moment(visitor.local(sent.at)).into()),
                ],
            )
        }
        None => words.with("professionalism-whose-not-sent", &[("whose", whose.into())]),
    }
}
