//! A list shows exactly what the single pages allow, in districts whose relations are drawn by chance.

use crate::lived::{Day, Lived, Role, delta};
use axum::http::StatusCode;
use domain::people::{self, roster};
use domain::{Command, Kind, PersonId, SchoolId, Stream};
use jiff::civil::date;
use record::Order;
use std::collections::BTreeSet;

/// Chance that is the same in each run (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(most).unwrap()).unwrap()
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

const TEACHERS: [&str; 14] = [
    "Castellano",
    "Mazur",
    "Vo",
    "Ferreira",
    "Lindqvist",
    "Adeyemi",
    "Bell",
    "Etienne",
    "Dvořák",
    "Barragán",
    "de Wit",
    "Karimi",
    "Nakamura",
    "Solheim",
];
/// Some who evaluate may also teach or lead.
const EVALUATORS: [&str; 5] = ["Achterberg", "Harrow", "Marlowe", "Okonkwo-Lane", "Vo"];
const READERS: [&str; 7] = [
    "Achterberg",
    "Harrow",
    "Marlowe",
    "Okonkwo-Lane",
    "Brand",
    "Vo",
    "Wielgosz",
];

/// New relations, some from today on, some later, some ended.
async fn shuffle(lived: &Lived, chance: &mut Chance) {
    let administrator = lived.person(Role::Administrator);
    let order = async |family: &str, command: people::Command| {
        let stream = Stream::of(Kind::Person, lived.named(family));
        // What a rule refuses (oneself, nobody there) simply does not happen.
        let _ = lived
            .record
            .carry_out(Order::new(administrator, stream, Command::Person(command)))
            .await;
    };
    let schools: Vec<SchoolId> = lived
        .records
        .iter()
        .flat_map(|things| things.owner_schools.clone())
        .collect();
    for _ in 0..12 {
        let (teacher, evaluator) = (
            *chance.one(&TEACHERS),
            lived.named(chance.one::<&str>(&EVALUATORS)),
        );
        let begins = *chance.one(&[date(2027, 1, 14), date(2027, 1, 14), date(2027, 2, 1)]);
        let school = *chance.one(&schools);
        order(
            teacher,
            people::Command::AssignEvaluator {
                evaluator,
                school,
                begins,
                reason: "Drawn".into(),
            },
        )
        .await;
    }
    for _ in 0..4 {
        let (teacher, evaluator) = (
            *chance.one(&TEACHERS),
            lived.named(chance.one::<&str>(&EVALUATORS)),
        );
        order(
            teacher,
            people::Command::EndEvaluator {
                evaluator,
                last_day: date(2027, 1, 13),
                reason: "Drawn".into(),
            },
        )
        .await;
    }
    // One who taught at Larkspur teaches at Elm Street too, and one has no access any more.
    let mut file = delta("drawn", &[], true);
    let number = *chance.one(&["1005", "1006", "1007"]);
    let role = |source_id: &str, record: &str| roster::RoleRow {
        line: 2,
        source_id: source_id.into(),
        record: record.into(),
        role: "teacher".into(),
        school: "elm".into(),
        begins: Some(date(2026, 8, 1)),
        ends: None,
    };
    file.roles
        .rows
        .push(role("r-drawn", &format!("p-{number}")));
    let stream = file.stream();
    let apply = roster::Command::Apply {
        file: Box::new(file),
        confirmed_removals: true,
    };
    lived
        .record
        .carry_out(Order::new(administrator, stream, Command::Roster(apply)))
        .await
        .unwrap();
}

/// The ids that a page links to below a path, where nothing follows the id.
fn linked(page: &str, below: &str) -> BTreeSet<String> {
    let href = format!("href=\"{below}");
    let ids = page
        .split(&href)
        .skip(1)
        .filter_map(|rest| rest.split(['"', '/', '?', '#']).next());
    ids.filter(|id| id.parse::<uuid::Uuid>().is_ok())
        .map(ToOwned::to_owned)
        .collect()
}

async fn shown(lived: &Lived, reader: PersonId, path: &str) -> String {
    let answer = lived.get_as(reader, path).await;
    assert!(
        [StatusCode::OK, StatusCode::NOT_FOUND].contains(&answer.status),
        "{path}: {}",
        answer.status
    );
    let page = answer.text();
    // The navigation is no list.
    if answer.status == StatusCode::OK {
        page.split("<main").nth(1).unwrap_or_default().to_owned()
    } else {
        String::new()
    }
}

#[tokio::test]
async fn lists_show_what_the_single_pages_allow() {
    let mut looked = 0;
    for seed in 1..=3 {
        let lived = Lived::on(Day::January).await;
        let mut chance = Chance(seed);
        shuffle(&lived, &mut chance).await;
        for family in READERS {
            let reader = lived.named(family);
            let actor = lived.record.actor(reader).await.unwrap();
            let mut allowed = BTreeSet::new();
            for teacher in TEACHERS {
                let id = lived.named(teacher);
                let answer = lived.get_as(reader, &format!("/teachers/{id}")).await;
                if answer.status == StatusCode::OK {
                    allowed.insert(id.to_string());
                }
            }
            let caseload = linked(&shown(&lived, reader, "/caseload").await, "/teachers/");
            let school = linked(&shown(&lived, reader, "/school").await, "/teachers/");
            let both: BTreeSet<String> = caseload.union(&school).cloned().collect();
            assert_eq!(
                both, allowed,
                "seed {seed}: what {family} is shown and what opens"
            );
            let evaluated: BTreeSet<String> = actor
                .caseload()
                .map(|teacher| teacher.to_string())
                .collect();
            assert_eq!(caseload, evaluated, "seed {seed}: the caseload of {family}");
            let talks = linked(
                &shown(&lived, reader, "/conversations").await,
                "/conversations/",
            );
            for things in &lived.records {
                let opens_year =
                    things.teacher == reader || evaluated.contains(&things.teacher.to_string());
                let first = if things.family == "Castellano" {
                    lived.named("Marlowe")
                } else {
                    things.evaluator
                };
                // Of those that are over the list has one's own, of those to come every one of the caseload.
                let took_part = [things.teacher, first].contains(&reader);
                for (talk, listed) in [(things.beginning, took_part), (things.mid_year, true)] {
                    let own = opens_year && listed;
                    let opens = lived
                        .get_as(reader, &format!("/conversations/{talk}"))
                        .await
                        .status
                        == StatusCode::OK;
                    assert_eq!(
                        talks.contains(&talk.to_string()),
                        own,
                        "seed {seed}: {talk} in the list of {family}"
                    );
                    assert!(
                        opens || !own,
                        "seed {seed}: {family} is shown {talk}, which does not open"
                    );
                }
            }
            assert_eq!(
                shown(&lived, reader, "/people").await,
                "",
                "{family} keeps no roster"
            );
            looked += both.len() + talks.len();
        }
    }
    assert!(looked > 40, "{looked} rows are too few to say anything");
}

#[tokio::test]
async fn whoever_keeps_the_roster_opens_everybody_whom_it_lists() {
    let lived = Lived::on(Day::January).await;
    let page = shown(&lived, lived.person(Role::Administrator), "/people").await;
    let people = linked(&page, "/people/");
    assert!(people.len() > 15, "{} people", people.len());
    for id in people
        .into_iter()
        .filter(|id| *id != lived.person(Role::Administrator).to_string())
    {
        assert_eq!(
            lived
                .get(Role::Administrator, &format!("/people/{id}"))
                .await
                .status,
            StatusCode::OK
        );
        assert_eq!(
            lived
                .get(Role::Administrator, &format!("/teachers/{id}"))
                .await
                .status,
            StatusCode::NOT_FOUND,
            "and nobody's year"
        );
    }
}
