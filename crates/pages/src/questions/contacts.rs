//! Who answers what, for which school, and who stands in: kept by the office. A topic without anybody is said first.

use super::office::{findings, keeps_contacts};
use super::topic_label;
use crate::components::{
    Choice, Column, Crumb, Field, FormKey, PageHead, Shape, Table, TableShape, Tone, acts,
    button_main, empty, field_group, form, hidden, notice, page_head, section, table,
};
use crate::components::{FieldError, error_summary};
use crate::fault::Fault;
use crate::history::things::history;
use crate::my_year::rating_so_far::ruled;
use crate::refusals;
use crate::router::Routes;
use crate::typed::Typed;
use crate::visitor::{Colleagues, Sheet, Visitor, form_key};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::people::school::SchoolKind;
use domain::questions::Answering;
use domain::questions::contacts::{Command as Contact, Contacts};
use domain::{Command, PersonId, Refusal, SchoolId};
use jiff::civil::Date;
use maud::{Markup, html};

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/questions/contacts", show)
        .post("/questions/contacts", name)
        .post("/questions/contacts/end", unname)
        .post("/questions/cover", cover)
        .post("/questions/cover/end", end_cover)
}

const HERE: &str = "/questions/contacts";

/// What stands in the way of a form, at one of its fields.
struct Wrong {
    status: StatusCode,
    field: &'static str,
    text: String,
}

/// Schools that are not closed, by name.
pub(super) async fn schools(visitor: &Visitor) -> Result<Vec<(SchoolId, String)>, Fault> {
    let schools = visitor.app.record().schools().await?;
    let mut schools: Vec<_> = schools
        .into_iter()
        .filter(|(_, school)| {
            school.ended.is_none() && school.particulars.kind == SchoolKind::School
        })
        .map(|(id, school)| (id, school.particulars.name))
        .collect();
    schools.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(schools)
}

/// Everything that the page shows.
struct Kept {
    contacts: Contacts,
    version: u64,
    answering: Answering,
    schools: Vec<(SchoolId, String)>,
    people: Colleagues,
    findings: Vec<(String, Vec<String>)>,
}

impl Kept {
    async fn of(visitor: &Visitor) -> Result<Self, Fault> {
        let record = visitor.app.record();
        let (contacts, version) = record.contacts(&visitor.actor).await?;
        visitor.open_year()?;
        let answering = record.answering(&visitor.actor).await?;
        let people: Vec<PersonId> = contacts.people().chain(answering.everybody()).collect();
        Ok(Self {
            people: visitor.colleagues(people).await?,
            findings: findings(visitor, &answering).await?,
            schools: schools(visitor).await?,
            contacts,
            version,
            answering,
        })
    }

    fn name(&self, person: PersonId) -> String {
        self.people
            .get(&person)
            .map_or_else(String::new, |it| it.name.full())
    }

    fn school(&self, school: SchoolId) -> String {
        self.schools
            .iter()
            .find(|(id, _)| *id == school)
            .map_or_else(String::new, |(_, name)| name.clone())
    }
}

async fn show(visitor: Visitor) -> Result<Markup, Fault> {
    if !keeps_contacts(&visitor).await? {
        return Err(Fault::NotFound);
    }
    let kept = Kept::of(&visitor).await?;
    Ok(page(&visitor, &kept, &Typed::default(), None))
}

async fn do_this(
    visitor: &Visitor,
    typed: &Typed,
    command: Result<Contact, Wrong>,
    field: fn(&Refusal) -> &'static str,
) -> Result<Response, Fault> {
    if !keeps_contacts(visitor).await? {
        return Err(Fault::NotFound);
    }
    let wrong = match command {
        Err(wrong) => wrong,
        Ok(command) => {
            let key = FormKey {
                token: typed.token().unwrap_or_default(),
                version: typed.version(),
            };
            let done = visitor
                .carry_out(Contacts::stream(), key, Command::Contacts(command), vec![])
                .await;
            match done {
                Ok(_) => return Ok(Redirect::to(HERE).into_response()),
                Err(record::Fault::Refused(refusal)) => Wrong {
                    status: StatusCode::UNPROCESSABLE_ENTITY,
                    field: field(&refusal),
                    text: refusals::sentence(visitor.words, &refusal),
                },
                Err(record::Fault::Changed(_)) => Wrong {
                    status: StatusCode::CONFLICT,
                    field: field(&Refusal::NoSuchPerson),
                    text: visitor.words.say("error-409-again"),
                },
                Err(fault) => return Err(fault.into()),
            }
        }
    };
    let kept = Kept::of(visitor).await?;
    Ok((wrong.status, page(visitor, &kept, typed, Some(&wrong))).into_response())
}

/// The one person who has the e-mail address that was typed.
async fn person(
    visitor: &Visitor,
    typed: &Typed,
    field: &'static str,
) -> Result<Result<PersonId, Wrong>, Fault> {
    let text = typed.get(field).trim();
    let record = visitor.app.record();
    let found = record.answerer_at(&visitor.actor, text).await?;
    if let [one] = found.as_slice() {
        return Ok(Ok(*one));
    }
    Ok(Err(Wrong {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        field,
        text: visitor
            .words
            .with("questions-nobody-found", &[("address", text.into())]),
    }))
}

fn date(visitor: &Visitor, typed: &Typed, field: &'static str) -> Result<Date, Wrong> {
    typed.date(field).map_err(|_| Wrong {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        field,
        text: visitor.words.say("questions-no-date"),
    })
}

async fn name(visitor: Visitor, typed: Typed) -> Result<Response, Fault> {
    let school: Option<SchoolId> = typed.read_optional("school")?;
    let command = person(&visitor, &typed, "person")
        .await?
        .map(|person| Contact::Name {
            topic: typed.get("topic").to_owned(),
            school,
            person,
        });
    do_this(&visitor, &typed, command, |refusal| match refusal {
        Refusal::NoSuchTopic => "topic",
        _ => "person",
    })
    .await
}

async fn unname(visitor: Visitor, typed: Typed) -> Result<Response, Fault> {
    let command = Contact::Unname {
        topic: typed.get("topic").to_owned(),
        school: typed.read_optional("school")?,
    };
    do_this(&visitor, &typed, Ok(command), |_| "person").await
}

async fn cover(visitor: Visitor, typed: Typed) -> Result<Response, Fault> {
    let away = person(&visitor, &typed, "away").await?;
    let instead = person(&visitor, &typed, "instead").await?;
    let made = || {
        Ok(Contact::Cover {
            away: away?,
            instead: instead?,
            from: date(&visitor, &typed, "from")?,
            to: date(&visitor, &typed, "to")?,
        })
    };
    do_this(&visitor, &typed, made(), |refusal| match refusal {
        Refusal::LastBeforeFirst | Refusal::DateInPast { .. } => "to",
        Refusal::CoverOverlaps => "from",
        Refusal::OwnCover => "instead",
        _ => "away",
    })
    .await
}

async fn end_cover(visitor: Visitor, typed: Typed) -> Result<Response, Fault> {
    let command = Contact::EndCover {
        away: typed.read("away")?,
        from: typed.date("from")?,
    };
    do_this(&visitor, &typed, Ok(command), |_| "away").await
}

fn page(visitor: &Visitor, kept: &Kept, typed: &Typed, wrong: Option<&Wrong>) -> Markup {
    let words = visitor.words;
    let title = words.say("questions-contacts");
    let head = PageHead {
        crumbs: vec![
            Crumb::link(words.say("questions-office"), "/questions/office"),
            Crumb::here(&title),
        ],
        title: title.clone(),
        lead: Some(html! { (words.say("questions-contacts-lead")) }),
        jumps: vec![],
    };
    let errors: Vec<FieldError> = wrong
        .iter()
        .map(|wrong| FieldError {
            field: wrong.field.to_owned(),
            text: wrong.text.clone(),
        })
        .collect();
    let error = |field: &str| {
        wrong
            .filter(|wrong| wrong.field == field)
            .map(|wrong| wrong.text.clone())
    };
    let sees = || words.say("questions-contacts-sees");
    let mail = |field: &str, label: &str| {
        Field::email(field, words.say(label))
            .autocomplete("off")
            .value(typed.get(field))
            .sees(sees())
            .error(error(field))
            .markup(words)
    };
    let day = |field: &str, label: &str| {
        Field::date(field, words.say(label))
            .value(typed.get(field))
            .error(error(field))
            .markup(words)
    };
    let topics = kept
        .answering
        .topics
        .keys()
        .map(|topic| Choice::new(topic, topic_label(visitor, topic)))
        .collect();
    let schools = kept
        .schools
        .iter()
        .map(|(id, name)| Choice::new(id.to_string(), name))
        .collect();
    let key = || form_key(Some(kept.version));
    let body = html! {
        (error_summary(words, &errors))
        (page_head(words, &head))
        @if !kept.findings.is_empty() {
            (notice(Tone::Soon, Shape::Diamond, words.say("questions-findings"), super::office::findings_list(visitor, &kept.findings)))
        }
        (section("topics", words.say("questions-topics"), Some(&words.say("questions-topics-hint")), topics_table(visitor, kept)))
        (section("name", words.say("questions-name"), Some(&words.say("questions-name-hint")), form(HERE, &key(), html! {
            (Field::select("topic", words.say("questions-topic"), topics).value(typed.get("topic")).error(error("topic")).markup(words))
            (Field::select("school", words.say("questions-for-school"), schools).value(typed.get("school")).optional().hint(words.say("questions-for-school-hint")).markup(words))
            (mail("person", "questions-person"))
            (acts([button_main(words.say("questions-name-act"))]))
        })))
        (section("covers", words.say("questions-covers"), Some(&words.say("questions-covers-hint")), html! {
            @if kept.contacts.covers.is_empty() { (empty(words.say("questions-no-covers"), None)) } @else { (covers_table(visitor, kept)) }
            (form("/questions/cover", &key(), html! {
                (mail("away", "questions-away"))
                (field_group([mail("instead", "questions-instead-field"), day("from", "questions-from"), day("to", "questions-until")]))
                (acts([crate::components::button(words.say("questions-cover-act"))]))
            }))
        }))
    };
    visitor.page(Sheet {
        room: "questions",
        title,
        body,
        footer: Some(html! { a href=(history(&Contacts::stream())) { (words.say("questions-contacts-history")) } }),
    })
}

/// Every topic with whoever answers it: by default, and where somebody is named.
fn topics_table(visitor: &Visitor, kept: &Kept) -> Markup {
    let words = visitor.words;
    let pack = visitor.school_year.year.pack();
    let topics = pack.into_iter().flat_map(|pack| &pack.topics);
    let rows = topics
        .map(|topic| {
            let desk = words.say(match topic.desk {
                policy::Desk::HrPartner => "questions-desk-hr-partner",
                policy::Desk::PerformanceOffice => "questions-desk-performance-office",
                policy::Desk::Administrator => "questions-desk-administrator",
            });
            let due = words.with("questions-days", &[("days", topic.due.into())]);
            let named = kept
                .contacts
                .named
                .iter()
                .filter(|contact| contact.topic == topic.id);
            let some_of_their_own = named.clone().any(|contact| contact.school.is_some());
            vec![
                html! { (topic_label(visitor, &topic.id)) },
                html! { (ruled(words, due, topic.known)) },
                html! { (desk) },
                html! {
                    @for contact in named {
                        p {
                            (kept.name(contact.person)) ", "
                            @match contact.school {
                                Some(school) => (kept.school(school)),
                                None if some_of_their_own => (words.say("questions-all-other-schools")),
                                None => (words.say("questions-all-schools")),
                            }
                        }
                        (form("/questions/contacts/end", &form_key(Some(kept.version)), html! {
                            (hidden("topic", &contact.topic))
                            (hidden("school", &contact.school.map(|school| school.to_string()).unwrap_or_default()))
                            button.btn.btn-plain type="submit" aria-label=(words.with("questions-unname-label", &[("name", kept.name(contact.person).into()), ("topic", topic_label(visitor, &topic.id).into())])) { (words.say("questions-unname")) }
                        }))
                    }
                },
            ]
        })
        .collect();
    table(&Table {
        caption: None,
        shape: TableShape::Stack,
        columns: [
            "questions-topic",
            "questions-due-column",
            "questions-desk",
            "questions-named",
        ]
        .map(|key| Column::words(words.say(key)))
        .to_vec(),
        rows,
        foot: None,
        class: "",
    })
}

fn covers_table(visitor: &Visitor, kept: &Kept) -> Markup {
    let words = visitor.words;
    let rows = kept
        .contacts
        .covers
        .iter()
        .map(|cover| {
            vec![
                html! { (kept.name(cover.away)) },
                html! { (kept.name(cover.instead)) },
                html! { (words.with("questions-from-to", &[("from", words.date(cover.from).into()), ("to", words.date(cover.to).into())])) },
                form("/questions/cover/end", &form_key(Some(kept.version)), html! {
                    (hidden("away", &cover.away.to_string()))
                    (hidden("from", &cover.from.to_string()))
                    button.btn.btn-plain type="submit" aria-label=(words.with("questions-end-cover-label", &[("name", kept.name(cover.away).into())])) { (words.say("questions-end-cover")) }
                }),
            ]
        })
        .collect();
    table(&Table {
        caption: None,
        shape: TableShape::Stack,
        columns: [
            "questions-cover-away",
            "questions-cover-instead",
            "questions-cover-when",
            "questions-end-column",
        ]
        .map(|key| Column::words(words.say(key)))
        .to_vec(),
        rows,
        foot: None,
        class: "",
    })
}
