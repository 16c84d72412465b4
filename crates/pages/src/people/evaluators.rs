//! Who evaluates a teacher, assigned and ended by hand.

use super::offices::reason;
use super::{One, Wrong, carry_out, keeper};
use crate::components::{
    Choice, Choices, Crumb, Field, PageHead, Search, acts, button_main, error_summary, form,
    hidden, link_plain, page_head, search, section, small,
};
use crate::fault::Fault;
use crate::routes::Routes;
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor, form_key};
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use domain::people::{Command, Directory, Name, Person, Post};
use domain::{PersonId, Refusal, SchoolId};
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeSet;

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/people/{person}/evaluators", choose)
        .post("/people/{person}/evaluators", assign)
        .page("/people/{person}/evaluators/end", ask)
        .post("/people/{person}/evaluators/end", end)
}

/// Most people offered at once; a search narrows them.
const OFFERED: usize = 25;

/// Among whom an evaluator is looked for.
#[derive(Deserialize, Clone, Default)]
struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(default)]
    school: String,
    /// `district` for everybody, else the school's people.
    #[serde(default)]
    among: String,
}

impl Wanted {
    fn of(typed: &Typed) -> Self {
        let get = |name: &str| typed.get(name).to_owned();
        Self {
            q: get("q"),
            school: get("school"),
            among: get("among"),
        }
    }

    /// The school in question: the one that was chosen, else the first where the teacher teaches.
    fn school(&self, visitor: &Visitor, one: &One) -> Result<SchoolId, Fault> {
        let mut teaches = one.person.teaches_at(visitor.today);
        let chosen: Option<SchoolId> = self.school.parse().ok();
        match chosen {
            Some(school) => Ok(school),
            None => teaches.next().ok_or(Fault::NotFound),
        }
    }
}

async fn choose(
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Fault> {
    let one = One::of(&visitor, &id).await?;
    let typed = Typed::from(vec![("begins".to_owned(), visitor.today.to_string())]);
    form_to_assign(&visitor, &one, &wanted, &typed, None).await
}

fn field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Empty { .. } | Refusal::TooLong { .. } => "reason",
        Refusal::NotTeachingThere | Refusal::NotTheEvaluator => "begins",
        _ => "evaluator",
    }
}

async fn assign(visitor: Visitor, Path(id): Path<String>, typed: Typed) -> Result<Response, Fault> {
    let one = One::of(&visitor, &id).await?;
    let wanted = Wanted::of(&typed);
    let words = visitor.words;
    let wrong = match (typed.read("evaluator"), typed.date("begins")) {
        (Err(_), _) => Some(Wrong::new(
            "evaluator",
            words.say("people-choose-evaluator"),
        )),
        (_, Err(_)) => Some(Wrong::new("begins", words.say("people-no-date"))),
        (Ok(evaluator), Ok(begins)) => {
            let school = wanted.school(&visitor, &one)?;
            let command = Command::AssignEvaluator {
                evaluator,
                school,
                begins,
                reason: typed.get("reason").to_owned(),
            };
            carry_out(&visitor, one.id, &typed, command, field).await?
        }
    };
    let Some(wrong) = wrong else {
        return Ok(Redirect::to(&format!("{}#evaluators", one.path())).into_response());
    };
    let one = One::of(&visitor, &id).await?;
    Ok((
        wrong.status,
        form_to_assign(&visitor, &one, &wanted, &typed, Some(&wrong)).await?,
    )
        .into_response())
}

/// Whoever may be offered: with access, not the teacher, of the school by any post; without a search only those who
/// lead, hold another post or evaluate already, so that thirty colleagues do not hide them.
fn candidates<'a>(
    visitor: &Visitor,
    one: &One,
    directory: &'a Directory,
    school: SchoolId,
    wanted: &Wanted,
) -> Vec<(PersonId, &'a Person, usize)> {
    let today = visitor.today;
    let search = wanted.q.trim().to_lowercase();
    let evaluates = |id: PersonId| {
        directory
            .people
            .values()
            .filter(|person| person.evaluators_on(today).any(|it| it.evaluator == id))
            .count()
    };
    let evaluating: BTreeSet<PersonId> = directory
        .people
        .values()
        .flat_map(|person| person.evaluators_on(today).map(|it| it.evaluator))
        .collect();
    let mut found: Vec<(PersonId, &Person, usize)> = directory
        .people
        .iter()
        .filter(|(id, person)| **id != one.id && person.has_access(today))
        .filter(|(id, person)| {
            let here = wanted.among == "district"
                || person.particulars.home_school == Some(school)
                || person.posts_on(today).any(|it| it.school == school);
            let usual = evaluating.contains(id)
                || person.posts_on(today).any(|it| it.post != Post::Teacher);
            let name = person.particulars.name.full().to_lowercase();
            here && if search.is_empty() {
                usual
            } else {
                search.split_whitespace().all(|word| name.contains(word))
            }
        })
        .map(|(id, person)| (*id, person, 0))
        .collect();
    found.sort_by_key(|(id, person, _)| {
        (
            !evaluating.contains(id),
            person.particulars.name.family_used().to_lowercase(),
        )
    });
    found.truncate(OFFERED + 1);
    for (id, _, count) in &mut found {
        *count = evaluates(*id);
    }
    found
}

async fn form_to_assign(
    visitor: &Visitor,
    one: &One,
    wanted: &Wanted,
    typed: &Typed,
    wrong: Option<&Wrong>,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let school = wanted.school(visitor, one)?;
    let directory = visitor.app.record().directory(&keeper(visitor)?).await?;
    let mut found = candidates(visitor, one, &directory, school, wanted);
    let more = found.len() > OFFERED;
    found.truncate(OFFERED);
    let choices: Vec<Choice> = found
        .iter()
        .map(|(id, person, count)| {
            let says = &person.particulars;
            let evaluates = words.with("people-evaluates", &[("count", (*count).into())]);
            let hint = if says.job_title.is_empty() {
                evaluates
            } else {
                format!("{}. {evaluates}", says.job_title)
            };
            Choice::new(id.to_string(), says.name.full()).hint(hint)
        })
        .collect();
    let now: Vec<String> = one
        .person
        .evaluators_on(visitor.today)
        .filter(|it| it.school == school)
        .filter_map(|it| directory.person(it.evaluator))
        .map(|it| it.particulars.name.full())
        .collect();
    let consequence = if now.is_empty() {
        words.with(
            "people-assign-lead",
            &[
                ("name", one.name().into()),
                ("school", one.school_name(school).into()),
            ],
        )
    } else {
        words.with(
            "people-assign-lead-instead",
            &[
                ("name", one.name().into()),
                ("school", one.school_name(school).into()),
                ("now", words.list(&now).into()),
            ],
        )
    };
    let address = format!("{}/evaluators", one.path());
    let among = [
        Choice::new(
            "school",
            words.with(
                "people-among-school",
                &[("school", one.school_name(school).into())],
            ),
        ),
        Choice::new("district", words.say("people-among-district")),
    ];
    let among_value = if wanted.among == "district" {
        "district"
    } else {
        "school"
    };
    let schools: BTreeSet<SchoolId> = one.person.teaches_at(visitor.today).collect();
    let filters = html! {
        (Field::select("among", words.say("people-among"), among.to_vec()).value(among_value).quiet().markup(words))
        @if schools.len() > 1 {
            (Field::select("school", words.say("people-at-school"), schools.iter().map(|it| Choice::new(it.to_string(), one.school_name(*it))).collect()).value(school.to_string()).quiet().markup(words))
        }
    };
    let kept = if schools.len() > 1 {
        vec![]
    } else {
        vec![("school".to_owned(), school.to_string())]
    };
    let finder = Search {
        action: address.clone(),
        label: words.say("people-find-evaluator"),
        value: wanted.q.clone(),
        kept,
        filters: Some(filters),
        orders: vec![],
    };
    let body = html! {
        (error_summary(words, &Wrong::summary(wrong)))
        (page_head(words, &PageHead { crumbs: crumbs(visitor, one, "people-assign"), title: words.with("people-assign-title", &[("name", one.name().into())]), lead: Some(html! { (consequence) }), ..PageHead::default() }))
        (section("find", words.say("people-look"), None, search(words, &finder)))
        (section("assign", words.say("people-assign"), Some(&words.say("people-assign-hint")), html! {
            @if choices.is_empty() { (small(words.say("people-no-candidates"))) }
            @else {
                (form(&address, &form_key(Some(one.version)), html! {
                    (hidden("q", &wanted.q)) (hidden("school", &school.to_string())) (hidden("among", &wanted.among))
                    (Choices::one("evaluator", words.say("people-new-evaluator"), choices).chosen([typed.get("evaluator")]).hint(words.say(if more { "people-more-candidates" } else { "people-candidates-hint" })).error(Wrong::at(wrong, "evaluator")).markup(words))
                    (Field::date("begins", words.say("people-begins")).hint(words.say("people-begins-hint")).value(typed.get("begins")).error(Wrong::at(wrong, "begins")).markup(words))
                    (reason(visitor, typed, wrong))
                    (acts([button_main(words.say("people-assign")), link_plain(&one.path(), words.say("people-back"))]))
                }))
            }
        }))
    };
    Ok(visitor.page(Sheet {
        room: "people",
        title: words.say("people-assign"),
        body,
        footer: None,
    }))
}

fn crumbs(visitor: &Visitor, one: &One, here: &str) -> Vec<Crumb> {
    vec![
        Crumb::link(visitor.words.say("nav-people"), "/people"),
        Crumb::link(one.name(), one.path()),
        Crumb::here(visitor.words.say(here)),
    ]
}

#[derive(Deserialize)]
struct Assigned {
    evaluator: String,
}

async fn ask(
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Assigned>,
) -> Result<Markup, Fault> {
    let one = One::of(&visitor, &id).await?;
    let typed = Typed::from(vec![
        ("evaluator".to_owned(), asked.evaluator),
        ("last_day".to_owned(), visitor.today.to_string()),
    ]);
    form_to_end(&visitor, &one, &typed, None).await
}

async fn end(visitor: Visitor, Path(id): Path<String>, typed: Typed) -> Result<Response, Fault> {
    let one = One::of(&visitor, &id).await?;
    let wrong = match typed.date("last_day") {
        Err(_) => Some(Wrong::new("last_day", visitor.words.say("people-no-date"))),
        Ok(last_day) => {
            let evaluator = typed.read("evaluator").map_err(|_| Fault::NotFound)?;
            let command = Command::EndEvaluator {
                evaluator,
                last_day,
                reason: typed.get("reason").to_owned(),
            };
            let field = |refusal: &Refusal| {
                if *refusal == Refusal::NotTheEvaluator {
                    "last_day"
                } else {
                    "reason"
                }
            };
            carry_out(&visitor, one.id, &typed, command, field).await?
        }
    };
    let Some(wrong) = wrong else {
        return Ok(Redirect::to(&format!("{}#evaluators", one.path())).into_response());
    };
    let one = One::of(&visitor, &id).await?;
    Ok((
        wrong.status,
        form_to_end(&visitor, &one, &typed, Some(&wrong)).await?,
    )
        .into_response())
}

async fn form_to_end(
    visitor: &Visitor,
    one: &One,
    typed: &Typed,
    wrong: Option<&Wrong>,
) -> Result<Markup, Fault> {
    let words = visitor.words;
    let evaluator: PersonId = typed
        .get("evaluator")
        .parse()
        .map_err(|_| Fault::NotFound)?;
    let open =
        one.person.evaluators.iter().any(|it| {
            it.evaluator == evaluator && it.ends.is_none_or(|ends| ends >= visitor.today)
        });
    // Ended meanwhile: the form stays with what was typed, and says so.
    if !open && wrong.is_none() {
        return Err(Fault::NotFound);
    }
    let name = visitor
        .app
        .record()
        .names([evaluator])
        .await?
        .get(&evaluator)
        .map(Name::full)
        .unwrap_or_default();
    let lead = words.with(
        "people-end-evaluator-lead",
        &[("evaluator", (&name).into()), ("name", one.name().into())],
    );
    let body = html! {
        (error_summary(words, &Wrong::summary(wrong)))
        (page_head(words, &PageHead { crumbs: crumbs(visitor, one, "people-end-evaluator"), title: words.with("people-end-evaluator-title", &[("evaluator", (&name).into()), ("name", one.name().into())]), lead: Some(html! { (lead) }), ..PageHead::default() }))
        (section("end", words.say("people-end-evaluator"), None, form(&format!("{}/evaluators/end", one.path()), &form_key(Some(one.version)), html! {
            (hidden("evaluator", typed.get("evaluator")))
            (Field::date("last_day", words.say("people-last-day")).hint(words.say("people-last-day-hint")).value(typed.get("last_day")).error(Wrong::at(wrong, "last_day")).markup(words))
            (reason(visitor, typed, wrong))
            (acts([button_main(words.say("people-end-evaluator")), link_plain(&one.path(), words.say("people-back"))]))
        })))
    };
    Ok(visitor.page(Sheet {
        room: "people",
        title: words.say("people-end-evaluator"),
        body,
        footer: None,
    }))
}
