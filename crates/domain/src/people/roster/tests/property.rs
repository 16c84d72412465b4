//! Random rosters one after the other: what was planned is what the events give, and a file twice changes nothing.

use super::*;
use proptest::prelude::*;

/// A person of a random file: number, which of a few names, school, role, enabled, evaluator's number.
type Someone = (u8, u8, bool, u8, bool, u8);

fn roster(people: &[Someone], bulk: bool, assignments: bool) -> RosterFile {
    const NAMES: [&str; 4] = [
        "Imani Castellano",
        "Owen Lindqvist",
        "Hana Dvořák",
        "Joy Nakamura",
    ];
    let mut file = if bulk {
        file()
    } else {
        RosterFile {
            schools: file().schools,
            ..delta()
        }
    };
    file.fingerprint = format!("{:064x}", people.len());
    let mut seen = std::collections::BTreeSet::new();
    for (number, name, larkspur, role, enabled, evaluator) in people {
        if !seen.insert(*number) {
            continue;
        }
        let school = if *larkspur { "larkspur" } else { "elm" };
        file = file.teacher(&number.to_string(), NAMES[usize::from(*name) % 4], school);
        let record = format!("u{number}");
        // Some records share an employee number or have none, so that people merge, part and are met by e-mail.
        file.row(&record).employee = if number % 5 == 0 {
            String::new()
        } else {
            (number % 9).to_string()
        };
        file.row(&record).enabled = *enabled;
        if let Some(last) = file.roles.rows.last_mut() {
            last.role = ["teacher", "teacher", "principal", "aide"][usize::from(*role) % 4].into();
        }
        let evaluator = format!("u{evaluator}");
        let there = file
            .people
            .rows
            .iter()
            .any(|row| row.source_id == evaluator);
        if assignments && there && evaluator != record {
            file = file.evaluator(&record, &evaluator, school);
        }
    }
    file
}

fn people() -> impl Strategy<Value = Vec<Someone>> {
    prop::collection::vec(
        (
            0..14_u8,
            any::<u8>(),
            any::<bool>(),
            any::<u8>(),
            any::<bool>(),
            0..14_u8,
        ),
        1..12,
    )
}

proptest! {
    #[test]
    fn planned_is_what_happens_and_twice_is_nothing(
        rosters in prop::collection::vec((people(), any::<bool>(), any::<bool>()), 1..5)
    ) {
        let mut directory = Directory::default();
        for (step, (people, bulk, assignments)) in rosters.iter().enumerate() {
            let today = TODAY.saturating_add(jiff::Span::new().days(i64::try_from(step).unwrap() * 7));
            let file = roster(people, *bulk, *assignments);
            let planned = plan(&file, &directory, today);
            let command = Command::Apply { file: Box::new(file.clone()), confirmed_removals: true };
            let decided = Roster::default().decide(&file.stream(), command, &context(&directory, today));
            if planned.problems.errors > 0 {
                prop_assert_eq!(decided, Err(Refusal::RosterHasErrors { errors: planned.problems.errors }));
                continue;
            }
            let mut replayed = directory.clone();
            for happened in decided.unwrap() {
                // Through the journal and back.
                let (name, payload) = happened.event.write().unwrap();
                let read = crate::Event::read(&name, thing::EVENT_VERSION, payload).unwrap();
                replayed.apply(&happened.stream, &read);
            }
            prop_assert_eq!(&replayed.people, &planned.after.people);
            prop_assert_eq!(&replayed.schools, &planned.after.schools);
            for (days, again_on) in [(0, today), (40, today.saturating_add(jiff::Span::new().days(40)))] {
                let again = plan(&file, &replayed, again_on);
                prop_assert!(again.changes_nothing(), "after {} days: {:?}", days, again.events);
            }
            for person in replayed.people.values() {
                let records: std::collections::BTreeSet<_> = person.particulars.records.iter().collect();
                prop_assert_eq!(records.len(), person.particulars.records.len());
                let open = person.evaluators.iter().filter(|one| one.ends.is_none());
                prop_assert!(open.clone().all(|one| replayed.people[&one.evaluator].ended.is_none()));
                prop_assert!(person.ended.is_none() || open.count() == 0);
            }
            directory = replayed;
        }
    }
}
