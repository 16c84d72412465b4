//! The dry run and the import for machines: `roster import --json` prints it, and tests compare it with a roster
//! whose truth is known. Names its parts as such a truth does (`make_roster.py`'s `expected.json`).

use super::changes::{FieldValue, ParticularsField};
use super::file::{Refused, RosterFile};
use super::plan::{ChangedPerson, PersonLine, Plan};
use super::problem::Severity;
use crate::id::{PersonId, SchoolId};
use crate::people::{Directory, Person, Post};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How many people a plan touches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleCounts {
    pub added: usize,
    pub changed: usize,
    pub ended: usize,
    pub returned: usize,
    pub unchanged: usize,
}

/// A problem with its key and place; its sentences are in the texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedProblem {
    pub severity: Severity,
    pub key: String,
    pub file: String,
    pub line: u32,
    pub column: String,
    pub value: String,
    pub times: u32,
}

/// Everything that a machine wants to know of an import. People are named by the sourcedId of their leading record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub fingerprint: String,
    pub delta: bool,
    /// Data rows by file.
    pub files: BTreeMap<String, u32>,
    pub people: PeopleCounts,
    pub schools: PeopleCounts,
    pub assigned: u32,
    pub unassigned: u32,
    /// Records with a teacher's post whose person evaluates nobody, once applied.
    pub teachers: u32,
    /// People who evaluate somebody, once applied.
    pub evaluators: u32,
    pub missing_email: Vec<String>,
    pub shared_mailbox: Vec<String>,
    pub duplicate_person_two_records: Vec<Vec<String>>,
    pub disabled_but_active: Vec<String>,
    /// Person, home school before, home school after.
    pub movers: Vec<[String; 3]>,
    pub leavers: Vec<String>,
    /// Person, family name before, family name after.
    pub renamed: Vec<[String; 3]>,
    /// Who has a principal's role since this file without being Principal.
    pub promoted_to_assistant_principal: Vec<String>,
    pub joiners: Vec<String>,
    pub renamed_schools: Vec<String>,
    pub refused: Refused,
    pub errors: u32,
    pub warnings: u32,
    pub notes: u32,
    pub problems: Vec<ReportedProblem>,
    /// More people would end than without confirmation.
    pub needs_confirmation: bool,
    /// Whether the changes are on the record; the caller says so after applying.
    pub applied: bool,
}

impl Report {
    /// Of a plan, before it is applied.
    pub fn of(file: &RosterFile, plan: &Plan, before: &Directory, today: Date) -> Self {
        let evaluators = evaluators(&plan.after, today);
        let source_ids =
            |lines: &[PersonLine]| sorted(lines.iter().map(|line| line.source_id.clone()));
        let changed: Vec<&ChangedPerson> = plan.changed.iter().chain(&plan.returned).collect();
        Self {
            fingerprint: file.fingerprint.clone(),
            delta: file.is_delta(),
            files: file.counts.clone(),
            people: PeopleCounts {
                added: plan.added.len(),
                changed: plan.changed.len(),
                ended: plan.ended.len(),
                returned: plan.returned.len(),
                unchanged: plan.unchanged as usize,
            },
            schools: PeopleCounts {
                added: plan.schools_added.len(),
                changed: plan.schools_changed as usize,
                ended: plan.schools_ended.len(),
                returned: 0,
                unchanged: file
                    .schools
                    .rows
                    .len()
                    .saturating_sub(plan.schools_added.len() + plan.schools_changed as usize),
            },
            assigned: plan.assigned,
            unassigned: plan.unassigned,
            teachers: teachers(&plan.after, &evaluators, today),
            evaluators: u32::try_from(evaluators.len()).unwrap_or(u32::MAX),
            missing_email: sorted(plan.without_email.iter().cloned()),
            shared_mailbox: sorted(plan.shared_email.iter().cloned()),
            duplicate_person_two_records: plan
                .merges
                .iter()
                .map(|merge| sorted(merge.records.iter().cloned()))
                .collect(),
            disabled_but_active: sorted(plan.disabled_with_role.iter().cloned()),
            movers: changed
                .iter()
                .filter_map(|one| moved(one, &plan.after))
                .collect(),
            leavers: source_ids(&plan.ended),
            renamed: changed.iter().filter_map(|one| renamed(one)).collect(),
            promoted_to_assistant_principal: sorted(
                changed
                    .iter()
                    .filter(|one| promoted(one.person.id, before, &plan.after, today))
                    .map(|one| one.person.source_id.clone()),
            ),
            joiners: source_ids(&plan.added),
            renamed_schools: sorted(
                plan.schools_renamed
                    .iter()
                    .map(|school| school.source_id.clone()),
            ),
            refused: file.refused,
            errors: plan.problems.errors,
            warnings: plan.problems.warnings,
            notes: plan.problems.notes,
            problems: plan
                .problems
                .list
                .iter()
                .map(|problem| ReportedProblem {
                    severity: problem.severity(),
                    key: problem.key().to_owned(),
                    file: problem.file.clone(),
                    line: problem.line,
                    column: problem.column.clone(),
                    value: problem.value.clone(),
                    times: problem.times,
                })
                .collect(),
            needs_confirmation: plan.ends_too_many(),
            applied: false,
        }
    }
}

fn sorted(of: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = of.collect();
    all.sort();
    all
}

fn evaluators(directory: &Directory, today: Date) -> BTreeSet<PersonId> {
    let open = |person: &Person| -> Vec<PersonId> {
        let open = person
            .evaluators
            .iter()
            .filter(|one| one.ends.is_none_or(|ends| ends >= today));
        open.map(|one| one.evaluator).collect()
    };
    directory
        .people
        .values()
        .filter(|person| person.ended.is_none())
        .flat_map(open)
        .collect()
}

fn teachers(directory: &Directory, evaluators: &BTreeSet<PersonId>, today: Date) -> u32 {
    let records = |person: &Person| -> BTreeSet<String> {
        let teaches = person
            .particulars
            .roles
            .iter()
            .filter(|role| role.role == "teacher");
        let open = teaches.filter(|role| role.ends.is_none_or(|ends| ends >= today));
        open.map(|role| role.record.clone()).collect()
    };
    let here = directory
        .people
        .iter()
        .filter(|(id, person)| person.ended.is_none() && !evaluators.contains(id));
    u32::try_from(here.map(|(_, person)| records(person).len()).sum::<usize>()).unwrap_or(u32::MAX)
}

fn source_of(school: SchoolId, directory: &Directory) -> String {
    directory
        .school(school)
        .map(|school| school.particulars.source_id.clone())
        .unwrap_or_default()
}

fn moved(one: &ChangedPerson, after: &Directory) -> Option<[String; 3]> {
    let change = one
        .changes
        .iter()
        .find(|change| change.field == ParticularsField::HomeSchool)?;
    let (FieldValue::School(old), FieldValue::School(new)) = (&change.old, &change.new) else {
        return None;
    };
    Some([
        one.person.source_id.clone(),
        source_of(*old, after),
        source_of(*new, after),
    ])
}

fn renamed(one: &ChangedPerson) -> Option<[String; 3]> {
    let change = one
        .changes
        .iter()
        .find(|change| change.field == ParticularsField::FamilyName)?;
    let text = |value: &FieldValue| {
        if let FieldValue::Text(text) = value {
            text.clone()
        } else {
            String::new()
        }
    };
    Some([
        one.person.source_id.clone(),
        text(&change.old),
        text(&change.new),
    ])
}

fn promoted(id: PersonId, before: &Directory, after: &Directory, today: Date) -> bool {
    let assists = |directory: &Directory| {
        directory.person(id).is_some_and(|person| {
            let leads = person
                .posts_on(today)
                .any(|post| post.post == Post::SchoolLeader);
            let open = |role: &&crate::people::Role| role.ends.is_none_or(|ends| ends >= today);
            !leads
                && person
                    .particulars
                    .roles
                    .iter()
                    .filter(open)
                    .any(|role| role.role == "principal")
        })
    };
    assists(after) && !assists(before)
}
