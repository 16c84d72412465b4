//! Posts that follow from role rows: what a row of the roster means for us, and when it ends.

use crate::id::SchoolId;
use crate::people::{Position, Post, Role};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The post that a role gives. Assistant principals are coded `principal` in many rosters, so that the job title
/// decides (`interchange.md` 1.3); 1.1 has no such role and says `administrator`. District and system
/// administrators, deans, counsellors and aides get no access from the roster.
pub fn post(role: &str, job_title: &str) -> Post {
    match role {
        "teacher" => Post::Teacher,
        "principal" | "administrator" if is_principal(job_title) => Post::SchoolLeader,
        _ => Post::Other,
    }
}

/// Whether HR calls the person Principal, and nothing more.
pub fn is_principal(job_title: &str) -> bool {
    job_title.trim().eq_ignore_ascii_case("Principal")
}

/// The posts of a person, one for each different row, in a fixed order.
pub(super) fn positions(roles: &[Role], job_title: &str) -> Vec<Position> {
    let different: BTreeSet<(SchoolId, Post, Option<Date>, Option<Date>)> = roles
        .iter()
        .map(|role| {
            (
                role.school,
                post(&role.role, job_title),
                role.begins,
                role.ends,
            )
        })
        .collect();
    let position = |(school, post, begins, ends)| Position {
        post,
        school,
        begins,
        ends,
    };
    different.into_iter().map(position).collect()
}

/// Role rows after a file: its own rows over the known ones; those that `ended` names end the day before `today`.
pub(super) fn merge(
    known: &[Role],
    said: Vec<Role>,
    ended: impl Fn(&Role) -> bool,
    today: Date,
) -> Vec<Role> {
    let mut after: BTreeMap<String, Role> = BTreeMap::new();
    let in_file: BTreeSet<&str> = said.iter().map(|role| role.source_id.as_str()).collect();
    for role in known
        .iter()
        .filter(|role| !in_file.contains(role.source_id.as_str()))
    {
        let mut role = role.clone();
        let already = role.ends.is_some_and(|ends| ends < today);
        if ended(&role) && !already {
            if role.begins.is_some_and(|begins| begins >= today) {
                continue;
            }
            role.ends = today.yesterday().ok();
        }
        after.insert(role.source_id.clone(), role);
    }
    after.extend(said.into_iter().map(|role| (role.source_id.clone(), role)));
    after.into_values().collect()
}
