//! What is wrong with single rows of people, seen beside the other files and the record.

use super::file::{Mode, PersonRow, RosterFile};
use super::identity::Known;
use super::persons::ByRecord;
use super::plan::Work;
use super::posts;
use super::problem::ProblemKind;
use super::schools::BySource;
use crate::id::PersonId;
use crate::people::{Particulars, Role, covers};
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with single rows of people, now that roles are known.
pub(super) fn rows(file: &RosterFile, schools: &BySource, work: &mut Work<'_>) {
    let today = work.today;
    let mut at: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut with_role: BTreeSet<&str> = BTreeSet::new();
    // A role at an unknown school is an error already; what follows from it is not told again.
    let mut broken: BTreeSet<&str> = BTreeSet::new();
    let before = work.before;
    if file.roles.mode != Mode::Bulk {
        let roles = before
            .people
            .values()
            .flat_map(|person| &person.particulars.roles);
        let current = roles.filter(|role| covers(role.begins, role.ends, today));
        with_role.extend(current.map(|role| role.record.as_str()));
    }
    for row in &file.roles.rows {
        at.insert((&row.record, &row.school));
        if !schools.contains_key(&row.school) {
            broken.insert(row.record.as_str());
        }
        if covers(row.begins, row.ends, today) || row.begins.is_some_and(|begins| begins > today) {
            with_role.insert(&row.record);
        }
    }
    let whole = file.roles.mode == Mode::Bulk;
    for row in &file.people.rows {
        if !row.enabled && with_role.contains(row.source_id.as_str()) {
            work.disabled_with_role.push(row.source_id.clone());
            work.problems.tell(
                ProblemKind::DisabledWithRole,
                "users.csv",
                row.line,
                "enabledUser",
                &row.name(),
            );
        }
        let Some(home) = row.home.get().filter(|home| !home.is_empty()) else {
            continue;
        };
        let has_role = at.contains(&(row.source_id.as_str(), home.as_str()));
        let Some(school) = schools.get(home) else {
            work.problems.tell(
                ProblemKind::HomeUnknown,
                "users.csv",
                row.line,
                "primaryOrgSourcedId",
                home,
            );
            continue;
        };
        if whole && !has_role && !broken.contains(row.source_id.as_str()) {
            let name = work
                .after
                .school(*school)
                .map(|school| school.particulars.name.clone());
            let name = name.unwrap_or_default();
            work.problems.tell(
                ProblemKind::HomeWithoutRole,
                "users.csv",
                row.line,
                "primaryOrgSourcedId",
                &name,
            );
        }
    }
}

pub(super) fn deleted_unknown(file: &RosterFile, known: &Known<'_>, work: &mut Work<'_>) {
    for gone in file
        .people
        .gone
        .iter()
        .filter(|gone| known.record(&gone.source_id).is_none())
    {
        work.problems.tell(
            ProblemKind::DeletedUnknown,
            "users.csv",
            gone.line,
            "sourcedId",
            &gone.source_id,
        );
    }
    let roles: BTreeSet<&str> = work
        .before
        .people
        .values()
        .flat_map(|one| &one.particulars.roles)
        .map(|role| role.source_id.as_str())
        .collect();
    for gone in file
        .roles
        .gone
        .iter()
        .filter(|gone| !roles.contains(gone.source_id.as_str()))
    {
        work.problems.tell(
            ProblemKind::DeletedUnknown,
            "roles.csv",
            gone.line,
            "sourcedId",
            &gone.source_id,
        );
    }
}

/// Whoever has no e-mail of their own cannot sign in by it; each row says so.
pub(super) fn emails(file: &RosterFile, people: &ByRecord, work: &mut Work<'_>) {
    let mut holders: BTreeMap<&str, BTreeSet<PersonId>> = BTreeMap::new();
    for (id, person) in work
        .plan
        .after
        .people
        .iter()
        .filter(|(_, person)| person.ended.is_none())
    {
        holders
            .entry(&person.particulars.email)
            .or_default()
            .insert(*id);
    }
    for row in &file.people.rows {
        let Some(email) = row.email.get() else {
            continue;
        };
        if email.is_empty() {
            if !row.email_unreadable {
                work.plan.without_email.push(row.source_id.clone());
                work.plan.problems.tell(
                    ProblemKind::EmailMissing,
                    "users.csv",
                    row.line,
                    "email",
                    &row.name(),
                );
            }
            continue;
        }
        let others = holders
            .get(email.as_str())
            .is_some_and(|ids| ids.iter().any(|id| people.get(&row.source_id) != Some(id)));
        if others {
            work.plan.shared_email.push(row.source_id.clone());
            work.plan.problems.tell(
                ProblemKind::EmailShared,
                "users.csv",
                row.line,
                "email",
                email,
            );
        }
    }
}

/// A principal by title whom the roster codes as something else gets no leader's access: somebody must hear of it.
pub(super) fn coded_otherwise(says: &Particulars, rows: &[&PersonRow], work: &mut Work<'_>) {
    let leads = |role: &Role| matches!(role.role.as_str(), "principal" | "administrator");
    if let Some(row) = rows.first()
        && posts::is_principal(&says.job_title)
        && !says.roles.iter().any(leads)
    {
        let role = says.roles.first().map_or("", |role| role.role.as_str());
        work.problems.tell(
            ProblemKind::PrincipalWithOtherRole,
            "users.csv",
            row.line,
            "role",
            role,
        );
    }
}
