//! A list shows what `may` would allow one by one: the rows of a scope, told in memory instead of in SQL.

use crate::people::{actor, cases, subject};
use access::{Action, Actor, List, Scope, Subject, may, scope};
use domain::SchoolId;
use proptest::prelude::*;

const LISTS: [List; 8] = [
    List::Roster,
    List::Records,
    List::Caseload,
    List::School,
    List::Counts,
    List::Effect,
    List::Library,
    List::Status(SchoolId(uuid::Uuid::from_u128(11))),
];

/// Whether a row of this subject is in the scope, by the words of [`Scope`].
fn shows(scope: &Scope, actor: &Actor, subject: &Subject) -> bool {
    let Some(owner) = subject.owner else {
        return false;
    };
    match scope {
        Scope::Records {
            person,
            caseload,
            own,
            schools,
        } => {
            (*own && owner == *person)
                || (*caseload && actor.caseload().any(|teacher| teacher == owner))
                || subject
                    .owner_schools
                    .iter()
                    .any(|school| schools.contains(school))
        }
        _ => false,
    }
}

fn listed(list: List, actor: &Actor, subject: &Subject) -> bool {
    scope(actor, list).is_some_and(|scope| shows(&scope, actor, subject))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_list_of_records_is_everything_that_one_may_read(actor in actor(), subject in subject()) {
        let may_read = may(&actor, Action::ReadRecord, &subject).is_allowed();
        prop_assert_eq!(listed(List::Records, &actor, &subject), may_read);
    }

    #[test]
    fn caseload_and_school_show_nothing_that_one_may_not_read(actor in actor(), subject in subject()) {
        for list in [List::Caseload, List::School] {
            if listed(list, &actor, &subject) {
                prop_assert!(may(&actor, Action::ReadRecord, &subject).is_allowed(), "{:?}", list);
            }
        }
    }

    #[test]
    fn one_s_own_year_the_caseload_and_the_school_together_are_the_records(actor in actor(), subject in subject()) {
        let own = actor.has_access && subject.owner == Some(actor.person);
        let parts = own || listed(List::Caseload, &actor, &subject) || listed(List::School, &actor, &subject);
        prop_assert_eq!(listed(List::Records, &actor, &subject), parts);
    }

    #[test]
    fn the_roster_and_the_counts_are_listed_to_those_who_may_read_them(actor in actor(), subject in subject()) {
        let roster = may(&actor, Action::ReadRoster, &subject).is_allowed();
        prop_assert_eq!(scope(&actor, List::Roster), roster.then_some(Scope::Roster));
        let counts = may(&actor, Action::ReadCounts, &subject).is_allowed();
        prop_assert_eq!(scope(&actor, List::Counts).is_some(), counts);
        let adopts = may(&actor, Action::AdoptPack, &subject).is_allowed();
        prop_assert_eq!(scope(&actor, List::Effect), adopts.then_some(Scope::Effect));
    }

    #[test]
    fn a_schools_statuses_are_listed_to_those_who_may_read_each_of_them(actor in actor(), subject in subject()) {
        let Some(owner) = subject.owner.filter(|owner| *owner != actor.person) else { return Ok(()) };
        let listed = subject.owner_schools.iter().any(|school| {
            scope(&actor, List::Status(*school)) == Some(Scope::Status { person: actor.person, school: *school })
        });
        let may_read = may(&actor, Action::ReadStatus, &subject).is_allowed();
        // The office reads also somebody who teaches nowhere today, whom no school lists.
        let nowhere = subject.owner_schools.is_empty();
        prop_assert_eq!(listed, may_read && !nowhere, "{:?}", owner);
    }

    #[test]
    fn nobody_states_their_own_status(actor in actor(), subject in subject()) {
        if subject.owner == Some(actor.person) {
            prop_assert!(!may(&actor, Action::StateStatus, &subject).is_allowed());
        }
    }

    #[test]
    fn a_partner_counts_the_own_schools_only(actor in actor()) {
        if let Some(Scope::Counts { schools }) = scope(&actor, List::Counts) {
            let office = actor.has(domain::people::Relation::PerformanceOffice);
            prop_assert_eq!(schools.is_none(), office);
            let own: Vec<_> = actor.partners().collect();
            prop_assert!(schools.is_none_or(|schools| !schools.is_empty() && schools == own));
        }
    }

    #[test]
    fn whoever_may_propose_a_page_reads_every_page(actor in actor(), subject in subject()) {
        use domain::library::Readers;
        let list = scope(&actor, List::Library);
        prop_assert_eq!(list.is_some(), may(&actor, Action::ReadLibrary, &subject).is_allowed());
        let Some(list) = list else { return Ok(()) };
        let keeps = may(&actor, Action::ProposePage, &subject).is_allowed();
        for audience in Readers::ALL {
            let belongs = match audience {
                Readers::Everybody => true,
                Readers::Teachers => actor.teaches(),
                Readers::Evaluators => actor.caseload().next().is_some() || actor.leads().next().is_some(),
                Readers::Leaders => actor.leads().next().is_some(),
                Readers::Office => keeps || actor.partners().next().is_some(),
            };
            prop_assert_eq!(list.reads(&[audience]), belongs || keeps, "{:?}", audience);
        }
        prop_assert_eq!(list.reads(&[]), keeps);
    }

    #[test]
    fn without_access_there_is_no_list(actor in actor()) {
        let disabled = Actor { has_access: false, ..actor };
        for list in LISTS {
            prop_assert_eq!(scope(&disabled, list), None);
        }
    }
}

#[test]
fn the_command_line_lists_the_roster_and_counts_the_effect_of_a_pack_and_nothing_else() {
    for list in LISTS {
        let expected = match list {
            List::Roster => Some(Scope::Roster),
            List::Effect => Some(Scope::Effect),
            _ => None,
        };
        assert_eq!(scope(&Actor::command_line(), list), expected, "{list:?}");
    }
}
