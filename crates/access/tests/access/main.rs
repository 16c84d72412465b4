//! Who may do what, said a second time and independently: random people, relations and things against plain oracles.
#![allow(clippy::unwrap_used)]

mod commands;
mod lists;
mod people;
mod permits;

use access::{Action, Actor, Decision, Denied, Ground, matrix, may};
use domain::Kind;
use domain::people::Relation;
use people::{actor, cases, is_office, subject, subject_of};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Actions that the printed matrix allows to the command line.
fn of_the_command_line() -> BTreeSet<&'static str> {
    let printed = matrix();
    let blocks = printed.split("\n\n").skip(1);
    let allowed = blocks.filter(|block| {
        let mut lines = block.lines().map(str::trim);
        lines.any(|line| line.starts_with("the command line") && line.contains("yes"))
    });
    let words: BTreeSet<&str> = allowed.filter_map(|block| block.lines().next()).collect();
    let all = Action::ALL.iter().map(|action| action.as_str());
    all.filter(|word| words.contains(word)).collect()
}

#[test]
fn the_command_line_prepares_a_district_and_reads_nobody() {
    let expected = [
        "read the roster",
        "import a roster",
        "enter the first administrator",
        "grant or end an office",
        "assign an evaluator",
        "read the school year",
        "adopt a pack",
        "enter the year's days",
        "read the outbox",
        "read the record's health",
        "read published feedback",
        "take over earlier ratings",
    ];
    assert_eq!(of_the_command_line(), BTreeSet::from(expected));
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_command_line_may_only_what_the_matrix_says(subject in subject()) {
        let allowed = of_the_command_line();
        for action in Action::ALL {
            let decision = may(&Actor::command_line(), *action, &subject);
            prop_assert_eq!(decision.is_allowed(), allowed.contains(action.as_str()), "{:?}", action);
        }
    }

    #[test]
    fn without_access_nobody_may_anything_nor_know_of_it(actor in actor(), subject in subject()) {
        let disabled = Actor { has_access: false, ..actor };
        for action in Action::ALL {
            prop_assert_eq!(may(&disabled, *action, &subject), Decision::Denied(Denied::NotKnown));
        }
    }

    #[test]
    fn a_year_is_read_by_its_teacher_and_by_those_who_supervise_the_work(actor in actor(), subject in subject()) {
        // C.R.S. 22-9-109, said anew.
        let owner = subject.owner;
        let mine = owner == Some(actor.person);
        let evaluates = owner.is_some_and(|owner| actor.relations.contains(&Relation::Evaluates(owner)));
        let leads = owner.is_some()
            && subject.owner_schools.iter().any(|school| actor.relations.contains(&Relation::Leads(*school)));
        let expected = actor.has_access && (mine || evaluates || leads);
        prop_assert_eq!(may(&actor, Action::ReadRecord, &subject).is_allowed(), expected);
    }

    #[test]
    fn nobody_takes_part_in_a_year_that_they_may_not_read(actor in actor(), mut subject in subject()) {
        subject.parties.push(actor.person);
        subject.stream.kind = Kind::Conversation;
        let reads = may(&actor, Action::ReadRecord, &subject).is_allowed();
        for action in [Action::Prepare, Action::SayWeMet, Action::KeepPromise] {
            let expected = if reads { Decision::Allowed(Ground::Party) } else { Decision::Denied(Denied::NotKnown) };
            prop_assert_eq!(may(&actor, action, &subject), expected, "{:?}", action);
        }
    }

    #[test]
    fn an_office_never_opens_a_year(mut actor in actor(), mut subject in subject()) {
        actor.relations.retain(is_office);
        subject.owner = subject.owner.filter(|owner| *owner != actor.person);
        subject.parties.retain(|party| *party != actor.person);
        for action in Action::ALL {
            if let Decision::Allowed(ground) = may(&actor, *action, &subject) {
                let office = matches!(
                    ground,
                    Ground::Administrator | Ground::HrPartner | Ground::PerformanceOffice | Ground::Everybody
                );
                // A partner of the teacher's school reads what the status rests on, states it, and opens no year by that.
                let status = ground == Ground::TeachersPartner
                    && matches!(action, Action::ReadStatus | Action::StateStatus);
                prop_assert!(office || status, "{:?} by {:?}", action, ground);
                prop_assert!(!matches!(action, Action::ReadRecord | Action::ReadHistory | Action::TakeCopy));
            }
        }
    }

    #[test]
    fn every_ground_that_is_given_is_true(actor in actor(), subject in subject()) {
        for action in Action::ALL {
            let Decision::Allowed(ground) = may(&actor, *action, &subject) else { continue };
            let has = |relation: &Relation| actor.relations.contains(relation);
            let owner = subject.owner;
            let holds = match ground {
                Ground::Own => owner == Some(actor.person),
                Ground::Evaluator => owner.is_some_and(|owner| owner != actor.person && has(&Relation::Evaluates(owner))),
                Ground::SchoolLeader => {
                    owner != Some(actor.person)
                        && subject.owner_schools.iter().any(|school| has(&Relation::Leads(*school)))
                }
                Ground::Party => subject.parties.contains(&actor.person),
                Ground::Answers => {
                    subject.stream.kind == Kind::Question && subject.parties.contains(&actor.person)
                }
                Ground::SecondReader => {
                    subject.stream.kind == Kind::Decision && subject.parties.contains(&actor.person)
                }
                Ground::HrPartner => actor.partners().next().is_some(),
                Ground::TeachersPartner => {
                    owner != Some(actor.person)
                        && subject.owner_schools.iter().any(|school| has(&Relation::HrPartnerOf(*school)))
                }
                Ground::PerformanceOffice => has(&Relation::PerformanceOffice),
                Ground::Administrator => has(&Relation::Administrator),
                Ground::Teaching => actor.relations.iter().any(|relation| matches!(relation, Relation::TeachesAt(_))),
                Ground::Evaluating => actor.relations.iter().any(|relation| matches!(relation, Relation::Evaluates(_))),
                Ground::Everybody => true,
                Ground::CommandLine => false,
            };
            prop_assert!(holds, "{:?} by {:?}", action, ground);
        }
    }

    #[test]
    fn nobody_judges_themselves(mut actor in actor(), school in people::school()) {
        // Whatever else somebody is: over the own year they are the teacher and nothing more.
        actor.relations.extend([Relation::Evaluates(actor.person), Relation::Leads(school), Relation::Administrator]);
        let own = subject_of(actor.person, &[school]);
        for action in [
            Action::ShareObservation,
            Action::RateProfessionalism,
            Action::EnterMeasure,
            Action::ShareRationale,
            Action::PreviewRating,
            Action::ShareRating,
            Action::Recommend,
            Action::Schedule,
            Action::SendMessage,
        ] {
            prop_assert!(!may(&actor, action, &own).is_allowed(), "{:?}", action);
        }
    }

    #[test]
    fn a_further_relation_never_takes_anything_away(actor in actor(), more in people::relation(), subject in subject()) {
        let mut with = actor.clone();
        with.relations.push(more);
        for action in Action::ALL {
            if may(&actor, *action, &subject).is_allowed() {
                prop_assert!(may(&with, *action, &subject).is_allowed(), "{:?}", action);
            }
        }
    }

    #[test]
    fn whoever_cannot_read_a_year_is_not_told_that_it_exists(actor in actor(), subject in subject()) {
        let reads = may(&actor, Action::ReadRecord, &subject).is_allowed();
        for action in [Action::ReadHistory, Action::ShareRating, Action::Receive, Action::TakeCopy, Action::Schedule] {
            match may(&actor, action, &subject) {
                Decision::Denied(Denied::NotAllowed) => prop_assert!(reads, "{:?}", action),
                Decision::Denied(Denied::NotKnown) => prop_assert!(!reads, "{:?}", action),
                Decision::Allowed(_) => {}
            }
        }
    }
}
