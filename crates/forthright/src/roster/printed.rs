//! An import's report for whoever reads it in a terminal; the problems in the words of the administrator's page.

use domain::people::roster::{PeopleCounts, Plan, Problem, Report};
use domain::refusal::Argument;
use words::{Language, Value, Words};

/// Problems printed one by one; `--json` has them all.
const MOST: usize = 200;

pub fn print(report: &Report, plan: &Plan) {
    for (name, rows) in &report.files {
        println!("{name:<18} {rows:>7} rows");
    }
    println!("people             {}", changes(&report.people));
    println!("schools            {}", changes(&report.schools));
    println!(
        "evaluators         {} begin, {} end",
        report.assigned, report.unassigned
    );
    println!(
        "once applied       {} teachers, {} evaluators",
        report.teachers, report.evaluators
    );
    if report.refused.students > 0 {
        println!(
            "refused            {} of students, read by nobody",
            counted(report.refused.students, "row")
        );
    }
    println!(
        "problems           {}, {}, {}",
        counted(report.errors, "error"),
        counted(report.warnings, "warning"),
        counted(report.notes, "note")
    );
    for problem in plan.problems.list.iter().take(MOST) {
        println!("  {}", problem_line(problem));
    }
    if plan.problems.list.len() > MOST {
        println!(
            "  … and {} more; --json lists them.",
            plan.problems.list.len() - MOST
        );
    }
    if report.needs_confirmation {
        println!(
            "More than a quarter of the people would end. If that is meant, apply it with --confirm-removals."
        );
    }
    println!(
        "{}",
        if report.applied {
            "Applied."
        } else {
            "Nothing was applied."
        }
    );
}

fn changes(counts: &PeopleCounts) -> String {
    format!(
        "{} added, {} changed, {} ended, {} returned, {} unchanged",
        counts.added, counts.changed, counts.ended, counts.returned, counts.unchanged
    )
}

pub fn counted(of: u32, noun: &str) -> String {
    if of == 1 {
        format!("1 {noun}")
    } else {
        format!("{of} {noun}s")
    }
}

/// `error users.csv:17 email: what is wrong. What to do.`
pub fn problem_line(problem: &Problem) -> String {
    let words = Words::new(Language::En);
    let arguments = problem.arguments();
    let values: Vec<(&str, Value<'_>)> = arguments
        .iter()
        .map(|(name, argument)| (*name, value(argument)))
        .collect();
    let said = |kind: &str| {
        let key = format!("roster-{kind}-{}", problem.key());
        if words.knows(&key) {
            words.with(&key, &values)
        } else {
            String::new()
        }
    };
    let mend = said("mend");
    let mut place = problem.file.clone();
    if problem.line > 0 {
        place = format!("{place}:{}", problem.line);
    }
    if !problem.column.is_empty() {
        place = format!("{place} {}", problem.column);
    }
    let times = if problem.times > 1 {
        format!(" ({} times)", problem.times)
    } else {
        String::new()
    };
    format!(
        "{} {place}: {}{times} {mend}",
        problem.severity().as_str(),
        said("problem")
    )
    .trim_end()
    .to_owned()
}

fn value(argument: &Argument) -> Value<'_> {
    match argument {
        Argument::Text(text) => text.as_str().into(),
        Argument::Number(number) => (*number).into(),
        Argument::Date(date) => date.to_string().into(),
        Argument::Field(field) => field.as_str().into(),
        Argument::About(about) => about.as_str().into(),
    }
}
