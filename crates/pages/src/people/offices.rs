//! Granting an office by hand and taking it back, each with a reason.

use super::{One, Wrong, carry_out, office};
use crate::components::{
    Choice, Choices, Crumb, Field, PageHead, Shape, Tone, acts, button_main, error_summary, form,
    hidden, link_plain, notice, page_head, section,
};
use crate::fault::Fault;
use crate::routes::Routes;
use crate::typed::Typed;
use crate::visitor::{Sheet, Visitor, form_key};
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use domain::people::school::SchoolKind;
use domain::people::{Command, Office};
use domain::text::Field as Text;
use domain::{Refusal, SchoolId};
use maud::{Markup, html};
use serde::Deserialize;

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/people/{person}/offices", choose)
        .post("/people/{person}/offices", grant)
        .page("/people/{person}/offices/end", ask)
        .post("/people/{person}/offices/end", end)
}

const OFFICES: [Office; 3] = [
    Office::HrPartner,
    Office::PerformanceOffice,
    Office::Administrator,
];

/// The office in addresses and forms.
pub fn word(office: Office) -> &'static str {
    match office {
        Office::HrPartner => "hr_partner",
        Office::PerformanceOffice => "performance_office",
        Office::Administrator => "administrator",
    }
}

fn read(text: &str) -> Option<Office> {
    OFFICES.into_iter().find(|office| word(*office) == text)
}

/// The field of the form that a refusal speaks of.
fn field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::HrPartnerNeedsSchool => "school",
        Refusal::Empty {
            field: Text::Reason,
        }
        | Refusal::TooLong {
            field: Text::Reason,
            ..
        }
        | Refusal::OwnGrant
        | Refusal::NotGranted => "reason",
        _ => "office",
    }
}

async fn choose(visitor: Visitor, Path(id): Path<String>) -> Result<Markup, Fault> {
    let one = One::of(&visitor, &id).await?;
    Ok(form_to_grant(&visitor, &one, &Typed::default(), None))
}

async fn grant(visitor: Visitor, Path(id): Path<String>, typed: Typed) -> Result<Response, Fault> {
    let one = One::of(&visitor, &id).await?;
    let wrong = match read(typed.get("office")) {
        None => Some(Wrong::new(
            "office",
            visitor.words.say("people-choose-office"),
        )),
        Some(office) => {
            let school: Option<SchoolId> = typed.read_optional("school")?;
            // A school is only looked at where the office is one school's; the form offers it beside all of them.
            let school = school
                .filter(|school| office == Office::HrPartner && one.schools.contains_key(school));
            let command = Command::Grant {
                office,
                school,
                reason: typed.get("reason").to_owned(),
            };
            carry_out(&visitor, one.id, &typed, command, field).await?
        }
    };
    answer(&visitor, &one, &typed, wrong, form_to_grant).await
}

/// Back to the person, or the form again with what stands in the way.
async fn answer(
    visitor: &Visitor,
    one: &One,
    typed: &Typed,
    wrong: Option<Wrong>,
    form: fn(&Visitor, &One, &Typed, Option<&Wrong>) -> Markup,
) -> Result<Response, Fault> {
    let Some(wrong) = wrong else {
        return Ok(Redirect::to(&format!("{}#offices", one.path())).into_response());
    };
    // Read again, so that the form carries the version that stands now.
    let one = One::of(visitor, &one.id.to_string()).await?;
    Ok((wrong.status, form(visitor, &one, typed, Some(&wrong))).into_response())
}

fn crumbs(visitor: &Visitor, one: &One, here: &str) -> Vec<Crumb> {
    vec![
        Crumb::link(visitor.words.say("nav-people"), "/people"),
        Crumb::link(one.name(), one.path()),
        Crumb::here(visitor.words.say(here)),
    ]
}

fn form_to_grant(visitor: &Visitor, one: &One, typed: &Typed, wrong: Option<&Wrong>) -> Markup {
    let words = visitor.words;
    let choices = OFFICES.map(|it| {
        let hint = words.say(match it {
            Office::HrPartner => "people-office-hr-partner-may",
            Office::PerformanceOffice => "people-office-performance-may",
            Office::Administrator => "people-office-administrator-may",
        });
        Choice::new(word(it), office(words, it)).hint(hint)
    });
    let mut schools: Vec<_> = one
        .schools
        .iter()
        .filter(|(_, school)| {
            school.ended.is_none() && school.particulars.kind == SchoolKind::School
        })
        .collect();
    schools.sort_by_key(|(_, school)| school.particulars.name.to_lowercase());
    let schools = schools
        .into_iter()
        .map(|(id, school)| Choice::new(id.to_string(), &school.particulars.name))
        .collect();
    let body = html! {
        (error_summary(words, &Wrong::summary(wrong)))
        (page_head(words, &PageHead { crumbs: crumbs(visitor, one, "people-grant"), title: words.with("people-grant-title", &[("name", one.name().into())]), lead: Some(html! { (words.say("people-grant-lead")) }), ..PageHead::default() }))
        @if !one.person.has_access(visitor.today) {
            (notice(Tone::Soon, Shape::Diamond, words.say("people-grant-no-access"), html! { p { (words.say("people-grant-no-access-text")) } }))
        }
        (section("grant", words.say("people-grant"), Some(&words.say("people-offices-hint")), form(&format!("{}/offices", one.path()), &form_key(Some(one.version)), html! {
            (Choices::one("office", words.say("people-office"), choices.to_vec()).chosen([typed.get("office")]).error(Wrong::at(wrong, "office")).markup(words))
            (Field::select("school", words.say("people-office-school"), schools).value(typed.get("school")).optional().hint(words.say("people-office-school-hint")).error(Wrong::at(wrong, "school")).markup(words))
            (reason(visitor, typed, wrong))
            (acts([button_main(words.say("people-grant")), link_plain(&one.path(), words.say("people-back"))]))
        })))
    };
    visitor.page(Sheet {
        room: "people",
        title: words.say("people-grant"),
        body,
        footer: None,
    })
}

/// Why something is done by hand; it stays on the record.
pub(super) fn reason(visitor: &Visitor, typed: &Typed, wrong: Option<&Wrong>) -> Markup {
    let words = visitor.words;
    Field::area("reason", words.say("people-reason"))
        .sees(words.say("people-reason-sees"))
        .value(typed.get("reason"))
        .error(Wrong::at(wrong, "reason"))
        .markup(words)
}

#[derive(Deserialize)]
struct Held {
    office: String,
    #[serde(default)]
    school: String,
}

/// The page of an office that the person holds; others are not there.
fn held(
    visitor: &Visitor,
    one: &One,
    office: &str,
    school: &str,
) -> Result<(Office, Option<SchoolId>), Fault> {
    let office = read(office).ok_or(Fault::NotFound)?;
    let school: Option<SchoolId> = school.parse().ok();
    let holds = one
        .person
        .grants_on(visitor.today)
        .any(|grant| grant.office == office && grant.school == school);
    if holds {
        Ok((office, school))
    } else {
        Err(Fault::NotFound)
    }
}

async fn ask(
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Held>,
) -> Result<Markup, Fault> {
    let one = One::of(&visitor, &id).await?;
    held(&visitor, &one, &asked.office, &asked.school)?;
    let typed = Typed::from(vec![
        ("office".to_owned(), asked.office),
        ("school".to_owned(), asked.school),
    ]);
    Ok(form_to_end(&visitor, &one, &typed, None))
}

async fn end(visitor: Visitor, Path(id): Path<String>, typed: Typed) -> Result<Response, Fault> {
    let one = One::of(&visitor, &id).await?;
    let office = read(typed.get("office")).ok_or(Fault::NotFound)?;
    let command = Command::EndGrant {
        office,
        school: typed.read_optional("school")?,
        reason: typed.get("reason").to_owned(),
    };
    let wrong = carry_out(&visitor, one.id, &typed, command, |refusal| {
        if *refusal == Refusal::NoSuchPerson {
            "office"
        } else {
            "reason"
        }
    })
    .await?;
    answer(&visitor, &one, &typed, wrong, form_to_end).await
}

fn form_to_end(visitor: &Visitor, one: &One, typed: &Typed, wrong: Option<&Wrong>) -> Markup {
    let words = visitor.words;
    let it = read(typed.get("office")).unwrap_or(Office::HrPartner);
    let school = typed
        .get("school")
        .parse()
        .map(|school| one.school_name(school))
        .unwrap_or_default();
    let consequence = match it {
        Office::HrPartner => words.with(
            "people-end-hr-partner",
            &[("name", one.name().into()), ("school", school.into())],
        ),
        Office::PerformanceOffice => {
            words.with("people-end-performance", &[("name", one.name().into())])
        }
        Office::Administrator => {
            words.with("people-end-administrator", &[("name", one.name().into())])
        }
    };
    let body = html! {
        (error_summary(words, &Wrong::summary(wrong)))
        (page_head(words, &PageHead { crumbs: crumbs(visitor, one, "people-end-office"), title: words.with("people-end-office-title", &[("office", office(words, it).into()), ("name", one.name().into())]), lead: Some(html! { (consequence) }), ..PageHead::default() }))
        (section("end", words.say("people-end-office"), None, form(&format!("{}/offices/end", one.path()), &form_key(Some(one.version)), html! {
            (hidden("office", typed.get("office")))
            (hidden("school", typed.get("school")))
            (reason(visitor, typed, wrong))
            (acts([button_main(words.say("people-end-office")), link_plain(&one.path(), words.say("people-back"))]))
        })))
    };
    visitor.page(Sheet {
        room: "people",
        title: words.say("people-end-office"),
        body,
        footer: None,
    })
}
