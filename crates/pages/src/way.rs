//! The way to a page about a teacher's year: the room of the navigation that it stands in, and the crumbs above it.

use crate::components::Crumb;
use crate::visitor::Visitor;
use domain::PersonId;

/// The teacher's own year, the evaluator's caseload, or the leader's school.
pub fn room(visitor: &Visitor, teacher: PersonId) -> &'static str {
    if teacher == visitor.id() {
        "my-year"
    } else if visitor.actor.caseload().any(|it| it == teacher) {
        "caseload"
    } else {
        "school"
    }
}

/// The crumbs of a page in a teacher's year.
pub fn to(visitor: &Visitor, teacher: PersonId, name: &str, here: String) -> Vec<Crumb> {
    let room = room(visitor, teacher);
    let mut crumbs = vec![Crumb::link(
        visitor.words.say(&format!("nav-{room}")),
        format!("/{room}"),
    )];
    if teacher != visitor.id() {
        crumbs.push(Crumb::link(name, format!("/teachers/{teacher}")));
    }
    crumbs.push(Crumb::here(here));
    crumbs
}
