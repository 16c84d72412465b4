//! Who answers, by when, and what follows when a question is passed on, answered, asked on, closed and reopened.

use crate::acts::{grant, person};
use crate::larkspur::*;
use domain::people::school::School;
use domain::people::{Office, Person};
use domain::questions::answering::{Answering, Schools, Why};
use domain::questions::contacts::{self, Contact, Cover};
use domain::questions::{self, Assigned, Command as Question, Contacts, Standing};
use domain::{Command, Event, Kind, PersonId, SchoolId, State, Stream};
use jiff::civil::{Date, date};
use policy::Desk;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The HR partner of Larkspur.
fn noor() -> PersonId {
    PersonId(Uuid::from_u128(6))
}

pub fn question() -> Stream {
    Stream::of(Kind::Question, Uuid::from_u128(401))
}

pub fn the_contacts() -> Stream {
    Contacts::stream()
}

pub fn ask(topic: &str) -> Command {
    Command::Question(Question::Ask {
        topic: topic.into(),
        page: Some(format!("/teachers/{IMANI}/rating?x=1")),
        text: "Where do the weights come from?".into(),
    })
}

pub fn say(text: &str) -> Command {
    Command::Question(Question::Answer { text: text.into() })
}

pub fn pass_on(to: PersonId, topic: &str) -> Command {
    Command::Question(Question::PassOn {
        to,
        topic: topic.into(),
        reason: "It is about status.".into(),
    })
}

pub fn name(topic: &str, person: PersonId) -> Command {
    Command::Contacts(contacts::Command::Name {
        topic: topic.into(),
        school: None,
        person,
    })
}

pub fn name_at(topic: &str, school: SchoolId, person: PersonId) -> Command {
    Command::Contacts(contacts::Command::Name {
        topic: topic.into(),
        school: Some(school),
        person,
    })
}

pub fn cover(away: PersonId, instead: PersonId, from: Date, to: Date) -> Command {
    Command::Contacts(contacts::Command::Cover {
        away,
        instead,
        from,
        to,
    })
}

/// Larkspur with a performance office, an HR partner and an administrator.
pub fn with_offices() -> Larkspur {
    let mut larkspur = larkspur();
    for id in [noor(), PETRA] {
        let mut somebody = Person {
            id: Some(id),
            ..Person::default()
        };
        somebody.particulars.enabled = true;
        larkspur.directory.people.insert(id, somebody);
    }
    larkspur
        .directory
        .schools
        .insert(LARKSPUR, School::default());
    larkspur
        .given(
            RUTH,
            &person(noor()),
            grant(Office::HrPartner, Some(LARKSPUR)),
        )
        .given(RUTH, &person(PETRA), grant(Office::Administrator, None))
}

/// Larkspur in a district where nobody holds an office.
pub fn without_offices() -> Larkspur {
    let mut larkspur = larkspur();
    larkspur.directory.people.remove(&ANA);
    larkspur
}

fn state(larkspur: &Larkspur) -> questions::Question {
    match larkspur.state(&question()) {
        State::Question(question) => question,
        other => panic!("not a question: {other:?}"),
    }
}

fn owner(larkspur: Larkspur, topic: &str) -> PersonId {
    let asked = larkspur.given(IMANI, &question(), ask(topic));
    state(&asked).owner().expect("it went to somebody")
}

#[test]
fn a_question_goes_to_the_office_of_its_topic_unless_somebody_is_named() {
    assert_eq!(owner(with_offices(), "ratings"), ANA);
    assert_eq!(owner(with_offices(), "status"), noor());
    assert_eq!(owner(with_offices(), "access"), PETRA);
    let named = with_offices().given(PETRA, &the_contacts(), name("ratings", DESMOND));
    assert_eq!(owner(named.clone(), "ratings"), DESMOND);
    let at_larkspur = named.given(PETRA, &the_contacts(), name_at("ratings", LARKSPUR, RUTH));
    assert_eq!(owner(at_larkspur.clone(), "ratings"), RUTH);
    let taken_back = contacts::Command::Unname {
        topic: "ratings".into(),
        school: Some(LARKSPUR),
    };
    let taken_back = at_larkspur.given(PETRA, &the_contacts(), Command::Contacts(taken_back));
    assert_eq!(owner(taken_back, "ratings"), DESMOND);
}

#[test]
fn a_topic_without_anybody_goes_to_the_administrator() {
    let mut nobody = without_offices();
    let mut petra = Person {
        id: Some(PETRA),
        ..Person::default()
    };
    petra.particulars.enabled = true;
    nobody.directory.people.insert(PETRA, petra);
    let nobody = nobody.given(RUTH, &person(PETRA), grant(Office::Administrator, None));
    for topic in ["ratings", "status", "access", "other"] {
        assert_eq!(owner(nobody.clone(), topic), PETRA, "{topic}");
    }
}

#[test]
fn whoever_is_away_is_stood_in_for_on_those_days_alone() {
    let (from, to) = (date(2027, 1, 13), date(2027, 1, 15));
    let away = with_offices().given(PETRA, &the_contacts(), cover(ANA, DESMOND, from, to));
    assert_eq!(owner(away.clone(), "ratings"), ANA);
    for (day, expected) in [(from, DESMOND), (to, DESMOND), (date(2027, 1, 18), ANA)] {
        assert_eq!(owner(away.clone().on(day), "ratings"), expected, "{day}");
    }
    let asked = away
        .clone()
        .on(from)
        .given(IMANI, &question(), ask("ratings"));
    assert_eq!(state(&asked).assigned[0].instead_of, Some(ANA));
    let end = contacts::Command::EndCover { away: ANA, from };
    let back = away.given(PETRA, &the_contacts(), Command::Contacts(end));
    assert_eq!(owner(back.on(from), "ratings"), ANA);
}

#[test]
fn somebody_who_left_is_passed_over() {
    let mut gone = with_offices().given(PETRA, &the_contacts(), name("ratings", DESMOND));
    if let Some(desmond) = gone.directory.people.get_mut(&DESMOND) {
        desmond.ended = Some(gone.today);
    }
    assert_eq!(owner(gone, "ratings"), ANA);
}

#[test]
fn an_answer_is_due_by_school_days_from_what_was_asked_last() {
    // Three school days after Tuesday 12 January; Monday 18 is a holiday.
    let asked = with_offices().given(IMANI, &question(), ask("ratings"));
    assert_eq!(state(&asked).due, Some(date(2027, 1, 15)));
    assert_eq!(state(&asked).standing(), Standing::Waiting);
    assert!(state(&asked).is_late(date(2027, 1, 19)));
    let answered = asked.given(ANA, &question(), say("In section 3."));
    assert_eq!(state(&answered).standing(), Standing::Answered);
    assert!(!state(&answered).is_late(date(2027, 1, 19)));
    let text = || "And for grade 2?".to_owned();
    let on = answered.on(date(2027, 1, 14));
    let on = on.given(
        IMANI,
        &question(),
        Command::Question(Question::FollowUp { text: text() }),
    );
    assert_eq!(state(&on).due, Some(date(2027, 1, 20)));
    let closed = on.given(ANA, &question(), say("There too.")).given(
        ANA,
        &question(),
        Command::Question(Question::Close),
    );
    assert_eq!(state(&closed).standing(), Standing::Closed);
    let again = closed.given(
        IMANI,
        &question(),
        Command::Question(Question::Reopen { text: text() }),
    );
    assert_eq!(state(&again).standing(), Standing::Waiting);
    assert_eq!(state(&again).turns.len(), 5);
}

#[test]
fn the_page_goes_along_without_what_was_typed_into_it() {
    let asked = with_offices().given(IMANI, &question(), ask("ratings"));
    assert_eq!(
        state(&asked).page,
        Some(format!("/teachers/{IMANI}/rating"))
    );
}

#[test]
fn passing_on_takes_the_topic_along_and_keeps_the_due_day() {
    let asked = with_offices().given(IMANI, &question(), ask("ratings"));
    let due = state(&asked).due;
    let passed = asked.given(ANA, &question(), pass_on(noor(), "status"));
    let it = state(&passed);
    assert_eq!(
        (it.owner(), it.topic.as_str(), it.due),
        (Some(noor()), "status", due)
    );
    let expected = Assigned {
        owner: noor(),
        instead_of: None,
        topic: "status".into(),
        by: ANA,
        on: passed.today,
        reason: "It is about status.".into(),
    };
    assert_eq!(it.assigned.last(), Some(&expected));
}

#[test]
fn a_question_is_no_part_of_the_asker_s_year() {
    let asked = with_offices().given(IMANI, &question(), ask("ratings"));
    let state = asked.state(&question());
    assert_eq!(state.belongs_to(), None);
    let row = domain::summary::summary(&state).expect("lists show it");
    assert_eq!(
        (row.owner, row.asks, row.answers),
        (None, Some(IMANI), Some(ANA))
    );
    assert_eq!(row.title, "");
    assert!(!asked.record().has(&question()));
    assert!(
        asked
            .journal
            .iter()
            .any(|happened| matches!(&happened.event, Event::Question(_)))
    );
}

const PEOPLE: u128 = 4;
const SCHOOLS: u128 = 3;

fn somebody() -> impl Strategy<Value = PersonId> {
    (1..=PEOPLE).prop_map(|n| PersonId(Uuid::from_u128(n)))
}

fn somewhere() -> impl Strategy<Value = Option<SchoolId>> {
    proptest::option::of((11..11 + SCHOOLS).prop_map(|n| SchoolId(Uuid::from_u128(n))))
}

fn topic() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "status".to_owned(),
        "ratings".to_owned(),
        "access".to_owned(),
    ])
}

/// Any contacts, covers and offices of four people at three schools.
fn answering() -> impl Strategy<Value = Answering> {
    use domain::people::Relation;
    let contact = (topic(), somewhere(), somebody());
    let cover = (somebody(), somebody(), 10..16_i8, 10..16_i8);
    let office = (somebody(), somewhere(), 0..3_u8);
    (
        proptest::collection::vec(contact, 0..5),
        proptest::collection::vec(cover, 0..3),
        proptest::collection::vec(office, 0..6),
        proptest::collection::btree_set(somebody(), 0..5),
    )
        .prop_map(|(named, covers, offices, here)| {
            let by = PersonId(Uuid::nil());
            let mut contacts = Contacts::default();
            for (topic, school, person) in named {
                let on = date(2027, 1, 4);
                contacts.apply(&contacts::Event::Named(Contact {
                    topic,
                    school,
                    person,
                    by,
                    on,
                }));
            }
            for (away, instead, from, to) in covers {
                let (from, to) = (date(2027, 1, from), date(2027, 1, to));
                contacts.apply(&contacts::Event::Covered(Cover {
                    away,
                    instead,
                    from,
                    to,
                    by,
                }));
            }
            let offices =
                offices
                    .into_iter()
                    .map(|(holder, school, which)| match (which, school) {
                        (0, Some(school)) => (holder, Relation::HrPartnerOf(school)),
                        (0 | 1, _) => (holder, Relation::PerformanceOffice),
                        _ => (holder, Relation::Administrator),
                    });
            Answering {
                on: date(2027, 1, 12),
                school: None,
                topics: BTreeMap::from([
                    ("status".to_owned(), Desk::HrPartner),
                    ("ratings".to_owned(), Desk::PerformanceOffice),
                    ("access".to_owned(), Desk::Administrator),
                ]),
                contacts,
                offices: offices.collect(),
                here,
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// What a person is in charge of in sum is what routing says of each topic at each school.
    #[test]
    fn charges_are_what_routing_says_school_by_school(answering in answering(), topic in topic(), school in somewhere()) {
        let (charged, _) = answering.in_charge(&topic, school);
        let instead = charged.iter().filter_map(|person| answering.stands_in(*person)).map(|(person, _)| person);
        let expected: BTreeSet<PersonId> = charged.iter().copied().chain(instead).collect();
        for n in 1..=PEOPLE {
            let person = PersonId(Uuid::from_u128(n));
            let has = answering
                .charges(person)
                .iter()
                .any(|charge| charge.topic == topic && charge.schools.contain(school));
            prop_assert_eq!(has, expected.contains(&person), "{}", n);
        }
    }

    /// A question goes nowhere only where no administrator is.
    #[test]
    fn somebody_always_answers_where_there_is_an_administrator(answering in answering(), topic in topic(), school in somewhere()) {
        use domain::people::Relation;
        let has_administrator = answering.offices.iter().any(|(_, held)| *held == Relation::Administrator);
        if has_administrator {
            let found = answering.responsible(&topic, school);
            prop_assert!(found.is_some());
        }
        if answering.in_charge(&topic, school).1 == Why::Nobody {
            let nobody_is_named = answering.contacts.named.iter().all(|contact| {
                contact.topic != topic
                    || !answering.here.contains(&contact.person)
                    || (contact.school.is_some() && contact.school != school)
            });
            prop_assert!(nobody_is_named);
        }
    }
}

#[test]
fn all_but_some_schools_are_the_others() {
    let but = Schools::AllBut([Some(LARKSPUR)].into());
    assert!(!but.contain(Some(LARKSPUR)) && but.contain(Some(ELM_STREET)) && but.contain(None));
}
