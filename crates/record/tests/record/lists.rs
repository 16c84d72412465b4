//! List = filter(all, may), for every list of records: random districts whose people teach, lead and evaluate at
//! random times, looked at by everybody on random days.

use crate::district::{at, import, new_id, order};
use access::{Action, Actor, List, may, scope};
use domain::people::roster::{
    AssignmentRow, Mode, PersonRow, RoleRow, RosterFile, Said, SchoolRow, Table,
};
use domain::people::school::SchoolKind;
use domain::people::{Command as Person, Name, Office};
use domain::{Command, Kind, PersonId, Stream};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use record::testing::Database;
use record::{Clock, Filter, Record};

const SCHOOLS: usize = 3;
const PEOPLE: usize = 10;

/// A role: who, where, as what (0 teaches, 1 leads, 2 neither), from which week on, for how many weeks.
type Post = (usize, usize, usize, i32, Option<i32>);
/// An assignment: teacher, evaluator, from which week on.
type Caseload = (usize, usize, i32);

#[derive(Clone, Debug)]
struct Plan {
    posts: Vec<Post>,
    caseloads: Vec<Caseload>,
    disabled: Vec<usize>,
    grants: Vec<(usize, bool)>,
    weeks: Vec<i32>,
}

fn plan() -> impl Strategy<Value = Plan> {
    let post = (
        0..PEOPLE,
        0..SCHOOLS,
        0..3usize,
        -4..20i32,
        proptest::option::of(0..20i32),
    );
    let caseload = (0..PEOPLE, 0..PEOPLE, -4..10i32);
    (
        proptest::collection::vec(post, 8..24),
        proptest::collection::vec(caseload, 0..12),
        proptest::collection::vec(0..PEOPLE, 0..2),
        proptest::collection::vec((0..PEOPLE, any::<bool>()), 0..3),
        proptest::collection::vec(0..24i32, 3),
    )
        .prop_map(|(posts, caseloads, disabled, grants, weeks)| Plan {
            posts,
            caseloads,
            disabled,
            grants,
            weeks,
        })
}

fn week(number: i32) -> Date {
    date(2026, 8, 17).saturating_add(jiff::Span::new().weeks(number))
}

fn file(plan: &Plan) -> RosterFile {
    let schools = (0..SCHOOLS)
        .map(|number| SchoolRow {
            line: 2,
            source_id: format!("s{number}"),
            name: format!("School {number}"),
            kind: SchoolKind::School,
            identifier: String::new(),
            parent: String::new(),
        })
        .collect();
    let people = (0..PEOPLE)
        .map(|number| {
            let mut row = PersonRow {
                line: 2,
                source_id: format!("p{number}"),
                enabled: !plan.disabled.contains(&number),
                given: "Given".into(),
                family: format!("Family{number}"),
                employee: format!("{number}"),
                ..PersonRow::default()
            };
            row.hr.job_title = Said::This("Principal".into());
            row
        })
        .collect();
    let roles = plan
        .posts
        .iter()
        .enumerate()
        .map(|(number, (person, school, post, begins, weeks))| RoleRow {
            line: 2,
            source_id: format!("r{number}"),
            record: format!("p{person}"),
            role: ["teacher", "principal", "aide"][*post].into(),
            school: format!("s{school}"),
            begins: Some(week(*begins)),
            ends: weeks.map(|weeks| week(begins + weeks)),
        })
        .collect();
    // The file's rule is that an evaluator is somebody else and that the teacher works there.
    let assignments = plan
        .caseloads
        .iter()
        .filter(|(teacher, evaluator, _)| teacher != evaluator)
        .filter_map(|(teacher, evaluator, begins)| {
            let post = plan
                .posts
                .iter()
                .find(|post| post.0 == *teacher && post.2 == 0)?;
            Some(AssignmentRow {
                line: 2,
                teacher: format!("p{teacher}"),
                evaluator: format!("p{evaluator}"),
                school: format!("s{}", post.1),
                begins: week(*begins),
            })
        })
        .collect();
    let whole = Mode::Bulk;
    RosterFile {
        fingerprint: "plan".into(),
        schools: Table {
            mode: whole,
            rows: schools,
            gone: vec![],
        },
        people: Table {
            mode: whole,
            rows: people,
            gone: vec![],
        },
        roles: Table {
            mode: whole,
            rows: roles,
            gone: vec![],
        },
        assignments: Some(assignments),
        ..RosterFile::default()
    }
}

async fn check(database: Database, plan: &Plan) -> usize {
    let clock = Clock::moved(at(week(0)));
    let record = Record::open(database.url(), clock.clone()).await.unwrap();
    record.mark_demo().await.unwrap();
    let administrator = new_id();
    let name = Name {
        given: "Noor".into(),
        ..Name::default()
    };
    let enter = Person::EnterAdministrator {
        id: administrator,
        name,
        email: String::new(),
    };
    order(
        &record,
        Actor::COMMAND_LINE,
        Stream::of(Kind::Person, administrator),
        Command::Person(enter),
    )
    .await
    .unwrap();
    if import(&record, administrator, file(plan)).await.is_err() {
        // A plan that breaks a rule of the roster: nothing came in, so there is nothing to list.
        return 0;
    }
    let everybody = record
        .directory(&scope(&record.actor(administrator).await.unwrap(), List::Roster).unwrap())
        .await
        .unwrap();
    let ids: Vec<PersonId> = everybody.people.keys().copied().collect();
    for (person, partner) in &plan.grants {
        let (office, school) = if *partner {
            (Office::HrPartner, everybody.schools.keys().next().copied())
        } else {
            (Office::Administrator, None)
        };
        let grant = Person::Grant {
            office,
            school,
            reason: "For the test".into(),
        };
        // Granted twice is refused, and that is all the same here.
        let _ = order(
            &record,
            administrator,
            Stream::of(Kind::Person, ids[*person]),
            Command::Person(grant),
        )
        .await;
    }
    let mut looked = 0;
    for number in &plan.weeks {
        clock.move_to(at(week(*number)));
        for person in &ids {
            let actor = record.actor(*person).await.unwrap();
            for list in [List::Records, List::Caseload, List::School] {
                let Some(scope) = scope(&actor, list) else {
                    continue;
                };
                let page = record
                    .list(
                        &scope,
                        &Filter {
                            kind: Some(Kind::Person),
                            ..Filter::default()
                        },
                    )
                    .await
                    .unwrap();
                let mut listed: Vec<Stream> = page.rows.into_iter().map(|row| row.stream).collect();
                let mut allowed = vec![];
                for id in &ids {
                    let stream = Stream::of(Kind::Person, id);
                    let subject = record.subject(&stream).await.unwrap();
                    // A list of others is narrower than what one may read by the ground of the list alone.
                    let narrowed = match list {
                        List::Caseload => actor.caseload().any(|teacher| teacher == *id),
                        List::School => {
                            *id != *person
                                && actor
                                    .leads()
                                    .any(|school| subject.owner_schools.contains(&school))
                        }
                        _ => true,
                    };
                    if narrowed && may(&actor, Action::ReadRecord, &subject).is_allowed() {
                        allowed.push(stream);
                    }
                }
                listed.sort();
                allowed.sort();
                assert_eq!(listed, allowed, "{list:?} of {person} in week {number}");
                looked += listed.len();
            }
        }
    }
    assert_eq!(
        record.verify().await.unwrap().findings,
        Vec::<String>::new()
    );
    looked
}

fn on(database: fn() -> Database, cases: u32) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let looked = std::cell::Cell::new(0);
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 30,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&plan(), |plan| {
            looked.set(looked.get() + runtime.block_on(check(database(), &plan)));
            Ok(())
        })
        .unwrap();
    assert!(
        looked.get() > cases as usize * 10,
        "hardly anything was listed: {}",
        looked.get()
    );
}

#[test]
fn sqlite_lists_what_may_allows() {
    on(Database::sqlite, 12);
}

#[test]
fn postgres_lists_what_may_allows() {
    on(Database::postgres, 6);
}
