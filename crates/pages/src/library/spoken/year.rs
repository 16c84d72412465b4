//! The longer sections of a pack as Markdown: checklists, characteristics, decisions, the ladder, procedures, options.

use super::{Speaker, plain};
use policy::{Checklist, Decision, OptionSide, Procedure, Supports};

pub(super) fn checklist(it: &Speaker<'_>, list: Checklist) -> String {
    let items = it.pack.checklists.iter().filter(|item| item.list == list);
    let rows = items.map(|item| {
        let due = it.clocks(&item.due);
        [
            format!("{} {}", item.id, plain(item.text.get(it.tag))),
            plain(item.when.get(it.tag)),
            if due.is_empty() {
                "–".to_owned()
            } else {
                due
            },
        ]
    });
    it.table(["todo", "ticked", "due"], rows.collect())
}

pub(super) fn characteristics(it: &Speaker<'_>) -> String {
    let mut text = String::new();
    for strand in &it.pack.characteristics.strands {
        text.push_str(&format!("\n\n### {}\n", plain(strand.label.get(it.tag))));
        let rows = strand.columns.iter().map(|column| {
            let rating = it.pack.rating.rating(&column.rating);
            let label = rating.map_or("", |rating| rating.label.get(it.tag));
            [plain(label), plain(column.text.get(it.tag))]
        });
        text.push_str(&it.table(["rating", "looks"], rows.collect()));
    }
    text
}

pub(super) fn decisions(it: &Speaker<'_>, about: Decision) -> String {
    let points = |weigh: bool| {
        let all = it
            .pack
            .decisions
            .iter()
            .flat_map(|guidance| &guidance.points);
        let of = all.filter(move |point| point.about == about && point.weigh == weigh);
        it.list(of.map(|point| plain(point.text.get(it.tag))))
    };
    format!(
        "\n\n**{}**{}**{}**{}",
        it.key("weigh"),
        points(true),
        it.key("not-count"),
        points(false)
    )
}

pub(super) fn ladder(it: &Speaker<'_>, supports: &Supports) -> String {
    let mut text = String::new();
    for step in supports.steps.iter().filter(|step| step.active) {
        text.push_str(&format!(
            "\n\n### {} {}\n\n",
            step.rung,
            plain(step.label.get(it.tag))
        ));
        let mut line = |key: &str, said: String| {
            if !said.is_empty() {
                text.push_str(&format!("- **{}:** {said}\n", it.key(key)));
            }
        };
        line("trigger", plain(step.trigger.get(it.tag)));
        line("decides", plain(step.decides.get(it.tag)));
        let documents = step.documents.iter().map(|text| plain(text.get(it.tag)));
        line("documents", documents.collect::<Vec<_>>().join("; "));
        line("clocks", it.clocks(&step.clocks));
    }
    text.push_str("\n\n");
    text
}

pub(super) fn plan(it: &Speaker<'_>, supports: &Supports) -> String {
    let plan = &supports.plan;
    let said = |key: &str, value: String, known| {
        let text = it.words.with(
            &format!("library-said-plan-{key}"),
            &[("value", value.into())],
        );
        it.known(text, known)
    };
    let rules = [
        said(
            "reasons",
            plan.reasons_max.value.to_string(),
            plan.reasons_max.known,
        ),
        said("days", plan.days_min.value.to_string(), plan.days_min.known),
        said(
            "every",
            plan.checkpoint_every.value.to_string(),
            plan.checkpoint_every.known,
        ),
        said(
            "checkpoints",
            plan.checkpoints_min.value.to_string(),
            plan.checkpoints_min.known,
        ),
        said(
            "delivered",
            plan.delivered_min.value.to_string(),
            plan.delivered_min.known,
        ),
    ];
    let outcomes = plan.outcomes.iter().map(|outcome| {
        format!(
            "**{}:** {}",
            plain(outcome.label.get(it.tag)),
            plain(outcome.meaning.get(it.tag))
        )
    });
    it.list(rules.into_iter().chain(outcomes))
}

pub(super) fn procedure(it: &Speaker<'_>, procedure: &Procedure) -> String {
    let steps = procedure.steps.iter().map(|step| {
        let clock = it.clocks(&step.clocks);
        let missed = step.if_missed.as_ref().map(|text| plain(text.get(it.tag)));
        [
            it.key(&format!("actor-{}", step.who.as_str().replace('_', "-"))),
            plain(step.text.get(it.tag)),
            if clock.is_empty() {
                "–".to_owned()
            } else {
                clock
            },
            missed.unwrap_or_else(|| "–".to_owned()),
        ]
    });
    let mut text = format!("\n\n{}\n", plain(procedure.about.get(it.tag)));
    text.push_str(&it.table(["who", "step", "clock", "missed"], steps.collect()));
    for (key, grounds) in [
        ("grounds", &procedure.grounds),
        ("outcomes", &procedure.outcomes),
    ] {
        if !grounds.is_empty() {
            let said = grounds.iter().map(|ground| plain(ground.text.get(it.tag)));
            text.push_str(&format!("\n\n**{}**{}", it.key(key), it.list(said)));
        }
    }
    text
}

pub(super) fn options(it: &Speaker<'_>, side: OptionSide) -> String {
    let options = it.pack.options.iter().filter(|option| option.side == side);
    let mut text = String::new();
    for option in options {
        text.push_str(&format!(
            "\n\n### {}\n\n{}\n\n",
            plain(option.label.get(it.tag)),
            it.known(plain(option.text.get(it.tag)), option.known)
        ));
        let mut lines = vec![];
        if !option.classes.is_empty() {
            let classes = option.classes.iter().filter_map(|id| it.pack.class(id));
            let classes = classes.map(|class| plain(class.label.get(it.tag)));
            let classes = classes.collect::<Vec<_>>().join(", ");
            lines.push(format!("**{}:** {classes}", it.key("for")));
        }
        let clocks = it.clocks(&option.clocks);
        if !clocks.is_empty() {
            lines.push(format!("**{}:** {clocks}", it.key("clocks")));
        }
        if !lines.is_empty() {
            text.push_str(&it.list(lines));
        }
    }
    text
}
