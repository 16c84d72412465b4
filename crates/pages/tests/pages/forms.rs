use crate::browser::Form;
use crate::lived::*;
#[tokio::test]
async fn probe() {
    for (day, role, page) in [
        (Day::January, Role::Evaluator, "/teachers/{t}/observations/00000000-0000-4000-8000-000000000001/draft"),
        (Day::January, Role::Teacher, "/observations/{lesson}"),
        (Day::January, Role::Evaluator, "/teachers/{t}/professionalism/mid-year"),
        (Day::January, Role::Evaluator, "/teachers/{t}/measures?enter=survey"),
        (Day::January, Role::Evaluator, "/teachers/{t}/measures?enter=goals"),
        (Day::January, Role::Evaluator, "/teachers/{t}/measures?enter=collective"),
        (Day::January, Role::Evaluator, "/teachers/{t}/measures"),
        (Day::January, Role::Evaluator, "/teachers/{t}/conversations/end-of-year/new"),
        (Day::January, Role::Evaluator, "/conversations/{mid}/move"),
        (Day::January, Role::Evaluator, "/conversations/{mid}/cancel"),
        (Day::January, Role::Evaluator, "/conversations/{mid}"),
        (Day::January, Role::Teacher, "/conversations/{mid}"),
        (Day::January, Role::Evaluator, "/teachers/{t}/messages/new?follows=conversation/{mid}"),
        (Day::May, Role::Evaluator, "/teachers/{t}/messages/new?follows=conversation/{eoy}"),
        (Day::May, Role::Evaluator, "/teachers/{t}/messages/new?follows=conversation/{mid}"),
        (Day::May, Role::Evaluator, "/teachers/{t}/rationale/instruction"),
        (Day::May, Role::Evaluator, "/teachers/{t}/rating/share"),
        (Day::Rated, Role::Teacher, "/teachers/{t}/rating"),
        (Day::Rated, Role::Teacher, "/teachers/{t}/rating/decline"),
        (Day::Rated, Role::Evaluator, "/teachers/{t}/recommendation"),
        (Day::January, Role::Administrator, "/people/{t}/offices"),
        (Day::January, Role::Administrator, "/people/{t}/evaluators"),
        (Day::January, Role::Administrator, "/year/days"),
        (Day::January, Role::Administrator, "/year/pack"),
        (Day::January, Role::Administrator, "/roster/import"),
    ] {
        let lived = Lived::on(day).await;
        let r = &lived.records[0];
        let at = page.replace("{t}", &r.teacher.to_string()).replace("{lesson}", &r.lesson.to_string()).replace("{mid}", &r.mid_year.to_string()).replace("{eoy}", &r.end_of_year.to_string());
        let answer = lived.get(role, &at).await;
        println!("== {day:?} {role:?} {page} {}", answer.status);
        for form in Form::all(&answer.text()) {
            if ["/language", "/sign-out"].contains(&form.action.as_str()) { continue; }
            println!("  -> {}", form.action);
            let mut seen = std::collections::BTreeSet::new();
            for c in form.controls {
                if !seen.insert((c.name.clone(), c.kind.clone())) { continue; }
                println!("     {} {} = {:.40}{}", c.kind, c.name, c.value, if c.options.is_empty() { String::new() } else { format!(" {:?}", c.options.len()) });
            }
        }
    }
}
