//! The values of a pack on the way to a rating, a status or a clock, in words: what each is called, and what it is.

use crate::my_year::rating_so_far::mixed;
use maud::{Markup, html};
use policy::{Exact, Pack, Scale, Unit, When};
use words::Words;

/// What a value is called.
pub fn called(words: Words, pack: &Pack, name: &str) -> String {
    let tag = words.language().tag();
    let labelled = |key: &str, label: &policy::Text| {
        words.with(&format!("value-{key}"), &[("label", label.get(tag).into())])
    };
    let (kind, id) = name.split_once(' ').unwrap_or((name, ""));
    let found = match kind {
        "indicator" => {
            let indicator = pack.framework.indicator(id);
            indicator.map(|it| format!("{id} {}", it.label.get(tag)))
        }
        "observation_kind" => {
            let kind = kind_of_observation(pack, id);
            kind.map(|it| it.label.get(tag).to_owned())
        }
        "weights" => {
            let measure = pack.measures.measure(id);
            measure.map(|it| labelled("weights", &it.label))
        }
        "measure_scale" => {
            let measure = pack.measures.measure(id);
            measure.map(|it| labelled("measure-scale", &it.label))
        }
        "rating" => {
            let rating = pack.rating.rating(id);
            rating.map(|it| it.label.get(tag).to_owned())
        }
        "class" => pack.class(id).map(|it| it.label.get(tag).to_owned()),
        "window" => pack.window(id).map(|it| it.label.get(tag).to_owned()),
        "date" => pack.date(id).map(|it| it.label.get(tag).to_owned()),
        _ => Some(words.say(&format!("value-{}", name.replace('_', "-")))),
    };
    found.unwrap_or_else(|| name.to_owned())
}

fn kind_of_observation<'a>(pack: &'a Pack, id: &str) -> Option<&'a policy::ObservationKind> {
    let kinds = &pack.framework.observation_kinds;
    kinds.iter().find(|kind| kind.id == id)
}

/// What a value is; the name itself says it where nothing more can be said.
pub fn is(words: Words, pack: &Pack, name: &str) -> Markup {
    let (kind, id) = name.split_once(' ').unwrap_or((name, ""));
    match kind {
        "goals_matrix" => matrix(words, pack),
        _ => html! { (said(words, pack, kind, id).unwrap_or_default()) },
    }
}

fn said(words: Words, pack: &Pack, kind: &str, id: &str) -> Option<String> {
    let tag = words.language().tag();
    let list = |values: &[Exact]| values.iter().map(mixed).collect::<Vec<_>>().join(" · ");
    let rule = &pack.rating;
    let plan = pack.supports.as_ref().map(|supports| &supports.plan);
    let decisions = pack.decisions.as_ref();
    let whole = |value: u32| value.to_string();
    let percent = |share: &Exact| {
        words.with(
            "value-percent",
            &[("percent", mixed(&(share * &Exact::from(100))).into())],
        )
    };
    let yes_no = |yes: bool| words.say(if yes { "value-yes" } else { "value-no" });
    Some(match kind {
        "scale" => {
            let framework = &pack.framework;
            words.with(
                "value-levels",
                &[("min", framework.min.into()), ("max", framework.max.into())],
            )
        }
        "indicator" => {
            let indicator = pack.framework.indicator(id)?;
            let domain = pack.framework.domain(&indicator.domain)?;
            domain.label.get(tag).to_owned()
        }
        "observation_kind" => {
            let kind = kind_of_observation(pack, id)?;
            let key = if kind.all_indicators {
                "value-lesson-full"
            } else {
                "value-lesson-some"
            };
            words.with(
                key,
                &[
                    ("from", kind.minutes_from.into()),
                    ("to", kind.minutes_to.into()),
                ],
            )
        }
        "weights" => {
            let measure = pack.measures.measure(id)?;
            let with = mixed(&measure.with_survey);
            let without = mixed(&measure.without_survey);
            words.with(
                "value-points",
                &[("with", with.into()), ("without", without.into())],
            )
        }
        "measure_scale" => match &pack.measures.measure(id)?.scale.value {
            Scale::Indicator => words.say("value-straight"),
            Scale::Cuts(cuts) => list(cuts),
        },
        "survey_respondents_min" => whole(pack.measures.survey.respondents_min.value),
        "survey_grades" => {
            let [from, to] = pack.measures.survey.grades.value;
            words.with("value-grades", &[("from", from.into()), ("to", to.into())])
        }
        "goals_count" => whole(pack.measures.goals.count.value),
        "goals_presence_min" => percent(&pack.measures.goals.presence_min.value),
        "rating" => rule.rating(id)?.state.get(tag).to_owned(),
        "anchors" => list(&rule.anchors.value),
        "cuts" => list(&rule.cuts.value),
        "decision_half_width" => mixed(&rule.decision_half_width.value),
        "aggregate" => aggregate(words, pack),
        "floor_probationary" => whole(rule.floors.probationary.value),
        "floor_non_probationary" => whole(rule.floors.non_probationary.value),
        "floor_full_min" => whole(rule.floors.full_min.value),
        "decision_evidence_min" => whole(decisions?.evidence_min.value),
        "decision_second_reader" => yes_no(decisions?.second_reader.value),
        "status_gain" => whole(rule.status.gain.value),
        "status_lose" => whole(rule.status.lose.value),
        "status_no_score" => words.say(match rule.status.no_score.value {
            policy::NoScore::Bridge => "value-bridge",
            policy::NoScore::Break => "value-break",
        }),
        "class" => {
            let applies = pack.class(id)?.status_applies;
            words.say(if applies {
                "value-status-applies"
            } else {
                "value-no-status"
            })
        }
        "plan_reasons_max" => whole(plan?.reasons_max.value),
        "plan_days_min" => whole(plan?.days_min.value),
        "plan_checkpoint_every" => whole(plan?.checkpoint_every.value),
        "plan_checkpoints_min" => whole(plan?.checkpoints_min.value),
        "plan_delivered_min" => percent(&plan?.delivered_min.value),
        "window" => {
            let window = pack.window(id)?;
            format!("{} – {}", words.day(window.opens), words.day(window.closes))
        }
        "date" => when(words, pack, &pack.date(id)?.when),
        _ => return None,
    })
}

/// How the scores of several observations become one mean.
pub fn aggregate(words: Words, pack: &Pack) -> String {
    let way = pack.rating.aggregate.value.as_str().replace('_', "-");
    words.say(&format!("policy-aggregate-{way}"))
}

/// A date, or how it is counted.
pub fn when(words: Words, pack: &Pack, when: &When) -> String {
    match when {
        When::On(date) => words.day(*date),
        When::Counted { anchor, days, unit } => {
            let unit = match unit {
                Unit::Calendar => "calendar",
                Unit::Working => "working",
                Unit::School => "school",
            };
            let way = if *days < 0 { "before" } else { "after" };
            let from = match pack.date(anchor) {
                Some(date) => date.label.get(words.language().tag()).to_owned(),
                None => words.say(&format!("policy-anchor-{anchor}")),
            };
            words.with(
                &format!("policy-{unit}-{way}"),
                &[("days", days.abs().into()), ("anchor", from.into())],
            )
        }
    }
}

/// Points of a pupil: a line for the ends, and one for each start.
fn matrix(words: Words, pack: &Pack) -> Markup {
    let tag = words.language().tag();
    let goals = &pack.measures.goals;
    let ends: Vec<&str> = goals
        .end_levels
        .iter()
        .map(|it| it.label.get(tag))
        .collect();
    let starts = goals.baseline_levels.iter().zip(&goals.matrix.value);
    html! {
        (words.with("value-matrix", &[("ends", ends.join(" · ").into())]))
        @for (start, points) in starts {
            @let points: Vec<String> = points.iter().map(u8::to_string).collect();
            br; (start.label.get(tag)) ": " (points.join(" · "))
        }
    }
}
